#include "samples.h"

#include "foundation/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::good;
using samples::listed;
namespace fs = std::filesystem;

namespace
{

/// A folder of its own that goes with it.
class Folder
{
public:
    Folder() : path(fs::temp_directory_path() / foundation::path_from_utf8("fedadvise T\xC5\xB7 \xE2\x82\xAC \xE8\xA8\xBA casefile"))
    {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path path;
};

/// How often a text stands in another.
std::size_t times(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

} // namespace

TEST_SUITE("case writer")
{
TEST_CASE("every example comes back as it was")
{
    const auto paths = samples::examples();
    REQUIRE(paths.size() >= 10);
    for (const fs::path& path : paths)
    {
        CAPTURE(path.filename().string());
        const LoadedCase first = load_case(path, samples::rules());
        INFO(listed(first.diagnostics));
        REQUIRE(first.group.has_value());
        CHECK(first.diagnostics.empty());
        const std::string text = case_text(*first.group);
        CHECK(text == case_text(*first.group));
        const LoadedCase second = samples::read(text);
        INFO(listed(second.diagnostics));
        REQUIRE(second.group.has_value());
        CHECK(second.diagnostics.empty());
        CHECK(*second.group == *first.group);
        CHECK(case_text(*second.group) == text);
    }
}

TEST_CASE("one answer of every kind comes back as it was")
{
    Case group;
    group.title = "All kinds";
    group.as_at = foundation::Date{2026, 1, 2};
    group.answers = {{{"jurisdiction"}, Choice{"wales"}}, {{"owners"}, Choices{{"gps", "practices"}}}, {{"capital"}, Choices{{"none"}}},
                     {{"lmc"}, Unknown{}}, {{"turnover"}, Number{1'000'000'000'000}}, {{"motive.workforce"}, Number{0}}};
    group.notes = {{{"lmc"}, "line one\nline \"two\"\tend / \\ \xE2\x80\xA8"}};
    Practice practice;
    practice.id = "p1";
    practice.answers = {{{"pcn-name"}, Text{"k1 \"/\\ t"}}, {{"list-size"}, Number{0}}};
    Respondent respondent;
    respondent.answers = {{{"readiness.RR01"}, Unknown{}}};
    respondent.notes = {{{"readiness.RR01"}, "\"\""}};
    practice.respondents = {respondent, Respondent{}};
    group.practices = {practice};
    const std::string text = case_text(group);
    CHECK(good(text) == group);
    CHECK(text.find("\"list-size\": 0") != std::string::npos);
    CHECK(text.find("\"version\": 1,") != std::string::npos);
    CHECK(text.find("\\/") == std::string::npos);
    CHECK(text.back() == '\n');
}

TEST_CASE("a case that says nothing comes back as it was")
{
    CHECK(good(case_text(Case{})) == Case{});
    Case group;
    group.practices.resize(1);
    group.practices[0].id = "p1";
    CHECK(good(case_text(group)) == group);
}

TEST_CASE("the order in which a file gives answers does not change what is written")
{
    const std::string one = samples::with_answers(R"("jurisdiction": "england", "motive.workforce": 3)");
    const std::string other = samples::with_answers(R"("motive.workforce": "3", "jurisdiction": "england")");
    CHECK(case_text(good(one)) == case_text(good(other)));
}

TEST_CASE("a case is saved whole under a name that is not ASCII")
{
    const Folder folder;
    const fs::path path = folder.path / foundation::path_from_utf8("Meddygfa T\xC5\xB7 Gwyn \xF0\x9F\x8F\xA5.fedcase");
    const LoadedCase loaded = load_case(samples::examples().front(), samples::rules());
    REQUIRE(loaded.group.has_value());
    REQUIRE(save_case(path, *loaded.group).has_value());
    CHECK(samples::bytes_of(path) == case_text(*loaded.group));
    const LoadedCase again = load_case(path, samples::rules());
    REQUIRE(again.group.has_value());
    CHECK(*again.group == *loaded.group);
    REQUIRE(save_case(path, *again.group).has_value());
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("saving where there is no folder says so and leaves nothing")
{
    const Folder folder;
    const auto saved = save_case(folder.path / "no" / "such" / "x.fedcase", Case{});
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == "file.unwritable");
    CHECK(fs::is_empty(folder.path));
}
}

TEST_SUITE("what a newer version wrote")
{
TEST_CASE("unknown keys are kept to the byte, where they stood")
{
    const std::string values[] = {
        "true", "false", "null", "{}", "[]", "\"\"", "0", "-0.0", "1.50e+3", "12345678901234567890.123", "\"0\"", "[ 1,2 ,  [ ] ]", "\"a/b \\/ \\\" \\u00e9 \xC3\xA9 \\n\"",
        "{ \"a\" : { \"b\":[ null, {} , \"x\"] },\n  \"a\": 1 }", "\"t\"", "\"k0\"",
    };
    for (const std::string& value : values)
    {
        CAPTURE(value);
        const std::string json = "{\"format\": \"federation-adviser case\", \"version\": 7, \"zz-top\": " + value + ", \"group\": {\"zz-group\": " + value +
                                 "}, \"practices\": [{\"id\": \"p1\", \"zz-practice\": " + value + ", \"respondents\": [{\"role\": \"r\", \"zz-respondent\": " + value + "}]}]}";
        const Case group = good(json);
        CHECK(group.version == 7);
        CHECK(group.unknown_keys == UnknownKeys{{"zz-top", value}});
        CHECK(group.unknown_group_keys == UnknownKeys{{"zz-group", value}});
        REQUIRE(group.practices.size() == 1);
        CHECK(group.practices[0].unknown_keys == UnknownKeys{{"zz-practice", value}});
        REQUIRE(group.practices[0].respondents.size() == 1);
        CHECK(group.practices[0].respondents[0].unknown_keys == UnknownKeys{{"zz-respondent", value}});
        const std::string text = case_text(group);
        for (const std::string key : {"zz-top", "zz-group", "zz-practice", "zz-respondent"})
        {
            CAPTURE(key);
            CHECK(times(text, "\"" + key + "\": " + value) == 1);
        }
        CHECK(text.find("\"version\": 7") != std::string::npos);
        CHECK(good(text) == group);
        CHECK(case_text(good(text)) == text);
    }
}

TEST_CASE("keys with slashes, quotation marks, dots and control characters are kept")
{
    const Case group = good(R"({"format":"federation-adviser case","version":2,"a\/b.c":1,"say \"x\" \\ \u0001":{"y":[]},"":2,"t":"t","k0":"k0"})");
    REQUIRE(group.unknown_keys.size() == 5);
    CHECK(group.unknown_keys[0].key == "a/b.c");
    const std::string text = case_text(group);
    CHECK(text.find("\"a/b.c\": 1") != std::string::npos);
    CHECK(good(text) == group);
}

TEST_CASE("its questions are kept among the answers, with a warning")
{
    const std::string json = R"({"format": "federation-adviser case", "version": 2,
"group": {"answers": {"jurisdiction": "england", "zz-new-one": {"deep": [1.0, null]}}},
"practices": [{"id": "p1", "answers": {"list-size": 5, "zz-new-two": [ ]},
 "respondents": [{"role": "r", "answers": {"readiness.RR01": 4, "zz-new-three": 0.50}}]}]})";
    const LoadedCase loaded = samples::read(json);
    INFO(listed(loaded.diagnostics));
    REQUIRE(loaded.group.has_value());
    CHECK(std::count_if(loaded.diagnostics.begin(), loaded.diagnostics.end(), [](const auto& d) { return d.code == "casefile.unknown-question"; }) == 3);
    CHECK(std::count_if(loaded.diagnostics.begin(), loaded.diagnostics.end(), [](const auto& d) { return d.code == "casefile.newer-version"; }) == 1);
    CHECK(loaded.group->unknown_answers == UnknownKeys{{"zz-new-one", R"({"deep": [1.0, null]})"}});
    const std::string text = case_text(*loaded.group);
    CHECK(good(text) == *loaded.group);
    // Each must still stand inside the object "answers" in which it stood.
    const LoadedCase again = samples::read(text);
    INFO(text);
    std::vector<std::string> elements;
    for (const foundation::Diagnostic& d : again.diagnostics)
        elements.push_back(d.place.element);
    const std::vector<std::string> expected = {"", "group.answers.zz-new-one", "practices[0].answers.zz-new-two", "practices[0].respondents[0].answers.zz-new-three"};
    CHECK(elements == expected);
}

