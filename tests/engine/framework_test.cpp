#include "engine/oracle.h"
#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Truth;

namespace
{

std::string item(const std::string& id, const std::string& when, const std::string& nations = "")
{
    return "<item id=\"" + id + "\" title=\"" + id + "\" tag=\"verified\" owner=\"All\"" + nations + "><asks>Is it so?</asks><when>" + when +
           "</when><ready>It is.</ready><gap>It is not.</gap><bring>A page.</bring><source ref=\"S1\"/></item>";
}

const std::string staff = R"(<test question="motive.staff" at-least="2"/>)";
const std::string lead = R"(<test question="lead" is="yes"/>)";

/// Asked in England and Scotland, when somebody leads.
std::string framework()
{
    return R"(<framework id="asks" name="Asks" nations="england scotland" for="alone" tag="verified"><text>A list.</text><used>It is used.</used><when>)" + lead +
           R"(</when><source ref="S1"/><area id="one" title="One"><text>First.</text>)" + item("staff", staff) + item("scots", lead, " nations=\"scotland\"") +
           R"(</area><area id="two" title="Two"><text>Second.</text>)" + item("both", "<all>" + staff + lead + "</all>") + "</area></framework>";
}

std::vector<std::string> ids(const engine::QuestionList& questions)
{
    std::vector<std::string> list;
    for (const rulebase::QuestionId& question : questions)
        list.push_back(question.value);
    return list;
}

/// The nation that a case names, or empty.
std::string nation_of(const casefile::Case& group)
{
    const casefile::Answer* said = casefile::find_answer(group.answers, {"jurisdiction"});
    const auto* nation = said == nullptr ? nullptr : std::get_if<casefile::Choice>(said);
    return nation == nullptr ? "" : nation->option;
}

} // namespace

TEST_SUITE("what a commissioner asks") {
TEST_CASE("nothing is judged while the nation is not known, or has no framework")
{
    CHECK_FALSE(assess_small(framework(), {{"motive.staff", "3"}}).framework);
    CHECK_FALSE(assess_small(framework(), {{"jurisdiction", "unknown"}}).framework);
    CHECK_FALSE(assess_small(framework(), {{"jurisdiction", "wales"}}).framework);
    CHECK_FALSE(assess_small("", {{"jurisdiction", "england"}}).framework);
}

TEST_CASE("an item is ready, a gap or open, with the questions that decide it")
{
    const auto judged = assess_small(framework(), {{"jurisdiction", "england"}, {"motive.staff", "3"}});
    REQUIRE(judged.framework);
    CHECK(judged.framework->framework == 0);
    CHECK(judged.framework->used == Truth::Unknown);
    REQUIRE(judged.framework->items.size() == 2); // the one for Scotland is left out
    const engine::FrameworkItemResult &first = judged.framework->items[0], &second = judged.framework->items[1];
    CHECK((first.area == 0 && first.item == 0));
    CHECK(first.ready == Truth::True);
    CHECK(ids(first.because) == std::vector<std::string>{"motive.staff"});
    CHECK((second.area == 1 && second.item == 0));
    CHECK(second.ready == Truth::Unknown);
    CHECK(ids(second.because) == std::vector<std::string>{"lead"});

    const auto gap = assess_small(framework(), {{"jurisdiction", "scotland"}, {"motive.staff", "1"}, {"lead", "yes"}});
    REQUIRE(gap.framework);
    CHECK(gap.framework->used == Truth::True);
    REQUIRE(gap.framework->items.size() == 3);
    CHECK(gap.framework->items[0].ready == Truth::False);
    CHECK(gap.framework->items[1].ready == Truth::True);
    CHECK(gap.framework->items[2].ready == Truth::False);
    CHECK(ids(gap.framework->items[2].because) == std::vector<std::string>{"motive.staff"});
}

TEST_CASE("over random groups every shipped item is ready, a gap and open at times, and always what the oracle says")
{
    Random random(34);
    const rulebase::RuleBase& rules = shipped().rules();
    REQUIRE(rules.frameworks.size() >= 2);
    std::map<std::string, std::set<Truth>> seen;
    for (int number = 0; number < 1500; ++number)
    {
        CAPTURE(number);
        const casefile::Case group = random_case(rules, random, {10 + random.below(91), random.below(10), 3});
        const engine::Assessment assessment = shipped().assess(group, today);
        const rulebase::Framework* framework = rulebase::find_framework(rules, nation_of(group));
        REQUIRE((framework == nullptr) == !assessment.framework.has_value());
        if (framework == nullptr)
            continue;
        const oracle::Facts facts(rules, group);
        CHECK(&rules.frameworks[assessment.framework->framework] == framework);
        if (framework->when)
            CHECK(assessment.framework->used == oracle::truth_of(facts, *framework->when));
        for (const engine::FrameworkItemResult& result : assessment.framework->items)
        {
            const rulebase::FrameworkItem& asked = framework->areas[result.area].items[result.item];
            CAPTURE(asked.id);
            CHECK(result.ready == oracle::truth_of(facts, asked.when));
            CHECK_FALSE(result.because.empty());
            seen[asked.id].insert(result.ready);
        }
    }
    for (const rulebase::Framework& framework : rules.frameworks)
        for (const rulebase::FrameworkArea& area : framework.areas)
            for (const rulebase::FrameworkItem& asked : area.items)
            {
                CAPTURE(asked.id);
                CHECK(seen[asked.id] == std::set<Truth>{Truth::False, Truth::Unknown, Truth::True});
            }
}
}
