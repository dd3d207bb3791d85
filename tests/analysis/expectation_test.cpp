// Expectations: when each is met, when it is not, and what is said then.
#include "analysis/expectation.h"

#include "analysis/small_bank.h"
#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

namespace fedadvise::test
{

namespace
{

const std::string rules =
    rule("LAW", R"(<test question="lead" is="yes"/>)", R"(<exclude on="llp"/><warn on="company"/>)") +
    rule("WAIT", R"(<test question="months" less-than="12"/>)", R"(<not-yet on="union">A year.</not-yet>)") +
    rule("PULL", R"(<test question="motive.staff" at-least="2"/>)",
         R"(<pull on="firm" strength="+3"/><pull on="alone" strength="-3"/>)") +
    rule("TOWN", R"(<test question="jurisdiction" is="wales"/>)", R"(<warn/>)") +
    rule("NEED", R"(<test question="lead" is="no"/>)", R"(<require on="company">Do it.</require>)") +
    rule("STEP", "", R"(<next-step on="firm" order="1" within="a month" owner="all">Begin.</next-step>)") +
    rule("CAP", R"(<test question="motive.costs" at-least="3"/>)", R"(<cap step="g1"/>)") +
    rule("LESSON", R"(<test question="motive.voice" at-least="2"/>)", R"(<warn/>)", "lesson=\"1\"");

const engine::Engine& engine()
{
    static const engine::Engine small = small_engine(rules);
    return small;
}

/// What is not met of one expectation about a case with these answers.
std::string unmet(const std::string& answers, const std::string& expectation)
{
    return unmet_in(engine(), "Case: A\n" + answers + expectation + "\n");
}

} // namespace

TEST_SUITE("expectation")
{
TEST_CASE("each is met by the case that it describes, and by no other")
{
    struct Row
    {
        std::string expectation, met_by, not_by;
    };
    const std::string staff = "motive.staff: 3\n", no_staff = "motive.staff: 0\n", lead = "lead: yes\n",
                      no_lead = "lead: no\n", soon = "months: 3\n", later = "months: 20\n";
    const Row rows[] = {
        {"Must lead: firm", staff, "motive.costs: 3\n"}, // a cap makes it wait
        {"Must lead: firm or union", staff, "motive.costs: 3\n"},
        {"Must lead: alone, club", no_staff, staff},
        {"Must not lead: alone", staff, no_staff},
        {"In the first three: firm", staff, "motive.costs: 3\n"},
        {"May be shown: llp", no_lead + "jurisdiction: scotland\n", lead + "jurisdiction: scotland\n"},
        {"May be shown: llp", no_lead + "jurisdiction: scotland\n", no_lead + "jurisdiction: wales\n"}, // fits nothing
        {"Must not be shown: union", soon, later},
        {"Must not be shown: llp", lead, no_lead + "jurisdiction: scotland\n"},
        {"Must be ruled out: llp", lead, no_lead},
        {"Must be ruled out: llp by LAW", lead, no_lead},
        {"Must not be ruled out: llp", no_lead, lead},
        {"Must not be ruled out: llp by LAW", no_lead, lead},
        {"Must wait: union by WAIT", soon, later},
        {"Must wait: firm by readiness", "readiness.*: 2\n", "readiness.*: 5\n"},
        {"Must not wait: union", later, soon},
        {"Must not wait: union by WAIT", later, soon},
        {"Must not wait: union by readiness", soon, "readiness.*: 1\n"},
        {"Must point towards: firm", staff, no_staff},
        {"Must point away: alone", staff, no_staff},
        {"May go together: firm with company", staff, "motive.costs: 3\n"},
        {"Must not go together: firm with company", "motive.costs: 3\n", staff},
        {"Must be warned: LAW", lead, no_lead},
        {"Must be warned: LAW for company", lead, no_lead},
        {"Must be warned: TOWN", "jurisdiction: wales\n", "jurisdiction: england\n"},
        {"Must be warned: LESSON", "motive.voice: 2\n", "motive.voice: 1\n"},
        {"Must not be warned: TOWN", "jurisdiction: england\n", "jurisdiction: wales\n"},
        {"Must not be warned: PULL", staff, "INVALID"},
        {"Must say: PULL", staff, no_staff},
        {"Must say: PULL for firm and alone", staff, no_staff},
        {"Must say: STEP", staff, "motive.costs: 3\n"},
        {"Must not say: STEP", "motive.costs: 3\n", staff},
        {"Next steps: STEP 1", staff, "motive.costs: 3\n"},
        {"Next steps: STEP 0", "motive.costs: 3\n", staff},
        {"Must say: NEED for company", no_lead, lead},
        {"Must say: CAP", "motive.costs: 3\n", "motive.costs: 2\n"},
        {"Must hold: STEP", "motive.costs: 3\n", "INVALID"},
        {"Must hold: LAW, WAIT", lead + soon, lead + later},
        {"Must not hold: LAW", no_lead, lead},
        {"Must not hold: LAW", no_lead, ""}, // open is not false
        {"Cannot tell: LAW", "", no_lead},
        {"Cannot tell: LAW", "lead: unknown\n", lead},
        {"Points: firm 3, alone -3", staff, no_staff},
        {"Deepest step: g1", "motive.costs: 3\n", "motive.costs: 2\n"},
        {"Lesson raised: 1", "motive.voice: 2\n", "motive.voice: 1\n"},
        {"Lesson not raised: 1", "", "motive.voice: 2\n"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.expectation);
        CHECK(unmet(row.met_by, row.expectation) == "");
        if (row.not_by != "INVALID")
            CHECK(unmet(row.not_by, row.expectation) != "");
    }
}

TEST_CASE("what came out instead is said")
{
    CHECK(unmet("lead: no\n", "Must be ruled out: llp by LAW").find("llp has place") != std::string::npos);
    CHECK(unmet("months: 3\n", "Must lead: union").find("union waits for WAIT") != std::string::npos);
    CHECK(unmet("lead: yes\n", "May be shown: llp").find("llp is ruled out by LAW") != std::string::npos);
    CHECK(unmet("", "Must hold: LAW").find("LAW cannot be told") != std::string::npos);
    CHECK(unmet("lead: no\n", "Must hold: LAW").find("LAW is false") != std::string::npos);
    CHECK(unmet("motive.costs: 3\n", "Must say: STEP").find("its words are not shown") != std::string::npos);
    CHECK(unmet("", "Deepest step: g1").find("the deepest step is g3") != std::string::npos);
    CHECK(unmet("motive.staff: 3\n", "Must lead: alone").find("first: firm with 3") != std::string::npos);
}

TEST_CASE("cases are judged by the law of their own day")
{
    const engine::Engine dated = small_engine(rule("NEW", "", R"(<exclude on="llp"/>)", "from=\"2026-04-01\"") +
                                              rule("OLD", "", R"(<warn/>)", "until=\"2026-04-01\""));
    CHECK(unmet_in(dated, "Case: A\nas-at: 2026-03-31\nMust not hold: NEW\nMust hold: OLD\n") == "");
    CHECK(unmet_in(dated, "Case: A\nas-at: 2026-04-01\nMust hold: NEW\nMust not hold: OLD\n") == "");
    CHECK(unmet_in(dated, "Case: A\nMust hold: NEW\n") == ""); // the rule base's own day
}
} // TEST_SUITE("expectation")

} // namespace fedadvise::test
