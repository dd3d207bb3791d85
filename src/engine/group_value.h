// GroupValue: what the group says to one question, worked out from its practices by the question's own aggregation.
#pragma once

#include "casefile/case.h"
#include "foundation/date.h"
#include "foundation/number_text.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::engine
{

struct GroupValue
{
    bool known = false;                               ///< false: nobody has answered, or only "we do not know"
    std::optional<foundation::Fixed> number;          ///< scales and numbers
    std::optional<foundation::Fixed> lowest, highest; ///< over the practices that answered, when there are several
    std::vector<std::string> options; ///< choices and sets; several for a single choice: undecided between them
    std::optional<foundation::Date> date;
    std::string text;
    std::size_t answered = 0;  ///< practices (or 1 for the group) with an answer
    bool said_unknown = false; ///< somebody said "we do not know"
};

/// Practices without an answer of their own are left out, unless the group has answered for them. A total with
/// practices missing is not known. The number of practices and derived totals follow the question's `derived`.
[[nodiscard]] GroupValue group_value(const rulebase::RuleBase& rules, const casefile::Case& group,
                                     const rulebase::QuestionId& question);

} // namespace fedadvise::engine
