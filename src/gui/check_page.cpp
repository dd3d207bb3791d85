#include "gui/check_page.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/intl.h>

#include <algorithm>

namespace fedadvise::gui
{

CheckPage::CheckPage(wxWindow* parent, const Commands& commands) : wxPanel(parent), m_commands(commands)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_notices = new NoticePanel(this, commands, 9);
    column->Add(m_notices, wxSizerFlags(2).Expand().Border(wxBOTTOM, FromDIP(8)));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(new wxStaticText(this, wxID_ANY, _("Show")), wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
    m_filter = new wxChoice(this, wxID_ANY);
    m_filter->Append(_("All questions"));
    m_filter->Append(_("Only what is answered"));
    m_filter->Append(_("Only what is not provided"));
    m_filter->SetSelection(0);
    set_accessible_name(m_filter, _("Show"));
    m_filter->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill(); });
    top->Add(m_filter);
    column->Add(top, wxSizerFlags().Border(wxBOTTOM, FromDIP(4)));
    m_count = new wxStaticText(this, wxID_ANY, wxString());
    m_count->SetForegroundColour(colours().soft);
    column->Add(m_count, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));

    m_list = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE);
    set_accessible_name(m_list, _("Your answers. Press Enter to change one."));
    keep_scrollbars_visible(m_list);
    const int letter = GetCharWidth();
    const auto add_column = [this](const wxString& title, int width)
    { m_list->AppendTextColumn(title, wxDATAVIEW_CELL_INERT, width, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE); };
    add_column(_("Who"), letter * 20);
    add_column(_("Part"), letter * 24);
    add_column(_("Question"), letter * 34);
    add_column(_("Answer"), letter * 34);
    m_list->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { change(); });
    column->Add(m_list, wxSizerFlags(3).Expand());
    m_change = new wxButton(this, wxID_ANY, _("Ch&ange this answer"));
    m_change->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { change(); });
    column->Add(m_change, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    SetSizer(column);
}

void CheckPage::focus_first()
{
    if (m_notices->IsShown())
        m_notices->take_focus();
    else
        m_list->SetFocus();
}

void CheckPage::show(const std::vector<wizard::CheckLine>& lines, const std::vector<wizard::Notice>& notices)
{
    m_notices->show(notices);
    m_lines = lines;
    fill();
}

void CheckPage::fill()
{
    const int chosen = m_list->GetSelectedRow();
    m_list->DeleteAllItems();
    m_rows.clear();
    std::size_t provided = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
    {
        const wizard::CheckLine& line = m_lines[i];
        provided += line.provided ? 1 : 0;
        if ((m_filter->GetSelection() == 1 && !line.provided) || (m_filter->GetSelection() == 2 && line.provided))
            continue;
        wxVector<wxVariant> cells;
        cells.push_back(wxVariant(line.practice.empty() ? _("The group") : to_wx(line.practice_name)));
        cells.push_back(wxVariant(to_wx(line.section)));
        cells.push_back(wxVariant(to_wx(line.short_label)));
        cells.push_back(wxVariant(to_wx(line.answer)));
        m_list->AppendItem(cells);
        m_rows.push_back(i);
    }
    if (!m_rows.empty())
        m_list->SelectRow(static_cast<unsigned>(std::clamp(chosen, 0, static_cast<int>(m_rows.size()) - 1)));
    m_count->SetLabelText(wxString::Format(_("%zu of %zu answered"), provided, m_lines.size()));
    m_change->Enable(!m_rows.empty());
    Layout();
}

void CheckPage::change()
{
    const int row = m_list->GetSelectedRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return;
    const wizard::CheckLine& line = m_lines[m_rows[static_cast<std::size_t>(row)]];
    m_commands.show_question(line.step, line.practice, line.question);
}

} // namespace fedadvise::gui
