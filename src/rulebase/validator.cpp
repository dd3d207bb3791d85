// Longer than 600 lines would be a sign to split by subject; each subject is one small function here.
#include "rulebase/validator.h"

#include "foundation/text_list.h"
#include "rulebase/condition_validator.h"
#include "rulebase/reader_text.h"
#include "rulebase/validation.h"

#include <algorithm>
#include <map>
#include <set>

namespace fedadvise::rulebase
{

using foundation::Diagnostic;
using foundation::Place;
using foundation::Severity;

void check_sources(const Check& check, const std::vector<SourceId>& sources, const Place& place,
                   const std::string& owner)
{
    if (sources.empty())
        check.error(place, "rulebase.missing-source", owner + " has no source.",
                    "Add <source ref=\"…\"/>; for a design choice of the tool there is DC.");
    for (const SourceId& id : sources)
        if (find_source(check.rules, id) == nullptr)
            check.error(place, "rulebase.dangling-id",
                        owner + " names the source '" + id.value + "', which does not exist.",
                        "Add it to the sources, or correct the id.");
}

static bool is_option(const RuleBase& rules, const OptionId& id)
{
    return find_model(rules, id) != nullptr || find_vehicle(rules, id) != nullptr;
}

void check_options(const Check& check, const std::vector<OptionId>& ids, const Place& place, const std::string& owner)
{
    std::vector<std::string> names;
    for (const Model& model : check.rules.models)
        names.push_back(model.id.value);
    for (const Vehicle& vehicle : check.rules.vehicles)
        names.push_back(vehicle.id.value);
    for (const OptionId& id : ids)
    {
        if (is_option(check.rules, id))
            continue;
        const std::string near = foundation::nearest_word(id.value, names);
        check.error(place, "rulebase.dangling-id",
                    owner + " names '" + id.value + "', which is neither a model nor a vehicle.",
                    near.empty() ? "Check the id." : "Did you mean '" + near + "'?");
    }
}

void check_nations(const Check& check, const std::vector<std::string>& nations, const Place& place,
                   const std::string& owner)
{
    const Question* jurisdiction = find_question(check.rules, {"jurisdiction"});
    for (const std::string& nation : nations)
        if (jurisdiction == nullptr || !option_index(*jurisdiction, nation))
            check.error(place, "rulebase.dangling-id",
                        owner + " names the nation '" + nation +
                            "', which is no answer to the question 'jurisdiction'.",
                        "Use the options of that question.");
}

namespace
{

void check_unique_ids(const Check& check)
{
    const RuleBase& rules = check.rules;
    check_unique(
        check, rules.questions, [](const Question& q) { return q.id.value; }, "question");
    check_unique(
        check, rules.sections, [](const Section& s) { return s.id; }, "section");
    check_unique(
        check, rules.rules, [](const Rule& r) { return r.id.value; }, "rule");
    check_unique(
        check, rules.sources, [](const Source& s) { return s.id.value; }, "source");
    check_unique(
        check, rules.gradient, [](const GradientStep& s) { return s.id; }, "gradient step");
    check_unique(
        check, rules.lessons, [](const Lesson& l) { return std::to_string(l.number); }, "lesson");
    check_unique(
        check, rules.checklists, [](const Checklist& c) { return c.id; }, "checklist");
    struct Named
    {
        std::string id;
        Place place;
    };
    std::vector<Named> options;
    for (const Model& model : rules.models)
        options.push_back({model.id.value, model.place});
    for (const Vehicle& vehicle : rules.vehicles)
        options.push_back({vehicle.id.value, vehicle.place});
    check_unique(
        check, options, [](const Named& n) { return n.id; }, "model or vehicle");
}

/// Ids of things that carry no place of their own.
void check_unique_names(const Check& check, const Place& place, std::vector<std::string> names, const std::string& kind)
{
    std::sort(names.begin(), names.end());
    for (auto again = std::adjacent_find(names.begin(), names.end()); again != names.end();
         again = std::adjacent_find(again + 1, names.end()))
        check.error(place, "rulebase.duplicate-id", "The " + kind + " '" + *again + "' is there twice.",
                    "Give one of them another id.");
}

void check_small_ids(const Check& check)
{
    const auto ids_of = [](const auto& things)
    {
        std::vector<std::string> names;
        for (const auto& thing : things)
            names.push_back(thing.id);
        return names;
    };
    const RuleBase& rules = check.rules;
    const Place place{"rules", 0, 0, ""};
    check_unique_names(check, place, ids_of(rules.families), "family");
    check_unique_names(check, place, ids_of(rules.unstated), "unstated constraint");
    check_unique_names(check, place, ids_of(rules.lessons), "lesson");
    check_unique_names(check, rules.readiness.place, ids_of(rules.readiness.subscales), "subscale");
    for (const Checklist& checklist : rules.checklists)
        check_unique_names(check, checklist.place, ids_of(checklist.items), "checklist item");
}

/// Placeholders such as {jurisdiction}, {lowest:list-size}, {relationship.mean} and {as-at} must name something that
/// exists.
void check_placeholders(const Check& check, const std::string& text, const Place& place, const std::string& owner)
{
    const auto measures = measure_names(check.rules);
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
    {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos)
            return check.error(place, "rulebase.bad-placeholder", owner + " has a '{' without '}'.",
                               "Close the placeholder.");
        std::string name = text.substr(open + 1, close - open - 1);
        for (const char* prefix : {"lowest:", "highest:"})
            if (name.starts_with(prefix))
                name = name.substr(std::string(prefix).size());
        const bool known = name == "as-at" || find_question(check.rules, {name}) != nullptr ||
                           std::find(measures.begin(), measures.end(), name) != measures.end();
        if (!known)
            check.error(place, "rulebase.bad-placeholder",
                        owner + " has the placeholder {" + name + "}, which is no question or measure.",
                        "Check the id between the braces.");
    }
}

void check_question_form(const Check& check, const Question& question, const std::string& owner)
{
    const bool has_options = question.kind == AnswerKind::Choice || question.kind == AnswerKind::Choices ||
                             question.kind == AnswerKind::Scale;
    if (has_options && question.options.size() < 2)
        check.error(question.place, "rulebase.bad-options", owner + " has fewer than two answers to choose from.",
                    "Add <option>s, or make it a number or a text.");
    if (!has_options && !question.options.empty())
        check.error(question.place, "rulebase.bad-options", owner + " has options, but its kind takes none.",
                    "Make it kind=\"choice\", or remove the options.");
    if (question.options.size() > 64)
        check.error(question.place, "rulebase.bad-options", owner + " has more than 64 options.",
                    "Split the question.");
    std::set<std::string> seen;
    for (const AnswerOption& option : question.options)
    {
        if (!seen.insert(option.id).second)
            check.error(question.place, "rulebase.duplicate-id", owner + " has the option '" + option.id + "' twice.",
                        "Keep one of them.");
        if (option.id == "unknown")
            check.error(question.place, "rulebase.bad-options", owner + " has an option 'unknown'.",
                        "\"We do not know\" is always offered; remove the option.");
    }
    if ((question.scope == Scope::Group) != (question.aggregate == Aggregate::None))
        check.error(question.place, "rulebase.bad-aggregate",
                    owner + " " +
                        (question.scope == Scope::Group ? "is asked once for the group, so aggregate= must be none."
                                                        : "is asked of practices, so it needs an aggregate."),
                    "Choose how the practices' answers become the group's.");
    const bool by_order = question.aggregate == Aggregate::Worst || question.aggregate == Aggregate::Median;
    if (question.kind == AnswerKind::Choice && by_order && !question.ordered)
        check.error(question.place, "rulebase.bad-aggregate",
                    owner + " is aggregated by the order of its options, but they are not marked as ordered.",
                    "Add ordered=\"yes\", or use commonest.");
    const std::string sum = "sum-of:";
    if (question.derived.starts_with(sum))
    {
        if (find_question(check.rules, {question.derived.substr(sum.size())}) == nullptr)
            check.error(question.place, "rulebase.dangling-id",
                        owner + " is the sum of '" + question.derived.substr(sum.size()) + "', which is no question.",
                        "Check the id.");
    }
    else if (!question.derived.empty() && question.derived != "count-of-practices")
        check.error(question.place, "rulebase.bad-value", owner + " cannot be derived by '" + question.derived + "'.",
                    "Use count-of-practices, or sum-of: and a question id.");
    if (question.minimum && question.maximum && *question.maximum < *question.minimum)
        check.error(question.place, "rulebase.bad-number", owner + " has a maximum below its minimum.", "Swap them.");
}

void check_questions(const Check& check)
{
    static const std::set<std::string> pages = {"practices", "motivations", "purposes", "requirements",
                                                "relationships"};
    std::set<std::string> sections;
    for (const Section& section : check.rules.sections)
    {
        sections.insert(section.id);
        if (!pages.contains(section.page))
            check.error(section.place, "rulebase.unreachable-question",
                        "Section '" + section.id + "' stands on the page '" + section.page + "', which does not exist.",
                        "Pages are practices, motivations, purposes, requirements and relationships.");
    }
    for (const Question& question : check.rules.questions)
    {
        const std::string owner = "Question '" + question.id.value + "'";
        if (!sections.contains(question.section))
            check.error(question.place, "rulebase.unreachable-question",
                        owner + " is in the section '" + question.section +
                            "', which does not exist: nobody would be asked.",
                        "Name one of the sections.");
        check_question_form(check, question, owner);
        if (!question.ask_when)
            continue;
        validate_condition(check.rules, *question.ask_when, owner, check.faults);
        if (!can_be_true(check.rules, *question.ask_when))
            check.error(question.place, "rulebase.unreachable-question",
                        owner + " is never asked: its <ask-when> cannot be true.",
                        "Look for tests that exclude each other.");
    }
}

/// Depth-first search over "is only asked because of"; a question met again on the way is a cycle.
void find_cycle(const Check& check, const Question& question, std::vector<QuestionId>& way, std::set<QuestionId>& done)
{
    if (done.contains(question.id))
        return;
    const auto again = std::find(way.begin(), way.end(), question.id);
    if (again != way.end())
    {
        std::vector<std::string> names;
        for (auto it = again; it != way.end(); ++it)
            names.push_back(it->value);
        names.push_back(question.id.value);
        return check.error(question.place, "rulebase.cycle",
                           "Questions wait for one another: " + foundation::joined(names, " → ") + ".",
                           "Break the circle: one of them must be asked without the others.");
    }
    way.push_back(question.id);
    if (question.ask_when)
        for (const QuestionId& id : questions_of(check.rules, *question.ask_when))
            if (const Question* next = find_question(check.rules, id))
                find_cycle(check, *next, way, done);
    way.pop_back();
    done.insert(question.id);
}

void check_cycles(const Check& check)
{
    std::set<QuestionId> done;
    for (const Question& question : check.rules.questions)
    {
        std::vector<QuestionId> way;
        find_cycle(check, question, way, done);
    }
}

bool only_warns(const Effect& effect)
{
    return effect.kind == EffectKind::Warn || effect.kind == EffectKind::Forbid ||
           effect.kind == EffectKind::Conflict || effect.kind == EffectKind::NextStep;
}

/// What the interview says after a page of questions is about the group, and the page is there.
void check_after_page(const Check& check, const Rule& rule, const Effect& effect, const std::string& owner)
{
    if (effect.after_page.empty())
        return;
    if (!effect.on.empty())
        check.error(rule.place, "rulebase.bad-value", owner + " has a warning with both on= and after-page=.",
                    "Only a warning about the whole group can be said after a page.");
    if (std::none_of(check.rules.sections.begin(), check.rules.sections.end(),
                     [&](const Section& section) { return section.page == effect.after_page; }))
        check.error(rule.place, "rulebase.dangling-id",
                    owner + " is to be said after the page '" + effect.after_page + "', which has no questions.",
                    "Pages are practices, motivations, purposes, requirements and relationships.");
}

void check_effect(const Check& check, const Rule& rule, const Effect& effect, const std::string& owner)
{
    check_options(check, effect.on, rule.place, owner);
    if (rule.tag == Tag::Uncertain && !only_warns(effect))
        check.error(rule.place, "rulebase.uncertain-rule",
                    owner + " is tagged uncertain, so it may warn but not do more.",
                    "Make it a <warn>, or confirm the reason and change the tag.");
    const bool mild = only_warns(effect) || effect.kind == EffectKind::Allow ||
                      (effect.kind == EffectKind::Pull && std::abs(effect.strength) == 1);
    if ((rule.status == Status::Expected || rule.status == Status::Consultation) && !mild)
        check.error(rule.place, "rulebase.not-yet-law",
                    owner + " rests on something that is only " + status_name(rule.status) +
                        ", so it may only warn or pull by 1.",
                    "Weaken the effect until the law is in force.");
    if (effect.kind == EffectKind::Exclude && rule.law.empty())
        check.error(rule.place, "rulebase.missing-law", owner + " rules something out without naming the law.",
                    "Add <law>.");
    if (!effect.step.empty() && !gradient_index(check.rules, effect.step))
        check.error(rule.place, "rulebase.dangling-id",
                    owner + " names the gradient step '" + effect.step + "', which does not exist.",
                    "Steps are g0 to g7.");
    check_after_page(check, rule, effect, owner);
    for (const QuestionId& id : effect.between)
        if (find_question(check.rules, id) == nullptr)
            check.error(rule.place, "rulebase.dangling-id",
                        owner + " names the question '" + id.value + "', which does not exist.", "Check the id.");
}

void check_rules(const Check& check)
{
    for (const Rule& rule : check.rules.rules)
    {
        const std::string owner = "Rule '" + rule.id.value + "'";
        check_sources(check, rule.sources, rule.place, owner);
        check_nations(check, rule.nations, rule.place, owner);
        check_placeholders(check, rule.text, rule.place, owner);
        for (const RuleId& id : rule.never_with)
            if (find_rule(check.rules, id) == nullptr || id == rule.id)
                check.error(rule.place, "rulebase.dangling-id",
                            owner + " must never be shown with the rule '" + id.value +
                                (id == rule.id ? "', which is itself." : "', which does not exist."),
                            "Check the id.");
        if (rule.lesson < 0 ||
            (rule.lesson > 0 && std::none_of(check.rules.lessons.begin(), check.rules.lessons.end(),
                                             [&](const Lesson& l) { return l.number == rule.lesson; })))
            check.error(rule.place, "rulebase.dangling-id",
                        owner + " checks lesson " + std::to_string(rule.lesson) + ", which does not exist.",
                        "Lessons are numbered from 1.");
        for (const Effect& effect : rule.effects)
            check_effect(check, rule, effect, owner);
        if (!rule.when)
            continue;
        const std::size_t before = check.faults.size();
        validate_condition(check.rules, *rule.when, owner, check.faults);
        if (check.faults.size() == before && !can_be_true(check.rules, *rule.when))
            check.warn(rule.place, "rulebase.never-fires", owner + " can never fire: its tests exclude each other.",
                       "Look for two tests of the same question.");
    }
}

void check_models(const Check& check)
{
    for (const Model& model : check.rules.models)
    {
        const std::string owner = "Model '" + model.id.value + "'";
        check_sources(check, model.sources, model.place, owner);
        check_nations(check, model.nations, model.place, owner);
        const auto low = gradient_index(check.rules, model.lowest_step);
        const auto high = gradient_index(check.rules, model.highest_step);
        if (!low || !high || *high < *low)
            check.error(model.place, "rulebase.dangling-id",
                        owner + " has no proper place on the gradient: '" + model.lowest_step + "' to '" +
                            model.highest_step + "'.",
                        "Name gradient steps, the lower one first.");
        if (!model.family.empty() && std::none_of(check.rules.families.begin(), check.rules.families.end(),
                                                  [&](const Family& f) { return f.id == model.family; }))
            check.error(model.place, "rulebase.dangling-id",
                        owner + " names the family '" + model.family + "', which does not exist.", "Check the id.");
        if (std::none_of(check.rules.fits.begin(), check.rules.fits.end(),
                         [&](const FitEntry& f) { return f.model == model.id && f.nations.empty(); }))
            check.error(model.place, "rulebase.missing-fit", owner + " has no line in the compatibility table.",
                        "Add <fit model=\"" + model.id.value + "\" …/>.");
    }
    for (const Vehicle& vehicle : check.rules.vehicles)
    {
        const std::string owner = "Vehicle '" + vehicle.id.value + "'";
        check_sources(check, vehicle.sources, vehicle.place, owner);
    }
}

void check_fits(const Check& check)
{
    for (const FitEntry& fit : check.rules.fits)
    {
        const std::string owner = "The compatibility of '" + fit.model.value + "'";
        if (find_model(check.rules, fit.model) == nullptr)
            check.error(fit.place, "rulebase.dangling-id", owner + " is about no model.", "Check the id.");
        check_nations(check, fit.nations, fit.place, owner);
        std::set<OptionId> seen;
        for (const auto* list : {&fit.typical, &fit.compatible, &fit.weak})
            for (const OptionId& vehicle : *list)
            {
                if (find_vehicle(check.rules, vehicle) == nullptr)
                    check.error(fit.place, "rulebase.dangling-id",
                                owner + " names '" + vehicle.value + "', which is no vehicle.", "Check the id.");
                if (!seen.insert(vehicle).second)
                    check.error(fit.place, "rulebase.duplicate-id", owner + " names '" + vehicle.value + "' twice.",
                                "A vehicle fits in one way only.");
            }
    }
}

/// Every option needs something that speaks for it and something that speaks against it; otherwise it always wins or
/// never does.
void check_balance(const Check& check)
{
    std::set<OptionId> pulled, pushed;
    for (const Rule& rule : check.rules.rules)
        for (const Effect& effect : rule.effects)
            if (effect.kind == EffectKind::Pull)
                (effect.strength > 0 ? pulled : pushed).insert(effect.on.begin(), effect.on.end());
    const auto judge = [&](const OptionId& id, const Place& place)
    {
        if (!pulled.contains(id))
            check.warn(place, "rulebase.one-sided-option", "No rule speaks for '" + id.value + "'.",
                       "Add a rule that pulls towards it, or remove the option.");
        if (!pushed.contains(id))
            check.warn(place, "rulebase.one-sided-option", "No rule speaks against '" + id.value + "'.",
                       "Add a rule that pulls away from it: nothing suits everybody.");
    };
    for (const Model& model : check.rules.models)
        judge(model.id, model.place);
    for (const Vehicle& vehicle : check.rules.vehicles)
        judge(vehicle.id, vehicle.place);
}

void check_readiness(const Check& check)
{
    const Readiness& readiness = check.rules.readiness;
    const Place& place = readiness.place;
    const auto check_step = [&](const std::string& step)
    {
        if (!gradient_index(check.rules, step))
            check.error(place, "rulebase.dangling-id",
                        "Relationship readiness names the gradient step '" + step + "', which does not exist.",
                        "Steps are g0 to g7.");
    };
    const auto check_question = [&](const QuestionId& id)
    {
        const Question* question = find_question(check.rules, id);
        if (question == nullptr || question->kind != AnswerKind::Scale)
            check.error(place, "rulebase.dangling-id",
                        "Relationship readiness names '" + id.value + "', which is no statement on a scale.",
                        "Check the id.");
    };
    for (const ReadinessThreshold& threshold : readiness.thresholds)
        check_step(threshold.step);
    for (const ReadinessGate& gate : readiness.gates)
    {
        check_step(gate.from_step);
        check_question(gate.question);
    }
    for (const ReadinessAdvice& advice : readiness.advice)
        check_question(advice.question);
    for (const ReadinessExemption& exemption : readiness.exemptions)
    {
        check_options(check, exemption.models, place, "Relationship readiness");
        for (const RuleId& id : exemption.rules)
            if (id.value != "all" && find_rule(check.rules, id) == nullptr)
                check.error(place, "rulebase.dangling-id",
                            "Relationship readiness names the rule '" + id.value + "', which does not exist.",
                            "Check the id.");
        if (exemption.when)
            validate_condition(check.rules, *exemption.when, "Relationship readiness", check.faults);
    }
    for (const Checklist& checklist : check.rules.checklists)
        for (const ChecklistItem& item : checklist.items)
        {
            const std::string owner = "Checklist item '" + item.id + "'";
            validate_condition(check.rules, item.when, owner, check.faults);
            for_each_condition(item.when,
                               [&](const Condition& part)
                               {
                                   if (std::holds_alternative<ChecklistTest>(part.node))
                                       check.error(part.place, "rulebase.cycle", owner + " tests a checklist.",
                                                   "Test the questions behind it instead.");
                               });
        }
}

/// The last words of a text, cut before a character and not inside one.
std::string ending_of(std::string_view text)
{
    constexpr std::size_t shown = 30;
    text.remove_prefix(text.size() - std::min(text.size(), shown));
    while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0U) == 0x80U)
        text.remove_prefix(1);
    return std::string(text);
}

