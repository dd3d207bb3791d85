#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Band;
using engine::Truth;

namespace
{

/// "1 firm, 2 club, …" as a person would read it.
std::string order_of(const std::vector<engine::OptionResult>& results)
{
    std::string text;
    for (const engine::OptionResult& result : results)
        text += (text.empty() ? "" : ", ") + std::to_string(result.rank) + " " + result.option.value;
    return text;
}

/// Nothing is held back for want of trust.
const Said trusting{{"readiness.R1", "5"}, {"readiness.R2", "5"}, {"readiness.R3", "5"}, {"readiness.R4", "5"}};

std::string exclude(const std::string& option)
{
    return rule("OUT-" + option, "", "<exclude on=\"" + option + "\"/>");
}

std::string wait(const std::string& option)
{
    return rule("WAIT-" + option, "", "<not-yet on=\"" + option + "\">A manager.</not-yet>");
}

/// Rules the vehicle out when the condition holds.
std::string exclude_when(const std::string& condition, const std::string& vehicle)
{
    return rule("IF-" + vehicle, condition, "<exclude on=\"" + vehicle + "\"/>");
}

/// The finding that too few vehicles are left, if the list has it.
const engine::Finding* lack_of_vehicles(const std::vector<engine::Finding>& findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [](const engine::Finding& finding) { return finding.engine == "no-vehicle"; });
    return found == findings.end() ? nullptr : &*found;
}

std::vector<std::string> questions_of(const engine::Finding& finding)
{
    std::vector<std::string> questions;
    for (const rulebase::QuestionId& question : finding.because)
        questions.push_back(question.value);
    return questions;
}

std::string pairs_of(const engine::Assessment& assessment)
{
    std::string text;
    for (const engine::Pair& pair : assessment.pairs)
        text += (text.empty() ? "" : ", ") + pair.model.value + "+" + pair.vehicle.value;
    return text;
}

} // namespace

TEST_SUITE("ranking") {
TEST_CASE("bands begin at 8, at 3 and at -2")
{
    struct Row
    {
        int score;
        Band band;
    };
    for (const Row& row : {Row{9, Band::PointsStronglyTowards}, Row{8, Band::PointsStronglyTowards}, Row{7, Band::PointsTowards}, Row{3, Band::PointsTowards},
                           Row{2, Band::Possible}, Row{0, Band::Possible}, Row{-2, Band::Possible}, Row{-3, Band::PointsAway}, Row{-30, Band::PointsAway}})
    {
        CAPTURE(row.score);
        const auto assessment = assess_small(points("club", row.score));
        CHECK(result_of(assessment, "club").score.now == row.score);
        CHECK(result_of(assessment, "club").band == row.band);
    }
}

TEST_CASE("scores within two of the first of a rank share it, in alphabetical order")
{
    struct Row
    {
        int alone, club, firm, union_;
        std::string order;
    };
    const std::vector<Row> rows = {{0, 0, 0, 0, "1 alone, 1 club, 1 firm, 1 union"},
                                   {0, 0, 1, 2, "1 alone, 1 club, 1 firm, 1 union"},
                                   {0, 2, 4, 6, "1 firm, 1 union, 3 alone, 3 club"},
                                   {6, 4, 2, 0, "1 alone, 1 club, 3 firm, 3 union"},
                                   {0, 0, 0, 3, "1 union, 2 alone, 2 club, 2 firm"},
                                   {0, 3, 5, 8, "1 union, 2 club, 2 firm, 4 alone"},
                                   {1, 2, 3, 4, "1 club, 1 firm, 1 union, 4 alone"}};
    for (const Row& row : rows)
    {
        CAPTURE(row.order);
        CHECK(order_of(assess_small(points("alone", row.alone) + points("club", row.club) + points("firm", row.firm) + points("union", row.union_)).models) == row.order);
    }
}

TEST_CASE("those that wait come after those that can be had, and those ruled out last, whatever their score")
{
    const std::string rules = points("alone", 20) + points("club", 15) + points("firm", -10) + exclude("alone") + wait("club");
    const auto assessment = assess_small(rules);
    CHECK(order_of(assessment.models) == "1 union, 2 firm, 3 club, 4 alone");
    CHECK(result_of(assessment, "alone").band == Band::RuledOut);
    CHECK(result_of(assessment, "alone").score.now == 20);
    CHECK(result_of(assessment, "club").band == Band::NotYet);
    CHECK(names(assessment.leading_models) == std::vector<std::string>{"union"});
}

TEST_CASE("what is ruled out is ruled out even when it also waits")
{
    CHECK(result_of(assess_small(exclude("club") + wait("club")), "club").band == Band::RuledOut);
}

TEST_CASE("nothing leads when nothing can be had")
{
    const auto assessment = assess_small(exclude("alone") + exclude("club") + wait("firm") + wait("union"));
    CHECK(assessment.leading_models.empty());
    CHECK(assessment.pairs.empty());
    CHECK(assessment.legal_person_needed == Truth::Unknown);
}

TEST_CASE("a legal person is needed when all leading models need one")
{
    CHECK(assess_small(points("firm", 9)).legal_person_needed == Truth::True);
    CHECK(assess_small(points("club", 9)).legal_person_needed == Truth::False);
    CHECK(assess_small(points("union", 9)).legal_person_needed == Truth::Unknown); // it only helps
    CHECK(assess_small(points("firm", 9) + points("club", 8)).legal_person_needed == Truth::Unknown);
}
}

