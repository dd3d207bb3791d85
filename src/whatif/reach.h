// Reach: what so many changed questions can do to conditions at all. Bounds for searches; not for use outside whatif.
#pragma once

#include "whatif/moves.h"

#include <cstddef>
#include <set>
#include <vector>

namespace fedadvise::whatif
{

/// How many changed questions it takes at least to make a condition true, or not true. Never more than it takes.
class Distances
{
public:
    explicit Distances(const Crossroads& crossroads);

    static constexpr int never = 1'000;

    [[nodiscard]] int to_true(engine::NodeIndex node) const { return m_true[node]; }
    [[nodiscard]] int to_not_true(engine::NodeIndex node) const { return m_not_true[node]; }
    /// To any other truth than it has now.
    [[nodiscard]] int to_change(engine::NodeIndex node) const;

private:
    void of_leaf(engine::NodeIndex leaf);
    void of_figure(engine::NodeIndex leaf, const engine::RelationshipReading& relationship);
    void of_branch(engine::NodeIndex node);
    [[nodiscard]] int over_parts(engine::NodeIndex node, const std::vector<int>& of_parts, bool all) const;
    [[nodiscard]] bool enough(const engine::Node& node) const;

    const Crossroads& m_crossroads;
    const engine::Program& m_program;
    std::vector<std::size_t> m_key; ///< for each question; those that one change may move together share it
    std::vector<int> m_true, m_false, m_not_true, m_not_false;
};

/// Which of the questions with moves can move a condition when `size` questions change, as indexes into
/// Crossroads::questions.
class Reach
{
public:
    Reach() = default;
    Reach(const Crossroads& crossroads, const Distances& distances, int size);

    [[nodiscard]] const std::set<std::size_t>& of(engine::NodeIndex node) const { return m_of_node[node]; }

private:
    std::vector<std::set<std::size_t>> m_of_node;
};

} // namespace fedadvise::whatif
