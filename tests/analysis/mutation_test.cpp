// Mutation: each kind of small change is made, and a change is noticed exactly when some expectation fails for it.
#include "analysis/mutation.h"

#include "analysis/condition_mutation.h"
#include "analysis/small_bank.h"
#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>

namespace fedadvise::test
{

using analysis::Mutant;
using analysis::MutationReport;
using analysis::MutationSettings;

namespace
{

std::size_t index_of(const engine::Engine& engine, const std::string& id)
{
    const auto& rules = engine.rules().rules;
    return static_cast<std::size_t>(
        std::find_if(rules.begin(), rules.end(), [&](const rulebase::Rule& r) { return r.id.value == id; }) -
        rules.begin());
}

/// "operation: what" of every mutant of the rule R.
std::set<std::string> mutants(const std::string& when, const std::string& effects, const std::string& attributes = "")
{
    const engine::Engine engine = small_engine(rule("R", when, effects, attributes));
    std::set<std::string> list;
    for (const Mutant& mutant : analysis::mutants_of(engine.rules(), index_of(engine, "R")))
        list.insert(mutant.operation + ": " + mutant.what);
    return list;
}

bool has(const std::set<std::string>& list, const std::string& mutant)
{
    if (list.contains(mutant))
        return true;
    for (const std::string& known : list)
        MESSAGE(known);
    return false;
}

MutationReport report_on(const engine::Engine& engine, const std::string& bank, const MutationSettings& settings = {})
{
    return analysis::run_mutation(engine.rules(), {bank_of(engine, bank)}, settings);
}

std::set<std::string> survivors(const MutationReport& report)
{
    std::set<std::string> list;
    for (const analysis::Survivor& survivor : report.survivors)
        list.insert(survivor.mutant.changed.id.value + " " + survivor.mutant.operation + ": " + survivor.mutant.what);
    return list;
}

} // namespace

TEST_SUITE("mutation")
{
TEST_CASE("a pull gets another sign, other strengths and other options")
{
    const auto list = mutants("", R"(<pull on="firm club" strength="+2"/>)");
    CHECK(has(list, "sign: the strength +2 on firm and others becomes -2"));
    CHECK(has(list, "strength: the strength +2 on firm and others becomes +1"));
    CHECK(has(list, "strength: the strength +2 on firm and others becomes +3"));
    CHECK(has(list, "option-swapped: firm becomes union"));
    CHECK(has(list, "option-removed: club is taken from the options"));
    CHECK(has(list, "effect-dropped: the effect on firm and others is dropped"));
    CHECK(list.size() == 8);
    CHECK_FALSE(
        mutants("", R"(<pull on="firm" strength="+3"/>)").contains("strength: the strength +3 on firm becomes +4"));
}

TEST_CASE("a condition is dropped, negated, joined otherwise, and loses parts")
{
    const auto list = mutants(
        R"(<all><test question="lead" is="yes"/><not><test question="months" at-least="12"/></not></all>)", "<warn/>");
    CHECK(has(list, "condition-dropped: the whole condition is dropped"));
    CHECK(has(list, "negated: all (lead is yes; not (months at-least 12)) is negated"));
    CHECK(has(list, "negated: lead is yes is negated"));
    CHECK(has(list, "negated: the not before months at-least 12 is dropped"));
    CHECK(has(list, "joined-otherwise: all becomes any"));
    CHECK(has(list, "part-dropped: the part lead is yes is dropped"));
    CHECK(has(list, "part-dropped: the part not (months at-least 12) is dropped"));
    CHECK(has(list, "bound: at-least 12 becomes at-least 11 for months"));
    CHECK(has(list, "bound: at-least 12 becomes at-least 13 for months"));
    CHECK(
        has(mutants(R"(<any><test question="lead" is="yes"/><test question="months" at-least="12"/></any>)", "<warn/>"),
            "joined-otherwise: any becomes all"));
}

TEST_CASE("bounds of scales, orders, practices, families, measures, gates and checklists move")
{
    CHECK(has(mutants(R"(<test question="current-step" at-most="g1"/>)", "<warn/>"),
              "bound: at-most g1 becomes at-most g2 for current-step"));
    CHECK(has(mutants(R"(<practices how-many="some" question="size" less-than="100"/>)", "<warn/>"),
              "bound: less-than 100 becomes less-than 101 for size"));
    CHECK(has(mutants(R"(<practices how-many="some" question="size" less-than="100"/>)", "<warn/>"),
              "how-many: how-many becomes every"));
    const auto family = mutants(R"(<family name="motive" at-least="2" count="2" except="voice"/>)", "<warn/>");
    CHECK(has(family, "count: count 2 becomes 1"));
    CHECK(has(family, "count: count 2 becomes 3"));
    CHECK(has(family, "family-member: 'voice' is taken from the list"));
    CHECK(has(family, "bound: at-least 2 becomes at-least 3 for the family motive"));
    CHECK(has(mutants(R"(<family name="purpose" flag="K" at-least="2" count="1"/>)", "<warn/>"),
              "family-member: the flag K is dropped"));
    CHECK(has(mutants(R"(<measure id="relationship.mean" less-than="2.3"/>)", "<warn/>"),
              "bound: less-than 2.3 becomes less-than 2.4 for relationship.mean"));
    CHECK(has(mutants(R"(<gates step="g2" passed="yes"/>)", "<warn/>"), "bound: the gates of g2 become those of g3"));
    CHECK(has(mutants(R"(<checklist id="deal" at-least="2"/>)", "<warn/>"), "bound: 2 items become 3"));
    CHECK(has(mutants(R"(<test question="profit" is="distribute partly"/>)", "<warn/>"),
              "value: 'partly' is taken from the answers of profit"));
    CHECK(has(mutants(R"(<test question="system" is="emis"/>)", "<warn/>"),
              "value: 'systmone' is added to the answers of system"));
}

TEST_CASE("nations, dates and caps change")
{
    const auto list =
        mutants("", R"(<cap step="g1"/>)", "nations=\"england wales\" from=\"2026-03-01\" until=\"2027-01-01\"");
    CHECK(has(list, "nation: the nation wales is dropped"));
    CHECK(has(list, "date: from 2026-03-01 becomes 2026-02-28"));
    CHECK(has(list, "date: from 2026-03-01 becomes 2026-03-02"));
    CHECK(has(list, "date: until 2027-01-01 becomes 2026-12-31"));
    CHECK(has(list, "cap: the cap g1 becomes g0"));
    CHECK(has(list, "cap: the cap g1 becomes g2"));
}

TEST_CASE("a change that no answer can show is left out")
{
    // 0 is the least importance and 1 the least number of different answers.
    for (const std::string& mutant : mutants(R"(<test question="motive.staff" at-least="0"/>)", "<warn/>"))
        CHECK(mutant != "bound: at-least 0 becomes at-least -1 for motive.staff");
    for (const std::string& mutant : mutants(R"(<test question="network" of="distinct" at-least="1"/>)", "<warn/>"))
        CHECK(mutant != "bound: at-least 1 becomes at-least 0 for network");
}

const std::string two_rules =
    rule("R", R"(<test question="motive.staff" at-least="2"/>)", R"(<pull on="firm" strength="+2"/>)") +
    rule("Q", R"(<test question="lead" is="yes"/>)", R"(<warn on="company"/>)");

const std::string guarded = "Case: true\nmotive.staff: 2\nMust hold: R\nPoints: firm 2\n"
                            "Case: false\nmotive.staff: 1\nMust not hold: R\n"
                            "Case: open\nCannot tell: R, Q\n"
                            "Case: lead\nlead: yes\nMust say: Q for company\n"
                            "Case: no lead\nlead: no\nMust not hold: Q\n";

TEST_CASE("a bank that states everything notices every change")
{
    const engine::Engine engine = small_engine(two_rules);
    const MutationReport report = report_on(engine, guarded);
    CHECK(report.all.mutants > 10);
    for (const std::string& survivor : survivors(report))
        CHECK_MESSAGE(survivor.starts_with("SURVIVE"), survivor); // a rule of the frame that no case is about
    CHECK(report.all.by_generated == 0);
    CHECK_FALSE(report.stopped);
}

TEST_CASE("a planted survivor is listed with its place and what would notice it")
{
    const engine::Engine engine = small_engine(two_rules);
    // Nobody says what a staff answer of 2 brings, so the bound may move up unseen.
    std::string bank = guarded;
    bank.replace(bank.find("motive.staff: 2"), 15, "motive.staff: 3");
    const MutationReport report = report_on(engine, bank);
    const auto found = std::find_if(report.survivors.begin(), report.survivors.end(),
                                    [](const analysis::Survivor& s)
                                    { return s.mutant.what == "at-least 2 becomes at-least 3 for motive.staff"; });
    REQUIRE(found != report.survivors.end());
    CHECK(found->mutant.place.file == "small.xml");
    CHECK(found->mutant.place.line > 0);
    CHECK(found->remedy.find("Must hold: R") != std::string::npos);
}

TEST_CASE("a case that comes out otherwise but expects nothing of it is named")
{
    const engine::Engine engine = small_engine(two_rules);
    const MutationReport report = report_on(engine, "Case: silent\nmotive.staff: 2\nMust not hold: SURVIVE\n" +
                                                        std::string("Case: other\nlead: no\nMust not hold: Q\n"));
    // SURVIVE always holds, so the first case does not hold and may not be used.
    for (const analysis::Survivor& survivor : report.survivors)
        CHECK(survivor.remedy.find("'silent'") == std::string::npos);
    const MutationReport other = report_on(engine, "Case: silent\nmotive.staff: 2\nMust hold: SURVIVE\n");
    CHECK(std::any_of(other.survivors.begin(), other.survivors.end(),
                      [](const analysis::Survivor& survivor)
                      { return survivor.remedy.find("'silent'") != std::string::npos; }));
}

TEST_CASE("what generated cases notice is told apart from what people's cases notice")
{
    const engine::Engine engine = small_engine(two_rules);
    casefile::TestFile by_hand = bank_of(engine, "Case: no lead\nlead: no\nMust not hold: Q\n");
    casefile::TestFile generated = bank_of(engine, guarded);
    generated.generated = true;
    const MutationReport report = analysis::run_mutation(engine.rules(), {generated, by_hand}, {});
    const MutationReport alone = analysis::run_mutation(engine.rules(), {by_hand}, {});
    CHECK(report.all.by_hand == alone.all.by_hand);
    CHECK(report.all.by_hand > 0);
    CHECK(report.all.by_generated > report.all.by_hand);
    CHECK(report.all.by_hand + report.all.by_generated + report.survivors.size() == report.all.mutants);
}

TEST_CASE("the number of threads changes nothing, and a stride takes a sample")
{
    const engine::Engine engine = small_engine(two_rules);
    MutationSettings settings;
    settings.threads = 3;
    const MutationReport one = report_on(engine, guarded), three = report_on(engine, guarded, settings);
    CHECK(one.all == three.all);
    CHECK(survivors(one) == survivors(three));
    settings.stride = 4;
    CHECK(report_on(engine, guarded, settings).all.mutants == (one.all.mutants + 3) / 4);
}

TEST_CASE("the stop flag ends the run")
{
    const engine::Engine engine = small_engine(two_rules);
    const std::atomic<bool> stop{true};
    MutationSettings settings;
    settings.stop = &stop;
    const MutationReport report = report_on(engine, guarded, settings);
    CHECK(report.stopped);
    CHECK(report.all.mutants == 0);
}

TEST_CASE("every change goes by a name that is reported")
{
    const auto names = analysis::mutation_operations();
    const engine::Engine& engine = shipped();
    for (std::size_t rule = 0; rule < engine.rules().rules.size(); ++rule)
        for (const Mutant& mutant : analysis::mutants_of(engine.rules(), rule))
            REQUIRE(std::find(names.begin(), names.end(), mutant.operation) != names.end());
}
} // TEST_SUITE("mutation")

} // namespace fedadvise::test
