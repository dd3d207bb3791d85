// ReportWork: works out what documents need, and writes them into files, beside the window's own work.
#pragma once

#include "gui/report_material.h"
#include "report/document_files.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace fedadvise::gui
{

/// Runs in a thread of its own. All calls are made from the window's thread.
class ReportWork
{
public:
    struct Progress
    {
        std::size_t done = 0, total = 0; ///< files; 0 of 0 while the material is worked out
        std::string name;                ///< of the file that is being written
    };
    struct Outcome
    {
        std::vector<std::filesystem::path> written; ///< each whole
        std::optional<foundation::Error> error;
        bool stopped = false; ///< before the end, since somebody asked
    };

    ReportWork(ReportMaterial& material, std::filesystem::path fonts);
    ~ReportWork();
    ReportWork(const ReportWork&) = delete;
    ReportWork& operator=(const ReportWork&) = delete;

    /// Works out the material, then writes the files when some are wanted. Only while nothing runs.
    void start(std::optional<report::FilesWanted> wanted, foundation::Date first_day);
    /// Ends before the next file.
    void ask_to_stop() { m_stop = true; }
    [[nodiscard]] bool is_asked_to_stop() const { return m_stop; }
    [[nodiscard]] bool is_running() const { return m_thread.joinable(); }
    [[nodiscard]] bool is_ready() const { return m_ready; }
    [[nodiscard]] Progress progress() const;
    /// Once ready.
    [[nodiscard]] Outcome take();

private:
    void run();
    void write();

    ReportMaterial& m_material;
    std::filesystem::path m_fonts;
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_ready = false;
    mutable std::mutex m_mutex;
    Progress m_progress; ///< guarded by the mutex
    std::optional<report::FilesWanted> m_wanted;
    foundation::Date m_first_day;
    Outcome m_outcome; ///< belongs to the thread until it is ready
};

} // namespace fedadvise::gui
