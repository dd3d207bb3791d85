// Date: a day of the Gregorian calendar, as law and case files write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fedadvise::foundation
{

struct Date
{
    int year = 1;
    int month = 1;
    int day = 1;

    friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2026-11-22"; nothing when it is written otherwise or there is no such day. Years 1900 to 2199.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// "2026-11-22".
[[nodiscard]] std::string date_text(Date date);

/// "22 November 2026", for people.
[[nodiscard]] std::string date_in_words(Date date);

} // namespace fedadvise::foundation
