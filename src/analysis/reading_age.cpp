#include "analysis/reading_age.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace fedadvise::analysis
{

namespace
{

/// What the rules below get wrong, and people write often.
constexpr std::array<std::pair<std::string_view, std::size_t>, 14> own_counts = {{{"area", 3},
                                                                                  {"areas", 3},
                                                                                  {"business", 2},
                                                                                  {"businesses", 3},
                                                                                  {"every", 2},
                                                                                  {"everybody", 4},
                                                                                  {"idea", 3},
                                                                                  {"ideas", 3},
                                                                                  {"nobody", 3},
                                                                                  {"safeguard", 2},
                                                                                  {"someone", 2},
                                                                                  {"something", 2},
                                                                                  {"sometimes", 2},
                                                                                  {"whoever", 3}}};

constexpr std::array<std::string_view, 8> always_apart = {"iat", "iet", "ual", "uat", "ying", "eing", "oing", "uing"};

bool is_vowel(std::string_view word, std::size_t at)
{
    const bool after_q = at > 0 && word[at - 1] == 'q';
    return (word[at] == 'u' && !after_q) || std::string_view("aeioy").find(word[at]) != std::string_view::npos;
}

bool is_consonant(std::string_view word, std::size_t at)
{
    return at < word.size() && !is_vowel(word, at);
}

/// Whether the letter before the e that stands at `at` keeps it silent: a single e after a consonant, not in "-ble".
bool is_silent(std::string_view word, std::size_t at)
{
    if (at < 2 || !is_consonant(word, at - 1))
        return false;
    return word[at - 1] != 'l' || is_vowel(word, at - 2) || word[at - 2] == 'l';
}

std::size_t silent_vowels(std::string_view word)
{
    const std::size_t size = word.size();
    const auto before = [&](std::size_t back) { return size > back ? word[size - 1 - back] : ' '; };
    if (word.ends_with("e"))
        return is_silent(word, size - 1) ? 1 : 0;
    if (word.ends_with("es"))
        return is_silent(word, size - 2) && std::string_view("scgxzh").find(before(2)) == std::string_view::npos ? 1
                                                                                                                 : 0;
    if (word.ends_with("ed"))
        return is_silent(word, size - 2) && before(2) != 't' && before(2) != 'd' ? 1 : 0;
    if (word.ends_with("ely"))
        return is_consonant(word, size - 4) ? 1 : 0;
    for (const std::string_view ending : {"gement", "tement", "vement", "sement", "cement", "rement", "gements",
                                          "tements", "vements", "sements", "cements", "rements"})
        if (size > ending.size() && word.ends_with(ending))
            return 1;
    return 0;
}

/// Vowels in one group that are spoken apart.
std::size_t parted_vowels(std::string_view word)
{
    std::size_t count = 0;
    for (std::size_t at = 1; at + 1 < word.size(); ++at)
    {
        const std::string_view rest = word.substr(at);
        const char before = word[at - 1];
        const bool hissed = before == 't' || before == 's' || before == 'c' || before == 'g';
        const bool apart = std::any_of(always_apart.begin(), always_apart.end(),
                                       [&](std::string_view vowels) { return rest.starts_with(vowels); });
        if ((apart && before != 'q') || (rest.starts_with("eat") && word.substr(0, at).ends_with("cr")))
            ++count;
        else if ((rest.starts_with("ia") || rest.starts_with("io")) && is_consonant(word, at - 1) && !hissed &&
                 !(rest.starts_with("ion") && (before == 'n' || before == 'l')))
            ++count;
        else if (at > 2 && rest.starts_with("ier") && is_consonant(word, at - 1) && !hissed)
            ++count;
        else if (rest.starts_with("ien") && is_consonant(word, at - 1) && !word.starts_with("frien") &&
                 (!hissed || word.starts_with("sci")))
            ++count;
    }
    return count;
}

bool is_number(std::string_view word)
{
    return word.front() >= '0' && word.front() <= '9';
}

} // namespace

std::size_t syllables(std::string_view word)
{
    if (word.empty() || is_number(word))
        return 1;
    if (word.front() == '{' || is_acronym(word))
        return 2;
    std::string lower = foundation::lower_case(word);
    for (const std::string_view ending : {"'s", "\u2019s"})
        if (lower.ends_with(ending))
            lower.resize(lower.size() - ending.size());
    const auto* own =
        std::find_if(own_counts.begin(), own_counts.end(), [&](const auto& entry) { return entry.first == lower; });
    if (own != own_counts.end())
        return own->second;
    std::size_t groups = 0;
    for (std::size_t at = 0; at < lower.size(); ++at)
        groups += is_vowel(lower, at) && (at == 0 || !is_vowel(lower, at - 1)) ? 1U : 0U;
    groups += parted_vowels(lower);
    const std::size_t silent = silent_vowels(lower);
    return groups > silent ? groups - silent : 1;
}

foundation::Fixed reading_age(std::span<const Word> words, const Phrases& familiar)
{
    constexpr std::size_t at_most_when_familiar = 2;
    constexpr foundation::Fixed age_at_grade_nought = foundation::Fixed::from_integer(5);
    if (words.empty())
        return age_at_grade_nought;
    std::size_t spoken = 0;
    std::size_t familiar_until = 0;
    for (std::size_t i = 0; i < words.size(); ++i)
    {
        if (const auto matches = familiar.at(words, i); !matches.empty())
            familiar_until = std::max(familiar_until, i + matches.front().words);
        const std::size_t count = syllables(words[i].written);
        spoken += i < familiar_until ? std::min(count, at_most_when_familiar) : count;
    }
    // 0.39 words a sentence + 11.8 syllables a word - 15.59, in millionths
    const auto word_count = static_cast<std::int64_t>(words.size());
    const auto sentences = static_cast<std::int64_t>(words.back().sentence + 1);
    const std::int64_t grade =
        390'000 * word_count / sentences + 11'800'000 * static_cast<std::int64_t>(spoken) / word_count - 15'590'000;
    return std::max(age_at_grade_nought, foundation::Fixed{grade + age_at_grade_nought.millionths});
}

foundation::Fixed reading_age(std::string_view text, const Phrases& familiar)
{
    return reading_age(words_of(text), familiar);
}

} // namespace fedadvise::analysis
