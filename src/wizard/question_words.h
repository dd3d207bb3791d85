// Question words: how an answer stands in the controls of its question.
#pragma once

#include "casefile/answer.h"

#include <cstddef>
#include <string>

namespace fedadvise::wizard
{

/// How an answer stands in the field it was written in; empty when it has none.
[[nodiscard]] std::string field_text(const casefile::Answer& answer);

/// Whether the answer is, or has among its options, this one.
[[nodiscard]] bool is_chosen(const casefile::Answer& answer, const std::string& option);

/// What people wrote, fit for a case file: no control characters, no space at the ends; empty when it is not UTF-8.
[[nodiscard]] std::string clean(const std::string& written);

inline constexpr std::size_t longest_text = 20'000; ///< characters; case files take no more
[[nodiscard]] bool is_too_long(const std::string& text);

/// The fault as one line for people at a desk, who choose "We do not know" instead of writing it.
[[nodiscard]] std::string error_words(const rulebase::Question& question, const casefile::AnswerFault& fault);

} // namespace fedadvise::wizard
