#include "samples.h"

#include "casefile/answer_code.h"

#include <doctest/doctest.h>

#include <set>

using namespace fedadvise;
using namespace fedadvise::casefile;

TEST_SUITE("answer codes")
{
TEST_CASE("every answer of every question has a key of its own, which gives it")
{
    for (const rulebase::Question& question : samples::rules().questions)
    {
        CAPTURE(question.id.value);
        const std::vector<AnswerCode> codes = answer_codes(question);
        CHECK(codes.size() == question.options.size());
        std::set<char> once;
        for (const AnswerCode& code : codes)
        {
            CHECK(once.insert(code.code).second);
            CHECK(code.code != unknown_code);
            const auto answer = answer_of_codes(question, std::string(1, code.code));
            REQUIRE(std::holds_alternative<Answer>(answer));
            CHECK(std::get<Answer>(answer) == std::get<Answer>(parse_answer(question, code.option)));
        }
        CHECK(std::get<Answer>(answer_of_codes(question, " - ")) == Answer{Unknown{}});
    }
}

TEST_CASE("points of a scale are typed as they are printed")
{
    const rulebase::Question& motive = *rulebase::find_question(samples::rules(), {"motive.workforce"});
    CHECK(answer_codes(motive).front().code == '0');
    CHECK(std::get<Answer>(answer_of_codes(motive, "3")) == Answer{Number{3}});
    CHECK(std::get<AnswerFault>(answer_of_codes(motive, "7")).code == "casefile.bad-code");
    CHECK(std::get<AnswerFault>(answer_of_codes(motive, "12")).code == "casefile.bad-code");
    CHECK(std::holds_alternative<AnswerFault>(answer_of_codes(motive, "")));
}

TEST_CASE("several keys make a set, in the order of the question")
{
    const rulebase::Question& owners = *rulebase::find_question(samples::rules(), {"owners"});
    const std::vector<AnswerCode> codes = answer_codes(owners);
    const std::string typed = {codes[1].code, ' ', codes[0].code, codes[1].code};
    CHECK(std::get<Answer>(answer_of_codes(owners, typed)) == Answer{Choices{{codes[0].option, codes[1].option}}});
}

TEST_CASE("numbers are written out")
{
    const rulebase::Question& size = *rulebase::find_question(samples::rules(), {"list-size"});
    CHECK(answer_codes(size).empty());
    CHECK(std::get<Answer>(answer_of_codes(size, "9,100")) == Answer{Number{9100}});
}
}
