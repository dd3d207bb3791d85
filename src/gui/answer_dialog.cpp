#include "gui/answer_dialog.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

/// "Why work together? 3 of 20 answered".
wxString section_line(const wizard::SectionScreen& section)
{
    const auto answered = std::count_if(section.questions.begin(), section.questions.end(),
                                        [](const wizard::QuestionScreen& question) { return question.answered; });
    return wxString::Format(_("%s  (%zu of %zu answered)"), to_wx(section.title), static_cast<std::size_t>(answered),
                            section.questions.size());
}

} // namespace

AnswerDialog::AnswerDialog(wxWindow* parent, wizard::AnswerSheet sheet, std::function<bool(wizard::AnswerSheet&)> save,
                           std::function<void(const wizard::AnswerSheet&)> note_change)
    : wxDialog(parent, wxID_ANY, to_wx(sheet.title()), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      m_sheet(std::move(sheet)),
      m_save(std::move(save)),
      m_note_change(std::move(note_change)),
      m_unsaved(m_sheet.answered() > 0)
{
    build_commands();
    auto* column = new wxBoxSizer(wxVERTICAL);
    build_person(*column);
    m_sections = new wxChoice(this, wxID_ANY);
    m_sections->SetName(wxS("sections"));
    set_accessible_name(m_sections, _("Part of the questions"));
    m_sections->Bind(wxEVT_CHOICE,
                     [this](wxCommandEvent&) { go_to(static_cast<std::size_t>(m_sections->GetSelection())); });
    column->Add(m_sections, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    m_page = new ScrollPage(this);
    m_page->SetName(wxS("questions"));
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(
        make_soft_text(m_page,
                       _("What each of you thinks counts: answer for yourself, not for the practice as a whole. Leave "
                         "out what does not concern you. Your name lets you answer again later; without one you "
                         "count as somebody new. Nothing about patients, please.")),
        wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    m_questions = new SectionsView(m_page, m_commands);
    page->Add(m_questions, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    m_page->SetSizer(page);
    column->Add(m_page, wxSizerFlags(1).Expand());
    build_buttons(*column);
    SetSizer(column);
    Bind(EVT_HEIGHT_CHANGED, [this](wxCommandEvent&) { m_page->lay_out(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    SetEscapeId(wxID_CLOSE);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 110, room.x - FromDIP(40)),
                   std::min(GetCharHeight() * 42, room.y - FromDIP(60))));
    CentreOnParent();
    show();
    m_name->SetFocus();
}

void AnswerDialog::build_commands()
{
    m_commands.choose = [this](const auto& question, const auto&, const auto& option)
    {
        m_sheet.choose(question, option);
        changed();
    };
    m_commands.choose_set = [this](const auto& question, const auto&, const auto& options)
    {
        m_sheet.choose_set(question, options);
        changed();
    };
    m_commands.write = [this](const auto& question, const auto&, const auto& text)
    {
        m_sheet.write(question, text);
        changed();
    };
    m_commands.say_unknown = [this](const auto& question, const auto&)
    {
        m_sheet.say_unknown(question);
        changed();
    };
    m_commands.clear = [this](const auto& question, const auto&)
    {
        m_sheet.clear(question);
        changed();
    };
    m_commands.set_note = [this](const auto& question, const auto&, const auto& note)
    {
        m_sheet.set_note(question, note);
        changed();
    };
}

void AnswerDialog::build_person(wxSizer& column)
{
    auto* row = new wxFlexGridSizer(4, wxSize(FromDIP(8), FromDIP(4)));
    row->AddGrowableCol(1);
    row->AddGrowableCol(3);
    const auto add = [&](const wxString& label, const wxString& name)
    {
        row->Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags().CentreVertical());
        auto* field = new wxTextCtrl(this, wxID_ANY);
        field->SetName(name);
        field->SetMinSize(field_size(*this, 16));
        set_accessible_name(field, label);
        field->Bind(wxEVT_TEXT,
                    [this](wxCommandEvent&)
                    {
                        m_unsaved = true;
                        m_sheet.set_person(to_utf8(m_name->GetValue()), to_utf8(m_role->GetValue()));
                        m_note_change(m_sheet);
                    });
        row->Add(field, wxSizerFlags().Expand());
        return field;
    };
    m_name = add(_("Your name"), wxS("person name"));
    m_role = add(_("Your role"), wxS("person role"));
    m_name->ChangeValue(to_wx(m_sheet.name()));
    m_role->ChangeValue(to_wx(m_sheet.role()));
    m_role->SetHint(_("partner, manager, nurse"));
    column.Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
}

void AnswerDialog::build_buttons(wxSizer& column)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const wxString& label, auto&& act)
    {
        auto* button = new wxButton(this, wxID_ANY, label);
        button->Bind(wxEVT_BUTTON, [act](wxCommandEvent&) { act(); });
        row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
        return button;
    };
    m_back = add(_("&Back"), [this] { go_to(m_section - 1); });
    m_continue = add(_("&Continue"), [this] { go_to(m_section + 1); });
    row->AddStretchSpacer();
    wxButton* keep = add(_("&Save response..."), [this] { save(); });
    keep->SetFont(scaled_font(*this, 1.0, wxFONTWEIGHT_BOLD));
    auto* close = new wxButton(this, wxID_CLOSE);
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
    row->Add(close);
    column.Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
}

void AnswerDialog::go_to(std::size_t section)
{
    commit();
    m_section = section;
    show();
    m_page->Scroll(0, 0);
    if (QuestionPanel* first = m_questions->first())
        first->focus_answer();
}

void AnswerDialog::changed()
{
    m_unsaved = true;
    m_note_change(m_sheet);
    if (!std::exchange(m_refresh_wanted, true))
        CallAfter(
            [this]
            {
                if (m_refresh_wanted)
                    show();
            });
}

void AnswerDialog::show()
{
    m_refresh_wanted = false;
    const std::vector<wizard::SectionScreen> sections = m_sheet.sections();
    wxArrayString lines;
    for (const wizard::SectionScreen& section : sections)
        lines.Add(section_line(section));
    if (lines != m_sections->GetStrings())
        m_sections->Set(lines);
    m_section = std::min(m_section, sections.empty() ? std::size_t{0} : sections.size() - 1);
    if (!sections.empty())
    {
        m_sections->SetSelection(static_cast<int>(m_section));
        if (m_questions->show({sections[m_section]}))
            m_page->lay_out();
    }
    m_back->Enable(m_section > 0);
    m_continue->Enable(m_section + 1 < sections.size());
    keep_buttons_in_reach(*this);
}

void AnswerDialog::commit()
{
    m_questions->commit();
}

void AnswerDialog::save()
{
    commit();
    wxString errors;
    for (const wizard::ErrorLine& error : m_sheet.errors())
        errors += to_wx(error.message) + wxS("\n");
    if (!errors.empty())
    {
        show();
        wxMessageDialog(this, errors, _("There is a problem"), wxOK | wxICON_WARNING).ShowModal();
        return;
    }
    if (!m_save(m_sheet))
        return;
    m_unsaved = false;
    end(wxID_OK);
}

void AnswerDialog::end(int result)
{
    if (IsModal())
        EndModal(result);
    else
        Hide();
}

void AnswerDialog::leave()
{
    commit();
    if (m_unsaved)
    {
        wxMessageDialog question(this, _("Close without saving your response?"), _("Unsaved answers"),
                                 wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
        question.SetExtendedMessage(_("What you answered here is lost then."));
        question.SetYesNoLabels(_("&Close without saving"), _("&Go on answering"));
        if (question.ShowModal() != wxID_YES)
            return;
    }
    end(wxID_CANCEL);
}

} // namespace fedadvise::gui
