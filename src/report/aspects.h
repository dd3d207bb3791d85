// Aspects: what options are compared by, what each says on it, and which statements rest on it.
#pragma once

#include "report/advice.h"
#include "report/wording.h"

#include <string>
#include <vector>

namespace fedadvise::report
{

/// Questions that the rule's condition names one by one; families, measures and gates, which look at many at once, are
/// left out.
[[nodiscard]] std::vector<rulebase::QuestionId> named_questions(const rulebase::Rule& rule);

/// Ids of the aspects to whose questions the rule looks, among the questions that decide it.
[[nodiscard]] std::vector<std::string> aspects_of(const rulebase::RuleBase& rules, const rulebase::Rule& rule,
                                                  const std::vector<rulebase::QuestionId>& because);

/// The aspects with the group's own answers.
[[nodiscard]] std::vector<AspectAdvice> aspects_in_words(const Wording& wording);

/// What the model or vehicle says on every aspect: first its own field, then what the aspect adds.
[[nodiscard]] std::vector<AspectCell> aspect_cells(const Wording& wording, const rulebase::Model& model);
[[nodiscard]] std::vector<AspectCell> aspect_cells(const Wording& wording, const rulebase::Vehicle& vehicle);

} // namespace fedadvise::report
