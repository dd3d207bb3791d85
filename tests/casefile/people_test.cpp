#include "samples.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::good;
using samples::listed;
using samples::with_members;

namespace
{

/// Everything that a case can say about who answered what and when.
Case full_case()
{
    Case group;
    group.id = "c-17";
    group.title = "Five Valleys";
    group.round = 3;
    Practice hill;
    hill.id = "p1";
    hill.other_ids = {"p4", "p7"};
    hill.name = "Hill Surgery";
    hill.commitment = {CommitmentState::Conditional,  "the lease is settled", foundation::Date{2027, 1, 31},
                       foundation::Date{2026, 12, 1}, "told by phone",        {{"zz-new", "[1]"}}};
    Respondent ann;
    ann.role = "partner";
    ann.id = "r-1";
    ann.name = "Ann Ash";
    ann.answered = "2026-11-25T10:31:00Z";
    ann.round = 2;
    ann.answers = {{{"readiness.RR01"}, Number{4}}};
    ann.notes = {{{"readiness.RR01"}, "we talk every week"}};
    EarlierAnswers before;
    before.answers = {{{"readiness.RR01"}, Unknown{}}};
    before.unknown_keys = {{"zz-new", "{}"}};
    EarlierAnswers later = before;
    later.answered = "2026-10-01T00:00:00Z";
    later.notes = {{{"readiness.RR01"}, "not met so far"}};
    ann.earlier = {before, later};
    hill.respondents = {ann, Respondent{}};
    group.practices = {hill};
    Variant variant;
    variant.id = "v1";
    variant.other_ids = {"v2"};
    variant.name = "If";
    group.variants = {variant};
    Conflict of_answer;
    of_answer.about = "answer";
    of_answer.practice = "p1";
    of_answer.respondent = "r-1";
    of_answer.answered = "2026-11-25T10:31:00Z";
    of_answer.round = 2;
    of_answer.question = {"motive.workforce"};
    of_answer.values = {{Answer{Number{1}}, "", {"a.fedcase", "b.fedcase"}, true, true, {}},
                        {Answer{Unknown{}}, "", {"c.fedcase"}, true, false, {{"zz", "1"}}}};
    Conflict of_title;
    of_title.about = "title";
    of_title.values = {{std::nullopt, "Five Valleys", {}, false, false, {}},
                       {std::nullopt, "", {"d.fedcase"}, false, false, {}}};
    group.conflicts = {of_answer, of_title};
    return group;
}

} // namespace

