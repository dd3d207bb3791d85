#include "report/presentation.h"

#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <cstdlib>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t fewest_shown = 2;
constexpr std::size_t most_answers_named = 4;

bool is_open_band(const OptionAdvice& option)
{
    return option.band != engine::band_id(engine::Band::NotYet) &&
           option.band != engine::band_id(engine::Band::RuledOut);
}

} // namespace

std::vector<StatementGroup> statement_groups(const OptionAdvice& option)
{
    std::vector<StatementGroup> groups = {
        {"What rules it out", &option.ruled_out_by, false},
        {"What is missing", &option.not_yet, true},
        {"What speaks for it", &option.for_it, false},
        {"What speaks against it", &option.against_it, false},
        {"What must be done or met", &option.required, true},
        {"What is allowed, although many people think otherwise", &option.allowed, false},
        {"Warnings", &option.warnings, false},
        {"What the open answers may still bring", &option.open, false, true},
    };
    std::erase_if(groups, [](const StatementGroup& group) { return group.statements->empty(); });
    return groups;
}

std::string strength_words(int strength)
{
    if (strength == 0)
        return {};
    const std::string side = strength > 0 ? "for it" : "against it";
    switch (std::abs(strength))
    {
    case 1: return "speaks a little " + side;
    case 2: return "speaks " + side;
    default: return "speaks strongly " + side;
    }
}

std::string tag_words(const std::string& tag)
{
    if (tag == "verified")
        return "checked against its source";
    if (tag == "known")
        return "well known, not looked up again";
    if (tag == "uncertain")
        return "uncertain";
    return "a design choice of this tool";
}

std::string because_in_short(const Statement& statement)
{
    const std::size_t named = std::min(most_answers_named, statement.because_words.size());
    std::string words = foundation::joined({statement.because_words.data(), named}, "; ");
    if (const std::size_t more = statement.because_words.size() - named; more > 0)
        words += " and " + foundation::with_thousands(static_cast<std::int64_t>(more)) +
                 (more == 1 ? " more answer" : " more answers");
    return words;
}

std::vector<const OptionAdvice*> options_in_band(const std::vector<OptionAdvice>& options, std::string_view band)
{
    std::vector<const OptionAdvice*> found;
    for (const OptionAdvice& option : options)
        if (option.band == band)
            found.push_back(&option);
    return found;
}

std::vector<const OptionAdvice*> options_to_show_first(const std::vector<OptionAdvice>& options)
{
    std::vector<const OptionAdvice*> shown;
    if (std::none_of(options.begin(), options.end(), [](const OptionAdvice& option) { return option.leading; }))
        return shown;
    int rank = 0;
    for (const OptionAdvice& option : options)
    {
        if (!is_open_band(option))
            continue;
        // Ties are never cut in two.
        if (!option.leading && shown.size() >= fewest_shown && (option.rank != rank || shown.back()->leading))
            continue;
        rank = option.rank;
        shown.push_back(&option);
    }
    return shown;
}

std::vector<const OptionAdvice*> vehicles_to_show_first(const Advice& advice)
{
    const std::vector<const OptionAdvice*> all = options_to_show_first(advice.vehicles);
    std::vector<const OptionAdvice*> usual = all;
    std::erase_if(usual,
                  [&](const OptionAdvice* vehicle)
                  {
                      return std::none_of(advice.pairs.begin(), advice.pairs.end(),
                                          [&](const PairAdvice& pair)
                                          {
                                              const OptionAdvice* model = find_option(advice, pair.model);
                                              return pair.vehicle == vehicle->id && pair.fit != "weak" &&
                                                     model != nullptr && model->leading;
                                          });
                  });
    return usual.size() < fewest_shown ? all : usual;
}

std::string vehicles_of(const Advice& advice, const std::string& model, std::string_view fit)
{
    std::vector<std::string> names;
    for (const PairAdvice& pair : advice.pairs)
        if (pair.model == model && pair.fit == fit)
            names.push_back(pair.vehicle_name);
    return foundation::joined(names, "; ");
}

std::string lesson_state_words(const std::string& state)
{
    return state == "raised" ? "Raised" : state == "clear" ? "Not raised" : "Cannot be told yet";
}

std::string stop_words(const GradientStop& stop)
{
    std::vector<std::string> parts;
    if (stop.current)
        parts.emplace_back("You are here now.");
    if (stop.leading)
        parts.emplace_back("A model that comes first works here.");
    if (!stop.within_cap)
        parts.emplace_back("Deeper than your answers carry now.");
    return foundation::joined(parts, " ");
}

std::vector<const Statement*> said_early(const Advice& advice)
{
    std::vector<const Statement*> statements;
    const auto add = [&](const std::vector<Statement>& list)
    {
        for (const Statement& statement : list)
            if (!statement.after_page.empty())
                statements.push_back(&statement);
    };
    add(advice.warnings);
    for (const LessonAdvice& lesson : advice.lessons)
        add(lesson.checks);
    return statements;
}

std::string need_words(const PathNeed& need)
{
    std::vector<std::string> origin;
    if (!need.models.empty())
        origin.push_back("for " + foundation::joined_as_sentence(need.models));
    if (!need.rule.empty())
        origin.push_back("rule " + need.rule);
    return origin.empty() ? need.text : need.text + " [" + foundation::joined(origin, "; ") + "]";
}

std::string path_model_words(const PathModel& model)
{
    const std::string state = model.leading ? " (comes first)" : model.waits ? " (has to wait)" : "";
    return model.name + state + ": " +
           (model.reasons.empty() ? "Nothing in your answers speaks for it so far."
                                  : foundation::joined(model.reasons, " "));
}

const OptionAdvice* find_option(const Advice& advice, const std::string& id)
{
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
            if (option.id == id)
                return &option;
    return nullptr;
}

std::string legal_person_words(const Advice& advice)
{
    if (std::none_of(advice.models.begin(), advice.models.end(),
                     [](const OptionAdvice& model) { return model.leading; }))
        return {};
    if (advice.legal_person == "needed")
        return "A separate legal person is needed.";
    if (advice.legal_person == "not-needed")
        return "No separate legal person is needed for the models that come first.";
    return "Whether a separate legal person is needed cannot be told yet.";
}

} // namespace fedadvise::report
