#include "gui/text.h"

namespace fedadvise::gui
{

wxString to_wx(std::string_view utf8)
{
    const wxString text = wxString::FromUTF8(utf8.data(), utf8.size());
    return text.empty() && !utf8.empty() ? wxString::From8BitData(utf8.data(), utf8.size()) : text;
}

std::string to_utf8(const wxString& text)
{
    return text.utf8_string();
}

std::filesystem::path to_path(const wxString& path)
{
    return utf8_to_path(to_utf8(path));
}

std::filesystem::path utf8_to_path(std::string_view path)
{
    return std::filesystem::path(std::u8string(path.begin(), path.end()));
}

std::string path_to_utf8(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

} // namespace fedadvise::gui
