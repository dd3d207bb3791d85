// Condition: what must be true for a rule to fire, as the tree that stands in the XML.
#pragma once

#include "foundation/diagnostic.h"
#include "foundation/number_text.h"
#include "rulebase/ids.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fedadvise::rulebase
{

struct Condition;

/// True when every part is true; with no parts, always true.
struct AllOf
{
    std::vector<Condition> parts;
};

/// True when some part is true; with no parts, never true.
struct AnyOf
{
    std::vector<Condition> parts;
};

/// True when its one part is false.
struct NoneOf
{
    std::vector<Condition> parts;
};

/// True when at least `count` of the parts are true.
struct AtLeast
{
    int count = 1;
    std::vector<Condition> parts;
};

/// One end of a range of numbers, or of the places of ordered options ("g3").
struct Bound
{
    std::string written;
    bool inclusive = true;
};

/// What an answer is compared with. `OneOf` and `NotOneOf` compare a single choice, `Includes` (any of them) and
/// `Excludes` (none of them) a set, `Range` a number, a scale or an ordered choice.
struct Comparison
{
    enum class Kind
    {
        OneOf,
        NotOneOf,
        Includes,
        Excludes,
        Range,
    };
    Kind kind = Kind::OneOf;
    std::vector<std::string> values;
    std::optional<Bound> lower;
    std::optional<Bound> upper;
};

/// Which figure of a question is looked at when several practices have answered.
enum class Statistic
{
    Group,    ///< the group's value, by the question's own aggregation
    Lowest,   ///< lowest answer of any practice
    Highest,  ///< highest answer of any practice
    Spread,   ///< highest minus lowest
    Distinct, ///< number of different answers
};

struct AnswerTest
{
    QuestionId question;
    Statistic of = Statistic::Group;
    Comparison comparison;
};

/// How many of the practices that answered must meet a comparison. `Half` means at least half of them.
enum class HowMany
{
    Some,
    Every,
    None,
    Half,
};

struct PracticesTest
{
    QuestionId question;
    HowMany how_many = HowMany::Some;
    Comparison comparison;
};

/// At least `count` members of a family of questions meet the comparison.
struct FamilyTest
{
    std::string family;
    char flag = '\0'; ///< only members that carry this flag; '\0' for all
    std::vector<std::string> only;
    std::vector<std::string> except;
    Comparison comparison;
    int count = 1;
};

/// A figure that is worked out over several questions, such as "relationship.mean".
struct MeasureTest
{
    std::string measure;
    Comparison comparison;
};

/// Whether the relationship gates of a gradient step are passed (true) or failed.
struct GatesTest
{
    std::string step;
    bool passed = true;
};

struct ChecklistTest
{
    std::string checklist;
    std::optional<int> at_least;
    std::optional<int> at_most;
};

struct Condition
{
    std::variant<AllOf, AnyOf, NoneOf, AtLeast, AnswerTest, PracticesTest, FamilyTest, MeasureTest, GatesTest,
                 ChecklistTest>
        node;
    foundation::Place place;
};

} // namespace fedadvise::rulebase
