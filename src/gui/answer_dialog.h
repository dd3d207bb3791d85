// AnswerDialog: somebody in a practice answers an invitation: only its questions, section by section, and who they are.
#pragma once

#include "gui/sections_view.h"
#include "wizard/answer_sheet.h"

#include <wx/choice.h>
#include <wx/dialog.h>

#include <functional>
#include <string>

namespace fedadvise::gui
{

class AnswerDialog : public wxDialog
{
public:
    /// `save` keeps what was answered and gives whether it is kept; `note_change` is called after every answer. Who has
    /// answered something already goes on with it, and is asked before it is left.
    AnswerDialog(wxWindow* parent, wizard::AnswerSheet sheet, std::function<bool(wizard::AnswerSheet&)> save,
                 std::function<void(const wizard::AnswerSheet&)> note_change);

    [[nodiscard]] const wizard::AnswerSheet& sheet() const { return m_sheet; }

private:
    void build_commands();
    void build_person(wxSizer& column);
    void build_buttons(wxSizer& column);
    void go_to(std::size_t section);
    void changed();
    void show();
    void commit();
    void save();
    void leave();
    void end(int result);

    wizard::AnswerSheet m_sheet;
    std::function<bool(wizard::AnswerSheet&)> m_save;
    std::function<void(const wizard::AnswerSheet&)> m_note_change;
    Commands m_commands;
    std::size_t m_section = 0;
    bool m_unsaved = false;
    bool m_refresh_wanted = false;

    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_role = nullptr;
    wxChoice* m_sections = nullptr;
    ScrollPage* m_page = nullptr;
    SectionsView* m_questions = nullptr;
    wxButton* m_back = nullptr;
    wxButton* m_continue = nullptr;
};

} // namespace fedadvise::gui
