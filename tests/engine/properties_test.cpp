#include "engine/cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

/// Everything an assessment says, as text: two are the same when their texts are.
std::string text_of(const engine::Finding& finding)
{
    std::string text = finding.rule.value + "#" + std::to_string(finding.effect) + finding.engine + std::to_string(finding.strength) + "t" + std::to_string(static_cast<int>(finding.truth));
    for (const rulebase::QuestionId& question : finding.because)
        text += " " + question.value;
    return text + " " + finding.option.value + "\n";
}

std::string text_of(const std::vector<engine::Finding>& findings)
{
    std::string text;
    for (const engine::Finding& finding : findings)
        text += text_of(finding);
    return text + "--\n";
}

std::string text_of(const engine::OptionResult& result)
{
    return result.option.value + " " + std::to_string(result.rank) + " " + engine::band_id(result.band) + " " + std::to_string(result.score.low) + "/" + std::to_string(result.score.now) +
           "/" + std::to_string(result.score.high) + "\n" + text_of(result.for_it) + text_of(result.against_it) + text_of(result.open) + text_of(result.ruled_out_by) +
           text_of(result.not_yet) + text_of(result.required) + text_of(result.allowed) + text_of(result.warnings);
}

std::string text_of(const engine::Reading& reading)
{
    return (reading.now ? foundation::fixed_text(*reading.now) : "-") + " " + foundation::fixed_text(reading.low) + " " + foundation::fixed_text(reading.high) + "\n";
}

std::string text_of(const engine::Assessment& assessment)
{
    std::string text = foundation::date_text(assessment.as_at);
    for (const auto* results : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *results)
            text += text_of(result);
    for (const engine::Pair& pair : assessment.pairs)
        text += pair.model.value + "+" + pair.vehicle.value + "\n";
    text += text_of(assessment.relationship.mean) + text_of(assessment.relationship.lowest) + text_of(assessment.relationship.range);
    for (const engine::Reading& reading : assessment.relationship.subscales)
        text += text_of(reading);
    for (const engine::LessonResult& lesson : assessment.lessons)
        text += std::to_string(lesson.number) + std::to_string(static_cast<int>(lesson.raised)) + text_of(lesson.checks);
    text += text_of(assessment.conflicts) + text_of(assessment.warnings) + text_of(assessment.next_steps);
    for (const engine::OpenQuestion& open : assessment.open_questions)
        text += open.question.value + std::to_string(open.rules) + (open.said_unknown ? "?" : "") + "\n";
    return text + std::to_string(assessment.depth_cap.step) + std::to_string(assessment.depth_cap.if_open_go_badly);
}

bool anybody_said(const casefile::Case& group, const rulebase::QuestionId& question)
{
    const auto said = [&](const casefile::Answers& answers) { return casefile::find_answer(answers, question) != nullptr; };
    return said(group.answers) || std::any_of(group.practices.begin(), group.practices.end(), [&](const casefile::Practice& practice) {
               return said(practice.answers) || std::any_of(practice.respondents.begin(), practice.respondents.end(), [&](const auto& respondent) { return said(respondent.answers); });
           });
}

void answer_for_all(casefile::Case& group, const rulebase::Question& question, Random& random)
{
    if (question.scope == rulebase::Scope::Group || group.practices.empty())
        group.answers.emplace(question.id, random_answer(question, random));
    else
        for (casefile::Practice& practice : group.practices)
            practice.answers.emplace(question.id, random_answer(question, random));
}

/// A case in which each question is answered by all whom it concerns, or by nobody; nobody says "we do not know", and totals are
/// left to be counted. (A practice that answers later than the others does change what the group thinks: that is no completion.)
casefile::Case whole_or_nothing(Random& random, std::size_t practices, std::size_t answered)
{
    casefile::Case group;
    group.practices.resize(practices);
    for (std::size_t p = 0; p < practices; ++p)
        group.practices[p].id = "p" + std::to_string(p + 1);
    for (const rulebase::Question& question : shipped().rules().questions)
        if (random.chance(answered) && (question.derived.empty() || practices == 0))
            answer_for_all(group, question, random);
    return group;
}

