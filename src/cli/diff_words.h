// The comparison of two rule bases in words and as JSON.
#pragma once

#include "analysis/outcome_diff.h"
#include "analysis/rule_diff.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::cli
{

/// One case of the bank and what became of it.
struct ComparedCase
{
    std::string name;
    bool random = false; ///< a random profile, not a file
    analysis::OutcomeChange outcome;
};

/// A case that one of the two rule bases cannot read.
struct RefusedCase
{
    std::string name;
    std::string under; ///< "before", "after" or "both"
    std::string message;
};

struct Comparison
{
    std::shared_ptr<const rulebase::RuleBase> before, after;
    std::vector<analysis::PartChange> parts;
    std::size_t files = 0;             ///< cases from files that were judged by both
    std::size_t profiles = 0;          ///< random profiles that were judged by both
    std::vector<ComparedCase> changed; ///< gravest first
    std::vector<RefusedCase> refused;
};

[[nodiscard]] std::string comparison_as_text(const Comparison& comparison);
[[nodiscard]] std::string comparison_as_json(const Comparison& comparison);

} // namespace fedadvise::cli
