#include "gui/question_panel.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/intl.h>

#include <algorithm>

namespace fedadvise::gui
{

wxDEFINE_EVENT(EVT_HEIGHT_CHANGED, wxCommandEvent);

namespace
{

bool has_field(rulebase::AnswerKind kind)
{
    return kind == rulebase::AnswerKind::Number || kind == rulebase::AnswerKind::Text ||
           kind == rulebase::AnswerKind::Date;
}

bool is_one_of(rulebase::AnswerKind kind)
{
    return kind == rulebase::AnswerKind::Scale || kind == rulebase::AnswerKind::Choice;
}

/// Whether both can be drawn with the same controls.
bool same_controls(const wizard::QuestionScreen& one, const wizard::QuestionScreen& other)
{
    const auto same_option = [](const auto& a, const auto& b) { return a.id == b.id && a.label == b.label; };
    return one.id == other.id && one.practice == other.practice && one.kind == other.kind &&
           one.prompt == other.prompt && one.help == other.help && one.why == other.why && one.unit == other.unit &&
           std::equal(one.options.begin(), one.options.end(), other.options.begin(), other.options.end(), same_option);
}

int field_letters(rulebase::AnswerKind kind)
{
    return kind == rulebase::AnswerKind::Text ? 48 : 16;
}

} // namespace

QuestionPanel::QuestionPanel(wxWindow* parent, const Commands& commands) : wxPanel(parent), m_commands(commands) {}

bool QuestionPanel::is_for(const std::string& question, const std::string& practice) const
{
    return m_screen.id == question && m_screen.practice == practice;
}

bool QuestionPanel::show(const wizard::QuestionScreen& screen)
{
    // Decided when the page is opened: what is in view does not fold under the reader's hands.
    const bool fold =
        !m_built && !screen.skip.empty() && screen.error.empty() && screen.note.empty() && screen.conflict.empty();
    const bool unfold = m_folded && screen.skip.empty();
    const bool rebuild = !m_built || unfold || !same_controls(screen, m_screen);
    m_folded = fold || (m_folded && !unfold);
    m_screen = screen;
    if (rebuild)
        build();
    return update() || rebuild;
}

void QuestionPanel::build()
{
    m_radios.clear();
    m_checks.clear();
    m_field = m_note = nullptr;
    m_options = nullptr;
    m_open_button = nullptr;
    m_field_shown.clear();
    m_note_shown.clear();
    DestroyChildren();
    SetName(to_wx("question:" + m_screen.id + ":" + m_screen.practice));
    SetAutoLayout(false); // laid out by its page, after the options know whether they stand in a row
    m_built = true;
    if (m_folded)
        return build_folded();

    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto row = wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(3));
    column->Add(make_heading(this, to_wx(m_screen.prompt), 1.0), row);
    if (!m_screen.help.empty())
        column->Add(make_soft_text(this, to_wx(m_screen.help)), row);
    m_derived = new WrappedText(this, wxString());
    column->Add(m_derived, row);
    m_skip = make_soft_text(this, wxString());
    m_skip->Hide();
    column->Add(m_skip, row);
    m_error = make_heading(this, wxString(), 1.0);
    m_error->SetForegroundColour(colours().error);
    column->Add(m_error, row);
    column->AddSpacer(FromDIP(3));
    if (has_field(m_screen.kind))
        build_field(*column);
    else
        build_options(*column);
    build_links(*column);
    SetSizer(column);
    SetAutoLayout(false);
}

void QuestionPanel::build_folded()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto row = wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(3));
    column->Add(make_soft_text(this, to_wx(m_screen.prompt)), row);
    m_skip = make_soft_text(this, wxString());
    column->Add(m_skip, row);
    m_open_button = new wxButton(this, wxID_ANY, _("Answer it anyway"));
    set_accessible_name(m_open_button, spoken(m_open_button->GetLabel()));
    m_open_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { unfold(); }); });
    column->Add(m_open_button);
    SetSizer(column);
    SetAutoLayout(false);
}

