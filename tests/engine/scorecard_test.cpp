#include "engine/cases.h"
#include "engine/scorecard.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

struct Seen
{
    int held = 0, lacking = 0, ruled_out = 0, waiting = 0;
};

/// Bands, ranks and scores of an assessment, beside those of the scorecard.
void compare(const engine::Scorecard& card, const engine::Standings& standings, const engine::Assessment& assessment, Seen& seen)
{
    for (const auto* list : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *list)
        {
            CAPTURE(result.option.value);
            const std::size_t o = card.index_of(result.option).value();
            const bool ruled_out = (standings.ruled_out >> o & 1U) != 0, waiting = (standings.waiting >> o & 1U) != 0;
            CHECK(standings.score[o] == result.score.now);
            CHECK(int{standings.rank[o]} == result.rank);
            CHECK(ruled_out == (result.band == engine::Band::RuledOut));
            CHECK(waiting == (result.band == engine::Band::NotYet));
            const bool lacking = std::any_of(result.against_it.begin(), result.against_it.end(), [](const engine::Finding& f) { return f.engine == "no-carrier"; });
            CHECK(((standings.lacking >> o & 1U) != 0) == lacking);
            const bool open = !ruled_out && !waiting && !lacking;
            CHECK(((standings.leading >> o & 1U) != 0) == (open && result.rank == 1));
            seen.ruled_out += ruled_out ? 1 : 0;
            seen.waiting += waiting ? 1 : 0;
            seen.lacking += lacking ? 1 : 0;
        }
    std::vector<rulebase::OptionId> leading;
    for (std::size_t m = 0; m < card.models(); ++m)
        if ((standings.leading >> m & 1U) != 0)
            leading.push_back(card.option(m));
    std::sort(leading.begin(), leading.end());
    CHECK(leading == assessment.leading_models);
}

} // namespace

