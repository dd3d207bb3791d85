// Pictures in a DOCX file: each as PNG for every program, and as SVG for those that can draw it.
#pragma once

#include "document/scene.h"
#include "document/xml_writer.h"
#include "foundation/result.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace fedadvise::document
{

/// The picture as PNG, with enough pixels for print.
[[nodiscard]] foundation::Result<std::string> docx_png(const Scene& scene, const std::filesystem::path& fonts);

/// The picture as a file of its own.
[[nodiscard]] std::string docx_svg(const Scene& scene);

/// Where a picture is found, and the room for it in twentieths of a point.
struct DocxPicture
{
    std::size_t number = 1; ///< unique in the document
    std::string png, svg;   ///< ids of relationships
    int text_width = 1, most_height = 1;
};

/// The w:r with the picture and its alternative text. A scene 720 units wide fills the width of the text; larger ones
/// are made to fit.
void write_picture(XmlWriter& part, const Scene& scene, const DocxPicture& picture);

} // namespace fedadvise::document
