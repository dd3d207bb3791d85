#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Truth;

namespace
{

std::vector<std::string> ids(const std::vector<rulebase::QuestionId>& questions)
{
    std::vector<std::string> list;
    for (const rulebase::QuestionId& question : questions)
        list.push_back(question.value);
    return list;
}

std::vector<std::string> rules_of(const std::vector<engine::Finding>& findings)
{
    std::vector<std::string> list;
    for (const engine::Finding& finding : findings)
        list.push_back(finding.rule.value);
    return list;
}

using List = std::vector<std::string>;

/// The questions that decide a warning with this condition.
List because(const std::string& condition, const Said& group)
{
    const auto assessment = assess_small(rule("R", condition, R"(<pull on="alone" strength="+1"/>)"), group);
    const engine::OptionResult& alone = result_of(assessment, "alone");
    REQUIRE(alone.for_it.size() + alone.open.size() == 1);
    return ids(alone.for_it.empty() ? alone.open[0].because.ids() : alone.for_it[0].because.ids());
}

const std::string staff = R"(<test question="motive.staff" at-least="2"/>)";
const std::string costs = R"(<test question="motive.costs" at-least="2"/>)";
const std::string lead = R"(<test question="lead" is="yes"/>)";

} // namespace

namespace
{

Truth truth_of_asking(const engine::Engine& judge, const casefile::Case& group, const std::string& question)
{
    const auto& questions = judge.rules().questions;
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (questions[i].id.value == question)
            return judge.asked_questions(group)[i];
    FAIL("no question " << question);
    return Truth::False;
}

} // namespace

TEST_SUITE("trace") {
TEST_CASE("a finding names the questions that decide it and no others")
{
    struct Row
    {
        std::string name;
        std::string condition;
        Said group;
        List questions;
    };
    const std::vector<Row> rows = {
        {"all that are true", "<all>" + staff + costs + "</all>", {{"motive.staff", "2"}, {"motive.costs", "3"}}, {"motive.staff", "motive.costs"}},
        {"the one of several that is true", "<any>" + staff + costs + lead + "</any>", {{"motive.staff", "0"}, {"motive.costs", "3"}}, {"motive.costs"}},
        {"what is denied", "<not>" + staff + "</not>", {{"motive.staff", "0"}}, {"motive.staff"}},
        {"two of three", "<at-least n=\"2\">" + staff + costs + lead + "</at-least>", {{"motive.staff", "3"}, {"lead", "yes"}}, {"motive.staff", "lead"}},
        {"the members of a family that count", R"(<family name="motive" at-least="2" count="1"/>)", {{"motive.costs", "2"}, {"motive.staff", "0"}}, {"motive.costs"}},
        {"what is open", "<all>" + staff + costs + "</all>", {{"motive.staff", "2"}}, {"motive.costs"}},
        {"all that are open", "<any>" + staff + costs + "</any>", {{"motive.staff", "1"}}, {"motive.costs"}},
        {"each once", "<all>" + staff + R"(<test question="motive.staff" at-most="2"/></all>)", {{"motive.staff", "2"}}, {"motive.staff"}}};
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(because(row.condition, row.group) == row.questions);
    }
}

TEST_CASE("reasons for and against are both kept, strongest first")
{
    const std::string rules = rule("A", "", R"(<pull on="club" strength="+1"/>)") + rule("B", "", R"(<pull on="club" strength="-2"/>)") +
                              rule("C", "", R"(<pull on="club" strength="+3"/>)") + rule("D", "", R"(<pull on="club" strength="-3"/>)") +
                              rule("E", "", R"(<pull on="club" strength="+3"/>)");
    const auto assessment = assess_small(rules);
    const engine::OptionResult& club = result_of(assessment, "club");
    CHECK(rules_of(club.for_it) == List{"C", "E", "A"});
    CHECK(rules_of(club.against_it) == List{"D", "B"});
    CHECK(club.score == engine::Score{2, 2, 2});
}

TEST_CASE("an open pull widens the score only in its own direction")
{
    const std::string rules = points("club", 2) + rule("UP", lead, R"(<pull on="club" strength="+3"/>)") + rule("DOWN", costs, R"(<pull on="club" strength="-1"/>)");
    CHECK(result_of(assess_small(rules), "club").score == engine::Score{2, 1, 5});
    CHECK(result_of(assess_small(rules, {{"lead", "yes"}}), "club").score == engine::Score{5, 4, 5});
    CHECK(result_of(assess_small(rules, {{"lead", "no"}, {"motive.costs", "3"}}), "club").score == engine::Score{1, 1, 1});
}

