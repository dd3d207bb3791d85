// Where the rule base that came with the program lies.
#pragma once

#include <filesystem>
#include <string>

namespace fedadvise::rulebase
{

/// The folder named (when not empty), else the first that exists of: "rules" beside the program,
/// "../share/federation-adviser/rules" seen from it, and the source folder the program was built from. The last one
/// also when none exists.
[[nodiscard]] std::filesystem::path find_rules(const std::string& named, const std::filesystem::path& program);

} // namespace fedadvise::rulebase
