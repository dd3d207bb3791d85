// Prints, after the benchmarks, what took how long over all cases, and how many times as long the yardsticks took.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace fedadvise::bench
{

/// Benchmarks are named "what/case". A counter "times" says that only one part in so many was run, a
/// counter "limited" that a search ended at its limit.
class SideBySide : public benchmark::ConsoleReporter
{
public:
    SideBySide() : ConsoleReporter(OO_None) {}

    void ReportRuns(const std::vector<Run>& runs) override;
    void Finalize() override;

private:
    void print_ratio(const std::string& of, const std::string& to, const std::string& target) const;
    std::map<std::string, std::map<std::string, double>> m_milliseconds; ///< what, case
    std::map<std::string, std::size_t> m_limited;                        ///< how often a search ended at its limit
    std::vector<std::string> m_order;
};

} // namespace fedadvise::bench
