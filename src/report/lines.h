// Lines: a short report as a list of headings, sentences and items, for a text file and for a window alike.
#pragma once

#include <string>
#include <vector>

namespace fedadvise::report
{

enum class LineKind
{
    Title,
    Heading,
    Subheading,
    Body,
    Item,
    Detail, ///< below an item
};

struct Line
{
    LineKind kind = LineKind::Body;
    std::string text;
    friend bool operator==(const Line&, const Line&) = default;
};

using Lines = std::vector<Line>;

[[nodiscard]] std::string lines_as_text(const Lines& lines);

} // namespace fedadvise::report
