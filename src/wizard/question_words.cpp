#include "wizard/question_words.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

namespace
{

std::string without_last_full_stop(std::string sentence)
{
    if (sentence.ends_with('.'))
        sentence.pop_back();
    return sentence;
}

} // namespace

std::string field_text(const casefile::Answer& answer)
{
    if (const auto* number = std::get_if<casefile::Number>(&answer))
        return foundation::fixed_text(foundation::Fixed::from_integer(number->value));
    if (const auto* text = std::get_if<casefile::Text>(&answer))
        return text->value;
    if (const auto* date = std::get_if<foundation::Date>(&answer))
        return foundation::date_text(*date);
    return {};
}

bool is_chosen(const casefile::Answer& answer, const std::string& option)
{
    if (const auto* choice = std::get_if<casefile::Choice>(&answer))
        return choice->option == option;
    if (const auto* choices = std::get_if<casefile::Choices>(&answer))
        return std::find(choices->options.begin(), choices->options.end(), option) != choices->options.end();
    if (const auto* number = std::get_if<casefile::Number>(&answer))
        return foundation::parse_integer(option) == number->value;
    return false;
}

std::string clean(const std::string& written)
{
    if (foundation::first_invalid_utf8(written))
        return {};
    const std::string kept = foundation::without_control_characters(written);
    return std::string(foundation::trimmed(kept));
}

bool is_too_long(const std::string& text)
{
    return foundation::code_point_count(text) > longest_text;
}

std::string error_words(const rulebase::Question& question, const casefile::AnswerFault& fault)
{
    std::string advice = fault.advice;
    const std::string for_files = ", or \"unknown\"";
    if (const auto at = advice.find(for_files); at != std::string::npos)
        advice.erase(at, for_files.size());
    return question.short_label + ": " + without_last_full_stop(fault.message) + ". " + advice;
}

} // namespace fedadvise::wizard
