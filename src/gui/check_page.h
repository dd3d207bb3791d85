// CheckPage: "Check your answers": every question with its answer, and a way to change it.
#pragma once

#include "gui/commands.h"
#include "gui/notice_panel.h"
#include "wizard/conversation.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/stattext.h>

namespace fedadvise::gui
{

class CheckPage : public wxPanel
{
public:
    CheckPage(wxWindow* parent, const Commands& commands);
    void show(const std::vector<wizard::CheckLine>& lines, const std::vector<wizard::Notice>& notices);
    void focus_first();

private:
    void fill();
    void change();

    const Commands& m_commands;
    std::vector<wizard::CheckLine> m_lines;
    std::vector<std::size_t> m_rows; ///< the line of each row
    NoticePanel* m_notices = nullptr;
    wxChoice* m_filter = nullptr;
    wxDataViewListCtrl* m_list = nullptr;
    wxStaticText* m_count = nullptr;
    wxButton* m_change = nullptr;
};

} // namespace fedadvise::gui
