#include "report/path_words.h"

#include "engine/group_value.h"
#include "report/advice.h"
#include "report/headline.h"
#include "report/statements.h"
#include "report/wording.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_models = 3;  ///< shown at one step
constexpr std::size_t most_reasons = 3; ///< of one model
constexpr const char* readiness_engine = "readiness";
constexpr const char* first_words = "For now"; ///< begins the sentence of a rule that limits the depth

bool is_band(const OptionAdvice& model, engine::Band band)
{
    return model.band == engine::band_id(band);
}

struct Steps
{
    std::size_t low = 0, high = 0;
};

std::optional<Steps> steps_of(const rulebase::RuleBase& rules, const OptionAdvice& option)
{
    const rulebase::Model* model = rulebase::find_model(rules, {option.id});
    if (model == nullptr)
        return std::nullopt;
    const auto low = rulebase::gradient_index(rules, model->lowest_step);
    const auto high = rulebase::gradient_index(rules, model->highest_step);
    return low && high ? std::optional<Steps>({*low, *high}) : std::nullopt;
}

int points_towards_from(const rulebase::RuleBase& rules)
{
    for (const rulebase::BandSetting& band : rules.settings.bands)
        if (band.id == engine::band_id(engine::Band::PointsTowards))
            return band.from;
    return 1;
}

/// Where the answers point: what leads, and what would lead if it did not have to wait.
std::vector<const OptionAdvice*> pointed_to(const Wording& wording, const Advice& advice)
{
    std::vector<const OptionAdvice*> models;
    std::optional<int> best;
    for (const OptionAdvice& model : advice.models)
        if (model.leading)
        {
            models.push_back(&model);
            best = std::max(best.value_or(model.score.now), model.score.now);
        }
    const int enough = points_towards_from(wording.rules);
    for (const OptionAdvice& model : advice.models)
        if (is_band(model, engine::Band::NotYet) && model.score.now >= std::max(enough, best.value_or(enough)))
            models.push_back(&model);
    return models;
}

/// The step of a model that is nearest to where the group stands.
std::size_t nearest_step(const Steps& steps, std::size_t here)
{
    return std::clamp(here, steps.low, steps.high);
}

/// The deepest of the steps that the models would take from here; when all are less deep, that is the nearest.
std::optional<std::size_t> destination(const Wording& wording, const std::vector<const OptionAdvice*>& models,
                                       std::size_t here)
{
    std::optional<std::size_t> deepest;
    for (const OptionAdvice* model : models)
        if (const auto steps = steps_of(wording.rules, *model))
            deepest = std::max(deepest.value_or(0), nearest_step(*steps, here));
    return deepest;
}

/// The index of the step where the group stands; none when it has not said so, or differs.
std::optional<std::size_t> standing(const Wording& wording)
{
    const engine::GroupValue now = engine::group_value(wording.rules, wording.group, {"current-step"});
    if (!now.known || now.options.size() != 1)
        return std::nullopt;
    return rulebase::gradient_index(wording.rules, now.options.front());
}

class PathTeller
{
public:
    PathTeller(const Wording& wording, const Advice& advice, std::vector<const OptionAdvice*> wanted)
        : m_wording(wording), m_advice(advice), m_wanted(std::move(wanted))
    {
    }

    PathStop stop(std::size_t step, std::size_t here, std::size_t goal)
    {
        const rulebase::GradientStep& known = m_wording.rules.gradient[step];
        PathStop stop;
        stop.id = known.id;
        stop.name = step_in_words(m_wording.rules, step);
        stop.text = known.text;
        stop.here = step == here;
        stop.destination = step == goal;
        const std::vector<const OptionAdvice*> models = models_at(step);
        for (const OptionAdvice* model : models)
            stop.brings.push_back(path_model(*model));
        if (step > here)
            add_needs(step, models, stop.needs);
        return stop;
    }

private:
    [[nodiscard]] bool is_wanted(const OptionAdvice& model) const
    {
        return std::find(m_wanted.begin(), m_wanted.end(), &model) != m_wanted.end();
    }

