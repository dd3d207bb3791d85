#include "engine/law.h"

#include "rulebase/condition_validator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Band;
using engine::Truth;

namespace
{

const std::vector<std::string> nations = {"england", "wales", "scotland", "northern-ireland", ""};

/// A question with the answers it may take; "" leaves it open.
struct Choice
{
    std::string question;
    std::vector<std::string> answers;
};

void for_each_case(const std::vector<Choice>& choices, Said& said, std::size_t from, const std::function<void(const Said&)>& visit)
{
    if (from == choices.size())
        return visit(said);
    for (const std::string& answer : choices[from].answers)
    {
        said.erase(choices[from].question);
        if (!answer.empty())
            said[choices[from].question] = answer;
        for_each_case(choices, said, from + 1, visit);
    }
    said.erase(choices[from].question);
}

void for_each_case(const std::vector<Choice>& choices, const std::function<void(const Said&)>& visit)
{
    Said said;
    for_each_case(choices, said, 0, visit);
}

std::string in_words(const Said& said)
{
    std::string text;
    for (const auto& [question, answer] : said)
        text += question + "=" + answer + "; ";
    return text;
}

/// Every set of owners, and no answer at all.
std::vector<std::string> all_owners()
{
    const auto& options = rulebase::find_question(shipped().rules(), {"owners"})->options;
    std::vector<std::string> sets;
    for (std::size_t bits = 0; bits < (std::size_t{1} << options.size()); ++bits)
    {
        std::string set;
        for (std::size_t i = 0; i < options.size(); ++i)
            if ((bits >> i & 1U) != 0)
                set += (set.empty() ? "" : " ") + options[i].id;
        sets.push_back(set);
    }
    return sets;
}

bool is_out(const engine::Assessment& assessment, const std::string& option)
{
    return result_of(assessment, option).band == Band::RuledOut;
}

/// What holds for every assessment: whatever is ruled out stands last, never leads and is in no pair.
void check_ruled_out_never_shown(const engine::Assessment& assessment)
{
    for (const auto* results : {&assessment.models, &assessment.vehicles})
    {
        bool seen_ruled_out = false;
        for (const engine::OptionResult& result : *results)
        {
            CHECK_FALSE((seen_ruled_out && result.band != Band::RuledOut));
            CHECK((result.band == Band::RuledOut) == !result.ruled_out_by.empty());
            seen_ruled_out = seen_ruled_out || result.band == Band::RuledOut;
        }
    }
    for (const rulebase::OptionId& model : assessment.leading_models)
        CHECK(is_available(result_of(assessment, model.value)));
    for (const engine::Pair& pair : assessment.pairs)
        CHECK((is_available(result_of(assessment, pair.model.value)) && is_available(result_of(assessment, pair.vehicle.value))));
}

/// Empty when the rules say what the law says.
std::string difference_from_law(const engine::Assessment& assessment, const Said& said)
{
    const auto rules = ruled_out_vehicles(assessment), law = ruled_out_by_law(said);
    std::string difference;
    for (const std::string& vehicle : law)
        difference += rules.contains(vehicle) ? "" : vehicle + " is lawful by the rules only; ";
    for (const std::string& vehicle : rules)
        difference += law.contains(vehicle) ? "" : vehicle + " is unlawful by the rules only; ";
    return difference.empty() ? "" : difference + "when " + in_words(said);
}

void check_slice(const std::vector<Choice>& choices)
{
    int cases = 0, differing = 0;
    std::string first;
    for_each_case(choices, [&](const Said& said) {
        const auto assessment = assess(said);
        ++cases;
        if (const std::string difference = difference_from_law(assessment, said); !difference.empty())
            first = differing++ == 0 ? difference : first;
        check_ruled_out_never_shown(assessment);
    });
    INFO(differing, " of ", cases, " cases differ; the first: ", first);
    CHECK(differing == 0);
}

} // namespace

