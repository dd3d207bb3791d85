// Sizes that people have: nothing is cut off, nothing hides.

#include "desk.h"
#include "reports_on.h"

#include "gui/look.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/checkbox.h>
#include <wx/radiobut.h>
#include <wx/simplebook.h>
#include <wx/utils.h>

using namespace gui_test;

namespace
{

/// Texts and options that stick out of their page at the right, or are lower than their text.
std::string cut_off(wxWindow& root)
{
    std::string found;
    walk_shown(&root,
               [&](wxWindow* window)
               {
                   const bool text = dynamic_cast<fedadvise::gui::WrappedText*>(window) != nullptr;
                   if ((!text && !dynamic_cast<wxRadioButton*>(window) && !dynamic_cast<wxCheckBox*>(window)) ||
                       !window->IsShownOnScreen())
                       return;
                   const wxSize size = window->GetSize();
                   const wxSize best = window->GetBestSize();
                   const int room = window->GetParent()->GetClientSize().x;
                   if (size.y < best.y || window->GetPosition().x + size.x > room + 1)
                       found +=
                           fedadvise::gui::to_utf8(window->GetLabel()) +
                           fedadvise::gui::to_utf8(wxString::Format(wxS(" (%d of %d high, to %d of %d)\n"), size.y,
                                                                    best.y, window->GetPosition().x + size.x, room));
               });
    return found;
}

void set_size(Desk& desk, wxSize size)
{
    desk.frame().SetSize(size);
    until([&] { return desk.frame().GetSize() == size; });
    // The size comes first, the event that lays out the window some time after it
    wxWindow* book = nullptr;
    for (wxWindow* child : desk.frame().GetChildren())
    {
        if (dynamic_cast<wxSimplebook*>(child))
            book = child;
    }
    REQUIRE(book);
    CHECK(until([&] { return book->GetSize().x == desk.frame().GetClientSize().x; }));
    settle();
}

} // namespace

TEST_SUITE("layout")
{
TEST_CASE("texts and options fit their pages in windows of every size")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase"));
    settle();
    for (const wxSize size : {wxSize(1180, 720), wxSize(800, 580), wxSize(640, 480), wxSize(1300, 740)})
    {
        CAPTURE(size.x);
        set_size(desk, size);
        for (const char* step : {"practices", "motivations", "relationships"})
        {
            const std::string name = step;
            CAPTURE(name);
            // Through the undo-free door, since the list of steps may be a choice
            if (name == "practices")
                desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase");
            else
                desk.click_named("continue");
            settle();
            until([&] { return cut_off(desk.frame()).empty(); });
            CHECK(cut_off(desk.frame()) == "");
        }
    }
}

TEST_CASE("the live panel gives way to the questions, and the list of steps to a choice")
{
    Desk desk;
    desk.click("New group");
    const auto on_screen = [&](const char* name)
    {
        wxWindow* window = wxWindow::FindWindowByName(fedadvise::gui::to_wx(name), &desk.frame());
        REQUIRE(window);
        return window->IsShownOnScreen();
    };
    const int letter = desk.frame().GetCharWidth();
    set_size(desk, {letter * 150, 700});
    CHECK(until([&] { return on_screen("live") && on_screen("steps"); }));
    set_size(desk, {letter * 110, 600});
    CHECK(until([&] { return !on_screen("live") && on_screen("steps"); }));
    set_size(desk, {letter * 80, 500});
    CHECK(until([&] { return !on_screen("live") && !on_screen("steps"); }));
    CHECK(desk.question("jurisdiction"));
}

TEST_CASE("larger text redraws the page with its answers")
{
    Desk desk;
    desk.click("New group");
    desk.answer("jurisdiction", "Wales");
    const int before = desk.question("jurisdiction")->GetCharHeight();
    desk.menu(wxID_ZOOM_IN);
    desk.menu(wxID_ZOOM_IN);
    CHECK(desk.chosen("jurisdiction") == "Wales");
    CHECK(desk.question("jurisdiction")->GetCharHeight() > before);
    CHECK(cut_off(desk.frame()) == "");
    desk.menu(wxID_ZOOM_100);
    CHECK(desk.question("jurisdiction")->GetCharHeight() == before);
}

TEST_CASE("the windows for reports fit the screen and their texts, with large letters too")
{
    for (const int steps : {0, 4}) // 100 and 180 percent
    {
        CAPTURE(steps);
        Desk desk;
        REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase"));
        for (int i = 0; i < steps; ++i)
            desk.menu(wxID_ZOOM_IN);
        {
            ReportsOn reports(desk, {{}, {}, false, {}});
            reports.dialog().Show();
            settle();
            const wxSize screen = wxGetDisplaySize();
            CHECK(reports.dialog().GetSize().x <= screen.x);
            CHECK(reports.dialog().GetSize().y <= screen.y);
            until([&] { return cut_off(reports.dialog()).empty(); });
            CHECK(cut_off(reports.dialog()) == "");
            press_named(reports.dialog(), "write"); // nothing is chosen: now with errors
            until([&] { return cut_off(reports.dialog()).empty(); });
            CHECK(cut_off(reports.dialog()) == "");
            auto preview = reports.preview("summary");
            preview->Show();
            settle();
            CHECK(preview->GetSize().x <= screen.x);
            CHECK(preview->GetSize().y <= screen.y);
            // The row of choices breaks rather than leave the window
            for (const char* name : {"preview-document", "preview-zoom", "preview-back", "preview-on"})
            {
                const std::string control = name;
                CAPTURE(control);
                wxWindow* window = find_named(*preview, control);
                REQUIRE(window);
                CHECK(window->GetPosition().x + window->GetSize().x <= preview->GetClientSize().x);
            }
        }
        desk.menu(wxID_ZOOM_100);
    }
}
} // TEST_SUITE("layout")
