// UTF-8 at the door: validity, and the removal of characters that no file format of ours can carry.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fedadvise::foundation
{

/// Offset of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, nothing above U+10FFFF, no overlong
/// forms); nothing when all of it is well formed.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The text with U+FFFD in place of every byte that is not well formed.
[[nodiscard]] std::string well_formed_utf8(std::string_view text);

/// The text without U+0000 to U+001F (tab and line feed stay) and without U+007F.
[[nodiscard]] std::string without_control_characters(std::string_view text);

/// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t code_point_count(std::string_view text);

/// A path from UTF-8 and back, the same on Linux and Windows.
[[nodiscard]] std::filesystem::path path_from_utf8(std::string_view text);
[[nodiscard]] std::string utf8_from_path(const std::filesystem::path& path);

} // namespace fedadvise::foundation
