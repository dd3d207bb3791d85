// How long 100,000 samples of strengths take, and the same in a plain loop.
#include "benchmarks.h"
#include "plain_sampling.h"

#include "whatif/firmness.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <random>

namespace fedadvise::bench
{

namespace
{

constexpr std::size_t plain_part = 10; ///< the plain loop draws one sample for so many

/// The plain ranking must be the scorecard's, whatever the scores.
void check_ranking(const engine::Scorecard& card, const engine::Scorecard::Base& base)
{
    std::mt19937_64 random(7);
    const PlainRanking ranking(card);
    for (int i = 0; i < 2'000; ++i)
    {
        engine::Tally tally = base.tally;
        std::vector<int> scores(card.options());
        std::vector<bool> ruled_out(card.options()), waits(card.options());
        for (std::size_t o = 0; o < card.options(); ++o)
        {
            scores[o] = tally.score[o] + static_cast<int>(random() % 13) - 6;
            tally.score[o] = static_cast<std::int16_t>(scores[o]);
            tally.exclusions[o] = i % 2 == 0 ? tally.exclusions[o] : random() % 8 == 0 ? 1 : 0;
            ruled_out[o] = tally.exclusions[o] != 0;
            waits[o] = tally.waits[o] != 0 || (base.held_back.now >> o & 1U) != 0;
        }
        const engine::Standings standings = card.standings_of(tally, base.held_back.now, base.leaves.nation);
        const PlainRanks plain = ranking.of(scores, ruled_out, waits, base.leaves.nation);
        for (std::size_t o = 0; o < card.options(); ++o)
        {
            require_same(standings.rank[o] == plain.rank[o], "the plain ranking differs from the scorecard's");
            require_same((standings.leading >> o & 1U) == (plain.leads[o] ? 1U : 0U),
                         "the plain ranking has other leaders than the scorecard");
            require_same(((standings.ruled_out | standings.waiting) >> o & 1U) == (plain.open[o] ? 0U : 1U),
                         "the plain ranking has other open options than the scorecard");
        }
    }
}

/// The draws differ, so shares agree as far as chance lets them: three times the half width of both, in thousandths.
void check_shares(const whatif::Crossroads& crossroads, const whatif::FirmnessSettings& ours,
                  const PlainSettings& theirs)
{
    const whatif::Firmness firmness = whatif::firmness_of(crossroads, ours);
    const PlainAcceptability plain = sample_plainly(crossroads, theirs);
    const std::size_t plain_readings = theirs.readings / theirs.completions * theirs.completions;
    const long allowed = theirs.completions > 1 ? 60 : 30;
    for (std::size_t o = 0; o < firmness.options.size(); ++o)
    {
        const auto in_thousand = static_cast<long>(firmness.options[o].first * 1000 / firmness.readings);
        const auto plainly = static_cast<long>(plain.first[o] * 1000 / plain_readings);
        require_same(std::labs(in_thousand - plainly) <= allowed,
                     "the plain loop gives other shares than the sampling: " + crossroads.scorecard().option(o).value);
    }
}

} // namespace

void add_samples(const Measured& measured)
{
    for (const MeasuredCase& example : measured.cases)
    {
        const auto crossroads = std::make_shared<const whatif::Crossroads>(
            measured.scorecard, example.group, [](const rulebase::Question&) { return true; });
        check_ranking(measured.scorecard, crossroads->base());
        for (const bool open : {false, true})
        {
            whatif::FirmnessSettings ours;
            ours.vary_answers = open;
            const std::size_t completions = open ? whatif::firmness_of(*crossroads, ours).completions : 1;
            const PlainSettings whole{ours.readings, completions, ours.seed};
            const PlainSettings part{ours.readings / plain_part, std::max<std::size_t>(1, completions / plain_part), 1};
            check_shares(*crossroads, ours, open ? whole : part);
            const std::string what = open ? "samples, open answers too" : "samples, answers as they are";
            benchmark::RegisterBenchmark((what + "/" + example.name).c_str(),
                                         [crossroads, ours](benchmark::State& state)
                                         {
                                             for (auto _ : state)
                                                 benchmark::DoNotOptimize(whatif::firmness_of(*crossroads, ours));
                                         })
                ->Unit(benchmark::kMillisecond)
                ->MinTime(0.1);
            benchmark::RegisterBenchmark((what + ", plain loop/" + example.name).c_str(),
                                         [crossroads, part](benchmark::State& state)
                                         {
                                             for (auto _ : state)
                                                 benchmark::DoNotOptimize(sample_plainly(*crossroads, part));
                                             state.counters["times"] = plain_part;
                                         })
                ->Unit(benchmark::kMillisecond)
                ->MinTime(0.1);
        }
    }
}

} // namespace fedadvise::bench
