#include "bit_bound.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace fedadvise::bench
{

using engine::lane_words;
using engine::LaneMask;

namespace
{

using Digits = std::array<LaneMask, BitBound::digits>;

void add(Digits& sum, const LaneMask& mask, std::size_t digit)
{
    LaneMask carry = mask;
    for (; digit < sum.size(); ++digit)
    {
        std::uint64_t left = 0;
        for (std::size_t w = 0; w < lane_words; ++w)
        {
            const std::uint64_t both = sum[digit][w] & carry[w];
            sum[digit][w] ^= carry[w];
            carry[w] = both;
            left |= both;
        }
        if (left == 0)
            return;
    }
}

int number(const Digits& sum, std::size_t lane)
{
    int value = 0;
    for (std::size_t d = 0; d < sum.size(); ++d)
        value |= static_cast<int>(sum[d][lane / 64] >> lane % 64 & 1U) << d;
    return value;
}

} // namespace

int BitBound::Sums::score(std::size_t option, std::size_t lane) const
{
    return number(for_it[option], lane) - number(against_it[option], lane);
}

BitBound::BitBound(const engine::Scorecard& scorecard) : m_scorecard(scorecard)
{
    for (const engine::Consequence& consequence : scorecard.consequences())
        for (const engine::Pull& pull : consequence.pulls)
            m_pulls.push_back(
                {consequence.node, pull.option, static_cast<std::uint8_t>(std::abs(pull.strength)), pull.strength < 0});
    std::sort(m_pulls.begin(), m_pulls.end(),
              [](const Pull& a, const Pull& b) { return std::tie(a.option, a.node) < std::tie(b.option, b.node); });
}

void BitBound::add_up(std::vector<engine::Planes>& nodes, Sums& sums) const
{
    engine::evaluate_lanes(m_scorecard.program(), nodes);
    sums.for_it.assign(m_scorecard.options(), {});
    sums.against_it.assign(m_scorecard.options(), {});
    for (const Pull& pull : m_pulls)
    {
        Digits& sum = pull.against ? sums.against_it[pull.option] : sums.for_it[pull.option];
        for (std::size_t digit = 0; pull.size >> digit != 0; ++digit)
            if ((pull.size >> digit & 1U) != 0)
                add(sum, nodes[pull.node].certain, digit);
    }
}

} // namespace fedadvise::bench
