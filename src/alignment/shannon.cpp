#include "alignment/shannon.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace fedadvise::alignment
{

namespace
{

/// Product of two numbers in units of 2^-30, rounded down. Both from 0 to below 2^31, so it fits in 64 bits.
Binary product(Binary a, Binary b)
{
    return static_cast<Binary>((static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b)) >> 30U);
}

/// 2^-(1/2), 2^-(1/4), … in units of 2^-30: each the root of the one before, rounded to the nearest.
std::array<Binary, 30> roots_of_half()
{
    std::array<Binary, 30> roots{};
    std::uint64_t square = std::uint64_t{1} << 59U; // one half in units of 2^-60
    for (Binary& root : roots)
    {
        std::uint64_t found = 0;
        for (std::uint64_t bit = std::uint64_t{1} << 30U; bit != 0; bit >>= 1U)
            if ((found + bit) * (found + bit) <= square)
                found += bit;
        root = static_cast<Binary>(found);
        square = found << 30U;
    }
    return roots;
}

} // namespace

Binary binary_logarithm(Binary number)
{
    assert(number > 0);
    Binary whole = 0;
    while (number >= 2 * binary_one)
    {
        number >>= 1;
        whole += binary_one;
    }
    while (number < binary_one)
    {
        number <<= 1;
        whole -= binary_one;
    }
    // Bit by bit: squaring doubles the logarithm, and what reaches 2 gives a one.
    Binary fraction = 0;
    for (Binary bit = binary_one / 2; bit != 0; bit /= 2)
    {
        number = product(number, number);
        if (number >= 2 * binary_one)
        {
            number >>= 1;
            fraction += bit;
        }
    }
    return whole + fraction;
}

Binary power_of_half(Binary exponent)
{
    assert(exponent >= 0);
    static const std::array<Binary, 30> roots = roots_of_half();
    const Binary whole = exponent / binary_one;
    if (whole > 60)
        return 0;
    Binary value = binary_one;
    Binary bit = binary_one / 2;
    for (const Binary root : roots)
    {
        if ((exponent & bit) != 0)
            value = product(value, root);
        bit /= 2;
    }
    return value >> whole;
}

Binary entropy(std::span<const std::int64_t> shares)
{
    // H = log(sum) - (1/sum) * (sum of share * log(share)); logarithms of whole numbers are at most 31.
    const std::int64_t sum = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    assert(sum > 0);
    Binary mean_logarithm = 0;
    for (const std::int64_t share : shares)
        if (share > 0)
        {
            // Of the share of the sum, in steps that fit: share * log(sum / share) / sum.
            const Binary rarity = binary_logarithm(sum << 30U) - binary_logarithm(share << 30U);
            const std::int64_t high = rarity / sum, rest = rarity % sum;
            mean_logarithm += high * share + (rest * share + sum / 2) / sum;
        }
    return std::max<Binary>(mean_logarithm, 0);
}

int shared_priorities(std::span<const std::vector<std::int64_t>> rows)
{
    assert(!rows.empty() && rows.front().size() > 1);
    const std::size_t categories = rows.front().size();
    std::vector<std::int64_t> together(categories, 0);
    Binary alpha = 0;
    for (const std::vector<std::int64_t>& row : rows)
    {
        alpha += entropy(row);
        for (std::size_t c = 0; c < categories; ++c)
            together[c] += row[c];
    }
    alpha /= static_cast<Binary>(rows.size());
    const Binary beta = std::max<Binary>(entropy(together) - alpha, 0);
    // S = (n / exp(beta) - 1) / (n - 1), in thousandths
    const auto n = static_cast<Binary>(categories);
    const Binary above = n * power_of_half(beta) - binary_one;
    const Binary range = (n - 1) * binary_one;
    return static_cast<int>(std::clamp<Binary>((above * 1'000 + range / 2) / range, 0, 1'000));
}

} // namespace fedadvise::alignment
