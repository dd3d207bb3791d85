#include "samples.h"

#include "casefile/variant.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::good;
using samples::listed;

namespace
{

/// Two practices on line 3, and these variants on line 4.
std::string with_variants(const std::string& variants, const std::string& head = "\"version\": 1")
{
    return "{ \"format\": \"federation-adviser case\", " + head + ",\n" +
           "  \"group\": { \"answers\": { \"jurisdiction\": \"england\", \"voting\": \"equal\", \"lmc\": \"unknown\" } },\n" +
           "  \"practices\": [ { \"id\": \"p1\", \"answers\": { \"list-size\": 9100 } }, { \"id\": \"p2\", \"name\": \"Quay\" } ],\n" +
           "  \"variants\": " + variants + " }\n";
}

std::string with_variant_of(const std::string& members)
{
    return with_variants("[ { \"id\": \"v1\", \"name\": \"One\", " + members + " } ]");
}

std::string with_change(const std::string& members)
{
    return with_variant_of("\"changes\": [ { " + members + " } ]");
}

const std::string full = R"([
    { "id": "v1", "name": "If Quay leaves", "note": "asked in May", "as-at": "2027-01-01", "without": ["p2"],
      "changes": [ { "question": "voting", "cleared": true }, { "question": "owners", "answer": ["gps", "practices"] },
                   { "practice": "p1", "question": "list-size", "answer": "9000" } ] },
    { "id": "v2", "name": "Nothing yet" } ])";

struct Row
{
    std::string name, json, code, element, says;
};

} // namespace

TEST_SUITE("variants")
{
TEST_CASE("everything that a variant says is read")
{
    const Case group = good(with_variants(full));
    REQUIRE(group.variants.size() == 2);
    Variant expected;
    expected.id = "v1";
    expected.name = "If Quay leaves";
    expected.note = "asked in May";
    expected.without = {"p2"};
    expected.changes = {{"", {"voting"}, std::nullopt}, {"", {"owners"}, Answer{Choices{{"gps", "practices"}}}}, {"p1", {"list-size"}, Answer{Number{9000}}}};
    expected.as_at = foundation::Date{2027, 1, 1};
    CHECK(group.variants[0] == expected);
    CHECK(group.variants[1].name == "Nothing yet");
    CHECK(find_variant(group, "v2") == &group.variants[1]);
    CHECK(find_variant(group, "v3") == nullptr);
    CHECK(free_variant_id(group) == "v3");
    CHECK(free_variant_id(Case{}) == "v1");
}

TEST_CASE("variants come back as they were, byte for byte")
{
    const Case group = good(with_variants(full));
    const std::string text = case_text(group);
    CHECK(good(text) == group);
    CHECK(case_text(good(text)) == text);
    CHECK(text.find("\"cleared\": true") != std::string::npos);
    CHECK(text.find("\"answer\": 9000") != std::string::npos);
}

TEST_CASE("a case without variants is written as before there were any")
{
    CHECK(case_text(good(with_variants("[]"))).find("variants") == std::string::npos);
}

TEST_CASE("variants may stand before the practices that they name")
{
    const Case group = good(R"({ "format": "federation-adviser case", "version": 1, "variants": [ { "changes": [ { "answer": 9, "practice": "p1", "question": "list-size" } ],
        "without": ["p2"], "name": "n", "id": "v1" } ], "practices": [ { "id": "p1" }, { "id": "p2" } ] })");
    CHECK(group.variants[0].without == std::vector<std::string>{"p2"});
    CHECK(group.variants[0].changes.size() == 1);
}

