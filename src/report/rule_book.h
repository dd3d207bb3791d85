// The rule book: the whole rule base as one page of HTML, to be read, printed and signed off by people without
// software.
#pragma once

#include "rulebase/rule_base.h"

#include <string>

namespace fedadvise::report
{

/// Questions, models and vehicles, rules in sentences, readiness, set-up guides, the path, glossary, sources, the
/// editors' log. Needs no network and no scripts; prints on A4. Every link inside it leads somewhere; the same rule
/// base always gives the same bytes.
[[nodiscard]] std::string rule_book_as_html(const rulebase::RuleBase& rules);

} // namespace fedadvise::report
