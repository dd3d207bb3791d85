// Leaders: what comes first in an assessment; one answer for the screen, the reports and the tables of many cases.
#pragma once

#include "casefile/case.h"
#include "engine/assessment.h"
#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::report
{

/// In the order of their ranks.
struct Leaders
{
    std::vector<rulebase::OptionId> models;   ///< the first rank; none when nothing is answered
    std::vector<rulebase::OptionId> vehicles; ///< that carry one of them and stand at the top
};

/// Vehicles: of those that carry a leading model, the first rank, and the next until there are two. Without answers all
/// options are level, and to say that they lead would mislead.
[[nodiscard]] Leaders leaders_of(const casefile::Case& group, const engine::Assessment& assessment);

/// Id of the deepest gradient step that is advised now; empty when nothing is known about the relationship and no rule
/// limits the depth: then no step can be named.
[[nodiscard]] std::string depth_cap_of(const rulebase::RuleBase& rules, const engine::Assessment& assessment);

} // namespace fedadvise::report
