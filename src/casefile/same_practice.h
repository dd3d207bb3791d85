// SamePractice: which practices of several files are one and the same, and what the result calls them. Not for use
// outside casefile.
#pragma once

#include "casefile/case.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fedadvise::casefile
{

/// A practice as one file knows it.
struct KnownPractice
{
    std::set<std::string> ids;   ///< in this file or in those that it was merged from
    std::set<std::string> names; ///< several when files differ
    std::string ods_code;        ///< in capitals, or empty
};

[[nodiscard]] KnownPractice known_practice(const Case& group, const Practice& practice);

/// For each of the practices the number of the one it is, counted from 0. Those with a code are one when their codes
/// are equal; one without is the same as one that shares an id and a name.
[[nodiscard]] std::vector<std::size_t> same_practices(const std::vector<KnownPractice>& practices);

/// "p2" before "p10".
[[nodiscard]] bool is_natural_order(const std::string& one, const std::string& other);

/// What to call the things of a result, each known so far by one or more ids; they come in an order of their own that
/// does not depend on the ids. The first of those that want an id gets it, the others the first that is free.
[[nodiscard]] std::vector<std::string> new_ids(const std::vector<std::set<std::string>>& known, char letter);

/// The first id in natural order.
[[nodiscard]] std::string first_id(const std::set<std::string>& ids);

/// The ids to keep beside the one that is used.
[[nodiscard]] std::vector<std::string> other_ids(const std::set<std::string>& ids, const std::string& used);

} // namespace fedadvise::casefile
