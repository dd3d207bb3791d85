#include "wizard/meeting.h"
#include "small_interview.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

namespace
{

/// Three named practices under the shipped rules.
Conversation three_practices()
{
    Conversation talk = begin(shipped_rules());
    for (const char* name : {"Hill", "Mill", "Quay"})
        talk.name_practice(talk.add_practice(), name, "");
    return talk;
}

RoomScreen at(Meeting& meeting, const Conversation& talk, const std::string& question)
{
    meeting.go_to(talk, question);
    return meeting.screen(talk);
}

std::vector<std::string> who_chose(const RoomScreen& screen, int key)
{
    for (const RoomOption& option : screen.options)
        if (option.key == key)
            return option.names;
    return {"no such key"};
}

} // namespace

TEST_SUITE("meeting")
{
TEST_CASE("practices answer one after the other, and the room sees how many chose what")
{
    Conversation talk = three_practices();
    Meeting meeting;
    CHECK(at(meeting, talk, "motive.workforce").turn == "Hill answers (1 of 3)");
    CHECK(meeting.press(talk, 4));
    CHECK(meeting.screen(talk).turn == "Mill answers (2 of 3)");
    CHECK(meeting.press(talk, 1));
    CHECK(meeting.press(talk, unknown_key));
    const RoomScreen screen = meeting.screen(talk);
    CHECK(screen.question == "motive.workforce");
    CHECK(screen.turn == "Quay answers (3 of 3)"); // all have answered: it stays
    CHECK(screen.summary == "3 of 3 practices have answered.");
    CHECK(who_chose(screen, 4) == std::vector<std::string>{"Hill"});
    CHECK(who_chose(screen, 1) == std::vector<std::string>{"Mill"});
    CHECK(who_chose(screen, unknown_key) == std::vector<std::string>{"Quay"});
    CHECK(screen.options[3].words == "1 practice");
    meeting.shows_names = true;
    CHECK(meeting.screen(talk).options[3].words == "1 practice: Hill");
    CHECK(talk.group().practices[0].answers.at({"motive.workforce"}) == casefile::Answer{casefile::Number{3}});
}

TEST_CASE("a slip is mended where it was made, and can be undone")
{
    Conversation talk = three_practices();
    Meeting meeting;
    (void)at(meeting, talk, "motive.workforce");
    CHECK(meeting.press(talk, 4));
    meeting.previous_practice(talk);
    CHECK(meeting.press(talk, 2));
    CHECK(who_chose(meeting.screen(talk), 2) == std::vector<std::string>{"Hill"});
    CHECK(who_chose(meeting.screen(talk), 4).empty());
    CHECK(meeting.screen(talk).turn == "Mill answers (2 of 3)");
    meeting.previous_practice(talk);
    meeting.previous_practice(talk); // there is none before the first
    meeting.clear(talk);
    CHECK(talk.group().practices[0].answers.empty());
    talk.undo();
    CHECK(talk.group().practices[0].answers.size() == 1);
    CHECK_FALSE(meeting.press(talk, 9)); // no such option
    CHECK(talk.group().practices[0].answers.size() == 1);
}

TEST_CASE("what the group decides is asked of the group, and so is everything while no practice is listed")
{
    Conversation talk = begin(shipped_rules());
    Meeting meeting;
    const RoomScreen alone = at(meeting, talk, "motive.workforce");
    CHECK(alone.turn == "The group answers");
    CHECK(alone.summary == "Not answered yet.");
    CHECK(meeting.press(talk, 3));
    CHECK(talk.group().answers.size() == 1);
    CHECK(meeting.screen(talk).options[2].chosen);
    CHECK(meeting.screen(talk).options[2].words.empty());

    talk = three_practices();
    CHECK(at(meeting, talk, "jurisdiction").turn == "The group answers");
}

TEST_CASE("every question with options comes by in the order of the interview, and the ends hold")
{
    Conversation talk = three_practices();
    Meeting meeting;
    const std::size_t questions = meeting.screen(talk).questions;
    CHECK(questions > 80);
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < questions + 5; ++i)
    {
        const RoomScreen screen = meeting.screen(talk);
        if (seen.empty() || seen.back() != screen.question)
            seen.push_back(screen.question);
        CHECK(screen.options.size() >= 3);
        CHECK_FALSE(screen.prompt.empty());
        meeting.go_on(talk);
    }
    CHECK(seen.size() == questions);
    CHECK(meeting.screen(talk).number == questions);
    meeting.go_back(talk);
    CHECK(meeting.screen(talk).question == seen[questions - 2]);
    // A question that is typed at the desk leads to the next one that a room can answer.
    CHECK_FALSE(at(meeting, talk, "list-size").question.empty());
    CHECK(at(meeting, talk, "list-size").question != "list-size");
}

TEST_CASE("what the group said counts for practices that have not answered, and says so")
{
    Conversation talk = three_practices();
    talk.choose("motive.workforce", "", "2");
    Meeting meeting;
    CHECK(at(meeting, talk, "motive.workforce").summary.find("the group's answer counts: ") != std::string::npos);
    for (int i = 0; i < 3; ++i)
        CHECK(meeting.press(talk, 1));
    CHECK(meeting.screen(talk).summary == "3 of 3 practices have answered.");
}
}
