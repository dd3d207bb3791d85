#include "report/condition_values.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/wording.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <array>
#include <vector>

namespace fedadvise::report
{

namespace
{

using foundation::Fixed;
using rulebase::AnswerKind;
using rulebase::Bound;
using rulebase::Comparison;
using rulebase::Question;

constexpr std::size_t most_points_listed = 2;
constexpr std::size_t most_options_listed = 3;

std::string quoted(std::string_view text)
{
    return "“" + std::string{text} + "”";
}

std::string label_of(const Question& question, const std::string& id)
{
    const auto index = rulebase::option_index(question, id);
    return lower_first(index ? question.options[*index].label : id);
}

std::string figure(const Bound& bound)
{
    const auto value = foundation::parse_fixed(bound.written);
    if (!value)
        return bound.written;
    constexpr std::int64_t one = 1'000'000;
    return value->millionths % one == 0 ? foundation::with_thousands(value->millionths / one)
                                        : foundation::fixed_text(*value);
}

/// "3 patients", "1 patient", "£10,000,000 a year".
std::string with_unit(const std::string& figure, std::string_view unit)
{
    constexpr std::string_view pounds = "pounds";
    if (unit.starts_with(pounds))
        return "£" + figure + std::string{unit.substr(pounds.size())};
    if (figure == "1" && unit == "people")
        return "1 person";
    return figure == "1" ? counted(1, unit) : figure + (unit.empty() ? "" : " ") + std::string{unit};
}

/// Time and money are less, things that are counted are fewer.
std::string_view less_or_fewer(std::string_view unit)
{
    constexpr std::array<std::string_view, 6> amounts = {"pounds", "months", "weeks", "years", "days", "points"};
    const bool amount = unit.empty() || std::any_of(amounts.begin(), amounts.end(),
                                                    [&](std::string_view a) { return unit.starts_with(a); });
    return amount ? "less than " : "fewer than ";
}

/// Whether the question itself says what is counted: "How many patients …".
bool question_names(const Question& question, std::string_view unit)
{
    const std::string_view word = unit.substr(0, unit.find(' '));
    return !word.empty() && question.prompt.find(word) != std::string::npos;
}

/// Labels of the options that meet a comparison, in the question's order.
std::vector<std::string> labels_that_meet(const Question& question, const Comparison& comparison, bool meet)
{
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (rulebase::option_meets(question, comparison, i) == meet)
            labels.push_back(lower_first(question.options[i].label));
    return labels;
}

/// "4 (“agree”)", or the figure alone between two points.
std::string point_with_figure(const Question& question, const Bound& bound)
{
    const auto index = rulebase::option_index(question, bound.written);
    return index ? figure(bound) + " (" + quoted(lower_first(question.options[*index].label)) + ")" : figure(bound);
}

std::string averaged_range(const Question& question, const Comparison& range)
{
    if (range.lower && range.upper)
        return (range.lower->inclusive ? "from " : "more than ") + point_with_figure(question, *range.lower) +
               (range.upper->inclusive ? " up to " : " and less than ") + point_with_figure(question, *range.upper);
    if (range.lower)
        return range.lower->inclusive ? point_with_figure(question, *range.lower) + " or higher"
                                      : "higher than " + point_with_figure(question, *range.lower);
    return range.upper->inclusive ? point_with_figure(question, *range.upper) + " or lower"
                                  : "lower than " + point_with_figure(question, *range.upper);
}

/// A range on a scale in the words of its points. Answers can lie between two points when several practices answer, so
/// an open end is not the same as the next point.
std::string scale_range(const Question& question, const Comparison& range)
{
    const auto labels = labels_that_meet(question, range, true);
    const bool open = (range.lower && !range.lower->inclusive) || (range.upper && !range.upper->inclusive);
    if (labels.empty() || (open && range.lower && range.upper))
        return averaged_range(question, range);
    if (open && range.lower)
        return "above " + quoted(label_of(question, range.lower->written));
    if (open)
        return "below " + quoted(label_of(question, range.upper->written));
    if (labels.size() <= most_points_listed)
        return quoted_list(labels, "or");
    if (range.lower && range.upper)
        return "from " + quoted(labels.front()) + " to " + quoted(labels.back());
    return range.lower ? quoted(labels.front()) + " or more" : quoted(labels.back()) + " or less";
}

/// A range on options that have an order.
std::string option_range(const Question& question, const Comparison& range)
{
    const auto labels = labels_that_meet(question, range, true);
    const auto others = labels_that_meet(question, range, false);
    if (labels.empty())
        return "none of the answers";
    if (labels.size() <= most_options_listed)
        return quoted_list(labels, "or");
    if (others.size() == 1)
        return "anything but " + quoted(others.front());
    if (range.lower && range.upper)
        return "anything from " + quoted(labels.front()) + " to " + quoted(labels.back());
    return range.lower ? "anything from " + quoted(labels.front()) + " on" : "anything up to " + quoted(labels.back());
}

std::string excluded(const std::vector<std::string>& labels)
{
    if (labels.size() == 1)
        return "anything but " + quoted(labels.front());
    if (labels.size() == 2)
        return "neither " + quoted(labels.front()) + " nor " + quoted(labels.back());
    return "none of " + quoted_list(labels, "and");
}

} // namespace

std::string quoted_list(std::span<const std::string> texts, std::string_view last_link)
{
    std::vector<std::string> all;
    for (const std::string& text : texts)
        all.push_back(quoted(text));
    return foundation::joined_as_sentence(all, last_link);
}

std::string count_word(std::int64_t count)
{
    constexpr std::array<std::string_view, 10> words = {"one", "two",   "three", "four", "five",
                                                        "six", "seven", "eight", "nine", "ten"};
    if (count >= 1 && count <= static_cast<std::int64_t>(words.size()))
        return std::string{words[static_cast<std::size_t>(count) - 1]};
    return foundation::with_thousands(count);
}

std::string range_words(const Comparison& range, std::string_view unit, bool tell_unit)
{
    const std::string_view told = tell_unit ? unit : std::string_view{};
    if (range.lower && range.upper)
    {
        const bool closed = range.lower->inclusive && range.upper->inclusive;
        const std::string low = figure(*range.lower);
        const std::string high = figure(*range.upper);
        if (closed && low == high)
            return "exactly " + with_unit(low, told);
        if (closed)
            return "between " + low + " and " + with_unit(high, told);
        return (range.lower->inclusive ? "at least " : "more than ") + low +
               (range.upper->inclusive ? " and at most " : " and " + std::string{less_or_fewer(unit)}) +
               with_unit(high, told);
    }
    if (range.lower)
        return (range.lower->inclusive ? "at least " : "more than ") + with_unit(figure(*range.lower), told);
    if (!range.upper)
        return "any number";
    return (range.upper->inclusive ? "at most " : std::string{less_or_fewer(unit)}) +
           with_unit(figure(*range.upper), told);
}

std::string value_words(const Question& question, const Comparison& comparison, bool averaged)
{
    if (comparison.kind == Comparison::Kind::Range)
    {
        if (question.kind == AnswerKind::Number || (!comparison.lower && !comparison.upper))
            return range_words(comparison, question.unit, !question_names(question, question.unit));
        if (question.kind == AnswerKind::Scale)
            return averaged ? averaged_range(question, comparison) : scale_range(question, comparison);
        return option_range(question, comparison);
    }
    std::vector<std::string> labels;
    for (const std::string& value : comparison.values)
        labels.push_back(label_of(question, value));
    switch (comparison.kind)
    {
    case Comparison::Kind::NotOneOf: return excluded(labels);
    case Comparison::Kind::Includes: return (labels.size() > 1 ? "at least one of " : "") + quoted_list(labels, "and");
    case Comparison::Kind::Excludes: return (labels.size() > 1 ? "none of " : "") + quoted_list(labels, "and");
    default: return quoted_list(labels, "or");
    }
}

} // namespace fedadvise::report