TEST_CASE("a new question of a practice may have the name of a new key")
{
    // Kept in one list, the two would become a duplicate key: a file that nobody can open again.
    const Case group = good(R"({"format":"federation-adviser case","version":2,"practices":[{"id":"p1","zz-mood":1,"answers":{"zz-mood":2}}]})");
    const LoadedCase again = samples::read(case_text(group));
    INFO(listed(again.diagnostics));
    CHECK(again.group.has_value());
}

TEST_CASE("notes to its questions are kept, with a warning")
{
    const LoadedCase loaded = samples::read(R"({"format":"federation-adviser case","version":2,"group":{"answers":{"zz-new":1},"notes":{"zz-new":"why \/ so"}}})");
    INFO(listed(loaded.diagnostics));
    REQUIRE(loaded.group.has_value());
    CHECK(case_text(*loaded.group).find("\"zz-new\": \"why \\/ so\"") != std::string::npos);
}

TEST_CASE("keys like ours are no typing errors in a newer file")
{
    const Case group = good(R"({"format":"federation-adviser case","version":2,"titles":["a"]})");
    CHECK(group.unknown_keys == UnknownKeys{{"titles", "[\"a\"]"}});
}

TEST_CASE("an unknown key in a file of this version is kept with a warning")
{
    const LoadedCase loaded = samples::read(R"({"format":"federation-adviser case","version":1,"our-own-reference":"X/17"})");
    REQUIRE(loaded.group.has_value());
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "casefile.unknown-key");
    CHECK(loaded.diagnostics[0].severity == foundation::Severity::Warning);
    CHECK(loaded.group->unknown_keys == UnknownKeys{{"our-own-reference", "\"X/17\""}});
}

TEST_CASE("an unknown question in a file of this version is an error")
{
    CHECK_FALSE(samples::read(samples::with_answers(R"("zz-new-one": 1)")).group.has_value());
}
}