// The firm needs a legal person. A company, a society and (poorly) a pact carry it; an LLP does not.
TEST_SUITE("vehicles left for a model") {
TEST_CASE("a model that needs a legal person waits while fewer than two vehicles that carry it are left")
{
    struct Row
    {
        std::string rules;
        bool waits;
    };
    for (const Row& row : {Row{"", false}, Row{exclude("company"), false}, Row{wait("society"), false}, Row{exclude("company") + exclude("society"), true},
                           Row{exclude("company") + wait("society"), true}, Row{wait("company") + wait("pact"), true},
                           Row{exclude("company") + exclude("society") + exclude("pact"), true}})
    {
        CAPTURE(row.rules);
        const auto assessment = assess_small(points("firm", 9) + row.rules, trusting);
        const engine::OptionResult& firm = result_of(assessment, "firm");
        const engine::Finding* lack = lack_of_vehicles(firm.not_yet);
        CHECK((lack != nullptr) == row.waits);
        CHECK((firm.band == Band::NotYet) == row.waits);
        CHECK((lack == nullptr || lack->truth == Truth::True));
        CHECK(lack_of_vehicles(firm.open) == nullptr);
        CHECK((names(assessment.leading_models) == std::vector<std::string>{"firm"}) != row.waits);
    }
}

TEST_CASE("vehicles that cannot carry the model do not count")
{
    const std::string all_but_two = exclude("company") + exclude("society");
    CHECK(lack_of_vehicles(result_of(assess_small(all_but_two, trusting), "firm").not_yet) != nullptr); // the LLP is left, and no use
    CHECK(lack_of_vehicles(result_of(assess_small(exclude("llp") + exclude("company"), trusting), "firm").not_yet) == nullptr);
}

TEST_CASE("while it depends on open answers it is marked open and the model does not wait")
{
    const std::string rules = points("firm", 9) + exclude("society") + exclude_when(R"(<test question="lead" is="yes"/>)", "company");
    const auto open = assess_small(rules, trusting);
    const engine::Finding* lack = lack_of_vehicles(result_of(open, "firm").open);
    REQUIRE(lack != nullptr);
    CHECK(lack->truth == Truth::Unknown);
    CHECK(questions_of(*lack) == std::vector<std::string>{"lead"});
    CHECK(lack_of_vehicles(result_of(open, "firm").not_yet) == nullptr);
    CHECK(result_of(open, "firm").band == Band::PointsStronglyTowards);
    CHECK(lack_of_vehicles(result_of(assess_small(rules, with(trusting, {{"lead", "yes"}})), "firm").not_yet) != nullptr);
    const auto no = assess_small(rules, with(trusting, {{"lead", "no"}}));
    CHECK(lack_of_vehicles(result_of(no, "firm").not_yet) == nullptr);
    CHECK(lack_of_vehicles(result_of(no, "firm").open) == nullptr);
}

TEST_CASE("open answers do not matter while two vehicles are surely left")
{
    const auto assessment = assess_small(exclude_when(R"(<test question="lead" is="yes"/>)", "company"), trusting);
    CHECK(lack_of_vehicles(result_of(assessment, "firm").open) == nullptr);
}

// Found when a model that surely waits named an open question as well, as if its answer could help.
TEST_CASE("it names the answers that take vehicles away, and no others")
{
    const std::string rules = exclude_when(R"(<test question="lead" is="yes"/>)", "company") + exclude_when(R"(<test question="profit" is="distribute"/>)", "society") +
                              exclude_when(R"(<test question="months" at-least="3"/>)", "pact") +
                              rule("LLP", R"(<test question="motive.staff" at-least="2"/>)", R"(<exclude on="llp"/>)") +
                              rule("PULL", R"(<test question="motive.costs" at-least="2"/>)", R"(<pull on="company" strength="1"/>)");
    const auto assessment = assess_small(rules, with(trusting, {{"lead", "yes"}, {"profit", "distribute"}, {"motive.staff", "3"}, {"motive.costs", "3"}}));
    const engine::Finding* lack = lack_of_vehicles(result_of(assessment, "firm").not_yet);
    REQUIRE(lack != nullptr);
    CHECK(questions_of(*lack) == std::vector<std::string>{"lead", "profit"});
}

TEST_CASE("a model that does not need a legal person never waits for vehicles")
{
    const auto assessment = assess_small(exclude("company") + exclude("society") + exclude("pact") + exclude("llp"), trusting);
    for (const std::string model : {"alone", "club", "union"})
    {
        CAPTURE(model);
        CHECK(lack_of_vehicles(result_of(assessment, model).not_yet) == nullptr);
        CHECK(lack_of_vehicles(result_of(assessment, model).open) == nullptr);
        CHECK(result_of(assessment, model).band == Band::Possible);
    }
    CHECK(lack_of_vehicles(result_of(assessment, "firm").not_yet) != nullptr);
}
}

