#include "gui/main_frame.h"

#include "gui/accessibility.h"
#include "gui/meeting_frame.h"
#include "gui/text.h"
#include "gui/text_dialog.h"
#include "wizard/journal.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/wupdlock.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr int smallest_text = 80;
constexpr int largest_text = 200;
constexpr int text_step = 20;

/// Adds an entry and gives its id.
int add_entry(wxMenu& menu, int id, const wxString& label, const wxString& help = wxString())
{
    return menu.Append(id, label, help)->GetId();
}

} // namespace

MainFrame::MainFrame(engine::Engine engine, foundation::Date today, Surroundings surroundings)
    : wxFrame(nullptr, wxID_ANY, _("Federation Adviser")),
      m_surroundings(std::move(surroundings)),
      m_today(today),
      m_conversation(std::move(engine), today),
      m_settings(wizard::load_settings(m_surroundings.settings))
{
    if (!m_surroundings.ask_path)
        m_surroundings.ask_path = ask_path_in_dialog;
    if (!m_surroundings.ask_answers)
        m_surroundings.ask_answers = ask_answer_files;
    if (!m_surroundings.ask_lists)
        m_surroundings.ask_lists = ask_practice_lists;
    if (!m_surroundings.open_outside)
        m_surroundings.open_outside = open_with_desktop;
    set_text_size(*this, m_settings.text_percent);
    build_commands();
    build_case_commands();
    build_variant_commands();
    build_menus();
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_info = new wxInfoBar(this);
    column->Add(m_info, wxSizerFlags().Expand());
    m_book = new wxSimplebook(this);
    column->Add(m_book, wxSizerFlags(1).Expand());
    SetSizer(column);
    const wxSize room = wxDisplay(this).GetClientArea().GetSize();
    SetMinClientSize(wxSize(std::min(FromDIP(480), room.x), std::min(FromDIP(320), room.y)));
    SetSize(wxSize(std::min(FromDIP(1180), room.x), std::min(FromDIP(720), room.y - FromDIP(30))));
    build_views();
    show_start();
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::on_close, this);
}

void MainFrame::build_views()
{
    m_start = new StartPanel(m_book, m_commands);
    m_book->AddPage(m_start, wxString());
    m_interview = new InterviewPanel(m_book, m_commands, [this] { refresh_if_needed(); });
    m_book->AddPage(m_interview, wxString());
}

void MainFrame::build_commands()
{
    m_commands.choose = [this](const auto& question, const auto& practice, const auto& option)
    {
        m_conversation.choose(question, practice, option);
        changed();
    };
    m_commands.choose_set = [this](const auto& question, const auto& practice, const auto& options)
    {
        m_conversation.choose_set(question, practice, options);
        changed();
    };
    m_commands.write = [this](const auto& question, const auto& practice, const auto& text)
    {
        m_conversation.write(question, practice, text);
        changed();
    };
    m_commands.say_unknown = [this](const auto& question, const auto& practice)
    {
        m_conversation.say_unknown(question, practice);
        changed();
    };
    m_commands.clear = [this](const auto& question, const auto& practice)
    {
        m_conversation.clear(question, practice);
        changed();
    };
    m_commands.set_note = [this](const auto& question, const auto& practice, const auto& note)
    {
        m_conversation.set_note(question, practice, note);
        changed();
    };
    m_commands.go_to = [this](const auto& step)
    {
        commit();
        m_practice.clear();
        m_conversation.go_to(step);
        refresh_soon();
    };
    m_commands.go_back = [this]
    {
        m_conversation.go_back();
        refresh_soon();
    };
    m_commands.go_on = [this] { go_on(); };
    m_commands.check_step = [this] { (void)m_conversation.check_step(); };
    m_commands.show_question = [this](const auto& step, const auto& practice, const auto& question)
    {
        // Copies: the view that asks may be drawn anew before the end
        CallAfter([this, step, practice, question] { show_question(step, practice, question); });
    };
}

