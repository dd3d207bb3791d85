// The smallest change: the fewest questions that a group would have to answer otherwise so that an option comes first,
// or is allowed at all. Proved to be smallest by looking at every smaller combination that could do it.
#pragma once

#include "whatif/moves.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace fedadvise::whatif
{

enum class Goal
{
    Lead,    ///< it shares the first rank
    Allowed, ///< it is neither ruled out nor made to wait
};

[[nodiscard]] bool reaches(const engine::Standings& standings, std::size_t option, Goal goal);
/// The same, and no conduct that the law forbids comes in by the change.
[[nodiscard]] bool reaches_lawfully(const engine::Standings& standings, const engine::Standings& now,
                                    std::size_t option, Goal goal);

/// What no change can lift: a rule that holds by circumstances alone ("readiness", "no-vehicle" and "no-carrier": the
/// engine's own), or an option that stays ahead.
struct Obstacle
{
    std::string rule;                          ///< id of the rule, or one of the engine's own; empty for a rival
    rulebase::OptionId rival;                  ///< an option that keeps more points whatever is answered
    std::vector<rulebase::QuestionId> because; ///< the circumstances that decide it
    friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

struct SmallestChange
{
    enum class Outcome
    {
        AlreadySo,
        Found,      ///< `sets` are all the smallest ones
        Impossible, ///< proved: nothing that the group can change would do it; `obstacles` say why
        TooDeep,    ///< no change of up to `none_up_to` questions does it; larger ones were not looked at
        Stopped,    ///< cancelled; no change of up to `none_up_to` questions does it
    };
    Outcome outcome = Outcome::AlreadySo;
    Goal goal = Goal::Lead;
    std::size_t size = 0;       ///< questions in each of the sets
    std::vector<Moves> sets;    ///< into the moves of the crossroads; those that ask least of the group first
    bool all_sets_known = true; ///< false: a limit was reached, there may be more sets of this size
    std::size_t none_up_to = 0; ///< proved: no set of so many questions or fewer does it
    std::vector<Obstacle> obstacles;
    std::size_t cases_judged = 0;
};

struct SearchLimits
{
    std::size_t most_changes = 4;
    std::size_t most_cases = 3'000'000;
    const std::atomic<bool>* stop = nullptr;                           ///< ends the search once true; may be null
    std::function<void(std::size_t size, std::size_t cases)> progress; ///< called now and then; may be empty
};

/// Whether a group can answer the question otherwise: it can choose a preference and work on a plan, and must take a
/// circumstance as given.
[[nodiscard]] bool can_be_changed(const rulebase::Question& question);

/// `crossroads` must have been made for the questions that can be changed. Search: Dechter and Mateescu 2007 call the
/// scheme depth-first branch and bound; the bound is how many points the questions not yet changed can still move.
[[nodiscard]] SmallestChange smallest_change(const Crossroads& crossroads, std::size_t option, Goal goal,
                                             const SearchLimits& limits = {});

} // namespace fedadvise::whatif
