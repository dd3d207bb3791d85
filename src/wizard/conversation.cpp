#include "wizard/conversation.h"

#include "wizard/interview_steps.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

Conversation::Conversation(engine::Engine engine, foundation::Date today) : m_engine(std::move(engine)), m_today(today)
{
    note_asked();
}

/// Asks the engine once for all questions, after each change of the case.
void Conversation::note_asked()
{
    m_asked = m_engine.asked_questions(m_group);
}

void Conversation::open(casefile::Case group, bool saved)
{
    m_group = std::move(group);
    m_saved = saved ? m_group : casefile::Case{};
    m_step = interview_steps().front().id;
    m_written.clear();
    m_undo.clear();
    m_redo.clear();
    m_checked_steps.clear();
    note_asked();
}

bool Conversation::has_unsaved_changes() const
{
    return !(m_group == m_saved);
}

void Conversation::mark_saved()
{
    m_saved = m_group;
}

/// Remembers a step whose fields hold something wrong, so that the errors are there when people come back.
void Conversation::leave_step()
{
    if (!errors_on(m_step).empty())
        m_checked_steps.insert(m_step);
    else
        m_checked_steps.erase(m_step);
}

void Conversation::go_to(const std::string& step)
{
    if (interview_step_index(step) == interview_steps().size() || step == m_step)
        return;
    leave_step();
    m_step = step;
}

void Conversation::go_back()
{
    const std::size_t index = interview_step_index(m_step);
    if (index > 0)
        go_to(interview_steps()[index - 1].id);
}

bool Conversation::check_step()
{
    leave_step();
    return !shows_errors(m_step);
}

bool Conversation::go_on()
{
    const std::size_t next = interview_step_index(m_step) + 1;
    if (!check_step() || next >= interview_steps().size())
        return false;
    m_step = interview_steps()[next].id;
    return true;
}

/// Runs a command and notes the case before it for undo, if the command changed anything.
void Conversation::change(const std::function<void()>& command)
{
    casefile::Case before = m_group;
    command();
    if (m_group == before)
        return;
    m_undo.push_back(std::move(before));
    m_redo.clear();
    note_asked();
}

/// A field's wrong text makes way when undo or redo gives its question another answer.
void Conversation::drop_written_that_moved(const casefile::Case& before)
{
    Conversation earlier(m_engine, m_today);
    earlier.m_group = before;
    std::erase_if(m_written,
                  [&](const Written& written)
                  {
                      if (!written.practice.empty() && find_practice(written.practice) == nullptr)
                          return true;
                      if (!written.practice.empty() && earlier.find_practice(written.practice) == nullptr)
                          return false;
                      if (written.question == practice_name_field || written.question == practice_ods_code_field)
                      {
                          const casefile::Practice& then = *earlier.find_practice(written.practice);
                          const casefile::Practice& now = *find_practice(written.practice);
                          return then.name != now.name || then.ods_code != now.ods_code;
                      }
                      const rulebase::Question* question = question_for(written.question, written.practice);
                      return question == nullptr ||
                             answer_to(*question, written.practice) != earlier.answer_to(*question, written.practice);
                  });
}

void Conversation::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(std::exchange(m_group, std::move(m_undo.back())));
    m_undo.pop_back();
    note_asked();
    drop_written_that_moved(m_redo.back());
}

void Conversation::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(std::exchange(m_group, std::move(m_redo.back())));
    m_redo.pop_back();
    note_asked();
    drop_written_that_moved(m_undo.back());
}

report::Advice Conversation::advice() const
{
    const engine::Assessment assessment = m_engine.assess(m_group, engine::day_of_law(m_group, std::nullopt, m_today));
    return report::put_into_words(m_engine.rules(), m_group, assessment);
}

} // namespace fedadvise::wizard
