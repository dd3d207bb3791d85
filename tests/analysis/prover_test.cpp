#include "analysis/prover.h"
#include "analysis/small.h"

#include <doctest/doctest.h>

#include <set>

namespace fedadvise::analysis
{

namespace
{

using test::small_rule;
using test::small_rules;
using Verdict = Finding::Verdict;

Verdict verdict_of_rule(const std::string& when, const std::string& attributes = "")
{
    const auto rules = small_rules(test::sound_rules() + small_rule("X", when, "<warn on=\"llp\"/>", attributes));
    const engine::Program program = engine::compile(*rules);
    Prover prover(*rules, program);
    return prover.find(prover.rule_true(rules->rules.size() - 1)).verdict;
}

} // namespace

TEST_SUITE("prover")
{
    TEST_CASE("formulas are judged as a truth table says, and the solver agrees")
    {
        Formulas formulas;
        const Formula a = formulas.variable(), b = formulas.variable(), c = formulas.variable();
        const NumberVariable n = formulas.number(0, 5);
        const Formula goal = formulas.all({formulas.at_most(1, {a, b, c}), formulas.any({a, formulas.negation(b)}),
                                           formulas.weighted_at_most({{a, 2}, {b, -3}, {c, 1}}, 1),
                                           formulas.implies(c, formulas.sum_at_least({{n, 2}}, 7))});
        int models = 0;
        for (int bits = 0; bits < 8; ++bits)
            for (int number = 0; number <= 5; ++number)
            {
                const bool ta = (bits & 1) != 0, tb = (bits & 2) != 0, tc = (bits & 4) != 0;
                Assignment assignment;
                assignment.truths.assign(formulas.size(), false);
                assignment.truths[a.index] = ta;
                assignment.truths[b.index] = tb;
                assignment.truths[c.index] = tc;
                assignment.numbers = {number};
                const bool expected = ta + tb + tc <= 1 && (ta || !tb) && 2 * ta - 3 * tb + tc <= 1 &&
                                      (!tc || 2 * number >= 7);
                CAPTURE(bits);
                CAPTURE(number);
                CHECK(Judge(formulas, assignment).is_true(goal) == expected);
                models += expected ? 1 : 0;
            }
        // the solver finds exactly so many: each one found is forbidden before the next search
        Solver solver(formulas);
        int found = 0;
        for (; found <= models && solver.check(goal, 10'000) == Satisfiable::Yes; ++found)
        {
            const Assignment assignment = solver.assignment();
            CHECK(Judge(formulas, assignment).is_true(goal));
            std::vector<Formula> same = {formulas.sum_at_most({{n, 1}}, assignment.numbers[0]),
                                         formulas.sum_at_least({{n, 1}}, assignment.numbers[0])};
            for (const Formula v : {a, b, c})
                same.push_back(assignment.truths[v.index] ? v : formulas.negation(v));
            solver.require(formulas.negation(formulas.all(same)));
        }
        CHECK(found == models);
        CHECK(models > 3);
    }

    TEST_CASE("a rule is impossible for every reason that makes it so")
    {
        CHECK(verdict_of_rule(R"(<test question="core" is="yes"/>)") == Verdict::Possible);
        struct Row
        {
            std::string why, when;
        };
        const Row rows[] = {
            {"tests exclude each other", R"(<all><test question="core" is="yes"/><test question="core" is="no"/></all>)"},
            {"routing", R"(<all><test question="core" is="no"/><test question="detail" is="bad"/></all>)"},
            {"bounds", R"(<all><test question="size" at-least="50"/><test question="size" less-than="50"/></all>)"},
            {"practices", R"(<all><practices how-many="every" question="votes" is="equal"/><practices how-many="some" question="votes" is="unequal"/></all>)"},
            {"median and lowest", R"(<all><test question="motive.staff" at-most="1"/><test question="motive.staff" of="lowest" at-least="2"/></all>)"},
            {"mean and threshold", R"(<all><measure id="relationship.mean" at-least="4"/><test question="readiness.R1" at-most="3"/></all>)"},
            {"consensus of one", R"(<all><measure id="motive.consensus" less-than="0.5"/><test question="size" at-most="0"/></all>)"},
        };
        for (const Row& row : rows)
        {
            CAPTURE(row.why);
            CHECK(verdict_of_rule(row.when) == Verdict::Impossible);
        }
    }

    TEST_CASE("days of law are part of the case")
    {
        const std::string both = small_rule("OLD", R"(<test question="core" is="yes"/>)", "<warn on=\"llp\"/>", "until=\"2020-01-01\"") +
                                 small_rule("NEW", R"(<test question="core" is="yes"/>)", "<warn on=\"llp\"/>", "from=\"2020-01-01\"");
        const auto rules = small_rules(test::sound_rules() + both);
        const engine::Program program = engine::compile(*rules);
        Prover prover(*rules, program);
        const std::size_t old_rule = rules->rules.size() - 2, new_rule = rules->rules.size() - 1;
        const auto then = prover.find(prover.rule_true(old_rule));
        REQUIRE(then.verdict == Verdict::Possible);
        CHECK(then.example->as_at < foundation::Date{2020, 1, 1});
        CHECK(prover.find(prover.formulas().all({prover.rule_true(old_rule), prover.rule_true(new_rule)})).verdict ==
              Verdict::Impossible);
    }

    TEST_CASE("an example answers exactly what is asked")
    {
        const auto rules = small_rules(test::sound_rules());
        const engine::Program program = engine::compile(*rules);
        Prover prover(*rules, program);
        std::set<std::size_t> sizes;
        for (std::size_t r = 0; r < rules->rules.size(); ++r)
        {
            const auto finding = prover.find(prover.rule_true(r));
            REQUIRE(finding.verdict == Verdict::Possible);
            const casefile::Case& group = finding.example->group;
            sizes.insert(group.practices.size());
            const auto* core = casefile::find_answer(group.answers, {"core"});
            REQUIRE(core != nullptr);
            CHECK((casefile::find_answer(group.answers, {"detail"}) != nullptr) ==
                  (*core == casefile::Answer(casefile::Choice{"yes"})));
            for (const casefile::Practice& practice : group.practices)
                CHECK(casefile::find_answer(practice.answers, {"size"}) != nullptr);
        }
        CHECK(!sizes.empty());
    }
}

} // namespace fedadvise::analysis
