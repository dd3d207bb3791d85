// The section of the HTML report on where the practices stand, and the page that holds it alone.
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/html_parts.h"
#include "report/wording.h"
#include "report/writers.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_rows = 25;
constexpr std::int64_t names_width = 300;
constexpr std::int64_t cell_width = 44;
constexpr std::int64_t narrow_cell_width = 26; ///< with more than sixteen practices
constexpr std::int64_t row_height = 26;
constexpr std::int64_t head_height = 118;

std::string whole(std::int64_t value)
{
    return std::to_string(value);
}

/// Names fit over a column; cut at a letter, never inside one.
std::string shortened(const std::string& name, std::size_t longest)
{
    std::size_t letters = 0, end = 0;
    while (end < name.size() && letters < longest)
    {
        ++end;
        while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
            ++end;
        ++letters;
    }
    return end == name.size() || longest == 1 ? name.substr(0, end) : name.substr(0, end) + "…";
}

std::vector<const MapRow*> rows_shown(const AlignmentAdvice& advice)
{
    std::vector<const MapRow*> rows;
    for (const MapRow& row : advice.map)
        if (row.view && row.gap > 0 && rows.size() < most_rows)
            rows.push_back(&row);
    return rows;
}

/// A box that is filled as far as the answer goes; a dash where there is none, and letters where answers have no order.
void draw_cell(Markup& page, const MapCell& cell, std::int64_t x, std::int64_t y, std::int64_t width)
{
    const std::int64_t inner = width - 8, height = row_height - 10;
    if (!cell.answered || !cell.place)
    {
        page.element(
            "text", cell.answered ? shortened(cell.answer, 1) : "–",
            {{"x", whole(x + width / 2)}, {"y", whole(y + 18)}, {"font-size", "13"}, {"text-anchor", "middle"}});
        return;
    }
    page.element("rect", "",
                 {{"class", "cell"},
                  {"x", whole(x + 4)},
                  {"y", whole(y + 5)},
                  {"width", whole(inner)},
                  {"height", whole(height)}});
    if (*cell.place > 0)
        page.element("rect", "",
                     {{"class", "level"},
                      {"x", whole(x + 4)},
                      {"y", whole(y + 5)},
                      {"width", whole(std::max<std::int64_t>(1, inner * *cell.place / 1'000))},
                      {"height", whole(height)}});
}

std::string map_in_words(const std::vector<const MapRow*>& rows)
{
    std::string words = "Questions from the biggest gap down; the table below has the same answers in words.";
    for (std::size_t i = 0; i < std::min<std::size_t>(3, rows.size()); ++i)
        words += " " + rows[i]->label + ": " + rows[i]->sentence;
    return words;
}

void draw_map(Markup& page, const AlignmentAdvice& advice, const std::vector<const MapRow*>& rows)
{
    const std::int64_t width = advice.practices.size() > 16 ? narrow_cell_width : cell_width;
    const auto columns = static_cast<std::int64_t>(advice.practices.size());
    const std::int64_t right = names_width + columns * width + 80;
    const std::int64_t bottom = head_height + static_cast<std::int64_t>(rows.size()) * row_height + 6;
    page.open("figure", {{"class", "wide"}})
        .open("div", {{"class", "frame"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Picture of the map"}});
    page.open("svg", {{"viewBox", "0 0 " + whole(right) + " " + whole(bottom)},
                      {"role", "img"},
                      {"aria-labelledby", "map-picture-title map-picture-words"}});
    page.element("title", "What each practice said", {{"id", "map-picture-title"}});
    page.element("desc", map_in_words(rows), {{"id", "map-picture-words"}});
    for (std::size_t p = 0; p < advice.practices.size(); ++p)
    {
        const std::int64_t x = names_width + static_cast<std::int64_t>(p) * width + width / 2;
        page.element("text", shortened(advice.practices[p].name, 18),
                     {{"x", whole(x)},
                      {"y", whole(head_height - 8)},
                      {"font-size", "13"},
                      {"transform", "rotate(-55 " + whole(x) + " " + whole(head_height - 8) + ")"}});
    }
    std::int64_t y = head_height;
    for (const MapRow* row : rows)
    {
        page.element("text", row->label, {{"x", "0"}, {"y", whole(y + 18)}, {"font-size", "14"}});
        for (std::size_t p = 0; p < row->cells.size(); ++p)
            draw_cell(page, row->cells[p], names_width + static_cast<std::int64_t>(p) * width, y, width);
        y += row_height;
    }
    page.close("svg").close("div");
    page.element("figcaption",
                 "Each box is filled as far as the answer goes, from nothing to all. A dash: not answered. "
                 "A letter: answers without an order, by their first letter.");
    page.close("figure");
}

void write_map_table(Markup& page, const AlignmentAdvice& advice, const std::vector<const MapRow*>& rows)
{
    page.open(
        "div",
        {{"class", "frame"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Table: what each practice said"}});
    page.open("table").element("caption", "What each practice said, biggest gaps first").open("thead").open("tr");
    page.element("th", "Question", {{"scope", "col"}}).element("th", "Consensus", {{"scope", "col"}});
    for (const PracticeAdvice& practice : advice.practices)
        page.element("th", practice.name, {{"scope", "col"}});
    page.close("tr").close("thead").open("tbody");
    for (const MapRow* row : rows)
    {
        page.open("tr").element("th", row->label, {{"scope", "row"}});
        page.element("td", row->consensus_band.empty() ? "–" : consensus_in_words(row->consensus_band));
        for (const MapCell& cell : row->cells)
            page.element("td", cell.answer);
        page.close("tr");
    }
    page.close("tbody").close("table").close("div");
}

void write_list(Markup& page, std::string_view heading, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    page.element("h4", heading).open("ul");
    for (const std::string& line : lines)
        page.element("li", line);
    page.close("ul");
}

/// With its sources by name: a page of its own has no list of sources to point at.
void write_deal_breaker(Markup& page, const Statement& statement)
{
    page.element("p", statement.text);
    if (!statement.reason.empty())
        page.element("p", "Why it matters: " + statement.reason);
    page.element("p",
                 "Rule " + statement.rule + ". Sources: " + foundation::joined(statement.source_titles, "; ") + ".",
                 {{"class", "small"}});
}

void write_map(Markup& page, const AlignmentAdvice& advice)
{
    const std::vector<const MapRow*> rows = rows_shown(advice);
    page.element("h3", "The questions to talk about");
    page.open("ul");
    std::size_t talk = 0;
    for (const MapRow* row : rows)
        if (row->needs_talk && ++talk <= 8)
            page.open("li").element("strong", row->label).text(": " + row->sentence).close("li");
    page.close("ul");
    if (talk == 0)
        page.element("p", "No question has answers that lie half the scale apart or more.");
    if (rows.empty())
        return;
    draw_map(page, advice, rows);
    write_map_table(page, advice, rows);
    const auto differing = static_cast<std::size_t>(
        std::count_if(advice.map.begin(), advice.map.end(), [](const MapRow& r) { return r.view && r.gap > 0; }));
    if (differing > rows.size())
        page.element("p",
                     "Further questions with smaller gaps: " + std::to_string(differing - rows.size()) +
                         ". The JSON result has them all.",
                     {{"class", "small"}});
    std::vector<std::string> circumstances;
    for (const MapRow& row : advice.map)
        if (!row.view && row.gap > 0)
            circumstances.push_back(row.label + ": " + row.sentence);
    write_list(page, "Circumstances that differ", circumstances);
}

void write_practices(Markup& page, const AlignmentAdvice& advice)
{
    page.element("h3", "Practice by practice");
    open_table(page, "The advice for each practice by itself, and its commitment",
               {"Practice", "By its own answers", "What speaks against the advice to all", "Commitment"});
    for (const PracticeAdvice& practice : advice.practices)
    {
        page.open("tr").element("th", practice.name, {{"scope", "row"}}).element("td", practice.sentence);
        page.open("td");
        if (practice.reasons.empty())
            page.text("–");
        for (const Statement& reason : practice.reasons)
            page.element("p", reason.text);
        page.close("td");
        page.element("td", practice.commitment_words.empty() ? "Not said so far" : practice.commitment_words);
        page.close("tr");
    }
    close_table(page);
}

void write_coalitions(Markup& page, const AlignmentAdvice& advice)
{
    page.element("h3", "Smaller coalitions");
    page.element("p", advice.coalition_words.empty() ? "With fewer than three practices there are none."
                                                     : advice.coalition_words);
    page.open("ul");
    for (const auto* coalitions : {&advice.coalitions, &advice.camp_coalitions})
        for (const CoalitionAdvice& coalition : *coalitions)
        {
            page.open("li").text(coalition.sentence);
            for (const Statement& breaker : coalition.deal_breakers)
                page.element("p", "Not settled by that: " + breaker.text);
            page.close("li");
        }
    page.close("ul");
}

} // namespace

void write_alignment(Markup& page, const AlignmentAdvice& advice)
{
    page.open("div", {{"class", "lead"}}).element("p", advice.headline).close("div");
    page.open("ul");
    for (const std::string& sentence : advice.more)
        page.element("li", sentence);
    page.close("ul");
    if (advice.practices.empty())
        return;
    for (const VetoAdvice& veto : advice.vetoes)
        page.element("p", veto.sentence, {{"class", "notice"}});
    if (!advice.deal_breakers.empty())
        page.element("h3", "What no average may hide");
    for (const Statement& statement : advice.deal_breakers)
        write_deal_breaker(page, statement);
    write_map(page, advice);
    page.element("h3", "What all could accept").element("p", advice.common_ground_words);
    write_coalitions(page, advice);
    write_practices(page, advice);
    if (advice.minority)
    {
        page.element("h3", "Minority report: " + advice.minority->practice);
        page.element("p", advice.minority->sentence);
        write_list(page, "What it would give up", advice.minority->gives_up);
        write_list(page, "What it would need", advice.minority->needs);
        write_list(page, "How it could leave", advice.minority->how_to_leave);
        page.element("p", "Sources: " + foundation::joined(advice.minority->sources, "; ") + ".", {{"class", "small"}});
    }
    write_list(page, "Questions to ask in the room", advice.prompts);
    page.element("p", advice.method, {{"class", "small"}});
}

std::string alignment_as_html(const AlignmentAdvice& advice)
{
    Markup page;
    open_document(page, advice.title + ": where you stand");
    page.open("header").element("p", "Federation Adviser: a brief for discussion", {{"class", "kicker"}});
    page.element("h1", advice.title + ": where you stand");
    page.element("p", "The law as it stands on " + advice.as_at_words + ". " + advice.disclaimer, {{"class", "small"}});
    page.close("header").open("main", {{"id", "main"}});
    page.element("h2", "In short");
    write_alignment(page, advice);
    page.close("main").open("footer").element("p", advice.disclaimer).close("footer").close("body").close("html");
    return page.str();
}

} // namespace fedadvise::report
