// CommitmentPanel: whether a practice takes part, on which condition, and until when it has to say so.
#pragma once

#include "gui/commands.h"
#include "gui/look.h"
#include "wizard/conversation.h"

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <array>
#include <string>

namespace fedadvise::gui
{

class CommitmentPanel : public wxPanel
{
public:
    CommitmentPanel(wxWindow* parent, const Commands& commands);

    /// Gives whether the page must be laid out.
    bool show(const std::string& practice, const wizard::CommitmentForm& form);
    /// Hands over what is written, when it is not what was shown.
    void commit();
    /// Gives whether the field is one of these.
    bool focus(const std::string& field);

private:
    struct Row
    {
        const char* field;
        WrappedText* label = nullptr;
        WrappedText* error = nullptr;
        wxTextCtrl* text = nullptr;
    };
    void add_row(wxSizer& column, Row& row, const wxString& label, const wxString& example, int letters);
    [[nodiscard]] wizard::CommitmentText written() const;

    const Commands& m_commands;
    std::string m_practice;
    wizard::CommitmentText m_shown;
    std::array<WrappedRadio*, 4> m_states = {};
    std::array<Row, 4> m_rows; ///< condition, decide by, decided on, note
};

} // namespace fedadvise::gui
