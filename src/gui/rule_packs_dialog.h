// RulePacksDialog: the rules that can be used, those in use, and a new pack installed once its signature was looked at.
#pragma once

#include "gui/reading_pane.h"
#include "rulepack/store.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/listbox.h>

#include <filesystem>
#include <functional>
#include <vector>

namespace fedadvise::gui
{

class RulePacksDialog : public wxDialog
{
public:
    /// Asks for a pack; empty: cancelled.
    using AskPack = std::function<std::filesystem::path(wxWindow* parent)>;

    /// `note` stands above everything, or is empty.
    RulePacksDialog(wxWindow* parent, rulepack::Store store, AskPack ask_pack, const wxString& note);

    /// Offers to install the pack, after what has to be said of it was read.
    void install(const std::filesystem::path& pack);

    /// Whether other rules are in use than when the dialog was opened.
    [[nodiscard]] bool changed() const { return m_changed; }

private:
    void show_rules();
    void show_details();
    void use_selected();
    void stop_trusting_selected();
    /// The rules of the selected row; null when none is selected.
    [[nodiscard]] const rulepack::Held* selected() const;
    void take_over(const foundation::Result<rulepack::Held>& result);
    void tell(const wxString& title, const foundation::Error& error);

    rulepack::Store m_store;
    AskPack m_ask_pack;
    std::vector<rulepack::Held> m_rules; ///< what the rows are
    bool m_changed = false;

    wxListBox* m_rows = nullptr;
    ReadingPane* m_details = nullptr;
    wxButton* m_use = nullptr;
    wxButton* m_distrust = nullptr;
};

} // namespace fedadvise::gui
