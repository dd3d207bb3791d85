// fedadvise batch: many cases at once.
#include "cli/batch.h"
#include "cli/batch_words.h"
#include "cli/commands.h"
#include "cli/input_output.h"
#include "cli/progress.h"
#include "directory/case_table.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <iostream>
#include <thread>

namespace fedadvise::cli
{

namespace
{

/// Practices in the empty table; more are added as p3, p4 and so on.
constexpr std::size_t practices_in_header = 2;

std::string result_of(const Request& request, const rulebase::RuleBase& rules, const std::vector<BatchLine>& lines)
{
    if (request.format == "json")
        return batch_as_json(rules, lines);
    return request.table ? batch_as_table(rules, lines) : batch_as_csv(lines);
}

} // namespace

int judge_batch(const Request& request)
{
    std::optional<foundation::Date> day;
    if (!request.as_at.empty() && !(day = foundation::parse_date(request.as_at)))
    {
        std::cerr << "fedadvise: '" << request.as_at << "' is not a date. Write it as 2026-11-22.\n";
        return wrong_usage;
    }
    if (!request.header && request.cases.empty())
    {
        std::cerr << "fedadvise: name case files, folders of them, or a CSV file of cases.\n"
                     "'fedadvise batch --header' prints an empty CSV file of cases.\n";
        return wrong_usage;
    }
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    if (request.header)
        return deliver(request, directory::empty_case_table(*rules, practices_in_header));

    BatchOptions options;
    options.as_at = day;
    options.today = today();
    options.threads = request.jobs != 0 ? request.jobs : std::max(1U, std::thread::hardware_concurrency());
    options.stop = &interrupted();
    ProgressLine progress;
    options.progress = [&](std::size_t cases, std::size_t total) { progress.show("cases", cases, total); };
    options.complain = [&](const std::vector<foundation::Diagnostic>& faults)
    {
        progress.clear();
        print(faults);
    };
    Batch batch(engine::Engine(rules), options);
    std::vector<std::filesystem::path> paths;
    for (const std::string& named : request.cases)
        paths.push_back(foundation::path_from_utf8(named));
    batch.judge(paths);
    progress.clear();
    if (*options.stop)
        std::cerr << "fedadvise: stopped; these are the " << batch.lines().size() << " cases looked at so far.\n";
    const int delivered = deliver(request, result_of(request, *rules, batch.lines()));
    if (delivered != done)
        return delivered;
    if (*options.stop)
        return stopped;
    if (batch.bad() == 0)
        return done;
    std::cerr << "fedadvise: " << batch.bad() << " of " << batch.lines().size() << " cases could not be judged.\n";
    return batch.bad() == batch.lines().size() ? invalid_input : found_faults;
}

} // namespace fedadvise::cli
