// What the one who commissions will ask before a contract may move or a new body gets one: areas with their items, each
// with a condition that says whether the group can show it.
#pragma once

#include "foundation/diagnostic.h"
#include "rulebase/condition.h"
#include "rulebase/ids.h"
#include "rulebase/tag.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

/// One thing that is asked. Its condition is judged like a rule's: true, the group can show it; false, there is a gap.
struct FrameworkItem
{
    std::string id; ///< no other item of the framework has it
    std::string title;
    std::vector<std::string> nations; ///< empty: all those of the framework
    Tag tag = Tag::Proposal;
    std::string asks; ///< the question in plain words
    Condition when;
    std::string ready; ///< what can be shown
    std::string gap;   ///< what is missing, and what to do about it
    std::string bring; ///< papers to bring
    std::string owner; ///< who prepares it
    std::vector<SourceId> sources;
    foundation::Place place;
};

struct FrameworkArea
{
    std::string id;
    std::string title;
    std::string text;
    std::vector<FrameworkItem> items; ///< in the order of the file
    foundation::Place place;
};

/// At most one for each nation.
struct Framework
{
    std::string id;
    std::string name;
    std::vector<std::string> nations; ///< never empty
    std::vector<OptionId> options;    ///< vehicles and models that bring these questions
    Tag tag = Tag::Proposal;
    std::string text; ///< what it is, how long it takes, what it is not
    std::string used; ///< a sentence: "It is used when …"
    std::optional<Condition>
        when; ///< true: the group will meet it; false: it will not; none: it depends on the options
    std::vector<SourceId> sources;
    std::vector<FrameworkArea> areas; ///< in the order of the file
    foundation::Place place;
};

} // namespace fedadvise::rulebase
