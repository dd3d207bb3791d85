#include "rulebase/reference_reader.h"

#include "foundation/text_list.h"
#include "rulebase/catalogue_reader.h"
#include "rulebase/framework_reader.h"

#include <utility>

namespace fedadvise::rulebase
{

namespace
{

std::optional<foundation::Date> date_in(const XmlElement& element, std::string_view attribute, Diagnostics& faults)
{
    const XmlElement::Attribute* found = element.find(attribute);
    if (found == nullptr)
        return std::nullopt;
    const auto date = foundation::parse_date(found->value);
    if (!date)
        report(faults, element, "rulebase.bad-date",
               "'" + found->value + "' in " + std::string(attribute) + "= is not a date.",
               "Write dates as 2026-11-22.");
    return date;
}

std::optional<int> count_in(const XmlElement& element, std::string_view attribute, Diagnostics& faults)
{
    const auto number = whole_number(element, attribute, faults);
    if (!number)
        return std::nullopt;
    if (*number >= 0 && *number <= 1'000'000)
        return static_cast<int>(*number);
    report(faults, element, "rulebase.bad-number",
           std::string(attribute) + "= is " + optional(element, attribute) + ", which cannot be.",
           "Write a whole number from 0 to 1000000.");
    return std::nullopt;
}

int required_count(const XmlElement& element, std::string_view attribute, Diagnostics& faults)
{
    (void)required(element, attribute, faults);
    return count_in(element, attribute, faults).value_or(0);
}

/// The phrases in an attribute, which are parted by semicolons because they may have several words.
std::vector<std::string> phrases(const XmlElement& element, std::string_view attribute)
{
    std::vector<std::string> forms;
    std::string form;
    for (const char c : optional(element, attribute) + ";")
    {
        if (c != ';')
        {
            form += c;
            continue;
        }
        if (const std::string_view name = foundation::trimmed(form); !name.empty())
            forms.emplace_back(name);
        form.clear();
    }
    return forms;
}

Term read_term(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "name", "also"}, faults);
    allow_children(element, {"plain", "detail", "source"}, faults);
    return {required(element, "id", faults),
            required(element, "name", faults),
            phrases(element, "also"),
            required_text(element, "plain", faults),
            optional_text(element, "detail", faults),
            read_sources(element, faults),
            element.place};
}

Jargon read_jargon(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"words", "known"}, faults);
    allow_children(element, {}, faults);
    (void)required(element, "words", faults);
    return {phrases(element, "words"), phrases(element, "known"), element.place};
}

SetupTask read_task(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(
        element, {"id", "order", "title", "owner", "form", "weeks", "fee", "fee-as-at", "nations", "after"}, faults);
    allow_children(element, {"text", "source"}, faults);
    SetupTask task;
    task.id = required(element, "id", faults);
    task.order = required_count(element, "order", faults);
    task.title = required(element, "title", faults);
    task.owner = required(element, "owner", faults);
    task.form = optional(element, "form");
    task.weeks = count_in(element, "weeks", faults);
    task.fee = count_in(element, "fee", faults);
    task.fee_as_at = date_in(element, "fee-as-at", faults);
    if (element.find("fee") != nullptr && element.find("fee-as-at") == nullptr)
        report(faults, element, "rulebase.missing-attribute", "The task has a fee, but not the day it was looked up.",
               "Add fee-as-at=\"2026-11-22\", for example: fees change.");
    task.nations = words(element, "nations");
    task.after = words(element, "after");
    task.text = required_text(element, "text", faults);
    task.sources = read_sources(element, faults);
    task.place = element.place;
    return task;
}

SetupGuide read_setup(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "for", "title"}, faults);
    allow_children(element, {"task"}, faults);
    SetupGuide guide{required(element, "id", faults), required(element, "title", faults), {}, {}, element.place};
    (void)required(element, "for", faults);
    guide.options = ids<OptionId>(element, "for");
    for (const XmlElement& child : element.children)
        if (child.name == "task")
            guide.tasks.push_back(read_task(child, faults));
    return guide;
}