TEST_CASE("every effect stands where it belongs")
{
    const std::string rules = rule("X", "", R"(<exclude on="llp"/><not-yet on="pact">A date.</not-yet><require on="company">A deed.</require><allow on="society"/><warn on="company"/>)") +
                              rule("G", "", "<warn/>") + rule("F", "", "<forbid/>") + rule("C", "", R"(<conflict between="motive.staff motive.costs"/>)");
    const auto assessment = assess_small(rules);
    CHECK(rules_of(result_of(assessment, "llp").ruled_out_by) == List{"X"});
    CHECK(rules_of(result_of(assessment, "pact").not_yet) == List{"X"});
    CHECK(rules_of(result_of(assessment, "company").required) == List{"X"});
    CHECK(result_of(assessment, "company").required[0].effect == 2);
    CHECK(rules_of(result_of(assessment, "society").allowed) == List{"X"});
    CHECK(rules_of(result_of(assessment, "company").warnings) == List{"X"});
    CHECK(rules_of(assessment.warnings) == List{"F", "SURVIVE", "G"}); // what is unlawful comes first
    CHECK(rules_of(assessment.conflicts) == List{"C"});
}

TEST_CASE("questions that most rules wait for come first, and those not asked are left out")
{
    const std::string rules = rule("A", "<all>" + lead + costs + "</all>", "<warn/>") + rule("B", lead, "<warn/>") +
                              rule("C", R"(<test question="months" at-least="6"/>)", "<warn/>");
    const auto open = assess_small(rules, {{"motive.staff", "0"}, {"motive.costs", "unknown"}}).open_questions;
    REQUIRE(open.size() == 2);
    CHECK(open[0].question.value == "lead");
    CHECK(open[0].rules == 2);
    CHECK(!open[0].said_unknown);
    CHECK(open[1].question.value == "motive.costs");
    CHECK(open[1].rules == 1);
    CHECK(open[1].said_unknown);
    CHECK(assess_small(rules, {{"motive.staff", "2"}}).open_questions.size() == 3); // months is asked now
}

// Found when a statement that one practice has answered counted as answered for all of them: the rule waited for nothing.
TEST_CASE("a mean that waits for one practice says which statements it waits for")
{
    const engine::Engine engine = small_engine(rule("R", R"(<measure id="relationship.mean" at-least="4"/>)", R"(<pull on="alone" strength="+1"/>)"));
    const auto assessment = engine.assess(case_of(engine.rules(), {}, {{{"readiness.R1", "5"}, {"readiness.R2", "5"}, {"readiness.R3", "5"}, {"readiness.R4", "5"}}, {{"readiness.R1", "1"}}}), today);
    REQUIRE(truth_of_rule(engine, assessment, "R") == Truth::Unknown);
    CHECK(ids(result_of(assessment, "alone").open[0].because.ids()) == List{"readiness.R2", "readiness.R3", "readiness.R4"});
}

TEST_CASE("next steps of what leads come in their order, each once")
{
    const std::string rules = points("firm", 9) + rule("LATE", "", R"(<next-step on="firm" order="30">Sign.</next-step>)") +
                              rule("EARLY", "", R"(<next-step on="firm club" order="10">Talk.</next-step>)") +
                              rule("BOTH", "", R"(<next-step on="firm company" order="20">Write.</next-step>)") +
                              rule("CLUB", "", R"(<next-step on="club" order="5">Meet.</next-step>)") +
                              rule("PACT", "", R"(<next-step on="pact" order="6">Agree.</next-step>)") +
                              rule("OPEN", lead, R"(<next-step on="firm" order="1">Wait.</next-step>)");
    CHECK(rules_of(assess_small(rules).next_steps) == List{"EARLY", "BOTH", "LATE"});
}

TEST_CASE("lessons are raised by their checks, or wait for answers")
{
    const std::string rules = rule("A", lead, "<warn/>", R"(lesson="1")") + rule("B", costs, "<warn/>", R"(lesson="1")") + rule("C", staff, "<warn/>", R"(lesson="2")");
    const auto lessons = assess_small(rules, {{"lead", "yes"}, {"motive.staff", "0"}}).lessons;
    REQUIRE(lessons.size() == 2);
    CHECK(lessons[0].raised == Truth::True);
    CHECK(rules_of(lessons[0].checks) == List{"A"});
    CHECK(lessons[1].raised == Truth::False);
    CHECK(lessons[1].checks.empty());
    const auto open = assess_small(rules, {{"lead", "no"}}).lessons;
    CHECK(open[0].raised == Truth::Unknown);
    CHECK(rules_of(open[0].checks) == List{"B"});
}

TEST_CASE("the deal is read from its checklist")
{
    const auto deal = assess_small("", {{"lead", "yes"}, {"profit", "distribute"}}).deal;
    CHECK(deal.total == 3);
    CHECK(deal.done == 1);
    CHECK(deal.open == 1);
    CHECK(deal.items == std::vector<Truth>{Truth::True, Truth::Unknown, Truth::False});
}

TEST_CASE("a question with a condition is asked when it is not false")
{
    const engine::Engine engine = small_engine();
    const auto asked = [&](const Said& group) { return truth_of_asking(engine, case_of(engine.rules(), group), "months"); };
    CHECK(asked({{"motive.staff", "2"}}) == Truth::True);
    CHECK(asked({{"motive.staff", "1"}}) == Truth::False);
    CHECK(asked({}) == Truth::Unknown);
    CHECK(truth_of_asking(engine, {}, "lead") == Truth::True);
}
}
