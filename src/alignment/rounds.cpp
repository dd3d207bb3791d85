#include "alignment/rounds.h"

#include "alignment/agreement.h"

#include <algorithm>
#include <set>

namespace fedadvise::alignment
{

casefile::Case as_of_round(const casefile::Case& group, int round)
{
    casefile::Case then = group;
    for (casefile::Practice& practice : then.practices)
    {
        for (casefile::Respondent& respondent : practice.respondents)
        {
            if (respondent.round <= round)
                continue;
            const auto newest = std::find_if(respondent.earlier.rbegin(), respondent.earlier.rend(),
                                             [&](const casefile::EarlierAnswers& e) { return e.round <= round; });
            respondent.answers = newest == respondent.earlier.rend() ? casefile::Answers{} : newest->answers;
        }
        std::erase_if(practice.respondents, [](const casefile::Respondent& r) { return r.answers.empty(); });
    }
    return then;
}

std::vector<RoundConsensus> consensus_by_round(const rulebase::RuleBase& rules, const casefile::Case& group)
{
    std::set<int> rounds;
    for (const casefile::Practice& practice : group.practices)
        for (const casefile::Respondent& respondent : practice.respondents)
        {
            rounds.insert(respondent.round);
            for (const casefile::EarlierAnswers& earlier : respondent.earlier)
                rounds.insert(earlier.round);
        }
    std::vector<RoundConsensus> trend;
    for (const int round : rounds)
    {
        casefile::Case then = as_of_round(group, round);
        then.answers.clear(); // what each practice says itself
        trend.push_back({round, consensus_of(rules, engine::hear(rules, then))});
    }
    return trend;
}

} // namespace fedadvise::alignment