TEST_CASE("every mistake in a variant is named with its place and what to do")
{
    const Row rows[] = {
        {"no list", with_variants("{}"), "casefile.wrong-type", "variants", "must be a list"},
        {"no object", with_variants("[ 1 ]"), "casefile.wrong-type", "variants[0]", "must be an object"},
        {"no id", with_variants(R"([ { "name": "x" } ])"), "casefile.missing-key", "variants[0]", "no \"id\""},
        {"an empty id", with_variants(R"([ { "id": " ", "name": "x" } ])"), "casefile.missing-key", "variants[0]", "no \"id\""},
        {"no name", with_variants(R"([ { "id": "v1" } ])"), "casefile.missing-key", "variants[0]", "no \"name\""},
        {"an id that is no text", with_variants(R"([ { "id": 1, "name": "x" } ])"), "casefile.wrong-type", "variants[0].id", "quotation marks"},
        {"two of one id", with_variants(R"([ { "id": "v1", "name": "x" }, { "id": "v1", "name": "y" } ])"), "casefile.duplicate-id", "variants[1]", "\"v1\""},
        {"a misspelt key", with_variant_of(R"("witout": [])"), "casefile.unknown-key", "variants[0].witout", "\"without\""},
        {"a bad date", with_variant_of(R"("as-at": "next year")"), "casefile.bad-date", "variants[0].as-at", "2026-11-22"},
        {"a practice that is not there", with_variant_of(R"("without": ["p9"])"), "casefile.unknown-practice", "variants[0].without[0]", "p1"},
        {"a practice by its number", with_variant_of(R"("without": [2])"), "casefile.wrong-type", "variants[0].without[0]", "quotation marks"},
        {"a practice without a list", with_variant_of(R"("without": "p2")"), "casefile.wrong-type", "variants[0].without", "list"},
        {"a practice that leaves twice", with_variant_of(R"("without": ["p2", "p2"])"), "casefile.duplicate-key", "variants[0].without[1]", "twice"},
        {"changes that are no list", with_variant_of(R"("changes": {})"), "casefile.wrong-type", "variants[0].changes", "list"},
        {"a change that is no object", with_variant_of(R"("changes": ["voting"])"), "casefile.wrong-type", "variants[0].changes[0]", "object"},
        {"no question", with_change(R"("answer": 1)"), "casefile.missing-key", "variants[0].changes[0]", "no \"question\""},
        {"a question that is no text", with_change(R"("question": 1, "answer": 1)"), "casefile.wrong-type", "variants[0].changes[0].question", "quotation marks"},
        {"a misspelt question", with_change(R"("question": "votin", "answer": "equal")"), "casefile.unknown-question", "variants[0].changes[0].question", "'voting'"},
        {"no answer", with_change(R"("question": "voting")"), "casefile.missing-key", "variants[0].changes[0]", "\"cleared\": true"},
        {"an answer and none", with_change(R"("question": "lmc", "answer": "unknown", "cleared": true)"), "casefile.contradiction", "variants[0].changes[0]", "either"},
        {"not cleared", with_change(R"("question": "voting", "cleared": false)"), "casefile.wrong-type", "variants[0].changes[0].cleared", "only be true"},
        {"cleared as a text", with_change(R"("question": "voting", "cleared": "true")"), "casefile.wrong-type", "variants[0].changes[0].cleared", "only be true"},
        {"a bad option", with_change(R"("question": "jurisdiction", "answer": "englund")"), "casefile.bad-option", "variants[0].changes[0].answer", "'england'"},
        {"a bad number", with_change(R"("practice": "p1", "question": "list-size", "answer": "many")"), "casefile.bad-number", "variants[0].changes[0].answer", "whole number"},
        {"a null", with_change(R"("question": "voting", "answer": null)"), "casefile.wrong-type", "variants[0].changes[0].answer", "wrong type"},
        {"a practice's question of the group", with_change(R"("question": "list-size", "answer": 1)"), "casefile.wrong-scope", "variants[0].changes[0].question", "\"practice\": \"p1\""},
        {"a group's question of a practice", with_change(R"("practice": "p1", "question": "jurisdiction", "answer": "wales")"), "casefile.wrong-scope", "variants[0].changes[0].question",
         "Take \"practice\" out"},
        {"an unknown practice that changes", with_change(R"("practice": "q1", "question": "list-size", "answer": 1)"), "casefile.unknown-practice", "variants[0].changes[0].practice", "p1"},
        {"one that leaves changes", with_variant_of(R"("without": ["p2"], "changes": [ { "practice": "p2", "question": "list-size", "answer": 1 } ])"), "casefile.leaves",
         "variants[0].changes[0].practice", "leaves"},
        {"two answers", with_variant_of(R"("changes": [ { "question": "lmc", "answer": "unknown" }, { "question": "lmc", "cleared": true } ])"), "casefile.duplicate-key",
         "variants[0].changes[1]", "'lmc'"},
        {"two dates", with_variant_of(R"("as-at": "2027-01-01", "changes": [ { "question": "as-at", "answer": "2027-01-02" } ])"), "casefile.duplicate-key", "variants[0].changes[0]", "'as-at'"},
    };
    for (const Row& row : rows)
    {
        const LoadedCase loaded = samples::read(row.json);
        INFO(row.name << "\n" << listed(loaded.diagnostics));
        CHECK_FALSE(loaded.group.has_value());
        REQUIRE(loaded.diagnostics.size() == 1);
        const foundation::Diagnostic& fault = loaded.diagnostics[0];
        CHECK(fault.code == row.code);
        CHECK(fault.place.line == 4);
        CHECK(fault.place.element == row.element);
        CHECK_FALSE(fault.advice.empty());
        CHECK((fault.message + " " + fault.advice).find(row.says) != std::string::npos);
    }
}

