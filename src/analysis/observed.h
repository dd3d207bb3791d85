// What came out of a case, as the expectations that would guard it. Not for use outside analysis.
#pragma once

#include "analysis/expectation.h"
#include "casefile/test_writer.h"

#include <set>
#include <string>

namespace fedadvise::analysis
{

/// What a generated case speaks about: rules, and the options that must lead in it.
struct Subject
{
    std::set<std::size_t> rules; ///< indexes in the rule base
    std::set<rulebase::OptionId> leading;
};

/// The case with expectations of everything that the assessment says about the subject: the truth of each rule, and
/// for rules that are true the points of the options that they pull, whom they rule out or make wait, where they are
/// said, and how deep the advice may go.
[[nodiscard]] casefile::WrittenCase observed(const rulebase::RuleBase& rules, const casefile::Case& group,
                                             const engine::Assessment& assessment, const Subject& subject,
                                             const ShownRules& shown);

} // namespace fedadvise::analysis
