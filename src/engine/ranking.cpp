// From findings to scores, bands, ranks and pairs.
#include "engine/judgement.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

namespace fedadvise::engine
{

using rulebase::EffectKind;
using rulebase::Fit;
using rulebase::OptionId;

namespace
{

bool is_available(const OptionResult& result)
{
    return result.band != Band::NotYet && result.band != Band::RuledOut;
}

void add_pull(OptionResult& result, Finding&& finding)
{
    const int strength = finding.strength;
    result.score.low += finding.truth == Truth::True || strength < 0 ? strength : 0;
    result.score.high += finding.truth == Truth::True || strength > 0 ? strength : 0;
    if (finding.truth != Truth::True)
    {
        result.open.push_back(std::move(finding));
        return;
    }
    result.score.now += strength;
    (strength > 0 ? result.for_it : result.against_it).push_back(std::move(finding));
}

/// Puts a finding where it belongs: what is true now into its list, what the open answers may bring into `open`.
void add_effect(OptionResult& result, EffectKind kind, Finding&& finding)
{
    if (kind == EffectKind::Pull)
        return add_pull(result, std::move(finding));
    const bool certain = finding.truth == Truth::True;
    switch (kind)
    {
    case EffectKind::Exclude: (certain ? result.ruled_out_by : result.open).push_back(std::move(finding)); break;
    case EffectKind::NotYet: (certain ? result.not_yet : result.open).push_back(std::move(finding)); break;
    case EffectKind::Require:
        if (certain)
            result.required.push_back(std::move(finding));
        break;
    case EffectKind::Allow:
        if (certain)
            result.allowed.push_back(std::move(finding));
        break;
    case EffectKind::Warn:
        if (certain)
            result.warnings.push_back(std::move(finding));
        break;
    default: break;
    }
}

OptionResult judge(const Judgement& judgement, const OptionProgram& option)
{
    OptionResult result;
    result.option = option.id;
    const auto is_open = [&](const EffectPlace& place) { return judgement.rule_truths[place.rule] == Truth::Unknown; };
    result.open.reserve(static_cast<std::size_t>(std::count_if(option.effects.begin(), option.effects.end(), is_open)));
    for (const EffectPlace& place : option.effects)
        if (judgement.rule_truths[place.rule] != Truth::False)
            add_effect(result, judgement.rules.rules[place.rule].effects[place.effect].kind,
                       finding_of(judgement, place));
    return result;
}

bool is_stronger(const Finding& a, const Finding& b)
{
    const int strength_a = std::abs(a.strength), strength_b = std::abs(b.strength);
    return std::tie(strength_b, a.rule, a.effect) < std::tie(strength_a, b.rule, b.effect);
}

/// Strongest first. The pulls come so from the program; only what stands behind them has to be sorted.
void sort_strongest_first(std::vector<Finding>& findings)
{
    const auto rest = std::is_sorted_until(findings.begin(), findings.end(), is_stronger);
    if (rest == findings.end())
        return;
    std::stable_sort(rest, findings.end(), is_stronger);
    if (is_stronger(*rest, *std::prev(rest)))
        std::inplace_merge(findings.begin(), rest, findings.end(), is_stronger);
}

void sort_reasons(OptionResult& result)
{
    sort_strongest_first(result.for_it);
    sort_strongest_first(result.against_it);
    sort_strongest_first(result.open);
}

Band band_of(const rulebase::Settings& settings, const OptionResult& result)
{
    if (!result.ruled_out_by.empty())
        return Band::RuledOut;
    if (!result.not_yet.empty())
        return Band::NotYet;
    for (std::size_t i = 0; i < settings.bands.size(); ++i)
        if (result.score.now >= settings.bands[i].from)
            return static_cast<Band>(i);
    return Band::PointsAway;
}

bool lacks_carrier(const OptionResult& result)
{
    return std::any_of(result.against_it.begin(), result.against_it.end(),
                       [](const Finding& f) { return f.engine == "no-carrier"; });
}

/// Available options first, then vehicles that no leading model can use, then those that wait, then those ruled out.
int rank_class(const OptionResult& result)
{
    if (result.band == Band::RuledOut)
        return 3;
    if (result.band == Band::NotYet)
        return 2;
    return lacks_carrier(result) ? 1 : 0;
}

/// Ranks by score within each class. Scores within the tie points of the first of a rank share the rank, in
/// alphabetical order.
void rank(const rulebase::Settings& settings, std::vector<OptionResult>& results)
{
    std::sort(results.begin(), results.end(),
              [](const OptionResult& a, const OptionResult& b)
              {
                  const int class_a = rank_class(a), class_b = rank_class(b);
                  return std::tie(class_a, b.score.now, a.option) < std::tie(class_b, a.score.now, b.option);
              });
    for (std::size_t first = 0; first < results.size();)
    {
        std::size_t end = first;
        while (end < results.size() && rank_class(results[end]) == rank_class(results[first]) &&
               results[first].score.now - results[end].score.now <= settings.tie_points)
            results[end++].rank = static_cast<int>(first) + 1;
        const auto from = results.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = results.begin() + static_cast<std::ptrdiff_t>(end);
        std::sort(from, to, [](const OptionResult& a, const OptionResult& b) { return a.option < b.option; });
        first = end;
    }
}

int points_of(const rulebase::Settings& settings, Fit fit)
{
    switch (fit)
    {
    case Fit::Typical: return settings.fit_typical;
    case Fit::Compatible: return settings.fit_compatible;
    case Fit::Weak: return settings.fit_weak;
    case Fit::Impossible: return settings.fit_impossible;
    }
    return 0;
}

std::size_t index_in(const std::vector<OptionProgram>& options, const OptionId& id)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const OptionProgram& o) { return o.id == id; });
    return static_cast<std::size_t>(found - options.begin());
}

