#include "rulebase/xml_reader.h"

#include "rulebase/catalogue_reader.h"
#include "rulebase/condition_reader.h"
#include "rulebase/reference_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fedadvise::rulebase
{

namespace
{

void read_identity(const XmlElement& root, Draft& draft, Diagnostics& faults)
{
    ++draft.identities;
    if (draft.identities > 1)
        report(faults, root, "rulebase.two-identities", "A second file carries the rule base's id and version.",
               "Keep id=, version= and as-at= in one file.");
    draft.rules.id = required(root, "id", faults);
    draft.rules.version = required(root, "version", faults);
    const std::string date = required(root, "as-at", faults);
    if (const auto parsed = foundation::parse_date(date))
        draft.rules.as_at = *parsed;
    else if (!date.empty())
        report(faults, root, "rulebase.bad-date", "'" + date + "' is not a date.", "Write dates as 2026-11-22.");
}

std::vector<AnswerOption> read_scale_points(const XmlElement& element, Diagnostics& faults)
{
    std::vector<AnswerOption> points;
    allow_attributes(element, {"id"}, faults);
    allow_children(element, {"point"}, faults);
    for (const XmlElement& point : element.children)
    {
        allow_attributes(point, {"value", "label"}, faults);
        allow_no_content(point, faults);
        (void)whole_number(point, "value", faults);
        points.push_back({required(point, "value", faults), required(point, "label", faults), false});
    }
    return points;
}

Section read_section(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "page", "title"}, faults);
    allow_children(element, {"help"}, faults);
    return {required(element, "id", faults), required(element, "page", faults), required(element, "title", faults),
            optional_text(element, "help", faults), element.place};
}

void read_question_form(const XmlElement& element, Question& question, Diagnostics& faults)
{
    question.scope = one_of<Scope>(element, "scope",
                                   {{"group", Scope::Group},
                                    {"practice", Scope::Practice},
                                    {"practice-or-group", Scope::PracticeOrGroup},
                                    {"respondent", Scope::Respondent}},
                                   faults);
    question.kind = one_of<AnswerKind>(element, "kind",
                                       {{"choice", AnswerKind::Choice},
                                        {"choices", AnswerKind::Choices},
                                        {"scale", AnswerKind::Scale},
                                        {"number", AnswerKind::Number},
                                        {"text", AnswerKind::Text},
                                        {"date", AnswerKind::Date}},
                                       faults);
    question.aggregate = one_of<Aggregate>(element, "aggregate",
                                           {{"none", Aggregate::None},
                                            {"median", Aggregate::Median},
                                            {"mean", Aggregate::Mean},
                                            {"worst", Aggregate::Worst},
                                            {"commonest", Aggregate::Commonest},
                                            {"lowest", Aggregate::Lowest},
                                            {"highest", Aggregate::Highest},
                                            {"sum", Aggregate::Sum},
                                            {"union", Aggregate::Union}},
                                           faults);
    question.nature = one_of<Nature>(
        element, "nature",
        {{"circumstance", Nature::Circumstance}, {"preference", Nature::Preference}, {"plan", Nature::Plan}}, faults);
}

Question read_question(const XmlElement& element, Draft& draft, Diagnostics& faults)
{
    allow_attributes(element,
                     {"id", "section", "family", "scope", "kind", "scale", "aggregate", "nature", "short", "minimum",
                      "maximum", "unit", "ordered", "flags", "group", "derived"},
                     faults);
    allow_children(element, {"prompt", "help", "why", "option", "ask-when"}, faults);
    Question question;
    question.id.value = required(element, "id", faults);
    question.section = required(element, "section", faults);
    question.family = optional(element, "family");
    read_question_form(element, question, faults);
    question.ordered = yes_or_no(element, "ordered", false, faults);
    question.short_label = required(element, "short", faults);
    question.minimum = whole_number(element, "minimum", faults);
    question.maximum = whole_number(element, "maximum", faults);
    question.unit = optional(element, "unit");
    for (const std::string& flag : words(element, "flags"))
        question.flags += flag;
    question.subscale = optional(element, "group");
    question.derived = optional(element, "derived");
    question.prompt = required_text(element, "prompt", faults);
    question.help = optional_text(element, "help", faults);
    question.why = required_text(element, "why", faults);
    question.place = element.place;
    for (const XmlElement& child : element.children)
    {
        if (child.name == "option")
        {
            allow_attributes(child, {"value", "label", "neutral"}, faults);
            allow_no_content(child, faults);
            question.options.push_back({required(child, "value", faults), required(child, "label", faults),
                                        yes_or_no(child, "neutral", false, faults)});
        }
        else if (child.name == "ask-when" && question.ask_when)
            report(faults, child, "rulebase.duplicate-element", "The question has two <ask-when>.",
                   "Join them with <all> or <any>.");
        else if (child.name == "ask-when")
            question.ask_when = read_condition_inside(child, faults);
    }
    if (question.kind == AnswerKind::Scale)
        draft.scale_of_question.emplace(question.id.value, element);
    return question;
}

