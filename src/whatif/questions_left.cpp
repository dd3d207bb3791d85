#include "whatif/questions_left.h"

#include "analysis/answer_space.h"
#include "whatif/moves.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <tuple>

namespace fedadvise::whatif
{

using engine::NodeIndex;
using engine::OptionMask;
using engine::Truth;

namespace
{

constexpr OptionMask bit(std::size_t option)
{
    return OptionMask{1} << option;
}

/// The case as far as it is settled, with all nodes worked out, and who waits for what.
class Situation
{
public:
    Situation(const engine::Scorecard& card, const casefile::Case& group)
        : m_card(card),
          m_settled(settled(card.program(), card.rules(), group)),
          m_truths(Outlook(card).truths_of(m_settled)),
          m_replies(engine::replies_in(engine::hear(card.rules(), group)))
    {
        for (std::size_t q = 0; q < m_replies.unknown.size(); ++q)
            m_replies.open[q] = m_replies.open[q] || m_replies.unknown[q];
    }

    const Settled& settled_case() const { return m_settled; }
    const std::vector<Truth>& truths() const { return m_truths; }
    Truth truth(NodeIndex node) const { return m_truths[node]; }
    bool is_open(std::size_t question) const { return m_replies.open[question]; }
    bool said_unknown(std::size_t question) const { return m_replies.unknown[question]; }
    std::vector<rulebase::QuestionId> waited_for(NodeIndex node) const
    {
        if (truth(node) != Truth::Unknown)
            return {};
        return engine::deciding_questions(m_card.program(), m_card.rules(), m_replies, m_truths, node);
    }

private:
    const engine::Scorecard& m_card;
    Settled m_settled;
    std::vector<Truth> m_truths; ///< as in Outlook::truths_of
    engine::Replies m_replies;
};

/// The options on which it depends what comes first, and what could bar a vehicle of a model that comes first.
struct Stakes
{
    OptionMask contenders = 0;
    OptionMask carriers = 0;
};

Stakes stakes_of(const engine::Scorecard& card, const Prospect& now)
{
    Stakes stakes{now.may_lead, 0};
    const std::size_t nations = card.program().fits.size();
    const auto carriers_anywhere = [&](std::size_t m)
    {
        OptionMask carriers = 0;
        for (std::size_t nation = 0; nation < nations; ++nation)
            carriers |= card.carriers(nation, m);
        return carriers;
    };
    bool surely_carried = false;
    for (std::size_t m = 0; m < card.models(); ++m)
        surely_carried = surely_carried || ((now.must_lead >> m & 1U) != 0 && carriers_anywhere(m) != 0);
    if (!surely_carried) // then a later rank of models may decide which vehicles are asked for
        stakes.contenders |= now.may_be_open & card.model_mask();
    for (std::size_t m = 0; m < card.models(); ++m)
        if ((stakes.contenders >> m & 1U) != 0 && card.needs_vehicle(m))
            stakes.carriers |= carriers_anywhere(m) << card.models();
    return stakes;
}

/// The questions for which something waits that bears on what comes first.
std::set<rulebase::QuestionId> questions_that_matter(const engine::Scorecard& card, const Situation& situation,
                                                     const Prospect& now)
{
    std::set<rulebase::QuestionId> matter;
    if (now.leaders_are_settled())
        return matter;
    const Stakes stakes = stakes_of(card, now);
    const auto add = [&](NodeIndex node)
    {
        for (rulebase::QuestionId& id : situation.waited_for(node))
            matter.insert(std::move(id));
    };
    for (const engine::Consequence& consequence : card.consequences())
    {
        OptionMask touched = 0, barred = 0;
        for (const engine::Pull& pull : consequence.pulls)
            touched |= bit(pull.option);
        for (const auto* list : {&consequence.excludes, &consequence.delays})
            for (const std::uint8_t option : *list)
                barred |= bit(option);
        if (((touched | barred) & stakes.contenders) != 0 || (barred & stakes.carriers) != 0)
            add(consequence.node);
    }
    const engine::HeldBack held = card.held_back(situation.settled_case().leaves, situation.truths());
    if ((held.perhaps & ~held.surely & stakes.contenders) != 0)
    {
        for (const NodeIndex node : card.depth_nodes())
            add(node);
        // Exemptions and limits also look at figures that are no condition
        for (std::size_t q = 0; q < card.rules().questions.size(); ++q)
            if (situation.is_open(q) && (card.rules().questions[q].family == card.rules().readiness.family ||
                                         card.rules().questions[q].id.value == "current-step"))
                matter.insert(card.rules().questions[q].id);
    }
    for (std::size_t q = 0; q < card.rules().questions.size(); ++q) // how well vehicles fit depends on the nation
        if (situation.is_open(q) && card.rules().questions[q].id.value == "jurisdiction")
            matter.insert(card.rules().questions[q].id);
    return matter;
}

/// The settled case after each of the moves of a question.
std::vector<Settled> after_each(const Crossroads& crossroads, const Crossroads::QuestionMoves& of_question,
                                const Settled& settled)
{
    std::vector<Settled> cases;
    for (std::size_t m = of_question.first; m < of_question.last; ++m)
    {
        const Move& move = crossroads.moves()[m];
        Settled after{{}, settled.leaves, settled.frozen};
        for (const auto& [leaf, truth] : move.leaves)
        {
            after.leaves.truths[leaf] = truth;
            if (truth != Truth::Unknown)
                std::erase(after.frozen, leaf);
        }
        if (move.mean_is_met)
            after.leaves.mean_is_met = *move.mean_is_met;
        after.leaves.nation = move.nation.value_or(after.leaves.nation);
        after.leaves.current_step = move.current_step.value_or(after.leaves.current_step);
        cases.push_back(std::move(after));
    }
    return cases;
}

void look_at_answers(const engine::Scorecard& card, const std::vector<Settled>& cases, const Prospect& now,
                     QuestionLeft& left)
{
    if (cases.empty())
        return;
    for (const Prospect& after : Outlook(card).of(cases))
    {
        left.may_bar |= now.may_be_open & ~after.may_be_open;
        left.may_clear |= after.must_be_open & ~now.must_be_open;
        left.may_drop |= now.may_lead & ~after.may_lead;
        left.may_settle |= after.must_lead & ~now.must_lead;
        left.contenders_after += static_cast<std::size_t>(std::popcount(after.may_lead & ~after.must_lead)) * 100;
        left.open_points_after += static_cast<std::size_t>(after.open_points) * 100;
    }
    left.contenders_after /= cases.size();
    left.open_points_after /= cases.size();
}

} // namespace

QuestionsLeft questions_left(const engine::Scorecard& card, const casefile::Case& group)
{
    const rulebase::RuleBase& rules = card.rules();
    const Situation situation(card, group);
    QuestionsLeft result;
    result.now = Outlook(card).of(situation.settled_case());

    std::map<rulebase::QuestionId, std::pair<std::size_t, OptionMask>> waits; // rules, and options they pull
    std::map<NodeIndex, OptionMask> pulled;
    for (const engine::Consequence& consequence : card.consequences())
        for (const engine::Pull& pull : consequence.pulls)
            pulled[consequence.node] |= bit(pull.option);
    for (std::size_t r = 0; r < rules.rules.size(); ++r)
    {
        if (!rulebase::in_force_on(rules.rules[r], card.day()))
            continue;
        const NodeIndex node = card.program().rule_nodes[r];
        for (const rulebase::QuestionId& id : situation.waited_for(node))
        {
            ++waits[id].first;
            waits[id].second |= pulled[node];
        }
    }
    const std::set<rulebase::QuestionId> matter = questions_that_matter(card, situation, result.now);
    std::set<rulebase::QuestionId> routes; // decide whether other questions are asked
    for (const auto& node : card.program().ask_nodes)
        if (node)
            for (rulebase::QuestionId& id : situation.waited_for(*node))
                routes.insert(std::move(id));

    std::set<rulebase::QuestionId> shown; // move a gauge
    for (const auto& checklist : card.program().checklist_nodes)
        for (const NodeIndex node : checklist)
            for (rulebase::QuestionId& id : situation.waited_for(node))
                shown.insert(std::move(id));

    for (std::size_t q = 0; q < rules.questions.size(); ++q)
    {
        const rulebase::Question& question = rules.questions[q];
        if (question.kind == rulebase::AnswerKind::Date)
            continue; // the day of the law is no question that is open: it is known in any case
        const auto& asked = card.program().ask_nodes[q];
        const bool nobody_to_ask = question.scope == rulebase::Scope::Practice && group.practices.empty();
        if (!situation.is_open(q) || nobody_to_ask || (asked && situation.truth(*asked) == Truth::False) ||
            (!question.derived.empty() && !group.practices.empty()))
            continue;
        const auto found = waits.find(question.id);
        QuestionLeft left;
        left.question = q;
        left.said_unknown = situation.said_unknown(q);
        left.can_change_leaders = matter.contains(question.id);
        if (found != waits.end())
        {
            left.rules = found->second.first;
            left.pulls = found->second.second;
        }
        const bool moves_a_gauge = shown.contains(question.id) || question.family == rules.readiness.family;
        if (left.rules == 0 && !left.can_change_leaders && !moves_a_gauge)
        {
            if (!routes.contains(question.id))
                result.without_effect.push_back(q);
            continue;
        }
        result.open.push_back(left);
    }
    const auto is_left = [&](const rulebase::Question& question)
    {
        return std::any_of(result.open.begin(), result.open.end(),
                           [&](const QuestionLeft& left) { return rules.questions[left.question].id == question.id; });
    };
    const Crossroads crossroads(
        card, group, situation.settled_case().heard,
        [&](const casefile::Case& changed) { return settled(card.program(), rules, changed).leaves; }, is_left);
    for (QuestionLeft& left : result.open)
    {
        const auto moves = std::find_if(crossroads.questions().begin(), crossroads.questions().end(),
                                        [&](const auto& of_question) { return of_question.question == left.question; });
        if (moves != crossroads.questions().end())
        {
            look_at_answers(card, after_each(crossroads, *moves, situation.settled_case()), result.now, left);
            continue;
        }
        // A text or a date: no answer to it can be tried, so none is known to settle anything.
        left.contenders_after =
            static_cast<std::size_t>(std::popcount(result.now.may_lead & ~result.now.must_lead)) * 100;
        left.open_points_after = static_cast<std::size_t>(result.now.open_points) * 100;
    }
    std::stable_sort(result.open.begin(), result.open.end(),
                     [](const QuestionLeft& a, const QuestionLeft& b)
                     {
                         const auto key = [](const QuestionLeft& left)
                         {
                             const bool leads = left.can_change_leaders;
                             return std::tuple(!leads, left.said_unknown, leads ? left.contenders_after : 0,
                                               leads ? left.open_points_after : 0, std::size_t{100'000} - left.rules);
                         };
                         return key(a) < key(b);
                     });
    return result;
}

} // namespace fedadvise::whatif