TEST_CASE("more variants than anybody can compare are refused, as many as allowed are read")
{
    const auto file_with = [](std::size_t count)
    {
        std::string list;
        for (std::size_t i = 0; i < count; ++i)
            list += std::string(i > 0 ? "," : "") + "{\"id\": \"v" + std::to_string(i) + "\", \"name\": \"n\"}";
        return samples::read(with_variants("[" + list + "]"));
    };
    CHECK(file_with(most_variants).group.has_value());
    const LoadedCase loaded = file_with(most_variants + 1);
    CHECK_FALSE(loaded.group.has_value());
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "casefile.too-many");
}

TEST_CASE("what a newer version wrote into variants is kept")
{
    const std::string json = with_variants(R"([ { "id": "v1", "name": "n", "zz": [1.5, null], "changes": [
        { "question": "zz-new", "answer": { "a": 1 } }, { "question": "voting", "cleared": true, "zz-why": "x" } ] } ])",
                                           "\"version\": 2");
    const Case group = good(json);
    CHECK(group.variants[0].unknown_keys == UnknownKeys{{"zz", "[1.5, null]"}});
    CHECK(group.variants[0].unknown_changes == std::vector<std::string>{R"({ "question": "zz-new", "answer": { "a": 1 } })"});
    REQUIRE(group.variants[0].changes.size() == 1);
    CHECK(group.variants[0].changes[0].unknown_keys == UnknownKeys{{"zz-why", "\"x\""}});
    CHECK(good(case_text(group)) == group);
    // An edit leaves alone what it does not know
    Case changed = with_variant(group, group.variants[0]);
    changed.practices.pop_back();
    const Variant edited = with_difference(group.variants[0], group, changed);
    CHECK(edited.without == std::vector<std::string>{"p2"});
    CHECK(edited.unknown_keys == group.variants[0].unknown_keys);
    CHECK(edited.unknown_changes == group.variants[0].unknown_changes);
    CHECK(edited.changes == group.variants[0].changes);
}

TEST_CASE("a file with variants and any byte changed is read or an error, and what is read can be saved")
{
    const std::string whole = case_text(good(with_variants(full)));
    std::size_t wrong = 0, unstable = 0, read = 0;
    for (std::size_t i = whole.find("\"variants\""); i < whole.size(); ++i)
        for (const char c : {'"', '{', '}', ']', ',', '\\', '9', 'n', ' ', '\0', '\x7F', '\xC3'})
        {
            std::string changed = whole;
            changed[i] = c;
            const LoadedCase loaded = samples::read(changed);
            wrong += loaded.group.has_value() != foundation::has_errors(loaded.diagnostics) ? 0U : 1U;
            if (!loaded.group)
                continue;
            ++read;
            const LoadedCase again = samples::read(case_text(*loaded.group));
            unstable += again.group && *again.group == *loaded.group ? 0U : 1U;
        }
    CHECK(wrong == 0);
    CHECK(unstable == 0);
    CHECK(read > 100);
}

