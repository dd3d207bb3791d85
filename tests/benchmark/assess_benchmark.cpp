// How long a start and a judgement take, with the plain tree walk (the oracle of the tests) side by side as the yardstick.
#include "casefile/case_file.h"
#include "engine/engine.h"
#include "engine/oracle.h"
#include "rulebase/loading.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

using namespace fedadvise;

namespace
{

constexpr foundation::Date today{2026, 11, 22};

struct Example
{
    std::string name;
    casefile::Case group;
};

std::vector<Example> examples(const rulebase::RuleBase& rules)
{
    std::vector<Example> list;
    for (const auto& entry : std::filesystem::directory_iterator(FEDADVISE_EXAMPLES_DIR))
        if (entry.path().extension() == ".fedcase")
            if (const auto loaded = casefile::load_case(entry.path(), rules); loaded.group)
                list.push_back({entry.path().stem().string(), *loaded.group});
    std::sort(list.begin(), list.end(), [](const Example& a, const Example& b) { return a.name < b.name; });
    return list;
}

void load_rules(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(rulebase::load_folder(FEDADVISE_RULES_DIR));
}

void compile_rules(benchmark::State& state, const engine::Engine& engine)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(engine::Engine(engine.shared_rules()));
}

void assess_with_trace(benchmark::State& state, const engine::Engine& engine, const casefile::Case& group)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(engine.assess(group, today));
}

void walk_trees(benchmark::State& state, const engine::Engine& engine, const casefile::Case& group)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(oracle::truths_of_rules(engine.rules(), group, today));
}

void ask_questions(benchmark::State& state, const engine::Engine& engine, const casefile::Case& group)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(engine.asked_questions(group));
}

void walk_asking(benchmark::State& state, const engine::Engine& engine, const casefile::Case& group)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(oracle::truths_of_asking(engine.rules(), group));
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    if (!loaded.rules)
    {
        std::cerr << "benchmarks: the rules do not load\n";
        return 1;
    }
    const engine::Engine engine(loaded.rules);
    const std::vector<Example> cases = examples(*loaded.rules);
    benchmark::RegisterBenchmark("load the rules", load_rules)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("compile the rules", [&](benchmark::State& state) { compile_rules(state, engine); })->Unit(benchmark::kMillisecond);
    for (const Example& example : cases)
    {
        const auto add = [&](const std::string& what, auto function) {
            benchmark::RegisterBenchmark((what + "/" + example.name).c_str(), [&engine, &example, function](benchmark::State& state) { function(state, engine, example.group); })
                ->Unit(benchmark::kMicrosecond);
        };
        add("assess with trace", assess_with_trace);
        add("plain tree walk, truths only", walk_trees);
        add("asked questions", ask_questions);
        add("plain tree walk, asked questions", walk_asking);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
