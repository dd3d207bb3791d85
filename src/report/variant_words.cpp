#include "report/variant_words.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/presentation.h"
#include "report/statements.h"
#include "report/wording.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace fedadvise::report
{

namespace
{

constexpr const char* not_answered = "Not answered";
constexpr std::size_t most_named = 3;
constexpr int last_place_told = 3;

std::string quoted(const std::string& name)
{
    return "“" + name + "”";
}

/// "“A”, “B” and 2 more".
std::string some_quoted(const std::vector<std::string>& names)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < names.size() && (i < most_named || names.size() == most_named + 1); ++i)
        parts.push_back(quoted(names[i]));
    if (parts.size() < names.size())
        parts.push_back(foundation::with_thousands(static_cast<std::int64_t>(names.size() - parts.size())) + " more");
    return foundation::joined_as_sentence(parts);
}

bool is_band(const std::string& band, engine::Band which)
{
    return band == engine::band_id(which);
}

bool is_open(const std::string& band)
{
    return !is_band(band, engine::Band::NotYet) && !is_band(band, engine::Band::RuledOut);
}

// 1. What is otherwise in the answers.

std::string name_of(const casefile::Practice& practice)
{
    return practice.name.empty() ? "Practice " + practice.id : practice.name;
}

const casefile::Practice* practice_of(const casefile::Case& group, const std::string& id)
{
    const auto found = std::find_if(group.practices.begin(), group.practices.end(),
                                    [&](const casefile::Practice& practice) { return practice.id == id; });
    return found == group.practices.end() ? nullptr : &*found;
}

std::string words_of(const rulebase::Question* question, const casefile::Answer* answer)
{
    if (question == nullptr || answer == nullptr)
        return not_answered;
    return casefile::answer_in_words(*question, *answer);
}

InputDifference input_difference(const rulebase::RuleBase& rules, const casefile::Case& base,
                                 const casefile::AnswerChange& change)
{
    const casefile::Practice* practice = practice_of(base, change.practice);
    const rulebase::Question* question = rulebase::find_question(rules, change.question);
    const casefile::Answers& answers = practice == nullptr ? base.answers : practice->answers;
    InputDifference input;
    input.practice = change.practice;
    input.practice_name = practice == nullptr ? std::string{} : name_of(*practice);
    input.question = change.question.value;
    input.label = short_label(rules, change.question);
    input.was = words_of(question, casefile::find_answer(answers, change.question));
    if (practice == nullptr && base.as_at && change.question.value == "as-at")
        input.was = foundation::date_in_words(*base.as_at);
    input.would_be = words_of(question, change.answer ? &*change.answer : nullptr);
    return input;
}

std::vector<InputDifference> input_differences(const rulebase::RuleBase& rules, const casefile::Case& base,
                                               const casefile::Variant& variant)
{
    // Made anew from the two cases, so that what is the same in both is not called a difference.
    const casefile::Variant way = casefile::difference(base, casefile::with_variant(base, variant));
    std::vector<InputDifference> inputs;
    for (const std::string& id : way.without)
        if (const casefile::Practice* practice = practice_of(base, id))
            inputs.push_back({id, name_of(*practice), {}, name_of(*practice), "Takes part", "Leaves"});
    if (way.as_at)
        inputs.push_back(input_difference(rules, base, {{}, {"as-at"}, casefile::Answer{*way.as_at}}));
    for (const casefile::AnswerChange& change : way.changes)
        inputs.push_back(input_difference(rules, base, change));
    return inputs;
}

// 2. What is otherwise in the outcome.

struct Role
{
    const char* id;
    std::vector<Statement> OptionAdvice::*statements;
    const char* now;
    const char* no_longer;
};

