#include "analysis/wording_lint.h"

#include "../rulebase/small_rule_base.h"
#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

namespace
{

/// The small rule base with limits for its texts and `additions` among its elements.
std::string worded(const std::string& additions)
{
    const std::string with_limits =
        test::replaced(test::small_rule_base(), "<tie points=\"2\"/>",
                       "<tie points=\"2\"/><reading-age at-most=\"14\"/><longest-sentence words=\"12\"/>");
    return test::replaced(with_limits, "<unstated ", additions + "\n<unstated ");
}

std::vector<RuleFinding> findings_in(const std::string& xml)
{
    const auto loaded = test::load_text(xml);
    REQUIRE_MESSAGE(loaded.rules, test::codes(loaded));
    return lint_wording(*loaded.rules);
}

/// A rule with these words, on a line of its own.
std::string rule(const std::string& id, const std::string& text)
{
    return "\n<rule id=\"" + id + "\" title=\"A rule\" tag=\"known\"><warn/><text>" + text +
           "</text><source ref=\"S1\"/></rule>\n";
}

std::string term(const std::string& name, const std::string& plain = "It is this.")
{
    return "\n<term id=\"zz\" name=\"" + name + "\"><plain>" + plain + "</plain><source ref=\"S1\"/></term>\n";
}

const std::string hard = "Organisational consolidation necessitates comprehensive deliberation. Intermediary "
                         "organisations additionally require considerable administrative capability. Unanticipated "
                         "complications invariably materialise subsequently.";
const std::string hard_text = hard + " Professional representatives nevertheless anticipate it.";

} // namespace

TEST_SUITE("wording lints")
{
TEST_CASE("a plain rule base gives no finding")
{
    CHECK(findings_in(test::small_rule_base()).empty());
    CHECK(findings_in(worded("")).empty());
}

TEST_CASE("each fault is found once, at its place")
{
    struct Row
    {
        std::string name, additions, code, place;
        std::vector<std::string> about;
        std::string says;
    };
    const std::string jargon = "<jargon words=\"novation; power of attorney\" known=\"NHS\"/>";
    const Row rows[] = {
        {"an acronym",
         rule("ZZ", "Ask about TUPE."),
         "lint.unexplained-term",
         "<rule id=\"ZZ\"",
         {"ZZ", "TUPE"},
         "the text of rule 'ZZ'"},
        {"an acronym in the plural",
         rule("ZZ", "Ask the LMCs."),
         "lint.unexplained-term",
         "<rule id=\"ZZ\"",
         {"ZZ", "LMC"},
         "'LMC'"},
        {"a word that is watched",
         jargon + rule("ZZ", "Plan the Novations."),
         "lint.unexplained-term",
         "<rule id=\"ZZ\"",
         {"ZZ", "novation"},
         "'novation'"},
        {"words that are watched",
         jargon + rule("ZZ", "Sign a power of attorney."),
         "lint.unexplained-term",
         "<rule id=\"ZZ\"",
         {"ZZ", "power-of-attorney"},
         "'power of attorney'"},
        {"a title",
         test::replaced(rule("ZZ", "Ask them."), "A rule", "About TUPE"),
         "lint.unexplained-term",
         "<rule id=\"ZZ\"",
         {"ZZ", "TUPE"},
         "the title of rule 'ZZ'"},
        {"a text for old readers",
         rule("ZZ", hard_text),
         "lint.reading-age",
         "<rule id=\"ZZ\"",
         {"ZZ"},
         "the limit is 14"},
        {"a long sentence",
         rule("ZZ", "You and we and they and all of us go to the shop."),
         "lint.long-sentence",
         "<rule id=\"ZZ\"",
         {"ZZ"},
         "13 words, 'You and we and they and …'; the limit is 12"},
        {"a term that stands only in its own words",
         term("novation", "A novation is a swap."),
         "lint.unused-term",
         "<term ",
         {"zz"},
         "'novation'"},
        {"a source",
         "\n<source id=\"S9\" title=\"A book\" publisher=\"A press\" year=\"2015\" tag=\"known\" "
         "checked=\"2026-11-22\" review=\"2027-11-22\"/>\n",
         "lint.unused-source",
         "<source id=\"S9\"",
         {"S9"},
         "'S9'"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const std::string xml = worded(row.additions);
        const auto findings = findings_in(xml);
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].code == row.code);
        CHECK(findings[0].about == row.about);
        CHECK(findings[0].place.file == "test.xml");
        CHECK(findings[0].place.line == test::line_of(xml, row.place));
        CHECK(findings[0].message.find(row.says) != std::string::npos);
        CHECK_FALSE(findings[0].advice.empty());
        CHECK(std::count(wording_codes().begin(), wording_codes().end(), row.code) == 1);
    }
}

