// Rule packs in words and as JSON.
#pragma once

#include "rulepack/store.h"

#include <string>
#include <vector>

namespace fedadvise::cli
{

/// What a pack is, and whether it can be installed here.
[[nodiscard]] std::string inspection_as_text(const std::string& name, const rulepack::Inspection& inspection);

[[nodiscard]] std::string held_rules_as_text(const std::vector<rulepack::Held>& rules,
                                             const std::vector<rulepack::Publisher>& publishers);
[[nodiscard]] std::string held_rules_as_json(const std::vector<rulepack::Held>& rules,
                                             const std::vector<rulepack::Publisher>& publishers);

} // namespace fedadvise::cli
