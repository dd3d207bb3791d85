// ConflictDialog: what files that were merged say differently, and which of it shall count.
#pragma once

#include "casefile/case.h"
#include "rulebase/rule_base.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/listbox.h>

#include <functional>
#include <vector>

namespace fedadvise::gui
{

class ConflictDialog : public wxDialog
{
public:
    /// `file` gives the case as it is now; `decide` puts a value of one of its conflicts into its place.
    ConflictDialog(wxWindow* parent, const rulebase::RuleBase& rules, std::function<const casefile::Case&()> file,
                   std::function<void(std::size_t conflict, std::size_t value)> decide);

private:
    void show();
    void show_values();
    void take();

    const rulebase::RuleBase& m_rules;
    std::function<const casefile::Case&()> m_file;
    std::function<void(std::size_t, std::size_t)> m_decide;
    std::vector<std::size_t> m_open; ///< numbers of the conflicts in the list
    wxListBox* m_places = nullptr;
    wxListBox* m_values = nullptr;
    wxButton* m_take = nullptr;
};

} // namespace fedadvise::gui
