#include "foundation/text_list.h"
#include "report/writers.h"
#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace fedadvise;
using namespace fedadvise::report;
using engine::Truth;
using nlohmann::json;

namespace
{

rulebase::FrameworkItem item(std::string id, std::string title)
{
    rulebase::FrameworkItem made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.tag = rulebase::Tag::Verified;
    made.asks = "Is it so?";
    made.ready = "It is so ({motive.workforce}).";
    made.gap = "It is not so.";
    made.bring = "A page.";
    made.owner = "All";
    made.sources = {{"S01"}};
    return made;
}

/// The sample with a framework of two areas, judged: one item ready, one a gap, one open.
Sample asked_sample()
{
    Sample s = sample();
    rulebase::Framework framework;
    framework.id = "asks";
    framework.name = "The list";
    framework.nations = {"england"};
    framework.options = {{"cic-guarantee"}};
    framework.text = "A list.";
    framework.used = "It is used when a body is new.";
    framework.sources = {{"S01"}};
    framework.areas = {{"one", "One", "First.", {item("a", "First thing"), item("b", "Second thing")}, {}},
                       {"two", "Two", "Second.", {item("c", "Third thing")}, {}},
                       {"none", "None", "Nothing of this nation.", {item("d", "Elsewhere")}, {}}};
    s.rules.frameworks = {framework};
    engine::FrameworkResult result;
    result.items = {{0, 0, Truth::True, std::vector<rulebase::QuestionId>{{"motive.workforce"}}},
                    {0, 1, Truth::False, std::vector<rulebase::QuestionId>{{"motive.workforce"}}},
                    {1, 0, Truth::Unknown, std::vector<rulebase::QuestionId>{{"lmc"}, {"owners"}}}};
    s.assessment.framework = result;
    return s;
}

rulebase::SetupTask task(std::string id, int order, std::vector<std::string> nations, std::vector<std::string> after)
{
    rulebase::SetupTask made;
    made.id = std::move(id);
    made.order = order;
    made.title = "Do " + made.id;
    made.owner = "Manager";
    made.text = "Do it.";
    made.nations = std::move(nations);
    made.after = std::move(after);
    made.sources = {{"S01"}};
    return made;
}

/// The sample with guides and paths over time.
Sample planned_sample()
{
    Sample s = sample();
    s.rules.setups = {{"g1",
                       "Set up a CIC",
                       {{"cic-guarantee"}, {"llp"}},
                       {task("last", 30, {}, {"scots", "first"}), task("scots", 20, {"scotland"}, {}),
                        task("first", 10, {"england", "wales"}, {})},
                       {}},
                      {"g2", "Set up an LLP", {{"llp"}}, {task("x", 1, {}, {})}, {}}};
    s.rules.setups[0].tasks[0].fee = 1050;
    s.rules.setups[0].tasks[0].fee_as_at = foundation::Date{2026, 2, 1};
    s.rules.setups[0].tasks[0].weeks = 2;
    s.rules.setups[0].tasks[0].form = "CIC36";
    s.rules.paths = {{"p1",
                      "Two years",
                      {{"federation-company"}, {"partnership-merger"}},
                      {{"later", "Later", "Chair", 2, 3, 6, "Go on.", "", {{"S01"}}, {}},
                       {"talk", "Talk", "Chair", 1, 0, 3, "Meet.", "All want it.", {{"S01"}}, {}}},
                      {}},
                     {"p2", "A merger", {{"partnership-merger"}}, {}, {}},
                     {"p3", "For nobody", {}, {}, {}}};
    return s;
}

std::vector<std::string> ids_of(const std::vector<SetupTaskAdvice>& tasks)
{
    std::vector<std::string> ids;
    for (const SetupTaskAdvice& each : tasks)
        ids.push_back(each.id);
    return ids;
}

} // namespace

