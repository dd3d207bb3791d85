#include "document/docx_columns.h"

#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace fedadvise::document
{

namespace
{

// More are too narrow to read on a portrait page, and Word opens no table with more than 63.
constexpr std::size_t most_columns = 9;
constexpr int most_lines = 15;
constexpr int padding = 170, letter_width = 95, broad_letter_width = 115; ///< twentieths of a point

int letters_in(std::string_view text)
{
    return static_cast<int>(std::min<std::size_t>(foundation::code_point_count(text), 1'000));
}

int longest_word(std::string_view text)
{
    int longest = 0;
    for (const std::string& word : foundation::split_words(text))
        longest = std::max(longest, letters_in(word));
    return longest;
}

/// A badge stays in one piece when there is room.
int longest_piece(const Text& text)
{
    int longest = longest_word(letters_of(text));
    for (const Run& run : text)
        if (!run.badge.empty())
            longest = std::max(longest, letters_in(run.text));
    return longest;
}

/// Room for the longest word or badge of the column.
int need_of(const Table& table, std::size_t place)
{
    int letters = longest_word(table.columns[place].heading);
    for (const Row& row : table.rows)
        if (place < row.cells.size())
            for (const Paragraph& paragraph : row.cells[place].paragraphs)
                letters = std::max(letters, longest_piece(paragraph.text));
    return letters * broad_letter_width + padding;
}

/// `total` divided by the shares, without losing a unit to rounding.
std::vector<int> divided(int total, const std::vector<int>& shares)
{
    const int sum = std::accumulate(shares.begin(), shares.end(), 0);
    std::vector<int> parts;
    int before = 0, left_edge = 0;
    for (const int share : shares)
    {
        before += share;
        const int right_edge = static_cast<int>(static_cast<long long>(total) * before / std::max(1, sum));
        parts.push_back(right_edge - left_edge);
        left_edge = right_edge;
    }
    return parts;
}

/// About as many lines as the letters take in a cell so wide.
int lines_in(std::size_t letters, int width)
{
    const auto in_a_line = static_cast<std::size_t>(std::max(1, (width - padding) / letter_width));
    return static_cast<int>(std::min<std::size_t>(1'000, letters / in_a_line + 1));
}

} // namespace

std::vector<std::vector<std::size_t>> docx_parts_of(std::size_t columns)
{
    std::vector<std::vector<std::size_t>> parts;
    for (std::size_t i = 1; i < columns; ++i)
    {
        if (parts.empty() || parts.back().size() == most_columns)
            parts.push_back({0});
        parts.back().push_back(i);
    }
    if (columns == 1)
        parts.push_back({0});
    return parts;
}

std::vector<int> docx_column_widths(const Table& table, const std::vector<std::size_t>& places, int total)
{
    std::vector<int> needs, shares;
    for (const std::size_t place : places)
    {
        needs.push_back(std::min(need_of(table, place), total / 3));
        shares.push_back(std::clamp(table.columns[place].width, 1, 12));
    }
    if (std::accumulate(needs.begin(), needs.end(), 0) >= total)
        return divided(total, needs);

    // Columns that would get too little take what they need; the rest is shared among the others, until all have
    // enough.
    std::vector<int> widths = divided(total, shares);
    std::vector<bool> settled(places.size(), false);
    for (bool again = true; again;)
    {
        again = false;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (!settled[i] && widths[i] < needs[i])
            {
                settled[i] = again = true;
                shares[i] = 0;
            }
        int rest = total;
        for (std::size_t i = 0; i < places.size(); ++i)
            rest -= settled[i] ? needs[i] : 0;
        const std::vector<int> others = divided(rest, shares);
        for (std::size_t i = 0; i < places.size(); ++i)
            widths[i] = settled[i] ? needs[i] : others[i];
    }
    return widths;
}

bool docx_is_short(std::string_view heading, int width)
{
    return lines_in(foundation::code_point_count(heading), width) <= most_lines;
}

bool docx_is_short(const Row& row, const std::vector<std::size_t>& places, const std::vector<int>& widths)
{
    for (std::size_t i = 0; i < places.size(); ++i)
    {
        int lines = 0;
        if (places[i] < row.cells.size())
            for (const Paragraph& paragraph : row.cells[places[i]].paragraphs)
                lines += lines_in(foundation::code_point_count(letters_of(paragraph.text)), widths[i]);
        if (lines > most_lines)
            return false;
    }
    return true;
}

} // namespace fedadvise::document
