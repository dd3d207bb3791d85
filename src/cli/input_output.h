// What every command shares: the rules it reads, the day it judges by, and where results and diagnostics go.
#pragma once

#include "cli/commands.h"
#include "foundation/date.h"
#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::cli
{

/// Writes diagnostics to standard error.
void print(const std::vector<foundation::Diagnostic>& diagnostics);

[[nodiscard]] foundation::Date today();

/// The folder that --rules names, else the variable FEDADVISE_RULES, else the one that came with the program.
[[nodiscard]] std::filesystem::path rules_folder(const Request& request);

/// The folder of the fonts that documents are set in.
[[nodiscard]] std::filesystem::path fonts_folder(const Request& request);

/// Null, after the faults were printed, when the rule base cannot be used.
[[nodiscard]] std::shared_ptr<const rulebase::RuleBase> load_rules(const Request& request);

/// Writes the result where it was asked for and gives the exit status.
[[nodiscard]] int deliver(const Request& request, const std::string& text);

} // namespace fedadvise::cli