PathStage read_stage(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "order", "title", "owner", "from-month", "to-month"}, faults);
    allow_children(element, {"text", "gate", "source"}, faults);
    PathStage stage;
    stage.id = required(element, "id", faults);
    stage.title = required(element, "title", faults);
    stage.owner = required(element, "owner", faults);
    stage.order = required_count(element, "order", faults);
    stage.from_month = required_count(element, "from-month", faults);
    stage.to_month = required_count(element, "to-month", faults);
    stage.text = required_text(element, "text", faults);
    stage.gate = optional_text(element, "gate", faults);
    stage.sources = read_sources(element, faults);
    stage.place = element.place;
    if (stage.to_month <= stage.from_month)
        report(faults, element, "rulebase.bad-number", "The stage ends before it begins.",
               "to-month= must be larger than from-month=.");
    return stage;
}

Path read_path(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "title", "for"}, faults);
    allow_children(element, {"stage"}, faults);
    Path path{required(element, "id", faults),
              required(element, "title", faults),
              ids<OptionId>(element, "for"),
              {},
              element.place};
    if (element.find("for") != nullptr)
        (void)required(element, "for", faults);
    for (const XmlElement& child : element.children)
        if (child.name == "stage")
            path.stages.push_back(read_stage(child, faults));
    return path;
}

AspectText read_aspect_text(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"for"}, faults);
    allow_children(element, {"text", "source"}, faults);
    (void)required(element, "for", faults);
    return {ids<OptionId>(element, "for"), required_text(element, "text", faults), read_sources(element, faults),
            element.place};
}

Aspect read_aspect(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "name", "questions", "model-field", "vehicle-field"}, faults);
    allow_children(element, {"text", "compare"}, faults);
    Aspect aspect;
    aspect.id = required(element, "id", faults);
    aspect.name = required(element, "name", faults);
    aspect.text = required_text(element, "text", faults);
    (void)required(element, "questions", faults);
    aspect.questions = ids<QuestionId>(element, "questions");
    aspect.model_field = optional(element, "model-field");
    aspect.vehicle_field = optional(element, "vehicle-field");
    aspect.place = element.place;
    for (const XmlElement& child : element.children)
        if (child.name == "compare")
            aspect.texts.push_back(read_aspect_text(child, faults));
    return aspect;
}

Candidate read_candidate(const XmlElement& element, Diagnostics& faults)
{
    using Outcome = Candidate::Outcome;
    allow_attributes(element, {"id", "from", "outcome", "rules"}, faults);
    allow_children(element, {"reason"}, faults);
    return {required(element, "id", faults),
            required(element, "from", faults),
            one_of<Outcome>(element, "outcome",
                            {{"taken", Outcome::Taken},
                             {"improved", Outcome::Improved},
                             {"merged", Outcome::Merged},
                             {"dropped", Outcome::Dropped}},
                            faults),
            ids<RuleId>(element, "rules"),
            optional_text(element, "reason", faults),
            element.place};
}

Waiver read_waiver(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"finding", "about", "hash"}, faults);
    allow_children(element, {"reason"}, faults);
    (void)required(element, "about", faults);
    return {required(element, "finding", faults), words(element, "about"), required(element, "hash", faults),
            required_text(element, "reason", faults), element.place};
}

Edition read_edition(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"version", "date"}, faults);
    allow_children(element, {"text"}, faults);
    (void)required(element, "date", faults);
    return {required(element, "version", faults), date_in(element, "date", faults).value_or(foundation::Date{}),
            required_text(element, "text", faults), element.place};
}

} // namespace

bool read_reference_element(const XmlElement& element, RuleBase& rules, Diagnostics& faults)
{
    if (element.name == "term")
        rules.terms.push_back(read_term(element, faults));
    else if (element.name == "jargon")
        rules.jargon.push_back(read_jargon(element, faults));
    else if (element.name == "setup")
        rules.setups.push_back(read_setup(element, faults));
    else if (element.name == "path")
        rules.paths.push_back(read_path(element, faults));
    else if (element.name == "framework")
        rules.frameworks.push_back(read_framework(element, faults));
    else if (element.name == "aspect")
        rules.aspects.push_back(read_aspect(element, faults));
    else if (element.name == "candidate")
        rules.candidates.push_back(read_candidate(element, faults));
    else if (element.name == "waiver")
        rules.waivers.push_back(read_waiver(element, faults));
    else if (element.name == "edition")
        rules.editions.push_back(read_edition(element, faults));
    else
        return false;
    return true;
}

} // namespace fedadvise::rulebase