TEST_SUITE("who answered what and when")
{
TEST_CASE("everything that was said comes back as it was")
{
    const Case group = full_case();
    CHECK(good(case_text(group)) == group);
    CHECK(case_text(good(case_text(group))) == case_text(group));
}

TEST_CASE("what goes without saying is not written")
{
    Case group;
    group.practices.resize(1);
    group.practices[0].id = "p1";
    group.practices[0].respondents.resize(1);
    const std::string text = case_text(group);
    for (const std::string key : {"round", "commitment", "earlier", "answered", "other-ids", "conflicts"})
        CHECK(text.find("\"" + key + "\"") == std::string::npos);
}

TEST_CASE("a conflict is open until its place says something again")
{
    Case group = full_case();
    CHECK(open_conflicts(group) == 1); // nobody said again what moves Ann
    group.practices[0].respondents[0].answers[{"motive.workforce"}] = Number{3};
    CHECK(open_conflicts(group) == 0);
    group.title.clear();
    CHECK(open_conflicts(group) == 1);
    group.conflicts[0].answered = "2026-10-01T00:00:00Z"; // about what she said before
    group.conflicts[0].round = 1;
    CHECK(open_conflicts(group) == 2);
    group.conflicts[0].practice = "p9"; // gone
    CHECK(open_conflicts(group) == 1);
}

TEST_CASE("conflicts about a practice go with it")
{
    Case group = full_case();
    forget_practice(group, "p1");
    REQUIRE(group.conflicts.size() == 1);
    CHECK(group.conflicts[0].about == "title");
}

TEST_CASE("conflicts about questions of a newer version are kept")
{
    const std::string conflict =
        R"({"about": "answer", "question": "zz-new", "values": [{"answer": {"x": 1}}, {"answer": 2}]})";
    const LoadedCase loaded =
        samples::read(R"({"format": "federation-adviser case", "version": 2, "conflicts": [)" + conflict + "]}");
    INFO(listed(loaded.diagnostics));
    REQUIRE(loaded.group.has_value());
    CHECK(loaded.group->unknown_conflicts == std::vector<std::string>{conflict});
    CHECK(case_text(*loaded.group).find(conflict) != std::string::npos);
}

TEST_CASE("every mistake is named with its place")
{
    const auto respondent = [](const std::string& members)
    { return with_members(R"("practices": [{"id": "p1", "respondents": [{)" + members + "}]}]"); };
    const auto practice = [](const std::string& members)
    { return with_members(R"("practices": [{"id": "p1", )" + members + "}]"); };
    const auto conflict = [](const std::string& members)
    { return with_members(R"("conflicts": [{)" + members + "}]"); };
    struct Row
    {
        std::string name, json, code, element, advice;
    };
    const Row rows[] = {
        {"an id that is a number", with_members("\"id\": 7"), "casefile.wrong-type", "id", "quotation"},
        {"no round", with_members("\"round\": 0"), "casefile.bad-number", "round", "1"},
        {"half a round", with_members("\"round\": 1.5"), "casefile.bad-number", "round", "1"},
        {"a mistyped round", with_members("\"ronud\": 2"), "casefile.unknown-key", "ronud", "round"},
        {"a local time", respondent(R"("answered": "2026-11-25T10:31:00+01:00")"), "casefile.bad-time",
         "practices[0].respondents[0].answered", "2026-11-25T10:31:00Z"},
        {"a day without its time", respondent(R"("answered": "2026-11-25")"), "casefile.bad-time",
         "practices[0].respondents[0].answered", "2026-11-25T10:31:00Z"},
        {"a time that is none", respondent(R"("answered": "2026-11-25T24:00:00Z")"), "casefile.bad-time",
         "practices[0].respondents[0].answered", "2026-11-25T10:31:00Z"},
        {"a mistyped key", respondent(R"("earlyer": [])"), "casefile.unknown-key",
         "practices[0].respondents[0].earlyer", "earlier"},
        {"two respondents with one id", practice(R"("respondents": [{"id": "r"}, {"id": "r"}])"),
         "casefile.duplicate-id", "practices[0].respondents[1]", "another id"},
        {"earlier answers that are later",
         respondent(R"("answered": "2026-11-25T10:31:00Z", "earlier": [{"answered": "2026-11-25T10:31:00Z"}])"),
         "casefile.bad-order", "practices[0].respondents[0]", "oldest first"},
        {"a bad earlier answer",
         respondent(R"("answered": "2026-11-25T10:31:00Z", "earlier": [{"answers": {"readiness.RR01": 9}}])"),
         "casefile.out-of-range", "practices[0].respondents[0].earlier[0].answers.readiness.RR01", "from 1 to 5"},
        {"a commitment in other words", practice(R"("commitment": {"state": "maybe"})"), "casefile.bad-option",
         "practices[0].commitment.state", "conditional"},
        {"a commitment with a mistyped key", practice(R"("commitment": {"decided-by": "2026-11-25"})"),
         "casefile.unknown-key", "practices[0].commitment.decided-by", "decide"},
        {"a bad day to decide", practice(R"("commitment": {"decide-by": "soon"})"), "casefile.bad-date",
         "practices[0].commitment.decide-by", "2026-11-22"},
        {"a conflict about nothing", conflict(R"("values": [{"text": "a"}, {"text": "b"}])"), "casefile.missing-key",
         "conflicts[0]", "about"},
        {"a conflict of one", conflict(R"("about": "title", "values": [{"text": "a"}])"), "casefile.missing-key",
         "conflicts[0].values", "values"},
        {"a value that says nothing", conflict(R"("about": "title", "values": [{"text": "a"}, {}])"),
         "casefile.missing-key", "conflicts[0].values[1]", "said"},
        {"a conflict about no question",
         conflict(R"("about": "answer", "question": "lnc", "values": [{"answer": "a"}, {"answer": "b"}])"),
         "casefile.unknown-question", "conflicts[0].question", "lmc"},
        {"an answer that is none",
         conflict(R"("about": "answer", "question": "motive.workforce", "values": [{"answer": 1}, {"answer": 9}])"),
         "casefile.out-of-range", "conflicts[0].values[1].answer", "0 to 3"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const LoadedCase loaded = samples::read(row.json);
        INFO(listed(loaded.diagnostics));
        CHECK_FALSE(loaded.group.has_value());
        REQUIRE(loaded.diagnostics.size() == 1);
        CHECK(loaded.diagnostics[0].code == row.code);
        CHECK(loaded.diagnostics[0].place.element == row.element);
        CHECK(loaded.diagnostics[0].advice.find(row.advice) != std::string::npos);
    }
}

TEST_CASE("a file cut off at any byte is complete or an error")
{
    const std::string whole = case_text(full_case());
    const std::size_t complete = whole.find_last_of('}') + 1;
    std::size_t wrong = 0;
    for (std::size_t length = 0; length <= whole.size(); ++length)
        wrong += samples::read(whole.substr(0, length)).group.has_value() != (length >= complete) ? 1U : 0U;
    CHECK(wrong == 0);
}
} // TEST_SUITE("who answered what and when")
