#include "gui/report_work.h"

#include "gui/text.h"

#include <exception>
#include <utility>

namespace fedadvise::gui
{

ReportWork::ReportWork(ReportMaterial& material, std::filesystem::path fonts)
    : m_material(material), m_fonts(std::move(fonts))
{
}

ReportWork::~ReportWork()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

void ReportWork::start(std::optional<report::FilesWanted> wanted, foundation::Date first_day)
{
    m_wanted = std::move(wanted);
    m_first_day = first_day;
    m_stop = m_ready = false;
    m_progress = {};
    m_outcome = {};
    m_thread = std::thread([this] { run(); });
}

void ReportWork::run()
{
    try
    {
        m_material.work_out();
        if (m_stop)
            m_outcome.stopped = true;
        else if (m_wanted)
            write();
    }
    catch (const std::exception& fault)
    {
        m_outcome.error =
            foundation::Error{"report.failed", std::string("The documents could not be made: ") + fault.what() + ".",
                              "Close other programs and try again with fewer documents."};
    }
    m_ready = true;
}

void ReportWork::write()
{
    // Every file that was announced before another one is whole, also when a later one fails
    std::vector<std::string> announced;
    const auto progress = [&](std::size_t done, std::size_t total, const std::string& name)
    {
        if (m_stop)
        {
            m_outcome.stopped = true;
            return false;
        }
        announced.push_back(name);
        const std::lock_guard lock(m_mutex);
        m_progress = {done, total, name};
        return true;
    };
    const auto written = report::write_files(*m_wanted, m_material.input(m_first_day), m_fonts, progress);
    if (written)
    {
        m_outcome.written = written.value();
        return;
    }
    m_outcome.error = written.error();
    for (std::size_t i = 0; i + 1 < announced.size(); ++i)
        m_outcome.written.push_back(m_wanted->folder / utf8_to_path(announced[i]));
}

ReportWork::Progress ReportWork::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

ReportWork::Outcome ReportWork::take()
{
    m_thread.join();
    return std::move(m_outcome);
}

} // namespace fedadvise::gui
