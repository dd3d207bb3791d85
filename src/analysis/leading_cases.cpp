#include "analysis/leading_cases.h"

#include "analysis/expectation.h"
#include "analysis/fragment_packing.h"

#include <algorithm>

namespace fedadvise::analysis
{

using casefile::Case;
using rulebase::OptionId;

namespace
{

constexpr int unavailable = -100;

std::size_t answers_in(const Case& group)
{
    std::size_t answers = group.answers.size() + 5 * group.practices.size();
    for (const casefile::Practice& practice : group.practices)
        answers += practice.answers.size();
    return answers;
}

} // namespace

LeadingCases::LeadingCases(const engine::Engine& engine, const std::vector<Fragment>& fragments)
    : m_engine(engine), m_firing(engine.rules().rules.size(), nullptr)
{
    for (const Fragment& fragment : fragments)
    {
        const Fragment*& best = m_firing[fragment.rule];
        if (fragment.truth == engine::Truth::True &&
            (best == nullptr || answers_in(fragment.group) < answers_in(best->group)))
            best = &fragment;
    }
}

const Fragment* LeadingCases::firing(std::size_t rule) const
{
    return m_firing[rule];
}

const std::optional<Case>& LeadingCases::case_for(const OptionId& option)
{
    const auto known = m_found.find(option);
    if (known != m_found.end())
        return known->second;
    return m_found.emplace(option, search(option)).first->second;
}

int LeadingCases::pull_on(std::size_t rule, const OptionId& option) const
{
    int points = 0;
    for (const rulebase::Effect& effect : m_engine.rules().rules[rule].effects)
        if (effect.kind == rulebase::EffectKind::Pull &&
            std::find(effect.on.begin(), effect.on.end(), option) != effect.on.end())
            points += effect.strength;
    return points;
}

/// How far the option is ahead of the next; far below nothing when it is ruled out or waits.
int LeadingCases::margin_of(const Case& group, const OptionId& option) const
{
    const engine::Assessment assessment = m_engine.assess(group, group.as_at.value_or(m_engine.rules().as_at));
    const engine::OptionResult& result = result_of(assessment, option);
    if (!is_available(result))
        return unavailable - static_cast<int>(result.ruled_out_by.size() + result.not_yet.size());
    const bool is_model = rulebase::find_model(m_engine.rules(), option) != nullptr;
    int margin = result.score.now - unavailable;
    for (const engine::OptionResult& other : is_model ? assessment.models : assessment.vehicles)
        if (other.option != option && is_available(other))
            margin = std::min(margin, result.score.now - other.score.now);
    return result.rank == 1 ? std::max(margin, -m_engine.rules().settings.tie_points) : margin - 1;
}

/// Lays fragments that pull the option up over the case for as long as each brings it further ahead.
Case LeadingCases::climb(Case group, const OptionId& option, int& margin) const
{
    std::vector<std::size_t> rules;
    for (std::size_t rule = 0; rule < m_firing.size(); ++rule)
        if (m_firing[rule] != nullptr && pull_on(rule, option) > 0 && m_firing[rule]->day == m_engine.rules().as_at &&
            m_firing[rule]->group.practices.empty())
            rules.push_back(rule);
    std::stable_sort(rules.begin(), rules.end(),
                     [&](std::size_t a, std::size_t b) { return pull_on(a, option) > pull_on(b, option); });
    margin = margin_of(group, option);
    for (const std::size_t rule : rules)
    {
        if (margin > 2 * m_engine.rules().settings.tie_points)
            break;
        Case further = overlaid(group, m_firing[rule]->group);
        const int reached = margin_of(further, option);
        if (reached <= margin)
            continue;
        margin = reached;
        group = std::move(further);
    }
    return group;
}

std::optional<Case> LeadingCases::search(const OptionId& option)
{
    const rulebase::RuleBase& rules = m_engine.rules();
    Case empty;
    empty.as_at = rules.as_at;
    std::vector<Case> starts = {empty};
    if (rulebase::find_vehicle(rules, option) != nullptr)
        for (const rulebase::Model& model : rules.models)
            if (rulebase::fit_of(rules, model.id, option, "") >= rulebase::Fit::Compatible)
                if (const auto& found = case_for(model.id))
                    starts.push_back(*found);
    std::optional<Case> best;
    int best_margin = -rules.settings.tie_points - 1;
    for (Case& start : starts)
    {
        int margin = 0;
        Case reached = climb(std::move(start), option, margin);
        if (margin > best_margin)
        {
            best_margin = margin;
            best = std::move(reached);
        }
    }
    return best;
}

} // namespace fedadvise::analysis
