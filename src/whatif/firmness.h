// Firmness: how much of the result hangs on one answer, on the open answers, and on the strengths of the rules.
#pragma once

#include "whatif/moves.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fedadvise::whatif
{

/// What becomes of the options when one answered question is answered otherwise.
struct Flip
{
    std::size_t move = 0; ///< into the moves of the crossroads
    engine::OptionMask leading = 0;
    engine::OptionMask gains = 0;  ///< lead then, and do not lead now
    engine::OptionMask loses = 0;  ///< lead now, and not then
    engine::OptionMask barred = 0; ///< ruled out or made to wait then, and open now
    engine::OptionMask opened = 0; ///< open then, and not now
    bool unlawful = false;         ///< a conduct that the law forbids would come in
};

/// An answered question of which some other answer changes what comes first; unlawful ones are left aside.
struct Pivotal
{
    std::size_t question = 0;
    std::vector<Flip> flips; ///< those that change what comes first
};

struct Flips
{
    std::size_t questions = 0; ///< answered questions that were tried
    std::size_t answers = 0;   ///< other answers that were tried
    /// Those first of which most answers change which models lead, then which vehicles.
    std::vector<Pivotal> pivotal;
    std::vector<Flip> all; ///< every answer that was tried
};

/// Every answered question once with every other answer. `crossroads` should have been made for all questions.
[[nodiscard]] Flips flips_of(const Crossroads& crossroads);

/// How often an option comes first, and which ranks it takes.
struct Acceptability
{
    std::size_t option = 0;
    std::size_t first = 0;          ///< readings in which it comes first and is open
    std::size_t open = 0;           ///< readings in which it is neither ruled out nor made to wait
    std::vector<std::size_t> ranks; ///< readings for each rank from 1; those in which it is not open are left out
};

/// Rank acceptability over what is not known: the open answers, and the strengths, each of which could reasonably be
/// one point more or less, though not of the other sign.
/// Source: Lahdelma and Salminen 2001, SMAA-2: Stochastic multicriteria acceptability analysis for group decision
/// making, Operations Research 49(3).
struct Firmness
{
    std::size_t readings = 0;           ///< combinations of answers and strengths that were judged
    std::size_t completions = 0;        ///< ways to answer the open questions among them
    bool exact = false;                 ///< every way to answer the open questions was judged, equally often
    std::vector<Acceptability> options; ///< every model, then every vehicle, in the order of the scorecard
    /// Half the width of the 95 % interval of a share of `first`, in thousandths of all readings; the readings of one
    /// completion count as one. 0 when all completions were judged and strengths are not varied.
    std::size_t half_width(std::size_t first) const;
};

struct FirmnessSettings
{
    std::size_t readings = 100'000;
    std::size_t completions = 2'048; ///< at most
    std::uint64_t seed = 20261125;
    bool vary_strengths = true;
    bool vary_answers = true;
    const std::atomic<bool>* stop = nullptr;
};

/// `crossroads` should have been made for all questions; open ones are answered with every answer equally likely. An
/// open question that is not asked stays open.
[[nodiscard]] Firmness firmness_of(const Crossroads& crossroads, const FirmnessSettings& settings = {});

} // namespace fedadvise::whatif
