#include "desk.h"

#include "casefile/case_file.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace fedadvise;
using namespace gui_test;

TEST_SUITE("files")
{
TEST_CASE("a saved case opens again with its answers")
{
    Desk desk;
    desk.click("New group");
    desk.type(desk.field("group-title"), "Tŷ Group");
    desk.answer("jurisdiction", "Wales");
    desk.next_path = desk.folder() / gui::utf8_to_path("tŷ");
    desk.menu(wxID_SAVE);
    CHECK(desk.title() == "Tŷ Group — Federation Adviser");
    const auto path = desk.folder() / gui::utf8_to_path("tŷ.fedcase");
    REQUIRE(std::filesystem::exists(path));
    desk.menu(wxID_CLOSE);
    CHECK(desk.title() == "Federation Adviser");
    CHECK(desk.frame().open_file(path));
    settle();
    CHECK(desk.chosen("jurisdiction") == "Wales");
}

TEST_CASE("unsaved changes are asked about, and cancelling keeps everything")
{
    Desk desk;
    desk.click("New group");
    desk.answer("jurisdiction", "England");
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CANCEL);
    desk.menu(wxID_CLOSE);
    CHECK(desk.chosen("jurisdiction") == "England");
    CHECK(dialogs.asked() == std::vector<std::string>{"Unsaved changes"});
    dialogs.will_answer(wxID_NO);
    desk.menu(wxID_CLOSE);
    CHECK(desk.title() == "Federation Adviser");
    CHECK(dialogs.all_used());
}

TEST_CASE("the window does not close over unsaved changes")
{
    Desk desk;
    desk.click("New group");
    desk.field("group-title").ChangeValue(wxS("Being typed")); // not handed over yet
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CANCEL);
    CHECK_FALSE(desk.frame().Close());
    CHECK(desk.conversation().group().title == "Being typed");
    CHECK(dialogs.all_used());
}

TEST_CASE("a file that is no case is refused in words")
{
    Desk desk;
    const auto path = desk.folder() / "bad.fedcase";
    std::ofstream(path) << "{\"format\": \"something else\"}";
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_OK);
    CHECK_FALSE(desk.frame().open_file(path));
    CHECK(dialogs.asked() == std::vector<std::string>{"This case cannot be opened"});
}

TEST_CASE("after a crash the answers are offered, and restored")
{
    TemporaryFolder folder;
    {
        Desk desk(folder.path());
        desk.click("New group");
        desk.type(desk.field("group-title"), "Lost and found");
        desk.answer("jurisdiction", "Scotland");
    } // gone without a clean close
    {
        Desk desk(folder.path());
        DialogAnswers dialogs;
        dialogs.will_answer(wxID_YES);
        CHECK(desk.frame().offer_recovery());
        settle();
        CHECK(desk.title() == "Lost and found* — Federation Adviser");
        CHECK(desk.chosen("jurisdiction") == "Scotland");
    }
    {
        Desk desk(folder.path());
        DialogAnswers dialogs;
        dialogs.will_answer(wxID_CANCEL); // only closed: nothing is thrown away
        CHECK(desk.frame().offer_recovery());
    }
    {
        Desk desk(folder.path());
        DialogAnswers dialogs;
        dialogs.will_answer(wxID_NO);
        CHECK_FALSE(desk.frame().offer_recovery());
    }
    Desk desk(folder.path());
    DialogAnswers dialogs;
    CHECK_FALSE(desk.frame().offer_recovery());
    CHECK(dialogs.asked().empty());
}

TEST_CASE("saving ends the need for recovery")
{
    TemporaryFolder folder;
    {
        Desk desk(folder.path());
        desk.click("New group");
        desk.answer("jurisdiction", "Scotland");
        desk.next_path = folder.path() / "saved.fedcase";
        desk.menu(wxID_SAVE);
    }
    Desk desk(folder.path());
    DialogAnswers dialogs;
    CHECK_FALSE(desk.frame().offer_recovery());
}

TEST_CASE("an opened case stands among the recent ones")
{
    TemporaryFolder folder;
    const auto path = folder.path() / "recent.fedcase";
    casefile::Case group;
    group.title = "Recent group";
    REQUIRE(casefile::save_case(path, group));
    {
        Desk desk(folder.path());
        CHECK(desk.frame().open_file(path));
    }
    Desk desk(folder.path());
    desk.click("Open this case");
    CHECK(desk.title() == "Recent group — Federation Adviser");
}
} // TEST_SUITE("files")
