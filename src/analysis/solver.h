// Solver: finds values of the variables that make statements true, or proves that there are none.
#pragma once

#include "analysis/formula.h"

#include <cstddef>
#include <memory>

namespace fedadvise::analysis
{

enum class Satisfiable
{
    Yes,
    No,      ///< proved
    Unknown, ///< the time was up, or this build has no solver
};

/// Works on the SMT solver Z3 (de Moura and Bjorner 2008). A build without it answers Unknown to everything, and
/// `is_built_in` says so.
class Solver
{
public:
    /// `formulas` must outlive the solver and may grow meanwhile.
    explicit Solver(const Formulas& formulas);
    ~Solver();
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;

    [[nodiscard]] static bool is_built_in();

    /// Holds from now on.
    void require(Formula formula);

    /// Looks for values under which everything required and `goal` hold. `milliseconds` bounds the search.
    [[nodiscard]] Satisfiable check(Formula goal, unsigned milliseconds);

    /// The values found by the last check that said Yes.
    [[nodiscard]] Assignment assignment() const;

    [[nodiscard]] std::size_t calls() const;

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace fedadvise::analysis
