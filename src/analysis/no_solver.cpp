// The solver of builds without Z3: it knows nothing, and says so.
#include "analysis/solver.h"

namespace fedadvise::analysis
{

class Solver::Implementation
{
};

Solver::Solver(const Formulas&) {}

Solver::~Solver() = default;

bool Solver::is_built_in()
{
    return false;
}

void Solver::require(Formula) {}

Satisfiable Solver::check(Formula, unsigned)
{
    return Satisfiable::Unknown;
}

Assignment Solver::assignment() const
{
    return {};
}

std::size_t Solver::calls() const
{
    return 0;
}

} // namespace fedadvise::analysis
