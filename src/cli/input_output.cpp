#include "cli/input_output.h"

#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/loading.h"
#include "rulebase/places.h"

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using foundation::Diagnostic;

void print(const std::vector<Diagnostic>& diagnostics)
{
    for (const Diagnostic& diagnostic : diagnostics)
        std::cerr << foundation::diagnostic_text(diagnostic) << "\n";
}

foundation::Date today()
{
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

fs::path rules_folder(const Request& request)
{
    if (!request.rules.empty())
        return foundation::path_from_utf8(request.rules);
    const char* named = std::getenv("FEDADVISE_RULES");
    return rulebase::find_rules(named == nullptr ? "" : named, foundation::path_from_utf8(request.program));
}

fs::path fonts_folder(const Request& request)
{
    return rulebase::find_fonts({}, foundation::path_from_utf8(request.program));
}

/// Writes the result where it was asked for.
int deliver(const Request& request, const std::string& text)
{
    if (request.output.empty())
    {
        std::cout << text;
        std::cout.flush();
        if (std::cout)
            return done;
        std::cerr << "fedadvise: the result could not be written to standard output.\n";
        return invalid_input;
    }
    const auto saved = foundation::save_file(foundation::path_from_utf8(request.output), text);
    if (saved)
        return done;
    std::cerr << "fedadvise: " << saved.error().message << "\n    " << saved.error().advice << "\n";
    return invalid_input;
}

std::shared_ptr<const rulebase::RuleBase> load_rules(const Request& request)
{
    const rulebase::LoadedRuleBase loaded = rulebase::load_folder(rules_folder(request));
    if (!loaded.rules)
        print(loaded.diagnostics);
    return loaded.rules;
}

} // namespace fedadvise::cli
