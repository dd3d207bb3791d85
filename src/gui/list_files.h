// ListFiles: the published practice lists that are open, read beside the window's own work.
#pragma once

#include "directory/practice_search.h"
#include "wizard/settings.h"

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace fedadvise::gui
{

/// What was read, ready to be searched.
struct LoadedList
{
    explicit LoadedList(directory::PracticeList read) : list(std::move(read)), search(list) {}
    LoadedList(const LoadedList&) = delete;
    LoadedList& operator=(const LoadedList&) = delete;
    directory::PracticeList list;
    directory::PracticeSearch search;
};

/// Reads in a thread of its own. All calls are made from the window's thread.
class ListReading
{
public:
    ListReading() = default;
    ~ListReading() { stop(); }
    ListReading(const ListReading&) = delete;
    ListReading& operator=(const ListReading&) = delete;

    /// Begins anew; what was being read is given up.
    void start(const std::vector<wizard::PracticeListFile>& files);
    void ask_to_stop() { m_stop = true; }
    /// Gives up what is being read, and waits until it has ended.
    void stop();
    [[nodiscard]] bool is_running() const { return m_thread.joinable(); }
    [[nodiscard]] bool is_ready() const { return m_ready; }
    /// How far the file that is being read has come, in thousandths.
    [[nodiscard]] int done() const { return m_done; }
    /// Once ready; gives it away.
    [[nodiscard]] std::unique_ptr<LoadedList> take();

private:
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_ready = false;
    std::atomic<int> m_done = 0;
    std::unique_ptr<LoadedList> m_loaded; ///< belongs to the thread until it is ready
};

/// The files once more are opened: the same file once, and a newer file of a published form in place of the older one.
[[nodiscard]] std::vector<wizard::PracticeListFile> with_files(std::vector<wizard::PracticeListFile> open,
                                                               const std::vector<wizard::PracticeListFile>& more);

} // namespace fedadvise::gui
