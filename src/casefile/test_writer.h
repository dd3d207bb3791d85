// Writes cases in the form of test files.
#pragma once

#include "casefile/test_file.h"

#include <string>
#include <vector>

namespace fedadvise::casefile
{

/// A case to be written: the expectations stand as phrases with the things behind the colon.
struct WrittenCase
{
    std::string title;
    std::string because;
    Case group;
    std::vector<std::pair<ExpectationKind, std::vector<std::string>>> expectations;
};

/// The text of one case, from "Case:" on, with an empty line at the end. Families that are answered in full are written
/// as one line and its exceptions; long lists of expectations are broken into several lines. Notes, codes and keys of
/// newer versions are not written.
[[nodiscard]] std::string test_text(const WrittenCase& written, const rulebase::RuleBase& rules);

/// The answer as a test file has it: "gps, practices".
[[nodiscard]] std::string written_answer(const Answer& answer);

} // namespace fedadvise::casefile
