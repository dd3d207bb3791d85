// The brief for the solicitor and the accountant: facts, vehicles chosen and rejected, what to answer, uncertain law.
#include "engine/assessment.h"
#include "foundation/text_list.h"
#include "report/case_words.h"
#include "report/document_builders.h"
#include "report/presentation.h"
#include "report/scenes.h"
#include "report/wording.h"

#include <algorithm>
#include <set>

namespace fedadvise::report
{

namespace
{

using document::Cell;
using document::ListItem;
using document::Row;

constexpr std::size_t most_open = 15;
constexpr std::size_t most_practices_side_by_side = 6;

/// Every list of statements of an option that says something now.
std::vector<const std::vector<Statement>*> statements_of_option(const OptionAdvice& option)
{
    return {&option.ruled_out_by, &option.not_yet, &option.for_it,  &option.against_it,
            &option.required,     &option.allowed, &option.warnings};
}

void add_facts(Draft& draft, const ReportInput& input)
{
    draft.heading(2, "The facts as the group states them", "facts");
    draft.items(case_in_words(input.rules, input.group));
    std::vector<std::string> names, questions;
    for (const AnswerLine& line : input.advice.answers)
        if (!line.practice.empty() &&
            std::any_of(input.group.practices.begin(), input.group.practices.end(),
                        [&](const casefile::Practice& practice) { return practice.name == line.practice; }))
        {
            if (std::find(names.begin(), names.end(), line.practice) == names.end())
                names.push_back(line.practice);
            if (std::find(questions.begin(), questions.end(), line.short_label) == questions.end())
                questions.push_back(line.short_label);
        }
    if (names.empty())
        return;
    if (names.size() > most_practices_side_by_side)
    {
        draft.say("The full rationale lists every answer of every practice.");
        return;
    }
    std::vector<document::Column> columns = {{"What", 3}};
    for (const std::string& name : names)
        columns.push_back({name, 2});
    std::vector<Row> rows;
    for (const std::string& question : questions)
    {
        std::vector<std::string> cells = {question};
        for (const std::string& name : names)
        {
            const auto found = std::find_if(input.advice.answers.begin(), input.advice.answers.end(),
                                            [&](const AnswerLine& line)
                                            { return line.practice == name && line.short_label == question; });
            cells.push_back(found == input.advice.answers.end() ? "Not answered" : found->answer);
        }
        rows.push_back(row_of(std::move(cells)));
    }
    draft.table("The practices side by side", std::move(columns), std::move(rows));
}

void add_chosen(Draft& draft, const Advice& advice)
{
    draft.heading(2, "The vehicles that come first", "chosen");
    draft.say(legal_person_words(advice));
    const auto chosen = vehicles_to_show_first(advice);
    if (chosen.empty())
        draft.say("None yet: no model comes first, or none of the open vehicles can carry one that does.");
    for (const OptionAdvice* vehicle : chosen)
    {
        draft.heading(3, vehicle->name, "option-" + vehicle->id);
        draft.say(Text{badge_of(*vehicle)});
        draft.say(vehicle->summary);
        draft.say_led("Law:", as_sentence(vehicle->family_or_law));
        for (const auto& [heading, text] : vehicle->details)
            draft.say_led(heading + (heading.ends_with("?") ? "" : ":"), text);
        for (const StatementGroup& group : statement_groups(*vehicle))
        {
            if (group.open)
                continue;
            draft.heading(4, std::string{group.heading});
            std::vector<ListItem> items;
            for (const Statement& statement : *group.statements)
                items.push_back(item_of(statement, group.effect_first));
            draft.list(std::move(items));
        }
    }
}

std::string laws_of(const std::vector<Statement>& statements)
{
    std::vector<std::string> laws;
    for (const Statement& statement : statements)
        if (!statement.law.empty() && std::find(laws.begin(), laws.end(), statement.law) == laws.end())
            laws.push_back(statement.law);
    return laws.empty() ? "None" : foundation::joined(laws, "; ");
}

void add_rejected(Draft& draft, const Advice& advice)
{
    draft.heading(2, "The vehicles that do not come first", "rejected");
    const auto chosen = vehicles_to_show_first(advice);
    std::vector<Row> rows;
    const auto is_like = [](const OptionAdvice& a, const OptionAdvice& b)
    { return a.band == b.band && a.why_not == b.why_not && a.why == b.why; };
    std::vector<const OptionAdvice*> told; // the first of those that share band and reason
    for (const OptionAdvice& vehicle : advice.vehicles)
    {
        const auto is_chosen = [&](const OptionAdvice& option)
        { return std::find(chosen.begin(), chosen.end(), &option) != chosen.end(); };
        if (is_chosen(vehicle) ||
            std::any_of(told.begin(), told.end(), [&](const OptionAdvice* other) { return is_like(*other, vehicle); }))
            continue;
        told.push_back(&vehicle);
        std::vector<std::string> names;
        for (const OptionAdvice& other : advice.vehicles)
            if (!is_chosen(other) && is_like(other, vehicle))
                names.push_back(other.name);
        const std::vector<Statement>& stops = !vehicle.ruled_out_by.empty() ? vehicle.ruled_out_by
                                              : !vehicle.not_yet.empty()    ? vehicle.not_yet
                                                                            : vehicle.against_it;
        Row row = row_of({foundation::joined_as_sentence(names),
                          {},
                          vehicle.why_not.empty() ? vehicle.why : vehicle.why_not,
                          laws_of(stops)});
        row.cells[1] = cell_of({badge_of(vehicle)});
        if (!stops.empty())
            row.cells[2].paragraphs.push_back({origin_of(stops.front()), Tone::Small, {}});
        rows.push_back(std::move(row));
    }
    draft.table("Why not these", {{"Vehicle", 3}, {"Where it stands", 2}, {"Why", 5}, {"Law", 3}}, std::move(rows));
}

void add_models(Draft& draft, const Advice& advice)
{
    draft.heading(2, "What the group wants to do", "aim");
    for (const std::string& sentence : advice.headline)
        draft.say(sentence, Tone::Lead);
    add_warnings(draft, advice.warnings);
    for (const OptionAdvice* model : options_to_show_first(advice.models))
    {
        draft.heading(3, model->name, "option-" + model->id);
        draft.say(model->summary);
        draft.say_led("Why:", model->why);
        std::vector<ListItem> items;
        for (const Statement& statement : model->required)
            items.push_back(item_of(statement, true));
        if (!items.empty())
            draft.heading(4, "What must be done or met");
        draft.list(std::move(items));
    }
}

/// Statements about what comes first and the group, each once.
std::vector<const Statement*> statements_that_matter(const Advice& advice)
{
    std::vector<const Statement*> found;
    std::set<std::pair<std::string, std::string>> seen;
    const auto note = [&](const std::vector<Statement>& statements)
    {
        for (const Statement& statement : statements)
            if (seen.insert({statement.rule, statement.text}).second)
                found.push_back(&statement);
    };
    note(advice.warnings);
    for (const auto& options : {options_to_show_first(advice.models), vehicles_to_show_first(advice)})
        for (const OptionAdvice* option : options)
            for (const std::vector<Statement>* list : statements_of_option(*option))
                note(*list);
    return found;
}

std::string doubt_of(const Statement& statement)
{
    if (statement.status == "expected")
        return "Expected: not law yet.";
    if (statement.status == "consultation")
        return "Under consultation: not law.";
    if (statement.status == "superseded")
        return "Superseded: kept for older dates.";
    if (statement.tag == "uncertain")
        return "Uncertain: sources differ, or none was found that settles it.";
    return {};
}

void add_uncertain(Draft& draft, const Advice& advice)
{
    draft.heading(2, "Law that is uncertain or about to change", "uncertain");
    std::vector<Row> rows;
    for (const Statement* statement : statements_that_matter(advice))
    {
        const std::string doubt = doubt_of(*statement);
        if (doubt.empty())
            continue;
        Row row = row_of({statement->title, doubt, statement->text});
        row.cells[2].paragraphs.push_back({origin_of(*statement), Tone::Small, {}});
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        draft.say("None of the rules behind what comes first is marked as uncertain, expected or under consultation.");
    draft.table("Please confirm or correct", {{"Point", 3}, {"How sure it is", 3}, {"What this tool says", 6}},
                std::move(rows));
    std::vector<std::string> lines;
    for (const auto& [id, reason] : advice.unstated)
        lines.push_back(id + ": " + reason);
    draft.headed_items(3, "Points of law that the questions cannot express", lines);
}

/// What the rule base lets this adviser say of the vehicle; the heading is that of its details.
std::string voice_of(const OptionAdvice& vehicle, const std::string& heading)
{
    for (const auto& [title, text] : vehicle.details)
        if (title == heading)
            return text;
    return vehicle.why;
}

void add_questions(Draft& draft, const Advice& advice)
{
    draft.heading(2, "Questions to answer", "questions");
    std::vector<Row> rows;
    const auto ask = [&](std::string question, std::string who, const Text& why)
    {
        Row row = row_of({std::move(question), std::move(who), {}, {}});
        row.cells[2] = cell_of(why);
        row.cells[2].paragraphs.front().tone = Tone::Small;
        rows.push_back(std::move(row));
    };
    for (const OptionAdvice* vehicle : vehicles_to_show_first(advice))
    {
        ask("Does “" + vehicle->name + "” do what " + advice.title + " wants, and what would you change in the plan?",
            "Solicitor", document::plain(voice_of(*vehicle, "A solicitor would say")));
        ask("What would “" + vehicle->name + "” mean for each member, in money?", "Accountant",
            document::plain(voice_of(*vehicle, "An accountant would say")));
        for (const Statement& statement : vehicle->required)
            ask("Is this met, and if not, what does it take? " +
                    (statement.sentence.empty() ? statement.text : statement.sentence),
                "Solicitor", origin_of(statement));
    }
    draft.table("To be filled in by the advisers", {{"Question", 6}, {"Who", 2}, {"Why it is asked", 4}, {"Answer", 4}},
                std::move(rows));
    rows = {};
    for (const OpenQuestionAdvice& question : advice.open_questions)
        if (rows.size() < most_open)
            rows.push_back(row_of({question.prompt, question.why}));
    draft.table("What the group has not answered yet; most rules wait for the first",
                {{"Question", 1}, {"What it can change", 1}}, std::move(rows));
    if (advice.open_questions.size() > most_open)
        draft.say(counted(static_cast<std::int64_t>(advice.open_questions.size() - most_open), "further questions") +
                      " are listed in the full rationale.",
                  Tone::Small);
}

} // namespace

std::vector<Block> brief_blocks(const ReportInput& input)
{
    const Advice& advice = input.advice;
    Draft draft;
    add_opening(draft, advice, "For the group's solicitor and accountant.");
    add_models(draft, advice);
    add_facts(draft, input);
    add_chosen(draft, advice);
    add_rejected(draft, advice);
    add_questions(draft, advice);
    add_uncertain(draft, advice);
    return draft.take();
}

} // namespace fedadvise::report
