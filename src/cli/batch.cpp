#include "cli/batch.h"

#include "casefile/case_file.h"
#include "directory/case_table.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"
#include "report/leaders.h"

#include <algorithm>
#include <set>
#include <thread>
#include <utility>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using foundation::Diagnostic;
using foundation::Severity;

namespace
{

/// Enough that threads seldom wait for one another, few enough that memory stays small.
constexpr std::size_t block_size = 512;

std::string first_error(const std::vector<Diagnostic>& faults)
{
    for (const Diagnostic& fault : faults)
        if (fault.severity == Severity::Error)
        {
            const std::string& element = fault.place.element;
            return (element.empty() ? "" : element + ": ") + fault.message;
        }
    return "It cannot be read.";
}

std::vector<Diagnostic> errors_of(std::vector<Diagnostic> faults)
{
    std::erase_if(faults, [](const Diagnostic& fault) { return fault.severity != Severity::Error; });
    return faults;
}

std::vector<LeadingOption> with_bands(const std::vector<rulebase::OptionId>& leading,
                                      const std::vector<engine::OptionResult>& results)
{
    std::vector<LeadingOption> options;
    for (const engine::OptionResult& result : results)
        if (std::find(leading.begin(), leading.end(), result.option) != leading.end())
            options.push_back({result.option.value, engine::band_id(result.band)});
    return options;
}

/// Different laws, not rules: two rules may stand on the same one.
std::size_t count_laws(const rulebase::RuleBase& rules, const std::vector<engine::Finding>& findings)
{
    std::set<std::string> laws;
    for (const engine::Finding& finding : findings)
        if (const rulebase::Rule* rule = rulebase::find_rule(rules, finding.rule))
            laws.insert(rule->law);
    return laws.size();
}

bool is_table(const fs::path& path)
{
    const std::string extension = foundation::lower_case(foundation::utf8_from_path(path.extension()));
    return extension == ".csv" || extension == ".tsv";
}

} // namespace

Batch::Batch(engine::Engine engine, BatchOptions options) : m_engine(std::move(engine)), m_options(std::move(options))
{
}

void Batch::judge(const std::vector<fs::path>& paths)
{
    std::vector<fs::path> files;
    const auto judge_waiting = [&]
    {
        judge_files(files);
        files.clear();
    };
    for (const fs::path& path : paths)
    {
        std::error_code error;
        if (fs::is_directory(path, error))
        {
            judge_waiting();
            judge_folder(path);
        }
        else if (is_table(path))
        {
            judge_waiting();
            judge_table(path);
        }
        else
            files.push_back(path);
    }
    judge_waiting();
}

void Batch::judge_folder(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (std::error_code ignored; it->path().extension() == ".fedcase" && !it->is_directory(ignored))
            files.push_back(it->path());
    std::sort(files.begin(), files.end());
    judge_files(files);
    const std::string name = foundation::utf8_from_path(folder);
    if (error)
        refuse(name, 0,
               {{"file.unreadable",
                 Severity::Error,
                 {name, 0, 0, {}},
                 "The folder could not be read to its end.",
                 "Check that you may read it and the folders inside."}});
    else if (files.empty())
        refuse(name, 0,
               {{"batch.no-cases",
                 Severity::Error,
                 {name, 0, 0, {}},
                 "There are no case files in this folder.",
                 "Name a folder with files that end in .fedcase, the files themselves, or a CSV file of cases."}});
}

void Batch::judge_files(const std::vector<fs::path>& files)
{
    m_total += files.size();
    for (std::size_t from = 0; from < files.size() && !stopped(); from += block_size)
        judge_block(std::min(block_size, files.size() - from),
                    [&](std::size_t index, Work& work)
                    {
                        const fs::path& file = files[from + index];
                        work.line.name = foundation::utf8_from_path(file);
                        casefile::LoadedCase loaded = casefile::load_case(file, m_engine.rules());
                        work.faults = std::move(loaded.diagnostics);
                        return std::move(loaded.group);
                    });
}

