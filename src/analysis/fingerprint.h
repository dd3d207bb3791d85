// Fingerprint: a hash over everything that a rule, question or option says, so that a waiver ends when it is edited.
#pragma once

#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// Sixteen hexadecimal digits over the meaning and the words of the things named, in the order given; where they stand
/// in the files does not count. An id that names nothing contributes its name alone. Never throws.
[[nodiscard]] std::string fingerprint(const rulebase::RuleBase& rules, const std::vector<std::string>& about);

} // namespace fedadvise::analysis
