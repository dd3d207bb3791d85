// fedadvise check and verify: what is wrong with a rule base, and what is proved of it.
#include "analysis/rule_lint.h"
#include "analysis/verify.h"
#include "analysis/wording_lint.h"
#include "casefile/case_file.h"
#include "cli/commands.h"
#include "cli/input_output.h"
#include "cli/progress.h"
#include "foundation/utf8.h"
#include "report/proof_writer.h"
#include "rulebase/loading.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <utility>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using foundation::Diagnostic;
using foundation::Severity;

namespace
{

constexpr std::size_t cases_to_begin_with = 300;

bool cannot_be_read(const rulebase::LoadedRuleBase& loaded)
{
    return std::any_of(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                       [](const Diagnostic& d) {
                           return d.code.starts_with("file.") || d.code.starts_with("pack.") ||
                                  d.code == "rulebase.empty-folder";
                       });
}

/// The codes of the lints of substance and then those of the wording, most important first.
std::vector<std::string> codes_of_lints()
{
    std::vector<std::string> codes = analysis::lint_codes();
    codes.insert(codes.end(), analysis::wording_codes().begin(), analysis::wording_codes().end());
    return codes;
}

/// Errors first, then what the lints found in their order, then the rest in the order of the files.
void sort_by_importance(std::vector<Diagnostic>& faults)
{
    const std::vector<std::string> codes = codes_of_lints();
    const auto rank = [&codes](const Diagnostic& d)
    {
        const auto lint = std::find(codes.begin(), codes.end(), d.code) - codes.begin();
        return d.severity == Severity::Error ? -1 : static_cast<int>(lint);
    };
    std::stable_sort(faults.begin(), faults.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
}

report::CheckResult look_closely(const rulebase::LoadedRuleBase& loaded)
{
    report::CheckResult result{loaded.rules.get(), loaded.diagnostics, {}, 0, analysis::Solver::is_built_in()};
    if (!loaded.rules)
        return result;
    analysis::Study study(loaded.rules, cases_to_begin_with);
    analysis::LintResult lints = analysis::lint_rules(study);
    std::vector<analysis::RuleFinding> wording = analysis::lint_wording(*loaded.rules);
    std::move(wording.begin(), wording.end(), std::back_inserter(lints.findings));
    analysis::apply_waivers(*loaded.rules, codes_of_lints(), lints.findings);
    for (analysis::RuleFinding& finding : lints.findings)
        if (finding.waived)
            result.waived.push_back(std::move(finding));
        else
            result.faults.push_back(analysis::as_diagnostic(*loaded.rules, finding));
    result.undecided = lints.undecided;
    sort_by_importance(result.faults);
    return result;
}

/// Saves the example of every finding as a case file; false, after saying why, when one cannot be saved.
bool save_examples(const analysis::Verification& result, const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    for (const analysis::VerifiedClaim& claim : result.claims)
        for (const analysis::RuleFinding& finding : claim.findings)
        {
            if (!finding.example)
                continue;
            casefile::Case group = finding.example->group;
            group.title = finding.message;
            const auto saved = casefile::save_case(folder / report::example_file_name(finding), group);
            if (saved)
                continue;
            std::cerr << "fedadvise: " << saved.error().message << "\n    " << saved.error().advice << "\n";
            return false;
        }
    return true;
}

} // namespace

int check_rules(const Request& request)
{
    const rulebase::LoadedRuleBase loaded = read_rules(request);
    if (cannot_be_read(loaded))
    {
        print(loaded.diagnostics);
        return invalid_input;
    }
    const report::CheckResult result = look_closely(loaded);
    const int delivered =
        deliver(request, request.format == "json" ? report::check_as_json(result) : report::check_as_text(result));
    return delivered != done ? delivered : result.faults.empty() ? done : found_faults;
}

int verify_rules(const Request& request)
{
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    ProgressLine progress;
    progress.show("the rule base", 0, 1);
    analysis::Study study(rules, cases_to_begin_with);
    study.stop_when(&interrupted());
    const analysis::Verification result = analysis::verify(
        study, [&](const std::string& what, std::size_t item, std::size_t items) { progress.show(what, item, items); });
    progress.clear();
    if (!request.examples.empty() && !save_examples(result, foundation::path_from_utf8(request.examples)))
        return invalid_input;
    const int delivered = deliver(request, request.format == "json" ? report::verification_as_json(*rules, result)
                                                                    : report::verification_as_text(*rules, result));
    return delivered != done ? delivered : result.open_findings() == 0 && !result.stopped ? done : found_faults;
}

} // namespace fedadvise::cli
