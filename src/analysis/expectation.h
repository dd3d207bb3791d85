// Expectations: whether a judged case brings what its test expects, and what came out instead.
#pragma once

#include "casefile/test_file.h"
#include "engine/engine.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace fedadvise::analysis
{

/// Where a true rule's words are shown in the advice, as bits.
enum Shown : std::uint8_t
{
    NotShown = 0,
    Said = 1,   ///< anywhere
    Warned = 2, ///< as a warning: for the group, as a conflict, with a lesson, or at an option that is not ruled out
};

/// For each rule, in the order of the rule base, how it is shown. A check of a lesson counts when its lesson is raised.
using ShownRules = std::vector<std::uint8_t>;

/// An expectation that a case does not meet.
struct Unmet
{
    const casefile::Expectation* expectation = nullptr;
    std::string outcome; ///< what came out instead, as a sentence
};

/// Judges expectations against one rule base. Looks ids up once; a mutant of the rule base, which has the same ids in
/// the same order, may be judged by it as well. Threads may share it. The rule base must outlive it.
class TestJudge
{
public:
    explicit TestJudge(const rulebase::RuleBase& rules);

    [[nodiscard]] ShownRules shown_rules(const engine::Assessment& assessment) const;

    /// Whether every expectation is met; quicker than unmet().
    [[nodiscard]] bool meets(const casefile::TestCase& test, const engine::Assessment& assessment) const;

    /// The expectations that are not met, in the order of the case.
    [[nodiscard]] std::vector<Unmet> unmet(const casefile::TestCase& test, const engine::Assessment& assessment) const;

    /// Index of the rule in the rule base; the rule must exist.
    [[nodiscard]] std::size_t rule_index(const rulebase::RuleId& id) const { return m_rule_index.at(id.value); }

private:
    const rulebase::RuleBase& m_rules;
    std::unordered_map<std::string, std::size_t> m_rule_index;
};

struct CaseResult
{
    const casefile::TestFile* file = nullptr;
    const casefile::TestCase* test = nullptr;
    engine::Assessment assessment;
    std::vector<Unmet> unmet; ///< empty: the case holds
};

/// Judges every case of the files, in their order. The files must outlive the results.
[[nodiscard]] std::vector<CaseResult> run_tests(const engine::Engine& engine,
                                                const std::vector<casefile::TestFile>& files);

/// Whether the option is neither ruled out nor waiting.
[[nodiscard]] bool is_available(const engine::OptionResult& option);

/// Whether it is available and, if a vehicle, goes with at least one model that is shown.
[[nodiscard]] bool is_shown(const engine::Assessment& assessment, const engine::OptionResult& option);

/// The result of a model or vehicle; it must exist.
[[nodiscard]] const engine::OptionResult& result_of(const engine::Assessment& assessment,
                                                    const rulebase::OptionId& option);

} // namespace fedadvise::analysis
