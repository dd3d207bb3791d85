#include "gui/step_list.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/intl.h>

namespace fedadvise::gui
{

StepList::StepList(wxWindow* parent, const Commands& commands)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      m_commands(commands)
{
    SetName(wxS("steps"));
    SetScrollRate(0, FromDIP(16));
    keep_scrollbars_visible(this);
    SetSizer(new wxBoxSizer(wxVERTICAL));
    SetMinSize(wxSize(GetCharWidth() * 26, -1));
}

void StepList::build(std::size_t count)
{
    DestroyChildren();
    m_rows.clear();
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(FromDIP(8));
    column->Add(make_heading(this, _("Steps"), 1.05), wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    for (std::size_t i = 0; i < count; ++i)
    {
        Row row;
        row.button =
            new wxButton(this, wxID_ANY, wxS("-"), wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_LEFT);
        row.state = new wxStaticText(this, wxID_ANY, wxString());
        row.state->SetForegroundColour(colours().soft);
        row.button->Bind(wxEVT_BUTTON, [this, i](wxCommandEvent&) { m_commands.go_to(m_steps[i].id); });
        column->Add(row.button, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(6)));
        column->Add(row.state, wxSizerFlags().Border(wxLEFT, FromDIP(16)));
        column->AddSpacer(FromDIP(8));
        m_rows.push_back(row);
    }
    SetSizer(column);
}

void StepList::show(const std::vector<wizard::Step>& steps)
{
    if (m_rows.size() != steps.size())
        build(steps.size());
    m_steps = steps;
    const wxFont plain = GetFont();
    const wxFont bold = scaled_font(*this, 1, wxFONTWEIGHT_BOLD);
    for (std::size_t i = 0; i < steps.size(); ++i)
    {
        const wizard::Step& step = steps[i];
        const wxString title = wxString::Format(wxS("%zu. "), i + 1) + to_wx(step.title);
        const wxString label = wxControl::EscapeMnemonics((step.current ? wxString(wxS("› ")) : wxString()) + title);
        Row& row = m_rows[i];
        if (row.button->GetLabel() != label)
            row.button->SetLabel(label);
        row.button->SetFont(step.current ? bold : plain);
        row.button->SetForegroundColour(step.current ? colours().accent : colours().text);
        const wxString state =
            step.current
                ? _("You are here") + (step.state_words.empty() ? wxString() : wxS("\n") + to_wx(step.state_words))
                : to_wx(step.state_words);
        row.state->SetLabelText(state);
        row.state->Show(!state.empty());
        wxString spoken = title + wxS(", ") + state;
        spoken.Replace(wxS("\n"), wxS(", "));
        set_accessible_name(row.button, spoken);
    }
    Layout();
    FitInside();
}

StepChoice::StepChoice(wxWindow* parent, const Commands& commands) : wxPanel(parent)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticText(this, wxID_ANY, _("Step")), wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(6)));
    m_choice = new wxChoice(this, wxID_ANY);
    set_accessible_name(m_choice, _("Step"));
    m_choice->Bind(wxEVT_CHOICE, [this, &commands](wxCommandEvent& event)
                   { commands.go_to(m_steps[static_cast<std::size_t>(event.GetSelection())].id); });
    row->Add(m_choice, wxSizerFlags(1).Border(wxALL, FromDIP(6)));
    SetSizer(row);
}

void StepChoice::show(const std::vector<wizard::Step>& steps)
{
    m_steps = steps;
    wxArrayString labels;
    int current = wxNOT_FOUND;
    for (const wizard::Step& step : steps)
    {
        const wxString state = step.state_words.empty() ? wxString() : wxS(" (") + to_wx(step.state_words) + wxS(")");
        if (step.current)
            current = static_cast<int>(labels.size());
        labels.Add(wxString::Format(wxS("%zu. "), labels.size() + 1) + to_wx(step.title) + state);
    }
    m_choice->Set(labels);
    m_choice->SetSelection(current);
}

} // namespace fedadvise::gui
