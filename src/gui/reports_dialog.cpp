#include "gui/reports_dialog.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/statline.h>

#include <algorithm>
#include <system_error>

namespace fedadvise::gui
{
namespace
{

const std::string documents_field = "documents", formats_field = "formats", day_field = "first-day",
                  folder_field = "folder";

wxString why_not_here(std::string_view document)
{
    return document == "practices" ? _("Not for this case: it lists fewer than two practices.")
                                   : _("This case does not have what it is about.");
}

/// A check box and, below it, what it stands for.
WrappedCheck* add_choice(wxWindow* parent, wxSizer& column, const wxString& label, const wxString& about, bool chosen,
                         bool possible)
{
    auto* box = new WrappedCheck(parent, label);
    box->SetValue(chosen && possible);
    box->Enable(possible);
    set_accessible_name(box, about.empty() ? label : label + wxS(". ") + about);
    column.Add(box, wxSizerFlags().Expand().Border(wxTOP, parent->FromDIP(4)));
    if (!about.empty())
        column.Add(make_soft_text(parent, about), wxSizerFlags().Expand().Border(wxLEFT, parent->FromDIP(26)));
    return box;
}

bool holds(const std::vector<std::string>& ids, std::string_view id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

ReportsDialog::ReportsDialog(wxWindow* parent, ReportMaterial& material, const wizard::ReportSettings& chosen,
                             ReportTools tools)
    : wxDialog(parent, wxID_ANY, _("Reports"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_material(material),
      m_tools(std::move(tools)),
      m_work(material, m_tools.fonts),
      m_timer(this)
{
    auto* whole = new wxBoxSizer(wxVERTICAL);
    m_page = new ScrollPage(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_errors = new ErrorSummary(m_page, [this](const wizard::ErrorLine& error) { go_to_field(error.question); });
    column->Add(m_errors, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    auto* halves = new wxBoxSizer(wxHORIZONTAL);
    halves->Add(build_documents(chosen), wxSizerFlags(6).Border(wxRIGHT, FromDIP(20)));
    halves->Add(build_formats(chosen), wxSizerFlags(5));
    column->Add(halves, wxSizerFlags().Expand());
    build_folder(*column, chosen.folder);
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add(column, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    m_page->SetSizer(margin);
    whole->Add(m_page, wxSizerFlags(1).Expand());
    whole->Add(build_outcome(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    whole->Add(new wxStaticLine(this), wxSizerFlags().Expand());
    whole->Add(build_buttons(), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(whole);
    SetEscapeId(wxID_CLOSE);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 124, room.x - FromDIP(30)),
                   std::min(GetCharHeight() * 34, room.y - FromDIP(50))));
    CentreOnParent();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             lay_out();
         });
    m_outcome->Hide();
    lay_out();
    if (!m_documents.empty())
        m_documents.front().box->SetFocus();
}

wxSizer* ReportsDialog::build_documents(const wizard::ReportSettings& chosen)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(m_page, _("Which documents?"), 1.15), wxSizerFlags().Expand());
    m_field_errors.emplace_back(documents_field, add_error_text(m_page, *column));
    for (const report::DocumentKind& kind : report::document_kinds())
    {
        const bool possible = m_material.has(kind.id);
        const bool wanted_before = holds(chosen.documents, kind.id);
        if (wanted_before && !possible)
            m_not_here.emplace_back(kind.id);
        WrappedCheck* box = add_choice(m_page, *column, to_wx(kind.name),
                                       possible ? to_wx(kind.about) : why_not_here(kind.id), wanted_before, possible);
        box->SetName(to_wx("document:" + std::string(kind.id)));
        m_documents.push_back({std::string(kind.id), box});
    }
    return column;
}

wxSizer* ReportsDialog::build_formats(const wizard::ReportSettings& chosen)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(m_page, _("As what?"), 1.15), wxSizerFlags().Expand());
    m_field_errors.emplace_back(formats_field, add_error_text(m_page, *column));
    for (const report::FileFormat& format : report::file_formats())
    {
        WrappedCheck* box =
            add_choice(m_page, *column, to_wx(format.name), wxString(), holds(chosen.formats, format.id), true);
        box->SetName(to_wx("format:" + std::string(format.id)));
        m_formats.push_back({std::string(format.id), box});
    }
    column->Add(make_heading(m_page, _("The plan"), 1.15), wxSizerFlags().Expand().Border(wxTOP, FromDIP(14)));
    m_calendar = add_choice(m_page, *column, _("Calendar file with the dates (ICS)"),
                            _("Outlook and phones take it in: steps, set-up, and the days to decide by."),
                            chosen.calendar, true);
    m_calendar->SetName(wxS("calendar"));
    column->Add(new wxStaticText(m_page, wxID_ANY, _("First &day of the plan, such as 2026-11-22")),
                wxSizerFlags().Border(wxTOP, FromDIP(10)));
    m_field_errors.emplace_back(day_field, add_error_text(m_page, *column));
    m_first_day = new wxTextCtrl(m_page, wxID_ANY, to_wx(foundation::date_text(m_tools.today)));
    m_first_day->SetName(wxS("first-day"));
    set_accessible_name(m_first_day, _("First day of the plan, year, month and day, such as 2026-11-22"));
    m_first_day->SetMinSize(field_size(*this, 12));
    column->Add(m_first_day, wxSizerFlags().Border(wxTOP, FromDIP(4)));
    return column;
}

void ReportsDialog::build_folder(wxSizer& column, const std::string& folder)
{
    column.Add(make_line(m_page), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(10)));
    column.Add(new wxStaticText(m_page, wxID_ANY, _("&Folder for the files")));
    m_field_errors.emplace_back(folder_field, add_error_text(m_page, column));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_folder = new wxTextCtrl(m_page, wxID_ANY, to_wx(folder.empty() ? path_to_utf8(m_tools.fallback_folder) : folder));
    m_folder->SetName(wxS("report-folder"));
    set_accessible_name(m_folder, _("Folder for the files"));
    m_folder->SetMinSize(field_size(*this, 24));
    row->Add(m_folder, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(6)));
    auto* button = new wxButton(m_page, wxID_ANY, _("&Browse..."));
    button->SetName(wxS("browse"));
    button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
    row->Add(button, wxSizerFlags().CentreVertical());
    column.Add(row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    m_actions.push_back(button);
}

WrappedText* ReportsDialog::add_error_text(wxWindow* parent, wxSizer& column)
{
    auto* text = new WrappedText(parent, wxString());
    text->SetForegroundColour(colours().error);
    text->Hide();
    column.Add(text, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    return text;
}

wxWindow* ReportsDialog::build_outcome()
{
    m_outcome = new wxPanel(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_words = new WrappedText(m_outcome, wxString());
    m_words->SetName(wxS("report-words"));
    column->Add(m_words, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_gauge = new wxGauge(m_outcome, wxID_ANY, 1);
    set_accessible_name(m_gauge, _("How far the work has come"));
    row->Add(m_gauge, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(6)));
    m_stop = new wxButton(m_outcome, wxID_ANY, _("S&top"));
    m_stop->SetName(wxS("stop"));
    m_stop->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_work.ask_to_stop(); });
    row->Add(m_stop, wxSizerFlags().CentreVertical());
    m_files = new wxListBox(m_outcome, wxID_ANY);
    m_files->SetName(wxS("written-files"));
    set_accessible_name(m_files, _("Files that were written"));
    keep_scrollbars_visible(m_files);
    m_files->SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * 5));
    m_files->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { open_file(); }); // Enter, too
    row->Add(m_files, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(6)));
    auto* buttons = new wxBoxSizer(wxVERTICAL);
    m_open = new wxButton(m_outcome, wxID_ANY, _("&Open it"));
    m_open->SetName(wxS("open-file"));
    m_open->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open_file(); });
    buttons->Add(m_open, wxSizerFlags().Expand());
    m_open_folder = new wxButton(m_outcome, wxID_ANY, _("Open the fo&lder"));
    m_open_folder->SetName(wxS("open-folder"));
    m_open_folder->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open_folder(); });
    buttons->Add(m_open_folder, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    row->Add(buttons, wxSizerFlags());
    column->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    m_outcome->SetSizer(column);
    return m_outcome;
}

