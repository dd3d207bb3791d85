// Aims that pull apart: both sides with their rules; and the call for a purpose when only threat or money move a group.
#include "report/conflicts.h"

#include "engine/engine.h"
#include "report/aspects.h"
#include "report/presentation.h"
#include "report/writers.h"
#include "rulebase/loading.h"
#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

std::shared_ptr<const rulebase::RuleBase> shipped()
{
    static const auto rules = rulebase::load_folder(FEDADVISE_RULES_DIR).rules;
    REQUIRE(rules);
    return rules;
}

Advice advice_on(const casefile::Answers& answers)
{
    casefile::Case group;
    group.answers = answers;
    const engine::Engine engine(shipped());
    return put_into_words(*shipped(), group, engine.assess(group, {2026, 11, 22}));
}

const AimSide& side_named(const Statement& conflict, const std::string& question)
{
    const auto found = std::find_if(conflict.sides.begin(), conflict.sides.end(),
                                    [&](const AimSide& side) { return side.question == question; });
    REQUIRE(found != conflict.sides.end());
    return *found;
}

bool pulls(const std::vector<PulledOption>& options, const std::string& id)
{
    return std::any_of(options.begin(), options.end(), [&](const PulledOption& option) { return option.id == id; });
}

/// Every motive answered: those named as given, the others with "not a reason".
casefile::Answers motives(const casefile::Answers& given)
{
    casefile::Answers answers = given;
    for (const rulebase::Question& question : shipped()->questions)
        if (question.family == "motive")
            answers.emplace(question.id, casefile::Number{0});
    return answers;
}

bool asks_for_a_purpose(const Advice& advice)
{
    return !said_early(advice).empty();
}

} // namespace

