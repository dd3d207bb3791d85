#include "alignment/groups.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using alignment::Fit;
using alignment::Members;
using alignment::Roundtable;
using alignment::Stance;

namespace
{

std::size_t model(const std::string& id)
{
    const auto& models = shipped().rules().models;
    return static_cast<std::size_t>(std::find_if(models.begin(), models.end(), [&](const auto& m) { return m.id.value == id; }) - models.begin());
}

bool has(const std::vector<std::size_t>& models, const std::string& id)
{
    return std::find(models.begin(), models.end(), model(id)) != models.end();
}

/// The quick judgement beside the engine's own.
void same_as_engine(const Roundtable& table, const casefile::Case& group, const engine::Standings& quick)
{
    const engine::Assessment slow = shipped().assess(group, today);
    for (std::size_t m = 0; m < table.scorecard().models(); ++m)
    {
        const engine::OptionResult& result = result_of(slow, shipped().rules().models[m].id.value);
        CAPTURE(result.option.value);
        CHECK(result.score.now == quick.score[m]);
        CHECK((result.band == engine::Band::RuledOut) == ((quick.ruled_out >> m & 1U) != 0));
        CHECK((result.band == engine::Band::NotYet) == ((quick.waiting >> m & 1U) != 0));
        const bool leads = std::find(slow.leading_models.begin(), slow.leading_models.end(), result.option) != slow.leading_models.end();
        CHECK(leads == ((quick.leading >> m & 1U) != 0));
    }
}

} // namespace

