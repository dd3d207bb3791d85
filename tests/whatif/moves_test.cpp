#include "analysis/answer_space.h"
#include "engine/cases.h"
#include "whatif/moves.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

const engine::Scorecard& card()
{
    static const engine::Scorecard card(shipped().program(), shipped().rules(), today);
    return card;
}

const auto every_question = [](const rulebase::Question&) { return true; };

bool agree(const engine::Standings& standings, const engine::Assessment& assessment)
{
    for (const auto* list : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *list)
        {
            const std::size_t o = card().index_of(result.option).value();
            if (standings.score[o] != result.score.now || int{standings.rank[o]} != result.rank ||
                ((standings.ruled_out >> o & 1U) != 0) != (result.band == engine::Band::RuledOut) || ((standings.waiting >> o & 1U) != 0) != (result.band == engine::Band::NotYet))
                return false;
        }
    return true;
}

} // namespace

TEST_SUITE("moves")
{
TEST_CASE("one or several moves give what assessing the changed case gives")
{
    Random random(4);
    for (int number = 0; number < 12; ++number)
    {
        const casefile::Case group = number % 2 == 0 ? random_complete_case(shipped().rules(), random, random.below(4)) : random_case(shipped().rules(), random, {60, 10, 4});
        const whatif::Crossroads crossroads(card(), group, every_question);
        REQUIRE(crossroads.questions().size() > 20);
        std::vector<whatif::Moves> combinations = {{}};
        for (int i = 0; i < 40; ++i)
        {
            whatif::Moves moves;
            for (std::size_t q = 0; q < crossroads.questions().size(); ++q)
                if (random.below(crossroads.questions().size()) < 3) // about three at once
                    moves.push_back(crossroads.questions()[q].first + random.below(crossroads.questions()[q].last - crossroads.questions()[q].first));
            combinations.push_back(std::move(moves));
        }
        const auto standings = crossroads.judge(combinations);
        for (std::size_t i = 0; i < combinations.size(); ++i)
            CHECK(agree(standings[i], shipped().assess(crossroads.after(combinations[i]), today)));
    }
}

TEST_CASE("every answer that makes a difference is a move, and no two moves do the same")
{
    const casefile::Case group = case_of(shipped().rules(), {{"jurisdiction", "england"}, {"voting", "equal"}, {"motive.workforce", "3"}});
    const whatif::Crossroads crossroads(card(), group, every_question);
    for (const auto& of_question : crossroads.questions())
    {
        const rulebase::Question& question = shipped().rules().questions[of_question.question];
        for (std::size_t m = of_question.first; m < of_question.last; ++m)
        {
            CHECK(crossroads.moves()[m].question == of_question.question);
            for (std::size_t other = of_question.first; other < m; ++other)
                CHECK(crossroads.moves()[m].answer != crossroads.moves()[other].answer);
        }
        if (question.id.value == "jurisdiction")
            CHECK(of_question.last - of_question.first == 3);
        if (question.id.value == "voting")
            CHECK(crossroads.moves()[of_question.first].was_open == false);
    }
}

TEST_CASE("the nearest of the answers that do the same is the move")
{
    // Of the sets of owners that do the same, no other one is fewer ticks away from what is said.
    const casefile::Case group = case_of(shipped().rules(), {{"owners", "gps"}});
    const whatif::Crossroads crossroads(card(), group, [](const rulebase::Question& q) { return q.id.value == "owners"; });
    REQUIRE(crossroads.questions().size() == 1);
    const rulebase::Question& owners = *rulebase::find_question(shipped().rules(), {"owners"});
    const auto ticks_away = [](const casefile::Answer& answer)
    {
        const auto& chosen = std::get<casefile::Choices>(answer).options;
        const bool keeps = std::find(chosen.begin(), chosen.end(), "gps") != chosen.end();
        return keeps ? chosen.size() - 1 : chosen.size() + 1;
    };
    const auto leaves_with = [&](const casefile::Answer& answer) { return engine::leaves_of(shipped().program(), shipped().rules(), whatif::with_answer(group, owners, answer)); };
    for (const whatif::Move& move : crossroads.moves())
        for (const casefile::Answer& answer : analysis::possible_answers(shipped().rules(), shipped().program(), owners))
            if (ticks_away(answer) < ticks_away(move.answer))
                CHECK(leaves_with(answer) != leaves_with(move.answer));
}

TEST_CASE("an answer of the group is taken over by every practice where practices answer")
{
    const auto& rules = shipped().rules();
    const casefile::Case group = case_of(rules, {}, {{{"voting", "equal"}}, {}});
    const rulebase::Question& voting = *rulebase::find_question(rules, {"voting"});
    const casefile::Case changed = whatif::with_answer(group, voting, casefile::Choice{"by-list"});
    for (const casefile::Practice& practice : changed.practices)
        CHECK(*casefile::find_answer(practice.answers, voting.id) == casefile::Answer(casefile::Choice{"by-list"}));
    CHECK(whatif::without_answer(changed, voting.id).practices[0].answers.empty());
}
}
