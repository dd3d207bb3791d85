// Scorecard: who leads, who waits and who is ruled out, for many variants of a case and without the trace. It says the
// same as an assessment and is some hundred times as fast.
#pragma once

#include "engine/block_sums.h"
#include "engine/lanes.h"
#include "engine/program.h"
#include "rulebase/rule_base.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fedadvise::engine
{

/// One bit for each option, models first.
using OptionMask = std::uint64_t;
/// Models and vehicles together; a rule base with more is not valid.
constexpr std::size_t most_options = most_summed_options;

/// Everything that standings depend on, of one case.
struct Leaves
{
    std::vector<Truth> truths; ///< one for each node of the program; those of leaves count
    std::vector<std::uint8_t>
        mean_is_met;               ///< for each readiness exemption: its mean is reached now, or nothing is known
    std::vector<Truth> mean_bound; ///< for each exemption: its mean is reached whatever the open answers say
    std::uint8_t nation = 0;       ///< as in Program::fits
    std::uint8_t current_step = 0; ///< index of the group's present step, plus 1; 0: not known
    friend bool operator==(const Leaves&, const Leaves&) = default;
};

[[nodiscard]] Leaves leaves_of(const Program& program, const rulebase::RuleBase& rules, const casefile::Case& group);
/// The same from what was said, which may have been worked over since.
[[nodiscard]] Leaves leaves_of(const Program& program, const rulebase::RuleBase& rules, const casefile::Case& group,
                               const Heard& heard);
/// Works out Leaves::mean_is_met and mean_bound.
void read_means(const rulebase::RuleBase& rules, const RelationshipReading& relationship, Leaves& leaves);

/// Sums of what certainly holds for one lane, an entry for each option.
struct Tally
{
    std::array<std::int16_t, most_options> score{};
    std::array<std::uint8_t, most_options> exclusions{};
    std::array<std::uint8_t, most_options> waits{};
};

/// What ranks are made from.
struct Sums
{
    Tally tally;
    OptionMask held_back = 0; ///< models that are too deep
    std::size_t unlawful = 0; ///< rules that hold and call a conduct unlawful, whatever the option
};

struct Standings
{
    OptionMask ruled_out = 0;
    OptionMask waiting = 0;   ///< and not ruled out
    OptionMask lacking = 0;   ///< vehicles that none of the leading models can use
    OptionMask leading = 0;   ///< models and vehicles of the first rank that are open
    std::size_t unlawful = 0; ///< as in Sums
    std::array<std::int16_t, most_options> score{};
    std::array<std::uint8_t, most_options> rank{};
};

struct Pull
{
    std::uint8_t option = 0;
    std::int8_t strength = 0;
    std::size_t rule = 0;
};

/// What follows when a node is true: of one or more rules with the same condition.
struct Consequence
{
    NodeIndex node = 0;
    std::vector<Pull> pulls;
    std::vector<std::uint8_t> excludes; ///< options, one entry for each rule that rules them out
    std::vector<std::uint8_t> delays;   ///< options that wait
};

/// The models that are too deep on the gradient.
struct HeldBack
{
    OptionMask now = 0;     ///< by what is known now, as an assessment has it
    OptionMask surely = 0;  ///< whatever the open answers say
    OptionMask perhaps = 0; ///< for some of the open answers, as far as can be told
};

/// A block of variants: leaves are filled in, then judged.
struct Block
{
    std::vector<Planes> nodes;
    std::vector<LaneMask> mean_is_met; ///< for each readiness exemption
    std::array<std::uint8_t, lanes_in_block> nation{};
    std::array<std::uint8_t, lanes_in_block> current_step{};
};

/// The rules that are law on one day. `program` and `rules` must outlive it.
class Scorecard
{
public:
    Scorecard(const Program& program, const rulebase::RuleBase& rules, foundation::Date day);

    [[nodiscard]] const Program& program() const { return m_program; }
    [[nodiscard]] const rulebase::RuleBase& rules() const { return m_rules; }
    [[nodiscard]] foundation::Date day() const { return m_day; }

    [[nodiscard]] std::size_t models() const { return m_program.models.size(); }
    [[nodiscard]] std::size_t options() const { return m_program.models.size() + m_program.vehicles.size(); }
    [[nodiscard]] const rulebase::OptionId& option(std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> index_of(const rulebase::OptionId& id) const;
    [[nodiscard]] OptionMask model_mask() const { return (OptionMask{1} << models()) - 1; }
    [[nodiscard]] OptionMask all_options_mask() const;

    [[nodiscard]] const std::vector<Consequence>& consequences() const { return m_consequences; }
    /// Every node that limits how deep the advice goes: gradient steps, exemptions and the conditions of caps.
    [[nodiscard]] const std::vector<NodeIndex>& depth_nodes() const { return m_depth_nodes; }

    /// A block of which every lane is the case with these leaves.
    [[nodiscard]] Block block_of(const Leaves& leaves) const;
    /// Judges the lanes from 0 to `standings.size()` - 1; their leaves must be filled in. `base` is the case from which
    /// the block was made: only what differs from it is worked out anew.
    struct Base;
    [[nodiscard]] Base base_of(const Leaves& leaves) const;
    void judge(const Base& base, Block& block, std::span<Standings> standings) const;
    /// The same without the ranks.
    void add_up(const Base& base, Block& block, std::span<Sums> sums) const;

    /// For cases that have little in common: nothing is taken over from one that is judged already.
    void judge(Block& block, std::span<Standings> standings) const;
    /// The same without ranks and depth; `unlawful` is not counted.
    void add_up(Block& block, BlockSums& sums) const;

    /// From sums to ranks. `held_back` are models that are too deep.
    [[nodiscard]] Standings standings_of(const Tally& tally, OptionMask held_back, std::size_t nation) const;

    /// `truths` must hold all nodes, worked out.
    [[nodiscard]] HeldBack held_back(const Leaves& leaves, const std::vector<Truth>& truths) const;

    /// Vehicles that carry a model where the practices are, as bits from 0.
    [[nodiscard]] OptionMask carriers(std::size_t nation, std::size_t model) const { return m_carriers[nation][model]; }
    /// Points of a vehicle for how well it carries a model.
    [[nodiscard]] int fit_points(std::size_t nation, std::size_t model, std::size_t vehicle) const;
    [[nodiscard]] bool needs_vehicle(std::size_t model) const { return (m_needs_vehicle >> model & 1U) != 0; }

private:
    struct Exempted
    {
        OptionMask models = 0;
        bool from_all_caps = false;
        std::vector<std::size_t> caps; ///< indexes into Program::caps
    };
    /// What counts as reached, and as limiting, while answers are open.
    struct DepthReading
    {
        Truth least_for_step = Truth::Unknown; ///< of a gradient step, so that the relationship carries it
        Truth least_for_cap = Truth::True;     ///< of a rule, so that it limits the depth
        bool unknown_step_holds = false;       ///< a limit whose step is not known allows nothing
    };
    template <typename TruthAt, typename Exempts>
    [[nodiscard]] OptionMask held_back_when(const TruthAt& truth, const Exempts& exempts, const DepthReading& reading,
                                            std::size_t current_step) const;
    template <typename TruthAt, typename MeanIsMet>
    [[nodiscard]] OptionMask held_back_now(const TruthAt& truth, const MeanIsMet& mean, std::size_t current_step) const;
    [[nodiscard]] std::optional<std::size_t> cap_step(std::size_t cap, std::size_t from_readiness,
                                                      std::size_t current_step) const;
    [[nodiscard]] OptionMask held_back_in(const Block& block, std::size_t lane) const;
    [[nodiscard]] OptionMask deeper_than(std::size_t step) const { return m_deeper[step]; }

    const Program& m_program;
    const rulebase::RuleBase& m_rules;
    foundation::Date m_day;
    std::vector<Consequence> m_consequences;
    BlockAdder m_adder;
    std::vector<NodeIndex> m_unlawful; ///< conditions of rules that call a conduct unlawful
    std::vector<bool> m_cap_in_force;  ///< for each of Program::caps
    std::vector<Exempted> m_exempted;  ///< for each readiness exemption
    std::vector<OptionMask> m_deeper;  ///< for each step: the models that are deeper
    std::vector<NodeIndex> m_depth_nodes;
    std::vector<std::vector<OptionMask>> m_carriers; ///< nation, model
    std::vector<std::size_t> m_place;                ///< alphabetical place of each option among its kind
    OptionMask m_needs_vehicle = 0;
};

/// A case that is judged already, to which variants are compared.
struct Scorecard::Base
{
    Leaves leaves; ///< with all nodes worked out
    Tally tally;
    HeldBack held_back;
    Standings standings;
};

} // namespace fedadvise::engine
