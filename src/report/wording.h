// Wording: how answers, figures and places on the gradient read aloud.
#pragma once

#include "casefile/case.h"
#include "engine/assessment.h"
#include "rulebase/rule_base.h"

#include <optional>
#include <string>
#include <string_view>

namespace fedadvise::report
{

/// What every sentence is made from. The three must outlive it and belong together.
struct Wording
{
    const rulebase::RuleBase& rules;
    const casefile::Case& group;
    const engine::Assessment& assessment;
};

/// A label inside a sentence: "a decisive reason". Abbreviations and names of nations keep their capitals.
[[nodiscard]] std::string lower_first(std::string_view label);

/// With a capital at the start and a full stop at the end, unless it ends in '.', '?' or '!'. Empty stays empty.
[[nodiscard]] std::string as_sentence(std::string_view text);

/// "3 practices", "1 practice": a unit in the plural loses its s for one.
[[nodiscard]] std::string counted(std::int64_t count, std::string_view plural_unit);

/// The group's value for tables: "A decisive reason (from a minor reason to a decisive reason)", "9,100 patients", "Not
/// known", "Not answered".
[[nodiscard]] std::string value_for_table(const Wording& wording, const rulebase::QuestionId& question);

/// "Recruiting and keeping staff: A decisive reason".
[[nodiscard]] std::string because_words(const Wording& wording, const rulebase::QuestionId& question);

/// Short label of the question, or its id when there is no such question.
[[nodiscard]] std::string short_label(const rulebase::RuleBase& rules, const rulebase::QuestionId& question);

/// Fills the placeholders {question-id}, {lowest:id}, {highest:id}, {as-at} and {relationship.mean} (any measure). What
/// is not answered reads "not answered". Braces that are no placeholder stay as they are; what users wrote is never
/// filled again.
[[nodiscard]] std::string filled(const Wording& wording, std::string_view text);

/// The figure of a measure such as "relationship.mean" over what is answered; nothing when nothing is, or there is none
/// such.
[[nodiscard]] std::optional<foundation::Fixed> measure_now(const Wording& wording, std::string_view measure);

/// "Shared body (G4)"; empty for an index beyond the gradient.
[[nodiscard]] std::string step_in_words(const rulebase::RuleBase& rules, std::size_t step);

/// "3.7", for readings between 1 and 5: one decimal.
[[nodiscard]] std::string reading_text(foundation::Fixed value);

} // namespace fedadvise::report
