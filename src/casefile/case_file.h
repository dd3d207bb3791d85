// Case files (*.fedcase): UTF-8 JSON, read and written through Boost.PropertyTree behind a guard on size, depth,
// encoding and duplicate keys.
#pragma once

#include "casefile/case.h"
#include "foundation/diagnostic.h"
#include "foundation/result.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::casefile
{

constexpr int current_version = 1;
constexpr std::size_t largest_file = 8'000'000; ///< bytes
constexpr int deepest_nesting = 32;

/// `group` is empty when a diagnostic is an error; warnings may come with a case. All diagnostics at once, in order of
/// place.
struct LoadedCase
{
    std::optional<Case> group;
    std::vector<foundation::Diagnostic> diagnostics;
};

/// Reads a case from JSON text. `name` stands in the diagnostics. Never throws.
[[nodiscard]] LoadedCase read_case(std::string_view json, const std::string& name, const rulebase::RuleBase& rules);

/// Reads a case file. A missing or unreadable file is an error diagnostic.
[[nodiscard]] LoadedCase load_case(const std::filesystem::path& path, const rulebase::RuleBase& rules);

/// The file's text: the same case gives the same bytes; numbers are JSON numbers.
[[nodiscard]] std::string case_text(const Case& group);

/// Saves atomically: the old file stays whole when anything fails.
[[nodiscard]] foundation::Result<void> save_case(const std::filesystem::path& path, const Case& group);

} // namespace fedadvise::casefile
