#include "report/statements.h"

#include "engine/group_value.h"
#include "foundation/text_list.h"
#include "report/aspects.h"

#include <algorithm>
#include <map>

namespace fedadvise::report
{

namespace
{

using engine::Finding;
using engine::Truth;
using rulebase::Effect;
using rulebase::EffectKind;
using rulebase::Rule;

constexpr std::size_t most_questions_named = 4;
const std::string nation_question = "jurisdiction";
const std::string readiness_engine = "readiness";
const std::string fit_engine = "fit";
const std::string no_carrier_engine = "no-carrier";
const std::string exemption_engine = "exemption";
const std::string no_vehicle_engine = "no-vehicle";

std::string quoted_step(const Wording& wording, std::size_t step)
{
    return "“" + wording.rules.gradient[step].name + "”";
}

/// The rest of a cap's sentence after "For now".
std::string cap_words(const Wording& wording, const Effect& effect)
{
    if (effect.above_current)
        return "For now, go at most " + counted(*effect.above_current, "steps") + " deeper than you work today.";
    if (effect.below_readiness)
        return "For now, stay at least " + counted(*effect.below_readiness, "steps") +
               " less deep than the relationship would carry.";
    const auto step = rulebase::gradient_index(wording.rules, effect.step);
    return step ? "For now, the deepest step is " + step_in_words(wording.rules, *step) + "." : std::string{};
}

std::string effect_sentence(const Wording& wording, const Effect& effect)
{
    if (effect.kind == EffectKind::Cap)
        return cap_words(wording, effect);
    return as_sentence(filled(wording, effect.sentence));
}

/// What an effect would do if the open questions were answered so.
std::string possible_effect(const Finding& finding, const Effect* effect)
{
    if (effect == nullptr || effect->kind == EffectKind::Pull)
        return finding.strength < 0 ? "This may still speak against it" : "This may still speak for it";
    switch (effect->kind)
    {
    case EffectKind::Exclude: return "This may still rule it out";
    case EffectKind::NotYet: return "It may still have to wait";
    case EffectKind::Cap: return "The depth may still be limited";
    case EffectKind::Require: return "This may still become a condition";
    default: return "This may still apply";
    }
}

std::string labels_of(const Wording& wording, const std::vector<rulebase::QuestionId>& questions)
{
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < questions.size() && i < most_questions_named; ++i)
        labels.push_back("“" + short_label(wording.rules, questions[i]) + "”");
    if (questions.size() > most_questions_named)
        labels.push_back(counted(static_cast<std::int64_t>(questions.size() - most_questions_named), "more questions"));
    return foundation::joined_as_sentence(labels);
}

std::string open_text(const Wording& wording, const Finding& finding, const std::string& title, const Effect* effect)
{
    std::string text = possible_effect(finding, effect) + ": " + as_sentence(title);
    if (!finding.because.empty())
        text += " It depends on " + labels_of(wording, finding.because.ids()) + ".";
    return text;
}

void add_sources(const Wording& wording, const Rule& rule, Statement& statement)
{
    for (const rulebase::SourceId& id : rule.sources)
    {
        const rulebase::Source* source = rulebase::find_source(wording.rules, id);
        statement.sources.push_back(id.value);
        statement.source_titles.push_back(source == nullptr ? id.value : source_title(*source));
    }
    statement.review_due = sources_due(wording, rule.sources);
    statement.review_words = review_words(wording.rules, statement.review_due);
}

void add_rule(const Wording& wording, const Finding& finding, const Rule& rule, Statement& statement)
{
    const Effect* effect = finding.effect < rule.effects.size() ? &rule.effects[finding.effect] : nullptr;
    statement.rule = rule.id.value;
    statement.title = filled(wording, rule.title);
    statement.reason = as_sentence(filled(wording, rule.reason));
    statement.law = rule.law;
    statement.tag = rulebase::tag_name(rule.tag);
    statement.status = rulebase::status_name(rule.status);
    if (effect != nullptr && (effect->kind == EffectKind::Warn || effect->kind == EffectKind::Forbid))
        statement.level = effect->kind == EffectKind::Forbid ? "unlawful" : "caution";
    if (effect != nullptr)
        statement.sentence = effect_sentence(wording, *effect);
    statement.text = finding.truth == Truth::Unknown ? open_text(wording, finding, statement.title, effect)
                                                     : as_sentence(filled(wording, rule.text));
    if (effect != nullptr && finding.truth == Truth::True)
        statement.after_page = effect->after_page;
    statement.aspects = aspects_of(wording.rules, rule, finding.because.ids());
    add_sources(wording, rule, statement);
}

rulebase::Fit fit_between(const Wording& wording, const rulebase::OptionId& model, const rulebase::OptionId& vehicle)
{
    for (const engine::Pair& pair : wording.assessment.pairs)
        if (pair.model == model && pair.vehicle == vehicle)
            return pair.fit;
    const engine::GroupValue nation = engine::group_value(wording.rules, wording.group, {nation_question});
    return rulebase::fit_of(wording.rules, model, vehicle,
                            nation.options.empty() ? std::string{} : nation.options.front());
}

/// "the average is 3.0 and needs to be 3.3", or empty when the threshold is met.
std::string threshold_gap(std::string_view what, foundation::Fixed needed, const std::optional<foundation::Fixed>& now)
{
    if (!now || *now >= needed)
        return {};
    return std::string{what} + " is " + reading_text(*now) + " and needs to be " + reading_text(needed);
}

std::vector<std::string> gate_gaps(const Wording& wording, std::size_t step)
{
    std::vector<std::string> gaps;
    for (const rulebase::ReadinessGate& gate : wording.rules.readiness.gates)
    {
        const auto from = rulebase::gradient_index(wording.rules, gate.from_step);
        const engine::GroupValue value = engine::group_value(wording.rules, wording.group, gate.question);
        if (!from || *from > step || !value.known || !value.number || *value.number >= gate.at_least)
            continue;
        gaps.push_back("“" + short_label(wording.rules, gate.question) + "” is " + reading_text(*value.number) +
                       " and needs to be " + reading_text(gate.at_least));
    }
    return gaps;
}

/// The same as a sentence; empty when nothing is amiss.
std::string readiness_gaps(const Wording& wording, std::size_t step)
{
    if (step >= wording.rules.gradient.size())
        return {};
    const engine::RelationshipReading& relationship = wording.assessment.relationship;
    const std::vector<std::string> gaps = relationship_gaps(wording, step);
    if (!relationship.mean.now)
        return as_sentence(gaps.front());
    if (gaps.empty())
        return relationship.statements_answered < relationship.statements
                   ? "Some statements about your relationship are still open."
                   : "";
    return "On a scale from 1 to 5, " + foundation::joined_as_sentence(gaps) + ".";
}

/// What the relationship carries, and what the next step would take.
void add_group_readiness(const Wording& wording, Statement& statement)
{
    const std::size_t carried = wording.assessment.depth_cap.from_readiness;
    statement.title = "What the relationship carries";
    statement.sentence = "For now, the relationship carries steps up to " + step_in_words(wording.rules, carried) + ".";
    const std::string gaps = readiness_gaps(wording, carried + 1);
    statement.text = gaps.empty() ? "It grows when practices work together on small things and keep their word."
                                  : "What the next step would take: " + gaps;
}

void add_model_readiness(const Wording& wording, const About& about, Statement& statement)
{
    const auto step =
        about.model == nullptr ? std::nullopt : rulebase::gradient_index(wording.rules, about.model->lowest_step);
    statement.reason = "A deep form needs trust that is already there. Paperwork does not replace it.";
    if (!step)
        return add_group_readiness(wording, statement);
    statement.title = "The relationship does not carry this depth yet";
    statement.sentence = "A relationship that carries this depth.";
    statement.text = "This model works at the step " + quoted_step(wording, *step) + ". " +
                     readiness_gaps(wording, *step) + " The deepest step that the relationship carries now is " +
                     step_in_words(wording.rules, wording.assessment.depth_cap.from_readiness) + ".";
}

void add_fit(const Wording& wording, const Finding& finding, const About& about, Statement& statement)
{
    const rulebase::Model* model = rulebase::find_model(wording.rules, finding.option);
    const std::string name = model == nullptr ? finding.option.value : model->name;
    const rulebase::Fit fit =
        about.vehicle == nullptr ? rulebase::Fit::Compatible : fit_between(wording, finding.option, about.vehicle->id);
    statement.title = "How it fits the model " + name;
    statement.text = fit_words(fit);
    const std::string_view stand_in = " it";
    if (const std::size_t at = statement.text.find(stand_in); at != std::string::npos)
        statement.text.replace(at, stand_in.size(), " the model “" + name + "”");
}

void add_lack_of_vehicles(const Wording& wording, const Finding& finding, Statement& statement)
{
    statement.title = "Too few legal forms are left";
    statement.sentence = "At least two legal forms to choose from.";
    statement.reason = "No form can do everything at once. It is better to find that out before anything is signed.";
    if (finding.truth == Truth::Unknown)
    {
        statement.text = "It may still have to wait: open answers may leave fewer than two legal forms that can carry "
                         "it. It depends on " +
                         labels_of(wording, finding.because.ids()) + ".";
        return;
    }
    statement.text = "This model needs a legal form of its own, and your answers leave fewer than two that can carry "
                     "it. Look at what rules out or holds back the others, and decide which of these answers you could "
                     "change.";
}

void add_engine_words(const Wording& wording, const Finding& finding, const About& about, Statement& statement)
{
    statement.rule = finding.engine;
    statement.tag = "proposal";
    statement.status = "in-force";
    if (finding.engine == readiness_engine)
        add_model_readiness(wording, about, statement);
    else if (finding.engine == fit_engine)
        add_fit(wording, finding, about, statement);
    else if (finding.engine == no_carrier_engine)
    {
        statement.title = "No leading model can use it";
        statement.text = "None of the models that come first now can use this vehicle.";
    }
    else if (finding.engine == no_vehicle_engine)
        add_lack_of_vehicles(wording, finding, statement);
    else if (finding.engine == exemption_engine && finding.effect < wording.rules.readiness.exemptions.size())
    {
        statement.title = "Open although trust is still low";
        statement.text = wording.rules.readiness.exemptions[finding.effect].text;
        statement.level = "caution";
    }
    if (statement.text.empty())
        statement.text = as_sentence(statement.title.empty() ? finding.engine : statement.title);
}

} // namespace

