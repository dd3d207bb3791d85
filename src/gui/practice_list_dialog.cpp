#include "gui/practice_list_dialog.h"

#include "foundation/number_text.h"
#include "gui/accessibility.h"
#include "gui/column_dialog.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr int milliseconds_between_looks = 40;
constexpr int gauge_range = 1000;
constexpr int search_letters = 24;
constexpr int lines_of_files = 3;
constexpr int lines_with_faults = 6;
constexpr std::size_t most_rows = 200;
constexpr std::size_t most_faults = 20;

wxString number_words(std::size_t number)
{
    return to_wx(foundation::with_thousands(static_cast<std::int64_t>(number)));
}

wxString row_words(const directory::ListedPractice& practice)
{
    std::string words = practice.name.empty() ? practice.code : practice.name;
    if (!practice.code.empty() && !practice.name.empty())
        words += " (" + practice.code + ")";
    if (const std::string address = directory::address_line(practice); !address.empty())
        words += ", " + address;
    if (practice.patients)
        words += "; " + foundation::with_thousands(*practice.patients) + " patients";
    if (!directory::is_open_practice(practice))
        words += "; " + directory::status_words(practice);
    return to_wx(words);
}

/// "epraccur.csv, line 4: …", with what to do about it.
std::string fault_words(const foundation::Diagnostic& fault)
{
    const std::string file = path_to_utf8(utf8_to_path(fault.place.file).filename());
    const std::string line =
        fault.place.line > 0 ? to_utf8(wxString::Format(_(", line %d"), fault.place.line)) : std::string();
    return file + line + ": " + fault.message + " " + fault.advice;
}

/// What was read from each file, and what could not be.
Paragraphs file_paragraphs(const directory::PracticeList& list)
{
    Paragraphs out;
    for (const directory::ReadFile& file : list.files())
    {
        if (!file.encoding)
            continue; // its fault tells
        const std::string day = directory::as_at_words(file.origin);
        std::string words = file.name + ": " + foundation::with_thousands(static_cast<std::int64_t>(file.rows)) +
                            (file.rows == 1 ? " row" : " rows") + (day.empty() ? "" : ", " + day) + ".";
        if (file.left_out > 0)
            words += to_utf8(wxS(" ") + wxString::Format(_("%s left out; see below."), number_words(file.left_out)));
        out.push_back({Style::Body, words});
    }
    const auto& faults = list.faults();
    for (std::size_t i = 0; i < std::min(faults.size(), most_faults); ++i)
        out.push_back({Style::Bullet, fault_words(faults[i])});
    if (faults.size() > most_faults)
        out.push_back(
            {Style::Soft, to_utf8(wxString::Format(_("and %s more."), number_words(faults.size() - most_faults)))});
    return out;
}

Paragraphs words_without_files()
{
    return {
        {Style::Body, to_utf8(_("Open the NHS's list of practices (epraccur.csv) and, for list sizes, its numbers of "
                                "registered patients (gp-reg-pat-prac-all.csv). Other CSV files will do, too."))},
        {Style::Body, to_utf8(_("Download them from the NHS first: this program uses no network. It remembers which "
                                "files you opened."))}};
}

} // namespace

PracticeListDialog::PracticeListDialog(wxWindow* parent, const casefile::Case& group, const rulebase::RuleBase& rules,
                                       std::vector<wizard::PracticeListFile> files, AskFiles ask_files)
    : wxDialog(parent, wxID_ANY, _("Choose from a practice list"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_group(group),
      m_rules(rules),
      m_files(std::move(files)),
      m_ask_files(std::move(ask_files)),
      m_timer(this)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(build_files(), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    auto* halves = new wxBoxSizer(wxHORIZONTAL);
    halves->Add(build_search(), wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(12)));
    halves->Add(build_picked(), wxSizerFlags(1).Expand());
    column->Add(halves, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    column->Add(build_buttons(), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(column);
    SetEscapeId(wxID_CANCEL);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 150, room.x - FromDIP(40)),
                   std::min(GetCharHeight() * 36, room.y - FromDIP(60))));
    CentreOnParent();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
    show_picked();
    read();
}

wxSizer* PracticeListDialog::build_files()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_file_words = new ReadingPane(this, _("Files"));
    m_file_words->SetName(wxS("list-files"));
    row->Add(m_file_words, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(10)));
    auto* buttons = new wxBoxSizer(wxVERTICAL);
    auto* open = new wxButton(this, wxID_ANY, _("&Open files..."));
    open->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open_files(); });
    buttons->Add(open, wxSizerFlags().Expand());
    m_close_files = new wxButton(this, wxID_ANY, _("&Forget the files"));
    m_close_files->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close_files(); });
    buttons->Add(m_close_files, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    m_gauge = new wxGauge(this, wxID_ANY, gauge_range);
    set_accessible_name(m_gauge, _("How far reading has come"));
    buttons->Add(m_gauge, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    m_stop = new wxButton(this, wxID_ANY, _("&Stop reading"));
    m_stop->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_reading.ask_to_stop(); });
    buttons->Add(m_stop, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    row->Add(buttons, wxSizerFlags());
    return row;
}

