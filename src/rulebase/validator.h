// Judges a rule base's meaning: ids, values, wording, sources, cycles, reachability and balance.
#pragma once

#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <vector>

namespace fedadvise::rulebase
{

/// All faults at once. Errors make the rule base unusable; warnings are faults of substance that `check` reports as
/// well.
[[nodiscard]] std::vector<foundation::Diagnostic> validate(const RuleBase& rules);

} // namespace fedadvise::rulebase
