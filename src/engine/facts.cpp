#include "engine/facts.h"

#include "engine/group_value.h"
#include "foundation/text_list.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace fedadvise::engine
{

using casefile::Answer;
using foundation::Fixed;
using rulebase::Aggregate;
using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

namespace
{

HeldValue held(const Question& question, const Answer& answer)
{
    HeldValue value;
    value.answered = true;
    value.as_written = &answer;
    const auto bit = [&](const std::string& option)
    {
        const auto index = rulebase::option_index(question, option);
        return index ? std::uint64_t{1} << *index : std::uint64_t{0};
    };
    if (casefile::is_unknown(answer))
    {
        value.answered = false;
        value.said_unknown = true;
    }
    else if (const auto* number = std::get_if<casefile::Number>(&answer))
        value.number = Fixed::from_integer(number->value);
    else if (const auto* choice = std::get_if<casefile::Choice>(&answer))
        value.options = bit(choice->option);
    else if (const auto* choices = std::get_if<casefile::Choices>(&answer))
        for (const std::string& option : choices->options)
            value.options |= bit(option);
    return value;
}

/// The text of a text answer; empty for other answers.
std::string text_of(const HeldValue& value)
{
    const auto* text = value.as_written == nullptr ? nullptr : std::get_if<casefile::Text>(value.as_written);
    return text == nullptr ? std::string{} : foundation::lower_case(foundation::as_paragraph(text->value));
}

std::vector<HeldValue> answered_only(const std::vector<HeldValue>& values)
{
    std::vector<HeldValue> answered;
    std::copy_if(values.begin(), values.end(), std::back_inserter(answered),
                 [](const HeldValue& v) { return v.answered; });
    return answered;
}

std::size_t option_of(const HeldValue& value)
{
    return static_cast<std::size_t>(std::countr_zero(value.options));
}

Fixed sum(const std::vector<HeldValue>& values)
{
    Fixed total;
    for (const HeldValue& value : values)
        total.millionths += value.number.millionths;
    return total;
}

Fixed mean(const std::vector<HeldValue>& values)
{
    return foundation::mean_of(sum(values), static_cast<std::int64_t>(values.size()));
}

/// Middle value; of an even number the mean of the two in the middle.
Fixed median(const std::vector<HeldValue>& values)
{
    std::vector<Fixed> sorted;
    for (const HeldValue& value : values)
        sorted.push_back(value.number);
    std::sort(sorted.begin(), sorted.end());
    const std::size_t half = sorted.size() / 2;
    if (sorted.size() % 2 == 1)
        return sorted[half];
    return foundation::mean_of({sorted[half - 1].millionths + sorted[half].millionths}, 2);
}

/// The options that most values name, as bits: more than one when they tie.
std::uint64_t commonest(const std::vector<HeldValue>& values)
{
    std::map<std::uint64_t, std::size_t> counts;
    std::size_t most = 0;
    for (const HeldValue& value : values)
        most = std::max(most, ++counts[value.options]);
    std::uint64_t options = 0;
    for (const auto& [option, count] : counts)
        if (count == most)
            options |= option;
    return options;
}

std::uint64_t middle_option(const std::vector<HeldValue>& values)
{
    std::vector<std::size_t> sorted;
    for (const HeldValue& value : values)
        sorted.push_back(option_of(value));
    std::sort(sorted.begin(), sorted.end());
    return std::uint64_t{1} << sorted[(sorted.size() - 1) / 2];
}

/// The last option in the question's order that anybody gave; neutral options count only when there is no other.
std::uint64_t worst_option(const Question& question, const std::vector<HeldValue>& values)
{
    std::optional<std::size_t> worst;
    for (const HeldValue& value : values)
    {
        const std::size_t option = option_of(value);
        if (!question.options[option].neutral && (!worst || option > *worst))
            worst = option;
    }
    return std::uint64_t{1} << worst.value_or(option_of(values.front()));
}

std::uint64_t aggregate_options(const Question& question, const std::vector<HeldValue>& values)
{
    switch (question.aggregate)
    {
    case Aggregate::Median: return middle_option(values);
    case Aggregate::Worst: return worst_option(question, values);
    default: return values.size() == 1 ? values.front().options : commonest(values);
    }
}

Fixed aggregate_number(const Question& question, const std::vector<HeldValue>& values)
{
    const auto less = [](const HeldValue& a, const HeldValue& b) { return a.number < b.number; };
    switch (question.aggregate)
    {
    case Aggregate::Mean: return mean(values);
    case Aggregate::Lowest: return std::min_element(values.begin(), values.end(), less)->number;
    case Aggregate::Highest:
    case Aggregate::Worst: return std::max_element(values.begin(), values.end(), less)->number;
    case Aggregate::Sum: return sum(values);
    default: return median(values);
    }
}

/// What several respondents of one practice say together: the mean on scales, the middle or commonest option otherwise.
HeldValue combined(const Question& question, const std::vector<HeldValue>& all)
{
    const auto values = answered_only(all);
    HeldValue value;
    if (values.empty())
    {
        value.said_unknown = std::any_of(all.begin(), all.end(), [](const HeldValue& v) { return v.said_unknown; });
        return value;
    }
    value = values.front();
    if (question.kind == AnswerKind::Scale || question.kind == AnswerKind::Number)
        value.number = mean(values);
    else if (question.kind == AnswerKind::Choice)
    {
        const std::uint64_t options = question.ordered ? middle_option(values) : commonest(values);
        value.options = options & (~options + 1); // of equals the first in the question's order
    }
    else if (question.kind == AnswerKind::Choices)
        for (const HeldValue& other : values)
            value.options |= other.options;
    return value;
}

HeldValue value_of_practice(const casefile::Practice& practice, const Question& question, const Answer* of_group)
{
    if (const Answer* own = casefile::find_answer(practice.answers, question.id))
        return held(question, *own);
    std::vector<HeldValue> respondents;
    for (const casefile::Respondent& respondent : practice.respondents)
        if (const Answer* answer = casefile::find_answer(respondent.answers, question.id))
            respondents.push_back(held(question, *answer));
    if (!respondents.empty())
        return combined(question, respondents);
    return of_group == nullptr ? HeldValue{} : held(question, *of_group);
}

FactValue number_between(Fixed low, Fixed high)
{
    FactValue fact;
    fact.low = low;
    fact.high = high;
    return fact;
}

/// "count-of-practices" and "sum-of:list-size": what the listed practices say, unless the group's own answer is larger
/// because not every practice is listed yet.
std::optional<FactValue> derived_fact(const rulebase::RuleBase& rules, const casefile::Case& group,
                                      const Question& question)
{
    if (question.derived.empty() || group.practices.empty())
        return std::nullopt;
    const Answer* stated = casefile::find_answer(group.answers, question.id);
    const auto* stated_number = stated == nullptr ? nullptr : std::get_if<casefile::Number>(stated);
    const Fixed said = stated_number == nullptr ? Fixed{} : Fixed::from_integer(stated_number->value);
    if (question.derived == "count-of-practices")
    {
        const Fixed listed = Fixed::from_integer(static_cast<std::int64_t>(group.practices.size()));
        return number_between(std::max(said, listed), std::max(said, listed));
    }
    const Question* part = rulebase::find_question(rules, {question.derived.substr(question.derived.find(':') + 1)});
    if (part == nullptr)
        return std::nullopt;
    const auto values = held_values(group, *part);
    const auto answered = answered_only(values);
    const Fixed listed = sum(answered);
    if (stated_number != nullptr)
        return number_between(std::max(said, listed), std::max(said, listed));
    return number_between(listed, answered.size() == values.size() ? listed : highest_fixed);
}

} // namespace

std::vector<HeldValue> held_values(const casefile::Case& group, const Question& question)
{
    const Answer* of_group =
        question.scope == Scope::Practice ? nullptr : casefile::find_answer(group.answers, question.id);
    std::vector<HeldValue> values;
    if (question.scope == Scope::Group || group.practices.empty())
    {
        values.push_back(of_group == nullptr ? HeldValue{} : held(question, *of_group));
        return values;
    }
    for (const casefile::Practice& practice : group.practices)
        values.push_back(value_of_practice(practice, question, of_group));
    return values;
}

Heard hear(const rulebase::RuleBase& rules, const casefile::Case& group)
{
    Heard heard;
    heard.reserve(rules.questions.size());
    for (const Question& question : rules.questions)
        heard.push_back(held_values(group, question));
    return heard;
}

FactValue group_fact(const rulebase::RuleBase& rules, const casefile::Case& group, const Question& question,
                     const std::vector<HeldValue>& all)
{
    if (const auto derived = derived_fact(rules, group, question))
        return *derived;
    const auto values = answered_only(all);
    FactValue fact;
    if (values.empty())
        return fact;
    switch (question.kind)
    {
    case AnswerKind::Scale:
    case AnswerKind::Number:
        fact.low = fact.high = aggregate_number(question, values);
        if (question.aggregate == Aggregate::Sum && values.size() < all.size())
            fact.high = highest_fixed;
        break;
    case AnswerKind::Choice: fact.possible = aggregate_options(question, values); break;
    case AnswerKind::Choices:
        fact.set_known = true;
        for (const HeldValue& value : values)
            fact.chosen |= value.options;
        break;
    case AnswerKind::Text:
    case AnswerKind::Date: break;
    }
    return fact;
}

FactValue statistic_fact(const std::vector<HeldValue>& all, rulebase::Statistic statistic)
{
    const auto values = answered_only(all);
    if (values.empty())
        return {};
    const bool complete = values.size() == all.size();
    const auto less = [](const HeldValue& a, const HeldValue& b) { return a.number < b.number; };
    const auto [least, most] = std::minmax_element(values.begin(), values.end(), less);
    switch (statistic)
    {
    case rulebase::Statistic::Lowest: return number_between(complete ? least->number : lowest_fixed, least->number);
    case rulebase::Statistic::Highest: return number_between(most->number, complete ? most->number : highest_fixed);
    case rulebase::Statistic::Spread:
    {
        const Fixed spread{most->number.millionths - least->number.millionths};
        return number_between(spread, complete ? spread : highest_fixed);
    }
    case rulebase::Statistic::Distinct:
    {
        std::set<std::string> different;
        for (const HeldValue& value : values)
            different.insert(std::to_string(value.options) + "/" + std::to_string(value.number.millionths) + "/" +
                             text_of(value));
        const auto count = static_cast<std::int64_t>(different.size());
        const auto missing = static_cast<std::int64_t>(all.size() - values.size());
        return number_between(Fixed::from_integer(count), Fixed::from_integer(count + missing));
    }
    case rulebase::Statistic::Group: break;
    }
    return {};
}

namespace
{

bool meets(const Question& question, const rulebase::Comparison& comparison, const HeldValue& value)
{
    if (question.kind == AnswerKind::Choice)
        return rulebase::option_meets(question, comparison, option_of(value));
    if (question.kind == AnswerKind::Choices)
    {
        std::uint64_t listed = 0;
        for (const std::string& option : comparison.values)
            listed |= std::uint64_t{1} << rulebase::option_index(question, option).value_or(0);
        return ((value.options & listed) != 0) == (comparison.kind == rulebase::Comparison::Kind::Includes);
    }
    if (comparison.kind != rulebase::Comparison::Kind::Range)
    {
        const bool listed =
            std::any_of(comparison.values.begin(), comparison.values.end(),
                        [&](const std::string& v) { return foundation::parse_fixed(v) == value.number; });
        return listed == (comparison.kind == rulebase::Comparison::Kind::OneOf);
    }
    const auto bound = [](const std::optional<rulebase::Bound>& b)
    { return foundation::parse_fixed(b->written).value_or(Fixed{}); };
    const bool above = !comparison.lower || bound(comparison.lower) < value.number ||
                       (comparison.lower->inclusive && bound(comparison.lower) == value.number);
    const bool below = !comparison.upper || value.number < bound(comparison.upper) ||
                       (comparison.upper->inclusive && bound(comparison.upper) == value.number);
    return above && below;
}

} // namespace

Truth practices_fact(const Question& question, const std::vector<HeldValue>& all, rulebase::HowMany how_many,
                     const rulebase::Comparison& comparison)
{
    const auto values = answered_only(all);
    if (values.empty())
        return Truth::Unknown;
    const auto met = static_cast<std::size_t>(std::count_if(
        values.begin(), values.end(), [&](const HeldValue& v) { return meets(question, comparison, v); }));
    const std::size_t missing = all.size() - values.size();
    const auto some = met > 0 ? Truth::True : missing > 0 ? Truth::Unknown : Truth::False;
    switch (how_many)
    {
    case rulebase::HowMany::Some: return some;
    case rulebase::HowMany::None: return negated(some);
    case rulebase::HowMany::Every:
        return met < values.size() ? Truth::False : missing > 0 ? Truth::Unknown : Truth::True;
    case rulebase::HowMany::Half: return met * 2 >= values.size() ? Truth::True : Truth::False;
    }
    return Truth::Unknown;
}

FactValue motive_consensus(const rulebase::RuleBase& rules, const casefile::Case& group)
{
    const std::size_t practices = group.practices.size();
    std::vector<bool> decisive(practices),
        may_be(practices);                 // some motive of the practice is, or may still be, decisive
    std::vector<std::vector<int>> motives; // for each practice: 2 decisive, 1 open, 0 neither
    for (const Question& question : rules.questions)
    {
        if (question.family != "motive")
            continue;
        const Answer* of_group = casefile::find_answer(group.answers, question.id);
        std::vector<int> said(practices);
        for (std::size_t p = 0; p < practices; ++p)
        {
            const HeldValue own = value_of_practice(group.practices[p], question, nullptr);
            if (own.answered && own.number >= Fixed::from_integer(question.maximum.value_or(3)))
                said[p] = 2;
            else if (!value_of_practice(group.practices[p], question, of_group).answered)
                said[p] = 1;
            decisive[p] = decisive[p] || said[p] == 2;
            may_be[p] = may_be[p] || said[p] > 0;
        }
        motives.push_back(std::move(said));
    }
    if (std::count(decisive.begin(), decisive.end(), true) < 2)
        return {};
    std::int64_t top = 0;
    Fixed high;
    for (const std::vector<int>& said : motives)
    {
        std::int64_t together = 0, all = 0;
        for (std::size_t p = 0; p < practices; ++p)
        {
            together += said[p] > 0 ? 1 : 0;
            all += said[p] > 0 || decisive[p] ? 1 : 0;
        }
        top = std::max<std::int64_t>(top, std::count(said.begin(), said.end(), 2));
        high = std::max(high, foundation::mean_of(Fixed::from_integer(together), all));
    }
    return number_between(foundation::mean_of(Fixed::from_integer(top), std::count(may_be.begin(), may_be.end(), true)),
                          high);
}

GroupValue group_value(const rulebase::RuleBase& rules, const casefile::Case& group, const rulebase::QuestionId& id)
{
    GroupValue value;
    const Question* question = rulebase::find_question(rules, id);
    if (question == nullptr)
        return value;
    if (id.value == "as-at" && group.as_at)
    {
        value.known = true;
        value.date = group.as_at;
        value.answered = 1;
        return value;
    }
    const auto all = held_values(group, *question);
    const auto values = answered_only(all);
    value.answered = values.size();
    value.said_unknown = std::any_of(all.begin(), all.end(), [](const HeldValue& v) { return v.said_unknown; });
    const FactValue fact = group_fact(rules, group, *question, all);
    const bool numeric = question->kind == AnswerKind::Scale || question->kind == AnswerKind::Number;
    value.known = numeric ? fact.low == fact.high : !values.empty();
    if (!value.known)
        return value;
    if (numeric)
    {
        value.number = fact.low;
        const auto less = [](const HeldValue& a, const HeldValue& b) { return a.number < b.number; };
        if (values.size() > 1)
        {
            value.lowest = std::min_element(values.begin(), values.end(), less)->number;
            value.highest = std::max_element(values.begin(), values.end(), less)->number;
        }
        return value;
    }
    const std::uint64_t bits = question->kind == AnswerKind::Choices ? fact.chosen : fact.possible;
    for (std::size_t i = 0; i < question->options.size(); ++i)
        if ((bits >> i & 1U) != 0)
            value.options.push_back(question->options[i].id);
    if (const auto* text = std::get_if<casefile::Text>(values.front().as_written))
        value.text = text->value;
    if (const auto* date = std::get_if<foundation::Date>(values.front().as_written))
        value.date = *date;
    return value;
}

} // namespace fedadvise::engine
