#include "report/headline.h"

#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_sentences = 5;
constexpr std::size_t most_level = 5; ///< more models than that are counted, not named
constexpr std::size_t fewest_vehicles = 2;
constexpr std::size_t most_options_named = 4;

std::vector<const OptionAdvice*> leading(const std::vector<OptionAdvice>& options)
{
    std::vector<const OptionAdvice*> found;
    for (const OptionAdvice& option : options)
        if (option.leading)
            found.push_back(&option);
    return found;
}

std::vector<std::string> names_of(const std::vector<const OptionAdvice*>& options)
{
    std::vector<std::string> names;
    for (const OptionAdvice* option : options)
        names.push_back(option->name);
    return names;
}

/// "A, B, C and 3 more": at most so many parts.
std::string some_names(std::vector<std::string> names, std::size_t most)
{
    if (names.size() <= most)
        return foundation::joined_as_sentence(names);
    const std::size_t more = names.size() - (most - 1);
    names.resize(most - 1);
    names.push_back(foundation::with_thousands(static_cast<std::int64_t>(more)) + " more");
    return foundation::joined_as_sentence(names);
}

bool is_band(const OptionAdvice& option, engine::Band band)
{
    return option.band == engine::band_id(band);
}

/// Nothing is given up at the first step of the gradient: the model that changes nothing.
bool changes_nothing(const Wording& wording, const OptionAdvice& option)
{
    const rulebase::Model* model = rulebase::find_model(wording.rules, {option.id});
    return model != nullptr && !wording.rules.gradient.empty() &&
           model->highest_step == wording.rules.gradient.front().id;
}

std::string towards(const Wording& wording, const std::vector<const OptionAdvice*>& models)
{
    if (models.empty())
        return "No model is open to you as things stand: each one is ruled out or has to wait for something.";
    // Level models may lie on both sides of a band's edge: the strongest tells whether there is a lead, the weakest how
    // strong.
    const OptionAdvice& first = **std::max_element(
        models.begin(), models.end(), [](const auto* a, const auto* b) { return a->score.now < b->score.now; });
    const std::string names = foundation::joined_as_sentence(names_of(models));
    const bool weak = is_band(first, engine::Band::Possible) || is_band(first, engine::Band::PointsAway);
    const bool all_strong =
        std::all_of(models.begin(), models.end(),
                    [](const OptionAdvice* model) { return is_band(*model, engine::Band::PointsStronglyTowards); });
    const std::string strongly = all_strong ? "strongly " : "";
    if (weak && models.size() > most_level)
        return "Your answers do not point clearly towards any model yet; " +
               foundation::with_thousands(static_cast<std::int64_t>(models.size())) + " models are still level.";
    if (weak && models.size() == 1)
        return "Your answers do not point clearly towards any model; the one that comes first is: " + names + ".";
    if (weak)
        return "Your answers do not point clearly towards any model; these come first and are level: " + names + ".";
    if (models.size() > 1)
        return "Your answers point " + strongly + "towards " +
               foundation::with_thousands(static_cast<std::int64_t>(models.size())) +
               " models that are level, named in alphabetical order: " + names + ".";
    if (changes_nothing(wording, first))
        return "Your answers point " + strongly + "towards: " + names +
               ". That is a good outcome in its own right: nothing has to be signed, and you can come back to the "
               "question at any time.";
    return "Your answers point " + strongly + "towards one model: " + names + ".";
}

