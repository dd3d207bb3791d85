#include "wizard/meeting.h"

#include "casefile/answer.h"
#include "foundation/text_list.h"
#include "wizard/interview_steps.h"

#include <algorithm>

namespace fedadvise::wizard
{

using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

namespace
{

/// The questions that a room can answer by a key, in the order of the interview.
std::vector<const Question*> room_questions(const Conversation& conversation)
{
    const rulebase::RuleBase& rules = conversation.engine().rules();
    const auto asked = conversation.engine().asked_questions(conversation.group());
    std::vector<const Question*> questions;
    for (const InterviewStep& step : interview_steps())
        for (const rulebase::Section& section : rules.sections)
            for (std::size_t q = 0; section.page == step.id && q < rules.questions.size(); ++q)
            {
                const Question& question = rules.questions[q];
                const bool somebody = question.scope != Scope::Practice || !conversation.group().practices.empty();
                const bool has_keys = (question.kind == AnswerKind::Scale || question.kind == AnswerKind::Choice) &&
                                      question.options.size() <= most_keys;
                const bool is_counted = !question.derived.empty() && !conversation.group().practices.empty();
                if (question.section == section.id && somebody && has_keys && !is_counted &&
                    asked[q] != engine::Truth::False)
                    questions.push_back(&question);
            }
    return questions;
}

std::size_t index_of(const std::vector<const Question*>& questions, const std::string& id)
{
    const auto found =
        std::find_if(questions.begin(), questions.end(), [&](const Question* q) { return q->id.value == id; });
    return found == questions.end() ? 0 : static_cast<std::size_t>(found - questions.begin());
}

bool practices_answer(const Conversation& conversation, const Question& question)
{
    return question.scope != Scope::Group && !conversation.group().practices.empty();
}

/// Ids of those who answer, in their order; one empty id for the group.
std::vector<std::string> answering(const Conversation& conversation, const Question& question)
{
    std::vector<std::string> ids;
    if (practices_answer(conversation, question))
        for (const casefile::Practice& practice : conversation.group().practices)
            ids.push_back(practice.id);
    else
        ids.emplace_back();
    return ids;
}

std::size_t place_of(const std::vector<std::string>& ids, const std::string& practice)
{
    const auto found = std::find(ids.begin(), ids.end(), practice);
    return found == ids.end() ? 0 : static_cast<std::size_t>(found - ids.begin());
}

const casefile::Practice* practice_with(const Conversation& conversation, const std::string& id)
{
    for (const casefile::Practice& practice : conversation.group().practices)
        if (practice.id == id)
            return &practice;
    return nullptr;
}

std::string name_of(const Conversation& conversation, const std::string& practice)
{
    const casefile::Practice* found = practice_with(conversation, practice);
    if (found == nullptr)
        return "The group";
    return found->name.empty() ? "Practice " + practice : found->name;
}

/// What the practice or the group has said itself; a null pointer: nothing.
const casefile::Answer* own_answer(const Conversation& conversation, const Question& question,
                                   const std::string& practice)
{
    const casefile::Practice* found = practice_with(conversation, practice);
    return casefile::find_answer(found == nullptr ? conversation.group().answers : found->answers, question.id);
}

bool is_option(const Question& question, const std::string& option, const casefile::Answer& answer)
{
    const auto parsed = casefile::parse_answer(question, option);
    const auto* of_option = std::get_if<casefile::Answer>(&parsed);
    return of_option != nullptr && *of_option == answer;
}

std::string count_words(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " practice" : " practices");
}

std::string summary_of(const Conversation& conversation, const Question& question, const std::vector<std::string>& ids)
{
    const auto answered = static_cast<std::size_t>(
        std::count_if(ids.begin(), ids.end(),
                      [&](const std::string& id) { return own_answer(conversation, question, id) != nullptr; }));
    if (!practices_answer(conversation, question))
        return answered == 0 ? "Not answered yet." : "Answered.";
    std::string words = std::to_string(answered) + " of " + count_words(ids.size()) +
                        (answered == 1 ? " has answered." : " have answered.");
    const casefile::Answer* of_group = casefile::find_answer(conversation.group().answers, question.id);
    if (of_group != nullptr && question.scope != Scope::Practice && answered < ids.size())
        words +=
            " For those who have not, the group's answer counts: " + casefile::answer_in_words(question, *of_group) +
            ".";
    return words;
}

} // namespace

