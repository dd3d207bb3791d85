#include "desk.h"

#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/listbox.h>
#include <wx/uiaction.h>

using namespace gui_test;

namespace
{

wxListBox* shown_list(wxWindow& frame)
{
    wxListBox* found = nullptr;
    walk_shown(&frame,
               [&](wxWindow* window)
               {
                   if (auto* list = dynamic_cast<wxListBox*>(window); list && !found)
                       found = list;
               });
    return found;
}

} // namespace

TEST_SUITE("start screen")
{
TEST_CASE("it names the program and offers the worked examples by their titles")
{
    Desk desk;
    CHECK(desk.title() == "Federation Adviser");
    CHECK(desk.heading() == "Federation Adviser");
    CHECK(desk.shows_text("no legal, tax or pensions advice"));
    wxListBox* list = shown_list(desk.frame());
    REQUIRE(list);
    CHECK(list->GetCount() == 11);
    CHECK(list->FindString(wxS("Five Valleys")) != wxNOT_FOUND);
}

TEST_CASE("an example opens under no name, so that nobody overwrites it")
{
    Desk desk;
    wxListBox* list = shown_list(desk.frame());
    REQUIRE(list);
    list->SetSelection(list->FindString(wxS("Five Valleys")));
    desk.click("Open this example");
    CHECK(desk.title() == "Five Valleys — Federation Adviser");
    CHECK(desk.text_of("group-title") == "Five Valleys");
    DialogAnswers dialogs;
    desk.menu(wxID_SAVE); // asks for a path, gets none
    CHECK(desk.conversation().group().title == "Five Valleys");
}

TEST_CASE("a new group begins with the practices")
{
    Desk desk;
    desk.click("New group");
    CHECK(desk.heading() == "Practices");
    CHECK(desk.title() == "Untitled group — Federation Adviser");
}

TEST_CASE("mouse and keyboard of the real display reach it")
{
    Desk desk;
    desk.click("New group");
    wxTextCtrl& title = desk.field("group-title");
    desk.frame().Raise();
    wxUIActionSimulator hands;
    hands.MouseMove(title.GetScreenPosition() + wxPoint(20, 10));
    settle();
    hands.MouseClick();
    until([&] { return title.HasFocus(); });
    hands.Text("Hill");
    until([&] { return title.GetValue() == wxS("Hill"); });
    CHECK(title.GetValue() == wxS("Hill"));
}
} // TEST_SUITE("start screen")
