// ChangeDialog: what would make an option come first. Searches beside the window's own work, and can be stopped.
#pragma once

#include "gui/reading_pane.h"
#include "report/further.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/timer.h>

#include <atomic>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

namespace fedadvise::gui
{

class ChangeDialog : public wxDialog
{
public:
    /// Runs in a thread of its own.
    using Search = std::function<std::vector<report::WhatWouldChange>(const report::SearchSettings& settings)>;

    ChangeDialog(wxWindow* parent, const wxString& option, Search search);
    ~ChangeDialog() override;

    /// The change that is to be tried, once the dialog was closed with wxID_OK.
    [[nodiscard]] const report::ChangeAdvice* chosen() const;

private:
    void start(std::size_t most_cases);
    void stop();
    void look();
    void show_result();

    Search m_search;
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_ready = false;
    std::atomic<std::size_t> m_cases = 0;
    std::size_t m_most_cases = 0;
    std::vector<report::WhatWouldChange> m_found; ///< belongs to the thread until it is ready
    std::vector<const report::ChangeAdvice*> m_rows;

    ReadingPane* m_text = nullptr;
    wxListBox* m_list = nullptr;
    wxGauge* m_gauge = nullptr;
    wxButton* m_stop_button = nullptr;
    wxButton* m_further = nullptr;
    wxButton* m_try = nullptr;
    wxTimer m_timer;
};

/// The changes, to read.
[[nodiscard]] Paragraphs change_paragraphs(const std::vector<report::WhatWouldChange>& changes);

/// A name for the variant in which the change is tried.
[[nodiscard]] std::string name_of_change(const report::ChangeAdvice& change);

} // namespace fedadvise::gui
