#include "engine/cases.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Band;

namespace
{

/// Can the vehicle itself hold the contract, when only GPs own it? 'Y' yes, 'N' no, '?' the law is not clear: a warning, never an
/// exclusion. Columns: core contract in England, Wales, Scotland, Northern Ireland; another NHS contract in England.
struct Line
{
    std::string vehicle;
    std::string core;
    char other_in_england;
};

const std::vector<Line> matrix = {
    {"contract", "NNNN", 'Y'}, // the members sign, one or all together
    {"unincorporated-association", "NNNN", 'N'},
    {"partnership", "YYYY", 'Y'},
    {"llp", "NNYN", 'Y'},
    {"company-shares", "YYYY", 'Y'},
    {"company-guarantee", "NN?N", 'Y'},
    {"cic-shares", "YYYY", 'Y'},
    {"cic-guarantee", "NN?N", 'Y'},
    {"charitable-company", "NN?N", 'Y'},
    {"cio", "NNNN", 'Y'},
    {"cooperative-society", "NNNN", 'Y'},
    {"community-benefit-society", "NNNN", 'Y'},
    {"plc", "YYYY", 'Y'},
};

} // namespace

TEST_SUITE("who may hold the contract") {
TEST_CASE("each vehicle in each nation, as in the table of the law")
{
    const std::vector<std::string> nations = {"england", "wales", "scotland", "northern-ireland"};
    for (std::size_t n = 0; n < nations.size(); ++n)
    {
        const auto assessment = assess({{"jurisdiction", nations[n]}, {"core-contract-moves", "yes"}, {"owners", "gps"}});
        for (const Line& line : matrix)
        {
            CAPTURE(nations[n]);
            CAPTURE(line.vehicle);
            const engine::OptionResult& vehicle = result_of(assessment, line.vehicle);
            CHECK((vehicle.band == Band::RuledOut) == (line.core[n] == 'N'));
            if (line.core[n] == '?')
                CHECK(names_rule(vehicle.warnings, "HC-10"));
        }
    }
}

TEST_CASE("another NHS contract is open to every legal person in England")
{
    const auto assessment = assess({{"jurisdiction", "england"}, {"core-contract-moves", "no"}, {"holds-other-contract", "yes"}, {"owners", "gps practices companies"}});
    for (const Line& line : matrix)
    {
        CAPTURE(line.vehicle);
        CHECK((result_of(assessment, line.vehicle).band == Band::RuledOut) == (line.other_in_england == 'N'));
    }
}

TEST_CASE("a share company must meet the ownership test in every nation")
{
    for (const std::string& nation : std::vector<std::string>{"england", "wales", "scotland", "northern-ireland"})
        for (const std::string& outsider : std::vector<std::string>{"companies", "trusts-or-charities", "patients", "investors"})
        {
            CAPTURE(nation);
            CAPTURE(outsider);
            const auto assessment = assess({{"jurisdiction", nation}, {"core-contract-moves", "yes"}, {"owners", "gps " + outsider}});
            for (const char* vehicle : {"company-shares", "cic-shares", "plc"})
                CHECK(result_of(assessment, vehicle).band == Band::RuledOut);
        }
}

// Partners must be individuals in all four nations; a company, patients' body or investor as partner costs the contract.
TEST_CASE("a partnership must have allowed partners in every nation")
{
    for (const std::string& nation : std::vector<std::string>{"england", "wales", "scotland", "northern-ireland"})
        for (const std::string& outsider : std::vector<std::string>{"companies", "investors"})
        {
            CAPTURE(nation);
            CAPTURE(outsider);
            const auto assessment = assess({{"jurisdiction", nation}, {"core-contract-moves", "yes"}, {"owners", "gps " + outsider}});
            CHECK(result_of(assessment, "partnership").band == Band::RuledOut);
        }
}

TEST_CASE("the conditions of the law stand with the forms that may hold a core contract")
{
    struct Row
    {
        std::string nation, vehicle, rule;
    };
    const std::vector<Row> rows = {{"england", "company-shares", "HC-04"}, {"england", "company-shares", "HC-05"}, {"england", "company-shares", "HC-33"}, {"england", "partnership", "HC-07"},
                                   {"wales", "company-shares", "HC-04a"}, {"wales", "partnership", "HC-07a"}, {"scotland", "llp", "HC-08a"}, {"scotland", "partnership", "HC-08a"},
                                   {"northern-ireland", "company-shares", "HC-11a"}, {"england", "partnership", "HC-31"}, {"scotland", "company-shares", "HC-21"}};
    for (const Row& row : rows)
    {
        CAPTURE(row.nation);
        CAPTURE(row.rule);
        const auto assessment = assess({{"jurisdiction", row.nation}, {"core-contract-moves", "yes"}, {"owners", "gps"}});
        CHECK(names_rule(result_of(assessment, row.vehicle).required, row.rule));
    }
}

TEST_CASE("in Scotland the rules lift the English ban on LLPs")
{
    const auto assessment = assess({{"jurisdiction", "scotland"}, {"core-contract-moves", "yes"}, {"owners", "gps"}});
    CHECK(names_rule(result_of(assessment, "llp").allowed, "HC-08"));
}
}
