// The plan: what to do next on the route that comes first, and its dates as calendar entries.
#include "foundation/digest.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/document_builders.h"
#include "report/documents.h"
#include "report/plan.h"
#include "report/presentation.h"
#include "report/provenance.h"
#include "report/scenes.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using document::Row;

std::string days_in_words(const PlannedStep& step)
{
    if (!step.by)
        return step.when.empty() ? "No date" : step.when;
    return "By " + foundation::date_in_words(*step.by);
}

void add_sources_line(document::Cell& cell, const PlannedStep& step)
{
    if (!step.sources.empty())
    {
        Text text = document::plain("Sources: ");
        for (std::size_t i = 0; i < step.sources.size(); ++i)
        {
            if (i > 0)
                text.push_back({", ", false, false, {}, {}});
            text.push_back({step.sources[i], false, false, "#source-" + step.sources[i], {}});
        }
        cell.paragraphs.push_back({std::move(text), Tone::Small, {}});
    }
    if (!step.review_words.empty())
        cell.paragraphs.push_back({document::plain(step.review_words), Tone::Small, {}});
}

void add_steps(Draft& draft, const Plan& plan)
{
    draft.heading(2, "Next steps", "next-steps");
    if (plan.steps.empty())
        draft.say("No next step follows from the answers so far.");
    std::vector<Row> rows;
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
    {
        const PlannedStep& step = plan.steps[i];
        Row row = row_of({foundation::with_thousands(static_cast<std::int64_t>(i + 1)) + ". " + step.title,
                          step.text,
                          step.owner,
                          days_in_words(step),
                          {}});
        add_sources_line(row.cells[1], step);
        if (step.by && !step.when.empty())
            row.cells[3].paragraphs.push_back({document::plain("(" + step.when + ")"), Tone::Small, {}});
        rows.push_back(std::move(row));
    }
    draft.table("What to do, who, and by when", {{"Step", 3}, {"What to do", 6}, {"Who", 2}, {"When", 3}, {"Done", 1}},
                std::move(rows));
}

/// What stands between the group and what comes first or would come next.
void add_conditions(Draft& draft, const Advice& advice)
{
    std::vector<document::ListItem> items;
    const auto add = [&](const OptionAdvice& option, const std::vector<Statement>& statements)
    {
        for (const Statement& statement : statements)
        {
            document::ListItem item = item_of(statement, true);
            item.text.insert(item.text.begin(), {option.name + ": ", true, false, {}, {}});
            items.push_back(std::move(item));
        }
    };
    for (const OptionAdvice* option : options_to_show_first(advice.models))
        add(*option, option->required);
    for (const OptionAdvice* option : vehicles_to_show_first(advice))
        add(*option, option->required);
    draft.heading(2, "What must be true first", "conditions");
    if (items.empty())
        draft.say("Nothing is required beyond the steps above, by the answers so far.");
    draft.list(std::move(items));
    std::vector<std::string> waits;
    for (const OptionAdvice* model : options_in_band(advice.models, "not-yet"))
        if (!model->why_not.empty())
            waits.push_back(model->name + ": " + model->why_not);
    draft.headed_items(3, "What other models still wait for", waits);
}

void add_setups(Draft& draft, const Plan& plan)
{
    if (plan.setups.empty())
        return;
    draft.heading(2, "Setting it up", "set-up");
    draft.say("The days below count from " + foundation::date_in_words(plan.set_up) +
              ", when the steps with dates up to the first legal steps should be done. If you decide sooner or later, "
              "move them all by as much. "
              "Choose one vehicle: only its list is for you.");
    for (const PlannedSetup& setup : plan.setups)
    {
        draft.heading(3, setup.title);
        draft.say("For: " + foundation::joined_as_sentence(setup.option_names, "or") + "." +
                  (setup.note.empty() ? "" : " " + setup.note));
        std::vector<Row> rows;
        for (const PlannedStep& step : setup.steps)
        {
            std::vector<std::string> papers;
            if (!step.form.empty())
                papers.push_back("Form: " + step.form + ".");
            if (!step.fee_words.empty())
                papers.push_back("Fee: " + step.fee_words + ".");
            Row row =
                row_of({step.title, step.text, step.owner, papers.empty() ? "None" : foundation::joined(papers, " "),
                        step.by ? foundation::date_in_words(*step.by) : "No date"});
            if (!step.after.empty())
                row.cells[1].paragraphs.push_back(
                    {document::led_by("First:", foundation::joined_as_sentence(step.after) + "."), Tone::Normal, {}});
            add_sources_line(row.cells[1], step);
            rows.push_back(std::move(row));
        }
        draft.table("Tasks in order", {{"Task", 3}, {"What to do", 6}, {"Who", 2}, {"Form and fee", 3}, {"Done by", 2}},
                    std::move(rows));
    }
}

