// How deep on the gradient the relationship and the rules allow the advice to go.
#include "engine/judgement.h"

#include <algorithm>

namespace fedadvise::engine
{

namespace
{

std::size_t less_by(std::size_t step, int steps)
{
    return step - std::min(step, static_cast<std::size_t>(std::max(steps, 0)));
}

/// The deepest step of which readiness, and that of every step before it, is at least `needed`.
std::size_t readiness_cap(const Judgement& judgement, Truth needed)
{
    std::size_t cap = 0;
    for (std::size_t step = 0; step < judgement.program.step_nodes.size(); ++step)
    {
        if (judgement.truths[judgement.program.step_nodes[step]] < needed)
            break;
        cap = step;
    }
    return cap;
}

/// The step that a cap effect allows; nothing when it depends on something that is not known.
std::optional<std::size_t> step_of(const Judgement& judgement, const rulebase::Effect& effect,
                                   std::size_t from_readiness)
{
    if (!effect.step.empty())
        return rulebase::gradient_index(judgement.rules, effect.step);
    if (effect.below_readiness)
        return less_by(from_readiness, *effect.below_readiness);
    const rulebase::Question* current = rulebase::find_question(judgement.rules, {"current-step"});
    if (current == nullptr)
        return std::nullopt;
    const FactValue fact =
        group_fact(judgement.rules, judgement.group, *current, held_values(judgement.group, *current));
    if (fact.possible == all_options)
        return std::nullopt;
    for (std::size_t i = 0; i < current->options.size(); ++i)
        if ((fact.possible >> i & 1U) != 0)
            return i + static_cast<std::size_t>(std::max(effect.above_current.value_or(0), 0));
    return std::nullopt;
}

/// Whether an exemption frees the model from readiness now.
bool applies(const Judgement& judgement, std::size_t index, const rulebase::OptionId& model)
{
    const rulebase::ReadinessExemption& exemption = judgement.rules.readiness.exemptions[index];
    if (std::find(exemption.models.begin(), exemption.models.end(), model) == exemption.models.end())
        return false;
    const auto node = judgement.program.exemption_nodes[index];
    if (node && judgement.truths[*node] != Truth::True)
        return false;
    return !exemption.mean || !judgement.relationship.mean.now || *judgement.relationship.mean.now >= *exemption.mean;
}

struct Exemption
{
    bool from_readiness = false;
    bool from_all_rules = false;
    bool for_sure = false; ///< whatever the open statements say
    std::vector<rulebase::RuleId> rules;
};

Exemption exemption_of(const Judgement& judgement, const rulebase::OptionId& model)
{
    Exemption found;
    for (std::size_t i = 0; i < judgement.rules.readiness.exemptions.size(); ++i)
    {
        if (!applies(judgement, i, model))
            continue;
        found.from_readiness = true;
        const auto& needed = judgement.rules.readiness.exemptions[i].mean;
        found.for_sure = found.for_sure || !needed || judgement.relationship.mean.low >= *needed;
        for (const rulebase::RuleId& rule : judgement.rules.readiness.exemptions[i].rules)
        {
            found.from_all_rules = found.from_all_rules || rule.value == "all";
            found.rules.push_back(rule);
        }
    }
    return found;
}

Finding readiness_finding(const Judgement& judgement, std::size_t step, Truth truth)
{
    Finding finding;
    finding.engine = "readiness";
    finding.truth = truth;
    finding.because = deciding_questions(judgement.program, judgement.rules, judgement.replies, judgement.truths,
                                         judgement.program.step_nodes[step]);
    return finding;
}

} // namespace

DepthCap depth_cap(const Judgement& judgement)
{
    const std::size_t deepest = judgement.rules.gradient.empty() ? 0 : judgement.rules.gradient.size() - 1;
    DepthCap cap;
    cap.from_readiness = readiness_cap(judgement, Truth::Unknown);
    cap.step = std::min(cap.from_readiness, deepest);
    const std::size_t worst_readiness = readiness_cap(judgement, Truth::True);
    cap.if_open_go_badly = worst_readiness;
    if (cap.from_readiness < deepest)
        cap.by.push_back(readiness_finding(judgement, cap.from_readiness + 1, Truth::True));
    for (const EffectPlace& place : judgement.program.caps)
    {
        const Truth truth = judgement.rule_truths[place.rule];
        const rulebase::Effect& effect = judgement.rules.rules[place.rule].effects[place.effect];
        if (truth == Truth::False)
            continue;
        const auto step = step_of(judgement, effect, cap.from_readiness);
        if (truth == Truth::True && step)
        {
            cap.step = std::min(cap.step, *step);
            cap.by.push_back(finding_of(judgement, place));
        }
        cap.if_open_go_badly = std::min(cap.if_open_go_badly, step_of(judgement, effect, worst_readiness).value_or(0));
    }
    cap.if_open_go_badly = std::min(cap.if_open_go_badly, cap.step);
    return cap;
}

std::vector<Finding> held_back_by(const Judgement& judgement, const OptionProgram& model, const DepthCap& cap)
{
    const Exemption exemption = exemption_of(judgement, model.id);
    std::vector<Finding> findings;
    const auto ready =
        judgement.truths.empty() ? Truth::True : judgement.truths[judgement.program.step_nodes[model.depth]];
    if (!exemption.from_readiness && model.depth > cap.from_readiness)
        findings.push_back(readiness_finding(judgement, cap.from_readiness + 1, Truth::True));
    else if (!exemption.from_readiness && ready == Truth::Unknown)
        findings.push_back(readiness_finding(judgement, model.depth, Truth::Unknown));
    else if (exemption.from_readiness && !exemption.for_sure && ready != Truth::True)
        findings.push_back(readiness_finding(judgement, std::min(model.depth, cap.from_readiness + 1), Truth::Unknown));
    if (exemption.from_all_rules)
        return findings;
    const std::size_t worst_readiness = readiness_cap(judgement, Truth::True);
    for (const EffectPlace& place : judgement.program.caps)
    {
        const rulebase::Rule& rule = judgement.rules.rules[place.rule];
        const auto step = step_of(judgement, rule.effects[place.effect], cap.from_readiness);
        const bool exempt = std::find(exemption.rules.begin(), exemption.rules.end(), rule.id) != exemption.rules.end();
        if (judgement.rule_truths[place.rule] != Truth::False && !exempt && step.value_or(0) < model.depth)
        {
            findings.push_back(finding_of(judgement, place));
            if (!step)
                findings.back().truth = Truth::Unknown;
        }
        else if (judgement.rule_truths[place.rule] != Truth::False && (!exempt || !exemption.for_sure) &&
                 step_of(judgement, rule.effects[place.effect], worst_readiness).value_or(0) < model.depth)
        {
            findings.push_back(finding_of(judgement, place));
            findings.back().truth = Truth::Unknown;
        }
    }
    return findings;
}

std::optional<Finding> kept_open_by(const Judgement& judgement, const OptionProgram& model, const DepthCap& cap)
{
    if (model.depth <= cap.from_readiness)
        return std::nullopt;
    for (std::size_t i = 0; i < judgement.rules.readiness.exemptions.size(); ++i)
    {
        if (!applies(judgement, i, model.id) || judgement.rules.readiness.exemptions[i].text.empty())
            continue;
        Finding finding;
        finding.engine = "exemption";
        finding.effect = i;
        if (const auto node = judgement.program.exemption_nodes[i])
            finding.because =
                deciding_questions(judgement.program, judgement.rules, judgement.replies, judgement.truths, *node);
        return finding;
    }
    return std::nullopt;
}

} // namespace fedadvise::engine
