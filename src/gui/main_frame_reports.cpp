// The part of MainFrame that makes documents of the result.

#include "gui/main_frame.h"
#include "gui/reports_dialog.h"
#include "gui/text.h"

#include <wx/dirdlg.h>
#include <wx/intl.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

namespace fedadvise::gui
{

bool open_with_desktop(const std::filesystem::path& path)
{
    return wxLaunchDefaultApplication(to_wx(path_to_utf8(path)));
}

void MainFrame::show_reports()
{
    if (!m_case_open)
        return;
    commit();
    refresh_if_needed();
    ReportMaterial material(m_conversation.engine(), m_conversation.group(), m_conversation.day_of_law(),
                            m_conversation.advice(),
                            m_conversation.current_variant().empty() ? m_conversation.comparisons()
                                                                     : std::vector<report::VariantComparison>{});
    ReportTools tools;
    tools.fonts = m_surroundings.fonts;
    tools.today = m_today;
    tools.fallback_folder = !m_path.empty() ? m_path.parent_path() : to_path(wxStandardPaths::Get().GetDocumentsDir());
    tools.ask_folder = [this](wxWindow* parent, const wxString& suggestion)
    { return m_surroundings.ask_path(parent, PathPurpose::ReportFolder, suggestion); };
    tools.ask_file = [this](wxWindow* parent, const wxString& suggestion)
    { return m_surroundings.ask_path(parent, PathPurpose::SaveDocument, suggestion); };
    tools.open_outside = m_surroundings.open_outside;
    ReportsDialog dialog(this, material, m_settings.reports, std::move(tools));
    dialog.ShowModal();
    if (const wizard::ReportSettings chosen = dialog.chosen(); chosen != m_settings.reports)
    {
        m_settings.reports = chosen;
        static_cast<void>(wizard::save_settings(m_surroundings.settings, m_settings)); // not remembered, no more
    }
}

} // namespace fedadvise::gui
