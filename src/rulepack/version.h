// Versions of rule bases, in their order.
#pragma once

#include <compare>
#include <string_view>

namespace fedadvise::rulepack
{

/// "1.10.0" comes after "1.9.2", and "1.2" before "1.2.0": numbers between points count as numbers, and anything else
/// as text. An empty text comes first.
[[nodiscard]] std::strong_ordering compare_versions(std::string_view a, std::string_view b);

} // namespace fedadvise::rulepack
