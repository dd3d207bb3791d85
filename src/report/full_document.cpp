// The full rationale: everything there is to say, with rules and sources.
#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/compare.h"
#include "report/conflicts.h"
#include "report/document_builders.h"
#include "report/presentation.h"
#include "report/scenes.h"

namespace fedadvise::report
{

namespace
{

using document::Cell;
using document::ListItem;
using document::Row;

void add_first_options(Draft& draft, std::string heading, const std::vector<const OptionAdvice*>& shown)
{
    draft.heading(3, std::move(heading));
    if (shown.empty())
        draft.say("None yet.");
    std::vector<ListItem> items;
    for (const OptionAdvice* option : shown)
    {
        ListItem item;
        item.text = {{option->name, true, false, "#option-" + option->id, {}},
                     {" ", false, false, {}, {}},
                     badge_of(*option),
                     {" " + option->why, false, false, {}, {}}};
        items.push_back(std::move(item));
    }
    draft.list(std::move(items));
}

void add_band(Draft& draft, const Advice& advice, std::string heading, engine::Band band)
{
    draft.heading(3, std::move(heading));
    bool any = false;
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
    {
        const auto members = options_in_band(*options, engine::band_id(band));
        if (members.empty())
            continue;
        any = true;
        draft.say(options == &advice.models ? "Models:" : "Vehicles:");
        draft.list(lines_by_reason(members));
    }
    if (!any)
        draft.say("None.");
}

void add_in_short(Draft& draft, const Advice& advice)
{
    draft.heading(2, "In short", "in-short");
    for (const std::string& sentence : advice.headline)
        draft.say(sentence, Tone::Lead);
    add_warnings(draft, advice.warnings);
    add_first_options(draft, "Models that come first", options_to_show_first(advice.models));
    draft.say(legal_person_words(advice));
    add_first_options(draft, "Legal vehicles that come first", vehicles_to_show_first(advice));
    add_band(draft, advice, "Ruled out, and why", engine::Band::RuledOut);
    add_band(draft, advice, "Not yet, and what is missing", engine::Band::NotYet);
}

void add_conflicts(Draft& draft, const Advice& advice)
{
    draft.heading(2, "Aims that pull apart", "conflicts");
    if (advice.conflicts.empty())
        draft.say("No two of your aims were found to pull apart.");
    for (const Statement& conflict : advice.conflicts)
    {
        draft.heading(3, conflict_headline(conflict));
        draft.list({item_of(conflict)});
        std::vector<std::string> sides;
        for (const AimSide& side : conflict.sides)
        {
            const std::vector<std::string> rules = side_rules(side);
            sides.push_back(side_words(side) +
                            (rules.empty() ? "" : " Rules: " + foundation::joined(rules, ", ") + "."));
        }
        draft.items(sides);
    }
}

void add_options_table(Draft& draft, const std::vector<OptionAdvice>& options, std::string caption)
{
    std::vector<Row> rows;
    for (const OptionAdvice& option : options)
    {
        Row row;
        row.cells = {
            cell_of({{option.name, false, false, "#option-" + option.id, {}}}), cell_of({badge_of(option)}),
            cell_of(document::plain(option.why)),
            cell_of(document::plain(option.why_not.empty() ? "Nothing in your answers so far." : option.why_not))};
        rows.push_back(std::move(row));
    }
    draft.table(std::move(caption),
                {{"Option", 3}, {"Where it stands", 2}, {"Strongest reason for it", 4}, {"What stands against it", 4}},
                std::move(rows));
}

constexpr std::string_view bands_caption =
    "Filled: comes first. Ring: where it stands now. Bar: where its reasons for and against could still come out with "
    "the open answers.";

void add_models(Draft& draft, const Advice& advice)
{
    draft.heading(2, "Collaboration models", "models");
    draft.say("Options that are level stand in alphabetical order. No model is better than another in itself: each one "
              "serves some purposes and not others.");
    draft.figure(bands_scene(advice, advice.models, "models-picture", "Where each model stands"),
                 std::string{bands_caption});
    add_options_table(draft, advice.models, "Every collaboration model");
}

/// The first two or three options aspect by aspect.
void add_side_by_side(Draft& draft, const Advice& advice, const std::vector<OptionAdvice>& options)
{
    const std::vector<std::string> ids = options_to_compare_first(options);
    if (ids.size() < fewest_compared || !comparison_fault(advice, ids).empty())
        return;
    const Comparison comparison = compare(advice, ids);
    std::vector<document::Column> columns = {{"What to compare", 2}};
    for (const ComparedOption& option : comparison.options)
        columns.push_back({option.name, 4});
    std::vector<Row> rows;
    for (const ComparisonRow& compared : comparison.rows)
    {
        Row row;
        row.cells.push_back(cell_of(document::plain(compared.aspect.name)));
        for (const ComparisonCell& cell : compared.cells)
        {
            Cell words = cell_of(document::plain(cell.text));
            for (const ComparedFinding& finding : cell.findings)
                words.paragraphs.push_back(
                    {document::led_by("Your answers:", finding_title(finding) + " (" + finding_words(finding) + ")."),
                     Tone::Normal,
                     {}});
            row.cells.push_back(std::move(words));
        }
        rows.push_back(std::move(row));
    }
    draft.heading(3, "The first ones side by side");
    draft.table("What each gives and costs, and what your own answers say", std::move(columns), std::move(rows));
}

void add_pairs(Draft& draft, const Advice& advice)
{
    draft.heading(3, "Which vehicle can carry which model");
    draft.say("Only options that are not ruled out and do not have to wait are listed. Two arrangements side by side "
              "are possible, such as a company for contracts and an informal network for training.");
    std::vector<Row> rows;
    for (const OptionAdvice& model : advice.models)
    {
        std::vector<std::string> cells = {model.name};
        bool any = false;
        for (const std::string_view fit : {"typical", "compatible", "weak"})
        {
            cells.push_back(vehicles_of(advice, model.id, fit));
            any = any || !cells.back().empty();
            if (cells.back().empty())
                cells.back() = "None";
        }
        if (any)
            rows.push_back(row_of(std::move(cells)));
    }
    draft.table("Vehicles for each model",
                {{"Model", 3}, {"Usual", 4}, {"Possible", 4}, {"Unusual: needs specialist advice", 4}},
                std::move(rows));
}

void add_vehicles(Draft& draft, const Advice& advice)
{
    draft.heading(2, "Legal vehicles", "vehicles");
    draft.say(legal_person_words(advice));
    draft.say("The vehicle of the collaboration and the core contract of each practice are separate questions.");
    draft.figure(bands_scene(advice, advice.vehicles, "vehicles-picture", "Where each vehicle stands"),
                 std::string{bands_caption});
    add_options_table(draft, advice.vehicles, "Every legal vehicle");
    add_side_by_side(draft, advice, advice.vehicles);
    add_pairs(draft, advice);
}

void add_gauge(Draft& draft, const Gauge& gauge, std::string caption, std::string what)
{
    draft.say_led(gauge.title + ": " + gauge.band + ".", gauge.in_words + ". " + gauge.text);
    std::vector<Row> rows;
    for (const auto& [name, state] : gauge.rows)
        rows.push_back(row_of({name, state}));
    draft.table(std::move(caption), {{std::move(what), 3}, {"State", 1}}, std::move(rows));
}

void add_readiness(Draft& draft, const Advice& advice)
{
    draft.heading(2, "The relationship and the deal", "readiness");
    draft.figure(gauges_scene(advice), "Each arc is filled as far as your answers go.");
    if (!advice.quadrant_title.empty())
        draft.heading(3, advice.quadrant_title);
    draft.say(advice.quadrant_text);
    add_gauge(draft, advice.relationship, "The relationship, from 1 to 5", "Part");
    add_gauge(draft, advice.deal, "The deal, point by point", "Point");
    std::vector<Row> rows;
    for (const auto& [statement, what_to_do] : advice.lowest_statements)
        rows.push_back(row_of({statement, what_to_do}));
    draft.table("The statements with the lowest answers", {{"Statement", 1}, {"What to do about it", 1}},
                std::move(rows));
    draft.say(advice.readiness_note, Tone::Small);
}

void add_depth(Draft& draft, const Advice& advice)
{
    draft.heading(2, "How closely you could work together", "gradient");
    draft.say(advice.depth_cap_words);
    add_gradient(draft, advice);
    std::vector<Row> rows;
    for (const GradientStop& stop : advice.gradient)
        rows.push_back(row_of({stop.name, stop.text, stop.trust, stop.autonomy, stop_words(stop)}));
    draft.table("The steps of the gradient",
                {{"Step", 3}, {"What is shared", 4}, {"Trust it takes", 3}, {"Autonomy", 3}, {"For you", 3}},
                std::move(rows));
    if (advice.depth_cap_by.empty())
        return;
    draft.heading(3, "What limits the depth");
    std::vector<ListItem> items;
    for (const Statement& statement : advice.depth_cap_by)
        items.push_back(item_of(statement, true));
    draft.list(std::move(items));
}

void add_lessons(Draft& draft, const Advice& advice)
{
    draft.heading(2, "Ten lessons from earlier federations", "lessons");
    for (const LessonAdvice& lesson : advice.lessons)
    {
        draft.heading(3, foundation::with_thousands(lesson.number) + ". " + lesson.name + " – " +
                             lesson_state_words(lesson.state));
        draft.say(lesson.summary);
        std::vector<ListItem> items;
        for (const Statement& check : lesson.checks)
            items.push_back(lesson.state == "raised" ? item_of(check) : ListItem{document::plain(check.text), {}});
        draft.list(std::move(items));
    }
}

void add_path(Draft& draft, const PathAdvice& path)
{
    draft.heading(2, "The path, one step at a time", "path");
    draft.say(path.headline.empty() ? "No question has been answered, so no path can be drawn yet." : path.headline);
    for (const PathStop& stop : path.stops)
    {
        draft.heading(3, stop.name);
        draft.say(stop.text + " " + stop.words);
        std::vector<std::string> lines;
        for (const PathNeed& need : stop.needs)
            lines.push_back(need_words(need));
        draft.headed_items(4, "What it needs first", lines);
        lines.clear();
        for (const PathModel& model : stop.brings)
            lines.push_back(path_model_words(model));
        draft.headed_items(4, "What it brings", lines);
    }
    draft.say(path.closing);
}

void add_next_steps(Draft& draft, const Advice& advice)
{
    draft.heading(2, "Next steps", "next-steps");
    if (advice.next_steps.empty())
        draft.say("No next step follows from the answers so far.");
    std::vector<Row> rows;
    for (const NextStep& step : advice.next_steps)
    {
        Row row = row_of({step.title, step.text, step.within, step.owner});
        if (!step.review_words.empty())
            row.cells[1].paragraphs.push_back({document::plain(step.review_words), Tone::Small, {}});
        rows.push_back(std::move(row));
    }
    draft.table("What to do, when, and who", {{"Step", 3}, {"What to do", 6}, {"When", 2}, {"Who", 2}},
                std::move(rows));
}

void add_changes(Draft& draft, std::string heading, const std::vector<OptionDifference>& options)
{
    std::vector<ListItem> items;
    for (const BandChange& change : band_changes(options))
    {
        ListItem item{{{change.words, true, false, {}, {}}}, {}};
        for (const std::string& reason : change.reasons)
            item.more.push_back({document::plain(reason), Tone::Normal, {}});
        items.push_back(std::move(item));
    }
    if (const std::string places = place_changes(options); !places.empty())
        items.push_back({document::plain(places), {}});
    if (!items.empty())
        draft.heading(4, std::move(heading));
    draft.list(std::move(items));
}

void add_variants(Draft& draft, std::span<const VariantComparison> variants)
{
    if (variants.empty())
        return;
    draft.heading(2, "What if", "variants");
    for (const VariantComparison& variant : variants)
    {
        draft.heading(3, variant.name);
        draft.say(variant.headline);
        for (const std::string& sentence : variant.more)
            draft.say(sentence);
        draft.say_led("Note:", variant.note);
        std::vector<Row> rows;
        for (const InputDifference& input : variant.inputs)
            rows.push_back(row_of({who_and_what(input), input.was, input.would_be}));
        draft.table("What is otherwise: " + variant.name, {{"Question", 2}, {"As it stands", 1}, {"In the variant", 1}},
                    std::move(rows));
        add_changes(draft, "Models", variant.models);
        add_changes(draft, "Legal vehicles", variant.vehicles);
        std::vector<std::string> sayings;
        for (const SayingDifference& saying : variant.sayings)
            sayings.push_back(saying_words(saying));
        draft.headed_items(4, "What else would be said", sayings);
    }
}

void add_open_questions(Draft& draft, const Advice& advice)
{
    draft.heading(2, "What is still open", "open");
    if (advice.open_questions.empty())
        draft.say("Every question that the rules look at has been answered.");
    std::vector<Row> rows;
    for (const OpenQuestionAdvice& question : advice.open_questions)
        rows.push_back(
            row_of({question.short_label,
                    question.prompt + (question.said_unknown ? " You said that you do not know." : ""), question.why}));
    draft.table("Open questions, those that most rules wait for first",
                {{"Question", 2}, {"In full", 4}, {"What it can change", 4}}, std::move(rows));
}

void add_answers(Draft& draft, const Advice& advice)
{
    draft.heading(2, "What was answered", "answers");
    if (advice.answers.empty())
        draft.say("Nothing was answered.");
    std::vector<Row> rows;
    for (const AnswerLine& line : advice.answers)
    {
        Row row =
            row_of({line.short_label, line.practice.empty() ? "The group" : line.practice, line.answer, line.note});
        for (std::size_t i = 1; i < row.cells.size(); ++i) // people's own words: no terms of ours to explain
            row.cells[i].paragraphs.front().tone = Tone::Small;
        rows.push_back(std::move(row));
    }
    draft.table("Every answer", {{"Question", 3}, {"Who", 2}, {"Answer", 3}, {"Note", 3}}, std::move(rows));
}

} // namespace

std::vector<Block> full_blocks(const ReportInput& input)
{
    const Advice& advice = input.advice;
    Draft draft;
    add_opening(draft, advice);
    add_in_short(draft, advice);
    if (input.alignment != nullptr)
    {
        draft.heading(2, "Where you stand", "where-you-stand");
        add_alignment(draft, *input.alignment);
    }
    add_conflicts(draft, advice);
    add_models(draft, advice);
    add_side_by_side(draft, advice, advice.models);
    add_vehicles(draft, advice);
    add_readiness(draft, advice);
    add_depth(draft, advice);
    add_lessons(draft, advice);
    add_path(draft, advice.path);
    add_next_steps(draft, advice);
    add_variants(draft, input.variants);
    add_open_questions(draft, advice);
    if (input.further != nullptr)
    {
        draft.heading(2, "What could change this, and how firm it is", "firmness");
        add_further(draft, *input.further);
    }
    draft.new_page(); // what follows is for looking things up
    draft.heading(2, "Every model with all its reasons", "models-in-full");
    for (const OptionAdvice& option : advice.models)
        add_option(draft, option);
    draft.heading(2, "Every vehicle with all its reasons", "vehicles-in-full");
    for (const OptionAdvice& option : advice.vehicles)
        add_option(draft, option);
    add_answers(draft, advice);
    std::vector<std::string> lines;
    for (const auto& [id, reason] : advice.unstated)
        lines.push_back(id + ": " + reason);
    if (!lines.empty())
        draft.heading(2, "Points of law that the questions cannot express", "unstated");
    draft.items(lines);
    lines.clear();
    for (const auto& [name, text] : advice.inspirations)
        lines.push_back(name + ": " + text);
    if (!lines.empty())
        draft.heading(2, "What shaped this tool", "inspirations");
    draft.items(lines);
    return draft.take();
}

} // namespace fedadvise::report
