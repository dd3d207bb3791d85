#include "analysis/answer_space.h"
#include "whatif/moves.h"
#include "whatif/questions_left.h"
#include "whatif/random_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::OptionMask;

namespace
{

bool is_said(const casefile::Answers& answers, const rulebase::QuestionId& id)
{
    const casefile::Answer* answer = casefile::find_answer(answers, id);
    return answer != nullptr && !casefile::is_unknown(*answer);
}

/// Answers about so many of a hundred open questions at random, practice by practice; what is said stays.
casefile::Case completed(const rulebase::RuleBase& rules, const casefile::Case& group, Random& random, std::size_t answered)
{
    casefile::Case full = group;
    for (const rulebase::Question& question : rules.questions)
    {
        if (question.kind == rulebase::AnswerKind::Date || (!question.derived.empty() && !group.practices.empty()))
            continue;
        const bool by_practices = question.scope != rulebase::Scope::Group && !group.practices.empty();
        if (!by_practices)
        {
            if (question.scope != rulebase::Scope::Practice && !is_said(group.answers, question.id) && random.chance(answered))
                full.answers[question.id] = random_answer(question, random);
            continue;
        }
        for (casefile::Practice& practice : full.practices)
        {
            const bool respondent_said = std::any_of(practice.respondents.begin(), practice.respondents.end(),
                                                     [&](const casefile::Respondent& r) { return is_said(r.answers, question.id); });
            const bool group_said = question.scope != rulebase::Scope::Practice && is_said(group.answers, question.id) && casefile::find_answer(practice.answers, question.id) == nullptr &&
                                    std::none_of(practice.respondents.begin(), practice.respondents.end(),
                                                 [&](const casefile::Respondent& r) { return casefile::find_answer(r.answers, question.id) != nullptr; });
            if (!is_said(practice.answers, question.id) && !respondent_said && !group_said && random.chance(answered))
                practice.answers[question.id] = random_answer(question, random);
        }
    }
    return full;
}

OptionMask open_options(const engine::Scorecard& card, const engine::Standings& standings)
{
    return card.all_options_mask() & ~(standings.ruled_out | standings.waiting);
}

struct Counts
{
    int leaders_settled = 0, narrowed = 0, unchanging = 0;
};

void check_bounds(const engine::Scorecard& card, const casefile::Case& group, Random& random, int completions, Counts& counts)
{
    const whatif::Prospect prospect = whatif::Outlook(card).of(whatif::settled(card.program(), card.rules(), group));
    CHECK((prospect.must_lead & ~prospect.may_lead) == 0);
    counts.leaders_settled += prospect.leaders_are_settled() ? 1 : 0;
    counts.narrowed += prospect.may_lead != card.all_options_mask() ? 1 : 0;
    for (int i = 0; i < completions; ++i)
    {
        const casefile::Case full = completed(card.rules(), group, random, i % 2 == 0 ? 100 : 60);
        const engine::Standings standings = card.base_of(engine::leaves_of(card.program(), card.rules(), full)).standings;
        const OptionMask open = open_options(card, standings);
        CHECK((standings.leading & ~prospect.may_lead) == 0);
        CHECK((prospect.must_lead & ~standings.leading) == 0);
        CHECK((open & ~prospect.may_be_open) == 0);
        CHECK((prospect.must_be_open & ~open) == 0);
    }
}

} // namespace

TEST_SUITE("prospect")
{
TEST_CASE("no completion of a case leaves its bounds, in random small rule bases")
{
    Random random(31);
    Counts counts;
    for (int number = 0; number < 60; ++number)
    {
        CAPTURE(number);
        const engine::Engine engine = small_engine(random_rules(random, 14));
        const engine::Scorecard card(engine.program(), engine.rules(), today);
        check_bounds(card, random_small_case(engine.rules(), random, 40 + 15 * (static_cast<std::size_t>(number) % 4)), random, 25, counts);
    }
    CHECK(counts.leaders_settled > 3);
    CHECK(counts.narrowed > 20);
}

TEST_CASE("no completion of a case leaves its bounds, by the shipped rules")
{
    Random random(32);
    const engine::Scorecard card(shipped().program(), shipped().rules(), today);
    Counts counts;
    for (std::size_t number = 0; number < 14; ++number)
    {
        CAPTURE(number);
        check_bounds(card, random_case(shipped().rules(), random, {50 + 8 * (number % 6), 5, 3}), random, 12, counts);
    }
    CHECK(counts.narrowed > 5);
}

TEST_CASE("a case in which every question is answered is settled")
{
    Random random(33);
    const engine::Scorecard card(shipped().program(), shipped().rules(), today);
    for (std::size_t practices = 0; practices < 3; ++practices)
    {
        casefile::Case group = completed(shipped().rules(), random_complete_case(shipped().rules(), random, practices), random, 100);
        const engine::Standings standings = card.base_of(engine::leaves_of(card.program(), card.rules(), group)).standings;
        const whatif::Prospect prospect = whatif::Outlook(card).of(whatif::settled(card.program(), card.rules(), group));
        CHECK((prospect.must_lead & ~standings.leading) == 0);
        if (practices == 0) // then practices' own questions stay open
            continue;
        CHECK(prospect.leaders_are_settled());
        CHECK(prospect.must_lead == standings.leading);
    }
}
}

