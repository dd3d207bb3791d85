#include "directory/practice.h"

#include <doctest/doctest.h>

using namespace fedadvise::directory;
using fedadvise::foundation::Date;

TEST_SUITE("listed practice")
{
TEST_CASE("published capitals become ordinary letters")
{
    struct Row
    {
        std::string published, expected;
    };
    const Row rows[] = {
        {"THE HILL SURGERY", "The Hill Surgery"},
        {"ST MARY'S & QUEENS PARK", "St Mary's & Queens Park"},
        {"DR O'NEILL AND PARTNERS", "Dr O'Neill and Partners"},
        {"STOKE-ON-TRENT NHS CENTRE", "Stoke-on-Trent NHS Centre"},
        {"MCDONALD PRACTICE (THE ELMS)", "McDonald Practice (The Elms)"},
        {"1ST AVENUE", "1st Avenue"},
        {"Already Mixed eMC", "Already Mixed eMC"},
        {"", ""},
    };
    for (const Row& row : rows)
        CHECK(ordinary_letters(row.published) == row.expected);
}

TEST_CASE("postcodes get their one space")
{
    CHECK(postcode_text("zz181hu") == "ZZ18 1HU");
    CHECK(postcode_text("Z1  1AA") == "Z1 1AA");
    CHECK(postcode_text("ZZ18 1HU") == "ZZ18 1HU");
    CHECK(postcode_text("none") == "NONE");
    CHECK(postcode_text("") == "");
}

TEST_CASE("days are read in every form that is published")
{
    const Date day{2026, 10, 1};
    for (const std::string written : {"2026-10-01", "20261001", "01/10/2026", "1/10/26", "01OCT2026", "01-Oct-2026",
                                      "1 October 2026", "2026-10-01 00:00:00"})
    {
        CAPTURE(written);
        CHECK(read_any_date(written) == day);
    }
    for (const std::string wrong :
         {"", "20261301", "31/02/2026", "OCT2026", "x", "1", "99999999999999999999", "1/99999999999/2026"})
    {
        CAPTURE(wrong);
        CHECK_FALSE(read_any_date(wrong));
    }
}
} // TEST_SUITE("listed practice")
