#include "cli/diff_words.h"

#include "foundation/date.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace fedadvise::cli
{

using analysis::Cause;
using analysis::Change;
using analysis::Gravity;
using analysis::OptionChange;
using analysis::OutcomeChange;
using analysis::PartChange;
using analysis::Standing;

namespace
{

constexpr std::size_t cases_in_full = 20;
constexpr std::size_t parts_in_full = 60;

std::string number(std::size_t value)
{
    return foundation::with_thousands(static_cast<std::int64_t>(value));
}

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return number(count) + " " + (count == 1 ? one : many);
}

/// A last line for a list of which only the first `shown` are printed.
std::string and_more(std::size_t all, std::size_t shown)
{
    return all > shown ? "  And " + number(all - shown) + " more; --format json lists all.\n" : std::string{};
}

std::string gravity_id(Gravity gravity)
{
    switch (gravity)
    {
    case Gravity::LeadingModels: return "leading-models";
    case Gravity::LeadingVehicles: return "leading-vehicles";
    case Gravity::Availability: return "availability";
    case Gravity::Bands: return "bands";
    case Gravity::Ranks: return "ranks";
    case Gravity::Sayings: return "sayings";
    case Gravity::Points: return "points";
    case Gravity::None: return "none";
    }
    return "none";
}

std::string options_text(const std::vector<rulebase::OptionId>& options)
{
    std::vector<std::string> names;
    for (const rulebase::OptionId& option : options)
        names.push_back(option.value);
    return names.empty() ? "nothing" : foundation::joined_as_sentence(names);
}

std::string cause_name(const Cause& cause)
{
    if (cause.kind == "rule")
        return cause.id;
    return cause.kind == cause.id ? "the " + cause.kind : cause.kind + " " + cause.id;
}

std::string causes_text(const std::vector<Cause>& causes)
{
    std::vector<std::string> names;
    for (const Cause& cause : causes)
        names.push_back(cause_name(cause) + (cause.what.empty() ? "" : " (" + cause.what + ")"));
    return foundation::joined(names, "; ");
}

std::string standing_text(const std::optional<Standing>& standing)
{
    if (!standing)
        return "not known";
    return engine::band_id(standing->band) + ", rank " + std::to_string(standing->rank) + ", score " +
           foundation::signed_text(standing->score);
}

std::string option_text(const OptionChange& option)
{
    std::string text =
        "    " + option.option.value + ": " + standing_text(option.before) + " -> " + standing_text(option.after);
    for (const std::string& saying : option.sayings)
        text += ", " + saying;
    return text + (option.causes.empty() ? ".\n" : ". Through " + causes_text(option.causes) + ".\n");
}

/// Those with a cause of their own in full, the others as a list of names.
std::string options_text(const OutcomeChange& outcome)
{
    std::string text;
    std::vector<std::string> moved_along;
    for (const auto* options : {&outcome.models, &outcome.vehicles})
        for (const OptionChange& option : *options)
            if (!option.causes.empty() || !option.sayings.empty())
                text += option_text(option);
            else if (option.moved())
                moved_along.push_back(option.option.value);
    if (!moved_along.empty())
        text += "    Moved along: " + foundation::joined(moved_along, ", ") + ".\n";
    return text;
}

std::string case_text(const ComparedCase& compared)
{
    const OutcomeChange& outcome = compared.outcome;
    std::string text = "  " + compared.name + "\n";
    if (outcome.leading_models_before != outcome.leading_models_after)
        text += "    Leading models: " + options_text(outcome.leading_models_before) + " -> " +
                options_text(outcome.leading_models_after) + ".\n";
    if (outcome.leading_vehicles_before != outcome.leading_vehicles_after)
        text += "    Leading vehicles: " + options_text(outcome.leading_vehicles_before) + " -> " +
                options_text(outcome.leading_vehicles_after) + ".\n";
    text += options_text(outcome);
    for (const analysis::GroupChange& said : outcome.group)
        text += "    " + said.kind + " " + said.id + " " + analysis::change_name(said.change) + ".\n";
    return text;
}

std::string summary(const Comparison& comparison)
{
    const std::size_t all = comparison.files + comparison.profiles;
    std::map<Gravity, std::size_t> by_gravity;
    for (const ComparedCase& compared : comparison.changed)
        ++by_gravity[compared.outcome.gravity];
    std::string text;
    if (comparison.changed.empty())
        text = "No outcome changes. " + counted(all, "case", "cases") + " judged.\n";
    else
        text = "Of " + counted(all, "case ", "cases ") + number(by_gravity[Gravity::LeadingModels]) +
               (by_gravity[Gravity::LeadingModels] == 1 ? " changes" : " change") + " what leads.\n";
    const std::pair<Gravity, const char*> others[] = {
        {Gravity::LeadingVehicles, "The leading models stay, the leading vehicles do not"},
        {Gravity::Availability, "What leads stays, but something is now ruled out or waits, or no longer"},
        {Gravity::Bands, "What leads stays, but another option's band changes"},
        {Gravity::Ranks, "Only the order behind what leads changes"},
        {Gravity::Sayings, "Only what is said changes: warnings, requirements, lessons, next steps"},
        {Gravity::Points, "Only the points change"},
    };
    for (const auto& [gravity, words] : others)
        if (by_gravity[gravity] > 0)
            text += "  " + std::string(words) + ": " + counted(by_gravity[gravity], "case", "cases") + ".\n";
    text += "  Judged: " + counted(comparison.files, "case file", "case files") + " and " +
            counted(comparison.profiles, "random profile", "random profiles") + ".\n";
    if (!comparison.refused.empty())
        text += "  Not valid under one of the two: " + counted(comparison.refused.size(), "case", "cases") + ".\n";
    return text;
}

/// How many cases each cause changes, and in how many of them what leads.
std::vector<std::pair<Cause, std::pair<std::size_t, std::size_t>>> by_cause(const Comparison& comparison)
{
    std::map<Cause, std::pair<std::size_t, std::size_t>> counts;
    for (const ComparedCase& compared : comparison.changed)
        for (const Cause& cause : compared.outcome.causes)
        {
            ++counts[cause].first;
            counts[cause].second += compared.outcome.gravity == Gravity::LeadingModels ? 1U : 0U;
        }
    std::vector<std::pair<Cause, std::pair<std::size_t, std::size_t>>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b)
                     { return std::tie(b.second.second, b.second.first) < std::tie(a.second.second, a.second.first); });
    return sorted;
}

