#include "directory/encoding.h"

#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <array>
#include <istream>
#include <optional>
#include <vector>

namespace fedadvise::directory
{

using foundation::Error;
using foundation::Result;

namespace
{

constexpr std::size_t piece_size = 1 << 16;
constexpr unsigned replacement = 0xFFFD;

/// Windows-1252 from 0x80 to 0x9F; the five that it leaves open are taken as the control characters they are in
/// Latin 1.
constexpr std::array<unsigned, 32> windows_1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_utf8(unsigned code_point, std::string& text)
{
    const auto add = [&](unsigned byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code_point < 0x80)
        return add(code_point);
    if (code_point < 0x800)
        return add(0xC0 | code_point >> 6), add(0x80 | (code_point & 0x3F));
    if (code_point < 0x10000)
    {
        add(0xE0 | code_point >> 12);
        return add(0x80 | (code_point >> 6 & 0x3F)), add(0x80 | (code_point & 0x3F));
    }
    add(0xF0 | code_point >> 18);
    add(0x80 | (code_point >> 12 & 0x3F));
    add(0x80 | (code_point >> 6 & 0x3F)), add(0x80 | (code_point & 0x3F));
}

/// What a file that is no CSV file is instead, by its first bytes.
std::optional<Error> foreign(std::string_view head)
{
    using namespace std::string_view_literals;
    const auto advice = [](const char* what)
    { return std::string(what) + " as \"CSV UTF-8 (comma delimited)\", then open the file that comes out of it."; };
    if (head.starts_with("PK\x03\x04"sv) &&
        (head.find("xl/"sv) != std::string_view::npos || head.find("[Content_Types].xml"sv) != std::string_view::npos))
        return Error{"csv.spreadsheet", "This is an Excel workbook, not a CSV file.",
                     advice("Open it in your spreadsheet program and save the sheet")};
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv))
        return Error{"csv.zip", "This is a ZIP file, not a CSV file.",
                     "Unpack it first (right-click, Extract all), then open the CSV file inside."};
    if (head.starts_with("\xD0\xCF\x11\xE0"sv))
        return Error{"csv.spreadsheet", "This is an old Excel workbook, not a CSV file.",
                     advice("Open it in your spreadsheet program and save the sheet")};
    if (head.starts_with("%PDF"sv))
        return Error{"csv.pdf", "This is a PDF document, not a CSV file.",
                     "Download the CSV file that is published beside it."};
    std::string_view text = head.starts_with("\xEF\xBB\xBF"sv) ? head.substr(3) : head;
    const std::string begin = foundation::lower_case(foundation::trimmed(text).substr(0, 200));
    if (begin.starts_with("<!doctype") || begin.starts_with("<html") || begin.starts_with("<?xml"))
        return Error{
            "csv.web-page", "This is a web page, not a CSV file.",
            "The download was probably a sign-in or error page. Open the address in a browser and save the CSV "
            "file itself."};
    return std::nullopt;
}

/// Checks UTF-8 over pieces: the bytes of a character that a piece cuts in two are looked at with the next.
class Utf8Check
{
public:
    void feed(std::string_view piece)
    {
        if (!m_valid)
            return;
        std::string joined = m_rest + std::string(piece);
        std::string_view text = joined;
        std::size_t end = text.size();
        // At most the last three bytes can be the beginning of a character that goes on
        for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back)
        {
            const auto byte = static_cast<unsigned char>(text[text.size() - back]);
            if ((byte & 0xC0U) == 0x80U)
                continue;
            const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
            if (length > back)
                end = text.size() - back;
            break;
        }
        m_valid = !foundation::first_invalid_utf8(text.substr(0, end)).has_value();
        m_rest = std::string(text.substr(end));
    }
    [[nodiscard]] bool valid() const { return m_valid && m_rest.empty(); }

private:
    std::string m_rest;
    bool m_valid = true;
};