TEST_SUITE("commissioner pre-check")
{
TEST_CASE("each item has its state in words, what can be shown or is missing, and where it comes from")
{
    const Advice advice = asked_sample().advice();
    REQUIRE(advice.pre_check);
    const PreCheck& check = *advice.pre_check;
    CHECK(check.name == "The list");
    REQUIRE(check.areas.size() == 2); // an area without items for the nation is left out
    const PreCheckItem &ready = check.areas[0].items[0], &gap = check.areas[0].items[1],
                       &open = check.areas[1].items[0];
    CHECK(ready.state == "ready");
    CHECK(ready.state_words == "You can show this");
    CHECK(contains(ready.words, "It is so ("));
    CHECK_FALSE(contains(ready.words, "{"));
    CHECK(ready.because_words.size() == 1);
    CHECK(ready.open_questions.empty());
    CHECK(gap.state == "gap");
    CHECK(gap.state_words == "Gap");
    CHECK(gap.words == "It is not so.");
    CHECK(open.state == "open");
    CHECK(open.state_words == "Not answered yet");
    CHECK(open.words == "These questions decide it: “LMC” and “Owners”.");
    CHECK(open.open_questions == std::vector<std::string>{"LMC", "Owners"});
    CHECK(open.because_words.empty());
    CHECK(ready.sources == std::vector<std::string>{"S01"});
    CHECK(ready.source_titles == std::vector<std::string>{"A toolkit, A publisher, 2010"});
    CHECK(ready.tag == "verified");
}

TEST_CASE("areas and the whole are counted in words, without a percentage")
{
    const Advice advice = asked_sample().advice();
    REQUIRE(advice.pre_check);
    CHECK(advice.pre_check->areas[0].summary == "1 of 2 can be shown, 1 gap, 0 not answered.");
    CHECK(advice.pre_check->areas[1].summary == "0 of 1 can be shown, 0 gaps, 1 not answered.");
    CHECK(advice.pre_check->summary == "1 of 3 can be shown, 1 gap, 1 not answered.");
}

TEST_CASE("it says whether what comes first brings the questions")
{
    Sample s = asked_sample();
    CHECK(s.advice().pre_check->applies == "It is used when a body is new. Of what comes first for you, “CIC limited "
                                           "by guarantee” brings these questions.");
    CHECK(s.advice().pre_check->applies_state == "yes");
    s.assessment.framework->used = Truth::Unknown;
    CHECK(contains(s.advice().pre_check->applies, "do not say yet whether you will meet it."));
    CHECK(s.advice().pre_check->applies_state == "unknown");
    s.assessment.framework->used = Truth::False;
    CHECK(contains(s.advice().pre_check->applies, "Your answers do not lead to it"));
    CHECK(s.advice().pre_check->applies_state == "no");
    s = asked_sample();
    s.rules.frameworks[0].options = {{"llp"}};
    CHECK(s.advice().pre_check->applies == "It is used when a body is new. What comes first for you does not need it.");
    CHECK(s.advice().pre_check->applies_state == "no");
    s = asked_sample();
    s.group = {};
    CHECK(contains(s.advice().pre_check->applies, "Nothing comes first yet"));
    CHECK(s.advice().pre_check->applies_state == "unknown");
}

TEST_CASE("without a nation there is a sentence instead, and without frameworks nothing")
{
    Sample s = asked_sample();
    s.assessment.framework.reset();
    CHECK_FALSE(s.advice().pre_check);
    CHECK(s.advice().pre_check_note.ends_with("."));
    CHECK(json::parse(advice_as_json(s.advice())).at("pre-check").is_null());
    CHECK(json::parse(advice_as_json(s.advice())).at("pre-check-note") == s.advice().pre_check_note);
    CHECK(sample().advice().pre_check_note.empty());
}

TEST_CASE("a source past its review is named, and sources that only stand here are listed apart")
{
    Sample s = asked_sample();
    rulebase::Source more = s.rules.sources[0];
    more.id = {"S02"};
    s.rules.sources.push_back(more);
    s.rules.frameworks[0].areas[1].items[0].sources = {{"S02"}};
    s.assessment.as_at = {2027, 11, 23};
    const Advice advice = s.advice();
    CHECK(contains(advice.pre_check->areas[1].items[0].review_words, "S02"));
    CHECK(std::none_of(advice.sources.begin(), advice.sources.end(), [](const auto& l) { return l.id == "S02"; }));
    REQUIRE(advice.more_sources.size() == 1);
    CHECK(advice.more_sources[0].id == "S02");
    const json result = json::parse(advice_as_json(advice));
    CHECK(std::any_of(result.at("sources").begin(), result.at("sources").end(),
                      [](const json& line) { return line.at("id") == "S02"; }));
}

TEST_CASE("the result as JSON has areas and items with their state")
{
    const json check = json::parse(advice_as_json(asked_sample().advice())).at("pre-check");
    CHECK(check.at("id") == "asks");
    CHECK(check.at("applies-state") == "yes");
    CHECK(check.at("areas").size() == 2);
    const json& area = check.at("areas")[0];
    CHECK(area.at("ready") == 1);
    CHECK(area.at("gaps") == 1);
    CHECK(area.at("open") == 0);
    CHECK(area.at("items")[0].at("state") == "ready");
    CHECK(area.at("items")[0].at("because") == json::array({"motive.workforce"}));
    CHECK(check.at("areas")[1].at("items")[0].at("open-questions") == json::array({"LMC", "Owners"}));
}
} // TEST_SUITE("commissioner pre-check")

