// Coverage: what of a rule base its cases have seen: rules, conditions, dates, options, sources and wording.
#pragma once

#include "analysis/expectation.h"
#include "engine/engine.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::engine
{
class Program;
}

namespace fedadvise::analysis
{

enum class GoalKind
{
    RuleTrue,
    RuleFalse, ///< false by its condition, on a day on which it is law
    RuleOpen,
    ConditionTrue, ///< the whole condition of a rule, or a part of it
    ConditionFalse,
    DateBefore, ///< judged on the day before a rule's first day, or before the day on which it ends
    DateOn,
    OptionLed,
    OptionShown,
    OptionWaited,
    OptionRuledOut,
    SourceCited,
    RuleText,      ///< the words of a rule were shown
    ReadinessText, ///< a band, quadrant, exemption or piece of advice about the relationship was shown
    LessonRaised,
};

/// In the order in which they are reported.
[[nodiscard]] std::vector<GoalKind> goal_kinds();
/// "rules true", "sources cited": for people.
[[nodiscard]] std::string goal_kind_words(GoalKind kind);
/// "rule-true": for programs.
[[nodiscard]] std::string goal_kind_id(GoalKind kind);

/// One thing that some case should see. What can never be is no goal: an option that no rule can rule out, a source
/// that only the glossary cites.
struct Goal
{
    GoalKind kind = GoalKind::RuleTrue;
    std::string name; ///< "MO01", "llp", "HC-01: core-contract-moves is yes"
    foundation::Place place;
};

/// Knows all goals of a rule base and which of them a judged case sees.
class CoverageMeter
{
public:
    explicit CoverageMeter(std::shared_ptr<const rulebase::RuleBase> rules);

    [[nodiscard]] const std::vector<Goal>& goals() const { return m_goals; }
    /// Indexes of goals, in no order; some may come twice.
    [[nodiscard]] std::vector<std::size_t> seen_by(const casefile::Case& group,
                                                   const engine::Assessment& assessment) const;

private:
    struct Part
    {
        std::size_t rule = 0;
        std::size_t goal = 0; ///< of its being true; the next is that of its being false
    };
    void add_rule_goals();
    void add_option_goals();
    void add_wording_goals();
    std::size_t add(GoalKind kind, std::string name, const foundation::Place& place);

    std::shared_ptr<const rulebase::RuleBase> m_rules;
    TestJudge m_judge;
    std::vector<Goal> m_goals;
    std::vector<std::size_t> m_rule_goals; ///< for each rule the first of true, false, open and text
    std::vector<Part> m_parts;             ///< in the order of the program's rules
    std::vector<std::pair<std::size_t, foundation::Date>> m_days; ///< goal and the day of it
    std::vector<std::size_t> m_option_goals; ///< for each option the first of led, shown, waited and ruled out
    std::vector<std::size_t> m_source_goals; ///< for each source, or none
    std::size_t m_bands = 0, m_quadrants = 0, m_exemptions = 0, m_advice = 0, m_lessons = 0; ///< first goals
    std::shared_ptr<const engine::Program> m_program;                                        ///< the parts as rules
    std::shared_ptr<const rulebase::RuleBase> m_part_rules;
};

struct CoverageLine
{
    GoalKind kind = GoalKind::RuleTrue;
    std::size_t seen = 0;
    std::size_t goals = 0;
    std::vector<Goal> missing; ///< in order of file and line
};

/// One line for each kind, in the order of goal_kinds().
[[nodiscard]] std::vector<CoverageLine> coverage_of(const CoverageMeter& meter, const std::vector<CaseResult>& results);

} // namespace fedadvise::analysis