/// UTF-16 without a mark: text in Latin letters has a zero in every other byte.
std::optional<Encoding> unmarked_utf16(std::string_view head)
{
    std::size_t even = 0, odd = 0;
    const std::size_t looked_at = head.size() & ~std::size_t{1};
    for (std::size_t i = 0; i < looked_at; ++i)
        if (head[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    if (looked_at < 4)
        return std::nullopt;
    if (odd * 10 >= looked_at * 4 && even == 0)
        return Encoding::Utf16Little;
    if (even * 10 >= looked_at * 4 && odd == 0)
        return Encoding::Utf16Big;
    return std::nullopt;
}

/// Bytes below space that no text has, by far too many for a slip.
bool is_binary(std::string_view head)
{
    const auto strange = std::count_if(head.begin(), head.end(),
                                       [](char c)
                                       {
                                           const auto byte = static_cast<unsigned char>(c);
                                           return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
                                       });
    return strange > 4 && strange * 20 > static_cast<std::ptrdiff_t>(head.size());
}

} // namespace

std::string encoding_name(Encoding encoding)
{
    switch (encoding)
    {
    case Encoding::Utf8: return "UTF-8";
    case Encoding::Utf8WithMark: return "UTF-8 with a byte order mark";
    case Encoding::Utf16Little:
    case Encoding::Utf16Big: return "UTF-16";
    case Encoding::Windows1252: return "Windows-1252 (Western European)";
    }
    return {};
}

Result<Recognised> recognise(std::istream& stream)
{
    using namespace std::string_view_literals;
    Recognised found;
    std::vector<char> buffer(piece_size);
    std::optional<Encoding> by_head;
    Utf8Check check;
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0)
    {
        const std::string_view piece(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (found.bytes == 0)
        {
            if (const auto other = foreign(piece))
                return *other;
            by_head = piece.starts_with("\xEF\xBB\xBF"sv) ? Encoding::Utf8WithMark
                      : piece.starts_with("\xFF\xFE"sv)   ? Encoding::Utf16Little
                      : piece.starts_with("\xFE\xFF"sv)   ? Encoding::Utf16Big
                                                          : unmarked_utf16(piece);
            const bool wide = by_head == Encoding::Utf16Little || by_head == Encoding::Utf16Big;
            if (!wide && is_binary(piece))
                return Error{"csv.binary", "This file does not hold text.",
                             "Choose the CSV file, as you downloaded it or as your spreadsheet program saved it."};
        }
        found.bytes += piece.size();
        found.line_breaks += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
        check.feed(piece);
    }
    if (stream.bad())
        return Error{"csv.unreadable", "The file could not be read to its end.",
                     "Copy it to this computer's own disk and try again."};
    if (found.bytes == 0)
        return Error{"csv.empty", "The file is empty.", "Download it again, and wait until the download is complete."};
    const bool utf8 = !by_head || *by_head == Encoding::Utf8WithMark;
    found.encoding = utf8 && !check.valid() ? Encoding::Windows1252 : by_head.value_or(Encoding::Utf8);
    return found;
}

void Decoder::add_unit(unsigned unit, std::string& text)
{
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (m_high != 0 && low)
    {
        append_utf8(0x10000 + ((m_high - 0xD800) << 10) + (unit - 0xDC00), text);
        m_high = 0;
        return;
    }
    if (m_high != 0)
        append_utf8(replacement, text);
    m_high = high ? unit : 0;
    if (!high && !(unit == 0xFEFF && !m_begun))
        append_utf8(low ? replacement : unit, text);
    m_begun = true;
}

void Decoder::feed_utf16(std::string_view bytes, std::string& text)
{
    for (const char c : bytes)
    {
        m_rest += c;
        if (m_rest.size() < 2)
            continue;
        const unsigned first = static_cast<unsigned char>(m_rest[0]), second = static_cast<unsigned char>(m_rest[1]);
        add_unit(m_encoding == Encoding::Utf16Little ? second << 8 | first : first << 8 | second, text);
        m_rest.clear();
    }
}

void Decoder::feed(std::string_view bytes, std::string& text)
{
    switch (m_encoding)
    {
    case Encoding::Utf16Little:
    case Encoding::Utf16Big: return feed_utf16(bytes, text);
    case Encoding::Windows1252:
        for (const char c : bytes)
        {
            const auto byte = static_cast<unsigned char>(c);
            append_utf8(byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte, text);
        }
        return;
    case Encoding::Utf8: break;
    case Encoding::Utf8WithMark:
        if (!m_begun)
            bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 3)); // pieces are longer than the mark
        break;
    }
    m_begun = m_begun || !bytes.empty();
    text += bytes;
}

void Decoder::finish(std::string& text)
{
    if (!m_rest.empty() || m_high != 0)
        append_utf8(replacement, text);
    m_rest.clear();
    m_high = 0;
}

} // namespace fedadvise::directory
