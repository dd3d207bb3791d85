#include "document/markup.h"
#include "document/writers.h"

#include <array>
#include <cmath>
#include <numbers>

namespace fedadvise::document
{

namespace
{

/// A colour stands in the element for programs that know no style sheet; the class lets a page choose another.
struct InkNames
{
    std::string_view colour, fill, line;
};

const InkNames& names_of(Ink ink)
{
    static constexpr std::array<InkNames, 6> names = {{{"none", "", ""},
                                                       {"#1c2329", "fill-text", "line-text"},
                                                       {"#4a555f", "fill-soft", "line-soft"},
                                                       {"#0b5563", "fill-accent", "line-accent"},
                                                       {"#d5dfe4", "fill-pale", "line-pale"},
                                                       {"#ffffff", "fill-paper", "line-paper"}}};
    return names[static_cast<std::size_t>(ink)];
}

std::string number(int value)
{
    return std::to_string(value);
}

/// A coordinate with one decimal, the same everywhere.
std::string tenths(double value)
{
    const auto all = std::lround(value * 10);
    const std::string sign = all < 0 ? "-" : "";
    return sign + std::to_string(std::labs(all) / 10) + "." + std::to_string(std::labs(all) % 10);
}

std::string classes(Ink fill, const Stroke& stroke)
{
    const std::string_view a = names_of(fill).fill, b = names_of(stroke.ink).line;
    return std::string{a} + (a.empty() || b.empty() ? "" : " ") + std::string{b};
}

class Painter
{
public:
    explicit Painter(Markup& page) : m_page(page) {}

    void operator()(const Line& line) const
    {
        m_page.element("line", "",
                       {{"class", classes(Ink::None, line.stroke)},
                        {"x1", number(line.x1)},
                        {"y1", number(line.y1)},
                        {"x2", number(line.x2)},
                        {"y2", number(line.y2)},
                        {"stroke", names_of(line.stroke.ink).colour},
                        {"stroke-width", number(line.stroke.width)},
                        {"stroke-dasharray", dashes(line.stroke)}});
    }

    void operator()(const Box& box) const
    {
        m_page.element("rect", "",
                       {{"class", classes(box.fill, box.stroke)},
                        {"x", number(box.x)},
                        {"y", number(box.y)},
                        {"width", number(box.width)},
                        {"height", number(box.height)},
                        {"rx", number(box.radius)},
                        {"fill", names_of(box.fill).colour},
                        {"stroke", names_of(box.stroke.ink).colour},
                        {"stroke-width", number(box.stroke.width)},
                        {"stroke-dasharray", dashes(box.stroke)}});
    }

    void operator()(const Disc& disc) const
    {
        m_page.element("circle", "",
                       {{"class", classes(disc.fill, disc.stroke)},
                        {"cx", number(disc.x)},
                        {"cy", number(disc.y)},
                        {"r", number(disc.radius)},
                        {"fill", names_of(disc.fill).colour},
                        {"stroke", names_of(disc.stroke.ink).colour},
                        {"stroke-width", number(disc.stroke.width)},
                        {"stroke-dasharray", dashes(disc.stroke)}});
    }

    void operator()(const Arc& arc) const
    {
        const auto point = [&](int degrees)
        {
            const double angle = degrees * std::numbers::pi / 180;
            return tenths(arc.x + arc.radius * std::cos(angle)) + " " + tenths(arc.y + arc.radius * std::sin(angle));
        };
        const std::string radius = number(arc.radius);
        const std::string path = "M " + point(arc.from) + " A " + radius + " " + radius + " 0 " +
                                 (arc.to - arc.from > 180 ? "1" : "0") + " 1 " + point(arc.to);
        m_page.element("path", "",
                       {{"class", classes(Ink::None, arc.stroke)},
                        {"d", path},
                        {"fill", "none"},
                        {"stroke", names_of(arc.stroke.ink).colour},
                        {"stroke-width", number(arc.stroke.width)},
                        {"stroke-dasharray", dashes(arc.stroke)}});
    }

    void operator()(const Words& words) const
    {
        const std::string_view anchor = words.anchor == Anchor::Start    ? "start"
                                        : words.anchor == Anchor::Middle ? "middle"
                                                                         : "end";
        m_page.element("text", words.text,
                       {{"class", names_of(words.ink).fill},
                        {"x", number(words.x)},
                        {"y", number(words.y)},
                        {"font-size", number(words.size)},
                        {"font-weight", words.strong ? "700" : "400"},
                        {"text-anchor", anchor},
                        {"fill", names_of(words.ink).colour}});
    }

private:
    static std::string_view dashes(const Stroke& stroke) { return stroke.dashed ? "4 4" : "none"; }

    Markup& m_page;
};

} // namespace

std::string scene_as_svg(const Scene& scene)
{
    Markup page;
    const std::string title = scene.id + "-title", text = scene.id + "-words";
    page.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                      {"viewBox", "0 0 " + number(scene.width) + " " + number(scene.height)},
                      {"font-family", "Noto Sans, Segoe UI, DejaVu Sans, Arial, sans-serif"},
                      {"role", "img"},
                      {"aria-labelledby", title + " " + text}});
    page.element("title", scene.title, {{"id", title}});
    page.element("desc", scene.description, {{"id", text}});
    page.open("g", {{"aria-hidden", "true"}});
    for (const Shape& shape : scene.shapes)
        std::visit(Painter(page), shape);
    page.close("g").close("svg");
    return page.str();
}

} // namespace fedadvise::document