std::map<std::string, engine::Score> scores(const engine::Assessment& assessment)
{
    std::map<std::string, engine::Score> all;
    for (const auto* results : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *results)
            all[result.option.value] = result.score;
    return all;
}

std::vector<const rulebase::Question*> unanswered(const casefile::Case& group)
{
    std::vector<const rulebase::Question*> open;
    for (const rulebase::Question& question : shipped().rules().questions)
        if (!anybody_said(group, question.id) && (question.derived.empty() || group.practices.empty()))
            open.push_back(&question);
    return open;
}

/// Answers ever more of what is open; every score must stay within the bounds it had before.
void complete_step_by_step(casefile::Case group, Random& random)
{
    engine::Assessment before = shipped().assess(group, today);
    for (int step = 0; step < 4; ++step)
    {
        auto open = unanswered(group);
        for (std::size_t i = 0; i < 20 && !open.empty(); ++i)
        {
            const std::size_t chosen = random.below(open.size());
            answer_for_all(group, *open[chosen], random);
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
        const engine::Assessment after = shipped().assess(group, today);
        auto bounds = scores(before);
        for (const auto& [option, score] : scores(after))
        {
            CAPTURE(option);
            CAPTURE(step);
            CHECK(bounds[option].low <= score.low);
            CHECK(score.high <= bounds[option].high);
        }
        CHECK(before.relationship.mean.low <= after.relationship.mean.low);
        CHECK(after.relationship.mean.high <= before.relationship.mean.high);
        CHECK(before.depth_cap.if_open_go_badly <= after.depth_cap.step);
        CHECK(after.depth_cap.from_readiness <= before.depth_cap.from_readiness);
        before = after;
    }
}

} // namespace

