// What "no one-size-fits-all" forbids: ten things, each a test here as far as the engine can break it. (9, signposts to advisers
// instead of advice, is in the words of the report; here only the disclaimer is looked at.)
#include "engine/cases.h"

#include "casefile/case_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Band;
using rulebase::EffectKind;

namespace
{

const std::vector<std::string> nations = {"england", "wales", "scotland", "northern-ireland"};

std::size_t available(const std::vector<engine::OptionResult>& results)
{
    return static_cast<std::size_t>(std::count_if(results.begin(), results.end(), is_available));
}

std::size_t step_of(const std::string& model)
{
    return *rulebase::gradient_index(shipped().rules(), rulebase::find_model(shipped().rules(), {model})->lowest_step);
}

/// Every case that ships as an example.
std::vector<casefile::Case> examples()
{
    std::vector<casefile::Case> cases;
    for (const auto& entry : std::filesystem::directory_iterator(FEDADVISE_EXAMPLES_DIR))
        if (entry.path().extension() == ".fedcase")
        {
            const auto loaded = casefile::load_case(entry.path(), shipped().rules());
            REQUIRE(loaded.group);
            cases.push_back(*loaded.group);
        }
    return cases;
}

/// Partial and complete cases for every nation, of `least` practices or more.
template <class Visit>
void for_random_cases(std::uint64_t seed, int count, std::size_t least, Visit visit)
{
    Random random(seed);
    for (const std::string& nation : nations)
        for (int number = 0; number < count; ++number)
        {
            CAPTURE(nation);
            CAPTURE(number);
            const std::size_t practices = least + random.below(5);
            casefile::Case group = number % 2 == 0 ? random_complete_case(shipped().rules(), random, practices) : random_case(shipped().rules(), random, {random.below(101), 5, 6});
            group.practices.resize(std::max(group.practices.size(), least));
            group.answers[{"jurisdiction"}] = casefile::Choice{nation};
            visit(group, shipped().assess(group, today));
        }
}

/// Vehicles that the compatibility table lets carry the model here.
std::vector<std::string> carriers(const std::string& model, const std::string& nation)
{
    std::vector<std::string> list;
    for (const rulebase::Vehicle& vehicle : shipped().rules().vehicles)
        if (rulebase::fit_of(shipped().rules(), {model}, vehicle.id, nation) != rulebase::Fit::Impossible)
            list.push_back(vehicle.id.value);
    return list;
}

std::string nation_of(const casefile::Case& group)
{
    return std::get<casefile::Choice>(group.answers.at({"jurisdiction"})).option;
}

} // namespace

