#include "wizard/interview_steps.h"

#include <algorithm>
#include <array>

namespace fedadvise::wizard
{

std::span<const InterviewStep> interview_steps()
{
    static const std::array<InterviewStep, 7> steps = {{
        {"practices", "Practices", PageKind::Practices,
         "List the practices that are thinking of working together, and say what you know about the group. You can "
         "leave "
         "questions open and come back to them."},
        {"motivations", "Motivations", PageKind::Questions,
         "Say how strong each reason is for the group as a whole. There are no right answers, and you can leave "
         "questions open."},
        {"purposes", "Purposes", PageKind::Questions,
         "Say what the practices want to do together. What you want to do comes first; the form follows from it."},
        {"requirements", "What must hold", PageKind::Questions,
         "Say what matters to you about control, contracts, people, money and time. These answers can rule options "
         "out."},
        {"relationships", "Relationships", PageKind::Questions,
         "Say how things are today, not how you wish them to be. Most of a collaboration is the relationship; the deal "
         "is the rest."},
        {check_step_id, "Check your answers", PageKind::CheckAnswers,
         "Look through your answers before you see the result. You can change any of them now or later."},
        {result_step_id, "Result", PageKind::Result,
         "This is what your answers point to. It informs your decision; it does not make it."},
    }};
    return steps;
}

std::size_t interview_step_index(const std::string& id)
{
    const auto steps = interview_steps();
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const InterviewStep& step) { return step.id == id; });
    return static_cast<std::size_t>(found - steps.begin());
}

bool has_questions(PageKind kind)
{
    return kind == PageKind::Practices || kind == PageKind::Questions;
}

bool is_put_to_group(const rulebase::Question& question)
{
    return question.scope != rulebase::Scope::Practice;
}

bool is_date_of_law(const rulebase::Question& question)
{
    return question.id.value == "as-at";
}

} // namespace fedadvise::wizard
