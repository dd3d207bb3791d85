#include "engine/oracle_facts.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <stdexcept>

namespace fedadvise::oracle
{

using rulebase::Aggregate;
using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

Ratio ratio(std::int64_t over, std::int64_t under)
{
    const std::int64_t common = std::max<std::int64_t>(1, std::gcd(over, under));
    return {over / common, under / common};
}

Ratio operator+(Ratio a, Ratio b)
{
    return ratio(a.over * b.under + b.over * a.under, a.under * b.under);
}

Ratio operator-(Ratio a, Ratio b)
{
    return a + Ratio{-b.over, b.under};
}

Ratio operator/(Ratio a, std::int64_t count)
{
    return ratio(a.over, a.under * count);
}

bool operator<(Ratio a, Ratio b)
{
    return a.over * b.under < b.over * a.under;
}

namespace
{

Value value_from(const casefile::Answer& answer)
{
    Value value;
    value.answered = !casefile::is_unknown(answer);
    value.said_unknown = casefile::is_unknown(answer);
    if (const auto* number = std::get_if<casefile::Number>(&answer))
        value.number = ratio(number->value);
    else if (const auto* choice = std::get_if<casefile::Choice>(&answer))
        value.options = {choice->option};
    else if (const auto* choices = std::get_if<casefile::Choices>(&answer))
        value.options.insert(choices->options.begin(), choices->options.end());
    else if (const auto* text = std::get_if<casefile::Text>(&answer))
        value.text = text->value;
    return value;
}

Ratio sum_of(const std::vector<Ratio>& numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), Ratio{});
}

Ratio mean_of(const std::vector<Ratio>& numbers)
{
    return sum_of(numbers) / static_cast<std::int64_t>(numbers.size());
}

Ratio least(const std::vector<Ratio>& numbers)
{
    return *std::min_element(numbers.begin(), numbers.end());
}

Ratio most(const std::vector<Ratio>& numbers)
{
    return *std::max_element(numbers.begin(), numbers.end());
}

std::vector<Ratio> numbers_of(const std::vector<Value>& values)
{
    std::vector<Ratio> numbers;
    for (const Value& value : values)
        numbers.push_back(value.number);
    return numbers;
}

/// Places in the question's list of options, in order.
std::vector<std::size_t> places_of(const Question& question, const std::vector<Value>& values)
{
    std::vector<std::size_t> places;
    for (const Value& value : values)
        places.push_back(rulebase::option_index(question, *value.options.begin()).value());
    std::sort(places.begin(), places.end());
    return places;
}

std::set<std::string> commonest(const std::vector<Value>& values)
{
    std::map<std::string, int> counts;
    int top = 0;
    for (const Value& value : values)
        top = std::max(top, ++counts[*value.options.begin()]);
    std::set<std::string> names;
    for (const auto& [name, count] : counts)
        if (count == top)
            names.insert(name);
    return names;
}

std::string middle(const Question& question, const std::vector<Value>& values)
{
    const auto places = places_of(question, values);
    return question.options[places[(places.size() - 1) / 2]].id;
}

std::string worst(const Question& question, const std::vector<Value>& values)
{
    const auto places = places_of(question, values);
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        if (!question.options[*place].neutral)
            return question.options[*place].id;
    return *values.front().options.begin();
}

std::vector<Value> answered_among(const std::vector<Value>& values)
{
    std::vector<Value> answered;
    for (const Value& value : values)
        if (value.answered)
            answered.push_back(value);
    return answered;
}

/// Several respondents of one practice: the mean of numbers, the middle or the commonest choice, all that anybody chose of a set.
Value together(const Question& question, const std::vector<Value>& all)
{
    const auto values = answered_among(all);
    if (values.empty())
        return all.front();
    Value value = values.front();
    if (question.kind == AnswerKind::Choice && question.ordered)
        value.options = {middle(question, values)};
    else if (question.kind == AnswerKind::Choice)
    {
        const auto names = commonest(values);
        const auto first = std::find_if(question.options.begin(), question.options.end(), [&](const auto& option) { return names.contains(option.id); });
        value.options = {first->id};
    }
    else if (question.kind == AnswerKind::Choices)
        for (const Value& other : values)
            value.options.insert(other.options.begin(), other.options.end());
    else if (question.kind == AnswerKind::Scale || question.kind == AnswerKind::Number)
        value.number = mean_of(numbers_of(values));
    return value;
}

