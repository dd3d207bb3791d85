// CheckPage: "Check your answers": every question with its answer, and a way to change it.
#pragma once

#include "gui/commands.h"
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
    void show(const std::vector<wizard::CheckLine>& lines);
    void focus_first() { m_list->SetFocus(); }

private:
    void fill();
    void change();

    const Commands& m_commands;
    std::vector<wizard::CheckLine> m_lines;
    std::vector<std::size_t> m_rows; ///< the line of each row
    wxChoice* m_filter = nullptr;
    wxDataViewListCtrl* m_list = nullptr;
    wxStaticText* m_count = nullptr;
    wxButton* m_change = nullptr;
};

} // namespace fedadvise::gui
