// CaseModel: all complete cases of a rule base as variables and constraints, and every condition as a formula of them.
#pragma once

#include "analysis/answer_space.h"
#include "analysis/formula.h"
#include "casefile/case.h"
#include "engine/program.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fedadvise::analysis
{

/// A three-valued truth as two statements: it is true; it is true or unknown.
struct Rail
{
    Formula certain;
    Formula possible;
};

/// A complete case: every question that is asked is answered, by every practice that is listed, and no other is. Its
/// own date says by which day's law it is judged.
struct Example
{
    casefile::Case group;
    foundation::Date as_at;
};

/// The variables say on which day the case is judged, how many practices are listed (0 to `largest_group`), which
/// pattern of answers each question has, and what each practice says to each relationship statement. A fact that this
/// does not follow is left free, so that the formulas hold for a superset of the complete cases.
class CaseModel
{
public:
    /// `rules` and `program` must outlive the model.
    CaseModel(const rulebase::RuleBase& rules, const engine::Program& program);

    [[nodiscard]] Formulas& formulas() { return m_formulas; }
    [[nodiscard]] const Formulas& formulas() const { return m_formulas; }
    [[nodiscard]] const AnswerSpace& space() const { return m_space; }
    [[nodiscard]] const std::vector<Formula>& constraints() const { return m_constraints; }
    [[nodiscard]] const std::vector<foundation::Date>& days() const { return m_days; }

    [[nodiscard]] const Rail& rule(std::size_t index) const { return m_rules_rails[index]; }
    [[nodiscard]] const Rail& node(engine::NodeIndex index) const { return m_rails[index]; }
    [[nodiscard]] Formula asked(std::size_t question) const;
    [[nodiscard]] Formula in_force(std::size_t rule); ///< its dates hold on the day of the case
    /// The group's answer to a choice is this option; false when there is no such question or option.
    [[nodiscard]] Formula group_says(const std::string& question, std::size_t option);
    /// The mean of all relationship statements is at least so much.
    [[nodiscard]] Formula relationship_mean_reaches(foundation::Fixed least);

    /// The case that an assignment of the variables describes.
    [[nodiscard]] Example example_of(const Assignment& assignment) const;
    /// True exactly for the assignments that have the same answers, by pattern.
    [[nodiscard]] Formula same_patterns(const Assignment& assignment);

private:
    using Sum = std::vector<std::pair<NumberVariable, int>>;
    struct Bounds
    {
        std::int64_t low;
        std::int64_t high;
    };

    void make_days_and_sizes();
    void make_question(std::size_t question);
    void make_statement(std::size_t question);
    void make_decisive_motives();
    void route(std::size_t question);
    void bound_total(std::size_t total, std::size_t part);
    [[nodiscard]] bool is_statement(std::size_t question) const;
    [[nodiscard]] Formula speaks(std::size_t practice);

    [[nodiscard]] Rail rail_of(engine::NodeIndex index);
    [[nodiscard]] Rail leaf(engine::NodeIndex index);
    [[nodiscard]] Rail statement_leaf(const engine::Node& node, const engine::FactSource& source);
    [[nodiscard]] Rail measure(const engine::Node& node, const std::string& name);
    [[nodiscard]] Rail consensus(const engine::Node& node);
    [[nodiscard]] Rail anything();

    [[nodiscard]] std::vector<std::size_t> statements(const std::string& letter) const;
    [[nodiscard]] Sum sum_of(const std::vector<std::size_t>& questions, std::size_t practice, int weight) const;
    [[nodiscard]] Formula between(const Sum& sum, Bounds bounds);
    [[nodiscard]] Formula mean_between(const std::vector<std::size_t>& questions, std::int64_t low, std::int64_t high);
    [[nodiscard]] Formula lowest_between(const std::vector<std::size_t>& questions, std::int64_t low,
                                         std::int64_t high);
    [[nodiscard]] Formula highest_between(const std::vector<std::size_t>& questions, std::int64_t low,
                                          std::int64_t high);
    [[nodiscard]] Formula range_between(const std::vector<std::size_t>& questions, std::int64_t low, std::int64_t high);

    [[nodiscard]] std::size_t chosen(const Assignment& assignment, const std::vector<Formula>& one_of) const;
    std::int64_t put_answer(const Assignment& assignment, std::size_t question, std::size_t practices,
                            casefile::Case& group) const;
    void place_decisive(const Assignment& assignment, std::size_t question,
                        std::vector<casefile::Answer>& answers) const;
    void put_total(const Assignment& assignment, std::size_t question, std::size_t practices,
                   const std::map<std::string, std::int64_t>& listed, casefile::Case& group) const;

    const rulebase::RuleBase& m_rules;
    const engine::Program& m_program;
    AnswerSpace m_space;
    std::vector<foundation::Date> m_days;
    Formulas m_formulas;
    std::vector<Formula> m_constraints;
    std::vector<Formula> m_day;                             ///< one for each of m_days
    std::vector<Formula> m_size;                            ///< so many practices are listed
    std::vector<std::vector<Formula>> m_patterns;           ///< of each question but the relationship statements
    std::vector<std::vector<NumberVariable>> m_points;      ///< of relationship statements: one for each practice
    std::map<std::size_t, std::vector<Formula>> m_decisive; ///< of motives: the practice's answer is the highest
    std::vector<Rail> m_rails;                              ///< of the program's nodes
    std::vector<Rail> m_rules_rails;                        ///< of the rules, with their dates
};

} // namespace fedadvise::analysis