void Batch::judge_table(const fs::path& path)
{
    const std::string name = foundation::utf8_from_path(path);
    std::optional<directory::CaseTable> table;
    struct Row
    {
        std::size_t line = 0;
        std::vector<std::string> cells;
    };
    std::vector<Row> rows;
    const std::size_t before = m_lines.size();
    const auto flush = [&]
    {
        judge_block(rows.size(),
                    [&](std::size_t index, Work& work)
                    {
                        const Row& row = rows[index];
                        work.line.name = name + ":" + std::to_string(row.line);
                        work.line.row = row.line;
                        directory::CaseTable::Read read = table->read({row.line, row.cells});
                        work.faults = std::move(read.faults);
                        return std::move(read.group);
                    });
        rows.clear();
    };
    std::size_t bytes_done = 0, bytes = 0;
    const directory::CsvOutcome outcome = directory::read_csv_file(
        path,
        [&](const directory::CsvRow& row)
        {
            if (!table)
            {
                table.emplace(row.cells, row.line, name, m_engine.rules());
                return table->faults().empty();
            }
            rows.push_back({row.line, {row.cells.begin(), row.cells.end()}});
            if (rows.size() < block_size)
                return true;
            // How many lines there are is only known at the end; the share of the file that is read tells about it
            const std::size_t judged = m_lines.size() - before + rows.size();
            if (bytes_done > 0)
                m_total = before + std::max(judged, judged * (bytes / bytes_done));
            flush();
            return !stopped();
        },
        {[&](std::size_t done, std::size_t total) { bytes_done = done, bytes = total; }, m_options.stop});
    if (table && !table->faults().empty())
        return refuse(name, 0, table->faults());
    if (!stopped())
        flush();
    // Rows that are no CSV are bad cases of their own; a file that is none is one
    for (const Diagnostic& fault : outcome.faults)
    {
        const auto row = static_cast<std::size_t>(fault.place.line);
        refuse(row == 0 ? name : name + ":" + std::to_string(row), row, {fault});
    }
    std::stable_sort(m_lines.begin() + static_cast<std::ptrdiff_t>(before), m_lines.end(),
                     [](const BatchLine& a, const BatchLine& b) { return a.row < b.row; });
    if (m_lines.size() == before && !stopped())
        refuse(name, 0,
               {{"batch.no-cases",
                 Severity::Error,
                 {name, 0, 0, {}},
                 "The table has no case below its first line.",
                 "Write one case on each line; 'fedadvise batch --help' shows how."}});
}

void Batch::judge_block(std::size_t count, const Source& source)
{
    std::vector<Work> works(count);
    std::atomic<std::size_t> next{0};
    const auto judge_next = [&]
    {
        for (std::size_t i = next++; i < count && !stopped(); i = next++)
            if (const auto group = source(i, works[i]))
                judge_one(*group, works[i].line);
            else
                works[i].line.error = first_error(works[i].faults);
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned n = 1; n < m_options.threads && n < count; ++n)
            threads.emplace_back(judge_next);
        judge_next();
    }
    if (stopped())
        return;
    for (Work& work : works)
        keep(std::move(work));
    show_progress();
}

void Batch::judge_one(const casefile::Case& group, BatchLine& line) const
{
    const rulebase::RuleBase& rules = m_engine.rules();
    const foundation::Date day = engine::day_of_law(group, m_options.as_at, m_options.today);
    const engine::Assessment assessment = m_engine.assess(group, day);
    line.title = group.title;
    line.as_at = foundation::date_text(day);
    if (const casefile::Answer* nation = casefile::find_answer(group.answers, {"jurisdiction"}))
        if (const auto* choice = std::get_if<casefile::Choice>(nation))
            line.nation = choice->option;
    const report::Leaders leaders = report::leaders_of(group, assessment);
    line.models = with_bands(leaders.models, assessment.models);
    line.vehicles = with_bands(leaders.vehicles, assessment.vehicles);
    line.depth_cap = report::depth_cap_of(rules, assessment);
    for (const auto* results : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *results)
        {
            if (result.band == engine::Band::RuledOut)
                line.ruled_out.push_back({result.option.value, count_laws(rules, result.ruled_out_by)});
            else if (result.band == engine::Band::NotYet)
                line.waiting.push_back(result.option.value);
        }
    line.warnings = assessment.warnings.size();
}

void Batch::refuse(const std::string& name, std::size_t row, std::vector<Diagnostic> faults)
{
    Work work;
    work.line.name = name;
    work.line.row = row;
    work.line.error = first_error(faults);
    work.faults = std::move(faults);
    keep(std::move(work));
}

void Batch::keep(Work work)
{
    if (!work.line.error.empty())
    {
        ++m_bad;
        if (m_options.complain)
            m_options.complain(errors_of(std::move(work.faults)));
    }
    m_lines.push_back(std::move(work.line));
}

void Batch::show_progress()
{
    if (m_options.progress)
        m_options.progress(m_lines.size(), std::max(m_total, m_lines.size()));
}

} // namespace fedadvise::cli