void MainFrame::build_case_commands()
{
    m_commands.add_practice = [this]
    {
        commit();
        m_practice = m_conversation.add_practice();
        changed();
    };
    m_commands.choose_from_list = [this] { CallAfter([this] { choose_from_list(); }); };
    m_commands.edit_practice = [this](const auto& practice)
    {
        commit();
        m_practice = practice;
        refresh_soon();
    };
    m_commands.remove_practice = [this](const auto& practice)
    {
        m_conversation.remove_practice(practice);
        changed();
    };
    m_commands.name_practice = [this](const auto& practice, const auto& name, const auto& ods_code)
    {
        m_conversation.name_practice(practice, name, ods_code);
        changed();
    };
    m_commands.commit_practice = [this](const auto& practice, const auto& written)
    {
        m_conversation.commit_practice(practice, written);
        changed();
    };
    m_commands.close_practice = [this]
    {
        m_practice.clear();
        refresh_soon();
    };
    m_commands.set_title = [this](const auto& title)
    {
        m_conversation.set_title(title);
        changed();
    };
    m_commands.new_group = [this] { new_group(); };
    m_commands.open_case = [this]
    {
        const wxString path = m_surroundings.ask_path(this, PathPurpose::OpenCase, wxString());
        if (!path.empty())
            open(to_path(path), FileRole::Own);
    };
    m_commands.open_file = [this](const auto& path) { open(utf8_to_path(path), FileRole::Own); };
    m_commands.open_example = [this](const auto& path) { open(utf8_to_path(path), FileRole::Example); };
    m_commands.show_reports = [this] { CallAfter([this] { show_reports(); }); };
}

void MainFrame::build_menus()
{
    auto* bar = new wxMenuBar;
    build_file_menu(*bar);
    build_edit_menu(*bar);
    build_view_menu(*bar);
    build_variant_menu(*bar);
    build_answers_menu(*bar);
    build_rules_menu(*bar);
    build_help_menu(*bar);
    SetMenuBar(bar);
}

void MainFrame::build_file_menu(wxMenuBar& bar)
{
    auto* menu = new wxMenu;
    add_entry(*menu, wxID_NEW, _("&New group\tCtrl+N"));
    add_entry(*menu, wxID_OPEN, _("&Open...\tCtrl+O"));
    m_recent_menu = new wxMenu;
    menu->AppendSubMenu(m_recent_menu, _("Open &recent"));
    menu->AppendSeparator();
    add_entry(*menu, wxID_SAVE, _("&Save\tCtrl+S"));
    add_entry(*menu, wxID_SAVEAS, _("Save &as...\tCtrl+Shift+S"));
    m_reports_id = add_entry(*menu, wxID_ANY, _("&Reports...\tCtrl+R"),
                             _("Documents of the result: look at them, print them, write them into files"));
    menu->AppendSeparator();
    add_entry(*menu, wxID_CLOSE, _("&Close the case\tCtrl+W"));
    add_entry(*menu, wxID_EXIT, _("&Quit\tCtrl+Q"));
    bar.Append(menu, _("&File"));
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { m_commands.new_group(); }, wxID_NEW);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { m_commands.open_case(); }, wxID_OPEN);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { save(); }, wxID_SAVE);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { save_as(); }, wxID_SAVEAS);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_reports(); }, m_reports_id);
    Bind(
        wxEVT_MENU,
        [this](wxCommandEvent&)
        {
            if (may_leave_case())
                show_start();
        },
        wxID_CLOSE);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { Close(); }, wxID_EXIT);
}

void MainFrame::build_edit_menu(wxMenuBar& bar)
{
    auto* menu = new wxMenu;
    add_entry(*menu, wxID_UNDO, _("&Undo\tCtrl+Z"));
    add_entry(*menu, wxID_REDO, _("&Redo\tCtrl+Y"));
    bar.Append(menu, _("&Edit"));
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { undo(); }, wxID_UNDO);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { redo(); }, wxID_REDO);
}

void MainFrame::build_view_menu(wxMenuBar& bar)
{
    auto* menu = new wxMenu;
    add_entry(*menu, wxID_ZOOM_IN, _("Text &larger\tCtrl++"));
    add_entry(*menu, wxID_ZOOM_OUT, _("Text &smaller\tCtrl+-"));
    add_entry(*menu, wxID_ZOOM_100, _("&Standard text\tCtrl+0"));
    menu->AppendSeparator();
    const int live = add_entry(*menu, wxID_ANY, _("What it &points to so far\tCtrl+L"));
    const int next = add_entry(*menu, wxID_ANY, _("Go to the question that settles &most\tCtrl+G"));
    const int room = add_entry(*menu, wxID_ANY, _("For the &room: one question in large letters\tF5"));
    bar.Append(menu, _("&View"));
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { static_cast<void>(begin_meeting()); }, room);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_next_question(); }, next);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { set_text_percent(m_settings.text_percent + text_step); }, wxID_ZOOM_IN);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { set_text_percent(m_settings.text_percent - text_step); }, wxID_ZOOM_OUT);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { set_text_percent(100); }, wxID_ZOOM_100);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { read_live(); }, live);
}