void QuestionPanel::unfold()
{
    m_folded = false;
    build();
    update();
    wxCommandEvent resized(EVT_HEIGHT_CHANGED, GetId());
    resized.SetEventObject(this);
    ProcessWindowEvent(resized);
    focus_answer();
}

wxString QuestionPanel::spoken(const wxString& label) const
{
    return label + wxS(". ") + to_wx(m_screen.prompt);
}

void QuestionPanel::build_options(wxSizer& column)
{
    m_options = new wxBoxSizer(wxVERTICAL); // in a row when that fits
    if (is_one_of(m_screen.kind))
    {
        m_none = new wxRadioButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
        m_none->SetValue(true);
        m_none->Hide();
    }
    const auto add = [this](auto* control, const wxString& label)
    {
        set_accessible_name(control, spoken(label));
        m_options->Add(control, wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(12)));
    };
    for (const wizard::OptionChoice& option : m_screen.options)
    {
        const wxString label = to_wx(option.label);
        if (is_one_of(m_screen.kind))
        {
            m_radios.push_back(new WrappedRadio(this, label));
            m_radios.back()->Bind(wxEVT_RADIOBUTTON, [this, id = option.id](wxCommandEvent&)
                                  { m_commands.choose(m_screen.id, m_screen.practice, id); });
            add(m_radios.back(), label);
        }
        else
        {
            m_checks.push_back(new WrappedCheck(this, label));
            m_checks.back()->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { choose_checked(); });
            add(m_checks.back(), label);
        }
    }
    const wxString unknown = _("We do not know");
    const auto say_unknown = [this](wxCommandEvent& event)
    {
        if (event.IsChecked() || event.GetEventType() == wxEVT_RADIOBUTTON)
            m_commands.say_unknown(m_screen.id, m_screen.practice);
        else
            m_commands.clear(m_screen.id, m_screen.practice);
    };
    if (is_one_of(m_screen.kind))
    {
        m_radios.push_back(new WrappedRadio(this, unknown));
        m_radios.back()->Bind(wxEVT_RADIOBUTTON, say_unknown);
        add(m_radios.back(), unknown);
    }
    else
    {
        m_checks.push_back(new WrappedCheck(this, unknown));
        m_checks.back()->Bind(wxEVT_CHECKBOX, say_unknown);
        add(m_checks.back(), unknown);
    }
    column.Add(m_options, wxSizerFlags().Expand());
}

void QuestionPanel::build_field(wxSizer& column)
{
    m_options = new wxBoxSizer(wxVERTICAL); // in a row when that fits
    m_field = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_field->SetMinSize(field_size(*this, field_letters(m_screen.kind)));
    if (m_screen.kind == rulebase::AnswerKind::Date)
        m_field->SetHint(_("2026-11-30"));
    const wxString unit = to_wx(m_screen.unit);
    set_accessible_name(m_field, to_wx(m_screen.prompt) + (unit.empty() ? unit : wxS(", ") + unit));
    m_field->Bind(wxEVT_KILL_FOCUS,
                  [this](wxFocusEvent& event)
                  {
                      event.Skip();
                      commit();
                  });
    m_field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { commit(); });
    m_options->Add(m_field, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    if (!unit.empty())
        m_options->Add(new wxStaticText(this, wxID_ANY, unit), wxSizerFlags().Border(wxRIGHT, FromDIP(16)));
    const wxString unknown = _("We do not know");
    m_checks.push_back(new WrappedCheck(this, unknown));
    m_checks.back()->set_one_line(true);
    set_accessible_name(m_checks.back(), spoken(unknown));
    m_checks.back()->Bind(wxEVT_CHECKBOX,
                          [this](wxCommandEvent& event)
                          {
                              if (event.IsChecked())
                                  m_commands.say_unknown(m_screen.id, m_screen.practice);
                              else
                                  m_commands.clear(m_screen.id, m_screen.practice);
                          });
    m_options->Add(m_checks.back());
    column.Add(m_options, wxSizerFlags().Expand());
}