TEST_SUITE("properties") {
TEST_CASE("the same case gives the same assessment, also by an engine built anew")
{
    Random random(41);
    const engine::Engine again(shipped().shared_rules());
    for (int number = 0; number < 60; ++number)
    {
        const casefile::Case group = random_case(shipped().rules(), random, {60, 5, 6});
        const std::string text = text_of(shipped().assess(group, today));
        CHECK(text == text_of(shipped().assess(group, today)));
        CHECK(text == text_of(again.assess(group, today)));
    }
}

TEST_CASE("the order of practices and of respondents never changes anything")
{
    Random random(42);
    for (int number = 0; number < 150; ++number)
    {
        CAPTURE(number);
        casefile::Case group = random_case(shipped().rules(), random, {20 + random.below(80), 8, 6});
        const std::string text = text_of(shipped().assess(group, today));
        for (std::size_t i = group.practices.size(); i > 1; --i)
            std::swap(group.practices[i - 1], group.practices[random.below(i)]);
        for (casefile::Practice& practice : group.practices)
            std::reverse(practice.respondents.begin(), practice.respondents.end());
        CHECK(text == text_of(shipped().assess(group, today)));
    }
}

TEST_CASE("answering for the group what practices would answer gives the same as each of them saying it")
{
    Random random(43);
    for (int number = 0; number < 100; ++number)
    {
        CAPTURE(number);
        casefile::Case group;
        group.practices.resize(1 + random.below(5));
        casefile::Case each = group;
        for (const rulebase::Question& question : shipped().rules().questions)
        {
            if (question.scope == rulebase::Scope::Practice || question.family == "motive" || random.chance(30)) // motives: consensus looks at practices only
                continue;
            const casefile::Answer answer = random_answer(question, random);
            group.answers.emplace(question.id, answer);
            if (question.scope == rulebase::Scope::Group)
                each.answers.emplace(question.id, answer);
            else
                for (casefile::Practice& practice : each.practices)
                    practice.answers.emplace(question.id, answer);
        }
        CHECK(text_of(shipped().assess(group, today)) == text_of(shipped().assess(each, today)));
    }
}

TEST_CASE("answering open questions keeps every score within its former bounds: a group without a list of practices")
{
    Random random(44);
    for (int number = 0; number < 200; ++number)
    {
        CAPTURE(number);
        complete_step_by_step(whole_or_nothing(random, 0, random.below(60)), random);
    }
}

TEST_CASE("answering open questions keeps every score within its former bounds: several practices")
{
    Random random(45);
    for (int number = 0; number < 200; ++number)
    {
        CAPTURE(number);
        complete_step_by_step(whole_or_nothing(random, 1 + random.below(5), random.below(60)), random);
    }
}

TEST_CASE("a practice that has not rated anything is left out of the mean of now, but not out of its bounds")
{
    const auto all_high = all_statements("5");
    const auto before = assess({}, {all_high, {}}).relationship;
    CHECK(before.mean.now == foundation::Fixed::from_integer(5));
    CHECK(before.mean.low == foundation::Fixed::from_integer(3));
    CHECK(before.lowest.low == foundation::Fixed::from_integer(1));
    CHECK(before.range.high == foundation::Fixed::from_integer(4));
    const auto after = assess({}, {all_high, all_statements("1")}).relationship;
    CHECK(after.mean.now == foundation::Fixed::from_integer(3));
    CHECK(after.lowest.now == foundation::Fixed::from_integer(1));
    CHECK(after.range.now == foundation::Fixed::from_integer(4));
}

TEST_CASE("what is certain stays certain: a rule that is true or false is not changed by answering an open question")
{
    Random random(46);
    for (int number = 0; number < 150; ++number)
    {
        CAPTURE(number);
        casefile::Case group = whole_or_nothing(random, random.below(5), random.below(80));
        const auto before = shipped().assess(group, today).rule_truths;
        const auto open = unanswered(group);
        if (open.empty())
            continue;
        const rulebase::Question& question = *open[random.below(open.size())];
        answer_for_all(group, question, random);
        const auto after = shipped().assess(group, today).rule_truths;
        for (std::size_t r = 0; r < before.size(); ++r)
            if (before[r] != engine::Truth::Unknown && before[r] != after[r])
                FAIL_CHECK("rule " << shipped().rules().rules[r].id.value << " was changed by " << question.id.value);
    }
}

TEST_CASE("a preference that only pulls never frees what is ruled out")
{
    // Motives appear in no exclusion; whatever is said about them, the same options are ruled out.
    Random random(47);
    for (int number = 0; number < 150; ++number)
    {
        CAPTURE(number);
        casefile::Case group = random_case(shipped().rules(), random, {70, 5, 4});
        const auto before = shipped().assess(group, today);
        for (const rulebase::Question& question : shipped().rules().questions)
            if (question.family == "motive" && random.chance(50))
                group.answers[question.id] = random_answer(question, random);
        const auto after = shipped().assess(group, today);
        CHECK(ruled_out_vehicles(before) == ruled_out_vehicles(after));
        for (const engine::OptionResult& model : before.models)
            CHECK((model.band == engine::Band::RuledOut) == (result_of(after, model.option.value).band == engine::Band::RuledOut));
    }
}

TEST_CASE("ranks, bands and lists agree with each other on every case")
{
    Random random(48);
    for (int number = 0; number < 400; ++number)
    {
        CAPTURE(number);
        const auto assessment = shipped().assess(random_case(shipped().rules(), random, {random.below(101), 5, 6}), today);
        for (const auto* results : {&assessment.models, &assessment.vehicles})
        {
            REQUIRE(!results->empty());
            CHECK(results->front().rank == 1);
            for (std::size_t i = 1; i < results->size(); ++i)
            {
                const engine::OptionResult& above = (*results)[i - 1];
                const engine::OptionResult& below = (*results)[i];
                CHECK((below.rank == above.rank || below.rank == static_cast<int>(i) + 1));
                CHECK((below.rank != above.rank || above.option < below.option));
                CHECK((is_available(above) || !is_available(below)));
            }
        }
        CHECK(assessment.models.size() == shipped().rules().models.size());
        CHECK(assessment.vehicles.size() == shipped().rules().vehicles.size());
        CHECK(assessment.depth_cap.if_open_go_badly <= assessment.depth_cap.step);
    }
}
}
