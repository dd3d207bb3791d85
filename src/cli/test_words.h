// What `fedadvise test` found, as text and as JSON.
#pragma once

#include "analysis/coverage.h"
#include "analysis/expectation.h"
#include "analysis/mutation.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::cli
{

struct TestWords
{
    std::vector<analysis::CaseResult> results;
    std::vector<analysis::CoverageLine> coverage;
    std::optional<analysis::MutationReport> mutation;
};

/// `details` lists what is not covered.
[[nodiscard]] std::string test_as_text(const TestWords& words, bool details);
[[nodiscard]] std::string test_as_json(const rulebase::RuleBase& rules, const TestWords& words);

/// Whether every case holds, and so many per cent of the mutants were noticed. `accepted`: what generated cases expect
/// has been brought up to date, so that only the others count.
[[nodiscard]] bool holds(const TestWords& words, unsigned least_noticed, bool accepted);

} // namespace fedadvise::cli
