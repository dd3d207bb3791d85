// The path: one step at a time from where the group stands to where its answers point, with nothing that the engine does not back.
#include "casefile/case_file.h"
#include "report/advice.h"
#include "report/presentation.h"
#include "report/writers.h"
#include "rulebase/loading.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

constexpr foundation::Date today{2026, 11, 25};

const engine::Engine& shipped()
{
    static const engine::Engine engine = []
    {
        const rulebase::LoadedRuleBase loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
        if (!loaded.rules)
            throw std::runtime_error("The shipped rules cannot be read.");
        return engine::Engine(loaded.rules);
    }();
    return engine;
}

Advice advice_on(const casefile::Case& group)
{
    return put_into_words(shipped().rules(), group, shipped().assess(group, engine::day_of_law(group, std::nullopt, today)));
}

/// The same group with a relationship that carries little.
casefile::Case with_little_trust(casefile::Case group)
{
    const auto is_statement = [](const auto& entry) { return entry.first.value.starts_with("readiness."); };
    for (casefile::Practice& practice : group.practices)
    {
        std::erase_if(practice.answers, is_statement);
        for (casefile::Respondent& respondent : practice.respondents)
            std::erase_if(respondent.answers, is_statement);
    }
    for (const rulebase::Question& question : shipped().rules().questions)
        if (question.id.value.starts_with("readiness."))
            group.answers[question.id] = casefile::Number{2};
    return group;
}

/// Every worked case and every real one, with some of the steps as the one where the group stands, with none, and with
/// little trust.
const std::vector<casefile::Case>& cases()
{
    static const std::vector<casefile::Case> all = []
    {
        std::vector<casefile::Case> found;
        for (const char* folder : {FEDADVISE_EXAMPLES_DIR, FEDADVISE_CALIBRATION_DIR})
        {
            std::vector<std::filesystem::path> paths;
            for (const auto& entry : std::filesystem::directory_iterator(folder))
                if (entry.path().extension() == ".fedcase")
                    paths.push_back(entry.path());
            std::sort(paths.begin(), paths.end());
            for (const auto& path : paths)
            {
                const auto loaded = casefile::load_case(path, shipped().rules());
                if (!loaded.group)
                    throw std::runtime_error("A case cannot be read.");
                casefile::Case group = *loaded.group;
                group.answers.erase({"current-step"});
                found.push_back(group);
                found.push_back(with_little_trust(group));
                for (const char* step : {"g0", "g2", "g4", "g7"})
                {
                    group.answers[{"current-step"}] = casefile::Choice{step};
                    found.push_back(group);
                }
            }
        }
        return found;
    }();
    return all;
}

std::size_t index_of(const std::string& step)
{
    return rulebase::gradient_index(shipped().rules(), step).value();
}

} // namespace

