#include "analysis/random_profile.h"

#include "casefile/case_file.h"
#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace fedadvise::analysis
{

namespace
{

const ProfileMaker& maker()
{
    static const ProfileMaker made(engine::Engine(rulebase::load_folder(FEDADVISE_RULES_DIR).rules));
    return made;
}

/// Whether the group has answered, or every practice has.
bool is_answered(const casefile::Case& group, const rulebase::QuestionId& question)
{
    return group.answers.contains(question) ||
           (!group.practices.empty() && std::all_of(group.practices.begin(), group.practices.end(),
                                                    [&](const auto& p) { return p.answers.contains(question); }));
}

std::size_t answers_in(const casefile::Case& group)
{
    std::size_t count = group.answers.size();
    for (const casefile::Practice& practice : group.practices)
        count += practice.answers.size();
    return count;
}

} // namespace

TEST_SUITE("dice")
{
TEST_CASE("the same seed and number give the same throws on every machine")
{
    Dice dice(1, 0);
    std::string throws;
    for (int i = 0; i < 6; ++i)
        throws += std::to_string(dice.below(1000)) + " ";
    CHECK(throws == "542 58 454 844 459 413 ");
    CHECK(Dice(1, 0).below(1'000'000) != Dice(1, 1).below(1'000'000));
    CHECK(Dice(1, 0).below(1'000'000) != Dice(2, 0).below(1'000'000));
}

TEST_CASE("every value of a range comes up, and none outside it")
{
    Dice dice(7, 7);
    std::map<std::int64_t, int> seen;
    for (int i = 0; i < 6'000; ++i)
        ++seen[dice.between(-2, 3)];
    REQUIRE(seen.size() == 6);
    CHECK(seen.begin()->first == -2);
    for (const auto& [value, times] : seen)
    {
        CAPTURE(value);
        CHECK(times > 850); // 1,000 expected, standard deviation 29
        CHECK(times < 1'150);
    }
}

TEST_CASE("doublings are equally likely")
{
    Dice dice(7, 8);
    int small = 0;
    for (int i = 0; i < 3'000; ++i)
    {
        const std::int64_t value = dice.by_doublings(2'000, 15'999);
        REQUIRE(value >= 2'000);
        REQUIRE(value <= 15'999);
        small += value < 4'000 ? 1 : 0;
    }
    CHECK(small > 850);
    CHECK(small < 1'150);
}
} // TEST_SUITE("dice")

TEST_SUITE("random profiles")
{
TEST_CASE("the same seed and number give the same bytes")
{
    for (std::uint64_t number = 0; number < 5; ++number)
    {
        const std::string text = casefile::case_text(maker().make(3, number));
        CHECK(text == casefile::case_text(maker().make(3, number)));
        CHECK(text != casefile::case_text(maker().make(3, number + 1)));
        CHECK(text != casefile::case_text(maker().make(4, number)));
    }
}

TEST_CASE("a complete profile answers what is asked and nothing else")
{
    const rulebase::RuleBase& rules = maker().engine().rules();
    for (std::uint64_t number = 0; number < 60; ++number)
    {
        const casefile::Case group = maker().make(1, number);
        const auto asked = maker().engine().asked_questions(group);
        for (std::size_t i = 0; i < asked.size(); ++i)
        {
            const rulebase::Question& question = rules.questions[i];
            if (!question.derived.empty() || question.kind == rulebase::AnswerKind::Date)
                continue;
            CAPTURE(number);
            CAPTURE(question.id.value);
            CHECK(is_answered(group, question.id) == (asked[i] != engine::Truth::False));
        }
    }
}

TEST_CASE("profiles are valid case files")
{
    const rulebase::RuleBase& rules = maker().engine().rules();
    for (const ProfileForm form : {ProfileForm::Complete, ProfileForm::Partial})
        for (std::uint64_t number = 0; number < 30; ++number)
        {
            const casefile::Case group = maker().make(2, number, form);
            const auto read = casefile::read_case(casefile::case_text(group), group.title, rules);
            CAPTURE(group.title);
            CHECK(read.diagnostics.empty());
            REQUIRE(read.group);
            CHECK(*read.group == group);
        }
}

TEST_CASE("a partial profile has some of the answers of the complete one")
{
    for (std::uint64_t number = 0; number < 20; ++number)
    {
        const casefile::Case whole = maker().make(1, number);
        const casefile::Case part = maker().make(1, number, ProfileForm::Partial);
        CHECK(answers_in(part) < answers_in(whole));
        for (const auto& [question, answer] : part.answers)
        {
            REQUIRE(whole.answers.contains(question));
            CHECK((casefile::is_unknown(answer) || answer == whole.answers.at(question)));
        }
    }
}

TEST_CASE("groups of every size, nation and way of answering occur")
{
    std::set<std::size_t> sizes;
    std::set<std::string> nations;
    bool once = false, each = false;
    for (std::uint64_t number = 0; number < 300; ++number)
    {
        const casefile::Case group = maker().make(1, number);
        sizes.insert(group.practices.size());
        nations.insert(std::get<casefile::Choice>(group.answers.at({"jurisdiction"})).option);
        (group.answers.contains({"autonomy"}) ? once : each) = true;
    }
    CHECK(sizes.size() == 12);
    CHECK(nations.size() == 4);
    CHECK(once);
    CHECK(each);
}

TEST_CASE("a group is about one to three motives")
{
    for (std::uint64_t number = 0; number < 100; ++number)
    {
        const casefile::Case group = maker().make(5, number);
        if (!group.answers.contains({"motive.workforce"}))
            continue;
        int strong = 0;
        for (const auto& [question, answer] : group.answers)
            if (question.value.starts_with("motive."))
                strong += std::get<casefile::Number>(answer).value >= 2 ? 1 : 0;
        CAPTURE(number);
        CHECK(strong >= 1);
        CHECK(strong <= 3);
    }
}
} // TEST_SUITE("random profiles")

} // namespace fedadvise::analysis
