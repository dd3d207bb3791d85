// fedadvise practices: published lists of practices, searched and filled into a case.
#include "casefile/case_file.h"
#include "cli/commands.h"
#include "cli/input_output.h"
#include "cli/practice_words.h"
#include "cli/progress.h"
#include "directory/filling.h"
#include "directory/practice_search.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <iostream>
#include <variant>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using directory::PracticeList;

namespace
{

std::vector<std::string> split_at(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size())
    {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.emplace_back(foundation::trimmed(std::string_view(text).substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

/// Which column the text means: its number from 1, or its name in the first row.
std::optional<std::size_t> column_index(const std::string& written, const std::vector<std::string>& first_row)
{
    for (std::size_t i = 0; i < first_row.size(); ++i)
        if (foundation::lower_case(foundation::trimmed(first_row[i])) == foundation::lower_case(written))
            return i;
    const auto number = foundation::parse_integer(written);
    if (!number || *number < 1 || *number > 1'000)
        return std::nullopt;
    return static_cast<std::size_t>(*number - 1);
}

/// "code=ODS code,name=2" for one file; the text says what is wrong.
std::variant<directory::ColumnMapping, std::string> read_mapping(const Request& request, const fs::path& file)
{
    const directory::ListPreview preview = directory::preview_list(file);
    const std::vector<std::string> first_row = preview.rows.empty() ? std::vector<std::string>{} : preview.rows.front();
    directory::ColumnMapping mapping;
    mapping.has_header = !request.no_header;
    for (const std::string& part : split_at(request.columns, ','))
    {
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string what(foundation::trimmed(part.substr(0, equals)));
        const std::string which(foundation::trimmed(part.substr(std::min(equals + 1, part.size()))));
        const auto& names = directory::column_names();
        const auto known =
            std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.second == what; });
        if (known == names.end())
            return "'" + what + "' in --columns is none of code, name, address, postcode, patients, telephone.";
        const auto index = column_index(which, first_row);
        if (!index)
            return "The file '" + foundation::utf8_from_path(file) + "' has no column '" + which +
                   "'. Write its name in the first row, or its number from 1.";
        mapping.columns[*index] = known->first;
    }
    return mapping;
}

std::optional<std::vector<directory::ListFile>> list_files(const Request& request)
{
    std::vector<directory::ListFile> files;
    for (const std::string& named : request.cases)
    {
        const fs::path path = foundation::path_from_utf8(named);
        directory::ListFile file{path, directory::day_saved(path), std::nullopt};
        if (!request.columns.empty())
        {
            auto mapping = read_mapping(request, path);
            if (const auto* fault = std::get_if<std::string>(&mapping))
            {
                std::cerr << "fedadvise: " << *fault << "\n";
                return std::nullopt;
            }
            file.mapping = std::get<directory::ColumnMapping>(mapping);
        }
        files.push_back(std::move(file));
    }
    return files;
}

/// Indexes of the codes that are asked for; nothing, after saying so, when one is not in the list.
std::optional<std::vector<std::size_t>> chosen_practices(const Request& request, const PracticeList& list)
{
    std::vector<std::size_t> chosen;
    for (const std::string& code : split_at(request.add, ','))
    {
        const directory::ListedPractice* found = list.find_code(code);
        if (found == nullptr)
        {
            std::cerr << "fedadvise: no practice in the list has the code '"
                      << foundation::without_control_characters(code) << "'. Look it up with --find and its name.\n";
            return std::nullopt;
        }
        chosen.push_back(static_cast<std::size_t>(found - list.practices().data()));
    }
    return chosen;
}

int fill_case(const Request& request, const PracticeList& list)
{
    const auto chosen = chosen_practices(request, list);
    const auto rules = chosen ? load_rules(request) : nullptr;
    if (!rules)
        return invalid_input;
    const casefile::LoadedCase loaded = casefile::load_case(foundation::path_from_utf8(request.to_case), *rules);
    print(loaded.diagnostics);
    if (!loaded.group)
        return invalid_input;
    const auto existing = request.replace ? directory::Existing::Replace : directory::Existing::Keep;
    const auto plan = directory::plan_filling(*loaded.group, *rules, list, *chosen);
    for (const std::string& sentence : directory::plan_words(plan, existing))
        std::cerr << "fedadvise: " << sentence << "\n";
    return deliver(request, casefile::case_text(directory::fill_in(*loaded.group, *rules, list, plan, existing)));
}

int print_found(const Request& request, const PracticeList& list)
{
    const directory::PracticeSearch search(list);
    const auto among = request.all ? directory::Among::Everything : directory::Among::OpenPractices;
    const directory::Found found = search.find(request.find, among, list.practices().size());
    return deliver(request, request.format == "json" ? practices_as_json(list, found)
                                                     : practices_as_text(list, found, !request.find.empty()));
}

} // namespace

int look_up_practices(const Request& request)
{
    if (request.add.empty() != request.to_case.empty())
    {
        std::cerr << "fedadvise: --add and --to belong together: codes of practices, and the case they are added to.\n";
        return wrong_usage;
    }
    const auto files = list_files(request);
    if (!files)
        return wrong_usage;
    ProgressLine progress;
    directory::Watch watch;
    watch.stop = &interrupted();
    watch.progress = [&](std::size_t bytes, std::size_t total) { progress.show("the list, bytes", bytes, total); };
    const PracticeList list = directory::read_practices(*files, watch);
    progress.clear();
    if (list.stopped())
        return stopped;
    print(list.faults());
    if (list.practices().empty())
        return invalid_input;
    const int status = request.add.empty() ? print_found(request, list) : fill_case(request, list);
    return status == done && !list.faults().empty() ? found_faults : status;
}

} // namespace fedadvise::cli
