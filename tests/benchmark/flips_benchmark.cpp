// How long it takes to answer every question otherwise, one and two at a time, and to find the smallest change.
#include "benchmarks.h"
#include "tree_walk.h"

#include "whatif/firmness.h"
#include "whatif/smallest_change.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>

namespace fedadvise::bench
{

namespace
{

const whatif::Wanted every_question = [](const rulebase::Question&) { return true; };

/// A case with its flips, and some of them as changed cases for the yardsticks.
struct Flipping
{
    whatif::Crossroads crossroads;
    std::vector<whatif::Moves> singles, pairs;
    std::vector<casefile::Case> some_singles, some_pairs;
    double single_times = 1, pair_times = 1; ///< one part in so many is in `some_…`
    PointsOfRules points;
    LeafTrees trees;

    Flipping(const engine::Scorecard& card, const casefile::Case& group)
        : crossroads(card, group, every_question), points(card), trees(card, today)
    {
        for (const auto& first : answered())
            for (std::size_t m = first.first; m < first.last; ++m)
            {
                singles.push_back({m});
                for (const auto& second : answered())
                    for (std::size_t n = second.first; second.question > first.question && n < second.last; ++n)
                        pairs.push_back({m, n});
            }
        single_times = sample(singles, 40, some_singles);
        pair_times = sample(pairs, 40, some_pairs);
    }

    [[nodiscard]] std::vector<whatif::Crossroads::QuestionMoves> answered() const
    {
        std::vector<whatif::Crossroads::QuestionMoves> list;
        for (const auto& of_question : crossroads.questions())
            if (!crossroads.moves()[of_question.first].was_open)
                list.push_back(of_question);
        return list;
    }

    /// About `most` of the combinations, evenly spread; gives how many times as many there are.
    double sample(const std::vector<whatif::Moves>& all, std::size_t most, std::vector<casefile::Case>& some) const
    {
        const std::size_t step = std::max<std::size_t>(1, all.size() / most);
        for (std::size_t i = 0; i < all.size(); i += step)
            some.push_back(crossroads.after(all[i]));
        return some.empty() ? 1 : static_cast<double>(all.size()) / static_cast<double>(some.size());
    }

