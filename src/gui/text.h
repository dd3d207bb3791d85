// Text: the whole border between the UTF-8 of the core and the strings of wx.
#pragma once

#include <wx/string.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace fedadvise::gui
{

/// Text that is not valid UTF-8 comes out byte by byte, never empty.
[[nodiscard]] wxString to_wx(std::string_view utf8);
[[nodiscard]] std::string to_utf8(const wxString& text);

[[nodiscard]] std::filesystem::path to_path(const wxString& path);
[[nodiscard]] std::filesystem::path utf8_to_path(std::string_view path);
[[nodiscard]] std::string path_to_utf8(const std::filesystem::path& path);

} // namespace fedadvise::gui
