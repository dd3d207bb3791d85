#include "report/recheck.h"

#include "casefile/case_file.h"
#include "foundation/date.h"
#include "foundation/text_list.h"
#include "report/advice.h"
#include "report/wording.h"
#include "rulepack/version.h"

#include <algorithm>
#include <array>
#include <set>

namespace fedadvise::report
{

using analysis::Cause;
using analysis::Gravity;
using analysis::OptionChange;
using analysis::OutcomeChange;
using analysis::Standing;
using casefile::Judged;
using engine::Band;

namespace
{

constexpr std::size_t shown_of_digest = 12;

/// The case as the rules in use read it, and, when they are at hand, as those that judged it do.
struct RecheckInput
{
    analysis::Outcome now;
    const Judged& judged;
    const engine::Engine* engine_then = nullptr; ///< null: those rules are not on this computer
    const casefile::Case* group_then = nullptr;  ///< null: those rules cannot read the case any more
};

casefile::JudgedOptions standings(const std::vector<engine::OptionResult>& results)
{
    casefile::JudgedOptions options;
    for (const engine::OptionResult& result : results)
        options[result.option] = {result.rank, engine::band_id(result.band)};
    return options;
}

std::optional<Band> band_of(const std::string& id)
{
    for (const Band band : {Band::PointsStronglyTowards, Band::PointsTowards, Band::Possible, Band::PointsAway,
                            Band::NotYet, Band::RuledOut})
        if (engine::band_id(band) == id)
            return band;
    return std::nullopt;
}

bool is_open(Band band)
{
    return band != Band::NotYet && band != Band::RuledOut;
}

/// Where an option of the record stood. Points are not kept, so those of now stand in for them.
std::optional<Standing> recorded(const casefile::JudgedOptions& options, const rulebase::OptionId& id, int points)
{
    const auto found = options.find(id);
    const auto band = found == options.end() ? std::nullopt : band_of(found->second.band);
    return band ? std::optional(Standing{found->second.rank, *band, points}) : std::nullopt;
}

std::vector<rulebase::OptionId> first_of(const casefile::JudgedOptions& options)
{
    std::vector<rulebase::OptionId> first;
    for (const auto& [id, option] : options)
        if (const auto band = band_of(option.band); option.rank == 1 && band && is_open(*band))
            first.push_back(id);
    return first;
}

std::vector<OptionChange> compare_with_record(const casefile::JudgedOptions& then,
                                              const std::vector<engine::OptionResult>& now)
{
    std::vector<OptionChange> changes;
    std::set<rulebase::OptionId> known;
    for (const engine::OptionResult& result : now)
    {
        known.insert(result.option);
        const OptionChange change{result.option,
                                  recorded(then, result.option, result.score.now),
                                  Standing{result.rank, result.band, result.score.now},
                                  {},
                                  {}};
        if (change.before != change.after)
            changes.push_back(change);
    }
    for (const auto& [id, option] : then)
        if (!known.contains(id))
            changes.push_back({id, recorded(then, id, 0), std::nullopt, {}, {}});
    return changes;
}

std::vector<rulebase::OptionId> sorted(std::vector<rulebase::OptionId> options)
{
    std::sort(options.begin(), options.end());
    return options;
}

OutcomeChange compare_with_record(const Judged& judged, const engine::Assessment& now)
{
    OutcomeChange change;
    change.leading_models_before = first_of(judged.models);
    change.leading_models_after = sorted(now.leading_models);
    change.leading_vehicles_before = first_of(judged.vehicles);
    change.leading_vehicles_after = sorted(analysis::first_vehicles(now));
    change.models = compare_with_record(judged.models, now.models);
    change.vehicles = compare_with_record(judged.vehicles, now.vehicles);
    change.gravity = analysis::gravity_of(change);
    return change;
}

/// Both sides in words; `then` is missing when only the record is there.
struct Sides
{
    const RecheckInput& input;
    const Advice& now;
    const Advice* then;
};

const OptionAdvice* find_option(const Advice* advice, const std::string& id)
{
    if (advice == nullptr)
        return nullptr;
    for (const auto* options : {&advice->models, &advice->vehicles})
        for (const OptionAdvice& option : *options)
            if (option.id == id)
                return &option;
    return nullptr;
}

const Statement* find_statement(const OptionAdvice* option, const std::string& rule)
{
    if (option == nullptr)
        return nullptr;
    for (const auto* statements : {&option->ruled_out_by, &option->not_yet, &option->required, &option->warnings,
                                   &option->against_it, &option->for_it, &option->allowed})
        for (const Statement& statement : *statements)
            if (statement.rule == rule)
                return &statement;
    return nullptr;
}

std::string name_of(const Sides& sides, const std::string& id)
{
    for (const Advice* advice : {&sides.now, sides.then})
        if (const OptionAdvice* option = find_option(advice, id))
            return option->name;
    return id;
}

std::string label_of(const Sides& sides, const std::optional<Standing>& standing)
{
    if (!standing)
        return {};
    const std::string id = engine::band_id(standing->band);
    for (const auto& [band, label] : sides.now.bands)
        if (band == id)
            return label;
    return id;
}

/// What a change that is no rule's is put down to.
std::string words_for(const std::string& kind, const std::string& id, const Sides& sides)
{
    if (kind == "question")
        return "The question on " + lower_first(short_label(sides.input.now.engine.rules(), {id})) + " was changed.";
    if (kind == "settings")
        return "How points become bands was changed.";
    if (kind == "compatibility")
        return "How well vehicles carry models was changed.";
    if (kind == "readiness")
        return "What the relationship between the practices carries is read in another way.";
    if (kind == "model" || kind == "vehicle")
        return "The description of " + name_of(sides, id) + " was changed, added or taken out.";
    return "The rules were changed: " + kind + (kind == id ? "" : " " + id) + ".";
}

RecheckReason reason_of(const Cause& cause, const OptionChange& change, const Sides& sides)
{
    if (cause.kind != "rule")
        return {{}, words_for(cause.kind, cause.id, sides)};
    const Statement* now = find_statement(find_option(&sides.now, change.option.value), cause.id);
    const Statement* then = find_statement(find_option(sides.then, change.option.value), cause.id);
    const std::string doing = cause.what.empty() ? std::string() : " (" + cause.what + ")";
    if (now != nullptr && then != nullptr)
        return {cause.id, "It counts in another way" + doing + ": " + now->text};
    if (now != nullptr)
        return {cause.id, "New" + doing + ": " + now->text};
    if (then != nullptr)
        return {cause.id, "No longer" + doing + ": " + then->text};
    const rulebase::Rule* rule = rulebase::find_rule(sides.input.now.engine.rules(), {cause.id});
    return {cause.id, "Rule " + cause.id + (rule == nullptr ? "" : ", “" + rule->title + "”") + doing + "."};
}

std::vector<RecheckReason> reasons_of(const OptionChange& change, const Sides& sides)
{
    std::vector<RecheckReason> reasons;
    if (sides.then != nullptr)
    {
        for (const Cause& cause : change.causes)
            reasons.push_back(reason_of(cause, change, sides));
        return reasons;
    }
    // Only where it stood is known: what speaks for and against it now
    if (const OptionAdvice* option = find_option(&sides.now, change.option.value))
        for (const std::string& text : {option->why_not, option->why})
            if (!text.empty())
                reasons.push_back({{}, "Now: " + text});
    return reasons;
}

std::vector<RecheckedOption> rechecked(const OutcomeChange& outcome, const Sides& sides)
{
    std::vector<RecheckedOption> options;
    for (const auto* changes : {&outcome.models, &outcome.vehicles})
        for (const OptionChange& change : *changes)
        {
            RecheckedOption option{change.option.value,
                                   name_of(sides, change.option.value),
                                   label_of(sides, change.before),
                                   label_of(sides, change.after),
                                   !change.before || !change.after || change.before->band != change.after->band,
                                   reasons_of(change, sides)};
            if (option.moved || !change.sayings.empty() || !option.reasons.empty())
                options.push_back(std::move(option));
        }
    return options;
}

std::string names_of(const std::vector<rulebase::OptionId>& options, const Sides& sides)
{
    std::vector<std::string> names;
    for (const rulebase::OptionId& option : options)
        names.push_back(lower_first(name_of(sides, option.value)));
    return names.empty() ? "nothing" : foundation::joined_as_sentence(names);
}

std::string headline_of(const OutcomeChange& outcome, const Sides& sides)
{
    const auto moved =
        std::count_if(outcome.models.begin(), outcome.models.end(), [](const OptionChange& o) { return o.moved(); }) +
        std::count_if(outcome.vehicles.begin(), outcome.vehicles.end(),
                      [](const OptionChange& o) { return o.moved(); });
    switch (outcome.gravity)
    {
    case Gravity::LeadingModels:
        return "What comes first has changed: it was " + names_of(outcome.leading_models_before, sides) +
               ", and is now " + names_of(outcome.leading_models_after, sides) + ".";
    case Gravity::LeadingVehicles:
        return "The models that come first are the same. The vehicles are not: they were " +
               names_of(outcome.leading_vehicles_before, sides) + ", and are now " +
               names_of(outcome.leading_vehicles_after, sides) + ".";
    case Gravity::Availability:
        return "What comes first is the same. But something else is ruled out or waits now and did not before, or the "
               "other way "
               "round.";
    case Gravity::Bands: return "What comes first is the same. Further down, options stand in another band.";
    case Gravity::Ranks:
        return "What comes first and every band is the same. Only the order further down differs, for " +
               counted(moved, "options") + ".";
    case Gravity::Sayings: return "Every option stands where it stood. Only what is said about them differs.";
    case Gravity::Points: return "Every option stands where it stood. Only points behind the bands differ.";
    case Gravity::None: break;
    }
    return "Nothing has changed: every option stands where it stood.";
}

std::vector<std::string> sayings_of(const OutcomeChange& outcome, const Sides& sides)
{
    std::vector<std::string> sayings;
    for (const analysis::GroupChange& said : outcome.group)
    {
        if (said.kind == "depth")
            continue;
        const bool is_new = said.change == analysis::Change::Added;
        const engine::Engine* engine = is_new ? &sides.input.now.engine : sides.input.engine_then;
        const rulebase::Rule* rule = engine == nullptr ? nullptr : rulebase::find_rule(engine->rules(), {said.id});
        sayings.push_back((is_new ? "New " : "No longer a ") + said.kind + ": " +
                          (rule == nullptr ? said.id : rule->title) + " (" + said.id + ").");
    }
    return sayings;
}

std::vector<std::string> editions_since(const rulebase::RuleBase& rules, const std::string& version)
{
    std::vector<std::string> editions;
    for (const rulebase::Edition& edition : rules.editions)
        if (rulepack::compare_versions(edition.version, version) > 0)
            editions.push_back("Version " + edition.version + ", " + foundation::date_in_words(edition.date) + ": " +
                               edition.text);
    return editions;
}

std::string rules_in_words(const std::string& version, foundation::Date as_at, const std::string& sha256)
{
    return "Version " + version + ", as at " + foundation::date_in_words(as_at) + " (" +
           sha256.substr(0, shown_of_digest) + ")";
}

std::vector<std::pair<std::string, std::string>> origin_of(const Recheck& recheck, const RecheckInput& input)
{
    const rulebase::RuleBase& rules = input.now.engine.rules();
    const Judged& judged = input.judged;
    std::vector<std::pair<std::string, std::string>> origin{
        {"Rules then", rules_in_words(judged.rules_version, judged.rules_as_at, judged.rules_sha256)},
        {"Rules now", rules_in_words(rules.version, rules.as_at, rules.sha256)},
        {"Law then", "As it stood on " + foundation::date_in_words(judged.as_at)},
        {"Law now", "As it stands on " + foundation::date_in_words(input.now.as_at)}};
    if (!recheck.rules_at_hand)
        origin.emplace_back(
            "What could be compared",
            "Where each option stood, as the case has it on record. The rules of that time are not on this "
            "computer, or cannot read the case, so the reasons given are those of now.");
    if (recheck.answers_changed)
        origin.emplace_back("Answers",
                            "They were changed after the case was judged, by hand or by a program that does not "
                            "judge. Some of what differs may come from that.");
    return origin;
}

Recheck rechecked_case(const RecheckInput& input)
{
    const engine::Assessment assessment = input.now.engine.assess(input.now.group, input.now.as_at);
    const Advice now = put_into_words(input.now.engine.rules(), input.now.group, assessment);
    Recheck recheck;
    recheck.rules_at_hand = input.engine_then != nullptr && input.group_then != nullptr;
    recheck.answers_changed = casefile::digest_of(input.now.group) != input.judged.answers_sha256;
    OutcomeChange outcome;
    std::optional<Advice> then;
    if (recheck.rules_at_hand)
    {
        const analysis::Outcome before{*input.engine_then, *input.group_then, input.judged.as_at};
        outcome = analysis::compare_outcomes(
            before, input.now, analysis::compare_parts(input.engine_then->rules(), input.now.engine.rules()));
        then = put_into_words(input.engine_then->rules(), *input.group_then,
                              input.engine_then->assess(*input.group_then, input.judged.as_at));
    }
    else
        outcome = compare_with_record(input.judged, assessment);
    const Sides sides{input, now, then ? &*then : nullptr};
    recheck.gravity = outcome.gravity;
    recheck.headline = headline_of(outcome, sides);
    recheck.options = rechecked(outcome, sides);
    recheck.sayings = sayings_of(outcome, sides);
    if (input.judged.rules_id == input.now.engine.rules().id)
        recheck.editions = editions_since(input.now.engine.rules(), input.judged.rules_version);
    recheck.origin = origin_of(recheck, input);
    return recheck;
}

} // namespace

Judged judged_now(const engine::Engine& engine, const casefile::Case& group, foundation::Date as_at)
{
    const engine::Assessment assessment = engine.assess(group, as_at);
    const rulebase::RuleBase& rules = engine.rules();
    return {rules.id,
            rules.version,
            rules.sha256,
            rules.as_at,
            as_at,
            casefile::digest_of(group),
            standings(assessment.models),
            standings(assessment.vehicles)};
}

bool needs_recheck(const Judged& judged, const engine::Engine& engine, const casefile::Case& group,
                   foundation::Date as_at)
{
    if (judged.rules_sha256 != engine.rules().sha256)
        return true;
    if (judged.as_at == as_at)
        return false;
    const engine::Assessment now = engine.assess(group, as_at);
    return standings(now.models) != judged.models || standings(now.vehicles) != judged.vehicles;
}

Recheck recheck(const engine::Engine& engine, const casefile::Case& group, foundation::Date as_at,
                const std::shared_ptr<const rulebase::RuleBase>& then)
{
    const Judged& judged = group.judged.value();
    std::optional<engine::Engine> engine_then;
    casefile::LoadedCase group_then;
    if (then)
    {
        engine_then.emplace(then);
        group_then = casefile::read_case(casefile::case_text(group), group.title, *then);
    }
    return rechecked_case({{engine, group, as_at},
                           judged,
                           engine_then ? &*engine_then : nullptr,
                           group_then.group ? &*group_then.group : nullptr});
}

} // namespace fedadvise::report
