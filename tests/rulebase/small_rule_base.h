// The smallest rule base with one of everything, to be spoilt by the tests.
#pragma once

#include "rulebase/loading.h"

#include <string>

namespace fedadvise::test
{

/// Valid, without any diagnostic.
[[nodiscard]] std::string small_rule_base();

/// The text with `from`, which must be in it, replaced by `to` once.
[[nodiscard]] std::string replaced(const std::string& text, const std::string& from, const std::string& to);

/// The line, from 1, on which `part` begins; `part` must be in the text.
[[nodiscard]] int line_of(const std::string& text, const std::string& part);

/// Loads one file named test.xml.
[[nodiscard]] rulebase::LoadedRuleBase load_text(const std::string& xml);

/// "code:line" of each diagnostic with spaces between, for messages and comparisons.
[[nodiscard]] std::string codes(const rulebase::LoadedRuleBase& loaded);

} // namespace fedadvise::test
