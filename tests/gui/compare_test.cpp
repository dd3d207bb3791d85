// Comparing on the result page, and what the interview says before the result.

#include "desk.h"

#include "gui/look.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/choice.h>
#include <wx/notebook.h>

#include <algorithm>

using namespace gui_test;
using fedadvise::gui::to_utf8;
using fedadvise::gui::WrappedCheck;

namespace
{

template <class Control>
Control* shown_named(Desk& desk, const std::string& name)
{
    Control* found = nullptr;
    walk_shown(&desk.frame(),
               [&](wxWindow* window)
               {
                   if (auto* control = dynamic_cast<Control*>(window);
                       control && !found && window->IsShownOnScreen() && to_utf8(window->GetName()) == name)
                       found = control;
               });
    return found;
}

std::vector<WrappedCheck*> boxes(Desk& desk)
{
    std::vector<WrappedCheck*> found;
    auto* list = shown_named<wxWindow>(desk, "compare-options");
    REQUIRE(list);
    walk_shown(list,
               [&](wxWindow* window)
               {
                   if (auto* box = dynamic_cast<WrappedCheck*>(window))
                       found.push_back(box);
               });
    return found;
}

void press(wxCheckBox& box)
{
    REQUIRE(box.IsEnabled());
    box.SetValue(!box.GetValue());
    wxCommandEvent event(wxEVT_CHECKBOX, box.GetId());
    event.SetEventObject(&box);
    event.SetInt(box.GetValue() ? 1 : 0);
    box.GetEventHandler()->ProcessEvent(event);
    settle();
}

void choose(wxChoice& choice, int row)
{
    choice.SetSelection(row);
    wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
    event.SetEventObject(&choice);
    event.SetInt(row);
    choice.GetEventHandler()->ProcessEvent(event);
    settle();
}

std::ptrdiff_t ticked(const std::vector<WrappedCheck*>& list)
{
    return std::count_if(list.begin(), list.end(), [](const WrappedCheck* box) { return box->GetValue(); });
}

/// Opens the example and goes to the part "Compare" of its result.
void open_compare(Desk& desk, const std::string& example)
{
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / example));
    settle();
    desk.go_to("Result");
    auto* parts = shown_named<wxNotebook>(desk, "result-parts");
    REQUIRE(parts);
    for (std::size_t i = 0; i < parts->GetPageCount(); ++i)
        if (parts->GetPageText(i) == wxS("Compare"))
            parts->SetSelection(i);
    settle();
}

} // namespace

TEST_SUITE("compare")
{
TEST_CASE("what leads is chosen at first, and two to four can be")
{
    Desk desk;
    open_compare(desk, "larkfield-pcn.fedcase");
    const auto list = boxes(desk);
    const fedadvise::report::Advice advice = desk.conversation().advice();
    REQUIRE(list.size() == advice.models.size());
    const std::vector<std::string> first = fedadvise::report::options_to_compare_first(advice.models);
    for (std::size_t i = 0; i < list.size(); ++i)
        CHECK(list[i]->GetValue() == (std::find(first.begin(), first.end(), advice.models[i].id) != first.end()));

    std::size_t next = 0;
    while (ticked(list) < 4)
    {
        while (list[next]->GetValue())
            ++next;
        press(*list[next]);
    }
    CHECK(desk.text_of("compare-hint").find("Four are chosen") == 0);
    for (const WrappedCheck* box : list)
        CHECK(box->IsEnabled() == box->GetValue());
    for (WrappedCheck* box : list)
        if (box->GetValue() && ticked(list) > 1)
            press(*box);
    CHECK(desk.text_of("comparison").find("Choose at least two") == 0);
    for (const WrappedCheck* box : list)
        CHECK(box->IsEnabled());
}

TEST_CASE("the words are those of the comparison, in short or one aspect with its sources")
{
    Desk desk;
    open_compare(desk, "northmoor.fedcase");
    const fedadvise::report::Advice advice = desk.conversation().advice();
    const auto comparison =
        fedadvise::report::compare(advice, fedadvise::report::options_to_compare_first(advice.models));
    std::string text = desk.text_of("comparison");
    for (const fedadvise::report::ComparisonRow& row : comparison.rows)
    {
        CAPTURE(row.aspect.name);
        CHECK(text.find(row.aspect.name) != std::string::npos);
        for (const fedadvise::report::ComparisonCell& cell : row.cells)
            CHECK(text.find(cell.text) != std::string::npos);
    }
    auto* aspects = shown_named<wxChoice>(desk, "compare-aspect");
    REQUIRE(aspects);
    REQUIRE(aspects->GetCount() == comparison.rows.size() + 1);
    choose(*aspects, 1);
    text = desk.text_of("comparison");
    CHECK(text.find(comparison.rows[0].cells[0].text) != std::string::npos);
    CHECK(text.find(comparison.rows[1].cells[0].text) == std::string::npos);
    CHECK(text.find(comparison.rows[0].cells[0].source_titles.front()) != std::string::npos);
}

TEST_CASE("vehicles can be compared, and the choice of models is still there afterwards")
{
    Desk desk;
    open_compare(desk, "larkfield-pcn.fedcase");
    press(*boxes(desk).back());
    const std::ptrdiff_t before = ticked(boxes(desk));
    auto* kind = shown_named<wxChoice>(desk, "compare-kind");
    REQUIRE(kind);
    choose(*kind, 1);
    CHECK(boxes(desk).size() == desk.conversation().advice().vehicles.size());
    CHECK(ticked(boxes(desk)) >= 2);
    choose(*kind, 0);
    CHECK(ticked(boxes(desk)) == before);
    CHECK(boxes(desk).back()->GetValue());
}
} // TEST_SUITE("compare")

TEST_SUITE("before the result")
{
TEST_CASE("aims that pull apart are read beside the questions and on the check page")
{
    Desk desk;
    desk.click("New group");
    desk.go_to("Motivations");
    desk.answer("motive.keep-independence", "A decisive reason");
    desk.answer("motive.succession", "A decisive reason");
    CHECK(desk.text_of("live").find("Two of your aims pull apart") != std::string::npos);
    CHECK(shown_named<wxWindow>(desk, "notices") == nullptr);
    desk.go_to("Check your answers");
    REQUIRE(shown_named<wxWindow>(desk, "notices"));
    CHECK(desk.shows_text("“Replacing partners who leave” (a decisive reason) pulls towards"));
    desk.go_to("Motivations");
    desk.answer("motive.succession", "Not a reason");
    desk.go_to("Check your answers");
    CHECK(shown_named<wxWindow>(desk, "notices") == nullptr);
}

TEST_CASE("after a threat alone Continue goes on, and the next page asks for a purpose")
{
    Desk desk;
    desk.click("New group");
    desk.go_to("Motivations");
    for (const fedadvise::rulebase::Question& question : desk.conversation().engine().rules().questions)
        if (question.family == "motive")
            desk.answer(question.id.value,
                        question.id.value == "motive.external-threat" ? "A decisive reason" : "Not a reason");
    for (int presses = 0; presses < 6 && desk.heading() == "Motivations"; ++presses)
        desk.click_named("continue");
    REQUIRE(desk.heading() == "Purposes");
    REQUIRE(shown_named<wxWindow>(desk, "notices"));
    CHECK(desk.shows_text("Lesson 1: motives vary"));
    desk.click("Change your motivations");
    CHECK(desk.heading() == "Motivations");
}
} // TEST_SUITE("before the result")
