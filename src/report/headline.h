// Headline: the whole advice in two to five plain sentences.
#pragma once

#include "report/advice.h"
#include "report/wording.h"

#include <string>
#include <vector>

namespace fedadvise::report
{

/// Says what the answers point to (ties as ties), with what vehicle, what would come next and what it waits for, what
/// the law rules out although it is wanted, and how much is open. `advice` must already hold its models, vehicles,
/// pairs and open questions.
[[nodiscard]] std::vector<std::string> headline_of(const Wording& wording, const Advice& advice);

/// Whether anything at all is answered; "we do not know" is not.
[[nodiscard]] bool has_answers(const casefile::Case& group);

} // namespace fedadvise::report
