// Further: what would change the advice, what the open questions still decide, and how firm it is; in words.
#pragma once

#include "engine/engine.h"
#include "report/advice.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::report
{

/// One question answered otherwise.
struct ChangedAnswer
{
    std::string question, short_label, prompt;
    std::string now;           ///< "None", "Not answered"
    std::string would_be;      ///< "A part-time manager", or several answers joined with "or" that do the same
    bool was_open = false;     ///< not answered yet, so nobody has to change their mind
    bool by_practices = false; ///< every listed practice would have to say so
    std::vector<std::string> practices_to_change; ///< names of those that say something else now
};

/// "“Paid management” would have to be “Part of it” instead of “None”"; a clause.
[[nodiscard]] std::string change_in_words(const ChangedAnswer& answer);

/// A smallest set of questions; answering all of them so does it.
struct ChangeAdvice
{
    std::vector<ChangedAnswer> answers;
    std::string sentence;       ///< "“Paid management” would have to be “Part of it” instead of “None”."
    bool other_answers = false; ///< other answers to the same questions do it too
    casefile::Case after;       ///< the case as it would be
};

/// What would make an option come first, or open it.
struct WhatWouldChange
{
    std::string goal;           ///< "lead" or "allowed"
    std::string outcome;        ///< "already-so", "found", "impossible", "too-deep" or "stopped"
    std::string headline;       ///< one sentence
    std::size_t questions = 0;  ///< in each of the sets
    std::size_t none_up_to = 0; ///< proved: no change of so many questions or fewer does it
    std::vector<ChangeAdvice>
        changes;           ///< one for each set of questions, least asked first; at most `most_changes_shown`
    std::size_t more = 0;  ///< further sets of questions of the same size
    bool all_known = true; ///< false: there may be more sets than were counted
    std::vector<Statement> obstacles; ///< when it is impossible: what cannot be lifted
    std::size_t cases = 0;            ///< combinations that were judged
    bool follows = false;             ///< goes without saying: it cannot be opened, so it cannot lead
};

constexpr std::size_t most_changes_shown = 4;

struct SearchSettings
{
    std::size_t most_changes = 4;
    std::size_t most_cases = 300'000; ///< about a third of a second
    const std::atomic<bool>* stop = nullptr;
    std::function<void(std::size_t size, std::size_t cases)> progress;
};

/// First what opens the option, when it is not open, then what makes it lead. `option` must be a model or vehicle.
[[nodiscard]] std::vector<WhatWouldChange> what_would_change(const engine::Engine& engine, const casefile::Case& group,
                                                             foundation::Date day, const std::string& option,
                                                             const SearchSettings& settings = {});

/// How often an option comes first among many readings.
struct LeadShare
{
    std::string option, name;
    std::size_t first = 0, open = 0; ///< in thousandths of the readings
    std::size_t half_width = 0;      ///< of the 95 % interval of `first`, in thousandths; 0: exact
    std::vector<std::size_t> ranks;  ///< in thousandths, from rank 1
    std::string words;               ///< "comes first in nearly all readings"
};

/// Readings with strengths that vary, for the answers as they are or for every way to answer what is open.
struct Shares
{
    std::size_t readings = 0, completions = 0;
    bool exact = false;                      ///< every way to answer the open questions was counted
    std::vector<LeadShare> models, vehicles; ///< those that come first in some reading, the commonest first
    std::string words;                       ///< one sentence
};

struct PivotalAnswer
{
    std::string question, short_label, now;
    std::vector<std::string> sentences; ///< "If it were “Full”, a contractual alliance would come first too."
};

struct QuestionDecides
{
    std::string question, short_label, prompt;
    bool said_unknown = false;
    bool can_change_leaders = false; ///< false: proved that no answer changes what comes first
    std::size_t rules = 0;
    std::vector<std::string> may_rule_out, may_clear, may_drop, may_settle; ///< names of options, by some answer to it
    std::string sentence;
};

struct Further
{
    bool settled = false;                   ///< no open answer changes which models and vehicles come first
    std::string settled_words;              ///< whether one can stop here
    std::vector<QuestionDecides> questions; ///< the one that settles most first
    std::vector<std::pair<std::string, std::string>> without_effect; ///< id and label of those that change nothing now
    std::string without_effect_words;                                ///< or empty
    std::vector<PivotalAnswer> pivotal;
    std::size_t flips = 0, flipped_questions = 0;
    std::string pivotal_words;
    Shares as_answered, with_open; ///< `with_open` has no readings when nothing is open
};

/// Everything that is asked of one case beside the advice itself. Takes about a fifth of a second.
[[nodiscard]] Further look_further(const engine::Engine& engine, const casefile::Case& group, foundation::Date day);

/// Only what the open questions still decide; takes some hundredths of a second.
[[nodiscard]] Further look_at_open_questions(const engine::Engine& engine, const casefile::Case& group,
                                             foundation::Date day);

} // namespace fedadvise::report
