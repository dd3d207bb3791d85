// Lints of substance: rules, questions and words of a rule base that do nothing, contradict each other or cannot be
// reached by any case. Exact: proved over all complete cases.
#pragma once

#include "analysis/rule_finding.h"
#include "analysis/study.h"

#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// The codes that lint_rules can give, most important first.
[[nodiscard]] const std::vector<std::string>& lint_codes();

/// What the lints found, most important first, waivers not yet applied.
///
/// - lint.never-fires: no complete case makes the rule true.
/// - lint.unreachable-question: the routing never asks it.
/// - lint.covered: whatever the rule rules out, makes wait or caps, others do already whenever it is true.
/// - lint.contradiction: two rules on the same questions pull one option both ways, or one allows what the other rules
///   out, and whenever one of them is true so is the other.
/// - lint.duplicate: two rules are true in the same cases and do the same to the same option.
/// - lint.no-effect: whenever the rule is true, everything it speaks about is ruled out.
/// - lint.always-fires: the rule has a condition, but is true in every case of its nations and days.
/// - lint.unseen-wording: words that no complete case shows.
/// - lint.unused-question: nothing looks at the question.
/// - lint.item-never-ready, lint.item-never-gap: an item of a framework that no group can show, or that every group
/// can.
///
/// What could not be decided in time is no finding; `undecided` counts it. Without a solver nothing is proved.
struct LintResult
{
    std::vector<RuleFinding> findings;
    std::size_t undecided = 0;
};

[[nodiscard]] LintResult lint_rules(Study& study);

} // namespace fedadvise::analysis