    /// What stands at the step and has something for it: first where the answers point, then by its points.
    [[nodiscard]] std::vector<const OptionAdvice*> models_at(std::size_t step) const
    {
        std::vector<const OptionAdvice*> models;
        for (const OptionAdvice& model : m_advice.models)
            if (const auto steps = steps_of(m_wording.rules, model);
                steps && steps->low <= step && step <= steps->high && !is_band(model, engine::Band::RuledOut) &&
                !is_band(model, engine::Band::PointsAway) && (!model.for_it.empty() || is_wanted(model)))
                models.push_back(&model);
        std::stable_sort(models.begin(), models.end(),
                         [&](const OptionAdvice* a, const OptionAdvice* b)
                         { return is_wanted(*a) != is_wanted(*b) ? is_wanted(*a) : a->score.now > b->score.now; });
        if (models.size() > most_models)
            models.resize(most_models);
        return models;
    }

    static PathModel path_model(const OptionAdvice& option)
    {
        PathModel model{
            option.id, option.name, option.band_label, option.leading, is_band(option, engine::Band::NotYet), {}};
        for (std::size_t i = 0; i < option.for_it.size() && i < most_reasons; ++i)
            model.reasons.push_back(short_reason(option.for_it[i]));
        return model;
    }

    void add_need(PathNeed need, std::vector<PathNeed>& needs)
    {
        if (!need.text.empty() && m_told.insert(need.text).second)
            needs.push_back(std::move(need));
    }

    void add_needs(std::size_t step, const std::vector<const OptionAdvice*>& models, std::vector<PathNeed>& needs)
    {
        // The relationship and limits of depth do not hold back a model that is open here all the same.
        const bool all_open =
            !models.empty() && std::none_of(models.begin(), models.end(),
                                            [](const OptionAdvice* m) { return is_band(*m, engine::Band::NotYet); });
        if (!all_open && step > m_wording.assessment.depth_cap.from_readiness)
            for (const std::string& gap : relationship_gaps(m_wording, step))
                add_need({"relationship", relationship_words(gap), {}, {}, {}}, needs);
        const std::vector<engine::Finding>& limits = m_wording.assessment.depth_cap.by;
        for (std::size_t i = 0; i < limits.size() && i < m_advice.depth_cap_by.size(); ++i)
            if (const auto deepest = deepest_step(limits[i]); deepest && !all_open && step > *deepest)
                add_need(limit_of(m_advice.depth_cap_by[i]), needs);
        for (const OptionAdvice* model : models)
            for (const Statement& wait : model->not_yet)
                add_missing(*model, wait, needs);
    }

    /// The scale is named once.
    std::string relationship_words(const std::string& gap)
    {
        const bool has_figures = m_wording.assessment.relationship.mean.now.has_value();
        return as_sentence(has_figures && !std::exchange(m_scale_named, true) ? gap + ", on a scale from 1 to 5" : gap);
    }

    static PathNeed limit_of(const Statement& limit)
    {
        const std::string sentence = limit.sentence.substr(0, limit.sentence.find_last_not_of('.') + 1);
        return {"limit", sentence + " (" + lower_first(limit.title) + ").", limit.rule, {}, limit.sources};
    }

    /// The deepest step that a rule allows now; none for the relationship's own limit.
    [[nodiscard]] std::optional<std::size_t> deepest_step(const engine::Finding& limit) const
    {
        const rulebase::Rule* rule = rulebase::find_rule(m_wording.rules, limit.rule);
        if (rule == nullptr || limit.effect >= rule->effects.size())
            return std::nullopt;
        const rulebase::Effect& effect = rule->effects[limit.effect];
        if (effect.above_current)
            return standing(m_wording).value_or(0) + static_cast<std::size_t>(*effect.above_current);
        if (effect.below_readiness)
        {
            const std::size_t carried = m_wording.assessment.depth_cap.from_readiness;
            return carried - std::min(carried, static_cast<std::size_t>(*effect.below_readiness));
        }
        return rulebase::gradient_index(m_wording.rules, effect.step);
    }