constexpr Role roles[] = {
    {"rules-out", &OptionAdvice::ruled_out_by, "Now ruled out", "No longer ruled out"},
    {"waits", &OptionAdvice::not_yet, "Now has to wait", "No longer has to wait for this"},
    {"for", &OptionAdvice::for_it, "Now speaks for it", "No longer speaks for it"},
    {"against", &OptionAdvice::against_it, "Now speaks against it", "No longer speaks against it"},
    {"requires", &OptionAdvice::required, "Now a condition", "No longer a condition"},
    {"allows", &OptionAdvice::allowed, "Now makes it possible", "No longer makes it possible"},
    {"warns", &OptionAdvice::warnings, "Now a warning", "No longer a warning"},
};

using Key = std::tuple<std::string, std::string, int>;

/// What a statement is, whatever the figures in its words; the engine's own have no rule, and are told by their titles.
Key key_of(const rulebase::RuleBase& rules, const Statement& statement)
{
    const bool of_rule = rulebase::find_rule(rules, {statement.rule}) != nullptr;
    return {statement.rule, of_rule ? std::string{} : statement.title, statement.strength};
}

void add_reasons(const rulebase::RuleBase& rules, const Role& role, bool now, const std::vector<Statement>& here,
                 const std::vector<Statement>& there, std::vector<ReasonDifference>& reasons)
{
    std::set<Key> known;
    for (const Statement& statement : there)
        known.insert(key_of(rules, statement));
    for (const Statement& statement : here)
        if (!known.contains(key_of(rules, statement)))
            reasons.push_back({statement.rule, rulebase::find_rule(rules, {statement.rule}) != nullptr, role.id, now,
                               std::string(now ? role.now : role.no_longer) + ": " + short_reason(statement),
                               statement.sources});
}

