#include "report/answer_form.h"
#include "report/merge_words.h"
#include "report/rounds.h"

#include "sample.h"
#include "rulebase/loading.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

using namespace fedadvise;
using namespace fedadvise::report;
using casefile::Answer;
using casefile::Number;

namespace
{

const rulebase::RuleBase& rules()
{
    static const rulebase::LoadedRuleBase loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    if (!loaded.rules)
        throw std::runtime_error("The shipped rules cannot be read.");
    return *loaded.rules;
}

casefile::Case five_valleys()
{
    casefile::Case group;
    group.id = "c-1";
    group.title = "Five Valleys";
    for (const std::string name : {"Hill", "Vale"})
    {
        casefile::Practice practice;
        practice.id = name == "Hill" ? "p1" : "p2";
        practice.name = name + " Surgery";
        group.practices.push_back(practice);
    }
    return group;
}

casefile::Respondent person(const std::string& name, int round, int readiness, const std::string& note)
{
    casefile::Respondent respondent;
    respondent.role = "partner";
    respondent.id = name;
    respondent.name = name;
    respondent.round = round;
    respondent.answered = "2026-11-2" + std::to_string(round) + "T10:31:00Z";
    respondent.answers = {{{"readiness.RR01"}, Number{readiness}}, {{"readiness.RR02"}, Number{3}}};
    if (!note.empty())
        respondent.notes = {{{"readiness.RR01"}, note}};
    return respondent;
}

/// What the respondent said, and what they say a round later.
casefile::Respondent again(casefile::Respondent before, int readiness, const std::string& note)
{
    casefile::Respondent now = person(before.name, before.round + 1, readiness, note);
    now.earlier = before.earlier;
    now.earlier.push_back({before.round, before.answered, before.answers, before.notes});
    return now;
}

} // namespace

TEST_SUITE("words of a merge")
{
TEST_CASE("the report says who answered, what gave way, what differs and what is left out")
{
    casefile::Case base = five_valleys(), other = base;
    base.practices[0].answers[{"list-size"}] = Number{9100};
    other.practices[0].answers[{"list-size"}] = Number{9000};
    other.title = "Six Valleys";
    casefile::Response early, late, stranger;
    early.to = late.to = casefile::invite(rules(), base, "p1", {{"readiness.RR01"}});
    early.respondent = person("Ann Ash", 1, 2, "");
    late.respondent = person("Ann Ash", 2, 4, "");
    stranger = early;
    stranger.to.case_id = "c-9";
    stranger.to.case_title = "Elsewhere";
    const casefile::Merged merged = casefile::merge(
        {{"a.fedcase", base}, {"b.fedcase", other}, {"1.fedresponse", early}, {"2.fedresponse", late}, {"x.fedresponse", stranger}}, rules());
    REQUIRE(merged.group.has_value());
    CHECK(merge_headline(merged.report) ==
          "2 cases and 2 responses were merged; in 2 places the files differ and somebody has to decide and 1 file has no place in this case.");
    const std::string text = merge_as_text(rules(), *merged.group, merged.report, {"half.fedresponse"});
    for (const std::string words : {"Title of the case:", "“Five Valleys”, says a.fedcase", "Hill Surgery, Registered patients:", "“9,100 patients”, says a.fedcase",
                                    "x.fedresponse: It answers another case, \"Elsewhere\".", "half.fedresponse", "Ann Ash, partner, Hill Surgery: the answers in 1.fedresponse",
                                    "Ann Ash, partner: 2 answers, 22 November 2026, 10:31 UTC, round 2; answered 1 time before."})
    {
        CAPTURE(words);
        std::string flowing = text;
        for (std::size_t at = flowing.find("\n    "); at != std::string::npos; at = flowing.find("\n    "))
            flowing.replace(at, 5, " ");
        CHECK(contains(flowing, words));
    }
    const auto json = nlohmann::json::parse(merge_as_json(rules(), *merged.group, merged.report, {"half.fedresponse"}));
    CHECK(json["conflicts"].size() == 2);
    CHECK(json["conflicts"][1]["values"][0]["files"][0] == "b.fedcase");
    CHECK(json["strangers"][0]["file"] == "x.fedresponse");
    CHECK(json["unread"][0] == "half.fedresponse");
    CHECK(json["replaced"][0]["by"]["answered"] == "2026-11-22T10:31:00Z");
    CHECK(json["answers"][0]["earlier"] == 1);
}

TEST_CASE("where a practice's own answer counts before its people's, the report says so")
{
    casefile::Case group = five_valleys();
    group.practices[1].respondents = {person("Ann", 1, 4, "")};
    casefile::MergeReport report;
    CHECK(merge_as_text(rules(), group, report, {}).find("do not count yet") == std::string::npos);
    group.practices[1].answers[{"readiness.RR02"}] = Number{2};
    const std::string text = merge_as_text(rules(), group, report, {});
    CHECK(text.find("Answers of people that do not count yet") != std::string::npos);
    CHECK(text.find("Vale Surgery") != std::string::npos);
    const auto json = nlohmann::json::parse(merge_as_json(rules(), group, report, {}));
    CHECK(json.at("overruled") == nlohmann::json::parse(R"([{"practice": "p2", "question": "readiness.RR02"}])"));
}

TEST_CASE("nothing to decide is said in the first sentence")
{
    const casefile::Merged merged = casefile::merge({{"a.fedcase", five_valleys()}}, rules());
    CHECK(merge_headline(merged.report) == "1 case was merged; nothing is left to decide.");
}
}

