#include "engine/block_sums.h"

#include "engine/scorecard.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <span>

namespace fedadvise::engine
{

namespace
{

constexpr std::size_t most_digits = 16;

/// Sums of lanes, as binary digits, the lowest first.
using Digits = std::array<LaneMask, most_digits>;

/// Masks of the digits that are still to be added up; `count` of each are in use.
struct Inputs
{
    explicit Inputs(std::size_t most) : m_most(most), m_masks(most * (most_digits + 1)) {}

    void add(std::size_t digit, const LaneMask& mask) { m_masks[digit * m_most + m_count[digit]++] = mask; }

    /// Three masks of a digit become one of it and one of the next, until one is left of each.
    void reduce(std::size_t digits, Digits& sum)
    {
        for (std::size_t d = 0; d < digits; ++d)
        {
            LaneMask* const masks = &m_masks[d * m_most];
            LaneMask* const carries = &m_masks[(d + 1) * m_most];
            std::size_t& carried = m_count[d + 1];
            LaneMask total{};
            std::size_t i = 0;
            for (; i + 1 < m_count[d]; i += 2)
            {
                LaneMask& carry = carries[carried++];
                for (std::size_t w = 0; w < lane_words; ++w)
                {
                    const std::uint64_t a = masks[i][w], b = masks[i + 1][w], either = a ^ b;
                    carry[w] = (a & b) | (either & total[w]);
                    total[w] ^= either;
                }
            }
            if (i < m_count[d])
            {
                LaneMask& carry = carries[carried++];
                for (std::size_t w = 0; w < lane_words; ++w)
                {
                    carry[w] = masks[i][w] & total[w];
                    total[w] ^= masks[i][w];
                }
            }
            sum[d] = total;
            m_count[d] = 0;
        }
        m_count[digits] = 0;
    }

private:
    std::size_t m_most;
    std::vector<LaneMask> m_masks;
    std::array<std::size_t, most_digits + 1> m_count{};
};

/// The bits of a byte as eight bytes, the lowest bit in the first.
constexpr auto bytes_of_bits = []
{
    std::array<std::uint64_t, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        for (std::size_t bit = 0; bit < 8; ++bit)
            table[byte] |= static_cast<std::uint64_t>(byte >> bit & 1U) << 8 * bit;
    return table;
}();

/// Adds eight digits, of which the first is worth `worth`, to the numbers.
void add_digits(std::span<const LaneMask> digits, int worth, std::array<std::int16_t, lanes_in_block>& numbers)
{
    std::array<std::uint8_t, lanes_in_block> bytes;
    for (std::size_t lane = 0; lane < lanes_in_block; lane += 8)
    {
        std::uint64_t eight = 0;
        for (std::size_t d = 0; d < digits.size(); ++d)
            eight += bytes_of_bits[digits[d][lane / 64] >> lane % 64 & 0xFFU] << d;
        for (std::size_t i = 0; i < 8; ++i) // the same on machines of either byte order
            bytes[lane + i] = static_cast<std::uint8_t>(eight >> 8 * i);
    }
    for (std::size_t lane = 0; lane < lanes_in_block; ++lane)
        numbers[lane] = static_cast<std::int16_t>(numbers[lane] + worth * bytes[lane]);
}

LaneMask any_of(const std::vector<std::uint32_t>& list, const std::vector<Planes>& nodes)
{
    LaneMask any{};
    for (const std::uint32_t node : list)
        for (std::size_t w = 0; w < lane_words; ++w)
            any[w] |= nodes[node].certain[w];
    return any;
}

} // namespace

BlockAdder::BlockAdder(const std::vector<Consequence>& consequences, std::size_t options) : m_options(options)
{
    for (const Consequence& consequence : consequences)
    {
        for (const engine::Pull& pull : consequence.pulls)
        {
            OfOption& of = m_options[pull.option];
            const auto points = static_cast<std::uint32_t>(std::abs(pull.strength));
            of.pulls.push_back({consequence.node, points, pull.strength < 0});
            of.total += points;
            of.against += pull.strength < 0 ? static_cast<int>(points) : 0;
        }
        for (const std::uint8_t option : consequence.excludes)
            m_options[option].excludes.push_back(consequence.node);
        for (const std::uint8_t option : consequence.delays)
            m_options[option].delays.push_back(consequence.node);
    }
    for (const OfOption& of : m_options) // a digit takes at most every pull, and carries of half as many
        m_most_inputs = std::max(m_most_inputs, 2 * of.pulls.size() + 2);
}

void BlockAdder::add_up(const std::vector<Planes>& nodes, BlockSums& sums) const
{
    Inputs inputs(m_most_inputs);
    Digits digits;
    for (std::size_t o = 0; o < m_options.size(); ++o)
    {
        const OfOption& of = m_options[o];
        for (const Pull& pull : of.pulls)
        {
            // Points against it count for every lane that escapes them, and are taken off from all.
            LaneMask mask = nodes[pull.node].certain;
            if (pull.against)
                for (std::uint64_t& word : mask)
                    word = ~word;
            for (std::size_t d = 0; pull.points >> d != 0; ++d)
                if ((pull.points >> d & 1U) != 0)
                    inputs.add(d, mask);
        }
        const auto count = static_cast<std::size_t>(std::bit_width(of.total));
        inputs.reduce(count, digits);
        sums.score[o].fill(static_cast<std::int16_t>(-of.against));
        for (std::size_t from = 0; from < count; from += 8)
            add_digits(std::span(digits).subspan(from, std::min<std::size_t>(8, count - from)), 1 << from,
                       sums.score[o]);
        sums.ruled_out[o] = any_of(of.excludes, nodes);
        sums.delayed[o] = any_of(of.delays, nodes);
    }
}

} // namespace fedadvise::engine
