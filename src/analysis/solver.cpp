#include "analysis/solver.h"

#include <z3++.h>

#include <optional>
#include <string>

namespace fedadvise::analysis
{

using Kind = FormulaNode::Kind;

class Solver::Implementation
{
public:
    explicit Implementation(const Formulas& formulas) : m_formulas(formulas), m_solver(m_context)
    {
        z3::params parameters(m_context);
        parameters.set("random_seed", 7U); // the same answers in every run
        m_solver.set(parameters);
    }

    void require(Formula formula) { m_solver.add(translated(formula)); }

    Satisfiable check(Formula goal, unsigned milliseconds)
    {
        z3::params limit(m_context);
        limit.set("timeout", milliseconds);
        m_solver.set(limit);
        z3::expr_vector assumptions(m_context);
        assumptions.push_back(switch_for(goal));
        ++m_calls;
        try
        {
            const z3::check_result result = m_solver.check(assumptions);
            if (result == z3::sat)
                m_model.emplace(m_solver.get_model());
            return result == z3::sat ? Satisfiable::Yes : result == z3::unsat ? Satisfiable::No : Satisfiable::Unknown;
        }
        catch (const z3::exception&) // out of memory, or stopped half-way
        {
            return Satisfiable::Unknown;
        }
    }

    Assignment assignment() const
    {
        Assignment values;
        values.truths.resize(m_formulas.size());
        for (std::uint32_t i = 0; i < m_formulas.size(); ++i)
            if (m_formulas.node({i}).kind == Kind::Variable && i < m_translated.size() && m_translated[i])
                values.truths[i] = m_model->eval(*m_translated[i], true).is_true();
        for (std::size_t i = 0; i < m_formulas.numbers().size(); ++i)
            values.numbers.push_back(i < m_numbers.size()
                                         ? static_cast<int>(m_model->eval(m_numbers[i], true).get_numeral_int64())
                                         : m_formulas.numbers()[i].low);
        return values;
    }

    std::size_t calls() const { return m_calls; }

private:
    /// A variable that switches the goal on, so that what the solver learns stays good for the next goal.
    z3::expr switch_for(Formula goal)
    {
        const z3::expr on = m_context.bool_const(("goal" + std::to_string(goal.index)).c_str());
        m_solver.add(z3::implies(on, translated(goal)));
        return on;
    }
    void translate_numbers()
    {
        while (m_numbers.size() < m_formulas.numbers().size())
        {
            const Formulas::Ends ends = m_formulas.numbers()[m_numbers.size()];
            m_numbers.push_back(m_context.int_const(("n" + std::to_string(m_numbers.size())).c_str()));
            m_solver.add(m_numbers.back() >= ends.low && m_numbers.back() <= ends.high);
        }
    }
    /// Parts come before what uses them, so one pass from the front translates everything new.
    z3::expr translated(Formula formula)
    {
        translate_numbers();
        while (m_translated.size() <= formula.index)
            m_translated.push_back(translate(static_cast<std::uint32_t>(m_translated.size())));
        return *m_translated[formula.index];
    }
    z3::expr_vector parts_of(const FormulaNode& node)
    {
        z3::expr_vector parts(m_context);
        for (const Formula part : node.parts)
            parts.push_back(*m_translated[part.index]);
        return parts;
    }
    z3::expr translate(std::uint32_t index)
    {
        const FormulaNode& node = m_formulas.node({index});
        switch (node.kind)
        {
        case Kind::Constant: return m_context.bool_val(node.bound == 1);
        case Kind::Variable: return m_context.bool_const(("b" + std::to_string(index)).c_str());
        case Kind::All: return z3::mk_and(parts_of(node));
        case Kind::Any: return z3::mk_or(parts_of(node));
        case Kind::Not: return !*m_translated[node.parts.front().index];
        case Kind::AtMost: return z3::atmost(parts_of(node), static_cast<unsigned>(node.bound));
        case Kind::Weighted: return z3::pble(parts_of(node), node.weights.data(), node.bound);
        case Kind::Linear: break;
        }
        z3::expr_vector terms(m_context);
        for (std::size_t i = 0; i < node.numbers.size(); ++i)
            terms.push_back(m_numbers[node.numbers[i].index] * node.weights[i]);
        return z3::sum(terms) <= node.bound;
    }

    const Formulas& m_formulas;
    z3::context m_context;
    z3::solver m_solver;
    std::vector<std::optional<z3::expr>> m_translated; ///< by formula
    std::vector<z3::expr> m_numbers;
    std::optional<z3::model> m_model;
    std::size_t m_calls = 0;
};

Solver::Solver(const Formulas& formulas) : m_implementation(std::make_unique<Implementation>(formulas)) {}

Solver::~Solver() = default;

bool Solver::is_built_in()
{
    return true;
}

void Solver::require(Formula formula)
{
    m_implementation->require(formula);
}

Satisfiable Solver::check(Formula goal, unsigned milliseconds)
{
    return m_implementation->check(goal, milliseconds);
}

Assignment Solver::assignment() const
{
    return m_implementation->assignment();
}

std::size_t Solver::calls() const
{
    return m_implementation->calls();
}

} // namespace fedadvise::analysis
