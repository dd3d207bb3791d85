// Variants in words: what is said of a difference is what the engine made of it, and nothing else.
#include "casefile/case_file.h"
#include "foundation/text_list.h"
#include "report/variant_words.h"
#include "report/writers.h"
#include "rulebase/loading.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

constexpr foundation::Date today{2026, 11, 25};

const engine::Engine& shipped()
{
    static const engine::Engine engine = []
    {
        const rulebase::LoadedRuleBase loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
        if (!loaded.rules)
            throw std::runtime_error("The shipped rules cannot be read.");
        return engine::Engine(loaded.rules);
    }();
    return engine;
}

casefile::Case example(const std::string& name)
{
    const auto loaded = casefile::load_case(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / (name + ".fedcase"), shipped().rules());
    REQUIRE(loaded.group);
    casefile::Case group = *loaded.group;
    group.variants.clear();
    return group;
}

const std::vector<std::string> examples = {"brookvale-and-elmsfield", "castle-road", "five-valleys", "harbour-urgent-care",
                                           "larkfield-pcn",           "marsh-end-and-quay-street", "two-bridges"};

casefile::AnswerChange to(const std::string& question, casefile::Answer answer)
{
    return {"", {question}, std::move(answer)};
}

/// A few ways in which any case could be otherwise.
std::vector<casefile::Variant> some_variants(const casefile::Case& group)
{
    std::vector<casefile::Variant> variants;
    const auto add = [&](casefile::Variant variant)
    {
        variant.id = "v" + std::to_string(variants.size() + 1);
        variant.name = "If this is so";
        variants.push_back(std::move(variant));
    };
    for (const casefile::Practice& practice : group.practices)
    {
        casefile::Variant variant;
        variant.without = {practice.id};
        add(variant);
    }
    const std::vector<std::vector<casefile::AnswerChange>> changes = {
        {to("core-contract-moves", casefile::Choice{"yes"})},
        {to("holds-other-contract", casefile::Choice{"yes"})},
        {to("jurisdiction", casefile::Choice{"scotland"})},
        {to("current-step", casefile::Choice{"g0"}), to("motive.win-contracts", casefile::Number{3})},
        {to("core-contract-moves", casefile::Unknown{}), to("motive.keep-independence", casefile::Number{3})},
        {{"", {"jurisdiction"}, std::nullopt}},
    };
    for (const auto& change : changes)
    {
        casefile::Variant variant;
        variant.changes = change;
        add(variant);
    }
    casefile::Variant later;
    later.as_at = foundation::Date{2019, 3, 31};
    add(later);
    return variants;
}

bool holds(const engine::Assessment& assessment, const std::string& rule)
{
    const auto& rules = shipped().rules().rules;
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const rulebase::Rule& r) { return r.id.value == rule; });
    return found != rules.end() && assessment.rule_truths[static_cast<std::size_t>(found - rules.begin())] == engine::Truth::True;
}

engine::Assessment judged(const casefile::Case& group)
{
    return shipped().assess(group, engine::day_of_law(group, std::nullopt, today));
}

const engine::OptionResult& result_of(const engine::Assessment& assessment, const std::string& id)
{
    for (const auto* options : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& option : *options)
            if (option.option.value == id)
                return option;
    throw std::runtime_error("There is no option " + id + ".");
}

} // namespace

