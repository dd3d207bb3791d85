// Conflicts: two aims that pull apart, with where each of them pulls by the rules that are true.
#pragma once

#include "report/advice.h"
#include "report/wording.h"

#include <string>
#include <vector>

namespace fedadvise::report
{

/// The conflicts of the assessment with both their sides. `advice` must already hold its models and vehicles. Only
/// rules that look at one aim and not at the other are counted for it.
[[nodiscard]] std::vector<Statement> conflicts_in_words(const Wording& wording, const Advice& advice);

/// "Two of your aims pull apart: keeping our independence, and replacing partners who leave."
[[nodiscard]] std::string conflict_headline(const Statement& conflict);

/// "“Keeping our independence” (a decisive reason) pulls towards Informal network and 3 more, and away from Partnership
/// merger and 2 more."
[[nodiscard]] std::string side_words(const AimSide& side);

/// The rules behind a side, each once, in the order of the options they pull at.
[[nodiscard]] std::vector<std::string> side_rules(const AimSide& side);

} // namespace fedadvise::report
