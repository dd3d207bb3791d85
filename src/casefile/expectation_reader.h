// Reads the expectations of a test file: "Must be ruled out: llp by HC-01, cio by HC-02a". Not for use outside
// casefile.
#pragma once

#include "casefile/test_file.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fedadvise::casefile
{

/// Why a text is no expectation.
struct ExpectationFault
{
    std::string code; ///< "fedtest.unknown-id", "fedtest.bad-number", "fedtest.empty", "fedtest.unclear", …
    std::string message;
    std::string advice;
};

/// The kind that the words before the colon name, whatever their case and spacing.
[[nodiscard]] std::optional<ExpectationKind> expectation_kind(const std::string& words);

/// Every phrase that begins an expectation.
[[nodiscard]] std::vector<std::string> expectation_phrases();

/// The things that stand behind the colon. `any` and `items` of the result are filled.
[[nodiscard]] std::variant<Expectation, ExpectationFault>
read_expectation(ExpectationKind kind, const std::string& written, const rulebase::RuleBase& rules);

} // namespace fedadvise::casefile
