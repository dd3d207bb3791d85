// What would change the advice, in words: nothing is said that the engine does not say of the changed case.
#include "casefile/case_file.h"
#include "engine/engine.h"
#include "report/further.h"
#include "report/writers.h"
#include "rulebase/loading.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

constexpr foundation::Date today{2026, 11, 22};

const engine::Engine& shipped()
{
    static const engine::Engine engine = []
    {
        const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
        REQUIRE(loaded.rules);
        return engine::Engine(loaded.rules);
    }();
    return engine;
}

casefile::Case example(const std::string& name)
{
    const auto loaded = casefile::load_case(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / (name + ".fedcase"), shipped().rules());
    REQUIRE(loaded.group);
    return *loaded.group;
}

std::vector<std::string> examples()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(FEDADVISE_EXAMPLES_DIR))
        if (entry.path().extension() == ".fedcase")
            names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

const engine::OptionResult& result_of(const engine::Assessment& assessment, const std::string& option)
{
    for (const auto* list : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *list)
            if (result.option.value == option)
                return result;
    throw std::logic_error("no option " + option);
}

bool is_open(const engine::OptionResult& result)
{
    return result.band != engine::Band::NotYet && result.band != engine::Band::RuledOut;
}

bool leads(const engine::OptionResult& result)
{
    return is_open(result) && result.rank == 1 &&
           std::none_of(result.against_it.begin(), result.against_it.end(), [](const engine::Finding& f) { return f.engine == "no-carrier"; });
}

/// Rules that hold and call a conduct unlawful.
std::size_t unlawful(const engine::Assessment& assessment)
{
    std::size_t count = 0;
    for (std::size_t r = 0; r < shipped().rules().rules.size(); ++r)
        for (const rulebase::Effect& effect : shipped().rules().rules[r].effects)
            count += effect.kind == rulebase::EffectKind::Forbid && assessment.rule_truths[r] == engine::Truth::True ? 1U : 0U;
    return count;
}

void check_sentence(const std::string& sentence)
{
    CAPTURE(sentence);
    REQUIRE(!sentence.empty());
    CHECK((sentence.back() == '.' || sentence.back() == ':'));
    CHECK(sentence.find('%') == std::string::npos);
    CHECK(sentence.find('{') == std::string::npos);
}

} // namespace

