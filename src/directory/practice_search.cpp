#include "directory/practice_search.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace fedadvise::directory
{

namespace
{

constexpr int no_match = 99;

bool is_word_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Words in small letters, parted by one space. Apostrophes go, "&" is "and", "saint" is "st".
std::string plain_words(std::string_view text)
{
    std::string plain;
    std::string word;
    const auto end_word = [&]
    {
        if (word.empty())
            return;
        if (!plain.empty())
            plain += ' ';
        plain += word == "saint" ? "st" : word;
        word.clear();
    };
    const std::string small = foundation::lower_case(text);
    for (std::size_t i = 0; i < small.size(); ++i)
    {
        constexpr std::string_view curly = "\xE2\x80\x99";
        if (small[i] == '\'')
            continue;
        if (std::string_view(small).substr(i).starts_with(curly))
        {
            i += curly.size() - 1;
            continue;
        }
        if (is_word_character(small[i]))
        {
            word += small[i];
            continue;
        }
        end_word();
        if (small[i] == '&')
            word = "and", end_word();
    }
    end_word();
    return plain;
}

/// Whether some word of the text begins with `word`. The text has one space between its words.
bool begins_a_word(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if (at == 0 || text[at - 1] == ' ')
            return true;
    return false;
}

std::string without_spaces(std::string_view text)
{
    std::string together;
    for (const char c : text)
        if (c != ' ')
            together += c;
    return together;
}

/// Whether one letter more, less, another or two swapped make the same word.
bool is_one_slip_away(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    std::size_t begin = 0;
    while (begin < a.size() && a[begin] == b[begin])
        ++begin;
    const std::string_view rest_a = a.substr(begin), rest_b = b.substr(begin);
    if (rest_a.size() < rest_b.size())
        return rest_a == rest_b.substr(1);
    if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1))
        return true;
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

} // namespace

PracticeSearch::PracticeSearch(const PracticeList& list) : m_list(list)
{
    const auto& practices = list.practices();
    for (const ListedPractice& practice : practices)
        m_entries.push_back({foundation::lower_case(practice.code),
                             without_spaces(foundation::lower_case(practice.postcode)), plain_words(practice.name),
                             plain_words(foundation::joined(practice.address, " ")), is_open_practice(practice)});
    std::vector<std::uint32_t> order(practices.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) {
                  return std::tie(m_entries[a].name, m_entries[a].code, a) <
                         std::tie(m_entries[b].name, m_entries[b].code, b);
              });
    m_places.resize(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place)
        m_places[order[place]] = place;
}

int PracticeSearch::rank(const Entry& entry, std::string_view typed, std::string_view together,
                         const std::vector<std::string>& words) const
{
    if (entry.code == together)
        return 0;
    if (entry.postcode == together)
        return 1;
    if (together.size() >= 2 && entry.code.starts_with(together))
        return 2;
    if (together.size() >= 2 && entry.postcode.starts_with(together) &&
        std::any_of(together.begin(), together.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return 3;
    if (entry.name.starts_with(typed))
        return 4;
    bool all_in_name = true, all_begin = true, all_inside = true;
    for (const std::string& word : words)
    {
        const bool in_name = begins_a_word(entry.name, word);
        const bool begins =
            in_name || begins_a_word(entry.place, word) || entry.postcode.starts_with(word) || entry.code == word;
        all_in_name = all_in_name && in_name;
        all_begin = all_begin && begins;
        all_inside = all_inside && (begins || (word.size() >= 3 && (entry.name.find(word) != std::string::npos ||
                                                                    entry.place.find(word) != std::string::npos)));
        if (!all_inside)
            return no_match;
    }
    return all_in_name ? 5 : all_begin ? 6 : 7;
}

std::vector<std::size_t> PracticeSearch::spelt_almost(const std::vector<std::string>& words, Among among) const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
    {
        const Entry& entry = m_entries[i];
        if (among == Among::OpenPractices && !entry.open)
            continue;
        const std::vector<std::string> own = foundation::split_words(entry.name + " " + entry.place);
        const auto almost = [&](const std::string& word)
        {
            return std::any_of(own.begin(), own.end(),
                               [&](const std::string& other) {
                                   return other.starts_with(word) ||
                                          (word.size() >= 4 && is_one_slip_away(word, other));
                               });
        };
        if (std::all_of(words.begin(), words.end(), almost))
            found.push_back(i);
    }
    std::sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) { return m_places[a] < m_places[b]; });
    return found;
}

Found PracticeSearch::find(std::string_view typed, Among among, std::size_t most) const
{
    const std::string plain = plain_words(typed);
    const std::vector<std::string> words = foundation::split_words(plain);
    const std::string together = without_spaces(plain);
    struct Hit
    {
        int rank = 0;
        std::uint32_t place = 0;
        std::size_t index = 0;
        auto operator<=>(const Hit&) const = default;
    };
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
    {
        if (among == Among::OpenPractices && !m_entries[i].open)
            continue;
        const int rank_here = words.empty() ? 0 : rank(m_entries[i], plain, together, words);
        if (rank_here != no_match)
            hits.push_back({rank_here, m_places[i], i});
    }
    Found found;
    found.total = hits.size();
    const std::size_t given = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(given), hits.end());
    for (std::size_t i = 0; i < given; ++i)
        found.practices.push_back(hits[i].index);
    if (!hits.empty() || words.empty())
        return found;
    found.practices = spelt_almost(words, among);
    found.total = found.practices.size();
    found.practices.resize(std::min(most, found.practices.size()));
    found.near_only = !found.practices.empty();
    return found;
}

} // namespace fedadvise::directory
