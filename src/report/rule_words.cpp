// The words of whole rules: where and when they hold, and what follows from them.
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/condition_values.h"
#include "report/condition_words.h"
#include "report/wording.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

namespace fedadvise::report
{

namespace
{

using rulebase::Effect;
using rulebase::EffectKind;
using rulebase::OptionId;

constexpr std::size_t most_exceptions = 4; ///< "every model except …" names at most so many

bool among(const std::vector<OptionId>& ids, const OptionId& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// "a", "an": by the sound of the first word; abbreviations are spelt out letter by letter.
std::string article(std::string_view name)
{
    const std::string_view word = name.substr(0, name.find_first_of(" -("));
    if (word.empty())
        return "a";
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool spelt = word.size() > 1 && std::all_of(word.begin(), word.end(), is_upper);
    constexpr std::string_view letters_with_vowel = "AEFHILMNORSX";
    constexpr std::string_view vowels = "aeiouAEIOU";
    if (spelt)
        return letters_with_vowel.find(word.front()) != std::string_view::npos ? "an" : "a";
    constexpr std::array<std::string_view, 5> you_sounds = {"unit", "univ", "unio", "use", "eu"};
    const std::string lower = foundation::lower_case(word);
    if (std::any_of(you_sounds.begin(), you_sounds.end(), [&](std::string_view s) { return lower.starts_with(s); }) ||
        lower == "one")
        return "a";
    return vowels.find(word.front()) != std::string_view::npos ? "an" : "a";
}

/// A list in the making: its items are joined once all are known.
struct Item
{
    std::string before; ///< "an ", "the model "
    std::string name;
    OptionId option;
};

Phrase joined_items(const std::vector<Item>& items, std::string_view last_link)
{
    Phrase phrase;
    for (std::size_t i = 0; i < items.size(); ++i)
    {
        const std::string link = i == 0 ? "" : i + 1 < items.size() ? ", " : " " + std::string{last_link} + " ";
        append(phrase, link + items[i].before);
        if (items[i].option.value.empty())
            append(phrase, items[i].name);
        else
            phrase.push_back({items[i].name, items[i].option});
    }
    return phrase;
}

/// The models or vehicles that a rule names, as against all there are.
struct Kind
{
    std::vector<OptionId> all;
    std::vector<OptionId> named;
    std::string one; ///< "model"
};

/// Whether nearly all are named, so that the exceptions say it sooner.
bool nearly_all(const Kind& kind)
{
    const std::size_t others = kind.all.size() - kind.named.size();
    return kind.named.size() > most_exceptions && others <= most_exceptions && others < kind.named.size();
}

Item model_item(const rulebase::Model& model, std::string before)
{
    return {std::move(before), "“" + lower_first(model.name) + "”", model.id};
}

Item vehicle_item(const rulebase::Vehicle& vehicle)
{
    const std::string name = lower_first(vehicle.name);
    return {article(name) + " ", name, vehicle.id};
}

/// "every model except …"; "any model" where one of them is enough.
Phrase all_but(const rulebase::RuleBase& rules, const Kind& kind, std::string_view last_link)
{
    Phrase phrase;
    append(phrase, (last_link == "or" ? "any " : "every ") + kind.one);
    std::vector<Item> others;
    for (const OptionId& id : kind.all)
    {
        if (among(kind.named, id))
            continue;
        if (const rulebase::Model* model = rulebase::find_model(rules, id))
            others.push_back(model_item(*model, ""));
        else if (const rulebase::Vehicle* vehicle = rulebase::find_vehicle(rules, id))
            others.push_back(vehicle_item(*vehicle));
    }
    if (others.empty())
        return phrase;
    append(phrase, " except ");
    append(phrase, joined_items(others, "and"));
    return phrase;
}

std::vector<Item> items_of(const rulebase::RuleBase& rules, const std::vector<OptionId>& vehicles,
                           const std::vector<OptionId>& models, std::string_view last_link)
{
    std::vector<Item> items;
    for (const OptionId& id : vehicles)
        if (const rulebase::Vehicle* vehicle = rulebase::find_vehicle(rules, id))
            items.push_back(vehicle_item(*vehicle));
        else
            items.push_back({"", "“" + id.value + "”", {}});
    for (std::size_t i = 0; i < models.size(); ++i)
        items.push_back(model_item(*rulebase::find_model(rules, models[i]), i > 0 ? ""
                                                                            : models.size() > 1 && last_link == "and"
                                                                                ? "the models "
                                                                                : "the model "));
    return items;
}

Phrase pull_words(const rulebase::RuleBase& rules, const Effect& effect)
{
    if (effect.strength == 0)
    {
        Phrase phrase;
        append(phrase, "speaks neither for nor against ");
        append(phrase, options_in_words(rules, effect.on, "or"));
        return phrase;
    }
    const int size = std::abs(effect.strength);
    Phrase phrase;
    append(phrase, std::string{"speaks "} +
                       (size == 1   ? "a little "
                        : size == 2 ? ""
                                    : "strongly ") +
                       (effect.strength > 0 ? "for " : "against "));
    append(phrase, options_in_words(rules, effect.on, "and"));
    append(phrase, " (" + foundation::signed_text(effect.strength) + ")");
    return phrase;
}

std::string cap_words(const rulebase::RuleBase& rules, const Effect& effect)
{
    if (effect.above_current)
        return "holds the advice at most " + counted(*effect.above_current, "steps") +
               " deeper on the gradient than the practices work today";
    if (effect.below_readiness)
        return "holds the advice " + counted(*effect.below_readiness, "steps") +
               " less deep on the gradient than the relationship would carry";
    const auto step = rulebase::gradient_index(rules, effect.step);
    return "holds the advice at the step “" + (step ? step_in_words(rules, *step) : effect.step) +
           "” of the gradient, or less deep";
}

/// The quoted sentence of an effect with a capital and a full stop, or nothing.
std::string quoted_sentence(const Effect& effect)
{
    return effect.sentence.empty() ? "" : ": “" + as_sentence(effect.sentence) + "”";
}

Phrase about_options(const rulebase::RuleBase& rules, std::string before, const Effect& effect, std::string after)
{
    Phrase phrase;
    append(phrase, std::move(before));
    append(phrase, options_in_words(rules, effect.on, "and"));
    if (!after.empty())
        append(phrase, std::move(after));
    return phrase;
}

Phrase step_words(const rulebase::RuleBase& rules, const Effect& effect)
{
    Phrase phrase;
    std::vector<std::string> asides = {"place " + foundation::with_thousands(effect.order) + " in the list"};
    if (!effect.within.empty())
        asides.push_back(lower_first(effect.within));
    if (!effect.owner.empty())
        asides.push_back("done by: " + lower_first(effect.owner));
    append(phrase, "adds a next step wherever ");
    append(phrase, options_in_words(rules, effect.on, "or"));
    append(phrase, " comes first (" + foundation::joined(asides, "; ") + ")" + quoted_sentence(effect));
    return phrase;
}

Phrase conflict_words(const rulebase::RuleBase& rules, const Effect& effect)
{
    Phrase phrase;
    append(phrase, "shows that two aims pull apart");
    for (std::size_t i = 0; i < effect.between.size(); ++i)
    {
        append(phrase, i == 0 ? ": " : " and ");
        phrase.push_back({"“" + lower_first(short_label(rules, effect.between[i])) + "”", effect.between[i]});
    }
    return phrase;
}

Phrase text_phrase(std::string text)
{
    Phrase phrase;
    append(phrase, std::move(text));
    return phrase;
}

} // namespace

std::string nations_in_words(const rulebase::RuleBase& rules, const std::vector<std::string>& nations)
{
    const rulebase::Question* question = rulebase::find_question(rules, {"jurisdiction"});
    std::vector<std::string> names;
    for (const std::string& nation : nations)
    {
        const auto index = question == nullptr ? std::nullopt : rulebase::option_index(*question, nation);
        names.push_back(index ? question->options[*index].label : nation);
    }
    return foundation::joined_as_sentence(names);
}

std::string dates_in_words(const rulebase::Rule& rule)
{
    std::vector<std::string> ends;
    if (rule.from)
        ends.push_back("from " + foundation::date_in_words(*rule.from));
    if (rule.until)
    {
        using namespace std::chrono;
        const year_month_day first_day_without{year{rule.until->year}, month{static_cast<unsigned>(rule.until->month)},
                                               day{static_cast<unsigned>(rule.until->day)}};
        const year_month_day last{sys_days{first_day_without} - days{1}};
        ends.push_back("until the end of " +
                       foundation::date_in_words({static_cast<int>(last.year()),
                                                  static_cast<int>(static_cast<unsigned>(last.month())),
                                                  static_cast<int>(static_cast<unsigned>(last.day()))}));
    }
    return foundation::joined(ends, " ");
}

std::string status_in_words(rulebase::Status status)
{
    switch (status)
    {
    case rulebase::Status::InForce: return "in force";
    case rulebase::Status::Expected: return "expected: not law yet";
    case rulebase::Status::Consultation: return "in consultation: may still change";
    case rulebase::Status::Superseded: return "superseded: kept for older cases";
    }
    return "in force";
}

Phrase options_in_words(const rulebase::RuleBase& rules, const std::vector<OptionId>& options,
                        std::string_view last_link)
{
    Kind models{{}, {}, "model"}, vehicles{{}, {}, "vehicle"};
    for (const rulebase::Model& model : rules.models)
        models.all.push_back(model.id);
    for (const rulebase::Vehicle& vehicle : rules.vehicles)
        vehicles.all.push_back(vehicle.id);
    for (const OptionId& id : options)
        (rulebase::find_model(rules, id) != nullptr ? models : vehicles).named.push_back(id);
    Phrase phrase;
    for (const Kind* kind : {&vehicles, &models})
    {
        if (!nearly_all(*kind))
            continue;
        if (!phrase.empty())
            append(phrase, " " + std::string{last_link} + " ");
        append(phrase, all_but(rules, *kind, last_link));
    }
    const auto items = items_of(rules, nearly_all(vehicles) ? std::vector<OptionId>{} : vehicles.named,
                                nearly_all(models) ? std::vector<OptionId>{} : models.named, last_link);
    if (!phrase.empty() && !items.empty())
        append(phrase, " " + std::string{last_link} + " ");
    append(phrase, joined_items(items, last_link));
    return phrase;
}

/// A warning that does not wait for the result.
std::string said_early(const Effect& effect)
{
    return effect.after_page.empty()
               ? std::string{}
               : ", which the interview says as soon as the page “" + effect.after_page + "” is left";
}

Phrase effect_in_words(const rulebase::RuleBase& rules, const Effect& effect)
{
    switch (effect.kind)
    {
    case EffectKind::Pull: return pull_words(rules, effect);
    case EffectKind::Exclude: return about_options(rules, "rules out ", effect, "");
    case EffectKind::NotYet: return about_options(rules, "makes ", effect, " wait for this" + quoted_sentence(effect));
    case EffectKind::Require:
        return about_options(rules, "sets a condition for choosing ", effect, quoted_sentence(effect));
    case EffectKind::Allow:
        return about_options(rules, "does not bar ", effect, ", although many people think that it does");
    case EffectKind::Warn:
        return effect.on.empty()
                   ? text_phrase("brings a warning for the group" + said_early(effect) + quoted_sentence(effect))
                   : about_options(rules, "brings a warning about ", effect, quoted_sentence(effect));
    case EffectKind::Forbid:
        return text_phrase("brings a serious warning: such conduct is unlawful, whatever the legal form" +
                           quoted_sentence(effect));
    case EffectKind::Cap: return text_phrase(cap_words(rules, effect));
    case EffectKind::Conflict: return conflict_words(rules, effect);
    case EffectKind::NextStep: return step_words(rules, effect);
    }
    return {};
}

RuleWords rule_words(const rulebase::RuleBase& rules, const rulebase::Rule& rule)
{
    RuleWords words;
    const std::string nations = nations_in_words(rules, rule.nations);
    if (!rule.when)
    {
        append(words.lead, nations.empty() ? "In every case" : "In " + nations);
    }
    else
    {
        ConditionWords condition = condition_words(rules, *rule.when);
        append(words.lead, nations.empty() ? "When " : "In " + nations + ", when ");
        append(words.lead, condition.clause);
        words.parts = std::move(condition.parts);
    }
    for (const Effect& effect : rule.effects)
        words.effects.push_back(effect_in_words(rules, effect));
    return words;
}

std::vector<std::string> rule_in_lines(const rulebase::RuleBase& rules, const rulebase::Rule& rule)
{
    std::vector<std::string> lines;
    if (!rule.when)
        lines.push_back(plain(rule_words(rules, rule).lead) + ":");
    else
    {
        lines = condition_in_lines(rules, *rule.when);
        const std::string nations = nations_in_words(rules, rule.nations);
        lines.front() = (nations.empty() ? "When " : "In " + nations + ", when ") + lines.front();
        if (lines.size() == 1)
            lines.front() += ":";
    }
    for (const Effect& effect : rule.effects)
    {
        std::string line = "this " + plain(effect_in_words(rules, effect));
        lines.push_back(line.ends_with("”") && line.find(".”") == line.size() - 4 ? line : line + ".");
    }
    return lines;
}

} // namespace fedadvise::report
