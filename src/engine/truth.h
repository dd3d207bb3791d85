// Truth: true, false or unknown, combined by Kleene's strong tables.
#pragma once

#include <algorithm>
#include <cstdint>

namespace fedadvise::engine
{

/// An unanswered question makes a condition unknown, never false.
/// Source: Kleene 1952, Introduction to Metamathematics, section 64 (strong three-valued logic).
enum class Truth : std::uint8_t
{
    False = 0,
    Unknown = 1,
    True = 2,
};

[[nodiscard]] constexpr Truth both(Truth a, Truth b)
{
    return std::min(a, b);
}

[[nodiscard]] constexpr Truth either(Truth a, Truth b)
{
    return std::max(a, b);
}

[[nodiscard]] constexpr Truth negated(Truth a)
{
    return static_cast<Truth>(2 - static_cast<int>(a));
}

} // namespace fedadvise::engine
