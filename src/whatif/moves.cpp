#include "whatif/moves.h"

#include "analysis/answer_space.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <map>
#include <tuple>

namespace fedadvise::whatif
{

using casefile::Answer;
using engine::FactSource;
using engine::NodeIndex;
using engine::Truth;
using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

namespace
{

bool is_answered_by_practices(const casefile::Case& group, const Question& question)
{
    return question.scope != Scope::Group && !group.practices.empty();
}

/// How far an answer lies from the present one, for the choice among answers that no condition tells apart.
std::size_t distance(const Question& question, const engine::HeldValue& now, const Answer& answer)
{
    if (!now.answered)
        return 0;
    if (const auto* number = std::get_if<casefile::Number>(&answer))
        return static_cast<std::size_t>(std::llabs(number->value - now.number.millionths / 1'000'000));
    std::uint64_t chosen = 0;
    const auto choose = [&](const std::string& option)
    { chosen |= std::uint64_t{1} << rulebase::option_index(question, option).value_or(0); };
    if (const auto* choice = std::get_if<casefile::Choice>(&answer))
    {
        choose(choice->option);
        return static_cast<std::size_t>(std::abs(std::countr_zero(chosen) - std::countr_zero(now.options)));
    }
    if (const auto* choices = std::get_if<casefile::Choices>(&answer))
        for (const std::string& option : choices->options)
            choose(option);
    return static_cast<std::size_t>(std::popcount(chosen ^ now.options));
}

/// The figures that several questions feed: the relationship's, the motives' and totals of practices. 0: none.
std::size_t shared_figure(const rulebase::RuleBase& rules, const Question& question)
{
    if (question.family == rules.readiness.family)
        return 1;
    if (question.family == "motive")
        return 2;
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
        if (!rules.questions[q].derived.empty() &&
            (rules.questions[q].id == question.id || rules.questions[q].derived == "sum-of:" + question.id.value))
            return 3;
    return 0;
}

} // namespace

casefile::Case with_answer(const casefile::Case& group, const Question& question, const Answer& answer)
{
    casefile::Case changed = group;
    if (!is_answered_by_practices(group, question))
        changed.answers[question.id] = answer;
    else
        for (casefile::Practice& practice : changed.practices)
            practice.answers[question.id] = answer;
    return changed;
}

casefile::Case without_answer(const casefile::Case& group, const rulebase::QuestionId& question)
{
    casefile::Case changed = group;
    changed.answers.erase(question);
    for (casefile::Practice& practice : changed.practices)
    {
        practice.answers.erase(question);
        for (casefile::Respondent& respondent : practice.respondents)
            respondent.answers.erase(question);
    }
    return changed;
}

Crossroads::Crossroads(const engine::Scorecard& scorecard, casefile::Case group,
                       const std::function<bool(const Question&)>& wanted)
    : m_scorecard(scorecard),
      m_group(std::move(group)),
      m_base(scorecard.base_of(engine::leaves_of(scorecard.program(), scorecard.rules(), m_group))),
      m_block(scorecard.block_of(m_base.leaves))
{
    for (std::size_t q = 0; q < scorecard.rules().questions.size(); ++q)
        if (wanted(scorecard.rules().questions[q]))
            add_moves_of(q);
}

void Crossroads::add_moves_of(std::size_t q)
{
    const rulebase::RuleBase& rules = m_scorecard.rules();
    const Question& question = rules.questions[q];
    if (question.kind == AnswerKind::Text || question.kind == AnswerKind::Date ||
        (question.scope == Scope::Practice && m_group.practices.empty()))
        return;
    const auto said = engine::held_values(m_group, question);
    const bool was_open = std::none_of(said.begin(), said.end(), [](const auto& value) { return value.answered; });

    struct Candidate
    {
        Answer answer;
        std::size_t distance = 0;
    };
    std::vector<Candidate> candidates;
    for (Answer& answer : analysis::possible_answers(rules, m_scorecard.program(), question))
    {
        std::size_t away = 0;
        for (const engine::HeldValue& value : said)
            away += distance(question, value, answer);
        candidates.push_back({std::move(answer), away});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.distance < b.distance; });

