#include "alignment/groups.h"

#include "report/writers.h"

#include <doctest/doctest.h>

#include <string>

using namespace fedadvise;
using namespace fedadvise::test;
using alignment::Roundtable;

TEST_SUITE("agreement")
{
TEST_CASE("a question says who stands at its ends, how far apart, and the widest gap comes first")
{
    const casefile::Case group = group_of({with(winning(), {{"motive.workforce", "0"}}), with(winning(), {{"motive.workforce", "2"}}),
                                           with(winning(), {{"motive.workforce", "3"}, {"autonomy", "full"}})});
    const Roundtable table(shipped(), group, today);
    const alignment::Agreement agreement = alignment::agreement_of(table);
    REQUIRE(agreement.questions.size() > 2);
    const alignment::QuestionAgreement& widest = agreement.questions[0];
    CHECK(shipped().rules().questions[widest.question].id.value == "motive.workforce");
    CHECK(widest.gap == 1000);
    CHECK(widest.lowest == std::vector<std::size_t>{0});
    CHECK(widest.highest == std::vector<std::size_t>{2});
    CHECK(widest.needs_talk());
    CHECK(shipped().rules().questions[agreement.questions[1].question].id.value == "autonomy");
    CHECK(agreement.questions[1].gap == 500);
    CHECK(agreement.questions[2].gap == 0);
    CHECK_FALSE(agreement.questions[2].needs_talk());
}

TEST_CASE("what the group said for a practice is nobody's own word")
{
    casefile::Case group = group_of({winning(), winning(), {}});
    group.practices[2].answers.clear();
    group.answers[{"motive.workforce"}] = casefile::Number{3};
    const Roundtable table(shipped(), group, today);
    const alignment::Agreement agreement = alignment::agreement_of(table);
    CHECK(agreement.silent == std::vector<std::size_t>{2});
    for (const alignment::QuestionAgreement& question : agreement.questions)
        CHECK(shipped().rules().questions[question.question].id.value != "motive.workforce");
}

TEST_CASE("the values of a practice are those that the engine hears")
{
    casefile::Case group = group_of({winning(), winning()});
    group.practices[0].answers.erase({"motive.extend-services"});
    for (const int value : {1, 2})
    {
        casefile::Respondent respondent;
        respondent.role = "partner";
        respondent.answers[{"motive.extend-services"}] = casefile::Number{value};
        group.practices[0].respondents.push_back(respondent);
    }
    const Roundtable table(shipped(), group, today);
    for (const alignment::QuestionAgreement& on : alignment::agreement_of(table).questions)
        if (shipped().rules().questions[on.question].id.value == "motive.extend-services")
        {
            CHECK(on.said[0].number == foundation::Fixed{1'500'000});
            CHECK(on.gap == 500);
        }
}

TEST_CASE("the order of practices changes no byte")
{
    Random random(7);
    for (int i = 0; i < 6; ++i)
    {
        Habits habits;
        habits.most_practices = 7;
        casefile::Case group = random_case(shipped().rules(), random, habits);
        const std::string first = report::alignment_as_json(report::align_in_words(shipped(), group, today));
        CHECK(report::alignment_as_json(report::align_in_words(shipped(), shuffled(group, random), today)) == first);
    }
}

TEST_CASE("consensus is told round by round, by what was said until then")
{
    casefile::Case group = group_of({winning(), winning()});
    for (casefile::Practice& practice : group.practices)
    {
        casefile::Respondent respondent;
        respondent.role = "partner";
        respondent.answers = practice.answers;
        respondent.round = 2;
        practice.respondents.push_back(respondent);
        practice.answers.clear();
    }
    casefile::Respondent& second = group.practices[1].respondents[0];
    second.earlier.push_back({1, "", answers(shipped().rules(), {{"motive.extend-services", "0"}}), {}, {}, {}, {}});
    casefile::Respondent& first = group.practices[0].respondents[0];
    first.earlier.push_back({1, "", answers(shipped().rules(), {{"motive.extend-services", "3"}}), {}, {}, {}, {}});
    const auto trend = alignment::consensus_by_round(shipped().rules(), group);
    REQUIRE(trend.size() == 2);
    CHECK(trend[0].round == 1);
    CHECK(trend[0].consensus == 0);
    CHECK(trend[1].consensus == 1000);
    const report::AlignmentAdvice advice = report::align_in_words(shipped(), group, today);
    CHECK(advice.trend_words == "Over 2 rounds it rose from 0 to 1.");
}
}
