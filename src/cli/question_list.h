// The list of all questions, as text and as JSON.
#pragma once

#include "rulebase/rule_base.h"

#include <string>

namespace fedadvise::cli
{

[[nodiscard]] std::string questions_as_text(const rulebase::RuleBase& rules);
[[nodiscard]] std::string questions_as_json(const rulebase::RuleBase& rules);

} // namespace fedadvise::cli
