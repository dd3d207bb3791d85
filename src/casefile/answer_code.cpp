#include "casefile/answer_code.h"

#include "foundation/text_list.h"

#include <algorithm>

namespace fedadvise::casefile
{

using rulebase::AnswerKind;

std::vector<AnswerCode> answer_codes(const rulebase::Question& question)
{
    constexpr std::string_view in_order = "123456789abcdefghijklmnopqrstuvwxyz";
    std::vector<AnswerCode> codes;
    for (const rulebase::AnswerOption& option : question.options)
    {
        const bool is_digit = question.kind == AnswerKind::Scale && option.id.size() == 1;
        if (is_digit || codes.size() < in_order.size())
            codes.push_back({is_digit ? option.id.front() : in_order[codes.size()], option.id, option.label});
    }
    return codes;
}

bool takes_one_code(const rulebase::Question& question)
{
    return question.kind == AnswerKind::Scale || question.kind == AnswerKind::Choice;
}

std::variant<Answer, AnswerFault> answer_of_codes(const rulebase::Question& question, std::string_view typed)
{
    const std::string text = foundation::lower_case(foundation::trimmed(typed));
    if (text == std::string(1, unknown_code))
        return Answer{Unknown{}};
    if (!takes_one_code(question) && question.kind != AnswerKind::Choices)
        return parse_answer(question, std::string(typed));
    const std::vector<AnswerCode> codes = answer_codes(question);
    std::vector<std::string> options;
    std::vector<std::string> known;
    for (const AnswerCode& code : codes)
        known.push_back(std::string(1, code.code));
    for (const char c : text)
    {
        if (c == ' ' || c == ',')
            continue;
        const auto found =
            std::find_if(codes.begin(), codes.end(), [&](const AnswerCode& code) { return code.code == c; });
        if (found == codes.end() || (takes_one_code(question) && !options.empty()))
            return AnswerFault{"casefile.bad-code", "'" + text + "' is no answer to '" + question.short_label + "'.",
                               "Type one of " + foundation::joined(known, ", ") + ", or " + unknown_code +
                                   " for \"we do not know\"."};
        if (std::find(options.begin(), options.end(), found->option) == options.end())
            options.push_back(found->option);
    }
    if (question.kind == AnswerKind::Choices)
        return parse_answer(question, options);
    return parse_answer(question, options.empty() ? std::string() : options.front());
}

} // namespace fedadvise::casefile
