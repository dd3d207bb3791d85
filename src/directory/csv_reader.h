// CSV files of any encoding, separator and line ending, row by row: a million rows take no more memory than one.
#pragma once

#include "directory/encoding.h"
#include "foundation/diagnostic.h"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fedadvise::directory
{

constexpr std::size_t longest_cell = 32'768; ///< bytes; as spreadsheets have it
constexpr std::size_t longest_line = 1'000'000;
constexpr std::size_t most_lines_in_row = 100; ///< line breaks inside quotation marks
constexpr std::size_t most_row_faults = 100;   ///< after that many the rest of the file is not worth reading

/// A row as it was read. Cells have no control characters but tabs and line breaks; empty lines are no rows.
struct CsvRow
{
    std::size_t line = 0; ///< on which it begins, from 1
    std::span<const std::string> cells;
};

/// How far reading has come, to show progress and to stop it.
struct Watch
{
    std::function<void(std::size_t done, std::size_t total)> progress = {}; ///< in bytes; now and then
    const std::atomic<bool>* stop = nullptr;
};

struct CsvOutcome
{
    std::optional<Recognised> source; ///< none: the file could not be read at all
    char separator = ',';
    std::size_t rows = 0;                       ///< that were given to the visitor
    bool stopped = false;                       ///< by the visitor or the watch
    std::vector<foundation::Diagnostic> faults; ///< in order of line; rows with faults are left out
};

/// False ends the reading.
using RowVisitor = std::function<bool(const CsvRow& row)>;

/// Reads a stream that can be read twice. `name` stands in the faults: besides those of `recognise`, "csv.quote" (a
/// quotation mark that is not closed or stands inside a cell), "csv.zero-byte", "csv.long-cell", "csv.long-line" and
/// "csv.too-many-faults". Takes commas, semicolons or tabs between the cells, whichever the first line has most of.
[[nodiscard]] CsvOutcome read_csv(std::istream& stream, const std::string& name, const RowVisitor& visit,
                                  const Watch& watch = {});

/// The same for a file. A file that is missing, or a folder, is a fault.
[[nodiscard]] CsvOutcome read_csv_file(const std::filesystem::path& path, const RowVisitor& visit,
                                       const Watch& watch = {});

} // namespace fedadvise::directory
