#include "foundation/utf8.h"

#include <algorithm>

namespace fedadvise::foundation
{

namespace
{

/// Length in bytes of the well-formed character that begins at `offset`; 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t offset)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF)
    { return i < text.size() && byte(i) >= low && byte(i) <= high; };
    const unsigned lead = byte(offset);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(offset + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF)
    {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return continues(offset + 1, low, high) && continues(offset + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4)
    {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(offset + 1, low, high) && continues(offset + 2) && continues(offset + 3) ? 4 : 0;
    }
    return 0;
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();)
    {
        const std::size_t length = character_length(text, i);
        if (length == 0)
            return i;
        i += length;
    }
    return std::nullopt;
}

std::string well_formed_utf8(std::string_view text)
{
    std::string result;
    while (const auto bad = first_invalid_utf8(text))
    {
        result += text.substr(0, *bad);
        result += "\xEF\xBF\xBD"; // U+FFFD
        text.remove_prefix(*bad + 1);
    }
    return result += text;
}

std::string without_control_characters(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    for (const char c : text)
    {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7F) || c == '\t' || c == '\n')
            kept += c;
    }
    return kept;
}

std::size_t code_point_count(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::filesystem::path path_from_utf8(std::string_view text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

std::string utf8_from_path(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

} // namespace fedadvise::foundation
