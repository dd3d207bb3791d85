// Where the practices stand: the map, what all could accept, the minority report and the commitments.
#include "foundation/text_list.h"
#include "report/document_builders.h"
#include "report/scenes.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using document::Cell;
using document::ListItem;
using document::Row;

constexpr std::size_t most_to_talk_about = 8;
constexpr std::size_t most_in_a_caption = 12;
constexpr std::size_t most_in_a_table = 6; ///< practices; of more, the ends are told

void add_deal_breakers(Draft& draft, const std::vector<Statement>& statements)
{
    if (statements.empty())
        return;
    draft.heading(3, "What no average may hide");
    std::vector<ListItem> items;
    for (const Statement& statement : statements)
        items.push_back(item_of(statement));
    draft.list(std::move(items));
}

/// "1 Hill Surgery · 2 Quay Surgery": which column of the map is whose.
std::string columns_in_words(const AlignmentAdvice& advice)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < advice.practices.size(); ++i)
        names.push_back(std::to_string(i + 1) + " " + advice.practices[i].name);
    const std::string columns = advice.practices.size() <= most_in_a_caption
                                    ? "Columns: " + foundation::joined(names, " · ")
                                    : "The numbers are those under “Practice by practice”";
    return columns +
           ". A box is filled from below as far as the answer goes. A dash: not answered. A dot: answers without an "
           "order.";
}

/// "Not a reason: 4, 8 · A decisive reason: 1, 2, 3": the numbers of the practices by answer, lowest answer first.
std::string answers_by_number(const MapRow& row)
{
    std::vector<std::pair<std::pair<int, std::string>, std::vector<std::string>>> groups;
    for (std::size_t p = 0; p < row.cells.size(); ++p)
    {
        const MapCell& cell = row.cells[p];
        constexpr int last = 1'001; // what has no order, or no answer, comes after what has
        const std::pair<int, std::string> key{cell.place.value_or(last), cell.answer};
        const auto known = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == key; });
        if (known == groups.end())
            groups.push_back({key, {std::to_string(p + 1)}});
        else
            known->second.push_back(std::to_string(p + 1));
    }
    std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> parts;
    for (const auto& [key, numbers] : groups)
        parts.push_back(key.second + ": " + foundation::joined(numbers, ", "));
    return foundation::joined(parts, " · ");
}

void add_map_table(Draft& draft, const AlignmentAdvice& advice, const std::vector<const MapRow*>& rows)
{
    const bool each = advice.practices.size() <= most_in_a_table;
    std::vector<document::Column> columns = {{"Question", 3}, {"Consensus", 2}};
    if (each)
        for (const PracticeAdvice& practice : advice.practices)
            columns.push_back({practice.name, 2});
    else
        columns.push_back({"Answers, with the numbers of the practices", 8});
    std::vector<Row> lines;
    for (const MapRow* row : rows)
    {
        std::vector<std::string> cells = {row->label,
                                          row->consensus_band.empty() ? "–" : consensus_in_words(row->consensus_band)};
        if (each)
            for (const MapCell& cell : row->cells)
                cells.push_back(cell.answer);
        else
            cells.push_back(answers_by_number(*row));
        lines.push_back(row_of(std::move(cells)));
    }
    draft.table("What each practice said, biggest gaps first", std::move(columns), std::move(lines));
}

void add_map(Draft& draft, const AlignmentAdvice& advice)
{
    draft.heading(3, "The questions to talk about");
    std::vector<ListItem> items;
    for (const MapRow& row : advice.map)
        if (row.view && row.gap > 0 && row.needs_talk && items.size() < most_to_talk_about)
            items.push_back({document::led_by(row.label + ":", row.sentence), {}});
    if (items.empty())
        draft.say("No question has answers that lie half the scale apart or more.");
    draft.list(std::move(items));
    const std::vector<const MapRow*> rows = rows_to_show(advice);
    if (rows.empty())
        return;
    draft.figure(map_scene(advice), columns_in_words(advice));
    add_map_table(draft, advice, rows);
    const auto differing = static_cast<std::size_t>(
        std::count_if(advice.map.begin(), advice.map.end(), [](const MapRow& r) { return r.view && r.gap > 0; }));
    if (differing > rows.size())
        draft.say(counted(static_cast<std::int64_t>(differing - rows.size()), "further questions") +
                      " with smaller gaps are left out here. The JSON result has them all.",
                  Tone::Small);
    std::vector<std::string> circumstances;
    for (const MapRow& row : advice.map)
        if (!row.view && row.gap > 0)
            circumstances.push_back(row.label + ": " + row.sentence);
    draft.headed_items(3, "Circumstances that differ", circumstances);
}

