#include "samples.h"

#include "casefile/response.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::listed;

namespace
{

Case five_valleys()
{
    Case group;
    group.id = "c-17";
    group.title = "Five Valleys";
    group.round = 2;
    Practice hill;
    hill.id = "p1";
    hill.name = "Hill Surgery";
    hill.ods_code = "A81001";
    group.practices = {hill};
    return group;
}

Response ann()
{
    Response response;
    response.to = invite(samples::rules(), five_valleys(), "p1", {{"motive.workforce"}, {"list-size"}, {"readiness.RR01"}});
    response.respondent.id = respondent_token(response.to, "Ann Ash");
    response.respondent.name = "Ann Ash";
    response.respondent.role = "partner";
    response.respondent.round = 2;
    response.respondent.answered = "2026-11-25T10:31:00Z";
    response.respondent.answers = {{{"motive.workforce"}, Number{3}}, {{"list-size"}, Number{9100}}, {{"readiness.RR01"}, Unknown{}}};
    response.respondent.notes = {{{"motive.workforce"}, "two posts empty"}};
    return response;
}

LoadedFile read(const std::string& json)
{
    return read_any(json, "x.fedresponse", samples::rules());
}

std::string with(std::string json, const std::string& from, const std::string& to)
{
    const std::size_t at = json.find(from);
    REQUIRE(at != std::string::npos);
    return json.replace(at, from.size(), to);
}

} // namespace

TEST_SUITE("invitations and responses")
{
TEST_CASE("an invitation says who is asked what, and comes back as it was")
{
    const Invitation invitation = invite(samples::rules(), five_valleys(), "p1");
    CHECK(invitation.case_id == "c-17");
    CHECK(invitation.case_title == "Five Valleys");
    CHECK(invitation.round == 2);
    CHECK(invitation.practice_name == "Hill Surgery");
    CHECK(invitation.ods_code == "A81001");
    CHECK(invitation.questions.size() > 50);
    for (const rulebase::QuestionId& id : invitation.questions)
        CHECK(rulebase::find_question(samples::rules(), id)->scope != rulebase::Scope::Group);
    const LoadedFile loaded = read(invitation_text(invitation));
    INFO(listed(loaded.diagnostics));
    REQUIRE(loaded.invitation.has_value());
    CHECK(loaded.diagnostics.empty());
    CHECK(*loaded.invitation == invitation);
    CHECK_FALSE(loaded.response.has_value());
    CHECK_FALSE(loaded.group.has_value());
}

TEST_CASE("a response comes back as it was, in every round")
{
    for (const int asked : {1, 2, 5})
        for (const int answered : {1, 2, 5})
        {
            CAPTURE(asked);
            CAPTURE(answered);
            Response response = ann();
            response.to.round = asked;
            response.respondent.round = answered;
            const LoadedFile loaded = read(response_text(response));
            INFO(listed(loaded.diagnostics));
            REQUIRE(loaded.response.has_value());
            CHECK(*loaded.response == response);
            CHECK(response_text(*loaded.response) == response_text(response));
        }
}

TEST_CASE("who does not say the round answers in the one that was asked")
{
    const LoadedFile loaded = read(R"({"format": "federation-adviser response", "version": 1, "case": {"title": "T"}, "round": 3,
        "practice": {"id": "p1"}, "respondent": {"role": "nurse", "answers": {"readiness.RR01": 4}}})");
    INFO(listed(loaded.diagnostics));
    REQUIRE(loaded.response.has_value());
    CHECK(loaded.response->respondent.round == 3);
}

TEST_CASE("the content tells what a file is")
{
    CHECK(read(case_text(five_valleys())).group == five_valleys());
    CHECK(read(response_text(ann())).response == ann());
    const LoadedFile neither = read(R"({"format": "federation-adviser result", "version": 1})");
    REQUIRE_FALSE(neither.diagnostics.empty());
    CHECK(neither.diagnostics[0].code == "casefile.bad-format");
}

TEST_CASE("a person is known again by name and practice")
{
    const Invitation invitation = ann().to;
    CHECK(respondent_token(invitation, "Ann Ash") == respondent_token(invitation, "  ann  ASH "));
    CHECK(respondent_token(invitation, "Ann Ash") != respondent_token(invitation, "Ann Ask"));
    CHECK(respondent_token(invitation, " ").empty());
    Invitation elsewhere = invitation;
    elsewhere.ods_code = "A81002";
    CHECK(respondent_token(elsewhere, "Ann Ash") != respondent_token(invitation, "Ann Ash"));
}

