// Camps: how far practices stand apart in all that they think, and whether that makes one and the rest, or two camps.
#pragma once

#include "alignment/roundtable.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fedadvise::alignment
{

/// Mean of the squared gaps over the views that both have answered, in thousandths; squared, so that one sharp
/// difference counts for more than many slight ones.
class Distances
{
public:
    Distances(const rulebase::RuleBase& rules, const engine::Heard& own_words);

    [[nodiscard]] std::size_t size() const { return m_spoken.size(); }
    [[nodiscard]] bool has_spoken(std::size_t practice) const { return m_spoken[practice]; }
    /// 0 when they have no answered question in common.
    [[nodiscard]] std::int64_t between(std::size_t a, std::size_t b) const { return m_between[a * size() + b]; }
    /// Practices that have said what they think.
    [[nodiscard]] Members speakers() const;

private:
    std::vector<bool> m_spoken;
    std::vector<std::int64_t> m_between;
};

/// The one practice that stands at least twice as far from the others as they do from each other on average, and
/// clearly from every one of them; then the rest. Nothing with fewer than three that have spoken.
[[nodiscard]] std::optional<std::vector<Members>> one_and_the_rest(const Distances& distances);

/// Two groups of at least two, at least twice as far apart as practices within them on average. The larger first; of
/// equal ones that with the first practice. Nothing with fewer than four that have spoken.
/// The split is the best one around two of the practices (two medoids, every pair tried).
/// Source: Kaufman and Rousseeuw 1990, Finding Groups in Data, ch. 2.
[[nodiscard]] std::optional<std::vector<Members>> two_camps(const Distances& distances);

/// The best split around two of the practices, of any quality; for choosing which coalitions to look at. Nothing with
/// fewer than two that have spoken.
[[nodiscard]] std::optional<std::vector<Members>> best_split(const Distances& distances);

/// Views on which the means of the two groups are at least half the scale apart, widest first; without an order, on
/// which the commonest answers differ.
[[nodiscard]] std::vector<std::size_t>
dividing_questions(const rulebase::RuleBase& rules, const engine::Heard& own_words, const std::vector<Members>& groups);

} // namespace fedadvise::alignment
