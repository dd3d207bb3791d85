#include "analysis/answer_space.h"
#include "whatif/random_rules.h"
#include "whatif/smallest_change.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using whatif::Goal;
using whatif::SmallestChange;

namespace
{

/// Rules that hold and call a conduct unlawful.
std::size_t unlawful(const engine::Engine& engine, const engine::Assessment& assessment)
{
    std::size_t count = 0;
    for (std::size_t r = 0; r < engine.rules().rules.size(); ++r)
        for (const rulebase::Effect& effect : engine.rules().rules[r].effects)
            count += effect.kind == rulebase::EffectKind::Forbid && assessment.rule_truths[r] == engine::Truth::True ? 1U : 0U;
    return count;
}

/// What Goal means, read off an assessment.
bool holds(const engine::Assessment& assessment, const rulebase::OptionId& option, Goal goal)
{
    const engine::OptionResult& result = result_of(assessment, option.value);
    if (!is_available(result))
        return false;
    const bool lacking = std::any_of(result.against_it.begin(), result.against_it.end(), [](const engine::Finding& f) { return f.engine == "no-carrier"; });
    return goal == Goal::Allowed || (result.rank == 1 && !lacking);
}

/// Every combination of changed questions up to `most`, judged by the engine: which sets of questions reach which goals.
struct Tried
{
    std::map<std::string, std::size_t> fewest;                           ///< "lead firm" to the number of questions
    std::map<std::string, std::set<std::set<std::size_t>>> question_sets; ///< of that number
};

std::string key(const rulebase::OptionId& option, Goal goal)
{
    return (goal == Goal::Lead ? "lead " : "allow ") + option.value;
}

class BruteForce
{
public:
    BruteForce(const engine::Engine& engine, const casefile::Case& group) : m_engine(engine), m_group(group)
    {
        for (std::size_t q = 0; q < engine.rules().questions.size(); ++q)
        {
            const rulebase::Question& question = engine.rules().questions[q];
            if (whatif::can_be_changed(question))
                m_answers.emplace_back(q, analysis::possible_answers(engine.rules(), engine.program(), question));
        }
    }
    Tried up_to(std::size_t most)
    {
        for (std::size_t size = 0; size <= most; ++size)
            choose(m_group, 0, size, {});
        return m_tried;
    }

private:
    void choose(const casefile::Case& group, std::size_t from, std::size_t left, std::set<std::size_t> changed)
    {
        if (left == 0)
            return note(group, changed);
        for (std::size_t i = from; i < m_answers.size(); ++i)
            for (const casefile::Answer& answer : m_answers[i].second)
            {
                std::set<std::size_t> more = changed;
                more.insert(m_answers[i].first);
                choose(whatif::with_answer(group, m_engine.rules().questions[m_answers[i].first], answer), i + 1, left - 1, more);
            }
    }
    void note(const casefile::Case& group, const std::set<std::size_t>& changed)
    {
        const engine::Assessment assessment = m_engine.assess(group, today);
        if (unlawful(m_engine, assessment) > unlawful(m_engine, m_engine.assess(m_group, today)))
            return; // no advice to break the law
        for (const auto* list : {&assessment.models, &assessment.vehicles})
            for (const engine::OptionResult& result : *list)
                for (const Goal goal : {Goal::Lead, Goal::Allowed})
                    if (holds(assessment, result.option, goal))
                    {
                        const auto [found, fresh] = m_tried.fewest.emplace(key(result.option, goal), changed.size());
                        if (found->second == changed.size())
                            m_tried.question_sets[key(result.option, goal)].insert(changed);
                    }
    }

    const engine::Engine& m_engine;
    casefile::Case m_group;
    std::vector<std::pair<std::size_t, std::vector<casefile::Answer>>> m_answers;
    Tried m_tried;
};

std::set<std::set<std::size_t>> question_sets(const whatif::Crossroads& crossroads, const SmallestChange& change)
{
    std::set<std::set<std::size_t>> sets;
    for (const whatif::Moves& moves : change.sets)
    {
        std::set<std::size_t> questions;
        for (const std::size_t m : moves)
            questions.insert(crossroads.moves()[m].question);
        sets.insert(questions);
    }
    return sets;
}

} // namespace

