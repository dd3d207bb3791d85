// Judged: what a case was judged with when it was last saved, and what came of it, so that somebody who opens it later,
// under other rules, can be told what changed.
#pragma once

#include "casefile/unknown_key.h"
#include "foundation/date.h"
#include "rulebase/ids.h"

#include <map>
#include <string>

namespace fedadvise::casefile
{

struct Case;

/// Where an option stood.
struct JudgedOption
{
    int rank = 0;     ///< 1 is first; equal ranks are ties
    std::string band; ///< id: "points-towards"
    friend bool operator==(const JudgedOption&, const JudgedOption&) = default;
};

using JudgedOptions = std::map<rulebase::OptionId, JudgedOption>;

struct Judged
{
    std::string rules_id, rules_version, rules_sha256;
    foundation::Date rules_as_at;
    foundation::Date as_at;     ///< the day whose law applied
    std::string answers_sha256; ///< digest_of the case that was judged
    JudgedOptions models, vehicles;
    UnknownKeys unknown_keys = {};
    friend bool operator==(const Judged&, const Judged&) = default;
};

/// SHA-256 over everything in the case but what it was judged with: the same answers give the same digest whoever saved
/// them.
[[nodiscard]] std::string digest_of(const Case& group);

} // namespace fedadvise::casefile