std::string part_text(const PartChange& part)
{
    std::string text =
        "  " + part.kind + (part.kind == part.id ? "" : " " + part.id) + " " + analysis::change_name(part.change);
    if (!part.respects.empty())
        text += ": " + foundation::joined(part.respects, ", ");
    return text + (part.change == Change::Changed && part.words_only() ? " (no outcome can follow).\n" : ".\n");
}

std::string parts_text(const Comparison& comparison)
{
    std::string text = "\nWhat differs in the rule bases\n\n";
    if (comparison.parts.empty())
        return text + "  Nothing.\n";
    for (std::size_t i = 0; i < comparison.parts.size() && i < parts_in_full; ++i)
        text += part_text(comparison.parts[i]);
    return text + and_more(comparison.parts.size(), parts_in_full);
}

nlohmann::ordered_json ids(const std::vector<rulebase::OptionId>& options)
{
    auto list = nlohmann::ordered_json::array();
    for (const rulebase::OptionId& option : options)
        list.push_back(option.value);
    return list;
}

nlohmann::ordered_json as_json(const std::optional<Standing>& standing)
{
    if (!standing)
        return nullptr;
    return {{"band", engine::band_id(standing->band)}, {"rank", standing->rank}, {"score", standing->score}};
}

nlohmann::ordered_json as_json(const std::vector<Cause>& causes)
{
    auto list = nlohmann::ordered_json::array();
    for (const Cause& cause : causes)
    {
        nlohmann::ordered_json entry = {{"kind", cause.kind}, {"id", cause.id}};
        if (!cause.what.empty())
            entry["what"] = cause.what;
        list.push_back(std::move(entry));
    }
    return list;
}

nlohmann::ordered_json as_json(const std::vector<OptionChange>& options)
{
    auto list = nlohmann::ordered_json::array();
    for (const OptionChange& option : options)
        list.push_back({{"id", option.option.value},
                        {"before", as_json(option.before)},
                        {"after", as_json(option.after)},
                        {"said", option.sayings},
                        {"through", as_json(option.causes)}});
    return list;
}

