#include "rulebase/catalogue_reader.h"

#include "rulebase/condition_reader.h"

#include <array>
#include <utility>

namespace fedadvise::rulebase
{

namespace
{

GradientStep read_gradient_step(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "name", "trust", "autonomy"}, faults);
    allow_children(element, {"text"}, faults);
    return {required(element, "id", faults), required(element, "name", faults),      optional(element, "trust"),
            optional(element, "autonomy"),   required_text(element, "text", faults), element.place};
}

Model read_model(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element,
                     {"id", "name", "family", "lowest-step", "highest-step", "practices", "patients", "months",
                      "reversible", "autonomy", "legal-person", "management", "nations", "every-partnership-votes"},
                     faults);
    allow_children(element, {"summary", "suits", "does-not-suit", "fails-when", "evidence", "source"}, faults);
    Model model;
    model.id.value = required(element, "id", faults);
    model.name = required(element, "name", faults);
    model.family = optional(element, "family");
    model.lowest_step = required(element, "lowest-step", faults);
    model.highest_step =
        element.find("highest-step") == nullptr ? model.lowest_step : optional(element, "highest-step");
    model.practices = optional(element, "practices");
    model.patients = optional(element, "patients");
    model.months = optional(element, "months");
    model.reversible = optional(element, "reversible");
    model.autonomy = optional(element, "autonomy");
    model.management = optional(element, "management");
    model.legal_person = one_of<LegalPerson>(
        element, "legal-person",
        {{"needed", LegalPerson::Needed}, {"helpful", LegalPerson::Helpful}, {"not-needed", LegalPerson::NotNeeded}},
        faults);
    model.needs_every_vote = yes_or_no(element, "every-partnership-votes", false, faults);
    model.nations = words(element, "nations");
    model.summary = required_text(element, "summary", faults);
    model.suits = required_text(element, "suits", faults);
    model.does_not_suit = required_text(element, "does-not-suit", faults);
    model.fails_when = optional_text(element, "fails-when", faults);
    model.evidence = optional_text(element, "evidence", faults);
    model.sources = read_sources(element, faults);
    model.place = element.place;
    return model;
}

Vehicle read_vehicle(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "name", "code", "legal-person", "law", "register"}, faults);
    allow_children(element,
                   {"summary", "suits", "does-not-suit", "trap", "liability", "tax", "control", "solicitor",
                    "accountant", "manager", "source"},
                   faults);
    Vehicle vehicle;
    vehicle.id.value = required(element, "id", faults);
    vehicle.name = required(element, "name", faults);
    vehicle.code = optional(element, "code");
    vehicle.legal_person = yes_or_no(element, "legal-person", false, faults);
    vehicle.law = optional(element, "law");
    vehicle.register_name = optional(element, "register");
    vehicle.summary = required_text(element, "summary", faults);
    vehicle.suits = required_text(element, "suits", faults);
    vehicle.does_not_suit = required_text(element, "does-not-suit", faults);
    vehicle.trap = optional_text(element, "trap", faults);
    vehicle.liability = optional_text(element, "liability", faults);
    vehicle.tax = optional_text(element, "tax", faults);
    vehicle.control = optional_text(element, "control", faults);
    vehicle.solicitor = optional_text(element, "solicitor", faults);
    vehicle.accountant = optional_text(element, "accountant", faults);
    vehicle.manager = optional_text(element, "manager", faults);
    vehicle.sources = read_sources(element, faults);
    vehicle.place = element.place;
    return vehicle;
}

FitEntry read_fit(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"model", "nations", "typical", "compatible", "weak"}, faults);
    allow_no_content(element, faults);
    return {{required(element, "model", faults)}, words(element, "nations"),      ids<OptionId>(element, "typical"),
            ids<OptionId>(element, "compatible"), ids<OptionId>(element, "weak"), element.place};
}

/// A day that must be given; an error and nothing when it is missing or no day.
std::optional<foundation::Date> required_date(const XmlElement& element, std::string_view attribute,
                                              Diagnostics& faults)
{
    const std::string text = required(element, attribute, faults);
    const auto date = foundation::parse_date(text);
    if (!date && !text.empty())
        report(faults, element, "rulebase.bad-date", "'" + text + "' in " + std::string(attribute) + "= is not a date.",
               "Write dates as 2026-11-22.");
    return date;
}

