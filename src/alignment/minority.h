// Minority: the practice that the advice to the group serves least, and what it would need.
#pragma once

#include "alignment/fit.h"
#include "whatif/smallest_change.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace fedadvise::alignment
{

/// One view of a practice that would have to be another one.
struct ChangedView
{
    std::size_t question = 0; ///< index in the rule base
    casefile::Answer answer;
};

struct Minority
{
    std::size_t practice = 0;
    std::size_t advised = 0; ///< what the group is advised, of several the one that suits this practice best
    Stance stance = Stance::Accepts;
    int loss = 0;                 ///< points between what suits the practice best and what is advised
    std::vector<std::size_t> own; ///< what comes first for it
    /// What it would take for the advised model to be open to it and come first; of the smallest sets, one. Empty when
    /// none was found.
    std::vector<ChangedView> needs;
    bool impossible = false; ///< proved: no change of its views would do it
};

/// The practice with the greatest loss when the group goes for `advised` models; of equal ones the first. Nothing when
/// nobody loses more than the points of a tie.
[[nodiscard]] std::optional<Minority> least_served(const Roundtable& table, const Fit& fit,
                                                   const std::vector<std::size_t>& advised);

} // namespace fedadvise::alignment
