// The benchmarks of one part each; every function checks first that what is compared gives the same.
#pragma once

#include "measured_cases.h"

#include "engine/scorecard.h"

#include <vector>

namespace fedadvise::bench
{

/// What the benchmarks work on; it outlives them.
struct Measured
{
    const engine::Engine& engine;
    const engine::Scorecard& scorecard; ///< for `today`
    const std::vector<MeasuredCase>& cases;
};

void add_assessments(const Measured& measured);
void add_flips(const Measured& measured);
void add_changes(const Measured& measured);
void add_samples(const Measured& measured);
void add_batch(const Measured& measured);

} // namespace fedadvise::bench
