// Commitment: whether a practice is in, and until when it has to say so.
#pragma once

#include "casefile/unknown_key.h"
#include "foundation/date.h"

#include <optional>
#include <string>

namespace fedadvise::casefile
{

enum class CommitmentState
{
    In,
    Conditional,
    Out,
};

/// What a practice has bound itself to. Every part may be missing.
struct Commitment
{
    std::optional<CommitmentState> state; ///< none: not said so far
    std::string condition;                ///< on which it is in
    std::optional<foundation::Date> decide_by;
    std::optional<foundation::Date> decided_on;
    std::string note;
    UnknownKeys unknown_keys = {};
    friend bool operator==(const Commitment&, const Commitment&) = default;
};

/// "in", "conditional" or "out", as files write it; and back.
[[nodiscard]] std::string commitment_name(CommitmentState state);
[[nodiscard]] std::optional<CommitmentState> commitment_of(const std::string& name);

} // namespace fedadvise::casefile
