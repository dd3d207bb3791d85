// TypingDialog: a form that was filled in on paper is typed in: one key for each question, and the next one follows.
#pragma once

#include "gui/reading_pane.h"
#include "wizard/answer_sheet.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <vector>

namespace fedadvise::gui
{

class TypingDialog : public wxDialog
{
public:
    /// A sheet for each practice; there must be one. `take` adds what was typed in to the case.
    TypingDialog(wxWindow* parent, std::vector<wizard::AnswerSheet> sheets,
                 std::function<void(const wizard::AnswerSheet&)> take);

private:
    void build_person(wxSizer& column);
    void build_question(wxSizer& column);
    void build_buttons(wxSizer& column);
    [[nodiscard]] wizard::AnswerSheet& sheet() { return m_sheets[m_practice]; }
    void choose_practice();
    void go_to(std::size_t question);
    /// Takes what stands in the field; gives whether it may be left.
    bool take_typed();
    void next();
    void finish();
    void leave();
    void show();

    std::vector<wizard::AnswerSheet> m_sheets;
    std::vector<wizard::AnswerSheet> m_empty; ///< as they were, for the next form
    std::function<void(const wizard::AnswerSheet&)> m_take;
    std::size_t m_practice = 0;
    std::size_t m_question = 0;
    bool m_one_key = false;

    wxChoice* m_practices = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_role = nullptr;
    ReadingPane* m_text = nullptr;
    wxTextCtrl* m_field = nullptr;
    wxStaticText* m_error = nullptr;
    wxButton* m_back = nullptr;
    wxButton* m_done = nullptr;
};

} // namespace fedadvise::gui
