// Options side by side: what is refused, what stands in a cell, and which of the group's answers are marked there.
#include "report/compare.h"

#include "engine/engine.h"
#include "report/aspects.h"
#include "rulebase/loading.h"
#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

rulebase::Condition tests_question(const std::string& question)
{
    rulebase::AnswerTest test;
    test.question = {question};
    return {test, {}};
}

/// The sample with two aspects: staff, which rules look at, and time, which models say in a field.
Sample sample_with_aspects()
{
    Sample s = sample();
    s.rules.models[0].sources = {{"S01"}};
    s.rules.models[0].months = "18 to 24";
    s.rules.models[1].months = "1 to 3";
    s.rules.models[2].months = "9 to 18";
    s.rules.aspects = {{"staff",
                        "Who employs",
                        "Who signs for staff.",
                        {{"motive.workforce"}, {"lmc"}},
                        "",
                        "",
                        {{{{"federation-company"}, {"partnership-merger"}}, "It employs.", {{"S01"}}, {}},
                         {{{"informal-network"}}, "It cannot employ.", {{"S01"}}, {}}},
                        {}},
                       {"time",
                        "Time",
                        "How long it takes.",
                        {{"owners"}},
                        "months",
                        "",
                        {{{{"partnership-merger"}}, "Allow more.", {}, {}}},
                        {}}};
    for (rulebase::Rule& rule : s.rules.rules)
        if (rule.id.value == "MO20" || rule.id.value == "MO22")
            rule.when = tests_question("motive.workforce");
    return s;
}

std::shared_ptr<const rulebase::RuleBase> shipped()
{
    static const auto rules = rulebase::load_folder(FEDADVISE_RULES_DIR).rules;
    REQUIRE(rules);
    return rules;
}

Advice shipped_advice(const casefile::Answers& answers)
{
    casefile::Case group;
    group.answers = answers;
    const engine::Engine engine(shipped());
    return put_into_words(*shipped(), group, engine.assess(group, {2026, 11, 22}));
}

} // namespace

TEST_SUITE("options side by side")
{
TEST_CASE("what cannot be compared is refused with a reason")
{
    struct Row
    {
        std::string name;
        std::vector<std::string> options;
        std::string says;
    };
    const Row rows[] = {
        {"nothing", {}, "Name two, three or four"},
        {"one", {"informal-network"}, "One option alone"},
        {"five",
         {"federation-company", "informal-network", "partnership-merger", "stay-independent", "llp"},
         "More than four"},
        {"a slip of the pen", {"informal-netwrk", "llp"}, "Did you mean 'informal-network'?"},
        {"no option at all", {"zzz", "llp"}, "Models and vehicles: cic-guarantee, company-shares, federation-company"},
        {"twice the same", {"llp", "llp"}, "'llp' is there twice"},
        {"a model beside a vehicle", {"informal-network", "llp"}, "models only, or vehicles only"},
    };
    const Advice advice = sample().advice();
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(contains(comparison_fault(advice, row.options), row.says));
    }
    CHECK(comparison_fault(advice, {"informal-network", "partnership-merger"}) == "");
    CHECK(comparison_fault(advice, {"llp", "cic-guarantee", "company-shares"}) == "");
}

TEST_CASE("a cell holds the field of the option, then what the aspect adds, each source once")
{
    const Advice advice = sample_with_aspects().advice();
    const Comparison comparison = compare(advice, {"partnership-merger", "federation-company"});
    CHECK(comparison.kind == "models");
    REQUIRE(comparison.options.size() == 2);
    CHECK(comparison.options[0].name == "Partnership merger");
    REQUIRE(comparison.rows.size() == 2);
    CHECK(comparison.rows[0].cells[0].text == "It employs.");
    CHECK(comparison.rows[0].cells[0].sources == std::vector<std::string>{"S01"});
    CHECK(comparison.rows[1].cells[0].text == "Months until it works: 9 to 18. Allow more.");
    CHECK(comparison.rows[1].cells[1].text == "Months until it works: 18 to 24.");
    CHECK(comparison.rows[1].cells[1].sources == std::vector<std::string>{"S01"});
}

TEST_CASE("answers are marked where the rules that look at them speak, and elsewhere not")
{
    const Advice advice = sample_with_aspects().advice();
    const Comparison comparison = compare(advice, {"federation-company", "informal-network", "partnership-merger"});
    const ComparisonRow& staff = comparison.rows[0];
    CHECK(staff.marked);
    REQUIRE(staff.cells[0].findings.size() == 1);
    CHECK(staff.cells[0].findings[0].kind == "for");
    CHECK(staff.cells[0].findings[0].statement.rule == "MO20");
    CHECK(finding_words(staff.cells[0].findings[0]) == "speaks strongly for it");
    REQUIRE(staff.cells[1].findings.size() == 1);
    CHECK(staff.cells[1].findings[0].kind == "against");
    CHECK(staff.cells[2].findings.empty());
    CHECK_FALSE(comparison.rows[1].marked);
    // What rests on no aspect is not lost: the wait for support, and the relationship.
    REQUIRE(comparison.options[2].others.size() == 2);
    CHECK(finding_title(comparison.options[2].others[0]) == "Missing so far: the clear support of most partners.");
    CHECK(comparison.options[0].others.empty());
    CHECK(answers_in_words(staff.aspect) ==
          "Your answers: Recruiting and keeping staff: A decisive reason (from a minor "
          "reason to a decisive reason). Not answered: LMC.");
}

TEST_CASE("a rule that looks at the aspect only through a family is not counted")
{
    Sample s = sample_with_aspects();
    rulebase::FamilyTest family;
    family.family = "motive";
    s.rules.rules[0].when = rulebase::Condition{family, {}};
    const Comparison comparison = compare(s.advice(), {"federation-company", "informal-network"});
    CHECK(comparison.rows[0].cells[0].findings.empty());
    CHECK(comparison.options[0].others.size() == 1);
}

