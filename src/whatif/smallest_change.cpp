#include "whatif/smallest_change.h"

#include "whatif/prospect.h"
#include "whatif/reach.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace fedadvise::whatif
{

using engine::Consequence;
using engine::NodeIndex;
using engine::OptionMask;
using engine::Truth;

namespace
{

constexpr OptionMask bit(std::size_t option)
{
    return OptionMask{1} << option;
}

/// More points than any sum of strengths: a change that may take a rival away altogether.
constexpr int decisive = 1'000'000;

/// The rules that keep an option from being open now: at least one of the questions of each has to change.
struct Blocker
{
    std::set<std::size_t> questions; ///< indexes into Crossroads::questions
};

class Search
{
public:
    Search(const Crossroads& crossroads, std::size_t option, Goal goal, const SearchLimits& limits)
        : m_crossroads(crossroads),
          m_card(crossroads.scorecard()),
          m_option(option),
          m_goal(goal),
          m_limits(limits),
          m_distances(crossroads)
    {
    }

    SmallestChange run()
    {
        m_result.goal = m_goal;
        if (reaches(m_crossroads.base().standings, m_option, m_goal))
            return m_result;
        m_result.outcome = SmallestChange::Outcome::TooDeep;
        for (std::size_t size = 1; size <= m_limits.most_changes; ++size)
        {
            m_result.all_sets_known = look_at(size);
            if (!m_result.sets.empty())
            {
                m_result.outcome = SmallestChange::Outcome::Found;
                m_result.size = size;
                break;
            }
            if (!m_result.all_sets_known)
            {
                if (m_limits.stop != nullptr && *m_limits.stop)
                    m_result.outcome = SmallestChange::Outcome::Stopped;
                break;
            }
            m_result.none_up_to = size;
        }
        sort_sets();
        return m_result;
    }

private:
    bool is_model() const { return m_option < m_card.models(); }
    std::size_t first_rival() const { return is_model() ? 0 : m_card.models(); }
    std::size_t end_of_rivals() const { return is_model() ? m_card.models() : m_card.options(); }

    void add_depth_questions(std::set<std::size_t>& questions) const
    {
        for (const NodeIndex node : m_card.depth_nodes())
            questions.insert(m_reach.of(node).begin(), m_reach.of(node).end());
        for (std::size_t q = 0; q < m_crossroads.questions().size(); ++q)
        {
            const auto& of_question = m_crossroads.questions()[q];
            const Move& move = m_crossroads.moves()[of_question.first];
            if (move.shares == SharedFigure::Relationship || move.current_step)
                questions.insert(q);
        }
    }
    void find_what_moves_models()
    {
        m_moves_models.clear();
        add_depth_questions(m_moves_models);
        for (const Consequence& consequence : m_card.consequences())
        {
            const bool pulls = std::any_of(consequence.pulls.begin(), consequence.pulls.end(),
                                           [&](const engine::Pull& pull) { return pull.option < m_card.models(); });
            if (pulls || bars_any(consequence, m_card.all_options_mask()))
                m_moves_models.insert(m_reach.of(consequence.node).begin(), m_reach.of(consequence.node).end());
        }
    }
    /// What must change so that the option is open at all.
    void find_blockers()
    {
        const auto& base = m_crossroads.base();
        m_blockers.clear();
        OptionMask barred = 0; // vehicles
        for (const Consequence& consequence : m_card.consequences())
        {
            if (base.leaves.truths[consequence.node] != Truth::True)
                continue;
            for (const auto* list : {&consequence.excludes, &consequence.delays})
                for (const std::uint8_t option : *list)
                {
                    barred |= bit(option);
                    if (option == m_option)
                        m_blockers.push_back({m_reach.of(consequence.node)});
                }
        }
        if (!is_model())
            return;
        if ((base.held_back.now >> m_option & 1U) != 0)
        {
            m_blockers.emplace_back();
            add_depth_questions(m_blockers.back().questions);
        }
        const OptionMask carriers = m_card.carriers(base.leaves.nation, m_option) << m_card.models();
        if (m_card.needs_vehicle(m_option) &&
            static_cast<std::size_t>(std::popcount(carriers & ~barred)) < engine::fewest_vehicles)
        {
            m_blockers.emplace_back();
            for (const Consequence& consequence : m_card.consequences())
                if (base.leaves.truths[consequence.node] == Truth::True && bars_any(consequence, carriers))
                    m_blockers.back().questions.insert(m_reach.of(consequence.node).begin(),
                                                       m_reach.of(consequence.node).end());
            for (std::size_t q = 0; q < m_crossroads.questions().size(); ++q)
                if (m_crossroads.moves()[m_crossroads.questions()[q].first].nation)
                    m_blockers.back().questions.insert(q);
        }
    }
    static bool bars_any(const Consequence& consequence, OptionMask options)
    {
        for (const auto* list : {&consequence.excludes, &consequence.delays})
            for (const std::uint8_t option : *list)
                if ((options >> option & 1U) != 0)
                    return true;
        return false;
    }

    struct Rival
    {
        std::size_t option = 0;
        int need = 0;                  ///< points to make good
        std::vector<int> gain;         ///< for each question, at most
        std::vector<int> best_of_rest; ///< for each question, the largest gain of it and those after it
    };

    /// The most points that changing each question can win over a rival, when `size` questions change.
    Rival rival_of(std::size_t rival, std::size_t size) const
    {
        const auto& base = m_crossroads.base();
        Rival result;
        result.option = rival;
        result.need = base.standings.score[rival] - base.standings.score[m_option] - m_card.rules().settings.tie_points;
        if (!is_model())
            result.need -= 2 * fit_range(); // of the one and of the other
        result.gain.assign(m_crossroads.questions().size(), 0);
        const auto limit = static_cast<int>(size);
        for (const Consequence& consequence : m_card.consequences())
        {
            int edge = 0;
            bool bars = false;
            for (const engine::Pull& pull : consequence.pulls)
                edge += pull.option == m_option ? pull.strength : pull.option == rival ? -pull.strength : 0;
            for (const auto* list : {&consequence.excludes, &consequence.delays})
                bars = bars || std::find(list->begin(), list->end(), rival) != list->end();
            const bool holds = base.leaves.truths[consequence.node] == Truth::True;
            const int turn = holds ? m_distances.to_not_true(consequence.node) : m_distances.to_true(consequence.node);
            const int won = holds ? std::max(0, -edge) : bars ? decisive : std::max(0, edge);
            if (won > 0 && turn <= limit)
                for (const std::size_t q : m_reach.of(consequence.node))
                    result.gain[q] = std::min(decisive, result.gain[q] + won);
        }
        if (is_model()) // the rival may become too deep, or have too few vehicles
        {
            std::set<std::size_t> may_bar;
            if (m_card.program().models[rival].depth > 0)
                add_depth_questions(may_bar);
            const OptionMask carriers = m_card.carriers(base.leaves.nation, rival) << m_card.models();
            for (const Consequence& consequence : m_card.consequences())
                if (m_card.needs_vehicle(rival) && bars_any(consequence, carriers) &&
                    base.leaves.truths[consequence.node] != Truth::True)
                    may_bar.insert(m_reach.of(consequence.node).begin(), m_reach.of(consequence.node).end());
            for (const std::size_t q : may_bar)
                result.gain[q] = decisive;
        }
        else // a vehicle falls behind when none of the models that lead can use it
            for (const std::size_t q : m_moves_models)
                result.gain[q] = decisive;
        for (std::size_t q = 0; q < result.gain.size(); ++q)
            if (m_crossroads.moves()[m_crossroads.questions()[q].first].nation)
                result.gain[q] = decisive;
        return result;
    }
    /// Points between the best and the worst fit of a vehicle.
    int fit_range() const
    {
        const auto& settings = m_card.rules().settings;
        return std::max(
                   {settings.fit_typical, settings.fit_compatible, settings.fit_weak, settings.fit_impossible, 0}) -
               std::min({settings.fit_typical, settings.fit_compatible, settings.fit_weak, settings.fit_impossible, 0});
    }

    /// Judges every set of `size` questions that could do it; false when a limit or the user ended it.
    bool look_at(std::size_t size)
    {
        const std::size_t questions = m_crossroads.questions().size();
        m_reach = Reach(m_crossroads, m_distances, static_cast<int>(size));
        find_blockers();
        if (!is_model())
            find_what_moves_models();
        m_rivals.clear();
        if (m_goal == Goal::Lead)
            for (std::size_t rival = first_rival(); rival < end_of_rivals(); ++rival)
            {
                // A rival that is barred or behind now stands in the way only after a change; that is seen when
                // judging.
                const auto& standings = m_crossroads.base().standings;
                const bool barred = ((standings.ruled_out | standings.waiting | standings.lacking) >> rival & 1U) != 0;
                if (rival != m_option && !barred)
                    m_rivals.push_back(rival_of(rival, size));
            }
        std::erase_if(m_rivals, [](const Rival& rival) { return rival.need <= 0; });
        // Questions that can do more come first, so that the bound cuts early.
        m_order.clear();
        for (std::size_t q = 0; q < questions; ++q)
            m_order.push_back(q);
        const auto weight = [&](std::size_t q)
        {
            long total = 0;
            for (const Rival& rival : m_rivals)
                total += std::min(rival.gain[q], 1000);
            for (const Blocker& blocker : m_blockers)
                total += blocker.questions.contains(q) ? 1000 : 0;
            return total;
        };
        std::vector<long> weights;
        for (std::size_t q = 0; q < questions; ++q)
            weights.push_back(weight(q));
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
        for (Rival& rival : m_rivals)
        {
            rival.best_of_rest.assign(questions + 1, 0);
            for (std::size_t i = questions; i-- > 0;)
                rival.best_of_rest[i] = std::max(rival.best_of_rest[i + 1], rival.gain[m_order[i]]);
        }
        m_chosen.clear();
        m_needs.clear();
        for (const Rival& rival : m_rivals)
            m_needs.push_back(rival.need);
        m_batch.clear();
        return choose(0, size) && judge_batch();
    }

    bool all_blockers_can_be_hit(std::size_t left, std::size_t from) const
    {
        std::size_t open = 0;
        for (const Blocker& blocker : m_blockers)
        {
            if (std::any_of(m_chosen.begin(), m_chosen.end(),
                            [&](std::size_t q) { return blocker.questions.contains(q); }))
                continue;
            ++open;
            if (left == 0)
                return false;
            if (std::none_of(m_order.begin() + static_cast<std::ptrdiff_t>(from), m_order.end(),
                             [&](std::size_t q) { return blocker.questions.contains(q); }))
                return false;
        }
        return open == 0 || left > 0;
    }
    bool rivals_can_be_passed(std::size_t left, std::size_t from) const
    {
        for (std::size_t r = 0; r < m_rivals.size(); ++r)
            if (m_needs[r] > 0 && (left == 0 || m_rivals[r].best_of_rest[from] >= decisive
                                       ? left == 0
                                       : m_needs[r] > static_cast<long>(left) * m_rivals[r].best_of_rest[from]))
                return false;
        return true;
    }

    bool choose(std::size_t from, std::size_t left)
    {
        if (!all_blockers_can_be_hit(left, from) || !rivals_can_be_passed(left, from))
            return true;
        if (left == 0)
            return add_combinations();
        for (std::size_t i = from; i + left <= m_order.size(); ++i)
        {
            if (!rivals_can_be_passed(left, i))
                return true; // later questions can do no more
            const std::size_t q = m_order[i];
            m_chosen.push_back(q);
            for (std::size_t r = 0; r < m_rivals.size(); ++r)
                m_needs[r] -= m_rivals[r].gain[q];
            const bool go_on = choose(i + 1, left - 1);
            for (std::size_t r = 0; r < m_rivals.size(); ++r)
                m_needs[r] += m_rivals[r].gain[q];
            m_chosen.pop_back();
            if (!go_on)
                return false;
        }
        return true;
    }
    /// All answers to the chosen questions.
    bool add_combinations()
    {
        Moves moves;
        for (const std::size_t q : m_chosen)
            moves.push_back(m_crossroads.questions()[q].first);
        while (true)
        {
            Moves sorted = moves;
            std::sort(sorted.begin(), sorted.end());
            m_batch.push_back(std::move(sorted));
            if (m_batch.size() >= batch_size && !judge_batch())
                return false;
            std::size_t place = moves.size();
            while (place > 0 && ++moves[place - 1] == m_crossroads.questions()[m_chosen[place - 1]].last)
            {
                moves[place - 1] = m_crossroads.questions()[m_chosen[place - 1]].first;
                --place;
            }
            if (place == 0)
                return true;
        }
    }
    bool judge_batch()
    {
        const auto standings = m_crossroads.judge(m_batch);
        for (std::size_t i = 0; i < standings.size(); ++i)
            if (reaches_lawfully(standings[i], m_crossroads.base().standings, m_option, m_goal))
                m_result.sets.push_back(m_batch[i]);
        m_result.cases_judged += m_batch.size();
        const std::size_t size = m_batch.empty() ? 0 : m_batch.front().size();
        m_batch.clear();
        if (m_limits.progress)
            m_limits.progress(size, m_result.cases_judged);
        return m_result.cases_judged <= m_limits.most_cases && m_result.sets.size() <= most_sets &&
               !(m_limits.stop != nullptr && *m_limits.stop);
    }
    /// Answers to open questions ask less of a group than a change of mind, a preference less than a plan.
    void sort_sets()
    {
        const auto effort = [&](const Moves& moves)
        {
            std::size_t changed = 0, plans = 0;
            for (const std::size_t m : moves)
            {
                const Move& move = m_crossroads.moves()[m];
                changed += move.was_open ? 0 : 1;
                plans += m_card.rules().questions[move.question].nature == rulebase::Nature::Plan ? 1U : 0U;
            }
            return std::tuple(changed, plans, moves);
        };
        std::sort(m_result.sets.begin(), m_result.sets.end(),
                  [&](const Moves& a, const Moves& b) { return effort(a) < effort(b); });
    }

    static constexpr std::size_t batch_size = 4096;
    static constexpr std::size_t most_sets = 20'000;

    const Crossroads& m_crossroads;
    const engine::Scorecard& m_card;
    const std::size_t m_option;
    const Goal m_goal;
    const SearchLimits& m_limits;
    const Distances m_distances;
    Reach m_reach; ///< of the present size
    std::vector<Blocker> m_blockers;
    std::set<std::size_t> m_moves_models; ///< questions that may change how models stand; for vehicles
    std::vector<Rival> m_rivals;
    std::vector<std::size_t> m_order; ///< of the questions
    std::vector<std::size_t> m_chosen;
    std::vector<int> m_needs;
    std::vector<Moves> m_batch;
    SmallestChange m_result;
};

} // namespace

bool reaches(const engine::Standings& standings, std::size_t option, Goal goal)
{
    if (goal == Goal::Lead)
        return (standings.leading >> option & 1U) != 0;
    return ((standings.ruled_out | standings.waiting) >> option & 1U) == 0;
}

bool reaches_lawfully(const engine::Standings& standings, const engine::Standings& now, std::size_t option, Goal goal)
{
    return standings.unlawful <= now.unlawful && reaches(standings, option, goal);
}

bool can_be_changed(const rulebase::Question& question)
{
    return question.nature != rulebase::Nature::Circumstance;
}

SmallestChange smallest_change(const Crossroads& crossroads, std::size_t option, Goal goal, const SearchLimits& limits)
{
    SmallestChange result;
    result.goal = goal;
    if (reaches(crossroads.base().standings, option, goal))
        return result;
    // The case with everything opened that the group can change: what holds then, nothing can lift.
    const engine::Scorecard& card = crossroads.scorecard();
    casefile::Case open = crossroads.group();
    for (const auto& of_question : crossroads.questions())
        open = without_answer(open, card.rules().questions[of_question.question].id);
    const auto has_moves = [&](const rulebase::Question& question)
    {
        return std::any_of(crossroads.questions().begin(), crossroads.questions().end(),
                           [&](const auto& of_question)
                           { return card.rules().questions[of_question.question].id == question.id; });
    };
    const Settled relaxed = settled(card.program(), card.rules(), open, has_moves);
    const std::vector<Truth> truths = Outlook(card).truths_of(relaxed);
    const Prospect prospect = Outlook(card).of(relaxed);
    const OptionMask reachable = goal == Goal::Lead ? prospect.may_lead : prospect.may_be_open;
    if ((reachable >> option & 1U) == 0)
    {
        result.outcome = SmallestChange::Outcome::Impossible;
        const engine::Replies replies = engine::replies_in(engine::hear(card.rules(), open));
        for (std::size_t r = 0; r < card.rules().rules.size(); ++r)
        {
            const rulebase::Rule& rule = card.rules().rules[r];
            const NodeIndex node = card.program().rule_nodes[r];
            if (!rulebase::in_force_on(rule, card.day()) || truths[node] != Truth::True)
                continue;
            for (const rulebase::Effect& effect : rule.effects)
                if ((effect.kind == rulebase::EffectKind::Exclude || effect.kind == rulebase::EffectKind::NotYet) &&
                    std::find(effect.on.begin(), effect.on.end(), card.option(option)) != effect.on.end())
                {
                    result.obstacles.push_back(
                        {rule.id.value,
                         {},
                         engine::deciding_questions(card.program(), card.rules(), replies, truths, node)});
                    break;
                }
        }
        if ((card.held_back(relaxed.leaves, truths).surely >> option & 1U) != 0)
            result.obstacles.push_back({"readiness", {}, {}});
        if (result.obstacles.empty() && (prospect.may_be_open >> option & 1U) == 0)
            result.obstacles.push_back({"no-vehicle", {}, {}});
        if (result.obstacles.empty() && (prospect.must_lack >> option & 1U) != 0)
            result.obstacles.push_back({"no-carrier", {}, {}});
        if (result.obstacles.empty() && prospect.ahead[option] != 0)
            result.obstacles.push_back({"", card.option(prospect.ahead[option] - 1U), {}});
        return result;
    }
    return Search(crossroads, option, goal, limits).run();
}

} // namespace fedadvise::whatif
