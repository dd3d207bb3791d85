// RuleFinding: something that was found about a rule base, with a case that shows it, and the waivers of the editors.
#pragma once

#include "analysis/case_model.h"
#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

struct RuleFinding
{
    std::string code;               ///< stable: "lint.never-fires", "verify.few-vehicles"
    std::vector<std::string> about; ///< ids of the rules, questions or options concerned, the first one first
    foundation::Place place;
    std::string message;
    std::string advice;
    std::optional<Example> example;             ///< a complete case that replays it
    std::optional<casefile::Case> telling = {}; ///< the part of it that matters
    std::optional<std::string> waived = {};     ///< the editors' reason to accept it
};

/// Marks findings that a waiver accepts. A waiver counts when its code and its ids agree and its hash is that of the
/// things as they are now. One whose hash no longer agrees adds a note to the finding's advice; one that nothing
/// answers to becomes a finding "lint.idle-waiver" when its code is among `codes`, those that were looked for.
void apply_waivers(const rulebase::RuleBase& rules, const std::vector<std::string>& codes,
                   std::vector<RuleFinding>& findings);

/// As `check` prints it: the advice ends with how to waive the finding.
[[nodiscard]] foundation::Diagnostic as_diagnostic(const rulebase::RuleBase& rules, const RuleFinding& finding);

} // namespace fedadvise::analysis
