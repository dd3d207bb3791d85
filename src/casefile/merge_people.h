// MergePeople: whose answers are whose in one practice, and which of them are the latest. Not for use outside casefile.
#pragma once

#include "casefile/joining.h"
#include "casefile/merge.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fedadvise::casefile
{

using RoundAndTime = std::pair<int, std::string>; ///< when something was said; compares as it came about

/// Somebody who is known by an id, else by a name.
struct Person
{
    std::string id;
    std::string name;
    std::map<RoundAndTime, Said> said;
    std::vector<std::pair<std::string, RoundAndTime>> latest_in; ///< of each file
};

/// Everybody in one practice. Who has neither id nor name is known by what they said, and how many said just that is
/// the most that any file has.
struct People
{
    std::map<std::string, Person> known;
    std::map<std::string, std::pair<std::size_t, Respondent>> nameless;
};

/// Adds the respondents of a practice in one file; `conflicts` are those of the file about this practice.
void add(People& people, const std::vector<Respondent>& respondents, const std::vector<Conflict>& conflicts,
         const std::string& file);

/// Puts everybody into the practice, which has its id and name, with their conflicts and what the report says of them.
void settle(const People& people, Practice& practice, std::vector<Conflict>& conflicts, MergeReport& report);

} // namespace fedadvise::casefile