Statement statement_of(const Wording& wording, const Finding& finding, const About& about)
{
    Statement statement;
    statement.strength = finding.strength;
    for (const rulebase::QuestionId& question : finding.because)
    {
        statement.because.push_back(question.value);
        statement.because_words.push_back(because_words(wording, question));
    }
    const Rule* rule = finding.rule.value.empty() ? nullptr : rulebase::find_rule(wording.rules, finding.rule);
    if (rule != nullptr)
        add_rule(wording, finding, *rule, statement);
    else
        add_engine_words(wording, finding, about, statement);
    return statement;
}

std::vector<Statement> statements_of(const Wording& wording, std::span<const Finding> findings, const About& about)
{
    std::vector<Statement> statements;
    for (const Finding& finding : findings)
        statements.push_back(statement_of(wording, finding, about));
    return statements;
}

std::vector<std::string> relationship_gaps(const Wording& wording, std::size_t step)
{
    if (step >= wording.rules.gradient.size())
        return {};
    const engine::RelationshipReading& relationship = wording.assessment.relationship;
    if (!relationship.mean.now)
        return {"The statements about your relationship are not answered yet, so nobody can tell whether it carries "
                "that depth"};
    std::vector<std::string> gaps;
    for (const rulebase::ReadinessThreshold& threshold : wording.rules.readiness.thresholds)
        if (threshold.step == wording.rules.gradient[step].id)
        {
            gaps.push_back(threshold_gap("the average over all statements", threshold.mean, relationship.mean.now));
            gaps.push_back(
                threshold_gap("the average of the lowest practice", threshold.lowest, relationship.lowest.now));
        }
    for (std::string& gap : gate_gaps(wording, step))
        gaps.push_back(std::move(gap));
    std::erase_if(gaps, [](const std::string& gap) { return gap.empty(); });
    return gaps;
}

