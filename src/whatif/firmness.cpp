#include "whatif/firmness.h"

#include "analysis/random_profile.h"

#include <algorithm>
#include <array>
#include <bit>

namespace fedadvise::whatif
{

using engine::OptionMask;
using engine::Standings;
using engine::Tally;
using engine::Truth;

namespace
{

OptionMask closed(const Standings& standings)
{
    return standings.ruled_out | standings.waiting;
}

/// Whole numbers for the strengths: xoshiro256++ by Blackman and Vigna, seeded through Dice. Many are needed at once.
class FastRandom
{
public:
    explicit FastRandom(std::uint64_t seed)
    {
        analysis::Dice dice(seed, 0x57A7);
        for (std::uint64_t& word : m_state)
            word = dice.below(~std::uint64_t{0});
    }
    std::uint64_t next()
    {
        const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t shifted = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

private:
    std::array<std::uint64_t, 4> m_state{};
};

/// Samples that are worked out side by side.
constexpr std::size_t samples_in_block = 64;

/// Scores of one completion under other strengths, an array of samples for each option.
class Scores
{
public:
    explicit Scores(std::size_t options) : m_scores(options * samples_in_block) {}

    void start() { std::fill(m_scores.begin(), m_scores.end(), std::int16_t{0}); }
    /// A strength becomes one of the whole numbers within one of it, none of the other sign or 0, none beyond 3; each
    /// equally likely.
    void add(const engine::Pull& pull, FastRandom& random)
    {
        const int size = pull.strength < 0 ? -pull.strength : pull.strength;
        const int lowest = std::max(1, size - 1), highest = std::min(std::max(3, size), size + 1);
        const int sign = pull.strength < 0 ? -1 : 1;
        std::array<std::uint8_t, samples_in_block> drawn;
        for (std::size_t word = 0; word < samples_in_block / 8; ++word)
        {
            const std::uint64_t bits = random.next();
            for (std::size_t i = 0; i < 8; ++i)
                drawn[word * 8 + i] = static_cast<std::uint8_t>(bits >> i * 8);
        }
        std::int16_t* scores = &m_scores[pull.option * samples_in_block];
        const auto count = static_cast<std::uint16_t>(highest - lowest + 1);
        for (std::size_t s = 0; s < samples_in_block; ++s)
        {
            const auto step = static_cast<std::int16_t>(static_cast<std::uint16_t>(drawn[s] * count) >> 8);
            scores[s] = static_cast<std::int16_t>(scores[s] + sign * (lowest + step));
        }
    }
    /// Score of option o at index o * samples_in_block.
    [[nodiscard]] const std::int16_t* of_sample(std::size_t sample) const { return &m_scores[sample]; }

private:
    std::vector<std::int16_t> m_scores;
};

/// Ways to answer the open questions: all of them when they are few, otherwise as many as asked for, drawn at random.
struct Completions
{
    std::vector<Moves> moves;
    bool all = false;
};

Completions completions_of(const Crossroads& crossroads, const FirmnessSettings& settings)
{
    std::vector<Crossroads::QuestionMoves> open;
    const auto& card = crossroads.scorecard();
    for (const auto& of_question : crossroads.questions())
    {
        const auto& asked = card.program().ask_nodes[of_question.question];
        const bool is_asked = !asked || crossroads.base().leaves.truths[*asked] != Truth::False;
        if (crossroads.moves()[of_question.first].was_open && is_asked && settings.vary_answers)
            open.push_back(of_question);
    }
    std::size_t count = 1;
    for (const auto& of_question : open)
        count = count > settings.completions ? count : count * (of_question.last - of_question.first);
    Completions completions;
    completions.all = count <= settings.completions;
    if (!completions.all)
    {
        analysis::Dice dice(settings.seed, 0xA25);
        for (std::size_t i = 0; i < settings.completions; ++i)
        {
            Moves moves;
            for (const auto& of_question : open)
                moves.push_back(of_question.first + dice.below(of_question.last - of_question.first));
            completions.moves.push_back(std::move(moves));
        }
        return completions;
    }
    completions.moves.emplace_back();
    for (const auto& of_question : open)
    {
        std::vector<Moves> longer;
        for (const Moves& moves : completions.moves)
            for (std::size_t m = of_question.first; m < of_question.last; ++m)
            {
                longer.push_back(moves);
                longer.back().push_back(m);
            }
        completions.moves = std::move(longer);
    }
    return completions;
}

void count(const Standings& standings, std::size_t options, Firmness& firmness)
{
    const OptionMask shut = closed(standings);
    for (std::size_t o = 0; o < options; ++o)
    {
        if ((shut >> o & 1U) != 0)
            continue;
        Acceptability& acceptability = firmness.options[o];
        ++acceptability.open;
        ++acceptability.ranks[standings.rank[o] - 1U];
        acceptability.first += (standings.leading >> o & 1U) != 0 ? 1U : 0U;
    }
    ++firmness.readings;
}

/// Counts the readings of one completion. Only scores differ between them: who is open does not, nor who carries whom.
class Counter
{
public:
    Counter(const engine::Scorecard& card, const Standings& any, std::size_t nation)
        : m_card(card), m_nation(nation), m_tie(card.rules().settings.tie_points)
    {
        const OptionMask shut = closed(any);
        for (std::size_t o = 0; o < card.options(); ++o)
            if ((shut >> o & 1U) == 0)
                (o < card.models() ? m_models : m_vehicles).push_back(static_cast<std::uint8_t>(o));
    }

