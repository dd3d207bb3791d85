// Batch: many cases judged on all processors, a line for each, in the order in which they came.
#pragma once

#include "directory/csv_reader.h"
#include "engine/engine.h"
#include "foundation/date.h"
#include "foundation/diagnostic.h"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::cli
{

struct LeadingOption
{
    std::string id;
    std::string band; ///< "points-strongly-towards", …
};

struct BarredOption
{
    std::string id;
    std::size_t laws = 0; ///< different laws that rule it out
};

/// What became of one case.
struct BatchLine
{
    std::string name;    ///< the file, or the file and line of a table: "cases.csv:12"
    std::size_t row = 0; ///< line of the table; 0 for a file
    std::string title;
    std::string nation; ///< option of the question "jurisdiction", or empty
    std::string as_at;  ///< day whose law was applied
    std::vector<LeadingOption> models, vehicles;
    std::string depth_cap; ///< id of a gradient step; empty when none can be named
    std::vector<BarredOption> ruled_out;
    std::vector<std::string> waiting;
    std::size_t warnings = 0; ///< about the group as a whole
    std::string error;        ///< why it could not be judged; empty when it was
};

struct BatchOptions
{
    std::optional<foundation::Date> as_at; ///< instead of the cases' own days
    foundation::Date today;
    unsigned threads = 1;
    std::function<void(std::size_t done, std::size_t total)> progress = {};
    std::function<void(const std::vector<foundation::Diagnostic>&)> complain; ///< about bad cases, in order
    const std::atomic<bool>* stop = nullptr;
};

/// The same lines, and the same complaints in the same order, whatever the number of threads.
class Batch
{
public:
    Batch(engine::Engine engine, BatchOptions options);

    /// Files, folders with case files (also in folders inside), and tables of cases (*.csv).
    void judge(const std::vector<std::filesystem::path>& paths);

    [[nodiscard]] const std::vector<BatchLine>& lines() const { return m_lines; }
    [[nodiscard]] std::size_t bad() const { return m_bad; }

private:
    /// One case on its way through a thread.
    struct Work
    {
        BatchLine line;
        std::vector<foundation::Diagnostic> faults;
    };
    /// Makes the case of one index, or leaves none and says why.
    using Source = std::function<std::optional<casefile::Case>(std::size_t index, Work& work)>;

    void judge_folder(const std::filesystem::path& folder);
    void judge_files(const std::vector<std::filesystem::path>& files);
    void judge_table(const std::filesystem::path& table);
    void judge_block(std::size_t count, const Source& source);
    void judge_one(const casefile::Case& group, BatchLine& line) const;
    void refuse(const std::string& name, std::size_t row, std::vector<foundation::Diagnostic> faults);
    void keep(Work work);
    [[nodiscard]] bool stopped() const { return m_options.stop != nullptr && *m_options.stop; }
    void show_progress();

    engine::Engine m_engine;
    BatchOptions m_options;
    std::vector<BatchLine> m_lines;
    std::size_t m_bad = 0;
    std::size_t m_total = 0; ///< cases that are known of so far
};

} // namespace fedadvise::cli
