// Rule: a condition, what follows from it, the words for a partner, and where it comes from.
#pragma once

#include "foundation/date.h"
#include "foundation/diagnostic.h"
#include "rulebase/condition.h"
#include "rulebase/ids.h"
#include "rulebase/tag.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

enum class EffectKind
{
    Pull,     ///< a strength from -3 to +3 on each option
    Exclude,  ///< the options are ruled out
    NotYet,   ///< the options wait for the thing that `sentence` names
    Require,  ///< what must be done or met if an option is chosen
    Allow,    ///< lifts a restriction that people wrongly assume
    Warn,     ///< about options, or about the group when `on` is empty
    Forbid,   ///< conduct that is unlawful whatever the vehicle
    Cap,      ///< limits the depth on the collaboration gradient
    Conflict, ///< two aims that pull apart
    NextStep, ///< what to do first when one of the options leads
};

struct Effect
{
    EffectKind kind = EffectKind::Warn;
    std::vector<OptionId> on;
    int strength = 0;
    std::string sentence;
    std::string step;                   ///< Cap: deepest gradient step
    std::optional<int> above_current;   ///< Cap: steps deeper than the current one
    std::optional<int> below_readiness; ///< Cap: steps less than relationship readiness allows
    std::vector<QuestionId> between;    ///< Conflict: the two questions
    int order = 0;                      ///< NextStep: place in the list
    std::string within;                 ///< NextStep: when, in words
    std::optional<int> from_month;      ///< NextStep: whole months from the start; none: it has no date
    std::optional<int> to_month;        ///< NextStep: never before from_month, and none without it
    std::string owner;                  ///< NextStep: who
    std::string after_page;             ///< Warn: the page of questions after which the interview says it; or empty
};

enum class Status
{
    InForce,
    Expected,
    Consultation,
    Superseded,
};

struct Rule
{
    RuleId id;
    std::string title;
    Tag tag = Tag::Proposal;
    Status status = Status::InForce;
    std::vector<std::string> nations; ///< empty: everywhere
    std::optional<foundation::Date> from;
    std::optional<foundation::Date> until; ///< exclusive
    int lesson = 0;                        ///< 1 to 10 for a check of one of the ten lessons, otherwise 0
    std::optional<Condition> when;         ///< none: always
    std::vector<Effect> effects;
    std::string law;
    std::string text;
    std::string reason;
    std::vector<SourceId> sources;
    std::vector<RuleId> never_with; ///< rules whose words must never be shown together with these
    bool deal_breaker = false;      ///< a difference between practices that no average may hide
    foundation::Place place;
};

[[nodiscard]] std::string status_name(Status status);

/// Whether the rule is law on this day: its dates hold. Its status does not matter: what is expected is shown as
/// expected.
[[nodiscard]] bool in_force_on(const Rule& rule, foundation::Date day);

} // namespace fedadvise::rulebase
