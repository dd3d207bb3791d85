// Phrases: the words of a text, and lists of phrases that are looked for in it as whole words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fedadvise::analysis
{

struct Word
{
    std::string_view written; ///< "Partnerships"; a place for an answer, "{question}", is one word
    std::string key;          ///< what it is compared by: "partnership"; an acronym keeps its capitals, "PCNs" is "PCN"
    std::size_t sentence = 0; ///< index of its sentence
};

/// The words of a text in their order; they live as long as the text. Hyphens part words, apostrophes inside them do
/// not. A sentence ends at a full stop, question mark or exclamation mark that white space or the end follows, but not
/// before a small letter ("e.g. a trust").
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// Whether it has two capital letters or more, as "TUPE", "PCNs" and "IN01" do. Roman numbers up to 39 are none.
[[nodiscard]] bool is_acronym(std::string_view word);

/// Phrases with a tag each. Singular and plural are the same, and so are small and capital letters except in acronyms.
class Phrases
{
public:
    struct Match
    {
        std::size_t words = 0; ///< how many words it takes up
        std::size_t tag = 0;
    };

    void add(std::string_view phrase, std::size_t tag = 0);
    /// The phrases that begin at this word and end in the same sentence, the longest first.
    [[nodiscard]] std::vector<Match> at(std::span<const Word> words, std::size_t first) const;

private:
    struct Phrase
    {
        std::vector<std::string> keys;
        std::size_t tag = 0;
    };
    std::unordered_map<std::string, std::vector<Phrase>> m_phrases; ///< by their first key
};

} // namespace fedadvise::analysis
