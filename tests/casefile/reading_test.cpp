#include "samples.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::good;
using samples::with_answers;
using samples::with_members;

TEST_SUITE("case reader")
{
TEST_CASE("the file that the design describes is read whole")
{
    const Case group = good(R"({ "format": "federation-adviser case", "version": 1, "title": "Five Valleys",
  "as-at": "2026-11-22",
  "group": { "answers": { "jurisdiction": "england", "motive.workforce": 3, "owners": ["practices"], "lmc": "unknown" },
             "notes": { "motive.workforce": "two posts empty since May" } },
  "practices": [ { "id": "p1", "name": "Hill Surgery", "ods-code": "A81001",
                   "answers": { "list-size": 9100, "contract-type": "gms", "purpose.training": 2 },
                   "respondents": [ { "role": "partner", "answers": { "readiness.RR01": 4 } } ] } ] })");
    Case expected;
    expected.title = "Five Valleys";
    expected.as_at = foundation::Date{2026, 11, 22};
    expected.answers = {{{"jurisdiction"}, Choice{"england"}}, {{"motive.workforce"}, Number{3}}, {{"owners"}, Choices{{"practices"}}}, {{"lmc"}, Unknown{}}};
    expected.notes = {{{"motive.workforce"}, "two posts empty since May"}};
    Practice hill;
    hill.id = "p1";
    hill.name = "Hill Surgery";
    hill.ods_code = "A81001";
    hill.answers = {{{"list-size"}, Number{9100}}, {{"contract-type"}, Choice{"gms"}}, {{"purpose.training"}, Number{2}}};
    Respondent partner;
    partner.role = "partner";
    partner.answers = {{{"readiness.RR01"}, Number{4}}};
    hill.respondents = {partner};
    expected.practices = {hill};
    CHECK(group == expected);
}

TEST_CASE("the smallest case has a format and a version")
{
    const Case group = good(R"({"format":"federation-adviser case","version":1})");
    CHECK(group == Case{});
}

TEST_CASE("numbers come as JSON numbers or as strings of digits")
{
    struct Row
    {
        std::string name, json;
        std::int64_t value;
    };
    const Row rows[] = {
        {"a JSON number", R"("list-size": 9100)", 9100},
        {"a string of digits", R"("list-size": "9100")", 9100},
        {"with spaces around it", R"("list-size": " 9100 ")", 9100},
        {"nought", R"("list-size": 0)", 0},
        {"a point of a scale as a number", R"("purpose.training": 2)", 2},
        {"a point of a scale as a string", R"("purpose.training": "2")", 2},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const Case group = good(with_answers("", row.json));
        REQUIRE(group.practices.size() == 1);
        REQUIRE(group.practices[0].answers.size() == 1);
        CHECK(group.practices[0].answers.begin()->second == Answer{Number{row.value}});
    }
}

TEST_CASE("a version may be a string of digits")
{
    CHECK(good(R"({"format":"federation-adviser case","version":"1"})").version == 1);
}

TEST_CASE("every question can be answered with unknown")
{
    for (const rulebase::Question& question : samples::rules().questions)
    {
        CAPTURE(question.id.value);
        const std::string member = "\"" + question.id.value + "\": \"unknown\"";
        const bool of_practice = question.scope == rulebase::Scope::Practice || question.scope == rulebase::Scope::Respondent;
        const Case group = good(of_practice ? with_answers("", member) : with_answers(member));
        const Answers& answers = of_practice ? group.practices.at(0).answers : group.answers;
        CHECK(answers == Answers{{question.id, Unknown{}}});
    }
}

TEST_CASE("every option of every question is an answer to it")
{
    for (const rulebase::Question& question : samples::rules().questions)
        for (const rulebase::AnswerOption& option : question.options)
        {
            CAPTURE(question.id.value);
            CAPTURE(option.id);
            const auto parsed = parse_answer(question, option.id);
            REQUIRE(std::holds_alternative<Answer>(parsed));
            CHECK_FALSE(answer_in_words(question, std::get<Answer>(parsed)).empty());
        }
}

TEST_CASE("a set is a list or words between spaces, and takes the order of the question")
{
    const Answers expected{{{"owners"}, Choices{{"gps", "practices"}}}};
    CHECK(good(with_answers(R"("owners": ["practices", "gps"])")).answers == expected);
    CHECK(good(with_answers(R"("owners": "practices gps")")).answers == expected);
}

TEST_CASE("the answer to as-at is the date of the case")
{
    const Case group = good(with_answers(R"("as-at": "2026-11-22")"));
    CHECK(group.as_at == foundation::Date{2026, 11, 22});
    CHECK(group.answers.empty());
}

TEST_CASE("the same date twice is no contradiction")
{
    CHECK(good(with_members(R"("as-at": "2026-11-22", "group": {"answers": {"as-at": "2026-11-22"}})")).as_at == foundation::Date{2026, 11, 22});
}

