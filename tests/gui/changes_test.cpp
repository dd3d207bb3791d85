// What would change the result: the dialog of an option, trying a change, and how firm the result is.

#include "desk.h"

#include "gui/change_dialog.h"
#include "gui/firmness_page.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/notebook.h>

using namespace gui_test;
using fedadvise::gui::ChangeDialog;
using fedadvise::gui::to_utf8;

namespace
{

template <class Control>
Control* inside(wxWindow* root, const std::string& name)
{
    Control* found = nullptr;
    walk_shown(root,
               [&](wxWindow* window)
               {
                   auto* control = dynamic_cast<Control*>(window);
                   if (control && !found && to_utf8(window->GetName()) == name)
                       found = control;
               });
    return found;
}

/// Waits in the dialog until the search is through, notes what it says, and tries the first change or closes it.
class ChangeHand : public wxModalDialogHook
{
public:
    explicit ChangeHand(bool tries) : m_tries(tries) { Register(); }
    std::string text;
    std::vector<std::string> rows;

protected:
    int Enter(wxDialog* dialog) override
    {
        auto* changes = dynamic_cast<ChangeDialog*>(dialog);
        REQUIRE(changes);
        auto* pane = dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(wxS("changes"), dialog));
        auto* list = dynamic_cast<wxListBox*>(wxWindow::FindWindowByName(wxS("changes-to-try"), dialog));
        REQUIRE(pane);
        REQUIRE(list);
        CHECK(until([&] { return to_utf8(pane->GetValue()).find("Looking for") == std::string::npos; }));
        text = to_utf8(pane->GetValue());
        for (const wxString& row : list->GetStrings())
            rows.push_back(to_utf8(row));
        if (!m_tries || rows.empty())
            return wxID_CLOSE;
        list->SetSelection(0);
        return wxID_OK;
    }

private:
    bool m_tries;
};

void open_result(Desk& desk, const std::string& example)
{
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / example));
    desk.go_to("Result");
}

void show_tab(Desk& desk, const std::string& title)
{
    auto* tabs = inside<wxNotebook>(&desk.frame(), "result-parts");
    REQUIRE(tabs);
    for (std::size_t i = 0; i < tabs->GetPageCount(); ++i)
        if (to_utf8(tabs->GetPageText(i)) == title)
            tabs->SetSelection(i);
    settle();
}

} // namespace

TEST_SUITE("changes on screen")
{
TEST_CASE("what would make an option come first can be read and tried as a variant")
{
    Desk desk;
    open_result(desk, "five-valleys.fedcase");
    ChangeHand hand(true);
    desk.frame().explain_change("federation-company");
    settle();
    CHECK(hand.text.find("Federation company would be open to you if two answers were different together.") !=
          std::string::npos);
    CHECK(hand.text.find("“Paid management” would have to be “Part of it” instead of “None”.") != std::string::npos);
    REQUIRE(!hand.rows.empty());
    REQUIRE(desk.conversation().variants().size() == 1);
    CHECK(hand.rows[0] == "To open it: " + desk.conversation().variants()[0].name);
    CHECK(hand.rows.back().starts_with("To come first: "));
    CHECK(desk.text_of("what-if").find("Federation company") != std::string::npos);
    CHECK(desk.conversation().group().answers == desk.conversation().file().answers); // one's own answers stay
}

TEST_CASE("a change of one answer names it with what it would be")
{
    Desk desk;
    open_result(desk, "two-bridges.fedcase");
    ChangeHand hand(true);
    desk.frame().explain_change("pcn");
    settle();
    CHECK(hand.text.find("PCN (primary care network) would come first if one answer were different.") !=
          std::string::npos);
    REQUIRE(!hand.rows.empty());
    CHECK(hand.rows[0].starts_with("To come first: If “"));
    REQUIRE(desk.conversation().variants().size() == 1);
    CHECK(hand.rows[0] == "To come first: " + desk.conversation().variants()[0].name);
    const auto comparison = desk.conversation().comparison(desk.conversation().variants()[0].id);
    REQUIRE(comparison);
    CHECK(comparison->inputs.size() >= 1);
}

TEST_CASE("the button stands beside every model and vehicle, and what circumstances forbid is said so")
{
    Desk desk;
    open_result(desk, "five-valleys.fedcase");
    show_tab(desk, "Legal vehicles");
    {
        ChangeHand hand(false);
        desk.click("What would change this?");
        settle();
        CHECK(!hand.text.empty());
    }
    ChangeHand hand(false);
    desk.frame().explain_change("informal-network");
    CHECK(hand.text.find("comes first already.") != std::string::npos);
    CHECK(hand.rows.empty());
}

TEST_CASE("how firm the result is can be read, and the bars have it in words")
{
    Desk desk;
    open_result(desk, "two-bridges.fedcase");
    show_tab(desk, "How firm");
    const std::string text = desk.text_of("firmness");
    CHECK(text.find("open questions can still change what comes first.") != std::string::npos);
    CHECK(text.find("single answers decide what comes first.") != std::string::npos);
    CHECK(text.find("comes first in nearly all readings") != std::string::npos);
}

TEST_CASE("the live panel names the question that settles most, and what can be skipped")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "two-bridges.fedcase"));
    desk.go_to("Motivations");
    const auto live = desk.conversation().live_panel();
    CHECK(live.undecided.find("The one that settles most is “" + live.next_question + "”.") != std::string::npos);
    CHECK(live.skipped.find("You can skip") != std::string::npos);
    CHECK_FALSE(live.settled);
    desk.menu("View", "Go to the question that settles most");
    CHECK(desk.question(live.next_place.question, live.next_place.practice) != nullptr);
    CHECK(desk.conversation().current_step() == live.next_place.step);
}

TEST_CASE("a question to which no answer changes anything is skipped, says so, and opens on request")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "two-bridges.fedcase"));
    std::string skipped;
    for (const fedadvise::wizard::Step& step : desk.conversation().steps())
    {
        if (step.kind != fedadvise::wizard::PageKind::Questions || !skipped.empty())
            continue;
        desk.go_to(step.title);
        for (const auto& section : desk.conversation().page().sections)
            for (const auto& question : section.questions)
                if (!question.skip.empty() && skipped.empty())
                {
                    skipped = question.id;
                    CHECK(step.skipped > 0);
                    CHECK(step.state_words.find(" skipped") != std::string::npos);
                }
    }
    REQUIRE_FALSE(skipped.empty());
    for (int part = 0; desk.question(skipped) == nullptr && part < 8; ++part)
        desk.click("Continue");
    wxWindow* panel = desk.question(skipped);
    REQUIRE(panel);
    const auto answers_shown = [&]
    {
        std::size_t shown = 0;
        walk_shown(panel,
                   [&](wxWindow* window)
                   {
                       shown += wxDynamicCast(window, wxRadioButton) || wxDynamicCast(window, wxCheckBox) ||
                                        wxDynamicCast(window, wxTextCtrl)
                                    ? 1U
                                    : 0U;
                   });
        return shown;
    };
    CHECK(desk.shows_text("Skipped. With your answers so far, no answer to it changes anything."));
    CHECK(answers_shown() == 0);
    desk.click("Answer it anyway");
    CHECK(answers_shown() > 0);
    CHECK(desk.shows_text("You can skip this."));
}
} // TEST_SUITE("changes on screen")
