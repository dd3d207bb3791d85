// Agreement: where practices say the same and where they differ, question by question, and whether they fall apart into
// one and the rest, or into two camps.
#pragma once

#include "alignment/roundtable.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::alignment
{

/// A figure of consensus in words.
/// Source: the word scale of AHP-OS (bpmsg.com, "AHP Consensus Word Scale"), made from 140 sets of priorities.
enum class ConsensusBand
{
    VeryLow,  ///< below 500 thousandths
    Low,      ///< below 625
    Moderate, ///< below 750
    High,     ///< up to 875
    VeryHigh, ///< above 875
};

[[nodiscard]] ConsensusBand consensus_band(int thousandths);
/// "very-low", "low", …
[[nodiscard]] std::string band_id(ConsensusBand band);

/// Where an answer stands between the two ends of a question: 0 to 1,000 for scales and ordered choices; nothing when
/// there is no answer, or the options have no order.
[[nodiscard]] std::optional<int> place_on_scale(const rulebase::Question& question, const engine::HeldValue& value);

/// Whether answers to the question can be laid side by side: scales and single choices.
[[nodiscard]] bool is_comparable(const rulebase::Question& question);

/// How far two answers to one question are apart: 0 to 1,000; without an order 0 or 1,000. Nothing when one is missing.
[[nodiscard]] std::optional<int> gap_between(const rulebase::Question& question, const engine::HeldValue& a,
                                             const engine::HeldValue& b);

struct QuestionAgreement
{
    std::size_t question = 0;            ///< index in the rule base
    bool view = false;                   ///< what practices think or want; otherwise what they are
    std::vector<engine::HeldValue> said; ///< of each practice; its respondents together, as the engine hears them
    std::size_t answered = 0;
    int gap = 0;                              ///< between the two that are furthest apart, 0 to 1,000
    std::vector<std::size_t> lowest, highest; ///< practices at the ends; empty without an order or without a gap
    std::optional<int> consensus;             ///< of views, in thousandths; none with fewer than two practices
    [[nodiscard]] bool needs_talk() const;
};

/// A gap of half the scale or more is worth a talk.
constexpr int wide_gap = 500;

enum class Pattern
{
    TooFewAnswers, ///< fewer than two practices have said what they think
    Together,      ///< consensus is high
    OneDissenter,
    TwoCamps,
    Scattered,
};

/// "together", "one-dissenter", "two-camps", "scattered", "too-few-answers".
[[nodiscard]] std::string pattern_id(Pattern pattern);

struct Agreement
{
    /// Every comparable question that two practices have answered: views first, biggest gap first; of equal gaps the
    /// lower consensus, then the order of the rule base.
    std::vector<QuestionAgreement> questions;
    std::optional<int> consensus;    ///< mean over the views, in thousandths
    std::vector<std::size_t> silent; ///< practices that have said nothing of what they think
    Pattern pattern = Pattern::TooFewAnswers;
    std::vector<Members> camps; ///< OneDissenter: the one, then the rest; TwoCamps: the larger first, else by place
    std::vector<std::size_t> dividing; ///< questions on which the camps differ by half the scale or more, widest first
};

[[nodiscard]] Agreement agreement_of(const Roundtable& table);

/// The consensus over every view, in thousandths; none when no question has been answered by two practices.
[[nodiscard]] std::optional<int> consensus_of(const rulebase::RuleBase& rules, const engine::Heard& own_words);

} // namespace fedadvise::alignment
