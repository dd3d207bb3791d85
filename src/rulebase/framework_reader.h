// Reads what the one who commissions will ask.
#pragma once

#include "rulebase/framework.h"
#include "rulebase/xml_element.h"

namespace fedadvise::rulebase
{

[[nodiscard]] Framework read_framework(const XmlElement& element, Diagnostics& faults);

} // namespace fedadvise::rulebase