/// Labels and titles need no full stop; everything else that people read is made of whole sentences.
void check_sentences(const Check& check)
{
    for (const ReaderText& text : reader_texts(check.rules))
        if ((text.kind == TextKind::Sentences || text.kind == TextKind::EditorsNote) &&
            std::string_view(".?!").find(text.text.back()) == std::string_view::npos)
            check.warn(text.place, "rulebase.no-full-stop",
                       text.what + " does not end like a sentence: '…" + ending_of(text.text) + "'.",
                       "End it with a full stop, so that it reads well aloud.");
}

void check_whole(const Check& check)
{
    const RuleBase& rules = check.rules;
    const Place place{"rules", 0, 0, ""};
    if (rules.models.empty() || rules.vehicles.empty() || rules.questions.empty() || rules.gradient.empty())
        check.error(place, "rulebase.incomplete",
                    "The rule base has no questions, no models, no vehicles or no gradient.",
                    "Check that all its files are in the folder.");
    constexpr std::size_t most_options = 64; // one bit each where many cases are judged at once
    if (rules.models.size() + rules.vehicles.size() > most_options)
        check.error(place, "rulebase.too-many-options",
                    "There are " + std::to_string(rules.models.size() + rules.vehicles.size()) +
                        " models and vehicles together; at most 64 can be judged.",
                    "Leave out those that nobody advises any more.");
    for (std::size_t i = 1; i < rules.settings.bands.size(); ++i)
        if (rules.settings.bands[i].from >= rules.settings.bands[i - 1].from)
            check.error(place, "rulebase.bad-bands", "The bands are not in order from the highest score to the lowest.",
                        "Sort the <band> elements in <settings>.");
    static const std::vector<std::string> band_ids = {"points-strongly-towards", "points-towards", "possible",
                                                      "points-away"};
    std::vector<std::string> bands;
    for (const BandSetting& band : rules.settings.bands)
        bands.push_back(band.id);
    if (bands != band_ids)
        check.error(place, "rulebase.bad-bands", "There must be four bands of scores, from the highest to the lowest.",
                    "They are " + foundation::joined_as_sentence(band_ids) + ".");
    for (const Lesson& lesson : rules.lessons)
        check_sources(check, lesson.sources, lesson.place, "Lesson " + std::to_string(lesson.number));
    for (const Inspiration& inspiration : rules.inspirations)
        if (find_source(rules, inspiration.source) == nullptr)
            check.error(inspiration.place, "rulebase.dangling-id",
                        "The inspiration '" + inspiration.name + "' names the source '" + inspiration.source.value +
                            "', which does not exist.",
                        "Check the id.");
}

} // namespace

std::vector<Diagnostic> validate(const RuleBase& rules)
{
    std::vector<Diagnostic> faults;
    const Check check{rules, faults};
    check_whole(check);
    check_unique_ids(check);
    check_small_ids(check);
    check_questions(check);
    check_cycles(check);
    check_rules(check);
    check_models(check);
    check_fits(check);
    check_balance(check);
    check_readiness(check);
    check_references(check);
    check_frameworks(check);
    check_sentences(check);
    return faults;
}

} // namespace fedadvise::rulebase
