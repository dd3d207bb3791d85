// What stands beside the rules: glossary, set-up guides, the path over time, what options are compared by, the log of
// candidates, waivers, editions.
#pragma once

#include "foundation/date.h"
#include "foundation/diagnostic.h"
#include "rulebase/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

/// A term of art, plain words first.
struct Term
{
    std::string id;
    std::string name;              ///< as it stands in a sentence: "asset lock"
    std::vector<std::string> also; ///< other forms that mean the same: "locked assets"
    std::string plain;
    std::string detail;
    std::vector<SourceId> sources;
    foundation::Place place;
};

/// Words that a check of the wording watches: they need a glossary entry where people read them.
struct Jargon
{
    std::vector<std::string> words; ///< terms of art that are no acronyms: "novation"
    std::vector<std::string> known; ///< acronyms that every reader knows: "NHS"
    foundation::Place place;
};

/// One thing to do when a vehicle (or model) is set up.
struct SetupTask
{
    std::string id;
    int order = 0; ///< tasks with a lower number come first
    std::string title;
    std::string owner;
    std::string form;                          ///< name of the official form; empty when there is none
    std::optional<int> weeks;                  ///< typical time it takes; none: not known, or no time of its own
    std::optional<int> fee;                    ///< pounds; none: no fee, or it varies and the text says so
    std::optional<foundation::Date> fee_as_at; ///< the day the fee was looked up
    std::vector<std::string> nations;          ///< empty: everywhere
    std::vector<std::string> after;            ///< ids of tasks of the same guide that must be done before
    std::string text;
    std::vector<SourceId> sources;
    foundation::Place place;
};

struct SetupGuide
{
    std::string id;
    std::string title;
    std::vector<OptionId> options; ///< the vehicles and models it is for
    std::vector<SetupTask> tasks;  ///< in the order of the file
    foundation::Place place;
};

/// A stretch of time on the way to a working collaboration.
struct PathStage
{
    std::string id;
    std::string title;
    std::string owner;
    int order = 0;
    int from_month = 0;
    int to_month = 0; ///< exclusive
    std::string text;
    std::string gate; ///< what must be true before the next stage begins
    std::vector<SourceId> sources;
    foundation::Place place;
};

struct Path
{
    std::string id;
    std::string title;
    std::vector<OptionId> options; ///< the models it leads to; empty: any
    std::vector<PathStage> stages;
    foundation::Place place;
};

/// What one or several options give and cost on one aspect.
struct AspectText
{
    std::vector<OptionId> options;
    std::string text;
    std::vector<SourceId> sources;
    foundation::Place place;
};

/// Something that options are compared by: who decides, who carries the risk, and so on. What a field of the model or
/// vehicle says already is not written again: the aspect names the field, and a text only adds to it.
struct Aspect
{
    std::string id;
    std::string name;
    std::string text;                  ///< one sentence on what it is about
    std::vector<QuestionId> questions; ///< those whose answers make a group care about it
    std::string model_field;           ///< see option_fields.h; empty: none
    std::string vehicle_field;
    std::vector<AspectText> texts; ///< at most one for each option
    foundation::Place place;
};

/// A rule that was proposed, what became of it and why: the log of the editors.
struct Candidate
{
    enum class Outcome
    {
        Taken,    ///< as proposed
        Improved, ///< with another condition, strength or effect
        Merged,   ///< into the rules named
        Dropped,
    };
    std::string id;
    std::string from; ///< the list it stood on
    Outcome outcome = Outcome::Taken;
    std::vector<RuleId> rules; ///< what carries it now; empty only when dropped
    std::string reason;
    foundation::Place place;
};

/// A finding of the checks that the editors accept, for as long as what it is about does not change.
struct Waiver
{
    std::string finding;            ///< code of the finding, for example "lint.covered"
    std::vector<std::string> about; ///< ids of rules, questions or options, as the finding names them
    std::string hash;               ///< fingerprint of what it is about; see analysis/fingerprint.h
    std::string reason;
    foundation::Place place;
};

/// What changed in an edition of the rule base.
struct Edition
{
    std::string version;
    foundation::Date date;
    std::string text;
    foundation::Place place;
};

[[nodiscard]] std::string outcome_name(Candidate::Outcome outcome);

/// What the aspect says of the option, or a null pointer.
[[nodiscard]] const AspectText* find_aspect_text(const Aspect& aspect, const OptionId& option);

} // namespace fedadvise::rulebase
