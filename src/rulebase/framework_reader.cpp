#include "rulebase/framework_reader.h"

#include "rulebase/catalogue_reader.h"
#include "rulebase/condition_reader.h"

#include <utility>

namespace fedadvise::rulebase
{

namespace
{

/// The condition of the only <when>; nothing when there is none.
std::optional<Condition> read_when(const XmlElement& element, const std::string& what, Diagnostics& faults)
{
    std::optional<Condition> condition;
    int conditions = 0;
    for (const XmlElement& child : element.children)
    {
        if (child.name != "when")
            continue;
        if (++conditions == 2)
            report(faults, child, "rulebase.duplicate-element", "The " + what + " has two <when>.",
                   "Join them with <all> or <any>.");
        condition = read_condition_inside(child, faults);
    }
    return condition;
}

FrameworkItem read_item(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "title", "nations", "tag", "owner"}, faults);
    allow_children(element, {"asks", "when", "ready", "gap", "bring", "source"}, faults);
    FrameworkItem item;
    item.id = required(element, "id", faults);
    item.title = required(element, "title", faults);
    item.nations = words(element, "nations");
    item.tag = read_tag(element, faults);
    item.asks = required_text(element, "asks", faults);
    item.ready = required_text(element, "ready", faults);
    item.gap = required_text(element, "gap", faults);
    item.bring = required_text(element, "bring", faults);
    item.owner = required(element, "owner", faults);
    item.sources = read_sources(element, faults);
    item.place = element.place;
    const std::size_t faults_before = faults.size();
    if (auto condition = read_when(element, "item", faults))
        item.when = std::move(*condition);
    else if (faults.size() == faults_before)
        report(faults, element, "rulebase.bad-condition", "The item has no <when>, so it would always be ready.",
               "Add <when> with one condition that is true when the group can show it.");
    return item;
}

FrameworkArea read_area(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "title"}, faults);
    allow_children(element, {"text", "item"}, faults);
    FrameworkArea area{required(element, "id", faults),
                       required(element, "title", faults),
                       required_text(element, "text", faults),
                       {},
                       element.place};
    for (const XmlElement& child : element.children)
        if (child.name == "item")
            area.items.push_back(read_item(child, faults));
    return area;
}

} // namespace

Framework read_framework(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "name", "nations", "for", "tag"}, faults);
    allow_children(element, {"text", "used", "when", "source", "area"}, faults);
    Framework framework;
    framework.id = required(element, "id", faults);
    framework.name = required(element, "name", faults);
    (void)required(element, "nations", faults);
    framework.nations = words(element, "nations");
    (void)required(element, "for", faults);
    framework.options = ids<OptionId>(element, "for");
    framework.tag = read_tag(element, faults);
    framework.text = required_text(element, "text", faults);
    framework.used = required_text(element, "used", faults);
    framework.when = read_when(element, "framework", faults);
    framework.sources = read_sources(element, faults);
    framework.place = element.place;
    for (const XmlElement& child : element.children)
        if (child.name == "area")
            framework.areas.push_back(read_area(child, faults));
    return framework;
}

} // namespace fedadvise::rulebase
