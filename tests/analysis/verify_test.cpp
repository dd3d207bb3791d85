#include "analysis/fingerprint.h"
#include "analysis/rule_lint.h"
#include "analysis/small.h"
#include "analysis/verify.h"
#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace fedadvise::analysis
{

namespace
{

using test::small_rule;
using test::small_rules;
using test::sound_rules;

std::vector<RuleFinding> lints_of(const std::string& rules)
{
    Study study(small_rules(rules), 50);
    return lint_rules(study).findings;
}

bool has(const std::vector<RuleFinding>& findings, const std::string& code, const std::string& about)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&](const RuleFinding& f) { return f.code == code && !f.about.empty() && f.about.front() == about; });
}

std::vector<RuleFinding> findings_of(const Verification& result)
{
    std::vector<RuleFinding> all;
    for (const VerifiedClaim& claim : result.claims)
        all.insert(all.end(), claim.findings.begin(), claim.findings.end());
    return all;
}

/// A framework with one item of this condition.
std::string framework(const std::string& when)
{
    return R"(<framework id="asks" name="Asks" nations="england" for="company" tag="verified"><text>A list.</text><used>It is used.</used><source ref="S1"/>)"
           R"(<area id="one" title="One"><text>First.</text><item id="asked" title="Asked" tag="verified" owner="All"><asks>Is it so?</asks><when>)" +
           when + R"(</when><ready>It is.</ready><gap>It is not.</gap><bring>A page.</bring><source ref="S1"/></item></area></framework>)";
}

Verification verified(const std::string& rules)
{
    Study study(small_rules(rules), 50);
    return verify(study, {});
}

} // namespace

TEST_SUITE("lints of rules")
{
    TEST_CASE("a sound rule base has no findings")
    {
        CHECK(lints_of(sound_rules()).empty());
        CHECK(lints_of(sound_rules() + framework(R"(<test question="core" is="yes"/>)")).empty());
    }

    TEST_CASE("each planted fault is found and named")
    {
        const std::string staff = R"(<test question="motive.staff" at-least="2"/>)";
        const std::string core = R"(<test question="core" is="yes"/>)";
        struct Row
        {
            std::string fault, xml, code, about;
        };
        const Row rows[] = {
            {"routing keeps it from firing", small_rule("X", R"(<all><test question="core" is="no"/><test question="detail" is="good"/></all>)", "<warn on=\"llp\"/>"), "lint.never-fires", "X"},
            {"a question that is never asked", R"(<question id="late" section="all" scope="group" kind="choice" aggregate="none" nature="plan" short="Late"><prompt>Late?</prompt><why>Law.</why><ask-when><all><test question="core" is="no"/><not><test question="core" is="no"/></not></all></ask-when><option value="a" label="A"/><option value="b" label="B"/></question>)", "lint.unreachable-question", "late"},
            {"covered by the union of two", small_rule("A", core, "<exclude on=\"company\"/>") + small_rule("B", R"(<test question="core" is="no"/>)", "<exclude on=\"company\"/>", "nations=\"england\"") + small_rule("X", R"(<test question="core" is="yes no"/>)", "<exclude on=\"company\"/>", "nations=\"england\""), "lint.covered", "X"},
            {"pulls both ways", small_rule("X", staff, "<pull on=\"firm\" strength=\"-2\"/>"), "lint.contradiction", "STAFF"},
            {"says the same twice", small_rule("X", R"(<not><test question="motive.staff" at-most="1.9"/></not>)", "<pull on=\"firm\" strength=\"+1\"/>"), "lint.duplicate", "X"},
            {"speaks of what is ruled out", small_rule("X", R"(<test question="detail" is="bad"/>)", "<pull on=\"llp\" strength=\"+2\"/>", "nations=\"england\""), "lint.no-effect", "X"},
            {"lets everything through", small_rule("X", R"(<any><test question="core" is="yes"/><test question="core" is="no"/></any>)", "<warn on=\"firm\"/>"), "lint.always-fires", "X"},
            {"a step that is never shown", small_rule("A", core, "<exclude on=\"firm\"/>") + small_rule("X", core, "<next-step on=\"firm\" order=\"1\">Go on.</next-step>"), "lint.unseen-wording", "X"},
            {"a question for nothing", R"(<question id="idle" section="all" scope="group" kind="choice" aggregate="none" nature="plan" short="Idle"><prompt>Idle?</prompt><why>Law.</why><option value="a" label="A"/><option value="b" label="B"/></question>)", "lint.unused-question", "idle"},
            {"nobody can show it", framework(R"(<all><test question="core" is="no"/><test question="detail" is="good"/></all>)"), "lint.item-never-ready", "asked"},
            {"everybody can show it", framework(R"(<any><test question="core" is="yes"/><test question="core" is="no"/></any>)"), "lint.item-never-gap", "asked"},
        };
        for (const Row& row : rows)
        {
            CAPTURE(row.fault);
            const auto findings = lints_of(sound_rules() + row.xml);
            CHECK(has(findings, row.code, row.about));
            for (const RuleFinding& finding : findings)
                CHECK((!finding.message.empty() && !finding.advice.empty() && !finding.place.file.empty()));
        }
    }

    TEST_CASE("a waiver ends when its rule is edited, and an idle one is named")
    {
        const std::string fault = small_rule("X", R"(<any><test question="core" is="yes"/><test question="core" is="no"/></any>)", "<warn on=\"firm\"/>");
        const std::string hash = fingerprint(*small_rules(sound_rules() + fault), {"X"});
        const auto judged = [&](const std::string& rule, const std::string& of)
        {
            const auto rules = small_rules(sound_rules() + rule + "<waiver finding=\"lint.always-fires\" about=\"X\" hash=\"" + of + "\"><reason>Wanted.</reason></waiver>");
            Study study(rules, 50);
            auto findings = lint_rules(study).findings;
            apply_waivers(*rules, lint_codes(), findings);
            return findings;
        };
        const auto waived = judged(fault, hash);
        REQUIRE(waived.size() == 1);
        CHECK(waived.front().waived == "Wanted.");

        std::string edited = fault;
        edited.replace(edited.find("It is so."), 9, "It is thus.");
        const auto ended = judged(edited, hash);
        REQUIRE(ended.size() == 1);
        CHECK(!ended.front().waived);
        CHECK(ended.front().advice.find("edited") != std::string::npos);

        const auto idle = judged(small_rule("X", R"(<test question="core" is="yes"/>)", "<warn on=\"firm\"/>"), hash);
        REQUIRE(idle.size() == 1);
        CHECK(idle.front().code == "lint.idle-waiver");
    }
}