TEST_SUITE("no one size fits all") {
TEST_CASE("1: two practices or more always have at least two models to choose from")
{
    for_random_cases(1, 250, 2, [](const casefile::Case&, const engine::Assessment& assessment) {
        if (available(assessment.models) >= 2)
            return;
        for (const engine::OptionResult& model : assessment.models)
            for (const engine::Finding& finding : model.not_yet)
                INFO(model.option.value, " waits for ", finding.rule.value, finding.engine);
        FAIL_CHECK("only " << available(assessment.models) << " can be had");
    });
}

TEST_CASE("1: a single practice too always has at least two models to choose from")
{
    int single = 0;
    for_random_cases(2, 400, 1, [&](const casefile::Case& group, const engine::Assessment& assessment) {
        if (group.practices.size() != 1)
            return;
        ++single;
        CHECK(available(assessment.models) >= 2);
    });
    CHECK(single > 50);
}

TEST_CASE("1: no rule can ever take away staying independent and talking, so two models are always left")
{
    const rulebase::RuleBase& rules = shipped().rules();
    for (const rulebase::OptionId& id : {rulebase::OptionId{"stay-independent"}, rulebase::OptionId{"informal-network"}})
    {
        CAPTURE(id.value);
        for (const rulebase::Rule& rule : rules.rules)
            for (const rulebase::Effect& effect : rule.effects)
            {
                CAPTURE(rule.id.value);
                const bool takes_away = effect.kind == rulebase::EffectKind::Exclude || effect.kind == rulebase::EffectKind::NotYet;
                CHECK_FALSE((takes_away && std::find(effect.on.begin(), effect.on.end(), id) != effect.on.end()));
            }
        const auto& exemptions = rules.readiness.exemptions;
        CHECK(std::any_of(exemptions.begin(), exemptions.end(), [&](const rulebase::ReadinessExemption& exemption) {
            return !exemption.when && !exemption.mean && std::find(exemption.models.begin(), exemption.models.end(), id) != exemption.models.end() &&
                   std::find(exemption.rules.begin(), exemption.rules.end(), rulebase::RuleId{"all"}) != exemption.rules.end();
        }));
    }
}

TEST_CASE("1: a leading model that needs a legal person has at least two vehicles")
{
    int looked_at = 0;
    for_random_cases(3, 250, 2, [&](const casefile::Case& group, const engine::Assessment& assessment) {
        for (const rulebase::OptionId& model : assessment.leading_models)
        {
            if (rulebase::find_model(shipped().rules(), model)->legal_person != rulebase::LegalPerson::Needed)
                continue;
            ++looked_at;
            const auto pairs = std::count_if(assessment.pairs.begin(), assessment.pairs.end(), [&](const engine::Pair& pair) { return pair.model == model; });
            CHECK(pairs >= 2);
            for (const std::string& vehicle : carriers(model.value, nation_of(group)))
            {
                const engine::OptionResult& result = result_of(assessment, vehicle);
                for (const engine::Finding& finding : result.ruled_out_by)
                    CHECK(!rulebase::find_rule(shipped().rules(), finding.rule)->law.empty());
                CHECK((is_available(result) || !result.ruled_out_by.empty() || !result.not_yet.empty()));
            }
        }
    });
    CHECK(looked_at > 50);
}

TEST_CASE("1: with a nation and nothing that the law forbids, every model that needs a legal person has at least two vehicles")
{
    for (const std::string& nation : nations)
    {
        const auto assessment = assess({{"jurisdiction", nation}, {"core-contract-moves", "no"}, {"owners", "gps practices"}});
        for (const engine::OptionResult& model : assessment.models)
        {
            if (rulebase::find_model(shipped().rules(), model.option)->legal_person != rulebase::LegalPerson::Needed || !is_available(model))
                continue;
            CAPTURE(nation);
            CAPTURE(model.option.value);
            const auto pairs = std::count_if(assessment.pairs.begin(), assessment.pairs.end(), [&](const engine::Pair& pair) { return pair.model == model.option; });
            CHECK(pairs >= 2);
        }
    }
}

TEST_CASE("1: every option has something that can speak for it and something that can speak against it")
{
    const auto assessment = assess({});
    for (const auto* results : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *results)
        {
            CAPTURE(result.option.value);
            const auto speaks = [&](int sign) {
                return std::any_of(result.open.begin(), result.open.end(), [&](const engine::Finding& finding) { return finding.strength * sign > 0; });
            };
            CHECK(speaks(+1));
            CHECK(speaks(-1));
        }
}

TEST_CASE("2: depth is no merit: without answers every step of the gradient stands equal")
{
    const auto assessment = assess({});
    CHECK(assessment.leading_models.size() == shipped().rules().models.size());
}

TEST_CASE("2: every model can lead somewhere")
{
    Random random(5);
    std::set<std::string> led;
    for (int number = 0; number < 1500; ++number)
        for (const rulebase::OptionId& model : shipped().assess(random_complete_case(shipped().rules(), random, 1 + random.below(10)), today).leading_models)
            led.insert(model.value);
    for (const casefile::Case& group : examples())
        for (const rulebase::OptionId& model : shipped().assess(group, today).leading_models)
            led.insert(model.value);
    for (const rulebase::Model& model : shipped().rules().models)
    {
        CAPTURE(model.id.value);
        CHECK(led.contains(model.id.value));
    }
}

TEST_CASE("3: no model and no vehicle without what it does not suit")
{
    for (const rulebase::Model& model : shipped().rules().models)
        CHECK(!model.does_not_suit.empty());
    for (const rulebase::Vehicle& vehicle : shipped().rules().vehicles)
        CHECK(!vehicle.does_not_suit.empty());
}

TEST_CASE("4: staying independent is never ruled out or made to wait")
{
    for_random_cases(6, 100, 1, [](const casefile::Case&, const engine::Assessment& assessment) { CHECK(is_available(result_of(assessment, "stay-independent"))); });
}

TEST_CASE("4: staying independent can be what the answers point towards")
{
    // Nobody has a strong reason, everybody is well.
    Said group = with(all_statements("3"), {{"jurisdiction", "england"}, {"shared-task", "none"}, {"practice-count", "3"}, {"autonomy", "full"}});
    for (const rulebase::Question& question : shipped().rules().questions)
        if (question.family == "motive" || question.family == "purpose")
            group[question.id.value] = "0";
    group["motive.keep-independence"] = "3";
    const Said well{{"finances", "strong"}, {"partners-retiring", "none"}, {"list-size", "12000"}};
    const auto assessment = assess(group, {well, well, well});
    CHECK(first_rank(assessment.models).contains("stay-independent"));
}

TEST_CASE("4: a step less deep than today can be what the answers point towards")
{
    // A shared body (g4) whose members no longer trust each other.
    Said group = with(all_statements("2"), {{"jurisdiction", "england"}, {"current-step", "g4"}, {"existing-entity", "company-shares"}, {"past-collaboration", "bitter"},
                                            {"motive.keep-independence", "3"}, {"purpose.training", "2"}, {"autonomy", "full"}, {"practice-count", "6"}});
    const auto assessment = assess(group);
    REQUIRE(!assessment.leading_models.empty());
    for (const rulebase::OptionId& model : assessment.leading_models)
    {
        CAPTURE(model.value);
        CHECK(step_of(model.value) < 4);
    }
    CHECK(assessment.depth_cap.step < 4);
}

TEST_CASE("5: bands are words without figures")
{
    for (const rulebase::BandSetting& band : shipped().rules().settings.bands)
    {
        CAPTURE(band.label);
        CHECK(std::none_of(band.label.begin(), band.label.end(), [](unsigned char c) { return std::isdigit(c) != 0 || c == '%'; }));
    }
    for (const Band band : {Band::PointsStronglyTowards, Band::PointsTowards, Band::Possible, Band::PointsAway, Band::NotYet, Band::RuledOut})
        CHECK(!engine::band_id(band).empty());
}

TEST_CASE("6: every finding can be traced to a rule or to the engine's own bookkeeping, and every rule to a source")
{
    for_random_cases(7, 60, 1, [](const casefile::Case&, const engine::Assessment& assessment) {
        for (const auto* results : {&assessment.models, &assessment.vehicles})
            for (const engine::OptionResult& result : *results)
                for (const auto* findings : {&result.for_it, &result.against_it, &result.open, &result.ruled_out_by, &result.not_yet, &result.required, &result.allowed, &result.warnings})
                    for (const engine::Finding& finding : *findings)
                    {
                        const auto* rule = rulebase::find_rule(shipped().rules(), finding.rule);
                        CHECK((rule != nullptr) == finding.engine.empty());
                        CHECK((rule == nullptr || !rule->sources.empty()));
                    }
    });
}

TEST_CASE("7: pulls in both directions are all kept")
{
    for_random_cases(8, 100, 1, [](const casefile::Case&, const engine::Assessment& assessment) {
        const auto& rules = shipped().rules().rules;
        for (const auto* results : {&assessment.models, &assessment.vehicles})
            for (const engine::OptionResult& result : *results)
                for (std::size_t r = 0; r < rules.size(); ++r)
                    for (const rulebase::Effect& effect : rules[r].effects)
                    {
                        const bool about = std::find(effect.on.begin(), effect.on.end(), result.option) != effect.on.end();
                        if (effect.kind == EffectKind::Pull && about && assessment.rule_truths[r] == engine::Truth::True)
                            CHECK(names_rule(effect.strength > 0 ? result.for_it : result.against_it, rules[r].id.value));
                    }
    });
}

TEST_CASE("7: aims that pull apart are named: independence and succession")
{
    const auto assessment = assess({{"jurisdiction", "england"}, {"motive.keep-independence", "3"}, {"motive.succession", "3"}, {"practice-count", "3"}});
    CHECK(names_rule(assessment.conflicts, "CF-01"));
    const engine::OptionResult& merger = result_of(assessment, "partnership-merger");
    CHECK(!merger.for_it.empty());
    CHECK(!merger.against_it.empty());
}

TEST_CASE("8: what is only expected or consulted on never rules out, never blocks, and weighs little")
{
    int expected = 0;
    for (const rulebase::Rule& rule : shipped().rules().rules)
    {
        if (rule.status != rulebase::Status::Expected && rule.status != rulebase::Status::Consultation)
            continue;
        ++expected;
        CAPTURE(rule.id.value);
        for (const rulebase::Effect& effect : rule.effects)
        {
            CHECK(effect.kind != EffectKind::Exclude);
            CHECK(effect.kind != EffectKind::NotYet);
            CHECK(effect.kind != EffectKind::Require);
            CHECK(effect.kind != EffectKind::Cap);
            CHECK(std::abs(effect.strength) <= 1);
        }
        CHECK(std::any_of(rule.text.begin(), rule.text.end(), [](unsigned char c) { return std::isdigit(c) != 0; })); // a date
    }
    CHECK(expected > 0);
}

TEST_CASE("8: what is uncertain only warns")
{
    for (const rulebase::Rule& rule : shipped().rules().rules)
        for (const rulebase::Effect& effect : rule.effects)
        {
            CAPTURE(rule.id.value);
            const bool warns = effect.kind == EffectKind::Warn || effect.kind == EffectKind::Forbid || effect.kind == EffectKind::Conflict || effect.kind == EffectKind::NextStep;
            CHECK((rule.tag != rulebase::Tag::Uncertain || warns));
        }
}

TEST_CASE("9: the disclaimer points to a solicitor, an accountant and the LMC")
{
    const std::string& disclaimer = shipped().rules().settings.disclaimer;
    for (const std::string& adviser : {std::string("solicitor"), std::string("accountant"), std::string("local medical committee")})
        CHECK(disclaimer.find(adviser) != std::string::npos);
}

TEST_CASE("10: two arrangements side by side are possible: a company for contracts and an agreement for training")
{
    const auto assessment = assess(with(all_statements("4"), {{"jurisdiction", "england"}, {"practice-count", "12"}, {"purpose.bid-contracts", "3"}, {"purpose.training", "3"},
                                                              {"motive.win-contracts", "3"}, {"management-budget", "full"}, {"clinical-lead", "named"}}));
    const auto has = [&](const std::string& model, const std::string& vehicle) {
        return std::any_of(assessment.pairs.begin(), assessment.pairs.end(), [&](const engine::Pair& pair) { return pair.model.value == model && pair.vehicle.value == vehicle; });
    };
    CHECK(has("federation-company", "company-shares"));
    CHECK(has("contractual-alliance", "contract"));
    CHECK(has("informal-network", "contract"));
}

TEST_CASE("10: purposes are not averaged: each keeps its own reasons")
{
    const auto one = assess({{"purpose.training", "3"}});
    const auto both = assess({{"purpose.training", "3"}, {"purpose.bid-contracts", "3"}});
    for (const engine::OptionResult& model : one.models)
        for (const auto* list : {&model.for_it, &model.against_it})
            for (const engine::Finding& finding : *list)
            {
                const bool from_training = finding.because.ids() == std::vector<rulebase::QuestionId>{{"purpose.training"}};
                const engine::OptionResult& later = result_of(both, model.option.value);
                CHECK((!from_training || names_rule(later.for_it, finding.rule.value) || names_rule(later.against_it, finding.rule.value)));
            }
}

TEST_CASE("the cases that ship as examples keep a choice: two models, and two vehicles where a legal person is needed")
{
    const auto cases = examples();
    CHECK(cases.size() >= 11);
    for (const casefile::Case& group : cases)
    {
        CAPTURE(group.title);
        const auto assessment = shipped().assess(group, engine::day_of_law(group, {}, today));
        CHECK(available(assessment.models) >= 2);
        for (const rulebase::OptionId& model : assessment.leading_models)
            if (rulebase::find_model(shipped().rules(), model)->legal_person == rulebase::LegalPerson::Needed)
                CHECK(std::count_if(assessment.pairs.begin(), assessment.pairs.end(), [&](const engine::Pair& pair) { return pair.model == model; }) >= 2);
    }
}
}
