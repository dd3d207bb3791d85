#include "rulebase/validation.h"

#include "foundation/text_list.h"

#include <algorithm>

namespace fedadvise::rulebase
{

namespace
{

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
        check_unique(
            check, path.stages, [](const PathStage& s) { return s.id; }, "stage");
        for (const PathStage& stage : path.stages)
        {
            const std::string owner = "Stage '" + stage.id + "'";
            check_sources(check, stage.sources, stage.place, owner);
        }
    }
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
    check_candidates(check);
    check_editions(check);
}

} // namespace fedadvise::rulebase