TEST_CASE("what leads is compared first, and never fewer than two")
{
    Sample s = sample();
    CHECK(options_to_compare_first(s.advice().models) ==
          std::vector<std::string>{"federation-company", "informal-network"});
    s.assessment.leading_models = {
        {"federation-company"}, {"informal-network"}, {"stay-independent"}, {"partnership-merger"}};
    CHECK(options_to_compare_first(s.advice().models) ==
          std::vector<std::string>{"federation-company", "informal-network", "stay-independent"});
    CHECK(options_to_compare_first(s.advice().vehicles) == std::vector<std::string>{"cic-guarantee", "company-shares"});
    CHECK(options_to_compare_first({}).empty());
}

TEST_CASE("text and JSON say the same")
{
    const Comparison comparison = compare(sample_with_aspects().advice(), {"federation-company", "informal-network"});
    const std::string text = comparison_as_text(comparison);
    CHECK(contains(text, "Side by side: Federation company and Informal network"));
    CHECK(contains(text, "* A body can employ staff. [speaks strongly for it; rule MO20]"));
    CHECK(contains(text, "None of your answers here speaks for or against any of them."));
    const auto json = nlohmann::json::parse(comparison_as_json(comparison));
    CHECK(json["format"] == "federation-adviser comparison");
    CHECK(json["version"] == 1);
    CHECK(json["options"].size() == 2);
    CHECK(json["rows"][0]["aspect"] == "staff");
    CHECK(json["rows"][0]["marked"] == true);
    CHECK(json["rows"][0]["answers"][0]["question"] == "motive.workforce");
    CHECK(json["rows"][0]["cells"][0]["findings"][0]["rule"] == "MO20");
    CHECK(json["rows"][0]["cells"][0]["findings"][0]["because"][0] == "motive.workforce");
    CHECK(json["rows"][1]["cells"][1]["text"] == "Months until it works: 1 to 3.");
}

TEST_CASE("with the shipped rules no cell is empty or without a source, for any option")
{
    const Advice advice = shipped_advice({});
    REQUIRE(advice.aspects.size() == 9);
    for (const auto* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
        {
            CAPTURE(option.id);
            REQUIRE(option.aspects.size() == advice.aspects.size());
            for (const AspectCell& cell : option.aspects)
            {
                CAPTURE(cell.aspect);
                CHECK_FALSE(cell.text.empty());
                CHECK(cell.text.back() == '.');
                CHECK_FALSE(cell.sources.empty());
                CHECK(cell.text.find("..") == std::string::npos);
            }
        }
}

TEST_CASE("with the shipped rules an answer shows on its aspect")
{
    const Advice advice = shipped_advice({{{"jurisdiction"}, casefile::Choice{"england"}},
                                          {{"core-contract-moves"}, casefile::Choice{"yes"}},
                                          {{"motive.keep-independence"}, casefile::Number{3}}});
    const Comparison vehicles = compare(advice, {"company-guarantee", "partnership"});
    const auto contracts = std::find_if(vehicles.rows.begin(), vehicles.rows.end(),
                                        [](const ComparisonRow& row) { return row.aspect.id == "contracts"; });
    REQUIRE(contracts != vehicles.rows.end());
    REQUIRE_FALSE(contracts->cells[0].findings.empty());
    CHECK(contracts->cells[0].findings[0].kind == "ruled-out-by");
    const Comparison models = compare(advice, {"informal-network", "partnership-merger"});
    REQUIRE(models.rows[0].aspect.id == "control");
    CHECK(models.rows[0].cells[0].findings[0].kind == "for");
    CHECK(std::any_of(models.rows[0].cells[1].findings.begin(), models.rows[0].cells[1].findings.end(),
                      [](const ComparedFinding& finding) { return finding.kind == "against"; }));
}

TEST_CASE("every finding of a compared option stands in a row or among the others")
{
    const Advice advice = shipped_advice({{{"jurisdiction"}, casefile::Choice{"england"}},
                                          {{"core-contract-moves"}, casefile::Choice{"yes"}},
                                          {{"purpose.training"}, casefile::Number{3}},
                                          {{"staff-pension"}, casefile::Choice{"essential"}},
                                          {{"management-budget"}, casefile::Choice{"none"}},
                                          {{"motive.succession"}, casefile::Number{3}}});
    for (const auto* options : {&advice.models, &advice.vehicles})
        for (std::size_t i = 0; i + 1 < options->size(); ++i)
        {
            const OptionAdvice& option = (*options)[i];
            CAPTURE(option.id);
            const Comparison comparison = compare(advice, {option.id, (*options)[i + 1].id});
            std::set<std::pair<std::string, std::string>> found;
            const auto note = [&](const std::vector<ComparedFinding>& findings)
            {
                for (const ComparedFinding& finding : findings)
                    found.insert({finding.kind, finding.statement.rule + finding.statement.text});
            };
            for (const ComparisonRow& row : comparison.rows)
                note(row.cells[0].findings);
            note(comparison.options[0].others);
            std::set<std::pair<std::string, std::string>> expected;
            for (const auto& [kind, list] :
                 {std::pair{"for", &option.for_it}, std::pair{"against", &option.against_it},
                  std::pair{"ruled-out-by", &option.ruled_out_by}, std::pair{"not-yet", &option.not_yet}})
                for (const Statement& statement : *list)
                    expected.insert({kind, statement.rule + statement.text});
            CHECK(found == expected);
        }
}
} // TEST_SUITE("options side by side")
