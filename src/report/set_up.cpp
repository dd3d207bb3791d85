#include "report/set_up.h"

#include "foundation/text_list.h"
#include "report/advice.h"
#include "report/statements.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using rulebase::OptionId;

/// The answer to "jurisdiction"; empty when it is not known.
std::string nation_of(const Wording& wording)
{
    const casefile::Answer* answer = casefile::find_answer(wording.group.answers, {"jurisdiction"});
    const auto* choice = answer == nullptr ? nullptr : std::get_if<casefile::Choice>(answer);
    return choice == nullptr ? std::string{} : choice->option;
}

std::string only_in(const Wording& wording, const std::vector<std::string>& nations)
{
    const rulebase::Question* question = rulebase::find_question(wording.rules, {"jurisdiction"});
    std::vector<std::string> names;
    for (const std::string& nation : nations)
    {
        const auto place = question == nullptr ? std::nullopt : rulebase::option_index(*question, nation);
        names.push_back(place ? question->options[*place].label : nation);
    }
    return names.empty() ? std::string{} : "Only in " + foundation::joined_as_sentence(names) + ".";
}

std::string fee_words(const rulebase::SetupTask& task)
{
    if (!task.fee)
        return {};
    const std::string fee = "£" + foundation::with_thousands(*task.fee);
    return task.fee_as_at ? fee + ", looked up on " + foundation::date_in_words(*task.fee_as_at) : fee;
}

SetupTaskAdvice task_of(const Wording& wording, const rulebase::SetupTask& task)
{
    SetupTaskAdvice words;
    words.id = task.id;
    words.order = task.order;
    words.title = task.title;
    words.text = filled(wording, task.text);
    words.owner = task.owner;
    words.form = task.form;
    words.weeks = task.weeks;
    words.fee = task.fee;
    words.fee_words = fee_words(task);
    SourceWords sources = source_words(wording, task.sources);
    words.sources = std::move(sources.ids);
    words.source_titles = std::move(sources.titles);
    words.review_words = std::move(sources.review);
    return words;
}

bool is_for(const std::vector<std::string>& nations, const std::string& nation)
{
    return nations.empty() || nation.empty() || std::find(nations.begin(), nations.end(), nation) != nations.end();
}

/// What comes before, of the tasks that are shown.
void add_what_comes_before(const rulebase::SetupGuide& guide, SetupAdvice& advice)
{
    for (SetupTaskAdvice& task : advice.tasks)
        for (const rulebase::SetupTask& written : guide.tasks)
            for (const std::string& before : written.id == task.id ? written.after : std::vector<std::string>{})
                for (const SetupTaskAdvice& other : advice.tasks)
                    if (other.id == before)
                    {
                        task.after.push_back(before);
                        task.after_titles.push_back(other.title);
                    }
}

SetupAdvice guide_for(const Wording& wording, const OptionAdvice& option, const rulebase::SetupGuide& guide)
{
    const std::string nation = nation_of(wording);
    SetupAdvice advice{option.id, option.name, guide.title, {}, {}};
    for (const rulebase::SetupTask& task : guide.tasks)
    {
        if (!is_for(task.nations, nation))
            continue;
        advice.tasks.push_back(task_of(wording, task));
        if (nation.empty())
            advice.tasks.back().nation_words = only_in(wording, task.nations);
    }
    std::stable_sort(advice.tasks.begin(), advice.tasks.end(),
                     [](const SetupTaskAdvice& a, const SetupTaskAdvice& b) { return a.order < b.order; });
    add_what_comes_before(guide, advice);
    const bool differs = std::any_of(guide.tasks.begin(), guide.tasks.end(),
                                     [](const rulebase::SetupTask& task) { return !task.nations.empty(); });
    if (nation.empty() && differs)
        advice.note = "The nation is not known yet, so the tasks of all nations are shown.";
    return advice;
}

TimeStageAdvice stage_of(const Wording& wording, const rulebase::PathStage& stage)
{
    SourceWords sources = source_words(wording, stage.sources);
    return {stage.id,
            stage.title,
            stage.owner,
            stage.from_month,
            stage.to_month,
            filled(wording, stage.text),
            filled(wording, stage.gate),
            std::move(sources.ids),
            std::move(sources.titles),
            std::move(sources.review)};
}

bool contains(const std::vector<OptionId>& options, const std::string& id)
{
    return std::find(options.begin(), options.end(), OptionId{id}) != options.end();
}

void add_time_path(const Wording& wording, const rulebase::Path& path, Advice& advice)
{
    TimePathAdvice words{path.id, path.title, {}, {}, {}};
    for (const OptionAdvice& model : advice.models)
        if (model.leading && contains(path.options, model.id))
        {
            words.options.push_back(model.id);
            words.option_names.push_back(model.name);
        }
    if (words.options.empty())
        return;
    std::vector<const rulebase::PathStage*> stages;
    for (const rulebase::PathStage& stage : path.stages)
        stages.push_back(&stage);
    std::stable_sort(stages.begin(), stages.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
    for (const rulebase::PathStage* stage : stages)
        words.stages.push_back(stage_of(wording, *stage));
    advice.time_paths.push_back(std::move(words));
}

} // namespace

void add_set_up(const Wording& wording, Advice& advice)
{
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
            for (const rulebase::SetupGuide& guide : wording.rules.setups)
                if (option.leading && contains(guide.options, option.id))
                    advice.setups.push_back(guide_for(wording, option, guide));
    for (const rulebase::Path& path : wording.rules.paths)
        add_time_path(wording, path, advice);
}

std::set<std::string> sources_of(const std::vector<SetupAdvice>& setups, const std::vector<TimePathAdvice>& paths)
{
    std::set<std::string> sources;
    for (const SetupAdvice& setup : setups)
        for (const SetupTaskAdvice& task : setup.tasks)
            sources.insert(task.sources.begin(), task.sources.end());
    for (const TimePathAdvice& path : paths)
        for (const TimeStageAdvice& stage : path.stages)
            sources.insert(stage.sources.begin(), stage.sources.end());
    return sources;
}

} // namespace fedadvise::report