TEST_SUITE("further words")
{
TEST_CASE("every change that is told does what it says, for every option of the worked cases")
{
    std::map<std::string, int> outcomes;
    for (const std::string& name : examples())
    {
        CAPTURE(name);
        const casefile::Case group = example(name);
        const engine::Assessment now = shipped().assess(group, today);
        report::SearchSettings settings;
        settings.most_cases = 20'000;
        for (const auto* list : {&now.models, &now.vehicles})
            for (const engine::OptionResult& result : *list)
            {
                const std::string& option = result.option.value;
                CAPTURE(option);
                for (const report::WhatWouldChange& what : what_would_change(shipped(), group, today, option, settings))
                {
                    check_sentence(what.headline);
                    ++outcomes[what.goal + " " + what.outcome];
                    CHECK((what.outcome == "already-so") == (what.goal == "lead" ? leads(result) : is_open(result)));
                    CHECK((what.outcome == "found") == !what.changes.empty());
                    CHECK(((what.outcome == "impossible") == !what.obstacles.empty()));
                    for (const report::ChangeAdvice& change : what.changes)
                    {
                        check_sentence(change.sentence);
                        CHECK(change.answers.size() == what.questions);
                        const engine::Assessment then = shipped().assess(change.after, today);
                        CHECK((what.goal == "lead" ? leads(result_of(then, option)) : is_open(result_of(then, option))));
                        CHECK(unlawful(then) <= unlawful(now));
                        for (const report::ChangedAnswer& answer : change.answers)
                        {
                            CHECK(rulebase::find_question(shipped().rules(), {answer.question})->nature != rulebase::Nature::Circumstance);
                            CHECK(change.sentence.find(answer.would_be) != std::string::npos);
                        }
                    }
                    for (const report::Statement& obstacle : what.obstacles)
                        check_sentence(obstacle.text);
                }
            }
    }
    CHECK(outcomes["lead found"] > 50);
    CHECK(outcomes["lead already-so"] > 11);
    CHECK(outcomes["allowed found"] > 11);
    CHECK(outcomes["allowed impossible"] > 0);
}

TEST_CASE("an option that the nation rules out cannot be opened, and the law is named")
{
    casefile::Case group;
    group.answers[{"jurisdiction"}] = casefile::Choice{"england"};
    group.answers[{"practice-count"}] = casefile::Number{4};
    bool named = false;
    for (const rulebase::Vehicle& vehicle : shipped().rules().vehicles)
        for (const auto& what : what_would_change(shipped(), group, today, vehicle.id.value))
            for (const report::Statement& obstacle : what.obstacles)
                named = named || (what.goal == "allowed" && !obstacle.law.empty());
    // Scotland and Northern Ireland have forms of their own that are ruled out elsewhere; in England every form is open to somebody.
    group.answers[{"jurisdiction"}] = casefile::Choice{"northern-ireland"};
    for (const rulebase::Vehicle& vehicle : shipped().rules().vehicles)
        for (const auto& what : what_would_change(shipped(), group, today, vehicle.id.value))
            for (const report::Statement& obstacle : what.obstacles)
                named = named || (what.goal == "allowed" && !obstacle.law.empty());
    CHECK(named);
}

TEST_CASE("what is offered is lawful in each nation")
{
    int offered = 0, barred = 0;
    for (const char* nation : {"england", "wales", "scotland", "northern-ireland"})
    {
        CAPTURE(nation);
        casefile::Case group = example("northmoor");
        group.answers[{"jurisdiction"}] = casefile::Choice{nation};
        const engine::Assessment now = shipped().assess(group, today);
        report::SearchSettings settings;
        settings.most_cases = 20'000;
        for (const rulebase::Vehicle& vehicle : shipped().rules().vehicles)
            for (const report::WhatWouldChange& what : what_would_change(shipped(), group, today, vehicle.id.value, settings))
                for (const report::ChangeAdvice& change : what.changes)
                {
                    CAPTURE(vehicle.id.value);
                    const engine::Assessment then = shipped().assess(change.after, today);
                    CHECK(unlawful(then) <= unlawful(now));
                    CHECK(is_open(result_of(then, vehicle.id.value)));
                    ++offered;
                }
        // The answer exists and is unlawful: the check above could fail.
        casefile::Case paid = group;
        paid.answers[{"goodwill-payment"}] = casefile::Choice{"yes"};
        barred += unlawful(shipped().assess(paid, today)) > unlawful(now) ? 1 : 0;
    }
    CHECK(offered > 20);
    CHECK(barred == 4);
}

TEST_CASE("unknown options give nothing")
{
    CHECK(what_would_change(shipped(), {}, today, "no-such-option").empty());
}

TEST_CASE("what is told about open questions and single answers reads well, and names what it counts")
{
    for (const std::string& name : examples())
    {
        CAPTURE(name);
        const report::Further further = look_further(shipped(), example(name), today);
        check_sentence(further.settled_words);
        for (const report::QuestionDecides& question : further.questions)
            check_sentence(question.sentence);
        if (!further.without_effect_words.empty())
            check_sentence(further.without_effect_words);
        for (const report::PivotalAnswer& answer : further.pivotal)
            for (const std::string& sentence : answer.sentences)
                check_sentence(sentence);
        check_sentence(further.as_answered.words);
        CHECK(further.as_answered.readings > 19'000);
        for (const auto* list : {&further.as_answered.models, &further.with_open.models})
            for (std::size_t i = 1; i < list->size(); ++i)
                CHECK((*list)[i].first <= (*list)[i - 1].first);
        // What leads now leads in at least one reading.
        const engine::Assessment now = shipped().assess(example(name), today);
        for (const rulebase::OptionId& leader : now.leading_models)
            CHECK(std::any_of(further.as_answered.models.begin(), further.as_answered.models.end(),
                              [&](const report::LeadShare& share) { return share.option == leader.value; }));
    }
}

TEST_CASE("a hurried partner is told to stop once nothing can change what leads")
{
    // Everything is answered by both practices: nothing is left to ask.
    casefile::Case group = example("two-bridges");
    for (const rulebase::Question& question : shipped().rules().questions)
        for (casefile::Practice& practice : group.practices)
            if (question.scope != rulebase::Scope::Group && casefile::find_answer(practice.answers, question.id) == nullptr)
            {
                if (question.kind == rulebase::AnswerKind::Choice)
                    practice.answers[question.id] = casefile::Choice{question.options.front().id};
                else if (question.kind == rulebase::AnswerKind::Choices)
                    practice.answers[question.id] = casefile::Choices{{question.options.front().id}};
                else if (question.kind == rulebase::AnswerKind::Text)
                    practice.answers[question.id] = casefile::Text{"A"};
                else if (question.kind != rulebase::AnswerKind::Date)
                    practice.answers[question.id] = casefile::Number{question.minimum.value_or(1)};
            }
    for (const rulebase::Question& question : shipped().rules().questions)
        if (question.scope == rulebase::Scope::Group && casefile::find_answer(group.answers, question.id) == nullptr)
        {
            if (question.kind == rulebase::AnswerKind::Choice)
                group.answers[question.id] = casefile::Choice{question.options.front().id};
            else if (question.kind == rulebase::AnswerKind::Choices)
                group.answers[question.id] = casefile::Choices{{question.options.front().id}};
            else if (question.kind == rulebase::AnswerKind::Number && question.derived.empty())
                group.answers[question.id] = casefile::Number{question.minimum.value_or(1)};
        }
    const report::Further further = look_at_open_questions(shipped(), group, today);
    CHECK(further.settled);
    CHECK(further.settled_words == "You can stop here: no remaining answer changes which models and vehicles come first.");
}

TEST_CASE("the JSON of why carries the changes, and that of assess the rest")
{
    const casefile::Case group = example("five-valleys");
    const report::Advice advice = put_into_words(shipped().rules(), group, shipped().assess(group, today));
    const auto changes = what_would_change(shipped(), group, today, "federation-company");
    const auto why = nlohmann::json::parse(why_as_json(advice, "federation-company", changes));
    CHECK(why["change"]["allowed"]["outcome"] == "found");
    CHECK(why["change"]["allowed"]["questions"] == 2);
    CHECK(why["change"]["lead"]["sets"].size() > 1);
    CHECK(why["change"]["lead"]["none-up-to"] == 2);
    const report::Further further = look_further(shipped(), group, today);
    const auto result = nlohmann::json::parse(advice_as_json(advice, {}, &further));
    CHECK(result["still-decides"]["settled"] == false);
    CHECK(result["still-decides"]["questions"].size() > 50);
    CHECK(result["firmness"]["as-answered"]["models"].size() > 0);
    CHECK(result["firmness"]["pivotal"].size() > 0);
    CHECK(nlohmann::json::parse(advice_as_json(advice)).contains("firmness") == false);
}
}
