// The oracle: the plain meaning of conditions, walked as trees with exact fractions. What it says is right by definition; the
// engine must agree. It shares no code with the engine besides the names of the three truth values.
#pragma once

#include "casefile/case.h"
#include "engine/oracle_facts.h"
#include "engine/truth.h"
#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::oracle
{

/// The truth of a condition for this case, by Kleene's tables.
[[nodiscard]] engine::Truth truth_of(const Facts& facts, const rulebase::Condition& condition);

/// In the order of the rule base; False for rules that are not in force on the day.
[[nodiscard]] std::vector<engine::Truth> truths_of_rules(const rulebase::RuleBase& rules, const casefile::Case& group, foundation::Date as_at);

/// Whether each question is asked, in the order of the rule base.
[[nodiscard]] std::vector<engine::Truth> truths_of_asking(const rulebase::RuleBase& rules, const casefile::Case& group);

/// Points of one option over the rules: those that are certain, and the least and most that the unknown rules allow.
struct Points
{
    int now = 0;
    int low = 0;
    int high = 0;
};

[[nodiscard]] Points points_of(const rulebase::RuleBase& rules, const std::vector<engine::Truth>& truths, const rulebase::OptionId& option);

/// Whether a model that needs a legal person has fewer than two vehicles that carry it in this nation (empty: not known) and are
/// neither ruled out nor waiting; False for the other models.
[[nodiscard]] engine::Truth lacks_vehicles(const rulebase::RuleBase& rules, const std::vector<engine::Truth>& truths, const rulebase::OptionId& model, const std::string& nation);

} // namespace fedadvise::oracle
