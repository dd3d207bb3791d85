#include "alignment/groups.h"

#include <utility>

namespace fedadvise::test
{

casefile::Case group_of(const std::vector<Said>& practices)
{
    std::vector<Said> said;
    for (const Said& practice : practices)
        said.push_back(with(all_statements("5"), practice));
    const Said circumstances = {{"jurisdiction", "england"}, {"contiguous", "yes"}, {"culture-gap", "low"}, {"past-collaboration", "good"},
                                {"commissioner", "supportive"}, {"lmc", "engaged"}, {"staying-partners", "yes"}, {"deal.purpose", "done"},
                                {"deal.numbers", "done"}, {"deal.liability", "done"}, {"deal.employer", "done"}, {"deal.consents", "done"},
                                {"deal.premises", "done"}, {"deal.data", "done"}, {"deal.management", "done"}, {"deal.decisions", "done"},
                                {"deal.exit", "done"}, {"cost-model", "done"}, {"management-budget", "full"}, {"incentive", "identified"}};
    casefile::Case group = case_of(shipped().rules(), circumstances, said);
    for (std::size_t p = 0; p < group.practices.size(); ++p)
        group.practices[p].name = std::string(1, static_cast<char>('A' + p % 26));
    return group;
}

Said merging()
{
    return {{"motive.workforce", "3"}, {"motive.workload-relief", "2"}, {"motive.keep-independence", "1"}, {"motive.succession", "2"},
            {"autonomy", "merge"}, {"unlimited-liability", "willing"}, {"purpose.core-resilience", "3"}, {"purpose.back-office", "2"},
            {"profit-aim", "partly"}, {"voting", "equal"}, {"list-size", "8000"}, {"partner-count", "4"}};
}

Said keeping()
{
    return with(merging(), {{"motive.keep-independence", "3"}, {"autonomy", "full"}, {"unlimited-liability", "unwilling"},
                            {"purpose.core-resilience", "0"}, {"motive.succession", "0"}});
}

Said winning()
{
    return {{"motive.extend-services", "3"}, {"motive.win-contracts", "3"}, {"motive.keep-independence", "2"}, {"purpose.bid-contracts", "3"},
            {"purpose.community-services", "3"}, {"purpose.training", "1"}, {"autonomy", "partial"}, {"list-size", "9000"}};
}

Said learning()
{
    return with(winning(), {{"motive.extend-services", "0"}, {"motive.win-contracts", "0"}, {"purpose.bid-contracts", "0"},
                            {"purpose.community-services", "0"}, {"purpose.training", "3"}, {"motive.keep-independence", "3"}, {"autonomy", "full"}});
}

Said a_little_different(Said said, Random& random)
{
    for (auto& [question, answer] : said)
        if ((question.starts_with("motive.") || question.starts_with("purpose.")) && random.chance(30))
            answer = answer == "3" ? "2" : answer == "0" ? "1" : random.chance(50) ? std::string(1, static_cast<char>(answer[0] + 1)) : answer;
    return said;
}

casefile::Case shuffled(casefile::Case group, Random& random)
{
    for (std::size_t i = group.practices.size(); i > 1; --i)
        std::swap(group.practices[i - 1], group.practices[random.below(i)]);
    return group;
}

} // namespace fedadvise::test
