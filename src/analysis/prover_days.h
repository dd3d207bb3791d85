// The days on which the law of a rule base changes.
#pragma once

#include "rulebase/rule_base.h"

#include <vector>

namespace fedadvise::analysis
{

/// One day for every stretch of time in which the same rules are law: the rule base's own day for the stretch it
/// stands in, otherwise the first day of the stretch; for the time before the first change the day before it. In order
/// of time; at least one.
[[nodiscard]] std::vector<foundation::Date> days_of_change(const rulebase::RuleBase& rules);

} // namespace fedadvise::analysis