std::string same_word(const std::string& text)
{
    std::string word;
    for (const char c : text)
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return word;
}

} // namespace

const Question& Facts::question(const rulebase::QuestionId& id) const
{
    const Question* found = rulebase::find_question(m_rules, id);
    if (found == nullptr)
        throw std::logic_error("no question " + id.value);
    return *found;
}

Value Facts::value_of(const casefile::Practice& practice, const Question& question, bool group_stands_in) const
{
    if (const auto* own = casefile::find_answer(practice.answers, question.id))
        return value_from(*own);
    std::vector<Value> respondents;
    for (const casefile::Respondent& respondent : practice.respondents)
        if (const auto* answer = casefile::find_answer(respondent.answers, question.id))
            respondents.push_back(value_from(*answer));
    if (!respondents.empty())
        return together(question, respondents);
    const auto* of_group = casefile::find_answer(m_group.answers, question.id);
    return group_stands_in && of_group != nullptr ? value_from(*of_group) : Value{};
}

std::vector<Value> Facts::values(const Question& question) const
{
    const bool group_may_answer = question.scope != Scope::Practice;
    if (question.scope == Scope::Group || m_group.practices.empty())
    {
        const auto* answer = casefile::find_answer(m_group.answers, question.id);
        return {group_may_answer && answer != nullptr ? value_from(*answer) : Value{}};
    }
    std::vector<Value> values;
    for (const casefile::Practice& practice : m_group.practices)
        values.push_back(value_of(practice, question, group_may_answer));
    return values;
}

std::vector<Value> Facts::answered(const Question& question) const
{
    return answered_among(values(question));
}

Interval Facts::derived(const Question& question) const
{
    const auto* stated = casefile::find_answer(m_group.answers, question.id);
    const auto* number = stated == nullptr ? nullptr : std::get_if<casefile::Number>(stated);
    const Ratio said = number == nullptr ? Ratio{} : ratio(number->value);
    if (question.derived == "count-of-practices")
    {
        const Ratio larger = most({said, ratio(static_cast<std::int64_t>(m_group.practices.size()))});
        return {larger, larger};
    }
    const Question& part = this->question({question.derived.substr(std::string("sum-of:").size())});
    const auto parts = answered(part);
    const Ratio sum = sum_of(numbers_of(parts));
    if (number != nullptr)
        return {most({said, sum}), most({said, sum})};
    if (parts.size() < m_group.practices.size())
        return {sum, std::nullopt};
    return {sum, sum};
}

Interval Facts::number(const Question& question) const
{
    if (!question.derived.empty() && !m_group.practices.empty())
        return derived(question);
    const auto answered_values = answered(question);
    if (answered_values.empty())
        return {};
    auto numbers = numbers_of(answered_values);
    std::sort(numbers.begin(), numbers.end());
    const std::size_t count = numbers.size();
    Ratio value = (numbers[(count - 1) / 2] + numbers[count / 2]) / 2;
    switch (question.aggregate)
    {
    case Aggregate::Mean: value = mean_of(numbers); break;
    case Aggregate::Lowest: value = numbers.front(); break;
    case Aggregate::Highest:
    case Aggregate::Worst: value = numbers.back(); break;
    case Aggregate::Sum: value = sum_of(numbers); break;
    default: break;
    }
    if (question.aggregate == Aggregate::Sum && count < values(question).size())
        return {value, std::nullopt};
    return {value, value};
}

Interval Facts::statistic(const Question& question, rulebase::Statistic statistic) const
{
    const auto answered_values = answered(question);
    const auto missing = static_cast<std::int64_t>(values(question).size() - answered_values.size());
    if (answered_values.empty())
        return {};
    const auto numbers = numbers_of(answered_values);
    const Ratio low = least(numbers), high = most(numbers), spread = high - low;
    const auto unless_missing = [&](Ratio value) { return missing == 0 ? std::optional(value) : std::nullopt; };
    if (statistic == rulebase::Statistic::Lowest)
        return {unless_missing(low), low};
    if (statistic == rulebase::Statistic::Highest)
        return {high, unless_missing(high)};
    if (statistic == rulebase::Statistic::Spread)
        return {spread, unless_missing(spread)};
    std::set<std::string> different;
    for (const Value& value : answered_values)
    {
        std::string key = std::to_string(value.number.over) + "/" + std::to_string(value.number.under) + same_word(value.text);
        for (const std::string& option : value.options)
            key += " " + option;
        different.insert(key);
    }
    const auto count = static_cast<std::int64_t>(different.size());
    return {ratio(count), ratio(count + missing)};
}

