#include "rulebase/loading.h"

#include "foundation/digest.h"
#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/validator.h"
#include "rulebase/xml_reader.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace fedadvise::rulebase
{

namespace fs = std::filesystem;
using foundation::Diagnostic;
using foundation::Severity;

namespace
{

constexpr std::size_t largest_file = 8'000'000;

/// SHA-256 over name, length and bytes of every file, in name order, so that a renamed or moved line changes it.
std::string digest_of(const std::vector<RuleFile>& files)
{
    std::string all;
    for (const RuleFile& file : files)
        all += file.name.substr(file.name.find_last_of("/\\") + 1) + "\n" + std::to_string(file.xml.size()) + "\n" +
               file.xml;
    return foundation::sha256_hex(all);
}

void require_once(int count, const std::string& what, std::vector<Diagnostic>& faults)
{
    if (count == 1)
        return;
    faults.push_back({count == 0 ? "rulebase.incomplete" : "rulebase.duplicate-element",
                      Severity::Error,
                      {"rules", 0, 0, ""},
                      "The rule base has " + std::string(count == 0 ? "no " : "more than one ") + what + ".",
                      "It needs exactly one, in one of its files."});
}

} // namespace

LoadedRuleBase load(std::vector<RuleFile> files)
{
    LoadedRuleBase loaded;
    std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.name < b.name; });
    Draft draft;
    for (const RuleFile& file : files)
        if (const auto root = parse_xml(file.name, file.xml, loaded.diagnostics))
            read_rulebase_element(*root, draft, loaded.diagnostics);
    apply_scales(draft, loaded.diagnostics);
    require_once(draft.identities, "<rulebase id= version= as-at=>", loaded.diagnostics);
    require_once(draft.settings, "<settings>", loaded.diagnostics);
    require_once(draft.readiness, "<readiness>", loaded.diagnostics);
    draft.rules.sha256 = digest_of(files);
    for (Diagnostic& fault : validate(draft.rules))
        loaded.diagnostics.push_back(std::move(fault));
    foundation::sort_by_place(loaded.diagnostics);
    if (!foundation::has_errors(loaded.diagnostics))
        loaded.rules = std::make_shared<const RuleBase>(std::move(draft.rules));
    return loaded;
}

LoadedRuleBase load_folder(const fs::path& folder)
{
    LoadedRuleBase failed;
    const auto fail = [&](std::string code, std::string message, std::string advice)
    {
        failed.diagnostics.push_back({std::move(code),
                                      Severity::Error,
                                      {foundation::utf8_from_path(folder), 0, 0, ""},
                                      std::move(message),
                                      std::move(advice)});
    };
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".xml")
            paths.push_back(entry->path());
    if (error || paths.empty())
    {
        fail(error ? "file.missing" : "rulebase.empty-folder",
             error ? "The folder cannot be read: " + error.message() + "." : "There is no *.xml file in the folder.",
             "Name the folder that holds the rule base.");
        return failed;
    }
    std::sort(paths.begin(), paths.end());
    std::vector<RuleFile> files;
    for (const fs::path& path : paths)
    {
        auto xml = foundation::read_file(path, largest_file);
        if (!xml)
            fail(xml.error().code, xml.error().message, xml.error().advice);
        else
            files.push_back({foundation::utf8_from_path(path), std::move(xml).value()});
    }
    if (!failed.diagnostics.empty())
        return failed;
    return load(std::move(files));
}

} // namespace fedadvise::rulebase
