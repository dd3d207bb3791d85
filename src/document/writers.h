// Writers: a document as HTML and as plain text. DOCX stands in docx_writer.h, pages and PDF in pages.h.
#pragma once

#include "document/document.h"

#include <string>

namespace fedadvise::document
{

/// One self-contained, accessible HTML file: no script, nothing from elsewhere.
[[nodiscard]] std::string document_as_html(const Document& document);

/// Lines of up to 100 characters; a picture is its title and description, unless the blocks beside it say the same. A
/// document with a list of contents ends with the leading sentences of its first section once more.
[[nodiscard]] std::string document_as_text(const Document& document);

/// The picture alone, as an SVG element with title and description; well-formed XML too.
[[nodiscard]] std::string scene_as_svg(const Scene& scene);

} // namespace fedadvise::document
