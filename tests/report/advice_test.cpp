#include "foundation/text_list.h"
#include "report/advice.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

std::string headline(const Sample& s)
{
    return foundation::joined(s.advice().headline, "\n");
}

bool ends_well(const std::string& text)
{
    return text.empty() || text.back() == '.' || text.back() == '?' || text.back() == '!';
}

void add_texts(const std::vector<Statement>& statements, std::vector<std::string>& texts)
{
    for (const Statement& statement : statements)
        texts.insert(texts.end(), {statement.text, statement.sentence, statement.reason});
}

/// Every text of the advice that is a sentence of its own.
std::vector<std::string> sentences(const Advice& advice)
{
    std::vector<std::string> texts = advice.headline;
    for (const auto* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
        {
            texts.insert(texts.end(), {option.why, option.why_not, option.band_words});
            for (const auto* list :
                 {&option.for_it, &option.against_it, &option.open, &option.ruled_out_by, &option.not_yet})
                add_texts(*list, texts);
            for (const auto& detail : option.details)
                texts.push_back(detail.second);
        }
    add_texts(advice.conflicts, texts);
    add_texts(advice.warnings, texts);
    add_texts(advice.depth_cap_by, texts);
    for (const NextStep& step : advice.next_steps)
        texts.push_back(step.text);
    texts.insert(texts.end(), {advice.relationship.text, advice.deal.text, advice.depth_cap_words});
    return texts;
}

} // namespace

TEST_SUITE("headline")
{
TEST_CASE("it says what leads, with what, what waits, what is ruled out and what is open")
{
    const Sample s = sample();
    const std::vector<std::string> lines = s.advice().headline;
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "Your answers point strongly towards one model: Federation company.");
    CHECK(lines[1] ==
          "The legal vehicles that fit and come first are: CIC limited by guarantee and Company limited by shares.");
    CHECK(lines[2] == "A later step could be Partnership merger, but not yet: missing is the clear support of most "
                      "partners, among other things.");
    CHECK(lines[3] ==
          "The law rules out what your answers would otherwise point towards: LLP (limited liability partnership).");
    CHECK(contains(lines[4], "1 question that the rules look at is still open"));
}

TEST_CASE("a tie is said as a tie, in alphabetical order")
{
    Sample s = sample();
    s.assessment.models[1].rank = 1;
    s.assessment.models[1].band = engine::Band::PointsStronglyTowards;
    s.assessment.leading_models = {{"federation-company"}, {"informal-network"}};
    CHECK(contains(headline(s),
                   "2 models that are level, named in alphabetical order: Federation company and Informal network."));
}

TEST_CASE("staying independent is a good outcome")
{
    Sample s = sample();
    std::swap(s.assessment.models[0], s.assessment.models[2]);
    s.assessment.models[0].band = engine::Band::PointsTowards;
    s.assessment.leading_models = {{"stay-independent"}};
    s.assessment.legal_person_needed = engine::Truth::False;
    CHECK(contains(headline(s), "towards: Stay independent. That is a good outcome in its own right"));
    CHECK(contains(headline(s), "No new legal vehicle is needed for that."));
}

TEST_CASE("without answers nothing can be said yet")
{
    Sample s = sample();
    s.group.answers.clear();
    s.group.practices.clear();
    s.group.answers[{"lmc"}] = casefile::Unknown{};
    CHECK(contains(headline(s), "Nothing can be said yet"));
    CHECK_FALSE(s.advice().models.front().leading);
    CHECK(s.advice().headline.size() == 2);
}

TEST_CASE("when every model waits or is ruled out it says so")
{
    Sample s = sample();
    for (engine::OptionResult& model : s.assessment.models)
        model.band = engine::Band::NotYet;
    s.assessment.leading_models.clear();
    s.assessment.pairs.clear();
    CHECK(contains(headline(s), "No model is open to you as things stand"));
}

