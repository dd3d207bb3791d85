// Rank acceptability by a plain loop, one sample after the other: the yardstick for the sampling of whatif/firmness.h.
#pragma once

#include "tree_walk.h"
#include "whatif/moves.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fedadvise::bench
{

/// Who comes first and who is open, worked out as the rules of ranking say.
struct PlainRanks
{
    std::vector<int> rank; ///< of each option
    std::vector<bool> open;
    std::vector<bool> leads;
};

/// Ranks of options from sums, the plain way.
class PlainRanking
{
public:
    explicit PlainRanking(const engine::Scorecard& scorecard) : m_scorecard(scorecard) {}
    [[nodiscard]] PlainRanks of(std::vector<int> scores, const std::vector<bool>& ruled_out, std::vector<bool> waits,
                                std::size_t nation) const;

private:
    void rank(std::size_t begin, std::size_t end, const std::vector<int>& scores, const std::vector<int>& classes,
              PlainRanks& ranks) const;
    const engine::Scorecard& m_scorecard;
};

struct PlainAcceptability
{
    std::vector<std::size_t> first, open;
    std::vector<std::vector<std::size_t>> ranks;
};

struct PlainSettings
{
    std::size_t readings = 100'000;
    std::size_t completions = 1; ///< ways to answer the open questions; 1: the answers as they are
    std::uint64_t seed = 20261125;
};

/// The same rule for strengths as whatif::firmness_of, drawn with std::mt19937_64.
[[nodiscard]] PlainAcceptability sample_plainly(const whatif::Crossroads& crossroads, const PlainSettings& settings);

} // namespace fedadvise::bench
