#include "document/page_painter.h"

#include "document/scene_painter.h"

#include <cairo.h>

#include <algorithm>
#include <numbers>

namespace fedadvise::document
{

namespace
{

void use(cairo_t* cairo, const Colour& colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

void paint_dots(cairo_t* cairo, const Decoration& row)
{
    const double dashes[] = {0, row.line_width * 4};
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cairo, dashes, 2, 0);
    cairo_set_line_width(cairo, row.line_width);
    // from the right, so that the dots of all rows stand under each other
    cairo_move_to(cairo, row.x + row.width, row.y);
    cairo_line_to(cairo, row.x, row.y);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, nullptr, 0, 0);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
}

void outline(cairo_t* cairo, const Decoration& box)
{
    constexpr double quarter = std::numbers::pi / 2;
    const double r = std::min({box.radius, box.width / 2, box.height / 2});
    const double right = box.x + box.width, bottom = box.y + box.height;
    if (r <= 0)
        return cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    cairo_new_path(cairo);
    cairo_arc(cairo, right - r, box.y + r, r, -quarter, 0);
    cairo_arc(cairo, right - r, bottom - r, r, 0, quarter);
    cairo_arc(cairo, box.x + r, bottom - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, box.x + r, box.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

void paint(cairo_t* cairo, const Fonts&, const Decoration& box)
{
    if (box.dotted)
    {
        use(cairo, *box.line);
        return paint_dots(cairo, box);
    }
    outline(cairo, box);
    if (box.fill)
    {
        use(cairo, *box.fill);
        cairo_fill_preserve(cairo);
    }
    if (box.line)
    {
        use(cairo, *box.line);
        cairo_set_line_width(cairo, box.line_width);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

void paint(cairo_t* cairo, const Fonts& fonts, const Letters& letters)
{
    paint_letters(cairo, fonts, letters);
}

void paint(cairo_t* cairo, const Fonts& fonts, const Drawing& drawing)
{
    cairo_save(cairo);
    cairo_translate(cairo, drawing.x, drawing.y);
    cairo_scale(cairo, drawing.scale, drawing.scale);
    paint_scene(cairo, fonts, *drawing.scene);
    cairo_restore(cairo);
}

int node_of(const Mark& mark)
{
    if (const auto* letters = std::get_if<Letters>(&mark))
        return letters->style.node;
    if (const auto* drawing = std::get_if<Drawing>(&mark))
        return drawing->node;
    return -1;
}

bool is_visible(const Mark& mark)
{
    const auto* letters = std::get_if<Letters>(&mark);
    return letters == nullptr || !letters->glyphs.empty();
}

} // namespace

void prepare_for_letters(_cairo* cairo)
{
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

void paint_page(_cairo* cairo, const Fonts& fonts, const Page& page, const std::function<void(int)>& before_mark)
{
    for (const Marks* marks : {&page.grounds, &page.marks, &page.frame})
        for (const Mark& mark : *marks)
        {
            if (!is_visible(mark))
                continue;
            if (before_mark)
                before_mark(node_of(mark));
            std::visit([&](const auto& one) { paint(cairo, fonts, one); }, mark);
        }
}

} // namespace fedadvise::document
