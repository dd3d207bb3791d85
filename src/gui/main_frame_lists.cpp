// The part of MainFrame that takes practices from published lists.

#include "gui/main_frame.h"
#include "gui/practice_list_dialog.h"

#include <wx/filedlg.h>
#include <wx/intl.h>

namespace fedadvise::gui
{

std::vector<wxString> ask_practice_lists(wxWindow* parent)
{
    wxFileDialog dialog(parent, _("Open practice lists"), wxString(), wxString(),
                        _("Lists (*.csv)|*.csv;*.CSV;*.txt|All files|*"),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
    std::vector<wxString> paths;
    if (dialog.ShowModal() != wxID_OK)
        return paths;
    wxArrayString chosen;
    dialog.GetPaths(chosen);
    paths.assign(chosen.begin(), chosen.end());
    return paths;
}

void MainFrame::choose_from_list()
{
    commit();
    PracticeListDialog dialog(this, m_conversation.file(), m_conversation.engine().rules(), m_settings.practice_lists,
                              m_surroundings.ask_lists);
    const int ended = dialog.ShowModal();
    if (dialog.files() != m_settings.practice_lists)
    {
        m_settings.practice_lists = dialog.files();
        static_cast<void>(wizard::save_settings(m_surroundings.settings, m_settings)); // not remembered, no more
    }
    if (ended != wxID_OK || dialog.picked().empty())
        return;
    m_conversation.fill_in_practices(dialog.list(), dialog.picked(), dialog.existing());
    changed();
}

} // namespace fedadvise::gui
