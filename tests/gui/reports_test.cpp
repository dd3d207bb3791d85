#include "desk.h"
#include "reports_on.h"

#include "foundation/file.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/listbox.h>

#include <algorithm>
#include <fstream>

using namespace fedadvise;
using namespace gui_test;

namespace
{

void open_example(Desk& desk, const std::string& name)
{
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / (name + ".fedcase")));
    settle();
}

std::vector<std::string> files_in(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(gui::path_to_utf8(entry.path().filename()));
    std::sort(names.begin(), names.end());
    return names;
}

std::string beginning_of(const std::filesystem::path& path)
{
    const auto bytes = foundation::read_file(path, 100'000'000);
    return bytes ? bytes.value().substr(0, 15) : std::string("unreadable");
}

wxTextCtrl& text_field(wxWindow& root, const std::string& name)
{
    auto* field = dynamic_cast<wxTextCtrl*>(find_named(root, name));
    REQUIRE(field);
    return *field;
}

bool is_ticked(wxWindow& root, const std::string& name)
{
    auto* box = dynamic_cast<wxCheckBox*>(find_named(root, name));
    REQUIRE(box);
    return box->GetValue();
}

/// Whether some text on screen below the root says so.
bool says(wxWindow& root, const std::string& part)
{
    bool found = false;
    walk_shown(&root,
               [&](wxWindow* window)
               {
                   if (auto* text = dynamic_cast<gui::WrappedText*>(window))
                       found |= gui::to_utf8(text->text()).find(part) != std::string::npos;
               });
    return found;
}

} // namespace

TEST_SUITE("reports")
{
TEST_CASE("the chosen documents are written in the chosen formats, each a whole file of its kind")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {{"summary"}, {"pdf", "docx", "html", "text"}, true, {}});
    reports.dialog().Show();
    settle();
    press_named(reports.dialog(), "write");
    reports.wait();
    CHECK(files_in(reports.folder()) ==
          std::vector<std::string>{"Five Valleys - dates.ics", "Five Valleys - summary.docx",
                                   "Five Valleys - summary.html", "Five Valleys - summary.pdf",
                                   "Five Valleys - summary.txt"});
    CHECK(beginning_of(reports.folder() / "Five Valleys - summary.pdf").starts_with("%PDF"));
    CHECK(beginning_of(reports.folder() / "Five Valleys - summary.docx").starts_with("PK"));
    CHECK(beginning_of(reports.folder() / "Five Valleys - summary.html").starts_with("<!DOCTYPE"));
    CHECK(beginning_of(reports.folder() / "Five Valleys - dates.ics") == "BEGIN:VCALENDAR");
    CHECK(reports.words() == "5 files were written.");

    press_named(reports.dialog(), "open-folder");
    press_named(reports.dialog(), "open-file");
    CHECK(desk.opened_outside ==
          std::vector<std::filesystem::path>{reports.folder(), reports.folder() / "Five Valleys - summary.pdf"});
}

TEST_CASE("when nothing is chosen it says so, with the focus there, and writes nothing")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {{}, {}, false, {}});
    reports.dialog().Show();
    settle();
    text_field(reports.dialog(), "first-day").ChangeValue(wxS("22.11.2026"));
    text_field(reports.dialog(), "report-folder").ChangeValue(wxS("/no/such/folder"));
    press_named(reports.dialog(), "write");
    CHECK_FALSE(reports.dialog().is_working());
    for (const char* message : {"Choose at least one document.", "Choose at least one format for the documents.",
                                "The first day is not a date. Write year, month and day, such as 2026-11-22.",
                                "There is no folder \"/no/such/folder\". Choose one with Browse."})
    {
        const std::string words = message;
        CAPTURE(words);
        CHECK(says(reports.dialog(), words));
    }
    REQUIRE(find_named(reports.dialog(), "error-summary"));
    CHECK(files_in(reports.folder()).empty());
    // Mended, the messages go
    text_field(reports.dialog(), "first-day").ChangeValue(wxS(" 2026-12-01 "));
    text_field(reports.dialog(), "report-folder").ChangeValue(gui::to_wx(gui::path_to_utf8(reports.folder())));
    tick(reports.dialog(), "document:summary", true);
    tick(reports.dialog(), "format:text", true);
    press_named(reports.dialog(), "write");
    reports.wait();
    CHECK_FALSE(find_named(reports.dialog(), "error-summary"));
    CHECK(files_in(reports.folder()) == std::vector<std::string>{"Five Valleys - summary.txt"});
}