TEST_SUITE("set-up and paths over time")
{
TEST_CASE("the guides of what comes first are there, in order and for the nation alone")
{
    Sample s = planned_sample();
    s.group.answers[{"jurisdiction"}] = casefile::Choice{"england"};
    const Advice advice = s.advice();
    REQUIRE(advice.setups.size() == 1); // an LLP is ruled out
    const SetupAdvice& setup = advice.setups[0];
    CHECK(setup.option == "cic-guarantee");
    CHECK(setup.option_name == "CIC limited by guarantee");
    CHECK(setup.title == "Set up a CIC");
    CHECK(setup.note.empty());
    CHECK(ids_of(setup.tasks) == std::vector<std::string>{"first", "last"});
    const SetupTaskAdvice& last = setup.tasks[1];
    CHECK(last.after == std::vector<std::string>{"first"}); // the Scottish task is not shown
    CHECK(last.after_titles == std::vector<std::string>{"Do first"});
    CHECK(last.fee == 1050);
    CHECK(last.fee_words == "£1,050, looked up on 1 February 2026");
    CHECK(last.weeks == 2);
    CHECK(last.form == "CIC36");
    CHECK(setup.tasks[0].nation_words.empty());
    CHECK_FALSE(setup.tasks[0].fee);
    CHECK(setup.tasks[0].fee_words.empty());
}

TEST_CASE("while the nation is not known the tasks of all nations are shown, and say so")
{
    Sample s = planned_sample();
    s.group.answers.erase({"jurisdiction"});
    const Advice advice = s.advice();
    REQUIRE(advice.setups.size() == 1);
    CHECK(advice.setups[0].note == "The nation is not known yet, so the tasks of all nations are shown.");
    CHECK(ids_of(advice.setups[0].tasks) == std::vector<std::string>{"first", "scots", "last"});
    CHECK(advice.setups[0].tasks[1].nation_words == "Only in Scotland.");
    CHECK(advice.setups[0].tasks[2].nation_words.empty());
}

TEST_CASE("a path over time stands there when a model that comes first has one")
{
    const Advice advice = planned_sample().advice();
    REQUIRE(advice.time_paths.size() == 1);
    const TimePathAdvice& path = advice.time_paths[0];
    CHECK(path.title == "Two years");
    CHECK(path.options == std::vector<std::string>{"federation-company"}); // the merger has to wait
    CHECK(path.option_names == std::vector<std::string>{"Federation company"});
    REQUIRE(path.stages.size() == 2);
    CHECK(path.stages[0].id == "talk");
    CHECK(path.stages[0].gate == "All want it.");
    CHECK(path.stages[1].from_month == 3);
    CHECK(path.stages[1].to_month == 6);
}

TEST_CASE("nothing comes first without answers, so there is nothing to set up")
{
    Sample s = planned_sample();
    s.group = {};
    CHECK(s.advice().setups.empty());
    CHECK(s.advice().time_paths.empty());
}

TEST_CASE("the result as JSON has guides, paths and the months of next steps")
{
    Sample s = planned_sample();
    rulebase::Effect& step = s.rules.rules.back().effects[0];
    step.within = "months 1 to 3";
    step.from_month = 1;
    step.to_month = 3;
    s.assessment.next_steps = {finding("NS-01")};
    const Advice advice = s.advice();
    REQUIRE(advice.next_steps.size() == 1);
    CHECK(advice.next_steps[0].from_month == 1);
    CHECK(advice.next_steps[0].to_month == 3);
    const json result = json::parse(advice_as_json(advice));
    CHECK(result.at("next-steps")[0].at("from-month") == 1);
    CHECK(result.at("next-steps")[0].at("to-month") == 3);
    CHECK(result.at("set-up")[0].at("option") == "cic-guarantee");
    CHECK(result.at("set-up")[0].at("tasks").back().at("fee") == 1050);
    CHECK(result.at("set-up")[0].at("tasks")[0].at("fee").is_null());
    CHECK(result.at("time-paths")[0].at("stages")[1].at("to-month") == 6);
    CHECK_FALSE(json::parse(advice_as_json(sample().advice())).at("next-steps")[0].contains("from-month"));
}
} // TEST_SUITE("set-up and paths over time")
