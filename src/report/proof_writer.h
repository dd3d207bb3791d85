// Proof writer: what was checked and verified of a rule base, as text and as JSON.
#pragma once

#include "analysis/rule_finding.h"
#include "analysis/verify.h"
#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fedadvise::report
{

/// Everything that `check` found, most important first.
struct CheckResult
{
    const rulebase::RuleBase* rules = nullptr; ///< null when the faults keep it from being used
    std::vector<foundation::Diagnostic> faults;
    std::vector<analysis::RuleFinding> waived;
    std::size_t undecided = 0; ///< questions about rules that could not be settled in time
    bool proved = true;        ///< false when this build has no solver
};

[[nodiscard]] std::string check_as_text(const CheckResult& result);
[[nodiscard]] std::string check_as_json(const CheckResult& result);

/// With the example of each finding in words.
[[nodiscard]] std::string verification_as_text(const rulebase::RuleBase& rules, const analysis::Verification& result);
/// The examples are whole case files, as texts.
[[nodiscard]] std::string verification_as_json(const rulebase::RuleBase& rules, const analysis::Verification& result);

/// "verify-few-vehicles-federation-company.fedcase": a file name for the example of a finding.
[[nodiscard]] std::string example_file_name(const analysis::RuleFinding& finding);

} // namespace fedadvise::report
