#include "cli/test_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fedadvise::cli
{

using analysis::CaseResult;
using analysis::MutationReport;
using analysis::Tally;
using Json = nlohmann::ordered_json;

namespace
{

std::size_t failures(const std::vector<CaseResult>& results)
{
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [](const CaseResult& r) { return !r.unmet.empty(); }));
}

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// "95.2 %", cut and not rounded, so that 94.99 does not look like 95.
std::string share(std::size_t part, std::size_t of)
{
    const std::size_t tenths = of == 0 ? 1000 : part * 1000 / of;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

std::string results_text(const std::vector<CaseResult>& results)
{
    std::string text;
    std::size_t expectations = 0, generated = 0;
    for (const CaseResult& result : results)
    {
        expectations += result.test->expectations.size();
        generated += result.file->generated ? 1U : 0U;
        if (result.unmet.empty())
            continue;
        text += foundation::place_text(result.test->place) + ": the case '" + result.test->title +
                (result.file->generated ? "' has changed.\n" : "' does not hold.\n");
        if (!result.test->because.empty())
            text += "    Because: " + result.test->because + "\n";
        for (const analysis::Unmet& unmet : result.unmet)
            text += "  line " + std::to_string(unmet.expectation->place.line) + ": " + unmet.expectation->written +
                    "\n    But " + unmet.outcome + "\n";
    }
    const std::size_t failed = failures(results);
    text += counted(results.size(), "case", "cases");
    if (generated > 0)
        text += " (" + std::to_string(results.size() - generated) + " written by hand, " + std::to_string(generated) +
                " generated)";
    return text + " with " + counted(expectations, "expectation", "expectations") + ": " +
           (failed == 0 ? "all hold" : counted(failed, "case does not hold", "cases do not hold")) + ".\n";
}

std::string coverage_text(const std::vector<analysis::CoverageLine>& lines, bool details)
{
    std::string text = "\nWhat the cases have seen\n";
    for (const analysis::CoverageLine& line : lines)
    {
        text += "  " + std::to_string(line.seen) + " of " + std::to_string(line.goals) + " " +
                analysis::goal_kind_words(line.kind) + "\n";
        for (const analysis::Goal& goal : line.missing)
            if (details)
                text += "    not: " + goal.name + " (" + foundation::place_text(goal.place) + ")\n";
    }
    return text;
}

std::string mutation_text(const MutationReport& report)
{
    std::string text = "\nChanged rules\n";
    const Tally& all = report.all;
    for (const analysis::Survivor& survivor : report.survivors)
        text += foundation::place_text(survivor.mutant.place) + ": " + survivor.mutant.changed.id.value +
                ": nobody notices when " + survivor.mutant.what + ".\n    " + survivor.remedy + "\n";
    const auto operations = analysis::mutation_operations();
    for (std::size_t o = 0; o < operations.size(); ++o)
    {
        const Tally& tally = report.operations[o];
        if (tally.mutants > 0)
            text += "  " + operations[o] + ": " + std::to_string(tally.by_hand + tally.by_generated) + " of " +
                    std::to_string(tally.mutants) + " noticed\n";
    }
    text += std::to_string(all.by_hand + all.by_generated) + " of " +
            counted(all.mutants, "change is noticed: ", "changes are noticed: ") +
            share(all.by_hand + all.by_generated, all.mutants) + ". The cases written by hand alone notice " +
            share(all.by_hand, all.mutants) + ". " + counted(report.same, "change", "changes") +
            " of a condition that comes to the same program " + (report.same == 1 ? "is" : "are") + " left out.\n";
    return text;
}

Json results_json(const std::vector<CaseResult>& results)
{
    Json cases = Json::array();
    for (const CaseResult& result : results)
    {
        Json unmet = Json::array();
        for (const analysis::Unmet& one : result.unmet)
            unmet.push_back({{"line", one.expectation->place.line},
                             {"expected", one.expectation->written},
                             {"outcome", one.outcome}});
        cases.push_back({{"title", result.test->title},
                         {"file", result.test->place.file},
                         {"line", result.test->place.line},
                         {"generated", result.file->generated},
                         {"expectations", result.test->expectations.size()},
                         {"holds", result.unmet.empty()},
                         {"unmet", unmet}});
    }
    return cases;
}

Json coverage_json(const std::vector<analysis::CoverageLine>& lines)
{
    Json coverage = Json::object();
    for (const analysis::CoverageLine& line : lines)
    {
        Json missing = Json::array();
        for (const analysis::Goal& goal : line.missing)
            missing.push_back({{"name", goal.name}, {"file", goal.place.file}, {"line", goal.place.line}});
        coverage[analysis::goal_kind_id(line.kind)] = {{"seen", line.seen}, {"of", line.goals}, {"missing", missing}};
    }
    return coverage;
}

Json tally_json(const Tally& tally)
{
    return {{"mutants", tally.mutants},
            {"noticed", tally.by_hand + tally.by_generated},
            {"noticed-by-hand-written-cases", tally.by_hand}};
}

Json mutation_json(const MutationReport& report)
{
    Json operations = Json::object();
    const auto names = analysis::mutation_operations();
    for (std::size_t o = 0; o < names.size(); ++o)
        operations[names[o]] = tally_json(report.operations[o]);
    Json survivors = Json::array();
    for (const analysis::Survivor& survivor : report.survivors)
        survivors.push_back({{"rule", survivor.mutant.changed.id.value},
                             {"operation", survivor.mutant.operation},
                             {"change", survivor.mutant.what},
                             {"file", survivor.mutant.place.file},
                             {"line", survivor.mutant.place.line},
                             {"remedy", survivor.remedy}});
    return {{"all", tally_json(report.all)},
            {"operations", operations},
            {"left-out-as-the-same", report.same},
            {"survivors", survivors}};
}

} // namespace

std::string test_as_text(const TestWords& words, bool details)
{
    return results_text(words.results) + coverage_text(words.coverage, details) +
           (words.mutation ? mutation_text(*words.mutation) : "");
}

std::string test_as_json(const rulebase::RuleBase& rules, const TestWords& words)
{
    Json result = {{"format", "federation-adviser test"},
                   {"version", 1},
                   {"rules", {{"id", rules.id}, {"version", rules.version}, {"sha256", rules.sha256}}},
                   {"cases", results_json(words.results)},
                   {"coverage", coverage_json(words.coverage)}};
    if (words.mutation)
        result["mutation"] = mutation_json(*words.mutation);
    return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool holds(const TestWords& words, unsigned least_noticed, bool accepted)
{
    if (std::any_of(words.results.begin(), words.results.end(),
                    [&](const CaseResult& result)
                    { return !result.unmet.empty() && !(accepted && result.file->generated); }))
        return false;
    if (!words.mutation)
        return true;
    const Tally& all = words.mutation->all;
    return (all.by_hand + all.by_generated) * 100 >= all.mutants * least_noticed;
}

} // namespace fedadvise::cli
