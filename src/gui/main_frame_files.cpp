// The part of MainFrame that opens, saves and recovers.

#include "gui/main_frame.h"

#include "casefile/case_file.h"
#include "gui/text.h"
#include "report/document_files.h"
#include "wizard/journal.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>

#include <algorithm>
#include <system_error>

namespace fedadvise::gui
{
namespace
{

constexpr std::size_t most_diagnostics = 8;

wxString diagnostics_in_words(const std::vector<foundation::Diagnostic>& diagnostics)
{
    wxString text;
    for (std::size_t i = 0; i < std::min(diagnostics.size(), most_diagnostics); ++i)
        text += to_wx(foundation::diagnostic_text(diagnostics[i])) + wxS("\n");
    if (diagnostics.size() > most_diagnostics)
        text += wxString::Format(_("and %zu more."), diagnostics.size() - most_diagnostics);
    return text;
}

/// The ending says the format: the chosen one when none was typed.
wxString ask_document(wxWindow* parent, const wxString& suggestion)
{
    wxString pattern;
    for (const report::FileFormat& format : report::file_formats())
        pattern +=
            (pattern.empty() ? wxString() : wxString(wxS("|"))) + to_wx(format.name) + wxS("|*") + to_wx(format.ending);
    wxFileDialog dialog(parent, _("Save the document"), wxString(), suggestion, pattern,
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return wxString();
    wxString path = dialog.GetPath();
    const auto index = static_cast<std::size_t>(std::max(dialog.GetFilterIndex(), 0));
    if (to_path(path).extension().empty() && index < report::file_formats().size())
        path += to_wx(report::file_formats()[index].ending);
    return path;
}

} // namespace

wxString ask_path_in_dialog(wxWindow* parent, PathPurpose purpose, const wxString& suggestion)
{
    wxString title, pattern = _("Cases (*.fedcase)|*.fedcase|All files|*");
    switch (purpose)
    {
    case PathPurpose::OpenCase:
        title = _("Open a case or an invitation");
        pattern = _("Cases and invitations (*.fedcase;*.fedinvite)|*.fedcase;*.fedinvite|All files|*");
        break;
    case PathPurpose::OpenRulePack:
        title = _("Install a rule pack");
        pattern = _("Rule packs (*.fedrules)|*.fedrules|All files|*");
        break;
    case PathPurpose::SaveCase: title = _("Save the case"); break;
    case PathPurpose::SaveDocument: return ask_document(parent, suggestion);
    case PathPurpose::ReportFolder:
    {
        wxDirDialog folder(parent, _("Folder for the reports"), suggestion);
        return folder.ShowModal() == wxID_OK ? folder.GetPath() : wxString();
    }
    case PathPurpose::SaveResponse:
        title = _("Save your response");
        pattern = _("Responses (*.fedresponse)|*.fedresponse");
        break;
    case PathPurpose::InvitationFolder:
    {
        wxDirDialog folder(parent, _("Folder for the invitations"));
        return folder.ShowModal() == wxID_OK ? folder.GetPath() : wxString();
    }
    }
    const long style = purpose == PathPurpose::OpenCase || purpose == PathPurpose::OpenRulePack
                           ? wxFD_OPEN | wxFD_FILE_MUST_EXIST
                           : wxFD_SAVE | wxFD_OVERWRITE_PROMPT;
    wxFileDialog dialog(parent, title, wxString(), suggestion, pattern, style);
    return dialog.ShowModal() == wxID_OK ? dialog.GetPath() : wxString();
}

bool MainFrame::offer_recovery()
{
    const auto recovered = wizard::read_journal(m_surroundings.recovery, m_conversation.engine().rules());
    if (!recovered)
        return false;
    const wxString name = recovered->group.title.empty() ? _("Untitled group") : to_wx(recovered->group.title);
    wxMessageDialog question(this, wxString::Format(_("Restore the unsaved work on \"%s\"?"), name),
                             _("Restore your work"), wxYES_NO | wxICON_QUESTION);
    question.SetExtendedMessage(_("The program ended last time before it was closed. Your answers were kept."));
    question.SetYesNoLabels(_("&Restore"), _("&Discard"));
    if (question.ShowModal() == wxID_NO) // whoever only closes the question keeps the work
    {
        wizard::remove_journal(m_surroundings.recovery);
        return false;
    }
    begin(recovered->group, utf8_to_path(recovered->original_path), false);
    return true;
}

bool MainFrame::open_file(const std::filesystem::path& path)
{
    return open(path, FileRole::Own);
}

bool MainFrame::open(const std::filesystem::path& path, FileRole role)
{
    if (path.extension() == ".fedrules")
    {
        show_rule_packs(path);
        return false;
    }
    const casefile::LoadedFile loaded = casefile::load_any(path, m_conversation.engine().rules());
    if (loaded.invitation)
    {
        answer_invitation(*loaded.invitation);
        return false;
    }
    if (loaded.response)
    {
        if (m_case_open)
            merge_files({path});
        else
            tell(_("This is a response, not a case"),
                 _("Open the case that it answers first. Then choose Practices, Merge answers."));
        return false;
    }
    if (!may_leave_case())
        return false;
    if (!loaded.group)
    {
        tell(_("This case cannot be opened"), diagnostics_in_words(loaded.diagnostics));
        return false;
    }
    if (!loaded.diagnostics.empty())
        tell(_("The case is open. Please note"), diagnostics_in_words(loaded.diagnostics));
    wizard::remove_journal(m_surroundings.recovery);
    begin(*loaded.group, role == FileRole::Own ? path : std::filesystem::path(), true);
    if (role == FileRole::Own)
        remember_file(path);
    CallAfter(&MainFrame::offer_recheck); // once the case is on screen
    return true;
}

void MainFrame::new_group()
{
    if (!may_leave_case())
        return;
    wizard::remove_journal(m_surroundings.recovery);
    begin(casefile::Case{}, {}, true);
}

void MainFrame::begin(casefile::Case group, const std::filesystem::path& path, bool saved)
{
    m_info->Dismiss();
    m_conversation.open(std::move(group), saved);
    m_path = path;
    m_practice.clear();
    m_case_open = true;
    m_interview->forget_places();
    m_book->SetSelection(1);
    refresh_now();
    m_interview->focus_page();
}

void MainFrame::show_start()
{
    m_case_open = false;
    m_practice.clear();
    m_info->Dismiss();
    std::vector<CaseOffer> recent;
    for (const std::string& path : m_settings.recent_files)
    {
        std::error_code ignored;
        if (std::filesystem::exists(utf8_to_path(path), ignored))
            recent.push_back(offer_of(utf8_to_path(path)));
    }
    std::vector<CaseOffer> examples;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(m_surroundings.examples, none))
    {
        if (entry.path().extension() == ".fedcase")
            examples.push_back(offer_of(entry.path()));
    }
    std::sort(examples.begin(), examples.end(),
              [](const CaseOffer& a, const CaseOffer& b)
              { return std::tie(a.title, a.path) < std::tie(b.title, b.path); });
    m_start->show(recent, examples);
    m_book->SetSelection(0);
    m_start->focus_first();
    fill_recent_menu();
    refresh_title();
}

CaseOffer MainFrame::offer_of(const std::filesystem::path& path) const
{
    const casefile::LoadedCase loaded = casefile::load_case(path, m_conversation.engine().rules());
    const bool titled = loaded.group && !loaded.group->title.empty();
    return {path_to_utf8(path), titled ? loaded.group->title : path_to_utf8(path.stem())};
}

void MainFrame::fill_recent_menu()
{
    while (m_recent_menu->GetMenuItemCount() > 0)
        m_recent_menu->Destroy(m_recent_menu->FindItemByPosition(0));
    for (const std::string& path : m_settings.recent_files)
    {
        const int id = m_recent_menu->Append(wxID_ANY, wxControl::EscapeMnemonics(to_wx(path)))->GetId();
        m_recent_menu->Bind(
            wxEVT_MENU, [this, path](wxCommandEvent&) { m_commands.open_file(path); }, id);
    }
    if (m_settings.recent_files.empty())
        m_recent_menu->Append(wxID_ANY, _("None yet"))->Enable(false);
}

void MainFrame::remember_file(const std::filesystem::path& path)
{
    std::error_code failed;
    const std::filesystem::path whole = std::filesystem::absolute(path, failed);
    wizard::add_recent_file(m_settings, path_to_utf8(failed ? path : whole));
    static_cast<void>(
        wizard::save_settings(m_surroundings.settings, m_settings)); // a lost list of recent files harms nobody
    fill_recent_menu();
}

bool MainFrame::may_leave_case()
{
    commit();
    if (!m_case_open || !m_conversation.has_unsaved_changes())
    {
        if (m_case_open)
            wizard::remove_journal(m_surroundings.recovery);
        return true;
    }
    const std::string& title = m_conversation.group().title;
    wxMessageDialog question(
        this, wxString::Format(_("Save the changes to \"%s\"?"), title.empty() ? _("Untitled group") : to_wx(title)),
        _("Unsaved changes"), wxYES_NO | wxCANCEL | wxICON_QUESTION);
    question.SetExtendedMessage(_("If you do not save, what changed since the last save is lost."));
    question.SetYesNoCancelLabels(_("&Save"), _("&Do not save"), _("&Cancel"));
    const int answer = question.ShowModal();
    if (answer == wxID_YES)
        return save();
    if (answer != wxID_NO)
        return false;
    wizard::remove_journal(m_surroundings.recovery);
    return true;
}

bool MainFrame::save()
{
    return m_case_open && (m_path.empty() ? save_as() : save_to(m_path));
}

bool MainFrame::save_as()
{
    if (!m_case_open)
        return false;
    const wxString chosen = m_surroundings.ask_path(this, PathPurpose::SaveCase, suggested_name(wxS(".fedcase")));
    if (chosen.empty())
        return false;
    std::filesystem::path path = to_path(chosen);
    if (path.extension().empty())
        path += ".fedcase";
    return save_to(path);
}

bool MainFrame::save_to(const std::filesystem::path& path)
{
    commit();
    const auto saved = casefile::save_case(path, case_to_save());
    if (!saved)
    {
        tell(_("The case was not saved"), to_wx(saved.error().message + "\n" + saved.error().advice));
        return false;
    }
    m_path = path;
    m_conversation.mark_saved();
    wizard::remove_journal(m_surroundings.recovery);
    remember_file(path);
    refresh_now();
    notify(_("Saved in ") + to_wx(path_to_utf8(path)));
    return true;
}

wxString MainFrame::suggested_name(const wxString& ending) const
{
    wxString name = to_wx(m_conversation.group().title);
    for (const wxUniChar bad : wxString(wxS("/\\:*?\"<>|")))
        name.Replace(wxString(bad), wxS("-"));
    return (name.empty() ? _("Untitled group") : name) + ending;
}

} // namespace fedadvise::gui
