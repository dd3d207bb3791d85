// Compare: two to four models, or two to four vehicles, side by side, with the group's own answers marked.
#pragma once

#include "report/advice.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fedadvise::report
{

constexpr std::size_t fewest_compared = 2;
constexpr std::size_t most_compared = 4;

/// What one of the group's own answers does to an option.
struct ComparedFinding
{
    std::string kind; ///< "ruled-out-by", "not-yet", "for" or "against"
    Statement statement;
};

struct ComparisonCell
{
    std::string option; ///< id
    std::string text;
    std::vector<std::string> sources, source_titles;
    std::string review_words;
    std::vector<ComparedFinding> findings; ///< those whose rules look at the aspect's questions
};

struct ComparisonRow
{
    AspectAdvice aspect;
    std::vector<ComparisonCell> cells; ///< in the order of Comparison::options
    bool marked = false;               ///< the group's answers here speak for or against one of the options
};

struct ComparedOption
{
    std::string id, name, band, band_label, depth, summary, why, why_not;
    bool leading = false;
    std::vector<ComparedFinding> others; ///< findings that rest on none of the aspects
};

struct Comparison
{
    std::string title, as_at_words;
    std::string rules_id, rules_version, rules_sha256, as_at, rules_as_at;
    std::string kind; ///< "models" or "vehicles"
    std::vector<ComparedOption> options;
    std::vector<ComparisonRow> rows;
    std::string disclaimer;
};

/// Why these cannot be compared, in a sentence or two: an id that is unknown or there twice, fewer than two or more
/// than four, a model beside a vehicle. Empty when they can.
[[nodiscard]] std::string comparison_fault(const Advice& advice, const std::vector<std::string>& options);

/// The options in the order given. They must have no fault.
[[nodiscard]] Comparison compare(const Advice& advice, const std::vector<std::string>& options);

/// Ids of the two or three options that people will want to compare first: those that lead, and then what comes next
/// and is not ruled out. Fewer only when the rule base has fewer.
[[nodiscard]] std::vector<std::string> options_to_compare_first(const std::vector<OptionAdvice>& options);

/// What it says in one sentence: the rule's title, or what is missing.
[[nodiscard]] std::string finding_title(const ComparedFinding& finding);

/// "speaks strongly for it", "rules it out", "makes it wait".
[[nodiscard]] std::string finding_words(const ComparedFinding& finding);

/// "Your answers: Independence of each practice: Full; Voting: Equal votes. Not answered: Proposed host."
[[nodiscard]] std::string answers_in_words(const AspectAdvice& aspect);

[[nodiscard]] std::string comparison_as_text(const Comparison& comparison);
[[nodiscard]] std::string comparison_as_json(const Comparison& comparison);

} // namespace fedadvise::report
