// DOCX: a document for Word and LibreOffice that a practice manager can edit.
#pragma once

#include "document/document.h"
#include "foundation/result.h"

#include <filesystem>
#include <string>

namespace fedadvise::document
{

/// The bytes of the file, the same for the same document. `fonts` is the folder of the fonts that pictures are drawn
/// with. Fails when a font cannot be read.
[[nodiscard]] foundation::Result<std::string> document_as_docx(const Document& document,
                                                               const std::filesystem::path& fonts);

} // namespace fedadvise::document