nlohmann::ordered_json as_json(const ComparedCase& compared)
{
    const OutcomeChange& outcome = compared.outcome;
    auto group = nlohmann::ordered_json::array();
    for (const analysis::GroupChange& said : outcome.group)
        group.push_back({{"kind", said.kind}, {"id", said.id}, {"change", analysis::change_name(said.change)}});
    return {{"case", compared.name},
            {"random", compared.random},
            {"changes", gravity_id(outcome.gravity)},
            {"leading-models",
             {{"before", ids(outcome.leading_models_before)}, {"after", ids(outcome.leading_models_after)}}},
            {"leading-vehicles",
             {{"before", ids(outcome.leading_vehicles_before)}, {"after", ids(outcome.leading_vehicles_after)}}},
            {"models", as_json(outcome.models)},
            {"vehicles", as_json(outcome.vehicles)},
            {"group", group},
            {"through", as_json(outcome.causes)}};
}

nlohmann::ordered_json as_json(const rulebase::RuleBase& rules)
{
    return {{"id", rules.id},
            {"version", rules.version},
            {"sha256", rules.sha256},
            {"as-at", foundation::date_text(rules.as_at)}};
}

} // namespace

std::string comparison_as_text(const Comparison& comparison)
{
    std::string text = summary(comparison);
    if (const auto causes = by_cause(comparison); !causes.empty())
    {
        text += "\nThrough what\n\n";
        for (const auto& [cause, counts] : causes)
            text += "  " + cause_name(cause) + ": " + counted(counts.first, "case", "cases") + ", what leads in " +
                    number(counts.second) + "\n";
    }
    if (!comparison.refused.empty())
    {
        text += "\nCases that are not valid under one of the two\n\n";
        for (std::size_t i = 0; i < comparison.refused.size() && i < cases_in_full; ++i)
        {
            const RefusedCase& refused = comparison.refused[i];
            text += "  " + refused.name + ", under " +
                    (refused.under == "both" ? "both rule bases" : "the rule base " + refused.under) + ": " +
                    refused.message + "\n";
        }
        text += and_more(comparison.refused.size(), cases_in_full);
    }
    if (!comparison.changed.empty())
    {
        text += "\nCases that change, the gravest first\n\n";
        for (std::size_t i = 0; i < comparison.changed.size() && i < cases_in_full; ++i)
            text += case_text(comparison.changed[i]);
        text += and_more(comparison.changed.size(), cases_in_full);
    }
    return text + parts_text(comparison);
}

std::string comparison_as_json(const Comparison& comparison)
{
    auto parts = nlohmann::ordered_json::array();
    for (const PartChange& part : comparison.parts)
        parts.push_back({{"kind", part.kind},
                         {"id", part.id},
                         {"change", analysis::change_name(part.change)},
                         {"respects", part.respects},
                         {"words-only", part.words_only()}});
    auto through = nlohmann::ordered_json::array();
    for (const auto& [cause, counts] : by_cause(comparison))
        through.push_back(
            {{"kind", cause.kind}, {"id", cause.id}, {"cases", counts.first}, {"what-leads", counts.second}});
    auto refused = nlohmann::ordered_json::array();
    for (const RefusedCase& one : comparison.refused)
        refused.push_back({{"case", one.name}, {"under", one.under}, {"message", one.message}});
    auto cases = nlohmann::ordered_json::array();
    std::size_t leading = 0;
    for (const ComparedCase& compared : comparison.changed)
    {
        leading += compared.outcome.gravity == Gravity::LeadingModels ? 1U : 0U;
        cases.push_back(as_json(compared));
    }
    const nlohmann::ordered_json result = {{"format", "federation-adviser diff"},
                                           {"version", 1},
                                           {"before", as_json(*comparison.before)},
                                           {"after", as_json(*comparison.after)},
                                           {"judged", {{"files", comparison.files}, {"profiles", comparison.profiles}}},
                                           {"changed", {{"what-leads", leading}, {"all", comparison.changed.size()}}},
                                           {"through", through},
                                           {"not-valid", refused},
                                           {"parts", parts},
                                           {"cases", cases}};
    return result.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace fedadvise::cli
