#include "samples.h"

#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace fedadvise::casefile::samples
{

namespace fs = std::filesystem;

const rulebase::RuleBase& rules()
{
    static const rulebase::LoadedRuleBase loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    if (!loaded.rules)
        throw std::runtime_error("The shipped rules cannot be read:\n" + listed(loaded.diagnostics));
    return *loaded.rules;
}

LoadedCase read(const std::string& json)
{
    return read_case(json, "test.fedcase", rules());
}

Case good(const std::string& json)
{
    const LoadedCase loaded = read(json);
    INFO(listed(loaded.diagnostics));
    REQUIRE(loaded.group.has_value());
    return *loaded.group;
}

std::string with_answers(const std::string& of_group, const std::string& of_practice)
{
    return "{ \"format\": \"federation-adviser case\", \"version\": 1,\n  \"group\": { \"answers\": {\n" + of_group +
           "\n  } },\n  \"practices\": [ { \"id\": \"p1\", \"answers\": {\n" + of_practice + "\n  } } ] }\n";
}

std::string with_members(const std::string& members)
{
    return "{ \"format\": \"federation-adviser case\", \"version\": 1,\n" + members + " }\n";
}

std::string listed(const std::vector<foundation::Diagnostic>& diagnostics)
{
    std::string text;
    for (const foundation::Diagnostic& d : diagnostics)
        text += foundation::diagnostic_text(d) + "\n";
    return text;
}

std::vector<fs::path> examples()
{
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(FEDADVISE_EXAMPLES_DIR))
        if (entry.path().extension() == ".fedcase")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string bytes_of(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace fedadvise::casefile::samples
