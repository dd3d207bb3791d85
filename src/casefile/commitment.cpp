#include "casefile/commitment.h"

namespace fedadvise::casefile
{

std::string commitment_name(CommitmentState state)
{
    switch (state)
    {
    case CommitmentState::In: return "in";
    case CommitmentState::Conditional: return "conditional";
    case CommitmentState::Out: break;
    }
    return "out";
}

std::optional<CommitmentState> commitment_of(const std::string& name)
{
    for (const CommitmentState state : {CommitmentState::In, CommitmentState::Conditional, CommitmentState::Out})
        if (commitment_name(state) == name)
            return state;
    return std::nullopt;
}

} // namespace fedadvise::casefile
