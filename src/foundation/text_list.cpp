#include "foundation/text_list.h"

#include <algorithm>
#include <numeric>

namespace fedadvise::foundation
{

namespace
{

constexpr std::string_view white_space = " \t\r\n";

/// Edit distance of Damerau and Levenshtein, restricted form: insertions, deletions, changes and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        d[i][0] = i;
    std::iota(d[0].begin(), d[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
        {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string with_line_feeds(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r')
            result += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            result += '\n';
    return result;
}

std::vector<std::string> split_words(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t begin = text.find_first_not_of(white_space); begin != std::string_view::npos;)
    {
        const std::size_t end = text.find_first_of(white_space, begin);
        words.emplace_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(white_space, end);
    }
    return words;
}

std::string as_paragraph(std::string_view text)
{
    return joined(split_words(text), " ");
}

std::string joined(std::span<const std::string> words, std::string_view separator)
{
    std::string text;
    for (const std::string& word : words)
    {
        if (&word != words.data())
            text += separator;
        text += word;
    }
    return text;
}

std::string joined_as_sentence(std::span<const std::string> words, std::string_view last_link)
{
    if (words.size() < 2)
        return joined(words, "");
    return joined(words.first(words.size() - 1), ", ") + " " + std::string(last_link) + " " + words.back();
}

std::string lower_case(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string nearest_word(std::string_view word, std::span<const std::string> candidates)
{
    const std::size_t allowed = word.size() <= 4 ? 1 : 2;
    std::size_t nearest_distance = allowed + 1;
    std::string nearest;
    if (word.size() > 200)
        return nearest;
    for (const std::string& candidate : candidates)
    {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < nearest_distance)
        {
            nearest_distance = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace fedadvise::foundation
