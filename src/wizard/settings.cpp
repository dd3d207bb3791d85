#include "wizard/settings.h"

#include "foundation/file.h"
#include "foundation/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <system_error>
#include <utility>

namespace fedadvise::wizard
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace
{

constexpr const char* file_name = "settings.json";
constexpr std::size_t largest_file = 1'000'000; ///< bytes
constexpr std::size_t most_recent_files = 10;
constexpr std::size_t most_practice_lists = 10;
constexpr std::uint64_t most_columns = 10'000;
constexpr int smallest_text_percent = 80;
constexpr int largest_text_percent = 200;

std::optional<directory::ColumnMapping> mapping_from(const Json& json)
{
    if (!json.is_object())
        return std::nullopt;
    directory::ColumnMapping mapping;
    if (const auto header = json.find("header"); header != json.end() && header->is_boolean())
        mapping.has_header = header->get<bool>();
    for (const auto& [column, name] : directory::column_names())
        if (const auto places = json.find(name); places != json.end() && places->is_array())
            for (const Json& place : *places)
                if (place.is_number_unsigned() && place.get<std::uint64_t>() < most_columns)
                    mapping.columns[place.get<std::size_t>()] = column;
    if (mapping.columns.empty())
        return std::nullopt;
    return mapping;
}

Json mapping_json(const directory::ColumnMapping& mapping)
{
    Json json;
    json["header"] = mapping.has_header;
    for (const auto& [column, name] : directory::column_names())
        for (const auto& [place, what] : mapping.columns)
            if (what == column)
                json[name].push_back(place);
    return json;
}

std::vector<PracticeListFile> practice_lists_from(const Json& json)
{
    std::vector<PracticeListFile> lists;
    if (!json.is_array())
        return lists;
    for (const Json& entry : json)
    {
        const auto path = entry.is_object() ? entry.find("path") : entry.end();
        if (path == entry.end() || !path->is_string() || lists.size() == most_practice_lists)
            continue;
        const auto columns = entry.find("columns");
        lists.push_back({path->get<std::string>(), columns == entry.end() ? std::nullopt : mapping_from(*columns)});
    }
    return lists;
}

constexpr std::size_t most_report_choices = 50;

std::vector<std::string> texts_from(const Json& json, std::size_t most)
{
    std::vector<std::string> texts;
    for (const Json& text : json)
        if (text.is_string() && texts.size() < most)
            texts.push_back(text.get<std::string>());
    return texts;
}

ReportSettings reports_from(const Json& json)
{
    ReportSettings reports;
    if (!json.is_object())
        return reports;
    if (const auto documents = json.find("documents"); documents != json.end() && documents->is_array())
        reports.documents = texts_from(*documents, most_report_choices);
    if (const auto chosen = json.find("formats"); chosen != json.end() && chosen->is_array())
        reports.formats = texts_from(*chosen, most_report_choices);
    if (const auto calendar = json.find("calendar"); calendar != json.end() && calendar->is_boolean())
        reports.calendar = calendar->get<bool>();
    if (const auto folder = json.find("folder"); folder != json.end() && folder->is_string())
        reports.folder = folder->get<std::string>();
    return reports;
}

Json reports_json(const ReportSettings& reports)
{
    return {{"documents", reports.documents},
            {"formats", reports.formats},
            {"calendar", reports.calendar},
            {"folder", reports.folder}};
}

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
    if (const auto lists = json.find("practice-lists"); lists != json.end())
        settings.practice_lists = practice_lists_from(*lists);
    if (const auto reports = json.find("reports"); reports != json.end())
        settings.reports = reports_from(*reports);
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
    for (const PracticeListFile& list : settings.practice_lists)
    {
        Json entry;
        entry["path"] = list.path;
        if (list.mapping)
            entry["columns"] = mapping_json(*list.mapping);
        json["practice-lists"].push_back(std::move(entry));
    }
    json["reports"] = reports_json(settings.reports);
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
