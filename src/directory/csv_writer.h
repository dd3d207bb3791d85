// CSV rows as RFC 4180 has them, safe to open in a spreadsheet.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fedadvise::directory
{

/// A cell of text. What a spreadsheet would take for a formula (=, +, -, @, tab or carriage return in front) gets an
/// apostrophe in front of it.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// A row with its line break (CR LF).
[[nodiscard]] std::string csv_row(std::span<const std::string> cells);

} // namespace fedadvise::directory
