// Re-check: what other rules, or another day, make of a case that was saved.
#include "report/recheck.h"

#include "casefile/case_file.h"
#include "document/writers.h"
#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulepack/pack.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

constexpr foundation::Date today{2026, 11, 25};

const std::vector<rulebase::RuleFile>& shipped_files()
{
    static const auto files = rulepack::files_of_folder(FEDADVISE_RULES_DIR).value();
    return files;
}

/// The shipped rules with `from`, which must be in the file, replaced, as version 9.0.0.
std::shared_ptr<const rulebase::RuleBase> changed_rules(const std::string& file, const std::string& from,
                                                        const std::string& to)
{
    auto files = shipped_files();
    const auto replace = [&](const std::string& name, const std::string& old_text, const std::string& new_text)
    {
        for (rulebase::RuleFile& one : files)
            if (one.name == name)
            {
                const std::size_t at = one.xml.find(old_text);
                REQUIRE(at != std::string::npos);
                one.xml.replace(at, old_text.size(), new_text);
            }
    };
    replace("rulebase.xml", "id=\"uk-gp-collaboration\" version=\"",
            "id=\"uk-gp-collaboration\" version=\"9.0.0\" was=\"");
    for (rulebase::RuleFile& one : files)
        if (one.name == "rulebase.xml")
        {
            const std::size_t was = one.xml.find(" was=\"");
            one.xml.erase(was, one.xml.find('"', was + 6) + 1 - was);
        }
    replace("rulebase.xml", "<edition ",
            "<edition version=\"9.0.0\" date=\"2026-11-25\"><text>A rule was changed for the test.</text></edition>\n  "
            "<edition ");
    if (!file.empty())
        replace(file, from, to);
    const auto loaded = rulepack::load_files(files);
    for (const auto& diagnostic : loaded.diagnostics)
        MESSAGE(foundation::diagnostic_text(diagnostic));
    REQUIRE(loaded.rules);
    return loaded.rules;
}

std::shared_ptr<const rulebase::RuleBase> shipped()
{
    static const auto rules = rulepack::load_files(shipped_files()).rules;
    REQUIRE(rules);
    return rules;
}

casefile::Case example(const std::string& name, const rulebase::RuleBase& rules)
{
    const auto loaded = casefile::load_case(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / (name + ".fedcase"), rules);
    REQUIRE(loaded.group);
    return *loaded.group;
}

/// Judged by the shipped rules, saved, and read again.
casefile::Case saved(const std::string& name, foundation::Date day = today)
{
    const engine::Engine engine(shipped());
    casefile::Case group = example(name, *shipped());
    group.judged = judged_now(engine, group, day);
    const auto read = casefile::read_case(casefile::case_text(group), name, *shipped());
    REQUIRE(read.group);
    CHECK(read.diagnostics.empty());
    CHECK(*read.group == group);
    return *read.group;
}

const RecheckedOption* find(const Recheck& recheck, const std::string& id)
{
    const auto found = std::find_if(recheck.options.begin(), recheck.options.end(),
                                    [&](const RecheckedOption& option) { return option.id == id; });
    return found == recheck.options.end() ? nullptr : &*found;
}

std::string text_of(const Recheck& recheck)
{
    return document::document_as_html(recheck_document(recheck, "Five Valleys", *shipped(), today));
}

/// A rule that rules a model out for everybody in England.
const std::string stricter =
    R"(<rule id="ZZ-01" title="No federation company any more" tag="verified" nations="england">
    <when><test question="jurisdiction" is="england"/></when>
    <exclude on="federation-company"/>
    <law>A law made for this test</law>
    <text>A law made for this test bars federation companies in England.</text>
    <reason>The test needs a change that nobody can overlook.</reason>
    <source ref="LS41"/>
  </rule>
</rulebase>)";

} // namespace

