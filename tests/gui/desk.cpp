#include "desk.h"

#include "gui/look.h"
#include "gui/text.h"
#include "rulebase/loading.h"
#include "rulebase/places.h"

#include <doctest/doctest.h>

#include <wx/app.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/evtloop.h>
#include <wx/msgdlg.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

#include <atomic>

using namespace fedadvise;
using gui::to_utf8;
using gui::to_wx;

namespace gui_test
{
namespace
{

std::vector<std::string> failed_asserts;

template <class Event = wxCommandEvent>
void send(wxWindow& control, wxEventType type, int number = 0)
{
    Event event(type, control.GetId());
    event.SetEventObject(&control);
    event.SetInt(number);
    control.GetEventHandler()->ProcessEvent(event);
    settle();
}

std::string label_of(wxWindow* window)
{
    if (auto* radio = dynamic_cast<gui::WrappedRadio*>(window))
        return to_utf8(radio->whole_label());
    if (auto* check = dynamic_cast<gui::WrappedCheck*>(window))
        return to_utf8(check->whole_label());
    if (auto* button = dynamic_cast<gui::WrappedButton*>(window))
        return to_utf8(button->whole_label());
    return to_utf8(wxControl::RemoveMnemonics(window->GetLabel()));
}

} // namespace

void note_assert(const wxString& what)
{
    failed_asserts.push_back(to_utf8(what));
}

TemporaryFolder::TemporaryFolder()
{
    static std::atomic<int> count = 0;
    // A name with letters outside ASCII: paths must survive them
    m_path = std::filesystem::temp_directory_path() /
             gui::utf8_to_path("fedadvise-gui-tŷ-" + std::to_string(wxGetProcessId()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

int DialogAnswers::Enter(wxDialog* dialog)
{
    m_asked.push_back(to_utf8(dialog->GetTitle()));
    if (m_answers.empty())
    {
        m_unexpected = true;
        return wxID_CANCEL;
    }
    const int answer = m_answers.front();
    m_answers.erase(m_answers.begin());
    return answer;
}

engine::Engine whole_engine()
{
    static const rulebase::LoadedRuleBase loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    REQUIRE(loaded.rules);
    static const engine::Engine engine(loaded.rules);
    return engine;
}

Desk::Desk() : Desk(std::filesystem::path()) {}

Desk::Desk(std::filesystem::path folder) : m_folder(std::move(folder))
{
    static TemporaryFolder all;
    static int count = 0;
    if (m_folder.empty())
        m_folder = all.path() / std::to_string(++count);
    std::filesystem::create_directories(m_folder);
    gui::Surroundings surroundings;
    surroundings.examples = FEDADVISE_EXAMPLES_DIR;
    surroundings.texts = FEDADVISE_TEXTS_DIR;
    surroundings.settings = m_folder;
    surroundings.recovery = m_folder / "recovery";
    surroundings.ask_path = [this](wxWindow*, gui::PathPurpose, const wxString&)
    { return to_wx(gui::path_to_utf8(next_path)); };
    surroundings.ask_answers = [this](wxWindow*)
    {
        std::vector<wxString> paths;
        for (const std::filesystem::path& path : next_paths)
            paths.push_back(to_wx(gui::path_to_utf8(path)));
        return paths;
    };
    surroundings.ask_lists = surroundings.ask_answers;
    surroundings.fonts = rulebase::find_fonts({}, {});
    surroundings.rule_packs = {m_folder / "rule-packs", FEDADVISE_RULES_DIR, {}};
    surroundings.use_new_rules = [this](const std::filesystem::path& open) { begun_anew.push_back(open); };
    surroundings.open_outside = [this](const std::filesystem::path& path)
    {
        opened_outside.push_back(path);
        return true;
    };
    m_frame = new gui::MainFrame(whole_engine(), {2026, 11, 22}, surroundings);
    m_frame->Show();
    const auto is_wide = [this] { return m_frame->IsShownOnScreen() && m_frame->GetClientSize().x > 1000; };
    // A window manager may answer late, or take the smallest size for the wanted one: wait until the size has stayed.
    for (int steady = 0, tries = 0; steady < 10 && tries < 20; ++tries)
    {
        if (!until(is_wide))
            m_frame->SetSize(wxSize(1180, 720));
        wxMilliSleep(5);
        wxYield();
        steady = is_wide() ? steady + 1 : 0;
    }
    REQUIRE(is_wide());
    settle();
}

Desk::~Desk()
{
    m_frame->Destroy();
    settle();
    for (const std::string& failed : std::exchange(failed_asserts, {}))
    {
        CAPTURE(failed);
        CHECK_MESSAGE(false, "a wx assert failed");
    }
}

bool until(const std::function<bool()>& done)
{
    const wxStopWatch watch;
    while (!done())
    {
        if (watch.Time() > 3000)
            return false;
        wxYield();
        wxMilliSleep(2);
    }
    return true;
}

void settle()
{
    for (int round = 0; round < 3; ++round)
    {
        wxYield();
        wxTheApp->ProcessPendingEvents();
    }
}

wxWindow* find_named(wxWindow& root, const std::string& name)
{
    wxWindow* found = nullptr;
    walk_shown(&root,
               [&](wxWindow* window)
               {
                   if (!found && to_utf8(window->GetName()) == name)
                       found = window;
               });
    return found;
}

void press_named(wxWindow& root, const std::string& name)
{
    CAPTURE(name);
    wxWindow* button = find_named(root, name);
    REQUIRE(button);
    REQUIRE(button->IsEnabled());
    send(*button, wxEVT_BUTTON);
}

void tick(wxWindow& root, const std::string& name, bool on)
{
    CAPTURE(name);
    auto* box = dynamic_cast<wxCheckBox*>(find_named(root, name));
    REQUIRE(box);
    REQUIRE(box->IsEnabled());
    box->SetValue(on);
    send(*box, wxEVT_CHECKBOX, on ? 1 : 0);
}

void walk_shown(wxWindow* root, const std::function<void(wxWindow*)>& visit)
{
    if (!root->IsShown())
        return;
    visit(root);
    for (wxWindow* child : root->GetChildren())
        walk_shown(child, visit);
}

wxWindow* Desk::find_shown(const std::function<bool(wxWindow*)>& is_it)
{
    wxWindow* found = nullptr;
    walk_shown(m_frame,
               [&](wxWindow* window)
               {
                   if (!found && is_it(window))
                       found = window;
               });
    return found;
}

void Desk::click(const std::string& button_label)
{
    CAPTURE(button_label);
    wxWindow* button = find_shown([&](wxWindow* window)
                                  { return dynamic_cast<wxButton*>(window) && label_of(window) == button_label; });
    REQUIRE(button);
    REQUIRE(button->IsEnabled());
    send(*button, wxEVT_BUTTON);
}

void Desk::click_named(const std::string& name)
{
    CAPTURE(name);
    wxWindow* button = find_shown([&](wxWindow* window) { return to_utf8(window->GetName()) == name; });
    REQUIRE(button);
    send(*button, wxEVT_BUTTON);
}

void Desk::go_to(const std::string& step_title)
{
    CAPTURE(step_title);
    CAPTURE(m_frame->GetSize().x);
    CAPTURE(m_frame->GetCharWidth());
    wxWindow* button =
        find_shown([&](wxWindow* window)
                   { return dynamic_cast<wxButton*>(window) && label_of(window).ends_with(". " + step_title); });
    REQUIRE(button);
    send(*button, wxEVT_BUTTON);
}

void Desk::menu(int id)
{
    wxCommandEvent event(wxEVT_MENU, id);
    event.SetEventObject(m_frame);
    m_frame->GetEventHandler()->ProcessEvent(event);
    settle();
}

void Desk::menu(const std::string& menu_title, const std::string& entry)
{
    const int id = m_frame->GetMenuBar()->FindMenuItem(to_wx(menu_title), to_wx(entry));
    REQUIRE(id != wxNOT_FOUND);
    REQUIRE(m_frame->GetMenuBar()->IsEnabled(id));
    menu(id);
}

void Desk::type(wxTextCtrl& field, const std::string& text)
{
    field.SetFocus();
    field.SetValue(to_wx(text));
    wxFocusEvent away(wxEVT_KILL_FOCUS, field.GetId());
    away.SetEventObject(&field);
    field.GetEventHandler()->ProcessEvent(away);
    settle();
}

wxWindow* Desk::question(const std::string& question, const std::string& practice)
{
    const std::string name = "question:" + question + ":" + practice;
    return find_shown([&](wxWindow* window) { return to_utf8(window->GetName()) == name; });
}

void Desk::answer(const std::string& id, const std::string& option_label, const std::string& practice)
{
    CAPTURE(id);
    CAPTURE(option_label);
    wxWindow* panel = question(id, practice);
    REQUIRE(panel);
    for (wxWindow* control : panel->GetChildren())
    {
        if (!control->IsShown() || label_of(control) != option_label)
            continue;
        if (auto* radio = dynamic_cast<wxRadioButton*>(control))
        {
            radio->SetValue(true);
            send(*radio, wxEVT_RADIOBUTTON, 1);
            return;
        }
        if (auto* check = dynamic_cast<wxCheckBox*>(control))
        {
            check->SetValue(!check->GetValue());
            send(*check, wxEVT_CHECKBOX, check->GetValue() ? 1 : 0);
            return;
        }
    }
    FAIL("no such option on screen");
}

void Desk::write(const std::string& id, const std::string& text, const std::string& practice)
{
    type(field_of(id, practice), text);
}

wxTextCtrl& Desk::field(const std::string& name)
{
    CAPTURE(name);
    wxWindow* found = find_shown([&](wxWindow* window) { return to_utf8(window->GetName()) == name; });
    auto* text = dynamic_cast<wxTextCtrl*>(found);
    REQUIRE(text);
    return *text;
}

wxTextCtrl& Desk::field_of(const std::string& id, const std::string& practice)
{
    CAPTURE(id);
    wxWindow* panel = question(id, practice);
    REQUIRE(panel);
    wxTextCtrl* found = nullptr;
    for (wxWindow* control : panel->GetChildren())
    {
        if (auto* text = dynamic_cast<wxTextCtrl*>(control); text && !found)
            found = text;
    }
    REQUIRE(found);
    return *found;
}

std::string Desk::chosen(const std::string& id, const std::string& practice)
{
    CAPTURE(id);
    wxWindow* panel = question(id, practice);
    REQUIRE(panel);
    std::string labels;
    for (wxWindow* control : panel->GetChildren())
    {
        auto* radio = dynamic_cast<wxRadioButton*>(control);
        auto* check = dynamic_cast<wxCheckBox*>(control);
        if ((radio && radio->GetValue()) || (check && check->GetValue()))
            labels += (labels.empty() ? "" : ", ") + label_of(control);
    }
    return labels;
}

std::string Desk::heading()
{
    wxWindow* largest = nullptr;
    walk_shown(m_frame,
               [&](wxWindow* window)
               {
                   if (dynamic_cast<gui::WrappedText*>(window) && window->IsShownOnScreen() &&
                       (!largest || window->GetFont().GetPointSize() > largest->GetFont().GetPointSize()))
                       largest = window;
               });
    REQUIRE(largest);
    return to_utf8(dynamic_cast<gui::WrappedText*>(largest)->text());
}

std::string Desk::title() const
{
    return to_utf8(m_frame->GetTitle());
}

bool Desk::shows_text(const std::string& part)
{
    return find_shown(
               [&](wxWindow* window)
               {
                   if (auto* text = dynamic_cast<gui::WrappedText*>(window))
                       return window->IsShownOnScreen() && to_utf8(text->text()).find(part) != std::string::npos;
                   if (auto* field = dynamic_cast<wxTextCtrl*>(window))
                       return window->IsShownOnScreen() && to_utf8(field->GetValue()).find(part) != std::string::npos;
                   return false;
               }) != nullptr;
}

std::string Desk::text_of(const std::string& name)
{
    CAPTURE(name);
    wxWindow* found = find_shown([&](wxWindow* window) { return to_utf8(window->GetName()) == name; });
    REQUIRE(found);
    if (auto* text = dynamic_cast<gui::WrappedText*>(found))
        return to_utf8(text->text());
    auto* field = dynamic_cast<wxTextCtrl*>(found);
    REQUIRE(field);
    return to_utf8(field->GetValue());
}

} // namespace gui_test