std::string order_word(int rank)
{
    const std::string digits = foundation::with_thousands(rank);
    const int last = rank % 10;
    if (rank % 100 >= 11 && rank % 100 <= 13)
        return digits + "th";
    return digits + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string band_words(const OptionDifference& option)
{
    return ": “" + option.label_after + "” instead of “" + option.label_before + "”.";
}

std::string place_words(const OptionDifference& option)
{
    return option.name + " " + order_word(option.rank_after) + " instead of " + order_word(option.rank_before);
}

/// Whether the reason brings the change of band about: what only speaks for or against does not when a constraint does.
bool brings_about(const OptionDifference& option, const ReasonDifference& reason)
{
    if (reason.role == "rules-out")
        return true;
    if (reason.role == "waits")
        return !is_band(option.band_before, engine::Band::RuledOut) &&
               !is_band(option.band_after, engine::Band::RuledOut);
    return (reason.role == "for" || reason.role == "against") && is_open(option.band_before) &&
           is_open(option.band_after);
}

std::vector<OptionDifference> option_differences(const rulebase::RuleBase& rules,
                                                 const std::vector<OptionAdvice>& before,
                                                 const std::vector<OptionAdvice>& after)
{
    std::vector<OptionDifference> differences;
    for (const OptionAdvice& now : after)
    {
        const auto then =
            std::find_if(before.begin(), before.end(), [&](const OptionAdvice& o) { return o.id == now.id; });
        if (then == before.end() || (then->band == now.band && then->rank == now.rank && then->leading == now.leading))
            continue;
        OptionDifference option{now.id,           now.name,       then->band, now.band,
                                then->band_label, now.band_label, then->rank, now.rank,
                                then->leading,    now.leading,    {},         {}};
        for (const Role& role : roles)
        {
            add_reasons(rules, role, true, now.*role.statements, (*then).*role.statements, option.through);
            add_reasons(rules, role, false, (*then).*role.statements, now.*role.statements, option.through);
        }
        option.words = option.band_differs() ? option.name + band_words(option) : place_words(option) + ".";
        differences.push_back(std::move(option));
    }
    return differences;
}

void add_sayings(std::vector<SayingDifference>& sayings, const char* kind, const std::vector<Statement>& before,
                 const std::vector<Statement>& after)
{
    const auto add = [&](bool now, const std::vector<Statement>& here, const std::vector<Statement>& there)
    {
        for (const Statement& statement : here)
            if (std::none_of(there.begin(), there.end(), [&](const Statement& s) { return s.rule == statement.rule; }))
                sayings.push_back({kind, statement.rule, now, statement.title});
    };
    add(true, after, before);
    add(false, before, after);
}

std::vector<SayingDifference> saying_differences(const Advice& before, const Advice& after)
{
    std::vector<SayingDifference> sayings;
    add_sayings(sayings, "warning", before.warnings, after.warnings);
    add_sayings(sayings, "conflict", before.conflicts, after.conflicts);
    for (std::size_t i = 0; i < before.lessons.size() && i < after.lessons.size(); ++i)
        if (const bool was = before.lessons[i].state == "raised", is = after.lessons[i].state == "raised"; was != is)
            sayings.push_back(
                {"lesson", foundation::with_thousands(after.lessons[i].number), is, after.lessons[i].name});
    return sayings;
}

// 3. What comes of it, in a sentence.

/// "If practice C leaves, " when the name says so itself; otherwise "In the variant “…”, ".
std::string opening(const std::string& name)
{
    std::string condition = name;
    while (!condition.empty() && std::string_view(".?! ").find(condition.back()) != std::string_view::npos)
        condition.pop_back();
    if (condition.starts_with("If ") || condition.starts_with("When "))
        return condition + ", ";
    return "In the variant " + quoted(name) + ", ";
}

std::vector<std::string> without(const std::vector<std::string>& names, const std::vector<std::string>& others)
{
    std::vector<std::string> rest;
    for (const std::string& name : names)
        if (std::find(others.begin(), others.end(), name) == others.end())
            rest.push_back(name);
    return rest;
}

/// Names of the models that become this, of those that led before (or did not).
std::vector<std::string> become(const VariantComparison& comparison, engine::Band band, bool led)
{
    std::vector<std::string> names;
    for (const OptionDifference& model : comparison.models)
        if (model.band_differs() && is_band(model.band_after, band) && model.leading_before == led)
            names.push_back(model.name);
    return names;
}

std::vector<std::string> no_longer_first(const VariantComparison& comparison)
{
    std::vector<std::string> names;
    for (const OptionDifference& model : comparison.models)
        if (model.leading_before && !model.leading_after && is_open(model.band_after))
            names.push_back(model.name);
    return names;
}

/// What the models that come first would be; always something.
std::string first_clause(const VariantComparison& comparison)
{
    const auto& before = comparison.leading_names_before;
    const auto& after = comparison.leading_names_after;
    const std::vector<std::string> joins = without(after, before), stays = without(after, joins);
    if (after.empty())
        return before.empty() ? "no model would come first, as now" : "no model would come first any more";
    if (joins.empty() && before.size() == after.size())
        return "what comes first would stay the same: " + some_quoted(after);
    if (joins.empty())
        return some_quoted(stays) + " would still come first";
    return some_quoted(joins) + (stays.empty() ? " would come first" : " would come first, level with ") +
           (stays.empty() ? std::string{} : some_quoted(stays));
}

std::string joined_clauses(const std::vector<std::string>& clauses)
{
    std::string text = clauses.front();
    for (std::size_t i = 1; i < clauses.size(); ++i)
        text += (i + 1 == clauses.size() ? ", and " : ", ") + clauses[i];
    return text;
}

std::string headline_of(const VariantComparison& comparison)
{
    if (comparison.inputs.empty())
        return "Nothing is otherwise yet in the variant " + quoted(comparison.name) + ".";
    if (comparison.models.empty() && comparison.vehicles.empty())
        return opening(comparison.name) + "the outcome would be the same.";
    std::vector<std::string> clauses;
    const auto add = [&](const std::vector<std::string>& names, const char* words)
    {
        if (!names.empty())
            clauses.push_back(some_quoted(names) + words);
    };
    add(become(comparison, engine::Band::RuledOut, true), " would be ruled out");
    add(become(comparison, engine::Band::NotYet, true), " would have to wait");
    if (!without(comparison.leading_names_after, comparison.leading_names_before).empty())
        add(no_longer_first(comparison), " would no longer come first");
    clauses.push_back(first_clause(comparison));
    return opening(comparison.name) + joined_clauses(clauses) + ".";
}

/// What else becomes open, waits or is ruled out, of models and vehicles alike.
void add_availability(const VariantComparison& comparison, std::vector<std::string>& more)
{
    std::vector<std::string> out, waits, open;
    for (const auto* options : {&comparison.models, &comparison.vehicles})
        for (const OptionDifference& option : *options)
        {
            const bool told = options == &comparison.models && option.leading_before;
            if (!option.band_differs() || told)
                continue;
            if (is_band(option.band_after, engine::Band::RuledOut))
                out.push_back(option.name);
            else if (is_band(option.band_after, engine::Band::NotYet))
                waits.push_back(option.name);
            else if (!is_open(option.band_before) && !option.leading_after)
                open.push_back(option.name);
        }
    if (!out.empty())
        more.push_back((out.size() == 1 ? "This would be ruled out: " : "These would be ruled out: ") +
                       some_quoted(out) + ".");
    if (!waits.empty())
        more.push_back((waits.size() == 1 ? "This would have to wait: " : "These would have to wait: ") +
                       some_quoted(waits) + ".");
    if (!open.empty())
        more.push_back((open.size() == 1 ? "This would be open: " : "These would be open: ") + some_quoted(open) + ".");
}

std::vector<std::string> leading_names(const std::vector<OptionAdvice>& options)
{
    std::vector<std::string> names;
    for (const OptionAdvice& option : options)
        if (option.leading)
            names.push_back(option.name);
    return names;
}

std::vector<std::string> more_of(const VariantComparison& comparison, const Advice& before, const Advice& after)
{
    std::vector<std::string> more;
    const std::vector<std::string> were = leading_names(before.vehicles), are = leading_names(after.vehicles);
    if (after.legal_person == "not-needed" && before.legal_person != "not-needed")
        more.push_back("No new legal person would be needed.");
    else if (after.legal_person != "not-needed" && before.legal_person == "not-needed" && !are.empty())
        more.push_back("A new legal person could be needed; the legal vehicles that fit and come first: " +
                       some_quoted(are) + ".");
    else if (after.legal_person != "not-needed" && were != are && !are.empty())
        more.push_back("Of the legal vehicles, " + some_quoted(are) + " would come first" +
                       (were.empty() ? std::string(".") : " instead of " + some_quoted(were) + "."));
    add_availability(comparison, more);
    if (before.depth_cap != after.depth_cap)
        more.push_back("How deep you could go would be different: " + after.depth_cap_words);
    return more;
}

std::vector<std::string> leading_ids(const std::vector<OptionAdvice>& options)
{
    std::vector<std::string> ids;
    for (const OptionAdvice& option : options)
        if (option.leading)
            ids.push_back(option.id);
    return ids;
}

Advice advice_on(const engine::Engine& engine, const casefile::Case& group,
                 std::optional<foundation::Date> override_day, foundation::Date today)
{
    return put_into_words(engine.rules(), group, engine.assess(group, engine::day_of_law(group, override_day, today)));
}

VariantComparison compared(const engine::Engine& engine, const casefile::Case& base, const casefile::Variant& variant,
                           const Advice& before, const Advice& after)
{
    VariantComparison comparison;
    comparison.id = variant.id;
    comparison.name = variant.name;
    comparison.note = variant.note;
    comparison.inputs = input_differences(engine.rules(), base, variant);
    comparison.models = option_differences(engine.rules(), before.models, after.models);
    comparison.vehicles = option_differences(engine.rules(), before.vehicles, after.vehicles);
    comparison.leading_before = leading_ids(before.models);
    comparison.leading_after = leading_ids(after.models);
    comparison.leading_names_before = leading_names(before.models);
    comparison.leading_names_after = leading_names(after.models);
    comparison.sayings = saying_differences(before, after);
    comparison.headline = headline_of(comparison);
    if (!comparison.inputs.empty())
        comparison.more = more_of(comparison, before, after);
    return comparison;
}

} // namespace