void MainFrame::build_help_menu(wxMenuBar& bar)
{
    auto* menu = new wxMenu;
    const int keys = add_entry(*menu, wxID_ANY, _("&Keyboard\tF1"));
    menu->AppendSeparator();
    const int scope = add_entry(*menu, wxID_ANY, _("What it is &for, and what not"));
    const int accessibility = add_entry(*menu, wxID_ANY, _("A&ccessibility"));
    const int licences = add_entry(*menu, wxID_ANY, _("&Licences of what is inside"));
    menu->AppendSeparator();
    add_entry(*menu, wxID_ABOUT, _("&About"));
    bar.Append(menu, _("&Help"));
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_text("scope", _("What it is for, and what not")); }, scope);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_text("accessibility", _("Accessibility")); }, accessibility);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_text("licences", _("Licences of what is inside")); }, licences);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_keyboard(); }, keys);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_about(); }, wxID_ABOUT);
}

MeetingFrame* MainFrame::begin_meeting()
{
    if (!m_case_open)
    {
        notify(_("Open a case first, or begin a new group."));
        return nullptr;
    }
    commit();
    std::string first;
    for (const wizard::SectionScreen& section : m_conversation.page().sections)
        for (const wizard::QuestionScreen& question : section.questions)
            if (first.empty())
                first = question.id;
    auto* frame = new MeetingFrame(this, m_conversation, first, [this] { changed(); });
    frame->ShowFullScreen(true);
    return frame;
}

void MainFrame::commit()
{
    if (m_case_open)
        m_interview->commit();
}

void MainFrame::changed()
{
    if (m_info->IsShown())
        m_info->Dismiss(); // it spoke of the state before
    write_journal_now();
    refresh_soon();
}

void MainFrame::write_journal_now()
{
    if (!m_case_open || !m_conversation.has_unsaved_changes())
        return;
    const auto written = wizard::write_journal(m_surroundings.recovery, m_conversation.file(), path_to_utf8(m_path));
    if (!written)
        notify(_("Your answers could not be kept against a crash: ") + to_wx(written.error().message));
}

void MainFrame::close_keeping_work()
{
    commit();
    Close(true);
}

void MainFrame::refresh_soon()
{
    if (!std::exchange(m_refresh_wanted, true))
        CallAfter(&MainFrame::refresh_if_needed);
}

void MainFrame::refresh_if_needed()
{
    if (m_refresh_wanted)
        refresh_now();
}

void MainFrame::refresh_now()
{
    m_refresh_wanted = false;
    const auto& practices = m_conversation.group().practices;
    if (std::none_of(practices.begin(), practices.end(),
                     [&](const auto& practice) { return practice.id == m_practice; }))
        m_practice.clear();
    if (m_case_open)
    {
        InterviewScreen screen;
        screen.steps = m_conversation.steps();
        screen.page = m_conversation.page();
        screen.group_title = m_conversation.group().title;
        if (!m_practice.empty())
            screen.form = m_conversation.practice_form(m_practice);
        if (screen.page.kind == wizard::PageKind::CheckAnswers)
            screen.check_lines = m_conversation.check_lines();
        else if (screen.page.kind == wizard::PageKind::Result)
        {
            screen.advice = m_conversation.advice();
            screen.what_if = what_if_screen();
        }
        else
            screen.live = m_conversation.live_panel();
        m_interview->show(std::move(screen));
    }
    refresh_title();
}

void MainFrame::refresh_title()
{
    wxString title = _("Federation Adviser");
    if (m_case_open)
    {
        const std::string& name = m_conversation.group().title;
        title = (name.empty() ? _("Untitled group") : to_wx(name)) +
                (m_conversation.has_unsaved_changes() ? wxString(wxS("*")) : wxString()) + wxS(" — ") + title;
    }
    if (GetTitle() != title)
        SetTitle(title);
    wxMenuBar& bar = *GetMenuBar();
    for (const int id : {int(wxID_SAVE), int(wxID_SAVEAS), int(wxID_CLOSE), m_reports_id})
        bar.Enable(id, m_case_open);
    refresh_variant_menu();
    refresh_answers_menu();
    bar.Enable(wxID_UNDO, m_case_open && m_conversation.can_undo());
    bar.Enable(wxID_REDO, m_case_open && m_conversation.can_redo());
}

void MainFrame::go_on()
{
    if (m_conversation.go_on())
    {
        refresh_soon();
        return;
    }
    refresh_now();
    m_interview->focus_errors();
}

void MainFrame::show_question(const std::string& step, const std::string& practice, const std::string& question)
{
    commit();
    m_conversation.go_to(step);
    m_practice = practice;
    refresh_now();
    m_interview->focus_question(question, practice);
}

void MainFrame::undo()
{
    commit();
    m_conversation.undo();
    changed();
}

void MainFrame::redo()
{
    commit();
    m_conversation.redo();
    changed();
}

