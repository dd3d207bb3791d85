// Assessment: what the rule base says about one case, as ids and numbers. Words are added later, outside the engine.
#pragma once

#include "engine/question_list.h"
#include "engine/truth.h"
#include "foundation/date.h"
#include "foundation/number_text.h"
#include "rulebase/catalogue.h"
#include "rulebase/ids.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::engine
{

/// Points over the rules that are certainly true (now), and the bounds that the open answers still allow. The bounds
/// are outer bounds: no completion of the answers leaves them; not every value between need be reached.
struct Score
{
    int now = 0;
    int low = 0;
    int high = 0;
    friend bool operator==(const Score&, const Score&) = default;
};

enum class Band
{
    PointsStronglyTowards,
    PointsTowards,
    Possible,
    PointsAway,
    NotYet,
    RuledOut,
};

/// "points-strongly-towards", … as in results.
[[nodiscard]] std::string band_id(Band band);

/// Where a finding comes from: a rule and the one of its effects that acts here, or (rule empty) the engine's own
/// bookkeeping: "readiness" (the relationship does not carry this depth yet), "fit" (how well the vehicle carries the
/// leading models), "no-carrier" (none of the leading models can use the vehicle), "no-vehicle" (too few vehicles are
/// left for the model), "exemption" (the model is open although the relationship would not carry it; `effect` is then
/// the index of the readiness exemption).
struct Finding
{
    rulebase::RuleId rule;
    std::size_t effect = 0; ///< index into the rule's effects
    std::string engine;     ///< one of the above, or empty
    int strength = 0;
    Truth truth = Truth::True; ///< Unknown: would hold if the open questions were answered so
    QuestionList because;      ///< the answered questions that decide it; for Unknown the open ones
    rulebase::OptionId option; ///< for "fit": the leading model
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// A model that needs a legal person waits while fewer vehicles than this are left to choose from: a choice needs
/// something to compare, and often the answers ask for what no lawful vehicle can do at once.
constexpr std::size_t fewest_vehicles = 2;

struct OptionResult
{
    rulebase::OptionId option;
    int rank = 0; ///< 1 is first; equal ranks are ties
    Band band = Band::Possible;
    Score score;
    std::vector<Finding> for_it;     ///< strongest first
    std::vector<Finding> against_it; ///< strongest first
    std::vector<Finding> open;       ///< pulls, exclusions and waits that the open answers may still bring
    std::vector<Finding> ruled_out_by;
    std::vector<Finding> not_yet;
    std::vector<Finding> required;
    std::vector<Finding> allowed;
    std::vector<Finding> warnings;
};

/// A model with a vehicle that can carry it. Only pairs of which neither side is ruled out or has to wait are listed.
struct Pair
{
    rulebase::OptionId model;
    rulebase::OptionId vehicle;
    rulebase::Fit fit = rulebase::Fit::Weak;
};

/// A figure that may not be certain yet: `now` over what is answered, between `low` and `high` whatever the open
/// answers say.
struct Reading
{
    std::optional<foundation::Fixed> now; ///< none: nothing is answered
    foundation::Fixed low;
    foundation::Fixed high;
};

struct StatementReading
{
    rulebase::QuestionId question;
    foundation::Fixed value; ///< mean over the practices that answered
};

struct RelationshipReading
{
    Reading mean;   ///< 1 to 5; one practice, one weight
    Reading lowest; ///< of any practice's mean
    Reading range;  ///< highest minus lowest practice mean
    std::size_t statements_answered = 0;
    std::size_t statements = 0;
    std::optional<std::size_t> band;                    ///< index into the rule base's readiness bands
    std::vector<Reading> subscales;                     ///< in the order of the rule base
    std::vector<StatementReading> lowest_items;         ///< the three lowest, lowest first
    std::vector<rulebase::QuestionId> answered_unknown; ///< "we do not know": counted as 2 in the means
};

struct DealReading
{
    int done = 0;
    int open = 0; ///< items that cannot be told yet
    int total = 0;
    std::vector<Truth> items; ///< in the order of the checklist
};

/// The deepest gradient step that the relationship and the rules allow now, as an index (0 is g0).
struct DepthCap
{
    std::size_t step = 0;
    std::size_t if_open_go_badly = 0; ///< the cap that the open answers may still bring
    std::size_t from_readiness = 0;   ///< the part that comes from the relationship alone
    std::vector<Finding>
        by; ///< the cap rules that are true; empty engine finding "readiness" when the relationship caps
};

struct LessonResult
{
    int number = 0;
    Truth raised = Truth::False;
    std::vector<Finding> checks; ///< the checks that are true, or else those that cannot be told
};

/// One thing that the one who commissions asks: true, the group can show it; false, there is a gap.
struct FrameworkItemResult
{
    std::size_t area = 0; ///< index into the framework's areas
    std::size_t item = 0; ///< index into the area's items
    Truth ready = Truth::Unknown;
    QuestionList because; ///< the answered questions that decide it; for Unknown the open ones
};

struct FrameworkResult
{
    std::size_t framework = 0;              ///< index into the rule base's frameworks
    std::optional<Truth> used;              ///< whether the group will meet it; none: its condition does not say
    std::vector<FrameworkItemResult> items; ///< those of the nation, area after area
};

struct OpenQuestion
{
    rulebase::QuestionId question;
    std::size_t rules = 0; ///< how many rules wait for it
    bool said_unknown = false;
};

struct Assessment
{
    foundation::Date as_at;
    std::vector<OptionResult> models;   ///< every model, first rank first, equal ranks in alphabetical order
    std::vector<OptionResult> vehicles; ///< every vehicle, likewise
    std::vector<Pair> pairs;            ///< in order of the model's, then the vehicle's place
    std::vector<rulebase::OptionId> leading_models; ///< the first rank, without those that wait or are ruled out
    Truth legal_person_needed = Truth::Unknown;
    RelationshipReading relationship;
    DealReading deal;
    DepthCap depth_cap;
    std::vector<LessonResult> lessons; ///< all ten, in order
    std::vector<Finding> conflicts;
    std::vector<Finding> warnings; ///< about the group; unlawful conduct first
    std::vector<Finding> next_steps;
    std::optional<FrameworkResult> framework; ///< that of the nation; none while it is not known, or has none
    std::vector<OpenQuestion> open_questions; ///< those that most rules wait for first
    std::vector<Truth> rule_truths; ///< in the order of the rule base; False for rules not in force on the day
};

} // namespace fedadvise::engine
