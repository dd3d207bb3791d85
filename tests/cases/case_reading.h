// What the tests over cases share: the shipped rules, JSON files and cases, read so that a failure says what is wrong with them.
#pragma once

#include "casefile/case.h"
#include "engine/truth.h"
#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::cases
{

/// The rules of the source tree; throws std::runtime_error with every diagnostic when they do not load.
[[nodiscard]] std::shared_ptr<const rulebase::RuleBase> shipped_rules();

/// Throws std::runtime_error that names the file when it is missing or no JSON.
[[nodiscard]] nlohmann::ordered_json read_json(const std::filesystem::path& file);

/// A case that stands inside a JSON file; throws std::runtime_error with every diagnostic, warnings too.
[[nodiscard]] casefile::Case read_group(const nlohmann::ordered_json& group, const rulebase::RuleBase& rules);

/// "file: code: message", a line for each.
[[nodiscard]] std::string in_lines(const std::vector<foundation::Diagnostic>& diagnostics);

/// "true", "false" or "unknown".
[[nodiscard]] std::string truth_name(engine::Truth truth);

} // namespace fedadvise::cases
