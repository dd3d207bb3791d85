#include "report/rounds.h"

#include "report/merge_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace fedadvise::report
{

namespace
{

using casefile::Answer;

/// What somebody said in one round.
struct InRound
{
    int round = 1;
    const casefile::Answers* answers = nullptr;
    const casefile::Notes* notes = nullptr;
};

/// One of each round, the last of it, in order.
std::vector<InRound> rounds_of(const casefile::Respondent& respondent)
{
    std::map<int, InRound> by_round;
    for (const casefile::EarlierAnswers& earlier : respondent.earlier)
        by_round[earlier.round] = {earlier.round, &earlier.answers, &earlier.notes};
    by_round[respondent.round] = {respondent.round, &respondent.answers, &respondent.notes};
    std::vector<InRound> rounds;
    for (const auto& [round, said] : by_round)
        rounds.push_back(said);
    return rounds;
}

std::string words_of(const rulebase::Question& question, const Answer* answer)
{
    return answer == nullptr ? std::string() : casefile::answer_in_words(question, *answer);
}

RoundMove move_of(const rulebase::Question& question, const InRound& before, const InRound& now)
{
    const Answer* was = casefile::find_answer(*before.answers, question.id);
    const Answer* is = casefile::find_answer(*now.answers, question.id);
    RoundMove move;
    move.from_round = before.round;
    move.to_round = now.round;
    move.was = words_of(question, was);
    move.is = words_of(question, is);
    if (const auto note = now.notes->find(question.id); note != now.notes->end())
        move.reason = note->second;
    const auto* low = was == nullptr ? nullptr : std::get_if<casefile::Number>(was);
    const auto* high = is == nullptr ? nullptr : std::get_if<casefile::Number>(is);
    move.is_upward = low != nullptr && high != nullptr && high->value > low->value;
    move.is_downward = low != nullptr && high != nullptr && high->value < low->value;
    return move;
}

class Collector
{
public:
    Collector(const rulebase::RuleBase& rules, Names names) : m_rules(rules), m_names(names) {}

    void add(const casefile::Practice& practice, const casefile::Respondent& respondent)
    {
        const std::vector<InRound> rounds = rounds_of(respondent);
        for (std::size_t i = 1; i < rounds.size(); ++i)
            for (const rulebase::Question& question : m_rules.questions)
                compare(practice, respondent, question, rounds[i - 1], rounds[i]);
    }
    void finish(Rounds& result)
    {
        for (const rulebase::Question& question : m_rules.questions)
        {
            const auto found = m_questions.find(question.id);
            if (found == m_questions.end())
                continue;
            QuestionMoves& moves = found->second;
            if (moves.moves.empty())
            {
                ++result.still;
                continue;
            }
            moves.question = question.id.value;
            moves.label = question.short_label;
            moves.reasons_to_stay.assign(m_stayed[question.id].begin(), m_stayed[question.id].end());
            if (m_names == Names::Hidden)
                std::sort(moves.moves.begin(), moves.moves.end(),
                          [](const RoundMove& one, const RoundMove& other)
                          {
                              return std::tie(one.from_round, one.to_round, one.was, one.is, one.reason) <
                                     std::tie(other.from_round, other.to_round, other.was, other.is, other.reason);
                          });
            result.questions.push_back(std::move(moves));
        }
        std::stable_sort(result.questions.begin(), result.questions.end(),
                         [](const QuestionMoves& one, const QuestionMoves& other)
                         { return one.moves.size() > other.moves.size(); });
    }

private:
    void compare(const casefile::Practice& practice, const casefile::Respondent& respondent,
                 const rulebase::Question& question, const InRound& before, const InRound& now)
    {
        const Answer* was = casefile::find_answer(*before.answers, question.id);
        const Answer* is = casefile::find_answer(*now.answers, question.id);
        if (was == nullptr && is == nullptr)
            return;
        QuestionMoves& moves = m_questions[question.id];
        RoundMove move = move_of(question, before, now);
        if (was != nullptr && is != nullptr && *was == *is)
        {
            ++moves.stayed;
            if (!move.reason.empty())
                m_stayed[question.id].insert(move.reason);
            return;
        }
        if (m_names == Names::Shown)
        {
            move.practice = practice.id;
            move.practice_name = practice.name;
            move.who = person_words(respondent.name, respondent.role);
        }
        moves.moves.push_back(std::move(move));
    }

    const rulebase::RuleBase& m_rules;
    Names m_names;
    std::map<rulebase::QuestionId, QuestionMoves> m_questions;
    std::map<rulebase::QuestionId, std::set<std::string>> m_stayed;
};

} // namespace

Rounds what_moved(const rulebase::RuleBase& rules, const casefile::Case& group, Names names)
{
    Rounds result;
    result.title = group.title;
    result.names_hidden = names == Names::Hidden;
    Collector collector(rules, names);
    std::map<int, std::pair<std::size_t, std::set<std::string>>> counts;
    for (int round = 1; round <= group.round; ++round)
        counts[round]; // also those in which nobody answered
    for (const casefile::Practice& practice : group.practices)
        for (const casefile::Respondent& respondent : practice.respondents)
        {
            collector.add(practice, respondent);
            for (const InRound& said : rounds_of(respondent))
            {
                ++counts[said.round].first;
                counts[said.round].second.insert(practice.id);
            }
        }
    collector.finish(result);
    for (const auto& [round, count] : counts)
        result.rounds.push_back({round, count.first, count.second.size()});
    return result;
}

} // namespace fedadvise::report
