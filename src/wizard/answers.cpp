// The commands that change a case: answers, notes, practices and the title.
#include "wizard/conversation.h"

#include "directory/filling.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"
#include "wizard/interview_steps.h"
#include "wizard/question_words.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

namespace
{

std::string upper_case(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// Practice codes of the NHS Organisation Data Service: six letters and digits, such as A81001 or W91001.
bool looks_like_ods_code(const std::string& code)
{
    return code.size() == 6 && std::all_of(code.begin(), code.end(),
                                           [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

} // namespace

casefile::Practice* Conversation::find_practice(const std::string& practice)
{
    const auto found = std::find_if(m_group.practices.begin(), m_group.practices.end(),
                                    [&](const casefile::Practice& p) { return p.id == practice; });
    return found == m_group.practices.end() ? nullptr : &*found;
}

const casefile::Practice* Conversation::find_practice(const std::string& practice) const
{
    const auto found = std::find_if(m_group.practices.begin(), m_group.practices.end(),
                                    [&](const casefile::Practice& p) { return p.id == practice; });
    return found == m_group.practices.end() ? nullptr : &*found;
}

casefile::Answers* Conversation::answers_of(const std::string& practice)
{
    if (practice.empty())
        return &m_group.answers;
    casefile::Practice* found = find_practice(practice);
    return found == nullptr ? nullptr : &found->answers;
}

const casefile::Answers* Conversation::answers_of(const std::string& practice) const
{
    if (practice.empty())
        return &m_group.answers;
    const casefile::Practice* found = find_practice(practice);
    return found == nullptr ? nullptr : &found->answers;
}

/// The question, if there is one and the group or the practice may answer it; otherwise a null pointer.
const Question* Conversation::question_for(const std::string& question, const std::string& practice) const
{
    const Question* found = rulebase::find_question(m_engine.rules(), {question});
    if (found == nullptr || answers_of(practice) == nullptr)
        return nullptr;
    const bool fits = practice.empty() ? found->scope != Scope::Practice : found->scope != Scope::Group;
    return fits ? found : nullptr;
}

std::optional<casefile::Answer> Conversation::answer_to(const Question& question, const std::string& practice) const
{
    if (practice.empty() && is_date_of_law(question) && m_group.as_at)
        return casefile::Answer{*m_group.as_at};
    const casefile::Answers* answers = answers_of(practice);
    const casefile::Answer* answer = answers == nullptr ? nullptr : casefile::find_answer(*answers, question.id);
    return answer == nullptr ? std::nullopt : std::optional<casefile::Answer>(*answer);
}

/// Puts the answer in its place, or takes it away, as one change; wrong text in the field makes way.
void Conversation::put(const Question& question, const std::string& practice,
                       const std::optional<casefile::Answer>& answer)
{
    drop_written(question.id.value, practice);
    change(
        [&]
        {
            casefile::Answers& answers = *answers_of(practice);
            answers.erase(question.id);
            const bool is_date = practice.empty() && is_date_of_law(question);
            if (is_date)
                m_group.as_at.reset();
            if (!answer)
                return;
            if (const auto* date = std::get_if<foundation::Date>(&*answer); date != nullptr && is_date)
                m_group.as_at = *date;
            else
                answers.emplace(question.id, *answer);
        });
}

const Conversation::Written* Conversation::find_written(const std::string& question, const std::string& practice) const
{
    const auto found = std::find_if(
        m_written.begin(), m_written.end(),
        [&](const Written& w) { return w.question == question && w.practice == practice && w.variant == m_variant; });
    return found == m_written.end() ? nullptr : &*found;
}

void Conversation::drop_written(const std::string& question, const std::string& practice)
{
    std::erase_if(m_written, [&](const Written& w)
                  { return w.question == question && w.practice == practice && w.variant == m_variant; });
}

void Conversation::keep_written(Written written)
{
    drop_written(written.question, written.practice);
    written.variant = m_variant;
    m_written.push_back(std::move(written));
}

void Conversation::choose(const std::string& question, const std::string& practice, const std::string& option)
{
    const Question* asked = question_for(question, practice);
    if (asked == nullptr || (asked->kind != AnswerKind::Scale && asked->kind != AnswerKind::Choice) ||
        !rulebase::option_index(*asked, option))
        return;
    const auto parsed = casefile::parse_answer(*asked, option);
    if (const auto* answer = std::get_if<casefile::Answer>(&parsed))
        put(*asked, practice, *answer);
}

void Conversation::choose_set(const std::string& question, const std::string& practice,
                              std::vector<std::string> options)
{
    const Question* asked = question_for(question, practice);
    if (asked == nullptr || asked->kind != AnswerKind::Choices)
        return;
    if (options.empty())
        return put(*asked, practice, std::nullopt);
    // "None" stands alone: ticking it clears the others, and ticking another clears it.
    const std::string none = "none";
    if (options.size() > 1 && std::find(options.begin(), options.end(), none) != options.end())
    {
        const auto before = answer_to(*asked, practice);
        const bool had_none = before && *before == casefile::Answer{casefile::Choices{{none}}};
        if (had_none)
            std::erase(options, none);
        else
            options = {none};
    }
    const auto parsed = casefile::parse_answer(*asked, options);
    if (const auto* answer = std::get_if<casefile::Answer>(&parsed))
        put(*asked, practice, *answer);
}

void Conversation::write(const std::string& question, const std::string& practice, const std::string& written)
{
    const Question* asked = question_for(question, practice);
    if (asked == nullptr ||
        (asked->kind != AnswerKind::Number && asked->kind != AnswerKind::Text && asked->kind != AnswerKind::Date))
        return;
    const std::string text = clean(written);
    if (text.empty())
        return put(*asked, practice, std::nullopt);
    if (is_too_long(text))
        return keep_written({question, practice, text,
                             asked->short_label + ": This is longer than " +
                                 foundation::with_thousands(static_cast<std::int64_t>(longest_text)) +
                                 " characters. Shorten it."});
    const auto parsed = casefile::parse_answer(*asked, text);
    if (const auto* answer = std::get_if<casefile::Answer>(&parsed))
        put(*asked, practice, *answer);
    else
        keep_written({question, practice, text, error_words(*asked, std::get<casefile::AnswerFault>(parsed))});
}

void Conversation::say_unknown(const std::string& question, const std::string& practice)
{
    if (const Question* asked = question_for(question, practice))
        put(*asked, practice, casefile::Answer{casefile::Unknown{}});
}

void Conversation::clear(const std::string& question, const std::string& practice)
{
    if (const Question* asked = question_for(question, practice))
        put(*asked, practice, std::nullopt);
}

void Conversation::set_note(const std::string& question, const std::string& practice, const std::string& note)
{
    const Question* asked = question_for(question, practice);
    const std::string text = clean(note);
    if (asked == nullptr || is_too_long(text))
        return;
    change(
        [&]
        {
            casefile::Notes& notes = practice.empty() ? m_group.notes : find_practice(practice)->notes;
            if (text.empty())
                notes.erase(asked->id);
            else
                notes[asked->id] = text;
        });
}

std::string Conversation::add_practice()
{
    if (!m_variant.empty())
        return {};
    const std::string id = casefile::free_practice_id(m_group);
    change(
        [&]
        {
            casefile::Practice practice;
            practice.id = id;
            m_group.practices.push_back(std::move(practice));
        });
    return id;
}

void Conversation::fill_in_practices(const directory::PracticeList& list, std::span<const std::size_t> chosen,
                                     directory::Existing existing)
{
    if (!m_variant.empty())
        return;
    const rulebase::RuleBase& rules = m_engine.rules();
    const casefile::Case before = m_group;
    const auto plan = directory::plan_filling(before, rules, list, chosen);
    change([&] { m_group = directory::fill_in(before, rules, list, plan, existing); });
    drop_written_that_moved(before);
}

void Conversation::remove_practice(const std::string& practice)
{
    if (practice.empty())
        return;
    change(
        [&]
        {
            std::erase_if(m_group.practices, [&](const casefile::Practice& p) { return p.id == practice; });
            if (m_variant.empty())
                casefile::forget_practice(m_group, practice);
        });
    std::erase_if(m_written, [&](const Written& written)
                  { return written.practice == practice && (m_variant.empty() || written.variant == m_variant); });
}

void Conversation::name_practice(const std::string& practice, const std::string& name, const std::string& ods_code)
{
    if (find_practice(practice) == nullptr)
        return;
    const std::string new_name = clean(name);
    const std::string code = upper_case(clean(ods_code));
    const bool code_is_right = code.empty() || looks_like_ods_code(code);
    drop_written(practice_name_field, practice);
    drop_written(practice_ods_code_field, practice);
    if (new_name.empty())
        keep_written({practice_name_field, practice, "", "Write the name of the practice."});
    if (is_too_long(new_name))
        keep_written({practice_name_field, practice, new_name, "The name of the practice is too long. Shorten it."});
    if (!code_is_right)
        keep_written(
            {practice_ods_code_field, practice, code,
             "'" + code + "' is not an ODS code. Write six letters and digits, such as A81001, or leave it empty."});
    change(
        [&]
        {
            casefile::Practice& named = *find_practice(practice);
            if (!is_too_long(new_name))
                named.name = new_name;
            if (code_is_right)
                named.ods_code = code;
        });
}

void Conversation::set_title(const std::string& title)
{
    const std::string text = clean(title);
    if (!is_too_long(text))
        change([&] { m_group.title = text; });
}

} // namespace fedadvise::wizard
