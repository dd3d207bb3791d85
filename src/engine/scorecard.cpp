#include "engine/scorecard.h"

#include <algorithm>
#include <bit>
#include <map>
#include <memory>

namespace fedadvise::engine
{

using rulebase::EffectKind;
using rulebase::Fit;

namespace
{

constexpr OptionMask bit(std::size_t option)
{
    return OptionMask{1} << option;
}

/// Calls `visit` with each option of a mask.
template <typename Visit>
void for_each_bit(OptionMask mask, const Visit& visit)
{
    for (; mask != 0; mask &= mask - 1)
        visit(static_cast<std::size_t>(std::countr_zero(mask)));
}

void work_out(const Program& program, std::vector<Truth>& truths)
{
    // One lane is all that is needed here, and the same code must judge one lane and many.
    std::vector<Planes> nodes = all_lanes(truths);
    evaluate_lanes(program, nodes);
    for (std::size_t n = 0; n < truths.size(); ++n)
        truths[n] = nodes[n].at(0);
}

/// Class, score and alphabetical place of an option as one number that sorts as ranks do.
std::int32_t rank_key(std::size_t rank_class, int score, std::size_t place)
{
    return static_cast<std::int32_t>(rank_class << 28U) + ((0x7FFF - score) << 8) + static_cast<std::int32_t>(place);
}

struct Order
{
    std::array<std::int32_t, most_options> keys{};
    std::array<std::uint8_t, most_options> option_at{}; ///< by alphabetical place
    std::size_t count = 0;

