// Groups built by hand: what the planted pattern is, everybody can see.
#pragma once

#include "alignment/alignment.h"
#include "engine/cases.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fedadvise::test
{

/// Practices "p1", "p2", … named "A", "B", …, judged by the shipped rules. Each also agrees with all statements about
/// the relationship.
[[nodiscard]] casefile::Case group_of(const std::vector<Said>& practices);

/// Wants to merge, and would carry the risk.
[[nodiscard]] Said merging();
/// Wants to keep everything as it is.
[[nodiscard]] Said keeping();
/// Wants to win contracts together.
[[nodiscard]] Said winning();
/// Wants to learn together and nothing more.
[[nodiscard]] Said learning();

/// Some answers moved by one point at random.
[[nodiscard]] Said a_little_different(Said said, Random& random);

/// The case with its practices in another order.
[[nodiscard]] casefile::Case shuffled(casefile::Case group, Random& random);

} // namespace fedadvise::test
