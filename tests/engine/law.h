// The law a second time, as a lawyer would tick it off, to be held against the rules.
#pragma once

#include "engine/cases.h"

#include <set>
#include <string>

namespace fedadvise::test
{

/// Vehicles that the law of 22 November 2026 rules out for these answers of the group.
[[nodiscard]] std::set<std::string> ruled_out_by_law(const Said& said);

} // namespace fedadvise::test
