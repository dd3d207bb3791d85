// Commitment words: how it reads whether a practice takes part, and the fields it is written in.
#pragma once

#include "casefile/commitment.h"
#include "wizard/conversation.h"

#include <array>
#include <string>

namespace fedadvise::wizard
{

/// In the order of the form.
inline constexpr std::array<const char*, 4> commitment_fields = {practice_condition_field, practice_decide_by_field,
                                                                 practice_decided_on_field, practice_note_field};

[[nodiscard]] bool is_commitment_field(const std::string& field);

/// "in", "in, if the rent is settled", "out", "to decide by 1 March 2027"; empty when nothing is said. A long condition
/// is cut.
[[nodiscard]] std::string commitment_words(const casefile::Commitment& commitment);

} // namespace fedadvise::wizard
