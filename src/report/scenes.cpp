#include "report/scenes.h"

#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/presentation.h"
#include "report/wording.h"

#include <algorithm>
#include <cmath>

namespace fedadvise::report
{

namespace
{

using document::Anchor;
using document::Arc;
using document::Box;
using document::Disc;
using document::Ink;
using document::Line;
using document::Scene;
using document::Stroke;
using document::Words;

constexpr Stroke thin{Ink::Soft, 1, false};

/// Lines of letters below each other, all anchored in the same way.
int add_lines(Scene& scene, const std::vector<std::string>& lines, Words like)
{
    const int step = like.size * 13 / 10;
    for (const std::string& line : lines)
    {
        like.text = line;
        scene.shapes.emplace_back(like);
        like.y += step;
    }
    return like.y;
}

std::string in_one_line(const std::string& text, int size, int width)
{
    if (document::guessed_width(text, size) <= width)
        return text;
    std::string cut;
    for (std::size_t end = 0; end < text.size();)
    {
        std::size_t next = end + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U)
            ++next;
        if (document::guessed_width(text.substr(0, next) + "…", size) > width)
            break;
        end = next;
        cut = text.substr(0, end);
    }
    return cut + "…";
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

/// Whether some word of a name is wider than the room of one stop.
bool is_tight(const std::vector<GradientStop>& stops, int letters, int spacing)
{
    return std::any_of(stops.begin(), stops.end(),
                       [&](const GradientStop& stop)
                       {
                           const auto words = foundation::split_words(stop.name);
                           return std::any_of(words.begin(), words.end(),
                                              [&](const std::string& word)
                                              { return document::guessed_width(word, letters, true) > spacing - 6; });
                       });
}

std::size_t band_place(const Advice& advice, std::string_view id)
{
    const auto found =
        std::find_if(advice.bands.begin(), advice.bands.end(), [&](const auto& band) { return band.first == id; });
    return static_cast<std::size_t>(found - advice.bands.begin());
}

/// The size of letters, at most `letters`, in which no word of the labels is wider than the room.
int letters_within(const std::vector<std::pair<std::string, std::string>>& bands, int letters, int room)
{
    constexpr int smallest = 7;
    const auto too_wide = [&](const auto& band)
    {
        const auto words = foundation::split_words(band.second);
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return document::guessed_width(word, letters) > room; });
    };
    while (letters > smallest && std::any_of(bands.begin(), bands.end(), too_wide))
        --letters;
    return letters;
}

std::string bands_in_words(const std::vector<OptionAdvice>& options)
{
    std::string words;
    for (const OptionAdvice& option : options)
        words += (words.empty() ? "" : " ") + option.name + ": " + option.band_label + ".";
    return words;
}

/// A length that is so long when letters have their usual size, and grows with them.
int with_letters(int length, int letters)
{
    return length * letters / SceneSize{}.letters;
}

void add_gauge(Scene& scene, const Gauge& gauge, int centre, int letters)
{
    const int radius = with_letters(96, letters), width = with_letters(18, letters), base = with_letters(118, letters);
    const int title = with_letters(88, letters);
    const auto filled = static_cast<int>(std::lround(std::clamp(gauge.filled, 0.0, 1.0) * 180));
    scene.shapes.emplace_back(Arc{centre, base, radius, 180, 360, {Ink::Pale, width, false}});
    if (gauge.known && filled > 0)
        scene.shapes.emplace_back(Arc{centre, base, radius, 180, 180 + filled, {Ink::Accent, width, false}});
    for (const int side : {-1, 1}) // the ends, so that an empty gauge has a shape in black and white too
        scene.shapes.emplace_back(Line{centre + side * (radius - width / 2),
                                       base,
                                       centre + side * (radius + width / 2),
                                       base,
                                       {Ink::Soft, 2, false}});
    scene.shapes.emplace_back(Words{centre, title, gauge.title, letters + 2, true, Anchor::Middle, Ink::Text});
    add_lines(scene, document::lines_within(gauge.band, letters, 2 * radius - with_letters(40, letters), 3),
              {centre, title + letters * 3 / 2, {}, letters, false, Anchor::Middle, Ink::Text});
}

