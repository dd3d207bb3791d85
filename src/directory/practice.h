// Practice lists: what published files say about practices, whatever the form of the file.
#pragma once

#include "foundation/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::directory
{

enum class PracticeStatus
{
    Active,
    Dormant,
    Proposed,
    Closed,
    NotSaid, ///< the file does not tell; taken as open
};

/// Where a value comes from: the name of the file, and the day for which it holds.
struct Origin
{
    std::string file;                      ///< without its folders
    std::optional<foundation::Date> as_at; ///< the day that the file names, else the day it was saved
    bool by_file_date = false;             ///< the day it was saved
    friend bool operator==(const Origin&, const Origin&) = default;
};

/// One practice of a list. Texts are as published, but that names and addresses in capitals are in ordinary letters.
struct ListedPractice
{
    std::string code; ///< the NHS organisation code, in capitals: "A81001"
    std::string name;
    std::vector<std::string> address; ///< lines that are not empty, without the postcode
    std::string postcode;             ///< "TS18 1HU"
    PracticeStatus status = PracticeStatus::NotSaid;
    bool gp_practice = true; ///< prescribing setting 4 (role RO76), or the file does not tell
    std::string setting;     ///< the prescribing setting as it stands in the file
    std::optional<foundation::Date> opened, closed;
    std::string commissioner; ///< code of the sub-ICB location or board
    std::string telephone;
    std::optional<std::int64_t> patients; ///< registered
    std::size_t origin = 0;               ///< of name and address: index into the list's origins
    std::size_t patients_origin = 0;      ///< of the number of patients
};

/// An open GP practice: what a group can be made of.
[[nodiscard]] inline bool is_open_practice(const ListedPractice& practice)
{
    return practice.gp_practice && practice.status != PracticeStatus::Closed &&
           practice.status != PracticeStatus::Proposed && !practice.closed;
}

/// "open", "closed on 31 March 2024", "not a GP practice (prescribing setting 8)", …
[[nodiscard]] std::string status_words(const ListedPractice& practice);

/// "1 High Street, Stockton-on-Tees, TS18 1HU".
[[nodiscard]] std::string address_line(const ListedPractice& practice);

/// Published capitals in ordinary letters: "THE O'NEILL & ST MARY'S SURGERY" becomes "The O'Neill & St Mary's Surgery".
/// A text that has small letters already is left as it is.
[[nodiscard]] std::string ordinary_letters(const std::string& published);

/// A postcode in capitals with one space before its last three characters; other texts only in capitals.
[[nodiscard]] std::string postcode_text(const std::string& written);

/// The day in "2026-10-01", "20261001", "01/10/2026", "01OCT2026" or "1 October 2026".
[[nodiscard]] std::optional<foundation::Date> read_any_date(const std::string& written);

} // namespace fedadvise::directory
