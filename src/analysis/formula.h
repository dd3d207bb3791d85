// Formulas: statements about a case, built up from yes-or-no variables and sums, for a solver to answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace fedadvise::analysis
{

/// A statement that is true or false; only the Formulas that made it understand it.
struct Formula
{
    std::uint32_t index = 0;
    friend auto operator<=>(const Formula&, const Formula&) = default;
};

/// A whole number between fixed ends.
struct NumberVariable
{
    std::uint32_t index = 0;
    friend auto operator<=>(const NumberVariable&, const NumberVariable&) = default;
};

/// Values of all variables, by index; what is not in it is false or the least number.
struct Assignment
{
    std::vector<bool> truths; ///< by the index of the variable's formula
    std::vector<int> numbers;
};

/// One kind of statement and what it is made of.
struct FormulaNode
{
    enum class Kind : std::uint8_t
    {
        Constant, ///< bound 1 is true, 0 is false
        Variable,
        All,
        Any,
        Not,
        AtMost,   ///< at most `bound` of the parts are true
        Weighted, ///< the weights of the parts that are true add up to at most `bound`; weights are positive
        Linear,   ///< the numbers times their weights add up to at most `bound`
    };
    Kind kind = Kind::Constant;
    int bound = 0;
    std::vector<Formula> parts;
    std::vector<NumberVariable> numbers;
    std::vector<int> weights;
    friend auto operator<=>(const FormulaNode&, const FormulaNode&) = default;
};

/// A growing store of statements; equal ones are one. Simplifies constants away.
class Formulas
{
public:
    Formulas();

    [[nodiscard]] Formula constant(bool value) const { return {value ? 1U : 0U}; }
    [[nodiscard]] Formula variable();
    [[nodiscard]] NumberVariable number(int low, int high);

    [[nodiscard]] Formula negation(Formula of);
    [[nodiscard]] Formula all(std::vector<Formula> parts);
    [[nodiscard]] Formula any(std::vector<Formula> parts);
    [[nodiscard]] Formula implies(Formula from, Formula to) { return any({negation(from), to}); }
    [[nodiscard]] Formula same(Formula a, Formula b);
    [[nodiscard]] Formula at_most(std::size_t count, std::vector<Formula> parts);
    [[nodiscard]] Formula at_least(std::size_t count, const std::vector<Formula>& parts);
    [[nodiscard]] Formula exactly_one(const std::vector<Formula>& parts);
    /// The weights of what is true add up to at most `bound`; weights may be negative.
    [[nodiscard]] Formula weighted_at_most(const std::vector<std::pair<Formula, int>>& terms, int bound);
    /// The numbers, each times its weight, add up to at most `bound`.
    [[nodiscard]] Formula sum_at_most(const std::vector<std::pair<NumberVariable, int>>& terms, std::int64_t bound);
    [[nodiscard]] Formula sum_at_least(const std::vector<std::pair<NumberVariable, int>>& terms, std::int64_t bound);

    [[nodiscard]] const FormulaNode& node(Formula formula) const { return m_nodes[formula.index]; }
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    struct Ends
    {
        int low;
        int high;
    };
    [[nodiscard]] const std::vector<Ends>& numbers() const { return m_numbers; }

private:
    Formula add(FormulaNode node);

    std::vector<FormulaNode> m_nodes; ///< parts stand before the nodes that use them
    std::map<FormulaNode, Formula> m_known;
    std::vector<Ends> m_numbers;
};

/// Judges statements under one assignment; remembers what it has judged.
class Judge
{
public:
    Judge(const Formulas& formulas, const Assignment& assignment) : m_formulas(formulas), m_assignment(assignment) {}
    [[nodiscard]] bool is_true(Formula formula);

private:
    [[nodiscard]] bool judge(Formula formula);

    const Formulas& m_formulas;
    const Assignment& m_assignment;
    std::vector<signed char> m_known; ///< -1 not judged yet
};

} // namespace fedadvise::analysis
