// fedadvise test: the rule base's own cases, what they cover, and how small a change of a rule they notice.
#include "analysis/case_generator.h"
#include "analysis/expectation.h"
#include "analysis/mutation.h"
#include "casefile/test_file.h"
#include "cli/input_output.h"
#include "cli/progress.h"
#include "cli/test_words.h"
#include "foundation/file.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <iostream>
#include <system_error>
#include <thread>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using analysis::CaseResult;

namespace
{

fs::path cases_folder(const Request& request)
{
    return request.tests.empty() ? rules_folder(request) / "cases" : foundation::path_from_utf8(request.tests);
}

/// Rules and cases belong together, so without a name both are those that came with the program. The cases of a pack
/// lie in it, where no test file can be found or written.
rulebase::LoadedRuleBase rules_to_test(const Request& request)
{
    const fs::path rules = rules_folder(request);
    std::error_code ignored;
    if (!request.tests.empty() || !fs::is_regular_file(rules, ignored))
        return rulepack::load_rules(rules);
    return {nullptr,
            {{"pack.cases",
              foundation::Severity::Error,
              {foundation::utf8_from_path(rules), 0, 0, ""},
              "The cases of a rule pack are inside it.",
              "Take it apart with \"fedadvise rules unpack\" and test the folder, or name the cases after the pack."}}};
}

unsigned thread_count()
{
    return std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
}

int say_stopped()
{
    std::cerr << "fedadvise: stopped.\n";
    return stopped;
}

/// Removes the generated files that are there, and writes the new ones.
int replace_generated(const fs::path& folder, const std::vector<analysis::GeneratedFile>& files)
{
    std::error_code error;
    fs::create_directories(folder, error);
    std::vector<fs::path> old;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".fedtest")
            old.push_back(entry->path());
    if (error)
        return complain(
            {"file.unwritable",
             "The folder " + foundation::utf8_from_path(folder) + " cannot be written: " + error.message() + ".",
             "Check the name and your rights to it."});
    for (const analysis::GeneratedFile& file : files)
        if (const auto saved = foundation::save_file(folder / file.name, file.text); !saved)
            return complain(saved.error());
    for (const fs::path& path : old)
        if (std::none_of(files.begin(), files.end(), [&](const auto& file) { return path.filename() == file.name; }))
            fs::remove(path, error);
    return done;
}

int generate(const Request& request, const engine::Engine& engine)
{
    const fs::path folder = cases_folder(request);
    casefile::LoadedTests tests = casefile::load_all_tests(folder, engine.rules(), casefile::Which::ByHand);
    const bool none_yet = tests.diagnostics.size() == 1 && tests.diagnostics[0].code == "fedtest.empty-folder";
    if (!none_yet)
        print(tests.diagnostics);
    if (!none_yet && foundation::has_errors(tests.diagnostics))
        return invalid_input;
    ProgressLine progress;
    analysis::GeneratorSettings settings;
    settings.threads = thread_count();
    settings.stop = &interrupted();
    settings.seed = request.seed;
    settings.progress = [&](const std::string& stage, std::size_t done, std::size_t of)
    { progress.show(stage, done, of); };
    const auto files = analysis::generate_cases(engine, tests.files, settings);
    if (interrupted())
        return say_stopped();
    return replace_generated(folder / "generated", files);
}

/// Rewrites the generated files in which some case has changed.
int accept(const engine::Engine& engine, const std::vector<casefile::TestFile>& files,
           const std::vector<CaseResult>& results)
{
    for (const casefile::TestFile& file : files)
    {
        const bool changed =
            std::any_of(results.begin(), results.end(),
                        [&](const CaseResult& result) { return result.file == &file && !result.unmet.empty(); });
        if (!file.generated || !changed)
            continue;
        const auto saved =
            foundation::save_file(foundation::path_from_utf8(file.name), analysis::accepted_text(engine, file));
        if (!saved)
            return complain(saved.error());
    }
    return done;
}

/// Generated cases may name what the rules no longer have; nobody should mend them by hand.
void advise_on_generated(const std::vector<foundation::Diagnostic>& diagnostics)
{
    if (std::any_of(diagnostics.begin(), diagnostics.end(),
                    [](const foundation::Diagnostic& d)
                    { return foundation::path_from_utf8(d.place.file).parent_path().filename() == "generated"; }))
        std::cerr << "fedadvise: the generated cases no longer fit the rules. The same command with --generate writes "
                     "them anew.\n";
}

analysis::MutationReport mutate(const Request& request, const rulebase::RuleBase& rules,
                                const std::vector<casefile::TestFile>& files)
{
    ProgressLine progress;
    analysis::MutationSettings settings;
    settings.stride = request.stride;
    settings.threads = thread_count();
    settings.stop = &interrupted();
    settings.progress = [&](std::size_t done, std::size_t of) { progress.show("changes of rules", done, of); };
    return analysis::run_mutation(rules, files, settings);
}

} // namespace

int test_rules(const Request& request)
{
    if (request.explain)
        return deliver(request, casefile::help_on_test_files());
    const rulebase::LoadedRuleBase loaded = rules_to_test(request);
    const auto& rules = loaded.rules;
    if (!rules)
    {
        print(loaded.diagnostics);
        return invalid_input;
    }
    const engine::Engine engine(rules);
    if (request.generate)
        if (const int status = generate(request, engine); status != done)
            return status;
    const casefile::LoadedTests tests = casefile::load_all_tests(cases_folder(request), *rules);
    print(tests.diagnostics);
    if (foundation::has_errors(tests.diagnostics))
    {
        advise_on_generated(tests.diagnostics);
        return invalid_input;
    }
    TestWords words;
    words.results = analysis::run_tests(engine, tests.files);
    words.coverage = analysis::coverage_of(analysis::CoverageMeter(rules), words.results);
    if (request.mutation)
        words.mutation = mutate(request, *rules, tests.files);
    if (interrupted())
        return say_stopped();
    const int delivered = deliver(request, request.format == "json" ? test_as_json(*rules, words)
                                                                    : test_as_text(words, request.coverage));
    if (delivered != done)
        return delivered;
    if (request.accept)
        if (const int status = accept(engine, tests.files, words.results); status != done)
            return status;
    return holds(words, request.least_noticed, request.accept) ? done : found_faults;
}

} // namespace fedadvise::cli
