// ReportsDialog: which documents, in which formats, into which folder; and from there preview, print and write.
#pragma once

#include "gui/error_summary.h"
#include "gui/look.h"
#include "gui/report_material.h"
#include "gui/report_tools.h"
#include "gui/report_work.h"
#include "wizard/settings.h"

#include <wx/button.h>
#include <wx/cmndata.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fedadvise::gui
{

class ReportsDialog : public wxDialog
{
public:
    /// `material` must outlive the dialog.
    ReportsDialog(wxWindow* parent, ReportMaterial& material, const wizard::ReportSettings& chosen, ReportTools tools);

    /// What is chosen now, to be remembered.
    [[nodiscard]] wizard::ReportSettings chosen() const;
    [[nodiscard]] bool is_working() const { return m_work.is_running(); }
    /// Files of the last work, each whole.
    [[nodiscard]] const std::vector<std::filesystem::path>& written() const { return m_written; }

private:
    struct Choice
    {
        std::string id;
        WrappedCheck* box = nullptr;
    };
    enum class Then
    {
        Tell, ///< what was written
        Preview,
        Print,
    };
    enum class Needs
    {
        Nothing, ///< beyond a date that is one
        Documents,
        Files,
    };

    wxSizer* build_documents(const wizard::ReportSettings& chosen);
    wxSizer* build_formats(const wizard::ReportSettings& chosen);
    void build_folder(wxSizer& column, const std::string& folder);
    wxWindow* build_outcome();
    wxSizer* build_buttons();
    WrappedText* add_error_text(wxWindow* parent, wxSizer& column);

    void preview();
    void print();
    void write();
    void browse();
    /// Shows what is missing, with the focus on it; gives whether nothing is.
    bool check(Needs needs);
    [[nodiscard]] std::vector<wizard::ErrorLine> faults(Needs needs) const;
    void go_to_field(const std::string& field);
    bool may_replace(const report::FilesWanted& wanted);
    void begin(std::optional<report::FilesWanted> wanted, Then then);
    void look();
    void finish();
    void show_progress();
    void show_written(const ReportWork::Outcome& outcome);
    void set_working(bool working);
    void open_file();
    void open_folder();
    void open_outside(const std::filesystem::path& path);
    void close();
    void lay_out();
    [[nodiscard]] foundation::Date first_day() const;
    [[nodiscard]] std::filesystem::path folder() const;
    [[nodiscard]] report::FilesWanted wanted() const;

    ReportMaterial& m_material;
    ReportTools m_tools;
    ReportWork m_work;
    Then m_then = Then::Tell;
    bool m_close_afterwards = false;
    wxPrintData m_print_settings;
    std::vector<std::filesystem::path> m_written;

    ScrollPage* m_page = nullptr;
    ErrorSummary* m_errors = nullptr;
    std::vector<Choice> m_documents, m_formats;
    std::vector<std::string> m_not_here; ///< documents chosen before that this case does not have
    WrappedCheck* m_calendar = nullptr;
    wxTextCtrl* m_first_day = nullptr;
    wxTextCtrl* m_folder = nullptr;
    std::vector<std::pair<std::string, WrappedText*>> m_field_errors; ///< by field
    wxPanel* m_outcome = nullptr;
    WrappedText* m_words = nullptr;
    wxGauge* m_gauge = nullptr;
    wxButton* m_stop = nullptr;
    wxListBox* m_files = nullptr;
    wxButton* m_open = nullptr;
    wxButton* m_open_folder = nullptr;
    std::vector<wxButton*> m_actions; ///< that wait while work goes on
    wxTimer m_timer;
};

} // namespace fedadvise::gui
