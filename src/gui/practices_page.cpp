#include "gui/practices_page.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>

#include <algorithm>
#include <initializer_list>

namespace fedadvise::gui
{
namespace
{

wxTextCtrl* add_field(wxWindow* parent, wxSizer& column, const wxString& label, const wxString& help, int letters,
                      const std::function<void()>& commit, WrappedText** error = nullptr)
{
    column.Add(make_heading(parent, label, 1.0), wxSizerFlags().Expand().Border(wxTOP, parent->FromDIP(4)));
    if (!help.empty())
        column.Add(make_soft_text(parent, help), wxSizerFlags().Expand());
    if (error)
    {
        *error = make_heading(parent, wxString(), 1.0);
        (*error)->SetForegroundColour(colours().error);
        (*error)->Hide();
        column.Add(*error, wxSizerFlags().Expand());
    }
    auto* field = new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    field->SetMinSize(field_size(*parent, letters));
    set_accessible_name(field, label);
    field->Bind(wxEVT_KILL_FOCUS,
                [commit](wxFocusEvent& event)
                {
                    event.Skip();
                    commit();
                });
    field->Bind(wxEVT_TEXT_ENTER, [commit](wxCommandEvent&) { commit(); });
    column.Add(field, wxSizerFlags().Border(wxTOP | wxBOTTOM, parent->FromDIP(4)));
    return field;
}

bool show_error(WrappedText* error, const std::string& message)
{
    bool moved = !message.empty() && error->set_text(_("Error: ") + to_wx(message));
    moved |= error->Show(!message.empty());
    return moved;
}

} // namespace

PracticesPage::PracticesPage(wxWindow* parent, const Commands& commands) : wxPanel(parent), m_commands(commands)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_title = add_field(this, *column, _("Name of the group"), wxString(), 44, [this] { commit(); });
    m_title->SetName(wxS("group-title"));
    column->AddSpacer(FromDIP(10));
    column->Add(make_heading(this, _("Practices in the group"), 1.2), wxSizerFlags().Expand());
    m_empty = make_soft_text(
        this,
        _("No practice yet. Add each practice that takes part, or choose them from a list that the NHS publishes."));
    column->Add(m_empty, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    m_list = new wxListBox(this, wxID_ANY);
    m_list->SetName(wxS("practices"));
    set_accessible_name(m_list, _("Practices in the group"));
    keep_scrollbars_visible(m_list);
    m_list->SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * 8));
    m_list->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { edit(); });
    column->Add(m_list, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    m_add = new wxButton(this, wxID_ANY, _("&Add a practice"));
    m_add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_commands.add_practice(); });
    m_choose = new wxButton(this, wxID_ANY, _("Choose from a practice &list..."));
    m_choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_commands.choose_from_list(); });
    m_edit = new wxButton(this, wxID_ANY, _("Ed&it"));
    m_edit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { edit(); });
    m_remove = new wxButton(this, wxID_ANY, _("&Remove"));
    m_remove->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); });
    m_list->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_buttons(); });
    const auto add_row = [&](std::initializer_list<wxButton*> buttons) // in two rows they fit a small window
    {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        for (wxButton* button : buttons)
            row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
        column->Add(row, wxSizerFlags().Border(wxBOTTOM, FromDIP(6)));
    };
    add_row({m_add, m_choose});
    add_row({m_edit, m_remove});
    SetSizer(column);
}

bool PracticesPage::show(const wizard::PageScreen& page, const std::string& group_title)
{
    const std::vector<wizard::PracticeScreen>& practices = page.practices;
    m_in_variant = !page.variant.empty();
    if (to_wx(group_title) != m_title_shown)
    {
        m_title_shown = to_wx(group_title);
        m_title->ChangeValue(m_title_shown);
    }
    const wizard::PracticeScreen* chosen = selected();
    const std::string chosen_id = chosen ? chosen->id : std::string();
    m_practices = practices;
    wxArrayString lines;
    int selection = practices.empty() ? wxNOT_FOUND : 0;
    for (const wizard::PracticeScreen& practice : practices)
    {
        if (practice.id == chosen_id)
            selection = static_cast<int>(lines.size());
        const wxString code = practice.ods_code.empty() ? wxString() : wxS(" (") + to_wx(practice.ods_code) + wxS(")");
        const wxString name = practice.name.empty() ? _("A practice without a name") : to_wx(practice.name);
        const wxString commitment = practice.commitment.empty() ? wxString() : wxS("; ") + to_wx(practice.commitment);
        lines.Add(name + code + wxS(": ") + to_wx(practice.summary) + commitment);
    }
    if (m_list->GetStrings() != lines)
        m_list->Set(lines);
    if (m_list->GetSelection() != selection)
        m_list->SetSelection(selection);
    show_buttons();
    bool moved = m_empty->Show(practices.empty());
    moved |= m_list->Show(!practices.empty());
    return moved;
}

