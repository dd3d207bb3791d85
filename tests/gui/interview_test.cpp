#include "desk.h"

#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/listbox.h>
#include <wx/notebook.h>
#include <wx/scrolwin.h>

using namespace gui_test;

namespace
{

template <class Control>
Control* shown(Desk& desk)
{
    Control* found = nullptr;
    walk_shown(&desk.frame(),
               [&](wxWindow* window)
               {
                   if (auto* control = dynamic_cast<Control*>(window); control && !found && window->IsShownOnScreen())
                       found = control;
               });
    return found;
}

/// Presses Continue until the heading is there.
void continue_to(Desk& desk, const std::string& heading)
{
    CAPTURE(heading);
    for (int presses = 0; presses < 12 && desk.heading() != heading; ++presses)
        desk.click_named("continue");
    REQUIRE(desk.heading() == heading);
}

} // namespace

TEST_SUITE("interview")
{
TEST_CASE("clicking and typing from a new group to the result")
{
    Desk desk;
    desk.click("New group");
    desk.type(desk.field("group-title"), "Dŵr Valley");
    CHECK(desk.title() == "Dŵr Valley* — Federation Adviser");

    // Practices
    const char* names[] = {"Hill Surgery", "Brook Medical Centre"};
    for (const char* name : names)
    {
        desk.click("Add a practice");
        const std::string id = desk.conversation().group().practices.back().id;
        desk.type(desk.field("practice-name"), name);
        desk.type(desk.field("practice-ods-code"), "A81001");
        desk.write("list-size", "9100", id);
        desk.answer("contract-type", "GMS", id);
        CHECK(desk.chosen("contract-type", id) == "GMS");
        desk.click_named("continue");
        CHECK(desk.heading() == "Practices");
    }
    auto* list = shown<wxListBox>(desk);
    REQUIRE(list);
    REQUIRE(list->GetCount() == 2);
    CHECK(fedadvise::gui::to_utf8(list->GetString(0)).find("Hill Surgery (A81001): 9,100 patients") == 0);
    desk.answer("jurisdiction", "England");

    // Motivations: the live panel follows at once
    continue_to(desk, "Motivations");
    const std::string live_before = desk.text_of("live");
    desk.answer("motive.workforce", "A decisive reason");
    CHECK(desk.chosen("motive.workforce") == "A decisive reason");
    CHECK(desk.text_of("live") != live_before);

    // Purposes stand in five parts; Continue leads through them
    continue_to(desk, "Purposes");
    desk.answer("purpose.extended-access", "Essential");
    desk.click_named("continue");
    CHECK(desk.heading() == "Purposes");
    CHECK(desk.question("purpose.extended-access") == nullptr);
    desk.click_named("back");
    CHECK(desk.chosen("purpose.extended-access") == "Essential");

    // What must hold
    continue_to(desk, "What must hold");
    continue_to(desk, "Relationships");
    desk.answer("readiness.RR01", "Agree");
    CHECK(desk.chosen("readiness.RR01") == "Agree");

    // Check your answers
    continue_to(desk, "Check your answers");
    auto* answers = shown<wxDataViewListCtrl>(desk);
    REQUIRE(answers);
    bool england = false;
    for (unsigned row = 0; row < static_cast<unsigned>(answers->GetItemCount()); ++row)
        england |= answers->GetTextValue(row, 3) == wxS("England");
    CHECK(england);

    // Result: the words on screen are the words of the advice
    desk.click_named("continue");
    const fedadvise::report::Advice advice = desk.conversation().advice();
    REQUIRE_FALSE(advice.headline.empty());
    CHECK(desk.text_of("headline") == advice.headline.front());
    auto* parts = shown<wxNotebook>(desk);
    REQUIRE(parts);
    CHECK(parts->GetPageCount() == 11);
    parts->SetSelection(1);
    settle();
    auto* models = shown<wxDataViewListCtrl>(desk);
    REQUIRE(models);
    CHECK(static_cast<std::size_t>(models->GetItemCount()) == advice.models.size());
    CHECK(fedadvise::gui::to_utf8(models->GetTextValue(0, 0)) == advice.models.front().name);
    CHECK(desk.shows_text(advice.models.front().summary));
}

TEST_CASE("going back and jumping about keeps every answer")
{
    Desk desk;
    desk.click("New group");
    desk.answer("jurisdiction", "Scotland");
    desk.go_to("Motivations");
    desk.answer("motive.workforce", "A minor reason");
    desk.go_to("Result");
    desk.go_to("Practices");
    CHECK(desk.chosen("jurisdiction") == "Scotland");
    desk.go_to("Motivations");
    CHECK(desk.chosen("motive.workforce") == "A minor reason");
}

TEST_CASE("a question without an answer shows none")
{
    Desk desk;
    desk.click("New group");
    CHECK(desk.chosen("jurisdiction") == "");
    desk.answer("jurisdiction", "Wales");
    desk.click("Clear the answer");
    CHECK(desk.chosen("jurisdiction") == "");
}

TEST_CASE("we do not know is an answer of its own")
{
    Desk desk;
    desk.click("New group");
    desk.answer("jurisdiction", "We do not know");
    CHECK(desk.chosen("jurisdiction") == "We do not know");
    desk.write("total-list", "30000");
    desk.answer("total-list", "We do not know");
    CHECK(desk.field_of("total-list").GetValue() == wxString());
    CHECK(desk.chosen("total-list") == "We do not know");
}

TEST_CASE("sets take several answers")
{
    Desk desk;
    desk.click("New group");
    desk.go_to("What must hold");
    auto* part = shown<wxChoice>(desk);
    REQUIRE(part);
    for (unsigned i = 0; i < part->GetCount() && !desk.question("owners"); ++i)
    {
        part->SetSelection(static_cast<int>(i));
        wxCommandEvent event(wxEVT_CHOICE, part->GetId());
        event.SetEventObject(part);
        event.SetInt(static_cast<int>(i));
        part->GetEventHandler()->ProcessEvent(event);
        settle();
    }
    desk.answer("owners", "Patients or local people");
    const std::string one = desk.chosen("owners");
    CHECK(one == "Patients or local people");
    desk.answer("owners", "NHS trusts or charities");
    CHECK(desk.chosen("owners") == "NHS trusts or charities, Patients or local people");
    desk.answer("owners", "We do not know");
    CHECK(desk.chosen("owners") == "We do not know");
}

TEST_CASE("undo and redo go through the menu")
{
    Desk desk;
    desk.click("New group");
    desk.answer("jurisdiction", "England");
    desk.answer("jurisdiction", "Wales");
    desk.menu("Edit", "Undo");
    CHECK(desk.chosen("jurisdiction") == "England");
    desk.menu("Edit", "Undo");
    CHECK(desk.chosen("jurisdiction") == "");
    desk.menu("Edit", "Redo");
    CHECK(desk.chosen("jurisdiction") == "England");
}

TEST_CASE("an answer moves neither the focus nor the page")
{
    Desk desk;
    desk.click("New group");
    desk.go_to("Motivations");
    wxWindow* panel = desk.question("motive.workforce");
    REQUIRE(panel);
    auto* page = dynamic_cast<wxScrolledWindow*>(panel->GetGrandParent());
    REQUIRE(page);
    page->Scroll(0, 20);
    settle();
    const int place = page->GetViewStart().y;
    desk.answer("motive.workforce", "A minor reason");
    CHECK(desk.question("motive.workforce") == panel);
    CHECK(page->GetViewStart().y == place);
}

TEST_CASE("the page follows the focus of the keyboard")
{
    Desk desk;
    desk.click("New group");
    wxTextCtrl& far_below = desk.field_of("total-list");
    far_below.SetFocus();
    settle();
    wxWindow* page = far_below.GetParent()->GetGrandParent();
    const int top = page->ScreenToClient(far_below.GetScreenPosition()).y;
    CHECK(top >= 0);
    CHECK(top + far_below.GetSize().y <= page->GetClientSize().y);
}

TEST_CASE("what is being typed survives an answer to another question")
{
    Desk desk;
    desk.click("New group");
    desk.field_of("total-list").ChangeValue(wxS("300"));
    desk.answer("jurisdiction", "England");
    CHECK(desk.field_of("total-list").GetValue() == wxS("300"));
}

TEST_CASE("a practice goes only after a question, and comes back with undo")
{
    Desk desk;
    desk.click("New group");
    desk.click("Add a practice");
    desk.type(desk.field("practice-name"), "Hill Surgery");
    desk.click_named("back");
    {
        DialogAnswers dialogs;
        dialogs.will_answer(wxID_NO);
        desk.click("Remove");
        CHECK(desk.conversation().group().practices.size() == 1);
        dialogs.will_answer(wxID_YES);
        desk.click("Remove");
        CHECK(desk.conversation().group().practices.empty());
        CHECK(dialogs.all_used());
    }
    desk.menu("Edit", "Undo");
    CHECK(desk.conversation().group().practices.size() == 1);
}

TEST_CASE("Change leads from the check to the question")
{
    Desk desk;
    desk.click("New group");
    desk.answer("jurisdiction", "England");
    desk.go_to("Check your answers");
    desk.click("Change this answer");
    CHECK(desk.heading() == "Practices");
}

TEST_CASE("a note is kept")
{
    Desk desk;
    desk.click("New group");
    desk.click("Add a note");
    wxTextCtrl* note = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
    REQUIRE(note);
    desk.type(*note, "Asked the health board.");
    REQUIRE(desk.conversation().group().notes.size() == 1);
    CHECK(desk.conversation().group().notes.begin()->second == "Asked the health board.");
}
} // TEST_SUITE("interview")