RoomScreen Meeting::screen(const Conversation& conversation) const
{
    RoomScreen screen;
    const std::vector<const Question*> questions = room_questions(conversation);
    screen.questions = questions.size();
    if (questions.empty())
        return screen;
    const std::size_t index = index_of(questions, m_question);
    const Question& question = *questions[index];
    const std::vector<std::string> ids = answering(conversation, question);
    screen.number = index + 1;
    screen.question = question.id.value;
    screen.practice = ids[place_of(ids, m_practice)];
    screen.prompt = question.prompt;
    screen.help = question.help;
    screen.place = "Question " + std::to_string(screen.number) + " of " + std::to_string(questions.size());
    for (const rulebase::Section& section : conversation.engine().rules().sections)
        if (section.id == question.section && !section.title.empty())
            screen.place += ": " + section.title;
    screen.turn = name_of(conversation, screen.practice) + " answers";
    if (!screen.practice.empty())
        screen.turn +=
            " (" + std::to_string(place_of(ids, screen.practice) + 1) + " of " + std::to_string(ids.size()) + ")";
    screen.summary = summary_of(conversation, question, ids);

    for (std::size_t i = 0; i < question.options.size(); ++i)
        screen.options.push_back(
            {static_cast<int>(i) + 1, question.options[i].id, question.options[i].label, false, {}, {}});
    screen.options.push_back({unknown_key, {}, "We do not know", false, {}, {}});
    for (const std::string& id : ids)
        if (const casefile::Answer* answer = own_answer(conversation, question, id))
            for (RoomOption& option : screen.options)
                if (option.id.empty() ? casefile::is_unknown(*answer) : is_option(question, option.id, *answer))
                {
                    option.chosen = option.chosen || id == screen.practice;
                    option.names.push_back(name_of(conversation, id));
                }
    for (RoomOption& option : screen.options)
        if (!option.names.empty() && practices_answer(conversation, question))
            option.words =
                count_words(option.names.size()) + (shows_names ? ": " + foundation::joined(option.names, ", ") : "");
    return screen;
}

void Meeting::go_to(const Conversation& conversation, const std::string& question)
{
    const std::vector<const Question*> questions = room_questions(conversation);
    const rulebase::RuleBase& rules = conversation.engine().rules();
    m_question.clear();
    bool reached = false;
    for (const InterviewStep& step : interview_steps())
        for (const rulebase::Section& section : rules.sections)
            for (const Question& candidate : rules.questions)
            {
                if (section.page != step.id || candidate.section != section.id || !m_question.empty())
                    continue;
                reached = reached || candidate.id.value == question;
                if (reached && std::find(questions.begin(), questions.end(), &candidate) != questions.end())
                    m_question = candidate.id.value;
            }
    turn_to_first(conversation);
}

void Meeting::turn_to_first(const Conversation& conversation)
{
    m_practice.clear();
    const std::vector<const Question*> questions = room_questions(conversation);
    if (questions.empty())
        return;
    const Question& question = *questions[index_of(questions, m_question)];
    for (const std::string& id : answering(conversation, question))
        if (own_answer(conversation, question, id) == nullptr)
        {
            m_practice = id;
            return;
        }
}

void Meeting::move(const Conversation& conversation, std::ptrdiff_t by)
{
    const std::vector<const Question*> questions = room_questions(conversation);
    if (questions.empty())
        return;
    const auto last = static_cast<std::ptrdiff_t>(questions.size()) - 1;
    const auto now = static_cast<std::ptrdiff_t>(index_of(questions, m_question));
    m_question = questions[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(now + by, 0, last))]->id.value;
    turn_to_first(conversation);
}

void Meeting::go_on(const Conversation& conversation)
{
    move(conversation, 1);
}

void Meeting::go_back(const Conversation& conversation)
{
    move(conversation, -1);
}

void Meeting::move_practice(const Conversation& conversation, std::ptrdiff_t by)
{
    const RoomScreen now = screen(conversation);
    if (now.practice.empty())
        return;
    const auto& practices = conversation.group().practices;
    const auto at =
        std::find_if(practices.begin(), practices.end(), [&](const auto& p) { return p.id == now.practice; });
    const auto last = static_cast<std::ptrdiff_t>(practices.size()) - 1;
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(at - practices.begin() + by, 0, last);
    m_practice = practices[static_cast<std::size_t>(to)].id;
}

void Meeting::next_practice(const Conversation& conversation)
{
    move_practice(conversation, 1);
}

void Meeting::previous_practice(const Conversation& conversation)
{
    move_practice(conversation, -1);
}

bool Meeting::press(Conversation& conversation, int key)
{
    const RoomScreen now = screen(conversation);
    const auto option =
        std::find_if(now.options.begin(), now.options.end(), [&](const RoomOption& o) { return o.key == key; });
    if (option == now.options.end())
        return false;
    if (option->id.empty())
        conversation.say_unknown(now.question, now.practice);
    else
        conversation.choose(now.question, now.practice, option->id);
    m_question = now.question;
    m_practice = now.practice;
    // The next in turn who has not answered; when all have, it stays where it is, so that a slip can be mended.
    const auto& practices = conversation.group().practices;
    const Question* question = rulebase::find_question(conversation.engine().rules(), {now.question});
    const auto at =
        std::find_if(practices.begin(), practices.end(), [&](const auto& p) { return p.id == now.practice; });
    const auto from = static_cast<std::size_t>(at - practices.begin());
    for (std::size_t i = 1; !now.practice.empty() && i < practices.size(); ++i)
    {
        const std::string& next = practices[(from + i) % practices.size()].id;
        if (own_answer(conversation, *question, next) == nullptr)
        {
            m_practice = next;
            break;
        }
    }
    return true;
}

void Meeting::clear(Conversation& conversation) const
{
    const RoomScreen now = screen(conversation);
    if (!now.question.empty())
        conversation.clear(now.question, now.practice);
}

} // namespace fedadvise::wizard
