#include "engine/lanes.h"

namespace fedadvise::engine
{

namespace
{

/// How many parts hold, lane by lane, as binary digits, the lowest first.
class LaneCounter
{
public:
    void add(const LaneMask& mask)
    {
        LaneMask carry = mask;
        for (LaneMask& digit : m_digits)
        {
            std::uint64_t left = 0;
            for (std::size_t w = 0; w < lane_words; ++w)
            {
                const std::uint64_t both = digit[w] & carry[w];
                digit[w] ^= carry[w];
                carry[w] = both;
                left |= both;
            }
            if (left == 0)
                return;
        }
    }
    /// The lanes that counted at least so many.
    [[nodiscard]] LaneMask at_least(std::uint32_t count) const
    {
        LaneMask greater{}, equal;
        equal.fill(~std::uint64_t{0});
        for (std::size_t digit = m_digits.size(); digit-- > 0;)
            for (std::size_t w = 0; w < lane_words; ++w)
            {
                const std::uint64_t wanted = (count >> digit & 1U) != 0 ? ~std::uint64_t{0} : 0;
                greater[w] |= equal[w] & m_digits[digit][w] & ~wanted;
                equal[w] &= ~(m_digits[digit][w] ^ wanted);
            }
        for (std::size_t w = 0; w < lane_words; ++w)
            greater[w] |= equal[w];
        return greater;
    }

private:
    std::array<LaneMask, 16> m_digits{}; // up to 65,535 parts
};

Planes at_least(const Program& program, const Node& node, const std::vector<Planes>& nodes)
{
    Planes result;
    if (node.count <= 0)
    {
        result.fill(Truth::True);
        return result;
    }
    LaneCounter certain, possible;
    for (std::uint32_t i = 0; i < node.parts; ++i)
    {
        const Planes& part = nodes[program.parts[node.first + i]];
        certain.add(part.certain);
        possible.add(part.possible);
    }
    result.certain = certain.at_least(static_cast<std::uint32_t>(node.count));
    result.possible = possible.at_least(static_cast<std::uint32_t>(node.count));
    return result;
}

Planes of_branch(const Program& program, const Node& node, const std::vector<Planes>& nodes)
{
    if (node.kind == Node::Kind::AtLeast)
        return at_least(program, node, nodes);
    Planes result;
    result.fill(node.kind == Node::Kind::Any ? Truth::False : Truth::True);
    for (std::uint32_t i = 0; i < node.parts; ++i)
    {
        const Planes& part = nodes[program.parts[node.first + i]];
        for (std::size_t w = 0; w < lane_words; ++w)
        {
            if (node.kind == Node::Kind::Any)
            {
                result.certain[w] |= part.certain[w];
                result.possible[w] |= part.possible[w];
            }
            else
            {
                result.certain[w] &= part.certain[w];
                result.possible[w] &= part.possible[w];
            }
        }
    }
    if (node.kind != Node::Kind::Not)
        return result;
    Planes negated;
    for (std::size_t w = 0; w < lane_words; ++w)
    {
        negated.certain[w] = ~result.possible[w];
        negated.possible[w] = ~result.certain[w];
    }
    return negated;
}

} // namespace

std::vector<Planes> all_lanes(const std::vector<Truth>& truths)
{
    std::vector<Planes> nodes(truths.size());
    for (std::size_t n = 0; n < truths.size(); ++n)
        nodes[n].fill(truths[n]);
    return nodes;
}

void evaluate_lanes(const Program& program, std::vector<Planes>& nodes)
{
    for (std::size_t n = 0; n < program.nodes.size(); ++n)
        if (!is_leaf(program.nodes[n]))
            nodes[n] = of_branch(program, program.nodes[n], nodes);
}

} // namespace fedadvise::engine