std::optional<int> strength_of(const XmlElement& element, Diagnostics& faults)
{
    const auto strength = whole_number(element, "strength", faults);
    if (!strength)
    {
        if (element.find("strength") == nullptr)
            report(faults, element, "rulebase.missing-attribute", "<pull> needs the attribute 'strength'.",
                   "Add strength=\"+2\", for example.");
        return std::nullopt;
    }
    if (*strength < -3 || *strength > 3 || *strength == 0)
    {
        report(faults, element, "rulebase.bad-strength",
               "The strength " + optional(element, "strength") + " is not between -3 and +3 without 0.",
               "Use +1 (slightly) to +3 (strongly), or -1 to -3.");
        return std::nullopt;
    }
    return static_cast<int>(*strength);
}

Effect read_cap(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"step", "above-current", "below-readiness"}, faults);
    allow_no_content(element, faults);
    Effect effect;
    effect.kind = EffectKind::Cap;
    effect.step = optional(element, "step");
    const auto steps = [&](std::string_view attribute)
    {
        const auto number = whole_number(element, attribute, faults);
        return number ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
    };
    effect.above_current = steps("above-current");
    effect.below_readiness = steps("below-readiness");
    if ((effect.step.empty() ? 0 : 1) + (effect.above_current ? 1 : 0) + (effect.below_readiness ? 1 : 0) != 1)
        report(faults, element, "rulebase.bad-value",
               "<cap> needs exactly one of step, above-current and below-readiness.", "Keep one of them.");
    return effect;
}

struct EffectName
{
    std::string_view name;
    EffectKind kind;
    bool needs_options;
    bool needs_sentence;
};

constexpr std::array effect_names = {
    EffectName{"pull", EffectKind::Pull, true, false},
    EffectName{"exclude", EffectKind::Exclude, true, false},
    EffectName{"not-yet", EffectKind::NotYet, true, true},
    EffectName{"require", EffectKind::Require, true, true},
    EffectName{"allow", EffectKind::Allow, true, false},
    EffectName{"warn", EffectKind::Warn, false, false},
    EffectName{"forbid", EffectKind::Forbid, false, false},
    EffectName{"cap", EffectKind::Cap, false, false},
    EffectName{"conflict", EffectKind::Conflict, false, false},
    EffectName{"next-step", EffectKind::NextStep, true, true},
};

std::string months_words(int from, std::optional<int> to)
{
    if (!to)
        return "from month " + std::to_string(from) + " on";
    return *to == from ? "month " + std::to_string(from)
                       : "months " + std::to_string(from) + " to " + std::to_string(*to);
}