void QuestionPanel::build_links(wxSizer& column)
{
    auto* links = new wxBoxSizer(wxHORIZONTAL);
    m_why_button = make_quiet_button(this, _("Why we ask"));
    set_accessible_name(m_why_button, spoken(_("Why we ask")));
    m_why_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { toggle_why(); });
    m_why_button->Show(!m_screen.why.empty());
    m_note_button = make_quiet_button(this, _("Add a note"));
    set_accessible_name(m_note_button, spoken(_("Add a note")));
    m_note_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open_note(); });
    m_clear_button = make_quiet_button(this, _("Clear the answer"));
    set_accessible_name(m_clear_button, spoken(_("Clear the answer")));
    m_clear_button->Bind(wxEVT_BUTTON,
                         [this](wxCommandEvent&)
                         {
                             focus_answer(); // this button is about to hide
                             m_commands.clear(m_screen.id, m_screen.practice);
                         });
    for (wxButton* button : {m_why_button, m_note_button, m_clear_button})
        links->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    column.Add(links, wxSizerFlags());

    m_why = make_soft_text(this, to_wx(m_screen.why));
    m_why->Hide();
    column.Add(m_why, wxSizerFlags().Expand().Border(wxLEFT | wxBOTTOM, FromDIP(8)));

    auto* note_row = new wxBoxSizer(wxHORIZONTAL);
    m_note_label = new wxStaticText(this, wxID_ANY, _("Your note"));
    m_note = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_note->SetMinSize(field_size(*this, 20));
    set_accessible_name(m_note, spoken(_("Your note")));
    m_note->Bind(wxEVT_KILL_FOCUS,
                 [this](wxFocusEvent& event)
                 {
                     event.Skip();
                     commit();
                 });
    m_note->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { commit(); });
    note_row->Add(m_note_label, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    note_row->Add(m_note, wxSizerFlags(1));
    m_note_label->Hide();
    m_note->Hide();
    column.Add(note_row, wxSizerFlags().Expand());
}

bool QuestionPanel::update()
{
    bool moved = false;
    if (m_folded)
        return m_skip->set_text(_("Skipped. ") + to_wx(m_screen.skip));
    if (!m_screen.derived.empty())
        moved |= m_derived->set_text(to_wx(m_screen.derived));
    // What the program works out itself is not asked as well
    if (m_derived->IsShown() == m_screen.derived.empty() || m_options->AreAnyItemsShown() != m_screen.derived.empty())
    {
        m_derived->Show(!m_screen.derived.empty());
        m_options->ShowItems(m_screen.derived.empty());
        moved = true;
    }
    const wxString remark = !m_screen.conflict.empty() ? to_wx(m_screen.conflict)
                            : !m_screen.skip.empty()   ? _("You can skip this. ") + to_wx(m_screen.skip)
                                                       : wxString();
    if (!remark.empty())
        moved |= m_skip->set_text(remark);
    moved |= m_skip->Show(!remark.empty());
    if (!m_screen.error.empty())
        moved |= m_error->set_text(_("Error: ") + to_wx(m_screen.error));
    moved |= m_error->Show(!m_screen.error.empty());
    update_choices();
    if (m_field && to_wx(m_screen.written) != m_field_shown)
    {
        m_field_shown = to_wx(m_screen.written);
        m_field->ChangeValue(m_field_shown);
    }
    if (to_wx(m_screen.note) != m_note_shown)
    {
        m_note_shown = to_wx(m_screen.note);
        m_note->ChangeValue(m_note_shown);
    }
    if (!m_screen.note.empty() && !m_note->IsShown())
    {
        m_note_label->Show();
        m_note->Show();
        m_note_button->Hide();
        moved = true;
    }
    if (m_clear_button->Show(m_screen.answered && !m_field && m_screen.derived.empty()))
        Layout();
    return moved;
}