/// "2015", "c. 2019", "2015-2017", "1994 on", or "n.d." for a source without a date.
bool is_year(std::string_view text)
{
    const auto digits = [](std::string_view part)
    { return part.size() == 4 && part.find_first_not_of("0123456789") == std::string_view::npos; };
    const std::string_view about = "c. ", onwards = " on";
    if (text == "n.d." || digits(text))
        return true;
    if (text.starts_with(about))
        text.remove_prefix(about.size());
    if (text.ends_with(onwards))
        text.remove_suffix(onwards.size());
    return digits(text.substr(0, 4)) &&
           (text.size() == 4 || (text.size() == 9 && text[4] == '-' && digits(text.substr(5))));
}

Source read_source(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "title", "publisher", "year", "kind", "tag", "seen", "url", "checked", "review"},
                     faults);
    allow_no_content(element, faults);
    Source source{{required(element, "id", faults)},
                  required(element, "title", faults),
                  required(element, "publisher", faults),
                  required(element, "year", faults),
                  optional(element, "kind"),
                  optional(element, "seen"),
                  optional(element, "url"),
                  read_tag(element, faults),
                  required_date(element, "checked", faults).value_or(foundation::Date{}),
                  required_date(element, "review", faults).value_or(foundation::Date{}),
                  element.place};
    if (!source.year.empty() && !is_year(source.year))
        report(faults, element, "rulebase.bad-year", "'" + source.year + "' in year= is not a year.",
               "Write 2015, c. 2019, 2015-2017 or 1994 on; n.d. when the source has no date.");
    const foundation::Date none;
    if (source.checked != none && source.review != none && source.review <= source.checked)
        report(faults, element, "rulebase.bad-date",
               "The source is to be reviewed on " + foundation::date_text(source.review) +
                   ", which is not later than the day it was checked.",
               "Set review= to the day on which somebody must look again.");
    return source;
}

Lesson read_lesson(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"number", "id", "name"}, faults);
    allow_children(element, {"summary", "source"}, faults);
    return {static_cast<int>(whole_number(element, "number", faults).value_or(0)),
            required(element, "id", faults),
            required(element, "name", faults),
            required_text(element, "summary", faults),
            read_sources(element, faults),
            element.place};
}

ReadinessExemption read_exemption(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"models", "mean", "rules"}, faults);
    allow_children(element, {"when", "text"}, faults);
    ReadinessExemption exemption{ids<OptionId>(element, "models"),
                                 decimal_number(element, "mean", faults),
                                 {},
                                 ids<RuleId>(element, "rules"),
                                 optional_text(element, "text", faults)};
    for (const XmlElement& child : element.children)
        if (child.name == "when" && exemption.when)
            report(faults, child, "rulebase.duplicate-element", "<exempt> has two <when>.",
                   "Join them with <all> or <any>.");
        else if (child.name == "when")
            exemption.when = read_condition_inside(child, faults);
    return exemption;
}

