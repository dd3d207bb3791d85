// Test files (*.fedtest): what they may hold, and every mistake with its line and advice.
#include "casefile/test_file.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace fedadvise::casefile
{

namespace fs = std::filesystem;

namespace
{

LoadedCase no_case(const std::string& name)
{
    LoadedCase missing;
    missing.diagnostics.push_back(
        {"file.missing", foundation::Severity::Error, {name, 0, 0, ""}, "There is no such file.", "Check the name."});
    return missing;
}

LoadedTestFile read(const std::string& text, const CaseSource& source = no_case)
{
    return read_tests(text, "test.fedtest", samples::rules(), source);
}

TestFile good(const std::string& text, const CaseSource& source = no_case)
{
    LoadedTestFile loaded = read(text, source);
    INFO(samples::listed(loaded.diagnostics));
    REQUIRE(loaded.file.has_value());
    CHECK(loaded.diagnostics.empty());
    return std::move(*loaded.file);
}

const std::string two_cases = R"(# A comment.
Case: Five practices that want to bid together   # and one here
Because: A club cannot sign,
Because: and nobody wants to merge.
as-at: 2026-11-22
jurisdiction: england
motive.extend-services: 3
owners: gps, practices
commissioner: unknown
Practice: Hill Surgery
  list-size: 9,100
  Respondent: partner
    readiness.RR01: 4
  Respondent: partner
    readiness.RR01: 2
  contract-type: gms
Practice: Lake Surgery
  list-size: 4000
Must lead: federation-company or contractual-alliance
Must be ruled out: llp by HC-01, cio by HC-02a and HC-02
Must say: HC-01 for llp, MO30

Case: Another
  Must not lead: llp
)";

LoadedCase small_case(const std::string& name)
{
    CHECK(name == "small.fedcase");
    return read_case(R"({ "format": "federation-adviser case", "version": 1, "title": "Small", "as-at": "2025-01-02",
        "group": { "answers": { "jurisdiction": "wales", "lmc": "engaged" } },
        "practices": [ { "id": "p1", "name": "Hill", "answers": { "list-size": 9100 } },
                       { "id": "p2", "name": "Lake", "answers": { "list-size": 5000 } } ] })",
                     name, samples::rules());
}

} // namespace

