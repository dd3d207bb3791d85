// Plan: the steps of the route that comes first, with days.
#pragma once

#include "report/report_input.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::report
{

/// Something to do that has a day by which it should be done.
struct PlannedStep
{
    std::string id; ///< of the rule, or of guide and task
    std::string title, text, owner;
    std::string form, fee_words;    ///< or empty
    std::vector<std::string> after; ///< titles of what must be done before
    std::vector<std::string> sources;
    std::string review_words;
    std::string when;                         ///< in the rule's own words, such as "months 1 to 2"; empty for set-up
    std::optional<foundation::Date> from, by; ///< none: it has no day
};

struct PlannedSetup
{
    std::vector<std::string> option_names; ///< of those that share the guide
    std::string title, note;
    std::vector<PlannedStep> steps; ///< in the order in which they can be done
};

struct Plan
{
    foundation::Date start;
    std::vector<PlannedStep> steps; ///< next steps, in their order
    foundation::Date set_up;        ///< from when set-up is counted: the end of the dated steps before the first that
                                    ///< has no date, such as the first legal steps
    std::vector<PlannedSetup> setups;
};

/// A task of a set-up begins when the tasks it waits for are done, and takes its typical time; one without a time of
/// its own takes one week. Months of next steps count from the start.
[[nodiscard]] Plan plan_of(const ReportInput& input);

} // namespace fedadvise::report
