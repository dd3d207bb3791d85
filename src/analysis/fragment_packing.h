// Packing: fragments that do not contradict each other, put together into as few cases as may be. Not for use outside
// analysis.
#pragma once

#include "analysis/fragment_search.h"
#include "engine/engine.h"

#include <set>
#include <vector>

namespace fedadvise::analysis
{

struct PackedCase
{
    casefile::Case group;
    std::set<std::size_t> rules; ///< those that the case is about
};

/// Cases in which each fragment's rule has the fragment's truth. A case takes fragments in their order while it has
/// room. Fragments that came out otherwise in company get a case of their own.
[[nodiscard]] std::vector<PackedCase> pack(const engine::Engine& engine, const std::vector<Fragment>& fragments);

/// The case with the fragment's answers laid over it: they win where both answer.
[[nodiscard]] casefile::Case overlaid(casefile::Case group, const casefile::Case& fragment);

} // namespace fedadvise::analysis