VariantComparison compare_variant(const engine::Engine& engine, const casefile::Case& base,
                                  const casefile::Variant& variant, std::optional<foundation::Date> override_day,
                                  foundation::Date today)
{
    return compared(engine, base, variant, advice_on(engine, base, override_day, today),
                    advice_on(engine, casefile::with_variant(base, variant), override_day, today));
}

std::vector<VariantComparison> compare_variants(const engine::Engine& engine, const casefile::Case& base,
                                                std::optional<foundation::Date> override_day, foundation::Date today)
{
    std::vector<VariantComparison> comparisons;
    if (base.variants.empty())
        return comparisons;
    const Advice before = advice_on(engine, base, override_day, today);
    for (const casefile::Variant& variant : base.variants)
        comparisons.push_back(compared(engine, base, variant, before,
                                       advice_on(engine, casefile::with_variant(base, variant), override_day, today)));
    return comparisons;
}

std::vector<BandChange> band_changes(const std::vector<OptionDifference>& options)
{
    std::vector<BandChange> changes;
    std::vector<std::vector<std::string>> names;
    for (const OptionDifference& option : options)
    {
        if (!option.band_differs())
            continue;
        BandChange change{band_words(option), {}};
        for (const ReasonDifference& reason : option.through)
            if (brings_about(option, reason))
                change.reasons.push_back(reason.text + (reason.of_rule ? " [" + reason.rule + "]" : std::string{}));
        if (change.reasons.empty())
            change.reasons.emplace_back("It moves with the others.");
        const auto same = std::find_if(changes.begin(), changes.end(),
                                       [&](const BandChange& other)
                                       { return other.words == change.words && other.reasons == change.reasons; });
        if (same != changes.end())
        {
            names[static_cast<std::size_t>(same - changes.begin())].push_back(option.name);
            continue;
        }
        changes.push_back(std::move(change));
        names.push_back({option.name});
    }
    for (std::size_t i = 0; i < changes.size(); ++i)
        changes[i].words = foundation::joined_as_sentence(names[i]) + changes[i].words;
    return changes;
}