/// How well each vehicle carries the model, in the order of the program.
const std::vector<Fit>& fits_of(const Judgement& judgement, const OptionId& model)
{
    return judgement.program.fits[nation_of(judgement)][index_in(judgement.program.models, model)];
}

bool has_carrier(const Judgement& judgement, const OptionId& model)
{
    const std::vector<Fit>& fits = fits_of(judgement, model);
    return std::any_of(fits.begin(), fits.end(), [](Fit fit) { return fit != Fit::Impossible; });
}

/// The models whose vehicles are asked for: the first rank in which some model uses a vehicle at all.
std::vector<OptionId> models_to_carry(const Judgement& judgement, const std::vector<OptionResult>& models)
{
    std::vector<OptionId> carried;
    int rank = 0;
    for (const OptionResult& model : models)
    {
        if (!is_available(model) || (!carried.empty() && model.rank != rank))
            continue;
        if (has_carrier(judgement, model.option))
        {
            rank = model.rank;
            carried.push_back(model.option);
        }
    }
    return carried;
}

/// Models that the open answers could still make lead.
std::vector<OptionId> models_that_may_lead(const Judgement& judgement, const std::vector<OptionResult>& models)
{
    int surely_reached = -1'000'000;
    for (const OptionResult& model : models)
        if (is_available(model) && model.open.empty() && has_carrier(judgement, model.option))
            surely_reached = std::max(surely_reached, model.score.low);
    std::vector<OptionId> may_lead;
    for (const OptionResult& model : models)
        if (model.band != Band::RuledOut && model.score.high + judgement.rules.settings.tie_points >= surely_reached &&
            has_carrier(judgement, model.option))
            may_lead.push_back(model.option);
    return may_lead;
}

/// Adds what a vehicle gains or loses by how well it carries the leading models; the bounds allow for every model that
/// may lead.
void add_fit(const Judgement& judgement, OptionResult& vehicle, const std::vector<OptionId>& carried,
             const std::vector<OptionId>& may_lead, bool surely_carried)
{
    Finding finding;
    finding.engine = "fit";
    Fit best = Fit::Impossible;
    const std::size_t place = index_in(judgement.program.vehicles, vehicle.option);
    for (const OptionId& model : carried)
    {
        const Fit fit = fits_of(judgement, model)[place];
        if (fit > best || finding.option.value.empty())
            finding.option = model;
        best = std::max(best, fit);
    }
    finding.strength = carried.empty() ? 0 : points_of(judgement.rules.settings, best);
    int least = finding.strength, most = finding.strength;
    const auto allow_for = [&](int points)
    {
        least = std::min(least, points);
        most = std::max(most, points);
    };
    if (!surely_carried)
        allow_for(0); // no model that has vehicles may be left
    const std::size_t nation = nation_of(judgement);
    for (const auto* models : {&carried, &may_lead})
        for (const OptionId& model : *models)
            for (std::size_t n = 0; n < judgement.program.fits.size(); ++n)
                if (n == nation || nation == 0)
                    allow_for(points_of(judgement.rules.settings,
                                        judgement.program.fits[n][index_in(judgement.program.models, model)][place]));
    vehicle.score.now += finding.strength;
    vehicle.score.low += least;
    vehicle.score.high += most;
    if (carried.empty())
        return;
    if (best == Fit::Impossible)
        finding.engine = "no-carrier";
    if (finding.strength != 0 || best == Fit::Impossible)
        (finding.strength > 0 ? vehicle.for_it : vehicle.against_it).push_back(finding);
}

} // namespace

std::string band_id(Band band)
{
    switch (band)
    {
    case Band::PointsStronglyTowards: return "points-strongly-towards";
    case Band::PointsTowards: return "points-towards";
    case Band::Possible: return "possible";
    case Band::PointsAway: return "points-away";
    case Band::NotYet: return "not-yet";
    case Band::RuledOut: return "ruled-out";
    }
    return "possible";
}

