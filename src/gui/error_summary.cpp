#include "gui/error_summary.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/dcclient.h>
#include <wx/intl.h>

#include <algorithm>

namespace fedadvise::gui
{

ErrorSummary::ErrorSummary(wxWindow* parent, std::function<void(const wizard::ErrorLine&)> go_to_error)
    : wxPanel(parent), m_go_to_error(std::move(go_to_error))
{
    SetName(wxS("error-summary"));
    m_lines = new wxBoxSizer(wxVERTICAL);
    auto* heading = make_heading(this, _("There is a problem"), 1.2);
    heading->SetForegroundColour(colours().error);
    m_lines->Add(heading, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(m_lines, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    SetSizer(frame);
    Bind(wxEVT_PAINT,
         [this](wxPaintEvent&)
         {
             wxPaintDC dc(this);
             dc.SetPen(wxPen(colours().error, FromDIP(3)));
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

bool ErrorSummary::show(const std::vector<wizard::ErrorLine>& errors)
{
    const auto same = [](const auto& a, const auto& b)
    { return a.question == b.question && a.practice == b.practice && a.message == b.message; };
    if (std::equal(errors.begin(), errors.end(), m_errors.begin(), m_errors.end(), same))
        return Show(!errors.empty());
    m_errors = errors;
    for (WrappedButton* button : std::exchange(m_buttons, {}))
        button->Destroy();
    for (const wizard::ErrorLine& error : errors)
    {
        auto* button = new WrappedButton(this, to_wx(error.message), wxBORDER_NONE | wxBU_LEFT);
        button->SetForegroundColour(colours().error);
        set_accessible_name(button, _("There is a problem. ") + to_wx(error.message) + _(" Go to this question."));
        button->Bind(wxEVT_BUTTON,
                     [this, error](wxCommandEvent&)
                     {
                         CallAfter([this, error] { m_go_to_error(error); }); // may redraw, and so destroy, this button
                     });
        m_lines->Add(button, wxSizerFlags().Expand());
        m_buttons.push_back(button);
    }
    Show(!errors.empty());
    return true;
}

void ErrorSummary::take_focus()
{
    if (!m_buttons.empty())
        m_buttons.front()->SetFocus();
}

} // namespace fedadvise::gui
