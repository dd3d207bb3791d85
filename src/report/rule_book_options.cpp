// Models and vehicles in the rule book, and which vehicle can carry which model in each nation.
#include "document/html_page.h"
#include "foundation/text_list.h"
#include "report/rule_book_page.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

using document::close_table;
using document::open_table;

namespace
{

using rulebase::EffectKind;
using rulebase::Fit;
using rulebase::OptionId;

struct EffectName
{
    EffectKind kind;
    int side; ///< of a pull; otherwise 0
    std::string_view name;
};

constexpr EffectName effect_names[] = {
    {EffectKind::Exclude, 0, "Ruled out by"},   {EffectKind::NotYet, 0, "Has to wait by"},
    {EffectKind::Require, 0, "Conditions by"},  {EffectKind::Allow, 0, "Not barred by"},
    {EffectKind::Pull, 1, "Spoken for by"},     {EffectKind::Pull, -1, "Spoken against by"},
    {EffectKind::Warn, 0, "Warned about by"},   {EffectKind::Forbid, 0, "Conduct barred by"},
    {EffectKind::NextStep, 0, "Next steps by"},
};

/// The rules that say something about an option, by what they say.
void write_rules_about(BookPage& page, const OptionId& option)
{
    for (const EffectName& name : effect_names)
    {
        std::vector<rulebase::RuleId> rules;
        for (const rulebase::Rule& rule : page.rules().rules)
            if (std::any_of(rule.effects.begin(), rule.effects.end(),
                            [&](const rulebase::Effect& effect)
                            {
                                return effect.kind == name.kind && effect.strength * name.side >= 0 &&
                                       (name.side == 0 || effect.strength != 0) &&
                                       std::find(effect.on.begin(), effect.on.end(), option) != effect.on.end();
                            }))
                rules.push_back(rule.id);
        if (rules.empty())
            continue;
        page.open_fact(name.name);
        page.rule_links(rules);
        page.close_fact();
    }
}

std::string family_name(const rulebase::RuleBase& rules, const std::string& id)
{
    for (const rulebase::Family& family : rules.families)
        if (family.id == id)
            return family.name;
    return id;
}

std::string step_name(const rulebase::RuleBase& rules, const std::string& id)
{
    const auto step = rulebase::gradient_index(rules, id);
    return step ? step_in_words(rules, *step) : id;
}

std::string steps_of(const rulebase::RuleBase& rules, const rulebase::Model& model)
{
    const std::string lowest = step_name(rules, model.lowest_step);
    return model.lowest_step == model.highest_step ? lowest
                                                   : "from " + lowest + " to " + step_name(rules, model.highest_step);
}

std::string legal_person_words(rulebase::LegalPerson needed)
{
    switch (needed)
    {
    case rulebase::LegalPerson::Needed: return "A separate legal person is needed.";
    case rulebase::LegalPerson::Helpful: return "A separate legal person helps.";
    case rulebase::LegalPerson::NotNeeded: return "No separate legal person is needed.";
    }
    return {};
}

void write_gradient(BookPage& page)
{
    page.heading(3, "gradient", "The gradient: how closely practices work together");
    page.paragraph("The steps run from separate to one organisation. No step is better than another. The deeper the "
                   "step, the more "
                   "trust it needs and the less each practice decides alone.");
    open_table(page.markup(), "Steps of the gradient",
               {"Step", "What it is", "Trust it needs", "What each practice decides"});
    for (std::size_t i = 0; i < page.rules().gradient.size(); ++i)
    {
        const rulebase::GradientStep& step = page.rules().gradient[i];
        page.markup()
            .open("tr", {{"id", anchor("step", step.id)}})
            .element("th", step_in_words(page.rules(), i), {{"scope", "row"}});
        page.cell(step.text);
        page.cell(step.trust);
        page.cell(step.autonomy);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

void write_model(BookPage& page, const rulebase::Model& model)
{
    const rulebase::RuleBase& rules = page.rules();
    page.list_in_contents(anchor("option", model.id.value), model.name);
    page.entry(3, "entry option-sheet", anchor("option", model.id.value), model.name, model.id.value);
    page.paragraph(model.summary);
    page.open_facts();
    page.fact("Suits", model.suits);
    page.fact("Does not suit", model.does_not_suit);
    page.fact("Fails when", model.fails_when);
    page.fact("Evidence", model.evidence);
    page.fact("Family", family_name(rules, model.family));
    page.fact("On the gradient", steps_of(rules, model));
    page.fact("Legal person", legal_person_words(model.legal_person));
    if (model.needs_every_vote)
        page.fact("Votes", "Every partnership must vote for it.");
    page.fact("Nations", model.nations.empty() ? "Every nation" : nations_in_words(rules, model.nations));
    page.fact("Practices", model.practices);
    page.fact("Patients", model.patients);
    page.fact("Months to set up", model.months);
    page.fact("Can be undone", model.reversible);
    page.fact("Autonomy left", model.autonomy.empty() ? "" : model.autonomy + " on a scale from 1 (none) to 5 (full)");
    page.fact("Management", model.management);
    write_rules_about(page, model.id);
    page.sources_fact(model.sources);
    page.close_facts();
    page.end_entry();
}

void write_vehicle(BookPage& page, const rulebase::Vehicle& vehicle)
{
    page.list_in_contents(anchor("option", vehicle.id.value), vehicle.name);
    page.entry(3, "entry option-sheet", anchor("option", vehicle.id.value), vehicle.name, vehicle.id.value);
    page.paragraph(vehicle.summary);
    page.open_facts();
    page.fact("Suits", vehicle.suits);
    page.fact("Does not suit", vehicle.does_not_suit);
    page.fact("Trap", vehicle.trap);
    page.fact("Liability", vehicle.liability);
    page.fact("Control", vehicle.control);
    page.fact("Tax", vehicle.tax);
    page.fact("Note from a solicitor", vehicle.solicitor);
    page.fact("Note from an accountant", vehicle.accountant);
    page.fact("Note from a practice manager", vehicle.manager);
    page.fact("Legal person", vehicle.legal_person ? "It is a legal person of its own." : "It is not a legal person.");
    page.plain_fact("Law", vehicle.law);
    page.fact("Register", vehicle.register_name);
    page.fact("Code", vehicle.code);
    write_rules_about(page, vehicle.id);
    page.sources_fact(vehicle.sources);
    page.close_facts();
    page.end_entry();
}

std::vector<OptionId> vehicles_that_fit(const rulebase::RuleBase& rules, const OptionId& model, Fit fit,
                                        const std::string& nation)
{
    std::vector<OptionId> found;
    for (const rulebase::Vehicle& vehicle : rules.vehicles)
        if (rulebase::fit_of(rules, model, vehicle.id, nation) == fit)
            found.push_back(vehicle.id);
    return found;
}

bool same_table(const rulebase::RuleBase& rules, const std::string& a, const std::string& b)
{
    return std::all_of(rules.models.begin(), rules.models.end(),
                       [&](const rulebase::Model& model)
                       {
                           return std::all_of(rules.vehicles.begin(), rules.vehicles.end(),
                                              [&](const rulebase::Vehicle& vehicle) {
                                                  return rulebase::fit_of(rules, model.id, vehicle.id, a) ==
                                                         rulebase::fit_of(rules, model.id, vehicle.id, b);
                                              });
                       });
}

/// Nations whose tables are the same, together.
std::vector<std::vector<std::string>> nations_by_table(const rulebase::RuleBase& rules)
{
    std::vector<std::vector<std::string>> groups;
    const rulebase::Question* question = rulebase::find_question(rules, {"jurisdiction"});
    if (question == nullptr)
        return {{}};
    for (const rulebase::AnswerOption& nation : question->options)
    {
        const auto same = std::find_if(groups.begin(), groups.end(),
                                       [&](const std::vector<std::string>& group)
                                       { return same_table(rules, group.front(), nation.id); });
        if (same == groups.end())
            groups.push_back({nation.id});
        else
            same->push_back(nation.id);
    }
    return groups;
}

void write_fit_table(BookPage& page, const std::vector<std::string>& nations)
{
    const rulebase::RuleBase& rules = page.rules();
    const std::string where = nations_in_words(rules, nations);
    open_table(page.markup(), where.empty() ? "Vehicles for each model" : "Vehicles for each model in " + where,
               {"Model", "Typical", "Compatible", "Weak: needs advice first"});
    const std::string nation = nations.empty() ? std::string{} : nations.front();
    for (const rulebase::Model& model : rules.models)
    {
        page.markup().open("tr").ready("<th scope=\"row\">");
        page.option_link(model.id);
        page.markup().close("th");
        for (const Fit fit : {Fit::Typical, Fit::Compatible, Fit::Weak})
        {
            page.markup().ready("<td>");
            page.option_links(vehicles_that_fit(rules, model.id, fit, nation));
            page.markup().close("td");
        }
        page.markup().close("tr");
    }
    close_table(page.markup());
}

} // namespace

void write_models(BookPage& page)
{
    page.part("models", "Collaboration models");
    page.paragraph(
        "A model says how closely practices work together. No model is better than another in itself: each serves some "
        "purposes and not others.");
    write_gradient(page);
    for (const rulebase::Model& model : page.rules().models)
        write_model(page, model);
}

void write_vehicles(BookPage& page)
{
    page.part("vehicles", "Legal vehicles");
    page.paragraph("A vehicle is the legal form in which the practices work together. The core contract of each "
                   "practice is a separate "
                   "question.");
    for (const rulebase::Vehicle& vehicle : page.rules().vehicles)
        write_vehicle(page, vehicle);
}

void write_compatibility(BookPage& page)
{
    page.part("compatibility", "Which vehicle can carry which model");
    page.paragraph("A vehicle that is not named for a model cannot carry it. A rule of law beats this table: what a "
                   "rule rules out "
                   "stays out, whatever the table says.");
    for (const std::vector<std::string>& nations : nations_by_table(page.rules()))
        write_fit_table(page, nations);
}

} // namespace fedadvise::report
