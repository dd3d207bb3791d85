// The yardstick: condition trees walked one case at a time, in the plainest way that is still sensible.
#pragma once

#include "engine/oracle.h"
#include "engine/scorecard.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fedadvise::bench
{

/// What one effect of a rule does to one option, and the tests that decide it.
struct Contribution
{
    std::size_t rule = 0;
    std::size_t effect = 0;
    std::size_t option = 0; ///< as in the scorecard
    int strength = 0;
    engine::Truth truth = engine::Truth::True;
    std::vector<const rulebase::Condition*> because;
};

/// The trees of the oracle, walked from the answers with every contribution recorded. `rules` must outlive it.
class ExplainingWalker
{
public:
    ExplainingWalker(const engine::Scorecard& scorecard, foundation::Date day);

    struct Result
    {
        std::vector<engine::Truth> truths; ///< of the rules
        std::vector<Contribution> contributions;
    };
    [[nodiscard]] Result walk(const casefile::Case& group) const;

private:
    struct Placed
    {
        std::size_t effect = 0;
        std::vector<std::size_t> options;
    };
    const rulebase::RuleBase& m_rules;
    foundation::Date m_day;
    std::vector<std::vector<Placed>> m_effects;                  ///< of each rule, those on options
    std::vector<std::optional<rulebase::Condition>> m_in_nation; ///< of each rule that holds in some nations only
};

using Points = std::array<int, engine::most_options>;

/// Points of every option over the rules that are true.
class PointsOfRules
{
public:
    explicit PointsOfRules(const engine::Scorecard& scorecard);
    [[nodiscard]] Points of(const std::vector<engine::Truth>& rule_truths) const;

private:
    struct Pull
    {
        std::size_t rule = 0, option = 0;
        int strength = 0;
    };
    std::vector<Pull> m_pulls;
};

/// The same trees over truths of tests that were worked out before: one recursive walk for each rule in force, without
/// any sharing between rules.
class LeafTrees
{
public:
    LeafTrees(const engine::Scorecard& scorecard, foundation::Date day);
    /// `truths` has those of the leaves of the program; the others are not read.
    [[nodiscard]] std::vector<engine::Truth> truths_of_rules(const std::vector<engine::Truth>& truths) const;

private:
    struct Tree
    {
        engine::Node::Kind kind = engine::Node::Kind::All;
        engine::NodeIndex leaf = 0;
        int count = 0;
        std::vector<Tree> parts;
    };
    [[nodiscard]] static Tree tree_of(const engine::Program& program, engine::NodeIndex node);
    [[nodiscard]] static engine::Truth truth_of(const Tree& tree, const std::vector<engine::Truth>& truths);

    std::vector<std::optional<Tree>> m_trees; ///< of each rule; none: not law on the day
};

} // namespace fedadvise::bench
