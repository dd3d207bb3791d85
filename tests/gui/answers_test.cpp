// Practices that answer separately: invitations, responses, merges and conflicts through the window.
#include "desk.h"

#include "casefile/case_file.h"
#include "casefile/cells.h"
#include "casefile/response.h"
#include "foundation/file.h"
#include "gui/answer_dialog.h"
#include "gui/conflict_dialog.h"
#include "gui/text.h"
#include "gui/typing_dialog.h"
#include "wizard/journal.h"

#include <doctest/doctest.h>

#include <wx/button.h>
#include <wx/checkbox.h>

#include <algorithm>

using namespace fedadvise;
using namespace gui_test;
namespace fs = std::filesystem;

namespace
{

casefile::Case two_practices()
{
    casefile::Case group;
    group.id = "c-1";
    group.title = "Five Valleys";
    for (const std::string id : {"p1", "p2"})
    {
        casefile::Practice practice;
        practice.id = id;
        practice.name = id == "p1" ? "Hill Surgery" : "Vale Surgery";
        group.practices.push_back(practice);
    }
    return group;
}

fs::path saved(const fs::path& path, const casefile::Case& group)
{
    REQUIRE(casefile::save_case(path, group).has_value());
    return path;
}

fs::path saved_response(const fs::path& path, const casefile::Case& group, const std::string& name, int readiness)
{
    wizard::AnswerSheet sheet(whole_engine().rules(), casefile::invite(whole_engine().rules(), group, "p1"));
    sheet.set_person(name, "partner");
    sheet.choose("readiness.RR01", std::to_string(readiness));
    REQUIRE(
        foundation::save_file(path, casefile::response_text(sheet.response("2026-11-25T10:31:00Z", "r"))).has_value());
    return path;
}

template <class Control>
Control* find(wxWindow& root, const std::string& name)
{
    Control* found = nullptr;
    walk_shown(&root,
               [&](wxWindow* window)
               {
                   if (gui::to_utf8(window->GetName()) == name ||
                       gui::to_utf8(wxControl::RemoveMnemonics(window->GetLabel())) == name)
                       if (auto* control = dynamic_cast<Control*>(window); control != nullptr && found == nullptr)
                           found = control;
               });
    REQUIRE_MESSAGE(found != nullptr, "not on screen: " << name);
    return found;
}

void press(wxWindow& root, const std::string& label)
{
    auto* button = find<wxButton>(root, label);
    wxCommandEvent click(wxEVT_BUTTON, button->GetId());
    click.SetEventObject(button);
    button->ProcessWindowEvent(click);
    settle();
}

} // namespace

TEST_SUITE("separate answers in the window")
{
TEST_CASE("each practice that is invited gets a file and a form to print")
{
    Desk desk;
    casefile::Case group = two_practices();
    group.id.clear();
    REQUIRE(desk.frame().open_file(saved(desk.folder() / "x.fedcase", group)));
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_OK);
    dialogs.will_answer(wxID_OK);
    desk.next_path = desk.folder() / "out";
    fs::create_directories(desk.next_path);
    desk.menu("Practices", "Invite practices...");
    CHECK(dialogs.asked() == std::vector<std::string>{"Invite practices", "Invite practices"});
    CHECK(dialogs.all_used());
    CHECK_FALSE(desk.conversation().file().id.empty());
    const auto loaded = casefile::load_any(desk.next_path / "Vale Surgery p2.fedinvite", whole_engine().rules());
    REQUIRE(loaded.invitation.has_value());
    CHECK(loaded.invitation->practice == "p2");
    CHECK(loaded.invitation->case_id == desk.conversation().file().id);
    CHECK(fs::exists(desk.next_path / "Hill Surgery p1 paper form.html"));
}

