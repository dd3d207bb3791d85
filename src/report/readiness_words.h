// Readiness in words: the two gauges, what the pattern means, the depth cap, the gradient and the ten lessons.
#pragma once

#include "report/advice.h"
#include "report/wording.h"

namespace fedadvise::report
{

/// Fills the gauges, the quadrant, the note and the lowest statements of the advice.
void add_readiness(const Wording& wording, Advice& advice);

/// Fills the gradient's stops and the depth cap with its reasons. `advice` must already hold its models.
void add_gradient(const Wording& wording, Advice& advice);

/// Fills the ten lessons.
void add_lessons(const Wording& wording, Advice& advice);

} // namespace fedadvise::report
