// Knobs: the answers that a condition looks at, each with the settings worth trying. Not for use outside analysis.
#pragma once

#include "casefile/case.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// Answers given together. An answer stands either for the whole group, or once for each practice that gives one.
struct Setting
{
    std::map<rulebase::QuestionId, casefile::Answer> group;
    std::map<rulebase::QuestionId, std::vector<std::optional<casefile::Answer>>> practices;
};

/// Settings of one question, or of a family of which only the sum of the answers matters. The first setting is empty.
struct Knob
{
    std::string name;
    std::vector<rulebase::QuestionId> questions;
    std::vector<Setting> settings;
};

/// The knobs of a condition in a case that lists so many practices (0: an adviser answers for the group). Values stand
/// beside every bound that the condition names. Families come before their members, so that a member's own knob has
/// the last word. `nations`: the rule looks at the nation although its condition may not.
[[nodiscard]] std::vector<Knob> knobs_of(const rulebase::RuleBase& rules, const rulebase::Condition& condition,
                                         bool nations, std::size_t practices);

/// How many practices the cases of a condition should list, in the order in which to try: 0 alone when it does not look
/// at single practices, and more than usual when it counts different answers.
[[nodiscard]] std::vector<std::size_t> sizes_for(const rulebase::RuleBase& rules, const rulebase::Condition& condition);

/// The case with every knob at its setting.
[[nodiscard]] casefile::Case case_with(const std::vector<Knob>& knobs, const std::vector<std::size_t>& settings,
                                       std::size_t practices);

} // namespace fedadvise::analysis