TEST_CASE("whoever opens an invitation answers its questions and saves a response")
{
    Desk desk;
    wizard::AnswerSheet sheet(whole_engine().rules(), casefile::invite(whole_engine().rules(), two_practices(), "p1",
                                                                       {{"motive.workforce"}, {"list-size"}}));
    std::size_t kept = 0, noted = 0;
    gui::AnswerDialog dialog(
        &desk.frame(), sheet,
        [&](wizard::AnswerSheet& now)
        {
            kept = now.answered();
            return true;
        },
        [&](const wizard::AnswerSheet& now) { noted = now.answered(); });
    dialog.Show();
    settle();
    std::size_t questions = 0;
    walk_shown(&dialog,
               [&](wxWindow* window) { questions += window->GetName().StartsWith(wxS("question:")) ? 1U : 0U; });
    CHECK(questions == 1); // one section at a time
    find<wxTextCtrl>(dialog, "person name")->SetValue(wxS("Ann Ash"));
    auto* option = find<wxRadioButton>(dialog, "A decisive reason");
    option->SetValue(true);
    wxCommandEvent chosen(wxEVT_RADIOBUTTON, option->GetId());
    chosen.SetEventObject(option);
    chosen.SetInt(1);
    option->ProcessWindowEvent(chosen);
    settle();
    CHECK(dialog.sheet().answered() == 1);
    CHECK(noted == 1); // kept against a crash at once
    CHECK(dialog.sheet().name() == "Ann Ash");
    press(dialog, "Continue");
    walk_shown(&dialog,
               [&](wxWindow* window)
               {
                   if (window->GetName().StartsWith(wxS("question:list-size")))
                       for (wxWindow* child : window->GetChildren())
                           if (auto* field = dynamic_cast<wxTextCtrl*>(child); field != nullptr && field->IsShown())
                               field->SetValue(wxS("9100"));
               });
    press(dialog, "Save response...");
    CHECK(kept == 2);
    CHECK_FALSE(dialog.IsShown());
}

TEST_CASE("after a crash the answers to an invitation are offered again, once")
{
    TemporaryFolder folder;
    const auto rules = whole_engine();
    wizard::AnswerSheet sheet(rules.rules(), casefile::invite(rules.rules(), two_practices(), "p1"));
    sheet.choose("motive.workforce", "3");
    {
        Desk desk(folder.path());
        DialogAnswers dialogs;
        desk.frame().offer_response_recovery(); // nothing is there
        CHECK(dialogs.asked().empty());
        REQUIRE(
            wizard::write_response_journal(desk.folder() / "recovery", sheet.response("2026-11-25T10:00:00Z", "r-1"))
                .has_value());
        dialogs.will_answer(wxID_YES);
        dialogs.will_answer(wxID_CANCEL);
        desk.frame().offer_response_recovery();
        CHECK(dialogs.asked().size() == 2);
        CHECK(dialogs.asked().front() == "Restore your answers");
        CHECK(dialogs.all_used());
    }
    Desk desk(folder.path());
    DialogAnswers dialogs;
    desk.frame().offer_response_recovery();
    CHECK(dialogs.asked().empty());
}

TEST_CASE("an invitation that is opened leaves the case alone")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(saved(desk.folder() / "x.fedcase", two_practices())));
    const fs::path path = desk.folder() / "renamed.fedcase"; // the content counts, not the name
    REQUIRE(foundation::save_file(
                path, casefile::invitation_text(casefile::invite(whole_engine().rules(), two_practices(), "p1")))
                .has_value());
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CANCEL);
    CHECK_FALSE(desk.frame().open_file(path));
    CHECK(dialogs.all_used());
    CHECK(desk.conversation().file() == two_practices());
}

TEST_CASE("answers are merged after the summary was read, and undo takes them back")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(saved(desk.folder() / "x.fedcase", two_practices())));
    desk.next_paths = {saved_response(desk.folder() / "ann.fedresponse", two_practices(), "Ann", 4),
                       saved_response(desk.folder() / "bob.fedresponse", two_practices(), "Bob", 2)};
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CANCEL); // read, and not wanted
    desk.menu("Practices", "Merge answers...");
    CHECK(desk.conversation().file() == two_practices());
    dialogs.will_answer(wxID_OK);
    desk.menu("Practices", "Merge answers...");
    CHECK(dialogs.all_used());
    CHECK(desk.conversation().file().practices[0].respondents.size() == 2);
    desk.menu(wxID_UNDO);
    CHECK(desk.conversation().file() == two_practices());
}

TEST_CASE("files that are dropped are merged, and what cannot be read is left out")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(saved(desk.folder() / "x.fedcase", two_practices())));
    const fs::path half = desk.folder() / "half.fedresponse";
    REQUIRE(foundation::save_file(half, "{ \"format\": ").has_value());
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_OK);
    desk.frame().take_files({saved_response(desk.folder() / "ann.fedresponse", two_practices(), "Ann", 4), half});
    settle();
    CHECK(dialogs.all_used());
    CHECK(desk.conversation().file().practices[0].respondents.size() == 1);
}

