#include "whatif/moves.h"

#include "analysis/answer_space.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

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

SharedFigure shared_figure(const rulebase::RuleBase& rules, const Question& question, std::size_t practices)
{
    if (question.family == rules.readiness.family)
        return SharedFigure::Relationship;
    if (question.family == "motive")
        return practices > 1 ? SharedFigure::Motives : SharedFigure::None; // one practice has nobody to agree with
    if (practices == 0)
        return SharedFigure::None; // then totals are answers like any other
    if (!question.derived.empty())
        return SharedFigure::Totals;
    for (const Question& other : rules.questions)
        if (other.derived == "sum-of:" + question.id.value)
            return SharedFigure::Totals;
    return SharedFigure::None;
}

casefile::Case without_answers(const casefile::Case& group)
{
    casefile::Case silent;
    for (const casefile::Practice& practice : group.practices)
        silent.practices.push_back({practice.id, "", "", {}, {}, {}, {}, {}, {}});
    return silent;
}

/// What practices and respondents said about their motives, and nothing else.
casefile::Case with_motives_alone(const casefile::Case& group)
{
    const auto keep = [](const casefile::Answers& answers)
    {
        casefile::Answers kept;
        for (const auto& [id, answer] : answers)
            if (id.value.starts_with("motive."))
                kept.emplace(id, answer);
        return kept;
    };
    casefile::Case motives = without_answers(group);
    motives.answers = keep(group.answers);
    for (std::size_t p = 0; p < group.practices.size(); ++p)
    {
        motives.practices[p].answers = keep(group.practices[p].answers);
        for (const casefile::Respondent& respondent : group.practices[p].respondents)
            motives.practices[p].respondents.push_back({respondent.role, keep(respondent.answers)});
    }
    return motives;
}

void answer(casefile::Case& group, const Question& question, const Answer& answer)
{
    if (!is_answered_by_practices(group, question))
        group.answers[question.id] = answer;
    else
        for (casefile::Practice& practice : group.practices)
            practice.answers[question.id] = answer;
}

void put_means(engine::Block& block, std::size_t lane, const std::vector<std::uint8_t>& met)
{
    const std::uint64_t bit = std::uint64_t{1} << lane % 64;
    for (std::size_t e = 0; e < met.size(); ++e)
        block.mean_is_met[e][lane / 64] =
            met[e] != 0 ? block.mean_is_met[e][lane / 64] | bit : block.mean_is_met[e][lane / 64] & ~bit;
}

} // namespace

