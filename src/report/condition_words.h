// Condition words: when a rule holds and what follows from it, as sentences for people who read no code. Everything is
// made from the rule; nothing is written for one rule alone.
#pragma once

#include "rulebase/rule_base.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fedadvise::report
{

/// A piece of a sentence, and the question, model or vehicle that it names, so that a page can link it.
struct Piece
{
    std::string text;
    std::variant<std::monostate, rulebase::QuestionId, rulebase::OptionId> names;
    friend bool operator==(const Piece&, const Piece&) = default;
};
using Phrase = std::vector<Piece>;

/// The texts of the pieces, one after the other.
[[nodiscard]] std::string plain(const Phrase& phrase);

/// Adds a text, or a whole phrase, at the end; plain pieces that meet become one.
void append(Phrase& phrase, std::string text);
void append(Phrase& phrase, const Phrase& more);

/// A condition as a clause without a full stop: "the answer to “…” is “yes”"; or "both of these hold", with the clauses
/// that stand under it.
struct ConditionWords
{
    Phrase clause;
    std::vector<ConditionWords> parts;
};

[[nodiscard]] ConditionWords condition_words(const rulebase::RuleBase& rules, const rulebase::Condition& condition);

/// Indented by two spaces for each level, parts marked with "- ": "both of these hold:", "  - the answer to …".
[[nodiscard]] std::vector<std::string> condition_in_lines(const rulebase::RuleBase& rules,
                                                          const rulebase::Condition& condition);

/// On one line, parts in brackets: "both of these hold: (1) …; (2) …".
[[nodiscard]] std::string condition_in_line(const rulebase::RuleBase& rules, const rulebase::Condition& condition);

/// "the average over all relationship statements" for "relationship.mean", and so on.
[[nodiscard]] std::string measure_in_words(const rulebase::RuleBase& rules, const std::string& measure);

/// "England and Wales"; empty where a rule holds in every nation.
[[nodiscard]] std::string nations_in_words(const rulebase::RuleBase& rules, const std::vector<std::string>& nations);

/// "from 1 October 2023", "until the end of 31 March 2026", or both; empty when no date is given.
[[nodiscard]] std::string dates_in_words(const rulebase::Rule& rule);

/// "in force", "expected: not law yet", and so on.
[[nodiscard]] std::string status_in_words(rulebase::Status status);

/// "every model except “Stay independent”", "an LLP (limited liability partnership) and the model “Lead practice”".
[[nodiscard]] Phrase options_in_words(const rulebase::RuleBase& rules, const std::vector<rulebase::OptionId>& options,
                                      std::string_view last_link);

/// What follows, without the subject and the full stop: "rules out an LLP (limited liability partnership)".
[[nodiscard]] Phrase effect_in_words(const rulebase::RuleBase& rules, const rulebase::Effect& effect);

/// A whole rule. The lead ends in a colon when parts follow: "In Wales, when both of these hold"; it is "In every case"
/// for a rule without a condition.
struct RuleWords
{
    Phrase lead;
    std::vector<ConditionWords> parts;
    std::vector<Phrase> effects; ///< each without subject and full stop
};

[[nodiscard]] RuleWords rule_words(const rulebase::RuleBase& rules, const rulebase::Rule& rule);

/// The whole rule in lines: "When both of these hold:", "  - …", "this rules out an LLP."
[[nodiscard]] std::vector<std::string> rule_in_lines(const rulebase::RuleBase& rules, const rulebase::Rule& rule);

} // namespace fedadvise::report
