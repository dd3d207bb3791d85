// Program: the rule base compiled once. Equal conditions share a node; a case is judged by one pass over a flat array.
#pragma once

#include "engine/facts.h"
#include "engine/truth.h"
#include "rulebase/rule_base.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace fedadvise::engine
{

/// Where a fact comes from.
struct FactSource
{
    enum class Kind
    {
        GroupValue,
        Statistic,
        Practices,
        Measure,
    };
    Kind kind = Kind::GroupValue;
    std::size_t question = 0; ///< index into the rule base's questions
    rulebase::Statistic statistic = rulebase::Statistic::Group;
    rulebase::HowMany how_many = rulebase::HowMany::Some;
    rulebase::Comparison comparison; ///< Practices
    std::string measure;             ///< Measure
};

/// One node of the program. Parts stand before the nodes that use them.
struct Node
{
    enum class Kind : std::uint8_t
    {
        NumberBetween, ///< low <= fact <= high
        OptionAmong,   ///< the single choice is one of `options`
        SetMeets,      ///< the chosen set and `options` have something in common
        TruthOf,       ///< a test over practices, worked out with the facts
        All,
        Any,
        Not,
        AtLeast, ///< `count` of the parts
    };
    Kind kind = Kind::All;
    std::uint32_t fact = 0;
    std::uint32_t first = 0; ///< into Program::parts
    std::uint32_t parts = 0;
    std::int32_t count = 0;
    std::int64_t low = 0;  ///< millionths
    std::int64_t high = 0; ///< millionths
    std::uint64_t options = 0;

    friend auto operator<=>(const Node&, const Node&) = default;
};

using NodeIndex = std::uint32_t;

struct EffectPlace
{
    std::size_t rule = 0;
    std::size_t effect = 0;
};

/// What speaks about one model or vehicle.
struct OptionProgram
{
    rulebase::OptionId id;
    std::size_t depth = 0;            ///< models: index of the lowest gradient step
    std::vector<EffectPlace> effects; ///< pulls first, strongest first; then the rest as in the rule base
};

class Program
{
public:
    std::vector<FactSource> facts;
    std::vector<Node> nodes;
    std::vector<NodeIndex> parts;
    std::vector<NodeIndex> rule_nodes;               ///< one for each rule: its condition with its nations
    std::vector<std::optional<NodeIndex>> ask_nodes; ///< one for each question
    std::vector<NodeIndex> step_nodes;               ///< one for each gradient step: readiness allows it
    std::vector<std::vector<NodeIndex>> checklist_nodes;
    std::vector<std::vector<NodeIndex>> framework_nodes;   ///< frameworks; their items, area after area
    std::vector<std::optional<NodeIndex>> framework_use;   ///< frameworks: the group will meet it
    std::vector<std::optional<NodeIndex>> exemption_nodes; ///< one for each readiness exemption
    std::vector<OptionProgram> models;
    std::vector<OptionProgram> vehicles;
    std::vector<std::vector<std::vector<rulebase::Fit>>>
        fits; ///< nation (0: not known, then the options of "jurisdiction"), model, vehicle
    std::vector<EffectPlace> caps;
    std::vector<EffectPlace> group_effects; ///< warnings about the group, unlawful conduct, conflicts
};

/// What is compiled. The frameworks stand apart: they give no advice on models and vehicles, so looking for changes of
/// the result must not look at them.
enum class Part
{
    Everything,
    Advice,     ///< all but the frameworks
    Frameworks, ///< nothing else
};

[[nodiscard]] Program compile(const rulebase::RuleBase& rules, Part part = Part::Everything);

/// The facts of a case, in the order of the program.
[[nodiscard]] std::vector<FactValue> gather_facts(const Program& program, const rulebase::RuleBase& rules,
                                                  const casefile::Case& group, const Heard& heard,
                                                  const RelationshipReading& relationship);

/// The value of a figure such as "relationship.mean" or "motive.consensus".
[[nodiscard]] FactValue measure_fact(const std::string& measure, const rulebase::RuleBase& rules,
                                     const casefile::Case& group, const RelationshipReading& relationship);

/// Whether a node looks at a fact rather than at other nodes.
[[nodiscard]] bool is_leaf(const Node& node);

/// The truth of a leaf, given the value of its fact.
[[nodiscard]] Truth leaf_truth(const Node& node, const FactValue& fact);

/// The truth of every node, by Kleene's tables.
[[nodiscard]] std::vector<Truth> evaluate(const Program& program, const std::vector<FactValue>& facts);

/// Who has said anything to which question; one entry for each question of the rule base.
struct Replies
{
    std::vector<bool> any;     ///< an answer or "we do not know"
    std::vector<bool> unknown; ///< "we do not know"
    std::vector<bool> open;    ///< somebody has not said anything yet
};

[[nodiscard]] Replies replies_in(const Heard& heard);

/// Looks for the questions that decide nodes of one case. What it refers to must outlive it.
class Trace
{
public:
    Trace(const Program& program, const rulebase::RuleBase& rules, const Replies& replies,
          const std::vector<Truth>& truths);

    /// Of a node: indexes of the questions, in the order in which the condition names them. The next call overwrites
    /// the list.
    [[nodiscard]] const std::vector<std::size_t>& of(NodeIndex node);

private:
    void follow(NodeIndex index);
    void add(std::size_t question);
    void add_fact(const FactSource& source, bool open);

    const Program& m_program;
    const rulebase::RuleBase& m_rules;
    const Replies& m_replies;
    const std::vector<Truth>& m_truths;
    std::vector<std::size_t> m_found;
    std::vector<bool> m_is_found; ///< for each question
};

/// The questions that decide a node: for true and false the answered ones that make it so, for unknown the open ones.
[[nodiscard]] std::vector<rulebase::QuestionId> deciding_questions(const Program& program,
                                                                   const rulebase::RuleBase& rules,
                                                                   const Replies& replies,
                                                                   const std::vector<Truth>& truths, NodeIndex node);

/// Judges one case; see Engine::assess. `frameworks` is a program that holds the frameworks; a null pointer leaves them
/// out.
[[nodiscard]] Assessment assess_case(const Program& program, const rulebase::RuleBase& rules,
                                     const casefile::Case& group, foundation::Date as_at,
                                     const Program* frameworks = nullptr);

} // namespace fedadvise::engine
