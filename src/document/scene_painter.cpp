#include "document/scene_painter.h"

#include "document/page_layout.h"

#include <cairo.h>

#include <algorithm>
#include <numbers>

namespace fedadvise::document
{

namespace
{

/// Words that do not fit are set in letters smaller by so much at most, then cut.
constexpr double smallest_share = 0.7;

Colour colour_of(Ink ink)
{
    switch (ink)
    {
    case Ink::Text: return colours::text;
    case Ink::Soft: return colours::soft;
    case Ink::Accent: return colours::accent;
    case Ink::Pale: return {0.835, 0.875, 0.894}; // #d5dfe4: seen against white, and light behind letters
    case Ink::None:
    case Ink::Paper: break;
    }
    return colours::paper;
}

class ScenePainter
{
public:
    ScenePainter(cairo_t* cairo, const Fonts& fonts, const Scene& scene)
        : m_cairo(cairo), m_fonts(fonts), m_scene(scene)
    {
    }

    void operator()(const Line& line) const
    {
        cairo_new_path(m_cairo);
        cairo_move_to(m_cairo, line.x1, line.y1);
        cairo_line_to(m_cairo, line.x2, line.y2);
        draw(Ink::None, line.stroke);
    }

    void operator()(const Box& box) const
    {
        if (box.width <= 0 || box.height <= 0)
            return;
        constexpr double quarter = std::numbers::pi / 2;
        const double r = std::clamp(box.radius, 0, std::min(box.width, box.height) / 2);
        const double x = box.x, y = box.y, right = x + box.width, bottom = y + box.height;
        cairo_new_path(m_cairo);
        if (box.radius <= 0)
            cairo_rectangle(m_cairo, x, y, box.width, box.height);
        else
        {
            cairo_arc(m_cairo, right - r, y + r, r, -quarter, 0);
            cairo_arc(m_cairo, right - r, bottom - r, r, 0, quarter);
            cairo_arc(m_cairo, x + r, bottom - r, r, quarter, 2 * quarter);
            cairo_arc(m_cairo, x + r, y + r, r, 2 * quarter, 3 * quarter);
            cairo_close_path(m_cairo);
        }
        draw(box.fill, box.stroke);
    }

    void operator()(const Disc& disc) const
    {
        if (disc.radius <= 0)
            return;
        cairo_new_path(m_cairo);
        cairo_arc(m_cairo, disc.x, disc.y, disc.radius, 0, 2 * std::numbers::pi);
        cairo_close_path(m_cairo);
        draw(disc.fill, disc.stroke);
    }

    void operator()(const Arc& arc) const
    {
        if (arc.radius <= 0)
            return;
        constexpr double degree = std::numbers::pi / 180;
        cairo_new_path(m_cairo);
        cairo_arc(m_cairo, arc.x, arc.y, arc.radius, arc.from * degree, std::min(arc.to, arc.from + 360) * degree);
        draw(Ink::None, arc.stroke);
    }

    void operator()(const Words& words) const
    {
        if (words.ink == Ink::None || words.size <= 0)
            return;
        Style style;
        style.cut = cut_for(words.strong, false);
        style.size = words.size;
        style.colour = colour_of(words.ink);
        const int room = words.anchor == Anchor::Start ? m_scene.width - words.x
                         : words.anchor == Anchor::End ? words.x
                                                       : 2 * std::min(words.x, m_scene.width - words.x);
        const double width = std::max(room, words.size);
        if (const double whole = one_line(m_fonts, words.text, style, 1e9).width; whole > width)
            style.size *= std::max(smallest_share, width / whole - 0.001);
        Letters letters = one_line(m_fonts, words.text, style, width);
        letters.x = words.x - (words.anchor == Anchor::Start ? 0
                               : words.anchor == Anchor::End ? 1
                                                             : 0.5) *
                                  letters.width;
        letters.y = words.y;
        paint_letters(m_cairo, m_fonts, letters);
    }

private:
    void draw(Ink fill, const Stroke& stroke) const
    {
        if (fill != Ink::None)
        {
            use(fill);
            cairo_fill_preserve(m_cairo);
        }
        if (stroke.ink != Ink::None && stroke.width > 0)
        {
            use(stroke.ink);
            cairo_set_line_width(m_cairo, stroke.width);
            const double dashes[] = {4, 4};
            cairo_set_dash(m_cairo, dashes, stroke.dashed ? 2 : 0, 0);
            cairo_stroke(m_cairo);
            cairo_set_dash(m_cairo, nullptr, 0, 0);
        }
        cairo_new_path(m_cairo);
    }

    void use(Ink ink) const
    {
        const Colour colour = colour_of(ink);
        cairo_set_source_rgb(m_cairo, colour.red, colour.green, colour.blue);
    }

    cairo_t* m_cairo;
    const Fonts& m_fonts;
    const Scene& m_scene;
};

} // namespace

void paint_letters(_cairo* cairo, const Fonts& fonts, const Letters& letters)
{
    if (letters.glyphs.empty())
        return;
    const Style& style = letters.style;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    std::string text;
    double x = letters.x;
    for (std::size_t i = 0; i < letters.glyphs.size(); ++i)
    {
        const std::size_t before = text.size();
        text += utf8_of({&letters.codes[i], 1});
        glyphs.push_back({letters.glyphs[i].index, x, letters.y});
        clusters.push_back({static_cast<int>(text.size() - before), 1});
        x += letters.glyphs[i].advance * style.size;
    }
    cairo_set_font_face(cairo, fonts.face(style.cut));
    cairo_set_font_size(cairo, style.size);
    cairo_set_source_rgb(cairo, style.colour.red, style.colour.green, style.colour.blue);
    cairo_show_text_glyphs(cairo, text.data(), static_cast<int>(text.size()), glyphs.data(),
                           static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()),
                           cairo_text_cluster_flags_t{});
}

void paint_scene(_cairo* cairo, const Fonts& fonts, const Scene& scene)
{
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    const ScenePainter painter(cairo, fonts, scene);
    for (const Shape& shape : scene.shapes)
        std::visit(painter, shape);
}

} // namespace fedadvise::document
