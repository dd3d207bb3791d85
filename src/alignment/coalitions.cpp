#include "alignment/coalitions.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>

namespace fedadvise::alignment
{

namespace
{

/// Calls `visit` with every set of `count` out of `size`, in order.
void for_each_choice(std::size_t size, std::size_t count, const std::function<void(const Members&)>& visit)
{
    Members chosen(count);
    for (std::size_t i = 0; i < count; ++i)
        chosen[i] = i;
    while (true)
    {
        visit(chosen);
        std::size_t place = count;
        while (place > 0 && chosen[place - 1] == size - count + place - 1)
            --place;
        if (place == 0)
            return;
        ++chosen[place - 1];
        for (std::size_t i = place; i < count; ++i)
            chosen[i] = chosen[i - 1] + 1;
    }
}

bool is_vetoed(const Fit& fit, std::size_t model)
{
    return std::any_of(fit.vetoes.begin(), fit.vetoes.end(),
                       [&](const Veto& veto) { return veto.model == model && veto.hidden; });
}

bool goes_further(const Fit& fit, const Coalition& coalition)
{
    return !coalition.models.empty() && (coalition.has_wanted || !fit.ground_step || coalition.step > *fit.ground_step);
}

void keep_best(std::vector<Coalition>& found)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const Coalition& a, const Coalition& b)
                     {
                         const auto key = [](const Coalition& c)
                         { return std::tuple(!c.has_wanted, c.deal_breakers.size(), 100 - c.step); };
                         return std::tuple(key(a), a.members) < std::tuple(key(b), b.members);
                     });
}

class Search
{
public:
    Search(const Roundtable& table, const Fit& fit)
        : m_table(table), m_fit(fit), m_unlawful(table.judge(table.everybody()).standings.unlawful)
    {
    }

    [[nodiscard]] Coalition look(const Members& members, bool members_too = true)
    {
        const Judged judged = m_table.judge(members);
        Coalition coalition;
        coalition.members = members;
        coalition.deal_breakers = deal_breakers_in(m_table, judged);
        if (judged.standings.unlawful > m_unlawful)
            return coalition;
        coalition.models =
            models_in(m_table, judged.standings.leading & ~(judged.standings.ruled_out | judged.standings.waiting));
        note_reach(coalition);
        if (!members_too && !goes_further(m_fit, coalition))
            return coalition; // nothing that its members accept among these could go further either
        for (const std::size_t member : members)
            if (m_fit.practices[member].has_spoken && !coalition.models.empty())
            {
                const Judged seen = m_table.judge_as_seen_by(members, member);
                std::erase_if(coalition.models, [&](std::size_t model)
                              { return stance_towards(model, seen.standings, judged.standings) != Stance::Accepts; });
            }
        note_reach(coalition);
        return coalition;
    }

    [[nodiscard]] std::vector<Coalition> further(const std::vector<Members>& candidates)
    {
        std::vector<Coalition> found;
        for (const Members& members : candidates)
            if (Coalition coalition = look(members, false); goes_further(m_fit, coalition))
                found.push_back(std::move(coalition));
        return found;
    }

private:
    void note_reach(Coalition& coalition) const
    {
        coalition.step = 0;
        coalition.has_wanted = false;
        for (const std::size_t model : coalition.models)
        {
            coalition.step = std::max(coalition.step, step_of(m_table, model));
            coalition.has_wanted = coalition.has_wanted || is_vetoed(m_fit, model);
        }
    }

    const Roundtable& m_table;
    const Fit& m_fit;
    std::size_t m_unlawful;
};

/// For large groups: the camps, and everybody without those who stand against what is wanted, or against all that
/// leads.
std::set<Members> likely_sets(const Roundtable& table, const Fit& fit, const std::vector<Members>& camps)
{
    std::set<Members> sets(camps.begin(), camps.end());
    const auto add_without = [&](const Members& away)
    {
        const Members all = table.everybody();
        Members rest;
        std::set_difference(all.begin(), all.end(), away.begin(), away.end(), std::back_inserter(rest));
        sets.insert(rest);
    };
    add_without(fit.misfits);
    for (const Veto& veto : fit.vetoes)
        add_without(veto.by);
    for (const std::size_t model : fit.wanted)
    {
        Members against;
        for (std::size_t p = 0; p < fit.practices.size(); ++p)
            if (fit.practices[p].has_spoken && fit.practices[p].stances[model] != Stance::Accepts)
                against.push_back(p);
        add_without(against);
    }
    return sets;
}

/// Candidates by size, largest first.
std::vector<std::vector<Members>> candidates(std::size_t size, bool all, const std::set<Members>& likely)
{
    std::vector<std::vector<Members>> by_size;
    for (std::size_t count = size - 1; count >= 2; --count)
    {
        std::vector<Members>& sets = by_size.emplace_back();
        if (all || count + 2 >= size)
            for_each_choice(size, count, [&](const Members& members) { sets.push_back(members); });
        else
            std::copy_if(likely.begin(), likely.end(), std::back_inserter(sets),
                         [&](const Members& members) { return members.size() == count; });
    }
    return by_size;
}

} // namespace

std::string looked_at_id(LookedAt looked_at)
{
    return looked_at == LookedAt::All ? "all" : looked_at == LookedAt::Useful ? "useful" : "nothing";
}

std::vector<std::size_t> deal_breakers_in(const Roundtable& table, const Judged& judged)
{
    const engine::Engine& engine = table.engine();
    std::vector<std::size_t> breakers;
    for (std::size_t r = 0; r < engine.rules().rules.size(); ++r)
        if (engine.rules().rules[r].deal_breaker && rulebase::in_force_on(engine.rules().rules[r], table.day()) &&
            judged.truths[engine.program().rule_nodes[r]] == engine::Truth::True)
            breakers.push_back(r);
    return breakers;
}

Coalition coalition_of(const Roundtable& table, const Fit& fit, const Members& members)
{
    return Search(table, fit).look(members);
}

Coalitions coalitions_of(const Roundtable& table, const Fit& fit, const std::vector<Members>& camps)
{
    Coalitions coalitions;
    if (table.size() < 3)
        return coalitions;
    Search search(table, fit);
    const bool all = table.size() <= most_for_all;
    coalitions.looked_at = all ? LookedAt::All : LookedAt::Useful;
    for (const Members& camp : camps)
        if (camp.size() > 1)
            coalitions.camps.push_back(search.look(camp));
    const bool vetoed = std::any_of(fit.vetoes.begin(), fit.vetoes.end(), [](const Veto& v) { return v.hidden; });
    coalitions.worth_showing = vetoed || !fit.steps_short || *fit.steps_short >= 2;
    if (!coalitions.worth_showing)
        return coalitions;
    for (const std::vector<Members>& sets : candidates(table.size(), all, likely_sets(table, fit, camps)))
    {
        if (sets.empty())
            continue;
        coalitions.judged += sets.size();
        coalitions.down_to = sets.front().size();
        coalitions.larger = search.further(sets);
        if (!coalitions.larger.empty())
            break;
    }
    keep_best(coalitions.larger);
    if (coalitions.larger.size() > most_coalitions_named)
    {
        coalitions.more = coalitions.larger.size() - most_coalitions_named;
        coalitions.larger.resize(most_coalitions_named);
    }
    return coalitions;
}

} // namespace fedadvise::alignment
