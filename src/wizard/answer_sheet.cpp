#include "wizard/answer_sheet.h"

#include "casefile/answer_code.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"
#include "wizard/question_words.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

using rulebase::AnswerKind;
using rulebase::Question;

namespace
{

const rulebase::Section* section_of(const rulebase::RuleBase& rules, const std::string& id)
{
    const auto found = std::find_if(rules.sections.begin(), rules.sections.end(),
                                    [&](const rulebase::Section& section) { return section.id == id; });
    return found == rules.sections.end() ? nullptr : &*found;
}

std::string what_to_type(const Question& question)
{
    switch (question.kind)
    {
    case AnswerKind::Number:
        return question.unit.empty() ? "Type the number." : "Type the number of " + question.unit + ".";
    case AnswerKind::Date: return "Type the date as 2026-11-30.";
    case AnswerKind::Text: return "Type what stands there.";
    case AnswerKind::Choices: return "Type the sign of each box that is ticked.";
    case AnswerKind::Scale:
    case AnswerKind::Choice: break;
    }
    return "Type the sign beside the box that is ticked; the next question follows at once.";
}

} // namespace

AnswerSheet::AnswerSheet(const rulebase::RuleBase& rules, casefile::Invitation invitation)
    : m_rules(&rules), m_invitation(std::move(invitation))
{
    for (const rulebase::QuestionId& id : m_invitation.questions)
        if (const Question* question = rulebase::find_question(rules, id))
            m_questions.push_back(question);
    m_respondent.round = m_invitation.round;
}

std::string AnswerSheet::title() const
{
    const std::string practice = m_invitation.practice_name.empty() ? "your practice" : m_invitation.practice_name;
    return (m_invitation.case_title.empty() ? "Questions for " : m_invitation.case_title + " asks ") + practice +
           ", round " + std::to_string(m_invitation.round);
}

void AnswerSheet::set_person(const std::string& name, const std::string& role)
{
    m_respondent.name = foundation::as_paragraph(clean(name));
    m_respondent.role = foundation::as_paragraph(clean(role));
}

void AnswerSheet::take_answers_of(const AnswerSheet& other)
{
    m_respondent = other.m_respondent;
    m_wrong = other.m_wrong;
    m_respondent.round = m_invitation.round;
}

const Question* AnswerSheet::find(const std::string& question) const
{
    const auto found = std::find_if(m_questions.begin(), m_questions.end(),
                                    [&](const Question* one) { return one->id.value == question; });
    return found == m_questions.end() ? nullptr : *found;
}

QuestionScreen AnswerSheet::screen_of(const Question& question) const
{
    QuestionScreen screen;
    screen.id = question.id.value;
    screen.kind = question.kind;
    screen.prompt = question.prompt;
    screen.help = question.help;
    screen.why = question.why;
    screen.unit = question.unit;
    const casefile::Answer* answer = casefile::find_answer(m_respondent.answers, question.id);
    for (const rulebase::AnswerOption& option : question.options)
        screen.options.push_back({option.id, option.label, answer != nullptr && is_chosen(*answer, option.id)});
    screen.written = answer == nullptr ? std::string{} : field_text(*answer);
    screen.unknown = answer != nullptr && casefile::is_unknown(*answer);
    screen.answered = answer != nullptr;
    if (const auto note = m_respondent.notes.find(question.id); note != m_respondent.notes.end())
        screen.note = note->second;
    if (const auto wrong = m_wrong.find(question.id); wrong != m_wrong.end())
    {
        screen.written = wrong->second.first;
        screen.error = wrong->second.second;
    }
    return screen;
}

std::vector<SectionScreen> AnswerSheet::sections() const
{
    std::vector<SectionScreen> sections;
    for (const Question* question : m_questions)
    {
        auto same = std::find_if(sections.begin(), sections.end(),
                                 [&](const SectionScreen& section) { return section.id == question->section; });
        if (same == sections.end())
        {
            const rulebase::Section* section = section_of(*m_rules, question->section);
            sections.push_back({question->section,
                                section == nullptr ? std::string() : section->title,
                                section == nullptr ? std::string() : section->help,
                                {}});
            same = sections.end() - 1;
        }
        same->questions.push_back(screen_of(*question));
    }
    return sections;
}