const wizard::PracticeScreen* PracticesPage::selected() const
{
    const int selection = m_list->GetSelection();
    return selection >= 0 && static_cast<std::size_t>(selection) < m_practices.size()
               ? &m_practices[static_cast<std::size_t>(selection)]
               : nullptr;
}

/// In a variant a practice can leave and come back, and none can join.
void PracticesPage::show_buttons()
{
    const wizard::PracticeScreen* practice = selected();
    const bool leaves = practice && practice->leaves;
    for (wxButton* button : {m_add, m_choose})
    {
        button->Enable(!m_in_variant);
        button->SetToolTip(m_in_variant ? _("A practice that joins is added to the case itself") : wxString());
    }
    m_edit->Enable(practice && !leaves);
    m_remove->Enable(practice != nullptr);
    const wxString label = leaves ? _("&Bring it back") : m_in_variant ? _("It &leaves") : _("&Remove");
    if (m_remove->GetLabel() == label)
        return;
    m_remove->SetLabel(label);
    Layout();
}

void PracticesPage::edit()
{
    if (const wizard::PracticeScreen* practice = selected(); practice && !practice->leaves)
        m_commands.edit_practice(practice->id);
}

void PracticesPage::remove()
{
    const wizard::PracticeScreen* practice = selected();
    if (!practice)
        return;
    if (m_in_variant)
    {
        (practice->leaves ? m_commands.bring_back_practice : m_commands.remove_practice)(practice->id);
        return;
    }
    const wxString name = practice->name.empty() ? _("this practice") : to_wx(practice->name);
    wxMessageDialog question(this, wxString::Format(_("Remove %s and its answers?"), name), _("Remove a practice"),
                             wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    wxString more = _("You can bring it back with Edit, Undo.");
    for (const std::string& variant : practice->variants)
        more += wxS("\n") + wxString::Format(_("The variant \"%s\" will no longer speak of it."), to_wx(variant));
    question.SetExtendedMessage(more);
    question.SetYesNoLabels(_("&Remove"), _("&Keep"));
    if (question.ShowModal() == wxID_YES)
        m_commands.remove_practice(practice->id);
}

void PracticesPage::commit()
{
    if (IsBeingDeleted() || m_title->GetValue() == m_title_shown)
        return;
    m_title_shown = m_title->GetValue();
    m_commands.set_title(to_utf8(m_title_shown));
}

PracticeFormPage::PracticeFormPage(wxWindow* parent, const Commands& commands) : wxPanel(parent), m_commands(commands)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_name = add_field(
        this, *column, _("Name of the practice"), wxString(), 44, [this] { commit(); }, &m_name_error);
    m_name->SetName(wxS("practice-name"));
    m_code = add_field(
        this, *column, _("ODS code"),
        _("The NHS organisation code, for example A81001. Leave it blank if you do not have it at hand."), 12,
        [this] { commit(); }, &m_code_error);
    m_code->SetName(wxS("practice-ods-code"));
    m_questions = new SectionsView(this, commands);
    column->Add(m_questions, wxSizerFlags().Expand());
    m_commitment = new CommitmentPanel(this, commands);
    column->Add(m_commitment, wxSizerFlags().Expand());
    SetSizer(column);
}

bool PracticeFormPage::show(const wizard::PracticeForm& form)
{
    const bool other = form.id != m_practice;
    m_practice = form.id;
    const auto fill = [other](wxTextCtrl* field, wxString& shown, const std::string& value)
    {
        if (!other && to_wx(value) == shown)
            return;
        shown = to_wx(value);
        field->ChangeValue(shown);
    };
    fill(m_name, m_name_shown, form.name);
    fill(m_code, m_code_shown, form.ods_code);
    bool moved = show_error(m_name_error, form.name_error);
    moved |= show_error(m_code_error, form.ods_code_error);
    moved |= m_questions->show({form.questions});
    moved |= m_commitment->show(form.id, form.commitment);
    return moved || other;
}

void PracticeFormPage::commit()
{
    if (IsBeingDeleted() || m_practice.empty())
        return;
    if (m_name->GetValue() != m_name_shown || m_code->GetValue() != m_code_shown)
    {
        m_name_shown = m_name->GetValue();
        m_code_shown = m_code->GetValue();
        m_commands.name_practice(m_practice, to_utf8(m_name_shown), to_utf8(m_code_shown));
    }
    m_questions->commit();
    m_commitment->commit();
}

} // namespace fedadvise::gui