void read_readiness_part(const XmlElement& part, Readiness& readiness, Diagnostics& faults)
{
    const auto number = [&](std::string_view attribute)
    {
        (void)required(part, attribute, faults);
        return decimal_number(part, attribute, faults).value_or(foundation::Fixed{});
    };
    const auto form =
        [&](std::initializer_list<std::string_view> attributes, std::initializer_list<std::string_view> children)
    {
        allow_attributes(part, attributes, faults);
        if (children.size() == 0)
            allow_no_content(part, faults);
        else
            allow_children(part, children, faults);
    };
    const auto is_high = [&](std::string_view attribute) {
        return one_of<bool>(part, attribute, {{"high", true}, {"low", false}}, faults);
    };
    if (part.name == "threshold")
    {
        form({"step", "mean", "lowest"}, {});
        readiness.thresholds.push_back({required(part, "step", faults), number("mean"), number("lowest")});
    }
    else if (part.name == "gate")
    {
        form({"from", "question", "at-least"}, {});
        readiness.gates.push_back(
            {required(part, "from", faults), {required(part, "question", faults)}, number("at-least")});
    }
    else if (part.name == "exempt")
        readiness.exemptions.push_back(read_exemption(part, faults));
    else if (part.name == "band")
    {
        form({"below", "name"}, {"text"});
        readiness.bands.push_back({decimal_number(part, "below", faults), required(part, "name", faults),
                                   required_text(part, "text", faults)});
    }
    else if (part.name == "subscale")
    {
        form({"id", "letter", "name"}, {});
        readiness.subscales.push_back(
            {required(part, "id", faults), required(part, "letter", faults), required(part, "name", faults)});
    }
    else if (part.name == "advice")
    {
        allow_attributes(part, {"question", "at-most"}, faults);
        allow_children(part, {}, faults);
        if (part.text.empty())
            report(faults, part, "rulebase.missing-wording", "<advice> is empty.", "Write what to do.");
        readiness.advice.push_back({{required(part, "question", faults)}, number("at-most"), part.text});
    }
    else if (part.name == "quadrant")
    {
        form({"relationship", "deal", "title"}, {"text"});
        readiness.quadrants.push_back({is_high("relationship"), is_high("deal"), required(part, "title", faults),
                                       required_text(part, "text", faults)});
    }
}

Readiness read_readiness(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"family", "relationship-from", "deal-from"}, faults);
    allow_children(element, {"note", "threshold", "gate", "exempt", "band", "subscale", "advice", "quadrant"}, faults);
    Readiness readiness;
    readiness.family = required(element, "family", faults);
    readiness.relationship_from = decimal_number(element, "relationship-from", faults).value_or(foundation::Fixed{});
    readiness.deal_from = static_cast<int>(whole_number(element, "deal-from", faults).value_or(0));
    readiness.note = optional_text(element, "note", faults);
    readiness.place = element.place;
    for (const XmlElement& part : element.children)
        read_readiness_part(part, readiness, faults);
    return readiness;
}

Checklist read_checklist(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "title"}, faults);
    allow_children(element, {"item"}, faults);
    Checklist checklist{required(element, "id", faults), required(element, "title", faults), {}, element.place};
    for (const XmlElement& child : element.children)
    {
        allow_attributes(child, {"id", "title"}, faults);
        allow_children(child, {"when", "help"}, faults);
        ChecklistItem item{
            required(child, "id", faults), required(child, "title", faults), optional_text(child, "help", faults), {}};
        int conditions = 0;
        for (const XmlElement& part : child.children)
        {
            if (part.name != "when")
                continue;
            if (++conditions == 2)
                report(faults, part, "rulebase.duplicate-element", "The item has two <when>.",
                       "Join them with <all> or <any>.");
            if (auto condition = read_condition_inside(part, faults))
                item.when = std::move(*condition);
        }
        if (conditions == 0)
            report(faults, child, "rulebase.bad-condition", "The item has no <when>, so it would always be true.",
                   "Add <when> with one condition.");
        checklist.items.push_back(std::move(item));
    }
    return checklist;
}

/// Which attributes a part of the settings may have.
void allow_setting(const XmlElement& part, Diagnostics& faults)
{
    if (part.name == "band")
        allow_attributes(part, {"id", "label", "from"}, faults);
    else if (part.name == "tie")
        allow_attributes(part, {"points"}, faults);
    else if (part.name == "fit-points")
        allow_attributes(part, {"typical", "compatible", "weak", "impossible"}, faults);
    else if (part.name == "reading-age")
        allow_attributes(part, {"at-most"}, faults);
    else if (part.name == "longest-sentence")
        allow_attributes(part, {"words"}, faults);
    else if (part.name == "not-yet" || part.name == "ruled-out")
        allow_attributes(part, {"label"}, faults);
    else
        allow_attributes(part, {}, faults);
    allow_children(part, {}, faults);
}

