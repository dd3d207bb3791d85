// Reads conditions from XML.
#pragma once

#include "rulebase/condition.h"
#include "rulebase/xml_element.h"

#include <optional>

namespace fedadvise::rulebase
{

/// The one condition inside `parent` (a <when> or <ask-when>); an error and nothing when there is none or more than
/// one.
[[nodiscard]] std::optional<Condition> read_condition_inside(const XmlElement& parent, Diagnostics& faults);

} // namespace fedadvise::rulebase
