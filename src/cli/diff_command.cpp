// fedadvise diff: two rule bases over a bank of cases.
#include "analysis/random_profile.h"
#include "casefile/case_file.h"
#include "cli/commands.h"
#include "cli/diff_words.h"
#include "cli/input_output.h"
#include "foundation/utf8.h"
#include "rulepack/pack.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <tuple>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using engine::Engine;

namespace
{

constexpr std::uint64_t usual_profiles = 500;

/// Two rule bases ready to judge, and what is compared.
struct Bench
{
    Engine before, after;
    analysis::ProfileMaker old_profiles, new_profiles;
    std::optional<foundation::Date> day;
    Comparison comparison;
};

std::shared_ptr<const rulebase::RuleBase> load(const std::string& folder)
{
    const rulebase::LoadedRuleBase loaded = rulepack::load_rules(foundation::path_from_utf8(folder));
    if (!loaded.rules)
        print(loaded.diagnostics);
    return loaded.rules;
}

/// The worked cases that came with the program: beside the rules, or where the source keeps them.
fs::path examples_beside(const fs::path& rules)
{
    std::error_code ignored;
    for (const fs::path& candidate : {rules / ".." / "examples", rules / ".." / "resources" / "examples"})
        if (fs::is_directory(candidate, ignored))
            return candidate.lexically_normal();
    return {};
}

/// Case files named, and those in folders named, in order of name. Nothing, after saying so, when one is missing.
std::optional<std::vector<fs::path>> case_files(const Request& request)
{
    std::vector<fs::path> files;
    std::vector<fs::path> named;
    for (const std::string& text : request.cases)
        named.push_back(foundation::path_from_utf8(text));
    if (named.empty())
    {
        Request shipped = request;
        shipped.rules.clear();
        if (const fs::path examples = examples_beside(rules_folder(shipped)); !examples.empty())
            named.push_back(examples);
    }
    for (const fs::path& path : named)
    {
        std::error_code error;
        if (!fs::is_directory(path, error))
        {
            files.push_back(path);
            continue;
        }
        std::vector<fs::path> inside;
        for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error))
            if (it->path().extension() == ".fedcase")
                inside.push_back(it->path());
        if (error || inside.empty())
        {
            std::cerr << "fedadvise: there are no case files in the folder '" << foundation::utf8_from_path(path)
                      << "'.\n    Name a folder with files that end in .fedcase, or the files themselves.\n";
            return std::nullopt;
        }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

std::string first_error(const casefile::LoadedCase& loaded)
{
    for (const foundation::Diagnostic& diagnostic : loaded.diagnostics)
        if (diagnostic.severity == foundation::Severity::Error)
            return diagnostic.message;
    return "It cannot be read.";
}

/// Judges one case by both, or notes who cannot read it.
void compare_case(Bench& bench, const std::string& name, bool random, const casefile::LoadedCase& before,
                  const casefile::LoadedCase& after)
{
    Comparison& comparison = bench.comparison;
    if (!before.group || !after.group)
    {
        const char* under = before.group ? "after" : after.group ? "before" : "both";
        comparison.refused.push_back({name, under, first_error(before.group ? after : before)});
        return;
    }
    ++(random ? comparison.profiles : comparison.files);
    const foundation::Date day = engine::day_of_law(*before.group, bench.day, comparison.after->as_at);
    ComparedCase compared{name, random,
                          analysis::compare_outcomes({bench.before, *before.group, day},
                                                     {bench.after, *after.group, day}, comparison.parts)};
    if (compared.outcome.gravity != analysis::Gravity::None)
        comparison.changed.push_back(std::move(compared));
}

/// A file that cannot be read at all is an error of the call; one that only a rule base refuses is a finding.
bool compare_file(Bench& bench, const fs::path& file)
{
    const casefile::LoadedCase before = casefile::load_case(file, *bench.comparison.before);
    const casefile::LoadedCase after = casefile::load_case(file, *bench.comparison.after);
    const bool unreadable = std::any_of(before.diagnostics.begin(), before.diagnostics.end(),
                                        [](const foundation::Diagnostic& d) { return d.code.starts_with("file."); });
    if (unreadable)
        print(before.diagnostics);
    else
        compare_case(bench, foundation::utf8_from_path(file.stem()), false, before, after);
    return !unreadable;
}

/// Every second profile answers the questions of the old rule base, the others those of the new one.
void compare_profile(Bench& bench, std::uint64_t seed, std::uint64_t number)
{
    const casefile::Case group = (number % 2 == 0 ? bench.old_profiles : bench.new_profiles).make(seed, number);
    const std::string text = casefile::case_text(group);
    compare_case(bench, group.title, true, casefile::read_case(text, group.title, *bench.comparison.before),
                 casefile::read_case(text, group.title, *bench.comparison.after));
}

void sort_by_gravity(std::vector<ComparedCase>& cases)
{
    std::stable_sort(cases.begin(), cases.end(),
                     [](const ComparedCase& a, const ComparedCase& b)
                     {
                         const auto weight = [](const ComparedCase& c)
                         { return c.outcome.models.size() + c.outcome.vehicles.size(); };
                         const std::size_t weight_a = weight(a), weight_b = weight(b);
                         return std::tie(a.outcome.gravity, a.random, weight_b) <
                                std::tie(b.outcome.gravity, b.random, weight_a);
                     });
}

} // namespace

int compare_rules(const Request& request)
{
    std::optional<foundation::Date> day;
    if (!request.as_at.empty() && !(day = foundation::parse_date(request.as_at)))
    {
        std::cerr << "fedadvise: '" << request.as_at << "' is not a date. Write it as 2026-11-22.\n";
        return wrong_usage;
    }
    const auto before = load(request.rules), after = load(request.other_rules);
    const auto files = case_files(request);
    if (!before || !after || !files)
        return invalid_input;
    const Engine old_engine(before), new_engine(after);
    Bench bench{old_engine,
                new_engine,
                analysis::ProfileMaker(old_engine),
                analysis::ProfileMaker(new_engine),
                day,
                {before, after, analysis::compare_parts(*before, *after), 0, 0, {}, {}}};
    bool readable = true;
    for (const fs::path& file : *files)
        readable = compare_file(bench, file) && readable;
    if (!readable)
        return invalid_input;
    for (std::uint64_t number = 0; number < request.profiles.value_or(usual_profiles); ++number)
        compare_profile(bench, request.seed, number);
    sort_by_gravity(bench.comparison.changed);
    return deliver(request, request.format == "json" ? comparison_as_json(bench.comparison)
                                                     : comparison_as_text(bench.comparison));
}

} // namespace fedadvise::cli
