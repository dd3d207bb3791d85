#include "side_by_side.h"

#include <algorithm>
#include <cstdio>

namespace fedadvise::bench
{

namespace
{

struct Spread
{
    double lowest = 0, median = 0, highest = 0;
};

Spread spread_of(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return {values.front(), values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2,
            values.back()};
}

struct Yardstick
{
    const char* of;
    const char* to;
    const char* target;
};

constexpr Yardstick yardsticks[] = {
    {"assess, with trace", "tree walk, every contribution recorded", "at least 2"},
    {"single flips, with crossroads", "single flips, tree walk", "at least 15"},
    {"single flips, with crossroads", "single flips, engine one by one", ""},
    {"single flips, with crossroads", "single flips, trees over leaves", ""},
    {"single flips, alone", "single flips, tree walk", "at least 15"},
    {"pair flips", "pair flips, tree walk", "at least 15"},
    {"pair flips", "pair flips, trees over leaves", "at least 15"},
    {"samples, answers as they are", "samples, answers as they are, plain loop", "at least 6"},
    {"samples, open answers too", "samples, open answers too, plain loop", "at least 6"},
    {"batch: scores, bit-parallel bound", "batch: scores", "at most 3"},
    {"batch: scores, bit-parallel bound", "batch: standings", ""},
    {"batch: scores", "batch: trees over leaves", ""},
    {"batch: scores", "batch: tree walk from the answers", ""},
};

} // namespace

void SideBySide::ReportRuns(const std::vector<Run>& runs)
{
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs)
    {
        const std::string name = run.run_name.function_name;
        const std::size_t slash = name.find('/');
        const std::string what = name.substr(0, slash);
        const auto times = run.counters.find("times");
        const double seconds = run.cpu_accumulated_time / static_cast<double>(run.iterations);
        if (!m_milliseconds.contains(what))
            m_order.push_back(what);
        if (const auto limited = run.counters.find("limited"); limited != run.counters.end())
            m_limited[what] += limited->second.value > 0 ? 1U : 0U;
        m_milliseconds[what][slash == std::string::npos ? "" : name.substr(slash + 1)] =
            seconds * 1000 * (times == run.counters.end() ? 1.0 : times->second.value);
    }
}

void SideBySide::print_ratio(const std::string& of, const std::string& to, const std::string& target) const
{
    const auto ours = m_milliseconds.find(of), theirs = m_milliseconds.find(to);
    if (ours == m_milliseconds.end() || theirs == m_milliseconds.end())
        return;
    std::vector<double> ratios;
    for (const auto& [group, milliseconds] : ours->second)
        if (const auto other = theirs->second.find(group); other != theirs->second.end())
            ratios.push_back(other->second / milliseconds);
    if (ratios.empty())
        return;
    const Spread spread = spread_of(ratios);
    std::printf("%-45s over %-36s %9.2f  (%.2f to %.2f)  %s\n", to.c_str(), of.c_str(), spread.median, spread.lowest,
                spread.highest, target.c_str());
}

void SideBySide::Finalize()
{
    std::printf("\nMilliseconds of processor time: median over the cases (lowest to highest)\n");
    for (const std::string& what : m_order)
    {
        std::vector<double> values;
        for (const auto& [group, milliseconds] : m_milliseconds.at(what))
            values.push_back(milliseconds);
        const Spread spread = spread_of(values);
        std::printf("%-45s %10.4f  (%.4f to %.4f)\n", what.c_str(), spread.median, spread.lowest, spread.highest);
        const auto slow = std::count_if(values.begin(), values.end(), [](double value) { return value > 100; });
        if (const auto limited = m_limited.find(what); limited != m_limited.end())
            std::printf("    of %zu searches %td took more than 100 ms, %zu ended at their limit\n", values.size(),
                        slow, limited->second);
    }
    std::printf("\nTimes as long: median over the cases (lowest to highest), target\n");
    for (const Yardstick& yardstick : yardsticks)
        print_ratio(yardstick.of, yardstick.to, yardstick.target);
}

} // namespace fedadvise::bench
