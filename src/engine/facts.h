// Facts: the figures that conditions look at, worked out from the answers of one case.
#pragma once

#include "casefile/case.h"
#include "engine/assessment.h"
#include "engine/truth.h"
#include "foundation/number_text.h"
#include "rulebase/rule_base.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::engine
{

constexpr foundation::Fixed lowest_fixed{std::numeric_limits<std::int64_t>::min() / 4};
constexpr foundation::Fixed highest_fixed{std::numeric_limits<std::int64_t>::max() / 4};
constexpr std::uint64_t all_options = ~std::uint64_t{0};

/// What one practice (or the group itself) says to one question.
struct HeldValue
{
    bool answered = false;                        ///< has a value
    bool said_unknown = false;                    ///< "we do not know"
    foundation::Fixed number;                     ///< scale, number
    std::uint64_t options = 0;                    ///< bits of the chosen options
    const casefile::Answer* as_written = nullptr; ///< the answer itself; of several respondents the first one's
};

/// All that was said to one question: an entry for each practice, or one for the group when no practice is listed or
/// the question is the group's.
[[nodiscard]] std::vector<HeldValue> held_values(const casefile::Case& group, const rulebase::Question& question);

/// The value of a fact: an interval of numbers, a set of options that are still possible, or a chosen set.
struct FactValue
{
    foundation::Fixed low = lowest_fixed;
    foundation::Fixed high = highest_fixed;
    std::uint64_t possible = all_options; ///< single choices: options it may be
    std::uint64_t chosen = 0;             ///< sets: options chosen
    bool set_known = false;
    Truth truth = Truth::Unknown; ///< tests over practices
};

/// What was said to every question, in the order of the rule base. Refers to the answers of the case.
using Heard = std::vector<std::vector<HeldValue>>;

[[nodiscard]] Heard hear(const rulebase::RuleBase& rules, const casefile::Case& group);

/// The group's value, by the question's aggregation, from what was said to it.
[[nodiscard]] FactValue group_fact(const rulebase::RuleBase& rules, const casefile::Case& group,
                                   const rulebase::Question& question, const std::vector<HeldValue>& said);

/// Lowest, highest, spread or number of different answers over the practices.
[[nodiscard]] FactValue statistic_fact(const std::vector<HeldValue>& said, rulebase::Statistic statistic);

/// Whether so many practices meet the comparison.
[[nodiscard]] Truth practices_fact(const rulebase::Question& question, const std::vector<HeldValue>& said,
                                   rulebase::HowMany how_many, const rulebase::Comparison& comparison);

/// The figures of relationship readiness.
[[nodiscard]] RelationshipReading read_relationship(const rulebase::RuleBase& rules, const Heard& heard);

/// Share of practices whose decisive motives include the commonest one; not known with fewer than two practices that
/// have a decisive motive of their own. `highest_point` is the scale's "decisive".
[[nodiscard]] FactValue motive_consensus(const rulebase::RuleBase& rules, const casefile::Case& group);

} // namespace fedadvise::engine
