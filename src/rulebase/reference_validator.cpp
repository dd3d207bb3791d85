#include "rulebase/validation.h"

#include "foundation/text_list.h"
#include "rulebase/option_fields.h"

#include <algorithm>
#include <type_traits>

namespace fedadvise::rulebase
{

namespace
{

using foundation::Place;

void check_terms(const Check& check)
{
    check_unique(
        check, check.rules.terms, [](const Term& t) { return t.id; }, "term");
    std::map<std::string, std::string> forms;
    for (const Term& term : check.rules.terms)
    {
        const std::string owner = "Term '" + term.id + "'";
        check_sources(check, term.sources, term.place, owner);
        std::vector<std::string> names = term.also;
        names.push_back(term.name);
        for (const std::string& name : names)
        {
            const auto [first, fresh] = forms.emplace(foundation::lower_case(name), term.id);
            if (!fresh)
                check.error(term.place, "rulebase.duplicate-id",
                            owner + " explains '" + name + "', which '" + first->second + "' explains already.",
                            "Keep it in one of them.");
        }
    }
}

void check_setup(const Check& check, const SetupGuide& guide)
{
    check_options(check, guide.options, guide.place, "Set-up guide '" + guide.id + "'");
    check_unique(
        check, guide.tasks, [](const SetupTask& t) { return t.id; }, "task");
    if (guide.tasks.empty())
        check.error(guide.place, "rulebase.incomplete", "Set-up guide '" + guide.id + "' has no tasks.",
                    "Add <task>s, or remove it.");
    std::map<std::string, int> order;
    for (const SetupTask& task : guide.tasks)
        order.emplace(task.id, task.order);
    for (const SetupTask& task : guide.tasks)
    {
        const std::string owner = "Task '" + task.id + "'";
        check_sources(check, task.sources, task.place, owner);
        check_nations(check, task.nations, task.place, owner);
        for (const std::string& before : task.after)
        {
            const auto found = order.find(before);
            if (found == order.end())
                check.error(task.place, "rulebase.dangling-id",
                            owner + " comes after '" + before + "', which is no task of the same guide.",
                            "Check the id.");
            else if (found->second >= task.order)
                check.error(task.place, "rulebase.bad-order",
                            owner + " comes after '" + before + "', but its order= is not higher.",
                            "Give it a higher order=.");
        }
    }
}

void check_paths(const Check& check)
{
    check_unique(
        check, check.rules.paths, [](const Path& p) { return p.id; }, "path");
    for (const Path& path : check.rules.paths)
    {
        check_options(check, path.options, path.place, "Path '" + path.id + "'");
        check_unique(
            check, path.stages, [](const PathStage& s) { return s.id; }, "stage");
        for (const PathStage& stage : path.stages)
        {
            const std::string owner = "Stage '" + stage.id + "'";
            check_sources(check, stage.sources, stage.place, owner);
        }
    }
}

void check_aspect_field(const Check& check, const Aspect& aspect, const char* attribute, const std::string& field,
                        const std::vector<std::string>& known)
{
    if (!field.empty() && std::find(known.begin(), known.end(), field) == known.end())
        check.error(aspect.place, "rulebase.bad-value",
                    "Aspect '" + aspect.id + "' says " + attribute + "=\"" + field + "\", but there is no such field.",
                    "Fields are " + foundation::joined_as_sentence(known) + ".");
}

void check_aspect_texts(const Check& check, const Aspect& aspect)
{
    std::map<OptionId, Place> seen;
    for (const AspectText& text : aspect.texts)
    {
        const std::string owner = "The comparison by '" + aspect.id + "'";
        check_options(check, text.options, text.place, owner);
        check_sources(check, text.sources, text.place, owner);
        for (const OptionId& option : text.options)
            if (const auto [first, fresh] = seen.emplace(option, text.place); !fresh)
                check.error(text.place, "rulebase.duplicate-id",
                            owner + " speaks of '" + option.value + "' again, after " +
                                foundation::place_text(first->second) + ".",
                            "Keep one of the two.");
    }
}

/// Nothing may be left empty in a comparison: each option says something on each aspect, in its own field or in a text.
template <class Option>
void check_aspect_is_said(const Check& check, const Option& option, const std::string& owner)
{
    for (const Aspect& aspect : check.rules.aspects)
    {
        const std::string& field = std::is_same_v<Option, Model> ? aspect.model_field : aspect.vehicle_field;
        const OptionField said = field_of(option, field);
        if ((said.text == nullptr || said.text->empty()) && find_aspect_text(aspect, option.id) == nullptr)
            check.error(option.place, "rulebase.missing-aspect",
                        owner + " says nothing on '" + aspect.name + "' (aspect '" + aspect.id + "').",
                        "Add <compare for=\"" + option.id.value + "\"> to the aspect at " +
                            foundation::place_text(aspect.place) + ", if only to say that it depends.");
    }
}

void check_aspects(const Check& check)
{
    check_unique(
        check, check.rules.aspects, [](const Aspect& a) { return a.id; }, "aspect");
    for (const Aspect& aspect : check.rules.aspects)
    {
        check_aspect_field(check, aspect, "model-field", aspect.model_field, model_field_names());
        check_aspect_field(check, aspect, "vehicle-field", aspect.vehicle_field, vehicle_field_names());
        check_aspect_texts(check, aspect);
        for (const QuestionId& id : aspect.questions)
            if (find_question(check.rules, id) == nullptr)
                check.error(aspect.place, "rulebase.dangling-id",
                            "Aspect '" + aspect.id + "' names the question '" + id.value + "', which does not exist.",
                            "Check the id.");
    }
    for (const Model& model : check.rules.models)
        check_aspect_is_said(check, model, "Model '" + model.id.value + "'");
    for (const Vehicle& vehicle : check.rules.vehicles)
        check_aspect_is_said(check, vehicle, "Vehicle '" + vehicle.id.value + "'");
}

void check_candidates(const Check& check)
{
    check_unique(
        check, check.rules.candidates, [](const Candidate& c) { return c.from + "/" + c.id; }, "candidate");
    for (const Candidate& candidate : check.rules.candidates)
    {
        const std::string owner = "Candidate '" + candidate.id + "'";
        for (const RuleId& id : candidate.rules)
            if (find_rule(check.rules, id) == nullptr)
                check.error(candidate.place, "rulebase.dangling-id",
                            owner + " names the rule '" + id.value + "', which does not exist.", "Check the id.");
        const bool dropped = candidate.outcome == Candidate::Outcome::Dropped;
        if (!dropped && candidate.rules.empty())
            check.error(candidate.place, "rulebase.incomplete", owner + " names no rule that carries it.",
                        "Add rules=, or say outcome=\"dropped\" and why.");
        if (candidate.outcome != Candidate::Outcome::Taken && candidate.reason.empty())
            check.error(candidate.place, "rulebase.missing-wording",
                        owner + " was " + outcome_name(candidate.outcome) + ", but nothing says why.", "Add <reason>.");
    }
}

void check_editions(const Check& check)
{
    const std::vector<Edition>& editions = check.rules.editions;
    check_unique(
        check, editions, [](const Edition& e) { return e.version; }, "edition");
    if (!editions.empty() && std::none_of(editions.begin(), editions.end(),
                                          [&](const Edition& e) { return e.version == check.rules.version; }))
        check.error(editions.front().place, "rulebase.incomplete",
                    "No <edition> says what changed in version " + check.rules.version + ".",
                    "Add one for the version in <rulebase version=\"…\">.");
}

} // namespace

void check_references(const Check& check)
{
    check_terms(check);
    check_unique(
        check, check.rules.setups, [](const SetupGuide& g) { return g.id; }, "set-up guide");
    for (const SetupGuide& guide : check.rules.setups)
        check_setup(check, guide);
    check_paths(check);
    check_aspects(check);
    check_candidates(check);
    check_editions(check);
}

} // namespace fedadvise::rulebase
