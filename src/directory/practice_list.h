// PracticeList: the practices of one or several published files, put together by their code and searched as one types.
#pragma once

#include "directory/csv_reader.h"
#include "directory/practice.h"
#include "foundation/date.h"
#include "foundation/diagnostic.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::directory
{

/// What a column of a list can hold.
enum class Column
{
    Code,
    Name,
    Address, ///< several columns may
    Postcode,
    Patients,
    Telephone,
};

/// Every column that a mapping may name, as it is written: "code", "name", …
[[nodiscard]] const std::vector<std::pair<Column, std::string>>& column_names();

/// Which column of a file holds what, counted from 0.
struct ColumnMapping
{
    std::map<std::size_t, Column> columns;
    bool has_header = true; ///< the first row names the columns
    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

enum class ListForm
{
    PracticeFile,   ///< epraccur.csv: 27 columns, with or without a row of names
    PatientNumbers, ///< gp-reg-pat-prac-all.csv
    Mapped,         ///< any other, by a column mapping
    Unclear,        ///< any other whose columns nobody has named
};

/// One file to read.
struct ListFile
{
    std::filesystem::path path;
    std::optional<foundation::Date> saved_on; ///< the day it was saved; the file itself need not tell
    std::optional<ColumnMapping> mapping;     ///< for files that are neither of the published forms
};

/// What the first rows of a file look like, to choose its columns by.
struct ListPreview
{
    ListForm form = ListForm::Unclear;
    std::vector<std::vector<std::string>> rows; ///< the first few
    ColumnMapping guess;                        ///< by the names of the columns; may be empty
    std::vector<foundation::Diagnostic> faults;
};

/// What was read from a file.
struct ReadFile
{
    std::string name; ///< without its folders
    ListForm form = ListForm::Unclear;
    std::optional<Encoding> encoding;
    std::size_t rows = 0;
    std::size_t left_out = 0; ///< rows that cannot be used, for which there are faults
    Origin origin;
};

class PracticeList
{
public:
    /// What files say of the same code is put together; of two names the later file's counts.
    [[nodiscard]] const std::vector<ListedPractice>& practices() const { return m_practices; } ///< in order of code
    [[nodiscard]] const std::vector<ReadFile>& files() const { return m_files; }
    [[nodiscard]] const std::vector<foundation::Diagnostic>& faults() const { return m_faults; }
    [[nodiscard]] bool stopped() const { return m_stopped; }
    [[nodiscard]] const Origin& origin(std::size_t index) const { return m_files[index].origin; }
    /// Null when no practice has the code, in whatever letters.
    [[nodiscard]] const ListedPractice* find_code(std::string_view code) const;

private:
    friend class ListReader;
    friend PracticeList read_practices(const std::vector<ListFile>& files, const Watch& watch);

    std::vector<ListedPractice> m_practices;
    std::vector<ReadFile> m_files;
    std::vector<foundation::Diagnostic> m_faults;
    bool m_stopped = false;
};

/// Reads the files, in whatever order they are given. Faults of rows do not stop the others.
[[nodiscard]] PracticeList read_practices(const std::vector<ListFile>& files, const Watch& watch = {});

/// The day on which a file was saved, for ListFile; nothing when it cannot be told.
[[nodiscard]] std::optional<foundation::Date> day_saved(const std::filesystem::path& path);

/// Looks at the first rows only.
[[nodiscard]] ListPreview preview_list(const std::filesystem::path& path);

} // namespace fedadvise::directory
