// Columns of a table in a DOCX file: which stand together, how wide they are, and which rows are short. Word and
// LibreOffice lay the words out, so all of it is a guess at how wide letters are.
#pragma once

#include "document/document.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace fedadvise::document
{

/// The columns that stand on the page together, by their places in the table: those of a wide table in several parts,
/// each with the first column.
[[nodiscard]] std::vector<std::vector<std::size_t>> docx_parts_of(std::size_t columns);

/// Widths in twentieths of a point that add up to `total`: by what the columns ask for, but none narrower than its
/// longest word or badge as long as the others have room.
[[nodiscard]] std::vector<int> docx_column_widths(const Table& table, const std::vector<std::size_t>& places,
                                                  int total);

/// Whether a heading in a column so wide is short enough to stand on every page.
[[nodiscard]] bool docx_is_short(std::string_view heading, int width);
/// Whether a row is short enough to be kept on one page.
[[nodiscard]] bool docx_is_short(const Row& row, const std::vector<std::size_t>& places,
                                 const std::vector<int>& widths);

} // namespace fedadvise::document
