// Reads the elements of the catalogue: options, gradient, readiness, lessons, checklists, sources and settings.
#pragma once

#include "rulebase/rule_base.h"
#include "rulebase/xml_element.h"

namespace fedadvise::rulebase
{

/// Adds the element when it belongs to the catalogue; false when it is none of its elements.
[[nodiscard]] bool read_catalogue_element(const XmlElement& element, RuleBase& rules, Diagnostics& faults);

/// The words of an attribute as ids of one kind.
template <class Identifier>
[[nodiscard]] std::vector<Identifier> ids(const XmlElement& element, std::string_view attribute)
{
    std::vector<Identifier> list;
    for (std::string& word : words(element, attribute))
        list.push_back({std::move(word)});
    return list;
}

/// The attribute tag=.
[[nodiscard]] Tag read_tag(const XmlElement& element, Diagnostics& faults);

/// The <source ref=""/> children.
[[nodiscard]] std::vector<SourceId> read_sources(const XmlElement& element, Diagnostics& faults);

} // namespace fedadvise::rulebase
