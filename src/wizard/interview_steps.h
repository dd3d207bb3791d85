// The steps of the interview in their order, with the words that stand on them. Which questions stand where, the rule
// base says.
#pragma once

#include "wizard/conversation.h"

#include <span>
#include <string>

namespace fedadvise::wizard
{

struct InterviewStep
{
    std::string id; ///< of a page with questions: the `page` of its sections
    std::string title;
    PageKind kind = PageKind::Questions;
    std::string introduction;
};

/// All steps, first to last; the last two are the check and the result.
[[nodiscard]] std::span<const InterviewStep> interview_steps();

/// Index of the step; the number of steps when there is none.
[[nodiscard]] std::size_t interview_step_index(const std::string& id);

/// Whether questions stand on pages of this kind.
[[nodiscard]] bool has_questions(PageKind kind);

/// Whether the question is put to the group, so that it stands on a page; otherwise only in the practices' forms.
[[nodiscard]] bool is_put_to_group(const rulebase::Question& question);

/// The question whose answer is the date of the law; case files keep it beside the answers.
[[nodiscard]] bool is_date_of_law(const rulebase::Question& question);

} // namespace fedadvise::wizard