void add_time_paths(Draft& draft, const Advice& advice)
{
    for (std::size_t i = 0; i < advice.time_paths.size(); ++i)
    {
        const TimePathAdvice& path = advice.time_paths[i];
        draft.heading(2, path.title, "path-" + path.id);
        draft.say("For: " + foundation::joined_as_sentence(path.option_names) +
                  ". Months count from the first talk; stages may overlap. Every stage may end with “not now”.");
        std::vector<Stretch> stretches;
        std::vector<Row> rows;
        for (const TimeStageAdvice& stage : path.stages)
        {
            stretches.push_back({stage.title, stage.from_month, stage.to_month});
            Row row = row_of({stage.title,
                              "Months " + std::to_string(stage.from_month) + " to " + std::to_string(stage.to_month),
                              stage.owner, stage.text, stage.gate.empty() ? "None" : stage.gate});
            if (!stage.sources.empty())
            {
                PlannedStep only;
                only.sources = stage.sources;
                only.review_words = stage.review_words;
                add_sources_line(row.cells[3], only);
            }
            rows.push_back(std::move(row));
        }
        draft.figure(time_scene(stretches, "time-" + path.id, path.title),
                     "Bars: when each stage is usually under way.");
        draft.table(
            "Stage by stage",
            {{"Stage", 3}, {"When", 2}, {"Who", 2}, {"What to do", 5}, {"What must be true before the next", 4}},
            std::move(rows));
    }
}

void add_commitments(Draft& draft, const ReportInput& input)
{
    std::vector<Row> rows;
    for (const casefile::Practice& practice : input.group.practices)
        if (practice.commitment.decide_by)
            rows.push_back(row_of({practice.name.empty() ? practice.id : practice.name,
                                   foundation::date_in_words(*practice.commitment.decide_by)}));
    if (rows.empty())
        return;
    draft.heading(2, "Who decides by when", "decide-by");
    draft.table("Days that practices named", {{"Practice", 2}, {"Decides by", 1}}, std::move(rows));
}

document::CalendarEntry entry_of(const PlannedStep& step, const std::string& context)
{
    return {step.id, *step.by, "Due: " + step.title + (context.empty() ? "" : " (" + context + ")"),
            step.text + (step.owner.empty() ? "" : "\nWho: " + step.owner) +
                (step.form.empty() ? "" : "\nForm: " + step.form) +
                (step.fee_words.empty() ? "" : "\nFee: " + step.fee_words)};
}

} // namespace

std::vector<Block> plan_blocks(const ReportInput& input)
{
    const Advice& advice = input.advice;
    const Plan plan = plan_of(input);
    Draft draft;
    add_opening(draft, advice, "Counted from " + foundation::date_in_words(plan.start) + ".");
    if (!advice.headline.empty())
        draft.say(advice.headline.front(), Tone::Lead);
    add_steps(draft, plan);
    add_commitments(draft, input);
    add_conditions(draft, advice);
    add_setups(draft, plan);
    add_time_paths(draft, advice);
    return draft.take();
}

std::vector<document::CalendarEntry> calendar_of(const ReportInput& input)
{
    const Plan plan = plan_of(input);
    std::vector<document::CalendarEntry> entries;
    for (const PlannedStep& step : plan.steps)
        if (step.by)
            entries.push_back(entry_of(step, {}));
    for (const PlannedSetup& setup : plan.setups)
        for (const PlannedStep& step : setup.steps)
            entries.push_back(entry_of(step, foundation::joined_as_sentence(setup.option_names, "or")));
    for (const casefile::Practice& practice : input.group.practices)
        if (practice.commitment.decide_by)
            entries.push_back({"decide/" + practice.id, *practice.commitment.decide_by,
                               (practice.name.empty() ? practice.id : practice.name) + " decides",
                               practice.commitment.condition});
    // Two groups in one calendar must not take each other's entries away; the same group made again must.
    constexpr std::size_t enough = 12;
    const std::string group =
        foundation::sha256_hex(input.group.id.empty() ? input.advice.title : input.group.id).substr(0, enough);
    for (document::CalendarEntry& entry : entries)
        entry.id += "/" + group + "@federation-adviser";
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return entries;
}

} // namespace fedadvise::report