TEST_SUITE("variant words")
{
TEST_CASE("bands, places and leaders are those of the engine")
{
    std::size_t differences = 0;
    for (const std::string& name : examples)
    {
        const casefile::Case base = example(name);
        const engine::Assessment was = judged(base);
        for (const casefile::Variant& variant : some_variants(base))
        {
            CAPTURE(name);
            CAPTURE(variant.id);
            const engine::Assessment is = judged(casefile::with_variant(base, variant));
            const VariantComparison comparison = compare_variant(shipped(), base, variant, std::nullopt, today);
            std::size_t moved = 0;
            for (const auto& [before, after, told] : {std::tuple{&was.models, &is.models, &comparison.models},
                                                      std::tuple{&was.vehicles, &is.vehicles, &comparison.vehicles}})
                for (const engine::OptionResult& now : *after)
                {
                    const engine::OptionResult& then = result_of(was, now.option.value);
                    const auto found = std::find_if(told->begin(), told->end(), [&](const OptionDifference& o) { return o.id == now.option.value; });
                    if (then.band != now.band || then.rank != now.rank)
                        CHECK(found != told->end());
                    if (found == told->end())
                        continue;
                    ++moved;
                    CHECK(found->band_before == engine::band_id(then.band));
                    CHECK(found->band_after == engine::band_id(now.band));
                    CHECK(found->rank_before == then.rank);
                    CHECK(found->rank_after == now.rank);
                }
            CHECK(moved == comparison.models.size() + comparison.vehicles.size());
            std::vector<std::string> leading;
            for (const rulebase::OptionId& option : is.leading_models)
                leading.push_back(option.value);
            CHECK(comparison.leading_after == leading);
            differences += moved;
        }
    }
    CHECK(differences > 200);
}

TEST_CASE("a rule is named only when its truth differs")
{
    std::size_t named = 0;
    for (const std::string& name : examples)
    {
        const casefile::Case base = example(name);
        const engine::Assessment was = judged(base);
        for (const casefile::Variant& variant : some_variants(base))
        {
            const engine::Assessment is = judged(casefile::with_variant(base, variant));
            const VariantComparison comparison = compare_variant(shipped(), base, variant, std::nullopt, today);
            for (const auto* options : {&comparison.models, &comparison.vehicles})
                for (const OptionDifference& option : *options)
                    for (const ReasonDifference& reason : option.through)
                    {
                        if (!reason.of_rule)
                            continue; // the engine's own
                        CAPTURE(name);
                        CAPTURE(variant.id);
                        CAPTURE(option.id);
                        CAPTURE(reason.text);
                        CHECK(holds(is, reason.rule) == reason.now);
                        CHECK(holds(was, reason.rule) != reason.now);
                        CHECK(reason.text.back() == '.');
                        ++named;
                    }
        }
    }
    CHECK(named > 200);
}

TEST_CASE("a band that a constraint changes is told with that constraint")
{
    std::size_t told = 0;
    for (const std::string& name : examples)
    {
        const casefile::Case base = example(name);
        for (const casefile::Variant& variant : some_variants(base))
        {
            const VariantComparison comparison = compare_variant(shipped(), base, variant, std::nullopt, today);
            for (const auto* options : {&comparison.models, &comparison.vehicles})
                for (const OptionDifference& option : *options)
                {
                    const bool ruled_out = option.band_differs() && option.band_after == "ruled-out";
                    if (!ruled_out && !(option.band_differs() && option.band_after == "not-yet" && option.band_before != "ruled-out"))
                        continue;
                    CAPTURE(name);
                    CAPTURE(variant.id);
                    CAPTURE(option.id);
                    CHECK(std::any_of(option.through.begin(), option.through.end(),
                                      [&](const ReasonDifference& r) { return r.now && r.role == (ruled_out ? "rules-out" : "waits"); }));
                    ++told;
                }
        }
    }
    CHECK(told > 50);
}

TEST_CASE("a variant without differences has none in its outcome")
{
    for (const std::string& name : examples)
    {
        casefile::Case base = example(name);
        casefile::Variant same;
        same.id = "v1";
        same.name = "Same";
        same.as_at = base.as_at;
        for (const auto& [question, answer] : base.answers)
            same.changes.push_back({"", question, answer});
        const VariantComparison comparison = compare_variant(shipped(), base, same, std::nullopt, today);
        CHECK(comparison.inputs.empty());
        CHECK(comparison.models.empty());
        CHECK(comparison.vehicles.empty());
        CHECK(comparison.sayings.empty());
        CHECK(comparison.more.empty());
        CHECK(comparison.leading_before == comparison.leading_after);
        CHECK(comparison.headline == "Nothing is otherwise yet in the variant “Same”.");
    }
}

TEST_CASE("inputs are told as they were and as they would be")
{
    const casefile::Case base = example("marsh-end-and-quay-street");
    casefile::Variant variant;
    variant.name = "Much";
    variant.without = {"p2"};
    variant.changes = {to("voting", casefile::Choice{"by-list"}), {"p1", {"list-size"}, casefile::Number{9000}}, {"", {"jurisdiction"}, std::nullopt}};
    variant.as_at = foundation::Date{2027, 4, 1};
    const VariantComparison comparison = compare_variant(shipped(), base, variant, std::nullopt, today);
    std::vector<std::string> told;
    for (const InputDifference& input : comparison.inputs)
        told.push_back(who_and_what(input) + ": " + input.was + " > " + input.would_be);
    CAPTURE(foundation::joined(told, "\n"));
    CHECK(told == std::vector<std::string>{"Quay Street Practice: Takes part > Leaves", "Law as at: 22 November 2026 > 1 April 2027", "Nation: England > Not answered",
                                           "Voting: Not answered > By number of patients",
                                           "Marsh End Surgery, Registered patients: 4,200 patients > 9,000 patients"});
}

TEST_CASE("the sentence begins as the name of the variant does")
{
    const casefile::Case base = example("marsh-end-and-quay-street");
    struct Row
    {
        std::string name, begins;
    };
    const Row rows[] = {{"If Quay leaves", "If Quay leaves, "},
                        {"If Quay leaves.", "If Quay leaves, "},
                        {"What if Quay leaves?", "In the variant “What if Quay leaves?”, "},
                        {"Without Quay", "In the variant “Without Quay”, "},
                        {"Iffy", "In the variant “Iffy”, "},
                        {"?", "In the variant “?”, "}};
    for (const Row& row : rows)
    {
        casefile::Variant variant;
        variant.name = row.name;
        variant.without = {"p2"};
        const std::string headline = compare_variant(shipped(), base, variant, std::nullopt, today).headline;
        CHECK(headline.starts_with(row.begins));
        CHECK(headline.ends_with("."));
        CHECK_FALSE(headline.ends_with(".."));
    }
}

TEST_CASE("every sentence ends, and the same case gives the same bytes")
{
    for (const std::string& name : examples)
    {
        CAPTURE(name);
        casefile::Case base = example(name);
        base.variants = some_variants(base);
        const auto comparisons = compare_variants(shipped(), base, std::nullopt, today);
        REQUIRE(comparisons.size() == base.variants.size());
        for (std::size_t i = 0; i < comparisons.size(); ++i)
        {
            CHECK(comparisons[i].headline.back() == '.');
            CHECK(comparisons[i].headline == compare_variant(shipped(), base, base.variants[i], std::nullopt, today).headline);
            for (const std::string& sentence : comparisons[i].more)
                CHECK(sentence.back() == '.');
            for (const auto* options : {&comparisons[i].models, &comparisons[i].vehicles})
            {
                for (const BandChange& change : band_changes(*options))
                {
                    CHECK(change.words.back() == '.');
                    CHECK_FALSE(change.reasons.empty());
                }
                const std::string places = place_changes(*options);
                CHECK((places.empty() || places.back() == '.'));
            }
        }
        const Advice advice = put_into_words(shipped().rules(), base, judged(base));
        CHECK(variants_as_text(advice, comparisons) == variants_as_text(advice, compare_variants(shipped(), base, std::nullopt, today)));
        CHECK(variants_as_json(advice, comparisons) == variants_as_json(advice, compare_variants(shipped(), base, std::nullopt, today)));
        CHECK(contains(html_of(shipped().rules(), base, advice, comparisons), "id=\"variants\""));
        CHECK_FALSE(contains(html_of(shipped().rules(), base, advice), "id=\"variants\""));
        CHECK(contains(advice_as_json(advice, comparisons), "\"variants\""));
        CHECK_FALSE(contains(advice_as_json(advice), "\"variants\""));
    }
}

TEST_CASE("what people called a variant cannot look like markup")
{
    casefile::Case base = example("two-bridges");
    base.variants = some_variants(base);
    base.variants[0].name = "<script>x</script>";
    base.variants[0].note = "<b>\n=====";
    const auto comparisons = compare_variants(shipped(), base, std::nullopt, today);
    const Advice advice = put_into_words(shipped().rules(), base, judged(base));
    CHECK_FALSE(contains(html_of(shipped().rules(), base, advice, comparisons), "<script>"));
    CHECK_FALSE(contains(html_of(shipped().rules(), base, advice, comparisons), "<b>"));
    CHECK_FALSE(contains(variants_as_text(advice, comparisons), "\n====="  "\n\n"));
}

TEST_CASE("advice on a variant says so wherever it is written")
{
    const Sample s = sample();
    Advice advice = s.advice();
    CHECK(variant_note(advice).empty());
    casefile::Variant variant;
    variant.id = "v7";
    variant.name = "If it rains";
    mark_variant(advice, variant);
    CHECK(contains(text_of(s.rules, s.group, advice), "This is about the variant “If it rains”, not about the group as it stands."));
    CHECK(contains(html_of(s.rules, s.group, advice), "This is about the variant “If it rains”"));
    CHECK(contains(advice_as_json(advice), "\"variant\": {\n    \"id\": \"v7\""));
    CHECK(contains(why_text(advice, "federation-company"), "If it rains"));
    CHECK(contains(why_as_json(advice, "federation-company"), "\"v7\""));
}
}
