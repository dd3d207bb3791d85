// Every shipped rule has cases in which it fires, does not fire and cannot tell; each says what the rule says.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "case_reading.h"

#include "engine/engine.h"
#include "report/wording.h"

#include <map>
#include <set>
#include <utility>

using namespace fedadvise;

namespace
{

const std::filesystem::path cases_folder = FEDADVISE_CASES_DIR;
const std::set<std::string> other_folders = {"worked", "__pycache__"};

const engine::Engine& shipped_engine()
{
    static const engine::Engine engine(cases::shipped_rules());
    return engine;
}

std::filesystem::path file_of(const rulebase::Rule& rule)
{
    return cases_folder / rule.id.value / "cases.json";
}

/// Whether answers can make a difference at all.
bool is_conditional(const rulebase::Rule& rule)
{
    return rule.when || !rule.nations.empty();
}

struct Judged
{
    casefile::Case group;
    engine::Assessment assessment;
};

/// Many rules have the same case but for its title: such a case is judged once.
const Judged& judged(const engine::Engine& engine, nlohmann::ordered_json group)
{
    static std::map<std::string, Judged> known;
    group["title"] = "";
    const std::string key = group.dump();
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    Judged fresh{cases::read_group(group, engine.rules()), {}};
    REQUIRE_MESSAGE(fresh.group.as_at.has_value(), "The case has no as-at, so its outcome would depend on the day of the test.");
    fresh.assessment = engine.assess(fresh.group, *fresh.group.as_at);
    return known.emplace(key, std::move(fresh)).first->second;
}

void check_case(const engine::Engine& engine, std::size_t rule, const nlohmann::ordered_json& expected)
{
    const auto& [group, assessment] = judged(engine, expected.at("case"));
    CHECK(cases::truth_name(assessment.rule_truths.at(rule)) == expected.at("truth").get<std::string>());
    if (expected.at("truth") != "true")
        return;
    REQUIRE_MESSAGE(expected.contains("text"), "A case that fires must carry the expected \"text\".");
    CHECK(report::filled({engine.rules(), group, assessment}, engine.rules().rules[rule].text) == expected.at("text").get<std::string>());
}

} // namespace

TEST_SUITE("rule cases")
{
TEST_CASE("every rule has cases that fire, do not fire and cannot tell")
{
    for (const rulebase::Rule& rule : shipped_engine().rules().rules)
    {
        CAPTURE(rule.id.value);
        if (!std::filesystem::exists(file_of(rule)))
        {
            FAIL_CHECK("There is no tests/cases/" << rule.id.value << "/cases.json. Run tests/cases/generate.py, and read what it writes.");
            continue;
        }
        const auto file = cases::read_json(file_of(rule));
        CHECK(file.at("rule").get<std::string>() == rule.id.value);
        std::set<std::string> truths, names;
        for (const auto& expected : file.at("cases"))
        {
            truths.insert(expected.at("truth").get<std::string>());
            CHECK_MESSAGE(names.insert(expected.at("name").get<std::string>()).second, "Two cases share a name.");
        }
        CHECK_MESSAGE(truths.contains("true"), "No case fires.");
        CHECK_MESSAGE((truths.contains("false") || !is_conditional(rule)), "There is no case in which the rule does not fire.");
        CHECK_MESSAGE((truths.contains("unknown") || !is_conditional(rule)), "There is no case in which the rule cannot tell.");
        CHECK_MESSAGE((truths.contains("false") || (!rule.from && !rule.until)), "There is no case on a day when the rule is not in force.");
    }
}

TEST_CASE("no folder outlives its rule")
{
    for (const auto& entry : std::filesystem::directory_iterator(cases_folder))
    {
        const std::string name = entry.path().filename().string();
        CAPTURE(name);
        if (entry.is_directory() && !other_folders.contains(name))
            CHECK_MESSAGE(rulebase::find_rule(shipped_engine().rules(), {name}) != nullptr, "There is no rule of this name.");
    }
}

TEST_CASE("every rule is as true as its cases say, in their words")
{
    const engine::Engine& engine = shipped_engine();
    for (std::size_t rule = 0; rule < engine.rules().rules.size(); ++rule)
    {
        const auto path = file_of(engine.rules().rules[rule]);
        if (!std::filesystem::exists(path))
            continue; // said above
        const auto file = cases::read_json(path);
        for (const auto& expected : file.at("cases"))
        {
            const std::string id = engine.rules().rules[rule].id.value, name = expected.at("name");
            CAPTURE(id);
            CAPTURE(name);
            check_case(engine, rule, expected);
        }
    }
}
}
