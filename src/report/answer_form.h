// Answer form: an invitation on paper, for those without the program. Beside each answer stands the key that types it
// in.
#pragma once

#include "casefile/response.h"
#include "rulebase/rule_base.h"

#include <string>

namespace fedadvise::report
{

/// A page of HTML for A4. Questions are numbered in the order of the invitation, as the program asks them when the form
/// is typed in.
[[nodiscard]] std::string answer_form(const rulebase::RuleBase& rules, const casefile::Invitation& invitation);

} // namespace fedadvise::report
