#include "rulepack/version.h"

#include <doctest/doctest.h>

using fedadvise::rulepack::compare_versions;

TEST_SUITE("versions")
{
TEST_CASE("numbers count as numbers, and a longer version comes later")
{
    const char* rising[] = {"", "0.9", "1", "1.0", "1.0.0", "1.2", "1.9.9", "1.10.0", "2.0.0-rc", "2.0.1", "10"};
    for (std::size_t a = 0; a < std::size(rising); ++a)
        for (std::size_t b = 0; b < std::size(rising); ++b)
        {
            CAPTURE(rising[a]);
            CAPTURE(rising[b]);
            CHECK(compare_versions(rising[a], rising[b]) == (a <=> b));
        }
}

TEST_CASE("zeros in front are another version, but always in the same order")
{
    CHECK(compare_versions("1.01", "1.1") < 0);
    CHECK(compare_versions("1.1", "1.01") > 0);
}
} // TEST_SUITE("versions")