TEST_SUITE("fit")
{
TEST_CASE("any members, and any practice's view of them, are judged as the engine judges that case")
{
    Random random(3);
    for (int i = 0; i < 12; ++i)
    {
        Habits habits;
        habits.most_practices = 5;
        casefile::Case group = random_case(shipped().rules(), random, habits);
        const Roundtable table(shipped(), group, today);
        if (table.size() < 2)
            continue;
        Members some;
        for (std::size_t p = 0; p < table.size(); ++p)
            if (random.chance(70))
                some.push_back(p);
        for (const Members& members : {table.everybody(), some})
        {
            if (members.empty())
                continue;
            same_as_engine(table, table.case_of(members), table.judge(members).standings);
            same_as_engine(table, table.case_as_seen_by(members, members.front()), table.judge_as_seen_by(members, members.front()).standings);
        }
    }
}

TEST_CASE("views are taken from the practice, facts stay where they are")
{
    const casefile::Case group = group_of({with(winning(), {{"list-size", "4000"}}), with(learning(), {{"list-size", "12000"}})});
    const Roundtable table(shipped(), group, today);
    const casefile::Case seen = table.case_as_seen_by(table.everybody(), 1);
    for (const casefile::Practice& practice : seen.practices)
    {
        CHECK(practice.answers.at({"autonomy"}) == casefile::Answer{casefile::Choice{"full"}});
        CHECK(practice.answers.at({"readiness.RR01"}) == casefile::Answer{casefile::Number{5}});
    }
    CHECK(seen.practices[0].answers.at({"list-size"}) == casefile::Answer{casefile::Number{4000}});
    CHECK(seen.practices[1].answers.at({"list-size"}) == casefile::Answer{casefile::Number{12000}});
    CHECK(seen.answers == group.answers);
}

TEST_CASE("numbers that the group stated shrink with those who stay away")
{
    casefile::Case group = group_of({winning(), winning(), winning()});
    group.answers[{"practice-count"}] = casefile::Number{5};
    group.answers[{"total-list"}] = casefile::Number{50'000};
    const Roundtable table(shipped(), group, today);
    const casefile::Case two = table.case_of({0, 2});
    CHECK(two.answers.at({"practice-count"}) == casefile::Answer{casefile::Number{4}});
    CHECK(two.answers.at({"total-list"}) == casefile::Answer{casefile::Number{41'000}});
}

TEST_CASE("one refusal takes a model that every partnership votes on from all, however many want it")
{
    std::vector<Said> practices(9, merging());
    practices[8] = keeping();
    const Roundtable table(shipped(), group_of(practices), today);
    const alignment::Alignment all = alignment::align(table);
    REQUIRE(has(all.fit.wanted, "partnership-merger"));
    CHECK_FALSE(has(all.fit.after_votes, "partnership-merger"));
    CHECK_FALSE(has(all.advised, "partnership-merger"));
    REQUIRE_FALSE(all.fit.vetoes.empty());
    for (const alignment::Veto& veto : all.fit.vetoes)
    {
        CHECK(veto.by == Members{8});
        CHECK(all.fit.practices[8].stances[veto.model] != Stance::Accepts);
        CHECK(shipped().rules().models[veto.model].needs_every_vote);
    }
}

TEST_CASE("common ground is what every voice accepts, the deepest step of it, and lists weigh nothing")
{
    std::vector<Said> practices = {merging(), merging(), with(keeping(), {{"list-size", "300"}})};
    const Roundtable table(shipped(), group_of(practices), today);
    const Fit fit = alignment::fit_of(table);
    REQUIRE(fit.ground_step);
    std::size_t deepest_wanted = 0;
    for (const std::size_t m : fit.wanted)
        deepest_wanted = std::max(deepest_wanted, alignment::step_of(table, m));
    for (const std::size_t m : fit.common)
    {
        const std::size_t step = alignment::step_of(table, m);
        const bool too_deep = step > deepest_wanted;
        CHECK((too_deep || step <= *fit.ground_step));
        for (const alignment::PracticeFit& practice : fit.practices)
            CHECK(practice.stances[m] == Stance::Accepts);
    }
    for (std::size_t m = 0; m < table.scorecard().models(); ++m)
    {
        const bool all_accept = std::all_of(fit.practices.begin(), fit.practices.end(), [&](const auto& p) { return p.stances[m] == Stance::Accepts; });
        const engine::Standings group = table.judge(table.everybody()).standings;
        const bool open = ((group.ruled_out | group.waiting) >> m & 1U) == 0;
        CHECK((std::find(fit.common.begin(), fit.common.end(), m) != fit.common.end()) == (all_accept && open));
    }
    // the small practice weighs as much when it is the large one
    practices[2]["list-size"] = "15700";
    practices[0]["list-size"] = "300";
    const Roundtable other(shipped(), group_of(practices), today);
    CHECK(alignment::fit_of(other).best_on_average == fit.best_on_average);
}

TEST_CASE("deal-breakers are named although the average looks well")
{
    std::vector<Said> practices(6, winning());
    practices[2] = with(winning(), {{"readiness.RR02", "1"}});
    practices[4] = with(winning(), {{"profit-aim", "distribute"}});
    practices[5] = with(winning(), {{"profit-aim", "reinvest"}});
    const Roundtable table(shipped(), group_of(practices), today);
    std::vector<std::string> ids;
    for (const std::size_t rule : alignment::align(table).deal_breakers)
        ids.push_back(shipped().rules().rules[rule].id.value);
    CHECK(std::find(ids.begin(), ids.end(), "WA-14") != ids.end());
    CHECK(std::find(ids.begin(), ids.end(), "WA-26") != ids.end());
    const Roundtable alike(shipped(), group_of(std::vector<Said>(6, winning())), today);
    CHECK(alignment::align(alike).deal_breakers.empty());
}

TEST_CASE("the practice least served is the one that loses most")
{
    std::vector<Said> practices(5, winning());
    practices[1] = learning();
    const Roundtable table(shipped(), group_of(practices), today);
    const alignment::Alignment all = alignment::align(table);
    REQUIRE_FALSE(all.advised.empty());
    for (std::size_t p = 0; p < table.size(); ++p)
        if (all.minority)
            CHECK(all.fit.practices[p].best - all.fit.practices[p].scores[all.minority->advised] <= all.minority->loss);
    const Roundtable alike(shipped(), group_of(std::vector<Said>(5, winning())), today);
    CHECK_FALSE(alignment::align(alike).minority);
}
}