/// When a step is due: in months for a plan, in words for people. The words follow from the months unless they are
/// given.
void read_when_due(const XmlElement& element, Effect& effect, Diagnostics& faults)
{
    constexpr std::int64_t latest = 1200;
    const auto month = [&](std::string_view attribute)
    {
        const auto number = whole_number(element, attribute, faults);
        if (number && (*number < 0 || *number > latest))
            report(faults, element, "rulebase.bad-number",
                   std::string(attribute) + "= is " + optional(element, attribute) + ", which cannot be.",
                   "Write whole months from the start, from 0 to 1200.");
        else if (number)
            return std::optional<int>(static_cast<int>(*number));
        return std::optional<int>();
    };
    effect.within = optional(element, "within");
    effect.from_month = month("from-month");
    effect.to_month = month("to-month");
    if (element.find("to-month") != nullptr && element.find("from-month") == nullptr)
        report(faults, element, "rulebase.missing-attribute", "The step has to-month=, but no from-month=.",
               "Say from which month on, or leave both out when it has no date.");
    if (effect.from_month && effect.to_month && *effect.to_month < *effect.from_month)
        report(faults, element, "rulebase.bad-number", "The step ends before it begins.",
               "to-month= must not be smaller than from-month=.");
    if (effect.from_month && effect.within.empty())
        effect.within = months_words(*effect.from_month, effect.to_month);
}

Effect read_effect(const XmlElement& element, const EffectName& form, Diagnostics& faults)
{
    if (form.kind == EffectKind::Cap)
        return read_cap(element, faults);
    if (form.kind == EffectKind::Pull)
        allow_attributes(element, {"on", "strength"}, faults);
    else if (form.kind == EffectKind::Conflict)
        allow_attributes(element, {"between"}, faults);
    else if (form.kind == EffectKind::NextStep)
        allow_attributes(element, {"on", "order", "within", "from-month", "to-month", "owner"}, faults);
    else if (form.kind == EffectKind::Forbid)
        allow_attributes(element, {}, faults);
    else if (form.kind == EffectKind::Warn)
        allow_attributes(element, {"on", "after-page"}, faults);
    else
        allow_attributes(element, {"on"}, faults);
    if (form.needs_sentence)
        allow_children(element, {}, faults);
    else
        allow_no_content(element, faults);
    Effect effect;
    effect.kind = form.kind;
    effect.on = ids<OptionId>(element, "on");
    effect.sentence = element.text;
    effect.between = ids<QuestionId>(element, "between");
    effect.order = static_cast<int>(whole_number(element, "order", faults).value_or(0));
    read_when_due(element, effect, faults);
    effect.owner = optional(element, "owner");
    effect.after_page = optional(element, "after-page");
    if (form.kind == EffectKind::Pull)
        effect.strength = strength_of(element, faults).value_or(0);
    if (form.needs_options && effect.on.empty())
        report(faults, element, "rulebase.missing-attribute", "<" + element.name + "> needs the attribute 'on'.",
               "Name the models or vehicles it is about.");
    if (form.needs_sentence && effect.sentence.empty())
        report(faults, element, "rulebase.missing-wording", "<" + element.name + "> is empty.",
               "Write a sentence that names what is missing, required or to be done.");
    if (form.kind == EffectKind::Conflict && effect.between.size() != 2)
        report(faults, element, "rulebase.bad-value", "<conflict> needs between= with two question ids.",
               "For example between=\"motive.succession motive.keep-independence\".");
    return effect;
}

std::optional<foundation::Date> date_of(const XmlElement& element, std::string_view attribute, Diagnostics& faults)
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

void read_rule_header(const XmlElement& element, Rule& rule, Diagnostics& faults)
{
    allow_attributes(
        element, {"id", "title", "tag", "status", "nations", "from", "until", "lesson", "never-with", "deal-breaker"},
        faults);
    rule.id.value = required(element, "id", faults);
    rule.title = required(element, "title", faults);
    rule.tag = read_tag(element, faults);
    if (element.find("status") != nullptr)
        rule.status = one_of<Status>(element, "status",
                                     {{"in-force", Status::InForce},
                                      {"expected", Status::Expected},
                                      {"consultation", Status::Consultation},
                                      {"superseded", Status::Superseded}},
                                     faults);
    rule.nations = words(element, "nations");
    rule.from = date_of(element, "from", faults);
    rule.until = date_of(element, "until", faults);
    if (rule.from && rule.until && *rule.until <= *rule.from)
        report(faults, element, "rulebase.bad-date", "The rule ends before it begins.",
               "until= must be later than from=.");
    rule.lesson = static_cast<int>(whole_number(element, "lesson", faults).value_or(0));
    rule.never_with = ids<RuleId>(element, "never-with");
    rule.deal_breaker = yes_or_no(element, "deal-breaker", false, faults);
    rule.place = element.place;
}

