#include "casefile/answer.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>

namespace fedadvise::casefile
{

using rulebase::AnswerKind;
using rulebase::Question;

namespace
{

constexpr std::int64_t largest_number = 1'000'000'000'000;

std::vector<std::string> option_names(const Question& question)
{
    std::vector<std::string> names;
    for (const rulebase::AnswerOption& option : question.options)
        names.push_back(option.id);
    return names;
}

AnswerFault bad_option(const Question& question, const std::string& written)
{
    const auto names = option_names(question);
    const std::string near = foundation::nearest_word(written, names);
    return {"casefile.bad-option", "'" + written + "' is not an answer to '" + question.id.value + "'.",
            near.empty() ? "Possible answers: " + foundation::joined(names, ", ") + ", unknown."
                         : "Did you mean '" + near + "'?"};
}

/// "9100" of "9,100", as people write it; the text as it is when a comma stands anywhere else ("9,5").
std::string without_thousands_commas(const std::string& written)
{
    std::string digits;
    std::size_t since_comma = 0;
    bool grouped = false;
    for (const char c : written)
    {
        if (c == ',')
        {
            if (digits.empty() || (grouped ? since_comma != 3 : since_comma > 3))
                return written;
            grouped = true;
            since_comma = 0;
            continue;
        }
        digits += c;
        ++since_comma;
    }
    return grouped && since_comma != 3 ? written : digits;
}

std::variant<Answer, AnswerFault> parse_number(const Question& question, const std::string& written)
{
    const std::string digits = question.kind == AnswerKind::Number ? without_thousands_commas(written) : written;
    const auto value = foundation::parse_integer(digits);
    const std::int64_t lowest = question.minimum.value_or(-largest_number);
    const std::int64_t highest = question.maximum.value_or(largest_number);
    const std::string range =
        question.maximum ? "from " + foundation::with_thousands(lowest) + " to " + foundation::with_thousands(highest)
                         : "of " + foundation::with_thousands(lowest) + " or more";
    if (!value)
        return AnswerFault{"casefile.bad-number", "'" + written + "' is not a whole number.",
                           "Write a whole number " + range + ", or \"unknown\"."};
    if (*value < lowest || *value > highest)
        return AnswerFault{"casefile.out-of-range",
                           written + " is outside the range of '" + question.short_label + "'.",
                           "Write a whole number " + range + ", or \"unknown\"."};
    return Answer{Number{*value}};
}

} // namespace

std::variant<Answer, AnswerFault> parse_answer(const Question& question, const std::vector<std::string>& written)
{
    if (question.kind != AnswerKind::Choices)
        return AnswerFault{"casefile.wrong-type", "'" + question.id.value + "' takes one answer, not a list.",
                           "Write the answer without [ and ]."};
    if (std::find(written.begin(), written.end(), "unknown") != written.end())
        return AnswerFault{"casefile.bad-option", "'unknown' cannot stand in the list for '" + question.id.value + "'.",
                           "Write \"unknown\" alone, without [ and ], or leave it out of the list."};
    for (const std::string& name : written)
        if (!rulebase::option_index(question, name))
            return bad_option(question, name);
    Choices chosen;
    for (const rulebase::AnswerOption& option : question.options)
        if (std::find(written.begin(), written.end(), option.id) != written.end())
            chosen.options.push_back(option.id);
    if (chosen.options.empty())
        return AnswerFault{"casefile.empty-set", "The list for '" + question.id.value + "' is empty.",
                           "Name at least one answer, write \"unknown\", or leave the question out."};
    if (chosen.options.size() > 1 && chosen.options.front() == "none")
        return AnswerFault{"casefile.bad-option",
                           "The answer to '" + question.id.value + "' has 'none' beside other answers.",
                           "Keep 'none' alone, or remove it."};
    return Answer{chosen};
}

std::variant<Answer, AnswerFault> parse_answer(const Question& question, const std::string& raw)
{
    const std::string written(foundation::trimmed(foundation::without_control_characters(raw)));
    if (written == "unknown")
        return Answer{Unknown{}};
    switch (question.kind)
    {
    case AnswerKind::Choice:
        if (rulebase::option_index(question, written))
            return Answer{Choice{written}};
        return bad_option(question, written);
    case AnswerKind::Choices: return parse_answer(question, foundation::split_words(written));
    case AnswerKind::Scale:
    case AnswerKind::Number: return parse_number(question, written);
    case AnswerKind::Text:
        if (written.empty())
            return AnswerFault{"casefile.empty-text", "The answer to '" + question.id.value + "' is empty.",
                               "Write something, or leave the question out."};
        return Answer{Text{written}};
    case AnswerKind::Date:
        if (const auto date = foundation::parse_date(written))
            return Answer{*date};
        return AnswerFault{"casefile.bad-date", "'" + written + "' is not a date.",
                           "Write dates as 2026-11-22 (year, month, day)."};
    }
    return bad_option(question, written);
}

namespace
{

std::string label_of(const Question& question, const std::string& option)
{
    const auto index = rulebase::option_index(question, option);
    return index ? question.options[*index].label : option;
}

/// "partner" of "partners", as it stands after the number 1.
std::string singular(const std::string& unit)
{
    if (unit == "people")
        return "person";
    return unit.ends_with('s') ? unit.substr(0, unit.size() - 1) : unit;
}

struct InWords
{
    const Question& question;

    std::string operator()(const Unknown&) const { return "We do not know"; }
    std::string operator()(const Choice& choice) const { return label_of(question, choice.option); }
    std::string operator()(const Choices& choices) const
    {
        std::vector<std::string> labels;
        for (const std::string& option : choices.options)
            labels.push_back(label_of(question, option));
        return foundation::joined(labels, ", ");
    }
    std::string operator()(const Number& number) const
    {
        if (question.kind == AnswerKind::Scale)
            return label_of(question, std::to_string(number.value));
        const std::string digits = foundation::with_thousands(number.value);
        if (question.unit == "pounds a year")
            return "£" + digits + " a year";
        if (question.unit.empty())
            return digits;
        return digits + " " + (number.value == 1 ? singular(question.unit) : question.unit);
    }
    std::string operator()(const Text& text) const { return text.value; }
    std::string operator()(const foundation::Date& date) const { return foundation::date_in_words(date); }
};

} // namespace

std::string answer_in_words(const Question& question, const Answer& answer)
{
    return std::visit(InWords{question}, answer);
}

} // namespace fedadvise::casefile