TEST_CASE("what is explained, known or within the limits is no fault")
{
    const std::string jargon = "<jargon words=\"novation; lien\" known=\"NHS; GP\"/>";
    const std::string setup =
        "<setup id=\"s\" for=\"contract\" title=\"Do it\"><task id=\"t\" order=\"1\" title=\"Send it\" "
        "owner=\"You\" form=\"IN01 and CIC36\"><text>Send IN01 with CIC36.</text><source "
        "ref=\"S1\"/></task></setup>";
    struct Row
    {
        std::string name, additions;
    };
    const Row rows[] = {
        {"a known acronym", jargon + rule("ZZ", "Ask the NHS and GPs.")},
        {"an acronym with a term", term("TUPE") + rule("ZZ", "Ask about TUPE.")},
        {"a term in capitals", jargon + term("novation") + rule("ZZ", "Novation and novations.")},
        {"a longer term around a watched word", jargon + term("repairer's lien") + rule("ZZ", "A repairer's lien.")},
        {"forms", setup},
        {"Roman numbers and I", rule("ZZ", "I mean part IV.")},
        {"a term used by a law",
         term("Companies Act") + test::replaced(rule("ZZ", "Ask."), "<text>", "<law>Companies Act 2006</law><text>")},
        {"a hard text of few words", rule("ZZ", "Organisational consolidation necessitates deliberation.")},
        {"the longest sentence allowed", rule("ZZ", "You and we and they and all of us go home.")},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const auto findings = findings_in(worded(row.additions));
        CHECK_MESSAGE(findings.empty(), (findings.empty() ? "" : findings[0].message));
    }
}

TEST_CASE("a term that many texts use is one finding that names five of them")
{
    std::string rules;
    for (int i = 1; i <= 7; ++i)
        rules += rule("Z" + std::to_string(i), "TUPE and TUPE.");
    const auto findings = findings_in(worded(rules));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].about.front() == "Z1");
    CHECK(findings[0].message.find("rule 'Z5'") != std::string::npos);
    CHECK(findings[0].message.find("rule 'Z6'") == std::string::npos);
    CHECK(findings[0].message.find("and 2 more") != std::string::npos);
}

TEST_CASE("without limits neither sentences nor ages are judged")
{
    const std::string xml = test::replaced(test::small_rule_base(), "<unstated ", rule("ZZ", hard_text) + "<unstated ");
    CHECK(findings_in(xml).empty());
}

TEST_CASE("a waiver accepts a finding, and is idle when nothing answers to it")
{
    const auto waived = [](const std::string& about)
    {
        const auto loaded =
            test::load_text(worded(rule("ZZ", "TUPE.") + "<waiver finding=\"lint.unexplained-term\" about=\"" + about +
                                   "\" hash=\"0\"><reason>Known.</reason></waiver>"));
        REQUIRE_MESSAGE(loaded.rules, test::codes(loaded));
        auto findings = lint_wording(*loaded.rules);
        apply_waivers(*loaded.rules, wording_codes(), findings);
        return findings;
    };
    CHECK(waived("ZZ TUPE").size() == 1); // it answers, though its hash is out of date
    CHECK(waived("ZZ TUPE")[0].advice.find("edited since") != std::string::npos);
    const auto idle = waived("ZZ VAT");
    REQUIRE(idle.size() == 2);
    CHECK(idle[1].code == "lint.idle-waiver");
}

TEST_CASE("the shipped texts are plain, and what they need is explained")
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    REQUIRE(loaded.rules);
    CHECK(loaded.rules->settings.reading_age_at_most == 14);
    CHECK(loaded.rules->settings.longest_sentence == 30);
    CHECK_FALSE(loaded.rules->jargon.empty());
    auto findings = lint_wording(*loaded.rules);
    apply_waivers(*loaded.rules, wording_codes(), findings);
    for (const RuleFinding& finding : findings)
        CHECK_MESSAGE(finding.waived, finding.message);
}
} // TEST_SUITE("wording lints")

} // namespace fedadvise::analysis
