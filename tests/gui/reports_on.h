// ReportsOn: the windows for reports on the case that a desk has open, without the modal loops.
#pragma once

#include "desk.h"

#include "gui/preview_dialog.h"
#include "gui/reports_dialog.h"

#include <memory>

namespace gui_test
{

class ReportsOn
{
public:
    /// Files go into a new folder of the desk unless another one is chosen.
    ReportsOn(Desk& desk, fedadvise::wizard::ReportSettings chosen);

    [[nodiscard]] fedadvise::gui::ReportsDialog& dialog() { return *m_dialog; }
    /// A preview with everything worked out.
    [[nodiscard]] std::unique_ptr<fedadvise::gui::PreviewDialog> preview(const std::string& document);
    /// The document laid out.
    [[nodiscard]] std::shared_ptr<const fedadvise::document::Pages> pages(const std::string& document);
    [[nodiscard]] fedadvise::report::ReportInput input() const { return m_material.input(m_tools.today); }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    /// Waits until the dialog has done its work.
    void wait();
    /// What the dialog says of its work.
    [[nodiscard]] std::string words();

private:
    std::filesystem::path m_folder;
    fedadvise::gui::ReportTools m_tools;
    fedadvise::gui::ReportMaterial m_material;
    wxPrintData m_print_settings;
    std::unique_ptr<fedadvise::gui::ReportsDialog> m_dialog;
};

} // namespace gui_test