void MainFrame::set_text_percent(int percent)
{
    percent = std::clamp(percent, smallest_text, largest_text);
    if (percent == m_settings.text_percent)
        return;
    commit();
    m_settings.text_percent = percent;
    static_cast<void>(wizard::save_settings(m_surroundings.settings, m_settings)); // not remembered, no more
    set_text_size(*this, percent);
    CallAfter(
        [this]
        {
            const wxWindowUpdateLocker lock(this);
            const int page = m_book->GetSelection();
            m_book->DeleteAllPages();
            build_views();
            show_start();
            m_case_open = page == 1;
            if (m_case_open)
                m_book->SetSelection(1);
            refresh_now();
        });
}

void MainFrame::read_live()
{
    if (!m_case_open)
        return;
    commit();
    refresh_now();
    if (m_interview->live_is_visible())
        m_interview->focus_live();
    else
        TextDialog(this, _("What your answers point to so far"), m_interview->live_text()).ShowModal();
}

void MainFrame::show_next_question()
{
    if (!m_case_open)
        return;
    commit();
    const wizard::LivePanel live = m_conversation.live_panel();
    if (live.next_place.question.empty())
        return notify(to_wx(live.undecided));
    show_question(live.next_place.step, live.next_place.practice, live.next_place.question);
}

void MainFrame::show_about()
{
    const rulebase::RuleBase& rules = m_conversation.engine().rules();
    const Paragraphs text{
        {Style::Title, to_utf8(_("Federation Adviser ")) + FEDADVISE_VERSION},
        {Style::Body,
         to_utf8(_("Helps groups of GP practices see how closely they could work together, and in what legal form."))},
        {Style::Body,
         to_utf8(_("It informs a decision and never makes it. It gives no legal, tax or pensions advice."))},
        {Style::Heading, to_utf8(_("Rules"))},
        {Style::Body,
         rules.id + " " + rules.version + to_utf8(_(", as at ")) + foundation::date_in_words(rules.as_at) + "."},
        {Style::Heading, to_utf8(_("Your data"))},
        {Style::Body,
         to_utf8(
             _("Everything stays on this computer: no network, no account. Do not enter anything about patients."))},
    };
    TextDialog(this, _("About Federation Adviser"), text).ShowModal();
}

void MainFrame::show_keyboard()
{
    const auto key = [](const wxString& keys, const wxString& what) {
        return Paragraph{Style::Bullet, to_utf8(keys + wxS(": ") + what)};
    };
    const Paragraphs text{
        {Style::Title, to_utf8(_("Keyboard"))},
        key(_("Tab, Shift+Tab"), _("to the next and the previous field")),
        key(_("Arrow keys, Space"), _("choose an answer")),
        key(_("Alt+C, Alt+B"), _("continue, back")),
        key(_("F5"), _("put questions to a room, in large letters")),
        key(_("Ctrl+L"), _("read what the answers point to so far")),
        key(_("Ctrl+G"), _("go to the question that settles most")),
        key(_("Ctrl+Z, Ctrl+Y"), _("undo, redo")),
        key(_("Ctrl+N, Ctrl+O, Ctrl+S"), _("new group, open, save")),
        key(_("Ctrl+R"), _("reports: look at them, print them, write them into files")),
        key(_("Page Up, Page Down, Home, End"), _("the pages of a document in the preview")),
        key(_("Ctrl+I"), _("add a variant: what if")),
        key(_("Ctrl+Shift+I, Ctrl+B"), _("the variants, back to the case itself")),
        key(_("Ctrl+Shift+N, Ctrl+M"), _("invite practices, merge their answers")),
        key(_("Ctrl+T, Ctrl+D"), _("type in a paper form, decide what differs")),
        key(_("Ctrl++, Ctrl+-, Ctrl+0"), _("larger, smaller, standard text")),
        key(_("Ctrl+Page Up, Ctrl+Page Down"), _("the parts of the result")),
        key(_("Ctrl+W, Ctrl+Q"), _("close the case, quit")),
    };
    TextDialog(this, _("Keyboard"), text).ShowModal();
}

void MainFrame::notify(const wxString& message)
{
    m_info->ShowMessage(message, wxICON_INFORMATION);
    Layout();
}

void MainFrame::tell(const wxString& title, const wxString& message)
{
    wxMessageDialog(this, message, title, wxOK | wxICON_WARNING).ShowModal();
}

void MainFrame::on_close(wxCloseEvent& event)
{
    if (event.CanVeto() && !may_leave_case())
    {
        event.Veto();
        return;
    }
    if (!event.CanVeto())
        write_journal_now(); // the session ends: keep everything
    Destroy();
}

} // namespace fedadvise::gui