    const QuestionMoves before{q, m_moves.size(), m_moves.size()};
    std::vector<Move> found;
    const std::size_t shares = shared_figure(rules, question);
    for (Candidate& candidate : candidates)
    {
        const engine::Leaves leaves =
            engine::leaves_of(m_scorecard.program(), rules, with_answer(m_group, question, candidate.answer));
        Move move;
        move.question = q;
        move.was_open = was_open;
        move.shares = shares;
        for (NodeIndex n = 0; n < leaves.truths.size(); ++n)
            if (engine::is_leaf(m_scorecard.program().nodes[n]) && leaves.truths[n] != m_base.leaves.truths[n])
                move.leaves.emplace_back(n, leaves.truths[n]);
        if (leaves.mean_is_met != m_base.leaves.mean_is_met)
            move.mean_is_met = leaves.mean_is_met;
        if (leaves.nation != m_base.leaves.nation)
            move.nation = leaves.nation;
        if (leaves.current_step != m_base.leaves.current_step)
            move.current_step = leaves.current_step;
        const bool changes = !move.leaves.empty() || move.mean_is_met || move.nation || move.current_step ||
                             (shares == 1 && candidate.distance > 0) || (shares == 1 && was_open);
        const bool known = std::any_of(found.begin(), found.end(),
                                       [&](const Move& other)
                                       {
                                           return shares != 1 && other.leaves == move.leaves &&
                                                  other.mean_is_met == move.mean_is_met &&
                                                  other.nation == move.nation &&
                                                  other.current_step == move.current_step;
                                       });
        if (!changes || known)
            continue;
        move.answer = std::move(candidate.answer);
        found.push_back(std::move(move));
    }
    if (found.empty())
        return;
    m_moves.insert(m_moves.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    m_questions.push_back({q, before.first, m_moves.size()});
}

casefile::Case Crossroads::after(std::span<const std::size_t> moves) const
{
    casefile::Case changed = m_group;
    for (const std::size_t m : moves)
        changed = with_answer(changed, m_scorecard.rules().questions[m_moves[m].question], m_moves[m].answer);
    return changed;
}

void Crossroads::put(engine::Block& block, std::size_t lane, const Moves& moves) const
{
    const std::uint64_t bit = std::uint64_t{1} << lane % 64;
    const auto put_means = [&](const std::vector<std::uint8_t>& met)
    {
        for (std::size_t e = 0; e < met.size(); ++e)
            block.mean_is_met[e][lane / 64] =
                met[e] != 0 ? block.mean_is_met[e][lane / 64] | bit : block.mean_is_met[e][lane / 64] & ~bit;
    };
    bool shared = false;
    for (std::size_t i = 0; i < moves.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            shared = shared || (m_moves[moves[i]].shares != 0 && m_moves[moves[i]].shares == m_moves[moves[j]].shares);
    if (shared)
    {
        const engine::Leaves leaves = engine::leaves_of(m_scorecard.program(), m_scorecard.rules(), after(moves));
        for (NodeIndex n = 0; n < leaves.truths.size(); ++n)
            if (engine::is_leaf(m_scorecard.program().nodes[n]) && leaves.truths[n] != m_base.leaves.truths[n])
                block.nodes[n].set(lane, leaves.truths[n]);
        put_means(leaves.mean_is_met);
        block.nation[lane] = leaves.nation;
        block.current_step[lane] = leaves.current_step;
        return;
    }
    for (const std::size_t m : moves)
    {
        for (const auto& [node, truth] : m_moves[m].leaves)
            block.nodes[node].set(lane, truth);
        if (m_moves[m].mean_is_met)
            put_means(*m_moves[m].mean_is_met);
        block.nation[lane] = m_moves[m].nation.value_or(block.nation[lane]);
        block.current_step[lane] = m_moves[m].current_step.value_or(block.current_step[lane]);
    }
}

std::vector<engine::Standings> Crossroads::judge(std::span<const Moves> combinations) const
{
    std::vector<engine::Standings> standings(combinations.size());
    engine::Block block;
    for (std::size_t from = 0; from < combinations.size(); from += engine::lanes_in_block)
    {
        const std::size_t count = std::min(engine::lanes_in_block, combinations.size() - from);
        block = m_block;
        for (std::size_t lane = 0; lane < count; ++lane)
            put(block, lane, combinations[from + lane]);
        m_scorecard.judge(m_base, block, std::span(standings).subspan(from, count));
    }
    return standings;
}

void Crossroads::for_each_tally(std::span<const Moves> combinations, const Visitor& visit) const
{
    engine::Block block;
    std::vector<engine::Sums> sums;
    std::vector<engine::Pull> pulls;
    for (std::size_t from = 0; from < combinations.size(); from += engine::lanes_in_block)
    {
        const std::size_t count = std::min(engine::lanes_in_block, combinations.size() - from);
        block = m_block;
        for (std::size_t lane = 0; lane < count; ++lane)
            put(block, lane, combinations[from + lane]);
        sums.resize(count);
        m_scorecard.add_up(m_base, block, sums);
        for (std::size_t lane = 0; lane < count; ++lane)
        {
            pulls.clear();
            for (const engine::Consequence& consequence : m_scorecard.consequences())
                if (block.nodes[consequence.node].at(lane) == Truth::True)
                    pulls.insert(pulls.end(), consequence.pulls.begin(), consequence.pulls.end());
            visit(from + lane, sums[lane].tally, pulls, sums[lane].held_back, block.nation[lane]);
        }
    }
}

} // namespace fedadvise::whatif
