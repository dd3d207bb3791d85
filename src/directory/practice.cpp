#include "directory/practice.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fedadvise::directory
{

using foundation::Date;

namespace
{

bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}
bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_letter(char c)
{
    return is_small(c) || is_capital(c) || static_cast<unsigned char>(c) >= 0x80;
}
char small(char c)
{
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Words that stay in capitals, and those that are small inside a name.
constexpr std::array<std::string_view, 12> abbreviations = {"NHS", "GP",  "PMS", "GMS", "APMS", "PCN",
                                                            "ICB", "CIC", "LLP", "UK",  "II",   "RAF"};
constexpr std::array<std::string_view, 9> small_words = {"of", "and", "the", "on", "in", "at", "upon", "by", "for"};

/// One word in capitals, as it is written inside a name.
std::string ordinary_word(std::string_view word, bool first)
{
    if (std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end())
        return std::string(word);
    const std::string lower = foundation::lower_case(word);
    if (!first && std::find(small_words.begin(), small_words.end(), lower) != small_words.end())
        return lower;
    std::string written;
    bool begins = true;
    for (std::size_t i = 0; i < word.size(); ++i)
    {
        const char c = word[i];
        written += begins ? c : small(c);
        // The letter behind O' or D' is a capital, the S of ST MARY'S is not
        begins = !is_letter(c) && c != '\'' && !is_digit(c);
        if (c == '\'' && i == 1)
            begins = true;
    }
    if (written.starts_with("Mc") && written.size() > 3 && is_small(written[2]))
        written[2] = word[2];
    return written;
}

std::optional<int> month_of(std::string_view word)
{
    constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string lower = foundation::lower_case(word.substr(0, 3));
    const auto found = std::find(months.begin(), months.end(), lower);
    if (found == months.end())
        return std::nullopt;
    return static_cast<int>(found - months.begin()) + 1;
}

std::optional<Date> checked(std::int64_t year, std::int64_t month, std::int64_t day)
{
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const Date date{static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)};
    return foundation::parse_date(foundation::date_text(date));
}

/// Runs of digits and of letters: "01OCT2026" gives 01, OCT and 2026.
std::vector<std::string> runs_of(std::string_view text)
{
    std::vector<std::string> runs;
    char before = ' ';
    for (const char c : text)
    {
        const bool goes_on = (is_digit(c) && is_digit(before)) || (is_letter(c) && is_letter(before));
        if (is_digit(c) || is_letter(c))
        {
            if (!goes_on)
                runs.emplace_back();
            runs.back() += c;
        }
        before = c;
    }
    return runs;
}

} // namespace

std::string ordinary_letters(const std::string& published)
{
    if (std::any_of(published.begin(), published.end(), is_small))
        return published;
    std::string written;
    std::size_t begin = 0;
    while (begin <= published.size())
    {
        const std::size_t end = std::min(published.find_first_of(" -/(", begin), published.size());
        const bool first = begin == 0 || published[begin - 1] == '(';
        written += ordinary_word(std::string_view(published).substr(begin, end - begin), first);
        if (end < published.size())
            written += published[end];
        begin = end + 1;
    }
    return written;
}

std::string postcode_text(const std::string& written)
{
    std::string together;
    for (const char c : written)
        if (c != ' ' && c != '\t')
            together += is_small(c) ? static_cast<char>(c - 'a' + 'A') : c;
    const std::size_t size = together.size();
    if (size < 5 || size > 7 || !is_digit(together[size - 3]) || !is_capital(together[0]))
        return together;
    return together.substr(0, size - 3) + " " + together.substr(size - 3);
}

std::optional<Date> read_any_date(const std::string& written)
{
    const auto runs = runs_of(written);
    if (runs.size() == 1 && runs[0].size() == 8)
        if (const auto number = foundation::parse_integer(runs[0]))
            return checked(*number / 10'000, *number / 100 % 100, *number % 100);
    if (runs.size() < 3)
        return std::nullopt;
    const auto first = foundation::parse_integer(runs[0]), last = foundation::parse_integer(runs[2]);
    if (!first || !last)
        return std::nullopt;
    const auto middle = foundation::parse_integer(runs[1]);
    const auto month =
        middle ? std::optional<int>(static_cast<int>(std::min<std::int64_t>(*middle, 13))) : month_of(runs[1]);
    if (!month)
        return std::nullopt;
    if (runs[0].size() == 4)
        return checked(*first, *month, *last); // a time may follow
    if (runs[2].size() == 2)
        return checked(2000 + *last, *month, *first);
    return checked(*last, *month, *first);
}

std::string status_words(const ListedPractice& practice)
{
    if (practice.closed)
        return "closed on " + foundation::date_in_words(*practice.closed);
    if (practice.status == PracticeStatus::Closed)
        return "closed";
    if (!practice.gp_practice)
        return "not a GP practice (prescribing setting " + practice.setting + ")";
    switch (practice.status)
    {
    case PracticeStatus::Dormant: return "dormant";
    case PracticeStatus::Proposed: return "not open yet";
    default: return "open";
    }
}

std::string address_line(const ListedPractice& practice)
{
    std::vector<std::string> parts = practice.address;
    if (!practice.postcode.empty())
        parts.push_back(practice.postcode);
    return foundation::joined(parts, ", ");
}

} // namespace fedadvise::directory
