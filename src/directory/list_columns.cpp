#include "directory/list_columns.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fedadvise::directory
{

namespace
{

/// "Practice Code", "practice_code" and "PRACTICE-CODE" alike.
std::string plain_name(const std::string& column)
{
    std::string plain;
    for (const char c : foundation::lower_case(foundation::trimmed(column)))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    return plain;
}

std::optional<std::size_t> column_named(std::span<const std::string> row, std::string_view plain)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        if (plain_name(row[i]) == plain)
            return i;
    return std::nullopt;
}

struct KnownName
{
    Column column;
    std::string_view plain;
};

/// What columns are called in lists of practices, the likelier names first.
constexpr std::array<KnownName, 35> known_names = {{
    {Column::Code, "odscode"},
    {Column::Code, "practicecode"},
    {Column::Code, "organisationcode"},
    {Column::Code, "orgcode"},
    {Column::Code, "gpcode"},
    {Column::Code, "gppracticecode"},
    {Column::Code, "code"},
    {Column::Code, "ods"},
    {Column::Name, "practicename"},
    {Column::Name, "organisationname"},
    {Column::Name, "gppracticename"},
    {Column::Name, "name"},
    {Column::Name, "practice"},
    {Column::Name, "gpname"},
    {Column::Address, "address"},
    {Column::Address, "addressline1"},
    {Column::Address, "addressline2"},
    {Column::Address, "addressline3"},
    {Column::Address, "addressline4"},
    {Column::Address, "addressline5"},
    {Column::Address, "address1"},
    {Column::Address, "address2"},
    {Column::Address, "address3"},
    {Column::Address, "address4"},
    {Column::Address, "town"},
    {Column::Postcode, "postcode"},
    {Column::Postcode, "postalcode"},
    {Column::Patients, "listsize"},
    {Column::Patients, "practicelistsize"},
    {Column::Patients, "registeredpatients"},
    {Column::Patients, "numberofpatients"},
    {Column::Patients, "patients"},
    {Column::Patients, "totalpatients"},
    {Column::Telephone, "telephone"},
    {Column::Telephone, "telephonenumber"},
}};

} // namespace

const std::vector<std::pair<Column, std::string>>& column_names()
{
    static const std::vector<std::pair<Column, std::string>> names = {
        {Column::Code, "code"},         {Column::Name, "name"},         {Column::Address, "address"},
        {Column::Postcode, "postcode"}, {Column::Patients, "patients"}, {Column::Telephone, "telephone"}};
    return names;
}

bool looks_like_code(const std::string& text)
{
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() >= 3 && text.size() <= 8 && std::any_of(text.begin(), text.end(), is_digit) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
}

std::optional<PatientNumberColumns> patient_number_columns(std::span<const std::string> first_row)
{
    const auto patients = column_named(first_row, "numberofpatients");
    auto code = column_named(first_row, "code");
    code = code ? code : column_named(first_row, "orgcode");
    code = code ? code : column_named(first_row, "practicecode");
    // The name of a practice would make it somebody's own list
    if (!patients || !code || column_named(first_row, "practicename") || column_named(first_row, "name"))
        return std::nullopt;
    PatientNumberColumns columns;
    columns.code = *code;
    columns.patients = *patients;
    columns.date = column_named(first_row, "extractdate");
    columns.postcode = column_named(first_row, "postcode");
    columns.sex = column_named(first_row, "sex");
    columns.age = column_named(first_row, "age");
    if (!columns.age)
        columns.age = column_named(first_row, "agegroup5");
    columns.last = std::max(*code, *patients);
    return columns;
}

bool is_practice_header(std::span<const std::string> row)
{
    return row.size() >= PracticeFileColumns::fewest && plain_name(row[0]) == "organisationcode" &&
           plain_name(row[1]) == "name";
}

bool is_practice_file(std::span<const std::string> first_row)
{
    if (is_practice_header(first_row))
        return true;
    return first_row.size() >= PracticeFileColumns::fewest && looks_like_code(first_row[0]) &&
           !looks_like_code(first_row[1]) &&
           (first_row[PracticeFileColumns::opened].empty() || read_any_date(first_row[PracticeFileColumns::opened]));
}

ColumnMapping guess_columns(std::span<const std::string> first_row)
{
    ColumnMapping guess;
    for (const auto& [column, ignored] : column_names())
        for (const KnownName& known : known_names)
        {
            if (known.column != column)
                continue;
            const auto at = column_named(first_row, known.plain);
            if (at && guess.columns.emplace(*at, column).second && column != Column::Address)
                break; // one column of each kind, but for lines of an address
        }
    guess.has_header = !guess.columns.empty();
    return guess;
}

} // namespace fedadvise::directory
