#include "analysis/prover_days.h"

#include <set>

namespace fedadvise::analysis
{

namespace
{

bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

foundation::Date day_before(foundation::Date day)
{
    static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (day.day > 1)
        return {day.year, day.month, day.day - 1};
    if (day.month == 1)
        return {day.year - 1, 12, 31};
    const int month = day.month - 1;
    return {day.year, month, month == 2 && is_leap(day.year) ? 29 : lengths[month - 1]};
}

} // namespace

std::vector<foundation::Date> days_of_change(const rulebase::RuleBase& rules)
{
    std::set<foundation::Date> changes;
    for (const rulebase::Rule& rule : rules.rules)
        for (const auto& day : {rule.from, rule.until})
            if (day)
                changes.insert(*day);
    if (changes.empty())
        return {rules.as_at};
    std::vector<foundation::Date> days = {day_before(*changes.begin())};
    days.insert(days.end(), changes.begin(), changes.end());
    for (std::size_t i = 0; i < days.size(); ++i)
        if (days[i] <= rules.as_at && (i + 1 == days.size() || rules.as_at < days[i + 1]))
            days[i] = rules.as_at;
    if (rules.as_at < days.front())
        days.front() = rules.as_at;
    return days;
}

} // namespace fedadvise::analysis
