// Fragments: the fewest answers that make a rule true, false or open, and tell it from its mutants. Not for use outside
// analysis.
#pragma once

#include "casefile/case.h"
#include "engine/truth.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace fedadvise::analysis
{

struct Fragment
{
    std::size_t rule = 0;
    engine::Truth truth = engine::Truth::Unknown;
    foundation::Date day;
    casefile::Case group;
    std::set<rulebase::QuestionId> open; ///< what must stay unanswered for this truth
};

/// A small set of fragments in which the rule is true, false and open, each part of its condition decides both ways,
/// and each mutant of its condition or dates comes out otherwise than the rule, as far as the search finds such
/// answers. It tries every combination of the answers that the condition looks at, or a seeded sample when there are
/// too many. The same seed gives the same fragments.
[[nodiscard]] std::vector<Fragment> fragments_of(const rulebase::RuleBase& rules, std::size_t rule, std::uint64_t seed);

} // namespace fedadvise::analysis