wxSizer* ReportsDialog::build_buttons()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const wxString& label, const wxString& name, void (ReportsDialog::*action)())
    {
        auto* button = new wxButton(this, wxID_ANY, label);
        button->SetName(name);
        button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) { (this->*action)(); });
        row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
        m_actions.push_back(button);
        return button;
    };
    add(_("Pre&view..."), wxS("preview"), &ReportsDialog::preview);
    add(_("&Print..."), wxS("print"), &ReportsDialog::print);
    row->AddStretchSpacer();
    add(_("&Write the files"), wxS("write"), &ReportsDialog::write)->SetFont(scaled_font(*this, 1, wxFONTWEIGHT_BOLD));
    auto* close_button = new wxButton(this, wxID_CLOSE, _("&Close"));
    close_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(); });
    row->Add(close_button);
    keep_buttons_in_reach(*this);
    return row;
}

void ReportsDialog::lay_out()
{
    if (m_page == nullptr || m_outcome == nullptr)
        return;
    Layout();
    if (m_outcome->IsShown())
        lay_out_wrapped(*m_outcome);
    Layout();
    m_page->lay_out();
}

wizard::ReportSettings ReportsDialog::chosen() const
{
    wizard::ReportSettings now{{}, {}, m_calendar->GetValue(), to_utf8(m_folder->GetValue())};
    for (const Choice& choice : m_documents)
        if (choice.box->GetValue() || holds(m_not_here, choice.id))
            now.documents.push_back(choice.id);
    for (const Choice& choice : m_formats)
        if (choice.box->GetValue())
            now.formats.push_back(choice.id);
    if (utf8_to_path(now.folder) == m_tools.fallback_folder)
        now.folder.clear(); // the next case has a folder of its own
    return now;
}

} // namespace fedadvise::gui