TEST_SUITE("questions left")
{
TEST_CASE("a question that can no longer change what leads does not, whatever else is answered")
{
    Random random(34);
    int tried = 0, without_effect = 0;
    for (int number = 0; number < 40; ++number)
    {
        CAPTURE(number);
        const engine::Engine engine = small_engine(random_rules(random, 10));
        const engine::Scorecard card(engine.program(), engine.rules(), today);
        const casefile::Case group = random_small_case(engine.rules(), random, 55);
        const whatif::QuestionsLeft left = whatif::questions_left(card, group);
        const auto leading = [&](const casefile::Case& full) { return card.base_of(engine::leaves_of(card.program(), card.rules(), full)).standings.leading; };
        const auto check = [&](std::size_t q, bool everything)
        {
            const rulebase::Question& question = engine.rules().questions[q];
            CAPTURE(question.id.value);
            for (int i = 0; i < 6; ++i)
            {
                const casefile::Case full = completed(engine.rules(), group, random, 80);
                const engine::Assessment before = engine.assess(full, today);
                for (const casefile::Answer& answer : analysis::possible_answers(engine.rules(), engine.program(), question))
                {
                    // Only what is open may change: practices that have answered keep their answer.
                    casefile::Case changed = full;
                    const casefile::Case other = whatif::with_answer(full, question, answer);
                    if (!is_said(group.answers, question.id))
                        changed.answers = other.answers;
                    for (std::size_t p = 0; p < group.practices.size(); ++p)
                        if (engine::held_values(group, question).size() == group.practices.size() && !engine::held_values(group, question)[p].answered)
                            changed.practices[p].answers = other.practices[p].answers;
                    CHECK(leading(changed) == leading(full));
                    if (everything)
                    {
                        const engine::Assessment after = engine.assess(changed, today);
                        CHECK(after.rule_truths == before.rule_truths);
                        CHECK(after.deal.items == before.deal.items);
                        CHECK(after.relationship.mean.now == before.relationship.mean.now);
                        CHECK(engine.asked_questions(changed) == engine.asked_questions(full));
                    }
                    ++tried;
                }
            }
        };
        for (const whatif::QuestionLeft& question : left.open)
            if (!question.can_change_leaders)
                check(question.question, false);
        for (const std::size_t q : left.without_effect)
        {
            check(q, true);
            ++without_effect;
        }
    }
    CHECK(tried > 200);
    CHECK(without_effect > 20);
}

TEST_CASE("the question that settles what leads comes first")
{
    const engine::Engine engine = small_engine(rule("A", R"(<test question="lead" is="yes"/>)", R"(<pull on="club" strength="+3"/>)") +
                                               rule("B", R"(<test question="lead" is="no"/>)", R"(<pull on="alone" strength="+3"/>)") +
                                               rule("C", R"(<test question="profit" is="reinvest"/>)", R"(<pull on="alone" strength="+1"/>)"));
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const whatif::QuestionsLeft left = whatif::questions_left(card, case_of(engine.rules(), {{"jurisdiction", "england"}}));
    REQUIRE(!left.open.empty());
    CHECK(!left.now.leaders_are_settled());
    CHECK(left.open.front().can_change_leaders);
    CHECK(engine.rules().questions[left.open.front().question].id.value != "motive.voice");
    const auto lead = std::find_if(left.open.begin(), left.open.end(), [&](const auto& q) { return engine.rules().questions[q.question].id.value == "lead"; });
    REQUIRE(lead != left.open.end());
    CHECK(lead->may_drop != 0);
}
}
