#include "engine/cases.h"
#include "engine/oracle.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

/// The part of a score that comes from how well a vehicle carries the leading models.
int fit_points(const engine::OptionResult& result)
{
    int points = 0;
    for (const auto* list : {&result.for_it, &result.against_it})
        for (const engine::Finding& finding : *list)
            points += finding.engine == "fit" || finding.engine == "no-carrier" ? finding.strength : 0;
    return points;
}

bool names_lack_of_vehicles(const std::vector<engine::Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const engine::Finding& finding) { return finding.engine == "no-vehicle"; });
}

/// How often a model surely waits for vehicles, and how often only perhaps.
struct Waits
{
    int surely = 0;
    int perhaps = 0;
};

void compare_waits(const casefile::Case& group, const std::vector<engine::Truth>& truths, const engine::Assessment& assessment, Waits& waits)
{
    const casefile::Answer* said = casefile::find_answer(group.answers, {"jurisdiction"});
    const auto* nation = said == nullptr ? nullptr : std::get_if<casefile::Choice>(said);
    for (const engine::OptionResult& model : assessment.models)
    {
        CAPTURE(model.option.value);
        const engine::Truth lacks = oracle::lacks_vehicles(shipped().rules(), truths, model.option, nation == nullptr ? "" : nation->option);
        CHECK(names_lack_of_vehicles(model.not_yet) == (lacks == engine::Truth::True));
        CHECK(names_lack_of_vehicles(model.open) == (lacks == engine::Truth::Unknown));
        waits.surely += lacks == engine::Truth::True ? 1 : 0;
        waits.perhaps += lacks == engine::Truth::Unknown ? 1 : 0;
    }
}

void compare_scores(const std::vector<engine::Truth>& truths, const engine::Assessment& assessment)
{
    for (const engine::OptionResult& model : assessment.models)
    {
        CAPTURE(model.option.value);
        const oracle::Points points = oracle::points_of(shipped().rules(), truths, model.option);
        CHECK(model.score.now == points.now);
        CHECK(model.score.low == points.low);
        CHECK(model.score.high == points.high);
    }
    for (const engine::OptionResult& vehicle : assessment.vehicles)
    {
        CAPTURE(vehicle.option.value);
        CHECK(vehicle.score.now - fit_points(vehicle) == oracle::points_of(shipped().rules(), truths, vehicle.option).now);
        CHECK(vehicle.score.low <= vehicle.score.now);
        CHECK(vehicle.score.now <= vehicle.score.high);
    }
}

} // namespace

TEST_SUITE("engine and oracle") {
TEST_CASE("on 2,000 random partial cases the engine says what the plain tree walk says")
{
    Random random(20261122);
    const rulebase::RuleBase& rules = shipped().rules();
    Waits waits;
    for (int number = 0; number < 2000; ++number)
    {
        CAPTURE(number);
        const Habits habits{10 + random.below(91), random.below(15), 6};
        const casefile::Case group = random_case(rules, random, habits);
        const engine::Assessment assessment = shipped().assess(group, today);
        const auto truths = oracle::truths_of_rules(rules, group, today);
        for (std::size_t r = 0; r < truths.size(); ++r)
            if (truths[r] != assessment.rule_truths[r])
                FAIL_CHECK("rule " << rules.rules[r].id.value << ": the oracle says " << static_cast<int>(truths[r]) << ", the engine "
                                   << static_cast<int>(assessment.rule_truths[r]));
        compare_scores(truths, assessment);
        compare_waits(group, truths, assessment, waits);
    }
    CHECK(waits.surely > 0);
    CHECK(waits.perhaps > 0);
}

TEST_CASE("on random cases and days the law of the day is the same")
{
    Random random(7);
    const rulebase::RuleBase& rules = shipped().rules();
    for (const foundation::Date day : {foundation::Date{2013, 4, 1}, foundation::Date{2019, 3, 31}, foundation::Date{2019, 4, 1}, foundation::Date{2023, 9, 30},
                                       foundation::Date{2023, 10, 1}, foundation::Date{2030, 1, 1}})
        for (int number = 0; number < 20; ++number)
        {
            CAPTURE(foundation::date_text(day));
            const casefile::Case group = random_case(rules, random, {80, 5, 4});
            CHECK(shipped().assess(group, day).rule_truths == oracle::truths_of_rules(rules, group, day));
        }
}

TEST_CASE("which questions are asked is the same")
{
    Random random(3);
    for (int number = 0; number < 300; ++number)
    {
        CAPTURE(number);
        const casefile::Case group = random_case(shipped().rules(), random, {50, 10, 6});
        CHECK(shipped().asked_questions(group) == oracle::truths_of_asking(shipped().rules(), group));
    }
}
}
