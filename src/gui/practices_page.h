// PracticesPage: the group's name, the list of its practices, and the facts about the group.
#pragma once

#include "gui/commitment_panel.h"
#include "gui/sections_view.h"

#include <wx/listbox.h>

namespace fedadvise::gui
{

class PracticesPage : public wxPanel
{
public:
    PracticesPage(wxWindow* parent, const Commands& commands);
    bool show(const wizard::PageScreen& page, const std::string& group_title);
    void commit();
    void focus_first() { m_title->SetFocus(); }

private:
    [[nodiscard]] const wizard::PracticeScreen* selected() const;
    void edit();
    void remove();
    void show_buttons();

    const Commands& m_commands;
    std::vector<wizard::PracticeScreen> m_practices;
    bool m_in_variant = false;
    wxTextCtrl* m_title = nullptr;
    wxString m_title_shown;
    wxListBox* m_list = nullptr;
    WrappedText* m_empty = nullptr;
    wxButton* m_add = nullptr;
    wxButton* m_choose = nullptr;
    wxButton* m_edit = nullptr;
    wxButton* m_remove = nullptr;
};

/// PracticeFormPage: name, code, questions and commitment of one practice.
class PracticeFormPage : public wxPanel
{
public:
    PracticeFormPage(wxWindow* parent, const Commands& commands);
    bool show(const wizard::PracticeForm& form);
    void commit();
    void focus_name() { m_name->SetFocus(); }
    void focus_code() { m_code->SetFocus(); }
    [[nodiscard]] CommitmentPanel& commitment() { return *m_commitment; }
    [[nodiscard]] SectionsView& questions() { return *m_questions; }

private:
    const Commands& m_commands;
    std::string m_practice;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_code = nullptr;
    wxString m_name_shown, m_code_shown;
    WrappedText* m_name_error = nullptr;
    WrappedText* m_code_error = nullptr;
    SectionsView* m_questions = nullptr;
    CommitmentPanel* m_commitment = nullptr;
};

} // namespace fedadvise::gui
