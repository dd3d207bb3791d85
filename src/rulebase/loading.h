// Loading a rule base from XML: read, checked, and either valid or described fault by fault.
#pragma once

#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

/// One XML file of a rule base: the name is used in diagnostics and in the digest.
struct RuleFile
{
    std::string name;
    std::string xml;
};

/// `rules` is null when a diagnostic is an error. All diagnostics are given at once, in order of file and line.
struct LoadedRuleBase
{
    std::shared_ptr<const RuleBase> rules;
    std::vector<foundation::Diagnostic> diagnostics;
};

/// Reads and checks the files as one rule base. Files may come in any order. Never throws.
[[nodiscard]] LoadedRuleBase load(std::vector<RuleFile> files);

/// Reads every *.xml file of a folder (not of its subfolders). An empty or missing folder is an error.
[[nodiscard]] LoadedRuleBase load_folder(const std::filesystem::path& folder);

} // namespace fedadvise::rulebase
