#include "directory/case_table.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fedadvise::directory;
using namespace fedadvise;

namespace
{

using Cells = std::vector<std::string>;

CaseTable table(const Cells& header)
{
    return {header, 1, "cases.csv", *shipped_rules()};
}

std::vector<std::string> codes(const std::vector<foundation::Diagnostic>& faults)
{
    std::vector<std::string> result;
    for (const auto& fault : faults)
        result.push_back(fault.code);
    return result;
}

} // namespace

TEST_SUITE("table of cases")
{
TEST_CASE("a line becomes the case that a case file would hold")
{
    const CaseTable cases = table({"title", "as-at", "jurisdiction", "motive.workforce", "owners", "p1.name",
                                   "p1.list-size", "p2.name", "p2.ods-code", "p2.motive.workforce", "p3.name"});
    CHECK(cases.faults().empty());
    const Cells cells = {"Five Valleys", "2026-11-22", "england", "unknown", "gps practices", "Hill", "9100",
                         "Mill",         "A81001",     "3",       ""};
    const auto read = cases.read({2, cells});
    REQUIRE(read.group);
    const casefile::Case& group = *read.group;
    CHECK(group.title == "Five Valleys");
    CHECK(group.as_at == foundation::Date{2026, 11, 22});
    CHECK(group.answers.at({"jurisdiction"}) == casefile::Answer{casefile::Choice{"england"}});
    CHECK(group.answers.at({"motive.workforce"}) == casefile::Answer{casefile::Unknown{}});
    CHECK(group.answers.at({"owners"}) == casefile::Answer{casefile::Choices{{"gps", "practices"}}});
    REQUIRE(group.practices.size() == 2);
    CHECK(group.practices[0].id == "p1");
    CHECK(group.practices[0].answers.at({"list-size"}) == casefile::Answer{casefile::Number{9100}});
    CHECK(group.practices[1].ods_code == "A81001");
    CHECK(group.practices[1].answers.at({"motive.workforce"}) == casefile::Answer{casefile::Number{3}});
}

TEST_CASE("columns that cannot be are named with their place and what was meant")
{
    struct Row
    {
        std::string column, code, advice;
    };
    const Row rows[] = {
        {"jurisdicton", "table.unknown-column", "'jurisdiction'"},
        {"nonsense", "table.unknown-column", "--header"},
        {"", "table.unknown-column", "--header"},
        {"p1.list-sise", "table.unknown-column", "'p1.list-size'"},
        {"p1.title", "table.unknown-column", ""},
        {"list-size", "table.wrong-scope", "'p1.list-size'"},
        {"p1.jurisdiction", "table.wrong-scope", "'jurisdiction'"},
        {"lmc", "table.duplicate-column", "one of them"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.column);
        const CaseTable cases = table({"lmc", row.column});
        REQUIRE(cases.faults().size() == 1);
        CHECK(cases.faults()[0].code == row.code);
        CHECK(cases.faults()[0].place.line == 1);
        CHECK(cases.faults()[0].place.column == 2);
        CHECK(cases.faults()[0].advice.find(row.advice) != std::string::npos);
    }
    CHECK(codes(table({"title"}).faults()) == Cells{"table.no-columns"});
}

TEST_CASE("every wrong cell of a line is named, and the line is no case")
{
    const CaseTable cases = table({"as-at", "jurisdiction", "p1.list-size"});
    const Cells bad = {"22/11/2026", "ireland", "many", "more"};
    const auto read = cases.read({7, bad});
    CHECK_FALSE(read.group);
    CHECK(codes(read.faults) ==
          Cells{"table.long-row", "casefile.bad-date", "casefile.bad-option", "casefile.bad-number"});
    CHECK(read.faults[3].place == foundation::Place{"cases.csv", 7, 3, "p1.list-size"});
    const Cells short_row = {"2026-11-22"};
    CHECK(cases.read({8, short_row}).group);
}

TEST_CASE("the empty table has every question once, and is itself read")
{
    const std::string text = empty_case_table(*shipped_rules(), 2);
    Cells header;
    std::string cell;
    for (const char c : text)
        if (c == ',' || c == '\r')
            header.push_back(cell), cell.clear();
        else if (c != '\n')
            cell += c;
    CHECK(table(header).faults().empty());
    for (const rulebase::Question& question : shipped_rules()->questions)
    {
        CAPTURE(question.id.value);
        const std::string column =
            question.scope == rulebase::Scope::Practice ? "p2." + question.id.value : question.id.value;
        CHECK(std::count(header.begin(), header.end(), column) == 1);
    }
    CHECK_FALSE(help_on_case_tables().empty());
}
} // TEST_SUITE("table of cases")
