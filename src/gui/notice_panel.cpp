#include "gui/notice_panel.h"

#include "gui/look.h"
#include "gui/text.h"

#include <wx/dcclient.h>
#include <wx/intl.h>

namespace fedadvise::gui
{

NoticePanel::NoticePanel(wxWindow* parent, const Commands& commands, int lines) : wxPanel(parent), m_commands(commands)
{
    SetName(wxS("notices"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_text = new ReadingPane(this, _("Before you go on"));
    m_text->SetMinSize(wxSize(GetCharWidth() * 20, GetCharHeight() * lines));
    column->Add(m_text, wxSizerFlags(1).Expand());
    m_change = new wxButton(this, wxID_ANY, wxString());
    m_change->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_commands.go_to(m_step); });
    column->Add(m_change, wxSizerFlags().Border(wxTOP, FromDIP(6)));
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    SetSizer(frame);
    Bind(wxEVT_PAINT,
         [this](wxPaintEvent&)
         {
             wxPaintDC dc(this);
             dc.SetPen(wxPen(colours().accent, FromDIP(3)));
             dc.SetBrush(*wxTRANSPARENT_BRUSH);
             dc.DrawRectangle(wxRect(GetClientSize()).Deflate(FromDIP(2)));
         });
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             Refresh();
         });
    Hide();
}

bool NoticePanel::show(const std::vector<wizard::Notice>& notices)
{
    Paragraphs paragraphs = notice_paragraphs(notices);
    const bool changed = paragraphs != m_paragraphs;
    if (changed)
    {
        m_paragraphs = std::move(paragraphs);
        m_text->show(m_paragraphs);
        // The first that can be changed on one step; the others say in words where they come from
        m_step.clear();
        wxString label;
        for (const wizard::Notice& notice : notices)
        {
            if (!notice.step.empty() && m_step.empty())
            {
                m_step = notice.step;
                label = to_wx(notice.change_title);
            }
        }
        m_change->SetLabel(label);
        m_change->Show(!m_step.empty());
        Layout();
    }
    return Show(!notices.empty()) || changed;
}

Paragraphs notice_paragraphs(const std::vector<wizard::Notice>& notices)
{
    Paragraphs out;
    for (const wizard::Notice& notice : notices)
    {
        out.push_back({Style::Heading, notice.title});
        for (const std::string& line : notice.lines)
            out.push_back({Style::Body, line});
        out.push_back({Style::Soft, notice.origin});
    }
    return out;
}

} // namespace fedadvise::gui