    void count(const std::int16_t* scores, std::size_t stride, Firmness& firmness)
    {
        for (std::size_t i = 0; i < m_models.size(); ++i)
            m_keys[i] = key(0, scores[m_models[i] * stride], i);
        sort(m_models.size());
        OptionMask carried = 0;
        int carried_rank = 0;
        for_each_rank(m_models, firmness,
                      [&](std::size_t m, int rank)
                      {
                          if (m_card.carriers(m_nation, m) == 0 || (carried_rank != 0 && rank != carried_rank))
                              return;
                          carried_rank = rank;
                          carried |= OptionMask{1} << m;
                      });
        if (carried != m_carried)
            look_up_fits(carried);
        for (std::size_t i = 0; i < m_vehicles.size(); ++i)
            m_keys[i] = key(m_lacking[i], scores[m_vehicles[i] * stride] + m_points[i], i);
        sort(m_vehicles.size());
        for_each_rank(m_vehicles, firmness, [](std::size_t, int) {});
        ++firmness.readings;
    }

private:
    static std::int32_t key(int rank_class, int score, std::size_t place)
    {
        return (rank_class << 28) + ((0x7FFF - score) << 8) + static_cast<std::int32_t>(place);
    }
    void sort(std::size_t count)
    {
        for (std::size_t i = 1; i < count; ++i)
        {
            const std::int32_t value = m_keys[i];
            std::size_t j = i;
            for (; j > 0 && m_keys[j - 1] > value; --j)
                m_keys[j] = m_keys[j - 1];
            m_keys[j] = value;
        }
    }
    template <typename Visit>
    void for_each_rank(const std::vector<std::uint8_t>& options, Firmness& firmness, const Visit& visit)
    {
        std::int32_t first = 0;
        std::size_t rank = 0;
        for (std::size_t i = 0; i < options.size(); ++i)
        {
            const std::int32_t whole = m_keys[i] >> 8;
            if (i == 0 || whole - first > m_tie)
            {
                first = whole;
                rank = i;
            }
            const std::uint8_t o = options[static_cast<std::size_t>(m_keys[i] & 0xFF)];
            Acceptability& acceptability = firmness.options[o];
            ++acceptability.open;
            ++acceptability.ranks[rank];
            acceptability.first += rank == 0 && (m_keys[i] >> 28) == 0 ? 1U : 0U;
            visit(o, static_cast<int>(rank) + 1);
        }
    }
    void look_up_fits(OptionMask carried)
    {
        m_carried = carried;
        for (std::size_t i = 0; i < m_vehicles.size(); ++i)
        {
            const std::size_t v = m_vehicles[i] - m_card.models();
            m_points[i] = 0;
            m_lacking[i] = 0;
            auto best = rulebase::Fit::Impossible;
            for (std::size_t m = 0; m < m_card.models(); ++m)
                if ((carried >> m & 1U) != 0)
                {
                    const auto fit = m_card.program().fits[m_nation][m][v];
                    if (fit >= best)
                    {
                        best = fit;
                        m_points[i] = m_card.fit_points(m_nation, m, v);
                    }
                }
            m_lacking[i] = carried != 0 && best == rulebase::Fit::Impossible ? 1 : 0;
        }
    }

