#include "whatif/firmness.h"
#include "whatif/random_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

const auto every_question = [](const rulebase::Question&) { return true; };

} // namespace

TEST_SUITE("firmness")
{
TEST_CASE("flips are what assessing each changed case gives")
{
    Random random(41);
    const engine::Scorecard card(shipped().program(), shipped().rules(), today);
    const casefile::Case group = random_complete_case(shipped().rules(), random, 2);
    const whatif::Crossroads crossroads(card, group, every_question);
    const whatif::Flips flips = whatif::flips_of(crossroads);
    CHECK(flips.questions > 80);
    CHECK(flips.all.size() == flips.answers);
    std::size_t pivotal = 0;
    for (std::size_t i = 0; i < flips.all.size(); i += 7)
    {
        const whatif::Flip& flip = flips.all[i];
        const engine::Assessment assessment = shipped().assess(crossroads.after(std::vector<std::size_t>{flip.move}), today);
        for (std::size_t m = 0; m < card.models(); ++m)
            CHECK(((flip.leading >> m & 1U) != 0) ==
                  (std::find(assessment.leading_models.begin(), assessment.leading_models.end(), card.option(m)) != assessment.leading_models.end()));
    }
    for (const whatif::Pivotal& question : flips.pivotal)
        pivotal += question.flips.size();
    CHECK(pivotal == static_cast<std::size_t>(std::count_if(flips.all.begin(), flips.all.end(), [](const whatif::Flip& f) { return !f.unlawful && (f.gains != 0 || f.loses != 0); })));
}

TEST_CASE("few open answers are all judged, and the shares are exact")
{
    const engine::Engine engine = small_engine(points("club", 3) + rule("A", R"(<test question="lead" is="yes"/>)", R"(<pull on="alone" strength="+3"/>)") +
                                               rule("B", R"(<test question="profit" is="reinvest"/>)", R"(<pull on="alone" strength="+3"/>)"));
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const casefile::Case group = case_of(engine.rules(), {{"jurisdiction", "england"}});
    const whatif::Crossroads crossroads(card, group, [](const rulebase::Question& q) { return q.id.value == "lead" || q.id.value == "profit"; });
    whatif::FirmnessSettings settings;
    settings.vary_strengths = false;
    const whatif::Firmness firmness = whatif::firmness_of(crossroads, settings);
    CHECK(firmness.exact);
    // An answer that changes nothing for a condition is judged once: yes or no, reinvest or not.
    CHECK(firmness.readings == firmness.completions);
    const std::size_t club = card.index_of({"club"}).value(), alone = card.index_of({"alone"}).value();
    CHECK(firmness.options[club].first < firmness.readings);
    CHECK(firmness.options[alone].first > 0);
    CHECK(firmness.options[alone].first < firmness.readings);
    CHECK(firmness.half_width(firmness.options[alone].first) == 0);
}

TEST_CASE("strengths that vary give the shares that a plain loop gives")
{
    Random random(43);
    const engine::Engine engine = small_engine(random_rules(random, 16));
    const engine::Scorecard card(engine.program(), engine.rules(), today);
    const casefile::Case group = random_small_case(engine.rules(), random, 90);
    const whatif::Crossroads crossroads(card, group, every_question);
    whatif::FirmnessSettings settings;
    settings.vary_answers = false;
    settings.readings = 64'000;
    const whatif::Firmness firmness = whatif::firmness_of(crossroads, settings);
    CHECK(firmness.readings == 64'000);
    CHECK(firmness.completions == 1);

    const auto base = card.base_of(engine::leaves_of(card.program(), card.rules(), group));
    constexpr int plain_readings = 20'000;
    std::vector<int> first(card.options(), 0);
    for (int i = 0; i < plain_readings; ++i)
    {
        engine::Tally tally = base.tally;
        tally.score.fill(0);
        for (const engine::Consequence& consequence : card.consequences())
            if (base.leaves.truths[consequence.node] == engine::Truth::True)
                for (const engine::Pull& pull : consequence.pulls)
                {
                    const int size = std::abs(pull.strength), lowest = std::max(1, size - 1), highest = std::min(3, size + 1);
                    const int drawn = lowest + static_cast<int>(random.below(static_cast<std::size_t>(highest - lowest + 1)));
                    tally.score[pull.option] = static_cast<std::int16_t>(tally.score[pull.option] + (pull.strength < 0 ? -drawn : drawn));
                }
        const engine::Standings standings = card.standings_of(tally, base.held_back.now, base.leaves.nation);
        for (std::size_t o = 0; o < card.options(); ++o)
            first[o] += (standings.leading >> o & 1U) != 0 ? 1 : 0;
    }
    for (std::size_t o = 0; o < card.options(); ++o)
    {
        CAPTURE(card.option(o).value);
        const auto in_thousand = static_cast<long>(firmness.options[o].first * 1000 / firmness.readings);
        CHECK(std::abs(in_thousand - 1000L * first[o] / plain_readings) <= 15);
    }
}

TEST_CASE("the same seed gives the same readings, and many open answers are sampled")
{
    Random random(44);
    const engine::Scorecard card(shipped().program(), shipped().rules(), today);
    const casefile::Case group = random_case(shipped().rules(), random, {40, 0, 0});
    const whatif::Crossroads crossroads(card, group, every_question);
    whatif::FirmnessSettings settings;
    settings.readings = 20'000;
    settings.completions = 256;
    const whatif::Firmness once = whatif::firmness_of(crossroads, settings), again = whatif::firmness_of(crossroads, settings);
    CHECK(!once.exact);
    CHECK(once.completions == 256);
    std::size_t leads = 0;
    for (std::size_t o = 0; o < card.options(); ++o)
    {
        CHECK(once.options[o].first == again.options[o].first);
        CHECK(once.options[o].first <= once.options[o].open);
        leads += once.options[o].first;
        std::size_t ranks = 0;
        for (const std::size_t count : once.options[o].ranks)
            ranks += count;
        CHECK(ranks == once.options[o].open);
    }
    CHECK(leads > 0);
    CHECK(once.half_width(once.readings / 2) > 30); // 256 draws: about 6 in a hundred
    CHECK(once.half_width(once.readings / 2) < 70);
    // Without other strengths too: a sample of the answers has its interval.
    settings.vary_strengths = false;
    const whatif::Firmness answers_alone = whatif::firmness_of(crossroads, settings);
    CHECK(answers_alone.readings == 256);
    CHECK(answers_alone.half_width(128) > 30);
}
}