TEST_SUITE("verification")
{
    TEST_CASE("a sound rule base is proved")
    {
        const Verification result = verified(sound_rules());
        for (const RuleFinding& finding : findings_of(result))
            CHECK_MESSAGE(finding.waived, finding.code, ": ", finding.message);
        CHECK(result.claims.size() == 10);
        CHECK(result.sampled_breaking == 0);
    }

    TEST_CASE("each planted fault has a case that replays it")
    {
        const std::string staff = R"(<test question="motive.staff" at-least="2"/>)";
        struct Row
        {
            std::string fault, xml, code;
            bool with_example;
        };
        const Row rows[] = {
            {"answers that leave one model", small_rule("X", R"(<test question="core" is="yes"/>)", "<exclude on=\"club firm\"/>"), "verify.few-models", true},
            {"a law that ties leave open", small_rule("X", R"(<test question="votes" is="unequal"/>)", "<exclude on=\"society\"/>"), "verify.law-undecided", true},
            {"advice that contradicts other advice", small_rule("X", R"(<test question="core" is="yes"/>)", "<warn on=\"firm\"/>", "never-with=\"STAFF\""), "verify.contradiction", true},
            {"an option that never leads", small_rule("X", "", R"(<pull on="society" strength="-3"/>)") + small_rule("Y", "", R"(<pull on="society" strength="-3"/>)"), "verify.never-leads", false},
            {"an option that always leads", small_rule("X", "", R"(<pull on="alone" strength="+3"/>)") + small_rule("Y", "", R"(<pull on="alone" strength="+3"/>)"), "verify.always-leads", false},
            {"a part that never decides", small_rule("X", R"(<all><test question="core" is="yes"/><test question="detail" is="good"/></all>)", "<warn on=\"firm\"/>"), "verify.idle-condition", false},
        };
        for (const Row& row : rows)
        {
            CAPTURE(row.fault);
            const auto rules = small_rules(sound_rules() + row.xml);
            Study study(rules, 50);
            const auto findings = findings_of(verify(study, {}));
            const auto found = std::find_if(findings.begin(), findings.end(), [&](const RuleFinding& f) { return f.code == row.code; });
            REQUIRE(found != findings.end());
            CHECK(found->example.has_value() == row.with_example);
            if (!found->example)
                continue;
            // the engine, asked again, finds the same in the whole case
            const Witness again = study.judge(*found->example);
            const auto open = [](const engine::OptionResult& r) { return r.band != engine::Band::NotYet && r.band != engine::Band::RuledOut; };
            if (row.code == "verify.few-models")
                CHECK(std::count_if(again.assessment.models.begin(), again.assessment.models.end(), open) < 2);
            if (row.code == "verify.contradiction")
                CHECK((Study::is_true(again, 0) && Study::is_true(again, rules->rules.size() - 1)));
            if (row.code == "verify.law-undecided")
                CHECK(again.assessment.rule_truths.back() == engine::Truth::Unknown);
        }
    }

    TEST_CASE("the shipped rule base is proved, and says what was only sampled")
    {
        const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
        REQUIRE(loaded.rules);
        Study study(loaded.rules, 100);
        const Verification result = verify(study, {});
        for (const RuleFinding& finding : findings_of(result))
            CHECK_MESSAGE(finding.waived, finding.code, ": ", finding.message);
        CHECK(result.open_findings() == 0);
        CHECK(result.sampled > 0);
        CHECK(result.sampled_breaking == 0);
        CHECK(result.has_solver);
    }
}

} // namespace fedadvise::analysis
