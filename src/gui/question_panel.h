// QuestionPanel: one question on screen, drawn by its kind. Knows controls and layout; decides nothing.
#pragma once

#include "gui/commands.h"
#include "gui/look.h"
#include "wizard/conversation.h"

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <vector>

namespace fedadvise::gui
{

/// Sent upwards when a view opened or closed a part of itself, so that the page is laid out.
wxDECLARE_EVENT(EVT_HEIGHT_CHANGED, wxCommandEvent);

class QuestionPanel : public wxPanel, public Wrapping
{
public:
    /// `commands` must live longer than the panel.
    QuestionPanel(wxWindow* parent, const Commands& commands);

    /// Draws the question. What people are typing stays unless the answer itself changed. Gives whether the height may
    /// have changed, so that the page must be laid out.
    bool show(const wizard::QuestionScreen& screen);
    /// Hands over what was typed and not handed over yet.
    void commit();

    [[nodiscard]] bool is_for(const std::string& question, const std::string& practice) const;
    /// Puts the focus on the chosen option, else the first, or on the field.
    void focus_answer();
    /// Where the focus goes for an error: nothing while nothing was shown.
    [[nodiscard]] const wizard::QuestionScreen& screen() const { return m_screen; }

    void wrap_to(int width) override;

private:
    void build();
    void build_folded();
    void unfold();
    void build_options(wxSizer& column);
    void build_field(wxSizer& column);
    void build_links(wxSizer& column);
    bool update();
    void update_choices();
    void choose_checked();
    void toggle_why();
    void open_note();
    [[nodiscard]] wxString spoken(const wxString& label) const;

    const Commands& m_commands;
    wizard::QuestionScreen m_screen;
    bool m_built = false;
    bool m_folded = false; ///< skipped: drawn as its prompt and a button that opens it
    wxButton* m_open_button = nullptr;
    WrappedText* m_derived = nullptr;
    WrappedText* m_skip = nullptr;
    WrappedText* m_error = nullptr;
    WrappedText* m_why = nullptr;
    wxRadioButton* m_none = nullptr;     ///< hidden: chosen while nothing is answered, since GTK always chooses one
    std::vector<WrappedRadio*> m_radios; ///< the options, then "We do not know"
    std::vector<WrappedCheck*> m_checks; ///< the options, then "We do not know"; for a field only the latter
    wxBoxSizer* m_options = nullptr;
    wxTextCtrl* m_field = nullptr;
    wxString m_field_shown;
    wxButton* m_why_button = nullptr;
    wxButton* m_note_button = nullptr;
    wxButton* m_clear_button = nullptr;
    wxStaticText* m_note_label = nullptr;
    wxTextCtrl* m_note = nullptr;
    wxString m_note_shown;
};

} // namespace fedadvise::gui
