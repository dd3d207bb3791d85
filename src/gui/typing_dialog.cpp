#include "gui/typing_dialog.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr int letters_of_a_field = 16;

} // namespace

TypingDialog::TypingDialog(wxWindow* parent, std::vector<wizard::AnswerSheet> sheets,
                           std::function<void(const wizard::AnswerSheet&)> take)
    : wxDialog(parent, wxID_ANY, _("Type in a paper form"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_sheets(std::move(sheets)),
      m_empty(m_sheets),
      m_take(std::move(take))
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    build_person(*column);
    build_question(*column);
    build_buttons(*column);
    SetSizer(column);
    SetEscapeId(wxID_CLOSE);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 90, room.x - FromDIP(40)),
                   std::min(GetCharHeight() * 34, room.y - FromDIP(60))));
    CentreOnParent();
    show();
    m_practices->SetFocus();
}

void TypingDialog::build_person(wxSizer& column)
{
    auto* grid = new wxFlexGridSizer(2, wxSize(FromDIP(8), FromDIP(4)));
    grid->AddGrowableCol(1);
    const auto add = [&](const wxString& label, const wxString& name) // the label first: that is the order of Tab
    {
        grid->Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags().CentreVertical());
        auto* field = new wxTextCtrl(this, wxID_ANY);
        field->SetName(name);
        field->SetMinSize(field_size(*this, letters_of_a_field));
        set_accessible_name(field, label);
        grid->Add(field, wxSizerFlags().Expand());
        return field;
    };
    wxArrayString names;
    for (const wizard::AnswerSheet& sheet : m_sheets)
        names.Add(to_wx(sheet.invitation().practice_name.empty() ? sheet.invitation().practice
                                                                 : sheet.invitation().practice_name));
    auto* label = new wxStaticText(this, wxID_ANY, _("Practice"));
    grid->Add(label, wxSizerFlags().CentreVertical());
    m_practices = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
    m_practices->SetSelection(0);
    m_practices->SetName(wxS("practice"));
    set_accessible_name(m_practices, label->GetLabel());
    m_practices->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_practice(); });
    grid->Add(m_practices, wxSizerFlags().Expand());
    m_name = add(_("Name on the form"), wxS("person name"));
    m_role = add(_("Role"), wxS("person role"));
    column.Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
}

void TypingDialog::build_question(wxSizer& column)
{
    m_text = new ReadingPane(this, _("Question"));
    m_text->SetName(wxS("question text"));
    column.Add(m_text, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticText(this, wxID_ANY, _("&Answer")), wxSizerFlags().CentreVertical());
    m_field = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_field->SetName(wxS("typed"));
    m_field->SetMinSize(field_size(*this, letters_of_a_field));
    m_field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { next(); });
    m_field->Bind(wxEVT_TEXT,
                  [this](wxCommandEvent&)
                  {
                      if (m_one_key && !m_field->GetValue().empty())
                          CallAfter(&TypingDialog::next);
                  });
    m_field->Bind(wxEVT_KEY_DOWN,
                  [this](wxKeyEvent& event)
                  {
                      const bool back = event.GetKeyCode() == WXK_UP || event.GetKeyCode() == WXK_PAGEUP;
                      const bool on = event.GetKeyCode() == WXK_DOWN || event.GetKeyCode() == WXK_PAGEDOWN;
                      if (back && m_question > 0)
                          go_to(m_question - 1);
                      else if (on)
                          next();
                      else
                          event.Skip();
                  });
    row->Add(m_field, wxSizerFlags(1).Border(wxLEFT, FromDIP(8)));
    column.Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    m_error = new wxStaticText(this, wxID_ANY, wxString());
    m_error->SetName(wxS("typing error"));
    m_error->SetForegroundColour(colours().error);
    column.Add(m_error, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
}

void TypingDialog::build_buttons(wxSizer& column)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_back = new wxButton(this, wxID_ANY, _("&Back"));
    m_back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go_to(m_question - 1); });
    row->Add(m_back, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    auto* skip = new wxButton(this, wxID_ANY, _("&Next question"));
    skip->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { next(); });
    row->Add(skip);
    row->AddStretchSpacer();
    m_done = new wxButton(this, wxID_ANY, _("A&dd these answers"));
    m_done->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { finish(); });
    row->Add(m_done, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    auto* close = new wxButton(this, wxID_CLOSE);
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
    row->Add(close);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    column.Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
}

void TypingDialog::choose_practice()
{
    const auto chosen = static_cast<std::size_t>(m_practices->GetSelection());
    if (chosen == m_practice)
        return;
    m_sheets[chosen].take_answers_of(sheet()); // what was typed in belongs to the form, not to the practice
    sheet() = m_empty[m_practice];
    m_practice = chosen;
    show();
}

void TypingDialog::go_to(std::size_t question)
{
    m_question = question;
    show();
    m_field->SetFocus();
}

bool TypingDialog::take_typed()
{
    const std::string fault = sheet().type(m_question, to_utf8(m_field->GetValue()));
    m_error->SetLabel(fault.empty() ? wxString() : _("Error: ") + to_wx(fault));
    m_error->Wrap(GetClientSize().x - FromDIP(24));
    Layout();
    if (fault.empty())
        return true;
    wxBell();
    m_field->SetFocus();
    m_field->SelectAll();
    return false;
}

void TypingDialog::next()
{
    if (!take_typed())
        return;
    if (m_question + 1 < sheet().count())
        return go_to(m_question + 1);
    show();
    m_done->SetFocus();
}

void TypingDialog::finish()
{
    if (!take_typed())
        return;
    sheet().set_person(to_utf8(m_name->GetValue()), to_utf8(m_role->GetValue()));
    if (sheet().answered() == 0)
    {
        m_error->SetLabel(_("Nothing has been typed in so far."));
        return;
    }
    m_take(sheet());
    sheet() = m_empty[m_practice];
    m_question = 0;
    m_name->ChangeValue(wxString());
    m_role->ChangeValue(wxString());
    show();
    m_name->SetFocus(); // the next form
}

void TypingDialog::leave()
{
    if (sheet().answered() > 0)
    {
        wxMessageDialog question(this, _("Close without adding these answers?"), _("A form is half typed in"),
                                 wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
        question.SetYesNoLabels(_("&Close without adding"), _("&Go on typing"));
        if (question.ShowModal() != wxID_YES)
            return;
    }
    if (IsModal())
        EndModal(wxID_CLOSE);
    else
        Hide();
}

void TypingDialog::show()
{
    m_field->ChangeValue(wxString());
    m_error->SetLabel(wxString());
    const wizard::TypingScreen screen = sheet().typing(m_question);
    m_one_key = screen.one_key;
    Paragraphs text{{Style::Soft, screen.number + (screen.section.empty() ? "" : ", " + screen.section)},
                    {Style::Strong, screen.prompt}};
    for (const std::string& answer : screen.answers)
        text.push_back({Style::Body, answer});
    text.push_back({Style::Soft, screen.what_to_type});
    if (!screen.answered.empty())
        text.push_back({Style::Strong, to_utf8(_("Typed in: ")) + screen.answered});
    m_text->show(text);
    set_accessible_name(m_field, to_wx(screen.number + ". " + screen.prompt + " " + screen.what_to_type));
    m_back->Enable(m_question > 0);
}

} // namespace fedadvise::gui
