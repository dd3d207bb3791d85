// Answer codes: one key for each answer, printed beside it on a paper form, so that the form is quickly typed in.
#pragma once

#include "casefile/answer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::casefile
{

inline constexpr char unknown_code = '-'; ///< "we do not know"

struct AnswerCode
{
    char code = ' ';
    std::string option; ///< id
    std::string label;
    friend bool operator==(const AnswerCode&, const AnswerCode&) = default;
};

/// The digit itself for the points of a scale; otherwise 1 to 9 and then letters, in order. Without "we do not know";
/// empty for numbers, texts and dates, which are written out.
[[nodiscard]] std::vector<AnswerCode> answer_codes(const rulebase::Question& question);

/// Whether one key is the whole answer.
[[nodiscard]] bool takes_one_code(const rulebase::Question& question);

/// What was typed, as an answer: a code, several for a set, or the number, text or date itself; '-' for "we do not
/// know".
[[nodiscard]] std::variant<Answer, AnswerFault> answer_of_codes(const rulebase::Question& question,
                                                                std::string_view typed);

} // namespace fedadvise::casefile
