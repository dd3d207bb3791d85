#include "samples.h"

#include "foundation/diagnostic.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::listed;
using samples::with_members;
namespace fs = std::filesystem;

namespace
{

std::string repeated(const std::string& part, std::size_t count)
{
    std::string text;
    text.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        text += part;
    return text;
}

/// The promise of every reading: a case, or an error that says why there is none.
bool is_case_or_error(const LoadedCase& loaded)
{
    return loaded.group.has_value() != foundation::has_errors(loaded.diagnostics);
}

} // namespace

TEST_SUITE("hostile case files")
{
TEST_CASE("nesting without end is refused, not followed")
{
    for (const std::size_t depth : {33U, 10'000U, 1'000'000U})
    {
        CAPTURE(depth);
        const std::string rows[] = {
            repeated("[", depth),
            repeated("{\"a\":", depth),
            repeated("[", depth) + repeated("]", depth),
            with_members("\"zz-new\": " + repeated("[", depth) + repeated("]", depth)),
            with_members("\"group\": {\"answers\": {\"owners\": " + repeated("[", depth) + repeated("]", depth) + "}}"),
        };
        for (const std::string& json : rows)
        {
            const LoadedCase loaded = samples::read(json);
            CHECK_FALSE(loaded.group.has_value());
            REQUIRE(loaded.diagnostics.size() == 1);
            CHECK(loaded.diagnostics[0].code == "casefile.malformed-json");
            CHECK(loaded.diagnostics[0].message.find("levels deep") != std::string::npos);
        }
    }
}

TEST_CASE("nesting as deep as allowed is kept and can be read again")
{
    const std::string value = repeated("[", deepest_nesting - 1) + repeated("]", deepest_nesting - 1);
    const Case group = samples::good(with_members("\"zz-new\": " + value));
    CHECK(group.unknown_keys == UnknownKeys{{"zz-new", value}});
    CHECK(samples::good(case_text(group)) == group);
}

TEST_CASE("a file that is too large is refused")
{
    const std::string json = with_members("\"title\": \"x\"");
    CHECK(samples::read(json + std::string(largest_file - json.size(), ' ')).group.has_value());
    const std::string too_large = json + std::string(largest_file - json.size() + 1, ' ');
    const LoadedCase loaded = samples::read(too_large);
    CHECK_FALSE(loaded.group.has_value());
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "file.too-large");

    const fs::path path = fs::temp_directory_path() / "fedadvise too large.fedcase";
    std::ofstream(path, std::ios::binary) << too_large;
    const LoadedCase from_disk = load_case(path, samples::rules());
    fs::remove(path);
    CHECK_FALSE(from_disk.group.has_value());
    REQUIRE(from_disk.diagnostics.size() == 1);
    CHECK(from_disk.diagnostics[0].code == "file.too-large");
    CHECK(from_disk.diagnostics[0].place.file == path.string());
}

TEST_CASE("an example cut off at any byte is complete or an error")
{
    const std::string whole = samples::bytes_of(fs::path(FEDADVISE_EXAMPLES_DIR) / "two-bridges.fedcase");
    REQUIRE_FALSE(whole.empty());
    const std::size_t complete = whole.find_last_of('}') + 1;
    std::size_t wrong = 0;
    for (std::size_t length = 0; length <= whole.size(); ++length)
    {
        const LoadedCase loaded = samples::read(whole.substr(0, length));
        if (!is_case_or_error(loaded) || loaded.group.has_value() != (length >= complete))
            ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a case with any byte changed is read or an error, and what is read can be saved")
{
    const std::string whole = case_text(samples::good(R"({"format":"federation-adviser case","version":2,"title":"A \u00e9 / b","as-at":"2026-11-22","zz":[1.5,null,{"a":true}],
        "group":{"answers":{"owners":["gps","practices"],"motive.workforce":3,"lmc":"unknown"},"notes":{"lmc":"x"}},
        "practices":[{"id":"p1","name":"n","answers":{"list-size":9100},"respondents":[{"role":"r","answers":{"readiness.RR01":4}}]}]})"));
    std::size_t wrong = 0, unstable = 0;
    for (std::size_t i = 0; i < whole.size(); ++i)
        for (const char c : {'"', '{', '}', ']', ',', '\\', '9', 'n', ' ', '\0', '\x7F', '\xC3', '\xFF'})
        {
            std::string changed = whole;
            changed[i] = c;
            const LoadedCase loaded = samples::read(changed);
            wrong += is_case_or_error(loaded) ? 0U : 1U;
            if (!loaded.group)
                continue;
            const LoadedCase again = samples::read(case_text(*loaded.group));
            if (!again.group || *again.group != *loaded.group)
            {
                ++unstable;
                MESSAGE("byte " << i << " as '" << std::string(1, c) << "': " << listed(again.diagnostics) << changed);
            }
        }
    CHECK(wrong == 0);
    CHECK(unstable == 0);
}

TEST_CASE("diagnostics carry no control characters of the file to the terminal")
{
    const std::string rows[] = {
        with_members(R"("\u001b[2Jx": 1, "group": {"answers": {"\u001b[31mjurisdiction": 1}})"),
        samples::with_answers(R"("owners": ["\u001b[31m\u0000"])"),
        samples::with_answers(R"("jurisdiction": "\u001b]0;x\u0007")"),
        with_members(R"("practices": [{"id": "p\u001b"}, {"id": "p\u001b"}])"),
        with_members(R"("as-at": "\u001b[31m")"),
    };
    for (const std::string& json : rows)
    {
        CAPTURE(json);
        const LoadedCase loaded = samples::read(json);
        CHECK(foundation::has_errors(loaded.diagnostics));
        const std::string text = listed(loaded.diagnostics);
        CHECK(text.find('\x1B') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
        CHECK(text.find('\0') == std::string::npos);
    }
}

TEST_CASE("faults without end are cut short")
{
    // Each fault costs a look for its line and for what was meant: 8 MB of them would take hours.
    std::string questions, keys;
    for (int i = 0; i < 5'000; ++i)
    {
        questions += std::string(i > 0 ? ",\n" : "") + "\"zz-question-" + std::to_string(i) + "\": 1";
        keys += ",\n\"zz-key-" + std::to_string(i) + "\": 1";
    }
    const LoadedCase faulty = samples::read(samples::with_answers(questions));
    CHECK_FALSE(faulty.group.has_value());
    CHECK(faulty.diagnostics.size() >= 100);
    CHECK(faulty.diagnostics.size() <= 1'000);
    const LoadedCase odd = samples::read(with_members("\"title\": \"x\"" + keys));
    REQUIRE(odd.group.has_value());
    CHECK(odd.group->unknown_keys.size() == 5'000); // fewer warnings, but nothing dropped
    CHECK(odd.diagnostics.size() <= 1'000);
}

TEST_CASE("values without end are refused before they fill the memory")
{
    const LoadedCase loaded = samples::read(with_members("\"zz-new\": [0" + repeated(",0", 1'500'000) + "]"));
    CHECK_FALSE(loaded.group.has_value());
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "casefile.malformed-json");
}

TEST_CASE("many practices, keys and answers are read in one go")
{
    std::string practices;
    for (int i = 1; i <= 2'000; ++i)
        practices += std::string(i > 1 ? "," : "") + "\n{\"id\": \"p" + std::to_string(i) + "\", \"answers\": {\"list-size\": " + std::to_string(i) + "}}";
    const Case group = samples::good(with_members("\"practices\": [" + practices + "]"));
    CHECK(group.practices.size() == 2'000);
    CHECK(samples::good(case_text(group)) == group);
}
}
