#include "report/wording.h"

#include "engine/group_value.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <array>
#include <vector>

namespace fedadvise::report
{

namespace
{

using rulebase::Aggregate;
using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::QuestionId;

constexpr std::int64_t one = 1'000'000;
constexpr std::array<std::string_view, 10> proper_names = {
    "England", "Scotland", "Wales", "Northern", "Britain", "Companies House", "Section", "Crown", "Welsh", "Scottish"};

bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// Why a question has no value for the group.
std::string missing_words(const engine::GroupValue& value)
{
    if (value.answered > 0)
        return "Not answered by every practice";
    return value.said_unknown ? "Not known" : "Not answered";
}

std::string option_label(const Question& question, const std::string& id)
{
    const auto index = rulebase::option_index(question, id);
    return index ? question.options[*index].label : id;
}

/// The word for a point of a scale; between two points, both.
std::string scale_words(const Question& question, foundation::Fixed value)
{
    const std::int64_t below = value.millionths / one;
    const auto word = [&question](std::int64_t point)
    { return lower_first(option_label(question, foundation::fixed_text(foundation::Fixed::from_integer(point)))); };
    if (value.millionths % one == 0)
        return word(below);
    return "between " + word(below) + " and " + word(below + 1);
}

std::string number_words(const Question& question, foundation::Fixed value)
{
    if (question.kind == AnswerKind::Scale)
        return scale_words(question, value);
    if (value.millionths % one == 0)
        return foundation::with_thousands(value.millionths / one);
    return foundation::fixed_text(value, 1);
}

/// Whether the practices' answers stand beside each other (a sum is one figure, not a middle of several).
bool shows_range(const Question& question, const engine::GroupValue& value)
{
    if (question.aggregate == Aggregate::None || question.aggregate == Aggregate::Sum ||
        question.aggregate == Aggregate::Union)
        return false;
    if (value.answered <= 1 || !value.lowest || !value.highest || *value.lowest == *value.highest)
        return false;
    // "between A and B" already names both ends when they are neighbours.
    const bool between_neighbours = value.number && value.number->millionths % one != 0 &&
                                    question.kind == AnswerKind::Scale &&
                                    value.highest->millionths - value.lowest->millionths == one;
    return !between_neighbours;
}

/// "from a minor reason to a decisive reason", or empty.
std::string range_words(const Question& question, const engine::GroupValue& value)
{
    if (!shows_range(question, value))
        return {};
    return "from " + number_words(question, *value.lowest) + " to " + number_words(question, *value.highest);
}

/// The value alone, as it stands inside a sentence; empty when there is nothing to say.
std::string bare_value(const Question& question, const engine::GroupValue& value)
{
    const bool chosen = question.kind == AnswerKind::Choice || question.kind == AnswerKind::Choices;
    if (chosen && !value.options.empty())
    {
        std::vector<std::string> labels;
        for (const std::string& option : value.options)
            labels.push_back(lower_first(option_label(question, option)));
        return foundation::joined_as_sentence(labels, question.kind == AnswerKind::Choices ? "and" : "or");
    }
    if (value.number)
        return number_words(question, *value.number);
    if (value.date)
        return foundation::date_in_words(*value.date);
    return value.text;
}

std::string capital_first(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// Whether a placeholder stands inside brackets of its own sentence.
bool inside_brackets(std::string_view before)
{
    const std::size_t open = before.rfind('(');
    const std::size_t close = before.rfind(')');
    return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

std::string question_words(const Wording& wording, const Question& question, std::string_view before)
{
    const engine::GroupValue value = engine::group_value(wording.rules, wording.group, question.id);
    const std::string bare = value.known ? bare_value(question, value) : std::string{};
    if (bare.empty())
        return lower_first(missing_words(value));
    const std::string range = range_words(question, value);
    if (range.empty())
        return bare;
    return inside_brackets(before) ? bare + "; answers go " + range : bare + " (" + range + ")";
}

std::string end_words(const Wording& wording, std::string_view id, bool lowest)
{
    const Question* question = rulebase::find_question(wording.rules, {std::string{id}});
    if (question == nullptr)
        return "not answered";
    const engine::GroupValue value = engine::group_value(wording.rules, wording.group, question->id);
    const std::optional<foundation::Fixed>& end = lowest ? value.lowest : value.highest;
    // One practice alone is both ends.
    const std::optional<foundation::Fixed>& figure = end ? end : value.number;
    return value.known && figure ? number_words(*question, *figure) : lower_first(missing_words(value));
}

/// The words of one placeholder; nothing when it is none.
std::optional<std::string> placeholder_words(const Wording& wording, std::string_view name, std::string_view before)
{
    constexpr std::string_view lowest = "lowest:";
    constexpr std::string_view highest = "highest:";
    if (name == "as-at")
        return foundation::date_in_words(wording.assessment.as_at);
    if (name.starts_with(lowest))
        return end_words(wording, name.substr(lowest.size()), true);
    if (name.starts_with(highest))
        return end_words(wording, name.substr(highest.size()), false);
    if (const Question* question = rulebase::find_question(wording.rules, {std::string{name}}))
        return question_words(wording, *question, before);
    const std::vector<std::string> measures = rulebase::measure_names(wording.rules);
    if (std::find(measures.begin(), measures.end(), name) == measures.end())
        return std::nullopt;
    const auto now = measure_now(wording, name);
    return now ? reading_text(*now) : "not answered";
}

} // namespace

std::string lower_first(std::string_view label)
{
    std::string text{label};
    if (text.empty() || !is_upper(text.front()))
        return text;
    if (std::any_of(proper_names.begin(), proper_names.end(),
                    [&](std::string_view name) { return label.starts_with(name); }))
        return text;
    // "A bank" and "Wanted" are lowered; "NHS", "GPs" and "SystmOne" are names and stay.
    const std::string_view word = label.substr(0, label.find(' '));
    if (std::any_of(word.begin() + 1, word.end(), is_upper))
        return text;
    text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

std::string as_sentence(std::string_view text)
{
    std::string sentence{foundation::trimmed(text)};
    if (sentence.empty())
        return sentence;
    const char last = sentence.back();
    if (last != '.' && last != '?' && last != '!')
        sentence += '.';
    return capital_first(std::move(sentence));
}

std::string counted(std::int64_t count, std::string_view plural_unit)
{
    std::string unit{plural_unit};
    if (count == 1 && unit.find(' ') == std::string::npos && unit.ends_with("s"))
        unit.pop_back();
    return foundation::with_thousands(count) + (unit.empty() ? "" : " ") + unit;
}

std::string short_label(const rulebase::RuleBase& rules, const QuestionId& question)
{
    const Question* found = rulebase::find_question(rules, question);
    return found == nullptr || found->short_label.empty() ? question.value : found->short_label;
}

std::string value_for_table(const Wording& wording, const QuestionId& id)
{
    const Question* question = rulebase::find_question(wording.rules, id);
    if (question == nullptr)
        return "Not answered";
    const engine::GroupValue value = engine::group_value(wording.rules, wording.group, id);
    if (!value.known)
        return missing_words(value);
    std::string words = capital_first(bare_value(*question, value));
    if (words.empty())
        return "Answered by " + counted(static_cast<std::int64_t>(value.answered), "practices");
    if (question->kind == AnswerKind::Number && value.number && value.number->millionths % one == 0 &&
        !question->unit.empty())
        words = counted(value.number->millionths / one, question->unit);
    const std::string range = range_words(*question, value);
    return range.empty() ? words : words + " (" + range + ")";
}

std::string because_words(const Wording& wording, const QuestionId& question)
{
    return short_label(wording.rules, question) + ": " + value_for_table(wording, question);
}

std::string filled(const Wording& wording, std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();)
    {
        const std::size_t open = text.find('{', at);
        if (open == std::string_view::npos)
            return result + std::string{text.substr(at)};
        result += text.substr(at, open - at);
        const std::size_t close = text.find('}', open);
        const std::string_view name =
            close == std::string_view::npos ? std::string_view{} : text.substr(open + 1, close - open - 1);
        const auto words = placeholder_words(wording, name, text.substr(0, open));
        result += words ? *words : std::string{"{"};
        at = words ? close + 1 : open + 1;
    }
    return result;
}

std::optional<foundation::Fixed> measure_now(const Wording& wording, std::string_view measure)
{
    constexpr std::string_view prefix = "relationship.";
    if (!measure.starts_with(prefix))
        return std::nullopt;
    const std::string_view name = measure.substr(prefix.size());
    const engine::RelationshipReading& relationship = wording.assessment.relationship;
    if (name == "mean")
        return relationship.mean.now;
    if (name == "lowest")
        return relationship.lowest.now;
    if (name == "range")
        return relationship.range.now;
    const auto& subscales = wording.rules.readiness.subscales;
    for (std::size_t i = 0; i < subscales.size() && i < relationship.subscales.size(); ++i)
        if (subscales[i].id == name)
            return relationship.subscales[i].now;
    return std::nullopt;
}

std::string step_in_words(const rulebase::RuleBase& rules, std::size_t step)
{
    if (step >= rules.gradient.size())
        return {};
    return rules.gradient[step].name + " (" + capital_first(rules.gradient[step].id) + ")";
}

std::string reading_text(foundation::Fixed value)
{
    // Cut, not rounded: a reading just under a threshold must not look as if it had reached it.
    std::string text = foundation::fixed_text({value.millionths / 100'000 * 100'000}, 1);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

} // namespace fedadvise::report
