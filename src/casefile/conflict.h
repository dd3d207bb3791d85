// Conflict: two files that were merged say different things in one place, and somebody has to decide.
#pragma once

#include "casefile/answer.h"
#include "casefile/unknown_key.h"
#include "rulebase/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::casefile
{

/// One of the things said.
struct ConflictValue
{
    std::optional<Answer> answer;   ///< when the conflict is about the answer to a question
    std::string text;               ///< otherwise: the text, the date, or the JSON of a key that is not known
    std::vector<std::string> files; ///< that say so, by name
    bool weighed = false;           ///< it was among those between which somebody decided, before the last merge
    bool chosen = false;            ///< somebody decided for it then
    UnknownKeys unknown_keys = {};
    friend bool operator==(const ConflictValue&, const ConflictValue&) = default;
};

/// Its place in the case stays open until somebody answers there, which decides it: nobody's word wins in silence. It
/// is kept then too, so that the same files never ask again.
struct Conflict
{
    std::string about;      ///< "answer", or the name of the key: "title", "name", "ods-code", "commitment.state" …
    std::string practice;   ///< id; empty: the group, or the case
    std::string respondent; ///< id, else name; empty: the practice itself
    std::string answered;   ///< by the respondent, at that time
    int round = 1;          ///< by the respondent, in that round
    rulebase::QuestionId question; ///< of an answer
    std::vector<ConflictValue> values;
    UnknownKeys unknown_keys = {};
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

} // namespace fedadvise::casefile
