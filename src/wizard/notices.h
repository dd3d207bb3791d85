// Notices: what a group should know before the result, from the same advice as the result.
#pragma once

#include "report/advice.h"
#include "wizard/conversation.h"

#include <vector>

namespace fedadvise::wizard
{

/// Warnings that the rules say after a page of questions: "Every reason that is important to you is a threat or money."
/// With a step, only those that belong to it.
[[nodiscard]] std::vector<Notice> early_notices(const report::Advice& advice, const std::string& step = {});

/// "Two of your aims pull apart: …" with where each of the two pulls.
[[nodiscard]] std::vector<Notice> conflict_notices(const report::Advice& advice);

} // namespace fedadvise::wizard
