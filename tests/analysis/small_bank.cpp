#include "analysis/small_bank.h"

#include "analysis/expectation.h"

#include <stdexcept>

namespace fedadvise::test
{

casefile::TestFile bank_of(const engine::Engine& engine, const std::string& text)
{
    auto loaded = casefile::read_tests(text, "small.fedtest", engine.rules(),
                                       [](const std::string&) { return casefile::LoadedCase{}; });
    if (!loaded.file)
        throw std::logic_error(foundation::diagnostic_text(loaded.diagnostics.front()));
    return std::move(*loaded.file);
}

std::string unmet_in(const engine::Engine& engine, const std::string& text)
{
    const std::vector<casefile::TestFile> files = {bank_of(engine, text)};
    std::string list;
    for (const analysis::CaseResult& result : analysis::run_tests(engine, files))
        for (const analysis::Unmet& unmet : result.unmet)
            list += "line " + std::to_string(unmet.expectation->place.line) + ": " + unmet.expectation->written +
                    " | " + unmet.outcome + "\n";
    return list;
}

} // namespace fedadvise::test
