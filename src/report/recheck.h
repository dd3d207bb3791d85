// Re-check: a case that was judged with other rules, or by the law of another day, is judged again, and what changed is
// said, and why.
#pragma once

#include "analysis/outcome_diff.h"
#include "casefile/judged.h"
#include "document/document.h"
#include "engine/engine.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fedadvise::report
{

/// What is kept in a case when it is saved.
[[nodiscard]] casefile::Judged judged_now(const engine::Engine& engine, const casefile::Case& group,
                                          foundation::Date as_at);

/// Whether a re-check has something to tell: the rules are others than those that judged the case; or they are the
/// same, but by the law of another day something stands elsewhere.
[[nodiscard]] bool needs_recheck(const casefile::Judged& judged, const engine::Engine& engine,
                                 const casefile::Case& group, foundation::Date as_at);

/// What one option's change is put down to.
struct RecheckReason
{
    std::string rule; ///< id, or empty
    std::string text;
};

struct RecheckedOption
{
    std::string id, name;
    std::string before, after; ///< labels of bands; empty: not known to those rules
    bool moved = false;        ///< to another band, not only to another place among equals
    std::vector<RecheckReason> reasons;
};

struct Recheck
{
    analysis::Gravity gravity = analysis::Gravity::None;
    std::string headline;         ///< "What comes first has changed: …"
    bool rules_at_hand = false;   ///< false: only where options stood can be compared, not why
    bool answers_changed = false; ///< since the case was judged, by a program that does not judge or by hand
    std::vector<RecheckedOption>
        options; ///< models, then vehicles, that stand elsewhere or of which something else is said
    std::vector<std::string> sayings;                        ///< "New warning: …", "No longer said: …"
    std::vector<std::string> editions;                       ///< what the makers of the rules say has changed since
    std::vector<std::pair<std::string, std::string>> origin; ///< "Rules then" and so on
};

/// Judges the case again; it must have been judged before. `then` are the rules that it was judged with; null: they are
/// not on this computer, and only where options stood can be compared.
[[nodiscard]] Recheck recheck(const engine::Engine& engine, const casefile::Case& group, foundation::Date as_at,
                              const std::shared_ptr<const rulebase::RuleBase>& then);

/// The same as a document: "Re-check: what changed and why".
[[nodiscard]] document::Document recheck_document(const Recheck& recheck, const std::string& title,
                                                  const rulebase::RuleBase& rules, foundation::Date as_at);

[[nodiscard]] std::string recheck_as_json(const Recheck& recheck);

} // namespace fedadvise::report
