// Settings: what the program remembers between sessions, on this computer only.
#pragma once

#include "directory/practice_list.h"
#include "foundation/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::wizard
{

/// A published list of practices that was opened.
struct PracticeListFile
{
    std::string path;                                ///< UTF-8
    std::optional<directory::ColumnMapping> mapping; ///< for files of no published form
    friend bool operator==(const PracticeListFile&, const PracticeListFile&) = default;
};

/// What was last chosen where reports are written.
struct ReportSettings
{
    std::vector<std::string> documents = {"summary"}; ///< ids
    std::vector<std::string> formats = {"pdf"};       ///< ids
    bool calendar = false;
    std::string folder = {}; ///< UTF-8; empty: the folder of the case
    friend bool operator==(const ReportSettings&, const ReportSettings&) = default;
};

struct Settings
{
    std::vector<std::string> recent_files;             ///< UTF-8 paths, newest first, at most ten
    int text_percent = 100;                            ///< size of letters, 80 to 200
    std::vector<PracticeListFile> practice_lists = {}; ///< that are read when practices are chosen from lists
    ReportSettings reports = {};
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// Settings of the folder; the defaults when there are none or they cannot be read.
[[nodiscard]] Settings load_settings(const std::filesystem::path& folder);
[[nodiscard]] foundation::Result<void> save_settings(const std::filesystem::path& folder, const Settings& settings);

/// Puts the file first among the recent ones, once.
void add_recent_file(Settings& settings, const std::string& path);

} // namespace fedadvise::wizard
