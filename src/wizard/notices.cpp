#include "wizard/notices.h"

#include "foundation/text_list.h"
#include "report/conflicts.h"
#include "report/presentation.h"
#include "report/wording.h"
#include "wizard/interview_steps.h"

#include <algorithm>

namespace fedadvise::wizard
{

namespace
{

std::string origin_of(std::vector<std::string> rules, const std::vector<std::string>& sources)
{
    const std::string names = (rules.size() == 1 ? "Rule " : "Rules ") + foundation::joined(rules, ", ");
    return sources.empty() ? names : names + "; sources " + foundation::joined(sources, ", ");
}

/// "Lesson 1: motives vary", or nothing when the statement checks no lesson.
std::string lesson_of(const report::Advice& advice, const report::Statement& statement)
{
    for (const report::LessonAdvice& lesson : advice.lessons)
        for (const report::Statement& check : lesson.checks)
            if (&check == &statement)
                return "Lesson " + std::to_string(lesson.number) + ": " + report::lower_first(lesson.name);
    return {};
}

Notice early_notice(const report::Advice& advice, const report::Statement& statement)
{
    Notice notice;
    const std::string lesson = lesson_of(advice, statement);
    notice.title = lesson.empty() ? statement.title : lesson;
    notice.lines.push_back(statement.text);
    if (!statement.reason.empty())
        notice.lines.push_back(statement.reason);
    notice.origin = origin_of({statement.rule}, statement.sources);
    const std::size_t step = interview_step_index(statement.after_page);
    if (step < interview_steps().size())
    {
        notice.step = statement.after_page;
        notice.change_title = "Change your " + report::lower_first(interview_steps()[step].title);
    }
    return notice;
}

} // namespace

std::vector<Notice> early_notices(const report::Advice& advice, const std::string& step)
{
    std::vector<Notice> notices;
    for (const report::Statement* statement : report::said_early(advice))
        if (step.empty() || statement->after_page == step)
            notices.push_back(early_notice(advice, *statement));
    return notices;
}

std::vector<Notice> conflict_notices(const report::Advice& advice)
{
    std::vector<Notice> notices;
    for (const report::Statement& conflict : advice.conflicts)
    {
        Notice notice;
        notice.title = report::conflict_headline(conflict);
        std::vector<std::string> rules = {conflict.rule};
        for (const report::AimSide& side : conflict.sides)
        {
            notice.lines.push_back(report::side_words(side));
            for (std::string& rule : report::side_rules(side))
                rules.push_back(std::move(rule));
        }
        notice.lines.push_back(conflict.text);
        notice.origin = origin_of(std::move(rules), conflict.sources);
        notices.push_back(std::move(notice));
    }
    return notices;
}

/// What follows from the step before; before the result, all there is.
std::vector<Notice> Conversation::notices_on(const std::string& step) const
{
    const auto steps = interview_steps();
    const std::size_t index = interview_step_index(step);
    if (index == 0 || index >= steps.size())
        return {};
    if (steps[index].kind == PageKind::CheckAnswers)
    {
        const report::Advice words = advice();
        std::vector<Notice> notices = early_notices(words);
        for (Notice& notice : conflict_notices(words))
            notices.push_back(std::move(notice));
        return notices;
    }
    const std::string& before = steps[index - 1].id;
    const auto& rules = m_engine.rules().rules;
    const bool may_say =
        std::any_of(rules.begin(), rules.end(),
                    [&](const rulebase::Rule& rule)
                    {
                        return std::any_of(rule.effects.begin(), rule.effects.end(),
                                           [&](const rulebase::Effect& effect) { return effect.after_page == before; });
                    });
    return may_say ? early_notices(advice(), before) : std::vector<Notice>{};
}

} // namespace fedadvise::wizard
