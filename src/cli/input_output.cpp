#include "cli/input_output.h"

#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/places.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <utility>

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

namespace
{

/// A variable of the environment as UTF-8; empty when it is not set.
std::string environment(const char* name)
{
#ifdef _WIN32
    const wchar_t* value = _wgetenv(fs::path(name).c_str());
    return value == nullptr ? std::string() : foundation::utf8_from_path(value);
#else
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
#endif
}

fs::path program_of(const Request& request)
{
    return foundation::path_from_utf8(request.program);
}

} // namespace

fs::path named_rules(const Request& request)
{
    return foundation::path_from_utf8(request.rules.empty() ? environment("FEDADVISE_RULES") : request.rules);
}

fs::path rules_folder(const Request& request)
{
    const fs::path named = named_rules(request);
    return named.empty() ? rulebase::find_rules({}, program_of(request)) : named;
}

rulepack::Store store_of(const Request& request)
{
#ifdef _WIN32
    const std::string home = environment("APPDATA");
#else
    const std::string home = environment("HOME");
#endif
    const fs::path own = rulebase::user_folder(environment("FEDADVISE_HOME"), home, program_of(request));
    return rulepack::Store({own / "rule-packs", rulebase::find_rules({}, program_of(request)),
                            rulebase::find_publishers(program_of(request))});
}

rulebase::LoadedRuleBase read_rules(const Request& request)
{
    if (const fs::path named = named_rules(request); !named.empty())
        return rulepack::load_rules(named);
    rulepack::InUse use = store_of(request).rules_in_use();
    print(use.notes);
    return std::move(use.loaded);
}

fs::path fonts_folder(const Request& request)
{
    return rulebase::find_fonts({}, program_of(request));
}

int complain(const foundation::Error& error, int status)
{
    std::cerr << "fedadvise: " << error.message << "\n    " << error.advice << "\n";
    return status;
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
    return saved ? done : complain(saved.error());
}

std::shared_ptr<const rulebase::RuleBase> load_rules(const Request& request)
{
    const rulebase::LoadedRuleBase loaded = read_rules(request);
    if (!loaded.rules)
        print(loaded.diagnostics);
    return loaded.rules;
}

} // namespace fedadvise::cli
