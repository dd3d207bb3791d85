// Case words: a case in a few short sentences, for readers of a finding who want to picture the group.
#pragma once

#include "casefile/case.h"
#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::report
{

/// What was answered, and nothing else: facts of the group first, then families such as the motives by answer, then
/// what is not known, then the practices. Answers that many questions share are told together. A case without answers
/// gives one sentence that says so; questions that the rule base does not know are left out.
[[nodiscard]] std::vector<std::string> case_in_words(const rulebase::RuleBase& rules, const casefile::Case& group);

} // namespace fedadvise::report
