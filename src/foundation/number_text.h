// Numbers and text: the only way in which numbers cross text, whatever the locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fedadvise::foundation
{

/// A decimal number in millionths, so that sums and comparisons are exact and the same on every machine. Range about
/// ±9.2e12.
struct Fixed
{
    std::int64_t millionths = 0;

    [[nodiscard]] static constexpr Fixed from_integer(std::int64_t value) { return {value * 1'000'000}; }
    friend auto operator<=>(const Fixed&, const Fixed&) = default;
};

/// The quotient rounded half up to a millionth. `count` must not be 0; both are taken as not negative.
[[nodiscard]] Fixed mean_of(Fixed sum, std::int64_t count);

/// A whole number, with an optional leading '-' (or '+'); nothing when there is any other character or it does not fit.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

/// A decimal number with a point and at most six decimals ("0.5", "-3"); nothing otherwise.
[[nodiscard]] std::optional<Fixed> parse_fixed(std::string_view text);

/// "9,100", "-12": with commas between thousands, for people.
[[nodiscard]] std::string with_thousands(std::int64_t value);

/// "3.25", "4": as few decimals as needed, at most `decimals`, rounded half away from zero.
[[nodiscard]] std::string fixed_text(Fixed value, int decimals = 6);

/// "+3", "-2", "0".
[[nodiscard]] std::string signed_text(std::int64_t value);

} // namespace fedadvise::foundation
