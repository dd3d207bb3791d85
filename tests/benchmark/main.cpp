// All benchmarks in one run; the yardsticks stand beside what they measure. See ARCHITECTURE.md, "Speed".
#include "benchmarks.h"
#include "side_by_side.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <string>

using namespace fedadvise;

namespace
{

struct Part
{
    const char* name;
    void (*add)(const bench::Measured&);
};

constexpr Part all_parts[] = {{"assess", bench::add_assessments},
                              {"flips", bench::add_flips},
                              {"change", bench::add_changes},
                              {"samples", bench::add_samples},
                              {"batch", bench::add_batch}};

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    const std::set<std::string> wanted(argv + 1, argv + argc);
    for (const std::string& name : wanted)
        if (std::none_of(std::begin(all_parts), std::end(all_parts), [&](const Part& p) { return name == p.name; }))
        {
            std::cerr << "Usage: benchmarks [--benchmark_…] [assess] [flips] [change] [samples] [batch]\n";
            return 2;
        }
    const engine::Engine engine = bench::shipped_engine();
    const engine::Scorecard scorecard(engine.program(), engine.rules(), bench::today);
    const std::vector<bench::MeasuredCase> cases = bench::measured_cases(engine);
    const bench::Measured measured{engine, scorecard, cases};
    for (const Part& part : all_parts)
        if (wanted.empty() || wanted.contains(part.name))
            part.add(measured);
    bench::SideBySide reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