TEST_CASE("the case of a variant is the case with the changes, and has no variants of its own")
{
    const Case base = good(with_variants(full));
    const Case changed = with_variant(base, base.variants[0]);
    CHECK(changed.variants.empty());
    REQUIRE(changed.practices.size() == 1);
    CHECK(changed.practices[0].answers.at({"list-size"}) == Answer{Number{9000}});
    CHECK_FALSE(changed.answers.contains({"voting"}));
    CHECK(changed.answers.at({"owners"}) == Answer{Choices{{"gps", "practices"}}});
    CHECK(changed.answers.at({"lmc"}) == Answer{Unknown{}});
    CHECK(changed.as_at == foundation::Date{2027, 1, 1});
    Case same = with_variant(base, base.variants[1]);
    same.variants = base.variants;
    CHECK(same == base);
    CHECK(difference(base, with_variant(base, base.variants[1])) == Variant{});
}

TEST_CASE("the difference of two cases leads from one to the other")
{
    const Case base = good(with_variants("[]"));
    Case changed = base;
    changed.answers.erase({"voting"});
    changed.answers[{"lmc"}] = Choice{"engaged"};
    changed.answers[{"owners"}] = Unknown{};
    changed.as_at = foundation::Date{2027, 4, 1};
    changed.practices[1].answers[{"list-size"}] = Number{4000};
    changed.practices[0].answers.clear();
    const Variant way = difference(base, changed);
    CHECK(way.changes.size() == 5);
    CHECK(way.without.empty());
    CHECK(with_variant(base, way) == changed);
    const Variant back = difference(changed, base);
    CHECK(with_variant(changed, back) == base);
}

TEST_CASE("the date of the law can be another, none, or not known")
{
    const foundation::Date first{2026, 1, 1}, second{2027, 1, 1};
    Case none, dated, other, not_known;
    dated.as_at = first;
    other.as_at = second;
    not_known.answers[{"as-at"}] = Unknown{};
    for (const Case& base : {none, dated, not_known})
        for (const Case& changed : {none, dated, other, not_known})
        {
            CHECK(with_variant(base, difference(base, changed)) == changed);
            Case kept = base;
            kept.variants.push_back(difference(base, changed));
            kept.variants[0].id = kept.variants[0].name = "v1";
            const Case read = good(case_text(kept));
            CHECK(with_variant(read, read.variants[0]) == changed);
        }
}

TEST_CASE("what the examples say can be taken away and given in a variant")
{
    // Every example as a variant of every other with the same practices: answers are all that a variant needs.
    for (const auto& path : samples::examples())
    {
        CAPTURE(path.filename().string());
        const LoadedCase loaded = load_case(path, samples::rules());
        REQUIRE(loaded.group.has_value());
        Case base = *loaded.group;
        base.variants.clear();
        Case bare = base;
        bare.answers.clear();
        bare.as_at.reset();
        for (Practice& practice : bare.practices)
            practice.answers.clear();
        for (const auto& [from, to] : {std::pair{base, bare}, std::pair{bare, base}})
        {
            CHECK(with_variant(from, difference(from, to)) == to);
            Case with = from;
            with.variants.push_back(difference(from, to));
            with.variants[0].id = with.variants[0].name = "v1";
            const Case read = good(case_text(with));
            CHECK(with_variant(read, read.variants[0]) == to);
        }
    }
}

TEST_CASE("a practice that the case no longer has is taken out of its variants")
{
    Case base = good(with_variants(full));
    CHECK(forget_practice(base, "p1") == std::vector<std::string>{"If Quay leaves"});
    CHECK(base.variants[0].changes.size() == 2);
    CHECK(forget_practice(base, "p1").empty());
    CHECK(forget_practice(base, "p2") == std::vector<std::string>{"If Quay leaves"});
    CHECK(base.variants[0].without.empty());
    base.practices.clear();
    CHECK(good(case_text(base)) == base);
    // Until then, what is not there is passed over
    const Case whole = good(with_variants(full));
    CHECK(with_variant(base, whole.variants[0]).practices.empty());
}
}
