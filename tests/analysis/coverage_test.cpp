// Coverage: what a case sees of a small rule base, and what is left.
#include "analysis/coverage.h"

#include "analysis/small_bank.h"
#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace fedadvise::test
{

using analysis::CoverageLine;
using analysis::GoalKind;

namespace
{

const std::string rules =
    rule("R", R"(<all><test question="lead" is="yes"/><test question="months" at-least="12"/></all>)",
         R"(<exclude on="llp"/>)") +
    rule("D", R"(<test question="lead" is="yes"/>)", R"(<not-yet on="union">A day.</not-yet>)", "from=\"2026-04-01\"") +
    rule("STEP", "", R"(<next-step on="firm" order="1" within="a month" owner="all">Begin.</next-step>)") +
    rule("LESSON", R"(<test question="motive.voice" at-least="2"/>)", R"(<warn/>)", "lesson=\"1\"");

/// Names of what the cases have not seen, of one kind.
std::set<std::string> missing(GoalKind kind, const std::string& bank)
{
    static const engine::Engine engine = small_engine(rules);
    static const analysis::CoverageMeter meter(engine.shared_rules());
    const std::vector<casefile::TestFile> files = {bank_of(engine, bank)};
    const auto lines = analysis::coverage_of(meter, analysis::run_tests(engine, files));
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const CoverageLine& l) { return l.kind == kind; });
    REQUIRE(line != lines.end());
    CHECK(line->seen + line->missing.size() == line->goals);
    std::set<std::string> names;
    for (const analysis::Goal& goal : line->missing)
        names.insert(goal.name);
    return names;
}

using Names = std::set<std::string>;
const std::string end = "Must hold: STEP\n";

} // namespace

TEST_SUITE("coverage")
{
TEST_CASE("rules are seen true, false and open")
{
    const std::string open = "Case: A\n" + end, fires = "Case: A\nlead: yes\nmonths: 12\nmotive.voice: 2\n" + end;
    CHECK(missing(GoalKind::RuleTrue, open) == Names{"R", "D", "LESSON"});
    CHECK(missing(GoalKind::RuleOpen, open) == Names{});
    CHECK(missing(GoalKind::RuleFalse, open) == Names{"R", "D", "LESSON"});
    CHECK(missing(GoalKind::RuleTrue, fires) == Names{});
    CHECK(missing(GoalKind::RuleFalse, "Case: A\nlead: no\n" + end) == Names{"LESSON"});
    // A rule that is not law on the day is not seen at all.
    CHECK(missing(GoalKind::RuleTrue, "Case: A\nas-at: 2026-03-31\nlead: yes\nmonths: 12\nmotive.voice: 3\n" + end) ==
          Names{"D"});
}

TEST_CASE("each part of a condition is seen both ways")
{
    const std::string bank = "Case: A\nlead: yes\nmonths: 11\n" + end;
    CHECK(missing(GoalKind::ConditionTrue, bank).contains("R: months at-least 12"));
    CHECK_FALSE(missing(GoalKind::ConditionTrue, bank).contains("R: lead is yes"));
    CHECK(missing(GoalKind::ConditionFalse, bank).contains("R: lead is yes"));
    CHECK_FALSE(missing(GoalKind::ConditionFalse, bank).contains("R: months at-least 12"));
}

TEST_CASE("dates are seen on the day before and on the day")
{
    const std::string before = "Case: A\nas-at: 2026-03-31\n" + end, on = "Case: B\nas-at: 2026-04-01\n" + end;
    CHECK(missing(GoalKind::DateBefore, on) == Names{"D: from 2026-04-01"});
    CHECK(missing(GoalKind::DateOn, before) == Names{"D: from 2026-04-01"});
    CHECK(missing(GoalKind::DateBefore, before + on) == Names{});
    CHECK(missing(GoalKind::DateOn, before + on) == Names{});
}

TEST_CASE("options are seen leading, shown, waiting and ruled out; what can never be is no goal")
{
    const std::string open = "Case: A\n" + end;
    CHECK(missing(GoalKind::OptionLed, open) == Names{"llp"});
    CHECK_FALSE(missing(GoalKind::OptionLed, open).contains("firm"));
    CHECK(missing(GoalKind::OptionRuledOut, open) == Names{"llp"}); // nothing rules out the others
    CHECK(missing(GoalKind::OptionRuledOut, "Case: A\nlead: yes\nmonths: 12\n" + end) == Names{});
    CHECK(missing(GoalKind::OptionWaited, open) == Names{"club", "firm", "union"}); // alone never waits
    CHECK(missing(GoalKind::OptionWaited, "Case: A\nreadiness.*: 1\n" + end) == Names{});
}

TEST_CASE("wording is seen: rules, bands of the relationship, lessons and sources")
{
    const std::string open = "Case: A\n" + end, waits = "Case: A\nreadiness.*: 1\n" + end;
    CHECK_FALSE(missing(GoalKind::RuleText, open).contains("STEP"));
    CHECK(missing(GoalKind::RuleText, waits).contains("STEP")); // firm does not lead, so its step is not told
    CHECK(missing(GoalKind::ReadinessText, open) == Names{"band 'Repair'", "band 'Practise'", "band 'Ready'"});
    CHECK(missing(GoalKind::ReadinessText, waits) == Names{"band 'Practise'", "band 'Ready'"});
    CHECK(missing(GoalKind::LessonRaised, open) == Names{"lesson 1", "lesson 2"});
    CHECK(missing(GoalKind::LessonRaised, "Case: A\nmotive.voice: 2\n" + end) == Names{"lesson 2"});
    CHECK(missing(GoalKind::SourceCited, open) == Names{});
}
} // TEST_SUITE("coverage")

} // namespace fedadvise::test
