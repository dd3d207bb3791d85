#include "samples.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::listed;
using samples::with_answers;
using samples::with_members;

namespace
{

struct Row
{
    std::string name, json, code;
    int line;
    std::string element;
    std::string says; ///< a part of the message or of the advice
};

void check_each(const std::vector<Row>& rows)
{
    for (const Row& row : rows)
    {
        const LoadedCase loaded = samples::read(row.json);
        INFO(row.name << "\n" << listed(loaded.diagnostics));
        CHECK_FALSE(loaded.group.has_value());
        CHECK(loaded.diagnostics.size() == 1);
        if (loaded.diagnostics.size() != 1)
            continue; // the other rows are worth a look all the same
        const foundation::Diagnostic& fault = loaded.diagnostics[0];
        CHECK(fault.code == row.code);
        CHECK(fault.severity == foundation::Severity::Error);
        CHECK(fault.place.file == "test.fedcase");
        CHECK(fault.place.line == row.line);
        CHECK(fault.place.column > 0);
        CHECK(fault.place.element == row.element);
        CHECK_FALSE(fault.message.empty());
        CHECK_FALSE(fault.advice.empty());
        INFO("expected in its words: " << row.says);
        CHECK((fault.message + " " + fault.advice).find(row.says) != std::string::npos);
    }
}

Row of_group(const std::string& name, const std::string& member, const std::string& code, const std::string& question, const std::string& says)
{
    return {name, with_answers(member), code, 3, "group.answers." + question, says};
}

Row of_practice(const std::string& name, const std::string& member, const std::string& code, const std::string& question, const std::string& says)
{
    return {name, with_answers("", member), code, 6, "practices[0].answers." + question, says};
}

} // namespace

