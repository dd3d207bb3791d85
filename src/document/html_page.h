// HTML page: the start of a page with its style for screen and paper, light and dark, and its tables.
#pragma once

#include "document/markup.h"

#include <span>
#include <string_view>
#include <vector>

namespace fedadvise::document
{

/// The start of a page up to the open body: title, language, style, and no way for anything to load from elsewhere.
/// `more_style` is a style sheet of ours that goes on top.
void open_page(Markup& page, std::string_view title, std::string_view more_style = {},
               std::string_view language = "en-GB");

/// A table's start: a scrolling frame that the keyboard reaches, the caption, and column heads.
void open_table(Markup& page, std::string_view caption, const std::vector<std::string_view>& columns);
void close_table(Markup& page);

} // namespace fedadvise::document
