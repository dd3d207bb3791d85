#include "document/docx_picture.h"

#include "document/docx_text.h"
#include "document/pages.h"
#include "document/writers.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace fedadvise::document
{

namespace
{

using foundation::Result;

constexpr std::string_view drawing_namespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr std::string_view picture_namespace = "http://schemas.openxmlformats.org/drawingml/2006/picture";
constexpr std::string_view svg_extension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
constexpr std::string_view svg_namespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

constexpr int full_width = 720;                   ///< units of a scene that fill the width of the text
constexpr std::int64_t emu = 635;                 ///< English metric units in a twentieth of a point
constexpr std::size_t longest_description = 4000; ///< letters; nobody listens longer

// Pixels in a unit of the scene: 300 dots an inch on paper, as long as the picture is not very large.
constexpr int finest = 3;
constexpr std::int64_t most_pixels = 8'000'000;

struct Extent
{
    std::int64_t width = 1, height = 1; ///< English metric units
};

Extent extent_of(const Scene& scene, const DocxPicture& picture)
{
    const std::int64_t width = std::max(1, scene.width), height = std::max(1, scene.height);
    const std::int64_t room = picture.text_width * emu, most_height = picture.most_height * emu;
    Extent extent{width * room / full_width, height * room / full_width};
    if (extent.width > room)
        extent = {room, std::max<std::int64_t>(1, height * room / width)};
    if (extent.height > most_height)
        extent = {std::max<std::int64_t>(1, width * most_height / height), most_height};
    return extent;
}

void write_blip(XmlWriter& part, const DocxPicture& picture)
{
    part.open("pic:blipFill").open("a:blip", {{"r:embed", picture.png}});
    part.open("a:extLst").open("a:ext", {{"uri", svg_extension}});
    part.single("asvg:svgBlip", {{"xmlns:asvg", svg_namespace}, {"r:embed", picture.svg}});
    part.close().close().close();
    part.open("a:stretch").single("a:fillRect").close().close();
}

} // namespace

Result<std::string> docx_png(const Scene& scene, const std::filesystem::path& fonts)
{
    const std::int64_t area = std::int64_t{std::max(1, scene.width)} * std::max(1, scene.height);
    int scale = finest;
    while (scale > 1 && area * scale * scale > most_pixels)
        --scale;
    return scene_as_png(scene, fonts, scale);
}

std::string docx_svg(const Scene& scene)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + scene_as_svg(scene);
}

void write_picture(XmlWriter& part, const Scene& scene, const DocxPicture& picture)
{
    const Extent extent = extent_of(scene, picture);
    const std::string width = std::to_string(extent.width), height = std::to_string(extent.height);
    const std::string number = std::to_string(picture.number), name = "Picture " + number;
    const std::string title = shortened(scene.title, longest_description);
    const std::string words =
        shortened(scene.description.empty() ? scene.title : scene.description, longest_description);
    const std::string description = words.empty() ? name : words;

    part.open("w:r").open("w:drawing");
    part.open("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    part.single("wp:extent", {{"cx", width}, {"cy", height}});
    part.single("wp:effectExtent", {{"l", "0"}, {"t", "0"}, {"r", "0"}, {"b", "0"}});
    part.single("wp:docPr", {{"id", number}, {"name", name}, {"descr", description}, {"title", title}});
    part.open("wp:cNvGraphicFramePr");
    part.single("a:graphicFrameLocks", {{"xmlns:a", drawing_namespace}, {"noChangeAspect", "1"}}).close();
    part.open("a:graphic", {{"xmlns:a", drawing_namespace}}).open("a:graphicData", {{"uri", picture_namespace}});
    part.open("pic:pic", {{"xmlns:pic", picture_namespace}}).open("pic:nvPicPr");
    part.single("pic:cNvPr", {{"id", number}, {"name", name}, {"descr", description}}).single("pic:cNvPicPr").close();
    write_blip(part, picture);
    part.open("pic:spPr").open("a:xfrm").single("a:off", {{"x", "0"}, {"y", "0"}});
    part.single("a:ext", {{"cx", width}, {"cy", height}}).close();
    part.open("a:prstGeom", {{"prst", "rect"}}).single("a:avLst").close().close();
    part.close().close().close().close().close().close();
}

} // namespace fedadvise::document
