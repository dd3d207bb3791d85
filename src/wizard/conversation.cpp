#include "wizard/conversation.h"

#include "wizard/commitment_words.h"
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
    m_open.reset();
}

void Conversation::open(casefile::Case group, bool saved)
{
    m_file = std::move(group);
    m_saved = saved ? m_file : casefile::Case{};
    m_variant.clear();
    m_step = interview_steps().front().id;
    m_written.clear();
    m_undo.clear();
    m_redo.clear();
    m_checked_steps.clear();
    look_through_variant();
}

bool Conversation::has_unsaved_changes() const
{
    return !(m_file == m_saved);
}

void Conversation::mark_saved()
{
    m_saved = m_file;
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

/// Runs a command on the case as it is looked at, and notes what was before for undo, if the command changed anything.
/// In a variant, what is otherwise becomes part of the variant.
void Conversation::change(const std::function<void()>& command)
{
    Moment before{m_file, m_variant};
    command();
    if (casefile::Variant* variant = casefile::find_variant(m_file, m_variant))
    {
        take_over_shared(m_file);
        *variant = casefile::with_difference(*variant, m_file, m_group);
    }
    else
        m_file = m_group;
    note_change(std::move(before));
}

/// The same for a command on the list of variants.
void Conversation::change_variants(const std::function<void()>& command)
{
    Moment before{m_file, m_variant};
    command();
    note_change(std::move(before));
}

void Conversation::note_change(Moment before)
{
    if (m_file == before.file)
    {
        if (!m_variant.empty())
            look_through_variant(); // what a variant cannot express is not kept
        return;
    }
    m_undo.push_back(std::move(before));
    m_redo.clear();
    look_through_variant();
}

/// Names, notes, commitments and the title are not a variant's own: what was written while looking through one belongs
/// to the case.
void Conversation::take_over_shared(casefile::Case& file) const
{
    file.title = m_group.title;
    file.notes = m_group.notes;
    for (casefile::Practice& practice : file.practices)
        if (const casefile::Practice* now = find_practice(practice.id))
        {
            practice.name = now->name;
            practice.ods_code = now->ods_code;
            practice.notes = now->notes;
            practice.commitment = now->commitment;
        }
}

void Conversation::look_through_variant()
{
    const casefile::Variant* variant = casefile::find_variant(m_file, m_variant);
    if (variant == nullptr)
        m_variant.clear();
    m_group = variant == nullptr ? m_file : casefile::with_variant(m_file, *variant);
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
                      if (written.variant != m_variant)
                          return !written.variant.empty() && casefile::find_variant(m_file, written.variant) == nullptr;
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
                      if (is_commitment_field(written.question))
                          return earlier.find_practice(written.practice)->commitment !=
                                 find_practice(written.practice)->commitment;
                      const rulebase::Question* question = question_for(written.question, written.practice);
                      return question == nullptr ||
                             answer_to(*question, written.practice) != earlier.answer_to(*question, written.practice);
                  });
}

/// Goes to the last of the moments `from`, and keeps where we are among the moments `back`. What was changed in a
/// variant is undone there, where people see it.
void Conversation::step_to(std::vector<Moment>& from, std::vector<Moment>& back)
{
    if (from.empty())
        return;
    Moment moment = std::move(from.back());
    from.pop_back();
    back.push_back({std::exchange(m_file, std::move(moment.file)), m_variant});
    const casefile::Case before = m_group;
    m_variant = moment.variant;
    look_through_variant();
    drop_written_that_moved(before);
}

void Conversation::undo()
{
    step_to(m_undo, m_redo);
}

void Conversation::redo()
{
    step_to(m_redo, m_undo);
}

report::Advice Conversation::advice() const
{
    const engine::Assessment assessment = m_engine.assess(m_group, engine::day_of_law(m_group, std::nullopt, m_today));
    report::Advice words = report::put_into_words(m_engine.rules(), m_group, assessment);
    if (const casefile::Variant* variant = casefile::find_variant(m_file, m_variant))
        report::mark_variant(words, *variant);
    return words;
}

} // namespace fedadvise::wizard