/// Vehicles at the top that can carry the model: the first rank, and the next ones until there are two; of these the
/// usual ones alone when they are two or more. Unusual ones are named, and called so, only when there are too few
/// others.
std::vector<std::string> vehicles_for(const Advice& advice, const std::string& model)
{
    std::vector<std::string> typical;
    std::vector<std::string> carriers;
    std::vector<std::string> unusual;
    int rank = 0;
    for (const OptionAdvice& vehicle : advice.vehicles)
    {
        const auto pair =
            std::find_if(advice.pairs.begin(), advice.pairs.end(),
                         [&](const PairAdvice& p) { return p.model == model && p.vehicle == vehicle.id; });
        if (pair == advice.pairs.end())
            continue;
        if (pair->fit == rulebase::fit_name(rulebase::Fit::Weak))
            unusual.push_back(vehicle.name + " (unusual)");
        else if (carriers.size() < fewest_vehicles || vehicle.rank == rank)
        {
            carriers.push_back(vehicle.name);
            rank = vehicle.rank;
            if (pair->fit == rulebase::fit_name(rulebase::Fit::Typical))
                typical.push_back(vehicle.name);
        }
    }
    for (std::size_t i = 0; i < unusual.size() && carriers.size() < fewest_vehicles; ++i)
        carriers.push_back(unusual[i]);
    return typical.size() >= fewest_vehicles ? typical : carriers;
}

bool needs_legal_person(const Wording& wording, const OptionAdvice& option)
{
    const rulebase::Model* model = rulebase::find_model(wording.rules, {option.id});
    return model != nullptr && model->legal_person == rulebase::LegalPerson::Needed;
}

/// "The legal vehicles that fit and come first are: A and B for X; C for Y."
std::string with_vehicles(const Wording& wording, const Advice& advice, const std::vector<const OptionAdvice*>& models)
{
    if (models.empty() || models.size() > most_level)
        return {};
    // Models that would use the same vehicles share one mention, in the order of the models.
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    std::vector<std::string> without_carrier;
    for (const OptionAdvice* model : models)
    {
        const std::string vehicles =
            some_names(vehicles_for(advice, model->id), models.size() > 2 ? 3 : most_options_named);
        if (vehicles.empty() && needs_legal_person(wording, *model))
            without_carrier.push_back(model->name);
        if (vehicles.empty())
            continue;
        const auto same =
            std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == vehicles; });
        if (same == groups.end())
            groups.push_back({vehicles, {model->name}});
        else
            same->second.push_back(model->name);
    }
    if (groups.empty() && !without_carrier.empty())
        return "As things stand, no legal vehicle is open that could carry: " +
               foundation::joined_as_sentence(without_carrier) + ".";
    if (groups.empty())
        return advice.legal_person == "not-needed" ? "No new legal vehicle is needed for that." : "";
    std::vector<std::string> parts;
    for (const auto& [vehicles, names] : groups)
        parts.push_back(models.size() == 1 ? vehicles : vehicles + " for " + foundation::joined_as_sentence(names));
    const std::string opening = advice.legal_person == "not-needed"
                                    ? "No new legal person is needed. Fitting vehicles are: "
                                    : "The legal vehicles that fit and come first are: ";
    return opening + foundation::joined(parts, "; ") + ".";
}

int threshold_of(const Wording& wording, engine::Band band)
{
    for (const rulebase::BandSetting& setting : wording.rules.settings.bands)
        if (setting.id == engine::band_id(band))
            return setting.from;
    return 1;
}

