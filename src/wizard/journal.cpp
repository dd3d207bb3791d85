#include "wizard/journal.h"

#include "casefile/case_file.h"
#include "foundation/file.h"
#include "foundation/utf8.h"

#include <exception>
#include <system_error>

namespace fedadvise::wizard
{

namespace fs = std::filesystem;

namespace
{

constexpr const char* case_name = "recovery.fedcase";
constexpr const char* path_name = "recovery.path";
constexpr const char* response_name = "recovery.fedresponse";
constexpr std::size_t longest_path = 32'768; ///< bytes

foundation::Error unwritable(const fs::path& folder, const std::string& reason)
{
    return {"file.unwritable",
            "The recovery copy could not be written in '" + foundation::utf8_from_path(folder) + "': " + reason + ".",
            "Save the case now. Check the folder and free space."};
}

} // namespace

foundation::Result<void> write_journal(const fs::path& folder, const casefile::Case& group,
                                       const std::string& original_path)
{
    try
    {
        std::error_code failed;
        fs::create_directories(folder, failed);
        if (failed)
            return unwritable(folder, failed.message());
        const auto path_before = foundation::read_file(folder / path_name, longest_path);
        const bool same_path = path_before && path_before.value() == original_path;
        // Without its path a case is merely unnamed; with the path of another it would be saved over that one.
        if (!same_path)
            fs::remove(folder / path_name, failed);
        const auto written = foundation::save_file(folder / case_name, casefile::case_text(group));
        return same_path || !written ? written : foundation::save_file(folder / path_name, original_path);
    }
    catch (const std::exception& error)
    {
        return unwritable(folder, error.what());
    }
}

std::optional<Recovered> read_journal(const fs::path& folder, const rulebase::RuleBase& rules)
{
    try
    {
        std::error_code ignored;
        if (!fs::is_regular_file(folder / case_name, ignored))
            return std::nullopt;
        casefile::LoadedCase loaded = casefile::load_case(folder / case_name, rules);
        if (!loaded.group)
            return std::nullopt;
        Recovered recovered{std::move(*loaded.group), {}};
        if (const auto path = foundation::read_file(folder / path_name, longest_path);
            path && !foundation::first_invalid_utf8(path.value()))
            recovered.original_path = path.value();
        return recovered;
    }
    catch (const std::exception&)
    {
        return std::nullopt; // starting up must not fail because of a leftover
    }
}

void remove_journal(const fs::path& folder)
{
    std::error_code ignored;
    fs::remove(folder / case_name, ignored);
    fs::remove(folder / path_name, ignored);
}

foundation::Result<void> write_response_journal(const fs::path& folder, const casefile::Response& response)
{
    try
    {
        std::error_code failed;
        fs::create_directories(folder, failed);
        if (failed)
            return unwritable(folder, failed.message());
        return foundation::save_file(folder / response_name, casefile::response_text(response));
    }
    catch (const std::exception& error)
    {
        return unwritable(folder, error.what());
    }
}

std::optional<casefile::Response> read_response_journal(const fs::path& folder, const rulebase::RuleBase& rules)
{
    try
    {
        std::error_code ignored;
        if (!fs::is_regular_file(folder / response_name, ignored))
            return std::nullopt;
        return casefile::load_any(folder / response_name, rules).response;
    }
    catch (const std::exception&)
    {
        return std::nullopt;
    }
}

void remove_response_journal(const fs::path& folder)
{
    std::error_code ignored;
    fs::remove(folder / response_name, ignored);
}

} // namespace fedadvise::wizard
