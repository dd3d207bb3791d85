#include "report/advice.h"

#include "foundation/text_list.h"
#include "report/aspects.h"
#include "report/conflicts.h"
#include "report/headline.h"
#include "report/leaders.h"
#include "report/readiness_words.h"
#include "report/statements.h"
#include "report/wording.h"

#include <algorithm>
#include <set>

namespace fedadvise::report
{

namespace
{

using engine::Band;
using rulebase::OptionId;

std::string band_label(const rulebase::RuleBase& rules, const std::string& id)
{
    if (id == engine::band_id(Band::NotYet))
        return rules.settings.not_yet_label;
    if (id == engine::band_id(Band::RuledOut))
        return rules.settings.ruled_out_label;
    for (const rulebase::BandSetting& band : rules.settings.bands)
        if (band.id == id)
            return band.label;
    return id;
}

std::string band_of_score(const rulebase::RuleBase& rules, int score)
{
    for (const rulebase::BandSetting& band : rules.settings.bands)
        if (score >= band.from)
            return band.id;
    return rules.settings.bands.empty() ? std::string{} : rules.settings.bands.back().id;
}

void add_details(OptionAdvice& option, std::initializer_list<std::pair<std::string, std::string>> details)
{
    for (const auto& [heading, text] : details)
        if (!text.empty())
            option.details.emplace_back(heading, text);
}

std::string depth_of(const rulebase::RuleBase& rules, const rulebase::Model& model)
{
    const auto low = rulebase::gradient_index(rules, model.lowest_step);
    const auto high = rulebase::gradient_index(rules, model.highest_step);
    if (!low || !high)
        return {};
    if (*low == *high)
        return step_in_words(rules, *low);
    return step_in_words(rules, *low) + " to " + step_in_words(rules, *high);
}

std::string legal_person_sentence(rulebase::LegalPerson need)
{
    switch (need)
    {
    case rulebase::LegalPerson::Needed: return "A separate legal person is needed.";
    case rulebase::LegalPerson::Helpful: return "A separate legal person helps, and is not needed.";
    case rulebase::LegalPerson::NotNeeded: return "No separate legal person is needed.";
    }
    return {};
}

void describe_model(const rulebase::RuleBase& rules, const rulebase::Model& model, OptionAdvice& option)
{
    option.name = model.name;
    for (const rulebase::Family& family : rules.families)
        if (family.id == model.family)
            option.family_or_law = family.name;
    option.depth = depth_of(rules, model);
    option.summary = model.summary;
    option.suits = model.suits;
    option.does_not_suit = model.does_not_suit;
    add_details(option, {{"When it fails", model.fails_when},
                         {"What is known about it", model.evidence},
                         {"Usual number of practices", as_sentence(model.practices)},
                         {"Usual number of patients", as_sentence(model.patients)},
                         {"Months until it works", as_sentence(model.months)},
                         {"Can it be undone?", as_sentence(model.reversible)},
                         {"Who manages it", as_sentence(model.management)},
                         {"Legal person", legal_person_sentence(model.legal_person)}});
}

void describe_vehicle(const rulebase::Vehicle& vehicle, OptionAdvice& option)
{
    option.name = vehicle.name;
    option.family_or_law = vehicle.law;
    option.summary = vehicle.summary;
    option.suits = vehicle.suits;
    option.does_not_suit = vehicle.does_not_suit;
    add_details(option, {{"A common trap", vehicle.trap},
                         {"Liability", vehicle.liability},
                         {"Tax", vehicle.tax},
                         {"Control", vehicle.control},
                         {"A solicitor would say", vehicle.solicitor},
                         {"An accountant would say", vehicle.accountant},
                         {"A practice manager would say", vehicle.manager},
                         {"Register", as_sentence(vehicle.register_name)}});
}

std::string why_of(const OptionAdvice& option)
{
    return option.for_it.empty() ? "Nothing in your answers speaks for it so far."
                                 : short_reason(option.for_it.front());
}

std::string why_not_of(const OptionAdvice& option)
{
    if (!option.ruled_out_by.empty())
        return short_reason(option.ruled_out_by.front());
    if (!option.not_yet.empty())
    {
        const Statement& wait = option.not_yet.front();
        if (wait.sentence.empty())
            return short_reason(wait);
        // A depth cap is a limit, not a thing that could be supplied; its title says where it comes from.
        if (wait.sentence.starts_with("For now"))
            return wait.sentence.substr(0, wait.sentence.find_last_not_of('.') + 1) + " (" + lower_first(wait.title) +
                   ").";
        return as_sentence("Missing so far: " + lower_first(wait.sentence));
    }
    return option.against_it.empty() ? std::string{} : short_reason(option.against_it.front());
}

std::string movement_words(const rulebase::RuleBase& rules, const OptionAdvice& option)
{
    if (option.band == engine::band_id(Band::RuledOut) || option.band_low == option.band_high)
        return {};
    return "With the open answers its reasons could still come out anywhere from “" +
           lower_first(band_label(rules, option.band_low)) + "” to “" +
           lower_first(band_label(rules, option.band_high)) + "”.";
}

OptionAdvice option_advice(const Wording& wording, const engine::OptionResult& result)
{
    const About about{rulebase::find_model(wording.rules, result.option),
                      rulebase::find_vehicle(wording.rules, result.option)};
    OptionAdvice option;
    option.id = result.option.value;
    option.name = result.option.value;
    option.rank = result.rank;
    option.band = engine::band_id(result.band);
    option.band_label = band_label(wording.rules, option.band);
    option.band_low = band_of_score(wording.rules, result.score.low);
    option.band_high = band_of_score(wording.rules, result.score.high);
    option.band_words = movement_words(wording.rules, option);
    option.score = result.score;
    if (about.model != nullptr)
        describe_model(wording.rules, *about.model, option);
    if (about.vehicle != nullptr)
        describe_vehicle(*about.vehicle, option);
    option.for_it = statements_of(wording, result.for_it, about);
    option.against_it = statements_of(wording, result.against_it, about);
    option.open = statements_of(wording, result.open, about);
    option.ruled_out_by = statements_of(wording, result.ruled_out_by, about);
    option.not_yet = statements_of(wording, result.not_yet, about);
    option.required = statements_of(wording, result.required, about);
    option.allowed = statements_of(wording, result.allowed, about);
    option.warnings = statements_of(wording, result.warnings, about);
    if (about.model != nullptr)
        option.aspects = aspect_cells(wording, *about.model);
    if (about.vehicle != nullptr)
        option.aspects = aspect_cells(wording, *about.vehicle);
    option.why = why_of(option);
    option.why_not = why_not_of(option);
    return option;
}

void add_pairs(const Wording& wording, Advice& advice)
{
    const auto name = [](const std::vector<OptionAdvice>& options, const OptionId& id)
    {
        const auto found =
            std::find_if(options.begin(), options.end(), [&](const OptionAdvice& o) { return o.id == id.value; });
        return found == options.end() ? id.value : found->name;
    };
    for (const engine::Pair& pair : wording.assessment.pairs)
        advice.pairs.push_back({pair.model.value, name(advice.models, pair.model), pair.vehicle.value,
                                name(advice.vehicles, pair.vehicle), rulebase::fit_name(pair.fit),
                                fit_words(pair.fit)});
}

void mark_leaders(const Wording& wording, Advice& advice)
{
    const Leaders leaders = leaders_of(wording.group, wording.assessment);
    const auto mark = [](std::vector<OptionAdvice>& options, const std::vector<OptionId>& leading)
    {
        for (OptionAdvice& option : options)
            option.leading =
                std::any_of(leading.begin(), leading.end(), [&](const OptionId& id) { return id.value == option.id; });
    };
    mark(advice.models, leaders.models);
    mark(advice.vehicles, leaders.vehicles);
}

std::string legal_person_word(engine::Truth needed)
{
    return needed == engine::Truth::True ? "needed" : needed == engine::Truth::False ? "not-needed" : "unknown";
}

void add_options(const Wording& wording, Advice& advice)
{
    for (const engine::OptionResult& result : wording.assessment.models)
        advice.models.push_back(option_advice(wording, result));
    for (const engine::OptionResult& result : wording.assessment.vehicles)
        advice.vehicles.push_back(option_advice(wording, result));
    for (const rulebase::BandSetting& band : wording.rules.settings.bands)
        advice.bands.emplace_back(band.id, band.label);
    advice.bands.emplace_back(engine::band_id(Band::NotYet), wording.rules.settings.not_yet_label);
    advice.bands.emplace_back(engine::band_id(Band::RuledOut), wording.rules.settings.ruled_out_label);
    add_pairs(wording, advice);
    mark_leaders(wording, advice);
    advice.legal_person = legal_person_word(wording.assessment.legal_person_needed);
    advice.legal_person_needed = wording.assessment.legal_person_needed == engine::Truth::True;
}

void add_next_steps(const Wording& wording, Advice& advice)
{
    for (const engine::Finding& finding : wording.assessment.next_steps)
    {
        const rulebase::Rule* rule = rulebase::find_rule(wording.rules, finding.rule);
        if (rule == nullptr || finding.effect >= rule->effects.size())
            continue;
        const rulebase::Effect& effect = rule->effects[finding.effect];
        NextStep step{filled(wording, rule->title),
                      as_sentence(filled(wording, effect.sentence)),
                      effect.within,
                      effect.owner,
                      effect.from_month,
                      effect.to_month,
                      rule->id.value,
                      {},
                      sources_due(wording, rule->sources),
                      {}};
        step.review_words = review_words(wording.rules, step.review_due);
        if (step.text.empty())
            step.text = as_sentence(filled(wording, rule->text));
        for (const rulebase::SourceId& source : rule->sources)
            step.sources.push_back(source.value);
        advice.next_steps.push_back(std::move(step));
    }
}

void add_open_questions(const Wording& wording, Advice& advice)
{
    for (const engine::OpenQuestion& open : wording.assessment.open_questions)
    {
        const rulebase::Question* question = rulebase::find_question(wording.rules, open.question);
        OpenQuestionAdvice line{open.question.value, {}, {}, short_label(wording.rules, open.question), open.rules,
                                open.said_unknown};
        if (question != nullptr)
        {
            line.prompt = question->prompt;
            line.why = question->why;
        }
        advice.open_questions.push_back(std::move(line));
    }
}

/// Answers in the order of the rule base. Notes without an answer are kept too.
void add_answers_of(const Wording& wording, const std::string& who, const casefile::Answers& answers,
                    const casefile::Notes& notes, Advice& advice)
{
    for (const rulebase::Question& question : wording.rules.questions)
    {
        const casefile::Answer* answer = casefile::find_answer(answers, question.id);
        const auto note = notes.find(question.id);
        if (answer == nullptr && note == notes.end())
            continue;
        AnswerLine line{who, question.id.value, short_label(wording.rules, question.id), "Not answered", {}};
        if (answer != nullptr)
            line.answer = casefile::answer_in_words(question, *answer);
        if (note != notes.end())
            line.note = note->second;
        advice.answers.push_back(std::move(line));
    }
}

void add_answers(const Wording& wording, Advice& advice)
{
    add_answers_of(wording, {}, wording.group.answers, wording.group.notes, advice);
    for (const casefile::Practice& practice : wording.group.practices)
    {
        const std::string name = practice.name.empty() ? "Practice " + practice.id : practice.name;
        add_answers_of(wording, name, practice.answers, practice.notes, advice);
        for (const casefile::Respondent& respondent : practice.respondents)
            add_answers_of(wording, name + " (" + (respondent.role.empty() ? "respondent" : respondent.role) + ")",
                           respondent.answers, respondent.notes, advice);
    }
}

void note_sources(const std::vector<Statement>& statements, std::set<std::string>& used)
{
    for (const Statement& statement : statements)
        used.insert(statement.sources.begin(), statement.sources.end());
}

std::set<std::string> used_sources(const Advice& advice)
{
    std::set<std::string> used;
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
            for (const std::vector<Statement>* list :
                 {&option.for_it, &option.against_it, &option.open, &option.ruled_out_by, &option.not_yet,
                  &option.required, &option.allowed, &option.warnings})
                note_sources(*list, used);
    for (const std::vector<Statement>* list : {&advice.conflicts, &advice.warnings, &advice.depth_cap_by})
        note_sources(*list, used);
    for (const LessonAdvice& lesson : advice.lessons)
        note_sources(lesson.checks, used);
    for (const NextStep& step : advice.next_steps)
        used.insert(step.sources.begin(), step.sources.end());
    return used;
}

SourceLine source_line(const rulebase::Source& source, foundation::Date day)
{
    const bool due = rulebase::is_past_review(source, day);
    return {source.id.value,
            source.title,
            source.publisher,
            source.year,
            rulebase::tag_name(source.tag),
            foundation::date_text(source.checked),
            foundation::date_text(source.review),
            due,
            due ? "It was due to be checked again on " + foundation::date_in_words(source.review) + "."
                : std::string()};
}

/// One line for the top, where a reader sees it before the advice; empty when no source is due.
std::string review_note_of(const Advice& advice)
{
    const auto due = std::count_if(advice.sources.begin(), advice.sources.end(),
                                   [](const SourceLine& source) { return source.review_due; });
    if (due == 0)
        return {};
    return counted(due, "sources") + " behind this advice " + (due == 1 ? "was" : "were") +
           " due to be checked again before " + advice.as_at_words + ". The reasons that rest on " +
           (due == 1 ? "it" : "them") + " say so.";
}

void add_sources(const Wording& wording, Advice& advice)
{
    const std::set<std::string> used = used_sources(advice);
    std::set<std::string> more = sources_of(advice.setups, advice.time_paths);
    if (advice.pre_check)
        more.merge(sources_of(*advice.pre_check));
    for (const rulebase::Source& source : wording.rules.sources)
        if (used.contains(source.id.value))
            advice.sources.push_back(source_line(source, wording.assessment.as_at));
        else if (more.contains(source.id.value))
            advice.more_sources.push_back(source_line(source, wording.assessment.as_at));
    advice.review_note = review_note_of(advice);
}

void add_provenance(const Wording& wording, Advice& advice)
{
    advice.rules_id = wording.rules.id;
    advice.rules_version = wording.rules.version;
    advice.rules_sha256 = wording.rules.sha256;
    advice.rules_as_at = foundation::date_text(wording.rules.as_at);
    advice.not_considered = wording.rules.settings.not_considered;
    advice.disclaimer = wording.rules.settings.disclaimer;
    for (const rulebase::UnstatedConstraint& constraint : wording.rules.unstated)
        advice.unstated.emplace_back(constraint.id, as_sentence(constraint.reason));
    for (const rulebase::Inspiration& inspiration : wording.rules.inspirations)
        advice.inspirations.emplace_back(inspiration.name, inspiration.text);
    add_sources(wording, advice);
}

} // namespace

Advice put_into_words(const rulebase::RuleBase& rules, const casefile::Case& group,
                      const engine::Assessment& assessment)
{
    const Wording wording{rules, group, assessment};
    Advice advice;
    const std::string_view title = foundation::trimmed(group.title);
    advice.title = title.empty() ? "Untitled group" : std::string{title};
    advice.as_at = foundation::date_text(assessment.as_at);
    advice.as_at_words = foundation::date_in_words(assessment.as_at);
    add_options(wording, advice);
    add_readiness(wording, advice);
    add_gradient(wording, advice);
    advice.path = path_of(wording, advice);
    add_lessons(wording, advice);
    advice.conflicts = conflicts_in_words(wording, advice);
    advice.aspects = aspects_in_words(wording);
    advice.warnings = statements_of(wording, assessment.warnings);
    add_next_steps(wording, advice);
    add_pre_check(wording, advice);
    add_set_up(wording, advice);
    add_open_questions(wording, advice);
    add_answers(wording, advice);
    add_provenance(wording, advice);
    advice.headline = headline_of(wording, advice);
    return advice;
}

} // namespace fedadvise::report
