// The engine: a rule base compiled once into a flat program, and cases judged by it. Pure: no clock, locale or
// environment.
#pragma once

#include "casefile/case.h"
#include "engine/assessment.h"
#include "rulebase/rule_base.h"

#include <memory>
#include <optional>
#include <vector>

namespace fedadvise::engine
{

class Program;

/// A rule base ready for judging cases. Immutable; threads may share it. Cheap to copy.
class Engine
{
public:
    /// `rules` must have been found valid by rulebase::load.
    explicit Engine(std::shared_ptr<const rulebase::RuleBase> rules);

    [[nodiscard]] const rulebase::RuleBase& rules() const { return *m_rules; }
    [[nodiscard]] std::shared_ptr<const rulebase::RuleBase> shared_rules() const { return m_rules; }
    /// Of the advice: everything but the frameworks.
    [[nodiscard]] const Program& program() const { return *m_program; }

    /// Judges the case by the law of the day `as_at`, with the whole trace.
    [[nodiscard]] Assessment assess(const casefile::Case& group, foundation::Date as_at) const;

    /// Whether each question is worth asking, in the order of the rule base: its ask-when condition, true for a
    /// question without one.
    [[nodiscard]] std::vector<Truth> asked_questions(const casefile::Case& group) const;

private:
    std::shared_ptr<const rulebase::RuleBase> m_rules;
    std::shared_ptr<const Program> m_program;    ///< of the advice
    std::shared_ptr<const Program> m_frameworks; ///< of what those who commission care will ask
};

/// The day whose law applies: the override, else the case's own date (or its answer to "as-at"), else `today`.
[[nodiscard]] foundation::Date day_of_law(const casefile::Case& group, std::optional<foundation::Date> override_day,
                                          foundation::Date today);

} // namespace fedadvise::engine
