// The catalogue: collaboration models, legal vehicles, the gradient, relationship readiness, lessons and sources.
#pragma once

#include "foundation/date.h"
#include "foundation/diagnostic.h"
#include "foundation/number_text.h"
#include "rulebase/condition.h"
#include "rulebase/ids.h"
#include "rulebase/tag.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

struct GradientStep
{
    std::string id; ///< "g0" (separate) to "g7" (one organisation)
    std::string name;
    std::string trust;
    std::string autonomy;
    std::string text;
    foundation::Place place;
};

/// One of the BMA's four families of 2013, or the models that came later.
struct Family
{
    std::string id;
    std::string name;
};

enum class LegalPerson
{
    Needed,
    Helpful,
    NotNeeded,
};

struct Model
{
    OptionId id;
    std::string name;
    std::string family;
    std::string lowest_step;
    std::string highest_step;
    std::string practices;
    std::string patients;
    std::string months;
    std::string reversible;
    std::string autonomy; ///< 1 (none) to 5 (full)
    std::string management;
    LegalPerson legal_person = LegalPerson::NotNeeded;
    bool needs_every_vote = false;    ///< no partnership can be drawn in without its own vote
    std::vector<std::string> nations; ///< empty: everywhere
    std::string summary, suits, does_not_suit, fails_when, evidence;
    std::vector<SourceId> sources;
    foundation::Place place;
};

struct Vehicle
{
    OptionId id;
    std::string name;
    std::string code; ///< "V05"
    bool legal_person = false;
    std::string law;
    std::string register_name;
    std::string summary, suits, does_not_suit, trap, liability, tax, control, solicitor, accountant, manager;
    std::vector<SourceId> sources;
    foundation::Place place;
};

/// How well a vehicle carries a model.
enum class Fit
{
    Impossible,
    Weak,
    Compatible,
    Typical,
};

[[nodiscard]] std::string fit_name(Fit fit);

/// A line of the compatibility table. With nations it only widens what is possible there.
struct FitEntry
{
    OptionId model;
    std::vector<std::string> nations;
    std::vector<OptionId> typical, compatible, weak;
    foundation::Place place;
};

struct Source
{
    SourceId id;
    std::string title, publisher;
    std::string year; ///< "2015", "c. 2019", "2015-2017", "1994 on" or "n.d."
    std::string kind, seen, url;
    Tag tag = Tag::Known; ///< how sure the researchers are of what was taken from it
    foundation::Date checked;
    foundation::Date review; ///< the last day on which it may be relied on without another look; later than `checked`
    foundation::Place place;
};

struct Lesson
{
    int number = 0;
    std::string id;
    std::string name;
    std::string summary;
    std::vector<SourceId> sources;
    foundation::Place place;
};

struct ReadinessThreshold
{
    std::string step;
    foundation::Fixed mean;
    foundation::Fixed lowest;
};

/// From this step on, the group's answer to one statement must be at least so high.
struct ReadinessGate
{
    std::string from_step;
    QuestionId question;
    foundation::Fixed at_least;
};

/// Models that the thresholds and gates do not hold back: always (no condition), or when the condition is true and the
/// group's mean is at least `mean`. `rules` names depth caps that do not hold them back either; "all" stands for every
/// one.
struct ReadinessExemption
{
    std::vector<OptionId> models;
    std::optional<foundation::Fixed> mean;
    std::optional<Condition> when;
    std::vector<RuleId> rules;
    std::string text;
};

struct ReadinessBand
{
    std::optional<foundation::Fixed> below; ///< none: the last band
    std::string name;
    std::string text;
};

struct ReadinessSubscale
{
    std::string id; ///< "trust"
    std::string letter;
    std::string name;
};

/// What to do about a low score on one statement.
struct ReadinessAdvice
{
    QuestionId question;
    foundation::Fixed at_most;
    std::string text;
};

struct ReadinessQuadrant
{
    bool high_relationship = false;
    bool high_deal = false;
    std::string title;
    std::string text;
};

struct Readiness
{
    std::string family;
    foundation::Fixed relationship_from; ///< mean from which the relationship counts as high
    int deal_from = 0;                   ///< checklist items from which the deal counts as high
    std::string note;
    std::vector<ReadinessThreshold> thresholds;
    std::vector<ReadinessGate> gates;
    std::vector<ReadinessExemption> exemptions;
    std::vector<ReadinessBand> bands;
    std::vector<ReadinessSubscale> subscales;
    std::vector<ReadinessAdvice> advice;
    std::vector<ReadinessQuadrant> quadrants;
    foundation::Place place;
};

struct ChecklistItem
{
    std::string id;
    std::string title;
    std::string help;
    Condition when;
};

struct Checklist
{
    std::string id;
    std::string title;
    std::vector<ChecklistItem> items;
    foundation::Place place;
};

/// A hard constraint of the law that the questions cannot express, and why.
struct UnstatedConstraint
{
    std::string id;
    std::string reason;
    foundation::Place place;
};

/// A text, paper or body of work that shaped the product, and what was taken from it.
struct Inspiration
{
    std::string name;
    SourceId source;
    std::string text;
    foundation::Place place;
};

struct BandSetting
{
    std::string id; ///< "points-strongly-towards", "points-towards", "possible", "points-away"
    std::string label;
    int from = 0; ///< lowest score of the band
};

/// How scores become bands, ties and pairs, and how plain the texts have to be.
struct Settings
{
    std::vector<BandSetting> bands; ///< highest first
    std::string not_yet_label;
    std::string ruled_out_label;
    int tie_points = 0;
    int fit_typical = 0;
    int fit_compatible = 0;
    int fit_weak = 0;
    int fit_impossible = 0;
    std::optional<int> reading_age_at_most;  ///< years; none: not checked
    std::optional<int> longest_sentence;     ///< words; none: not checked
    std::vector<std::string> not_considered; ///< sentences: what the tool leaves out
    std::string disclaimer;
    foundation::Place place;
};

} // namespace fedadvise::rulebase
