// Where the rule base and the fonts that came with the program lie.
#pragma once

#include <filesystem>
#include <string>

namespace fedadvise::rulebase
{

/// The folder named (when not empty), else the first that exists of: "rules" beside the program,
/// "../share/federation-adviser/rules" seen from it, and the source folder the program was built from. The last one
/// also when none exists.
[[nodiscard]] std::filesystem::path find_rules(const std::string& named, const std::filesystem::path& program);

/// The same for the fonts of documents: "fonts" beside the program, "../share/federation-adviser/fonts" seen from it,
/// and the folder into which the build put them.
[[nodiscard]] std::filesystem::path find_fonts(const std::string& named, const std::filesystem::path& program);

} // namespace fedadvise::rulebase
