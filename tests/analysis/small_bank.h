// A small rule base (see engine/small_rule_base.h) with a bank of cases around it.
#pragma once

#include "casefile/test_file.h"
#include "engine/engine.h"

#include <string>
#include <vector>

namespace fedadvise::test
{

/// The cases of a test file's text; throws when it cannot be read by the rules.
[[nodiscard]] casefile::TestFile bank_of(const engine::Engine& engine, const std::string& text);

/// "line 3: Must lead: club": what the cases of the text do not meet, one line each.
[[nodiscard]] std::string unmet_in(const engine::Engine& engine, const std::string& text);

} // namespace fedadvise::test
