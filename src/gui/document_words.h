// Document words: a document of the report as paragraphs to read, for those who cannot read its pages.
#pragma once

#include "document/document.h"
#include "gui/reading_pane.h"

namespace fedadvise::gui
{

/// All that stands in the document; of a picture its title and description, of a table each row with its columns named.
[[nodiscard]] Paragraphs document_paragraphs(const document::Document& document);

} // namespace fedadvise::gui
