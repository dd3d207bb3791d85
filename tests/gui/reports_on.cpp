#include "reports_on.h"

#include "gui/text.h"
#include "rulebase/places.h"

#include <doctest/doctest.h>

#include <wx/stopwatch.h>
#include <wx/utils.h>

using namespace fedadvise;

namespace gui_test
{
namespace
{

constexpr long longest_work = 120'000; ///< milliseconds, on a busy machine

}

ReportsOn::ReportsOn(Desk& desk, wizard::ReportSettings chosen)
    : m_folder(desk.folder() / gui::utf8_to_path("rhaglen tŷ")),
      m_material(desk.conversation().engine(), desk.conversation().group(), desk.conversation().day_of_law(),
                 desk.conversation().advice(), desk.conversation().comparisons())
{
    std::filesystem::create_directories(m_folder);
    m_tools.fonts = rulebase::find_fonts({}, {});
    m_tools.fallback_folder = m_folder;
    m_tools.today = {2026, 11, 22};
    m_tools.ask_folder = m_tools.ask_file = [&desk](wxWindow*, const wxString&)
    { return gui::to_wx(gui::path_to_utf8(desk.next_path)); };
    m_tools.open_outside = [&desk](const std::filesystem::path& path)
    {
        desk.opened_outside.push_back(path);
        return true;
    };
    m_dialog = std::make_unique<gui::ReportsDialog>(&desk.frame(), m_material, chosen, m_tools);
}

std::unique_ptr<gui::PreviewDialog> ReportsOn::preview(const std::string& document)
{
    m_material.work_out();
    return std::make_unique<gui::PreviewDialog>(m_dialog.get(), m_material, m_tools.today, document, m_tools,
                                                m_print_settings);
}

std::shared_ptr<const document::Pages> ReportsOn::pages(const std::string& document)
{
    m_material.work_out();
    auto pages =
        document::Pages::lay_out(report::document_of(document, m_material.input(m_tools.today)), m_tools.fonts);
    REQUIRE(pages);
    return std::make_shared<const document::Pages>(std::move(pages).value());
}

void ReportsOn::wait()
{
    const wxStopWatch watch;
    while (m_dialog->is_working() && watch.Time() < longest_work)
    {
        wxYield();
        wxMilliSleep(5);
    }
    REQUIRE_FALSE(m_dialog->is_working());
    settle();
}

std::string ReportsOn::words()
{
    auto* text = dynamic_cast<gui::WrappedText*>(find_named(*m_dialog, "report-words"));
    REQUIRE(text);
    return gui::to_utf8(text->text());
}

} // namespace gui_test
