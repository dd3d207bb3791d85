#include "engine/program.h"

#include <algorithm>

namespace fedadvise::engine
{

using foundation::Fixed;

FactValue measure_fact(const std::string& measure, const rulebase::RuleBase& rules, const casefile::Case& group,
                       const RelationshipReading& relationship)
{
    const auto between = [](const Reading& reading)
    {
        FactValue fact;
        fact.low = reading.low;
        fact.high = reading.high;
        return fact;
    };
    if (measure == "relationship.mean")
        return between(relationship.mean);
    if (measure == "relationship.lowest")
        return between(relationship.lowest);
    if (measure == "relationship.range")
        return between(relationship.range);
    if (measure == "motive.consensus")
        return motive_consensus(rules, group);
    for (std::size_t i = 0; i < rules.readiness.subscales.size(); ++i)
        if (measure == "relationship." + rules.readiness.subscales[i].id)
            return between(relationship.subscales[i]);
    return {};
}

namespace
{

Truth truth_of_branch(const Program& program, const Node& node, const std::vector<Truth>& truths)
{
    Truth all = Truth::True, any = Truth::False;
    std::int32_t certain = 0, possible = 0;
    for (std::uint32_t i = 0; i < node.parts; ++i)
    {
        const Truth part = truths[program.parts[node.first + i]];
        all = both(all, part);
        any = either(any, part);
        certain += part == Truth::True ? 1 : 0;
        possible += part != Truth::False ? 1 : 0;
    }
    switch (node.kind)
    {
    case Node::Kind::Any: return any;
    case Node::Kind::Not: return negated(all);
    case Node::Kind::AtLeast:
        return certain >= node.count ? Truth::True : possible < node.count ? Truth::False : Truth::Unknown;
    default: return all;
    }
}

} // namespace

bool is_leaf(const Node& node)
{
    return node.kind <= Node::Kind::TruthOf;
}

Truth leaf_truth(const Node& node, const FactValue& fact)
{
    switch (node.kind)
    {
    case Node::Kind::NumberBetween:
        if (fact.low.millionths >= node.low && fact.high.millionths <= node.high)
            return Truth::True;
        return fact.high.millionths < node.low || fact.low.millionths > node.high ? Truth::False : Truth::Unknown;
    case Node::Kind::OptionAmong:
        if (fact.possible == all_options)
            return Truth::Unknown;
        if ((fact.possible & ~node.options) == 0)
            return Truth::True;
        return (fact.possible & node.options) == 0 ? Truth::False : Truth::Unknown;
    case Node::Kind::SetMeets:
        if (!fact.set_known)
            return Truth::Unknown;
        return (fact.chosen & node.options) != 0 ? Truth::True : Truth::False;
    default: return fact.truth;
    }
}

std::vector<FactValue> gather_facts(const Program& program, const rulebase::RuleBase& rules,
                                    const casefile::Case& group, const Heard& heard,
                                    const RelationshipReading& relationship)
{
    std::vector<FactValue> facts;
    facts.reserve(program.facts.size());
    for (const FactSource& source : program.facts)
    {
        const rulebase::Question& question = rules.questions[source.question];
        switch (source.kind)
        {
        case FactSource::Kind::GroupValue:
            facts.push_back(group_fact(rules, group, question, heard[source.question]));
            break;
        case FactSource::Kind::Statistic:
            facts.push_back(statistic_fact(heard[source.question], source.statistic));
            break;
        case FactSource::Kind::Practices:
            facts.emplace_back();
            facts.back().truth = practices_fact(question, heard[source.question], source.how_many, source.comparison);
            break;
        case FactSource::Kind::Measure:
            facts.push_back(measure_fact(source.measure, rules, group, relationship));
            break;
        }
    }
    return facts;
}

std::vector<Truth> evaluate(const Program& program, const std::vector<FactValue>& facts)
{
    std::vector<Truth> truths;
    truths.reserve(program.nodes.size());
    for (const Node& node : program.nodes)
        truths.push_back(is_leaf(node) ? leaf_truth(node, facts[node.fact]) : truth_of_branch(program, node, truths));
    return truths;
}

namespace
{

/// Whether a part helps to decide its node: the parts that agree with the outcome do, and for Not its one part.
bool matters(const Node& node, Truth whole, Truth part)
{
    return node.kind == Node::Kind::Not || whole == part;
}

} // namespace

Trace::Trace(const Program& program, const rulebase::RuleBase& rules, const Replies& replies,
             const std::vector<Truth>& truths)
    : m_program(program), m_rules(rules), m_replies(replies), m_truths(truths), m_is_found(rules.questions.size())
{
}

const std::vector<std::size_t>& Trace::of(NodeIndex node)
{
    for (const std::size_t question : m_found)
        m_is_found[question] = false;
    m_found.clear();
    follow(node);
    return m_found;
}

void Trace::follow(NodeIndex index)
{
    const Node& node = m_program.nodes[index];
    if (is_leaf(node))
        return add_fact(m_program.facts[node.fact], m_truths[index] == Truth::Unknown);
    for (std::uint32_t i = 0; i < node.parts; ++i)
    {
        const NodeIndex part = m_program.parts[node.first + i];
        if (matters(node, m_truths[index], m_truths[part]))
            follow(part);
    }
}

void Trace::add(std::size_t question)
{
    if (m_is_found[question])
        return;
    m_is_found[question] = true;
    m_found.push_back(question);
}

void Trace::add_fact(const FactSource& source, bool open)
{
    if (source.kind != FactSource::Kind::Measure)
        return add(source.question);
    const std::string family = source.measure.starts_with("motive.") ? "motive" : m_rules.readiness.family;
    std::size_t added = 0;
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
        if (m_rules.questions[q].family == family && (open ? m_replies.open[q] : m_replies.any[q]) &&
            (open || ++added <= 3)) // a mean rests on many statements; three stand for them
            add(q);
}

Replies replies_in(const Heard& heard)
{
    Replies replies;
    for (const std::vector<HeldValue>& said : heard)
    {
        const bool unknown = std::any_of(said.begin(), said.end(), [](const HeldValue& v) { return v.said_unknown; });
        replies.unknown.push_back(unknown);
        replies.open.push_back(
            std::any_of(said.begin(), said.end(), [](const HeldValue& v) { return !v.answered && !v.said_unknown; }));
        replies.any.push_back(unknown ||
                              std::any_of(said.begin(), said.end(), [](const HeldValue& v) { return v.answered; }));
    }
    return replies;
}

std::vector<rulebase::QuestionId> deciding_questions(const Program& program, const rulebase::RuleBase& rules,
                                                     const Replies& replies, const std::vector<Truth>& truths,
                                                     NodeIndex node)
{
    Trace trace(program, rules, replies, truths);
    std::vector<rulebase::QuestionId> ids;
    for (const std::size_t question : trace.of(node))
        ids.push_back(rules.questions[question].id);
    return ids;
}

} // namespace fedadvise::engine
