// PDF writer: laid out pages as a PDF. cairo draws; pdf_finish adds what cairo cannot.
#pragma once

#include "document/page_layout.h"
#include "foundation/result.h"

#include <string>
#include <vector>

namespace fedadvise::document
{

/// A PDF whose pieces of marked content belong, page by page and in their order, to these elements of the structure.
struct DrawnPdf
{
    std::string bytes;
    std::vector<std::vector<int>> nodes;
};

[[nodiscard]] foundation::Result<DrawnPdf> drawn_pdf(const PageLayout& layout);

/// Adds the structure with its alternative texts, links, the language, metadata, and marks for what is decoration.
[[nodiscard]] foundation::Result<std::string> finished_pdf(const PageLayout& layout, const DrawnPdf& drawn);

/// "D:20261122000000Z" for "2026-11-22"; a fixed day when it is no date.
[[nodiscard]] std::string pdf_date(const std::string& date);

[[nodiscard]] foundation::Error pdf_failed(const std::string& why);

} // namespace fedadvise::document