void add_coalitions(Draft& draft, const AlignmentAdvice& advice)
{
    draft.heading(3, "Smaller coalitions");
    draft.say(advice.coalition_words.empty() ? "With fewer than three practices there are none."
                                             : advice.coalition_words);
    std::vector<ListItem> items;
    for (const auto* coalitions : {&advice.coalitions, &advice.camp_coalitions})
        for (const CoalitionAdvice& coalition : *coalitions)
        {
            ListItem item{document::plain(coalition.sentence), {}};
            for (const Statement& breaker : coalition.deal_breakers)
                item.more.push_back({document::plain("Not settled by that: " + breaker.text), Tone::Normal, {}});
            items.push_back(std::move(item));
        }
    draft.list(std::move(items));
}

void add_practices(Draft& draft, const AlignmentAdvice& advice)
{
    draft.heading(3, "Practice by practice");
    std::vector<Row> rows;
    std::vector<std::string> silent;
    for (std::size_t i = 0; i < advice.practices.size(); ++i)
    {
        const PracticeAdvice& practice = advice.practices[i];
        if (!practice.has_spoken && practice.commitment_words.empty())
        {
            silent.push_back(std::to_string(i + 1) + " " + practice.name);
            continue;
        }
        Row row = row_of({std::to_string(i + 1) + " " + practice.name, practice.sentence, {}, {}});
        Cell& against = row.cells[2];
        against.paragraphs.clear();
        for (const Statement& reason : practice.reasons)
            against.paragraphs.push_back({document::plain(reason.text), Tone::Normal, {}});
        if (practice.reasons.empty())
            against = cell_of(document::plain("Nothing so far."));
        row.cells[3] = cell_of(
            document::plain(practice.commitment_words.empty() ? "Not said so far." : practice.commitment_words));
        rows.push_back(std::move(row));
    }
    draft.table(
        "The advice for each practice by itself, and its commitment",
        {{"Practice", 3}, {"By its own answers", 4}, {"What speaks against the advice to all", 4}, {"Commitment", 3}},
        std::move(rows));
    if (!silent.empty())
        draft.say_led("Have not said what they think, nor whether they are in:",
                      foundation::joined_as_sentence(silent) + ".");
}

void add_minority(Draft& draft, const MinorityReport& minority)
{
    draft.heading(3, "Minority report: " + minority.practice);
    draft.say(minority.sentence);
    draft.headed_items(4, "What it would give up", minority.gives_up);
    draft.headed_items(4, "What it would need", minority.needs);
    draft.headed_items(4, "How it could leave", minority.how_to_leave);
    if (!minority.sources.empty())
        draft.say("Sources: " + foundation::joined(minority.sources, "; ") + ".", Tone::Small);
}

} // namespace

void add_alignment(Draft& draft, const AlignmentAdvice& advice)
{
    draft.say(advice.headline, Tone::Lead);
    draft.items(advice.more);
    if (advice.practices.empty())
        return;
    for (const VetoAdvice& veto : advice.vetoes)
        draft.say(veto.sentence, Tone::Notice);
    add_deal_breakers(draft, advice.deal_breakers);
    add_map(draft, advice);
    draft.heading(3, "What all could accept");
    draft.say(advice.common_ground_words);
    add_coalitions(draft, advice);
    add_practices(draft, advice);
    if (advice.minority)
        add_minority(draft, *advice.minority);
    draft.headed_items(3, "Questions to ask in the room", advice.prompts);
    draft.say(advice.method, Tone::Small);
}

std::vector<Block> practices_blocks(const ReportInput& input)
{
    Draft draft;
    if (input.alignment == nullptr)
    {
        draft.say("The case has fewer than two practices, so there is nothing to compare.");
        return draft.take();
    }
    add_opening(draft, input.advice);
    draft.heading(2, "Where you stand", "where-you-stand");
    add_alignment(draft, *input.alignment);
    return draft.take();
}

} // namespace fedadvise::report
