// Variants: the tab "What if", the bar that says that one is worked on, and the practices page in one.
#include "desk.h"

#include "casefile/case_file.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/notebook.h>

using namespace gui_test;

namespace
{

template <class Control>
Control* shown(Desk& desk, const std::string& name)
{
    Control* found = nullptr;
    walk_shown(&desk.frame(),
               [&](wxWindow* window)
               {
                   auto* control = dynamic_cast<Control*>(window);
                   if (control && !found && window->IsShownOnScreen() && window->GetName().utf8_string() == name)
                       found = control;
               });
    return found;
}

void open_example(Desk& desk)
{
    REQUIRE(
        desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "marsh-end-and-quay-street.fedcase"));
    desk.menu("What if", "Show the variants");
}

bool bar_shows(Desk& desk)
{
    return shown<wxWindow>(desk, "variant-bar") != nullptr;
}

} // namespace

TEST_SUITE("variants on screen")
{
TEST_CASE("a practice that leaves is one press away, and its difference can be read")
{
    Desk desk;
    open_example(desk);
    CHECK(desk.text_of("what-if").find("A variant is your case with a few things otherwise") != std::string::npos);
    desk.click("Show me");
    REQUIRE(desk.conversation().variants().size() == 1);
    CHECK(desk.conversation().variants()[0].name == "If Marsh End Surgery leaves");
    CHECK(desk.text_of("what-if").find("If Marsh End Surgery leaves, ") != std::string::npos);
    CHECK(desk.text_of("what-if").find("[PC-01]") != std::string::npos);
    CHECK_FALSE(bar_shows(desk)); // looking at it is not working on it
    desk.click("Show me");        // the same again makes no second one
    CHECK(desk.conversation().variants().size() == 1);
    desk.menu("Edit", "Undo");
    CHECK(desk.conversation().variants().empty());
}

TEST_CASE("every page says that a variant is worked on, and its answers leave the case alone")
{
    Desk desk;
    open_example(desk);
    desk.click("Show me");
    desk.click("Work on it");
    CHECK(desk.heading() == "Check your answers");
    for (const char* step :
         {"Practices", "Motivations", "Purposes", "What must hold", "Relationships", "Check your answers", "Result"})
    {
        CAPTURE(step);
        desk.go_to(step);
        CHECK(bar_shows(desk));
        CHECK(desk.shows_text("Variant: If Marsh End Surgery leaves"));
    }
    desk.go_to("What must hold");
    const auto before = desk.conversation().file().answers;
    desk.answer("voting", "By number of patients");
    CHECK(desk.conversation().file().answers == before);
    CHECK(desk.conversation().file().variants[0].changes.size() == 1);
    desk.click("Back to the case itself");
    CHECK_FALSE(bar_shows(desk));
    CHECK(desk.conversation().current_variant().empty());
    CHECK(desk.chosen("voting") != "By number of patients");
}

TEST_CASE("in a variant practices leave and come back, and none can join")
{
    Desk desk;
    open_example(desk);
    desk.click("Show me");
    desk.click("Work on it");
    desk.go_to("Practices");
    auto* list = shown<wxListBox>(desk, "practices");
    REQUIRE(list);
    REQUIRE(list->GetCount() == 2); // the one that leaves stands at the end
    CHECK(list->GetString(1).utf8_string().find("Leaves in this variant") != std::string::npos);
    CHECK(desk.conversation().group().practices.size() == 1);
    list->SetSelection(1);
    wxCommandEvent chosen(wxEVT_LISTBOX, list->GetId());
    chosen.SetEventObject(list);
    list->GetEventHandler()->ProcessEvent(chosen);
    desk.click("Bring it back");
    CHECK(desk.conversation().group().practices.size() == 2);
    CHECK(desk.conversation().file().variants[0].without.empty());
    desk.click("It leaves");
    CHECK(desk.conversation().group().practices.size() == 1);
    CHECK(desk.conversation().file().practices.size() == 2);
}

TEST_CASE("variants are removed after a question, and saved with the case")
{
    Desk desk;
    open_example(desk);
    desk.click("Show me");
    desk.next_path = desk.folder() / "with variants.fedcase";
    desk.menu(wxID_SAVEAS);
    const auto loaded = fedadvise::casefile::load_case(desk.next_path, desk.conversation().engine().rules());
    REQUIRE(loaded.group);
    CHECK(loaded.group->variants == desk.conversation().file().variants);
    CHECK(loaded.group->variants.size() == 1);
    DialogAnswers answers;
    answers.will_answer(wxID_NO);
    desk.click("Remove");
    CHECK(desk.conversation().variants().size() == 1);
    answers.will_answer(wxID_YES);
    desk.click("Remove");
    CHECK(desk.conversation().variants().empty());
    CHECK(answers.asked() == std::vector<std::string>{"Remove a variant", "Remove a variant"});
    CHECK(answers.all_used());
}

TEST_CASE("removing a practice says which variants speak of it")
{
    Desk desk;
    open_example(desk);
    desk.click("Show me");
    desk.go_to("Practices");
    CHECK(desk.conversation().page().practices[0].variants == std::vector<std::string>{"If Marsh End Surgery leaves"});
    CHECK(desk.conversation().page().practices[1].variants.empty());
    DialogAnswers answers;
    answers.will_answer(wxID_YES);
    desk.click("Remove");
    CHECK(desk.conversation().file().practices.size() == 1);
    CHECK(desk.conversation().file().variants[0].without.empty());
    desk.menu("Edit", "Undo");
    CHECK(desk.conversation().file().variants[0].without == std::vector<std::string>{"p1"});
}

TEST_CASE("nothing is added when the question for a name is cancelled or left empty")
{
    Desk desk;
    open_example(desk);
    DialogAnswers answers;
    answers.will_answer(wxID_CANCEL);
    desk.menu("What if", "Add a variant...");
    answers.will_answer(wxID_OK);
    desk.click("Add a variant...");
    CHECK(desk.conversation().variants().empty());
    CHECK(answers.all_used());
}

TEST_CASE("the path stands beside the next steps")
{
    Desk desk;
    open_example(desk);
    auto* parts = shown<wxNotebook>(desk, "result-parts");
    REQUIRE(parts);
    for (std::size_t i = 0; i < parts->GetPageCount(); ++i)
        if (parts->GetPageText(i) == wxS("Next steps"))
            parts->SetSelection(i);
    settle();
    const auto path = desk.conversation().advice().path;
    REQUIRE_FALSE(path.stops.empty());
    CHECK(desk.text_of("path").find(path.headline) != std::string::npos);
    for (const auto& stop : path.stops)
        CHECK(desk.text_of("path").find(stop.name) != std::string::npos);
}
} // TEST_SUITE("variants on screen")