Settings read_settings(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {}, faults);
    allow_children(element,
                   {"band", "not-yet", "ruled-out", "tie", "fit-points", "reading-age", "longest-sentence",
                    "not-considered", "disclaimer"},
                   faults);
    Settings settings;
    settings.place = element.place;
    const auto number = [&](const XmlElement& part, std::string_view attribute)
    {
        (void)required(part, attribute, faults);
        return static_cast<int>(whole_number(part, attribute, faults).value_or(0));
    };
    for (const XmlElement& part : element.children)
    {
        allow_setting(part, faults);
        if (part.name == "band")
            settings.bands.push_back(
                {required(part, "id", faults), required(part, "label", faults), number(part, "from")});
        else if (part.name == "not-yet")
            settings.not_yet_label = required(part, "label", faults);
        else if (part.name == "ruled-out")
            settings.ruled_out_label = required(part, "label", faults);
        else if (part.name == "tie")
            settings.tie_points = number(part, "points");
        else if (part.name == "fit-points")
        {
            settings.fit_typical = number(part, "typical");
            settings.fit_compatible = number(part, "compatible");
            settings.fit_weak = number(part, "weak");
            settings.fit_impossible = number(part, "impossible");
        }
        else if (part.name == "reading-age")
            settings.reading_age_at_most = number(part, "at-most");
        else if (part.name == "longest-sentence")
            settings.longest_sentence = number(part, "words");
        else if (part.name == "not-considered")
            settings.not_considered.push_back(part.text);
        else if (part.name == "disclaimer")
            settings.disclaimer = part.text;
    }
    return settings;
}

} // namespace

Tag read_tag(const XmlElement& element, Diagnostics& faults)
{
    return one_of<Tag>(element, "tag",
                       {{"verified", Tag::Verified},
                        {"known", Tag::Known},
                        {"uncertain", Tag::Uncertain},
                        {"proposal", Tag::Proposal}},
                       faults);
}

std::vector<SourceId> read_sources(const XmlElement& element, Diagnostics& faults)
{
    std::vector<SourceId> sources;
    for (const XmlElement& child : element.children)
    {
        if (child.name != "source")
            continue;
        allow_attributes(child, {"ref"}, faults);
        allow_no_content(child, faults);
        sources.push_back({required(child, "ref", faults)});
    }
    return sources;
}

bool read_catalogue_element(const XmlElement& element, RuleBase& rules, Diagnostics& faults)
{
    if (element.name == "family")
    {
        allow_attributes(element, {"id", "name"}, faults);
        allow_no_content(element, faults);
    }
    else if (element.name == "unstated")
    {
        allow_attributes(element, {"id"}, faults);
        allow_children(element, {"reason"}, faults);
    }
    else if (element.name == "inspiration")
    {
        allow_attributes(element, {"name", "source"}, faults);
        allow_children(element, {"text"}, faults);
    }
    if (element.name == "gradient-step")
        rules.gradient.push_back(read_gradient_step(element, faults));
    else if (element.name == "family")
        rules.families.push_back({required(element, "id", faults), required(element, "name", faults)});
    else if (element.name == "model")
        rules.models.push_back(read_model(element, faults));
    else if (element.name == "vehicle")
        rules.vehicles.push_back(read_vehicle(element, faults));
    else if (element.name == "fit")
        rules.fits.push_back(read_fit(element, faults));
    else if (element.name == "source")
        rules.sources.push_back(read_source(element, faults));
    else if (element.name == "lesson")
        rules.lessons.push_back(read_lesson(element, faults));
    else if (element.name == "readiness")
        rules.readiness = read_readiness(element, faults);
    else if (element.name == "checklist")
        rules.checklists.push_back(read_checklist(element, faults));
    else if (element.name == "settings")
        rules.settings = read_settings(element, faults);
    else if (element.name == "unstated")
        rules.unstated.push_back(
            {required(element, "id", faults), required_text(element, "reason", faults), element.place});
    else if (element.name == "inspiration")
        rules.inspirations.push_back({required(element, "name", faults),
                                      {optional(element, "source")},
                                      required_text(element, "text", faults),
                                      element.place});
    else
        return false;
    return true;
}

} // namespace fedadvise::rulebase