constexpr std::size_t most_map_rows = 20;

std::string map_in_words(const std::vector<const MapRow*>& rows)
{
    constexpr std::size_t told = 3;
    std::string words = "Questions from the biggest gap down; the table beside it has the same answers in words.";
    for (std::size_t i = 0; i < std::min(told, rows.size()); ++i)
        words += " " + rows[i]->label + ": " + rows[i]->sentence;
    return words;
}

/// A box filled from below as far as the answer goes; a dash where there is none, a dot where answers have no order.
void add_map_cell(Scene& scene, const MapCell& cell, int x, int y, int width, int height)
{
    const int left = x + 2, inner = width - 4, top = y + 3, full = height - 6;
    if (!cell.answered)
    {
        scene.shapes.emplace_back(Line{left + inner / 4, y + height / 2, left + inner * 3 / 4, y + height / 2, thin});
        return;
    }
    if (!cell.place)
    {
        scene.shapes.emplace_back(Disc{x + width / 2, y + height / 2, 2, Ink::Soft, {}});
        return;
    }
    scene.shapes.emplace_back(Box{left, top, inner, full, 0, Ink::Paper, thin});
    if (const int filled = std::max(1, full * *cell.place / 1'000); *cell.place > 0)
        scene.shapes.emplace_back(Box{left, top + full - filled, inner, filled, 0, Ink::Accent, {}});
}

int months_between_marks(int months)
{
    for (const int step : {1, 3, 6, 12})
        if (months / step <= 12)
            return step;
    return 12;
}

std::string months_in_words(const Stretch& stretch)
{
    if (stretch.to_month <= stretch.from_month + 1)
        return "month " + std::to_string(stretch.from_month);
    return "months " + std::to_string(stretch.from_month) + " to " + std::to_string(stretch.to_month);
}

} // namespace

Scene gradient_scene(const Advice& advice, const SceneSize& size)
{
    const auto& stops = advice.gradient;
    const int count = std::max(1, static_cast<int>(stops.size()));
    const int spacing = size.width / count;
    const bool staggered = is_tight(stops, size.letters, spacing);
    const int radius = size.letters, y = size.letters * 4;
    Scene scene{"gradient-picture", "The collaboration gradient", gradient_in_words(advice), size.width, y, {}};
    for (int i = 0; i + 1 < static_cast<int>(stops.size()); ++i)
    {
        const bool beyond = !stops[static_cast<std::size_t>(i) + 1].within_cap;
        scene.shapes.emplace_back(Line{spacing / 2 + i * spacing + radius,
                                       y,
                                       spacing / 2 + (i + 1) * spacing - radius,
                                       y,
                                       {Ink::Soft, 2, beyond}});
    }
    int bottom = y + 2 * radius;
    for (std::size_t i = 0; i < stops.size(); ++i)
    {
        const GradientStop& stop = stops[i];
        const int x = spacing / 2 + static_cast<int>(i) * spacing;
        scene.shapes.emplace_back(Disc{x,
                                       y,
                                       radius,
                                       stop.leading ? Ink::Accent : Ink::Paper,
                                       {stop.leading ? Ink::Accent : Ink::Soft, 2, !stop.within_cap}});
        if (stop.current)
        {
            scene.shapes.emplace_back(Disc{x, y, radius * 3 / 2, Ink::None, {Ink::Text, 2, false}});
            const int half = document::guessed_width("You are here", size.letters, true) / 2;
            scene.shapes.emplace_back(Words{std::clamp(x, half, std::max(half, size.width - half)),
                                            size.letters * 3 / 2, "You are here", size.letters, true, Anchor::Middle,
                                            Ink::Text});
        }
        const int room = staggered ? 2 * spacing - 8 : spacing - 6;
        const int lower = staggered && i % 2 == 1 ? size.letters * 3 : 0;
        const auto lines = document::lines_within(stop.name, size.letters, room, staggered ? 2 : 4);
        int widest = 0;
        for (const std::string& line : lines)
            widest = std::max(widest, document::guessed_width(line, size.letters, stop.leading || stop.current));
        const int text_x = std::clamp(x, widest / 2, std::max(widest / 2, size.width - widest / 2));
        const int end = add_lines(scene, lines,
                                  {text_x,
                                   y + radius * 3 / 2 + size.letters * 3 / 2 + lower,
                                   {},
                                   size.letters,
                                   stop.leading || stop.current,
                                   Anchor::Middle,
                                   stop.within_cap ? Ink::Text : Ink::Soft});
        bottom = std::max(bottom, end);
    }
    scene.height = bottom - size.letters / 2;
    return scene;
}

Scene gauges_scene(const Advice& advice, const SceneSize& size)
{
    const int room = with_letters(240, size.letters), height = with_letters(150, size.letters);
    const bool beside = size.width >= 2 * room;
    Scene scene{"gauges-picture",
                "The relationship and the deal",
                advice.relationship.title + ": " + advice.relationship.band + ". " + advice.relationship.in_words +
                    ". " + advice.deal.title + ": " + advice.deal.band + ". " + advice.deal.in_words + ".",
                beside ? 2 * room : room,
                beside ? height : 2 * height,
                {}};
    add_gauge(scene, advice.relationship, room / 2, size.letters);
    const std::size_t first = scene.shapes.size();
    add_gauge(scene, advice.deal, beside ? room + room / 2 : room / 2, size.letters);
    if (!beside)
        for (std::size_t i = first; i < scene.shapes.size(); ++i)
            std::visit(
                [height](auto& shape)
                {
                    if constexpr (requires { shape.y1; })
                    {
                        shape.y1 += height;
                        shape.y2 += height;
                    }
                    else
                        shape.y += height;
                },
                scene.shapes[i]);
    return scene;
}

Scene bands_scene(const Advice& advice, const std::vector<OptionAdvice>& options, std::string_view id,
                  std::string_view title, const SceneSize& size)
{
    const int letters = size.letters - 1, row_height = letters * 2 + 2, head = letters * 4 + 2;
    const int bands = std::max(1, static_cast<int>(advice.bands.size()));
    const int names = size.width * 39 / 100, cell = (size.width - names) / bands;
    Scene scene{std::string{id},
                std::string{title},
                bands_in_words(options),
                size.width,
                head + row_height * static_cast<int>(options.size()) + 2,
                {}};
    const int label = letters_within(advice.bands, letters - 1, cell - 4);
    for (int i = 0; i < static_cast<int>(advice.bands.size()); ++i)
        add_lines(scene, document::lines_within(advice.bands[static_cast<std::size_t>(i)].second, label, cell - 4, 3),
                  {names + i * cell + cell / 2, letters, {}, label, false, Anchor::Middle, Ink::Soft});
    int y = head;
    for (const OptionAdvice& option : options)
    {
        scene.shapes.emplace_back(Line{0, y, size.width, y, {Ink::Pale, 1, false}});
        scene.shapes.emplace_back(Words{0, y + row_height / 2 + letters / 3,
                                        in_one_line(option.name, letters, names - 8), letters, option.leading,
                                        Anchor::Start, Ink::Text});
        const int bar = with_letters(6, size.letters);
        const auto middle = [&](std::size_t place) { return names + static_cast<int>(place) * cell + cell / 2; };
        const std::size_t from = band_place(advice, option.band_high), to = band_place(advice, option.band_low);
        const bool ruled_out = option.band == engine::band_id(engine::Band::RuledOut);
        if (!ruled_out && from < to && to < advice.bands.size())
            scene.shapes.emplace_back(Box{middle(from),
                                          y + row_height / 2 - bar / 2,
                                          middle(to) - middle(from),
                                          bar,
                                          bar / 2,
                                          Ink::Pale,
                                          {Ink::Soft, 1, false}});
        if (const std::size_t now = band_place(advice, option.band); now < advice.bands.size())
            scene.shapes.emplace_back(Disc{middle(now),
                                           y + row_height / 2,
                                           with_letters(option.leading ? 8 : 6, size.letters),
                                           option.leading ? Ink::Accent : Ink::Paper,
                                           {Ink::Accent, 2, false}});
        y += row_height;
    }
    for (int i = 0; i <= static_cast<int>(advice.bands.size()); ++i)
        scene.shapes.insert(scene.shapes.begin(),
                            Line{names + i * cell, head, names + i * cell, y, {Ink::Pale, 1, false}});
    return scene;
}

std::vector<const MapRow*> rows_to_show(const AlignmentAdvice& advice)
{
    std::vector<const MapRow*> rows;
    for (const MapRow& row : advice.map)
        if (row.view && row.gap > 0 && rows.size() < most_map_rows)
            rows.push_back(&row);
    return rows;
}

Scene map_scene(const AlignmentAdvice& advice, const SceneSize& size)
{
    constexpr int widest = 44, narrowest = 12;
    const std::vector<const MapRow*> rows = rows_to_show(advice);
    const int letters = size.letters - 1, row_height = letters * 2, head = letters * 2;
    const int names = size.width * 2 / 5;
    const int columns = std::max(1, static_cast<int>(advice.practices.size()));
    const int cell = std::clamp((size.width - names) / columns, narrowest, widest);
    Scene scene{"map-picture",
                "What each practice said",
                map_in_words(rows),
                std::max(size.width, names + cell * columns),
                head + row_height * static_cast<int>(rows.size()) + 4,
                {}};
    for (int p = 0; p < static_cast<int>(advice.practices.size()); ++p)
        scene.shapes.emplace_back(Words{names + p * cell + cell / 2, letters + 2, std::to_string(p + 1),
                                        std::min(letters, cell - 3), true, Anchor::Middle, Ink::Text});
    int y = head;
    for (const MapRow* row : rows)
    {
        scene.shapes.emplace_back(Words{0, y + row_height / 2 + letters / 3,
                                        in_one_line(row->label, letters, names - 8), letters, false, Anchor::Start,
                                        Ink::Text});
        for (std::size_t p = 0; p < row->cells.size(); ++p)
            add_map_cell(scene, row->cells[p], names + static_cast<int>(p) * cell, y, cell, row_height);
        y += row_height;
    }
    return scene;
}

Scene time_scene(const std::vector<Stretch>& stretches, std::string_view id, std::string_view title,
                 const SceneSize& size)
{
    const int letters = size.letters - 1, row_height = letters * 2 + 2, head = letters * 2 + 4;
    const int names = size.width * 2 / 5;
    int months = 1;
    std::string words;
    for (const Stretch& stretch : stretches)
    {
        months = std::max(months, stretch.to_month);
        words += (words.empty() ? "" : " ") + stretch.title + ": " + months_in_words(stretch) + ".";
    }
    const int room = size.width - names - letters * 2;
    const auto at = [&](int month) { return names + room * month / months; };
    const int bottom = head + row_height * static_cast<int>(stretches.size());
    Scene scene{std::string{id}, std::string{title}, words, size.width, bottom + 4, {}};
    const int step = months_between_marks(months);
    for (int month = 0; month <= months; month += step)
    {
        scene.shapes.emplace_back(Line{at(month), head - 4, at(month), bottom, {Ink::Pale, 1, false}});
        scene.shapes.emplace_back(
            Words{at(month), letters + 2, std::to_string(month), letters, false, Anchor::Middle, Ink::Soft});
    }
    const std::string whole = "Months from the start";
    const std::string scale = document::guessed_width(whole, letters) <= names - letters ? whole : "Months";
    scene.shapes.emplace_back(Words{0, letters + 2, scale, letters, false, Anchor::Start, Ink::Soft});
    int y = head;
    for (const Stretch& stretch : stretches)
    {
        scene.shapes.emplace_back(Words{0, y + row_height / 2 + letters / 3,
                                        in_one_line(stretch.title, letters, names - 10), letters, false, Anchor::Start,
                                        Ink::Text});
        const int from = at(stretch.from_month), to = std::max(at(stretch.to_month), from + 4);
        scene.shapes.emplace_back(Box{from, y + 5, to - from, row_height - 10, 3, Ink::Accent, {}});
        y += row_height;
    }
    return scene;
}

} // namespace fedadvise::report
