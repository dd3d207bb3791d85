// The part of ReportsDialog that checks what is chosen, and does it.

#include "gui/accessibility.h"
#include "gui/preview_dialog.h"
#include "gui/printing.h"
#include "gui/reports_dialog.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>

#include <algorithm>
#include <system_error>

namespace fedadvise::gui
{
namespace
{

constexpr int milliseconds_between_looks = 40;
constexpr std::size_t most_files_named = 12;

wxString names_in_lines(const std::vector<std::string>& names)
{
    wxString lines;
    for (std::size_t i = 0; i < std::min(names.size(), most_files_named); ++i)
        lines += to_wx(names[i]) + wxS("\n");
    if (names.size() > most_files_named)
        lines += wxString::Format(_("and %zu more"), names.size() - most_files_named);
    return lines;
}

} // namespace

foundation::Date ReportsDialog::first_day() const
{
    const wxString typed = m_first_day->GetValue().Strip(wxString::both);
    return foundation::parse_date(to_utf8(typed)).value_or(m_tools.today);
}

std::filesystem::path ReportsDialog::folder() const
{
    return to_path(m_folder->GetValue().Strip(wxString::both));
}

report::FilesWanted ReportsDialog::wanted() const
{
    report::FilesWanted files{{}, {}, m_calendar->GetValue(), folder()};
    for (const Choice& choice : m_documents)
        if (choice.box->GetValue())
            files.documents.push_back(choice.id);
    for (const Choice& choice : m_formats)
        if (choice.box->GetValue())
            files.formats.push_back(choice.id);
    return files;
}

std::vector<wizard::ErrorLine> ReportsDialog::faults(Needs needs) const
{
    std::vector<wizard::ErrorLine> found;
    const auto add = [&](const std::string& field, const wxString& message) {
        found.push_back({field, std::string(), to_utf8(message)});
    };
    const report::FilesWanted files = wanted();
    const bool calendar_alone = needs == Needs::Files && files.calendar;
    if (needs != Needs::Nothing && files.documents.empty() && !calendar_alone)
        add("documents", _("Choose at least one document."));
    if (needs == Needs::Files && files.formats.empty() && (!files.documents.empty() || !files.calendar))
        add("formats", _("Choose at least one format for the documents."));
    if (!foundation::parse_date(to_utf8(m_first_day->GetValue().Strip(wxString::both))))
        add("first-day", _("The first day is not a date. Write year, month and day, such as 2026-11-22."));
    if (needs != Needs::Files)
        return found;
    std::error_code failed;
    if (files.folder.empty())
        add("folder", _("Choose a folder for the files."));
    else if (!std::filesystem::is_directory(files.folder, failed))
        add("folder", wxString::Format(_("There is no folder \"%s\". Choose one with Browse."), m_folder->GetValue()));
    return found;
}

bool ReportsDialog::check(Needs needs)
{
    const std::vector<wizard::ErrorLine> found = faults(needs);
    for (const auto& [field, text] : m_field_errors)
    {
        const auto fault =
            std::find_if(found.begin(), found.end(),
                         [&field = field](const wizard::ErrorLine& line) { return line.question == field; });
        text->set_text(fault == found.end() ? wxString() : to_wx(fault->message));
        text->Show(fault != found.end());
    }
    m_errors->show(found);
    lay_out();
    if (found.empty())
        return true;
    m_page->Scroll(0, 0);
    m_errors->take_focus();
    return false;
}

void ReportsDialog::go_to_field(const std::string& field)
{
    wxWindow* control = m_first_day;
    if (field == "documents" || field == "formats")
    {
        const std::vector<Choice>& choices = field == "documents" ? m_documents : m_formats;
        const auto first =
            std::find_if(choices.begin(), choices.end(), [](const Choice& choice) { return choice.box->IsEnabled(); });
        if (first == choices.end())
            return;
        control = first->box;
    }
    else if (field == "folder")
        control = m_folder;
    control->SetFocus();
    m_page->scroll_to(*control);
}

void ReportsDialog::browse()
{
    const wxString chosen_folder = m_tools.ask_folder(this, m_folder->GetValue());
    if (!chosen_folder.empty())
        m_folder->ChangeValue(chosen_folder);
}

void ReportsDialog::preview()
{
    if (check(Needs::Nothing))
        begin(std::nullopt, Then::Preview);
}

void ReportsDialog::print()
{
    if (check(Needs::Documents))
        begin(std::nullopt, Then::Print);
}

void ReportsDialog::write()
{
    if (!check(Needs::Files))
        return;
    report::FilesWanted files = wanted();
    if (files.documents.empty())
        files.formats.clear();
    if (may_replace(files))
        begin(std::move(files), Then::Tell);
}

bool ReportsDialog::may_replace(const report::FilesWanted& files)
{
    std::vector<std::string> there;
    for (const std::string& name : report::file_names(files, m_material.input(first_day())))
    {
        std::error_code ignored;
        if (std::filesystem::exists(files.folder / utf8_to_path(name), ignored))
            there.push_back(name);
    }
    if (there.empty())
        return true;
    wxMessageDialog question(this,
                             there.size() == 1 ? _("This file is there already. Replace it?")
                                               : _("These files are there already. Replace them?"),
                             _("Replace files"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    question.SetExtendedMessage(names_in_lines(there));
    question.SetYesNoLabels(_("&Replace"), _("&Keep"));
    return question.ShowModal() == wxID_YES;
}

void ReportsDialog::begin(std::optional<report::FilesWanted> files, Then then)
{
    if (m_work.is_running())
        return;
    m_then = then;
    m_close_afterwards = false;
    m_written.clear();
    m_work.start(std::move(files), first_day());
    set_working(true);
    show_progress();
    m_timer.Start(milliseconds_between_looks);
}

void ReportsDialog::set_working(bool working)
{
    for (wxButton* button : m_actions)
        button->Enable(!working);
    m_page->Enable(!working);
    m_gauge->Show(working);
    m_stop->Show(working);
    m_files->Hide();
    m_open->Hide();
    m_open_folder->Hide();
    m_outcome->Show(working);
    lay_out();
    if (working)
        m_stop->SetFocus();
}

void ReportsDialog::show_progress()
{
    const ReportWork::Progress progress = m_work.progress();
    wxString words = _("Working out how firm the result is, and where the practices stand...");
    if (m_work.is_asked_to_stop())
        words = progress.total == 0 ? _("Stopping...") : _("Stopping when this file is whole...");
    else if (progress.total > 0)
        words =
            wxString::Format(_("Writing file %zu of %zu: %s"), progress.done + 1, progress.total, to_wx(progress.name));
    if (progress.total == 0)
        m_gauge->Pulse();
    else
    {
        if (m_gauge->GetRange() != static_cast<int>(progress.total))
            m_gauge->SetRange(static_cast<int>(progress.total));
        m_gauge->SetValue(static_cast<int>(progress.done));
    }
    if (m_words->set_text(words))
        lay_out();
}

void ReportsDialog::look()
{
    if (m_work.is_ready())
        finish();
    else
        show_progress();
}

void ReportsDialog::finish()
{
    m_timer.Stop();
    const ReportWork::Outcome outcome = m_work.take();
    m_written = outcome.written;
    set_working(false);
    if (m_close_afterwards)
        EndDialog(wxID_CLOSE);
    else if (m_then == Then::Tell || outcome.error)
        show_written(outcome);
    else if (!outcome.stopped)
    {
        std::vector<std::string> ids = wanted().documents;
        FindWindowByName(m_then == Then::Preview ? wxS("preview") : wxS("print"), this)->SetFocus();
        if (m_then == Then::Preview)
        {
            PreviewDialog(this, m_material, first_day(), ids.empty() ? std::string() : ids.front(), m_tools,
                          m_print_settings)
                .ShowModal();
            return;
        }
        const wxBusyCursor waiting;
        std::vector<std::shared_ptr<const document::Pages>> laid_out;
        for (const std::string& id : ids)
        {
            auto pages =
                document::Pages::lay_out(report::document_of(id, m_material.input(first_day())), m_tools.fonts);
            if (!pages)
                return show_written({{}, pages.error(), false});
            laid_out.push_back(std::make_shared<const document::Pages>(std::move(pages).value()));
        }
        print_documents(this, m_print_settings, to_wx(m_material.title()), std::move(laid_out));
    }
}

void ReportsDialog::show_written(const ReportWork::Outcome& outcome)
{
    const std::size_t count = outcome.written.size();
    wxString words = count == 0   ? _("No file was written.")
                     : count == 1 ? _("1 file was written.")
                                  : wxString::Format(_("%zu files were written."), count);
    if (outcome.error)
        words = to_wx(outcome.error->message + " " + outcome.error->advice) + wxS(" ") +
                (count == 0 ? wxString() : wxString::Format(_("Written before that: %zu."), count));
    else if (outcome.stopped)
        words = _("Stopped, as you asked.") + wxS(" ") + words;
    m_words->SetForegroundColour(outcome.error ? colours().error : colours().text);
    m_words->set_text(words);
    m_files->Clear();
    for (const std::filesystem::path& path : outcome.written)
        m_files->Append(to_wx(path_to_utf8(path.filename())));
    if (count > 0)
        m_files->SetSelection(0);
    m_files->Show(count > 0);
    m_open->Show(count > 0);
    m_open_folder->Show(count > 0);
    m_outcome->Show();
    set_accessible_name(m_files, words);
    lay_out();
    if (count > 0)
        m_files->SetFocus();
    else
        FindWindowByName(wxS("write"), this)->SetFocus();
}

void ReportsDialog::open_file()
{
    const int row = m_files->GetSelection();
    if (row >= 0 && static_cast<std::size_t>(row) < m_written.size())
        open_outside(m_written[static_cast<std::size_t>(row)]);
}

void ReportsDialog::open_folder()
{
    if (!m_written.empty())
        open_outside(m_written.front().parent_path());
}

void ReportsDialog::open_outside(const std::filesystem::path& path)
{
    if (m_tools.open_outside(path))
        return;
    wxMessageDialog message(this, _("No program was found that opens it."), _("It cannot be opened"),
                            wxOK | wxICON_WARNING);
    message.SetExtendedMessage(_("It is here: ") + to_wx(path_to_utf8(path)));
    message.ShowModal();
}

void ReportsDialog::close()
{
    if (!m_work.is_running())
    {
        EndDialog(wxID_CLOSE);
        return;
    }
    wxMessageDialog question(this, _("Stop the work?"), _("Still working"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    question.SetExtendedMessage(_("Files that are whole already stay where they are."));
    question.SetYesNoLabels(_("&Stop"), _("&Go on"));
    if (question.ShowModal() != wxID_YES)
        return;
    if (!m_work.is_running()) // it ended meanwhile
    {
        EndDialog(wxID_CLOSE);
        return;
    }
    m_close_afterwards = true;
    m_work.ask_to_stop();
}

} // namespace fedadvise::gui