TEST_SUITE("vehicles") {
TEST_CASE("a vehicle gains or loses by how well it carries the leading model")
{
    const auto assessment = assess_small(points("firm", 9));
    CHECK(result_of(assessment, "company").score.now == 2);
    CHECK(result_of(assessment, "society").score.now == 0);
    CHECK(result_of(assessment, "pact").score.now == -2);
    CHECK(result_of(assessment, "llp").score.now == -4);
    REQUIRE(result_of(assessment, "company").for_it.size() == 1);
    CHECK(result_of(assessment, "company").for_it[0].engine == "fit");
    CHECK(result_of(assessment, "company").for_it[0].option.value == "firm");
}

TEST_CASE("of several leading models the one that it carries well counts")
{
    const auto assessment = assess_small(points("firm", 9) + points("club", 9));
    CHECK(result_of(assessment, "company").score.now == 2);
    CHECK(result_of(assessment, "pact").score.now == 2);
    CHECK(result_of(assessment, "society").score.now == 0);
}

TEST_CASE("a vehicle that no leading model can use comes after those that can, whatever its score")
{
    const auto assessment = assess_small(points("firm", 9) + points("llp", 20) + wait("pact"));
    CHECK(order_of(assessment.vehicles) == "1 company, 1 society, 3 llp, 4 pact");
    CHECK(result_of(assessment, "llp").band == Band::PointsAway);
    REQUIRE(!result_of(assessment, "llp").against_it.empty());
    CHECK(result_of(assessment, "llp").against_it[0].engine == "no-carrier");
}

TEST_CASE("when the leading model needs no vehicle, the next that does is served")
{
    const auto assessment = assess_small(points("alone", 20) + points("firm", 5));
    CHECK(names(assessment.leading_models) == std::vector<std::string>{"alone"});
    CHECK(result_of(assessment, "company").score.now == 2);
}

TEST_CASE("Scotland widens what a vehicle can carry, and only Scotland")
{
    const auto llp_in = [](const Said& group) { return result_of(assess_small(points("union", 9), group), "llp").score.now; };
    CHECK(llp_in({{"jurisdiction", "scotland"}}) == 2);
    CHECK(llp_in({{"jurisdiction", "england"}}) == -4);
    CHECK(llp_in({}) == -4);
    CHECK(llp_in({{"jurisdiction", "unknown"}}) == -4);
}

TEST_CASE("the bounds of a vehicle allow for the nation that is still open")
{
    const auto open = result_of(assess_small(points("union", 9)), "llp").score;
    CHECK(open.low == -4);
    CHECK(open.high == 2);
}

TEST_CASE("the bounds of a vehicle allow for every model that may still lead")
{
    const std::string open_pull = rule("OPEN", R"(<test question="lead" is="yes"/>)", R"(<pull on="club" strength="3"/>)");
    const auto company = [&](int firm) {
        return result_of(assess_small(points("firm", firm) + points("union", -9) + points("alone", -9) + open_pull, trusting), "company").score;
    };
    CHECK(company(2).now == 2);
    CHECK(company(2).low == -4); // the club may come to lead alone
    CHECK(company(9) == engine::Score{2, 2, 2});
}

// Found when the score of a model without any vehicle was the bar for the models that have one.
TEST_CASE("a leading model without a vehicle does not hide which models may be served")
{
    const std::string open_pull = rule("OPEN", R"(<test question="lead" is="yes"/>)", R"(<pull on="club" strength="3"/>)");
    const std::string rules = points("alone", 30) + points("union", -9) + open_pull;
    const auto open = result_of(assess_small(rules, trusting), "company").score;
    const auto later = result_of(assess_small(rules, with(trusting, {{"lead", "yes"}})), "company").score.now;
    CHECK(later == -4); // the club is first then, and a company cannot carry it
    CHECK(open.low <= later);
}

TEST_CASE("pairs join what can be had with what can carry it")
{
    CHECK(pairs_of(assess_small("")) == "club+pact, club+society, firm+company, firm+pact, firm+society, union+company");
    CHECK(pairs_of(assess_small(exclude("firm") + wait("pact"))) == "club+society, union+company");
    CHECK(pairs_of(assess_small(points("union", 9), {{"jurisdiction", "scotland"}})).find("union+llp") != std::string::npos);
    CHECK(pairs_of(assess_small(points("union", 9))).find("union+llp") == std::string::npos);
}
}