TEST_SUITE("law") {
TEST_CASE("who may hold a core contract, for every nation and every set of owners")
{
    check_slice({{"jurisdiction", nations}, {"core-contract-moves", {"yes", "later", "no", ""}}, {"owners", all_owners()}});
}

TEST_CASE("profit, asset lock, charity and pension, for every nation")
{
    check_slice({{"jurisdiction", nations},
                 {"core-contract-moves", {"yes", ""}},
                 {"profit-aim", {"distribute", "partly", "reinvest", ""}},
                 {"asset-lock", {"required", "acceptable", "unacceptable"}},
                 {"charitable-purposes", {"yes", "no", "unsure", ""}},
                 {"gp-pension", {"essential", "wanted", ""}}});
}

TEST_CASE("votes, community shares, other contracts, staff and care, for every nation")
{
    check_slice({{"jurisdiction", nations},
                 {"voting", {"equal", "by-list", "by-investment", ""}},
                 {"capital", {"community-shares", "members grants", ""}},
                 {"holds-other-contract", {"yes", "later", ""}},
                 {"employs", {"none", "new", "transfer"}},
                 {"regulated-activities", {"yes", "no"}},
                 {"essential-services-subcontract", {"yes", "no"}},
                 {"goodwill-payment", {"yes", ""}}});
}

TEST_CASE("two thousand random cases of all these questions at once")
{
    Random random(99);
    const std::vector<std::string> questions = {"jurisdiction", "core-contract-moves", "owners", "profit-aim", "asset-lock", "charitable-purposes", "gp-pension", "voting", "capital",
                                                "holds-other-contract", "employs", "regulated-activities", "essential-services-subcontract", "goodwill-payment", "trustee-pay-needed"};
    for (int number = 0; number < 2000; ++number)
    {
        Said said;
        for (const std::string& id : questions)
        {
            const rulebase::Question& question = *rulebase::find_question(shipped().rules(), {id});
            const casefile::Answer answer = random_answer(question, random);
            if (random.chance(20))
                continue;
            if (const auto* choice = std::get_if<casefile::Choice>(&answer))
                said[id] = choice->option;
            else
                for (const std::string& option : std::get<casefile::Choices>(answer).options)
                    said[id] += (said[id].empty() ? "" : " ") + option;
        }
        const auto assessment = assess(said);
        CHECK(difference_from_law(assessment, said) == "");
        check_ruled_out_never_shown(assessment);
    }
}

TEST_CASE("England and Wales never offer these forms for a core contract, and Northern Ireland never a CIO")
{
    Random random(4);
    for (int number = 0; number < 300; ++number)
    {
        casefile::Case group = random_case(shipped().rules(), random, {70, 5, 6});
        const std::string nation = nations[random.below(2)];
        group.answers[{"jurisdiction"}] = casefile::Choice{nation};
        group.answers[{"core-contract-moves"}] = casefile::Choice{"yes"};
        const auto assessment = shipped().assess(group, today);
        for (const std::string& vehicle : std::vector<std::string>{"llp", "company-guarantee", "cic-guarantee", "cio", "charitable-company", "cooperative-society", "community-benefit-society", "contract", "unincorporated-association"})
        {
            CAPTURE(vehicle);
            CHECK(is_out(assessment, vehicle));
        }
        group.answers[{"jurisdiction"}] = casefile::Choice{"northern-ireland"};
        CHECK(is_out(shipped().assess(group, today), "cio"));
    }
}

TEST_CASE("no merger is ever paired with a form that cannot hold the contract, whatever else is answered")
{
    Random random(5);
    for (int number = 0; number < 600; ++number)
    {
        casefile::Case group = random_case(shipped().rules(), random, {random.below(101), 5, 6});
        const std::string nation = std::vector<std::string>{"england", "wales", "northern-ireland", ""}[random.below(4)];
        group.answers.erase({"jurisdiction"});
        if (!nation.empty())
            group.answers[{"jurisdiction"}] = casefile::Choice{nation};
        CAPTURE(nation);
        for (const engine::Pair& pair : shipped().assess(group, today).pairs)
        {
            const bool merger = pair.model.value == "partnership-merger" || pair.model.value == "super-partnership";
            const bool cannot = words("llp company-guarantee cic-guarantee cio charitable-company cooperative-society community-benefit-society contract unincorporated-association").contains(pair.vehicle.value);
            CHECK_FALSE((merger && cannot));
        }
    }
}

TEST_CASE("in Scotland an LLP of individuals can carry a merger")
{
    const auto assessment = assess({{"jurisdiction", "scotland"}, {"core-contract-moves", "yes"}, {"owners", "gps nhs-individuals"}, {"practice-count", "6"}});
    CHECK(is_available(result_of(assessment, "llp")));
    for (const std::string& model : std::vector<std::string>{"partnership-merger", "super-partnership"})
        CHECK(std::any_of(assessment.pairs.begin(), assessment.pairs.end(), [&](const engine::Pair& pair) { return pair.model.value == model && pair.vehicle.value == "llp"; }));
}

TEST_CASE("primary care networks and neighbourhood providers exist in England only")
{
    for (const std::string& nation : nations)
    {
        const auto assessment = assess(nation.empty() ? Said{} : Said{{"jurisdiction", nation}});
        for (const std::string& model : std::vector<std::string>{"pcn", "pcn-company", "neighbourhood-provider"})
        {
            CAPTURE(nation);
            CAPTURE(model);
            CHECK(is_out(assessment, model) == (nation != "england" && !nation.empty()));
        }
    }
}

TEST_CASE("paid trustees make a charity wait in England and Wales")
{
    for (const std::string& nation : nations)
    {
        CAPTURE(nation);
        const auto assessment = assess(nation.empty() ? Said{{"trustee-pay-needed", "yes"}} : Said{{"trustee-pay-needed", "yes"}, {"jurisdiction", nation}});
        const bool waits = nation == "england" || nation == "wales";
        CHECK((result_of(assessment, "charitable-company").band == Band::NotYet) == waits);
        CHECK((result_of(assessment, "cio").band == Band::NotYet) == waits);
    }
}

TEST_CASE("conduct that is unlawful in any form comes first among the warnings")
{
    for (const std::string& nation : nations)
        for (const std::string& question : std::vector<std::string>{"goodwill-payment", "price-agreement"})
        {
            const bool needs_nation = question == "goodwill-payment";
            if (nation.empty() && needs_nation)
                continue;
            CAPTURE(nation);
            CAPTURE(question);
            Said said{{question, "yes"}, {"lmc", "not-informed"}};
            if (!nation.empty())
                said["jurisdiction"] = nation;
            const auto assessment = assess(said);
            REQUIRE(!assessment.warnings.empty());
            const auto* rule = rulebase::find_rule(shipped().rules(), assessment.warnings[0].rule);
            CHECK(rule->effects[assessment.warnings[0].effect].kind == rulebase::EffectKind::Forbid);
        }
}

// The goodwill ban holds in the whole United Kingdom, so a group that has not said where it is must hear of it too.
TEST_CASE("the ban on selling goodwill is heard before the nation is known")
{
    const auto assessment = assess({{"goodwill-payment", "yes"}});
    const bool heard = std::any_of(assessment.warnings.begin(), assessment.warnings.end(), [](const engine::Finding& finding) { return finding.rule.value.starts_with("HC-20"); });
    CHECK(heard);
}

TEST_CASE("every hard constraint bites on some case")
{
    const rulebase::RuleBase& rules = shipped().rules();
    for (std::size_t r = 0; r < rules.rules.size(); ++r)
    {
        const rulebase::Rule& rule = rules.rules[r];
        const bool excludes = std::any_of(rule.effects.begin(), rule.effects.end(), [](const auto& effect) { return effect.kind == rulebase::EffectKind::Exclude; });
        if (!rule.id.value.starts_with("HC") && !excludes)
            continue;
        CAPTURE(rule.id.value);
        std::vector<Choice> choices;
        if (!rule.nations.empty())
            choices.push_back({"jurisdiction", rule.nations});
        for (const rulebase::QuestionId& id : rule.when ? rulebase::questions_of(rules, *rule.when) : std::vector<rulebase::QuestionId>{})
        {
            Choice choice{id.value, {}};
            for (const rulebase::AnswerOption& option : rulebase::find_question(rules, id)->options)
                choice.answers.push_back(option.id);
            if (choice.answers.empty())
                choice.answers = {"1", "5", "50000000"};
            choices.push_back(choice);
        }
        const foundation::Date day = rule.until ? foundation::Date{2018, 1, 1} : today;
        int fired = 0;
        for_each_case(choices, [&](const Said& said) {
            const auto assessment = shipped().assess(case_of(rules, said), day);
            if (assessment.rule_truths[r] != Truth::True)
                return;
            ++fired;
            for (const rulebase::Effect& effect : rule.effects)
                for (const rulebase::OptionId& option : effect.on)
                    if (effect.kind == rulebase::EffectKind::Exclude)
                        CHECK(names_rule(result_of(assessment, option.value).ruled_out_by, rule.id.value));
        });
        CHECK(fired > 0);
    }
}

TEST_CASE("no score lifts what is ruled out")
{
    // Everything that speaks for an LLP, in England with a core contract.
    const auto assessment = assess({{"jurisdiction", "england"}, {"core-contract-moves", "yes"}, {"profit-aim", "distribute"}, {"joint-property", "yes"}, {"private-income", "mainly"},
                                    {"limited-liability-importance", "high"}, {"practice-count", "2"}, {"motive.limit-liability", "3"}, {"motive.succession", "3"}, {"autonomy", "merge"},
                                    {"merge-lists", "yes"}, {"owners", "gps"}});
    CHECK(is_out(assessment, "llp"));
    CHECK(assessment.vehicles.front().option.value != "llp");
    check_ruled_out_never_shown(assessment);
}

TEST_CASE("an open question never hides that something may be ruled out")
{
    const auto assessment = assess({{"core-contract-moves", "yes"}});
    for (const std::string& vehicle : std::vector<std::string>{"llp", "company-guarantee", "cic-guarantee", "cio"})
    {
        CAPTURE(vehicle);
        const auto& open = result_of(assessment, vehicle).open;
        CHECK(std::any_of(open.begin(), open.end(), [](const engine::Finding& finding) {
            return rulebase::find_rule(shipped().rules(), finding.rule) != nullptr &&
                   rulebase::find_rule(shipped().rules(), finding.rule)->effects[finding.effect].kind == rulebase::EffectKind::Exclude;
        }));
    }
}
}
