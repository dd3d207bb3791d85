// Sample: a small rule base, case and assessment made by hand, so that a test changes one thing and looks at the words.
#pragma once

#include "casefile/case.h"
#include "engine/assessment.h"
#include "report/advice.h"
#include "report/variant_words.h"
#include "rulebase/rule_base.h"

#include <span>
#include <string>
#include <string_view>

namespace fedadvise::report
{

struct Sample
{
    rulebase::RuleBase rules;
    casefile::Case group;
    engine::Assessment assessment;

    [[nodiscard]] Advice advice() const { return put_into_words(rules, group, assessment); }
};

/// Three practices for whom a federation company leads, an LLP is ruled out, and a merger has to wait.
[[nodiscard]] Sample sample();

/// The full rationale as HTML and as text, and "why" for one option as text.
[[nodiscard]] std::string html_of(const rulebase::RuleBase& rules, const casefile::Case& group, const Advice& advice,
                                  std::span<const VariantComparison> variants = {});
[[nodiscard]] std::string text_of(const rulebase::RuleBase& rules, const casefile::Case& group, const Advice& advice);
[[nodiscard]] std::string html_of(const Sample& sample);
[[nodiscard]] std::string text_of(const Sample& sample);
[[nodiscard]] std::string why_text(const Advice& advice, const std::string& option);

/// A finding of a true rule.
[[nodiscard]] engine::Finding finding(std::string rule, int strength = 0,
                                      std::vector<rulebase::QuestionId> because = {});

/// How often a piece stands in a text.
[[nodiscard]] std::size_t occurrences(std::string_view text, std::string_view piece);
[[nodiscard]] bool contains(std::string_view text, std::string_view piece);

} // namespace fedadvise::report
