// Question: what is asked, of whom, which answers exist, and how the practices' answers become the group's.
#pragma once

#include "foundation/diagnostic.h"
#include "rulebase/condition.h"
#include "rulebase/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

enum class Scope
{
    Group,
    Practice,
    PracticeOrGroup,
    Respondent,
};

enum class AnswerKind
{
    Scale,   ///< a whole number with a word for each point
    Choice,  ///< one of the options
    Choices, ///< a set of options
    Number,  ///< a whole number
    Text,
    Date,
};

enum class Aggregate
{
    None,
    Median, ///< of an even number of answers the lower middle one for choices, their mean for numbers
    Mean,
    Worst,
    Commonest,
    Lowest,
    Highest,
    Sum,
    Union,
};

/// Whether a group can change the answer: it can choose a preference, work on a plan, and must take a circumstance as
/// given.
enum class Nature
{
    Preference,
    Plan,
    Circumstance,
};

struct AnswerOption
{
    std::string id; ///< of a scale: the number
    std::string label;
    bool neutral = false; ///< left out of "worst" unless every practice gave it
};

struct Question
{
    QuestionId id;
    std::string section;
    std::string family; ///< "motive", "purpose", "readiness", "deal" or empty
    Scope scope = Scope::Group;
    AnswerKind kind = AnswerKind::Choice;
    Aggregate aggregate = Aggregate::None;
    Nature nature = Nature::Circumstance;
    bool ordered = false; ///< the options run from least (or best) to most (or worst)
    std::vector<AnswerOption> options;
    std::optional<std::int64_t> minimum;
    std::optional<std::int64_t> maximum;
    std::string unit;
    std::string flags;    ///< letters of the requirements that a purpose brings with it
    std::string subscale; ///< letter of the relationship subscale
    std::string derived;  ///< "count-of-practices", "sum-of:list-size" or empty
    std::string short_label;
    std::string prompt;
    std::string help;
    std::string why;
    std::optional<Condition> ask_when;
    foundation::Place place;
};

/// Index of the option with this id; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> option_index(const Question& question, const std::string& id);

/// The part of the id after the family: "workforce" of "motive.workforce"; the whole id without a family.
[[nodiscard]] std::string member_name(const Question& question);

struct Section
{
    std::string id;
    std::string page; ///< practices, motivations, purposes, requirements or relationships
    std::string title;
    std::string help;
    foundation::Place place;
};

} // namespace fedadvise::rulebase
