// Outcome diff: what two rule bases make of the same case, and through which of their differences.
#pragma once

#include "analysis/rule_diff.h"
#include "engine/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// What makes an outcome differ: a rule, or another thing that compare_parts names.
struct Cause
{
    std::string kind; ///< "rule", "question", "settings", "readiness", "compatibility", "model", "vehicle", …
    std::string id;
    std::string
        what; ///< "pull +2 instead of +1", "now rules out", "no longer waits"; empty when there is no more to say
    friend auto operator<=>(const Cause&, const Cause&) = default;
};

struct Standing
{
    int rank = 0;
    engine::Band band = engine::Band::Possible;
    int score = 0;
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// A model or vehicle that stands elsewhere, or of which something else is said.
struct OptionChange
{
    rulebase::OptionId option;
    std::optional<Standing> before, after; ///< none: that rule base does not know the option
    std::vector<std::string> sayings;      ///< what else is said: "now warned by HC-06", "no longer required by HC-12"
    std::vector<Cause> causes;             ///< of its own; empty when it only moved because others did
    /// Whether its rank or band differs; its points may change without that.
    [[nodiscard]] bool moved() const
    {
        return before.has_value() != after.has_value() ||
               (before && (before->rank != after->rank || before->band != after->band));
    }
};

/// A finding about the group that appears or disappears.
struct GroupChange
{
    std::string kind; ///< "warning", "conflict", "next step", "lesson", "depth cap"
    std::string id;   ///< of the rule, lesson or step
    Change change = Change::Added;
    friend auto operator<=>(const GroupChange&, const GroupChange&) = default;
};

/// How much of a case's outcome changes; the gravest first.
enum class Gravity
{
    LeadingModels,
    LeadingVehicles,
    Availability, ///< something is now ruled out or waits, or no longer
    Bands,
    Ranks,
    Sayings, ///< warnings, requirements, lessons, conflicts and next steps only
    Points,  ///< scores only: nobody sees a difference but in the figures
    None,    ///< same outcome
};

struct OutcomeChange
{
    std::vector<rulebase::OptionId> leading_models_before, leading_models_after;
    std::vector<rulebase::OptionId> leading_vehicles_before, leading_vehicles_after;
    std::vector<OptionChange> models, vehicles; ///< those that change only
    std::vector<GroupChange> group;
    std::vector<Cause> causes; ///< all, each once
    Gravity gravity = Gravity::None;
};

/// The vehicles of the first rank, without those that wait or are ruled out.
[[nodiscard]] std::vector<rulebase::OptionId> first_vehicles(const engine::Assessment& assessment);

/// How much changes, by everything else in it.
[[nodiscard]] Gravity gravity_of(const OutcomeChange& change);

/// A case as a rule base reads it, and what that rule base makes of it.
struct Outcome
{
    const engine::Engine& engine;
    const casefile::Case& group;
    foundation::Date as_at; ///< whose law applies
};

/// `parts` is compare_parts of the two engines' rule bases. The cases are the same file as each of them reads it.
[[nodiscard]] OutcomeChange compare_outcomes(const Outcome& before, const Outcome& after,
                                             const std::vector<PartChange>& parts);

} // namespace fedadvise::analysis
