#include "desk.h"

#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/button.h>

using namespace gui_test;

TEST_SUITE("errors")
{
TEST_CASE("a number that is none is named at its field and summed up on top, with the focus there")
{
    Desk desk;
    desk.click("New group");
    desk.write("total-list", "many");
    CHECK(desk.field_of("total-list").GetValue() == wxS("many"));
    CHECK_FALSE(desk.shows_text("There is a problem"));
    desk.click_named("continue");
    CHECK(desk.heading() == "Practices");
    CHECK(desk.shows_text("There is a problem"));
    CHECK(desk.shows_text("Error: "));
    wxWindow* focus = wxWindow::FindFocus();
    REQUIRE(focus);
    CHECK(focus->GetParent()->GetName() == wxS("error-summary"));

    // The button leads to the field; a right number clears the way
    wxCommandEvent click(wxEVT_BUTTON, focus->GetId());
    click.SetEventObject(focus);
    focus->GetEventHandler()->ProcessEvent(click);
    settle();
    CHECK(wxWindow::FindFocus() == &desk.field_of("total-list"));
    desk.write("total-list", "30000");
    desk.click_named("continue");
    CHECK(desk.heading() == "Motivations");
}

TEST_CASE("an error in another part of the step is summed up, and its button leads there")
{
    Desk desk;
    desk.click("New group");
    desk.go_to("What must hold");
    while (!desk.question("shared-staff"))
        desk.click_named("continue");
    desk.write("shared-staff", "a few");
    for (int presses = 0; presses < 8 && !desk.shows_text("There is a problem"); ++presses)
        desk.click_named("continue");
    CHECK(desk.heading() == "What must hold");
    CHECK_FALSE(desk.question("shared-staff"));
    wxWindow* focus = wxWindow::FindFocus();
    REQUIRE(focus);
    REQUIRE(focus->GetParent()->GetName() == wxS("error-summary"));
    wxCommandEvent click(wxEVT_BUTTON, focus->GetId());
    click.SetEventObject(focus);
    focus->GetEventHandler()->ProcessEvent(click);
    settle();
    CHECK(wxWindow::FindFocus() == &desk.field_of("shared-staff"));

    // Now that errors are shown, Continue does not leave the part either
    desk.click_named("continue");
    CHECK(desk.question("shared-staff"));
    desk.write("shared-staff", "3");
    desk.click_named("continue");
    CHECK_FALSE(desk.question("shared-staff"));
}

TEST_CASE("a wrong ODS code is named in the form of its practice")
{
    Desk desk;
    desk.click("New group");
    desk.click("Add a practice");
    desk.type(desk.field("practice-name"), "Hill Surgery");
    desk.type(desk.field("practice-ods-code"), "not a code!");
    desk.click_named("continue");
    CHECK(desk.heading() == "Hill Surgery");
    CHECK(desk.shows_text("There is a problem"));
    desk.type(desk.field("practice-ods-code"), "A81001");
    desk.click_named("continue");
    CHECK(desk.heading() == "Practices");
}
} // TEST_SUITE("errors")
