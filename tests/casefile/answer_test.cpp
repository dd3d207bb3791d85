#include "samples.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::casefile;

namespace
{

const rulebase::Question& question(const std::string& id)
{
    const rulebase::Question* found = rulebase::find_question(samples::rules(), {id});
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace

TEST_SUITE("answers")
{
TEST_CASE("answers in words are what people would say")
{
    struct Row
    {
        std::string id;
        Answer answer;
        std::string words;
    };
    const Row rows[] = {
        {"list-size", Number{9100}, "9,100 patients"},
        {"turnover", Number{1'200'000}, "\xC2\xA3" "1,200,000 a year"},
        {"motive.workforce", Number{3}, "A decisive reason"},
        {"contract-type", Choice{"gms"}, "GMS"},
        {"owners", Choices{{"gps", "practices"}}, "GPs in person, Practices"},
        {"pcn-name", Text{"North"}, "North"},
        {"as-at", foundation::Date{2026, 11, 22}, "22 November 2026"},
        {"lmc", Unknown{}, "We do not know"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.id);
        CHECK(answer_in_words(question(row.id), row.answer) == row.words);
    }
}

TEST_CASE("a text that is no answer says what would be one")
{
    struct Row
    {
        std::string id, written, code;
    };
    const Row rows[] = {
        {"list-size", "", "casefile.bad-number"},          {"list-size", "about 9000", "casefile.bad-number"},
        {"list-size", "9100.5", "casefile.bad-number"},    {"list-size", "9.100", "casefile.bad-number"},
        {"list-size", "-1", "casefile.out-of-range"},      {"list-size", "1000000000001", "casefile.out-of-range"},
        {"list-size", ",", "casefile.bad-number"},         {"motive.workforce", "2,0", "casefile.bad-number"},
        {"motive.workforce", "4", "casefile.out-of-range"}, {"readiness.RR01", "0", "casefile.out-of-range"},
        {"contract-type", "GMS", "casefile.bad-option"},   {"contract-type", "", "casefile.bad-option"},
        {"owners", "", "casefile.empty-set"},              {"owners", "practices, gps", "casefile.bad-option"},
        {"capital", "none bank", "casefile.bad-option"},   {"pcn-name", " \t", "casefile.empty-text"},
        {"as-at", "22/11/2026", "casefile.bad-date"},      {"as-at", "2026-02-29", "casefile.bad-date"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.id);
        CAPTURE(row.written);
        const auto parsed = parse_answer(question(row.id), row.written);
        const auto* fault = std::get_if<AnswerFault>(&parsed);
        REQUIRE(fault != nullptr);
        CHECK(fault->code == row.code);
        CHECK_FALSE(fault->message.empty());
        CHECK_FALSE(fault->advice.empty());
    }
}

TEST_CASE("people may write commas between thousands")
{
    const std::pair<std::string, std::int64_t> rows[] = {{"9,100", 9100}, {"1,009,100", 1'009'100}, {"-9,100", -9100}, {" 12,345 ", 12'345}};
    rulebase::Question any = question("list-size");
    any.minimum.reset();
    for (const auto& [written, value] : rows)
    {
        CAPTURE(written);
        const auto parsed = parse_answer(any, written);
        const auto* answer = std::get_if<Answer>(&parsed);
        REQUIRE(answer != nullptr);
        CHECK(*answer == Answer{Number{value}});
    }
}

TEST_CASE("a comma that does not stand between thousands is no number")
{
    // Where people write a decimal comma, "0,5" means a half: reading it as 5 would be a silent mistake.
    for (const std::string written : {"0,5", "9,1", "9,1000", ",100", "100,", "1,,000", "12,34,567", "1000,000"})
    {
        CAPTURE(written);
        const auto parsed = parse_answer(question("list-size"), written);
        const auto* fault = std::get_if<AnswerFault>(&parsed);
        CHECK(fault != nullptr);
        CHECK((fault == nullptr ? "" : fault->code) == "casefile.bad-number");
    }
}
}