    [[nodiscard]] std::size_t option(std::size_t i) const
    {
        return option_at[static_cast<std::size_t>(keys[i]) & 0xFFU];
    }
    [[nodiscard]] int rank_class(std::size_t i) const { return keys[i] >> 28; }
    [[nodiscard]] int score(std::size_t i) const { return 0x7FFF - (keys[i] >> 8 & 0xFFFFF); }
};

/// Gives ranks from `order`, which must be sorted: scores within the tie points of the first of a rank share it.
void give_ranks(const Order& order, int tie_points, Standings& standings)
{
    for (std::size_t first = 0; first < order.count;)
    {
        std::size_t end = first;
        while (end < order.count && order.rank_class(end) == order.rank_class(first) &&
               order.score(first) - order.score(end) <= tie_points)
            standings.rank[order.option(end++)] = static_cast<std::uint8_t>(first + 1);
        first = end;
    }
}

} // namespace

void read_means(const rulebase::RuleBase& rules, const RelationshipReading& relationship, Leaves& leaves)
{
    leaves.mean_is_met.clear();
    leaves.mean_bound.clear();
    for (const rulebase::ReadinessExemption& exemption : rules.readiness.exemptions)
    {
        const Reading& mean = relationship.mean;
        leaves.mean_is_met.push_back(!exemption.mean || !mean.now || *mean.now >= *exemption.mean ? 1 : 0);
        leaves.mean_bound.push_back(!exemption.mean || mean.low >= *exemption.mean ? Truth::True
                                    : mean.high < *exemption.mean                  ? Truth::False
                                                                                   : Truth::Unknown);
    }
}

Leaves leaves_of(const Program& program, const rulebase::RuleBase& rules, const casefile::Case& group)
{
    return leaves_of(program, rules, group, hear(rules, group));
}

Leaves leaves_of(const Program& program, const rulebase::RuleBase& rules, const casefile::Case& group,
                 const Heard& heard)
{
    const RelationshipReading relationship = read_relationship(rules, heard);
    const std::vector<FactValue> facts = gather_facts(program, rules, group, heard, relationship);
    Leaves leaves;
    leaves.truths.reserve(program.nodes.size());
    for (const Node& node : program.nodes)
        leaves.truths.push_back(is_leaf(node) ? leaf_truth(node, facts[node.fact]) : Truth::Unknown);
    read_means(rules, relationship, leaves);
    if (const rulebase::Question* nation = rulebase::find_question(rules, {"jurisdiction"}))
        if (const casefile::Answer* answer = casefile::find_answer(group.answers, nation->id))
            if (const auto* choice = std::get_if<casefile::Choice>(answer))
                if (const auto index = rulebase::option_index(*nation, choice->option))
                    leaves.nation = static_cast<std::uint8_t>(*index + 1);
    if (const rulebase::Question* current = rulebase::find_question(rules, {"current-step"}))
        if (const FactValue fact = group_fact(rules, group, *current, held_values(group, *current));
            fact.possible != all_options)
            leaves.current_step = static_cast<std::uint8_t>(std::countr_zero(fact.possible) + 1);
    return leaves;
}

Scorecard::Scorecard(const Program& program, const rulebase::RuleBase& rules, foundation::Date day)
    : m_program(program), m_rules(rules), m_day(day)
{
    std::map<NodeIndex, Consequence> by_node;
    for (std::size_t o = 0; o < options(); ++o)
    {
        const OptionProgram& option = o < models() ? program.models[o] : program.vehicles[o - models()];
        for (const EffectPlace& place : option.effects)
        {
            if (!rulebase::in_force_on(rules.rules[place.rule], day))
                continue;
            const rulebase::Effect& effect = rules.rules[place.rule].effects[place.effect];
            Consequence& consequence = by_node[program.rule_nodes[place.rule]];
            const auto index = static_cast<std::uint8_t>(o);
            if (effect.kind == EffectKind::Pull)
                consequence.pulls.push_back({index, static_cast<std::int8_t>(effect.strength), place.rule});
            else if (effect.kind == EffectKind::Exclude)
                consequence.excludes.push_back(index);
            else if (effect.kind == EffectKind::NotYet)
                consequence.delays.push_back(index);
        }
    }
    for (auto& [node, consequence] : by_node)
    {
        consequence.node = node;
        if (!consequence.pulls.empty() || !consequence.excludes.empty() || !consequence.delays.empty())
            m_consequences.push_back(std::move(consequence));
    }
    m_adder = BlockAdder(m_consequences, options());

    for (const EffectPlace& place : program.group_effects)
        if (rules.rules[place.rule].effects[place.effect].kind == EffectKind::Forbid &&
            rulebase::in_force_on(rules.rules[place.rule], day))
            m_unlawful.push_back(program.rule_nodes[place.rule]);
    m_depth_nodes = program.step_nodes;
    for (const EffectPlace& place : program.caps)
    {
        m_cap_in_force.push_back(rulebase::in_force_on(rules.rules[place.rule], day));
        m_depth_nodes.push_back(program.rule_nodes[place.rule]);
    }
    for (std::size_t e = 0; e < rules.readiness.exemptions.size(); ++e)
    {
        const rulebase::ReadinessExemption& exemption = rules.readiness.exemptions[e];
        Exempted exempted;
        for (const rulebase::OptionId& id : exemption.models)
            if (const auto index = index_of(id))
                exempted.models |= bit(*index);
        for (const rulebase::RuleId& id : exemption.rules)
        {
            exempted.from_all_caps = exempted.from_all_caps || id.value == "all";
            for (std::size_t c = 0; c < program.caps.size(); ++c)
                if (rules.rules[program.caps[c].rule].id == id)
                    exempted.caps.push_back(c);
        }
        m_exempted.push_back(std::move(exempted));
        if (program.exemption_nodes[e])
            m_depth_nodes.push_back(*program.exemption_nodes[e]);
    }
    m_deeper.assign(std::max<std::size_t>(rules.gradient.size(), 1), 0);
    for (std::size_t step = 0; step < m_deeper.size(); ++step)
        for (std::size_t m = 0; m < models(); ++m)
            m_deeper[step] |= program.models[m].depth > step ? bit(m) : 0;

    for (const auto& table : program.fits)
    {
        auto& masks = m_carriers.emplace_back();
        for (const std::vector<Fit>& row : table)
        {
            masks.push_back(0);
            for (std::size_t v = 0; v < row.size(); ++v)
                masks.back() |= row[v] != Fit::Impossible ? bit(v) : 0;
        }
    }
    for (std::size_t m = 0; m < models(); ++m)
        if (rulebase::find_model(rules, program.models[m].id)->legal_person == rulebase::LegalPerson::Needed)
            m_needs_vehicle |= bit(m);
    for (const auto* kind : {&program.models, &program.vehicles})
        for (const OptionProgram& option : *kind)
            m_place.push_back(static_cast<std::size_t>(std::count_if(
                kind->begin(), kind->end(), [&](const OptionProgram& other) { return other.id < option.id; })));
}

const rulebase::OptionId& Scorecard::option(std::size_t index) const
{
    return index < models() ? m_program.models[index].id : m_program.vehicles[index - models()].id;
}

std::optional<std::size_t> Scorecard::index_of(const rulebase::OptionId& id) const
{
    for (std::size_t o = 0; o < options(); ++o)
        if (option(o) == id)
            return o;
    return std::nullopt;
}

OptionMask Scorecard::all_options_mask() const
{
    return options() == most_options ? ~OptionMask{0} : bit(options()) - 1;
}

int Scorecard::fit_points(std::size_t nation, std::size_t model, std::size_t vehicle) const
{
    switch (m_program.fits[nation][model][vehicle])
    {
    case Fit::Typical: return m_rules.settings.fit_typical;
    case Fit::Compatible: return m_rules.settings.fit_compatible;
    case Fit::Weak: return m_rules.settings.fit_weak;
    case Fit::Impossible: return m_rules.settings.fit_impossible;
    }
    return 0;
}

std::optional<std::size_t> Scorecard::cap_step(std::size_t cap, std::size_t from_readiness,
                                               std::size_t current_step) const
{
    const EffectPlace& place = m_program.caps[cap];
    const rulebase::Effect& effect = m_rules.rules[place.rule].effects[place.effect];
    if (!effect.step.empty())
        return rulebase::gradient_index(m_rules, effect.step);
    const auto at_least_0 = [](int steps) { return static_cast<std::size_t>(std::max(steps, 0)); };
    if (effect.below_readiness)
        return from_readiness - std::min(from_readiness, at_least_0(*effect.below_readiness));
    if (current_step == 0)
        return std::nullopt;
    return current_step - 1 + at_least_0(effect.above_current.value_or(0));
}

template <typename TruthAt, typename Exempts>
OptionMask Scorecard::held_back_when(const TruthAt& truth, const Exempts& exempts, const DepthReading& reading,
                                     std::size_t current_step) const
{
    std::size_t readiness = 0;
    for (std::size_t step = 0; step < m_program.step_nodes.size(); ++step)
    {
        if (truth(m_program.step_nodes[step]) < reading.least_for_step)
            break;
        readiness = step;
    }
    OptionMask from_readiness = 0, from_all_caps = 0;
    std::vector<OptionMask> from_cap(m_program.caps.size(), 0);
    for (std::size_t e = 0; e < m_exempted.size(); ++e)
    {
        if (!exempts(e))
            continue;
        from_readiness |= m_exempted[e].models;
        from_all_caps |= m_exempted[e].from_all_caps ? m_exempted[e].models : 0;
        for (const std::size_t cap : m_exempted[e].caps)
            from_cap[cap] |= m_exempted[e].models;
    }
    OptionMask held = deeper_than(readiness) & ~from_readiness;
    for (std::size_t c = 0; c < m_program.caps.size(); ++c)
    {
        if (!m_cap_in_force[c] || truth(m_program.rule_nodes[m_program.caps[c].rule]) < reading.least_for_cap)
            continue;
        const auto step = cap_step(c, readiness, current_step);
        if (!step && !reading.unknown_step_holds)
            continue;
        if (step.value_or(0) < m_deeper.size())
            held |= deeper_than(step.value_or(0)) & ~from_all_caps & ~from_cap[c];
    }
    return held;
}

template <typename TruthAt, typename MeanIsMet>
OptionMask Scorecard::held_back_now(const TruthAt& truth, const MeanIsMet& mean, std::size_t current_step) const
{
    const auto exempts = [&](std::size_t e)
    {
        const auto& node = m_program.exemption_nodes[e];
        return (!node || truth(*node) == Truth::True) && mean(e);
    };
    return held_back_when(truth, exempts, {Truth::Unknown, Truth::True, false}, current_step);
}

HeldBack Scorecard::held_back(const Leaves& leaves, const std::vector<Truth>& truths) const
{
    const auto truth = [&](NodeIndex n) { return truths[n]; };
    const auto exempts_at_least = [&](Truth least)
    {
        return [&, least](std::size_t e)
        {
            const auto& node = m_program.exemption_nodes[e];
            return both(node ? truths[*node] : Truth::True, leaves.mean_bound[e]) >= least;
        };
    };
    // As it is, and in the most and the least favourable reading of everything that is open
    HeldBack held;
    held.now = held_back_now(
        truth, [&](std::size_t e) { return leaves.mean_is_met[e] != 0; }, leaves.current_step);
    held.surely = held_back_when(truth, exempts_at_least(Truth::Unknown), {Truth::Unknown, Truth::True, false},
                                 leaves.current_step);
    held.perhaps = held.now | held_back_when(truth, exempts_at_least(Truth::True), {Truth::True, Truth::Unknown, true},
                                             leaves.current_step);
    return held;
}

Standings Scorecard::standings_of(const Tally& tally, OptionMask held_back, std::size_t nation) const
{
    Standings standings;
    OptionMask delayed = held_back;
    for (std::size_t o = 0; o < options(); ++o)
    {
        standings.score[o] = tally.score[o];
        standings.ruled_out |= tally.exclusions[o] != 0 ? bit(o) : 0;
        delayed |= tally.waits[o] != 0 ? bit(o) : 0;
    }
    const OptionMask open_vehicles = ~(standings.ruled_out | delayed) >> models();
    for_each_bit(m_needs_vehicle,
                 [&](std::size_t m)
                 {
                     if (static_cast<std::size_t>(std::popcount(m_carriers[nation][m] & open_vehicles)) <
                         fewest_vehicles)
                         delayed |= bit(m);
                 });
    standings.waiting = delayed & ~standings.ruled_out;

    const auto rank_class = [&](std::size_t o)
    {
        return (standings.ruled_out >> o & 1U) != 0 ? 3U
               : (standings.waiting >> o & 1U) != 0 ? 2U
               : (standings.lacking >> o & 1U) != 0 ? 1U
                                                    : 0U;
    };
    const auto order_of = [&](std::size_t begin, std::size_t end)
    {
        Order order;
        for (std::size_t o = begin; o < end; ++o)
        {
            order.option_at[m_place[o]] = static_cast<std::uint8_t>(o);
            order.keys[order.count++] = rank_key(rank_class(o), standings.score[o], m_place[o]);
        }
        std::sort(order.keys.begin(), order.keys.begin() + static_cast<std::ptrdiff_t>(order.count));
        return order;
    };
    const Order models_in_order = order_of(0, models());
    give_ranks(models_in_order, m_rules.settings.tie_points, standings);

    // The models whose vehicles are asked for: the first rank in which some model uses a vehicle at all
    std::size_t carried_rank = 0;
    std::array<std::uint8_t, most_options> carried{};
    std::size_t carried_count = 0;
    for (std::size_t i = 0; i < models_in_order.count && models_in_order.rank_class(i) == 0; ++i)
    {
        const std::size_t m = models_in_order.option(i);
        if (standings.rank[m] == 1)
            standings.leading |= bit(m);
        if (m_carriers[nation][m] == 0 || (carried_rank != 0 && standings.rank[m] != carried_rank))
            continue;
        carried_rank = standings.rank[m];
        carried[carried_count++] = static_cast<std::uint8_t>(m);
    }
    for (std::size_t v = 0; carried_count > 0 && v < m_program.vehicles.size(); ++v)
    {
        Fit best = Fit::Impossible;
        std::size_t by = carried[0];
        for (std::size_t c = 0; c < carried_count; ++c)
            if (const Fit fit = m_program.fits[nation][carried[c]][v]; fit > best)
            {
                best = fit;
                by = carried[c];
            }
        const std::size_t o = models() + v;
        standings.score[o] = static_cast<std::int16_t>(standings.score[o] + fit_points(nation, by, v));
        if (best == Fit::Impossible)
            standings.lacking |= bit(o);
    }
    const Order vehicles_in_order = order_of(models(), options());
    give_ranks(vehicles_in_order, m_rules.settings.tie_points, standings);
    for (std::size_t o = models(); o < options(); ++o)
        if (standings.rank[o] == 1 && rank_class(o) == 0)
            standings.leading |= bit(o);
    return standings;
}

Block Scorecard::block_of(const Leaves& leaves) const
{
    Block block;
    block.nodes = all_lanes(leaves.truths);
    for (const std::uint8_t met : leaves.mean_is_met)
        block.mean_is_met.emplace_back().fill(met != 0 ? ~std::uint64_t{0} : 0);
    block.nation.fill(leaves.nation);
    block.current_step.fill(leaves.current_step);
    return block;
}

namespace
{

void add_consequence(const Consequence& consequence, int sign, Tally& tally)
{
    for (const Pull& pull : consequence.pulls)
        tally.score[pull.option] = static_cast<std::int16_t>(tally.score[pull.option] + sign * pull.strength);
    for (const std::uint8_t option : consequence.excludes)
        tally.exclusions[option] = static_cast<std::uint8_t>(tally.exclusions[option] + sign);
    for (const std::uint8_t option : consequence.delays)
        tally.waits[option] = static_cast<std::uint8_t>(tally.waits[option] + sign);
}

} // namespace

Scorecard::Base Scorecard::base_of(const Leaves& leaves) const
{
    Base base;
    base.leaves = leaves;
    work_out(m_program, base.leaves.truths);
    for (const Consequence& consequence : m_consequences)
        if (base.leaves.truths[consequence.node] == Truth::True)
            add_consequence(consequence, 1, base.tally);
    base.held_back = held_back(base.leaves, base.leaves.truths);
    base.standings = standings_of(base.tally, base.held_back.now, leaves.nation);
    base.standings.unlawful = static_cast<std::size_t>(std::count_if(
        m_unlawful.begin(), m_unlawful.end(), [&](NodeIndex n) { return base.leaves.truths[n] == Truth::True; }));
    return base;
}

void Scorecard::judge(const Base& base, Block& block, std::span<Standings> standings) const
{
    std::vector<Sums> sums(standings.size());
    add_up(base, block, sums);
    for (std::size_t lane = 0; lane < standings.size(); ++lane)
    {
        standings[lane] = standings_of(sums[lane].tally, sums[lane].held_back, block.nation[lane]);
        standings[lane].unlawful = sums[lane].unlawful;
    }
}

void Scorecard::add_up(const Base& base, Block& block, std::span<Sums> sums) const
{
    evaluate_lanes(m_program, block.nodes);
    LaneMask wanted{};
    for (std::size_t lane = 0; lane < sums.size(); ++lane)
    {
        wanted[lane / 64] |= std::uint64_t{1} << lane % 64;
        sums[lane] = {base.tally, base.held_back.now, base.standings.unlawful};
    }
    const auto certain_in_base = [&](NodeIndex node)
    { return base.leaves.truths[node] == Truth::True ? ~std::uint64_t{0} : 0; };
    for (const Consequence& consequence : m_consequences)
    {
        const std::uint64_t before = certain_in_base(consequence.node);
        for (std::size_t w = 0; w < lane_words; ++w)
            for_each_bit((block.nodes[consequence.node].certain[w] ^ before) & wanted[w], [&](std::size_t lane)
                         { add_consequence(consequence, before != 0 ? -1 : 1, sums[w * 64 + lane].tally); });
    }

    for (const NodeIndex node : m_unlawful)
    {
        const std::uint64_t before = certain_in_base(node);
        for (std::size_t w = 0; w < lane_words; ++w)
            for_each_bit((block.nodes[node].certain[w] ^ before) & wanted[w], [&](std::size_t lane)
                         { sums[w * 64 + lane].unlawful += before != 0 ? std::size_t{0} - 1 : 1; });
    }

    LaneMask depth_differs{};
    for (const NodeIndex node : m_depth_nodes)
    {
        const Truth before = base.leaves.truths[node];
        const std::uint64_t certain = before == Truth::True ? ~std::uint64_t{0} : 0;
        const std::uint64_t possible = before != Truth::False ? ~std::uint64_t{0} : 0;
        for (std::size_t w = 0; w < lane_words; ++w)
            depth_differs[w] |= (block.nodes[node].certain[w] ^ certain) | (block.nodes[node].possible[w] ^ possible);
    }
    for (std::size_t e = 0; e < block.mean_is_met.size(); ++e)
        for (std::size_t w = 0; w < lane_words; ++w)
            depth_differs[w] |= block.mean_is_met[e][w] ^ (base.leaves.mean_is_met[e] != 0 ? ~std::uint64_t{0} : 0);
    for (std::size_t lane = 0; lane < sums.size(); ++lane)
        if ((depth_differs[lane / 64] >> lane % 64 & 1U) != 0 || block.current_step[lane] != base.leaves.current_step)
            sums[lane].held_back = held_back_in(block, lane);
}

OptionMask Scorecard::held_back_in(const Block& block, std::size_t lane) const
{
    return held_back_now([&](NodeIndex n) { return block.nodes[n].at(lane); },
                         [&](std::size_t e) { return (block.mean_is_met[e][lane / 64] >> lane % 64 & 1U) != 0; },
                         block.current_step[lane]);
}

void Scorecard::add_up(Block& block, BlockSums& sums) const
{
    evaluate_lanes(m_program, block.nodes);
    m_adder.add_up(block.nodes, sums);
}

void Scorecard::judge(Block& block, std::span<Standings> standings) const
{
    const auto sums = std::make_unique<BlockSums>(); // too large for a stack
    add_up(block, *sums);
    for (std::size_t lane = 0; lane < standings.size(); ++lane)
    {
        const auto in_lane = [&](const LaneMask& mask)
        { return static_cast<std::uint8_t>(mask[lane / 64] >> lane % 64 & 1U); };
        Tally tally;
        for (std::size_t o = 0; o < options(); ++o)
        {
            tally.score[o] = sums->score[o][lane];
            tally.exclusions[o] = in_lane(sums->ruled_out[o]);
            tally.waits[o] = in_lane(sums->delayed[o]);
        }
        standings[lane] = standings_of(tally, held_back_in(block, lane), block.nation[lane]);
        standings[lane].unlawful = static_cast<std::size_t>(std::count_if(
            m_unlawful.begin(), m_unlawful.end(), [&](NodeIndex n) { return in_lane(block.nodes[n].certain) != 0; }));
    }
}

} // namespace fedadvise::engine
