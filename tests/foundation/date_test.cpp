#include "foundation/date.h"

#include <doctest/doctest.h>

#include <string>

using namespace fedadvise::foundation;

TEST_SUITE("date")
{
TEST_CASE("days that exist are read and written back the same")
{
    for (const std::string& text : {std::string("1900-01-01"), std::string("2000-02-29"), std::string("2024-02-29"),
                                    std::string("2026-11-22"), std::string("2026-04-30"), std::string("2199-12-31")})
    {
        CAPTURE(text);
        const auto date = parse_date(text);
        REQUIRE(date.has_value());
        CHECK(date_text(*date) == text);
    }
}

TEST_CASE("anything else is no date")
{
    for (const char* text :
         {"",           "2026",       "2026-11",     "2026-11-2",   "2026-1-22",        "22-11-2026", "22/11/2026",
          "2026/11/22", "20261122",   "2026-11-22 ", " 2026-11-22", "2026-11-22T00:00", "2026-00-10", "2026-13-10",
          "2026-11-00", "2026-11-31", "2026-04-31",  "2026-02-29",  "1900-02-29",       "2100-02-29", "1899-12-31",
          "2200-01-01", "-026-11-22", "2026-+1-22",  "2026-11-+2",  "20x6-11-22"})
    {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("dates sort by year, month and day")
{
    CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
    CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
    CHECK(Date{2026, 2, 1} < Date{2026, 2, 2});
    CHECK(Date{2026, 2, 2} == Date{2026, 2, 2});
}

TEST_CASE("people read the month as a word")
{
    CHECK(date_in_words({2026, 11, 22}) == "22 November 2026");
    CHECK(date_in_words({2027, 1, 1}) == "1 January 2027");
}

TEST_CASE("times are those of Greenwich, to the second")
{
    CHECK(is_utc_time("2026-11-25T10:31:00Z"));
    CHECK(utc_time_in_words("2026-11-25T10:31:00Z") == "25 November 2026, 10:31 UTC");
    for (const std::string text :
         {"", "2026-11-25", "2026-11-25T10:31Z", "2026-11-25 10:31:00Z", "2026-11-25T10:31:00", "2026-11-25T10:31:00z",
          "2026-02-30T10:31:00Z", "2026-11-25T24:00:00Z", "2026-11-25T10:60:00Z", "2026-11-25T10:31:60Z",
          "2026-11-25T1o:31:00Z", "2026-11-25T10:31:00+0"})
    {
        CAPTURE(text);
        CHECK_FALSE(is_utc_time(text));
        CHECK(utc_time_in_words(text).empty());
    }
}
TEST_CASE("days are added over the ends of months, years and leap days")
{
    struct Row
    {
        std::string from;
        int days;
        std::string to;
    };
    const Row rows[] = {
        {"2026-11-22", 0, "2026-11-22"},  {"2026-11-30", 1, "2026-12-01"},      {"2026-12-31", 1, "2027-01-01"},
        {"2024-02-28", 1, "2024-02-29"},  {"2024-02-29", 1, "2024-03-01"},      {"2026-02-28", 1, "2026-03-01"},
        {"2100-02-28", 1, "2100-03-01"},  {"2000-02-28", 2, "2000-03-01"},      {"2027-01-01", -1, "2026-12-31"},
        {"2024-03-01", -1, "2024-02-29"}, {"2026-11-22", 365, "2027-11-22"},    {"2026-11-25", 14, "2026-12-09"},
        {"1900-01-01", 0, "1900-01-01"},  {"1900-01-01", 109572, "2199-12-31"}, {"1970-01-01", 10957, "2000-01-01"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.from);
        CAPTURE(row.days);
        CHECK(date_text(add_days(*parse_date(row.from), row.days)) == row.to);
        CHECK(days_between(*parse_date(row.from), *parse_date(row.to)) == row.days);
        CHECK(days_between(*parse_date(row.to), *parse_date(row.from)) == -row.days);
    }
    CHECK(date_text(add_days({2199, 12, 31}, 1)) == "2200-01-01");
}

TEST_CASE("every day from 1900 to 2199 is followed by the next one that there is")
{
    Date day{1900, 1, 1};
    int count = 0;
    while (day < Date{2200, 1, 1})
    {
        const Date next = add_days(day, 1);
        // one up within the month, or the first of the next month when the text of one up is no date
        const Date within{day.year, day.month, day.day + 1};
        const Date expected = parse_date(date_text(within)) ? within
                              : day.month < 12              ? Date{day.year, day.month + 1, 1}
                                                            : Date{day.year + 1, 1, 1};
        REQUIRE(next == expected);
        REQUIRE(add_days(next, -1) == day);
        ++count;
        day = next;
    }
    CHECK(count == 109573);
    CHECK(days_between({1900, 1, 1}, {2200, 1, 1}) == count);
}

TEST_CASE("a month later is the same day, or the last of a shorter month")
{
    struct Row
    {
        std::string from;
        int months;
        std::string to;
    };
    const Row rows[] = {
        {"2026-11-22", 0, "2026-11-22"},   {"2026-11-22", 1, "2026-12-22"}, {"2026-12-22", 1, "2027-01-22"},
        {"2026-01-31", 1, "2026-02-28"},   {"2024-01-31", 1, "2024-02-29"}, {"2026-03-31", 1, "2026-04-30"},
        {"2024-02-29", 12, "2025-02-28"},  {"2024-02-29", 48, "2028-02-29"}, {"2026-05-31", -3, "2026-02-28"},
        {"2026-01-15", -1, "2025-12-15"},  {"2026-01-15", -13, "2024-12-15"}, {"2026-11-30", 3, "2027-02-28"},
        {"2026-11-25", 120, "2036-11-25"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.from);
        CAPTURE(row.months);
        CHECK(date_text(add_months(*parse_date(row.from), row.months)) == row.to);
    }
}
} // TEST_SUITE("date")