TEST_SUITE("mistakes in case files")
{
TEST_CASE("every wrong answer is named with its line and its path")
{
    check_each({
        of_group("a misspelt question", R"("jurisdicton": "england")", "casefile.unknown-question", "jurisdicton", "Did you mean 'jurisdiction'?"),
        of_group("a question like no other", R"("colour-of-the-door": "red")", "casefile.unknown-question", "colour-of-the-door", "fedadvise questions"),
        of_practice("a misspelt question of a practice", R"("list-sise": 9100)", "casefile.unknown-question", "list-sise", "Did you mean 'list-size'?"),
        of_group("an empty question", R"("": 1)", "casefile.unknown-question", "", "no question ''"),
        of_group("a misspelt option", R"("jurisdiction": "englund")", "casefile.bad-option", "jurisdiction", "Did you mean 'england'?"),
        of_group("an option like no other", R"("jurisdiction": "atlantis")", "casefile.bad-option", "jurisdiction", "scotland"),
        of_group("an empty option", R"("jurisdiction": "")", "casefile.bad-option", "jurisdiction", "wales"),
        of_group("an option of a set", R"("owners": ["practices", "partices"])", "casefile.bad-option", "owners", "partices"),
        of_practice("words for a number", R"("list-size": "many")", "casefile.bad-number", "list-size", "whole number"),
        of_practice("an empty number", R"("list-size": "")", "casefile.bad-number", "list-size", "whole number"),
        of_practice("a decimal", R"("list-size": 9100.5)", "casefile.bad-number", "list-size", "9100.5"),
        of_practice("a decimal that is whole", R"("list-size": 9100.0)", "casefile.bad-number", "list-size", "whole number"),
        of_practice("an exponent", R"("list-size": 9e3)", "casefile.bad-number", "list-size", "9e3"),
        of_practice("more digits than any number has", R"("list-size": 99999999999999999999)", "casefile.bad-number", "list-size", "99999999999999999999"),
        of_practice("a comma between thousands, which only people may write", R"("list-size": "9,100")", "casefile.bad-number", "list-size", "9,100"),
        of_practice("a decimal comma", R"("list-size": "0,5")", "casefile.bad-number", "list-size", "0,5"),
        of_group("a comma on a scale", R"("motive.workforce": "2,5")", "casefile.bad-number", "motive.workforce", "2,5"),
        of_group("a comma that hides a number on a scale", R"("motive.workforce": ",2")", "casefile.bad-number", "motive.workforce", ",2"),
        of_group("a scale above its end", R"("motive.workforce": 4)", "casefile.out-of-range", "motive.workforce", "from 0 to 3"),
        of_group("a scale below its start", R"("motive.workforce": -1)", "casefile.out-of-range", "motive.workforce", "from 0 to 3"),
        of_practice("a scale that starts at 1", R"("readiness.RR01": 0)", "casefile.out-of-range", "readiness.RR01", "from 1 to 5"),
        of_practice("fewer than no patients", R"("list-size": -1)", "casefile.out-of-range", "list-size", "0 or more"),
        of_practice("more than all patients there ever were", R"("list-size": 1000000000001)", "casefile.out-of-range", "list-size", "1000000000001"),
        of_group("true", R"("contiguous": true)", "casefile.wrong-type", "contiguous", "wrong type"),
        of_group("false", R"("contiguous": false)", "casefile.wrong-type", "contiguous", "wrong type"),
        of_group("null", R"("jurisdiction": null)", "casefile.wrong-type", "jurisdiction", "leave the question out"),
        of_group("an object", R"("jurisdiction": {"value": "england"})", "casefile.wrong-type", "jurisdiction", "wrong type"),
        of_group("an empty object", R"("owners": {})", "casefile.wrong-type", "owners", "wrong type"),
        of_group("a number for a choice", R"("jurisdiction": 1)", "casefile.wrong-type", "jurisdiction", "quotation marks"),
        of_group("a number for a set", R"("owners": 1)", "casefile.wrong-type", "owners", "quotation marks"),
        of_practice("a number for a text", R"("pcn-name": 1)", "casefile.wrong-type", "pcn-name", "quotation marks"),
        of_group("a number for a date", R"("as-at": 2026)", "casefile.wrong-type", "as-at", "quotation marks"),
        of_group("a list for a choice", R"("jurisdiction": ["england"])", "casefile.wrong-type", "jurisdiction", "not a list"),
        of_practice("a list for a number", R"("list-size": [9100])", "casefile.wrong-type", "list-size", "list"),
        of_group("an empty list for a choice", R"("jurisdiction": [])", "casefile.wrong-type", "jurisdiction", "not a list"),
        of_group("numbers in a set", R"("owners": ["gps", 1])", "casefile.wrong-type", "owners", "quotation marks"),
        of_group("a list in a set", R"("owners": [["gps"]])", "casefile.wrong-type", "owners", "quotation marks"),
        of_group("an empty set", R"("owners": [])", "casefile.empty-set", "owners", "leave the question out"),
        of_group("a set of no words", R"("owners": " ")", "casefile.empty-set", "owners", "leave the question out"),
        of_group("none beside others", R"("capital": ["bank", "none"])", "casefile.bad-option", "capital", "'none' beside other answers"),
        of_group("unknown in a list", R"("capital": ["bank", "unknown"])", "casefile.bad-option", "capital", "cannot stand in the list"),
        of_group("unknown beside others", R"("owners": ["gps", "unknown"])", "casefile.bad-option", "owners", "unknown"),
        of_group("an option named twice", R"("owners": ["gps", "gps"])", "casefile.duplicate-key", "owners", "twice"),
        of_practice("a text of spaces", R"("pcn-name": "  ")", "casefile.empty-text", "pcn-name", "leave the question out"),
        of_group("a date that does not exist", R"("as-at": "2026-02-30")", "casefile.bad-date", "as-at", "2026-11-22"),
        of_group("a question of the practices", R"("list-size": 9100)", "casefile.wrong-scope", "list-size", "each practice"),
        of_practice("a question of the group", R"("jurisdiction": "england")", "casefile.wrong-scope", "jurisdiction", "once for the group"),
        of_group("a question answered twice", R"("jurisdiction": "england", "jurisdiction": "england")", "casefile.duplicate-key", "jurisdiction", "twice"),
        of_group("a question answered twice, once by an escape", R"("jurisdiction": "england", "j\u0075risdiction": "wales")", "casefile.duplicate-key", "jurisdiction", "twice"),
    });
}

TEST_CASE("every fault of the file around the answers is named")
{
    check_each({
        {"no format", R"({"version": 1})", "casefile.missing-key", 1, "", "\"format\""},
        {"no version", R"({"format": "federation-adviser case"})", "casefile.missing-key", 1, "", "\"version\""},
        {"another format", "{\n\"format\": \"shopping list\", \"version\": 1}", "casefile.bad-format", 2, "format", "federation-adviser case"},
        {"a format that is no text", "{\n\"format\": 1, \"version\": 1}", "casefile.wrong-type", 2, "format", "text"},
        {"version 0", "{\"format\": \"federation-adviser case\",\n\"version\": 0}", "casefile.bad-version", 2, "version", "whole number"},
        {"version -1", "{\"format\": \"federation-adviser case\",\n\"version\": -1}", "casefile.bad-version", 2, "version", "whole number"},
        {"version 1.0", "{\"format\": \"federation-adviser case\",\n\"version\": 1.0}", "casefile.bad-version", 2, "version", "whole number"},
        {"version one", "{\"format\": \"federation-adviser case\",\n\"version\": \"one\"}", "casefile.bad-version", 2, "version", "whole number"},
        {"version null", "{\"format\": \"federation-adviser case\",\n\"version\": null}", "casefile.bad-version", 2, "version", "whole number"},
        {"version [1]", "{\"format\": \"federation-adviser case\",\n\"version\": [1]}", "casefile.bad-version", 2, "version", "whole number"},
        {"a version that does not fit", "{\"format\": \"federation-adviser case\",\n\"version\": 4294967297}", "casefile.bad-version", 2, "version", "whole number"},
        {"a list at the top", "\n[]", "casefile.wrong-type", 2, "", "begins with {"},
        {"a text at the top", "\"federation-adviser case\"", "casefile.wrong-type", 1, "", "begins with {"},
        {"a number at the top", "1", "casefile.wrong-type", 1, "", "begins with {"},
        {"null at the top", "null", "casefile.wrong-type", 1, "", "begins with {"},
        {"a bad date", with_members(R"("as-at": "22.11.2026")"), "casefile.bad-date", 2, "as-at", "2026-11-22"},
        {"an empty date", with_members(R"("as-at": "")"), "casefile.bad-date", 2, "as-at", "2026-11-22"},
        {"a number for the date", with_members(R"("as-at": 2026)"), "casefile.wrong-type", 2, "as-at", "text"},
        {"two dates", with_members(R"("as-at": "2026-11-22", "group": {"answers": {"as-at": "2027-01-01"}})"), "casefile.two-dates", 1, "", "2027-01-01"},
        {"a misspelt key", with_members(R"("practises": [])"), "casefile.unknown-key", 2, "practises", "Did you mean \"practices\"?"},
        {"a misspelt key in the group", with_members(R"("group": {"answer": {}})"), "casefile.unknown-key", 2, "group.answer", "Did you mean \"answers\"?"},
        {"a misspelt key in a practice", with_members(R"("practices": [{"id": "p1", "nane": "x"}])"), "casefile.unknown-key", 2, "practices[0].nane", "Did you mean \"name\"?"},
        {"a misspelt key in a respondent", with_members(R"("practices": [{"id": "p1", "respondents": [{"rolle": "x"}]}])"), "casefile.unknown-key", 2,
         "practices[0].respondents[0].rolle", "Did you mean \"role\"?"},
        {"a key twice at the top", with_members("\"title\": \"a\",\n\"title\": \"a\""), "casefile.duplicate-key", 3, "title", "twice"},
        {"the version twice", with_members(R"("version": 1)"), "casefile.duplicate-key", 2, "version", "twice"},
        {"answers that are a number", with_members(R"("group": {"answers": 5})"), "casefile.wrong-type", 2, "group.answers", "object"},
        {"a title that is no text", with_members(R"("title": 5)"), "casefile.wrong-type", 2, "title", "quotation marks"},
        {"a group that is no object", with_members(R"("group": [])"), "casefile.wrong-type", 2, "group", "object"},
        {"a group that is null", with_members(R"("group": null)"), "casefile.wrong-type", 2, "group", "object"},
        {"answers in a list", with_members(R"("group": {"answers": []})"), "casefile.wrong-type", 2, "group.answers", "object"},
        {"notes in a list", with_members(R"("group": {"notes": []})"), "casefile.wrong-type", 2, "group.notes", "object"},
        {"a note that is no text", with_members(R"("group": {"notes": {"jurisdiction": 5}})"), "casefile.wrong-type", 2, "group.notes.jurisdiction", "text"},
        {"a note to no question", with_members(R"("group": {"notes": {"jurisdicton": "x"}})"), "casefile.unknown-question", 2, "group.notes.jurisdicton",
         "Did you mean 'jurisdiction'?"},
        {"two notes to a question", with_members(R"("group": {"notes": {"jurisdiction": "x", "jurisdiction": "y"}})"), "casefile.duplicate-key", 2,
         "group.notes.jurisdiction", "two notes"},
        {"practices in an object", with_members(R"("practices": {})"), "casefile.wrong-type", 2, "practices", "list"},
        {"a practice that is a text", with_members(R"("practices": ["p1"])"), "casefile.wrong-type", 2, "practices[0]", "object"},
        {"a practice without id", with_members("\"practices\": [\n{\"name\": \"x\"}]"), "casefile.missing-key", 3, "practices[0]", "\"id\""},
        {"a practice with an empty id", with_members("\"practices\": [\n{\"id\": \" \"}]"), "casefile.missing-key", 3, "practices[0]", "\"id\""},
        {"a practice with a number for an id", with_members(R"("practices": [{"id": 5}])"), "casefile.wrong-type", 2, "practices[0].id", "quotation marks"},
        {"two practices with one id", with_members("\"practices\": [{\"id\": \"p1\"},\n{\"id\": \"p1\"}]"), "casefile.duplicate-id", 3, "practices[1]", "p1"},
        {"respondents in an object", with_members(R"("practices": [{"id": "p1", "respondents": {}}])"), "casefile.wrong-type", 2, "practices[0].respondents", "list"},
        {"a respondent that is a number", with_members(R"("practices": [{"id": "p1", "respondents": [1]}])"), "casefile.wrong-type", 2, "practices[0].respondents[0]", "object"},
        {"a bad answer of the second respondent", with_members("\"practices\": [{\"id\": \"p1\", \"respondents\": [{},\n{\"answers\": {\"readiness.RR01\": 6}}]}]"),
         "casefile.out-of-range", 3, "practices[0].respondents[1].answers.readiness.RR01", "from 1 to 5"},
    });
}

TEST_CASE("a text of more than 20,000 characters is refused")
{
    const std::string text(20'001, 'a');
    check_each({
        {"a note", with_members("\"group\": {\"notes\": {\"motive.workforce\": \"" + text + "\"}}"), "casefile.too-long", 2, "group.notes.motive.workforce", "20,000"},
        {"a title", with_members("\"title\": \"" + text + "\""), "casefile.too-long", 2, "title", "20,000"},
        of_practice("an answer", "\"pcn-name\": \"" + text + "\"", "casefile.too-long", "pcn-name", "20,000"),
    });
}

TEST_CASE("JSON that is broken is refused at its place")
{
    struct Broken
    {
        std::string name, json;
        int line, column;
    };
    const Broken rows[] = {
        {"nothing", "", 1, 1},
        {"only spaces", " \n ", 2, 2},
        {"an open brace", "{", 1, 2},
        {"a key without quotation marks", "{format: 1}", 1, 2},
        {"single quotation marks", "{'format': 1}", 1, 2},
        {"no colon", "{\"a\" 1}", 1, 6},
        {"no value", "{\"a\": }", 1, 7},
        {"no comma", "{\"a\": 1\n\"b\": 2}", 2, 1},
        {"a comma too many in an object", "{\"a\": 1,}", 1, 9},
        {"a comma too many in a list", "[1,]", 1, 4},
        {"two commas", "[1,,2]", 1, 4},
        {"the wrong bracket", "[1}", 1, 3},
        {"no closing quotation mark", "{\"a\": \"b}", 1, 10},
        {"a line break in a text", "{\"a\": \"b\nc\"}", 1, 9},
        {"a NUL in a text", std::string("{\"a\": \"b\0c\"}", 12), 1, 9},
        {"a NUL at the end", std::string("{}\0", 3), 1, 3},
        {"an escape of nothing", R"({"a": "\x"})", 1, 9},
        {"an escape at the end", "\"\\", 1, 3},
        {"half an escape", R"(["\u12"])", 1, 7},
        {"half of a surrogate pair", R"(["\ud83c"])", 1, 8},
        {"the second half alone", R"(["\udfe5"])", 1, 8},
        {"a pair of two first halves", R"(["\ud83c\ud83c"])", 1, 0},
        {"a first half before a letter", R"(["\ud83c\u0041"])", 1, 0},
        {"capital letters", "[True]", 1, 2},
        {"half a word", "[tru]", 1, 2},
        {"not a number", "[NaN]", 1, 2},
        {"an infinite number", "[-Infinity]", 1, 2},
        {"a plus", "[+1]", 1, 2},
        {"a leading nought", "[01]", 1, 0},
        {"a point without decimals", "[1.]", 1, 2},
        {"a point without a whole part", "[.5]", 1, 2},
        {"an exponent of nothing", "[1e]", 1, 2},
        {"a hexadecimal number", "[0x10]", 1, 3},
        {"a decimal comma outside quotation marks", "{\"a\": 0,5}", 1, 9},
        {"a comment", "{} // mine", 1, 4},
        {"a comment inside", "{ /* mine */ }", 1, 3},
        {"data behind the end", "{}\n{}", 2, 1},
        {"a brace too many", "{}}", 1, 3},
        {"a vertical tab between", "{\v}", 1, 2},
        {"a space that does not break", "{\xC2\xA0}", 1, 2},
        {"XML", "<case/>", 1, 1},
    };
    for (const Broken& row : rows)
    {
        const LoadedCase loaded = samples::read(row.json);
        INFO(row.name << "\n" << listed(loaded.diagnostics));
        CHECK_FALSE(loaded.group.has_value());
        REQUIRE(loaded.diagnostics.size() == 1);
        CHECK(loaded.diagnostics[0].code == "casefile.malformed-json");
        CHECK(loaded.diagnostics[0].place.line == row.line);
        if (row.column > 0)
            CHECK(loaded.diagnostics[0].place.column == row.column);
        CHECK_FALSE(loaded.diagnostics[0].advice.empty());
    }
}

TEST_CASE("an unknown key that stands twice is an error too")
{
    const LoadedCase loaded = samples::read(with_members("\"zz-new\": 1,\n\"zz-new\": 1"));
    CHECK_FALSE(loaded.group.has_value());
    REQUIRE(loaded.diagnostics.size() == 2);
    CHECK(loaded.diagnostics[0].severity == foundation::Severity::Warning);
    CHECK(loaded.diagnostics[1].code == "casefile.duplicate-key");
    CHECK(loaded.diagnostics[1].place.line == 3);
}

TEST_CASE("half a surrogate pair is refused where it stands")
{
    const LoadedCase loaded = samples::read("{\n\"title\": \"\\ud83c\\u0041\"}");
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "casefile.malformed-json");
    CHECK(loaded.diagnostics[0].place.line == 2);
}

TEST_CASE("what is not UTF-8 is refused at its place")
{
    struct NotUtf8
    {
        std::string name, bytes;
    };
    const NotUtf8 rows[] = {
        {"Latin-1", "caf\xE9"},       {"overlong", "\xC0\xAF"},        {"a surrogate", "\xED\xA0\x80"}, {"above U+10FFFF", "\xF4\x90\x80\x80"},
        {"a lone continuation", "\x80"}, {"a cut character", "\xE2\x82"}, {"FE FF", "\xFE\xFF"},
    };
    for (const NotUtf8& row : rows)
    {
        CAPTURE(row.name);
        const LoadedCase loaded = samples::read(with_members("\"title\":\n\"" + row.bytes + "\""));
        CHECK_FALSE(loaded.group.has_value());
        REQUIRE(loaded.diagnostics.size() == 1);
        CHECK(loaded.diagnostics[0].code == "casefile.not-utf8");
        CHECK(loaded.diagnostics[0].place.line == 3);
    }
    const LoadedCase wide = samples::read(std::string("\xFF\xFE{\0}\0", 6)); // UTF-16, as Notepad once wrote "Unicode"
    REQUIRE(wide.diagnostics.size() == 1);
    CHECK(wide.diagnostics[0].code == "casefile.not-utf8");
}

TEST_CASE("all faults of a file come at once, in the order of the file")
{
    const LoadedCase loaded = samples::read(R"({ "version": 0,
  "title": 5,
  "as-at": "soon",
  "group": { "answers": { "jurisdiction": "englund",
                          "owners": [],
                          "list-size": 3 },
             "notes": { "nothing-like-it-anywhere": "x" } },
  "practices": [ { "id": "p1", "answers": { "list-size": "many" } },
                 { "id": "p1", "nane": "x",
                   "respondents": [ { "answers": { "readiness.RR01": 9,
                                                   "readiness.RR02": null } } ] } ] })");
    INFO(listed(loaded.diagnostics));
    CHECK_FALSE(loaded.group.has_value());
    const std::vector<std::pair<int, std::string>> expected = {
        {1, "casefile.missing-key"},      {1, "casefile.bad-version"}, {2, "casefile.wrong-type"},  {3, "casefile.bad-date"},    {4, "casefile.bad-option"},
        {5, "casefile.empty-set"},        {6, "casefile.wrong-scope"}, {7, "casefile.unknown-question"}, {8, "casefile.bad-number"}, {9, "casefile.duplicate-id"},
        {9, "casefile.unknown-key"},      {10, "casefile.out-of-range"}, {11, "casefile.wrong-type"},
    };
    std::vector<std::pair<int, std::string>> found;
    for (const foundation::Diagnostic& d : loaded.diagnostics)
        found.emplace_back(d.place.line, d.code);
    CHECK(found == expected);
}
}
