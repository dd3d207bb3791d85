// CaseTable: a CSV file of cases, one on each line, with a column for each answer.
#pragma once

#include "casefile/case.h"
#include "directory/csv_reader.h"
#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fedadvise::directory
{

/// What the first line says of each column.
class CaseTable
{
public:
    /// Columns: "title", "as-at", ids of questions for the group, and for a practice its id and a point in front
    /// ("p1.name", "p1.ods-code", "p1.list-size"). Faults, each with its column: "table.unknown-column",
    /// "table.wrong-scope", "table.duplicate-column", "table.no-columns".
    CaseTable(std::span<const std::string> header, std::size_t line, const std::string& name,
              const rulebase::RuleBase& rules);

    [[nodiscard]] const std::vector<foundation::Diagnostic>& faults() const { return m_faults; }

    struct Read
    {
        std::optional<casefile::Case> group; ///< none: a fault is an error
        std::vector<foundation::Diagnostic> faults;
    };
    /// The case of a line. An empty cell is no answer; a practice is listed when one of its cells is filled. Sets are
    /// options with spaces between them, dates are written 2026-11-22. Threads may share the table.
    [[nodiscard]] Read read(const CsvRow& row) const;

private:
    struct TableColumn
    {
        enum class Kind
        {
            Title,
            AsAt,
            Name,
            Code,
            Answer,
        };
        Kind kind = Kind::Answer;
        std::optional<std::size_t> practice; ///< index into m_practices
        const rulebase::Question* question = nullptr;
        std::string name;
    };
    void add_column(const std::string& written, std::size_t number);
    [[nodiscard]] std::optional<TableColumn> column_of(const std::string& written, std::string& code,
                                                       std::string& message, std::string& advice);
    [[nodiscard]] std::optional<TableColumn> unknown(const std::string& written, std::string& code,
                                                     std::string& message, std::string& advice) const;

    std::string m_name;
    std::size_t m_line = 1;
    const rulebase::RuleBase& m_rules;
    std::vector<TableColumn> m_columns;
    std::vector<std::string> m_practices; ///< ids, in the order of their first columns
    std::vector<foundation::Diagnostic> m_faults;
};

/// The first line of an empty table: every column for the group, and those of so many practices.
[[nodiscard]] std::string empty_case_table(const rulebase::RuleBase& rules, std::size_t practices);

/// How to write such a table, for people.
[[nodiscard]] std::string help_on_case_tables();

} // namespace fedadvise::directory
