// Block sums: the points of a whole block of cases added up at once, as binary digits with one bit for each case.
#pragma once

#include "engine/lanes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fedadvise::engine
{

struct Consequence;

constexpr std::size_t most_summed_options = 64;

/// What ranks are made from, for every lane of a block; an entry for each option.
struct BlockSums
{
    std::array<std::array<std::int16_t, lanes_in_block>, most_summed_options> score{};
    std::array<LaneMask, most_summed_options> ruled_out{};
    std::array<LaneMask, most_summed_options> delayed{};
};

/// Adds up what follows from conditions. Pays when the cases of a block have little in common.
class BlockAdder
{
public:
    BlockAdder() = default;
    BlockAdder(const std::vector<Consequence>& consequences, std::size_t options);

    /// `nodes` must be worked out. Entries of `sums` beyond the options stay as they are.
    void add_up(const std::vector<Planes>& nodes, BlockSums& sums) const;

private:
    struct Pull
    {
        std::uint32_t node = 0;
        std::uint32_t points = 0; ///< without its sign
        bool against = false;
    };
    struct OfOption
    {
        std::vector<Pull> pulls;
        std::vector<std::uint32_t> excludes, delays; ///< nodes
        std::uint32_t total = 0;                     ///< of all points, without their signs
        int against = 0;                             ///< of those against it
    };
    std::vector<OfOption> m_options;
    std::size_t m_most_inputs = 0; ///< of one option's sum
};

} // namespace fedadvise::engine
