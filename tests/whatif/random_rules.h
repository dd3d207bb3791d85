// Rule bases drawn at random over the small one's questions, so that searches can be compared with trying everything.
#pragma once

#include "engine/small_rule_base.h"

#include <string>

namespace fedadvise::test
{

/// So many rules with nested conditions over answers, sets, statistics, practices and figures; pulls, exclusions, waits
/// and caps.
[[nodiscard]] std::string random_rules(Random& random, std::size_t count);

/// A case of the small rule base with answers to about so many of a hundred questions; 0 to 3 practices.
[[nodiscard]] casefile::Case random_small_case(const rulebase::RuleBase& rules, Random& random, std::size_t answered);

} // namespace fedadvise::test
