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

} // namespace fedadvise::report
