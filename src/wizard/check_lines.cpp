// Check your answers: every question that is asked, and every answer that was given, one line each.
#include "wizard/conversation.h"

#include "foundation/text_list.h"
#include "wizard/interview_steps.h"

#include <algorithm>

namespace fedadvise::wizard
{

using rulebase::Question;
using rulebase::Section;

namespace
{

constexpr const char* not_provided = "Not provided";

/// What the people of a practice said, each once: "Agree; Disagree".
std::string words_of_respondents(const casefile::Practice& practice, const Question& question)
{
    std::vector<std::string> words;
    for (const casefile::Respondent& respondent : practice.respondents)
        if (const auto* answer = casefile::find_answer(respondent.answers, question.id))
            if (std::string said = casefile::answer_in_words(question, *answer);
                std::find(words.begin(), words.end(), said) == words.end())
                words.push_back(std::move(said));
    return foundation::joined(words, "; ");
}

} // namespace

CheckLine Conversation::check_line(const Section& section, const Question& question,
                                   const casefile::Practice* practice) const
{
    CheckLine line;
    line.practice = practice == nullptr ? std::string{} : practice->id;
    line.practice_name = practice == nullptr ? std::string{} : practice->name;
    line.step = step_of(question, line.practice);
    line.section = section.title;
    line.question = question.id.value;
    line.short_label = question.short_label;
    if (const std::string derived = practice == nullptr ? derived_words(question, "") : std::string{};
        !question.derived.empty() && !derived.empty())
        line.answer = derived;
    else if (const auto answer = answer_to(question, line.practice))
        line.answer = casefile::answer_in_words(question, *answer);
    else if (practice != nullptr)
        line.answer = words_of_respondents(*practice, question);
    else
        line.answer = derived;
    line.provided = !line.answer.empty();
    if (!line.provided)
        line.answer = not_provided;
    return line;
}

std::vector<CheckLine> Conversation::check_lines() const
{
    const rulebase::RuleBase& rules = m_engine.rules();
    std::vector<CheckLine> lines;
    const auto add =
        [&](const Section& section, const Question& question, const casefile::Practice* practice, bool asked)
    {
        CheckLine line = check_line(section, question, practice);
        if (asked || line.provided)
            lines.push_back(std::move(line));
    };
    // 1. What each practice says for itself.
    for (const casefile::Practice& practice : m_group.practices)
        for (const Section& section : rules.sections)
            for (const Question& question : rules.questions)
                if (question.section == section.id && question.scope != rulebase::Scope::Group)
                    add(section, question, &practice,
                        question.scope == rulebase::Scope::Practice && is_asked(question));
    // 2. What the group says, page by page.
    for (const InterviewStep& step : interview_steps())
        for (const Section& section : rules.sections)
            for (const Question& question : rules.questions)
                if (section.page == step.id && question.section == section.id && is_put_to_group(question))
                    add(section, question, nullptr, is_asked(question));
    return lines;
}

} // namespace fedadvise::wizard