    [[nodiscard]] Points by_oracle(const casefile::Case& changed) const
    {
        return points.of(oracle::truths_of_rules(crossroads.scorecard().rules(), changed, today));
    }
    [[nodiscard]] engine::Leaves leaves_of(const casefile::Case& changed) const
    {
        return engine::leaves_of(crossroads.scorecard().program(), crossroads.scorecard().rules(), changed);
    }
};

/// The engine, the tree walk and all flips at once must give the same points to every option.
void check(const Flipping& flipping, const engine::Engine& engine)
{
    const engine::Scorecard& card = flipping.crossroads.scorecard();
    for (const auto* all : {&flipping.singles, &flipping.pairs})
    {
        const auto& some = all == &flipping.singles ? flipping.some_singles : flipping.some_pairs;
        const std::size_t step = some.empty() ? 1 : std::max<std::size_t>(1, all->size() / 40);
        std::vector<whatif::Moves> chosen;
        for (std::size_t i = 0; i < all->size(); i += step)
            chosen.push_back((*all)[i]);
        const auto standings = flipping.crossroads.judge(chosen);
        flipping.crossroads.for_each_tally(
            chosen,
            [&](std::size_t i, engine::Tally& tally, const auto&, engine::OptionMask, std::size_t)
            {
                const Points by_oracle = flipping.by_oracle(some[i]);
                const Points by_leaves =
                    flipping.points.of(flipping.trees.truths_of_rules(flipping.leaves_of(some[i]).truths));
                for (std::size_t o = 0; o < card.options(); ++o)
                    require_same(tally.score[o] == by_oracle[o] && by_oracle[o] == by_leaves[o],
                                 "a flip gives other points than the tree walk");
            });
        for (std::size_t i = 0; i < chosen.size(); i += 4)
            for (const engine::OptionResult& model : engine.assess(some[i], today).models)
            {
                const std::size_t m = *card.index_of(model.option);
                require_same(model.score.now == standings[i].score[m] && model.rank == standings[i].rank[m],
                             "a flip gives another rank than an assessment");
            }
    }
}

using Body = std::function<void()>;

void add(const std::string& what, double times, const Body& body)
{
    benchmark::RegisterBenchmark(what.c_str(),
                                 [body, times](benchmark::State& state)
                                 {
                                     for (auto _ : state)
                                         body();
                                     state.counters["times"] = times;
                                 })
        ->Unit(benchmark::kMillisecond)
        ->MinTime(0.1);
}

void add_yardsticks(const std::string& what, const std::string& name, const std::shared_ptr<const Flipping>& flipping,
                    const std::vector<casefile::Case>& some, double times)
{
    add(what + ", tree walk/" + name, times,
        [flipping, &some]
        {
            for (const casefile::Case& changed : some)
                benchmark::DoNotOptimize(flipping->by_oracle(changed));
        });
    add(what + ", engine one by one/" + name, times,
        [flipping, &some]
        {
            for (const casefile::Case& changed : some)
                benchmark::DoNotOptimize(flipping->crossroads.scorecard().base_of(flipping->leaves_of(changed)));
        });
    const auto leaves = std::make_shared<std::vector<engine::Leaves>>();
    for (const casefile::Case& changed : some)
        leaves->push_back(flipping->leaves_of(changed));
    add(what + ", trees over leaves/" + name, times,
        [flipping, leaves]
        {
            for (const engine::Leaves& changed : *leaves)
                benchmark::DoNotOptimize(flipping->points.of(flipping->trees.truths_of_rules(changed.truths)));
        });
}

constexpr std::size_t most_cases = 300'000;

void find_change(benchmark::State& state, const engine::Scorecard& card, const casefile::Case& group,
                 std::size_t option)
{
    bool limited = false;
    for (auto _ : state)
    {
        const whatif::Crossroads crossroads(card, group, whatif::can_be_changed);
        whatif::SearchLimits limits;
        limits.most_cases = most_cases;
        const auto change = whatif::smallest_change(crossroads, option, whatif::Goal::Lead, limits);
        limited = change.cases_judged >= most_cases;
    }
    state.counters["limited"] = limited ? 1 : 0;
}

} // namespace

void add_flips(const Measured& measured)
{
    for (const MeasuredCase& example : measured.cases)
    {
        const auto flipping = std::make_shared<const Flipping>(measured.scorecard, example.group);
        check(*flipping, measured.engine);
        const std::string& name = example.name;
        add("single flips, with crossroads/" + name, 1,
            [&measured = measured.scorecard, &example]
            {
                const whatif::Crossroads crossroads(measured, example.group, every_question);
                benchmark::DoNotOptimize(whatif::flips_of(crossroads));
            });
        add("single flips, alone/" + name, 1,
            [flipping] { benchmark::DoNotOptimize(whatif::flips_of(flipping->crossroads)); });
        add_yardsticks("single flips", name, flipping, flipping->some_singles, flipping->single_times);
        add("pair flips/" + name, 1,
            [flipping] { benchmark::DoNotOptimize(flipping->crossroads.judge(flipping->pairs)); });
        add_yardsticks("pair flips", name, flipping, flipping->some_pairs, flipping->pair_times);
    }
}

void add_changes(const Measured& measured)
{
    const engine::Scorecard& card = measured.scorecard;
    for (const MeasuredCase& example : measured.cases)
        for (std::size_t option = 0; option < card.options(); ++option)
            benchmark::RegisterBenchmark(("smallest change/" + example.name + "/" + card.option(option).value).c_str(),
                                         [&card, &example, option](benchmark::State& state)
                                         { find_change(state, card, example.group, option); })
                ->Unit(benchmark::kMillisecond)
                ->Iterations(1);
}

} // namespace fedadvise::bench
