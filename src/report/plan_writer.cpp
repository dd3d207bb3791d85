#include "report/writers.h"

#include <nlohmann/json.hpp>

namespace fedadvise::report
{

namespace
{

using Json = nlohmann::ordered_json;

Json number_or_null(const std::optional<int>& number)
{
    return number ? Json(*number) : Json{};
}

Json item_json(const PreCheckItem& item)
{
    Json json = {{"id", item.id},           {"title", item.title},     {"state", item.state},
                 {"asks", item.asks},       {"words", item.words},     {"bring", item.bring},
                 {"owner", item.owner},     {"because", item.because}, {"because-words", item.because_words},
                 {"sources", item.sources}, {"tag", item.tag}};
    if (!item.open_questions.empty())
        json["open-questions"] = item.open_questions;
    if (!item.review_words.empty())
        json["review-note"] = item.review_words;
    return json;
}

/// Null while no pre-check can be named.
Json pre_check_json(const std::optional<PreCheck>& pre_check)
{
    if (!pre_check)
        return {};
    Json json = {{"id", pre_check->id},           {"name", pre_check->name},
                 {"tag", pre_check->tag},         {"text", pre_check->text},
                 {"applies", pre_check->applies}, {"applies-state", pre_check->applies_state},
                 {"summary", pre_check->summary}, {"sources", pre_check->sources}};
    json["areas"] = Json::array();
    for (const PreCheckArea& area : pre_check->areas)
    {
        Json items = Json::array();
        for (const PreCheckItem& item : area.items)
            items.push_back(item_json(item));
        json["areas"].push_back({{"id", area.id},
                                 {"title", area.title},
                                 {"text", area.text},
                                 {"summary", area.summary},
                                 {"ready", area.ready},
                                 {"gaps", area.gaps},
                                 {"open", area.open},
                                 {"items", std::move(items)}});
    }
    return json;
}

Json task_json(const SetupTaskAdvice& task)
{
    Json json = {{"id", task.id},
                 {"order", task.order},
                 {"title", task.title},
                 {"text", task.text},
                 {"owner", task.owner},
                 {"weeks", number_or_null(task.weeks)},
                 {"fee", number_or_null(task.fee)},
                 {"after", task.after},
                 {"sources", task.sources}};
    for (const auto& [key, words] : {std::pair{"form", &task.form},
                                     {"fee-words", &task.fee_words},
                                     {"nations", &task.nation_words},
                                     {"review-note", &task.review_words}})
        if (!words->empty())
            json[key] = *words;
    return json;
}

Json set_up_json(const std::vector<SetupAdvice>& setups)
{
    Json json = Json::array();
    for (const SetupAdvice& setup : setups)
    {
        Json tasks = Json::array();
        for (const SetupTaskAdvice& task : setup.tasks)
            tasks.push_back(task_json(task));
        json.push_back({{"option", setup.option}, {"title", setup.title}});
        if (!setup.note.empty())
            json.back()["note"] = setup.note;
        json.back()["tasks"] = std::move(tasks);
    }
    return json;
}

Json time_paths_json(const std::vector<TimePathAdvice>& paths)
{
    Json json = Json::array();
    for (const TimePathAdvice& path : paths)
    {
        Json stages = Json::array();
        for (const TimeStageAdvice& stage : path.stages)
        {
            stages.push_back({{"id", stage.id},
                              {"title", stage.title},
                              {"owner", stage.owner},
                              {"from-month", stage.from_month},
                              {"to-month", stage.to_month},
                              {"text", stage.text},
                              {"gate", stage.gate},
                              {"sources", stage.sources}});
            if (!stage.review_words.empty())
                stages.back()["review-note"] = stage.review_words;
        }
        json.push_back(
            {{"id", path.id}, {"title", path.title}, {"options", path.options}, {"stages", std::move(stages)}});
    }
    return json;
}

} // namespace

std::string plan_as_json(const Advice& advice)
{
    Json json = {{"pre-check", pre_check_json(advice.pre_check)}};
    if (!advice.pre_check_note.empty())
        json["pre-check-note"] = advice.pre_check_note;
    json["set-up"] = set_up_json(advice.setups);
    json["time-paths"] = time_paths_json(advice.time_paths);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace fedadvise::report
