#include "alignment/roundtable.h"

#include <algorithm>
#include <numeric>

namespace fedadvise::alignment
{

using casefile::Answers;
using casefile::Practice;
using rulebase::Question;
using rulebase::Scope;

namespace
{

template <typename Wanted>
Answers only(const Answers& answers, const Wanted& wanted)
{
    Answers kept;
    for (const auto& [id, answer] : answers)
        if (wanted(id))
            kept.emplace_hint(kept.end(), id, answer);
    return kept;
}

/// The practice's name and those of its answers that are wanted; respondents with none are left out.
template <typename Wanted>
Practice only(const Practice& practice, const Wanted& wanted)
{
    Practice kept;
    kept.id = practice.id;
    kept.name = practice.name;
    kept.ods_code = practice.ods_code;
    kept.answers = only(practice.answers, wanted);
    for (const casefile::Respondent& respondent : practice.respondents)
    {
        casefile::Respondent heard;
        heard.role = respondent.role;
        heard.answers = only(respondent.answers, wanted);
        if (!heard.answers.empty())
            kept.respondents.push_back(std::move(heard));
    }
    return kept;
}

void add_answers(Practice& practice, const Practice& other)
{
    practice.answers.insert(other.answers.begin(), other.answers.end());
    practice.respondents.insert(practice.respondents.end(), other.respondents.begin(), other.respondents.end());
}

/// The question whose answers a derived number adds up, or null.
const Question* summand(const rulebase::RuleBase& rules, const Question& question)
{
    constexpr std::string_view start = "sum-of:";
    return question.derived.starts_with(start) ? rulebase::find_question(rules, {question.derived.substr(start.size())})
                                               : nullptr;
}

} // namespace

bool is_view(const Question& question)
{
    return (question.scope == Scope::PracticeOrGroup || question.scope == Scope::Respondent) &&
           question.nature != rulebase::Nature::Circumstance;
}

Roundtable::Roundtable(const engine::Engine& engine, const casefile::Case& group, foundation::Date day)
    : m_engine(engine), m_scorecard(engine.program(), engine.rules(), day), m_day(day), m_group(group)
{
    m_group.variants.clear();
    std::sort(m_group.practices.begin(), m_group.practices.end(),
              [](const Practice& a, const Practice& b) // "p2" before "p10"
              { return std::pair(a.id.size(), a.id) < std::pair(b.id.size(), b.id); });
    const rulebase::RuleBase& rules = engine.rules();
    m_heard = engine::hear(rules, m_group);
    for (const Question& question : rules.questions)
    {
        m_view.push_back(is_view(question));
        m_own.push_back(question.scope == Scope::Group || m_group.practices.empty() ? std::vector<engine::HeldValue>{}
                                                                                    : m_heard[m_own.size()]);
    }
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
        if (const auto answer = m_group.answers.find(rules.questions[q].id); answer != m_group.answers.end())
            for (engine::HeldValue& value : m_own[q])
                if (value.as_written == &answer->second)
                    value = {};
    const auto is_motive = [&](const rulebase::QuestionId& id)
    {
        const Question* question = rulebase::find_question(rules, id);
        return question != nullptr && question->family == "motive";
    };
    const auto is_summand = [&](const rulebase::QuestionId& id)
    {
        return std::any_of(rules.questions.begin(), rules.questions.end(),
                           [&](const Question& q)
                           { return summand(rules, q) != nullptr && summand(rules, q)->id == id; });
    };
    for (const Practice& practice : m_group.practices)
    {
        m_motives.push_back(only(practice, is_motive));
        m_facts.push_back(only(practice, is_summand));
    }
}

Members Roundtable::everybody() const
{
    Members members(size());
    std::iota(members.begin(), members.end(), std::size_t{0});
    return members;
}

Answers Roundtable::answers_of_group(const Members& members) const
{
    Answers answers = m_group.answers;
    if (members.size() == size())
        return answers;
    const rulebase::RuleBase& rules = m_engine.rules();
    for (const Question& question : rules.questions)
    {
        const auto stated = question.derived.empty() ? answers.end() : answers.find(question.id);
        const auto* number = stated == answers.end() ? nullptr : std::get_if<casefile::Number>(&stated->second);
        if (number == nullptr)
            continue;
        std::optional<std::int64_t> away;
        if (question.derived == "count-of-practices")
            away = static_cast<std::int64_t>(size() - members.size());
        else if (const Question* part = summand(rules, question))
        {
            const std::vector<engine::HeldValue>& said =
                m_heard[static_cast<std::size_t>(part - rules.questions.data())];
            away = 0;
            for (std::size_t p = 0; p < said.size() && away; ++p)
                if (!std::binary_search(members.begin(), members.end(), p))
                    away = said[p].answered ? std::optional(*away + said[p].number.millionths /
                                                                        foundation::Fixed::from_integer(1).millionths)
                                            : std::nullopt;
        }
        if (away && number->value - *away >= question.minimum.value_or(0))
            stated->second = casefile::Number{number->value - *away};
        else
            answers.erase(stated);
    }
    return answers;
}

casefile::Case Roundtable::case_of(const Members& members) const
{
    casefile::Case group = m_group;
    group.answers = answers_of_group(members);
    group.practices.clear();
    for (const std::size_t member : members)
        group.practices.push_back(m_group.practices[member]);
    return group;
}

casefile::Case Roundtable::case_as_seen_by(const Members& members, std::size_t speaker) const
{
    const auto viewed = [&](const rulebase::QuestionId& id)
    {
        const Question* question = rulebase::find_question(m_engine.rules(), id);
        return question != nullptr && is_view(*question);
    };
    const auto is_fact = [&](const rulebase::QuestionId& id) { return !viewed(id); };
    casefile::Case group = m_group;
    group.answers = answers_of_group(members);
    group.practices.clear();
    const Practice views = only(m_group.practices[speaker], viewed);
    for (const std::size_t member : members)
    {
        group.practices.push_back(only(m_group.practices[member], is_fact));
        add_answers(group.practices.back(), views);
    }
    return group;
}

Judged Roundtable::judge(const Members& members, std::optional<std::size_t> speaker) const
{
    const rulebase::RuleBase& rules = m_engine.rules();
    engine::Heard heard;
    heard.reserve(m_heard.size());
    for (std::size_t q = 0; q < m_heard.size(); ++q)
    {
        if (rules.questions[q].scope == Scope::Group)
        {
            heard.push_back(m_heard[q]);
            continue;
        }
        std::vector<engine::HeldValue>& said = heard.emplace_back();
        said.reserve(members.size());
        for (const std::size_t member : members)
            said.push_back(m_heard[q][speaker && m_view[q] ? *speaker : member]);
    }
    casefile::Case group;
    group.as_at = m_group.as_at;
    group.answers = answers_of_group(members);
    for (const std::size_t member : members)
    {
        group.practices.push_back(m_facts[member]);
        add_answers(group.practices.back(), m_motives[speaker.value_or(member)]);
    }
    engine::Scorecard::Base base = m_scorecard.base_of(engine::leaves_of(m_engine.program(), rules, group, heard));
    return {base.standings, std::move(base.leaves.truths)};
}

} // namespace fedadvise::alignment
