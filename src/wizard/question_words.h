// Question words: how an answer stands in the controls of its question.
#pragma once

#include "casefile/answer.h"

#include <string>

namespace fedadvise::wizard
{

/// How an answer stands in the field it was written in; empty when it has none.
[[nodiscard]] std::string field_text(const casefile::Answer& answer);

/// Whether the answer is, or has among its options, this one.
[[nodiscard]] bool is_chosen(const casefile::Answer& answer, const std::string& option);

/// The fault as one line for people at a desk, who choose "We do not know" instead of writing it.
[[nodiscard]] std::string error_words(const rulebase::Question& question, const casefile::AnswerFault& fault);

} // namespace fedadvise::wizard
