#include "rulebase/reader_text.h"

#include <utility>

namespace fedadvise::rulebase
{

namespace
{

using foundation::Place;

/// Collects the texts of one thing after another.
class Collector
{
public:
    void begin(const std::string& kind, const std::string& id, const Place& place)
    {
        begin_as(kind + " '" + id + "'", id, place);
    }
    void begin_as(std::string owner, std::string id, const Place& place)
    {
        m_owner = std::move(owner);
        m_id = std::move(id);
        m_place = place;
    }
    void add(TextKind kind, std::string_view part, std::string_view text)
    {
        if (!text.empty())
            m_texts.push_back({kind, m_id, "The " + std::string(part) + " of " + m_owner, text, m_place});
    }
    void sentences(std::string_view part, std::string_view text) { add(TextKind::Sentences, part, text); }
    void phrase(std::string_view part, std::string_view text) { add(TextKind::Phrase, part, text); }
    void name(std::string_view part, std::string_view text) { add(TextKind::Name, part, text); }
    void note(std::string_view part, std::string_view text) { add(TextKind::EditorsNote, part, text); }
    [[nodiscard]] std::vector<ReaderText> taken() { return std::move(m_texts); }

private:
    std::string m_owner;
    std::string m_id;
    Place m_place;
    std::vector<ReaderText> m_texts;
};

void collect_questions(const RuleBase& rules, Collector& to)
{
    for (const Section& section : rules.sections)
    {
        to.begin("section", section.id, section.place);
        to.name("title", section.title);
        to.sentences("help", section.help);
    }
    for (const Question& question : rules.questions)
    {
        to.begin("question", question.id.value, question.place);
        to.name("short label", question.short_label);
        to.sentences("prompt", question.prompt);
        to.sentences("help", question.help);
        to.sentences("why", question.why);
        for (const AnswerOption& option : question.options)
            to.phrase("answer '" + option.id + "'", option.label);
    }
}

void collect_models(const RuleBase& rules, Collector& to)
{
    for (const GradientStep& step : rules.gradient)
    {
        to.begin("gradient step", step.id, step.place);
        to.name("name", step.name);
        to.phrase("trust", step.trust);
        to.phrase("autonomy", step.autonomy);
        to.sentences("text", step.text);
    }
    for (const Model& model : rules.models)
    {
        to.begin("model", model.id.value, model.place);
        to.name("name", model.name);
        for (const auto& [part, text] : {std::pair{"practices", &model.practices},
                                         {"patients", &model.patients},
                                         {"months", &model.months},
                                         {"reversible", &model.reversible},
                                         {"management", &model.management}})
            to.phrase(part, *text);
        for (const auto& [part, text] : {std::pair{"summary", &model.summary},
                                         {"suits", &model.suits},
                                         {"does-not-suit", &model.does_not_suit},
                                         {"fails-when", &model.fails_when},
                                         {"evidence", &model.evidence}})
            to.sentences(part, *text);
    }
}

void collect_vehicles(const RuleBase& rules, Collector& to)
{
    for (const Vehicle& vehicle : rules.vehicles)
    {
        to.begin("vehicle", vehicle.id.value, vehicle.place);
        to.name("name", vehicle.name);
        for (const auto& [part, text] : {std::pair{"summary", &vehicle.summary},
                                         {"suits", &vehicle.suits},
                                         {"does-not-suit", &vehicle.does_not_suit},
                                         {"trap", &vehicle.trap},
                                         {"liability", &vehicle.liability},
                                         {"tax", &vehicle.tax},
                                         {"control", &vehicle.control},
                                         {"solicitor", &vehicle.solicitor},
                                         {"accountant", &vehicle.accountant},
                                         {"manager", &vehicle.manager}})
            to.sentences(part, *text);
    }
}

void collect_rules(const RuleBase& rules, Collector& to)
{
    for (const Rule& rule : rules.rules)
    {
        to.begin("rule", rule.id.value, rule.place);
        to.name("title", rule.title);
        for (const Effect& effect : rule.effects)
        {
            to.sentences("effect", effect.sentence);
            to.phrase("within", effect.within);
            to.phrase("owner", effect.owner);
        }
        to.sentences("text", rule.text);
        to.sentences("reason", rule.reason);
    }
    for (const Lesson& lesson : rules.lessons)
    {
        to.begin_as("lesson " + std::to_string(lesson.number), lesson.id, lesson.place);
        to.name("name", lesson.name);
        to.sentences("summary", lesson.summary);
    }
    for (const UnstatedConstraint& constraint : rules.unstated)
    {
        to.begin("unstated constraint", constraint.id, constraint.place);
        to.sentences("reason", constraint.reason);
    }
}

void collect_readiness(const RuleBase& rules, Collector& to)
{
    const Readiness& readiness = rules.readiness;
    to.begin_as("relationship readiness", "readiness", readiness.place);
    to.sentences("note", readiness.note);
    for (const ReadinessExemption& exemption : readiness.exemptions)
        to.sentences("exemption", exemption.text);
    for (const ReadinessBand& band : readiness.bands)
    {
        to.name("band", band.name);
        to.sentences("band '" + band.name + "'", band.text);
    }
    for (const ReadinessSubscale& subscale : readiness.subscales)
        to.name("subscale", subscale.name);
    for (const ReadinessAdvice& advice : readiness.advice)
        to.sentences("advice on '" + advice.question.value + "'", advice.text);
    for (const ReadinessQuadrant& quadrant : readiness.quadrants)
    {
        to.name("quadrant", quadrant.title);
        to.sentences("quadrant '" + quadrant.title + "'", quadrant.text);
    }
    for (const Checklist& checklist : rules.checklists)
    {
        to.begin("checklist", checklist.id, checklist.place);
        to.name("title", checklist.title);
        for (const ChecklistItem& item : checklist.items)
        {
            to.phrase("item '" + item.id + "'", item.title);
            to.sentences("help of item '" + item.id + "'", item.help);
        }
    }
}

void collect_settings(const RuleBase& rules, Collector& to)
{
    to.begin_as("the settings", "settings", rules.settings.place);
    for (const BandSetting& band : rules.settings.bands)
        to.name("band '" + band.id + "'", band.label);
    to.name("label for not yet", rules.settings.not_yet_label);
    to.name("label for ruled out", rules.settings.ruled_out_label);
    for (const std::string& sentence : rules.settings.not_considered)
        to.sentences("list of what is not considered", sentence);
    to.sentences("disclaimer", rules.settings.disclaimer);
    for (const Inspiration& inspiration : rules.inspirations)
    {
        to.begin("inspiration", inspiration.name, inspiration.place);
        to.sentences("text", inspiration.text);
    }
}

void collect_references(const RuleBase& rules, Collector& to)
{
    for (const Term& term : rules.terms)
    {
        to.begin("term", term.id, term.place);
        to.sentences("plain", term.plain);
        to.sentences("detail", term.detail);
    }
    for (const SetupGuide& guide : rules.setups)
    {
        to.begin("set-up guide", guide.id, guide.place);
        to.name("title", guide.title);
        for (const SetupTask& task : guide.tasks)
        {
            to.begin("task", task.id, task.place);
            to.name("title", task.title);
            to.phrase("owner", task.owner);
            to.sentences("text", task.text);
        }
    }
    for (const Path& path : rules.paths)
    {
        to.begin("path", path.id, path.place);
        to.name("title", path.title);
        for (const PathStage& stage : path.stages)
        {
            to.begin("stage", stage.id, stage.place);
            to.name("title", stage.title);
            to.phrase("owner", stage.owner);
            to.sentences("text", stage.text);
            to.sentences("gate", stage.gate);
        }
    }
}

void collect_frameworks(const RuleBase& rules, Collector& to)
{
    for (const Framework& framework : rules.frameworks)
    {
        to.begin("framework", framework.id, framework.place);
        to.name("name", framework.name);
        to.sentences("text", framework.text);
        to.sentences("use", framework.used);
        for (const FrameworkArea& area : framework.areas)
        {
            to.begin("area", area.id, area.place);
            to.name("title", area.title);
            to.sentences("text", area.text);
            for (const FrameworkItem& item : area.items)
            {
                to.begin("framework item", item.id, item.place);
                to.name("title", item.title);
                to.sentences("question", item.asks);
                to.sentences("ready", item.ready);
                to.sentences("gap", item.gap);
                to.sentences("bring", item.bring);
                to.phrase("owner", item.owner);
            }
        }
    }
}

void collect_aspects(const RuleBase& rules, Collector& to)
{
    for (const Aspect& aspect : rules.aspects)
    {
        to.begin("aspect", aspect.id, aspect.place);
        to.name("name", aspect.name);
        to.sentences("text", aspect.text);
        for (const AspectText& text : aspect.texts)
        {
            to.begin("aspect", aspect.id, text.place);
            to.sentences("comparison of '" + (text.options.empty() ? "" : text.options.front().value) + "'", text.text);
        }
    }
}

void collect_notes(const RuleBase& rules, Collector& to)
{
    for (const Candidate& candidate : rules.candidates)
    {
        to.begin("candidate", candidate.id, candidate.place);
        to.note("reason", candidate.reason);
    }
    for (const Waiver& waiver : rules.waivers)
    {
        to.begin("waiver of", waiver.finding, waiver.place);
        to.note("reason", waiver.reason);
    }
    for (const Edition& edition : rules.editions)
    {
        to.begin("edition", edition.version, edition.place);
        to.note("text", edition.text);
    }
}

} // namespace

std::vector<ReaderText> reader_texts(const RuleBase& rules)
{
    Collector collector;
    collect_questions(rules, collector);
    collect_models(rules, collector);
    collect_vehicles(rules, collector);
    collect_rules(rules, collector);
    collect_readiness(rules, collector);
    collect_settings(rules, collector);
    collect_references(rules, collector);
    collect_frameworks(rules, collector);
    collect_aspects(rules, collector);
    collect_notes(rules, collector);
    return collector.taken();
}

} // namespace fedadvise::rulebase