TEST_SUITE("re-check")
{
TEST_CASE("under the same rules and the same law there is nothing to tell")
{
    const engine::Engine engine(shipped());
    for (const char* name : {"five-valleys", "castle-road", "two-bridges"})
    {
        const casefile::Case group = saved(name);
        CHECK_FALSE(needs_recheck(*group.judged, engine, group, today));
        for (const auto& then : {shipped(), std::shared_ptr<const rulebase::RuleBase>()})
        {
            const Recheck again = recheck(engine, group, today, then);
            CHECK(again.gravity == analysis::Gravity::None);
            CHECK(again.headline == "Nothing has changed: every option stands where it stood.");
            CHECK(again.options.empty());
            CHECK(again.sayings.empty());
            CHECK(again.editions.empty());
            CHECK(again.rules_at_hand == (then != nullptr));
            CHECK_FALSE(again.answers_changed);
        }
    }
}

TEST_CASE("a model that a new law rules out is named, with the law's rule as the reason")
{
    const auto rules = changed_rules("constraints.xml", "</rulebase>", stricter);
    const engine::Engine engine(rules);
    const casefile::Case group = saved("five-valleys");
    const auto was = group.judged->models.at({"federation-company"});
    REQUIRE(was.band != "ruled-out");
    CHECK(needs_recheck(*group.judged, engine, group, today));

    const Recheck again = recheck(engine, group, today, shipped());
    CHECK(again.rules_at_hand);
    CHECK(again.gravity <= analysis::Gravity::Availability);
    const RecheckedOption* option = find(again, "federation-company");
    REQUIRE(option);
    CHECK(option->moved);
    CHECK(option->after == "Ruled out");
    CHECK(std::any_of(
        option->reasons.begin(), option->reasons.end(),
        [](const RecheckReason& r)
        {
            return r.rule == "ZZ-01" &&
                   r.text == "New (now rules out): A law made for this test bars federation companies in England.";
        }));
    REQUIRE(again.editions.size() == 1);
    CHECK(again.editions[0] == "Version 9.0.0, 25 November 2026: A rule was changed for the test.");
    const std::string text = text_of(again);
    CHECK(contains(text, "bars federation companies in England. (ZZ-01)"));
    CHECK(contains(text, "Version 9.0.0"));

    // And back: what no longer holds is said as that
    casefile::Case later = example("five-valleys", *rules);
    later.judged = judged_now(engine, later, today);
    const Recheck back = recheck(engine::Engine(shipped()), later, today, rules);
    const RecheckedOption* again_open = find(back, "federation-company");
    REQUIRE(again_open);
    CHECK(again_open->before == "Ruled out");
    CHECK(std::any_of(again_open->reasons.begin(), again_open->reasons.end(),
                      [](const RecheckReason& r) { return r.rule == "ZZ-01" && r.text.starts_with("No longer"); }));
}

TEST_CASE("without the rules of that time, the record still tells where options stood, and what speaks now")
{
    const engine::Engine engine(changed_rules("constraints.xml", "</rulebase>", stricter));
    const casefile::Case group = saved("five-valleys");
    const Recheck with = recheck(engine, group, today, shipped()), without = recheck(engine, group, today, nullptr);
    CHECK_FALSE(without.rules_at_hand);
    CHECK(without.gravity == with.gravity);
    CHECK(without.headline == with.headline);
    const RecheckedOption *a = find(with, "federation-company"), *b = find(without, "federation-company");
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->before == b->before);
    CHECK(a->after == b->after);
    REQUIRE_FALSE(b->reasons.empty());
    CHECK(b->reasons[0].text.starts_with("Now: "));
    CHECK(contains(text_of(without), "not on this computer"));
}

TEST_CASE("a change of words alone changes nothing that is told but the edition")
{
    const engine::Engine engine(changed_rules("", "", ""));
    const casefile::Case group = saved("castle-road");
    CHECK(needs_recheck(*group.judged, engine, group, today)); // other rules are worth a look
    const Recheck again = recheck(engine, group, today, shipped());
    CHECK(again.gravity == analysis::Gravity::None);
    CHECK(again.editions.size() == 1);
}

TEST_CASE("the law of another day is told apart from other rules")
{
    std::string dated = stricter;
    dated.insert(dated.find(" nations="), " from=\"2026-11-01\"");
    const auto rules = changed_rules("constraints.xml", "</rulebase>", dated);
    const engine::Engine engine(rules);
    casefile::Case group = example("five-valleys", *rules);
    group.as_at.reset(); // the day of the assessment counts
    group.judged = judged_now(engine, group, {2026, 10, 31});
    REQUIRE(group.judged->models.at({"federation-company"}).band != "ruled-out");
    CHECK_FALSE(needs_recheck(*group.judged, engine, group, {2026, 10, 1}));
    CHECK(needs_recheck(*group.judged, engine, group, today));
    const Recheck again = recheck(engine, group, today, rules);
    const RecheckedOption* option = find(again, "federation-company");
    REQUIRE(option);
    CHECK(option->after == "Ruled out");
    REQUIRE_FALSE(option->reasons.empty());
    CHECK(option->reasons[0].rule == "ZZ-01");
    CHECK(again.editions.empty());
    CHECK(contains(text_of(again), "As it stood on 31 October 2026"));
}

TEST_CASE("answers that were changed by hand since are not blamed on the rules")
{
    const engine::Engine engine(shipped());
    casefile::Case group = saved("five-valleys");
    group.title += " (edited)";
    CHECK(recheck(engine, group, today, shipped()).answers_changed);
    CHECK(contains(text_of(recheck(engine, group, today, shipped())), "They were changed after the case was judged"));
}

TEST_CASE("the same answers have the same digest, however often they were judged")
{
    const casefile::Case group = saved("five-valleys");
    casefile::Case plain = group;
    plain.judged.reset();
    CHECK(casefile::digest_of(plain) == casefile::digest_of(group));
    CHECK(casefile::case_text(plain) != casefile::case_text(group));
    plain.title = "Other";
    CHECK(casefile::digest_of(plain) != casefile::digest_of(group));
}

TEST_CASE("as JSON it has the same")
{
    const engine::Engine engine(changed_rules("constraints.xml", "</rulebase>", stricter));
    const casefile::Case group = saved("five-valleys");
    const std::string json = recheck_as_json(recheck(engine, group, today, shipped()));
    CHECK(contains(json, "\"format\": \"federation-adviser re-check\""));
    CHECK(contains(json, "\"rule\": \"ZZ-01\""));
    CHECK(contains(json, "\"after\": \"Ruled out\""));
}
} // TEST_SUITE("re-check")
