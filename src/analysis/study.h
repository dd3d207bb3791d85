// Study: what is known so far about a rule base's cases, from cases that the engine has judged and from proofs.
#pragma once

#include "analysis/prover.h"
#include "engine/assessment.h"
#include "engine/engine.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// A case with what the engine says about it.
struct Witness
{
    Example example;
    engine::Assessment assessment;
    std::vector<engine::Truth> nodes; ///< of the program's conditions
};

/// What a search found out. `witness` is a case for which the claim holds; it belongs to the study.
struct Answer
{
    Finding::Verdict verdict = Finding::Verdict::Undecided;
    const Witness* witness = nullptr;
};

/// Answers "is there a complete case such that …": first by looking through the cases that are already judged, then by
/// asking the solver. A "yes" is always a case of which the engine itself says so.
class Study
{
public:
    /// `random_cases` made-up profiles are judged at the start, from a fixed seed.
    Study(std::shared_ptr<const rulebase::RuleBase> rules, std::size_t random_cases);

    [[nodiscard]] const rulebase::RuleBase& rules() const { return m_engine.rules(); }
    [[nodiscard]] std::shared_ptr<const rulebase::RuleBase> shared_rules() const { return m_engine.shared_rules(); }
    [[nodiscard]] const engine::Program& program() const { return m_program; }
    [[nodiscard]] Prover& prover() { return *m_prover; }

    using Claim = std::function<bool(const Witness&)>;
    /// `claim` decides about judged cases; `formula` is made only when the solver has to be asked, and must be true in
    /// every case in which the claim is.
    [[nodiscard]] Answer find(const Claim& claim, const std::function<Formula(Prover&)>& formula);

    /// The rule is true in it, by the engine.
    [[nodiscard]] static bool is_true(const Witness& witness, std::size_t rule)
    {
        return witness.assessment.rule_truths[rule] == engine::Truth::True;
    }

    /// The smallest part of the example for which `claim` still holds, found by leaving answers and practices out one
    /// by one: easier to read than a hundred answers of which five matter. Not always the smallest possible.
    [[nodiscard]] casefile::Case telling_part(const Example& example, const Claim& claim) const;

    /// Lets the engine judge a case.
    [[nodiscard]] Witness judge(Example example) const;

    /// Remembers a case that somebody else made; later searches look through it too.
    const Witness& add(Example example) { return keep(std::move(example)); }

    /// Searches end, undecided, once this becomes true. May be null.
    void stop_when(const std::atomic<bool>* stop) { m_stop = stop; }
    [[nodiscard]] bool is_stopped() const { return m_stop != nullptr && *m_stop; }

    [[nodiscard]] const std::vector<std::unique_ptr<Witness>>& witnesses() const { return m_witnesses; }
    [[nodiscard]] std::size_t cases_judged() const { return m_witnesses.size(); }
    [[nodiscard]] std::size_t solver_calls() const { return m_prover->solver_calls(); }

private:
    const Witness& keep(Example example);

    engine::Engine m_engine;
    engine::Program m_program;
    std::unique_ptr<Prover> m_prover;
    std::vector<std::unique_ptr<Witness>> m_witnesses;
    const std::atomic<bool>* m_stop = nullptr;
};

} // namespace fedadvise::analysis
