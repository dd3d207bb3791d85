// What a case says, in the most obvious way: exact fractions, sets of names, and an interval wherever an answer is missing.
#pragma once

#include "casefile/case.h"
#include "engine/truth.h"
#include "rulebase/rule_base.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fedadvise::oracle
{

/// An exact fraction with a positive denominator, in lowest terms.
struct Ratio
{
    std::int64_t over = 0;
    std::int64_t under = 1;
    friend bool operator==(const Ratio&, const Ratio&) = default;
};

[[nodiscard]] Ratio ratio(std::int64_t over, std::int64_t under = 1);
[[nodiscard]] Ratio operator+(Ratio a, Ratio b);
[[nodiscard]] Ratio operator-(Ratio a, Ratio b);
[[nodiscard]] Ratio operator/(Ratio a, std::int64_t count);
[[nodiscard]] bool operator<(Ratio a, Ratio b);

/// All numbers from `low` to `high`; an end that is missing has no bound.
struct Interval
{
    std::optional<Ratio> low;
    std::optional<Ratio> high;
};

/// One answer of a practice or of the group.
struct Value
{
    bool answered = false;
    bool said_unknown = false;
    Ratio number;
    std::set<std::string> options; ///< one for a choice, more for a set
    std::string text;
};

class Facts
{
public:
    Facts(const rulebase::RuleBase& rules, const casefile::Case& group) : m_rules(rules), m_group(group) {}

    [[nodiscard]] const rulebase::RuleBase& rules() const { return m_rules; }
    [[nodiscard]] const rulebase::Question& question(const rulebase::QuestionId& id) const;

    /// A value for each practice, or one for the group.
    [[nodiscard]] std::vector<Value> values(const rulebase::Question& question) const;
    /// Those of `values` that were answered.
    [[nodiscard]] std::vector<Value> answered(const rulebase::Question& question) const;

    [[nodiscard]] Interval number(const rulebase::Question& question) const;
    [[nodiscard]] Interval statistic(const rulebase::Question& question, rulebase::Statistic statistic) const;
    /// The options that the group's single choice may be; empty: not answered.
    [[nodiscard]] std::set<std::string> choice(const rulebase::Question& question) const;
    /// The group's set; nothing when it is not answered.
    [[nodiscard]] std::optional<std::set<std::string>> chosen(const rulebase::Question& question) const;
    [[nodiscard]] Interval measure(const std::string& name) const;

private:
    [[nodiscard]] Value value_of(const casefile::Practice& practice, const rulebase::Question& question, bool group_stands_in) const;
    [[nodiscard]] Interval derived(const rulebase::Question& question) const;
    [[nodiscard]] Interval relationship(const std::string& figure, const std::string& subscale) const;
    [[nodiscard]] Interval consensus() const;

    const rulebase::RuleBase& m_rules;
    const casefile::Case& m_group;
};

} // namespace fedadvise::oracle
