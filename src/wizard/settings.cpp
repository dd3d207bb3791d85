#include "wizard/settings.h"

#include "foundation/file.h"
#include "foundation/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <system_error>

namespace fedadvise::wizard
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace
{

constexpr const char* file_name = "settings.json";
constexpr std::size_t largest_file = 1'000'000; ///< bytes
constexpr std::size_t most_recent_files = 10;
constexpr int smallest_text_percent = 80;
constexpr int largest_text_percent = 200;

/// What can be used of the file; what cannot keeps its default.
Settings settings_from(const Json& json)
{
    Settings settings;
    if (!json.is_object())
        return settings;
    if (const auto percent = json.find("text-percent"); percent != json.end() && percent->is_number_integer())
    {
        const auto wanted = percent->get<std::int64_t>();
        settings.text_percent =
            static_cast<int>(std::clamp<std::int64_t>(wanted, smallest_text_percent, largest_text_percent));
    }
    const auto files = json.find("recent-files");
    if (files == json.end() || !files->is_array())
        return settings;
    for (auto file = files->rbegin(); file != files->rend(); ++file)
        if (file->is_string())
            add_recent_file(settings, file->get<std::string>());
    return settings;
}

} // namespace

Settings load_settings(const fs::path& folder)
{
    try
    {
        const auto text = foundation::read_file(folder / file_name, largest_file);
        return text ? settings_from(Json::parse(text.value())) : Settings{};
    }
    catch (const std::exception&)
    {
        return {};
    }
}

foundation::Result<void> save_settings(const fs::path& folder, const Settings& settings)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return foundation::Error{"file.unwritable",
                                 "The folder '" + foundation::utf8_from_path(folder) +
                                     "' could not be made: " + failed.message() + ".",
                                 "Check that you may write there."};
    Json json;
    json["recent-files"] = settings.recent_files;
    json["text-percent"] = settings.text_percent;
    return foundation::save_file(folder / file_name, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

void add_recent_file(Settings& settings, const std::string& path)
{
    if (path.empty())
        return;
    std::erase(settings.recent_files, path);
    settings.recent_files.insert(settings.recent_files.begin(), path);
    if (settings.recent_files.size() > most_recent_files)
        settings.recent_files.resize(most_recent_files);
}

} // namespace fedadvise::wizard
