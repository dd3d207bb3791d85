// How long the scores of 10,000 random cases take, beside trees walked for each and beside the bit-parallel bound.
#include "benchmarks.h"
#include "bit_bound.h"
#include "tree_walk.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace fedadvise::bench
{

namespace
{

constexpr std::size_t batch_size = 10'000;
constexpr std::size_t walked = 100; ///< cases that are walked from their answers

struct Batch
{
    const engine::Scorecard& card;
    std::vector<casefile::Case> groups; ///< the first `walked` of them
    std::vector<engine::Leaves> leaves;
    std::vector<engine::Block> blocks;
    PointsOfRules points;
    LeafTrees trees;
    BitBound bound;

    explicit Batch(const Measured& measured) : card(measured.scorecard), points(card), trees(card, today), bound(card)
    {
        groups = random_groups(measured.engine, batch_size, 20261125);
        for (const casefile::Case& group : groups)
            leaves.push_back(engine::leaves_of(card.program(), card.rules(), group));
        groups.resize(walked);
        for (std::size_t from = 0; from < leaves.size(); from += engine::lanes_in_block)
        {
            engine::Block block = card.block_of(leaves.front());
            for (std::size_t lane = 0; lane < lanes_from(from); ++lane)
                fill(block, lane, leaves[from + lane]);
            blocks.push_back(std::move(block));
        }
    }

    [[nodiscard]] std::size_t lanes_from(std::size_t from) const
    {
        return std::min(engine::lanes_in_block, leaves.size() - from);
    }

    static void fill(engine::Block& block, std::size_t lane, const engine::Leaves& leaves)
    {
        for (std::size_t n = 0; n < leaves.truths.size(); ++n)
            block.nodes[n].set(lane, leaves.truths[n]);
        const std::uint64_t bit = std::uint64_t{1} << lane % 64;
        for (std::size_t e = 0; e < leaves.mean_is_met.size(); ++e)
        {
            std::uint64_t& word = block.mean_is_met[e][lane / 64];
            word = leaves.mean_is_met[e] != 0 ? word | bit : word & ~bit;
        }
        block.nation[lane] = leaves.nation;
        block.current_step[lane] = leaves.current_step;
    }

    /// Calls `judge` with each block and its number of lanes.
    template <typename Judge>
    void for_each_block(const Judge& judge)
    {
        for (std::size_t b = 0; b < blocks.size(); ++b)
            judge(blocks[b], lanes_from(b * engine::lanes_in_block), b * engine::lanes_in_block);
    }
};

void check(Batch& batch, const engine::Engine& engine)
{
    batch.for_each_block(
        [&](engine::Block& block, std::size_t lanes, std::size_t from)
        {
            const auto sums = std::make_unique<engine::BlockSums>();
            batch.card.add_up(block, *sums);
            BitBound::Sums bits;
            batch.bound.add_up(block.nodes, bits);
            for (std::size_t lane = 0; lane < lanes; ++lane)
            {
                const Points by_trees = batch.points.of(batch.trees.truths_of_rules(batch.leaves[from + lane].truths));
                for (std::size_t o = 0; o < batch.card.options(); ++o)
                    require_same(sums->score[o][lane] == by_trees[o] && bits.score(o, lane) == by_trees[o],
                                 "the batch gives other scores than the trees or the bound");
            }
            if (from != 0)
                return;
            std::vector<engine::Standings> standings(lanes);
            batch.card.judge(block, standings);
            for (std::size_t lane = 0; lane < walked; ++lane)
            {
                const auto truths = oracle::truths_of_rules(engine.rules(), batch.groups[lane], today);
                const Points by_oracle = batch.points.of(truths);
                for (std::size_t o = 0; o < batch.card.options(); ++o)
                    require_same(sums->score[o][lane] == by_oracle[o], "the batch gives other scores than the walk");
                for (const engine::OptionResult& model : engine.assess(batch.groups[lane], today).models)
                    require_same(standings[lane].rank[*batch.card.index_of(model.option)] == model.rank,
                                 "the batch gives other ranks than an assessment");
            }
        });
}

void add(const char* what, double times, const std::function<void()>& body)
{
    benchmark::RegisterBenchmark(what,
                                 [body, times](benchmark::State& state)
                                 {
                                     for (auto _ : state)
                                         body();
                                     state.counters["times"] = times;
                                 })
        ->Unit(benchmark::kMillisecond)
        ->MinTime(0.5);
}

} // namespace

void add_batch(const Measured& measured)
{
    const auto batch = std::make_shared<Batch>(measured);
    check(*batch, measured.engine);
    add("batch: scores", 1,
        [batch, sums = std::make_shared<engine::BlockSums>()]
        {
            batch->for_each_block([&](engine::Block& block, std::size_t, std::size_t)
                                  { batch->card.add_up(block, *sums); });
            benchmark::DoNotOptimize(sums);
        });
    add("batch: standings", 1,
        [batch, standings = std::vector<engine::Standings>(engine::lanes_in_block)]() mutable
        {
            batch->for_each_block([&](engine::Block& block, std::size_t lanes, std::size_t)
                                  { batch->card.judge(block, std::span(standings).subspan(0, lanes)); });
            benchmark::DoNotOptimize(standings);
        });
    add("batch: scores, bit-parallel bound", 1,
        [batch, sums = BitBound::Sums()]() mutable
        {
            batch->for_each_block([&](engine::Block& block, std::size_t, std::size_t)
                                  { batch->bound.add_up(block.nodes, sums); });
            benchmark::DoNotOptimize(sums);
        });
    add("batch: trees over leaves", 1,
        [batch]
        {
            for (const engine::Leaves& leaves : batch->leaves)
                benchmark::DoNotOptimize(batch->points.of(batch->trees.truths_of_rules(leaves.truths)));
        });
    add("batch: tree walk from the answers", static_cast<double>(batch_size) / walked,
        [batch]
        {
            for (const casefile::Case& group : batch->groups)
                benchmark::DoNotOptimize(batch->points.of(oracle::truths_of_rules(batch->card.rules(), group, today)));
        });
}

} // namespace fedadvise::bench
