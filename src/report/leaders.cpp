#include "report/leaders.h"

#include "report/headline.h"

#include <algorithm>
#include <set>

namespace fedadvise::report
{

namespace
{

/// How many vehicles at the top are marked as leading, at least, when a legal person is needed.
constexpr std::size_t fewest_vehicles = 2;

} // namespace

Leaders leaders_of(const casefile::Case& group, const engine::Assessment& assessment)
{
    Leaders leaders;
    if (!has_answers(group))
        return leaders;
    leaders.models = assessment.leading_models;
    std::set<rulebase::OptionId> carriers;
    std::set<rulebase::OptionId> unusual;
    for (const engine::Pair& pair : assessment.pairs)
        if (std::find(leaders.models.begin(), leaders.models.end(), pair.model) != leaders.models.end())
            (pair.fit == rulebase::Fit::Weak ? unusual : carriers).insert(pair.vehicle);
    if (carriers.size() < fewest_vehicles)
        carriers.merge(unusual);
    int rank = 0;
    for (const engine::OptionResult& vehicle : assessment.vehicles)
    {
        if (!carriers.contains(vehicle.option))
            continue;
        if (leaders.vehicles.size() >= fewest_vehicles && vehicle.rank != rank)
            break;
        rank = vehicle.rank;
        leaders.vehicles.push_back(vehicle.option);
    }
    return leaders;
}

std::string depth_cap_of(const rulebase::RuleBase& rules, const engine::Assessment& assessment)
{
    const engine::RelationshipReading& relationship = assessment.relationship;
    const bool unknown =
        relationship.statements > 0 && relationship.statements_answered == 0 && assessment.depth_cap.by.empty();
    return unknown || assessment.depth_cap.step >= rules.gradient.size() ? std::string{}
                                                                         : rules.gradient[assessment.depth_cap.step].id;
}

} // namespace fedadvise::report
