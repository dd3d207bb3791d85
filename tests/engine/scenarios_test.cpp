// Ten groups in short, and what an adviser would expect to hear: what leads, what the law adds, what is ruled out.
#include "engine/cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Band;

namespace
{

/// Place of a vehicle in the list, from 0.
std::size_t place_of(const engine::Assessment& assessment, const std::string& vehicle)
{
    std::size_t place = 0;
    while (assessment.vehicles[place].option.value != vehicle)
        ++place;
    return place;
}

int rank_of(const engine::Assessment& assessment, const std::string& option)
{
    return result_of(assessment, option).rank;
}

bool leads_any(const engine::Assessment& assessment, const std::string& models)
{
    const auto expected = words(models);
    return std::any_of(assessment.leading_models.begin(), assessment.leading_models.end(), [&](const rulebase::OptionId& model) { return expected.contains(model.value); });
}

bool first_any(const engine::Assessment& assessment, const std::string& vehicles)
{
    const auto first = first_rank(assessment.vehicles);
    const auto expected = words(vehicles);
    return std::any_of(expected.begin(), expected.end(), [&](const std::string& vehicle) { return first.contains(vehicle); });
}

void requires_rules(const engine::Assessment& assessment, const std::string& option, const std::string& rules)
{
    for (const std::string& rule : words(rules))
    {
        CAPTURE(option);
        CAPTURE(rule);
        CHECK(names_rule(result_of(assessment, option).required, rule));
    }
}

} // namespace