std::string fit_words(rulebase::Fit fit)
{
    switch (fit)
    {
    case rulebase::Fit::Typical: return "This is a usual vehicle for it.";
    case rulebase::Fit::Compatible: return "This vehicle can carry it.";
    case rulebase::Fit::Weak: return "This vehicle is unusual for it and needs specialist advice.";
    case rulebase::Fit::Impossible: return "This vehicle cannot carry it.";
    }
    return {};
}

std::string source_title(const rulebase::Source& source)
{
    std::vector<std::string> parts = {source.title, source.publisher, source.year};
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return foundation::joined(parts, ", ");
}

SourceWords source_words(const Wording& wording, const std::vector<rulebase::SourceId>& sources)
{
    SourceWords words;
    for (const rulebase::SourceId& id : sources)
    {
        const rulebase::Source* source = rulebase::find_source(wording.rules, id);
        words.ids.push_back(id.value);
        words.titles.push_back(source == nullptr ? id.value : source_title(*source));
    }
    words.review = review_words(wording.rules, sources_due(wording, sources));
    return words;
}

std::vector<std::string> sources_due(const Wording& wording, const std::vector<rulebase::SourceId>& sources)
{
    std::vector<std::string> due;
    for (const rulebase::SourceId& id : sources)
        if (const rulebase::Source* source = rulebase::find_source(wording.rules, id);
            source != nullptr && rulebase::is_past_review(*source, wording.assessment.as_at))
            due.push_back(id.value);
    return due;
}

std::string review_words(const rulebase::RuleBase& rules, const std::vector<std::string>& due)
{
    std::map<foundation::Date, std::vector<std::string>> by_day;
    for (const std::string& id : due)
        if (const rulebase::Source* source = rulebase::find_source(rules, {id}))
            by_day[source->review].push_back(id);
    std::vector<std::string> sentences;
    for (const auto& [day, ids] : by_day)
        sentences.push_back((ids.size() == 1 ? "The source " : "The sources ") + foundation::joined_as_sentence(ids) +
                            (ids.size() == 1 ? " was" : " were") + " due to be checked again on " +
                            foundation::date_in_words(day) + ".");
    return foundation::joined(sentences, " ");
}

std::string short_reason(const Statement& statement)
{
    if (statement.rule == fit_engine || statement.rule == no_carrier_engine)
        return statement.text;
    if (statement.because_words.empty() || statement.rule == readiness_engine || statement.rule == no_vehicle_engine)
        return as_sentence(statement.title);
    // The nation alone explains little when there is more to name.
    const bool skip_nation = statement.because.size() > 1 && statement.because.front() == nation_question;
    const std::string& because = statement.because_words[skip_nation ? 1 : 0];
    return as_sentence(statement.title + " (" + because.substr(0, because.find(" (")) + ")");
}

} // namespace fedadvise::report