TEST_SUITE("scorecard")
{
TEST_CASE("standings are those of the assessment, for random cases of every nation and of other days")
{
    Random random(20261125);
    Seen seen;
    const std::vector<foundation::Date> days = {today, {2019, 4, 1}, {2027, 6, 1}};
    for (const foundation::Date day : days)
    {
        const engine::Scorecard card(shipped().program(), shipped().rules(), day);
        for (std::size_t number = 0; number < 60; ++number)
        {
            const casefile::Case group =
                number % 3 == 0 ? random_complete_case(shipped().rules(), random, random.below(5)) : random_case(shipped().rules(), random, {number % 2 == 0 ? 90U : 40U, 10, 6});
            const engine::Leaves leaves = engine::leaves_of(shipped().program(), shipped().rules(), group);
            const engine::Assessment assessment = shipped().assess(group, day);
            const engine::Scorecard::Base base = card.base_of(leaves);
            compare(card, base.standings, assessment, seen);
            seen.held += base.held_back.now != 0 ? 1 : 0;
            CHECK((base.held_back.surely & ~base.held_back.perhaps) == 0);
            CHECK((base.held_back.now & ~base.held_back.perhaps) == 0);
        }
    }
    CHECK(seen.held > 20);
    CHECK(seen.lacking > 20);
    CHECK(seen.ruled_out > 20);
    CHECK(seen.waiting > 20);
}

TEST_CASE("a lane that differs from the base in everything has standings of its own")
{
    Random random(7);
    const engine::Scorecard card(shipped().program(), shipped().rules(), today);
    std::vector<casefile::Case> groups;
    for (std::size_t lane = 0; lane < 40; ++lane)
        groups.push_back(random_complete_case(shipped().rules(), random, lane % 4));
    const auto leaves_of = [](const casefile::Case& group) { return engine::leaves_of(shipped().program(), shipped().rules(), group); };
    const engine::Scorecard::Base base = card.base_of(leaves_of({}));
    engine::Block block = card.block_of(base.leaves);
    for (std::size_t lane = 0; lane < groups.size(); ++lane)
    {
        const engine::Leaves leaves = leaves_of(groups[lane]);
        for (std::size_t n = 0; n < leaves.truths.size(); ++n)
            block.nodes[n].set(lane, leaves.truths[n]);
        for (std::size_t e = 0; e < leaves.mean_is_met.size(); ++e)
        {
            const std::uint64_t bit = std::uint64_t{1} << lane % 64;
            block.mean_is_met[e][lane / 64] = leaves.mean_is_met[e] != 0 ? block.mean_is_met[e][lane / 64] | bit : block.mean_is_met[e][lane / 64] & ~bit;
        }
        block.nation[lane] = leaves.nation;
        block.current_step[lane] = leaves.current_step;
    }
    std::vector<engine::Standings> standings(groups.size());
    card.judge(base, block, standings);
    Seen seen;
    std::vector<engine::Standings> anew(groups.size());
    card.judge(block, anew);
    for (std::size_t lane = 0; lane < groups.size(); ++lane)
    {
        const engine::Assessment assessment = shipped().assess(groups[lane], today);
        compare(card, standings[lane], assessment, seen);
        compare(card, anew[lane], assessment, seen);
        CHECK(anew[lane].unlawful == standings[lane].unlawful);
    }
}

TEST_CASE("sums of many points for and against are those of plain adding")
{
    Random random(3);
    std::vector<engine::Consequence> consequences(400);
    std::vector<engine::Planes> nodes(consequences.size());
    for (std::size_t n = 0; n < consequences.size(); ++n)
    {
        consequences[n].node = static_cast<engine::NodeIndex>(n);
        for (std::uint8_t option = 0; option < 3; ++option)
            if (random.below(10) < 9)
                consequences[n].pulls.push_back({option, static_cast<std::int8_t>(static_cast<int>(random.below(7)) - 3), n});
        for (std::size_t lane = 0; lane < engine::lanes_in_block; ++lane) // lanes of few points, and of more than 255
            nodes[n].set(lane, random.below(engine::lanes_in_block) < lane ? engine::Truth::True : engine::Truth::Unknown);
    }
    engine::BlockSums sums;
    engine::BlockAdder(consequences, 3).add_up(nodes, sums);
    int highest = 0;
    for (std::size_t lane = 0; lane < engine::lanes_in_block; ++lane)
        for (std::size_t option = 0; option < 3; ++option)
        {
            int expected = 0;
            for (const engine::Consequence& consequence : consequences)
                for (const engine::Pull& pull : consequence.pulls)
                    if (pull.option == option && nodes[consequence.node].at(lane) == engine::Truth::True)
                        expected += pull.strength;
            CHECK(sums.score[option][lane] == expected);
            highest = std::max(highest, std::abs(expected));
        }
    CHECK(highest > 30);
}

TEST_CASE("the truths of a block are those of one case after the other")
{
    Random random(11);
    std::vector<std::vector<engine::Truth>> singly;
    std::vector<engine::Planes> nodes = engine::all_lanes(std::vector<engine::Truth>(shipped().program().nodes.size(), engine::Truth::Unknown));
    for (std::size_t lane = 0; lane < 70; ++lane) // beyond the first word
    {
        const casefile::Case group = random_case(shipped().rules(), random, {50, 10, 4});
        const engine::Heard heard = engine::hear(shipped().rules(), group);
        const auto facts = engine::gather_facts(shipped().program(), shipped().rules(), group, heard, engine::read_relationship(shipped().rules(), heard));
        singly.push_back(engine::evaluate(shipped().program(), facts));
        for (std::size_t n = 0; n < nodes.size(); ++n)
            if (engine::is_leaf(shipped().program().nodes[n]))
                nodes[n].set(lane, singly.back()[n]);
    }
    engine::evaluate_lanes(shipped().program(), nodes);
    std::size_t different = 0;
    for (std::size_t lane = 0; lane < singly.size(); ++lane)
        for (std::size_t n = 0; n < nodes.size(); ++n)
            different += nodes[n].at(lane) != singly[lane][n] ? 1U : 0U;
    CHECK(different == 0);
}
}