std::set<std::string> Facts::choice(const Question& question) const
{
    const auto values = answered(question);
    if (values.empty())
        return {};
    if (question.aggregate == Aggregate::Median)
        return {middle(question, values)};
    if (question.aggregate == Aggregate::Worst)
        return {worst(question, values)};
    return commonest(values);
}

std::optional<std::set<std::string>> Facts::chosen(const Question& question) const
{
    const auto values = answered(question);
    if (values.empty())
        return std::nullopt;
    std::set<std::string> all;
    for (const Value& value : values)
        all.insert(value.options.begin(), value.options.end());
    return all;
}

Interval Facts::relationship(const std::string& figure, const std::string& subscale) const
{
    const std::size_t practices = std::max<std::size_t>(1, m_group.practices.size());
    std::vector<Ratio> lows, highs;
    bool anybody = false; // silent practices may say anything, once somebody has spoken
    for (std::size_t p = 0; p < practices; ++p)
    {
        std::vector<Ratio> low, high;
        bool said_anything = false;
        for (const Question& statement : m_rules.questions)
        {
            if (statement.family != m_rules.readiness.family || (!subscale.empty() && statement.subscale != subscale))
                continue;
            const Value value = values(statement)[p];
            said_anything = said_anything || value.answered || value.said_unknown;
            low.push_back(value.answered ? value.number : ratio(value.said_unknown ? 2 : 1));
            high.push_back(value.answered ? value.number : ratio(value.said_unknown ? 2 : 5));
        }
        anybody = anybody || said_anything;
        lows.push_back(mean_of(low));
        highs.push_back(mean_of(high));
    }
    if (!anybody)
        return figure == "range" ? Interval{ratio(0), ratio(4)} : Interval{ratio(1), ratio(5)};
    if (figure == "lowest")
        return {least(lows), least(highs)};
    if (figure != "range")
        return {mean_of(lows), mean_of(highs)};
    if (lows.size() == 1)
        return {ratio(0), ratio(0)};
    return {most({ratio(0), most(lows) - least(highs)}), most(highs) - least(lows)};
}

Interval Facts::consensus() const
{
    std::map<std::string, std::set<std::size_t>> decisive_in, open_in; // motive: practices
    std::set<std::size_t> with_decisive, may_have;
    for (std::size_t p = 0; p < m_group.practices.size(); ++p)
        for (const Question& motive : m_rules.questions)
        {
            if (motive.family != "motive")
                continue;
            const Value own = value_of(m_group.practices[p], motive, false);
            if (own.answered && !(own.number < ratio(motive.maximum.value_or(3))))
            {
                decisive_in[motive.id.value].insert(p);
                with_decisive.insert(p);
            }
            else if (!value_of(m_group.practices[p], motive, true).answered)
            {
                open_in[motive.id.value].insert(p);
                may_have.insert(p);
            }
        }
    if (with_decisive.size() < 2)
        return {};
    const auto count = [](const std::set<std::size_t>& practices) { return static_cast<std::int64_t>(practices.size()); };
    std::int64_t top = 0;
    Ratio most_together;
    for (const Question& motive : m_rules.questions)
    {
        std::set<std::size_t> together = decisive_in[motive.id.value];
        top = std::max(top, count(together));
        together.insert(open_in[motive.id.value].begin(), open_in[motive.id.value].end());
        std::set<std::size_t> all = with_decisive;
        all.insert(together.begin(), together.end());
        most_together = most({most_together, ratio(count(together), count(all))});
    }
    may_have.insert(with_decisive.begin(), with_decisive.end());
    return {ratio(top, count(may_have)), most_together};
}

Interval Facts::measure(const std::string& name) const
{
    if (name == "motive.consensus")
        return consensus();
    const std::string figure = name.substr(std::string("relationship.").size());
    for (const rulebase::ReadinessSubscale& subscale : m_rules.readiness.subscales)
        if (subscale.id == figure)
            return relationship("mean", subscale.letter);
    return relationship(figure, "");
}

} // namespace fedadvise::oracle