wxSizer* PracticeListDialog::build_search()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(new wxStaticText(this, wxID_ANY, _("&Name, place, postcode or code")));
    m_typed = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_typed->SetMinSize(field_size(*this, search_letters));
    m_typed->SetName(wxS("list-search"));
    set_accessible_name(m_typed, _("Name, place, postcode or code"));
    m_typed->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    m_typed->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { pick(); });
    m_typed->Bind(wxEVT_CHAR_HOOK, &PracticeListDialog::search_key, this);
    column->Add(m_typed, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    m_everything = new wxCheckBox(this, wxID_ANY, _("&Closed ones and other organisations, too"));
    m_everything->SetName(wxS("list-everything"));
    m_everything->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { search(); });
    column->Add(m_everything, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    m_count = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_count->SetName(wxS("list-count"));
    column->Add(m_count, wxSizerFlags().Expand());
    m_rows = new wxListBox(this, wxID_ANY);
    m_rows->SetName(wxS("list-found"));
    set_accessible_name(m_rows, _("Practices that were found"));
    keep_scrollbars_visible(m_rows);
    m_rows->SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * 6));
    m_rows->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { pick(); }); // Enter, too
    column->Add(m_rows, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    m_pick = new wxButton(this, wxID_ANY, _("&Pick it"));
    m_pick->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { pick(); });
    column->Add(m_pick);
    return column;
}

wxSizer* PracticeListDialog::build_picked()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(new wxStaticText(this, wxID_ANY, _("Picked so far")));
    m_picked_rows = new wxListBox(this, wxID_ANY);
    m_picked_rows->SetName(wxS("list-picked"));
    set_accessible_name(m_picked_rows, _("Picked so far"));
    keep_scrollbars_visible(m_picked_rows);
    m_picked_rows->SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * 4));
    m_picked_rows->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { take_out(); });
    column->Add(m_picked_rows, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    m_take_out = new wxButton(this, wxID_ANY, _("&Take it out"));
    m_take_out->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take_out(); });
    column->Add(m_take_out, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    column->Add(new wxStaticText(this, wxID_ANY, _("What will be filled in")));
    m_plan = new ReadingPane(this, _("What will be filled in"));
    m_plan->SetName(wxS("list-plan"));
    m_plan->SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * 4));
    column->Add(m_plan, wxSizerFlags(2).Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    m_replace = new wxCheckBox(this, wxID_ANY, _("Where the case &differs, take the list's"));
    m_replace->SetName(wxS("list-replace"));
    m_replace->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_picked(); });
    column->Add(m_replace);
    return column;
}

wxSizer* PracticeListDialog::build_buttons()
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    m_add = new wxButton(this, wxID_OK, _("&Add to the group"));
    buttons->Add(m_add, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    buttons->Add(new wxButton(this, wxID_CANCEL, _("Cance&l")));
    return buttons;
}

void PracticeListDialog::open_files()
{
    std::vector<wizard::PracticeListFile> more;
    for (const wxString& path : m_ask_files(this))
    {
        wizard::PracticeListFile file{to_utf8(path), {}};
        if (const auto preview = directory::preview_list(to_path(path));
            preview.form == directory::ListForm::Unclear && !preview.rows.empty())
        {
            ColumnDialog columns(this, to_path(path), preview);
            if (columns.ShowModal() != wxID_OK)
                continue;
            file.mapping = columns.mapping();
        }
        more.push_back(std::move(file));
    }
    if (more.empty())
        return;
    m_files = with_files(std::move(m_files), more);
    read();
}

void PracticeListDialog::close_files()
{
    m_files.clear();
    read();
    m_file_words->SetFocus(); // its button is disabled now
}

/// Reads the files anew. What was picked belongs to the list before, and goes with it.
void PracticeListDialog::read()
{
    m_reading.stop();
    m_loaded.reset();
    m_found.clear();
    m_picked.clear();
    if (!m_files.empty())
    {
        m_reading.start(m_files);
        m_timer.Start(milliseconds_between_looks);
    }
    show_picked();
    search();
    show_files();
}

void PracticeListDialog::look()
{
    m_gauge->SetValue(m_reading.done());
    if (!m_reading.is_ready())
        return;
    m_timer.Stop();
    m_loaded = m_reading.take();
    if (m_loaded->list.stopped())
        m_loaded.reset();
    show_files();
    search();
    if (m_loaded && !m_loaded->list.practices().empty())
        m_typed->SetFocus();
    else
        m_file_words->SetFocus();
}

