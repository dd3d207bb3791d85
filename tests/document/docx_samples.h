// Documents for the tests of the DOCX writer: one with everything, and some that mean no good.
#pragma once

#include "document/document.h"

#include <string>
#include <utility>
#include <vector>

namespace fedadvise::document
{

/// Every kind of block, link and tone.
[[nodiscard]] Document sample_document(Size size = Size::Normal);

/// Names and notes that are markup, control characters, letters of many scripts or very long; tables without end.
[[nodiscard]] Document hostile_document();

/// Name and document of each file to look at.
[[nodiscard]] std::vector<std::pair<std::string, Document>> docx_samples();

} // namespace fedadvise::document
