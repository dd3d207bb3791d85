// The cases that are measured: the worked ones, and one random group of six practices.
#pragma once

#include "casefile/case.h"
#include "engine/engine.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fedadvise::bench
{

inline constexpr foundation::Date today{2026, 11, 22};

struct MeasuredCase
{
    std::string name;
    casefile::Case group;
};

/// The rule base of the source tree, compiled. Ends the program when it does not load.
[[nodiscard]] engine::Engine shipped_engine();

/// The worked cases in order of their names, then the random group.
[[nodiscard]] std::vector<MeasuredCase> measured_cases(const engine::Engine& engine);

/// Random complete groups, the same for the same seed.
[[nodiscard]] std::vector<casefile::Case> random_groups(const engine::Engine& engine, std::size_t count,
                                                        std::uint64_t seed);

/// Ends the program with a message unless what is compared gives the same. A comparison of two different things says
/// nothing.
void require_same(bool same, const std::string& what);

} // namespace fedadvise::bench
