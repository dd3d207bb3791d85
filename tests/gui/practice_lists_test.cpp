// Practices on screen: whether they take part, and how they are chosen from published lists.

#include "desk.h"

#include "casefile/case_file.h"
#include "foundation/file.h"
#include "gui/column_dialog.h"
#include "gui/practice_list_dialog.h"
#include "gui/text.h"
#include "wizard/settings.h"

#include <doctest/doctest.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/listbox.h>

#include <cstdlib>
#include <functional>

using namespace gui_test;
using namespace fedadvise;
using gui::to_utf8;
using gui::to_wx;

namespace
{

/// A row of epraccur.csv: 27 columns.
std::string practice_row(const std::string& code, const std::string& name, const std::string& postcode,
                         const std::string& status = "A")
{
    return code + "," + name + ",Y63,QHM,1 HIGH STREET,,NORTHWICK,,," + postcode + ",19740401,," + status +
           ",B,16C,20130401,,01632 960000,,,,0,,,,4,\r\n";
}

std::string small_list()
{
    return practice_row("A81001", "THE HILL SURGERY", "ZZ18 1HU") +
           practice_row("A81002", "RIVERSIDE PRACTICE", "ZZ18 2AW") +
           practice_row("A81003", "OLD HILL SURGERY", "ZZ18 1HV", "C");
}

std::string patient_numbers()
{
    return "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,"
           "NUMBER_OF_PATIENTS\r\n"
           "GP_PRAC_PAT_LIST,01OCT2026,GP,16C,E38000247,A81001,ZZ18 1HU,ALL,ALL,9100\r\n";
}

std::filesystem::path keep(const std::filesystem::path& folder, const std::string& name, const std::string& text)
{
    REQUIRE(foundation::save_file(folder / name, text));
    return folder / name;
}

template <class Control>
Control& control(wxWindow* dialog, const char* name)
{
    CAPTURE(std::string(name));
    auto* found = dynamic_cast<Control*>(wxWindow::FindWindowByName(to_wx(name), dialog));
    REQUIRE(found);
    return *found;
}

void press(wxWindow* dialog, const std::string& label)
{
    CAPTURE(label);
    wxWindow* button = nullptr;
    for (wxWindow* child : dialog->GetChildren()) // the dialog itself is not on screen
        walk_shown(child,
                   [&](wxWindow* window)
                   {
                       if (dynamic_cast<wxButton*>(window) &&
                           to_utf8(wxControl::RemoveMnemonics(window->GetLabel())) == label)
                           button = window;
                   });
    REQUIRE(button);
    REQUIRE(button->IsEnabled());
    wxCommandEvent event(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->GetEventHandler()->ProcessEvent(event);
}

void picture(const char* name)
{
    if (const char* folder = std::getenv("PRACTICE_PICTURES"))
    {
        settle();
        wxMilliSleep(300);
        settle();
        CHECK(std::system(("import -window root " + std::string(folder) + "/" + name + ".png").c_str()) == 0);
    }
}

/// Acts in the dialog for lists once the files that it begins with are read, and in those that it opens.
class ListHand : public wxModalDialogHook
{
public:
    using Act = std::function<int(gui::PracticeListDialog&)>;
    explicit ListHand(Act act) : m_act(std::move(act)) { Register(); }
    std::function<int(gui::ColumnDialog&)> columns;
    int dialogs = 0;

protected:
    int Enter(wxDialog* dialog) override
    {
        ++dialogs;
        if (auto* column_dialog = dynamic_cast<gui::ColumnDialog*>(dialog))
        {
            REQUIRE(columns);
            return columns(*column_dialog);
        }
        auto* lists = dynamic_cast<gui::PracticeListDialog*>(dialog);
        REQUIRE(lists);
        if (std::getenv("PRACTICE_PICTURES"))
            lists->Show();
        wait(*lists);
        return m_act(*lists);
    }

public:
    static void wait(gui::PracticeListDialog& dialog)
    {
        auto& words = control<wxTextCtrl>(&dialog, "list-files");
        CHECK(until([&] { return to_utf8(words.GetValue()).find("Reading the files") == std::string::npos; }));
        settle();
    }

private:
    Act m_act;
};

std::vector<std::string> rows_of(wxWindow* dialog, const char* name)
{
    std::vector<std::string> rows;
    for (const wxString& row : control<wxListBox>(dialog, name).GetStrings())
        rows.push_back(to_utf8(row));
    return rows;
}

std::string words_of(wxWindow* dialog, const char* name)
{
    return to_utf8(control<wxTextCtrl>(dialog, name).GetValue());
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

void begin_group(Desk& desk)
{
    desk.click("New group");
    desk.type(desk.field("group-title"), "Northwick");
}

} // namespace

TEST_SUITE("commitments on screen")
{
TEST_CASE("whether a practice takes part is said in its form, and stands in the list")
{
    Desk desk;
    begin_group(desk);
    desk.click("Add a practice");
    desk.type(desk.field("practice-name"), "Hill Surgery");
    const auto choose = [&](const char* state)
    {
        auto& radio = control<wxRadioButton>(&desk.frame(), state);
        REQUIRE(radio.IsShownOnScreen());
        radio.SetValue(true);
        wxCommandEvent event(wxEVT_RADIOBUTTON, radio.GetId());
        event.SetEventObject(&radio);
        radio.GetEventHandler()->ProcessEvent(event);
        settle();
    };
    auto& condition = control<wxTextCtrl>(&desk.frame(), wizard::practice_condition_field);
    CHECK(control<wxRadioButton>(&desk.frame(), "commitment:").GetValue());
    CHECK_FALSE(condition.IsShown());
    choose("commitment:conditional");
    CHECK(condition.IsShown());
    desk.type(condition, "the rent is settled");
    desk.type(desk.field(wizard::practice_decide_by_field), "1 March");
    desk.type(desk.field(wizard::practice_decided_on_field), "2026-11-20");
    picture("commitment");
    CHECK(desk.shows_text("Error: To decide by: '1 March' is not a date."));
    desk.click_named("continue"); // stays, with the error on top
    CHECK(desk.heading() == "Hill Surgery");
    CHECK(desk.field(wizard::practice_decide_by_field).GetValue() == to_wx("1 March"));
    desk.type(desk.field(wizard::practice_decide_by_field), "2027-03-01");
    CHECK_FALSE(desk.shows_text("is not a date"));
    const auto& commitment = desk.conversation().file().practices[0].commitment;
    CHECK(commitment.condition == "the rent is settled");
    CHECK(commitment.decide_by == foundation::Date{2027, 3, 1});
    CHECK(commitment.decided_on == foundation::Date{2026, 11, 20});
    desk.click_named("continue");
    CHECK(has(rows_of(&desk.frame(), "practices").at(0), "; in, if the rent is settled"));
    picture("practices");
    desk.menu(wxID_UNDO);
    CHECK_FALSE(desk.conversation().file().practices[0].commitment.decide_by);
}
} // TEST_SUITE("commitments on screen")

TEST_SUITE("practice lists on screen")
{
TEST_CASE("practices are found as one types, picked, looked at and added as one step")
{
    Desk desk;
    begin_group(desk);
    desk.next_paths = {keep(desk.folder(), "epraccur.csv", small_list()),
                       keep(desk.folder(), "gp-reg-pat-prac-all.csv", patient_numbers())};
    ListHand hand(
        [&](gui::PracticeListDialog& dialog)
        {
            CHECK(has(words_of(&dialog, "list-files"), "epraccur.csv"));
            CHECK_FALSE(control<wxTextCtrl>(&dialog, "list-search").IsEnabled());
            picture("list-empty");
            press(&dialog, "Open files...");
            ListHand::wait(dialog);
            CHECK(has(words_of(&dialog, "list-files"), "gp-reg-pat-prac-all.csv: 2 rows, as at 1 October 2026."));
            auto& search = control<wxTextCtrl>(&dialog, "list-search");
            CHECK(rows_of(&dialog, "list-found").size() == 2); // the closed one is left out
            search.SetValue(to_wx("zz18 2"));
            REQUIRE(rows_of(&dialog, "list-found").size() == 1);
            CHECK(rows_of(&dialog, "list-found")[0] ==
                  "Riverside Practice (A81002), 1 High Street, Northwick, ZZ18 2AW");
            press(&dialog, "Pick it");
            press(&dialog, "Pick it"); // twice is once
            search.SetValue(to_wx("hill"));
            REQUIRE(rows_of(&dialog, "list-found").size() == 1);
            CHECK(has(rows_of(&dialog, "list-found")[0], "; 9,100 patients"));
            wxCommandEvent entered(wxEVT_TEXT_ENTER, search.GetId());
            entered.SetEventObject(&search);
            search.GetEventHandler()->ProcessEvent(entered);
            CHECK(rows_of(&dialog, "list-picked") ==
                  std::vector<std::string>{"Riverside Practice (A81002)", "The Hill Surgery (A81001)"});
            CHECK(
                has(words_of(&dialog, "list-plan"), "The Hill Surgery joins: name The Hill Surgery; ODS code A81001;"));
            CHECK(dialog.FindWindow(wxID_OK)->IsEnabled());
            picture("list-picked");
            return wxID_OK;
        });
    desk.click("Choose from a practice list...");
    REQUIRE(desk.conversation().file().practices.size() == 2);
    const casefile::Practice& hill = desk.conversation().file().practices[1];
    CHECK(hill.name == "The Hill Surgery");
    CHECK(hill.answers.at({"list-size"}) == casefile::Answer{casefile::Number{9100}});
    CHECK(has(rows_of(&desk.frame(), "practices").at(1), "The Hill Surgery (A81001): 9,100 patients"));
    desk.menu(wxID_UNDO);
    CHECK(desk.conversation().file().practices.empty());
}

TEST_CASE("the files are read at once the next time, and what differs is kept unless told otherwise")
{
    const TemporaryFolder folder;
    wizard::Settings settings;
    settings.practice_lists = {{gui::path_to_utf8(keep(folder.path(), "epraccur.csv", small_list())), {}},
                               {gui::path_to_utf8(keep(folder.path(), "numbers.csv", patient_numbers())), {}}};
    REQUIRE(wizard::save_settings(folder.path(), settings));
    Desk desk(folder.path());
    begin_group(desk);
    desk.click("Add a practice");
    desk.type(desk.field("practice-name"), "Hill");
    desk.type(desk.field("practice-ods-code"), "A81001");
    desk.click_named("continue");
    ListHand hand(
        [&](gui::PracticeListDialog& dialog)
        {
            auto& replace = control<wxCheckBox>(&dialog, "list-replace");
            CHECK_FALSE(replace.IsShown());
            control<wxTextCtrl>(&dialog, "list-search").SetValue(to_wx("A81001"));
            press(&dialog, "Pick it");
            CHECK(has(words_of(&dialog, "list-plan"), "The case's is kept."));
            REQUIRE(replace.IsShown());
            replace.SetValue(true);
            wxCommandEvent ticked(wxEVT_CHECKBOX, replace.GetId());
            ticked.SetEventObject(&replace);
            replace.GetEventHandler()->ProcessEvent(ticked);
            CHECK(has(words_of(&dialog, "list-plan"), "The list's is taken."));
            picture("list-differs");
            return wxID_OK;
        });
    desk.click("Choose from a practice list...");
    REQUIRE(desk.conversation().file().practices.size() == 1);
    CHECK(desk.conversation().file().practices[0].name == "The Hill Surgery");
    CHECK(hand.dialogs == 1);
}

TEST_CASE("what is taken out again, or cancelled, is not added")
{
    Desk desk;
    begin_group(desk);
    desk.next_paths = {keep(desk.folder(), "epraccur.csv", small_list())};
    ListHand hand(
        [&](gui::PracticeListDialog& dialog)
        {
            press(&dialog, "Open files...");
            ListHand::wait(dialog);
            auto& everything = control<wxCheckBox>(&dialog, "list-everything");
            everything.SetValue(true);
            wxCommandEvent ticked(wxEVT_CHECKBOX, everything.GetId());
            ticked.SetEventObject(&everything);
            everything.GetEventHandler()->ProcessEvent(ticked);
            CHECK(rows_of(&dialog, "list-found").size() == 3);
            control<wxTextCtrl>(&dialog, "list-search").SetValue(to_wx("old hill"));
            press(&dialog, "Pick it");
            CHECK(has(words_of(&dialog, "list-plan"), "The list says of Old Hill Surgery: "));
            press(&dialog, "Take it out");
            CHECK(rows_of(&dialog, "list-picked").empty());
            CHECK_FALSE(dialog.FindWindow(wxID_OK)->IsEnabled());
            return wxID_CANCEL;
        });
    desk.click("Choose from a practice list...");
    CHECK(desk.conversation().file().practices.empty());
    CHECK(wizard::load_settings(desk.folder()).practice_lists.size() == 1);
}

TEST_CASE("a file that cannot be read says why, in the dialog, and the other is searched")
{
    Desk desk;
    begin_group(desk);
    desk.next_paths = {keep(desk.folder(), "epraccur.csv", small_list() + "\"broken\r\n"),
                       keep(desk.folder(), "book.xlsx", std::string("PK\x03\x04", 4) + std::string(100, '\0')),
                       desk.folder() / "not-there.csv"};
    ListHand hand(
        [&](gui::PracticeListDialog& dialog)
        {
            press(&dialog, "Open files...");
            ListHand::wait(dialog);
            const std::string words = words_of(&dialog, "list-files");
            CAPTURE(words);
            CHECK(has(words, "book.xlsx"));
            CHECK(has(words, "This is a ZIP file, not a CSV file. Unpack it first"));
            CHECK(has(words, "not-there.csv"));
            CHECK(has(words, "epraccur.csv, line 4: "));
            CHECK(rows_of(&dialog, "list-found").size() == 2);
            picture("list-faults");
            press(&dialog, "Forget the files");
            CHECK(rows_of(&dialog, "list-found").empty());
            CHECK(dialog.files().empty());
            return wxID_CANCEL;
        });
    desk.click("Choose from a practice list...");
}

TEST_CASE("reading can be stopped, and then there is nothing to search")
{
    Desk desk;
    begin_group(desk);
    std::string large;
    for (int i = 10'000; i < 70'000; ++i)
        large += practice_row("B" + std::to_string(i), "HILL SURGERY", "ZZ18 1HU");
    desk.next_paths = {keep(desk.folder(), "epraccur.csv", large)};
    ListHand hand(
        [&](gui::PracticeListDialog& dialog)
        {
            press(&dialog, "Open files...");
            press(&dialog, "Stop reading");
            ListHand::wait(dialog);
            CHECK(has(words_of(&dialog, "list-files"), "Reading was stopped."));
            CHECK(rows_of(&dialog, "list-found").empty());
            CHECK_FALSE(control<wxTextCtrl>(&dialog, "list-search").IsEnabled());
            return wxID_CANCEL;
        });
    desk.click("Choose from a practice list...");
    CHECK(hand.dialogs == 1);
}

TEST_CASE("any other file is read once its columns are told, and remembered with them")
{
    Desk desk;
    begin_group(desk);
    desk.next_paths = {
        keep(desk.folder(), "ours.csv",
             "Key,Who,Where,People\nA81001,Hill Surgery,ZZ18 1HU,9100\nA81002,Quay Surgery,ZZ18 2AW,5000\n")};
    ListHand hand(
        [&](gui::PracticeListDialog& dialog)
        {
            press(&dialog, "Open files...");
            ListHand::wait(dialog);
            CHECK(rows_of(&dialog, "list-found").size() == 2); // the first row names the columns
            CHECK(rows_of(&dialog, "list-found").at(1) == "Quay Surgery (A81002), ZZ18 2AW; 5,000 patients");
            return wxID_CANCEL;
        });
    hand.columns = [&](gui::ColumnDialog& dialog)
    {
        if (std::getenv("PRACTICE_PICTURES"))
            dialog.Show();
        picture("columns");
        const auto choose = [&](const char* name, int column)
        {
            auto& choice = control<wxChoice>(&dialog, name);
            choice.SetSelection(column);
            wxCommandEvent chosen(wxEVT_CHOICE, choice.GetId());
            chosen.SetEventObject(&choice);
            choice.GetEventHandler()->ProcessEvent(chosen);
        };
        CHECK(to_utf8(control<wxChoice>(&dialog, "column:Name").GetString(2)) == "2: Who, below it Hill Surgery");
        choose("column:Code", 0);
        choose("column:Name", 0);
        CHECK_FALSE(dialog.FindWindow(wxID_OK)->IsEnabled());
        choose("column:Code", 1);
        choose("column:Name", 2);
        choose("column:Postcode", 3);
        choose("column:List size", 4);
        CHECK(dialog.FindWindow(wxID_OK)->IsEnabled());
        return wxID_OK;
    };
    desk.click("Choose from a practice list...");
    CHECK(hand.dialogs == 2);
    const auto lists = wizard::load_settings(desk.folder()).practice_lists;
    REQUIRE(lists.size() == 1);
    REQUIRE(lists[0].mapping);
    CHECK(lists[0].mapping->columns.at(3) == directory::Column::Patients);
}

TEST_CASE("a newer file of a published form takes the place of the older one")
{
    const TemporaryFolder folder;
    const auto file = [&](const std::string& name, const std::string& text) -> wizard::PracticeListFile
    {
        REQUIRE(foundation::save_file(folder.path() / name, text));
        return {gui::path_to_utf8(folder.path() / name), {}};
    };
    const auto october = file("october.csv", small_list());
    const auto november = file("november.csv", small_list());
    const auto numbers = file("numbers.csv", patient_numbers());
    const auto ours = file("ours.csv", "a,b\n1,2\n");
    const auto theirs = file("theirs.csv", "a,b\n1,2\n");
    const auto open = gui::with_files({}, {october, numbers, ours});
    CHECK(open == std::vector<wizard::PracticeListFile>{october, numbers, ours});
    CHECK(gui::with_files(open, {november, theirs, ours}) ==
          std::vector<wizard::PracticeListFile>{numbers, november, theirs, ours});
}
} // TEST_SUITE("practice lists on screen")