TEST_CASE("what files say differently is offered for decision at once")
{
    Desk desk;
    casefile::Case other = two_practices();
    other.title = "Six Valleys";
    REQUIRE(desk.frame().open_file(saved(desk.folder() / "x.fedcase", two_practices())));
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_OK);
    dialogs.will_answer(wxID_CLOSE);
    desk.frame().merge_files({saved(desk.folder() / "y.fedcase", other)});
    settle();
    REQUIRE(dialogs.asked().size() == 2);
    CHECK(dialogs.asked()[1] == "Decide what differs");
    CHECK(casefile::open_conflicts(desk.conversation().file()) == 1);

    casefile::Case file = desk.conversation().file();
    gui::ConflictDialog dialog(
        &desk.frame(), whole_engine().rules(), [&]() -> const casefile::Case& { return file; },
        [&](std::size_t conflict, std::size_t value) { casefile::decide(file, conflict, value); });
    dialog.Show();
    settle();
    auto* values = find<wxListBox>(dialog, "conflict values");
    REQUIRE(values->GetCount() == 2);
    CHECK(gui::to_utf8(values->GetString(1)) == "“Six Valleys”, says y.fedcase");
    values->SetSelection(1);
    press(dialog, "This one counts");
    CHECK(file.title == "Six Valleys");
    CHECK(find<wxListBox>(dialog, "conflicts")->IsEmpty());
}

TEST_CASE("a paper form is typed in with one key for each question")
{
    Desk desk;
    const std::vector<rulebase::QuestionId> asked = {{"motive.workforce"}, {"readiness.RR01"}, {"list-size"}};
    std::vector<wizard::AnswerSheet> sheets;
    for (const std::string practice : {"p1", "p2"})
        sheets.emplace_back(whole_engine().rules(),
                            casefile::invite(whole_engine().rules(), two_practices(), practice, asked));
    std::vector<casefile::Response> taken;
    gui::TypingDialog dialog(&desk.frame(), sheets,
                             [&](const wizard::AnswerSheet& sheet)
                             { taken.push_back(sheet.response("2026-11-25T10:31:00Z", "r-1")); });
    dialog.Show();
    settle();
    auto* field = find<wxTextCtrl>(dialog, "typed");
    const auto type = [&](const char* text)
    {
        field->SetValue(wxString::FromUTF8(text));
        settle();
    };
    type("3"); // and the next question follows at once
    CHECK(find<wxTextCtrl>(dialog, "question text")->GetValue().Contains(wxS("Question 2 of 3")));
    type("9");
    CHECK(find<wxTextCtrl>(dialog, "question text")->GetValue().Contains(wxS("Question 2 of 3")));
    CHECK_FALSE(find<wxStaticText>(dialog, "typing error")->GetLabel().empty());
    type("-");
    type("9100");
    find<wxTextCtrl>(dialog, "person name")->SetValue(wxS("Ann"));
    auto* practices = find<wxChoice>(dialog, "practice"); // it was the other practice's form
    practices->SetSelection(1);
    wxCommandEvent chosen(wxEVT_CHOICE, practices->GetId());
    practices->ProcessWindowEvent(chosen);
    settle();
    find<wxTextCtrl>(dialog, "typed")->SetValue(wxS("9100"));
    press(dialog, "Add these answers");
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].to.practice == "p2");
    CHECK(taken[0].respondent.name == "Ann");
    CHECK(taken[0].respondent.answers.size() == 3);
    CHECK(find<wxTextCtrl>(dialog, "question text")->GetValue().Contains(wxS("Question 1 of 3")));
    dialog.Hide();
}

TEST_CASE("the next round is started after a question")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(saved(desk.folder() / "x.fedcase", two_practices())));
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_YES);
    desk.menu("Practices", "Start the next round...");
    CHECK(desk.conversation().file().round == 2);
    dialogs.will_answer(wxID_CLOSE);
    desk.menu("Practices", "What moved between rounds...");
    CHECK(dialogs.all_used());
}
} // TEST_SUITE("separate answers in the window")
