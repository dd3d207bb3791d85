// Advice: an assessment in words. The one place where words are added, so that wizard, report and command line cannot
// disagree.
#pragma once

#include "casefile/case.h"
#include "engine/assessment.h"
#include "report/path_words.h"
#include "report/pre_check.h"
#include "report/set_up.h"
#include "rulebase/rule_base.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::report
{

/// An option that one of two aims pulls at, by the rules that are true.
struct PulledOption
{
    std::string id, name;
    int strength = 0;                 ///< sum of the pulls that rest on the aim and not on its opposite
    bool stopped = false;             ///< a rule that rests on the aim rules it out or makes it wait
    std::vector<std::string> rules;   ///< ids
    std::vector<std::string> sources; ///< source ids of these rules, each once
};

/// One of two aims that pull apart, and where it pulls.
struct AimSide
{
    std::string question;                    ///< id
    std::string label;                       ///< "Keeping our independence"
    std::string answer;                      ///< "A decisive reason"
    std::vector<PulledOption> towards, away; ///< strongest first, then in the order of the advice
};

/// One sentence or two with where they come from.
struct Statement
{
    std::string rule;  ///< id of the rule; "readiness", "fit", "no-carrier", "no-vehicle" for the engine's own
    std::string title; ///< of the rule
    int strength = 0;
    std::string text;     ///< for a partner, placeholders filled in
    std::string sentence; ///< the effect's own sentence (what is missing, required, or to do), or empty
    std::string reason;   ///< what is really at stake
    std::string law;
    std::string tag;                        ///< verified, known, uncertain or proposal
    std::string status;                     ///< in-force, expected, consultation or superseded
    std::string level;                      ///< warnings only: "unlawful" or "caution"
    std::vector<std::string> because;       ///< question ids
    std::vector<std::string> because_words; ///< "Recruiting and keeping staff: A decisive reason"
    std::vector<std::string> sources;       ///< source ids
    std::vector<std::string> source_titles; ///< "Title, publisher, year"
    std::vector<std::string> review_due;    ///< those of `sources` that were due to be checked again before that day
    std::string review_words;               ///< says so, with the days; empty when none is due
    std::string after_page;                 ///< page of questions after which the interview says it; mostly empty
    std::vector<std::string> aspects;       ///< ids of the aspects to whose questions its rule looks
    std::vector<AimSide> sides;             ///< conflicts only: the two aims
};

/// What an option gives and costs on one aspect.
struct AspectCell
{
    std::string aspect; ///< id
    std::string text;
    std::vector<std::string> sources, source_titles;
    std::string review_words; ///< says which of the sources were due to be checked again; empty when none is
};

/// What the group said to one of the questions that make it care about an aspect.
struct AspectAnswer
{
    std::string question, label, answer;
    bool known = false; ///< there is an answer, and it is not "we do not know"
};

/// Something that options are compared by, with the group's own answers.
struct AspectAdvice
{
    std::string id, name, text;
    std::vector<AspectAnswer> answers; ///< in the order of the rule base
};

struct OptionAdvice
{
    std::string id;
    std::string name;
    std::string family_or_law; ///< model: the BMA family; vehicle: its statute
    std::string depth;         ///< model: "Shared body (G4)", "Talking to coordinating (G1 to G2)"; vehicle: empty
    int rank = 0;
    std::string band;                ///< id
    std::string band_label;          ///< "Points strongly towards"
    std::string band_low, band_high; ///< ids of the bands at the ends of the score's interval, constraints left aside
    std::string band_words; ///< a sentence on how far the open answers may still move it; empty when they cannot
    bool leading = false;   ///< model: one of those that come first; vehicle: carries one of them and stands at the top
    engine::Score score;
    std::string summary, suits, does_not_suit;
    std::vector<std::pair<std::string, std::string>>
        details;     ///< further headings and texts (fails when, evidence, liability, tax, …)
    std::string why; ///< one sentence for the live panel and the tables: the strongest reason for it
    std::string
        why_not; ///< one sentence: what rules it out, what it waits for, or what speaks most against it; may be empty
    std::vector<Statement> for_it, against_it, open, ruled_out_by, not_yet, required, allowed, warnings;
    std::vector<AspectCell> aspects; ///< in the order of Advice::aspects
};

struct PairAdvice
{
    std::string model, model_name, vehicle, vehicle_name, fit, fit_words;
};

/// A figure behind a gauge. Not known: nothing is answered.
struct Figure
{
    std::string id, name;
    bool known = false;
    foundation::Fixed now, low, high;
};

struct Gauge
{
    std::string title;    ///< "The relationship", "The deal"
    std::string band;     ///< "Ready to formalise"; "Not answered yet"
    std::string text;     ///< what the band means
    double filled = 0;    ///< 0 to 1, for drawing only
    bool known = false;   ///< false: nothing to draw yet
    std::string in_words; ///< "3.7 on a scale from 1 to 5 (lowest practice 3.2)", "6 of 10 done, 2 not answered"
    std::vector<std::pair<std::string, std::string>>
        rows;                         ///< subscales, or checklist items with "Done", "Not done", "Not answered"
    std::vector<Figure> figures;      ///< "mean", "lowest", "range" and the subscales; or "done", "open" and "total"
    std::vector<std::string> row_ids; ///< ids of the rows, in their order
};

struct LessonAdvice
{
    int number = 0;
    std::string name, summary;
    std::string state; ///< "raised", "clear" or "unknown"
    std::vector<Statement> checks;
};

struct GradientStop
{
    std::string id, name, text, trust, autonomy;
    bool current = false; ///< the group is here now
    bool leading = false; ///< a leading model stands here, and the depth is open now
    bool within_cap = true;
};

struct NextStep
{
    std::string title, text, within, owner;
    std::optional<int> from_month, to_month; ///< whole months from the start, as in `within`; none: it has no date
    std::string rule;
    std::vector<std::string> sources;
    std::vector<std::string> review_due;
    std::string review_words;
};

struct OpenQuestionAdvice
{
    std::string id, prompt, why, short_label;
    std::size_t rules = 0;
    bool said_unknown = false;
};

/// One line of "what was answered".
struct AnswerLine
{
    std::string practice; ///< empty for the group
    std::string question, short_label, answer, note;
};

struct SourceLine
{
    std::string id, title, publisher, year, tag, checked, review;
    bool review_due = false;
    std::string review_words; ///< says so, with the day; empty when it is not due
};

struct Advice
{
    std::string title;                 ///< of the case; "Untitled group" when empty
    std::string variant, variant_name; ///< id and name of the variant that was judged; empty for the case itself
    std::string as_at;                 ///< "2026-11-22"
    std::string as_at_words;
    std::string rules_id, rules_version, rules_sha256, rules_as_at;
    std::string review_note; ///< one line when sources behind the advice are due to be checked again, or empty
    std::vector<std::string> headline; ///< two to five sentences: what it points to, with what, on what condition
    std::vector<OptionAdvice> models, vehicles; ///< in the order of the assessment
    std::vector<PairAdvice> pairs;
    bool legal_person_needed = false;
    std::string legal_person; ///< "needed", "not-needed" or "unknown", for the models that lead
    std::vector<std::pair<std::string, std::string>>
        bands; ///< id and label, from "points strongly towards" to "ruled out"
    Gauge relationship, deal;
    std::string quadrant_title, quadrant_text, readiness_note;
    std::vector<std::pair<std::string, std::string>> lowest_statements; ///< statement and what to do about it
    std::string depth_cap;                                              ///< "g4"; empty while nothing is known
    std::string depth_cap_words;
    std::vector<Statement> depth_cap_by;
    std::vector<GradientStop> gradient;
    PathAdvice path; ///< from where the group stands to where its answers point
    std::vector<LessonAdvice> lessons;
    std::vector<Statement> conflicts, warnings;
    std::vector<AspectAdvice> aspects; ///< what options can be compared by; see compare.h
    std::vector<NextStep> next_steps;
    std::optional<PreCheck> pre_check;      ///< the nation's; none while the nation is not known
    std::string pre_check_note;             ///< why there is none; otherwise empty
    std::vector<SetupAdvice> setups;        ///< of what comes first: models, then vehicles
    std::vector<TimePathAdvice> time_paths; ///< of the models that come first
    std::vector<OpenQuestionAdvice> open_questions;
    std::vector<AnswerLine> answers;
    std::vector<std::string> not_considered;
    std::vector<std::pair<std::string, std::string>>
        unstated; ///< points of law that the questions cannot express: id and why
    std::string disclaimer;
    std::vector<SourceLine> sources;      ///< those that the statements name
    std::vector<SourceLine> more_sources; ///< those that only pre-check, set-up and paths over time name
    std::vector<std::pair<std::string, std::string>> inspirations; ///< name and what was taken from it
};

/// Puts an assessment into words. `rules` must be the rule base of the assessment.
[[nodiscard]] Advice put_into_words(const rulebase::RuleBase& rules, const casefile::Case& group,
                                    const engine::Assessment& assessment);

} // namespace fedadvise::report
