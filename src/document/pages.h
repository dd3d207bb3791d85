// Pages: a document laid out on A4 paper, as PDF, and as pictures for the preview and the printer.
#pragma once

#include "document/document.h"
#include "foundation/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::document
{

/// Rows of pixels from the top, three bytes (red, green, blue) each.
struct Picture
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
};

class Pages
{
public:
    /// `fonts` is the folder with the fonts that came with the program. Fails when one cannot be read.
    [[nodiscard]] static foundation::Result<Pages> lay_out(const Document& document,
                                                           const std::filesystem::path& fonts);
    Pages(Pages&&) noexcept;
    Pages& operator=(Pages&&) noexcept;
    ~Pages();

    [[nodiscard]] std::size_t count() const; ///< at least 1
    /// `page` counts from 0. A4 at 96 dots an inch is 794 by 1123 pixels.
    [[nodiscard]] Picture picture(std::size_t page, int dots_per_inch) const;
    /// A tagged PDF with bookmarks, links, embedded fonts; the same bytes for the same document.
    [[nodiscard]] foundation::Result<std::string> pdf() const;

private:
    struct Layout;
    explicit Pages(std::unique_ptr<Layout> layout);
    std::unique_ptr<Layout> m_layout;
};

/// The picture as PNG, `scale` pixels for each unit of the scene.
[[nodiscard]] foundation::Result<std::string> scene_as_png(const Scene& scene, const std::filesystem::path& fonts,
                                                           int scale);

} // namespace fedadvise::document
