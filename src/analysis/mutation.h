// Mutation: rules changed in small ways, and whether the cases notice. A bank of cases that notices no change of a rule
// does not test that rule.
// Source: DeMillo, Lipton and Sayward 1978, Hints on test data selection, IEEE Computer 11(4).
#pragma once

#include "casefile/test_file.h"
#include "rulebase/rule_base.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// One small change of one rule.
struct Mutant
{
    std::size_t rule = 0;  ///< index in the rule base
    std::string operation; ///< "sign", "strength", "option-swapped", … ; see mutation_operators.cpp
    std::string what;      ///< the change in words: "at-least 2 becomes 3 for motive.succession"
    foundation::Place place;
    rulebase::Rule changed;
    bool in_condition = false; ///< condition or nations changed, so that the rule's truth may differ
};

/// Every mutant of a rule, in a fixed order. A change that cannot matter, such as a bound moved below the smallest
/// possible answer, is left out.
[[nodiscard]] std::vector<Mutant> mutants_of(const rulebase::RuleBase& rules, std::size_t rule);

/// The names of all operations, in the order in which they are reported.
[[nodiscard]] std::vector<std::string> mutation_operations();

enum class Noticed
{
    ByHand,      ///< some case that a person wrote does not hold any more
    ByGenerated, ///< only generated cases do not hold any more
    Not,         ///< every case still holds
};

struct Survivor
{
    Mutant mutant;
    std::string remedy; ///< what would notice it, as a sentence
};

struct Tally
{
    std::size_t mutants = 0;
    std::size_t by_hand = 0;
    std::size_t by_generated = 0; ///< by generated cases alone
    friend bool operator==(const Tally&, const Tally&) = default;
};

struct MutationReport
{
    bool stopped = false; ///< the stop flag was set: the rest is what was looked at until then
    Tally all;
    std::vector<Tally> operations; ///< in the order of mutation_operations()
    std::size_t same = 0; ///< changes left out, because the changed condition compiles to the very same program
    std::vector<Survivor> survivors; ///< in order of file and line
};

struct MutationSettings
{
    std::size_t stride = 1; ///< every so many mutants only
    unsigned threads = 1;
    const std::atomic<bool>* stop = nullptr;                        ///< ends the run soon after it becomes true
    std::function<void(std::size_t done, std::size_t of)> progress; ///< called by any thread, one at a time
};

/// Judges every mutant by every case that could notice it. All cases must hold for the rule base as it is; those that
/// do not are left out.
[[nodiscard]] MutationReport run_mutation(const rulebase::RuleBase& rules, const std::vector<casefile::TestFile>& files,
                                          const MutationSettings& settings);

} // namespace fedadvise::analysis
