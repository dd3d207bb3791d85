// Relationship readiness: means over statements and practices, with the bounds that open statements still allow.
#include "engine/facts.h"

#include <algorithm>

namespace fedadvise::engine
{

using foundation::Fixed;
using rulebase::Question;

namespace
{

/// "We do not know" counts as 2 in the means: caution is part of the instrument, and the result says where it was used.
constexpr Fixed counted_for_unknown = Fixed::from_integer(2);

struct PracticeMeans
{
    bool answered = false;
    Fixed now, low, high;
};

/// Means of one practice over the statements; open ones count 1 for the lower and 5 for the upper bound.
PracticeMeans practice_means(const std::vector<const Question*>& statements,
                             const std::vector<std::vector<HeldValue>>& values, std::size_t practice)
{
    Fixed sum, low, high;
    std::int64_t answered = 0;
    for (std::size_t i = 0; i < statements.size(); ++i)
    {
        const HeldValue& value = values[i][practice];
        if (value.answered || value.said_unknown)
        {
            const Fixed counted = value.answered ? value.number : counted_for_unknown;
            ++answered;
            sum.millionths += counted.millionths;
            low.millionths += counted.millionths;
            high.millionths += counted.millionths;
            continue;
        }
        low.millionths += Fixed::from_integer(statements[i]->minimum.value_or(1)).millionths;
        high.millionths += Fixed::from_integer(statements[i]->maximum.value_or(5)).millionths;
    }
    if (statements.empty())
        return {};
    const auto count = static_cast<std::int64_t>(statements.size());
    return {answered > 0, answered > 0 ? foundation::mean_of(sum, answered) : Fixed{}, foundation::mean_of(low, count),
            foundation::mean_of(high, count)};
}

Fixed mean_of(const std::vector<PracticeMeans>& means, Fixed PracticeMeans::*member)
{
    Fixed sum;
    for (const PracticeMeans& m : means)
        sum.millionths += (m.*member).millionths;
    return foundation::mean_of(sum, static_cast<std::int64_t>(means.size()));
}

Fixed least_of(const std::vector<PracticeMeans>& means, Fixed PracticeMeans::*member)
{
    Fixed least = means.front().*member;
    for (const PracticeMeans& m : means)
        least = std::min(least, m.*member);
    return least;
}

Fixed most_of(const std::vector<PracticeMeans>& means, Fixed PracticeMeans::*member)
{
    Fixed most = means.front().*member;
    for (const PracticeMeans& m : means)
        most = std::max(most, m.*member);
    return most;
}

struct Readings
{
    Reading mean, lowest, range;
};

Readings readings_over(const std::vector<const Question*>& statements,
                       const std::vector<std::vector<HeldValue>>& values)
{
    const Fixed one = Fixed::from_integer(1), five = Fixed::from_integer(5), four = Fixed::from_integer(4);
    Readings readings{{std::nullopt, one, five}, {std::nullopt, one, five}, {std::nullopt, {}, four}};
    const std::size_t practices = values.empty() ? 0 : values.front().size();
    std::vector<PracticeMeans> all, answered; // a silent practice counts in the bounds, not in the figure of now
    for (std::size_t p = 0; p < practices; ++p)
    {
        all.push_back(practice_means(statements, values, p));
        if (all.back().answered)
            answered.push_back(all.back());
    }
    if (answered.empty())
        return readings;
    using M = PracticeMeans;
    readings.mean = {mean_of(answered, &M::now), mean_of(all, &M::low), mean_of(all, &M::high)};
    readings.lowest = {least_of(answered, &M::now), least_of(all, &M::low), least_of(all, &M::high)};
    readings.range = {Fixed{most_of(answered, &M::now).millionths - least_of(answered, &M::now).millionths}, {}, {}};
    if (all.size() > 1)
    {
        readings.range.low.millionths =
            std::max<std::int64_t>(0, most_of(all, &M::low).millionths - least_of(all, &M::high).millionths);
        readings.range.high.millionths = most_of(all, &M::high).millionths - least_of(all, &M::low).millionths;
    }
    return readings;
}

void read_items(const std::vector<const Question*>& statements, const std::vector<std::vector<HeldValue>>& values,
                RelationshipReading& reading)
{
    for (std::size_t i = 0; i < statements.size(); ++i)
    {
        Fixed sum;
        std::int64_t answered = 0;
        bool unknown = false;
        for (const HeldValue& value : values[i])
        {
            unknown = unknown || value.said_unknown;
            sum.millionths += value.answered ? value.number.millionths : 0;
            answered += value.answered ? 1 : 0;
        }
        if (unknown)
            reading.answered_unknown.push_back(statements[i]->id);
        reading.statements_answered += answered > 0 || unknown ? 1 : 0;
        if (answered > 0)
            reading.lowest_items.push_back({statements[i]->id, foundation::mean_of(sum, answered)});
    }
    std::stable_sort(reading.lowest_items.begin(), reading.lowest_items.end(),
                     [](const auto& a, const auto& b) { return a.value < b.value; });
    if (reading.lowest_items.size() > 3)
        reading.lowest_items.resize(3);
}

} // namespace

RelationshipReading read_relationship(const rulebase::RuleBase& rules, const Heard& heard)
{
    std::vector<const Question*> statements;
    std::vector<std::vector<HeldValue>> values;
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
    {
        if (rules.questions[q].family != rules.readiness.family || rules.questions[q].family.empty())
            continue;
        statements.push_back(&rules.questions[q]);
        values.push_back(heard[q]);
    }
    RelationshipReading reading;
    reading.statements = statements.size();
    const Readings whole = readings_over(statements, values);
    reading.mean = whole.mean;
    reading.lowest = whole.lowest;
    reading.range = whole.range;
    for (const rulebase::ReadinessSubscale& subscale : rules.readiness.subscales)
    {
        std::vector<const Question*> part;
        std::vector<std::vector<HeldValue>> part_values;
        for (std::size_t i = 0; i < statements.size(); ++i)
            if (statements[i]->subscale == subscale.letter)
            {
                part.push_back(statements[i]);
                part_values.push_back(values[i]);
            }
        reading.subscales.push_back(readings_over(part, part_values).mean);
    }
    read_items(statements, values, reading);
    if (reading.mean.now)
        for (std::size_t i = 0; i < rules.readiness.bands.size() && !reading.band; ++i)
            if (!rules.readiness.bands[i].below || *reading.mean.now < *rules.readiness.bands[i].below)
                reading.band = i;
    return reading;
}

} // namespace fedadvise::engine
