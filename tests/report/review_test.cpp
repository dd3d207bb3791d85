#include "report/writers.h"
#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace fedadvise;
using namespace fedadvise::report;
using nlohmann::json;

namespace
{

/// The sample judged on another day; its source is to be checked again on 22 November 2027.
Sample judged_on(foundation::Date day)
{
    Sample s = sample();
    s.assessment.as_at = day;
    return s;
}

constexpr foundation::Date today{2026, 11, 22};
constexpr foundation::Date last_good_day{2027, 11, 22};
constexpr foundation::Date day_after{2027, 11, 23};
constexpr foundation::Date much_later{2030, 1, 1};
const std::string sentence = "The source S01 was due to be checked again on 22 November 2027.";

/// A text without line breaks, so that a sentence is found wherever its lines break.
std::string in_one_line(std::string text)
{
    std::string line;
    for (const char c : text)
        if (c != '\n' && (c != ' ' || !line.ends_with(' ')))
            line += c;
        else if (!line.ends_with(' '))
            line += ' ';
    return line;
}

} // namespace

TEST_SUITE("sources past their review")
{
TEST_CASE("nothing is due on the day the sources were checked, nor on the day of the review itself")
{
    for (const foundation::Date day : {today, last_good_day})
    {
        CAPTURE(foundation::date_text(day));
        const Advice advice = judged_on(day).advice();
        CHECK(advice.review_note.empty());
        CHECK(advice.models[0].for_it[0].review_due.empty());
        CHECK(advice.models[0].for_it[0].review_words.empty());
        CHECK_FALSE(advice.sources[0].review_due);
        CHECK(advice.sources[0].review_words.empty());
        for (const std::string& page : {text_of(judged_on(day)), html_of(judged_on(day))})
            CHECK_FALSE(contains(page, "due to be checked"));
        const json result = json::parse(advice_as_json(advice));
        CHECK(result.at("review-due") == json::array());
        CHECK(result.at("review-note") == "");
        CHECK_FALSE(result.at("models").at(0).at("for").at(0).contains("review-due"));
    }
}

TEST_CASE("every kind of statement says that its source is due")
{
    for (const foundation::Date day : {day_after, much_later})
    {
        CAPTURE(foundation::date_text(day));
        const Advice advice = judged_on(day).advice();
        for (const std::vector<Statement>* list :
             {&advice.models[0].for_it, &advice.models[1].against_it, &advice.models[1].open, &advice.warnings,
              &advice.conflicts, &advice.lessons[0].checks, &advice.vehicles[2].ruled_out_by})
        {
            REQUIRE(!list->empty());
            CHECK(list->front().review_due == std::vector<std::string>{"S01"});
            CHECK(list->front().review_words == sentence);
        }
        CHECK(advice.next_steps.at(0).review_words == sentence);
        CHECK(advice.sources[0].review_words == "It was due to be checked again on 22 November 2027.");
    }
    const Statement& engines_own = judged_on(much_later).advice().vehicles[0].for_it[0];
    CHECK(engines_own.review_words.empty());
}

TEST_CASE("the day is that of the case, and only the sources that are shown count")
{
    Sample s = judged_on(much_later);
    s.rules.sources.push_back(s.rules.sources.front());
    s.rules.sources.back().id = {"S99"};
    CHECK(s.advice().review_note == "1 source behind this advice was due to be checked again before 1 January 2030. "
                                    "The reasons that rest on it say so.");
    s.rules.rules[0].sources.push_back({"S99"});
    CHECK(s.advice().review_note == "2 sources behind this advice were due to be checked again before 1 January 2030. "
                                    "The reasons that rest on them say so.");
}

TEST_CASE("sources that are due on one day share a sentence, others follow by day")
{
    Sample s = judged_on(much_later);
    for (const std::string id : {"S02", "S03", "S04"})
    {
        s.rules.sources.push_back(s.rules.sources.front());
        s.rules.sources.back().id = {id};
        s.rules.rules[0].sources.push_back({id});
    }
    s.rules.sources[1].review = {2027, 4, 30};
    s.rules.sources[3].review = {2031, 4, 30};
    const Statement statement = s.advice().models[0].for_it[0];
    CHECK(statement.review_due == std::vector<std::string>{"S01", "S02", "S03"});
    CHECK(statement.review_words == "The source S02 was due to be checked again on 30 April 2027. "
                                    "The sources S01 and S03 were due to be checked again on 22 November 2027.");
}

TEST_CASE("text and HTML say it at the top, at the reason and in the list of sources")
{
    const Advice advice = judged_on(much_later).advice();
    const std::string text = in_one_line(text_of(judged_on(much_later)));
    const std::string html = html_of(judged_on(much_later));
    for (const std::string& page : {text, html})
    {
        const std::size_t note = page.find("1 source behind this advice was due");
        const std::size_t reason = page.find(sentence);
        const std::size_t list = page.find("It was due to be checked again on 22 November 2027.");
        REQUIRE(note != std::string::npos);
        REQUIRE(reason != std::string::npos);
        REQUIRE(list != std::string::npos);
        CHECK(note < reason);
        CHECK(reason < list);
        CHECK(occurrences(page, "1 source behind this advice was due") == 1);
        CHECK(occurrences(page, "It was due to be checked again") == 1);
    }
    CHECK(text.find("1 source behind this advice was due") < text.find("In short"));
    CHECK(contains(in_one_line(why_text(advice, "llp")), sentence));
}

TEST_CASE("JSON names the sources that are due, once for each reason and once for all")
{
    const json result = json::parse(advice_as_json(judged_on(much_later).advice()));
    CHECK(result.at("review-due") == json::array({"S01"}));
    CHECK(result.at("models").at(0).at("for").at(0).at("review-due") == json::array({"S01"}));
    CHECK(result.at("next-steps").at(0).at("review-due") == json::array({"S01"}));
    CHECK(result.at("review-note").get<std::string>().ends_with("say so."));
    CHECK(result.at("sources").at(0).at("tag") == "verified");
    CHECK(advice_as_json(judged_on(much_later).advice()) == advice_as_json(judged_on(much_later).advice()));
}
} // TEST_SUITE("sources past their review")
