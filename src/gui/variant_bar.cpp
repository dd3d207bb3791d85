#include "gui/variant_bar.h"

#include "gui/text.h"

#include <wx/intl.h>
#include <wx/statline.h>

namespace fedadvise::gui
{

VariantBar::VariantBar(wxWindow* parent, const Commands& commands) : wxPanel(parent)
{
    SetName(wxS("variant-bar"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_name = make_heading(this, wxString(), 1.0);
    m_name->SetForegroundColour(colours().accent);
    row->Add(m_name, wxSizerFlags(1).CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    auto* back = new wxButton(this, wxID_ANY, _("Back to the case &itself"));
    back->Bind(wxEVT_BUTTON, [&commands](wxCommandEvent&) { commands.work_on_variant(std::string()); });
    m_back = back;
    row->Add(back, wxSizerFlags().Border(wxALL, FromDIP(6)));
    column->Add(row, wxSizerFlags().Expand());
    column->Add(new wxStaticLine(this), wxSizerFlags().Expand());
    SetSizer(column);
    Hide();
}

void VariantBar::show(const std::string& variant)
{
    const bool had_focus = FindFocus() == m_back;
    m_name->set_text(variant.empty() ? wxString() : _("Variant: ") + to_wx(variant));
    Show(!variant.empty());
    if (had_focus && variant.empty())
        GetParent()->SetFocus(); // never on what is no longer there
}

} // namespace fedadvise::gui