TEST_CASE("a calendar can be written by itself")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {{}, {"pdf"}, true, {}});
    reports.dialog().Show();
    settle();
    press_named(reports.dialog(), "write");
    reports.wait();
    CHECK(files_in(reports.folder()) == std::vector<std::string>{"Five Valleys - dates.ics"});
}

TEST_CASE("a stop keeps the files that are whole, and leaves no part of another")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {{"summary", "plan", "brief", "full"}, {"html", "text", "pdf"}, true, {}});
    reports.dialog().Show();
    settle();
    press_named(reports.dialog(), "write");
    REQUIRE(until([&] { return reports.words().starts_with("Writing file"); }));
    press_named(reports.dialog(), "stop");
    reports.wait();
    CHECK(reports.words().starts_with("Stopped, as you asked."));
    const std::vector<std::string> names = files_in(reports.folder());
    CHECK(names.size() < 13);
    CHECK(names.size() == reports.dialog().written().size());
    for (const std::filesystem::path& path : reports.dialog().written())
    {
        const std::string name = gui::path_to_utf8(path);
        CAPTURE(name);
        const auto bytes = foundation::read_file(path, 100'000'000);
        REQUIRE(bytes);
        CHECK(bytes.value().size() > 1000);
    }
}

TEST_CASE("files that are there are only replaced when that is wanted")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {{"summary"}, {"text"}, false, {}});
    const auto path = reports.folder() / "Five Valleys - summary.txt";
    std::ofstream(path) << "mine";
    reports.dialog().Show();
    settle();
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_NO);
    press_named(reports.dialog(), "write");
    CHECK_FALSE(reports.dialog().is_working());
    CHECK(beginning_of(path) == "mine");
    dialogs.will_answer(wxID_YES);
    press_named(reports.dialog(), "write");
    reports.wait();
    CHECK(beginning_of(path) != "mine");
    CHECK(dialogs.asked() == std::vector<std::string>{"Replace files", "Replace files"});
    CHECK(dialogs.all_used());
}

TEST_CASE("a folder that nobody may write to is named, with advice")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {{"summary"}, {"text"}, false, {}});
    // A folder stands where the file would be, so that it fails for everybody
    std::filesystem::create_directories(reports.folder() / "Five Valleys - summary.txt" / "in the way");
    reports.dialog().Show();
    settle();
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_YES);
    press_named(reports.dialog(), "write");
    reports.wait();
    CHECK(reports.dialog().written().empty());
    CHECK(reports.words().find("summary.txt") != std::string::npos);
}

TEST_CASE("closing while it works asks, and then ends after the file that is being written")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {{"summary", "plan", "brief", "full"}, {"html", "text", "pdf"}, false, {}});
    reports.dialog().Show();
    settle();
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_NO);
    dialogs.will_answer(wxID_YES);
    press_named(reports.dialog(), "write");
    REQUIRE(reports.dialog().is_working());
    reports.dialog().Close();
    settle();
    REQUIRE(reports.dialog().is_working());
    CHECK(reports.dialog().IsShown());
    reports.dialog().Close();
    reports.wait();
    CHECK_FALSE(reports.dialog().IsShown());
    CHECK(dialogs.asked() == std::vector<std::string>{"Still working", "Still working"});
}

TEST_CASE("what a case does not have cannot be chosen, says why, and is not forgotten")
{
    Desk desk;
    desk.click("New group");
    ReportsOn reports(desk, {{"practices", "plan"}, {"docx"}, false, "/elsewhere"});
    reports.dialog().Show();
    settle();
    wxWindow* box = find_named(reports.dialog(), "document:practices");
    REQUIRE(box);
    CHECK_FALSE(box->IsEnabled());
    CHECK(says(reports.dialog(), "Not for this case: it lists fewer than two practices."));
    CHECK(is_ticked(reports.dialog(), "document:plan"));
    CHECK_FALSE(is_ticked(reports.dialog(), "format:pdf"));
    CHECK(text_field(reports.dialog(), "first-day").GetValue() == wxS("2026-11-22"));
    const wizard::ReportSettings chosen = reports.dialog().chosen();
    CHECK(std::find(chosen.documents.begin(), chosen.documents.end(), "practices") != chosen.documents.end());
    CHECK(chosen.folder == "/elsewhere");
}