TEST_SUITE("smallest change")
{
TEST_CASE("is the one that trying everything finds, with all its alternatives")
{
    constexpr std::size_t deepest = 2;
    Random random(2026);
    std::map<SmallestChange::Outcome, int> outcomes;
    std::map<std::size_t, int> sizes;
    for (int number = 0; number < 40; ++number)
    {
        CAPTURE(number);
        const engine::Engine engine = small_engine(random_rules(random, 14));
        const casefile::Case group = random_small_case(engine.rules(), random, 70);
        const engine::Scorecard card(engine.program(), engine.rules(), today);
        const whatif::Crossroads crossroads(card, group, whatif::can_be_changed);
        const Tried tried = BruteForce(engine, group).up_to(deepest);
        for (std::size_t option = 0; option < card.options(); ++option)
            for (const Goal goal : {Goal::Lead, Goal::Allowed})
            {
                CAPTURE(key(card.option(option), goal));
                whatif::SearchLimits limits;
                limits.most_changes = deepest;
                const SmallestChange change = smallest_change(crossroads, option, goal, limits);
                const auto found = tried.fewest.find(key(card.option(option), goal));
                ++outcomes[change.outcome];
                switch (change.outcome)
                {
                case SmallestChange::Outcome::AlreadySo:
                    REQUIRE(found != tried.fewest.end());
                    CHECK(found->second == 0);
                    break;
                case SmallestChange::Outcome::Found:
                    REQUIRE(found != tried.fewest.end());
                    CHECK(found->second == change.size);
                    CHECK(question_sets(crossroads, change) == tried.question_sets.at(found->first));
                    for (const whatif::Moves& moves : change.sets)
                        CHECK(holds(engine.assess(crossroads.after(moves), today), card.option(option), goal));
                    ++sizes[change.size];
                    break;
                case SmallestChange::Outcome::Impossible:
                    CHECK(found == tried.fewest.end());
                    CHECK(!change.obstacles.empty());
                    break;
                case SmallestChange::Outcome::TooDeep:
                    CHECK(found == tried.fewest.end());
                    CHECK(change.none_up_to == deepest);
                    break;
                case SmallestChange::Outcome::Stopped: CHECK_MESSAGE(false, "nobody stopped it"); break;
                }
            }
    }
    CHECK(sizes[1] > 20);
    CHECK(sizes[2] > 10);
    CHECK(outcomes[SmallestChange::Outcome::Impossible] > 5);
    CHECK(outcomes[SmallestChange::Outcome::AlreadySo] > 20);
}

TEST_CASE("three questions together are found when two cannot do it")
{
    const engine::Engine engine = small_engine(points("club", 4) + rule("A", R"(<test question="profit" is="reinvest"/>)", R"(<pull on="firm" strength="+1"/>)") +
                                               rule("B", R"(<all><test question="lead" is="yes"/><test question="motive.staff" is="3"/><test question="profit" is="reinvest"/></all>)",
                                                    R"(<pull on="firm" strength="+3"/>)"));
    const casefile::Case group = case_of(engine.rules(), {{"profit", "distribute"}, {"lead", "no"}, {"motive.staff", "0"}, {"jurisdiction", "england"}});
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const whatif::Crossroads crossroads(card, group, whatif::can_be_changed);
    const SmallestChange change = smallest_change(crossroads, card.index_of({"firm"}).value(), Goal::Lead);
    CHECK(change.outcome == SmallestChange::Outcome::Found);
    CHECK(change.size == 3);
    CHECK(change.none_up_to == 2);
    CHECK(change.sets.size() == 1);
}

TEST_CASE("a change that the law forbids is not offered")
{
    const engine::Engine engine = small_engine(points("club", 3) + rule("A", R"(<test question="lead" is="yes"/>)", R"(<pull on="alone" strength="+3"/>)") +
                                               rule("B", R"(<test question="lead" is="yes"/>)", "<forbid/>") +
                                               rule("C", R"(<all><test question="profit" is="reinvest"/><test question="motive.staff" is="3"/></all>)", R"(<pull on="alone" strength="+3"/>)"));
    const casefile::Case group = case_of(engine.rules(), {{"profit", "distribute"}, {"lead", "no"}, {"motive.staff", "0"}, {"jurisdiction", "england"}});
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const whatif::Crossroads crossroads(card, group, whatif::can_be_changed);
    const SmallestChange change = smallest_change(crossroads, card.index_of({"alone"}).value(), Goal::Lead);
    REQUIRE(change.outcome == SmallestChange::Outcome::Found);
    CHECK(change.size == 2); // one forbidden answer would have done it
    for (const whatif::Moves& moves : change.sets)
        for (const std::size_t m : moves)
            CHECK(engine.rules().questions[crossroads.moves()[m].question].id.value != "lead");
}

TEST_CASE("a nation is no change that a group could make, and the result names it")
{
    const engine::Engine engine = small_engine(rule("NATION", R"(<test question="jurisdiction" is="scotland"/>)", R"(<exclude on="llp"/>)"));
    const casefile::Case group = case_of(engine.rules(), {{"jurisdiction", "scotland"}});
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const whatif::Crossroads crossroads(card, group, whatif::can_be_changed);
    const SmallestChange change = smallest_change(crossroads, card.index_of({"llp"}).value(), Goal::Allowed);
    CHECK(change.outcome == SmallestChange::Outcome::Impossible);
    REQUIRE(change.obstacles.size() == 1);
    CHECK(change.obstacles[0].rule == "NATION");
    CHECK(change.obstacles[0].because == std::vector<rulebase::QuestionId>{{"jurisdiction"}});
}

TEST_CASE("a rival that stays ahead whatever is answered is named")
{
    const engine::Engine engine = small_engine(points("club", 12));
    const casefile::Case group = case_of(engine.rules(), {{"jurisdiction", "england"}, {"readiness.R1", "4"}, {"readiness.R2", "4"}, {"readiness.R3", "4"}, {"readiness.R4", "4"}});
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const whatif::Crossroads crossroads(card, group, [](const rulebase::Question& q) { return q.id.value == "lead"; });
    const SmallestChange change = smallest_change(crossroads, card.index_of({"alone"}).value(), Goal::Lead);
    CHECK(change.outcome == SmallestChange::Outcome::Impossible);
    REQUIRE(change.obstacles.size() == 1);
    CHECK(change.obstacles[0].rival.value == "club");
}

TEST_CASE("a search can be cancelled and says how far it came")
{
    std::atomic<bool> stop = true;
    const engine::Engine engine = small_engine(points("club", 9) + rule("A", R"(<all><test question="profit" is="reinvest"/><test question="lead" is="yes"/></all>)", R"(<exclude on="club"/>)"));
    const casefile::Case group = case_of(engine.rules(), {{"profit", "distribute"}, {"lead", "no"}});
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const whatif::Crossroads crossroads(card, group, whatif::can_be_changed);
    whatif::SearchLimits limits;
    limits.stop = &stop;
    const SmallestChange change = smallest_change(crossroads, card.index_of({"alone"}).value(), Goal::Lead, limits);
    CHECK(change.outcome == SmallestChange::Outcome::Stopped);
    CHECK(change.none_up_to == 0);
}
}
