// Condition values: what an answer is compared with, in the words of the question's own answers.
#pragma once

#include "rulebase/rule_base.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace fedadvise::report
{

/// “a”, “a” or “b”, “a”, “b” or “c”.
[[nodiscard]] std::string quoted_list(std::span<const std::string> texts, std::string_view last_link);

/// "one" to "ten", other numbers in digits.
[[nodiscard]] std::string count_word(std::int64_t count);

/// "at least 3", "fewer than 3", "exactly 3", "between 3 and 5"; `unit` is a plural: "patients", "pounds a year", or
/// empty. Without `tell_unit` it only decides between less and fewer.
[[nodiscard]] std::string range_words(const rulebase::Comparison& range, std::string_view unit, bool tell_unit = true);

/// What an answer has to be, after "is" or "answers": “yes” or “perhaps later”; anything but “none”; at least 30,000
/// patients. For sets it is what they include: “a”, at least one of “a” and “b”, none of “a” and “b”; one excluded
/// option stands alone. With `averaged`, points of a scale are given as figures too: "4 (“agree”) or higher".
[[nodiscard]] std::string value_words(const rulebase::Question& question, const rulebase::Comparison& comparison,
                                      bool averaged);

} // namespace fedadvise::report
