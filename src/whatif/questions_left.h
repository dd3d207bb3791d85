// Questions left: what each open question still decides, which one settles most, and which can no longer matter.
#pragma once

#include "whatif/prospect.h"

#include <cstddef>
#include <vector>

namespace fedadvise::whatif
{

struct QuestionLeft
{
    std::size_t question = 0;  ///< index in the rule base
    bool said_unknown = false; ///< somebody said "we do not know"
    std::size_t rules = 0;     ///< rules in force that wait for it
    /// False: proved that no answer to it, whatever the other open answers are, changes what comes first.
    bool can_change_leaders = false;
    // For some answer to it alone:
    engine::OptionMask may_bar = 0;    ///< these are surely ruled out or made to wait
    engine::OptionMask may_clear = 0;  ///< nothing can rule these out or make them wait any more
    engine::OptionMask may_drop = 0;   ///< these can no longer come first
    engine::OptionMask may_settle = 0; ///< these surely come first
    engine::OptionMask pulls = 0;      ///< rules that wait for it pull these
    // What is left undecided after it, summed over its answers and divided by their number (in hundredths)
    std::size_t contenders_after = 0;  ///< options that may come first and need not
    std::size_t open_points_after = 0; ///< Prospect::open_points
};

struct QuestionsLeft
{
    Prospect now;
    /// Those that can change what comes first, the one that settles most first (known to be unknown later); then those
    /// that only change other advice, those that most rules wait for first.
    std::vector<QuestionLeft> open;
    /// Open questions to which no answer changes anything that is shown: no rule in force, gauge or other question
    /// waits for them.
    std::vector<std::size_t> without_effect;
};

/// Looks at the questions that are asked, or may be asked, and not answered by everybody who could.
[[nodiscard]] QuestionsLeft questions_left(const engine::Scorecard& scorecard, const casefile::Case& group);

} // namespace fedadvise::whatif