TEST_CASE("a leading model that needs a legal person and finds no vehicle is named")
{
    Sample s = sample();
    s.assessment.pairs.clear();
    CHECK(contains(headline(s), "no legal vehicle is open that could carry: Federation company."));
}

TEST_CASE("many level models are counted and not listed")
{
    Sample s = sample();
    s.assessment.leading_models.clear();
    engine::OptionResult level = s.assessment.models[1];
    for (int i = 0; i < 6; ++i)
    {
        level.option = {"level-" + std::string(static_cast<std::size_t>(i), 'x')};
        level.rank = 1;
        s.assessment.models.insert(s.assessment.models.begin(), level);
        s.assessment.leading_models.push_back(level.option);
    }
    CHECK(contains(headline(s), "6 models are still level."));
}

TEST_CASE("it informs and never commands or counts in hundredths")
{
    const std::string text = foundation::lower_case(headline(sample()));
    for (const std::string word : {"best", "should", "must", "%", "percent"})
    {
        CAPTURE(word);
        CHECK_FALSE(contains(text, word));
    }
}
} // TEST_SUITE("headline")

TEST_SUITE("advice")
{
TEST_CASE("why and why not are one sentence each")
{
    const Advice advice = sample().advice();
    CHECK(advice.models[0].why == "A body can employ staff (Recruiting and keeping staff: A decisive reason).");
    CHECK(advice.models[0].why_not.empty());
    CHECK(advice.models[1].why == "Nothing in your answers speaks for it so far.");
    CHECK(advice.models[1].why_not ==
          "Goodwill breaks under strain (Recruiting and keeping staff: A decisive reason).");
    CHECK(advice.models[3].why_not == "Missing so far: the clear support of most partners.");
    CHECK(advice.vehicles[2].why_not == "An LLP cannot hold a core contract.");
}

TEST_CASE("a statement carries its reason, law, tag, answers and sources")
{
    const Advice advice = sample().advice();
    const Statement& pull = advice.models[0].for_it.at(0);
    CHECK(pull.strength == 3);
    CHECK(pull.because == std::vector<std::string>{"motive.workforce"});
    CHECK(pull.source_titles == std::vector<std::string>{"A toolkit, A publisher, 2010"});
    CHECK(pull.tag == "verified");
    CHECK(advice.vehicles[2].ruled_out_by.at(0).law == "An Act, section 1");
    CHECK(advice.vehicles[2].ruled_out_by.at(0).text == "The law does not let an LLP hold it on 22 November 2026.");
    CHECK(advice.warnings.at(0).level == "unlawful");
}

TEST_CASE("what open answers may bring is said as a possibility")
{
    const Advice advice = sample().advice();
    CHECK(advice.models[1].open.at(0).text ==
          "This may still speak for it: A body can employ staff. It depends on “LMC”.");
    CHECK(advice.models[1].band_words ==
          "With the open answers its reasons could still come out anywhere from “points away” to “points towards”.");
}

TEST_CASE("the engine's own findings have words")
{
    const Advice advice = sample().advice();
    CHECK(advice.vehicles[0].why == "This is a usual vehicle for the model “Federation company”.");
    const Statement& readiness = advice.models[3].not_yet.at(1);
    CHECK(contains(readiness.text, "the average over all statements is 3.7 and needs to be 4.1"));
    CHECK(contains(readiness.text, "Shared body (G4)"));
    Sample s = sample();
    engine::Finding none;
    none.engine = "no-carrier";
    s.assessment.vehicles[1].against_it = {none};
    CHECK(s.advice().vehicles[1].why_not == "None of the models that come first now can use this vehicle.");
}

TEST_CASE("a model that waits for legal forms says so, and what could change it")
{
    Sample s = sample();
    engine::Finding lack;
    lack.engine = "no-vehicle";
    lack.because = std::vector<rulebase::QuestionId>{{"lmc"}, {"owners"}};
    s.assessment.models[0].band = engine::Band::NotYet;
    s.assessment.models[0].not_yet = {lack};
    lack.truth = engine::Truth::Unknown;
    s.assessment.models[1].open = {lack};
    const Advice advice = s.advice();
    CHECK(advice.models[0].why_not == "Missing so far: at least two legal forms to choose from.");
    const Statement& waits = advice.models[0].not_yet.at(0);
    CHECK(waits.title == "Too few legal forms are left");
    CHECK(contains(waits.text, "your answers leave fewer than two that can carry it"));
    CHECK(contains(waits.text, "which of these answers you could change"));
    CHECK(waits.because == std::vector<std::string>{"lmc", "owners"});
    CHECK(advice.models[1].open.at(0).text == "It may still have to wait: open answers may leave fewer than two legal "
                                              "forms that can carry it. It depends on “LMC” and “Owners”.");
}

TEST_CASE("what a solicitor, an accountant and a practice manager would say stands under a heading each")
{
    const auto details = sample().advice().vehicles[0].details;
    const std::vector<std::pair<std::string, std::string>> notes = {
        {"A solicitor would say", "The lock is for good."},
        {"An accountant would say", "Plan for two sets of papers."},
        {"A practice manager would say", "Keep a file all year."}};
    CHECK(std::search(details.begin(), details.end(), notes.begin(), notes.end()) != details.end());
}

TEST_CASE("the two gauges stand side by side and are never added up")
{
    const Advice advice = sample().advice();
    CHECK(advice.relationship.in_words == "3.7 on a scale from 1 to 5 (lowest practice 3.2)");
    CHECK(advice.relationship.filled == doctest::Approx(0.675));
    CHECK(advice.deal.in_words == "1 of 2 done, 1 not answered");
    CHECK(advice.deal.rows.at(1).second == "Not answered");
    CHECK(advice.quadrant_title == "Good trust, unfinished paperwork");
}

TEST_CASE("the gradient shows where the group is, where the leading model stands, and what is too deep")
{
    const Advice advice = sample().advice();
    REQUIRE(advice.gradient.size() == 4);
    CHECK(advice.gradient[1].current);
    CHECK(advice.gradient[2].leading);
    CHECK(advice.gradient[2].within_cap);
    CHECK_FALSE(advice.gradient[3].within_cap);
    CHECK(advice.depth_cap == "g4");
}

TEST_CASE("answers are listed with who gave them, and notes are kept")
{
    Sample s = sample();
    s.group.practices[0].notes[{"lmc"}] = "asked in May";
    s.group.practices[1].name.clear();
    s.group.practices[1].respondents = {{"partner", {{{"lmc"}, casefile::Choice{"told"}}}, {}, {}}};
    const Advice advice = s.advice();
    const auto note = std::find_if(advice.answers.begin(), advice.answers.end(),
                                   [](const AnswerLine& line) { return line.note == "asked in May"; });
    REQUIRE(note != advice.answers.end());
    CHECK(note->answer == "Not answered");
    CHECK(std::any_of(advice.answers.begin(), advice.answers.end(),
                      [](const AnswerLine& line)
                      { return line.practice == "Practice p2 (partner)" && line.answer == "Told about it"; }));
}

TEST_CASE("only sources that a statement names are listed")
{
    Sample s = sample();
    s.rules.sources.push_back(s.rules.sources.front());
    s.rules.sources.back().id = {"S99"};
    const Advice advice = s.advice();
    REQUIRE(advice.sources.size() == 1);
    CHECK(advice.sources[0].id == "S01");
}

TEST_CASE("every sentence ends")
{
    for (const std::string& sentence : sentences(sample().advice()))
    {
        CAPTURE(sentence);
        CHECK(ends_well(sentence));
    }
}

TEST_CASE("the same assessment gives the same words")
{
    CHECK(sentences(sample().advice()) == sentences(sample().advice()));
}

TEST_CASE("an empty rule base and case still give an advice")
{
    const Advice advice = put_into_words({}, {}, {});
    CHECK(advice.title == "Untitled group");
    CHECK(advice.models.empty());
}
} // TEST_SUITE("advice")
