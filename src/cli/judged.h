// Judged: a case that was read and assessed as the arguments ask.
#pragma once

#include "cli/commands.h"
#include "engine/engine.h"
#include "report/advice.h"
#include "report/variant_words.h"

#include <optional>
#include <vector>

namespace fedadvise::cli
{

struct Judged
{
    int status = done;
    std::optional<report::Advice> advice;            ///< none: `status` says why
    std::vector<report::VariantComparison> variants; ///< of the case, when that itself was judged
    std::optional<engine::Engine> engine;
    casefile::Case group; ///< that was judged: the case or its variant
    foundation::Date day;
};

/// Reads rules, date and case, and judges the case or its variant; otherwise says what is wrong and gives the exit
/// status.
[[nodiscard]] Judged judge(const Request& request);

} // namespace fedadvise::cli
