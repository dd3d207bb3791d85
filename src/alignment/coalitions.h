// Coalitions: which of the practices could go further together, while the others keep a lighter link and an open door.
#pragma once

#include "alignment/camps.h"
#include "alignment/fit.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fedadvise::alignment
{

/// Some of the practices, by themselves.
struct Coalition
{
    Members members;                 ///< at least two, and not all
    std::vector<std::size_t> models; ///< come first for them, are open, and each member that has spoken accepts them
    std::size_t step = 0;            ///< deepest of `models`
    std::vector<std::size_t> deal_breakers; ///< rules that hold for them too and no average may hide; see Rule
    bool has_wanted = false;                ///< one of `models` is what a veto keeps from the whole group
    friend bool operator==(const Coalition&, const Coalition&) = default;
};

enum class LookedAt
{
    Nothing, ///< there are fewer than three practices
    All,     ///< every coalition
    Useful,  ///< those without one or two practices, without everybody who stands against, and the camps
};

/// "nothing", "all", "useful".
[[nodiscard]] std::string looked_at_id(LookedAt looked_at);

/// Every coalition is looked at up to so many practices.
constexpr std::size_t most_for_all = 12;

struct Coalitions
{
    LookedAt looked_at = LookedAt::Nothing;
    std::size_t judged = 0;     ///< coalitions that were tried
    std::size_t down_to = 0;    ///< members of the smallest ones that had to be tried; 0: none had to be
    bool worth_showing = false; ///< a vote stops what the group wants, or common ground is two steps lower or missing
    std::vector<Coalition> larger; ///< the largest that get further than the whole group; see coalitions_of
    std::size_t more = 0;          ///< further ones of the same size
    std::vector<Coalition> camps;  ///< the camps, when practices fall into two; `models` may be empty
};

/// At most so many coalitions are named.
constexpr std::size_t most_coalitions_named = 3;

/// A coalition gets further when one of its `models` is what a veto keeps from all, or lies deeper than the common
/// ground. Those with most members come first; of these, those that can have what the veto stops, then those with fewer
/// deal-breakers, then the deeper ones, then by the members. A coalition in which more of the law is broken than in the
/// whole group is never named, and a model that is ruled out or has to wait there neither.
[[nodiscard]] Coalitions coalitions_of(const Roundtable& table, const Fit& fit, const std::vector<Members>& camps);

/// What these practices would agree on by themselves; `models` may be empty.
[[nodiscard]] Coalition coalition_of(const Roundtable& table, const Fit& fit, const Members& members);

/// Indexes of the rules that are true and that no average may hide.
[[nodiscard]] std::vector<std::size_t> deal_breakers_in(const Roundtable& table, const Judged& judged);

} // namespace fedadvise::alignment