void AnswerSheet::take(const Question& question, std::variant<casefile::Answer, casefile::AnswerFault> parsed,
                       const std::string& written)
{
    m_wrong.erase(question.id);
    if (auto* answer = std::get_if<casefile::Answer>(&parsed))
        m_respondent.answers.insert_or_assign(question.id, std::move(*answer));
    else
    {
        m_respondent.answers.erase(question.id);
        m_wrong[question.id] = {written, error_words(question, std::get<casefile::AnswerFault>(parsed))};
    }
}

void AnswerSheet::choose(const std::string& question, const std::string& option)
{
    if (const Question* asked = find(question))
        take(*asked, casefile::parse_answer(*asked, option), option);
}

void AnswerSheet::choose_set(const std::string& question, const std::vector<std::string>& options)
{
    const Question* asked = find(question);
    if (asked == nullptr)
        return;
    std::vector<std::string> chosen = options;
    const casefile::Answer* before = casefile::find_answer(m_respondent.answers, asked->id);
    const bool had_none = before != nullptr && is_chosen(*before, "none");
    if (chosen.size() > 1 && std::find(chosen.begin(), chosen.end(), "none") != chosen.end())
        std::erase_if(chosen, [&](const std::string& option) { return (option == "none") == had_none; });
    if (chosen.empty())
        clear(question);
    else
        take(*asked, casefile::parse_answer(*asked, chosen), {});
}

void AnswerSheet::write(const std::string& question, const std::string& written)
{
    const Question* asked = find(question);
    if (asked == nullptr)
        return;
    const std::string text = clean(written);
    if (text.empty())
        clear(question);
    else if (is_too_long(text))
        take(*asked, casefile::AnswerFault{"casefile.too-long", "The text is too long.", "Shorten it."}, {});
    else
        take(*asked, casefile::parse_answer(*asked, text), text);
}

void AnswerSheet::say_unknown(const std::string& question)
{
    if (const Question* asked = find(question))
        take(*asked, casefile::Answer{casefile::Unknown{}}, {});
}

void AnswerSheet::clear(const std::string& question)
{
    m_respondent.answers.erase({question});
    m_wrong.erase({question});
}

void AnswerSheet::set_note(const std::string& question, const std::string& note)
{
    const std::string text = clean(note);
    if (find(question) == nullptr || is_too_long(text))
        return;
    if (text.empty())
        m_respondent.notes.erase({question});
    else
        m_respondent.notes[{question}] = text;
}

std::vector<ErrorLine> AnswerSheet::errors() const
{
    std::vector<ErrorLine> lines;
    for (const Question* question : m_questions)
        if (const auto wrong = m_wrong.find(question->id); wrong != m_wrong.end())
            lines.push_back({question->id.value, "", wrong->second.second});
    return lines;
}

TypingScreen AnswerSheet::typing(std::size_t question) const
{
    const Question& asked = *m_questions.at(question);
    const rulebase::Section* section = section_of(*m_rules, asked.section);
    TypingScreen screen;
    screen.number = "Question " + std::to_string(question + 1) + " of " + std::to_string(count());
    screen.section = section == nullptr ? std::string() : section->title;
    screen.prompt = asked.prompt;
    for (const casefile::AnswerCode& code : casefile::answer_codes(asked))
        screen.answers.push_back(std::string(1, code.code) + "  " + code.label);
    screen.answers.push_back(std::string(1, casefile::unknown_code) + "  We do not know");
    screen.what_to_type = what_to_type(asked);
    screen.one_key = casefile::takes_one_code(asked);
    if (const casefile::Answer* answer = casefile::find_answer(m_respondent.answers, asked.id))
        screen.answered = casefile::answer_in_words(asked, *answer);
    return screen;
}

std::string AnswerSheet::type(std::size_t question, const std::string& typed)
{
    const Question& asked = *m_questions.at(question);
    const std::string text = clean(typed);
    if (text.empty())
        return {};
    auto parsed = casefile::answer_of_codes(asked, text);
    if (const auto* fault = std::get_if<casefile::AnswerFault>(&parsed))
        return error_words(asked, *fault);
    take(asked, std::move(parsed), {});
    return {};
}

casefile::Response AnswerSheet::response(const std::string& answered, const std::string& token) const
{
    casefile::Response response{m_invitation, m_respondent};
    const std::string known = casefile::respondent_token(m_invitation, m_respondent.name);
    response.respondent.id = known.empty() ? token : known;
    response.respondent.answered = answered;
    return response;
}

} // namespace fedadvise::wizard