TEST_SUITE("test file")
{
TEST_CASE("a file holds cases with answers, practices, respondents and expectations")
{
    const TestFile file = good(two_cases);
    REQUIRE(file.cases.size() == 2);
    const TestCase& test = file.cases[0];
    CHECK(test.title == "Five practices that want to bid together");
    CHECK(test.because == "A club cannot sign, and nobody wants to merge.");
    CHECK(test.place.line == 2);
    CHECK(test.group.as_at == foundation::Date{2026, 11, 22});
    CHECK(test.group.answers.at({"jurisdiction"}) == Answer{Choice{"england"}});
    CHECK(test.group.answers.at({"owners"}) == Answer{Choices{{"gps", "practices"}}});
    CHECK(test.group.answers.at({"commissioner"}) == Answer{Unknown{}});
    REQUIRE(test.group.practices.size() == 2);
    CHECK(test.group.practices[0].id == "p1");
    CHECK(test.group.practices[0].name == "Hill Surgery");
    CHECK(test.group.practices[0].answers.at({"list-size"}) == Answer{Number{9100}});
    CHECK(test.group.practices[0].answers.at({"contract-type"}) == Answer{Choice{"gms"}});
    REQUIRE(test.group.practices[0].respondents.size() == 2);
    CHECK(test.group.practices[0].respondents[1].answers.at({"readiness.RR01"}) == Answer{Number{2}});
    CHECK(test.group.practices[1].answers.size() == 1);
}

TEST_CASE("expectations name options, rules, and what belongs to them")
{
    const TestFile file = good(two_cases);
    const auto& expected = file.cases[0].expectations;
    REQUIRE(expected.size() == 3);
    CHECK(expected[0].kind == ExpectationKind::Leads);
    CHECK(expected[0].any);
    CHECK(expected[0].written == "Must lead: federation-company or contractual-alliance");
    CHECK(expected[0].place.line == 19);
    REQUIRE(expected[1].items.size() == 2);
    CHECK_FALSE(expected[1].any);
    CHECK(expected[1].items[0].option.value == "llp");
    CHECK(expected[1].items[0].by == std::vector<rulebase::RuleId>{{"HC-01"}});
    CHECK(expected[1].items[1].by == std::vector<rulebase::RuleId>{{"HC-02a"}, {"HC-02"}});
    REQUIRE(expected[2].items.size() == 2);
    CHECK(expected[2].items[0].at == std::vector<rulebase::OptionId>{{"llp"}});
    CHECK(expected[2].items[1].at.empty());
}

TEST_CASE("every kind of expectation can be written, whatever its capitals and spaces")
{
    const std::string lines =
        "must lead: pcn\nMust Not Lead: pcn\nIn the  first three: pcn\nMay be shown: llp\n"
        "Must not be shown: llp\nMust be ruled out: llp\nMust not be ruled out: llp by HC-01\n"
        "Must wait: pcn by readiness\nMust not wait: pcn\nMust point towards: llp\n"
        "Must point away: llp\nMay go together: pcn with contract\n"
        "Must not go together: pcn with llp, pcn with cio\nMust be warned: HC-01\n"
        "Must not be warned: HC-01\nMust say: HC-01\nMust not say: HC-01\nMust hold: HC-01\n"
        "Must not hold: HC-01\nCannot tell: HC-01\nPoints: llp -2, pcn 7\nNext steps: HC-01 0\nDeepest step: g4\n"
        "Lesson raised: 1, 10\nLesson not raised: 3\n";
    const auto expected = good("Case: All kinds\n" + lines).cases[0].expectations;
    REQUIRE(expected.size() == 25);
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(static_cast<std::size_t>(expected[i].kind) <= static_cast<std::size_t>(ExpectationKind::NoLesson));
    CHECK(expected[7].items[0].by_readiness);
    CHECK(expected[12].items[1].vehicle.value == "cio");
    CHECK(expected[20].items[0].number == -2);
    CHECK(expected[22].items[0].depth == std::size_t{4});
    CHECK(expected[23].items[1].number == 10);
}

TEST_CASE("one line can answer a whole family, but for the questions that have a line of their own")
{
    const auto answers =
        good("Case: A\nreadiness.RR02: 1\nreadiness.*: 4\nreadiness.RR10: 2\nMust lead: pcn\n").cases[0].group.answers;
    CHECK(answers.size() == 18);
    CHECK(answers.at({"readiness.RR01"}) == Answer{Number{4}});
    CHECK(answers.at({"readiness.RR02"}) == Answer{Number{1}});
    CHECK(answers.at({"readiness.RR10"}) == Answer{Number{2}});
    CHECK(read("Case: A\nreadiness.*: 9\nMust lead: pcn\n").diagnostics.size() == 1);
    CHECK(read("Case: A\nreadyness.*: 4\nMust lead: pcn\n").diagnostics.size() == 1);
    CHECK(read("Case: A\ndeal.*: done\ndeal.*: done\nMust lead: pcn\n").diagnostics.size() == 1);
}

TEST_CASE("a case without a date is judged on the rule base's own day")
{
    CHECK(good(two_cases).cases[1].group.as_at == samples::rules().as_at);
}

TEST_CASE("a case can begin with a case file and change its answers")
{
    const TestCase test = good("Case: Changed\nFrom: small.fedcase\nRemove practice: Lake\nlmc: unanswered\n"
                               "jurisdiction: england\nPractice: Hill\n  list-size: 8000\nPractice: Moor\n"
                               "  list-size: 1\nMust lead: pcn\n",
                               small_case)
                              .cases[0];
    CHECK(test.group.title == "Changed");
    CHECK(test.group.as_at == foundation::Date{2025, 1, 2});
    CHECK(test.group.answers.size() == 1);
    CHECK(test.group.answers.at({"jurisdiction"}) == Answer{Choice{"england"}});
    REQUIRE(test.group.practices.size() == 2);
    CHECK(test.group.practices[0].answers.at({"list-size"}) == Answer{Number{8000}});
    CHECK(test.group.practices[1].name == "Moor");
    CHECK(test.group.practices[1].id != test.group.practices[0].id);
}

TEST_CASE("every mistake is named with its line and advice")
{
    struct Row
    {
        std::string text, code;
        int line;
        std::string advice; ///< part of it
    };
    const std::string end = "Must lead: pcn\n";
    const Row rows[] = {
        {"", "fedtest.no-cases", 0, "Case: "},
        {"jurisdiction: england\nCase: A\n" + end, "fedtest.no-case", 1, "Begin a case"},
        {"Case:\n" + end, "fedtest.no-title", 1, "few words"},
        {"Case: A\n", "fedtest.no-expectation", 1, "Must lead"},
        {"Case: A\n" + end + "Case: A\n" + end, "fedtest.duplicate-title", 3, "another title"},
        {"Case: A\nnonsense\n" + end, "fedtest.no-colon", 2, "colon"},
        {"Case: A\nas-at: 22.11.2026\n" + end, "casefile.bad-date", 2, "2026-11-22"},
        {"Case: A\nas-at: 2026-11-22\nas-at: 2026-11-23\n" + end, "casefile.duplicate-key", 3, "one of them"},
        {"Case: A\njurisdicton: england\n" + end, "casefile.unknown-question", 2, "'jurisdiction'"},
        {"Case: A\nMust led: pcn\n", "casefile.unknown-question", 2, "'Must lead'"},
        {"Case: A\njurisdiction: englend\n" + end, "casefile.bad-option", 2, "'england'"},
        {"Case: A\njurisdiction: wales\njurisdiction: england\n" + end, "casefile.duplicate-key", 3, "one of the"},
        {"Case: A\nowners: gps, gps\n" + end, "casefile.duplicate-key", 2, "one of them"},
        {"Case: A\nowners:\n" + end, "casefile.empty-set", 2, "at least one"},
        {"Case: A\nmotive.succession: 4\n" + end, "casefile.out-of-range", 2, "from 0 to 3"},
        {"Case: A\nturnover: much\n" + end, "casefile.bad-number", 2, "whole number"},
        {"Case: A\nlist-size: 5\n" + end, "casefile.wrong-scope", 2, "Practice:"},
        {"Case: A\nPractice: X\n  jurisdiction: wales\n" + end, "casefile.wrong-scope", 3, "above"},
        {"Case: A\nPractice: X\n  list-size: 5\n  list-size: 6\n" + end, "casefile.duplicate-key", 4, "one of the"},
        {"Case: A\nPractice: X\nPractice: X\n" + end, "casefile.duplicate-id", 3, "another name"},
        {"Case: A\nPractice:\n" + end, "fedtest.no-title", 2, "name"},
        {"Case: A\nRespondent: partner\n" + end, "fedtest.misplaced", 2, "Indent"},
        {"Case: A\nPractice: X\n  list-size: 5\n\tcontract-type: gms\n" + end, "fedtest.mixed-indentation", 4,
         "spaces"},
        {"Case: A\npractice-count: 1\nPractice: X\nPractice: Y\n" + end, "casefile.count-differs", 1, "remove"},
        {"Case: A\nlmc: unanswered\n" + end, "fedtest.nothing-to-remove", 2, "Leave"},
        {"Case: A\nRemove practice: X\n" + end, "fedtest.unknown-practice", 2, "practices are"},
        {"Case: A\nlmc: engaged\nFrom: x.fedcase\n" + end, "fedtest.late-from", 3, "right below"},
        {"Case: A\nMust lead: pnc\n", "fedtest.unknown-id", 2, "'pcn'"},
        {"Case: A\nMust hold: HC-001\n", "fedtest.unknown-id", 2, "'HC-01'"},
        {"Case: A\nMust be ruled out: llp by HC-0x1\n", "fedtest.unknown-id", 2, "'HC-01'"},
        {"Case: A\nMust be ruled out: llp by\n", "fedtest.unclear", 2, "by HC-01"},
        {"Case: A\nMust be ruled out: by HC-01\n", "fedtest.unclear", 2, "by HC-01"},
        {"Case: A\nMust lead:\n", "fedtest.empty", 2, "like this"},
        {"Case: A\nMust lead: pcn llp\n", "fedtest.unclear", 2, "commas"},
        {"Case: A\nMust lead: pcn,\n", "fedtest.unclear", 2, "like this"},
        {"Case: A\nMust lead: , pcn\n", "fedtest.unclear", 2, "like this"},
        {"Case: A\nMust lead: pcn or llp, cio\n", "fedtest.unclear", 2, "two lines"},
        {"Case: A\nMust lead: pcn and llp or cio\n", "fedtest.unclear", 2, "two lines"},
        {"Case: A\nPoints: llp\n", "fedtest.unclear", 2, "9"},
        {"Case: A\nPoints: llp many\n", "fedtest.bad-number", 2, "9"},
        {"Case: A\nNext steps: HC-01\n", "fedtest.unclear", 2, "NS-20 3"},
        {"Case: A\nPoints: 9 llp\n", "fedtest.unknown-id", 2, "Known are"},
        {"Case: A\nMay go together: pcn\n", "fedtest.unclear", 2, "with"},
        {"Case: A\nMay go together: pcn with pcn-company\n", "fedtest.unknown-id", 2, "Known are"},
        {"Case: A\nMay go together: llp with pcn\n", "fedtest.unknown-id", 2, "Known are"},
        {"Case: A\nDeepest step: g9\n", "fedtest.unknown-id", 2, "g7"},
        {"Case: A\nDeepest step: g1, g2\n", "fedtest.unclear", 2, "g4"},
        {"Case: A\nLesson raised: 11\n", "fedtest.unknown-id", 2, "1 to 10"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.text);
        const LoadedTestFile loaded = read(row.text);
        CHECK_FALSE(loaded.file.has_value());
        REQUIRE(!loaded.diagnostics.empty());
        INFO(samples::listed(loaded.diagnostics));
        const auto& first = loaded.diagnostics[0];
        CHECK(loaded.diagnostics.size() == 1);
        CHECK(first.code == row.code);
        CHECK(first.place.line == row.line);
        CHECK(first.place.file == "test.fedtest");
        CHECK_MESSAGE(first.advice.find(row.advice) != std::string::npos, first.advice);
    }
}

TEST_CASE("all mistakes of a file come at once")
{
    const LoadedTestFile loaded =
        read("Case: A\njurisdiction: englend\nMust lead: pnc\nCase: B\nlmc: maybe\nMust lead: pcn\n");
    CHECK(loaded.diagnostics.size() == 3);
}

TEST_CASE("a case file that cannot be read is named at its line")
{
    const LoadedTestFile loaded = read("Case: A\nFrom: missing.fedcase\nMust lead: pcn\n");
    REQUIRE(loaded.diagnostics.size() == 2);
    CHECK(loaded.diagnostics[0].code == "file.missing");
    CHECK(loaded.diagnostics[1].code == "fedtest.bad-from");
    CHECK(loaded.diagnostics[1].place.line == 2);
}

TEST_CASE("hostile text is refused or read, never worse")
{
    CHECK(read("Case: \xFF\nMust lead: pcn\n").diagnostics.at(0).code == "casefile.not-utf8");
    CHECK(read("a\nb\xC3\n").diagnostics.at(0).place.line == 2);
    CHECK(read(std::string(9'000'000, 'x')).diagnostics.at(0).code == "file.too-large");
    CHECK(read(std::string(100'000, '\n') + ":").diagnostics.size() == 1);
    CHECK(read(std::string(50'000, ':')).diagnostics.size() == 1);
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "nonsense\n";
    CHECK(read("Case: A\n" + many).diagnostics.size() <= 201);
    for (std::size_t length = 0; length < two_cases.size(); ++length)
        CHECK((read(two_cases.substr(0, length)).file.has_value() ||
               !read(two_cases.substr(0, length)).diagnostics.empty()));
}

TEST_CASE("line ends of Windows and a byte order mark change nothing")
{
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : two_cases)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(good(windows).cases[0].group == good(two_cases).cases[0].group);
}

TEST_CASE("a folder is read with its subfolders, in order of name")
{
    const fs::path folder = fs::temp_directory_path() / "fedadvise-test-files";
    fs::remove_all(folder);
    fs::create_directories(folder / "generated");
    CHECK(load_all_tests(folder, samples::rules()).diagnostics.at(0).code == "fedtest.empty-folder");
    for (const char* name : {"b.fedtest", "a.fedtest", "generated/c.fedtest", "notes.txt"})
        std::ofstream(folder / name) << "Case: A\nMust lead: pcn\n";
    const LoadedTests loaded = load_all_tests(folder, samples::rules());
    CHECK(loaded.diagnostics.empty());
    REQUIRE(loaded.files.size() == 3);
    CHECK(loaded.files[0].name.ends_with("a.fedtest"));
    CHECK_FALSE(loaded.files[1].generated);
    CHECK(loaded.files[2].generated);
    CHECK(load_all_tests(folder / "none.fedtest", samples::rules()).diagnostics.at(0).code == "file.missing");
    fs::remove_all(folder);
}

TEST_CASE("the help names every expectation")
{
    const std::string help = help_on_test_files();
    for (int kind = 0; kind <= static_cast<int>(ExpectationKind::NoLesson); ++kind)
    {
        const std::string phrase = phrase_of(static_cast<ExpectationKind>(kind));
        CHECK_MESSAGE(help.find("\n  " + phrase + ": ") != std::string::npos, phrase);
    }
}
} // TEST_SUITE("test file")

} // namespace fedadvise::casefile
