// Fit: the advice for each practice alone in the group, what all of them accept, and what one vote would stop.
#pragma once

#include "alignment/roundtable.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace fedadvise::alignment
{

/// How a model stands with one practice, when the group is judged as if every practice thought as it does.
enum class Stance
{
    Accepts, ///< open, and more than -2 points
    Waits,   ///< what the practice said makes it wait: the relationship does not carry it yet, or something is missing
    Refuses, ///< -2 points or less, or ruled out by what the practice said
    Barred,  ///< ruled out whatever the practice thinks: it is for the whole group too
};

/// "accepts", "waits", "refuses", "barred".
[[nodiscard]] std::string stance_id(Stance stance);

/// A model with so many points or fewer is refused.
constexpr int refused_at = -2;

struct PracticeFit
{
    bool has_spoken = false;     ///< has said itself what it thinks; otherwise the rest is what the group said for it
    std::vector<int> scores;     ///< for each model of the rule base
    std::vector<Stance> stances; ///< for each model
    std::vector<std::size_t> leading; ///< models that come first for it, in the order of the rule base
    int best = 0;                     ///< points of the best that are open to it
};

/// A model that needs the vote of every partnership, with those whose answers speak against it: they refuse it, or what
/// they said makes a model wait that is open to the group as a whole.
struct Veto
{
    std::size_t model = 0;
    Members by;
    bool hidden = false; ///< the answers of all together point to the model all the same
};

/// The group's result beside what each practice could live with. Models are indexes into the rule base. Silent
/// practices accept nothing and refuse nothing.
struct Fit
{
    std::vector<PracticeFit> practices;
    std::vector<int> scores;          ///< of the group, for each model
    std::vector<std::size_t> leading; ///< of the group: come first and are open
    std::vector<std::size_t> wanted;  ///< those, and what points towards and has as many points but has to wait
    std::vector<Veto> vetoes;
    std::vector<std::size_t> after_votes; ///< what comes first when vetoed models are taken away
    Members misfits;                      ///< practices that refuse everything that leads
    std::vector<std::size_t> common;      ///< open to the group, and every practice that has spoken accepts them
    /// Deepest gradient step among them that is no deeper than what is wanted: nobody needs to go further than that.
    std::optional<std::size_t> ground_step;
    std::vector<std::size_t> ground; ///< those at that step
    /// Among `common`, the models whose lowest score over the practices is highest; then by their sum.
    std::vector<std::size_t> acceptable_to_all;
    /// Among the open ones, the models with the highest sum of the practices' scores: one practice, one weight.
    std::vector<std::size_t> best_on_average;
    std::optional<std::size_t> steps_short; ///< from what leads down to the common ground; none: no common ground
};

[[nodiscard]] Fit fit_of(const Roundtable& table);

/// Place of a model on the gradient: the step at which it begins.
[[nodiscard]] std::size_t step_of(const Roundtable& table, std::size_t model);

/// How the model stands with a practice, from the judgement of the group as that practice sees it.
[[nodiscard]] Stance stance_towards(std::size_t model, const engine::Standings& as_seen,
                                    const engine::Standings& group);

/// The models of a mask, in the order of the rule base.
[[nodiscard]] std::vector<std::size_t> models_in(const Roundtable& table, engine::OptionMask mask);

} // namespace fedadvise::alignment
