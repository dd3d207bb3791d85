#include "alignment/alignment.h"

#include <algorithm>
#include <iterator>

namespace fedadvise::alignment
{

Alignment align(const Roundtable& table)
{
    Alignment alignment;
    if (table.size() == 0)
        return alignment;
    alignment.agreement = agreement_of(table);
    alignment.fit = fit_of(table);
    const Fit& fit = alignment.fit;
    alignment.advised = fit.after_votes;
    std::vector<std::size_t> accepted;
    std::copy_if(fit.after_votes.begin(), fit.after_votes.end(), std::back_inserter(accepted),
                 [&](std::size_t m) { return std::find(fit.common.begin(), fit.common.end(), m) != fit.common.end(); });
    if (!accepted.empty())
        alignment.advised = accepted; // of several that come first, those that all could accept
    else if (fit.steps_short == 1)
    {
        alignment.advised = fit.ground;
        alignment.advised_is_ground = true;
    }
    alignment.deal_breakers = deal_breakers_in(table, table.judge(table.everybody()));
    std::vector<Members> camps;
    if (alignment.agreement.pattern == Pattern::TwoCamps)
        camps = alignment.agreement.camps;
    else if (table.size() > most_for_all)
        camps = best_split(Distances(table.engine().rules(), table.own_words())).value_or(std::vector<Members>{});
    std::erase_if(camps, [&](const Members& camp) { return camp.size() < 2 || camp.size() == table.size(); });
    alignment.coalitions = coalitions_of(table, fit, camps);
    if (alignment.agreement.pattern != Pattern::TwoCamps)
        alignment.coalitions.camps.clear();
    alignment.minority = least_served(table, fit, alignment.advised);
    alignment.trend = consensus_by_round(table.engine().rules(), table.group());
    return alignment;
}

} // namespace fedadvise::alignment
