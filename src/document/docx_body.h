// The text of a DOCX file: the blocks of a document as WordprocessingML, with what they refer to.
#pragma once

#include "document/document.h"
#include "document/zip_archive.h"
#include "foundation/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fedadvise::document
{

/// From a part to another part, or to an address outside.
struct DocxRelation
{
    std::string id;
    std::string type; ///< the last word of its name: "hyperlink"
    std::string target;
    bool outside = false;
};

struct DocxBody
{
    std::string part; ///< word/document.xml
    std::vector<DocxRelation> relations;
    std::vector<ZipEntry> pictures;
    std::size_t numbered_lists = 0;
};

// Relations of the text to header and footers, which the writer adds.
constexpr std::string_view docx_header = "header", docx_footer = "footer", docx_first_footer = "firstFooter";

[[nodiscard]] foundation::Result<DocxBody> docx_body(const Document& document, const std::filesystem::path& fonts);

} // namespace fedadvise::document
