// Answer: what a practice, a respondent or an adviser said to one question.
#pragma once

#include "foundation/date.h"
#include "rulebase/question.h"
#include "rulebase/rule_base.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fedadvise::casefile
{

/// "We do not know": said, and carried into the result.
struct Unknown
{
    friend bool operator==(const Unknown&, const Unknown&) = default;
};

struct Choice
{
    std::string option;
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Options in the order of the question, each once. Never empty: nothing chosen is not an answer.
struct Choices
{
    std::vector<std::string> options;
    friend bool operator==(const Choices&, const Choices&) = default;
};

/// A number, also for scales.
struct Number
{
    std::int64_t value = 0;
    friend bool operator==(const Number&, const Number&) = default;
};

struct Text
{
    std::string value;
    friend bool operator==(const Text&, const Text&) = default;
};

using Answer = std::variant<Unknown, Choice, Choices, Number, Text, foundation::Date>;

[[nodiscard]] inline bool is_unknown(const Answer& answer)
{
    return std::holds_alternative<Unknown>(answer);
}

/// Why a text is no answer to a question.
struct AnswerFault
{
    std::string code; ///< "casefile.bad-number", "casefile.out-of-range", "casefile.bad-option", "casefile.bad-date",
                      ///< "casefile.empty-set", "casefile.empty-text"
    std::string message;
    std::string advice;
};

/// The answer that people or files write as text: "unknown", an option's id, a number, a date, or (for a set) ids
/// separated by spaces. Text answers lose control characters and space at the ends.
[[nodiscard]] std::variant<Answer, AnswerFault> parse_answer(const rulebase::Question& question,
                                                             const std::string& written);

/// The same for a set given as a list.
[[nodiscard]] std::variant<Answer, AnswerFault> parse_answer(const rulebase::Question& question,
                                                             const std::vector<std::string>& written);

/// For people: the option's label, "9,100 patients", "22 November 2026", "We do not know".
[[nodiscard]] std::string answer_in_words(const rulebase::Question& question, const Answer& answer);

} // namespace fedadvise::casefile
