// Lint of what the one who commissions will ask: an item that no group can show, or that every group can, tells
// nothing.
#pragma once

#include "analysis/rule_lint.h"

namespace fedadvise::analysis
{

/// Adds lint.item-never-ready and lint.item-never-gap: proved over all complete cases of the item's nations.
void lint_frameworks(Study& study, LintResult& result);

} // namespace fedadvise::analysis
