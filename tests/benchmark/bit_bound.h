// The bound: what any scorer that judges cases side by side, a bit for each, must do at the least. It works out the
// conditions and adds up the strengths as binary digits, and leaves the sums as digits.
#pragma once

#include "engine/scorecard.h"

#include <array>
#include <cstddef>
#include <vector>

namespace fedadvise::bench
{

class BitBound
{
public:
    static constexpr std::size_t digits = 10;
    /// Points for and against, as binary digits, the lowest first; an entry for each option.
    struct Sums
    {
        std::vector<std::array<engine::LaneMask, digits>> for_it, against_it;
        [[nodiscard]] int score(std::size_t option, std::size_t lane) const;
    };

    explicit BitBound(const engine::Scorecard& scorecard);
    void add_up(std::vector<engine::Planes>& nodes, Sums& sums) const;

private:
    struct Pull
    {
        engine::NodeIndex node = 0;
        std::uint8_t option = 0, size = 0;
        bool against = false;
    };
    const engine::Scorecard& m_scorecard;
    std::vector<Pull> m_pulls;
};

} // namespace fedadvise::bench
