#include "gui/commitment_panel.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/intl.h>

#include <algorithm>

namespace fedadvise::gui
{
namespace
{

constexpr std::array<const char*, 4> states = {"in", "conditional", "out", ""}; ///< in the order of the buttons
enum RowIndex : std::size_t
{
    condition_row,
    decide_by_row,
    decided_on_row,
    note_row,
};

} // namespace

CommitmentPanel::CommitmentPanel(wxWindow* parent, const Commands& commands)
    : wxPanel(parent),
      m_commands(commands),
      m_rows{Row{wizard::practice_condition_field}, Row{wizard::practice_decide_by_field},
             Row{wizard::practice_decided_on_field}, Row{wizard::practice_note_field}}
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_line(this), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(10)));
    column->Add(make_heading(this, _("Does this practice take part?"), 1.2), wxSizerFlags().Expand());
    column->Add(make_soft_text(this, _("A record of what the practice has said. It changes nothing in the advice.")),
                wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    const std::array<wxString, 4> labels = {_("In"), _("In, on a condition"), _("Out"), _("Not said yet")};
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        m_states[i] = new WrappedRadio(this, labels[i], i == 0 ? wxRB_GROUP : 0);
        m_states[i]->SetName(to_wx(std::string("commitment:") + states[i]));
        set_accessible_name(m_states[i], labels[i] + wxS(". ") + _("Does this practice take part?"));
        m_states[i]->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { commit(); });
        column->Add(m_states[i], wxSizerFlags().Expand());
    }
    add_row(*column, m_rows[condition_row], _("In, if..."), _("the rent of the branch is settled"), 44);
    add_row(*column, m_rows[decide_by_row], _("To decide by"), _("2027-03-01"), 16);
    add_row(*column, m_rows[decided_on_row], _("Decided on"), _("2027-02-18"), 16);
    add_row(*column, m_rows[note_row], _("Note"), wxString(), 44);
    SetSizer(column);
    SetAutoLayout(false); // laid out by its page
}

void CommitmentPanel::add_row(wxSizer& column, Row& row, const wxString& label, const wxString& example, int letters)
{
    const auto flags = wxSizerFlags().Expand();
    row.label = make_heading(this, label, 1.0);
    column.Add(row.label, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    row.error = make_heading(this, wxString(), 1.0);
    row.error->SetForegroundColour(colours().error);
    row.error->Hide();
    column.Add(row.error, flags);
    row.text = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    row.text->SetMinSize(field_size(*this, letters));
    row.text->SetName(to_wx(row.field));
    if (!example.empty())
        row.text->SetHint(example);
    set_accessible_name(row.text,
                        example.empty() ? label : label + wxS(". ") + wxString::Format(_("For example: %s"), example));
    row.text->Bind(wxEVT_KILL_FOCUS,
                   [this](wxFocusEvent& event)
                   {
                       event.Skip();
                       commit();
                   });
    row.text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { commit(); });
    column.Add(row.text, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(3)));
}

wizard::CommitmentText CommitmentPanel::written() const
{
    wizard::CommitmentText text;
    for (std::size_t i = 0; i < states.size(); ++i)
        if (m_states[i]->GetValue())
            text.state = states[i];
    text.condition = to_utf8(m_rows[condition_row].text->GetValue());
    text.decide_by = to_utf8(m_rows[decide_by_row].text->GetValue());
    text.decided_on = to_utf8(m_rows[decided_on_row].text->GetValue());
    text.note = to_utf8(m_rows[note_row].text->GetValue());
    return text;
}

bool CommitmentPanel::show(const std::string& practice, const wizard::CommitmentForm& form)
{
    const bool other = practice != m_practice;
    m_practice = practice;
    bool moved = false;
    const wizard::CommitmentText& text = form.written;
    const std::array<const std::string*, 4> wanted = {&text.condition, &text.decide_by, &text.decided_on, &text.note};
    const std::array<const std::string*, 4> before = {&m_shown.condition, &m_shown.decide_by, &m_shown.decided_on,
                                                      &m_shown.note};
    for (std::size_t i = 0; i < m_rows.size(); ++i)
    {
        Row& row = m_rows[i];
        if (other || *wanted[i] != *before[i])
            row.text->ChangeValue(to_wx(*wanted[i]));
        const auto error = std::find_if(form.errors.begin(), form.errors.end(),
                                        [&](const wizard::ErrorLine& line) { return line.question == row.field; });
        if (error != form.errors.end())
            moved |= row.error->set_text(_("Error: ") + to_wx(error->message));
        moved |= row.error->Show(error != form.errors.end());
    }
    for (std::size_t i = 0; i < states.size(); ++i)
        if (m_states[i]->GetValue() != (text.state == states[i]) && text.state == states[i])
            m_states[i]->SetValue(true);
    const bool conditional = text.state == "conditional" || m_rows[condition_row].error->IsShown();
    moved |= m_rows[condition_row].label->Show(conditional);
    moved |= m_rows[condition_row].text->Show(conditional);
    m_shown = text;
    return moved || other;
}

void CommitmentPanel::commit()
{
    if (IsBeingDeleted() || m_practice.empty())
        return;
    const wizard::CommitmentText now = written();
    if (now == m_shown)
        return;
    m_shown = now;
    m_commands.commit_practice(m_practice, now);
}

bool CommitmentPanel::focus(const std::string& field)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.field == field; });
    if (row == m_rows.end())
        return false;
    row->text->SetFocus();
    return true;
}

} // namespace fedadvise::gui
