// Alignment: where the practices of a case stand: together, apart, and what follows for the group. Ids and numbers;
// words are added in report.
#pragma once

#include "alignment/agreement.h"
#include "alignment/coalitions.h"
#include "alignment/fit.h"
#include "alignment/minority.h"
#include "alignment/rounds.h"

#include <optional>
#include <vector>

namespace fedadvise::alignment
{

struct Alignment
{
    Agreement agreement;
    Fit fit;
    /// To the group as a whole: of the models that come first and no vote stops, those that all accept, if any; else
    /// all of them, or the common ground.
    std::vector<std::size_t> advised;
    bool advised_is_ground = false;         ///< it is the common ground, one step below what leads
    std::vector<std::size_t> deal_breakers; ///< rules that hold and that no average may hide
    Coalitions coalitions;
    std::optional<Minority> minority;
    std::vector<RoundConsensus> trend; ///< one entry for each round in which somebody answered
};

/// Practices are indexes into `table`. When the common ground is one step below what leads, the common ground is
/// advised to all: second-best together beats best apart.
[[nodiscard]] Alignment align(const Roundtable& table);

} // namespace fedadvise::alignment
