// The commissioner pre-check: what will be asked, and how the group stands.
#include "foundation/text_list.h"
#include "report/document_builders.h"
#include "report/presentation.h"

namespace fedadvise::report
{

namespace
{

using document::Row;

void add_area(Draft& draft, const PreCheckArea& area)
{
    draft.heading(2, area.title, "area-" + area.id);
    draft.say_led(area.summary, area.text);
    std::vector<Row> rows;
    for (const PreCheckItem& item : area.items)
    {
        Row row = row_of({item.title, item.asks, {}, item.bring, item.owner});
        row.cells[2] = cell_of(document::led_by(item.state_words + ".", item.words));
        Text origin = document::plain("Reason " + tag_words(item.tag));
        for (std::size_t i = 0; i < item.sources.size(); ++i)
        {
            origin.push_back({i == 0 ? " · sources: " : ", ", false, false, {}, {}});
            origin.push_back({item.sources[i], false, false, "#source-" + item.sources[i], {}});
        }
        row.cells[1].paragraphs.push_back({std::move(origin), Tone::Small, {}});
        if (!item.because_words.empty())
            row.cells[2].paragraphs.push_back(
                {document::plain("Because of " + foundation::joined(item.because_words, "; ")), Tone::Small, {}});
        if (!item.review_words.empty())
            row.cells[1].paragraphs.push_back({document::plain(item.review_words), Tone::Small, {}});
        rows.push_back(std::move(row));
    }
    draft.table("What will be asked, and what to bring",
                {{"Point", 2}, {"What will be asked", 4}, {"Where you stand", 4}, {"Papers to bring", 3}, {"Who", 2}},
                std::move(rows));
}

} // namespace

std::vector<Block> commissioner_blocks(const ReportInput& input)
{
    const Advice& advice = input.advice;
    Draft draft;
    add_opening(draft, advice);
    if (!advice.pre_check)
    {
        draft.say(advice.pre_check_note, Tone::Lead);
        return draft.take();
    }
    const PreCheck& check = *advice.pre_check;
    draft.heading(2, "In short", "in-short");
    draft.say(check.applies, Tone::Lead);
    draft.say(check.summary, Tone::Lead);
    draft.say_led(check.name + ".", check.text);
    if (check.tag == "proposal")
        draft.say("Nothing official says what is asked in your nation. This list is a proposal.", Tone::Notice);
    draft.say(check.review_words, Tone::Small);
    std::vector<Row> rows;
    for (const PreCheckArea& area : check.areas)
        rows.push_back(row_of({area.title, area.summary}));
    draft.table("The areas at a glance", {{"Area", 1}, {"Where you stand", 2}}, std::move(rows));
    std::vector<document::ListItem> gaps;
    for (const PreCheckArea& area : check.areas)
        for (const PreCheckItem& item : area.items)
            if (item.state == "gap")
                gaps.push_back({document::led_by(item.title + ".", item.words), {}});
    if (!gaps.empty())
        draft.heading(3, "Gaps to close first");
    draft.list(std::move(gaps));
    for (const PreCheckArea& area : check.areas)
        add_area(draft, area);
    return draft.take();
}

} // namespace fedadvise::report
