#include "report/html_parts.h"

#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/presentation.h"

#include <algorithm>
#include <cmath>

namespace fedadvise::report
{

namespace
{

std::string whole(std::int64_t value)
{
    // Coordinates carry no commas, unlike numbers for people.
    return foundation::fixed_text(foundation::Fixed::from_integer(value));
}

void open_picture(Markup& page, std::int64_t width, std::int64_t height, std::string_view id, std::string_view title,
                  std::string_view description)
{
    const std::string title_id = std::string{id} + "-title";
    const std::string description_id = std::string{id} + "-text";
    page.open("svg", {{"viewBox", "0 0 " + whole(width) + " " + whole(height)},
                      {"role", "img"},
                      {"aria-labelledby", title_id + " " + description_id}});
    page.element("title", title, {{"id", title_id}});
    page.element("desc", description, {{"id", description_id}});
    page.open("g", {{"aria-hidden", "true"}});
}

void close_picture(Markup& page)
{
    page.close("g").close("svg");
}

void centred_text(Markup& page, std::int64_t x, std::int64_t y, std::string_view size, std::string_view text)
{
    page.element("text", text, {{"x", whole(x)}, {"y", whole(y)}, {"text-anchor", "middle"}, {"font-size", size}});
}

/// Lines of at most so many letters, broken between words.
std::vector<std::string> short_lines(std::string_view text, std::size_t longest)
{
    std::vector<std::string> lines;
    for (const std::string& word : foundation::split_words(text))
        if (!lines.empty() && lines.back().size() + 1 + word.size() <= longest)
            lines.back() += " " + word;
        else
            lines.push_back(word);
    return lines;
}

std::string gradient_in_words(const Advice& advice)
{
    std::string words = "A line of equal stops.";
    for (const GradientStop& stop : advice.gradient)
    {
        const std::string about = stop_words(stop);
        words += " " + stop.name + (about.empty() ? "." : ": " + about);
    }
    return words;
}

void draw_stop(Markup& page, const GradientStop& stop, std::int64_t x)
{
    constexpr std::int64_t y = 46;
    const std::string style = std::string{"stop"} + (stop.leading ? " leads" : "") + (stop.within_cap ? "" : " beyond");
    page.element("circle", "", {{"class", style}, {"cx", whole(x)}, {"cy", whole(y)}, {"r", "13"}});
    if (stop.current)
    {
        page.element("circle", "", {{"class", "ring"}, {"cx", whole(x)}, {"cy", whole(y)}, {"r", "20"}});
        centred_text(page, x, 16, "13", "You are here");
    }
    std::int64_t line_y = y + 44;
    for (const std::string& line : short_lines(stop.name, 13))
    {
        centred_text(page, x, line_y, "14", line);
        line_y += 18;
    }
}

std::size_t band_place(const Advice& advice, std::string_view id)
{
    const auto found =
        std::find_if(advice.bands.begin(), advice.bands.end(), [&](const auto& band) { return band.first == id; });
    return static_cast<std::size_t>(found - advice.bands.begin());
}

std::string bands_in_words(const std::vector<OptionAdvice>& options)
{
    std::string words;
    for (const OptionAdvice& option : options)
        words += (words.empty() ? "" : " ") + option.name + ": " + option.band_label + ".";
    return words;
}

constexpr std::int64_t names_width = 290;
constexpr std::int64_t cell_width = 110;
constexpr std::int64_t row_height = 28;
constexpr std::int64_t head_height = 44;

std::int64_t cell_x(std::size_t place)
{
    return names_width + static_cast<std::int64_t>(place) * cell_width;
}

void draw_band_row(Markup& page, const Advice& advice, const OptionAdvice& option, std::int64_t y)
{
    page.element("text", option.name, {{"x", "0"}, {"y", whole(y + 19)}, {"font-size", "14"}});
    for (std::size_t i = 0; i < advice.bands.size(); ++i)
        page.element("rect", "",
                     {{"class", "cell"},
                      {"x", whole(cell_x(i))},
                      {"y", whole(y)},
                      {"width", whole(cell_width)},
                      {"height", whole(row_height)}});
    const std::size_t from = band_place(advice, option.band_high);
    const std::size_t to = band_place(advice, option.band_low);
    const bool ruled_out = option.band == engine::band_id(engine::Band::RuledOut);
    if (!ruled_out && from < to && to < advice.bands.size())
        page.element("rect", "",
                     {{"class", "reach"},
                      {"x", whole(cell_x(from) + cell_width / 2)},
                      {"y", whole(y + row_height / 2 - 3)},
                      {"width", whole(cell_x(to) - cell_x(from))},
                      {"height", "6"}});
    const std::size_t now = band_place(advice, option.band);
    if (now < advice.bands.size())
        page.element("circle", "",
                     {{"class", "mark"},
                      {"cx", whole(cell_x(now) + cell_width / 2)},
                      {"cy", whole(y + row_height / 2)},
                      {"r", "8"}});
}

} // namespace

void draw_gradient(Markup& page, const Advice& advice)
{
    constexpr std::int64_t spacing = 122;
    constexpr std::int64_t height = 160;
    const auto stops = static_cast<std::int64_t>(advice.gradient.size());
    page.open("figure", {{"class", "wide"}})
        .open("div",
              {{"class", "frame"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Picture of the gradient"}});
    open_picture(page, spacing * std::max<std::int64_t>(1, stops), height, "gradient-picture",
                 "The collaboration gradient", gradient_in_words(advice));
    page.element("line", "",
                 {{"class", "axis"},
                  {"x1", whole(spacing / 2)},
                  {"x2", whole(spacing * stops - spacing / 2)},
                  {"y1", "46"},
                  {"y2", "46"}});
    std::int64_t x = spacing / 2;
    for (const GradientStop& stop : advice.gradient)
    {
        draw_stop(page, stop, x);
        x += spacing;
    }
    close_picture(page);
    page.close("div");
    page.element(
        "figcaption",
        "Filled: a model that comes first works here. Dashed: deeper than your answers carry now. No stop is a prize.",
        {{"class", "small"}});
    page.close("figure");
}

void draw_gauge(Markup& page, const Gauge& gauge, std::string_view id)
{
    constexpr std::string_view arc = "M 24 118 A 96 96 0 0 1 216 118";
    const auto share = static_cast<std::int64_t>(std::llround(std::clamp(gauge.filled, 0.0, 1.0) * 100));
    page.open("figure");
    open_picture(page, 240, 150, id, gauge.title, gauge.band + ". " + gauge.in_words + ".");
    page.element("path", "", {{"class", "arc"}, {"d", arc}});
    if (gauge.known && share > 0)
        page.element(
            "path", "",
            {{"class", "arc full"}, {"d", arc}, {"pathLength", "100"}, {"stroke-dasharray", whole(share) + " 100"}});
    centred_text(page, 120, 92, "17", gauge.title);
    std::int64_t y = 116;
    for (const std::string& line : short_lines(gauge.band, 18))
    {
        centred_text(page, 120, y, "14", line);
        y += 17;
    }
    close_picture(page);
    page.open("figcaption");
    page.element("strong", gauge.title + ": " + gauge.band + ".");
    page.text(" " + gauge.in_words + ". " + gauge.text);
    page.close("figcaption").close("figure");
}

void draw_bands(Markup& page, const Advice& advice, const std::vector<OptionAdvice>& options, std::string_view id,
                std::string_view title)
{
    const std::int64_t width = cell_x(advice.bands.size()) + 2;
    const std::int64_t height = head_height + row_height * static_cast<std::int64_t>(options.size()) + 2;
    const std::string label = "Picture: " + std::string{title};
    page.open("figure", {{"class", "wide"}})
        .open("div", {{"class", "frame"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", label}});
    open_picture(page, width, height, id, title, bands_in_words(options));
    for (std::size_t i = 0; i < advice.bands.size(); ++i)
    {
        std::int64_t y = 16;
        for (const std::string& line : short_lines(advice.bands[i].second, 15))
        {
            centred_text(page, cell_x(i) + cell_width / 2, y, "13", line);
            y += 17;
        }
    }
    std::int64_t y = head_height;
    for (const OptionAdvice& option : options)
    {
        draw_band_row(page, advice, option, y);
        y += row_height;
    }
    close_picture(page);
    page.close("div");
    page.element(
        "figcaption",
        "Dot: where it stands now. Bar: where its reasons for and against could still come out with the open answers.",
        {{"class", "small"}});
    page.close("figure");
}

} // namespace fedadvise::report
