#include "alignment/agreement.h"

#include "alignment/camps.h"
#include "alignment/shannon.h"

#include <algorithm>
#include <bit>

namespace fedadvise::alignment
{

using engine::HeldValue;
using rulebase::AnswerKind;
using rulebase::Question;

namespace
{

constexpr int whole = 1'000;

std::size_t option_of(const HeldValue& value)
{
    return static_cast<std::size_t>(std::countr_zero(value.options));
}

/// Shares of one practice: of an ordered question how far the answer goes and how far it stays away; otherwise all of
/// the option it chose.
std::vector<std::int64_t> shares_of(const Question& question, const HeldValue& value)
{
    if (const auto place = place_on_scale(question, value))
        return {*place, whole - *place};
    std::vector<std::int64_t> shares(question.options.size(), 0);
    shares[option_of(value)] = whole;
    return shares;
}

std::optional<int> consensus_on(const Question& question, const std::vector<HeldValue>& said)
{
    std::vector<std::vector<std::int64_t>> rows;
    for (const HeldValue& value : said)
        if (value.answered)
            rows.push_back(shares_of(question, value));
    if (rows.size() < 2 || rows.front().size() < 2)
        return std::nullopt;
    return shared_priorities(rows);
}

void note_ends(const Question& question, QuestionAgreement& agreement)
{
    std::optional<int> low, high;
    for (const HeldValue& value : agreement.said)
        if (const auto place = place_on_scale(question, value))
        {
            low = std::min(low.value_or(*place), *place);
            high = std::max(high.value_or(*place), *place);
        }
    if (!low || *low == *high)
        return;
    agreement.gap = *high - *low;
    for (std::size_t p = 0; p < agreement.said.size(); ++p)
    {
        const auto place = place_on_scale(question, agreement.said[p]);
        if (place == low)
            agreement.lowest.push_back(p);
        if (place == high)
            agreement.highest.push_back(p);
    }
}

QuestionAgreement agreement_on(const Question& question, std::size_t index, const std::vector<HeldValue>& said)
{
    QuestionAgreement agreement;
    agreement.question = index;
    agreement.view = is_view(question);
    agreement.said = said;
    for (HeldValue& value : agreement.said)
    {
        value.as_written = nullptr;
        agreement.answered += value.answered ? 1 : 0;
    }
    note_ends(question, agreement);
    if (agreement.gap == 0)
        for (const HeldValue& a : said)
            for (const HeldValue& b : said)
                agreement.gap = std::max(agreement.gap, gap_between(question, a, b).value_or(0));
    if (agreement.view)
        agreement.consensus = consensus_on(question, said);
    return agreement;
}

void note_pattern(const rulebase::RuleBase& rules, const engine::Heard& own, Agreement& agreement)
{
    const Distances distances(rules, own);
    for (std::size_t p = 0; p < distances.size(); ++p)
        if (!distances.has_spoken(p))
            agreement.silent.push_back(p);
    if (distances.size() < agreement.silent.size() + 2 || !agreement.consensus)
        return;
    agreement.pattern =
        consensus_band(*agreement.consensus) >= ConsensusBand::High ? Pattern::Together : Pattern::Scattered;
    const auto try_split = [&](Pattern pattern, const std::optional<std::vector<Members>>& groups)
    {
        const auto dividing = groups ? dividing_questions(rules, own, *groups) : std::vector<std::size_t>{};
        if (dividing.empty()) // many slight differences make no camps
            return false;
        agreement.pattern = pattern;
        agreement.camps = *groups;
        agreement.dividing = dividing;
        return true;
    };
    if (!try_split(Pattern::OneDissenter, one_and_the_rest(distances)))
        try_split(Pattern::TwoCamps, two_camps(distances));
}

} // namespace

ConsensusBand consensus_band(int thousandths)
{
    return thousandths < 500    ? ConsensusBand::VeryLow
           : thousandths < 625  ? ConsensusBand::Low
           : thousandths < 750  ? ConsensusBand::Moderate
           : thousandths <= 875 ? ConsensusBand::High
                                : ConsensusBand::VeryHigh;
}

std::string band_id(ConsensusBand band)
{
    switch (band)
    {
    case ConsensusBand::VeryLow: return "very-low";
    case ConsensusBand::Low: return "low";
    case ConsensusBand::Moderate: return "moderate";
    case ConsensusBand::High: return "high";
    case ConsensusBand::VeryHigh: break;
    }
    return "very-high";
}

std::string pattern_id(Pattern pattern)
{
    switch (pattern)
    {
    case Pattern::Together: return "together";
    case Pattern::OneDissenter: return "one-dissenter";
    case Pattern::TwoCamps: return "two-camps";
    case Pattern::Scattered: return "scattered";
    case Pattern::TooFewAnswers: break;
    }
    return "too-few-answers";
}

bool is_comparable(const Question& question)
{
    return question.kind == AnswerKind::Scale || question.kind == AnswerKind::Choice;
}

std::optional<int> place_on_scale(const Question& question, const HeldValue& value)
{
    if (!value.answered)
        return std::nullopt;
    if (question.kind == AnswerKind::Choice && question.ordered && question.options.size() > 1)
        return static_cast<int>(option_of(value) * whole / (question.options.size() - 1));
    if (question.kind != AnswerKind::Scale || question.options.size() < 2)
        return std::nullopt;
    const auto first = foundation::parse_fixed(question.options.front().id);
    const auto last = foundation::parse_fixed(question.options.back().id);
    if (!first || !last || *first == *last)
        return std::nullopt;
    return static_cast<int>((value.number.millionths - first->millionths) * whole /
                            (last->millionths - first->millionths));
}

std::optional<int> gap_between(const Question& question, const HeldValue& a, const HeldValue& b)
{
    if (!a.answered || !b.answered || !is_comparable(question))
        return std::nullopt;
    const auto place_a = place_on_scale(question, a), place_b = place_on_scale(question, b);
    if (place_a && place_b)
        return std::max(*place_a, *place_b) - std::min(*place_a, *place_b);
    return a.options == b.options && a.number == b.number ? 0 : whole;
}

bool QuestionAgreement::needs_talk() const
{
    return view && gap >= wide_gap;
}

std::optional<int> consensus_of(const rulebase::RuleBase& rules, const engine::Heard& own_words)
{
    std::int64_t sum = 0, count = 0;
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
        if (is_view(rules.questions[q]) && is_comparable(rules.questions[q]))
            if (const auto consensus = consensus_on(rules.questions[q], own_words[q]))
            {
                sum += *consensus;
                ++count;
            }
    if (count == 0)
        return std::nullopt;
    return static_cast<int>((2 * sum + count) / (2 * count));
}

Agreement agreement_of(const Roundtable& table)
{
    const rulebase::RuleBase& rules = table.engine().rules();
    const engine::Heard& own = table.own_words();
    Agreement agreement;
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
        if (is_comparable(rules.questions[q]))
        {
            QuestionAgreement on = agreement_on(rules.questions[q], q, own[q]);
            if (on.answered > 1)
                agreement.questions.push_back(std::move(on));
        }
    std::stable_sort(agreement.questions.begin(), agreement.questions.end(),
                     [](const QuestionAgreement& a, const QuestionAgreement& b)
                     {
                         if (a.view != b.view)
                             return a.view;
                         if (a.gap != b.gap)
                             return a.gap > b.gap;
                         return a.consensus.value_or(0) < b.consensus.value_or(0);
                     });
    agreement.consensus = consensus_of(rules, own);
    note_pattern(rules, own, agreement);
    return agreement;
}

} // namespace fedadvise::alignment
