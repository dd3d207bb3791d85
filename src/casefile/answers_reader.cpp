#include "casefile/answers_reader.h"

#include "casefile/case_file.h"
#include "foundation/number_text.h"

#include <set>
#include <tuple>
#include <utility>

namespace fedadvise::casefile
{

using rulebase::Scope;

namespace
{

constexpr std::int64_t most_rounds = 1'000;

bool is_older(const EarlierAnswers& one, const EarlierAnswers& other)
{
    return std::tie(one.round, one.answered) < std::tie(other.round, other.answered);
}

} // namespace

void AnswersReader::read_answers(const Value& value, Holder holder, Answers& answers, UnknownKeys& unknown)
{
    if (value.node.type != JsonType::Object)
        return m_reader.fault(value, "casefile.wrong-type", "\"answers\" must be an object.",
                              "Write { \"question\": answer, … } here.");
    std::set<std::string> seen;
    m_reader.for_each_member(value,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (!seen.insert(key).second)
                                     return m_reader.fault(member, "casefile.duplicate-key",
                                                           "The question '" + key + "' is answered twice.",
                                                           "Keep one of the answers.");
                                 const rulebase::Question* question = m_reader.question_of(key, member, unknown);
                                 if (question == nullptr || !check_scope(*question, holder, member))
                                     return;
                                 auto parsed = ValueReader::parse_value(*question, member);
                                 if (const auto* bad = std::get_if<AnswerFault>(&parsed))
                                     return m_reader.fault(member, bad->code.c_str(), bad->message, bad->advice);
                                 answers.emplace(question->id, std::get<Answer>(std::move(parsed)));
                             });
}

bool AnswersReader::check_scope(const rulebase::Question& question, Holder holder, const Value& value)
{
    if (holder == Holder::Group && question.scope == Scope::Practice)
    {
        m_reader.fault(value, "casefile.wrong-scope",
                       "'" + question.id.value + "' is answered by each practice, not once for the group.",
                       "Move it into the answers of the practices.");
        return false;
    }
    if (holder != Holder::Group && question.scope == Scope::Group)
    {
        m_reader.fault(value, "casefile.wrong-scope",
                       "'" + question.id.value + "' is answered once for the group, not by a practice.",
                       "Move it into \"group\": { \"answers\": … }.");
        return false;
    }
    return true;
}

void AnswersReader::read_notes(const Value& value, Notes& notes, UnknownKeys& unknown)
{
    if (value.node.type != JsonType::Object)
        return m_reader.fault(value, "casefile.wrong-type", "\"notes\" must be an object.",
                              "Write { \"question\": \"note\", … } here.");
    std::set<std::string> seen;
    m_reader.for_each_member(value,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (!seen.insert(key).second)
                                     return m_reader.fault(member, "casefile.duplicate-key",
                                                           "The question '" + key + "' has two notes.", "Join them.");
                                 const rulebase::Question* question = m_reader.question_of(key, member, unknown);
                                 if (question == nullptr)
                                     return;
                                 const std::string note = m_reader.text(member);
                                 if (!note.empty())
                                     notes.emplace(question->id, note);
                             });
}

Respondent AnswersReader::read_respondent(const Value& value, int round)
{
    Respondent respondent;
    respondent.round = round;
    m_reader.read_object(
        value, {"id", "role", "name", "answered", "round", "answers", "notes", "earlier"}, respondent.unknown_keys,
        [&](const std::string& key, const Value& member)
        {
            if (key == "id")
                respondent.id = m_reader.text(member);
            else if (key == "role")
                respondent.role = m_reader.text(member);
            else if (key == "name")
                respondent.name = m_reader.text(member);
            else if (key == "answered")
                respondent.answered = read_time(member);
            else if (key == "round")
                respondent.round = read_round(member);
            else if (key == "answers")
                read_answers(member, Holder::Respondent, respondent.answers, respondent.unknown_answers);
            else if (key == "notes")
                read_notes(member, respondent.notes, respondent.unknown_notes);
            else if (member.node.type != JsonType::Array)
                m_reader.fault(member, "casefile.wrong-type", "\"earlier\" must be a list.", "Write [ … ] here.");
            else
                m_reader.for_each_item(member,
                                       [&](const Value& item) { respondent.earlier.push_back(read_earlier(item)); });
        });
    check_order(value, respondent);
    return respondent;
}

