// Shannon: entropies in whole numbers, so that the same answers give the same figure on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fedadvise::alignment
{

/// A number in units of 2^-30.
using Binary = std::int64_t;
constexpr Binary binary_one = Binary{1} << 30;

/// Binary logarithm of a number greater than 0, in units of 2^-30. Off by less than 2^-25.
[[nodiscard]] Binary binary_logarithm(Binary number);

/// 2 to the power of minus `exponent`, which must not be negative. Off by less than 2^-25.
[[nodiscard]] Binary power_of_half(Binary exponent);

/// Shannon entropy in bits. `shares` are whole numbers that are not negative, in any unit, not all 0 and below 2^31 in
/// sum.
[[nodiscard]] Binary entropy(std::span<const std::int64_t> shares);

/// How much the priorities of several parties overlap: 1,000 when all are the same, 0 when they could not differ more.
/// Each row holds one party's shares of the same categories and adds up to the same sum as the others.
///
/// The entropy of the joint shares (gamma) splits into the mean entropy of the parties (alpha) and what lies between
/// them (beta = gamma - alpha). The diversity exp(beta) runs from 1 to the number of categories n, and is mapped to
/// S = (1/exp(beta) - 1/n) / (1 - 1/n). Rounded to the nearest thousandth. There must be at least one row, and two
/// categories.
/// Source: Goepel 2013, Implementing the Analytic Hierarchy Process as a Standard Method for Multi-Criteria Decision
/// Making in Corporate Enterprises, ISAHP Kuala Lumpur; with the general bounds (least alpha 0, greatest gamma ln n) of
/// his AHP-OS notes (bpmsg.com, "AHP Consensus Indicator"). Partition of entropy: Jost 2007, Ecology 88(10).
[[nodiscard]] int shared_priorities(std::span<const std::vector<std::int64_t>> rows);

} // namespace fedadvise::alignment
