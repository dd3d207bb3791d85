// Files: read whole with a limit, saved whole or not at all.
#pragma once

#include "foundation/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace fedadvise::foundation
{

/// All bytes of a regular file. Errors: "file.missing", "file.is-folder", "file.too-large" (more than `limit` bytes),
/// "file.unreadable".
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// Replaces the file, or leaves the old one untouched: writes beside it, flushes to disk, then renames. Follows
/// symbolic links and keeps permissions. Errors: "file.unwritable" with the system's reason.
[[nodiscard]] Result<void> save_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace fedadvise::foundation
