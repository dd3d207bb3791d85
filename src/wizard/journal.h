// Journal: what survives a crash. Every answer is written at once beside the settings; after a clean end it is gone.
#pragma once

#include "casefile/case.h"
#include "casefile/response.h"
#include "foundation/result.h"
#include "rulebase/rule_base.h"

#include <filesystem>
#include <optional>
#include <string>

namespace fedadvise::wizard
{

/// A case that was being worked on when the program ended without being closed.
struct Recovered
{
    casefile::Case group;
    std::string original_path; ///< UTF-8; empty for a case that was never saved
};

/// Writes the case into `folder` (made when missing) as the one recovery file.
[[nodiscard]] foundation::Result<void> write_journal(const std::filesystem::path& folder, const casefile::Case& group,
                                                     const std::string& original_path);

/// What is there to restore; nothing when there is no journal or it cannot be read.
[[nodiscard]] std::optional<Recovered> read_journal(const std::filesystem::path& folder,
                                                    const rulebase::RuleBase& rules);

/// Removes the journal after a save, a discard or a clean end.
void remove_journal(const std::filesystem::path& folder);

/// The same for an invitation that somebody was answering; beside the case's journal.
[[nodiscard]] foundation::Result<void> write_response_journal(const std::filesystem::path& folder,
                                                              const casefile::Response& response);
[[nodiscard]] std::optional<casefile::Response> read_response_journal(const std::filesystem::path& folder,
                                                                      const rulebase::RuleBase& rules);
void remove_response_journal(const std::filesystem::path& folder);

} // namespace fedadvise::wizard