TEST_CASE("control characters and NUL are taken out of texts, and space at their ends")
{
    const Case group = good(with_members(R"("title": " a\u0000b\u0007c\u001b[31m\u007f\r ", "practices": [{"id": "p\u00001", "name": "tab\tline\nend",
        "answers": {"pcn-name": "\u0001North\u0000"}, "notes": {"pcn-name": "x\u0008y"}}])"));
    CHECK(group.title == "abc[31m");
    REQUIRE(group.practices.size() == 1);
    CHECK(group.practices[0].id == "p1");
    CHECK(group.practices[0].name == "tab\tline\nend");
    CHECK(group.practices[0].answers == Answers{{{"pcn-name"}, Text{"North"}}});
    CHECK(group.practices[0].notes == Notes{{{"pcn-name"}, "xy"}});
}

TEST_CASE("hostile names stay as they are")
{
    const std::string names[] = {
        "<script>alert(1)</script>", "\"; DROP TABLE practices; --", "../../etc/passwd", "{p1}", "%s%n%x", "C:\\new\\table", "a/b\\/c",
        "\xE2\x80\xAEsurgery", "\xF0\x9F\x8F\xA5 Hill", "Meddygfa T\xC5\xB7 Gwyn", "&amp;&#x41;", "=cmd|' /C calc'!A0", "t", "k0", "unknown", "null", "[]", "{}",
    };
    for (const std::string& name : names)
    {
        CAPTURE(name);
        Case group;
        group.title = name;
        Practice practice;
        practice.id = name;
        practice.name = name;
        practice.ods_code = name;
        practice.notes = {{{"list-size"}, name}};
        Respondent respondent;
        respondent.role = name;
        practice.respondents = {respondent};
        group.practices = {practice};
        CHECK(good(case_text(group)) == group);
    }
}

TEST_CASE("escapes of JSON are read")
{
    CHECK(good(with_members(R"("title": "\u00e9\ud83c\udfe5\/\"\\\b\f")")).title == "\xC3\xA9\xF0\x9F\x8F\xA5/\"\\");
}

TEST_CASE("a byte order mark does no harm")
{
    CHECK(good("\xEF\xBB\xBF" + with_members(R"("title": "x")")).title == "x");
    const LoadedCase wrong = samples::read("\xEF\xBB\xBF" R"({"format": 1, "version": 1})");
    REQUIRE_FALSE(wrong.diagnostics.empty());
    CHECK(wrong.diagnostics[0].place.line == 1);
    CHECK(wrong.diagnostics[0].place.column == 12); // the mark is no character of the text
}

TEST_CASE("20,000 characters are a long note, but a note")
{
    std::string note;
    for (int i = 0; i < 20'000; ++i)
        note += "\xC3\xA9"; // characters, not bytes
    const Case group = good(with_members("\"group\": {\"notes\": {\"motive.workforce\": \"" + note + "\"}}"));
    CHECK(group.notes == Notes{{{"motive.workforce"}, note}});
}

TEST_CASE("a missing or unreadable file is an error with its name")
{
    const LoadedCase missing = load_case("no such folder/x.fedcase", samples::rules());
    CHECK_FALSE(missing.group);
    REQUIRE(missing.diagnostics.size() == 1);
    CHECK(missing.diagnostics[0].code == "file.missing");
    CHECK(missing.diagnostics[0].place.file == "no such folder/x.fedcase");
    const LoadedCase folder = load_case(FEDADVISE_EXAMPLES_DIR, samples::rules());
    CHECK_FALSE(folder.group);
    REQUIRE(folder.diagnostics.size() == 1);
    CHECK(folder.diagnostics[0].code == "file.is-folder");
}

TEST_CASE("a number of practices that differs from the practices listed is pointed out")
{
    struct Row
    {
        std::string count;
        std::size_t warnings;
    };
    for (const Row& row : {Row{"1", 1}, Row{"2", 0}, Row{"24", 1}})
    {
        CAPTURE(row.count);
        const LoadedCase loaded = read_case(R"({ "format": "federation-adviser case", "version": 1,
  "group": { "answers": { "practice-count": )" + row.count + R"( } },
  "practices": [ { "id": "a" }, { "id": "b" } ] })", "counts.fedcase", samples::rules());
        CHECK(loaded.group);
        REQUIRE(loaded.diagnostics.size() == row.warnings);
        if (row.warnings > 0)
            CHECK(loaded.diagnostics[0].code == "casefile.count-differs");
    }
}

TEST_CASE("free practice ids count from the first gap")
{
    Case group;
    CHECK(free_practice_id(group) == "p1");
    group.practices.resize(2);
    group.practices[0].id = "p1";
    group.practices[1].id = "p3";
    CHECK(free_practice_id(group) == "p2");
}
}
