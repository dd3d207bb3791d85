// Merge: practices' separate answers become one case. The order of the files never matters, a file given twice counts
// once, and merging in steps gives the same as merging at once; only the names of files at a conflict are those of the
// last step.
#pragma once

#include "casefile/case.h"
#include "casefile/response.h"
#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fedadvise::casefile
{

/// A file that was read. `name` stands in conflicts and in the report.
struct MergeFile
{
    std::string name;
    std::variant<Case, Invitation, Response> content;
};

/// Somebody's answers as they stand in the result.
struct MergedAnswers
{
    std::string practice; ///< id in the result
    std::string practice_name;
    std::string name; ///< of who answered; may be empty
    std::string role;
    std::string answered;
    int round = 1;
    std::size_t answers = 0;
    std::size_t earlier = 0; ///< how often they had answered before
    friend bool operator==(const MergedAnswers&, const MergedAnswers&) = default;
};

/// A file holds answers that the same person gave anew at a later time. The later ones count; these are kept as earlier
/// ones.
struct Replacement
{
    std::string file;
    MergedAnswers newer;
    std::string answered; ///< when those in the file were given
    int round = 1;
    friend bool operator==(const Replacement&, const Replacement&) = default;
};

/// A file that has no place in the result and is left out.
struct Stranger
{
    std::string file;
    std::string reason; ///< a sentence
    std::string advice;
    friend bool operator==(const Stranger&, const Stranger&) = default;
};

/// A practice that is called otherwise in the result than in a file.
struct Renaming
{
    std::string file;
    std::string name;
    std::string from;
    std::string to;
    friend bool operator==(const Renaming&, const Renaming&) = default;
};

struct MergeReport
{
    std::size_t cases = 0;
    std::size_t responses = 0; ///< that found their place
    std::vector<MergedAnswers> answers;
    std::vector<Replacement> replaced;
    std::vector<Stranger> strangers;
    std::vector<Renaming> renamed;
    std::vector<std::string> invitations; ///< files that only ask
    std::vector<Conflict> open;           ///< conflicts that nobody has decided
};

/// `group` is empty when a diagnostic is an error: files of different cases, no case at all, or more than a case holds.
struct Merged
{
    std::optional<Case> group;
    MergeReport report;
    std::vector<foundation::Diagnostic> diagnostics;
};

[[nodiscard]] Merged merge(std::vector<MergeFile> files, const rulebase::RuleBase& rules);

} // namespace fedadvise::casefile
