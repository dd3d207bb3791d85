#include "whatif/prospect.h"

#include "engine/lanes.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace fedadvise::whatif
{

using engine::OptionMask;
using engine::Truth;
using rulebase::Aggregate;

namespace
{

constexpr OptionMask bit(std::size_t option)
{
    return OptionMask{1} << option;
}

bool has(OptionMask mask, std::size_t option)
{
    return (mask >> option & 1U) != 0;
}

/// Lowest points that one option keeps over another, however the open conditions turn out.
class Margins
{
public:
    explicit Margins(std::size_t options) : m_options(options), m_together(options * options, 0) {}

    void add(const engine::Consequence& consequence, Truth truth)
    {
        if (truth == Truth::False)
            return;
        for (const engine::Pull& pull : consequence.pulls)
        {
            m_low[pull.option] += truth == Truth::True ? pull.strength : std::min<int>(0, pull.strength);
            m_high[pull.option] += truth == Truth::True ? pull.strength : std::max<int>(0, pull.strength);
        }
        if (truth == Truth::Unknown)
            correct(consequence.pulls);
    }
    void widen(std::size_t option, int least, int most)
    {
        m_low[option] += least;
        m_high[option] += most;
    }
    /// Points of `a` minus those of `b`, at least.
    [[nodiscard]] int least(std::size_t a, std::size_t b) const
    {
        return m_low[a] - m_high[b] + m_together[a * m_options + b];
    }
    [[nodiscard]] int most(std::size_t a, std::size_t b) const { return -least(b, a); }
    [[nodiscard]] int low(std::size_t option) const { return m_low[option]; }
    [[nodiscard]] int width(std::size_t option) const { return m_high[option] - m_low[option]; }

private:
    /// A rule that is open pulls all its options at once, or none: what was assumed too badly for each pair is given
    /// back.
    void correct(const std::vector<engine::Pull>& pulls)
    {
        for (std::size_t i = 0; i < pulls.size(); ++i)
            for (std::size_t j = 0; j < pulls.size(); ++j)
            {
                if (i == j || pulls[i].option == pulls[j].option)
                    continue;
                const int a = pulls[i].strength, b = pulls[j].strength;
                // Several pulls on one option are counted apart, which is never too optimistic.
                m_together[pulls[i].option * m_options + pulls[j].option] +=
                    is_only(pulls, i) && is_only(pulls, j) ? std::min(0, a - b) - (std::min(0, a) - std::max(0, b)) : 0;
            }
    }
    static bool is_only(const std::vector<engine::Pull>& pulls, std::size_t index)
    {
        return std::count_if(pulls.begin(), pulls.end(),
                             [&](const engine::Pull& pull) { return pull.option == pulls[index].option; }) == 1;
    }

    std::size_t m_options;
    std::array<int, engine::most_options> m_low{}, m_high{};
    std::vector<int> m_together;
};

/// The most and the least that can be open.
struct Openness
{
    OptionMask may_be_open = 0, must_be_open = 0;
};

Openness openness_of(const engine::Scorecard& card, const engine::Leaves& leaves, const std::vector<Truth>& truths)
{
    OptionMask surely_barred = 0, perhaps_barred = 0;
    for (const engine::Consequence& consequence : card.consequences())
    {
        const Truth truth = truths[consequence.node];
        for (const auto* list : {&consequence.excludes, &consequence.delays})
            for (const std::uint8_t option : *list)
            {
                surely_barred |= truth == Truth::True ? bit(option) : 0;
                perhaps_barred |= truth != Truth::False ? bit(option) : 0;
            }
    }
    const engine::HeldBack held = card.held_back(leaves, truths);
    const std::size_t models = card.models();
    const OptionMask perhaps_left = ~surely_barred >> models, surely_left = ~perhaps_barred >> models;
    surely_barred |= held.surely;
    perhaps_barred |= held.perhaps;
    for (std::size_t m = 0; m < models; ++m)
    {
        if (!card.needs_vehicle(m))
            continue;
        bool enough_somewhere = false, enough_everywhere = true;
        for (std::size_t nation = 0; nation < card.program().fits.size(); ++nation)
        {
            if (leaves.nation != 0 && nation != leaves.nation)
                continue;
            const auto count = [&](OptionMask left)
            { return static_cast<std::size_t>(std::popcount(card.carriers(nation, m) & left)); };
            enough_somewhere = enough_somewhere || count(perhaps_left) >= engine::fewest_vehicles;
            enough_everywhere = enough_everywhere && count(surely_left) >= engine::fewest_vehicles;
        }
        surely_barred |= enough_somewhere ? 0 : bit(m);
        perhaps_barred |= enough_everywhere ? 0 : bit(m);
    }
    return {card.all_options_mask() & ~surely_barred, card.all_options_mask() & ~perhaps_barred};
}

/// Which of the options between `begin` and `end` may and must lead. Only options in `may_compete` can lead at all;
/// those in `must_compete` surely stand against the others.
void find_leaders(const Margins& margins, int tie_points, std::size_t begin, std::size_t end, OptionMask may_compete,
                  OptionMask must_compete, Prospect& prospect)
{
    for (std::size_t x = begin; x < end; ++x)
    {
        if (!has(may_compete, x))
            continue;
        bool may = true, must = has(must_compete, x);
        for (std::size_t y = begin; y < end; ++y)
        {
            if (y == x || !has(may_compete, y))
                continue;
            if (has(must_compete, y) && margins.most(x, y) < -tie_points)
            {
                may = false;
                prospect.ahead[x] = static_cast<std::uint8_t>(y + 1);
            }
            must = must && margins.least(x, y) >= -tie_points;
        }
        prospect.may_lead |= may ? bit(x) : 0;
        prospect.must_lead |= must ? bit(x) : 0;
    }
}

/// How well a vehicle carries the models that may come first, at worst and at best.
struct FitBounds
{
    int least = 0, most = 0;
    bool may_lack = false, must_lack = false;
};

FitBounds fit_bounds(const engine::Scorecard& card, const engine::Leaves& leaves, const Prospect& prospect,
                     std::size_t vehicle)
{
    FitBounds all{0, 0, false, true};
    bool first = true;
    for (std::size_t nation = 0; nation < card.program().fits.size(); ++nation)
    {
        if (leaves.nation != 0 && nation != leaves.nation)
            continue;
        const auto uses_vehicles = [&](std::size_t m) { return card.carriers(nation, m) != 0; };
        bool surely = false; // some model that surely leads uses vehicles, so its rank is the one that counts
        for (std::size_t m = 0; m < card.models(); ++m)
            surely = surely || (has(prospect.must_lead, m) && uses_vehicles(m));
        const OptionMask candidates = surely ? prospect.may_lead : prospect.may_be_open;
        int least = surely ? -1'000'000 : 0, most = surely ? -1'000'000 : 0, worst = 1'000'000;
        bool carried_surely = false, carried_perhaps = !surely;
        for (std::size_t m = 0; m < card.models(); ++m)
        {
            if (!has(candidates, m) || !uses_vehicles(m))
                continue;
            const int points = card.fit_points(nation, m, vehicle);
            const bool carries = has(card.carriers(nation, m), vehicle);
            most = std::max(most, points);
            worst = std::min(worst, points);
            carried_perhaps = carried_perhaps || carries;
            if (surely && has(prospect.must_lead, m))
            {
                least = std::max(least, points);
                carried_surely = carried_surely || carries;
            }
        }
        if (!surely)
            least = std::min(0, worst);
        all.least = first ? least : std::min(all.least, least);
        all.most = first ? most : std::max(all.most, most);
        all.may_lack = all.may_lack || !carried_surely;
        all.must_lack = all.must_lack && !carried_perhaps;
        first = false;
    }
    return all;
}

/// When nothing that is open moves any model, their ranks are known, and with them how well vehicles fit.
std::optional<engine::Standings> ranks_of_settled_models(const engine::Scorecard& card, const engine::Leaves& leaves,
                                                         const Openness& openness, const Margins& margins)
{
    if (leaves.nation == 0 || ((openness.may_be_open ^ openness.must_be_open) & card.model_mask()) != 0)
        return std::nullopt;
    engine::Tally tally;
    for (std::size_t m = 0; m < card.models(); ++m)
    {
        if (!has(openness.may_be_open, m))
            tally.exclusions[m] = 1;
        else if (margins.width(m) != 0)
            return std::nullopt;
        tally.score[m] = static_cast<std::int16_t>(margins.low(m));
    }
    return card.standings_of(tally, 0, leaves.nation);
}

FitBounds settled_fit(const engine::Standings& ranked, std::size_t option)
{
    const bool lacks = has(ranked.lacking, option);
    return {ranked.score[option], ranked.score[option], lacks, lacks};
}

} // namespace

Settled settled(const engine::Program& program, const rulebase::RuleBase& rules, const casefile::Case& group,
                const Answerable& answerable)
{
    const auto may_be_answered = [&](const rulebase::Question& question)
    {
        const bool somebody = question.scope != rulebase::Scope::Practice || !group.practices.empty();
        return somebody && (!answerable || answerable(question));
    };
    engine::Heard heard = engine::hear(rules, group);
    std::vector<bool> open; // for each question: one more answer can come
    bool statements_open = false, motives_open = false;
    for (std::size_t q = 0; q < heard.size(); ++q)
    {
        const rulebase::Question& question = rules.questions[q];
        const bool may = may_be_answered(question);
        for (engine::HeldValue& value : heard[q])
            value.said_unknown = value.said_unknown && !may; // it can still be found out
        open.push_back(may && std::any_of(heard[q].begin(), heard[q].end(),
                                          [](const engine::HeldValue& v) { return !v.answered; }));
        statements_open = statements_open || (open.back() && question.family == rules.readiness.family);
        motives_open = motives_open || (open.back() && question.family == "motive");
    }
    // A total that practices give is open while one of them has not said its part.
    const auto is_open = [&](std::size_t q)
    {
        const std::string& derived = rules.questions[q].derived;
        if (derived.empty() || group.practices.empty())
            return bool{open[q]};
        for (std::size_t part = 0; part < rules.questions.size(); ++part)
            if (derived == "sum-of:" + rules.questions[part].id.value)
                return bool{open[part]};
        return false;
    };

    Settled settled;
    settled.leaves = engine::leaves_of(program, rules, group, heard);
    for (engine::NodeIndex n = 0; n < settled.leaves.truths.size(); ++n)
    {
        if (!engine::is_leaf(program.nodes[n]))
            continue;
        Truth& truth = settled.leaves.truths[n];
        const engine::FactSource& source = program.facts[program.nodes[n].fact];
        const bool is_measure = source.kind == engine::FactSource::Kind::Measure;
        const bool is_motives = is_measure && source.measure.starts_with("motive.");
        const bool more_comes = is_motives   ? motives_open && group.practices.size() > 1
                                : is_measure ? statements_open
                                             : is_open(source.question);
        if (!more_comes)
        {
            if (truth == Truth::Unknown)
                settled.frozen.push_back(n);
            continue;
        }
        // What listed practices have not said yet can move the middle, the commonest and the worst, and a half.
        const bool moves =
            !is_measure &&
            ((source.kind == engine::FactSource::Kind::GroupValue &&
              rules.questions[source.question].aggregate != Aggregate::Sum) ||
             (source.kind == engine::FactSource::Kind::Practices && source.how_many == rulebase::HowMany::Half));
        if (moves)
            truth = Truth::Unknown;
    }
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
        if (rules.questions[q].id.value == "current-step" && open[q])
            settled.leaves.current_step = 0;
    settled.heard = std::move(heard);
    return settled;
}

Prospect Outlook::judge(const engine::Leaves& leaves, const std::vector<Truth>& truths) const
{
    const engine::Scorecard& card = m_scorecard;
    const std::size_t models = card.models(), options = card.options();
    const int tie_points = card.rules().settings.tie_points;
    Prospect prospect;
    const Openness openness = openness_of(card, leaves, truths);
    prospect.may_be_open = openness.may_be_open;
    prospect.must_be_open = openness.must_be_open;
    Margins margins(options);
    for (const engine::Consequence& consequence : card.consequences())
        margins.add(consequence, truths[consequence.node]);
    find_leaders(margins, tie_points, 0, models, openness.may_be_open, openness.must_be_open, prospect);

    OptionMask may_compete = 0, must_compete = 0;
    const auto ranked = ranks_of_settled_models(card, leaves, openness, margins);
    for (std::size_t o = models; o < options; ++o)
    {
        const FitBounds fit = ranked ? settled_fit(*ranked, o) : fit_bounds(card, leaves, prospect, o - models);
        margins.widen(o, fit.least, fit.most);
        may_compete |= has(openness.may_be_open, o) && !fit.must_lack ? bit(o) : 0;
        prospect.must_lack |= fit.must_lack ? bit(o) : 0;
        must_compete |= has(openness.must_be_open, o) && !fit.may_lack ? bit(o) : 0;
    }
    find_leaders(margins, tie_points, models, options, may_compete, must_compete, prospect);
    for (std::size_t o = 0; o < options; ++o)
        prospect.open_points += has(prospect.may_lead, o) ? margins.width(o) : 0;
    return prospect;
}

template <typename Visit>
void Outlook::for_each(const std::vector<Settled>& cases, const Visit& visit) const
{
    const engine::Program& program = m_scorecard.program();
    std::vector<Truth> truths(program.nodes.size());
    for (std::size_t from = 0; from < cases.size(); from += engine::lanes_in_block)
    {
        const std::size_t count = std::min(engine::lanes_in_block, cases.size() - from);
        engine::Block block = m_scorecard.block_of(cases[from].leaves);
        bool any_frozen = !cases[from].frozen.empty();
        for (std::size_t lane = 1; lane < count; ++lane)
        {
            const Settled& settled = cases[from + lane];
            any_frozen = any_frozen || !settled.frozen.empty();
            for (std::size_t n = 0; n < truths.size(); ++n)
                if (settled.leaves.truths[n] != cases[from].leaves.truths[n])
                    block.nodes[n].set(lane, settled.leaves.truths[n]);
        }
        // What stays unknown makes a condition hold only if that holds whether it were true or false.
        std::array<std::vector<engine::Planes>, 2> either;
        for (const Truth assumed : {Truth::False, Truth::True})
        {
            if (!any_frozen)
                break;
            auto& nodes = either[assumed == Truth::True ? 1 : 0];
            nodes = block.nodes;
            for (std::size_t lane = 0; lane < count; ++lane)
                for (const engine::NodeIndex leaf : cases[from + lane].frozen)
                    nodes[leaf].set(lane, assumed);
            engine::evaluate_lanes(program, nodes);
        }
        engine::evaluate_lanes(program, block.nodes);
        for (std::size_t lane = 0; lane < count; ++lane)
        {
            for (std::size_t n = 0; n < truths.size(); ++n)
            {
                truths[n] = block.nodes[n].at(lane);
                if (any_frozen && truths[n] == Truth::Unknown &&
                    (either[0][n].at(lane) == Truth::False || either[1][n].at(lane) == Truth::False))
                    truths[n] = Truth::False;
            }
            visit(cases[from + lane].leaves, truths);
        }
    }
}

Prospect Outlook::of(const Settled& settled) const
{
    return of(std::vector<Settled>{settled}).front();
}

std::vector<Prospect> Outlook::of(const std::vector<Settled>& cases) const
{
    std::vector<Prospect> prospects;
    prospects.reserve(cases.size());
    for_each(cases, [&](const engine::Leaves& leaves, const std::vector<Truth>& truths)
             { prospects.push_back(judge(leaves, truths)); });
    return prospects;
}

std::vector<Truth> Outlook::truths_of(const Settled& settled) const
{
    std::vector<Truth> result;
    for_each({settled}, [&](const engine::Leaves&, const std::vector<Truth>& truths) { result = truths; });
    return result;
}

} // namespace fedadvise::whatif