TEST_SUITE("rounds")
{
TEST_CASE("each change of mind stands under its question, with who, from what, to what and why")
{
    casefile::Case group = five_valleys();
    group.round = 3;
    group.practices[0].respondents = {again(person("Ann", 1, 2, "we never met"), 4, "we met"), person("Bob", 1, 1, "")};
    group.practices[1].respondents = {again(person("Cy", 1, 5, ""), 5, "still good"), again(person("Di", 1, 5, ""), 3, "")};
    const Rounds rounds = what_moved(rules(), group, Names::Shown);
    CHECK(rounds.rounds == std::vector<RoundCount>{{1, 4, 2}, {2, 3, 2}, {3, 0, 0}});
    REQUIRE(rounds.questions.size() == 1);
    CHECK(rounds.still == 1);
    const QuestionMoves& question = rounds.questions[0];
    CHECK(question.question == "readiness.RR01");
    CHECK(question.stayed == 1);
    CHECK(question.reasons_to_stay == std::vector<std::string>{"still good"});
    REQUIRE(question.moves.size() == 2);
    const RoundMove& ann = question.moves[0];
    CHECK(ann.practice == "p1");
    CHECK(ann.who == "Ann, partner");
    CHECK(ann.from_round == 1);
    CHECK(ann.to_round == 2);
    CHECK(ann.reason == "we met");
    CHECK(ann.is_upward);
    CHECK(question.moves[1].is_downward);
    CHECK(contains(rounds_headline(rounds), "2 answers moved between rounds, on 1 question"));
    CHECK(contains(rounds_as_text(rounds), "Why: we met"));
    CHECK(contains(rounds_as_text(rounds), "Round 3: nobody has answered so far."));
}

TEST_CASE("with names hidden, neither names nor the order of practices give anybody away")
{
    casefile::Case group = five_valleys(), other_order = group;
    const casefile::Respondent ann = again(person("Ann", 1, 2, ""), 4, "we met"), di = again(person("Di", 1, 5, ""), 3, "");
    group.practices[0].respondents = {ann};
    group.practices[1].respondents = {di};
    other_order.practices[0].respondents = {di};
    other_order.practices[1].respondents = {ann};
    const Rounds hidden = what_moved(rules(), group, Names::Hidden);
    CHECK(rounds_as_text(hidden) == rounds_as_text(what_moved(rules(), other_order, Names::Hidden)));
    for (const std::string& text : {rounds_as_text(hidden), rounds_as_json(hidden)})
    {
        for (const std::string name : {"Ann", "Di,", "Hill", "Vale", "partner", "p1"})
        {
            CAPTURE(name);
            CHECK_FALSE(contains(text, name));
        }
        CHECK(contains(text, "we met"));
    }
    CHECK(contains(rounds_as_text(what_moved(rules(), group, Names::Shown)), "Ann"));
}

TEST_CASE("of a round answered twice, the last answers count")
{
    casefile::Case group = five_valleys();
    casefile::Respondent ann = person("Ann", 1, 2, "");
    ann.earlier = {{1, "2026-11-20T10:00:00Z", {{{"readiness.RR01"}, Number{5}}}}};
    group.practices[0].respondents = {ann};
    CHECK(what_moved(rules(), group, Names::Shown).questions.empty());
    CHECK(contains(rounds_headline(what_moved(rules(), group, Names::Shown)), "only one round"));
    ann = again(ann, 2, "");
    group.practices[0].respondents = {ann};
    CHECK(what_moved(rules(), group, Names::Shown).questions.empty());
    CHECK(contains(rounds_headline(what_moved(rules(), group, Names::Shown)), "Nobody"));
}

TEST_CASE("an answer that is new or taken back has moved, too")
{
    casefile::Case group = five_valleys();
    casefile::Respondent ann = again(person("Ann", 1, 2, ""), 2, "");
    ann.answers.erase({"readiness.RR02"});
    ann.answers[{"readiness.RR03"}] = Number{1};
    group.practices[0].respondents = {ann};
    const Rounds rounds = what_moved(rules(), group, Names::Shown);
    REQUIRE(rounds.questions.size() == 2);
    CHECK(rounds.questions[0].moves[0].is.empty());
    CHECK(rounds.questions[1].moves[0].was.empty());
}
}

TEST_SUITE("answer form")
{
TEST_CASE("every question asked has a block with its number, its answers and their keys")
{
    const casefile::Invitation invitation = casefile::invite(rules(), five_valleys(), "p1");
    const std::string page = answer_form(rules(), invitation);
    CHECK(occurrences(page, "class=\"question\"") == invitation.questions.size());
    CHECK(occurrences(page, "We do not know") >= invitation.questions.size());
    CHECK(contains(page, "Hill Surgery"));
    CHECK(contains(page, "@page{size:A4"));
    CHECK(contains(page, "<span class=\"number\">" + std::to_string(invitation.questions.size()) + "</span>"));
    CHECK_FALSE(contains(page, "http://"));
    CHECK_FALSE(contains(page, "<script"));
}

TEST_CASE("what users wrote cannot become markup")
{
    casefile::Case group = five_valleys();
    group.title = "<b>&";
    group.practices[0].name = "\"><script>";
    const std::string page = answer_form(rules(), casefile::invite(rules(), group, "p1", {{"list-size"}}));
    CHECK_FALSE(contains(page, "<script>"));
    CHECK(contains(page, "&lt;b&gt;&amp;"));
}
}