void PracticeListDialog::show_files()
{
    const bool reading = m_reading.is_running();
    m_gauge->Show(reading);
    m_stop->Show(reading);
    m_close_files->Show(!reading);
    m_close_files->Enable(!m_files.empty());
    if (reading)
        m_file_words->show({{Style::Body, to_utf8(_("Reading the files..."))}});
    else if (m_loaded)
        m_file_words->show(file_paragraphs(m_loaded->list));
    else if (m_files.empty())
        m_file_words->show(words_without_files());
    else
        m_file_words->show({{Style::Body, to_utf8(_("Reading was stopped. Open the files again to read them."))}});
    const int lines = m_loaded && !m_loaded->list.faults().empty() ? lines_with_faults : lines_of_files;
    m_file_words->SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * lines));
    Layout();
}

void PracticeListDialog::search()
{
    wxArrayString rows;
    wxString count;
    m_found.clear();
    if (m_loaded)
    {
        const directory::Found found = m_loaded->search.find(
            to_utf8(m_typed->GetValue()),
            m_everything->GetValue() ? directory::Among::Everything : directory::Among::OpenPractices, most_rows);
        m_found = found.practices;
        for (const std::size_t index : m_found)
            rows.Add(row_words(m_loaded->list.practices()[index]));
        if (found.total == 0)
            count = _("None found.");
        else if (found.near_only)
            count = _("None spelt so. Spelt almost so:");
        else if (found.total > m_found.size())
            count =
                wxString::Format(_("%s found, the first %s:"), number_words(found.total), number_words(m_found.size()));
        else
            count = wxString::Format(_("%s found:"), number_words(found.total));
    }
    m_count->SetLabel(count);
    m_rows->Set(rows);
    if (!rows.empty())
        m_rows->SetSelection(0);
    m_typed->Enable(m_loaded != nullptr);
    m_everything->Enable(m_loaded != nullptr);
    m_pick->Enable(!rows.empty());
}

void PracticeListDialog::search_key(wxKeyEvent& event)
{
    if (event.GetKeyCode() == WXK_DOWN && !m_rows->IsEmpty())
        m_rows->SetFocus();
    else
        event.Skip();
}

void PracticeListDialog::pick()
{
    const int row = m_rows->GetSelection();
    if (row < 0 || static_cast<std::size_t>(row) >= m_found.size())
        return;
    const std::size_t practice = m_found[static_cast<std::size_t>(row)];
    if (std::find(m_picked.begin(), m_picked.end(), practice) == m_picked.end())
        m_picked.push_back(practice);
    if (m_typed->HasFocus())
        m_typed->SelectAll(); // ready for the next
    show_picked();
}

void PracticeListDialog::take_out()
{
    const int row = m_picked_rows->GetSelection();
    if (row < 0 || static_cast<std::size_t>(row) >= m_picked.size())
        return;
    m_picked.erase(m_picked.begin() + row);
    show_picked();
    if (m_picked.empty())
        m_typed->SetFocus(); // the button is disabled now
}

void PracticeListDialog::show_picked()
{
    const int before = m_picked_rows->GetSelection();
    const bool added = m_picked.size() > m_picked_rows->GetCount();
    wxArrayString rows;
    for (const std::size_t index : m_picked)
    {
        const directory::ListedPractice& practice = m_loaded->list.practices()[index];
        rows.Add(to_wx(practice.name.empty() ? practice.code : practice.name + " (" + practice.code + ")"));
    }
    if (m_picked_rows->GetStrings() != rows)
        m_picked_rows->Set(rows);
    if (const int last = static_cast<int>(rows.size()) - 1; last >= 0)
        m_picked_rows->SetSelection(added || before < 0 ? last : std::min(before, last));
    Paragraphs words;
    bool differs = false;
    if (m_picked.empty())
        words.push_back({Style::Body, to_utf8(_("Nothing is picked yet."))});
    else
    {
        const auto plan = directory::plan_filling(m_group, m_rules, m_loaded->list, m_picked);
        for (std::string& sentence : directory::plan_words(plan, existing()))
            words.push_back({plan.size() == 1 ? Style::Body : Style::Bullet, std::move(sentence)});
        differs = std::any_of(plan.begin(), plan.end(), [](const auto& planned) { return !planned.differs.empty(); });
    }
    m_plan->show(words);
    m_take_out->Enable(!m_picked.empty());
    m_add->Enable(!m_picked.empty());
    if (m_replace->Show(differs))
        Layout();
}

directory::Existing PracticeListDialog::existing() const
{
    return m_replace->IsShown() && m_replace->GetValue() ? directory::Existing::Replace : directory::Existing::Keep;
}

} // namespace fedadvise::gui
