#include "foundation/date.h"

#include "foundation/number_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fedadvise::foundation
{

namespace
{

int days_in_month(int year, int month)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// The quotient rounded down, also for what is negative.
int floor_divided(int value, int divisor)
{
    return (value >= 0 ? value : value - divisor + 1) / divisor;
}

// Days are counted in years that begin in March, so that a leap day is the last of its year, and in eras of 400 years,
// which are all alike: 146,097 days. Source: Howard Hinnant, "chrono-compatible low-level date algorithms".
constexpr int days_in_era = 146'097;

/// Days since 1 March of the year 0.
int day_number(Date date)
{
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = floor_divided(year, 400);
    const int year_of_era = year - era * 400;
    const int month = (date.month + 9) % 12; // March is 0
    const int day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * days_in_era + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
}

Date date_of_day_number(int number)
{
    const int era = floor_divided(number, days_in_era);
    const int day_of_era = number - era * days_in_era;
    const int year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month = (5 * day_of_year + 2) / 153; // March is 0
    const int day = day_of_year - (153 * month + 2) / 5 + 1;
    const int year = era * 400 + year_of_era;
    return month < 10 ? Date{year, month + 3, day} : Date{year + 1, month - 9, day};
}

std::string padded(int value, std::size_t width)
{
    const std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

} // namespace

std::optional<Date> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
    const Date date{static_cast<int>(*parse_integer(text.substr(0, 4))),
                    static_cast<int>(*parse_integer(text.substr(5, 2))),
                    static_cast<int>(*parse_integer(text.substr(8, 2)))};
    if (date.year < 1900 || date.year > 2199 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > days_in_month(date.year, date.month))
        return std::nullopt;
    return date;
}

std::string date_text(Date date)
{
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string date_in_words(Date date)
{
    constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};
    return std::to_string(date.day) + " " + std::string(months[static_cast<std::size_t>(date.month - 1)]) + " " +
           std::to_string(date.year);
}

Date add_days(Date date, int days)
{
    return date_of_day_number(day_number(date) + days);
}

Date add_months(Date date, int months)
{
    const int since_year_0 = date.year * 12 + date.month - 1 + months;
    const int year = floor_divided(since_year_0, 12);
    const int month = since_year_0 - year * 12 + 1;
    return {year, month, std::min(date.day, days_in_month(year, month))};
}

int days_between(Date from, Date to)
{
    return day_number(to) - day_number(from);
}

bool is_utc_time(std::string_view text)
{
    constexpr std::string_view form = "0000-00-00T00:00:00Z";
    if (text.size() != form.size() || !parse_date(text.substr(0, 10)))
        return false;
    for (std::size_t i = 10; i < form.size(); ++i)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
            return false;
    return text.substr(11, 2) < "24" && text.substr(14, 2) < "60" && text.substr(17, 2) < "60";
}

std::string utc_time_in_words(std::string_view text)
{
    if (!is_utc_time(text))
        return {};
    return date_in_words(*parse_date(text.substr(0, 10))) + ", " + std::string(text.substr(11, 5)) + " UTC";
}

} // namespace fedadvise::foundation
