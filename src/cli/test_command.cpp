// fedadvise test: the rule base's own cases, what they cover, and how small a change of a rule they notice.
#include "analysis/expectation.h"
#include "analysis/mutation.h"
#include "casefile/test_file.h"
#include "cli/input_output.h"
#include "foundation/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using analysis::CaseResult;
using Json = nlohmann::ordered_json;

namespace
{

fs::path cases_folder(const Request& request)
{
    return request.tests.empty() ? rules_folder(request) / "cases" : foundation::path_from_utf8(request.tests);
}

std::size_t failures(const std::vector<CaseResult>& results)
{
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [](const CaseResult& r) { return !r.unmet.empty(); }));
}

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string results_as_text(const std::vector<CaseResult>& results)
{
    std::string text;
    std::size_t expectations = 0;
    for (const CaseResult& result : results)
    {
        expectations += result.test->expectations.size();
        if (result.unmet.empty())
            continue;
        text += foundation::place_text(result.test->place) + ": the case '" + result.test->title + "' does not hold.\n";
        if (!result.test->because.empty())
            text += "    Because: " + result.test->because + "\n";
        for (const analysis::Unmet& unmet : result.unmet)
            text += "  line " + std::to_string(unmet.expectation->place.line) + ": " + unmet.expectation->written +
                    "\n    But " + unmet.outcome + "\n";
    }
    const std::size_t failed = failures(results);
    return text + counted(results.size(), "case", "cases") + " with " +
           counted(expectations, "expectation", "expectations") + ": " +
           (failed == 0 ? "all hold" : counted(failed, "case does not hold", "cases do not hold")) + ".\n";
}

Json results_as_json(const std::vector<CaseResult>& results)
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

} // namespace

int test_rules(const Request& request)
{
    if (request.explain)
        return deliver(request, casefile::help_on_test_files());
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    const casefile::LoadedTests tests = casefile::load_all_tests(cases_folder(request), *rules);
    print(tests.diagnostics);
    if (foundation::has_errors(tests.diagnostics))
        return invalid_input;
    const engine::Engine engine(rules);
    const std::vector<CaseResult> results = analysis::run_tests(engine, tests.files);
    std::string text = results_as_text(results);
    if (request.format == "json")
    {
        const Json result = {{"format", "federation-adviser test"},
                             {"version", 1},
                             {"rules", {{"id", rules->id}, {"version", rules->version}, {"sha256", rules->sha256}}},
                             {"cases", results_as_json(results)}};
        text = result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    if (request.mutation)
    {
        analysis::MutationSettings st; st.threads = 2; st.progress = [](std::size_t d, std::size_t n) { if (d % 500 == 0) std::cerr << d << "/" << n << "\n"; };
        auto rep = analysis::run_mutation(*rules, tests.files, st);
        auto ops = analysis::mutation_operations();
        for (std::size_t i = 0; i < ops.size(); ++i) std::cerr << ops[i] << " " << rep.operations[i].mutants << " hand " << rep.operations[i].by_hand << " gen " << rep.operations[i].by_generated << "\n";
        std::cerr << "all " << rep.all.mutants << " hand " << rep.all.by_hand << " gen " << rep.all.by_generated << " same " << rep.same << "\n";
    }
    const int delivered = deliver(request, text);
    return delivered != done ? delivered : failures(results) == 0 ? done : found_faults;
}

} // namespace fedadvise::cli
