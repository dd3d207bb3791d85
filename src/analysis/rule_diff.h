// Rule diff: what was added to, removed from and changed in a rule base, and in which respect.
#pragma once

#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::analysis
{

enum class Change
{
    Added,
    Removed,
    Changed,
};

/// "added", "removed" or "changed".
[[nodiscard]] std::string change_name(Change change);

/// One thing that differs between two rule bases.
struct PartChange
{
    std::string kind; ///< "rule", "question", "model", "vehicle", "compatibility", "readiness", "settings", "source", …
    std::string id;   ///< of a thing of which there is only one: its kind again
    Change change = Change::Changed;
    std::vector<std::string>
        respects; ///< of a changed thing: "condition", "strength", "options", "dates", "wording", …

    /// Whether it is changed in its words or sources alone, so that no outcome can follow from it.
    [[nodiscard]] bool words_only() const;
    friend bool operator==(const PartChange&, const PartChange&) = default;
};

/// Whether both say the same, wherever they stand.
[[nodiscard]] bool same_condition(const rulebase::Condition& a, const rulebase::Condition& b);

/// Everything that differs: rules first, then questions, options and the rest; each kind in the order of the new rule
/// base, what was removed last. Empty when the two say the same.
[[nodiscard]] std::vector<PartChange> compare_parts(const rulebase::RuleBase& before, const rulebase::RuleBase& after);

} // namespace fedadvise::analysis
