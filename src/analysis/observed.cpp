#include "analysis/observed.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <map>

namespace fedadvise::analysis
{

using casefile::ExpectationKind;
using engine::Assessment;
using engine::Band;
using engine::OptionResult;
using engine::Truth;
using rulebase::EffectKind;
using rulebase::OptionId;

namespace
{

/// Collects the expectations, each kind once, in the order of their kinds.
class Observer
{
public:
    Observer(const rulebase::RuleBase& rules, const Assessment& assessment, const ShownRules& shown)
        : m_rules(rules), m_assessment(assessment), m_shown(shown)
    {
    }

    void observe(std::size_t index)
    {
        const rulebase::Rule& rule = m_rules.rules[index];
        const Truth truth = m_assessment.rule_truths[index];
        if (truth != Truth::True)
            return add(truth == Truth::False ? ExpectationKind::DoesNotHold : ExpectationKind::CannotTell,
                       rule.id.value);
        bool named = false;
        for (const rulebase::Effect& effect : rule.effects)
            named = observe(index, effect) || named;
        if (rule.lesson != 0)
            m_lessons.insert(rule.lesson);
        if (!named)
            add(ExpectationKind::Holds, rule.id.value);
    }
    void lead(const OptionId& option)
    {
        const OptionResult& result = result_of(m_assessment, option);
        add(result.rank == 1 && is_available(result) ? ExpectationKind::Leads : ExpectationKind::DoesNotLead,
            option.value);
    }

    std::vector<std::pair<ExpectationKind, std::vector<std::string>>> take()
    {
        for (const auto* options : {&m_assessment.models, &m_assessment.vehicles})
            for (const OptionResult& option : *options)
            {
                if (m_pulled.contains(option.option))
                    add(ExpectationKind::Points, option.option.value + " " + std::to_string(option.score.now));
                say(option);
            }
        for (const auto& [rule, at] : m_said_at)
            add(ExpectationKind::Says, rule + " for " + foundation::joined(at, " and "));
        if (m_capped)
            add(ExpectationKind::Depth, m_rules.gradient[m_assessment.depth_cap.step].id);
        for (const int lesson : m_lessons)
            add(ExpectationKind::Lesson, std::to_string(lesson));
        if (m_lines.empty()) // a case has to expect something
            add(ExpectationKind::Depth, m_rules.gradient[m_assessment.depth_cap.step].id);
        return {m_lines.begin(), m_lines.end()};
    }

private:
    void add(ExpectationKind kind, const std::string& item)
    {
        auto& items = m_lines[kind];
        if (std::find(items.begin(), items.end(), item) == items.end())
            items.push_back(item);
    }
    /// Whether what is noted names the rule.
    bool observe(std::size_t index, const rulebase::Effect& effect)
    {
        const std::string& id = m_rules.rules[index].id.value;
        switch (effect.kind)
        {
        case EffectKind::Pull: m_pulled.insert(effect.on.begin(), effect.on.end()); return false;
        case EffectKind::Cap: m_capped = true; return false;
        case EffectKind::Exclude:
            for (const OptionId& option : effect.on)
                m_excluded[option].push_back(id);
            return !effect.on.empty();
        case EffectKind::NotYet:
            for (const OptionId& option : effect.on)
                if (result_of(m_assessment, option).band == Band::NotYet)
                    m_waiting[option].push_back(id);
                else
                    m_said_at[id].push_back(option.value);
            return !effect.on.empty();
        case EffectKind::Require:
        case EffectKind::Allow:
            for (const OptionId& option : effect.on)
                m_said_at[id].push_back(option.value);
            return !effect.on.empty();
        case EffectKind::Warn:
            for (const OptionId& option : effect.on)
                m_said_at[id].push_back(option.value);
            if (effect.on.empty() && (m_shown[index] & Shown::Warned) != 0)
                add(ExpectationKind::Warned, id);
            return true;
        case EffectKind::Forbid:
        case EffectKind::Conflict: add(ExpectationKind::Warned, id); return true;
        case EffectKind::NextStep: add_steps(id); return false;
        }
        return false;
    }
    void add_steps(const std::string& id)
    {
        const auto steps = std::count_if(m_assessment.next_steps.begin(), m_assessment.next_steps.end(),
                                         [&](const engine::Finding& step) { return step.rule.value == id; });
        add(ExpectationKind::Steps, id + " " + std::to_string(steps));
    }
    void say(const OptionResult& option)
    {
        if (const auto found = m_excluded.find(option.option); found != m_excluded.end())
            add(ExpectationKind::RuledOut, option.option.value + " by " + foundation::joined(found->second, " and "));
        if (const auto found = m_waiting.find(option.option); found != m_waiting.end())
            add(ExpectationKind::Waits, option.option.value + " by " + foundation::joined(found->second, " and "));
    }

    const rulebase::RuleBase& m_rules;
    const Assessment& m_assessment;
    const ShownRules& m_shown;
    std::map<ExpectationKind, std::vector<std::string>> m_lines;
    std::set<OptionId> m_pulled;
    std::map<OptionId, std::vector<std::string>> m_excluded, m_waiting;
    std::map<std::string, std::vector<std::string>> m_said_at;
    std::set<int> m_lessons;
    bool m_capped = false;
};

} // namespace

casefile::WrittenCase observed(const rulebase::RuleBase& rules, const casefile::Case& group,
                               const Assessment& assessment, const Subject& subject, const ShownRules& shown)
{
    Observer observer(rules, assessment, shown);
    for (const OptionId& option : subject.leading)
        observer.lead(option);
    for (const std::size_t rule : subject.rules)
        observer.observe(rule);
    casefile::WrittenCase written;
    written.title = group.title;
    written.group = group;
    written.expectations = observer.take();
    return written;
}

} // namespace fedadvise::analysis
