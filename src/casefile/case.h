// Case: one group of practices and everything they have answered.
#pragma once

#include "casefile/answer.h"
#include "casefile/commitment.h"
#include "casefile/conflict.h"
#include "casefile/judged.h"
#include "casefile/unknown_key.h"
#include "casefile/variant.h"
#include "foundation/date.h"
#include "rulebase/ids.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::casefile
{

using Answers = std::map<rulebase::QuestionId, Answer>;
using Notes = std::map<rulebase::QuestionId, std::string>;

/// What a respondent said before: in an earlier round, or at an earlier time of the same one.
struct EarlierAnswers
{
    int round = 1;
    std::string answered; ///< as in Respondent
    Answers answers;
    Notes notes = {};
    UnknownKeys unknown_keys = {};
    UnknownKeys unknown_answers = {};
    UnknownKeys unknown_notes = {};
    friend bool operator==(const EarlierAnswers&, const EarlierAnswers&) = default;
};

struct Respondent
{
    std::string role; ///< "partner", "manager", … free text
    Answers answers;
    Notes notes = {};
    UnknownKeys unknown_keys = {};
    UnknownKeys unknown_answers = {}; ///< inside "answers": questions of a newer version
    UnknownKeys unknown_notes = {};   ///< inside "notes": to questions of a newer version
    std::string id = {};              ///< tells people apart; empty: nobody gave one
    std::string name = {};
    std::string answered = {};                ///< "2026-11-25T10:31:00Z", or empty: not known
    int round = 1;                            ///< in which this was said
    std::vector<EarlierAnswers> earlier = {}; ///< newest last
    friend bool operator==(const Respondent&, const Respondent&) = default;
};

struct Practice
{
    std::string id; ///< unique in the case: "p1"
    std::string name;
    std::string ods_code; ///< the NHS organisation code, or empty
    Answers answers;
    Notes notes = {};
    std::vector<Respondent> respondents;
    UnknownKeys unknown_keys = {};
    UnknownKeys unknown_answers = {}; ///< inside "answers": questions of a newer version
    UnknownKeys unknown_notes = {};   ///< inside "notes": to questions of a newer version
    Commitment commitment = {};
    std::vector<std::string> other_ids = {}; ///< what files merged into this one call it, when that differs from `id`
    std::string address = {};                ///< in one line, with the postcode, or empty
    friend bool operator==(const Practice&, const Practice&) = default;
};

struct Case
{
    int version = 1; ///< of the file format that wrote it
    std::string title;
    std::optional<foundation::Date> as_at; ///< the day whose law applies; none: the day of the assessment
    Answers answers;                       ///< of the group
    Notes notes = {};
    std::vector<Practice> practices;
    std::vector<Variant> variants = {};
    UnknownKeys unknown_keys = {};                   ///< at the top of the file
    UnknownKeys unknown_group_keys = {};             ///< inside "group"
    UnknownKeys unknown_answers = {};                ///< inside the group's "answers": questions of a newer version
    UnknownKeys unknown_notes = {};                  ///< inside the group's "notes"
    std::string id = {};                             ///< tells cases apart, whatever their titles; empty: none
    int round = 1;                                   ///< that is open
    std::vector<Conflict> conflicts = {};            ///< of files that were merged, decided ones too
    std::vector<std::string> unknown_conflicts = {}; ///< JSON of conflicts about questions of a newer version
    std::optional<Judged> judged = {};               ///< when it was last saved by a program that judged it
    friend bool operator==(const Case&, const Case&) = default;
};

/// How many of the conflicts nobody has decided.
[[nodiscard]] std::size_t open_conflicts(const Case& group);

/// The first of "p1", "p2", … that no practice has.
[[nodiscard]] std::string free_practice_id(const Case& group);

/// The group's answer to a question, or a null pointer.
[[nodiscard]] const Answer* find_answer(const Answers& answers, const rulebase::QuestionId& question);

} // namespace fedadvise::casefile
