#include "whatif/reach.h"

#include <algorithm>

namespace fedadvise::whatif
{

using engine::FactSource;
using engine::Node;
using engine::NodeIndex;
using engine::Truth;

namespace
{

bool is_measure(const engine::Program& program, NodeIndex leaf)
{
    return program.facts[program.nodes[leaf].fact].kind == FactSource::Kind::Measure;
}

/// A figure or a total: several moves together may do to it what no single one does.
bool is_fed_by_several(const Crossroads& crossroads, NodeIndex leaf)
{
    const FactSource& fact = crossroads.scorecard().program().facts[crossroads.scorecard().program().nodes[leaf].fact];
    return fact.kind == FactSource::Kind::Measure ||
           !crossroads.scorecard().rules().questions[fact.question].derived.empty();
}

/// The most by which one statement answered otherwise moves a figure of the relationship, in millionths.
std::int64_t largest_step(const rulebase::RuleBase& rules, const std::string& measure)
{
    std::int64_t statements = 0, in_subscale = 0, width = 0;
    std::string letter;
    for (const auto& subscale : rules.readiness.subscales)
        if (measure == "relationship." + subscale.id)
            letter = subscale.letter;
    for (const rulebase::Question& question : rules.questions)
    {
        if (question.family != rules.readiness.family)
            continue;
        ++statements;
        in_subscale += !letter.empty() && question.subscale == letter ? 1 : 0;
        width = std::max(width, question.maximum.value_or(5) - question.minimum.value_or(1));
    }
    const std::int64_t feeding = letter.empty() ? statements : in_subscale;
    const std::int64_t ends = measure == "relationship.range" ? 2 : 1; // the highest and the lowest practice both move
    return feeding == 0 ? 0 : ends * (width * 1'000'000 / feeding + 2);
}

/// Whole steps that it takes to cover a distance; none for a distance that is already covered.
int steps_for(std::int64_t distance, std::int64_t step)
{
    if (distance <= 0)
        return 0;
    return step == 0 ? Distances::never
                     : static_cast<int>(std::min<std::int64_t>((distance + step - 1) / step, Distances::never));
}

} // namespace

Distances::Distances(const Crossroads& crossroads)
    : m_crossroads(crossroads), m_program(crossroads.scorecard().program())
{
    const rulebase::RuleBase& rules = crossroads.scorecard().rules();
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
        m_key.push_back(q);
    for (const Move& move : crossroads.moves())
        if (move.shares == SharedFigure::Totals) // one change may move all totals
            for (std::size_t q = 0; q < m_key.size(); ++q)
                if (q == move.question || !rules.questions[q].derived.empty())
                    m_key[q] = m_key.size();
    const std::size_t nodes = m_program.nodes.size();
    for (auto* list : {&m_true, &m_false, &m_not_true, &m_not_false})
        list->assign(nodes, never);
    for (const Move& move : crossroads.moves())
        for (const auto& [leaf, truth] : move.leaves)
        {
            m_true[leaf] = truth == Truth::True ? 1 : m_true[leaf];
            m_false[leaf] = truth == Truth::False ? 1 : m_false[leaf];
            m_not_true[leaf] = truth != Truth::True ? 1 : m_not_true[leaf];
            m_not_false[leaf] = truth != Truth::False ? 1 : m_not_false[leaf];
        }
    const engine::RelationshipReading relationship = engine::read_relationship(rules, crossroads.heard());
    for (NodeIndex n = 0; n < nodes; ++n)
    {
        if (!engine::is_leaf(m_program.nodes[n]))
            of_branch(n);
        else if (is_measure(m_program, n) && !m_program.facts[m_program.nodes[n].fact].measure.starts_with("motive."))
            of_figure(n, relationship);
        else
            of_leaf(n);
    }
}

int Distances::to_change(NodeIndex node) const
{
    switch (m_crossroads.base().leaves.truths[node])
    {
    case Truth::True: return m_not_true[node];
    case Truth::False: return m_not_false[node];
    case Truth::Unknown: break;
    }
    return std::min(m_true[node], m_false[node]);
}

/// The moves have left their marks already; what the leaf is now costs nothing.
void Distances::of_leaf(NodeIndex leaf)
{
    const Truth now = m_crossroads.base().leaves.truths[leaf];
    if (is_fed_by_several(m_crossroads, leaf))
        for (auto* list : {&m_true, &m_false, &m_not_true, &m_not_false})
            (*list)[leaf] = 1;
    if (now == Truth::True)
        m_true[leaf] = 0;
    if (now == Truth::False)
        m_false[leaf] = 0;
    if (now != Truth::True)
        m_not_true[leaf] = 0;
    if (now != Truth::False)
        m_not_false[leaf] = 0;
}

/// A mean moves by a bounded step with each statement, so a threshold that is far away takes several.
void Distances::of_figure(NodeIndex leaf, const engine::RelationshipReading& relationship)
{
    const rulebase::RuleBase& rules = m_crossroads.scorecard().rules();
    const Node& node = m_program.nodes[leaf];
    const std::string& measure = m_program.facts[node.fact].measure;
    const engine::FactValue fact = engine::measure_fact(measure, rules, m_crossroads.group(), relationship);
    const std::int64_t step = largest_step(rules, measure);
    const std::int64_t low = fact.low.millionths, high = fact.high.millionths;
    m_true[leaf] = std::max(steps_for(node.low - low, step), steps_for(high - node.high, step));
    m_false[leaf] = std::min(steps_for(high - node.low + 1, step), steps_for(node.high - low + 1, step));
    m_not_true[leaf] = std::min(steps_for(low - node.low + 1, step), steps_for(node.high - high + 1, step));
    m_not_false[leaf] = std::max(steps_for(node.low - high, step), steps_for(low - node.high, step));
}

int Distances::over_parts(NodeIndex n, const std::vector<int>& of_parts, bool all) const
{
    const Node& node = m_program.nodes[n];
    int most = 0, least = never;
    std::set<std::size_t> apart; // questions of leaves, each of which has to change
    for (std::uint32_t i = 0; i < node.parts; ++i)
    {
        const NodeIndex part = m_program.parts[node.first + i];
        most = std::max(most, of_parts[part]);
        least = std::min(least, of_parts[part]);
        if (engine::is_leaf(m_program.nodes[part]) && of_parts[part] == 1 && !is_measure(m_program, part))
            apart.insert(m_key[m_program.facts[m_program.nodes[part].fact].question]);
    }
    if (!all)
        return least;
    return most >= never ? never : std::max(most, static_cast<int>(apart.size()));
}

void Distances::of_branch(NodeIndex n)
{
    switch (m_program.nodes[n].kind)
    {
    case Node::Kind::Any:
        m_true[n] = over_parts(n, m_true, false);
        m_not_false[n] = over_parts(n, m_not_false, false);
        m_false[n] = over_parts(n, m_false, true);
        m_not_true[n] = over_parts(n, m_not_true, true);
        break;
    case Node::Kind::Not: // of all its parts
        m_true[n] = over_parts(n, m_false, false);
        m_false[n] = over_parts(n, m_true, true);
        m_not_true[n] = over_parts(n, m_not_false, true);
        m_not_false[n] = over_parts(n, m_not_true, false);
        break;
    case Node::Kind::AtLeast: // a single change may do it
        m_true[n] = enough(m_program.nodes[n]) ? 0 : 1;
        m_not_true[n] = enough(m_program.nodes[n]) ? 1 : 0;
        m_false[n] = 0;
        m_not_false[n] = 0;
        break;
    default:
        m_true[n] = over_parts(n, m_true, true);
        m_not_false[n] = over_parts(n, m_not_false, true);
        m_false[n] = over_parts(n, m_false, false);
        m_not_true[n] = over_parts(n, m_not_true, false);
    }
}

/// Whether so many parts hold now.
bool Distances::enough(const Node& node) const
{
    std::int32_t holding = 0;
    for (std::uint32_t i = 0; i < node.parts; ++i)
        holding += m_true[m_program.parts[node.first + i]] == 0 ? 1 : 0;
    return holding >= node.count;
}

Reach::Reach(const Crossroads& crossroads, const Distances& distances, int size)
    : m_of_node(crossroads.scorecard().program().nodes.size())
{
    const engine::Program& program = crossroads.scorecard().program();
    std::vector<NodeIndex> shared; // figures that come within reach
    for (NodeIndex n = 0; n < program.nodes.size(); ++n)
        if (engine::is_leaf(program.nodes[n]) && is_fed_by_several(crossroads, n) && distances.to_change(n) <= size)
            shared.push_back(n);
    for (std::size_t q = 0; q < crossroads.questions().size(); ++q)
    {
        const auto& of_question = crossroads.questions()[q];
        for (std::size_t m = of_question.first; m < of_question.last; ++m)
            for (const auto& [leaf, truth] : crossroads.moves()[m].leaves)
                m_of_node[leaf].insert(q);
        if (crossroads.moves()[of_question.first].shares != SharedFigure::None)
            for (const NodeIndex leaf : shared)
                m_of_node[leaf].insert(q);
    }
    for (NodeIndex n = 0; n < program.nodes.size(); ++n)
        if (!engine::is_leaf(program.nodes[n]))
            for (std::uint32_t i = 0; i < program.nodes[n].parts; ++i)
            {
                const auto& part = m_of_node[program.parts[program.nodes[n].first + i]];
                m_of_node[n].insert(part.begin(), part.end());
            }
}

} // namespace fedadvise::whatif