    /// What a model waits for, unless it is its depth, which has been told.
    void add_missing(const OptionAdvice& model, const Statement& wait, std::vector<PathNeed>& needs)
    {
        if (wait.rule == readiness_engine || wait.sentence.starts_with(first_words))
            return;
        const std::string text = wait.sentence.empty() ? as_sentence(wait.title) : wait.sentence;
        const auto same =
            std::find_if(needs.begin(), needs.end(), [&](const PathNeed& need) { return need.text == text; });
        if (same != needs.end())
            same->models.push_back(model.name);
        else
            add_need({"missing", text, wait.rule, {model.name}, wait.sources}, needs);
    }

    const Wording& m_wording;
    const Advice& m_advice;
    std::vector<const OptionAdvice*> m_wanted;
    std::set<std::string> m_told; ///< needs of the steps before
    bool m_scale_named = false;
};

std::string quoted_step(const Wording& wording, std::size_t step)
{
    return "“" + step_in_words(wording.rules, step) + "”";
}

std::string headline_words(const Wording& wording, std::optional<std::size_t> stands, std::size_t here,
                           std::size_t goal)
{
    const std::string to = quoted_step(wording, goal);
    if (!stands)
        return "You have not said how closely you work together today, so the path begins at the first step. Your "
               "answers point to " +
               to + ".";
    if (goal == here)
        return "You stand where your answers point: " + to + ". Nothing has to change for that.";
    const std::size_t count = goal > here ? goal - here : here - goal;
    const std::string steps = count == 1 ? "one step " : counted(static_cast<std::int64_t>(count), "steps") + " ";
    const std::string from = "You stand at " + quoted_step(wording, here) + ", and your answers point to " + to + ": ";
    if (goal > here)
        return from + steps + (count == 1 ? "deeper." : "deeper, taken one at a time.");
    return from + steps + "less deep. Stepping back is as respectable as going on.";
}

std::string stop_words(const PathStop& stop, bool deeper)
{
    if (stop.here)
        return stop.destination ? "You are here, and this is where your answers point."
                                : "You are here. To stay is a good outcome, too.";
    const std::string goal = stop.destination ? "This is where your answers point." : "";
    if (!deeper)
        return stop.destination ? goal : "On the way back.";
    return goal + (goal.empty() ? "" : " ") +
           (stop.needs.empty() ? "Nothing that you have said stands in the way of this step."
                               : "What is still missing for this step:");
}

} // namespace

PathAdvice path_of(const Wording& wording, const Advice& advice)
{
    PathAdvice path;
    if (!has_answers(wording.group) || wording.rules.gradient.empty())
        return path;
    const auto stands = standing(wording);
    const std::size_t here = stands.value_or(0);
    const std::vector<const OptionAdvice*> wanted = pointed_to(wording, advice);
    const auto goal = destination(wording, wanted, here);
    path.start_known = stands.has_value();
    if (!goal)
    {
        path.headline = "No model comes first as things stand, so no path can be drawn yet.";
        return path;
    }
    path.from = wording.rules.gradient[here].id;
    path.to = wording.rules.gradient[*goal].id;
    path.direction = *goal > here ? "deeper" : *goal < here ? "less-deep" : "here";
    path.headline = headline_words(wording, stands, here, *goal);
    PathTeller teller(wording, advice, wanted);
    const std::size_t count = *goal > here ? *goal - here : here - *goal;
    for (std::size_t i = 0; i <= count; ++i)
    {
        PathStop stop = teller.stop(*goal > here ? here + i : here - i, here, *goal);
        stop.here = stop.here && stands.has_value();
        stop.words = stop_words(stop, *goal > here || !stands);
        if (i == 0 && !stands && count > 0)
            stop.words = "The path begins here.";
        path.stops.push_back(std::move(stop));
    }
    if (count > 0)
        path.closing = "You can stop at any of these steps: each is a good outcome, and none is a prize.";
    return path;
}

} // namespace fedadvise::report