TEST_CASE("what was chosen is there again at the next start")
{
    TemporaryFolder folder;
    const wizard::ReportSettings wanted{{"plan", "full"}, {"docx"}, true, "/srv/tŷ"};
    wizard::Settings settings;
    settings.reports = wanted;
    REQUIRE(wizard::save_settings(folder.path(), settings));
    CHECK(wizard::load_settings(folder.path()).reports == wanted);
    Desk desk(folder.path());
    open_example(desk, "five-valleys");
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CLOSE); // the window opens with them and closes
    desk.menu("File", "Reports...");
    settle();
    CHECK(dialogs.asked() == std::vector<std::string>{"Reports"});
    CHECK(wizard::load_settings(folder.path()).reports == wanted);
}

TEST_CASE("the result page has a button for reports")
{
    Desk desk;
    open_example(desk, "five-valleys");
    desk.go_to("Result");
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CLOSE);
    desk.click("Reports...");
    CHECK(dialogs.asked() == std::vector<std::string>{"Reports"});
}

TEST_CASE("the preview walks through the pages of each document, and has the same as text")
{
    Desk desk;
    open_example(desk, "five-valleys");
    ReportsOn reports(desk, {});
    auto preview = reports.preview("full");
    preview->Show();
    settle();
    auto& view = const_cast<gui::PageView&>(preview->pages());
    const std::size_t count = reports.pages("full")->count();
    REQUIRE(count > 3);
    CHECK(view.count() == count);
    const auto place = [&] { return gui::to_utf8(find_named(*preview, "preview-place")->GetLabel()); };
    const auto key = [&](int code)
    {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = code;
        event.SetEventObject(&view);
        view.GetEventHandler()->ProcessEvent(event);
        settle();
    };
    CHECK(place() == "Page 1 of " + std::to_string(count));
    CHECK_FALSE(find_named(*preview, "preview-back")->IsEnabled());
    press_named(*preview, "preview-on");
    key(WXK_PAGEDOWN);
    CHECK(place() == "Page 3 of " + std::to_string(count));
    key(WXK_PAGEUP);
    CHECK(place() == "Page 2 of " + std::to_string(count));
    key(WXK_END);
    CHECK(view.page() + 1 == count);
    CHECK_FALSE(find_named(*preview, "preview-on")->IsEnabled());
    key(WXK_PAGEDOWN);
    CHECK(view.page() + 1 == count);
    key(WXK_HOME);
    CHECK(view.page() == 0);

    view.fit(gui::PageFit::Percent, 100);
    CHECK(view.percent() == 100);
    CHECK(view.page_size() == wxSize(794, 1123));
    view.zoom_in();
    CHECK(view.percent() == 125);
    view.zoom_out();
    view.zoom_out();
    CHECK(view.percent() == 75);
    view.fit(gui::PageFit::Whole);
    CHECK(view.page_size().y <= view.GetClientSize().y);

    auto* text = dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(wxS("preview-text"), preview.get()));
    REQUIRE(text);
    CHECK(gui::to_utf8(text->GetValue()).find("Five Valleys") != std::string::npos);
    CHECK(text->GetValue().length() > 5000);
    for (const document::Block& block : report::document_of("full", reports.input()).blocks)
        if (const auto* heading = std::get_if<document::Heading>(&block.value))
        {
            CAPTURE(heading->text);
            CHECK(gui::to_utf8(text->GetValue()).find(heading->text) != std::string::npos);
        }
    auto* choice = dynamic_cast<wxChoice*>(find_named(*preview, "preview-document"));
    REQUIRE(choice);
    CHECK(choice->GetCount() == report::document_kinds().size());
    choice->SetSelection(0);
    wxCommandEvent chosen(wxEVT_CHOICE, choice->GetId());
    chosen.SetEventObject(choice);
    choice->GetEventHandler()->ProcessEvent(chosen);
    settle();
    CHECK(view.count() == reports.pages(std::string(report::document_kinds().front().id))->count());

    desk.next_path = reports.folder() / "saved.html";
    press_named(*preview, "preview-save");
    CHECK(beginning_of(desk.next_path).starts_with("<!DOCTYPE"));
    desk.next_path = reports.folder() / "without an ending";
    press_named(*preview, "preview-save");
    CHECK(beginning_of(reports.folder() / "without an ending.pdf").starts_with("%PDF"));
}
} // TEST_SUITE("reports")
