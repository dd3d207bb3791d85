// Prover: asks whether any complete case can make a statement about the rule base true, and shows one that does.
#pragma once

#include "analysis/case_model.h"
#include "analysis/solver.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace fedadvise::analysis
{

struct Finding
{
    enum class Verdict
    {
        Possible,   ///< `example` makes the statement true; the engine finds the same rules true in it
        Impossible, ///< proved: no complete case does
        Undecided,  ///< the time was up, or the solver's cases did not stand up to the engine
    };
    Verdict verdict = Verdict::Undecided;
    std::optional<Example> example;
};

/// Knows every complete case of a rule base: all answers, the questionnaire's own routing, all nations, every day on
/// which the law differs, and groups of 0 to `largest_group` listed practices that may state to be more.
///
/// "Impossible" is proved over a superset of the complete cases, so it is sound; "Possible" is only said of a case
/// in which the engine finds the same rules true, unknown and false.
class Prover
{
public:
    /// `rules` and `program` must outlive the prover.
    Prover(const rulebase::RuleBase& rules, const engine::Program& program);

    // What can be said. Options are indexes into the models and then the vehicles of the rule base.
    [[nodiscard]] Formula rule_true(std::size_t rule) const { return m_model.rule(rule).certain; }
    [[nodiscard]] Formula rule_possible(std::size_t rule) const { return m_model.rule(rule).possible; }
    [[nodiscard]] Formula law_in_force(std::size_t rule) { return m_model.in_force(rule); } ///< on the day of the case
    [[nodiscard]] Formula asked(std::size_t question) const { return m_model.asked(question); }
    [[nodiscard]] const Rail& node(engine::NodeIndex index) const { return m_model.node(index); }
    [[nodiscard]] Formula in_nation(std::size_t option_of_jurisdiction);
    /// Some rule other than `except` certainly has this effect on the option.
    [[nodiscard]] Formula has_effect(std::size_t option, rulebase::EffectKind kind,
                                     std::optional<std::size_t> except = std::nullopt);
    [[nodiscard]] Formula available(std::size_t option);                ///< neither ruled out nor waiting
    [[nodiscard]] Formula fits(std::size_t model, std::size_t vehicle); ///< each by its own index
    /// The model is available and stands in the first rank.
    [[nodiscard]] Formula leads(std::size_t model);
    /// The vehicle may stand in the first rank: true for these and perhaps for more cases.
    [[nodiscard]] Formula may_lead(std::size_t vehicle);
    /// The vehicle stands in the first rank: true for some of these cases only.
    [[nodiscard]] Formula surely_leads(std::size_t vehicle);
    /// Readiness allows this gradient step: it and all before it hold or may hold.
    [[nodiscard]] Formula ready_for(std::size_t step);
    /// The cap lies before this step.
    [[nodiscard]] Formula caps_below(const rulebase::Effect& cap, std::size_t step);

    [[nodiscard]] Formulas& formulas() { return m_model.formulas(); }

    /// Looks for a complete case. `milliseconds` bounds each call of the solver.
    [[nodiscard]] Finding find(Formula statement, unsigned milliseconds = 20'000);

    [[nodiscard]] const CaseModel& model() const { return m_model; }
    [[nodiscard]] std::size_t solver_calls() const { return m_solver.calls(); }

private:
    using Weights = std::map<std::size_t, int>; ///< rule to strength

    [[nodiscard]] const engine::OptionProgram& option(std::size_t index) const;
    [[nodiscard]] Formula exemption(std::size_t index);
    [[nodiscard]] Formula held_back(std::size_t model);
    [[nodiscard]] Formula lacks_vehicles(std::size_t model);
    void add_pulls(std::size_t option, int sign, Weights& weights) const;
    /// The other option's score and `head_start` are not ahead of this one's by more than a tie.
    [[nodiscard]] Formula not_beaten(std::size_t option, std::size_t other, int head_start);
    [[nodiscard]] bool agrees(const Assignment& assignment, const Example& example) const;

    const rulebase::RuleBase& m_rules;
    const engine::Program& m_program;
    CaseModel m_model;
    Solver m_solver;
    std::vector<std::optional<Formula>> m_available; ///< by option, once asked for
};

} // namespace fedadvise::analysis
