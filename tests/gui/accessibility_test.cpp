// What a screen reader is told, asked in this process through ATK.

#include "desk.h"
#include "reports_on.h"

#include "gui/column_dialog.h"
#include "gui/practice_list_dialog.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/button.h>
#include <wx/notebook.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

#include <map>

using namespace gui_test;

namespace
{

const char* const all_steps[] = {"Practices",     "Motivations",        "Purposes", "What must hold",
                                 "Relationships", "Check your answers", "Result"};

#ifdef __WXGTK__
bool has_state(AtkObject* object, AtkStateType state)
{
    AtkStateSet* states = atk_object_ref_state_set(object);
    const bool has = atk_state_set_contains_state(states, state);
    g_object_unref(states);
    return has;
}

bool is_labelled(AtkObject* object)
{
    const char* name = atk_object_get_name(object);
    if (name && *name)
        return true;
    AtkRelationSet* relations = atk_object_ref_relation_set(object);
    const bool labelled = atk_relation_set_contains(relations, ATK_RELATION_LABELLED_BY);
    g_object_unref(relations);
    return labelled;
}

void list_nameless(AtkObject* object, const std::string& path, std::vector<std::string>& nameless)
{
    const AtkRole role = atk_object_get_role(object);
    const std::string here = path + "/" + atk_role_get_name(role);
    if (!path.empty() && !has_state(object, ATK_STATE_VISIBLE))
        return;
    if (has_state(object, ATK_STATE_FOCUSABLE) && role != ATK_ROLE_SCROLL_PANE && role != ATK_ROLE_FRAME &&
        !is_labelled(object))
        nameless.push_back(here);
    if (role == ATK_ROLE_TREE_TABLE || role == ATK_ROLE_TABLE || role == ATK_ROLE_LIST_BOX) // their cells are text
        return;
    for (int i = 0; i < atk_object_get_n_accessible_children(object); ++i)
    {
        if (AtkObject* child = atk_object_ref_accessible_child(object, i))
        {
            list_nameless(child, here, nameless);
            g_object_unref(child);
        }
    }
}

/// One line for each; empty when all is well.
std::string nameless_controls(wxWindow& frame)
{
    std::vector<std::string> nameless;
    list_nameless(gtk_widget_get_accessible(frame.GetHandle()), "", nameless);
    std::string lines;
    for (const std::string& line : nameless)
        lines += line + "\n";
    return lines;
}

std::string accessible_name(wxWindow* window)
{
    const char* name = atk_object_get_name(gtk_widget_get_accessible(window->GetHandle()));
    return name ? name : "";
}
#endif

} // namespace

TEST_SUITE("accessibility")
{
#ifdef __WXGTK__
TEST_CASE("every control that takes the focus has a name, on every page")
{
    Desk desk;
    CHECK(nameless_controls(desk.frame()) == "");
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase"));
    settle();
    for (const char* step : all_steps)
    {
        desk.go_to(step);
        const std::string name = step;
        CAPTURE(name);
        CHECK(nameless_controls(desk.frame()) == "");
    }
    desk.go_to("Practices");
    desk.click("Edit");
    CHECK(nameless_controls(desk.frame()) == "");
}

TEST_CASE("every control of the windows for practice lists has a name")
{
    Desk desk;
    desk.click("New group");
    const fedadvise::casefile::Case group = desk.conversation().file();
    const auto& rules = desk.conversation().engine().rules();
    fedadvise::gui::PracticeListDialog lists(&desk.frame(), group, rules, {}, {});
    lists.Show();
    settle();
    CHECK(nameless_controls(lists) == "");
    fedadvise::directory::ListPreview preview;
    preview.rows = {{"Key", "Who"}, {"A81001", "Hill Surgery"}};
    fedadvise::gui::ColumnDialog columns(&desk.frame(), "ours.csv", preview);
    columns.Show();
    settle();
    CHECK(nameless_controls(columns) == "");
}

TEST_CASE("every control of the windows for reports has a name")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase"));
    settle();
    ReportsOn reports(desk, {});
    reports.dialog().Show();
    settle();
    CHECK(nameless_controls(reports.dialog()) == "");
    press_named(reports.dialog(), "write"); // nothing is chosen: now with errors
    CHECK(nameless_controls(reports.dialog()) == "");
    auto preview = reports.preview("summary");
    preview->Show();
    settle();
    CHECK(nameless_controls(*preview) == "");
    AtkObject* page = gtk_widget_get_accessible(gtk_bin_get_child(GTK_BIN(preview->pages().GetHandle())));
    CHECK(atk_object_get_role(page) == ATK_ROLE_IMAGE);
    CHECK(std::string(atk_object_get_name(page)).find("page 1 of ") != std::string::npos);
}

TEST_CASE("an option is spoken with its question")
{
    Desk desk;
    desk.click("New group");
    wxWindow* panel = desk.question("jurisdiction");
    REQUIRE(panel);
    bool found = false;
    for (wxWindow* control : panel->GetChildren())
        found |= accessible_name(control) == "England. Which nation of the UK are the practices in?";
    CHECK(found);
}

TEST_CASE("pictures tell what they show")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase"));
    settle();
    desk.go_to("Result");
    int pictures = 0;
    walk_shown(&desk.frame(),
               [&](wxWindow* window)
               {
                   AtkObject* object = gtk_widget_get_accessible(window->GetHandle());
                   if (!window->IsShownOnScreen() || atk_object_get_role(object) != ATK_ROLE_IMAGE)
                       return;
                   ++pictures;
                   CHECK_FALSE(std::string(atk_object_get_name(object)).empty());
                   CHECK_FALSE(std::string(atk_object_get_description(object)).empty());
               });
    CHECK(pictures == 2); // the gauges and the gradient
}
#endif

TEST_CASE("no two things on a page share an Alt key")
{
    Desk desk;
    const auto check = [&desk]
    {
        std::map<wxUniChar, std::string> taken;
        const auto take = [&](const wxString& label)
        {
            const int at = label.Find('&');
            if (at == wxNOT_FOUND || static_cast<std::size_t>(at) + 1 >= label.length() ||
                label[static_cast<std::size_t>(at) + 1] == '&')
                return;
            const wxUniChar key = wxTolower(label[static_cast<std::size_t>(at) + 1]);
            const std::string words = fedadvise::gui::to_utf8(label);
            CAPTURE(words);
            CAPTURE(taken[key]);
            CHECK(taken[key].empty());
            taken[key] = words;
        };
        for (std::size_t i = 0; i < desk.frame().GetMenuBar()->GetMenuCount(); ++i)
            take(desk.frame().GetMenuBar()->GetMenuLabel(i));
        walk_shown(&desk.frame(),
                   [&](wxWindow* window)
                   {
                       if (dynamic_cast<wxButton*>(window) && window->IsShownOnScreen())
                           take(window->GetLabel());
                   });
    };
    check();
    desk.click("New group");
    for (const char* step : all_steps)
    {
        desk.go_to(step);
        check();
    }
    desk.go_to("Practices");
    desk.click("Add a practice");
    check();
}
} // TEST_SUITE("accessibility")
