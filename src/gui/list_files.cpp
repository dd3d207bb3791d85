#include "gui/list_files.h"

#include "gui/text.h"

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr std::size_t thousand = 1000;

directory::ListForm form_of(const wizard::PracticeListFile& file)
{
    return directory::preview_list(utf8_to_path(file.path)).form;
}

} // namespace

void ListReading::start(const std::vector<wizard::PracticeListFile>& files)
{
    stop();
    m_stop = false;
    m_ready = false;
    m_done = 0;
    std::vector<directory::ListFile> wanted;
    for (const wizard::PracticeListFile& file : files)
    {
        const std::filesystem::path path = utf8_to_path(file.path);
        wanted.push_back({path, directory::day_saved(path), file.mapping});
    }
    m_thread = std::thread(
        [this, wanted = std::move(wanted)]
        {
            directory::Watch watch;
            watch.stop = &m_stop;
            watch.progress = [this](std::size_t done, std::size_t total)
            { m_done = static_cast<int>(done * thousand / std::max<std::size_t>(total, 1)); };
            m_loaded = std::make_unique<LoadedList>(directory::read_practices(wanted, watch));
            m_ready = true;
        });
}

void ListReading::stop()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
    m_loaded.reset();
}

std::unique_ptr<LoadedList> ListReading::take()
{
    m_thread.join();
    return std::move(m_loaded);
}

std::vector<wizard::PracticeListFile> with_files(std::vector<wizard::PracticeListFile> open,
                                                 const std::vector<wizard::PracticeListFile>& more)
{
    for (const wizard::PracticeListFile& file : more)
    {
        const directory::ListForm form = form_of(file);
        std::erase_if(
            open, [&](const wizard::PracticeListFile& old)
            { return old.path == file.path || (form != directory::ListForm::Unclear && form_of(old) == form); });
        open.push_back(file);
    }
    return open;
}

} // namespace fedadvise::gui
