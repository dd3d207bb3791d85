// Reads what stands beside the rules: glossary, set-up guides, path, candidates, waivers and editions.
#pragma once

#include "rulebase/rule_base.h"
#include "rulebase/xml_element.h"

namespace fedadvise::rulebase
{

/// Adds the element when it is one of these; false when it is none of them.
[[nodiscard]] bool read_reference_element(const XmlElement& element, RuleBase& rules, Diagnostics& faults);

} // namespace fedadvise::rulebase
