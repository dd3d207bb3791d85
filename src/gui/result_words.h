// Result words: the advice as paragraphs to read, part by part. Adds headings, never a reason of its own.
#pragma once

#include "gui/reading_pane.h"
#include "report/advice.h"
#include "report/compare.h"

#include <wx/string.h>

namespace fedadvise::gui
{

/// What leads, with its reason; and what is ruled out or has to wait, with its reason.
[[nodiscard]] Paragraphs leading_paragraphs(const report::Advice& advice);
[[nodiscard]] Paragraphs ruled_out_paragraphs(const report::Advice& advice);
/// Where the group is on the gradient, what leads, and how far it can go, in sentences.
[[nodiscard]] wxString gradient_in_words(const report::Advice& advice);
/// Everything on one model or vehicle.
[[nodiscard]] Paragraphs option_paragraphs(const report::OptionAdvice& option);
/// Every aspect in short; or one of them with all that the group's answers say on it, and the sources.
[[nodiscard]] Paragraphs comparison_paragraphs(const report::Comparison& comparison);
[[nodiscard]] Paragraphs comparison_paragraphs(const report::Comparison& comparison, std::size_t aspect);
[[nodiscard]] Paragraphs readiness_paragraphs(const report::Advice& advice);
[[nodiscard]] Paragraphs lesson_paragraphs(const report::Advice& advice);
[[nodiscard]] Paragraphs next_step_paragraphs(const report::Advice& advice);
/// The steps from where the group stands to where its answers point, and the stages over time.
[[nodiscard]] Paragraphs path_paragraphs(const report::Advice& advice);
[[nodiscard]] Paragraphs open_question_paragraphs(const report::Advice& advice);
[[nodiscard]] Paragraphs about_paragraphs(const report::Advice& advice);

} // namespace fedadvise::gui
