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

/// Whether it is a time of Greenwich written as "2026-11-25T10:31:00Z": two such texts compare as their times do.
[[nodiscard]] bool is_utc_time(std::string_view text);

/// "25 November 2026, 10:31 UTC", for people; empty for what is no time.
[[nodiscard]] std::string utc_time_in_words(std::string_view text);

/// "22 November 2026", for people.
[[nodiscard]] std::string date_in_words(Date date);

/// So many days later, or earlier when negative.
[[nodiscard]] Date add_days(Date date, int days);

/// The same day so many months later, or earlier when negative; the last day of a month that is too short for it:
/// a month after 31 January is 28 or 29 February.
[[nodiscard]] Date add_months(Date date, int months);

/// How many days later `to` is than `from`; negative when it is earlier.
[[nodiscard]] int days_between(Date from, Date to);

} // namespace fedadvise::foundation