TEST_SUITE("ten groups in short") {
TEST_CASE("X1: three practices in England share one pharmacist in high trust, without money, and want a way back")
{
    const auto assessment = assess(with(all_statements("4"), {{"jurisdiction", "england"}, {"practice-count", "3"}, {"total-list", "25000"}, {"shared-staff", "1"}, {"setup-budget", "none"},
                                                              {"motive.workforce", "2"}, {"motive.keep-independence", "2"}, {"purpose.shared-workforce", "2"}, {"willing-lead", "yes"},
                                                              {"staff-under-members", "yes"}, {"recharges", "yes"}, {"months-available", "3"}, {"autonomy", "full"}, {"core-contract-moves", "no"}}));
    CHECK(leads_any(assessment, "lead-practice contractual-alliance"));
    CHECK(first_any(assessment, "contract partnership"));
    requires_rules(assessment, "contract", "HC-45"); // VAT on shared staff
    requires_rules(assessment, "lead-practice", "HC-45");
}

const Said network_of_six = {{"jurisdiction", "england"}, {"practice-count", "6"}, {"total-list", "50000"}, {"shared-staff", "25"}, {"staff-pension", "essential"}, {"willing-lead", "no"},
                             {"employs", "new"}, {"purpose.pcn-des", "3"}, {"purpose.shared-workforce", "3"}, {"purpose.extended-access", "2"}, {"motive.limit-liability", "2"},
                             {"core-contract-moves", "no"}, {"management-budget", "full"}, {"clinical-lead", "named"}, {"limited-liability-importance", "high"}};

TEST_CASE("X2: six practices in England with 25 shared staff give care through a company and keep their contracts")
{
    const auto assessment = assess(with(with(all_statements("4"), network_of_six), {{"regulated-activities", "yes"}, {"des-role", "sub-contractor"}, {"recharges", "no"}}));
    CHECK(result_of(assessment, "lead-practice").band == Band::NotYet); // nobody will lead
    CHECK(leads_any(assessment, "pcn-company federation-company"));
    CHECK(first_any(assessment, "company-shares cic-guarantee cic-shares company-guarantee"));
    CHECK(result_of(assessment, "unincorporated-association").band == Band::RuledOut);
    requires_rules(assessment, "company-shares", "HC-15 HC-16 HC-22 HC-27");
    requires_rules(assessment, "cic-guarantee", "HC-15 HC-16 HC-22 HC-27");
}

TEST_CASE("X3: a company that only hosts staff at cost hears of the tension between pension and VAT")
{
    const auto assessment = assess(with(with(all_statements("4"), network_of_six), {{"regulated-activities", "no"}, {"staff-under-members", "yes"}, {"recharges", "yes"}, {"des-role", "staff-host"}}));
    for (const std::string& vehicle : std::vector<std::string>{"company-shares", "company-guarantee", "cic-guarantee"})
    {
        CAPTURE(vehicle);
        CHECK(is_available(result_of(assessment, vehicle)));
        CHECK(names_rule(result_of(assessment, vehicle).warnings, "HC-25"));
        requires_rules(assessment, vehicle, "HC-44 HC-45");
    }
    CHECK(names_rule(assessment.conflicts, "CF-12"));
    CHECK(names_rule(result_of(assessment, "contract").warnings, "HC-43"));
}

const Said merging = {{"core-contract-moves", "yes"}, {"merge-lists", "yes"}, {"autonomy", "merge"}, {"limited-liability-importance", "high"}, {"motive.succession", "3"}, {"motive.limit-liability", "2"},
                      {"purpose.core-resilience", "3"}, {"owners", "gps"}, {"staying-partners", "yes"}, {"commissioner", "supportive"}, {"profit-aim", "distribute"}};

TEST_CASE("X4: four practices in England that join lists want limited liability: partnership first, a company with consent, no LLP")
{
    const auto assessment = assess(with(with(all_statements("5"), merging), {{"jurisdiction", "england"}, {"practice-count", "4"}}));
    CHECK(leads_any(assessment, "partnership-merger"));
    CHECK(names_rule(result_of(assessment, "llp").ruled_out_by, "HC-01"));
    CHECK(first_any(assessment, "partnership"));
    CHECK(is_available(result_of(assessment, "company-shares")));
    CHECK(place_of(assessment, "company-shares") <= 2);
    requires_rules(assessment, "company-shares", "HC-33 HC-34");
    CHECK(assessment.conflicts.size() >= 1); // limited liability and a merger
}

TEST_CASE("X5: in Scotland two practices that merge may choose an LLP or a company of involved individuals")
{
    const auto assessment = assess(with(with(all_statements("5"), merging), {{"jurisdiction", "scotland"}, {"practice-count", "2"}}));
    for (const std::string& vehicle : std::vector<std::string>{"llp", "company-shares"})
    {
        CAPTURE(vehicle);
        CHECK(is_available(result_of(assessment, vehicle)));
        CHECK(names_rule(result_of(assessment, vehicle).allowed, "HC-08"));
        requires_rules(assessment, vehicle, "HC-08a");
        CHECK(std::any_of(assessment.pairs.begin(), assessment.pairs.end(), [&](const engine::Pair& pair) { return pair.model.value == "partnership-merger" && pair.vehicle.value == vehicle; }));
    }
}

TEST_CASE("X6: eighteen practices in Northern Ireland, no distribution: a CIC by guarantee, and no CIO")
{
    const auto assessment = assess(with(all_statements("4"), {{"jurisdiction", "northern-ireland"}, {"practice-count", "18"}, {"total-list", "110000"}, {"profit-aim", "reinvest"},
                                                              {"motive.extend-services", "3"}, {"purpose.community-services", "3"}, {"core-contract-moves", "no"}, {"asset-lock", "acceptable"},
                                                              {"commissioner-prefers-social", "yes"}, {"management-budget", "full"}, {"clinical-lead", "named"}, {"holds-other-contract", "yes"}}));
    CHECK(leads_any(assessment, "federation-company"));
    CHECK(first_any(assessment, "cic-guarantee"));
    CHECK(names_rule(result_of(assessment, "cio").ruled_out_by, "HC-12"));
    CHECK(result_of(assessment, "pcn").band == Band::RuledOut);
}

TEST_CASE("X7: a Welsh cluster that reinvests its surplus: a CIC by guarantee beside the practices, which keep GMS")
{
    const Said cluster = with(all_statements("4"), {{"jurisdiction", "wales"}, {"practice-count", "8"}, {"total-list", "60000"}, {"profit-aim", "reinvest"}, {"asset-lock", "acceptable"},
                                                    {"motive.integrate-care", "3"}, {"purpose.community-services", "3"}, {"commissioner-prefers-social", "yes"}, {"management-budget", "part"},
                                                    {"clinical-lead", "named"}, {"core-contract-moves", "no"}});
    const auto assessment = assess(cluster);
    CHECK(first_any(assessment, "cic-guarantee"));
    const auto moved = assess(with(cluster, {{"core-contract-moves", "yes"}}));
    CHECK(names_rule(moved.vehicles.empty() ? std::vector<engine::Finding>{} : result_of(moved, "cic-guarantee").ruled_out_by, "HC-02b"));
}

TEST_CASE("X8: a federation owned by its community, with a public share issue: a community benefit society first, and no GMS in it")
{
    const Said community = with(all_statements("4"), {{"jurisdiction", "england"}, {"practice-count", "8"}, {"total-list", "60000"}, {"owners", "patients practices"}, {"capital", "community-shares"},
                                                      {"profit-aim", "reinvest"}, {"asset-lock", "required"}, {"motive.social-mission", "3"}, {"purpose.community-benefit", "3"},
                                                      {"joint-property", "yes"}, {"management-budget", "full"}, {"clinical-lead", "named"}, {"core-contract-moves", "no"}, {"voting", "equal"}});
    const auto assessment = assess(community);
    CHECK(place_of(assessment, "community-benefit-society") < place_of(assessment, "company-shares"));
    CHECK(first_any(assessment, "community-benefit-society"));
    for (const std::string& vehicle : std::vector<std::string>{"company-guarantee", "cic-guarantee", "charitable-company", "cio", "llp"})
    {
        CAPTURE(vehicle);
        CHECK(names_rule(result_of(assessment, vehicle).ruled_out_by, "HC-56"));
    }
    requires_rules(assessment, "community-benefit-society", "HC-56a HC-49");
    const auto with_core = assess(with(community, {{"core-contract-moves", "yes"}}));
    CHECK(names_rule(result_of(with_core, "community-benefit-society").ruled_out_by, "HC-02a"));
}

TEST_CASE("X9: a charity that pays its GP trustees is warned off; a CIC or a company stays possible")
{
    const Said charity{{"jurisdiction", "england"}, {"practice-count", "5"}, {"charitable-purposes", "yes"}, {"trustee-pay-needed", "yes"}, {"purpose.extended-access", "3"}, {"core-contract-moves", "no"}};
    const auto assessment = assess(charity);
    for (const std::string& vehicle : std::vector<std::string>{"charitable-company", "cio"})
    {
        CAPTURE(vehicle);
        CHECK(names_rule(result_of(assessment, vehicle).not_yet, "HC-39"));
        CHECK(place_of(assessment, vehicle) > place_of(assessment, "cic-guarantee"));
        CHECK(place_of(assessment, vehicle) > place_of(assessment, "company-shares"));
    }
    CHECK(names_rule(assessment.conflicts, "CF-16"));
    const auto not_charitable = assess(with(charity, {{"charitable-purposes", "no"}}));
    CHECK(names_rule(result_of(not_charitable, "cio").ruled_out_by, "HC-40"));
}

TEST_CASE("X10: profit by list size with a company among the owners: a share company for other contracts, never for GMS")
{
    const Said outpatient = with(all_statements("4"), {{"jurisdiction", "england"}, {"practice-count", "10"}, {"total-list", "90000"}, {"profit-aim", "distribute"}, {"voting", "by-list"},
                                                       {"owners", "gps practices companies"}, {"holds-other-contract", "yes"}, {"core-contract-moves", "no"}, {"motive.win-contracts", "3"},
                                                       {"purpose.bid-contracts", "3"}, {"purpose.community-services", "3"}, {"capital", "members"}, {"management-budget", "full"},
                                                       {"clinical-lead", "named"}, {"gp-pension", "wanted"}});
    const auto assessment = assess(outpatient);
    CHECK(leads_any(assessment, "federation-company"));
    CHECK(rank_of(assessment, "company-shares") == 1);
    CHECK(names_rule(result_of(assessment, "company-shares").warnings, "HC-24a")); // no classic APMS pension route
    CHECK(names_rule(result_of(assessment, "cooperative-society").ruled_out_by, "HC-48"));
    const auto with_core = assess(with(outpatient, {{"core-contract-moves", "yes"}}));
    CHECK(names_rule(result_of(with_core, "company-shares").ruled_out_by, "HC-06"));
}
}