namespace
{

constexpr std::size_t most_questions_named = 6;

bool takes_away(EffectKind kind)
{
    return kind == EffectKind::Exclude || kind == EffectKind::NotYet;
}

/// Whether a rule rules the vehicle out or lets it wait.
Truth barred(const Judgement& judgement, const OptionProgram& vehicle)
{
    Truth barred = Truth::False;
    for (const EffectPlace& place : vehicle.effects)
        if (takes_away(judgement.rules.rules[place.rule].effects[place.effect].kind))
            barred = either(barred, judgement.rule_truths[place.rule]);
    return barred;
}

/// Adds the questions that decide the rules of this truth that take the vehicle away.
void name_what_bars(const Judgement& judgement, const OptionProgram& vehicle, Truth truth,
                    std::vector<rulebase::QuestionId>& because)
{
    for (const EffectPlace& place : vehicle.effects)
        if (takes_away(judgement.rules.rules[place.rule].effects[place.effect].kind) &&
            judgement.rule_truths[place.rule] == truth)
            for (const rulebase::QuestionId& question : judgement.because[place.rule])
                if (because.size() < most_questions_named &&
                    std::find(because.begin(), because.end(), question) == because.end())
                    because.push_back(question);
}

/// Whether too few vehicles that carry the model are left: certainly, or depending on open answers.
std::optional<Finding> lack_of_vehicles(const Judgement& judgement, const OptionProgram& model)
{
    if (rulebase::find_model(judgement.rules, model.id)->legal_person != rulebase::LegalPerson::Needed)
        return std::nullopt;
    std::array<std::vector<std::size_t>, 3> carriers; // by how far they are barred
    const std::vector<Fit>& fits = fits_of(judgement, model.id);
    for (std::size_t v = 0; v < fits.size(); ++v)
        if (fits[v] != Fit::Impossible)
            carriers[static_cast<std::size_t>(barred(judgement, judgement.program.vehicles[v]))].push_back(v);
    const std::size_t surely_left = carriers[static_cast<std::size_t>(Truth::False)].size();
    const std::size_t perhaps_left = carriers[static_cast<std::size_t>(Truth::Unknown)].size();
    if (surely_left >= fewest_vehicles)
        return std::nullopt;
    Finding finding;
    finding.engine = "no-vehicle";
    finding.truth = surely_left + perhaps_left < fewest_vehicles ? Truth::True : Truth::Unknown;
    std::vector<rulebase::QuestionId> because;
    for (const std::size_t v : carriers[static_cast<std::size_t>(finding.truth)])
        name_what_bars(judgement, judgement.program.vehicles[v], finding.truth, because);
    finding.because = std::move(because);
    return finding;
}

} // namespace

std::vector<OptionResult> judge_models(const Judgement& judgement, const DepthCap& cap)
{
    std::vector<OptionResult> results;
    for (const OptionProgram& model : judgement.program.models)
    {
        OptionResult result = judge(judgement, model);
        for (const Finding& finding : held_back_by(judgement, model, cap))
            (finding.truth == Truth::True ? result.not_yet : result.open).push_back(finding);
        if (const auto finding = lack_of_vehicles(judgement, model))
            (finding->truth == Truth::True ? result.not_yet : result.open).push_back(*finding);
        if (auto finding = kept_open_by(judgement, model, cap))
            result.warnings.push_back(std::move(*finding));
        sort_reasons(result);
        result.band = band_of(judgement.rules.settings, result);
        results.push_back(std::move(result));
    }
    rank(judgement.rules.settings, results);
    return results;
}

std::vector<OptionId> leading(const std::vector<OptionResult>& models)
{
    std::vector<OptionId> first;
    for (const OptionResult& model : models)
        if (model.rank == 1 && is_available(model))
            first.push_back(model.option);
    return first;
}

std::vector<OptionResult> judge_vehicles(const Judgement& judgement, const std::vector<OptionResult>& models)
{
    const auto carried = models_to_carry(judgement, models);
    const auto may_lead = models_that_may_lead(judgement, models);
    const bool surely_carried = std::any_of(
        models.begin(), models.end(),
        [&](const OptionResult& m) { return is_available(m) && m.open.empty() && has_carrier(judgement, m.option); });
    std::vector<OptionResult> results;
    for (const OptionProgram& vehicle : judgement.program.vehicles)
    {
        OptionResult result = judge(judgement, vehicle);
        add_fit(judgement, result, carried, may_lead, surely_carried);
        sort_reasons(result);
        result.band = band_of(judgement.rules.settings, result);
        if (lacks_carrier(result) && is_available(result))
            result.band = Band::PointsAway;
        results.push_back(std::move(result));
    }
    rank(judgement.rules.settings, results);
    return results;
}

std::vector<Pair> pairs_of(const Judgement& judgement, const std::vector<OptionResult>& models,
                           const std::vector<OptionResult>& vehicles)
{
    std::vector<Pair> pairs;
    for (const OptionResult& model : models)
    {
        if (!is_available(model))
            continue;
        const std::vector<Fit>& fits = fits_of(judgement, model.option);
        for (const OptionResult& vehicle : vehicles)
        {
            const Fit fit = fits[index_in(judgement.program.vehicles, vehicle.option)];
            if (is_available(vehicle) && fit != Fit::Impossible)
                pairs.push_back({model.option, vehicle.option, fit});
        }
    }
    return pairs;
}

} // namespace fedadvise::engine
