// What every command shares: the rules it reads, the day it judges by, and where results and diagnostics go.
#pragma once

#include "cli/commands.h"
#include "foundation/date.h"
#include "foundation/diagnostic.h"
#include "foundation/result.h"
#include "rulebase/rule_base.h"
#include "rulepack/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::cli
{

/// Writes diagnostics to standard error.
void print(const std::vector<foundation::Diagnostic>& diagnostics);

[[nodiscard]] foundation::Date today();

/// The folder or pack that --rules names, else the variable FEDADVISE_RULES; empty when neither does.
[[nodiscard]] std::filesystem::path named_rules(const Request& request);

/// The same, else the folder of the rules that came with the program.
[[nodiscard]] std::filesystem::path rules_folder(const Request& request);

/// The user's rule packs.
[[nodiscard]] rulepack::Store store_of(const Request& request);

/// The folder of the fonts that documents are set in.
[[nodiscard]] std::filesystem::path fonts_folder(const Request& request);

/// The rules that are named, else those in use: an installed pack, or those that came with the program. What has to be
/// said of the installed packs is printed.
[[nodiscard]] rulebase::LoadedRuleBase read_rules(const Request& request);

/// The same; null, after the faults were printed, when the rule base cannot be used.
[[nodiscard]] std::shared_ptr<const rulebase::RuleBase> load_rules(const Request& request);

/// Says on standard error what went wrong and what to do; gives the exit status.
int complain(const foundation::Error& error, int status = invalid_input);

/// Writes the result where it was asked for and gives the exit status.
[[nodiscard]] int deliver(const Request& request, const std::string& text);

} // namespace fedadvise::cli
