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
} // TEST_SUITE("date")
