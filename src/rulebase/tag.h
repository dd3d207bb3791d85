// Tag: how well something is known.
#pragma once

#include <string>

namespace fedadvise::rulebase
{

enum class Tag
{
    Verified,  ///< read in the source
    Known,     ///< common professional knowledge, not looked up again
    Uncertain, ///< may warn, never more
    Proposal,  ///< a choice of the editors, for advisers to calibrate
};

[[nodiscard]] std::string tag_name(Tag tag);

} // namespace fedadvise::rulebase
