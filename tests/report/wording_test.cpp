#include "report/wording.h"
#include "sample.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::report;

TEST_SUITE("wording")
{
TEST_CASE("a placeholder becomes the answer as it stands in a sentence")
{
    const Sample s = sample();
    const Wording wording{s.rules, s.group, s.assessment};
    struct Row
    {
        std::string text, expected;
    };
    const Row rows[] = {
        {"You have {list-size} patients.", "You have 25,100 patients."},
        {"From {lowest:list-size} to {highest:list-size}.", "From 4,000 to 12,000."},
        {"Owned by {owners}.", "Owned by GPs in person, practices and outside investors."},
        {"In {jurisdiction}.", "In England."},
        {"Staff ({motive.workforce}).",
         "Staff (a decisive reason; answers go from a minor reason to a decisive reason)."},
        {"Staff are {motive.workforce}.", "Staff are a decisive reason (from a minor reason to a decisive reason)."},
        {"Trust is {relationship.trust}, mean {relationship.mean}.", "Trust is 3.7, mean 3.7."},
        {"Lowest {relationship.lowest}, range {relationship.range}.", "Lowest 3.2, range 0.5."},
        {"Law of {as-at}.", "Law of 22 November 2026."},
        {"The LMC: {lmc}.", "The LMC: not answered."},
        {"{no-such-thing} and { and {", "{no-such-thing} and { and {"},
        {"", ""},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.text);
        CHECK(filled(wording, row.text) == row.expected);
    }
}

TEST_CASE("one practice has no range and is its own lowest and highest")
{
    Sample s = sample();
    s.group.practices.resize(1);
    const Wording wording{s.rules, s.group, s.assessment};
    CHECK(filled(wording, "{motive.workforce}, {lowest:list-size}") == "a minor reason, 9,100");
}

TEST_CASE("an answer of \"we do not know\" is told apart from no answer")
{
    Sample s = sample();
    s.group.answers[{"lmc"}] = casefile::Unknown{};
    const Wording wording{s.rules, s.group, s.assessment};
    CHECK(filled(wording, "{lmc}") == "not known");
    CHECK(because_words(wording, {"lmc"}) == "LMC: Not known");
}

TEST_CASE("words of a user are never filled in again")
{
    Sample s = sample();
    for (casefile::Practice& practice : s.group.practices)
        practice.answers[{"pcn-name"}] = casefile::Text{"{list-size}"};
    const Wording wording{s.rules, s.group, s.assessment};
    CHECK(filled(wording, "PCN {pcn-name}.") == "PCN {list-size}.");
}

TEST_CASE("the answers behind a statement are named with their short labels")
{
    const Sample s = sample();
    const Wording wording{s.rules, s.group, s.assessment};
    CHECK(because_words(wording, {"list-size"}) == "Registered patients: 25,100 patients");
    CHECK(because_words(wording, {"jurisdiction"}) == "Nation: England");
    CHECK(because_words(wording, {"no-such"}) == "no-such: Not answered");
}

TEST_CASE("labels lose their capital inside a sentence unless they are names")
{
    CHECK(lower_first("A decisive reason") == "a decisive reason");
    CHECK(lower_first("GPs in person") == "GPs in person");
    CHECK(lower_first("NHS property") == "NHS property");
    CHECK(lower_first("Wales") == "Wales");
    CHECK(lower_first("Ŵyl") == "Ŵyl");
    CHECK(lower_first("") == "");
}

TEST_CASE("every sentence gets a capital and an end")
{
    CHECK(as_sentence(" at least one ") == "At least one.");
    CHECK(as_sentence("Is it?") == "Is it?");
    CHECK(as_sentence("") == "");
}

TEST_CASE("one of something loses its plural")
{
    CHECK(counted(1, "practices") == "1 practice");
    CHECK(counted(9100, "patients") == "9,100 patients");
    CHECK(counted(1, "pounds a year") == "1 pounds a year");
}
} // TEST_SUITE("wording")
