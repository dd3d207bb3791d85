// Lanes: many variants of a case at once, one bit for each. Conditions are judged for a whole block of them in one
// pass.
#pragma once

#include "engine/program.h"
#include "engine/truth.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fedadvise::engine
{

/// Variants in a block.
constexpr std::size_t lanes_in_block = 256;
constexpr std::size_t lane_words = lanes_in_block / 64;

using LaneMask = std::array<std::uint64_t, lane_words>;

/// Three truth values for a block of lanes. A lane is true when it is certain, unknown when it is only possible.
struct Planes
{
    LaneMask certain{};
    LaneMask possible{};

    [[nodiscard]] Truth at(std::size_t lane) const
    {
        const std::uint64_t bit = std::uint64_t{1} << lane % 64;
        return (certain[lane / 64] & bit) != 0    ? Truth::True
               : (possible[lane / 64] & bit) != 0 ? Truth::Unknown
                                                  : Truth::False;
    }
    void set(std::size_t lane, Truth truth)
    {
        const std::uint64_t bit = std::uint64_t{1} << lane % 64;
        certain[lane / 64] = truth == Truth::True ? certain[lane / 64] | bit : certain[lane / 64] & ~bit;
        possible[lane / 64] = truth != Truth::False ? possible[lane / 64] | bit : possible[lane / 64] & ~bit;
    }
    void fill(Truth truth)
    {
        certain.fill(truth == Truth::True ? ~std::uint64_t{0} : 0);
        possible.fill(truth != Truth::False ? ~std::uint64_t{0} : 0);
    }
};

/// Every lane of every node as in `truths`, of which there is one for each node of the program.
[[nodiscard]] std::vector<Planes> all_lanes(const std::vector<Truth>& truths);

/// Works out all nodes from the leaves, by Kleene's tables. `nodes` has an entry for each node; those of leaves are
/// read, the others are written.
void evaluate_lanes(const Program& program, std::vector<Planes>& nodes);

} // namespace fedadvise::engine
