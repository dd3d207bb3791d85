#include "directory/csv_writer.h"

namespace fedadvise::directory
{

std::string csv_cell(std::string_view text)
{
    constexpr std::string_view begins_formula = "=+-@\t\r";
    std::string cell;
    if (!text.empty() && begins_formula.find(text.front()) != std::string_view::npos)
        cell += '\'';
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell)
    {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_row(std::span<const std::string> cells)
{
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    return row + "\r\n";
}

} // namespace fedadvise::directory
