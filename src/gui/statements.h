// Statements: the texts that come with the program, such as licences, as paragraphs to read.
#pragma once

#include "gui/reading_pane.h"

#include <string>

namespace fedadvise::gui
{

/// A line above one of "=" is a title, above one of "-" a heading; lines that follow one another are one paragraph, and
/// "- " begins a point. A text that does not begin with a title stays as it is, line by line.
[[nodiscard]] Paragraphs statement_paragraphs(const std::string& text);

} // namespace fedadvise::gui
