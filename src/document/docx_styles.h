// The parts of a DOCX file that do not depend on its text: page, styles, lists and fonts.
#pragma once

#include "document/document.h"

#include <cstddef>
#include <string>

namespace fedadvise::document
{

/// Lengths in twentieths of a point, of a portrait A4 page.
struct DocxPage
{
    int width = 11906, height = 16838;
    int margin = 1020; ///< 18 mm
    int to_header = 510;
    int paragraph_gap = 120;

    [[nodiscard]] constexpr int text_width() const { return width - 2 * margin; }
    [[nodiscard]] constexpr int text_height() const { return height - 2 * margin; }
};

[[nodiscard]] DocxPage docx_page(Size size);

// Numbers of lists in the numbering part: one for all lists with bullets; every numbered list has one of its own, from
// `first_numbered_list` on, and so begins with 1. The one before is that of the style, for lists that people add.
constexpr std::size_t bullet_list = 1;
constexpr std::size_t first_numbered_list = 3;

[[nodiscard]] std::string docx_styles_part(const Document& document);
[[nodiscard]] std::string docx_numbering_part(std::size_t numbered_lists);
[[nodiscard]] std::string docx_font_table_part();

} // namespace fedadvise::document