EarlierAnswers AnswersReader::read_earlier(const Value& value)
{
    EarlierAnswers earlier;
    m_reader.read_object(value, {"round", "answered", "answers", "notes"}, earlier.unknown_keys,
                         [&](const std::string& key, const Value& member)
                         {
                             if (key == "round")
                                 earlier.round = read_round(member);
                             else if (key == "answered")
                                 earlier.answered = read_time(member);
                             else if (key == "answers")
                                 read_answers(member, Holder::Respondent, earlier.answers, earlier.unknown_answers);
                             else
                                 read_notes(member, earlier.notes, earlier.unknown_notes);
                         });
    return earlier;
}

void AnswersReader::check_order(const Value& value, const Respondent& respondent)
{
    EarlierAnswers now{respondent.round, respondent.answered, {}};
    for (auto next = respondent.earlier.rbegin(); next != respondent.earlier.rend(); ++next)
    {
        if (!is_older(*next, now))
            return m_reader.fault(value, "casefile.bad-order", "The earlier answers are not in order of time.",
                                  "Put the oldest first, each of another round or time, all older than \"answers\".");
        now = *next;
    }
}

void AnswersReader::read_respondents(const Value& value, std::vector<Respondent>& respondents)
{
    if (value.node.type != JsonType::Array)
        return m_reader.fault(value, "casefile.wrong-type", "\"respondents\" must be a list.", "Write [ … ] here.");
    std::set<std::string> ids;
    m_reader.for_each_item(value,
                           [&](const Value& item)
                           {
                               Respondent respondent = read_respondent(item);
                               if (!respondent.id.empty() && !ids.insert(respondent.id).second)
                                   m_reader.fault(item, "casefile.duplicate-id",
                                                  "Two respondents have the id \"" + respondent.id + "\".",
                                                  "Give one of them another id, or none.");
                               respondents.push_back(std::move(respondent));
                           });
}

Commitment AnswersReader::read_commitment(const Value& value)
{
    Commitment commitment;
    m_reader.read_object(value, {"state", "condition", "decide-by", "decided-on", "note"}, commitment.unknown_keys,
                         [&](const std::string& key, const Value& member)
                         {
                             if (key == "condition")
                                 commitment.condition = m_reader.text(member);
                             else if (key == "decide-by")
                                 commitment.decide_by = m_reader.read_date(member);
                             else if (key == "decided-on")
                                 commitment.decided_on = m_reader.read_date(member);
                             else if (key == "note")
                                 commitment.note = m_reader.text(member);
                             else
                             {
                                 const std::string name = m_reader.text(member);
                                 commitment.state = commitment_of(name);
                                 if (!commitment.state && member.node.type == JsonType::String)
                                     m_reader.fault(member, "casefile.bad-option", "'" + name + "' is no commitment.",
                                                    "Write \"in\", \"conditional\" or \"out\", or leave it out.");
                             }
                         });
    return commitment;
}

int AnswersReader::read_round(const Value& value)
{
    const auto number = foundation::parse_integer(value.node.text);
    const bool typed = value.node.type == JsonType::Number || value.node.type == JsonType::String;
    if (typed && number && *number >= 1 && *number <= most_rounds)
        return static_cast<int>(*number);
    m_reader.fault(value, "casefile.bad-number", "The round must be a whole number from 1 to 1,000.",
                   "Write \"round\": 1.");
    return 1;
}

int AnswersReader::read_version(const Value& value)
{
    const auto number = foundation::parse_integer(value.node.text);
    const bool typed = value.node.type == JsonType::Number || value.node.type == JsonType::String;
    if (typed && number && *number >= 1 && *number <= 1'000'000)
        return static_cast<int>(*number);
    m_reader.fault(value, "casefile.bad-version", "The version must be a whole number from 1.",
                   "Write \"version\": 1.");
    return current_version;
}

std::string AnswersReader::read_time(const Value& value)
{
    std::string written = m_reader.text(value);
    if (value.node.type == JsonType::String && !foundation::is_utc_time(written))
        m_reader.fault(value, "casefile.bad-time", "'" + written + "' is not a time.",
                       "Write times of Greenwich as 2026-11-25T10:31:00Z.");
    return written;
}

std::vector<std::string> AnswersReader::read_texts(const Value& value)
{
    std::vector<std::string> texts;
    if (value.node.type != JsonType::Array)
        m_reader.fault(value, "casefile.wrong-type", "This must be a list of texts.", "Write [ \"…\" ] here.");
    else
        m_reader.for_each_item(value, [&](const Value& item) { texts.push_back(m_reader.text(item)); });
    return texts;
}

} // namespace fedadvise::casefile
