// Which form a list has, told by its first row. Not for use outside directory.
#pragma once

#include "directory/practice_list.h"

#include <optional>
#include <span>
#include <string>

namespace fedadvise::directory
{

/// Places of the columns of epraccur.csv, from 0; fixed, since the file has no row of names.
struct PracticeFileColumns
{
    static constexpr std::size_t code = 0, name = 1, address = 4, address_lines = 5, postcode = 9, opened = 10,
                                 closed = 11, status = 12, commissioner = 14, telephone = 17, setting = 25, fewest = 26;
};

/// Places of the columns of gp-reg-pat-prac-all.csv, by their names.
struct PatientNumberColumns
{
    std::size_t code = 0, patients = 0, last = 0; ///< `last`: of those that are used
    std::optional<std::size_t> date, postcode, sex, age;
};

/// Whether a text looks like an organisation code: 3 to 8 capitals and digits, with at least one digit.
[[nodiscard]] bool looks_like_code(const std::string& text);

[[nodiscard]] std::optional<PatientNumberColumns> patient_number_columns(std::span<const std::string> first_row);
/// Whether the first row, one of names or of values, is that of epraccur.csv.
[[nodiscard]] bool is_practice_file(std::span<const std::string> first_row);
/// Whether the row names the columns of epraccur.csv.
[[nodiscard]] bool is_practice_header(std::span<const std::string> row);
/// The columns whose names tell what they hold.
[[nodiscard]] ColumnMapping guess_columns(std::span<const std::string> first_row);

} // namespace fedadvise::directory
