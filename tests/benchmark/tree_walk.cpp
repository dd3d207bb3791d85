#include "tree_walk.h"

#include <algorithm>
#include <utility>

namespace fedadvise::bench
{

using engine::Node;
using engine::Truth;
using rulebase::Condition;

namespace
{

using Leaves = std::vector<const Condition*>;

/// Walks a condition and gathers the tests that decide it: the parts that agree with the outcome.
class Explainer
{
public:
    explicit Explainer(const oracle::Facts& facts) : m_facts(facts) {}

    Truth truth_of(const Condition& condition, Leaves& because) const
    {
        if (const auto* all = std::get_if<rulebase::AllOf>(&condition.node))
            return at_least(all->parts.size(), all->parts, because);
        if (const auto* any = std::get_if<rulebase::AnyOf>(&condition.node))
            return at_least(1, any->parts, because);
        if (const auto* some = std::get_if<rulebase::AtLeast>(&condition.node))
            return at_least(static_cast<std::size_t>(some->count), some->parts, because);
        if (const auto* none = std::get_if<rulebase::NoneOf>(&condition.node))
            return engine::negated(truth_of(none->parts.at(0), because));
        because.push_back(&condition);
        return oracle::truth_of(m_facts, condition);
    }

private:
    Truth at_least(std::size_t count, const std::vector<Condition>& parts, Leaves& because) const
    {
        std::vector<std::pair<Truth, Leaves>> walked;
        std::size_t certain = 0, possible = 0;
        for (const Condition& part : parts)
        {
            Leaves of_part;
            const Truth truth = truth_of(part, of_part);
            certain += truth == Truth::True ? 1U : 0U;
            possible += truth != Truth::False ? 1U : 0U;
            walked.emplace_back(truth, std::move(of_part));
        }
        const Truth whole = certain >= count ? Truth::True : possible < count ? Truth::False : Truth::Unknown;
        for (const auto& [truth, of_part] : walked)
            if (truth == whole)
                because.insert(because.end(), of_part.begin(), of_part.end());
        return whole;
    }

    const oracle::Facts& m_facts;
};

} // namespace

ExplainingWalker::ExplainingWalker(const engine::Scorecard& scorecard, foundation::Date day)
    : m_rules(scorecard.rules()), m_day(day)
{
    for (const rulebase::Rule& rule : m_rules.rules)
    {
        auto& effects = m_effects.emplace_back();
        for (std::size_t e = 0; e < rule.effects.size(); ++e)
        {
            std::vector<std::size_t> options;
            for (const rulebase::OptionId& id : rule.effects[e].on)
                if (const auto option = scorecard.index_of(id))
                    options.push_back(*option);
            effects.push_back({e, std::move(options)});
        }
        auto& in_nation = m_in_nation.emplace_back();
        if (rule.nations.empty())
            continue;
        rulebase::AnswerTest test;
        test.question = {"jurisdiction"};
        test.comparison.values = rule.nations;
        in_nation.emplace();
        in_nation->node = std::move(test);
    }
}

ExplainingWalker::Result ExplainingWalker::walk(const casefile::Case& group) const
{
    const oracle::Facts facts(m_rules, group);
    const Explainer explainer(facts);
    Result result;
    for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
    {
        const rulebase::Rule& rule = m_rules.rules[r];
        Truth truth = Truth::False;
        Leaves because;
        if (rulebase::in_force_on(rule, m_day))
        {
            truth = rule.when ? explainer.truth_of(*rule.when, because) : Truth::True;
            if (m_in_nation[r])
                truth = engine::both(truth, explainer.truth_of(*m_in_nation[r], because));
        }
        result.truths.push_back(truth);
        if (truth == Truth::False)
            continue;
        for (const Placed& placed : m_effects[r])
            for (const std::size_t option : placed.options)
                result.contributions.push_back(
                    {r, placed.effect, option, rule.effects[placed.effect].strength, truth, because});
    }
    return result;
}

PointsOfRules::PointsOfRules(const engine::Scorecard& scorecard)
{
    for (std::size_t r = 0; r < scorecard.rules().rules.size(); ++r)
        for (const rulebase::Effect& effect : scorecard.rules().rules[r].effects)
            for (const rulebase::OptionId& id : effect.on)
                if (const auto option = scorecard.index_of(id); option && effect.kind == rulebase::EffectKind::Pull)
                    m_pulls.push_back({r, *option, effect.strength});
}

Points PointsOfRules::of(const std::vector<Truth>& rule_truths) const
{
    Points points{};
    for (const Pull& pull : m_pulls)
        if (rule_truths[pull.rule] == Truth::True)
            points[pull.option] += pull.strength;
    return points;
}

LeafTrees::LeafTrees(const engine::Scorecard& scorecard, foundation::Date day)
{
    for (std::size_t r = 0; r < scorecard.rules().rules.size(); ++r)
    {
        m_trees.emplace_back();
        if (rulebase::in_force_on(scorecard.rules().rules[r], day))
            m_trees.back() = tree_of(scorecard.program(), scorecard.program().rule_nodes[r]);
    }
}

LeafTrees::Tree LeafTrees::tree_of(const engine::Program& program, engine::NodeIndex index)
{
    const Node& node = program.nodes[index];
    Tree tree{node.kind, index, node.count, {}};
    if (!engine::is_leaf(node))
        for (std::uint32_t i = 0; i < node.parts; ++i)
            tree.parts.push_back(tree_of(program, program.parts[node.first + i]));
    return tree;
}

Truth LeafTrees::truth_of(const Tree& tree, const std::vector<Truth>& truths)
{
    switch (tree.kind)
    {
    case Node::Kind::All:
    {
        Truth all = Truth::True;
        for (std::size_t i = 0; i < tree.parts.size() && all != Truth::False; ++i)
            all = engine::both(all, truth_of(tree.parts[i], truths));
        return all;
    }
    case Node::Kind::Any:
    {
        Truth any = Truth::False;
        for (std::size_t i = 0; i < tree.parts.size() && any != Truth::True; ++i)
            any = engine::either(any, truth_of(tree.parts[i], truths));
        return any;
    }
    case Node::Kind::Not: return engine::negated(truth_of(tree.parts.at(0), truths));
    case Node::Kind::AtLeast:
    {
        int certain = 0, possible = 0;
        for (const Tree& part : tree.parts)
        {
            const Truth truth = truth_of(part, truths);
            certain += truth == Truth::True ? 1 : 0;
            possible += truth != Truth::False ? 1 : 0;
        }
        return certain >= tree.count ? Truth::True : possible < tree.count ? Truth::False : Truth::Unknown;
    }
    default: return truths[tree.leaf];
    }
}

std::vector<Truth> LeafTrees::truths_of_rules(const std::vector<Truth>& truths) const
{
    std::vector<Truth> rule_truths;
    rule_truths.reserve(m_trees.size());
    for (const auto& tree : m_trees)
        rule_truths.push_back(tree ? truth_of(*tree, truths) : Truth::False);
    return rule_truths;
}

} // namespace fedadvise::bench