Rule read_rule(const XmlElement& element, Diagnostics& faults)
{
    Rule rule;
    read_rule_header(element, rule, faults);
    allow_children(element,
                   {"when", "pull", "exclude", "not-yet", "require", "allow", "warn", "forbid", "cap", "conflict",
                    "next-step", "law", "text", "reason", "source"},
                   faults);
    int conditions = 0;
    for (const XmlElement& child : element.children)
    {
        if (child.name == "when")
        {
            rule.when = read_condition_inside(child, faults);
            if (++conditions == 2)
                report(faults, child, "rulebase.duplicate-element", "The rule has two <when>.",
                       "Join them with <all> or <any>.");
        }
        const auto form = std::find_if(effect_names.begin(), effect_names.end(),
                                       [&](const EffectName& e) { return e.name == child.name; });
        if (form != effect_names.end())
            rule.effects.push_back(read_effect(child, *form, faults));
    }
    rule.law = optional_text(element, "law", faults);
    rule.text = required_text(element, "text", faults);
    rule.reason = optional_text(element, "reason", faults);
    rule.sources = read_sources(element, faults);
    if (rule.effects.empty())
        report(faults, element, "rulebase.no-effect", "The rule has no effect.",
               "Add <pull>, <exclude>, <not-yet>, <require>, <warn> or another effect.");
    return rule;
}

} // namespace

void read_rulebase_element(const XmlElement& root, Draft& draft, Diagnostics& faults)
{
    if (root.name != "rulebase")
    {
        report(faults, root, "rulebase.unknown-element",
               "The file begins with <" + root.name + ">, not with <rulebase>.",
               "If it is no rule file, move it out of the folder.");
        return;
    }
    allow_attributes(root, {"id", "version", "as-at"}, faults);
    if (!root.text.empty())
        report(faults, root, "rulebase.stray-text",
               "There is text directly in <rulebase>: '" + root.text.substr(0, 40) + "'.",
               "Put it into one of its elements, or remove it.");
    if (!root.attributes.empty())
        read_identity(root, draft, faults);
    for (const XmlElement& element : root.children)
    {
        if (element.name == "rule")
            draft.rules.rules.push_back(read_rule(element, faults));
        else if (element.name == "question")
            draft.rules.questions.push_back(read_question(element, draft, faults));
        else if (element.name == "section")
            draft.rules.sections.push_back(read_section(element, faults));
        else if (element.name == "scale")
        {
            if (!draft.scales.emplace(required(element, "id", faults), read_scale_points(element, faults)).second)
                report(faults, element, "rulebase.duplicate-id", "There are two scales with this id.",
                       "Give one of them another id.");
        }
        else if (!read_catalogue_element(element, draft.rules, faults) &&
                 !read_reference_element(element, draft.rules, faults))
            report(faults, element, "rulebase.unknown-element",
                   "<" + element.name + "> is not an element of a rule base.", "Check its spelling.");
        draft.settings += element.name == "settings" ? 1 : 0;
        draft.readiness += element.name == "readiness" ? 1 : 0;
    }
}

void apply_scales(Draft& draft, Diagnostics& faults)
{
    for (Question& question : draft.rules.questions)
    {
        const auto element = draft.scale_of_question.find(question.id.value);
        if (element == draft.scale_of_question.end())
            continue;
        const auto scale = draft.scales.find(optional(element->second, "scale"));
        if (scale == draft.scales.end())
        {
            report(faults, element->second, "rulebase.dangling-id",
                   "There is no scale '" + optional(element->second, "scale") + "'.",
                   "A question of kind scale names one of the <scale> elements.");
            continue;
        }
        question.options = scale->second;
        question.ordered = true;
        if (!question.options.empty())
        {
            question.minimum = foundation::parse_integer(question.options.front().id);
            question.maximum = foundation::parse_integer(question.options.back().id);
        }
    }
}

} // namespace fedadvise::rulebase