std::string without_final_stop(std::string text)
{
    while (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

/// What would come next, and the first thing it waits for.
std::string would_come_next(const Wording& wording, const Advice& advice,
                            const std::vector<const OptionAdvice*>& models)
{
    const int enough = threshold_of(wording, engine::Band::PointsTowards);
    const OptionAdvice* next = nullptr;
    for (const OptionAdvice& model : advice.models)
        if (is_band(model, engine::Band::NotYet) && model.score.now >= enough && !model.not_yet.empty())
            if (next == nullptr || model.score.now > next->score.now)
                next = &model;
    if (next == nullptr)
        return {};
    const Statement& wait = next->not_yet.front();
    const std::string thing = lower_first(without_final_stop(wait.sentence.empty() ? wait.title : wait.sentence));
    const bool stronger = models.empty() || next->score.now >= models.front()->score.now;
    const std::string more = next->not_yet.size() > 1 ? ", among other things" : "";
    return std::string{stronger ? "What you want also points towards " : "A later step could be "} + next->name +
           ", but not yet: " + (!wait.sentence.starts_with("For now") ? "missing is " + thing : thing) + more + ".";
}

/// Options that the answers would point towards and that a constraint takes away.
std::string ruled_out_although_wanted(const Wording& wording, const Advice& advice)
{
    const int enough = threshold_of(wording, engine::Band::PointsTowards);
    std::vector<std::string> names;
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
            if (is_band(option, engine::Band::RuledOut) && option.score.now >= enough)
                names.push_back(option.name);
    if (names.empty())
        return {};
    return "The law rules out what your answers would otherwise point towards: " +
           some_names(names, most_options_named) + ".";
}

/// Whether the open answers could bring another model to the front.
bool may_still_move(const Advice& advice, const std::vector<const OptionAdvice*>& models)
{
    if (models.empty())
        return true;
    const auto weakest =
        std::min_element(models.begin(), models.end(), [](auto* a, auto* b) { return a->score.low < b->score.low; });
    return std::any_of(advice.models.begin(), advice.models.end(),
                       [&](const OptionAdvice& model) {
                           return !model.leading && !is_band(model, engine::Band::RuledOut) &&
                                  model.score.high > (*weakest)->score.low;
                       });
}

/// The first lesson that the interview has raised before the result: it asks for something before any model does.
std::string lesson_first(const Advice& advice)
{
    for (const LessonAdvice& lesson : advice.lessons)
        for (const Statement& check : lesson.checks)
            if (!check.after_page.empty())
                return "First see lesson " + foundation::with_thousands(lesson.number) + ", “" + lesson.name +
                       "”: " + lower_first(without_final_stop(check.title)) + ".";
    return {};
}

std::string still_open(const Advice& advice, const std::vector<const OptionAdvice*>& models)
{
    if (advice.open_questions.empty())
        return "Every question that the rules look at has been answered.";
    const auto count = static_cast<std::int64_t>(advice.open_questions.size());
    const std::string are =
        count == 1 ? " that the rules look at is still open" : " that the rules look at are still open";
    const std::string first = advice.open_questions.front().short_label;
    const std::string effect = may_still_move(advice, models) ? ", and the answers may still change this"
                                                              : ", and they would not change what comes first";
    return counted(count, "questions") + are + effect + "; more rules wait for “" + first + "” than for any other.";
}

} // namespace

bool has_answers(const casefile::Case& group)
{
    const auto some = [](const casefile::Answers& answers)
    {
        return std::any_of(answers.begin(), answers.end(),
                           [](const auto& entry) { return !casefile::is_unknown(entry.second); });
    };
    return some(group.answers) ||
           std::any_of(group.practices.begin(), group.practices.end(),
                       [&](const casefile::Practice& practice)
                       {
                           return some(practice.answers) ||
                                  std::any_of(practice.respondents.begin(), practice.respondents.end(),
                                              [&](const casefile::Respondent& r) { return some(r.answers); });
                       });
}

std::vector<std::string> headline_of(const Wording& wording, const Advice& advice)
{
    if (!has_answers(wording.group))
        return {"Nothing can be said yet, because no question has been answered.",
                "Every model and every vehicle is still open, and the questions may be answered in any order."};
    const std::vector<const OptionAdvice*> models = leading(advice.models);
    std::vector<std::string> sentences = {towards(wording, models),
                                          lesson_first(advice),
                                          with_vehicles(wording, advice, models),
                                          would_come_next(wording, advice, models),
                                          ruled_out_although_wanted(wording, advice),
                                          still_open(advice, models)};
    std::erase_if(sentences, [](const std::string& sentence) { return sentence.empty(); });
    if (sentences.size() > most_sentences)
        sentences.resize(most_sentences);
    return sentences;
}

} // namespace fedadvise::report