std::string place_changes(const std::vector<OptionDifference>& options)
{
    std::vector<std::string> places;
    std::int64_t further_down = 0;
    for (const OptionDifference& option : options)
    {
        if (option.band_differs() || option.rank_before == option.rank_after || !is_open(option.band_after))
            continue;
        if (std::min(option.rank_before, option.rank_after) <= last_place_told)
            places.push_back(place_words(option));
        else
            ++further_down;
    }
    if (places.empty())
        return {};
    if (further_down > 0)
        places.push_back(foundation::with_thousands(further_down) + " more further down");
    return "Only their place differs: " + foundation::joined(places, "; ") + ".";
}

std::string who_and_what(const InputDifference& input)
{
    return input.practice_name.empty() || input.question.empty() ? input.label
                                                                 : input.practice_name + ", " + input.label;
}

std::string saying_words(const SayingDifference& saying)
{
    const std::string kind = saying.kind == "lesson" ? "Lesson" : saying.kind == "conflict" ? "Conflict" : "Warning";
    return as_sentence(kind + (saying.now ? " that would be raised: " : " that would fall away: ") + saying.text);
}

void mark_variant(Advice& advice, const casefile::Variant& variant)
{
    advice.variant = variant.id;
    advice.variant_name = variant.name;
}

std::string variant_note(const Advice& advice)
{
    return advice.variant.empty()
               ? std::string{}
               : "This is about the variant " + quoted(advice.variant_name) + ", not about the group as it stands.";
}

} // namespace fedadvise::report
