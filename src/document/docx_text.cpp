#include "document/docx_text.h"

#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fedadvise::document
{

namespace
{

constexpr std::size_t longest_address = 2000; ///< Word opens no file with one over 2,083

/// Bytes of the letter that begins at `at` in well-formed UTF-8.
std::size_t letter_size(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

std::uint32_t code_point(std::string_view letter)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(letter[i])); };
    if (letter.size() == 1)
        return byte(0);
    std::uint32_t value = byte(0) & (0xFFU >> (letter.size() + 1));
    for (std::size_t i = 1; i < letter.size(); ++i)
        value = value << 6U | (byte(i) & 0x3FU);
    return value;
}

/// The blocks of Hebrew, Arabic, Syriac and the other scripts that run from right to left.
bool is_right_to_left(std::uint32_t letter)
{
    const auto within = [letter](std::uint32_t first, std::uint32_t last) { return letter >= first && letter <= last; };
    return within(0x0590, 0x08FF) || within(0xFB1D, 0xFDFF) || within(0xFE70, 0xFEFE) || within(0x10800, 0x10FFF) ||
           within(0x1E800, 0x1EFFF);
}

/// Spaces, digits and punctuation take the direction of the words around them.
bool is_neutral(std::uint32_t letter)
{
    return letter == 0xA0 || (letter < 0x80 && !(letter >= 'a' && letter <= 'z') && !(letter >= 'A' && letter <= 'Z'));
}

struct Piece
{
    std::string text;
    bool right_to_left = false;
};

std::vector<Piece> pieces_of(const std::string& text)
{
    std::vector<Piece> pieces;
    std::string neutral; // not yet known to which side it belongs
    const auto append = [&](bool right_to_left, std::string_view letters)
    {
        if (pieces.empty() || pieces.back().right_to_left != right_to_left)
            pieces.push_back({{}, right_to_left});
        pieces.back().text += letters;
    };
    for (std::size_t at = 0; at < text.size();)
    {
        const std::string_view letter = std::string_view{text}.substr(at, letter_size(text, at));
        at += letter.size();
        const std::uint32_t value = code_point(letter);
        if (is_neutral(value))
        {
            neutral += letter;
            continue;
        }
        const bool right_to_left = is_right_to_left(value);
        // Between two words of right-to-left letters it is one of them; everywhere else it runs with our own text.
        if (!neutral.empty())
            append(right_to_left && !pieces.empty() && pieces.back().right_to_left, neutral);
        neutral.clear();
        append(right_to_left, letter);
    }
    if (!neutral.empty())
        append(false, neutral);
    return pieces;
}

void write_properties(XmlWriter& part, const Run& run, bool linked, bool right_to_left)
{
    const bool badge = !run.badge.empty();
    const bool strong = run.strong || badge;
    if (!strong && !run.emphasis && !linked && !right_to_left)
        return;
    part.open("w:rPr");
    if (badge || linked)
        part.single("w:rStyle", {{"w:val", badge ? "Badge" : "Hyperlink"}});
    // Not by a style of characters: one that is bold becomes plain again where the paragraph's style is bold.
    if (strong)
        part.single("w:b").single("w:bCs");
    if (run.emphasis)
        part.single("w:i").single("w:iCs");
    if (right_to_left)
        part.single("w:rtl");
    part.close();
}

void write_letters(XmlWriter& part, std::string_view text)
{
    std::string letters;
    const auto flush = [&]
    {
        if (!letters.empty())
            part.element("w:t", letters, {{"xml:space", "preserve"}});
        letters.clear();
    };
    for (const char c : text)
        if (c == '\n' || c == '\t')
        {
            flush();
            part.single(c == '\n' ? "w:br" : "w:tab");
        }
        else
            letters += c;
    flush();
}

bool is_one_of(char c, std::string_view set)
{
    return set.find(c) != std::string_view::npos;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
}

bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// "www.england.nhs.uk", "localhost:8080".
bool is_host(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const bool good_name =
        !name.empty() && is_letter_or_digit(name.front()) && is_letter_or_digit(name.back()) &&
        std::all_of(name.begin(), name.end(), [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; }) &&
        name.find("..") == std::string_view::npos;
    if (!good_name || colon == std::string_view::npos)
        return good_name;
    const std::string_view port = text.substr(colon + 1);
    return !port.empty() && port.size() < 5 && std::all_of(port.begin(), port.end(), is_digit);
}

} // namespace

void write_run(XmlWriter& part, const Run& run, bool linked)
{
    const std::string text = foundation::with_line_feeds(foundation::well_formed_utf8(run.text));
    for (const Piece& piece : pieces_of(foundation::without_control_characters(text)))
    {
        part.open("w:r");
        write_properties(part, run, linked, piece.right_to_left);
        write_letters(part, piece.text);
        part.close();
    }
}

std::string web_address(std::string_view link)
{
    constexpr std::string_view start = "https://";
    if (!link.starts_with(start))
        return {};
    const std::string_view rest = link.substr(start.size());
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (!is_host(host))
        return {};
    std::string address = std::string{start} + std::string{host};
    bool in_fragment = false;
    for (std::size_t i = host.size(); i < rest.size(); ++i)
    {
        const char c = rest[i];
        const bool reference = c == '%' && i + 2 < rest.size() && is_hex(rest[i + 1]) && is_hex(rest[i + 2]);
        if (is_letter_or_digit(c) || is_one_of(c, "-._~!$&'()*+,;=:@/?") || reference || (c == '#' && !in_fragment))
            address += c;
        else
        {
            constexpr std::string_view digits = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            address += '%';
            address += digits[byte >> 4U];
            address += digits[byte & 0x0FU];
        }
        in_fragment = in_fragment || c == '#';
    }
    return address.size() <= longest_address ? address : std::string{};
}

std::string shortened(std::string_view text, std::size_t most)
{
    const std::string whole = foundation::as_paragraph(
        foundation::without_control_characters(foundation::well_formed_utf8(foundation::with_line_feeds(text))));
    if (foundation::code_point_count(whole) <= most)
        return whole;
    std::size_t end = 0;
    for (std::size_t letters = 1; letters < most; ++letters)
        end += letter_size(whole, end);
    return whole.substr(0, end) + "…";
}

} // namespace fedadvise::document