TEST_SUITE("aims that pull apart")
{
TEST_CASE("each side names what it pulls towards and away from, with rules and sources")
{
    const Advice advice =
        advice_on({{{"motive.keep-independence"}, casefile::Number{3}}, {{"motive.succession"}, casefile::Number{3}}});
    const auto conflict = std::find_if(advice.conflicts.begin(), advice.conflicts.end(),
                                       [](const Statement& statement) { return statement.rule == "CF-01"; });
    REQUIRE(conflict != advice.conflicts.end());
    CHECK(conflict_headline(*conflict) ==
          "Two of your aims pull apart: “Keeping our independence” and “Replacing partners who leave”.");
    const AimSide& independence = side_named(*conflict, "motive.keep-independence");
    const AimSide& succession = side_named(*conflict, "motive.succession");
    CHECK(independence.answer == "A decisive reason");
    CHECK(pulls(independence.away, "partnership-merger"));
    CHECK(pulls(independence.towards, "informal-network"));
    CHECK(pulls(succession.towards, "partnership-merger"));
    CHECK(pulls(succession.away, "informal-network"));
    for (const AimSide* side : {&independence, &succession})
        for (const auto* options : {&side->towards, &side->away})
            for (const PulledOption& option : *options)
            {
                CAPTURE(option.id);
                CHECK_FALSE(option.rules.empty());
                CHECK_FALSE(option.sources.empty());
                CHECK((option.stopped || option.strength != 0));
            }
    CHECK(contains(side_words(succession), "“Replacing partners who leave” (a decisive reason) pulls towards "));
    CHECK(contains(side_words(succession), ", and away from "));
}

TEST_CASE("the strength of a side is the sum of the pulls of its own rules")
{
    const Advice advice =
        advice_on({{{"motive.keep-independence"}, casefile::Number{3}}, {{"motive.succession"}, casefile::Number{3}}});
    REQUIRE_FALSE(advice.conflicts.empty());
    const OptionAdvice* merger = find_option(advice, "partnership-merger");
    REQUIRE(merger != nullptr);
    for (const AimSide& side : advice.conflicts[0].sides)
        for (const auto* options : {&side.towards, &side.away})
            for (const PulledOption& pulled : *options)
            {
                if (pulled.id != "partnership-merger")
                    continue;
                int sum = 0;
                for (const auto* list : {&merger->for_it, &merger->against_it})
                    for (const Statement& statement : *list)
                        if (std::find(pulled.rules.begin(), pulled.rules.end(), statement.rule) != pulled.rules.end())
                            sum += statement.strength;
                CHECK(sum == pulled.strength);
            }
}

TEST_CASE("an aim that pulls at nothing by itself says so")
{
    const AimSide side{"q", "Charitable purposes", "Yes (from no to yes)", {}, {}};
    CHECK(side_words(side) == "“Charitable purposes” (yes) pulls at no single option by itself.");
}

TEST_CASE("every conflict of the shipped rules has rules of its own on both sides")
{
    for (const rulebase::Rule& rule : shipped()->rules)
        for (const rulebase::Effect& effect : rule.effects)
        {
            if (effect.kind != rulebase::EffectKind::Conflict)
                continue;
            REQUIRE(effect.between.size() == 2);
            for (std::size_t aim = 0; aim < 2; ++aim)
            {
                CAPTURE(rule.id.value);
                CAPTURE(effect.between[aim].value);
                CHECK(std::any_of(shipped()->rules.begin(), shipped()->rules.end(),
                                  [&](const rulebase::Rule& other)
                                  {
                                      const auto named = named_questions(other);
                                      const auto names = [&](const rulebase::QuestionId& id)
                                      { return std::find(named.begin(), named.end(), id) != named.end(); };
                                      return names(effect.between[aim]) && !names(effect.between[1 - aim]) &&
                                             std::any_of(other.effects.begin(), other.effects.end(),
                                                         [](const rulebase::Effect& e)
                                                         {
                                                             return e.kind == rulebase::EffectKind::Pull ||
                                                                    e.kind == rulebase::EffectKind::Exclude ||
                                                                    e.kind == rulebase::EffectKind::NotYet;
                                                         });
                                  }));
            }
        }
}

TEST_CASE("text and JSON hold both sides")
{
    const Advice advice =
        advice_on({{{"motive.keep-independence"}, casefile::Number{3}}, {{"motive.succession"}, casefile::Number{3}}});
    const std::string text = text_of(*shipped(), {}, advice);
    CHECK(contains(text, "Two of your aims pull apart: “Keeping our independence”"));
    CHECK(text.find("Aims that pull apart") < text.find("Collaboration models"));
    const auto json = nlohmann::json::parse(advice_as_json(advice));
    REQUIRE(json["conflicts"][0]["sides"].size() == 2);
    CHECK(json["conflicts"][0]["rule"] == "CF-01");
    CHECK(json["conflicts"][0]["sides"][0]["question"] == "motive.keep-independence");
    CHECK(json["conflicts"][0]["sides"][0]["away"][0]["rules"].size() >= 1);
    CHECK(json["conflicts"][0]["sides"][1]["towards"][0]["sources"].size() >= 1);
}
} // TEST_SUITE("aims that pull apart")

TEST_SUITE("the call for a purpose")
{
TEST_CASE("a threat or money alone raises lesson 1, early and in the headline")
{
    for (const std::string motive : {"motive.external-threat", "motive.policy-incentive", "motive.economies-of-scale",
                                     "motive.financial-sustainability", "motive.win-contracts"})
        for (const int strength : {2, 3})
        {
            CAPTURE(motive);
            CAPTURE(strength);
            const Advice advice = advice_on(motives({{{motive}, casefile::Number{strength}}}));
            CHECK(asks_for_a_purpose(advice));
            REQUIRE_FALSE(advice.lessons.empty());
            CHECK(advice.lessons[0].number == 1);
            CHECK(advice.lessons[0].state == "raised");
            CHECK(std::any_of(advice.headline.begin(), advice.headline.end(),
                              [](const std::string& sentence)
                              { return contains(sentence, "First see lesson 1, “Motives vary”"); }));
            CHECK(said_early(advice).front()->after_page == "motivations");
        }
}

TEST_CASE("one positive reason is enough to silence it")
{
    CHECK_FALSE(asks_for_a_purpose(advice_on(motives(
        {{{"motive.external-threat"}, casefile::Number{3}}, {{"motive.improve-quality"}, casefile::Number{2}}}))));
}

TEST_CASE("a threat that is minor, and reasons still open, do not raise it")
{
    CHECK_FALSE(asks_for_a_purpose(advice_on(motives({{{"motive.external-threat"}, casefile::Number{1}}}))));
    CHECK_FALSE(asks_for_a_purpose(advice_on({{{"motive.external-threat"}, casefile::Number{3}}})));
}
} // TEST_SUITE("the call for a purpose")