casefile::Case with_answer(const casefile::Case& group, const Question& question, const Answer& said)
{
    casefile::Case changed = group;
    answer(changed, question, said);
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

Crossroads::Crossroads(const engine::Scorecard& scorecard, casefile::Case group, const Wanted& wanted)
    : Crossroads(
          scorecard, group, engine::hear(scorecard.rules(), group),
          [&scorecard](const casefile::Case& changed)
          { return engine::leaves_of(scorecard.program(), scorecard.rules(), changed); },
          wanted)
{
}

Crossroads::Crossroads(const engine::Scorecard& scorecard, casefile::Case group, engine::Heard heard,
                       LeavesOf leaves_of, const Wanted& wanted)
    : m_scorecard(scorecard),
      m_group(std::move(group)),
      m_silent(without_answers(m_group)),
      m_motives(with_motives_alone(m_group)),
      m_heard(std::move(heard)),
      m_leaves_of(std::move(leaves_of)),
      m_base(scorecard.base_of(m_leaves_of(m_group))),
      m_leaves_of_question(scorecard.rules().questions.size()),
      m_block(scorecard.block_of(m_base.leaves))
{
    for (std::vector<engine::HeldValue>& said : m_heard)
        for (engine::HeldValue& value : said)
            value.as_written = nullptr; // of a case that may be gone
    const engine::Program& program = scorecard.program();
    for (NodeIndex n = 0; n < program.nodes.size(); ++n)
    {
        if (!engine::is_leaf(program.nodes[n]))
            continue;
        const FactSource& source = program.facts[program.nodes[n].fact];
        if (source.kind != FactSource::Kind::Measure)
            m_leaves_of_question[source.question].push_back(n);
        else if (source.measure.starts_with("motive."))
            m_motive_leaves.push_back(n);
        else
            m_relationship_leaves.push_back(n);
    }
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
    const std::vector<engine::HeldValue>& said = m_heard[q];
    if (!question.derived.empty() && !m_group.practices.empty() && !said.front().answered)
        return; // the practices give it
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

    const std::size_t first = m_moves.size();
    for (const Candidate& candidate : candidates)
    {
        Move move = move_to(q, candidate.answer, m_heard);
        move.was_open = was_open;
        // A statement moves the means in steps that no single condition need notice.
        const bool is_statement = move.shares == SharedFigure::Relationship;
        const bool changes = !move.leaves.empty() || move.mean_is_met || move.nation || move.current_step ||
                             (is_statement && (candidate.distance > 0 || was_open));
        const auto does_the_same = [&](const Move& other)
        {
            return other.leaves == move.leaves && other.mean_is_met == move.mean_is_met &&
                   other.nation == move.nation && other.current_step == move.current_step;
        };
        if (changes && (is_statement || std::none_of(m_moves.begin() + static_cast<std::ptrdiff_t>(first),
                                                     m_moves.end(), does_the_same)))
            m_moves.push_back(std::move(move));
    }
    if (m_moves.size() > first)
        m_questions.push_back({q, first, m_moves.size()});
}

Move Crossroads::move_to(std::size_t q, const Answer& answer, engine::Heard& scratch) const
{
    const Question& question = m_scorecard.rules().questions[q];
    Move move;
    move.question = q;
    move.answer = answer;
    move.shares = shared_figure(m_scorecard.rules(), question, m_group.practices.size());
    const casefile::Case alone = with_answer(m_silent, question, move.answer);
    move.said = engine::held_values(alone, question);
    if (move.shares == SharedFigure::Totals)
        note_whole_case(move);
    else
        note_own_leaves(move);
    if (move.shares == SharedFigure::Motives)
        note_consensus(move);
    if (move.shares == SharedFigure::Relationship)
        note_relationship(move, scratch);
    const auto option = [&]() { return static_cast<std::uint8_t>(std::countr_zero(move.said.front().options) + 1); };
    if (question.id.value == "jurisdiction" && option() != m_base.leaves.nation)
        move.nation = option();
    if (question.id.value == "current-step" && option() != m_base.leaves.current_step)
        move.current_step = option();
    for (engine::HeldValue& value : move.said)
        value.as_written = nullptr; // `alone` goes out of scope
    return move;
}

void Crossroads::note_own_leaves(Move& move) const
{
    const engine::Program& program = m_scorecard.program();
    const Question& question = m_scorecard.rules().questions[move.question];
    for (const NodeIndex n : m_leaves_of_question[move.question])
    {
        const FactSource& source = program.facts[program.nodes[n].fact];
        engine::FactValue fact;
        if (source.kind == FactSource::Kind::GroupValue)
            fact = engine::group_fact(m_scorecard.rules(), m_silent, question, move.said);
        else if (source.kind == FactSource::Kind::Statistic)
            fact = engine::statistic_fact(move.said, source.statistic);
        else
            fact.truth = engine::practices_fact(question, move.said, source.how_many, source.comparison);
        if (const Truth truth = engine::leaf_truth(program.nodes[n], fact); truth != m_base.leaves.truths[n])
            move.leaves.emplace_back(n, truth);
    }
}

namespace
{

/// The means of the relationship with some statements answered otherwise; `scratch` is left as it was.
engine::RelationshipReading relationship_with(const rulebase::RuleBase& rules, engine::Heard& scratch,
                                              std::span<const Move* const> moves)
{
    std::vector<std::vector<engine::HeldValue>> before;
    for (const Move* move : moves)
    {
        before.push_back(std::move(scratch[move->question]));
        scratch[move->question] = move->said;
    }
    engine::RelationshipReading relationship = engine::read_relationship(rules, scratch);
    for (std::size_t i = 0; i < moves.size(); ++i)
        scratch[moves[i]->question] = std::move(before[i]);
    return relationship;
}

} // namespace

void Crossroads::note_relationship(Move& move, engine::Heard& scratch) const
{
    const engine::Program& program = m_scorecard.program();
    const Move* const moves[] = {&move};
    const auto relationship = relationship_with(m_scorecard.rules(), scratch, moves);
    for (const NodeIndex n : m_relationship_leaves)
    {
        const FactSource& source = program.facts[program.nodes[n].fact];
        const Truth truth = engine::leaf_truth(
            program.nodes[n], engine::measure_fact(source.measure, m_scorecard.rules(), m_group, relationship));
        if (truth != m_base.leaves.truths[n])
            move.leaves.emplace_back(n, truth);
    }
    engine::Leaves means;
    engine::read_means(m_scorecard.rules(), relationship, means);
    if (means.mean_is_met != m_base.leaves.mean_is_met)
        move.mean_is_met = means.mean_is_met;
}

void Crossroads::note_consensus(Move& move) const
{
    const engine::FactValue consensus = engine::motive_consensus(
        m_scorecard.rules(), with_answer(m_motives, m_scorecard.rules().questions[move.question], move.answer));
    for (const NodeIndex n : m_motive_leaves)
        if (const Truth truth = engine::leaf_truth(m_scorecard.program().nodes[n], consensus);
            truth != m_base.leaves.truths[n])
            move.leaves.emplace_back(n, truth);
}

void Crossroads::note_whole_case(Move& move) const
{
    const engine::Leaves leaves =
        m_leaves_of(with_answer(m_group, m_scorecard.rules().questions[move.question], move.answer));
    for (NodeIndex n = 0; n < leaves.truths.size(); ++n)
        if (engine::is_leaf(m_scorecard.program().nodes[n]) && leaves.truths[n] != m_base.leaves.truths[n])
            move.leaves.emplace_back(n, leaves.truths[n]);
}

casefile::Case Crossroads::after(std::span<const std::size_t> moves) const
{
    casefile::Case changed = m_group;
    for (const std::size_t m : moves)
        answer(changed, m_scorecard.rules().questions[m_moves[m].question], m_moves[m].answer);
    return changed;
}

void Crossroads::put(engine::Block& block, std::size_t lane, const Moves& moves, Scratch& scratch) const
{
    std::array<std::size_t, 4> sharing{};
    for (const std::size_t m : moves)
    {
        const Move& move = m_moves[m];
        ++sharing[static_cast<std::size_t>(move.shares)];
        for (const auto& [node, truth] : move.leaves)
            block.nodes[node].set(lane, truth);
        if (move.mean_is_met)
            put_means(block, lane, *move.mean_is_met);
        block.nation[lane] = move.nation.value_or(block.nation[lane]);
        block.current_step[lane] = move.current_step.value_or(block.current_step[lane]);
    }
    const auto shared_by = [&](SharedFigure figure) { return sharing[static_cast<std::size_t>(figure)]; };
    if (shared_by(SharedFigure::Totals) > 1)
        return put_whole_case(block, lane, moves);
    for (const SharedFigure figure : {SharedFigure::Relationship, SharedFigure::Motives})
        if (shared_by(figure) > 1)
            put_shared(block, lane, moves, figure, scratch);
}

void Crossroads::put_shared(engine::Block& block, std::size_t lane, const Moves& moves, SharedFigure figure,
                            Scratch& scratch) const
{
    constexpr std::size_t most_remembered = 3; // larger sets hardly ever come again
    Moves sharing;
    for (const std::size_t m : moves)
        if (m_moves[m].shares == figure)
            sharing.push_back(m);
    auto found = scratch.known.find(sharing);
    SharedEffect fresh;
    const SharedEffect* effect = found == scratch.known.end() ? &fresh : &found->second;
    if (found == scratch.known.end())
    {
        fresh = figure == SharedFigure::Relationship ? relationship_after(sharing, scratch) : consensus_after(sharing);
        if (sharing.size() <= most_remembered)
            effect = &scratch.known.emplace(std::move(sharing), std::move(fresh)).first->second;
    }
    for (const auto& [leaf, truth] : effect->leaves)
        block.nodes[leaf].set(lane, truth);
    put_means(block, lane, effect->mean_is_met);
}

Crossroads::SharedEffect Crossroads::relationship_after(const Moves& statements, Scratch& scratch) const
{
    std::vector<const Move*> moves;
    for (const std::size_t m : statements)
        moves.push_back(&m_moves[m]);
    const auto relationship = relationship_with(m_scorecard.rules(), scratch.heard, moves);
    const engine::Program& program = m_scorecard.program();
    SharedEffect effect;
    for (const NodeIndex n : m_relationship_leaves)
        effect.leaves.emplace_back(
            n, engine::leaf_truth(program.nodes[n], engine::measure_fact(program.facts[program.nodes[n].fact].measure,
                                                                         m_scorecard.rules(), m_group, relationship)));
    engine::Leaves means;
    engine::read_means(m_scorecard.rules(), relationship, means);
    effect.mean_is_met = std::move(means.mean_is_met);
    return effect;
}

Crossroads::SharedEffect Crossroads::consensus_after(const Moves& motives) const
{
    casefile::Case changed = m_motives;
    for (const std::size_t m : motives)
        answer(changed, m_scorecard.rules().questions[m_moves[m].question], m_moves[m].answer);
    const engine::FactValue consensus = engine::motive_consensus(m_scorecard.rules(), changed);
    SharedEffect effect;
    for (const NodeIndex n : m_motive_leaves)
        effect.leaves.emplace_back(n, engine::leaf_truth(m_scorecard.program().nodes[n], consensus));
    return effect;
}

void Crossroads::put_whole_case(engine::Block& block, std::size_t lane, const Moves& moves) const
{
    const engine::Leaves leaves = m_leaves_of(after(moves));
    for (NodeIndex n = 0; n < leaves.truths.size(); ++n)
        if (engine::is_leaf(m_scorecard.program().nodes[n]))
            block.nodes[n].set(lane, leaves.truths[n]);
    put_means(block, lane, leaves.mean_is_met);
    block.nation[lane] = leaves.nation;
    block.current_step[lane] = leaves.current_step;
}

std::vector<engine::Standings> Crossroads::judge(std::span<const Moves> combinations) const
{
    std::vector<engine::Standings> standings(combinations.size());
    engine::Block block;
    Scratch scratch{m_heard, {}};
    for (std::size_t from = 0; from < combinations.size(); from += engine::lanes_in_block)
    {
        const std::size_t count = std::min(engine::lanes_in_block, combinations.size() - from);
        block = m_block;
        for (std::size_t lane = 0; lane < count; ++lane)
            put(block, lane, combinations[from + lane], scratch);
        m_scorecard.judge(m_base, block, std::span(standings).subspan(from, count));
    }
    return standings;
}

void Crossroads::for_each_tally(std::span<const Moves> combinations, const Visitor& visit) const
{
    engine::Block block;
    Scratch scratch{m_heard, {}};
    std::vector<engine::Sums> sums;
    std::vector<engine::Pull> pulls;
    for (std::size_t from = 0; from < combinations.size(); from += engine::lanes_in_block)
    {
        const std::size_t count = std::min(engine::lanes_in_block, combinations.size() - from);
        block = m_block;
        for (std::size_t lane = 0; lane < count; ++lane)
            put(block, lane, combinations[from + lane], scratch);
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
