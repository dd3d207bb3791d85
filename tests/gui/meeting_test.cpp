// Questions in large letters for a room, answered from the keyboard.
#include "desk.h"

#include "gui/meeting_frame.h"
#include "gui/text.h"

#include <doctest/doctest.h>

using namespace gui_test;
using fedadvise::gui::MeetingFrame;
using fedadvise::gui::to_utf8;

namespace
{

struct Room
{
    explicit Room(Desk& desk) : frame(desk.frame().begin_meeting()) { settle(); }
    ~Room()
    {
        if (frame != nullptr)
            frame->Destroy();
        settle();
    }
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;
    MeetingFrame* frame;
};

bool shows(MeetingFrame& frame, const std::string& part)
{
    bool found = false;
    walk_shown(&frame,
               [&](wxWindow* window) { found = found || to_utf8(window->GetLabel()).find(part) != std::string::npos; });
    return found;
}

} // namespace

TEST_SUITE("questions for a room")
{
TEST_CASE("a room answers by digits alone, and the window behind has the answers")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "two-bridges.fedcase"));
    desk.go_to("Purposes");
    Room room(desk);
    REQUIRE(room.frame != nullptr);
    const std::string question = room.frame->screen().question;
    const std::size_t practices = desk.conversation().group().practices.size();
    REQUIRE(practices > 1);
    for (std::size_t i = 0; i < practices; ++i)
        CHECK(room.frame->press('4'));
    settle();
    for (const auto& practice : desk.conversation().group().practices)
        CHECK(practice.answers.contains({question}));
    CHECK(shows(*room.frame, std::to_string(practices) + " practices (chosen)"));
    CHECK(room.frame->press(WXK_RIGHT));
    CHECK(room.frame->screen().question != question);
    CHECK_FALSE(room.frame->press('Q'));
}

TEST_CASE("letters are large enough for five metres, and nothing is cut off")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "two-bridges.fedcase"));
    desk.go_to("Purposes");
    Room room(desk);
    REQUIRE(room.frame != nullptr);
    const int height = room.frame->GetClientSize().y;
    std::size_t buttons = 0;
    walk_shown(room.frame,
               [&](wxWindow* window)
               {
                   if (wxDynamicCast(window, wxButton) == nullptr)
                       return;
                   ++buttons;
                   CHECK(window->GetFont().GetPixelSize().y >= height / 26);
                   CHECK(window->GetSize().x >= window->GetBestSize().x);
               });
    CHECK(buttons == room.frame->screen().options.size());
}

TEST_CASE("without a case there is nothing to ask a room")
{
    Desk desk;
    CHECK(desk.frame().begin_meeting() == nullptr);
}
} // TEST_SUITE("questions for a room")