void QuestionPanel::update_choices()
{
    if (is_one_of(m_screen.kind))
    {
        bool any = m_screen.unknown;
        for (std::size_t i = 0; i < m_screen.options.size(); ++i)
        {
            if (m_screen.options[i].chosen)
            {
                m_radios[i]->SetValue(true);
                any = true;
            }
        }
        if (m_screen.unknown)
            m_radios.back()->SetValue(true);
        if (!any)
            m_none->SetValue(true);
        return;
    }
    for (std::size_t i = 0; i + 1 < m_checks.size(); ++i)
        m_checks[i]->SetValue(m_screen.options[i].chosen);
    m_checks.back()->SetValue(m_screen.unknown);
}

void QuestionPanel::choose_checked()
{
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < m_screen.options.size(); ++i)
    {
        if (m_checks[i]->GetValue())
            chosen.push_back(m_screen.options[i].id);
    }
    m_commands.choose_set(m_screen.id, m_screen.practice, chosen);
}

void QuestionPanel::commit()
{
    if (IsBeingDeleted())
        return;
    if (m_field && m_field->GetValue() != m_field_shown)
    {
        m_field_shown = m_field->GetValue();
        m_commands.write(m_screen.id, m_screen.practice, to_utf8(m_field_shown));
    }
    if (m_note && m_note->GetValue() != m_note_shown)
    {
        m_note_shown = m_note->GetValue();
        m_commands.set_note(m_screen.id, m_screen.practice, to_utf8(m_note_shown));
    }
}

void QuestionPanel::focus_answer()
{
    if (m_open_button)
        return m_open_button->SetFocus();
    wxWindow* target = m_field;
    for (WrappedRadio* radio : m_radios)
    {
        if (!target || radio->GetValue())
            target = radio;
    }
    if (!target && !m_checks.empty())
        target = m_checks.front();
    if (target && !target->IsShown()) // worked out by the program
        target = m_why_button->IsShown() ? m_why_button : m_note_button;
    if (target)
        target->SetFocus();
}

void QuestionPanel::toggle_why()
{
    m_why->Show(!m_why->IsShown());
    m_why_button->SetLabel(m_why->IsShown() ? _("Hide why we ask") : _("Why we ask"));
    set_accessible_name(m_why_button, spoken(m_why_button->GetLabel()));
    wxCommandEvent resized(EVT_HEIGHT_CHANGED, GetId());
    resized.SetEventObject(this);
    ProcessWindowEvent(resized);
}

void QuestionPanel::open_note()
{
    m_note_label->Show();
    m_note->Show();
    m_note->SetFocus();
    m_note_button->Hide();
    wxCommandEvent resized(EVT_HEIGHT_CHANGED, GetId());
    resized.SetEventObject(this);
    ProcessWindowEvent(resized);
}

void QuestionPanel::wrap_to(int width)
{
    if (!m_options)
        return;
    int needed = 0;
    const auto count = [&](auto* control) { needed += control->natural_width() + FromDIP(12); };
    for (WrappedRadio* radio : m_radios)
        count(radio);
    for (WrappedCheck* check : m_checks)
        count(check);
    if (m_field)
        needed += m_field->GetMinSize().x + GetTextExtent(to_wx(m_screen.unit)).x + FromDIP(24);
    const bool in_a_row = needed <= width && m_radios.size() + m_checks.size() <= 6;
    if (!m_field)
    {
        for (WrappedRadio* radio : m_radios)
            radio->set_one_line(in_a_row);
        for (WrappedCheck* check : m_checks)
            check->set_one_line(in_a_row);
    }
    if ((m_options->GetOrientation() == wxHORIZONTAL) == in_a_row)
        return;
    m_options->SetOrientation(in_a_row ? wxHORIZONTAL : wxVERTICAL);
    for (wxSizerItem* item : m_options->GetChildren())
        item->SetFlag(wxRIGHT | (m_field ? (in_a_row ? wxALIGN_CENTRE_VERTICAL : 0) : (in_a_row ? 0 : wxEXPAND)));
    InvalidateBestSize();
}

} // namespace fedadvise::gui
