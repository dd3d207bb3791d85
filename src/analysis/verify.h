// Verification: what is proved of a rule base over all complete cases, and a case for everything that is not so.
#pragma once

#include "analysis/rule_finding.h"
#include "analysis/study.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// One thing that must be true of a rule base, looked at for each rule or option that it is about.
struct VerifiedClaim
{
    std::string id;                    ///< stable: "two-models"
    std::string statement;             ///< what must be so, as a sentence
    std::size_t proved = 0;            ///< items for which the solver showed that no case breaks it
    std::size_t shown = 0;             ///< items for which a case shows it
    std::size_t undecided = 0;         ///< items that neither a proof nor a case settled in time
    std::vector<RuleFinding> findings; ///< the items for which it is not so, waived ones included
};

struct Verification
{
    std::vector<VerifiedClaim> claims;
    std::size_t power_of_ten = 0;     ///< the proofs are about at least 10 to this power combinations of answers
    std::size_t days = 0;         ///< days of law looked at
    std::size_t cases_judged = 0; ///< by the engine
    std::size_t solver_calls = 0;
    std::size_t sampled = 0;                                ///< random groups of up to 12 practices judged besides
    std::size_t sampled_breaking = 0;                       ///< of these, so many that break a claim
    std::vector<rulebase::QuestionId> larger_groups_differ; ///< questions to which groups of 6 can answer otherwise
    bool stopped = false; ///< somebody asked to stop: what is missing was not looked at
    bool has_solver = true;

    /// Findings that no waiver accepts.
    [[nodiscard]] std::size_t open_findings() const;
};

/// Called now and then: what is being looked at, how many items of it are done and how many there are.
using VerifyProgress = std::function<void(const std::string& what, std::size_t done, std::size_t total)>;

/// Claims, in this order:
/// - two-models: every complete case leaves at least two models.
/// - two-vehicles: wherever a model that needs a legal person is open, two vehicles that carry it are.
/// - law-decided: no complete case leaves a hard constraint open while it shows what it might rule out.
/// - no-forbidden-pair: no pair that is shown breaks a hard constraint.
/// - can-lead, can-lose: every model and vehicle leads in some case, and waits, is ruled out or comes later in some.
/// - no-contradiction: no two pieces of advice that contradict each other are shown together.
/// - constraint-bites: every rule that rules out, makes wait or caps does so alone in some case.
/// - rules-live: every rule is true in some case, and every condition can fail.
/// - conditions-count: every part of a condition decides in some case.
[[nodiscard]] Verification verify(Study& study, const VerifyProgress& progress);

} // namespace fedadvise::analysis
