// Lists of words: splitting attributes, joining names into a sentence, and finding what a mistyped word was meant to
// be.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::foundation
{

/// Without spaces, tabs and line breaks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// With a line feed for every line break: CR LF, CR or LF.
[[nodiscard]] std::string with_line_feeds(std::string_view text);

/// The words between white space; empty for an empty text.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

/// White space runs become one space, and none stays at the ends: XML text as one paragraph.
[[nodiscard]] std::string as_paragraph(std::string_view text);

[[nodiscard]] std::string joined(std::span<const std::string> words, std::string_view separator);

/// "A", "A and B", "A, B and C"; empty for no words.
[[nodiscard]] std::string joined_as_sentence(std::span<const std::string> words, std::string_view last_link = "and");

/// ASCII letters in lower case; other bytes as they are.
[[nodiscard]] std::string lower_case(std::string_view text);

/// The candidate that `word` was probably meant to be: at most 2 typing errors away (1 for words of up to 4 letters),
/// the first of equals; empty when none is near.
[[nodiscard]] std::string nearest_word(std::string_view word, std::span<const std::string> candidates);

} // namespace fedadvise::foundation
