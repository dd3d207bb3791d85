#include "cli/question_list.h"

#include "foundation/number_text.h"

#include <nlohmann/json.hpp>

namespace fedadvise::cli
{

using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

namespace
{

std::string scope_name(Scope scope)
{
    switch (scope)
    {
    case Scope::Group: return "group";
    case Scope::Practice: return "practice";
    case Scope::PracticeOrGroup: return "practice-or-group";
    case Scope::Respondent: return "respondent";
    }
    return "group";
}

std::string kind_name(AnswerKind kind)
{
    switch (kind)
    {
    case AnswerKind::Scale: return "scale";
    case AnswerKind::Choice: return "choice";
    case AnswerKind::Choices: return "choices";
    case AnswerKind::Number: return "number";
    case AnswerKind::Text: return "text";
    case AnswerKind::Date: return "date";
    }
    return "choice";
}

std::string range_text(const Question& question)
{
    std::string text = question.minimum ? "from " + foundation::with_thousands(*question.minimum) : "any whole number";
    if (question.maximum)
        text += " to " + foundation::with_thousands(*question.maximum);
    return question.unit.empty() ? text : text + ", in " + question.unit;
}

} // namespace

std::string questions_as_text(const rulebase::RuleBase& rules)
{
    std::string text;
    for (const rulebase::Section& section : rules.sections)
    {
        text += section.title + "\n" + std::string(section.title.size(), '=') + "\n\n";
        for (const Question& question : rules.questions)
        {
            if (question.section != section.id)
                continue;
            text += question.id.value + " (" + scope_name(question.scope) + ", " + kind_name(question.kind) + ")\n  " +
                    question.prompt + "\n";
            if (question.kind == AnswerKind::Number)
                text += "    " + range_text(question) + "\n";
            for (const rulebase::AnswerOption& option : question.options)
                text += "    " + option.id + ": " + option.label + "\n";
            text += "    unknown: We do not know\n";
            if (!question.help.empty())
                text += "  " + question.help + "\n";
            text += "  Why we ask: " + question.why + "\n\n";
        }
    }
    return text;
}

std::string questions_as_json(const rulebase::RuleBase& rules)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Question& question : rules.questions)
    {
        nlohmann::ordered_json entry = {{"id", question.id.value},
                                        {"section", question.section},
                                        {"scope", scope_name(question.scope)},
                                        {"kind", kind_name(question.kind)},
                                        {"prompt", question.prompt},
                                        {"help", question.help},
                                        {"why", question.why}};
        if (question.minimum)
            entry["minimum"] = *question.minimum;
        if (question.maximum)
            entry["maximum"] = *question.maximum;
        if (!question.unit.empty())
            entry["unit"] = question.unit;
        entry["values"] = nlohmann::ordered_json::array();
        for (const rulebase::AnswerOption& option : question.options)
            entry["values"].push_back({{"value", option.id}, {"label", option.label}});
        entry["values"].push_back({{"value", "unknown"}, {"label", "We do not know"}});
        list.push_back(std::move(entry));
    }
    const nlohmann::ordered_json result = {{"format", "federation-adviser questions"},
                                           {"version", 1},
                                           {"rules", {{"id", rules.id}, {"version", rules.version}}},
                                           {"questions", list}};
    return result.dump(2) + "\n";
}

} // namespace fedadvise::cli
