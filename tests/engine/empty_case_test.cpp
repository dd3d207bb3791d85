#include "engine/cases.h"

#include <doctest/doctest.h>

#include <string>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Truth;

TEST_SUITE("empty case") {
TEST_CASE("nothing is ruled out and nothing has to wait before anything is answered")
{
    const auto assessment = assess({});
    for (const auto* results : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *results)
        {
            CAPTURE(result.option.value);
            CHECK(is_available(result));
            CHECK(result.score.low <= result.score.now);
            CHECK(result.score.now <= result.score.high);
        }
}

TEST_CASE("no model stands before another: there is no hidden favourite and no order from good to better")
{
    const auto assessment = assess({});
    for (const engine::OptionResult& model : assessment.models)
    {
        CAPTURE(model.option.value);
        CHECK(model.rank == 1);
        CHECK(model.score.now == 0);
    }
}

TEST_CASE("only the nation rules anything out when the nation is all that is known")
{
    CHECK(ruled_out_vehicles(assess({{"jurisdiction", "england"}})).empty());
    CHECK(ruled_out_vehicles(assess({{"jurisdiction", "wales"}})).empty());
    CHECK(ruled_out_vehicles(assess({{"jurisdiction", "scotland"}})).empty());
    CHECK(ruled_out_vehicles(assess({{"jurisdiction", "northern-ireland"}})) == std::set<std::string>{"cio"});
}

TEST_CASE("everything is still open, and the questions that matter are named")
{
    const auto assessment = assess({});
    CHECK(!assessment.relationship.mean.now);
    CHECK(assessment.deal.done == 0);
    CHECK(assessment.deal.open == assessment.deal.total);
    CHECK(assessment.lessons.size() == 10);
    CHECK(assessment.conflicts.empty());
    CHECK(assessment.open_questions.size() > 20);
    for (const engine::LessonResult& lesson : assessment.lessons)
    {
        CAPTURE(lesson.number);
        CHECK(lesson.raised != Truth::True);
    }
}

TEST_CASE("practices that have not said anything change nothing but their number")
{
    const auto assessment = assess({}, {{}, {}, {}});
    for (const engine::OptionResult& model : assessment.models)
    {
        CAPTURE(model.option.value);
        CHECK(model.band != engine::Band::RuledOut);
    }
    CHECK(truth_of_rule(shipped(), assessment, "PC-01") == Truth::False);
    CHECK(truth_of_rule(shipped(), assessment, "PC-03") == Truth::False);
    CHECK(truth_of_rule(shipped(), assessment, "PC-04") == Truth::True);
}

TEST_CASE("one practice alone is judged without fault and keeps a choice")
{
    Random random(12);
    for (int number = 0; number < 200; ++number)
    {
        CAPTURE(number);
        const auto assessment = shipped().assess(random_complete_case(shipped().rules(), random, 1), today);
        CHECK(!assessment.leading_models.empty());
        CHECK(is_available(result_of(assessment, "stay-independent")));
        CHECK(assessment.relationship.range.now == foundation::Fixed{});
        CHECK(result_of(assessment, "informal-network").band != engine::Band::RuledOut);
    }
}
}
