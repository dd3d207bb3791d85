#include "analysis/prover.h"

#include <algorithm>

namespace fedadvise::analysis
{

using engine::Truth;
using rulebase::EffectKind;
using rulebase::Fit;

namespace
{

constexpr int most_attempts = 8; ///< cases of the solver that the engine may refuse before nothing is said

template <class Ids, class Id>
bool names(const Ids& ids, const Id& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

int points_of(const rulebase::Settings& settings, Fit fit)
{
    switch (fit)
    {
    case Fit::Typical: return settings.fit_typical;
    case Fit::Compatible: return settings.fit_compatible;
    case Fit::Weak: return settings.fit_weak;
    case Fit::Impossible: break;
    }
    return settings.fit_impossible;
}

} // namespace

Prover::Prover(const rulebase::RuleBase& rules, const engine::Program& program)
    : m_rules(rules),
      m_program(program),
      m_model(rules, program),
      m_solver(m_model.formulas()),
      m_available(program.models.size() + program.vehicles.size())
{
    for (const Formula constraint : m_model.constraints())
        m_solver.require(constraint);
}

const engine::OptionProgram& Prover::option(std::size_t index) const
{
    return index < m_program.models.size() ? m_program.models[index]
                                           : m_program.vehicles[index - m_program.models.size()];
}

Formula Prover::in_nation(std::size_t option_of_jurisdiction)
{
    return m_model.group_says("jurisdiction", option_of_jurisdiction);
}

Formula Prover::has_effect(std::size_t index, EffectKind kind, std::optional<std::size_t> except)
{
    std::vector<Formula> rules;
    for (const engine::EffectPlace& place : option(index).effects)
        if (m_rules.rules[place.rule].effects[place.effect].kind == kind && place.rule != except)
            rules.push_back(rule_true(place.rule));
    return formulas().any(rules);
}

Formula Prover::available(std::size_t index)
{
    if (!m_available[index])
    {
        std::vector<Formula> hindrances = {has_effect(index, EffectKind::Exclude),
                                           has_effect(index, EffectKind::NotYet)};
        if (index < m_program.models.size())
        {
            hindrances.push_back(held_back(index));
            hindrances.push_back(lacks_vehicles(index));
        }
        m_available[index] = formulas().negation(formulas().any(hindrances));
    }
    return *m_available[index];
}

Formula Prover::fits(std::size_t model, std::size_t vehicle)
{
    std::vector<Formula> nations;
    for (std::size_t n = 1; n < m_program.fits.size(); ++n)
        if (m_program.fits[n][model][vehicle] != Fit::Impossible)
            nations.push_back(in_nation(n - 1));
    return formulas().any(nations);
}

Formula Prover::lacks_vehicles(std::size_t model)
{
    if (m_rules.models[model].legal_person != rulebase::LegalPerson::Needed)
        return formulas().constant(false);
    std::vector<Formula> left;
    for (std::size_t v = 0; v < m_program.vehicles.size(); ++v)
        left.push_back(formulas().all({available(m_program.models.size() + v), fits(model, v)}));
    return formulas().at_most(engine::fewest_vehicles - 1, left);
}

// --- Depth: as engine/depth.cpp judges a complete case
// ------------------------------------------------------------------

Formula Prover::ready_for(std::size_t step)
{
    std::vector<Formula> steps;
    for (std::size_t s = 0; s <= step && s < m_program.step_nodes.size(); ++s)
        steps.push_back(node(m_program.step_nodes[s]).possible);
    return formulas().all(steps);
}

Formula Prover::exemption(std::size_t index)
{
    const rulebase::ReadinessExemption& exemption = m_rules.readiness.exemptions[index];
    std::vector<Formula> parts;
    if (const auto condition = m_program.exemption_nodes[index])
        parts.push_back(node(*condition).certain);
    if (exemption.mean)
        parts.push_back(m_model.relationship_mean_reaches(*exemption.mean));
    return formulas().all(parts);
}

Formula Prover::caps_below(const rulebase::Effect& cap, std::size_t step)
{
    if (!cap.step.empty())
        return formulas().constant(*rulebase::gradient_index(m_rules, cap.step) < step);
    if (step == 0)
        return formulas().constant(false);
    if (cap.below_readiness)
    {
        const std::size_t needed = step + static_cast<std::size_t>(std::max(*cap.below_readiness, 0));
        return needed >= m_program.step_nodes.size() ? formulas().constant(true)
                                                     : formulas().negation(ready_for(needed));
    }
    std::vector<Formula> current;
    const auto above = static_cast<std::size_t>(std::max(cap.above_current.value_or(0), 0));
    for (std::size_t from = 0; from + above < step; ++from)
        current.push_back(m_model.group_says("current-step", from));
    return formulas().any(current);
}

Formula Prover::held_back(std::size_t model)
{
    const std::size_t depth = m_program.models[model].depth;
    const auto& exemptions = m_rules.readiness.exemptions;
    const auto freed = [&](auto names_what)
    {
        std::vector<Formula> free;
        for (std::size_t i = 0; i < exemptions.size(); ++i)
            if (names(exemptions[i].models, m_program.models[model].id) && names_what(exemptions[i]))
                free.push_back(exemption(i));
        return formulas().any(free);
    };
    const Formula free_of_readiness = freed([](const auto&) { return true; });
    const Formula free_of_rules = freed([](const auto& e) { return names(e.rules, rulebase::RuleId{"all"}); });
    std::vector<Formula> caps;
    for (const engine::EffectPlace& place : m_program.caps)
    {
        const rulebase::Rule& rule = m_rules.rules[place.rule];
        const Formula free = freed([&](const auto& e) { return names(e.rules, rule.id); });
        caps.push_back(formulas().all(
            {rule_true(place.rule), formulas().negation(free), caps_below(rule.effects[place.effect], depth)}));
    }
    const Formula by_readiness = formulas().negation(formulas().any({free_of_readiness, ready_for(depth)}));
    const Formula by_rules = formulas().all({formulas().negation(free_of_rules), formulas().any(caps)});
    return formulas().any({by_readiness, by_rules});
}

// --- Scores and ranks: as engine/ranking.cpp
// ------------------------------------------------------------------------------

void Prover::add_pulls(std::size_t index, int sign, Weights& weights) const
{
    for (const engine::EffectPlace& place : option(index).effects)
        if (m_rules.rules[place.rule].effects[place.effect].kind == EffectKind::Pull)
            weights[place.rule] += sign * m_rules.rules[place.rule].effects[place.effect].strength;
}

Formula Prover::not_beaten(std::size_t index, std::size_t other, int head_start)
{
    Weights weights;
    add_pulls(other, 1, weights);
    add_pulls(index, -1, weights);
    std::vector<std::pair<Formula, int>> terms;
    for (const auto& [rule, weight] : weights)
        terms.emplace_back(rule_true(rule), weight);
    return formulas().weighted_at_most(terms, m_rules.settings.tie_points - head_start);
}

Formula Prover::leads(std::size_t model)
{
    std::vector<Formula> parts = {available(model)};
    for (std::size_t other = 0; other < m_program.models.size(); ++other)
        if (other != model)
            parts.push_back(formulas().implies(available(other), not_beaten(model, other, 0)));
    return formulas().all(parts);
}

/// Some available model is carried by the vehicle, and no available vehicle that carries it too is ahead by more than
/// a tie; or no available model uses vehicles at all.
Formula Prover::may_lead(std::size_t vehicle)
{
    const std::size_t models = m_program.models.size(), vehicles = m_program.vehicles.size();
    const auto unbeaten = [&](std::size_t other, int head_start)
    { return formulas().implies(available(models + other), not_beaten(models + vehicle, models + other, head_start)); };
    std::vector<Formula> ways, uses_vehicles, alone;
    for (std::size_t n = 1; n < m_program.fits.size(); ++n)
        for (std::size_t m = 0; m < models; ++m)
        {
            const std::vector<Fit>& fit = m_program.fits[n][m];
            if (std::any_of(fit.begin(), fit.end(), [](Fit f) { return f != Fit::Impossible; }))
                uses_vehicles.push_back(formulas().all({in_nation(n - 1), available(m)}));
            if (fit[vehicle] == Fit::Impossible)
                continue;
            std::vector<Formula> way = {in_nation(n - 1), available(m)};
            for (std::size_t v = 0; v < vehicles; ++v)
                if (v != vehicle && fit[v] != Fit::Impossible)
                    way.push_back(
                        unbeaten(v, points_of(m_rules.settings, fit[v]) - points_of(m_rules.settings, Fit::Typical)));
            ways.push_back(formulas().all(way));
        }
    alone.push_back(formulas().negation(formulas().any(uses_vehicles)));
    for (std::size_t v = 0; v < vehicles; ++v)
        if (v != vehicle)
            alone.push_back(unbeaten(v, 0));
    ways.push_back(formulas().all(alone));
    return formulas().all({available(models + vehicle), formulas().any(ways)});
}

/// A model that it carries leads, and no available vehicle would be ahead by more than a tie even if it were usual for
/// all models that lead.
Formula Prover::surely_leads(std::size_t vehicle)
{
    const std::size_t models = m_program.models.size(), vehicles = m_program.vehicles.size();
    std::vector<Formula> ways;
    for (std::size_t n = 1; n < m_program.fits.size(); ++n)
        for (std::size_t m = 0; m < models; ++m)
        {
            const Fit fit = m_program.fits[n][m][vehicle];
            if (fit == Fit::Impossible)
                continue;
            std::vector<Formula> way = {in_nation(n - 1), leads(m)};
            const int head_start = points_of(m_rules.settings, Fit::Typical) - points_of(m_rules.settings, fit);
            for (std::size_t v = 0; v < vehicles; ++v)
                if (v != vehicle)
                    way.push_back(formulas().implies(available(models + v),
                                                     not_beaten(models + vehicle, models + v, head_start)));
            ways.push_back(formulas().all(way));
        }
    return formulas().all({available(models + vehicle), formulas().any(ways)});
}

// --- Asking
// -----------------------------------------------------------------------------------------------------------------

bool Prover::agrees(const Assignment& assignment, const Example& example) const
{
    Judge judge(m_model.formulas(), assignment);
    const engine::Assessment assessment = engine::assess_case(m_program, m_rules, example.group, example.as_at);
    for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
        if ((assessment.rule_truths[r] == Truth::True) != judge.is_true(rule_true(r)) ||
            (assessment.rule_truths[r] != Truth::False) != judge.is_true(rule_possible(r)))
            return false;
    return true;
}

Finding Prover::find(Formula statement, unsigned milliseconds)
{
    std::vector<Formula> parts = {statement};
    for (int attempt = 0; attempt < most_attempts; ++attempt)
    {
        const Satisfiable answer = m_solver.check(formulas().all(parts), milliseconds);
        if (answer == Satisfiable::No)
            return {attempt == 0 ? Finding::Verdict::Impossible : Finding::Verdict::Undecided, std::nullopt};
        if (answer == Satisfiable::Unknown)
            break;
        const Assignment assignment = m_solver.assignment();
        Example example = m_model.example_of(assignment);
        if (agrees(assignment, example))
            return {Finding::Verdict::Possible, std::move(example)};
        parts.push_back(formulas().negation(m_model.same_patterns(assignment)));
    }
    return {};
}

} // namespace fedadvise::analysis
