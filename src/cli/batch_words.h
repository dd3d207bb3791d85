// What became of many cases, as CSV, as JSON and as a table of what leads where.
#pragma once

#include "cli/batch.h"
#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::cli
{

/// RFC 4180; no cell can be taken for a formula.
[[nodiscard]] std::string batch_as_csv(const std::vector<BatchLine>& lines);
/// The lines and the table in one document.
[[nodiscard]] std::string batch_as_json(const rulebase::RuleBase& rules, const std::vector<BatchLine>& lines);
/// How often each model and vehicle leads, and in which nation; for people.
[[nodiscard]] std::string batch_as_table(const rulebase::RuleBase& rules, const std::vector<BatchLine>& lines);

} // namespace fedadvise::cli
