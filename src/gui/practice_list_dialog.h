// PracticeListDialog: practices from published lists, found as one types, picked, and looked at before they are added.
#pragma once

#include "casefile/case.h"
#include "directory/filling.h"
#include "gui/list_files.h"
#include "gui/reading_pane.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <vector>

namespace fedadvise::gui
{

class PracticeListDialog : public wxDialog
{
public:
    /// Asks which files to open; none: cancelled.
    using AskFiles = std::function<std::vector<wxString>(wxWindow* parent)>;

    /// `files` are read at once. The case and the rules must outlive the dialog.
    PracticeListDialog(wxWindow* parent, const casefile::Case& group, const rulebase::RuleBase& rules,
                       std::vector<wizard::PracticeListFile> files, AskFiles ask_files);

    /// The files that are open now, to be remembered.
    [[nodiscard]] const std::vector<wizard::PracticeListFile>& files() const { return m_files; }

    // Once the dialog was closed with wxID_OK, something is picked.
    [[nodiscard]] const directory::PracticeList& list() const { return m_loaded->list; }
    [[nodiscard]] const std::vector<std::size_t>& picked() const { return m_picked; } ///< indexes into the list
    [[nodiscard]] directory::Existing existing() const;

private:
    wxSizer* build_files();
    wxSizer* build_search();
    wxSizer* build_picked();
    wxSizer* build_buttons();
    void open_files();
    void close_files();
    void read();
    void look();
    void show_files();
    void search();
    void pick();
    void take_out();
    void show_picked();
    void search_key(wxKeyEvent& event);

    const casefile::Case& m_group;
    const rulebase::RuleBase& m_rules;
    std::vector<wizard::PracticeListFile> m_files;
    AskFiles m_ask_files;
    ListReading m_reading;
    std::unique_ptr<LoadedList> m_loaded; ///< null while nothing is read
    std::vector<std::size_t> m_found;     ///< what the rows are
    std::vector<std::size_t> m_picked;

    ReadingPane* m_file_words = nullptr;
    wxGauge* m_gauge = nullptr;
    wxButton* m_stop = nullptr;
    wxButton* m_close_files = nullptr;
    wxTextCtrl* m_typed = nullptr;
    wxCheckBox* m_everything = nullptr;
    wxStaticText* m_count = nullptr;
    wxListBox* m_rows = nullptr;
    wxButton* m_pick = nullptr;
    wxListBox* m_picked_rows = nullptr;
    wxButton* m_take_out = nullptr;
    wxCheckBox* m_replace = nullptr;
    ReadingPane* m_plan = nullptr;
    wxButton* m_add = nullptr;
    wxTimer m_timer;
};

} // namespace fedadvise::gui
