#include "document/pages.h"

#include "document/page_painter.h"
#include "document/pdf_writer.h"
#include "document/scene_painter.h"

#include <cairo.h>

#include <algorithm>

namespace fedadvise::document
{

namespace
{

constexpr int most_pixels = 20'000; ///< along a side

/// A picture that is being painted: white at first.
class Canvas
{
public:
    Canvas(int width, int height)
        : m_surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, std::clamp(width, 1, most_pixels),
                                               std::clamp(height, 1, most_pixels))),
          m_cairo(cairo_create(m_surface))
    {
        cairo_set_source_rgb(m_cairo, 1, 1, 1);
        cairo_paint(m_cairo);
        prepare_for_letters(m_cairo);
    }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas()
    {
        cairo_destroy(m_cairo);
        cairo_surface_destroy(m_surface);
    }

    [[nodiscard]] cairo_t* cairo() const { return m_cairo; }

    [[nodiscard]] Picture picture() const
    {
        cairo_surface_flush(m_surface);
        Picture picture;
        if (cairo_surface_status(m_surface) != CAIRO_STATUS_SUCCESS || cairo_status(m_cairo) != CAIRO_STATUS_SUCCESS)
            return picture;
        picture.width = cairo_image_surface_get_width(m_surface);
        picture.height = cairo_image_surface_get_height(m_surface);
        picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
        const unsigned char* row = cairo_image_surface_get_data(m_surface);
        for (int y = 0; y < picture.height; ++y, row += cairo_image_surface_get_stride(m_surface))
            for (int x = 0; x < picture.width; ++x)
            {
                std::uint32_t pixel = 0;
                std::copy_n(row + 4 * x, 4, reinterpret_cast<unsigned char*>(&pixel));
                for (const unsigned byte : {16U, 8U, 0U})
                    picture.pixels.push_back(static_cast<std::uint8_t>(pixel >> byte));
            }
        return picture;
    }

    [[nodiscard]] foundation::Result<std::string> png() const
    {
        std::string bytes;
        const auto append = [](void* target, const unsigned char* data, unsigned int length)
        {
            static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        };
        const cairo_status_t status = cairo_status(m_cairo) != CAIRO_STATUS_SUCCESS
                                          ? cairo_status(m_cairo)
                                          : cairo_surface_write_to_png_stream(m_surface, append, &bytes);
        if (status != CAIRO_STATUS_SUCCESS)
            return foundation::Error{"document.picture-failed",
                                     std::string("The picture could not be drawn: ") + cairo_status_to_string(status) +
                                         ".",
                                     "Close other programs to free memory, and try again."};
        return bytes;
    }

private:
    cairo_surface_t* m_surface;
    cairo_t* m_cairo;
};

} // namespace

struct Pages::Layout
{
    PageLayout pages;
};

Pages::Pages(std::unique_ptr<Layout> layout) : m_layout(std::move(layout)) {}
Pages::Pages(Pages&&) noexcept = default;
Pages& Pages::operator=(Pages&&) noexcept = default;
Pages::~Pages() = default;

foundation::Result<Pages> Pages::lay_out(const Document& document, const std::filesystem::path& fonts)
{
    auto loaded = Fonts::load(fonts);
    if (!loaded)
        return loaded.error();
    auto layout = std::make_unique<Layout>();
    layout->pages = laid_out(document, std::move(loaded).value());
    return Pages(std::move(layout));
}

std::size_t Pages::count() const
{
    return m_layout->pages.pages.size();
}

Picture Pages::picture(std::size_t page, int dots_per_inch) const
{
    const double scale = std::clamp(dots_per_inch, 1, 1200) / 72.0;
    Canvas canvas(static_cast<int>(paper_width * scale + 0.5), static_cast<int>(paper_height * scale + 0.5));
    cairo_scale(canvas.cairo(), scale, scale);
    if (page < count())
        paint_page(canvas.cairo(), *m_layout->pages.fonts, m_layout->pages.pages[page]);
    return canvas.picture();
}

foundation::Result<std::string> Pages::pdf() const
{
    const auto drawn = drawn_pdf(m_layout->pages);
    if (!drawn)
        return drawn.error();
    return finished_pdf(m_layout->pages, drawn.value());
}

foundation::Result<std::string> scene_as_png(const Scene& scene, const std::filesystem::path& fonts, int scale)
{
    const auto loaded = Fonts::load(fonts);
    if (!loaded)
        return loaded.error();
    const int factor = std::clamp(scale, 1, 16);
    const Canvas canvas(std::clamp(scene.width, 1, most_pixels / factor) * factor,
                        std::clamp(scene.height, 1, most_pixels / factor) * factor);
    cairo_scale(canvas.cairo(), factor, factor);
    paint_scene(canvas.cairo(), *loaded.value(), scene);
    return canvas.png();
}

} // namespace fedadvise::document
