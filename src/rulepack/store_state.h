// Which rules a user has chosen, and what they used before: a small file beside the packs.
#pragma once

#include "foundation/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fedadvise::rulepack
{

/// Rule bases are named by their SHA-256; the rules that came with the program by an empty text.
struct StoreState
{
    std::string active;
    std::string shipped_version;     ///< of the rules that came with the program when `active` was chosen
    std::vector<std::string> before; ///< what was active before, newest last
    friend bool operator==(const StoreState&, const StoreState&) = default;
};

/// A missing file is a state in which nothing was chosen. Error, code "store.unreadable": the file is damaged.
[[nodiscard]] foundation::Result<StoreState> read_state(const std::filesystem::path& file);

/// Saves it whole or not at all.
[[nodiscard]] foundation::Result<void> save_state(const std::filesystem::path& file, const StoreState& state);

} // namespace fedadvise::rulepack
