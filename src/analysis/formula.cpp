#include "analysis/formula.h"

#include <algorithm>

namespace fedadvise::analysis
{

using Kind = FormulaNode::Kind;

Formulas::Formulas()
{
    for (const int value : {0, 1})
        m_nodes.push_back({Kind::Constant, value, {}, {}, {}});
}

Formula Formulas::add(FormulaNode node)
{
    const auto [known, fresh] = m_known.emplace(node, Formula{static_cast<std::uint32_t>(m_nodes.size())});
    if (fresh)
        m_nodes.push_back(std::move(node));
    return known->second;
}

Formula Formulas::variable()
{
    m_nodes.push_back({Kind::Variable, 0, {}, {}, {}});
    return {static_cast<std::uint32_t>(m_nodes.size() - 1)};
}

NumberVariable Formulas::number(int low, int high)
{
    m_numbers.push_back({low, high});
    return {static_cast<std::uint32_t>(m_numbers.size() - 1)};
}

Formula Formulas::negation(Formula of)
{
    if (of.index <= 1)
        return constant(of.index == 0);
    if (node(of).kind == Kind::Not)
        return node(of).parts.front();
    return add({Kind::Not, 0, {of}, {}, {}});
}

Formula Formulas::all(std::vector<Formula> parts)
{
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    std::erase(parts, constant(true));
    if (std::find(parts.begin(), parts.end(), constant(false)) != parts.end())
        return constant(false);
    if (parts.empty())
        return constant(true);
    return parts.size() == 1 ? parts.front() : add({Kind::All, 0, std::move(parts), {}, {}});
}

Formula Formulas::any(std::vector<Formula> parts)
{
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    std::erase(parts, constant(false));
    if (std::find(parts.begin(), parts.end(), constant(true)) != parts.end())
        return constant(true);
    if (parts.empty())
        return constant(false);
    return parts.size() == 1 ? parts.front() : add({Kind::Any, 0, std::move(parts), {}, {}});
}

Formula Formulas::same(Formula a, Formula b)
{
    return all({implies(a, b), implies(b, a)});
}

Formula Formulas::at_most(std::size_t count, std::vector<Formula> parts)
{
    std::erase(parts, constant(false));
    const auto certain = static_cast<std::size_t>(std::count(parts.begin(), parts.end(), constant(true)));
    std::erase(parts, constant(true));
    if (certain > count)
        return constant(false);
    count -= certain;
    if (parts.size() <= count)
        return constant(true);
    if (count == 0)
        return negation(any(std::move(parts)));
    return add({Kind::AtMost, static_cast<int>(count), std::move(parts), {}, {}});
}

Formula Formulas::at_least(std::size_t count, const std::vector<Formula>& parts)
{
    return count == 0 ? constant(true) : negation(at_most(count - 1, parts));
}

Formula Formulas::exactly_one(const std::vector<Formula>& parts)
{
    return all({any(parts), at_most(1, parts)});
}

Formula Formulas::weighted_at_most(const std::vector<std::pair<Formula, int>>& terms, int bound)
{
    FormulaNode sum{Kind::Weighted, 0, {}, {}, {}};
    int most = 0;
    for (const auto& [formula, weight] : terms)
    {
        if (weight == 0 || formula == constant(false))
            continue;
        if (formula == constant(true))
        {
            bound -= weight;
            continue;
        }
        // a negative weight counts against the opposite statement
        sum.parts.push_back(weight > 0 ? formula : negation(formula));
        sum.weights.push_back(weight > 0 ? weight : -weight);
        bound -= std::min(weight, 0);
        most += sum.weights.back();
    }
    if (bound < 0 || most <= bound)
        return constant(bound >= 0);
    sum.bound = bound;
    return add(std::move(sum));
}

Formula Formulas::sum_at_most(const std::vector<std::pair<NumberVariable, int>>& terms, std::int64_t bound)
{
    FormulaNode sum{Kind::Linear, 0, {}, {}, {}};
    std::int64_t least = 0, most = 0;
    for (const auto& [number, weight] : terms)
    {
        sum.numbers.push_back(number);
        sum.weights.push_back(weight);
        const Ends ends = m_numbers[number.index];
        least += weight * (weight > 0 ? ends.low : ends.high);
        most += weight * (weight > 0 ? ends.high : ends.low);
    }
    if (bound < least || most <= bound)
        return constant(most <= bound);
    sum.bound = static_cast<int>(bound);
    return add(std::move(sum));
}

Formula Formulas::sum_at_least(const std::vector<std::pair<NumberVariable, int>>& terms, std::int64_t bound)
{
    return negation(sum_at_most(terms, bound - 1));
}

bool Judge::is_true(Formula formula)
{
    if (m_known.size() < m_formulas.size())
        m_known.resize(m_formulas.size(), -1);
    if (m_known[formula.index] < 0)
    {
        const bool truth = judge(formula);
        m_known[formula.index] = truth ? 1 : 0;
    }
    return m_known[formula.index] == 1;
}

bool Judge::judge(Formula formula)
{
    const FormulaNode& node = m_formulas.node(formula);
    const auto holds = [this](Formula part) { return is_true(part); };
    std::int64_t sum = 0;
    switch (node.kind)
    {
    case Kind::Constant: return node.bound == 1;
    case Kind::Variable: return formula.index < m_assignment.truths.size() && m_assignment.truths[formula.index];
    case Kind::All: return std::all_of(node.parts.begin(), node.parts.end(), holds);
    case Kind::Any: return std::any_of(node.parts.begin(), node.parts.end(), holds);
    case Kind::Not: return !is_true(node.parts.front());
    case Kind::AtMost: return std::count_if(node.parts.begin(), node.parts.end(), holds) <= node.bound;
    case Kind::Weighted:
        for (std::size_t i = 0; i < node.parts.size(); ++i)
            sum += is_true(node.parts[i]) ? node.weights[i] : 0;
        return sum <= node.bound;
    case Kind::Linear:
        for (std::size_t i = 0; i < node.numbers.size(); ++i)
            sum += std::int64_t{node.weights[i]} * m_assignment.numbers[node.numbers[i].index];
        return sum <= node.bound;
    }
    return false;
}

} // namespace fedadvise::analysis
