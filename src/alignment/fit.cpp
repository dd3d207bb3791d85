#include "alignment/fit.h"

#include <algorithm>
#include <iterator>

namespace fedadvise::alignment
{

using engine::OptionMask;
using engine::Standings;

namespace
{

bool has(OptionMask mask, std::size_t option)
{
    return (mask >> option & 1U) != 0;
}

bool is_open(const Standings& standings, std::size_t model)
{
    return !has(standings.ruled_out | standings.waiting, model);
}

std::vector<bool> spoken(const Roundtable& table)
{
    std::vector<bool> spoken(table.size(), false);
    for (std::size_t q = 0; q < table.own_words().size(); ++q)
        if (is_view(table.engine().rules().questions[q]))
            for (std::size_t p = 0; p < table.own_words()[q].size(); ++p)
                spoken[p] = spoken[p] || table.own_words()[q][p].answered;
    return spoken;
}

PracticeFit fit_of_practice(const Roundtable& table, std::size_t practice, const Standings& group)
{
    const Standings seen = table.judge_as_seen_by(table.everybody(), practice).standings;
    PracticeFit fit;
    std::optional<int> best;
    for (std::size_t m = 0; m < table.scorecard().models(); ++m)
    {
        fit.scores.push_back(seen.score[m]);
        fit.stances.push_back(stance_towards(m, seen, group));
        if (is_open(seen, m))
            best = std::max<int>(best.value_or(seen.score[m]), seen.score[m]);
    }
    fit.leading = models_in(table, seen.leading);
    fit.best = best.value_or(0);
    return fit;
}

template <typename Test>
bool every_speaker(const Fit& fit, const Test& test)
{
    return std::all_of(fit.practices.begin(), fit.practices.end(),
                       [&](const PracticeFit& practice) { return !practice.has_spoken || test(practice); });
}

/// The models for which `value` is highest.
template <typename Value>
std::vector<std::size_t> best_of(const std::vector<std::size_t>& models, const Value& value)
{
    std::vector<std::size_t> best;
    for (const std::size_t model : models)
    {
        if (!best.empty() && value(best.front()) < value(model))
            best.clear();
        if (best.empty() || value(best.front()) == value(model))
            best.push_back(model);
    }
    return best;
}

int sum_of_scores(const Fit& fit, std::size_t model)
{
    int sum = 0;
    for (const PracticeFit& practice : fit.practices)
        sum += practice.has_spoken ? practice.scores[model] : 0;
    return sum;
}

int lowest_score(const Fit& fit, std::size_t model)
{
    std::optional<int> lowest;
    for (const PracticeFit& practice : fit.practices)
        if (practice.has_spoken)
            lowest = std::min(lowest.value_or(practice.scores[model]), practice.scores[model]);
    return lowest.value_or(0);
}

/// Those within the points of a tie of the best of them.
std::vector<std::size_t> first_of(const Roundtable& table, const Fit& fit, const std::vector<std::size_t>& models)
{
    int top = 0;
    for (const std::size_t model : best_of(models, [&](std::size_t m) { return fit.scores[m]; }))
        top = fit.scores[model];
    std::vector<std::size_t> first;
    std::copy_if(models.begin(), models.end(), std::back_inserter(first),
                 [&](std::size_t m) { return fit.scores[m] + table.engine().rules().settings.tie_points >= top; });
    return first;
}

/// What a practice said itself keeps it from voting for the model: it refuses, or the model would wait for it alone.
bool withholds_vote(Stance stance, bool open_to_group)
{
    return stance == Stance::Refuses || (stance == Stance::Waits && open_to_group);
}

void note_votes(const Roundtable& table, const Standings& group, Fit& fit)
{
    const rulebase::RuleBase& rules = table.engine().rules();
    std::vector<std::size_t> lawful, open;
    for (std::size_t m = 0; m < table.scorecard().models(); ++m)
    {
        if (!has(group.ruled_out, m))
            lawful.push_back(m);
        if (is_open(group, m))
            open.push_back(m);
    }
    const auto towards = std::find_if(rules.settings.bands.begin(), rules.settings.bands.end(),
                                      [](const rulebase::BandSetting& band)
                                      { return band.id == engine::band_id(engine::Band::PointsTowards); });
    const int from = towards == rules.settings.bands.end() ? 1 : towards->from;
    fit.wanted = fit.leading;
    for (const std::size_t model : first_of(table, fit, lawful))
        if (fit.scores[model] >= from && std::find(fit.wanted.begin(), fit.wanted.end(), model) == fit.wanted.end())
            fit.wanted.push_back(model);
    std::sort(fit.wanted.begin(), fit.wanted.end());
    for (const std::size_t model : lawful)
    {
        if (!rules.models[model].needs_every_vote || fit.scores[model] <= refused_at)
            continue;
        Veto veto{model, {}, std::binary_search(fit.wanted.begin(), fit.wanted.end(), model)};
        for (std::size_t p = 0; p < fit.practices.size(); ++p)
            if (fit.practices[p].has_spoken && withholds_vote(fit.practices[p].stances[model], is_open(group, model)))
                veto.by.push_back(p);
        if (!veto.by.empty())
            fit.vetoes.push_back(veto);
    }
    const auto stopped = [&](std::size_t m)
    { return std::any_of(fit.vetoes.begin(), fit.vetoes.end(), [&](const Veto& v) { return v.model == m; }); };
    fit.after_votes = fit.leading;
    std::erase_if(fit.after_votes, stopped);
    if (!fit.after_votes.empty())
        return;
    std::erase_if(open, stopped);
    fit.after_votes = first_of(table, fit, open);
}

void note_common_ground(const Roundtable& table, const Standings& group, Fit& fit)
{
    std::vector<std::size_t> open;
    for (std::size_t m = 0; m < table.scorecard().models(); ++m)
    {
        if (!is_open(group, m))
            continue;
        open.push_back(m);
        if (every_speaker(fit, [&](const PracticeFit& p) { return p.stances[m] == Stance::Accepts; }))
            fit.common.push_back(m);
    }
    fit.best_on_average = best_of(open, [&](std::size_t m) { return sum_of_scores(fit, m); });
    if (fit.common.empty())
        return;
    std::size_t deepest = 0; // what nobody asks for is no ground to stand on, even if nobody minds it
    for (const std::size_t model : fit.wanted)
        deepest = std::max(deepest, step_of(table, model));
    std::vector<std::size_t> within;
    std::copy_if(fit.common.begin(), fit.common.end(), std::back_inserter(within),
                 [&](std::size_t m) { return step_of(table, m) <= deepest; });
    fit.acceptable_to_all =
        best_of(fit.common, [&](std::size_t m) { return std::pair(lowest_score(fit, m), sum_of_scores(fit, m)); });
    fit.ground = best_of(within, [&](std::size_t m) { return step_of(table, m); });
    if (fit.ground.empty())
        return;
    fit.ground_step = step_of(table, fit.ground.front());
    std::optional<std::size_t> shallowest;
    for (const std::size_t model : fit.leading)
        shallowest = std::min(shallowest.value_or(step_of(table, model)), step_of(table, model));
    const std::size_t from = shallowest.value_or(0);
    fit.steps_short = from > *fit.ground_step ? from - *fit.ground_step : 0;
}

} // namespace

std::string stance_id(Stance stance)
{
    switch (stance)
    {
    case Stance::Accepts: return "accepts";
    case Stance::Waits: return "waits";
    case Stance::Refuses: return "refuses";
    case Stance::Barred: break;
    }
    return "barred";
}

std::size_t step_of(const Roundtable& table, std::size_t model)
{
    return table.engine().program().models[model].depth;
}

Stance stance_towards(std::size_t model, const Standings& as_seen, const Standings& group)
{
    if (has(as_seen.ruled_out & group.ruled_out, model))
        return Stance::Barred;
    if (has(as_seen.ruled_out, model) || as_seen.score[model] <= refused_at)
        return Stance::Refuses;
    return has(as_seen.waiting, model) ? Stance::Waits : Stance::Accepts;
}

std::vector<std::size_t> models_in(const Roundtable& table, OptionMask mask)
{
    std::vector<std::size_t> models;
    for (std::size_t m = 0; m < table.scorecard().models(); ++m)
        if (has(mask, m))
            models.push_back(m);
    return models;
}

Fit fit_of(const Roundtable& table)
{
    Fit fit;
    if (table.size() == 0)
        return fit;
    const Standings group = table.judge(table.everybody()).standings;
    const std::vector<bool> has_spoken = spoken(table);
    for (std::size_t p = 0; p < table.size(); ++p)
    {
        fit.practices.push_back(fit_of_practice(table, p, group));
        fit.practices.back().has_spoken = has_spoken[p];
    }
    for (std::size_t m = 0; m < table.scorecard().models(); ++m)
        fit.scores.push_back(group.score[m]);
    fit.leading = models_in(table, group.leading);
    const auto refuses = [&](const PracticeFit& practice)
    {
        return practice.has_spoken && !fit.leading.empty() &&
               std::all_of(fit.leading.begin(), fit.leading.end(),
                           [&](std::size_t m) { return practice.stances[m] == Stance::Refuses; });
    };
    for (std::size_t p = 0; p < table.size(); ++p)
        if (refuses(fit.practices[p]))
            fit.misfits.push_back(p);
    note_votes(table, group, fit);
    note_common_ground(table, group, fit);
    return fit;
}

} // namespace fedadvise::alignment
