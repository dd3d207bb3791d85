#include "report/case_words.h"

#include "foundation/text_list.h"
#include "sample.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

std::string told(const Sample& s)
{
    return foundation::joined(case_in_words(s.rules, s.group), "\n");
}

/// The sample's rule base and a case without answers.
Sample blank()
{
    Sample s = sample();
    s.group = {};
    return s;
}

rulebase::Question motive(const std::string& name, const std::string& label)
{
    rulebase::Question made = sample().rules.questions.front();
    made.id = {"motive." + name};
    made.short_label = label;
    return made;
}

casefile::Practice practice(const std::string& id)
{
    casefile::Practice made;
    made.id = id;
    return made;
}

} // namespace

TEST_SUITE("words of cases")
{
TEST_CASE("a case without answers says so")
{
    Sample s = blank();
    CHECK(told(s) == "Nothing is answered.");
    s.group.practices = {practice("p1")};
    CHECK(told(s) == "One practice is listed.\nNothing else is answered.");
}

TEST_CASE("facts of the group come first and then the practices")
{
    Sample s = blank();
    s.group.as_at = foundation::Date{2026, 11, 22};
    s.group.answers[{"jurisdiction"}] = casefile::Choice{"scotland"};
    s.group.answers[{"owners"}] = casefile::Choices{{"gps", "investors"}};
    s.group.answers[{"lmc"}] = casefile::Unknown{};
    s.group.practices = {practice("p1"), practice("p2"), practice("p3")};
    s.group.practices[0].answers[{"list-size"}] = casefile::Number{9100};
    s.group.practices[1].answers[{"list-size"}] = casefile::Number{4200};
    s.group.practices[2].answers[{"list-size"}] = casefile::Unknown{};
    s.group.practices[0].answers[{"pcn-name"}] = casefile::Text{"North"};
    s.group.practices[1].answers[{"pcn-name"}] = casefile::Text{"North"};
    CHECK(told(s) == "The practices are in Scotland.\n"
                     "Three practices are listed.\n"
                     "The law is that of 22 November 2026.\n"
                     "Owners: GPs in person and outside investors.\n"
                     "We do not know: LMC.\n"
                     "Registered patients: 9,100 and 4,200; not known in one.\n"
                     "PCN: “North” in two; no answer from one.");
}

TEST_CASE("questions with the same answer are told together, the strongest first")
{
    Sample s = blank();
    s.rules.questions.push_back(motive("threat", "Outside threat"));
    s.rules.questions.push_back(motive("voice", "Being heard"));
    s.group.answers[{"motive.workforce"}] = casefile::Number{1};
    s.group.answers[{"motive.threat"}] = casefile::Number{3};
    s.group.answers[{"motive.voice"}] = casefile::Number{1};
    CHECK(told(s) == "A decisive reason: outside threat.\n"
                     "A minor reason: recruiting and keeping staff and being heard.");
}

TEST_CASE("the rest of a family at the low end is counted, not named")
{
    Sample s = blank();
    for (const char* name : {"a", "b", "c", "d"})
        s.rules.questions.push_back(motive(name, name));
    for (const char* name : {"a", "b", "c", "d"})
        s.group.answers[{"motive." + std::string{name}}] = casefile::Number{0};
    CHECK(told(s) == "Not a reason: a, b, c and d."); // one motive is not answered, so "the others" would say too much
    s.group.answers[{"motive.workforce"}] = casefile::Number{2};
    CHECK(told(s) == "An important reason: recruiting and keeping staff.\nNot a reason: the other 4.");
    s.group.answers[{"motive.workforce"}] = casefile::Number{0};
    CHECK(told(s) == "Not a reason: each motive.");
}

TEST_CASE("practices that differ are counted")
{
    Sample s = blank();
    s.group.practices = {practice("p1"), practice("p2"), practice("p3")};
    for (casefile::Practice& one : s.group.practices)
    {
        one.answers[{"motive.workforce"}] = casefile::Number{1};
        one.answers[{"list-size"}] = casefile::Number{5000};
    }
    CHECK(told(s) == "Three practices are listed.\n"
                     "Registered patients: 5,000 in each.\n"
                     "A minor reason in every practice: recruiting and keeping staff.");
    s.group.practices[2].answers[{"motive.workforce"}] = casefile::Number{3};
    CHECK(told(s).find("A minor reason in two, a decisive reason in one: recruiting and keeping staff.") !=
          std::string::npos);
    s.group.practices[2].answers.clear();
    s.group.practices[2].respondents = {{"partner", {{{"motive.workforce"}, casefile::Number{0}}}, {}, {}, {}, {}},
                                        {"manager", {{{"motive.workforce"}, casefile::Number{2}}}, {}, {}, {}, {}}};
    CHECK(told(s).find("From not a reason to an important reason: recruiting and keeping staff.") != std::string::npos);
}
} // TEST_SUITE("words of cases")
