// Random walks: whatever people click, in whatever order, no answer is lost and undo is exact.
#include "small_interview.h"

#include "casefile/case_file.h"
#include "engine/engine.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;
using rulebase::AnswerKind;
using rulebase::Question;

namespace
{

/// A walker with a seed; the same seed takes the same walk on every machine.
class Walker
{
public:
    explicit Walker(std::uint64_t seed) : m_random(seed) {}

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random() % count); }

    /// One command that may change the case.
    void change_something(Conversation& talk)
    {
        const auto& practices = talk.group().practices;
        switch (below(10))
        {
        case 0: static_cast<void>(talk.add_practice()); return;
        case 1:
            if (!practices.empty() && below(4) == 0)
                talk.remove_practice(practices[below(practices.size())].id);
            return;
        case 2:
            if (!practices.empty())
                talk.name_practice(practices[below(practices.size())].id, below(4) == 0 ? "" : "Nová praxe", below(3) == 0 ? "wrong" : "A8100" + std::to_string(below(10)));
            return;
        case 3: talk.set_title("Title " + std::to_string(below(5))); return;
        default: answer_something(talk);
        }
    }

    /// One command that only looks.
    void look_somewhere(Conversation& talk)
    {
        const auto steps = talk.steps();
        switch (below(4))
        {
        case 0: static_cast<void>(talk.go_on()); return;
        case 1: talk.go_back(); return;
        default: talk.go_to(steps[below(steps.size())].id);
        }
    }

private:
    void answer_something(Conversation& talk)
    {
        const auto& questions = talk.engine().rules().questions;
        const Question& question = questions[below(questions.size())];
        const auto& practices = talk.group().practices;
        const std::string practice = practices.empty() || below(2) == 0 ? "" : practices[below(practices.size())].id;
        const std::string& id = question.id.value;
        switch (below(8))
        {
        case 0: talk.say_unknown(id, practice); return;
        case 1: talk.clear(id, practice); return;
        case 2: talk.set_note(id, practice, below(3) == 0 ? "" : "poznámka " + std::to_string(below(9))); return;
        default: break;
        }
        static const std::vector<std::string> texts = {"7", "12,000", "x", "-1", "2026-02-29", "2025-05-01", "", "Žižka"};
        if (question.kind == AnswerKind::Scale || question.kind == AnswerKind::Choice)
            talk.choose(id, practice, question.options[below(question.options.size())].id);
        else if (question.kind == AnswerKind::Choices)
            talk.choose_set(id, practice, {question.options[below(question.options.size())].id, question.options[below(question.options.size())].id});
        else
            talk.write(id, practice, texts[below(texts.size())]);
    }

    std::mt19937_64 m_random;
};

bool is_asked(const Conversation& talk, const std::string& question)
{
    const auto& questions = talk.engine().rules().questions;
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const auto& q) { return q.id.value == question; });
    const auto index = static_cast<std::size_t>(found - questions.begin());
    return talk.engine().asked_questions(talk.group()).at(index) != engine::Truth::False;
}

void check_only_asked_questions_are_shown(const Conversation& talk)
{
    for (const SectionScreen& section : talk.page().sections)
        for (const QuestionScreen& screen : section.questions)
            CHECK(is_asked(talk, screen.id));
    for (const casefile::Practice& practice : talk.group().practices)
        for (const QuestionScreen& screen : talk.practice_form(practice.id).questions.questions)
            CHECK(is_asked(talk, screen.id));
}

void walk(const std::shared_ptr<const rulebase::RuleBase>& rules, std::uint64_t seed, int length)
{
    CAPTURE(seed);
    Walker walker(seed);
    Conversation talk = begin(rules);
    std::vector<casefile::Case> cases = {talk.group()};
    for (int i = 0; i < length; ++i)
    {
        walker.change_something(talk);
        if (!(talk.group() == cases.back()))
            cases.push_back(talk.group());
        walker.look_somewhere(talk);
        REQUIRE(talk.group() == cases.back()); // looking changes nothing
        if (i % 8 == 0)
            check_only_asked_questions_are_shown(talk);
        if (i % 16 == 0)
        {
            std::size_t undone = walker.below(4);
            for (; undone > 0 && talk.can_undo(); --undone)
                talk.undo();
            while (talk.can_redo())
                talk.redo();
            REQUIRE(talk.group() == cases.back());
        }
        for (const Step& step : talk.steps())
            REQUIRE(step.answered <= step.asked);
    }
    // The file holds all of it.
    const auto loaded = casefile::read_case(casefile::case_text(talk.group()), "walk", *rules);
    REQUIRE(loaded.group);
    CHECK(*loaded.group == talk.group());
    // And undo leads back over the very same cases.
    for (std::size_t i = cases.size() - 1; i-- > 0;)
    {
        REQUIRE(talk.can_undo());
        talk.undo();
        REQUIRE(talk.group() == cases[i]);
    }
    CHECK_FALSE(talk.can_undo());
}

} // namespace

TEST_SUITE("random walks") {
TEST_CASE("through the small interview lose nothing") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
        walk(small_rules(), seed, 120);
}

TEST_CASE("through the shipped interview lose nothing") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        walk(shipped_rules(), seed, 100);
}
}

TEST_SUITE("shipped interview") {
TEST_CASE("every question stands on a page or in a practice's form") {
    Conversation talk = begin(shipped_rules());
    const std::string practice = talk.add_practice();
    std::vector<std::string> shown;
    for (const Step& step : talk.steps())
    {
        talk.go_to(step.id);
        for (const SectionScreen& section : talk.page().sections)
            for (const QuestionScreen& screen : section.questions)
                shown.push_back(screen.id);
    }
    for (const QuestionScreen& screen : talk.practice_form(practice).questions.questions)
        shown.push_back(screen.id);
    for (const Question& question : talk.engine().rules().questions)
    {
        CAPTURE(question.id.value);
        const bool asked = is_asked(talk, question.id.value);
        CHECK((std::find(shown.begin(), shown.end(), question.id.value) != shown.end()) == asked);
    }
}
}