    const engine::Scorecard& m_card;
    std::size_t m_nation;
    int m_tie;
    std::vector<std::uint8_t> m_models, m_vehicles;
    OptionMask m_carried = 0;
    std::array<int, engine::most_options> m_points{}, m_lacking{};
    std::array<std::int32_t, engine::most_options> m_keys{};
};

/// The largest whole number whose square is not above `value`.
std::uint64_t whole_root(std::uint64_t value)
{
    std::uint64_t root = 0;
    for (std::uint64_t digit = std::uint64_t{1} << 31; digit != 0; digit >>= 1)
        if ((root | digit) * (root | digit) <= value)
            root |= digit;
    return root;
}

} // namespace

Flips flips_of(const Crossroads& crossroads)
{
    Flips flips;
    std::vector<Moves> combinations;
    std::vector<std::size_t> tried;
    for (const auto& of_question : crossroads.questions())
    {
        if (crossroads.moves()[of_question.first].was_open)
            continue;
        ++flips.questions;
        for (std::size_t m = of_question.first; m < of_question.last; ++m)
            combinations.push_back({m});
    }
    const Standings& now = crossroads.base().standings;
    const auto standings = crossroads.judge(combinations);
    for (std::size_t i = 0; i < standings.size(); ++i)
    {
        Flip flip;
        flip.move = combinations[i].front();
        flip.leading = standings[i].leading;
        flip.gains = standings[i].leading & ~now.leading;
        flip.loses = now.leading & ~standings[i].leading;
        flip.barred = closed(standings[i]) & ~closed(now);
        flip.opened = closed(now) & ~closed(standings[i]);
        flip.unlawful = standings[i].unlawful > now.unlawful;
        flips.all.push_back(flip);
        if ((flip.gains == 0 && flip.loses == 0) || flip.unlawful)
            continue;
        const std::size_t question = crossroads.moves()[flip.move].question;
        if (flips.pivotal.empty() || flips.pivotal.back().question != question)
            flips.pivotal.push_back({question, {}});
        flips.pivotal.back().flips.push_back(flip);
    }
    flips.answers = flips.all.size();
    std::stable_sort(flips.pivotal.begin(), flips.pivotal.end(),
                     [](const Pivotal& a, const Pivotal& b) { return a.flips.size() > b.flips.size(); });
    return flips;
}

std::size_t Firmness::half_width(std::size_t first) const
{
    // 1.96 standard errors of a share, p(1-p)/n, in thousandths; n is the number of independent draws.
    if (readings == 0 || (exact && readings == completions))
        return 0;
    const std::size_t draws = exact ? readings : completions;
    const std::uint64_t share = first * 10'000 / readings;           // in ten-thousandths
    const std::uint64_t variance = share * (10'000 - share) / draws; // of 10^-8
    return whole_root(variance * 38'416 / 10'000) / 10;              // 1.96^2 = 3.8416
}

Firmness firmness_of(const Crossroads& crossroads, const FirmnessSettings& settings)
{
    const engine::Scorecard& card = crossroads.scorecard();
    const std::size_t options = card.options();
    Firmness firmness;
    for (std::size_t o = 0; o < options; ++o)
        firmness.options.push_back(
            {o, 0, 0, std::vector<std::size_t>(o < card.models() ? card.models() : options - card.models(), 0)});
    const Completions completions = completions_of(crossroads, settings);
    firmness.completions = completions.moves.size();
    firmness.exact = completions.all;
    if (!settings.vary_strengths)
    {
        for (const Standings& standings : crossroads.judge(completions.moves))
            count(standings, options, firmness);
        return firmness;
    }
    const std::size_t blocks =
        std::max<std::size_t>(1, settings.readings / samples_in_block / completions.moves.size());
    FastRandom random(settings.seed);
    Scores scores(options);
    crossroads.for_each_tally(
        completions.moves,
        [&](std::size_t, Tally& tally, const std::vector<engine::Pull>& pulls, OptionMask held_back, std::size_t nation)
        {
            Counter counter(card, card.standings_of(tally, held_back, nation), nation);
            for (std::size_t block = 0; block < blocks; ++block)
            {
                if (settings.stop != nullptr && *settings.stop)
                    return;
                scores.start();
                for (const engine::Pull& pull : pulls)
                    scores.add(pull, random);
                for (std::size_t sample = 0; sample < samples_in_block; ++sample)
                    counter.count(scores.of_sample(sample), samples_in_block, firmness);
            }
        });
    return firmness;
}

} // namespace fedadvise::whatif