TEST_CASE("what a newer version wrote is kept")
{
    const std::string json = R"({"format": "federation-adviser response", "version": 2, "zz-top": [1], "case": {"title": "T", "zz-case": 1.50}, "round": 1,
        "practice": {"id": "p1", "zz-practice": null}, "questions": ["list-size", "zz-question"],
        "respondent": {"role": "nurse", "zz-person": {}, "answers": {"zz-question": 1}}})";
    const LoadedFile loaded = read(json);
    INFO(listed(loaded.diagnostics));
    REQUIRE(loaded.response.has_value());
    const std::string text = response_text(*loaded.response);
    for (const std::string part : {"\"zz-top\": [1]", "\"zz-case\": 1.50", "\"zz-practice\": null", "\"zz-question\"\n", "\"zz-person\": {}", "\"zz-question\": 1"})
    {
        CAPTURE(part);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(read(text).response == loaded.response);
}

TEST_CASE("every mistake is named with its place")
{
    const std::string good = response_text(ann());
    struct Row
    {
        std::string name, json, code, element, advice;
    };
    const Row rows[] = {
        {"no version", with(good, "\"version\": 1,", ""), "casefile.missing-key", "", "version"},
        {"no case", R"({"format": "federation-adviser invitation", "version": 1, "practice": {"id": "p1"}})", "casefile.missing-key", "", "title"},
        {"no practice", R"({"format": "federation-adviser invitation", "version": 1, "case": {"title": "T"}})", "casefile.missing-key", "", "\"id\": \"p1\""},
        {"nobody who answers", R"({"format": "federation-adviser response", "version": 1, "case": {"title": "T"}, "practice": {"id": "p1"}})", "casefile.missing-key", "",
         "respondent"},
        {"an invitation with a respondent", with(good, "adviser response", "adviser invitation"), "casefile.unknown-key", "respondent", "kept"},
        {"a mistyped key", with(good, "\"questions\"", "\"question\""), "casefile.unknown-key", "question", "questions"},
        {"a practice without an id", with(good, "\"id\": \"p1\",", ""), "casefile.missing-key", "practice", "\"id\": \"p1\""},
        {"a question for the group", with(good, "\"list-size\"", "\"lmc\""), "casefile.wrong-scope", "questions[1]", "Take it out"},
        {"a question twice", with(good, "\"list-size\"", "\"motive.workforce\""), "casefile.duplicate-key", "questions[1]", "Keep one"},
        {"a mistyped question", with(good, "\"list-size\"", "\"list-sise\""), "casefile.unknown-question", "questions[1]", "list-size"},
        {"a bad answer", with(good, "\"motive.workforce\": 3", "\"motive.workforce\": 4"), "casefile.out-of-range", "respondent.answers.motive.workforce", "0 to 3"},
        {"a bad time", with(good, "10:31:00Z", "10:31"), "casefile.bad-time", "respondent.answered", "Greenwich"},
        {"a bad round", with(good, "\"round\": 2", "\"round\": \"two\""), "casefile.bad-number", "round", "1"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const LoadedFile loaded = read(row.json);
        INFO(listed(loaded.diagnostics));
        const bool only_kept = row.advice == "kept";
        CHECK(loaded.response.has_value() == false);
        CHECK(loaded.invitation.has_value() == only_kept);
        REQUIRE(loaded.diagnostics.size() == 1);
        CHECK(loaded.diagnostics[0].code == row.code);
        CHECK(loaded.diagnostics[0].place.element == row.element);
        CHECK(loaded.diagnostics[0].advice.find(row.advice) != std::string::npos);
    }
}

TEST_CASE("a response cut off at any byte is complete or an error")
{
    const std::string whole = response_text(ann());
    const std::size_t complete = whole.find_last_of('}') + 1;
    std::size_t wrong = 0;
    for (std::size_t length = 0; length <= whole.size(); ++length)
    {
        const LoadedFile loaded = read(whole.substr(0, length));
        wrong += loaded.response.has_value() != (length >= complete) || loaded.response.has_value() == foundation::has_errors(loaded.diagnostics) ? 1U : 0U;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a response with any byte changed is read or an error, and what is read can be saved")
{
    const std::string whole = response_text(ann());
    std::size_t wrong = 0, unstable = 0;
    for (std::size_t i = 0; i < whole.size(); ++i)
        for (const char c : {'"', '{', '}', ']', ',', '\\', '9', 'n', ' ', '\0', '\x7F', '\xC3', '\xFF'})
        {
            std::string changed = whole;
            changed[i] = c;
            const LoadedFile loaded = read(changed);
            const bool something = loaded.group || loaded.invitation || loaded.response;
            wrong += something == foundation::has_errors(loaded.diagnostics) ? 1U : 0U;
            if (loaded.response)
                unstable += read(response_text(*loaded.response)).response != loaded.response ? 1U : 0U;
        }
    CHECK(wrong == 0);
    CHECK(unstable == 0);
}
}