TEST_SUITE("path words")
{
TEST_CASE("without answers there is no path, and no word of one")
{
    const Advice advice = advice_on(casefile::Case{});
    CHECK(advice.path.headline.empty());
    CHECK(advice.path.stops.empty());
    CHECK(contains(text_of(shipped().rules(), {}, advice), "No question has been answered, so no path can be drawn yet."));
}

TEST_CASE("the stops lead from where the group stands to where its answers point, one after the other")
{
    std::set<std::string> directions;
    for (const casefile::Case& group : cases())
    {
        CAPTURE(group.title);
        const PathAdvice path = advice_on(group).path;
        CHECK_FALSE(path.headline.empty());
        CHECK(path.headline.back() == '.');
        directions.insert(path.direction);
        if (path.direction.empty())
            continue;
        REQUIRE_FALSE(path.stops.empty());
        CHECK(path.stops.front().id == path.from);
        CHECK(path.stops.back().id == path.to);
        CHECK(path.stops.back().destination);
        const std::size_t from = index_of(path.from), to = index_of(path.to);
        CHECK(path.direction == (to > from ? "deeper" : to < from ? "less-deep" : "here"));
        for (std::size_t i = 0; i < path.stops.size(); ++i)
        {
            CHECK(index_of(path.stops[i].id) == (to > from ? from + i : from - i));
            CHECK(path.stops[i].here == (i == 0 && path.start_known));
            CHECK(path.stops[i].destination == (i + 1 == path.stops.size()));
            CHECK_FALSE(path.stops[i].words.empty());
        }
        CHECK(path.closing.empty() == (path.stops.size() == 1));
        CHECK(path.start_known == group.answers.contains({"current-step"}));
    }
    CHECK(directions.contains("deeper"));
    CHECK(directions.contains("less-deep"));
    CHECK(directions.contains("here"));
}

TEST_CASE("stepping back is called as respectable as going on, and needs nothing first")
{
    std::size_t back = 0;
    for (const casefile::Case& group : cases())
    {
        const PathAdvice path = advice_on(group).path;
        if (path.direction != "less-deep")
            continue;
        ++back;
        CHECK(path.headline.find("Stepping back is as respectable as going on.") != std::string::npos);
        for (const PathStop& stop : path.stops)
            CHECK(stop.needs.empty());
    }
    CHECK(back > 20);
}

TEST_CASE("the path leads to a model that leads, or that would lead if it did not have to wait")
{
    for (const casefile::Case& group : cases())
    {
        CAPTURE(group.title);
        const Advice advice = advice_on(group);
        if (advice.path.stops.empty())
            continue;
        const PathStop& last = advice.path.stops.back();
        CHECK(std::any_of(last.brings.begin(), last.brings.end(), [](const PathModel& m) { return m.leading || m.waits; }));
    }
}

TEST_CASE("what a step brings stands at that step, is not ruled out, and has its reasons from the rules")
{
    for (const casefile::Case& group : cases())
    {
        CAPTURE(group.title);
        const Advice advice = advice_on(group);
        for (const PathStop& stop : advice.path.stops)
        {
            CHECK(stop.brings.size() <= 3);
            for (const PathModel& model : stop.brings)
            {
                CAPTURE(model.id);
                const rulebase::Model* known = rulebase::find_model(shipped().rules(), {model.id});
                const OptionAdvice* option = find_option(advice, model.id);
                REQUIRE(known);
                REQUIRE(option);
                CHECK(index_of(known->lowest_step) <= index_of(stop.id));
                CHECK(index_of(known->highest_step) >= index_of(stop.id));
                CHECK(option->band != "ruled-out");
                CHECK(option->band != "points-away");
                CHECK(model.waits == (option->band == "not-yet"));
                CHECK(model.reasons.size() == std::min<std::size_t>(3, option->for_it.size()));
            }
        }
    }
}

TEST_CASE("what is missing is missing: figures under their thresholds, rules that hold, models that wait")
{
    std::size_t relationship = 0, limits = 0, missing = 0;
    for (const casefile::Case& group : cases())
    {
        CAPTURE(group.title);
        const engine::Assessment assessment = shipped().assess(group, engine::day_of_law(group, std::nullopt, today));
        const Advice advice = put_into_words(shipped().rules(), group, assessment);
        std::set<std::string> told;
        for (const PathStop& stop : advice.path.stops)
            for (const PathNeed& need : stop.needs)
            {
                CAPTURE(need.text);
                CHECK(told.insert(need.text).second); // each once
                CHECK(need.text.back() == '.');
                CHECK_FALSE(stop.here);
                if (need.kind == "relationship")
                {
                    ++relationship;
                    CHECK(index_of(stop.id) > assessment.depth_cap.from_readiness);
                    continue;
                }
                const auto& rules = shipped().rules().rules;
                const auto rule = std::find_if(rules.begin(), rules.end(), [&](const rulebase::Rule& r) { return r.id.value == need.rule; });
                if (need.kind == "limit")
                {
                    ++limits;
                    REQUIRE(rule != rules.end());
                    CHECK(assessment.rule_truths[static_cast<std::size_t>(rule - rules.begin())] == engine::Truth::True);
                    CHECK(index_of(stop.id) > assessment.depth_cap.step);
                    continue;
                }
                ++missing;
                CHECK(need.kind == "missing");
                CHECK_FALSE(need.models.empty());
                for (const std::string& name : need.models)
                    CHECK(std::any_of(advice.models.begin(), advice.models.end(),
                                      [&](const OptionAdvice& m)
                                      {
                                          return m.name == name && std::any_of(m.not_yet.begin(), m.not_yet.end(),
                                                                               [&](const Statement& s) { return s.rule == need.rule; });
                                      }));
            }
    }
    CHECK(relationship > 10);
    CHECK(limits > 3);
    CHECK(missing > 10);
}

TEST_CASE("a step that the engine holds back for every model is not called free")
{
    for (const casefile::Case& group : cases())
    {
        CAPTURE(group.title);
        const PathAdvice path = advice_on(group).path;
        for (const PathStop& stop : path.stops)
            if (path.direction == "deeper" && !stop.here && &stop != &path.stops.front() && !stop.brings.empty() &&
                std::all_of(stop.brings.begin(), stop.brings.end(), [](const PathModel& m) { return m.waits; }))
            {
                CAPTURE(stop.id);
                // Its needs may have been told at a step before
                CHECK(std::any_of(path.stops.begin(), path.stops.end(), [](const PathStop& s) { return !s.needs.empty(); }));
            }
    }
}

TEST_CASE("the path is in every form of the report")
{
    const Advice advice = advice_on(cases().front());
    REQUIRE_FALSE(advice.path.stops.empty());
    CHECK(contains(text_of(shipped().rules(), cases().front(), advice), "The path, one step at a time"));
    CHECK(contains(html_of(shipped().rules(), cases().front(), advice), "id=\"path\""));
    CHECK(contains(advice_as_json(advice), "\"path\": {"));
    CHECK(contains(advice_as_json(advice), "\"direction\": \"" + advice.path.direction + "\""));
}
}
