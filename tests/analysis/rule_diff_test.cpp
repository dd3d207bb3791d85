#include "analysis/outcome_diff.h"
#include "analysis/rule_diff.h"

#include "casefile/case_file.h"
#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <string>

namespace fedadvise::analysis
{

using rulebase::EffectKind;
using rulebase::RuleBase;

namespace
{

const std::shared_ptr<const RuleBase>& shipped()
{
    static const std::shared_ptr<const RuleBase> rules = rulebase::load_folder(FEDADVISE_RULES_DIR).rules;
    return rules;
}

struct BankCase
{
    std::string name;
    casefile::Case group;
};

const std::vector<BankCase>& bank()
{
    static const std::vector<BankCase> cases = []
    {
        std::vector<BankCase> list;
        for (const auto& entry : std::filesystem::directory_iterator(FEDADVISE_EXAMPLES_DIR))
            if (const auto loaded = casefile::load_case(entry.path(), *shipped()); loaded.group)
                list.push_back({entry.path().stem().string(), *loaded.group});
        std::sort(list.begin(), list.end(), [](const BankCase& a, const BankCase& b) { return a.name < b.name; });
        return list;
    }();
    return cases;
}

rulebase::Rule& rule_in(RuleBase& rules, const std::string& id)
{
    const auto found =
        std::find_if(rules.rules.begin(), rules.rules.end(), [&](const auto& r) { return r.id.value == id; });
    REQUIRE(found != rules.rules.end());
    return *found;
}

rulebase::Question& question_in(RuleBase& rules, const std::string& id)
{
    const auto found =
        std::find_if(rules.questions.begin(), rules.questions.end(), [&](const auto& q) { return q.id.value == id; });
    REQUIRE(found != rules.questions.end());
    return *found;
}

/// A rule that pulls the leading model of a worked case up and does nothing but pull, so that an edit of it shows.
std::string decisive_rule()
{
    const engine::Engine engine(shipped());
    for (const BankCase& one : bank())
        for (const engine::OptionResult& model : engine.assess(one.group, shipped()->as_at).models)
            for (const engine::Finding& finding : model.for_it)
            {
                const rulebase::Rule* rule = rulebase::find_rule(*shipped(), finding.rule);
                if (rule != nullptr && model.rank == 1 && rule->when &&
                    std::all_of(rule->effects.begin(), rule->effects.end(),
                                [](const auto& e) { return e.kind == EffectKind::Pull; }))
                    return finding.rule.value;
            }
    FAIL("no worked case has a rule that pulls its leading model up");
    return {};
}

/// Every cause named over the bank, as "kind id".
std::set<std::string> causes_over_bank(const RuleBase& after, std::size_t& changed)
{
    const engine::Engine old_engine(shipped()), new_engine(std::make_shared<const RuleBase>(after));
    const auto parts = compare_parts(*shipped(), after);
    std::set<std::string> causes;
    changed = 0;
    for (const BankCase& one : bank())
    {
        const OutcomeChange change = compare_outcomes({old_engine, one.group, shipped()->as_at},
                                                      {new_engine, one.group, shipped()->as_at}, parts);
        changed += change.gravity == Gravity::None ? 0U : 1U;
        for (const Cause& cause : change.causes)
            causes.insert(cause.kind + " " + cause.id);
    }
    return causes;
}

struct Edit
{
    std::string name;
    PartChange part;
    std::function<void(RuleBase&)> make;
    bool words_only = false;
};

std::vector<Edit> edits()
{
    const std::string id = decisive_rule();
    const auto rule = [id](const char* respect, const std::function<void(rulebase::Rule&)>& edit, bool words = false)
    {
        return Edit{std::string("a rule's ") + respect,
                    {"rule", id, Change::Changed, {respect}},
                    [=](RuleBase& rules) { edit(rule_in(rules, id)); },
                    words};
    };
    return {
        rule("strength", [](auto& r) { r.effects.front().strength = -r.effects.front().strength; }),
        rule("condition",
             [](auto& r) {
                 r.when = rulebase::Condition{rulebase::AnyOf{}, {}};
             }),
        rule("dates",
             [](auto& r) {
                 r.until = foundation::Date{2020, 1, 1};
             }),
        rule("nations", [](auto& r) { r.nations = {"scotland"}; }),
        rule("options", [](auto& r) { r.effects.front().on = {{"joint-premises"}}; }),
        rule(
            "wording", [](auto& r) { r.text += " More."; }, true),
        rule(
            "sources", [](auto& r) { r.sources.push_back({"S01"}); }, true),
        {"a rule is gone",
         {"rule", id, Change::Removed, {}},
         [id](RuleBase& rules) { std::erase_if(rules.rules, [&](const auto& r) { return r.id.value == id; }); }},
        {"a rule is new",
         {"rule", "ZZ99", Change::Added, {}},
         [](RuleBase& rules)
         {
             rulebase::Rule added;
             added.id = {"ZZ99"};
             rulebase::Effect effect;
             effect.kind = EffectKind::Pull;
             effect.on = {{"joint-premises"}};
             effect.strength = 3;
             added.effects = {effect};
             rules.rules.push_back(added);
         }},
    };
}

} // namespace

TEST_SUITE("rule diff")
{
TEST_CASE("a rule base differs from itself in nothing")
{
    CHECK(compare_parts(*shipped(), *shipped()).empty());
    std::size_t changed = 1;
    CHECK(causes_over_bank(*shipped(), changed).empty());
    CHECK(changed == 0);
}

TEST_CASE("moving things in the files changes nothing")
{
    RuleBase moved = *shipped();
    for (rulebase::Rule& rule : moved.rules)
    {
        rule.place.line += 3;
        if (rule.when)
            rule.when->place.line += 3;
    }
    std::reverse(moved.sources.begin(), moved.sources.end());
    CHECK(compare_parts(*shipped(), moved).empty());
}

TEST_CASE("each planted change of a rule is found and named as the cause")
{
    for (const Edit& edit : edits())
    {
        CAPTURE(edit.name);
        RuleBase after = *shipped();
        edit.make(after);
        const auto parts = compare_parts(*shipped(), after);
        REQUIRE(parts.size() == 1);
        CHECK(parts[0] == edit.part);
        CHECK(parts[0].words_only() == edit.words_only);
        std::size_t changed = 0;
        const std::set<std::string> causes = causes_over_bank(after, changed);
        CHECK((changed > 0) == !edit.words_only);
        CHECK(causes == (edit.words_only ? std::set<std::string>{} : std::set<std::string>{"rule " + edit.part.id}));
    }
}

TEST_CASE("changes of other things are found, each in its respect")
{
    const Edit others[] = {
        {"a question is counted otherwise",
         {"question", "motive.workforce", Change::Changed, {"aggregation"}},
         [](RuleBase& r) { question_in(r, "motive.workforce").aggregate = rulebase::Aggregate::Lowest; }},
        {"a question is asked otherwise",
         {"question", "contiguous", Change::Changed, {"routing"}},
         [](RuleBase& r) { question_in(r, "contiguous").ask_when.reset(); }},
        {"an answer is new",
         {"question", "contiguous", Change::Changed, {"answers"}},
         [](RuleBase& r) {
             question_in(r, "contiguous").options.push_back({"partly", "Partly"});
         }},
        {"an answer is worded otherwise",
         {"question", "contiguous", Change::Changed, {"wording"}},
         [](RuleBase& r) { question_in(r, "contiguous").options.front().label += "!"; },
         true},
        {"a model is gone",
         {"model", "joint-premises", Change::Removed, {}},
         [](RuleBase& r) { std::erase_if(r.models, [](const auto& m) { return m.id.value == "joint-premises"; }); }},
        {"a vehicle fits otherwise",
         {"compatibility", "federation-company", Change::Changed, {"fit"}},
         [](RuleBase& r)
         {
             for (auto& fit : r.fits)
                 if (fit.model.value == "federation-company")
                     fit.typical.clear();
         }},
        {"ties are wider",
         {"settings", "settings", Change::Changed, {"ties"}},
         [](RuleBase& r) { r.settings.tie_points = 6; }},
        {"readiness asks for more",
         {"readiness", "readiness", Change::Changed, {"thresholds"}},
         [](RuleBase& r) { r.readiness.thresholds.front().mean = foundation::Fixed::from_integer(5); }},
        {"a source is checked later",
         {"source", shipped()->sources.front().id.value, Change::Changed, {"dates"}},
         [](RuleBase& r) {
             r.sources.front().checked = foundation::Date{2031, 1, 1};
         },
         true},
    };
    for (const Edit& edit : others)
    {
        CAPTURE(edit.name);
        RuleBase after = *shipped();
        edit.make(after);
        const auto parts = compare_parts(*shipped(), after);
        REQUIRE(parts.size() == 1);
        CHECK(parts[0] == edit.part);
        CHECK(parts[0].words_only() == edit.words_only);
    }
}

TEST_CASE("a change of the settings is named as the cause")
{
    RuleBase after = *shipped();
    after.settings.tie_points = 8;
    std::size_t changed = 0;
    CHECK(causes_over_bank(after, changed) == std::set<std::string>{"settings settings"});
    CHECK(changed > 0);
}

TEST_CASE("a rule that is as it was but decides otherwise leads to the changed question")
{
    RuleBase after = *shipped();
    for (rulebase::Question& question : after.questions)
        if (question.family == "readiness" || question.id.value == "list-size")
            question.aggregate = rulebase::Aggregate::Lowest;
    const engine::Engine old_engine(shipped()), new_engine(std::make_shared<const RuleBase>(after));
    const auto parts = compare_parts(*shipped(), after);
    bool found = false;
    for (const BankCase& one : bank())
    {
        const auto change = compare_outcomes({old_engine, one.group, shipped()->as_at},
                                             {new_engine, one.group, shipped()->as_at}, parts);
        CHECK((change.gravity == Gravity::None) == change.causes.empty());
        for (const Cause& cause : change.causes)
            found = found || cause.kind == "question";
    }
    CHECK(found);
}

TEST_CASE("what leads weighs more than what is said")
{
    const std::string id = decisive_rule();
    RuleBase after = *shipped();
    rule_in(after, id).effects.front().strength = -3;
    const engine::Engine old_engine(shipped()), new_engine(std::make_shared<const RuleBase>(after));
    const auto parts = compare_parts(*shipped(), after);
    bool leads = false;
    for (const BankCase& one : bank())
    {
        const auto change = compare_outcomes({old_engine, one.group, shipped()->as_at},
                                             {new_engine, one.group, shipped()->as_at}, parts);
        CHECK((change.gravity == Gravity::LeadingModels) ==
              (change.leading_models_before != change.leading_models_after));
        leads = leads || change.gravity == Gravity::LeadingModels;
    }
    CHECK(leads);
}
} // TEST_SUITE("rule diff")

} // namespace fedadvise::analysis
