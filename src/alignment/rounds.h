// Rounds: how far the practices agreed in each round of answering.
#pragma once

#include "casefile/case.h"
#include "rulebase/rule_base.h"

#include <optional>
#include <vector>

namespace fedadvise::alignment
{

struct RoundConsensus
{
    int round = 1;
    std::optional<int> consensus; ///< as in Agreement, in thousandths
};

/// The case as it was when the round ended: of every respondent the newest answers that are not later. What practices
/// and the group said without a respondent has no round and stays as it is.
[[nodiscard]] casefile::Case as_of_round(const casefile::Case& group, int round);

/// One entry for each round in which somebody answered, the first round first.
[[nodiscard]] std::vector<RoundConsensus> consensus_by_round(const rulebase::RuleBase& rules,
                                                             const casefile::Case& group);

} // namespace fedadvise::alignment
