#include "alignment/agreement.h"
#include "alignment/shannon.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

using namespace fedadvise::alignment;

namespace
{

double number(Binary value)
{
    return static_cast<double>(value) / static_cast<double>(binary_one);
}

/// The indicator as its author writes it, with natural logarithms.
double by_the_book(const std::vector<std::vector<std::int64_t>>& rows)
{
    const std::size_t n = rows.front().size();
    std::vector<double> together(n, 0);
    double alpha = 0;
    const auto term = [](double p) { return p > 0 ? -p * std::log(p) : 0; };
    for (const auto& row : rows)
    {
        double sum = 0;
        for (const std::int64_t share : row)
            sum += static_cast<double>(share);
        for (std::size_t c = 0; c < n; ++c)
        {
            const double p = static_cast<double>(row[c]) / sum;
            alpha += term(p) / static_cast<double>(rows.size());
            together[c] += p / static_cast<double>(rows.size());
        }
    }
    double gamma = 0;
    for (const double p : together)
        gamma += term(p);
    const double least = 1.0 / static_cast<double>(n);
    return (1 / std::exp(gamma - alpha) - least) / (1 - least);
}

} // namespace

TEST_SUITE("shannon")
{
TEST_CASE("logarithms and powers of a half are those of the mathematics library")
{
    for (const Binary value : {Binary{1}, binary_one / 3, binary_one / 2, binary_one - 1, binary_one, binary_one + 1, 3 * binary_one, 1000 * binary_one})
    {
        CAPTURE(value);
        CHECK(std::abs(number(binary_logarithm(value)) - std::log2(number(value))) < 1e-7);
    }
    for (const Binary value : {Binary{0}, Binary{1}, binary_one / 7, binary_one / 2, binary_one, 5 * binary_one / 2, 20 * binary_one})
    {
        CAPTURE(value);
        CHECK(std::abs(number(power_of_half(value)) - std::exp2(-number(value))) < 1e-7);
    }
}

TEST_CASE("entropies worked by hand")
{
    CHECK(entropy(std::vector<std::int64_t>{1, 1}) == binary_one);             // one bit
    CHECK(entropy(std::vector<std::int64_t>{1, 1, 1, 1}) == 2 * binary_one);   // two bits
    CHECK(entropy(std::vector<std::int64_t>{1000, 0}) == 0);                   // certain
    CHECK(std::abs(number(entropy(std::vector<std::int64_t>{1, 3})) - 0.811278) < 1e-6); // 2 - 3/4 log2 3
}

TEST_CASE("consensus worked by hand")
{
    struct Row
    {
        std::string name;
        std::vector<std::vector<std::int64_t>> rows;
        int consensus;
    };
    const Row rows[] = {
        {"all the same", {{1000, 0}, {1000, 0}, {1000, 0}}, 1000},
        {"all undecided alike", {{500, 500}, {500, 500}}, 1000},
        // gamma = ln 2, alpha = 0, beta = ln 2: (1/2 - 1/2) / (1/2) = 0
        {"half against half", {{1000, 0}, {0, 1000}}, 0},
        // gamma = -(1/6) ln (1/6) - (5/6) ln (5/6) = 0.450561; exp = 1.569192; (0.637271 - 0.5) / 0.5 = 0.274542
        {"one of six against", {{0, 1000}, {1000, 0}, {1000, 0}, {1000, 0}, {1000, 0}, {1000, 0}}, 275},
        // alpha = (ln 2) / 2 = 0.346574, gamma of (3/4, 1/4) = 0.562335; beta 0.215762; exp(-beta) = 0.805927; 0.611855
        {"one sure and one undecided", {{1000, 0}, {500, 500}}, 612},
        // three options, one each: gamma = ln 3: (1/3 - 1/3) / (2/3) = 0
        {"three ways", {{1000, 0, 0}, {0, 1000, 0}, {0, 0, 1000}}, 0},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(shared_priorities(row.rows) == row.consensus);
        CHECK(std::abs(by_the_book(row.rows) * 1000 - row.consensus) <= 0.5 + 1e-3);
    }
}

TEST_CASE("the band changes where the scale of AHP-OS says")
{
    CHECK(band_id(consensus_band(499)) == "very-low");
    CHECK(band_id(consensus_band(500)) == "low");
    CHECK(band_id(consensus_band(624)) == "low");
    CHECK(band_id(consensus_band(625)) == "moderate");
    CHECK(band_id(consensus_band(750)) == "high");
    CHECK(band_id(consensus_band(875)) == "high");
    CHECK(band_id(consensus_band(876)) == "very-high");
}
}
