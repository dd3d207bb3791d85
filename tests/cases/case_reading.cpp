#include "case_reading.h"

#include "casefile/case_file.h"
#include "rulebase/loading.h"

#include <fstream>
#include <stdexcept>

namespace fedadvise::cases
{

std::shared_ptr<const rulebase::RuleBase> shipped_rules()
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    if (!loaded.rules)
        throw std::runtime_error("The shipped rules do not load.\n" + in_lines(loaded.diagnostics));
    return loaded.rules;
}

nlohmann::ordered_json read_json(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw std::runtime_error(file.string() + " is missing.");
    try
    {
        return nlohmann::ordered_json::parse(stream);
    }
    catch (const nlohmann::json::exception& error)
    {
        throw std::runtime_error(file.string() + " is no JSON: " + error.what());
    }
}

casefile::Case read_group(const nlohmann::ordered_json& group, const rulebase::RuleBase& rules)
{
    auto loaded = casefile::read_case(group.dump(), "case", rules);
    if (!loaded.group || !loaded.diagnostics.empty())
        throw std::runtime_error("The case is not valid.\n" + in_lines(loaded.diagnostics));
    return std::move(*loaded.group);
}

std::string in_lines(const std::vector<foundation::Diagnostic>& diagnostics)
{
    std::string lines;
    for (const foundation::Diagnostic& diagnostic : diagnostics)
        lines += diagnostic.place.file + ": " + diagnostic.code + ": " + diagnostic.message + "\n";
    return lines;
}

std::string truth_name(engine::Truth truth)
{
    switch (truth)
    {
    case engine::Truth::False: return "false";
    case engine::Truth::Unknown: return "unknown";
    case engine::Truth::True: return "true";
    }
    return "unknown";
}

} // namespace fedadvise::cases
