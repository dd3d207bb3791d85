// Small changes of a condition, one at a time. Not for use outside analysis.
#pragma once

#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::analysis
{

struct ConditionMutant
{
    std::string operation;
    std::string what;
    foundation::Place place;
    rulebase::Condition changed; ///< the whole condition
};

/// Every change of the condition or of one of its parts.
[[nodiscard]] std::vector<ConditionMutant> condition_mutants(const rulebase::RuleBase& rules,
                                                             const rulebase::Condition& condition);

/// The condition in a few words: "motive.succession at-least 2".
[[nodiscard]] std::string brief(const rulebase::Condition& condition);

} // namespace fedadvise::analysis
