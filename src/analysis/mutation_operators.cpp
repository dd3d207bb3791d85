// The mutants of a rule: its condition, nations, dates and effects, each changed in one small way.
#include "analysis/condition_mutation.h"
#include "analysis/mutation.h"

#include "foundation/number_text.h"

#include <algorithm>
#include <chrono>

namespace fedadvise::analysis
{

using rulebase::Effect;
using rulebase::EffectKind;
using rulebase::OptionId;
using rulebase::Rule;
using rulebase::RuleBase;

namespace
{

foundation::Date shifted(foundation::Date date, int days)
{
    using namespace std::chrono;
    const sys_days day = year{date.year} / date.month / date.day;
    const year_month_day other{day + std::chrono::days{days}};
    return {static_cast<int>(other.year()), static_cast<int>(static_cast<unsigned>(other.month())),
            static_cast<int>(static_cast<unsigned>(other.day()))};
}

class RuleMutator
{
public:
    RuleMutator(const RuleBase& rules, std::size_t index) : m_rules(rules), m_rule(rules.rules[index]), m_index(index)
    {
    }

    std::vector<Mutant> take()
    {
        change_condition();
        change_nations();
        change_dates();
        for (std::size_t effect = 0; effect < m_rule.effects.size(); ++effect)
        {
            change_strength(effect);
            change_options(effect);
            change_cap(effect);
            drop_effect(effect);
        }
        return std::move(m_found);
    }

private:
    Mutant& add(const char* operation, std::string what)
    {
        m_found.push_back({m_index, operation, std::move(what), m_rule.place, m_rule, false});
        return m_found.back();
    }

    void change_condition()
    {
        if (!m_rule.when)
            return;
        Mutant& always = add("condition-dropped", "the whole condition is dropped");
        always.changed.when.reset();
        always.in_condition = true;
        for (ConditionMutant& mutant : condition_mutants(m_rules, *m_rule.when))
        {
            Mutant& added = add("", std::move(mutant.what));
            added.operation = std::move(mutant.operation);
            added.place = mutant.place;
            added.changed.when = std::move(mutant.changed);
            added.in_condition = true;
        }
    }
    void change_nations()
    {
        for (std::size_t i = 0; i < m_rule.nations.size(); ++i)
        {
            Mutant& mutant =
                add("nation", "the nation " + m_rule.nations[i] + " is dropped" +
                                  (m_rule.nations.size() == 1 ? ", so that the rule holds everywhere" : ""));
            mutant.changed.nations.erase(mutant.changed.nations.begin() + static_cast<std::ptrdiff_t>(i));
            mutant.in_condition = true;
        }
    }
    void change_dates()
    {
        for (const int days : {-1, 1})
        {
            if (m_rule.from)
                add("date", "from " + foundation::date_text(*m_rule.from) + " becomes " +
                                foundation::date_text(shifted(*m_rule.from, days)))
                    .changed.from = shifted(*m_rule.from, days);
            if (m_rule.until)
                add("date", "until " + foundation::date_text(*m_rule.until) + " becomes " +
                                foundation::date_text(shifted(*m_rule.until, days)))
                    .changed.until = shifted(*m_rule.until, days);
        }
    }

    void change_strength(std::size_t effect)
    {
        const Effect& old = m_rule.effects[effect];
        if (old.kind != EffectKind::Pull)
            return;
        const auto to = [&](const char* operation, int strength)
        {
            add(operation, "the strength " + foundation::signed_text(old.strength) + " on " + options_text(old) +
                               " becomes " + foundation::signed_text(strength))
                .changed.effects[effect]
                .strength = strength;
        };
        if (old.strength != 0)
            to("sign", -old.strength);
        for (const int strength : {old.strength - 1, old.strength + 1})
            if (strength >= -3 && strength <= 3)
                to("strength", strength);
    }
    static std::string options_text(const Effect& effect)
    {
        if (effect.on.empty())
            return "the group";
        return effect.on.front().value + (effect.on.size() > 1 ? " and others" : "");
    }

    /// The next option of the same kind that the effect does not name.
    std::optional<OptionId> stand_in(const Effect& effect, const OptionId& option) const
    {
        std::vector<OptionId> all;
        if (rulebase::find_model(m_rules, option) != nullptr)
            for (const rulebase::Model& model : m_rules.models)
                all.push_back(model.id);
        else
            for (const rulebase::Vehicle& vehicle : m_rules.vehicles)
                all.push_back(vehicle.id);
        const auto at = static_cast<std::size_t>(std::find(all.begin(), all.end(), option) - all.begin());
        for (std::size_t step = 1; step < all.size(); ++step)
        {
            const OptionId& other = all[(at + step) % all.size()];
            if (std::find(effect.on.begin(), effect.on.end(), other) == effect.on.end())
                return other;
        }
        return std::nullopt;
    }
    void change_options(std::size_t effect)
    {
        const Effect& old = m_rule.effects[effect];
        for (std::size_t i = 0; i < old.on.size(); ++i)
        {
            if (const auto other = stand_in(old, old.on[i]))
                add("option-swapped", old.on[i].value + " becomes " + other->value).changed.effects[effect].on[i] =
                    *other;
            if (old.on.size() < 2)
                continue;
            auto& on = add("option-removed", old.on[i].value + " is taken from the options").changed.effects[effect].on;
            on.erase(on.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    void change_cap(std::size_t effect)
    {
        const Effect& old = m_rule.effects[effect];
        for (const int by : {-1, 1})
        {
            const auto step = rulebase::gradient_index(m_rules, old.step);
            const auto other = static_cast<std::ptrdiff_t>(step.value_or(0)) + by;
            if (step && other >= 0 && other < static_cast<std::ptrdiff_t>(m_rules.gradient.size()))
            {
                const std::string& id = m_rules.gradient[static_cast<std::size_t>(other)].id;
                add("cap", "the cap " + old.step + " becomes " + id).changed.effects[effect].step = id;
            }
            if (old.above_current && *old.above_current + by >= 0)
                add("cap", "above-current moves by " + foundation::signed_text(by))
                    .changed.effects[effect]
                    .above_current = *old.above_current + by;
            if (old.below_readiness && *old.below_readiness + by >= 0)
                add("cap", "below-readiness moves by " + foundation::signed_text(by))
                    .changed.effects[effect]
                    .below_readiness = *old.below_readiness + by;
        }
    }
    /// What stands in its place is a next step of no option, which is never shown: a rule needs an effect. The warning
    /// of a lesson's check to the group is left alone, because the lesson itself is what is shown.
    void drop_effect(std::size_t effect)
    {
        const Effect& old = m_rule.effects[effect];
        if (m_rule.lesson != 0 && old.kind == EffectKind::Warn && old.on.empty())
            return;
        Effect nothing;
        nothing.kind = EffectKind::NextStep;
        add("effect-dropped", "the effect on " + options_text(old) + " is dropped").changed.effects[effect] = nothing;
    }

    const RuleBase& m_rules;
    const Rule& m_rule;
    std::size_t m_index;
    std::vector<Mutant> m_found;
};

} // namespace

std::vector<Mutant> mutants_of(const RuleBase& rules, std::size_t rule)
{
    return RuleMutator(rules, rule).take();
}

std::vector<std::string> mutation_operations()
{
    return {"sign",
            "strength",
            "option-swapped",
            "option-removed",
            "effect-dropped",
            "cap",
            "condition-dropped",
            "negated",
            "part-dropped",
            "joined-otherwise",
            "bound",
            "value",
            "count",
            "how-many",
            "family-member",
            "nation",
            "date"};
}

} // namespace fedadvise::analysis
