// Judges conditions: whether what they name exists, can be compared so, and can ever be true.
#pragma once

#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <functional>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

/// Adds the faults of a condition; `owner` names the rule or question in messages.
void validate_condition(const RuleBase& rules, const Condition& condition, const std::string& owner,
                        std::vector<foundation::Diagnostic>& faults);

/// Calls `visit` for every condition of the tree, parents before their parts.
void for_each_condition(const Condition& condition, const std::function<void(const Condition&)>& visit);

/// The questions that a condition looks at, each once, in order of appearance; families, gates, measures and checklists
/// included.
[[nodiscard]] std::vector<QuestionId> questions_of(const RuleBase& rules, const Condition& condition);

/// False when no answers at all can make the condition true. Exact for tests joined by <all>, <any> and <at-least>;
/// elsewhere it says true when in doubt.
[[nodiscard]] bool can_be_true(const RuleBase& rules, const Condition& condition);

/// Whether a value of the question meets the comparison; `option` is the index of a choice or scale point.
[[nodiscard]] bool option_meets(const Question& question, const Comparison& comparison, std::size_t option);

/// The members of a family that a test counts.
[[nodiscard]] std::vector<const Question*> members_of(const RuleBase& rules, const FamilyTest& test);

} // namespace fedadvise::rulebase
