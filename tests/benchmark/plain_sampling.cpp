#include "plain_sampling.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <random>

namespace fedadvise::bench
{

namespace
{

enum Class : int
{
    open_class,
    lacking_class,
    waiting_class,
    ruled_out_class
};

struct HeldPull
{
    std::size_t option = 0;
    int strength = 0;
};

int drawn_strength(int strength, std::mt19937_64& random)
{
    const int size = std::abs(strength);
    const int lowest = std::max(1, size - 1), highest = std::min(std::max(3, size), size + 1);
    const int drawn = lowest + static_cast<int>(random() % static_cast<std::uint64_t>(highest - lowest + 1));
    return strength < 0 ? -drawn : drawn;
}

} // namespace

void PlainRanking::rank(std::size_t begin, std::size_t end, const std::vector<int>& scores,
                        const std::vector<int>& classes, PlainRanks& ranks) const
{
    std::vector<std::size_t> order(end - begin);
    std::iota(order.begin(), order.end(), begin);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b)
              {
                  if (classes[a] != classes[b])
                      return classes[a] < classes[b];
                  if (scores[a] != scores[b])
                      return scores[a] > scores[b];
                  return m_scorecard.option(a) < m_scorecard.option(b);
              });
    for (std::size_t i = 0, first = 0; i < order.size(); ++i)
    {
        if (classes[order[i]] != classes[order[first]] ||
            scores[order[first]] - scores[order[i]] > m_scorecard.rules().settings.tie_points)
            first = i;
        ranks.rank[order[i]] = static_cast<int>(first) + 1;
    }
}

PlainRanks PlainRanking::of(std::vector<int> scores, const std::vector<bool>& ruled_out, std::vector<bool> waits,
                            std::size_t nation) const
{
    const std::size_t models = m_scorecard.models(), options = m_scorecard.options();
    const auto& fits = m_scorecard.program().fits[nation];
    const auto carries = [&](std::size_t m, std::size_t v) { return fits[m][v] != rulebase::Fit::Impossible; };
    const std::vector<bool> vehicle_waits = waits;
    for (std::size_t m = 0; m < models; ++m)
    {
        std::size_t left = 0;
        for (std::size_t v = 0; v < options - models; ++v)
            left += carries(m, v) && !ruled_out[models + v] && !vehicle_waits[models + v] ? 1U : 0U;
        if (m_scorecard.needs_vehicle(m) && left < engine::fewest_vehicles)
            waits[m] = true;
    }
    std::vector<int> classes(options, open_class);
    for (std::size_t o = 0; o < options; ++o)
        classes[o] = ruled_out[o] ? ruled_out_class : waits[o] ? waiting_class : open_class;
    PlainRanks ranks{std::vector<int>(options), std::vector<bool>(options), std::vector<bool>(options)};
    rank(0, models, scores, classes, ranks);

    // The models whose vehicles are asked for: the first open rank in which some model uses a vehicle at all
    std::vector<std::size_t> carried;
    int carried_rank = 0;
    for (std::size_t m = 0; m < models; ++m)
    {
        bool uses_vehicle = false;
        for (std::size_t v = 0; v < options - models; ++v)
            uses_vehicle = uses_vehicle || carries(m, v);
        if (classes[m] == open_class && uses_vehicle && (carried_rank == 0 || ranks.rank[m] < carried_rank))
            carried_rank = ranks.rank[m];
    }
    for (std::size_t m = 0; m < models && carried_rank != 0; ++m)
    {
        bool uses_vehicle = false;
        for (std::size_t v = 0; v < options - models; ++v)
            uses_vehicle = uses_vehicle || carries(m, v);
        if (classes[m] == open_class && uses_vehicle && ranks.rank[m] == carried_rank)
            carried.push_back(m);
    }
    for (std::size_t v = 0; v < options - models && !carried.empty(); ++v)
    {
        std::size_t by = carried.front();
        for (const std::size_t m : carried)
            if (fits[m][v] > fits[by][v])
                by = m;
        scores[models + v] += m_scorecard.fit_points(nation, by, v);
        if (fits[by][v] == rulebase::Fit::Impossible && classes[models + v] == open_class)
            classes[models + v] = lacking_class;
    }
    rank(models, options, scores, classes, ranks);
    for (std::size_t o = 0; o < options; ++o)
    {
        ranks.open[o] = !ruled_out[o] && !waits[o];
        ranks.leads[o] = classes[o] == open_class && ranks.rank[o] == 1;
    }
    return ranks;
}

PlainAcceptability sample_plainly(const whatif::Crossroads& crossroads, const PlainSettings& settings)
{
    const engine::Scorecard& card = crossroads.scorecard();
    const PlainRanking ranking(card);
    std::mt19937_64 random(settings.seed);
    PlainAcceptability result{std::vector<std::size_t>(card.options()), std::vector<std::size_t>(card.options()), {}};
    result.ranks.assign(card.options(), std::vector<std::size_t>(card.options()));
    for (std::size_t completion = 0; completion < settings.completions; ++completion)
    {
        whatif::Moves moves;
        for (const auto& of_question : crossroads.questions())
        {
            const auto& asked = card.program().ask_nodes[of_question.question];
            const bool is_asked = !asked || crossroads.base().leaves.truths[*asked] != engine::Truth::False;
            if (settings.completions > 1 && is_asked && crossroads.moves()[of_question.first].was_open)
                moves.push_back(of_question.first + random() % (of_question.last - of_question.first));
        }
        const engine::Leaves leaves = engine::leaves_of(card.program(), card.rules(), crossroads.after(moves));
        const engine::Scorecard::Base base = card.base_of(leaves);
        std::vector<HeldPull> pulls;
        for (const engine::Consequence& consequence : card.consequences())
            if (base.leaves.truths[consequence.node] == engine::Truth::True)
                for (const engine::Pull& pull : consequence.pulls)
                    pulls.push_back({pull.option, pull.strength});
        std::vector<bool> ruled_out(card.options()), waits(card.options());
        for (std::size_t o = 0; o < card.options(); ++o)
        {
            ruled_out[o] = base.tally.exclusions[o] != 0;
            waits[o] = base.tally.waits[o] != 0 || (base.held_back.now >> o & 1U) != 0;
        }
        for (std::size_t sample = 0; sample < settings.readings / settings.completions; ++sample)
        {
            std::vector<int> scores(card.options());
            for (const HeldPull& pull : pulls)
                scores[pull.option] += drawn_strength(pull.strength, random);
            const PlainRanks ranks = ranking.of(std::move(scores), ruled_out, waits, leaves.nation);
            for (std::size_t o = 0; o < card.options(); ++o)
            {
                result.first[o] += ranks.leads[o] ? 1U : 0U;
                result.open[o] += ranks.open[o] ? 1U : 0U;
                result.ranks[o][static_cast<std::size_t>(ranks.rank[o] - 1)] += ranks.open[o] ? 1U : 0U;
            }
        }
    }
    return result;
}

} // namespace fedadvise::bench
