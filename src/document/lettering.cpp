#include "document/lettering.h"

#include "foundation/utf8.h"

#include <algorithm>

namespace fedadvise::document
{

namespace
{

constexpr char32_t no_break_space = 0xA0;
constexpr char32_t minus_sign = 0x2212; ///< the font has none; a dash looks the same
constexpr double badge_padding = 0.6;   ///< at both sides of a label, as a share of the size

/// A letter of the paragraph that is being broken. Code 0 is a gap without a letter.
struct Place
{
    char32_t code = 0;
    std::size_t style = 0;
    Glyph glyph;
    double width = 0;
};

char32_t next_letter(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(at++);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t letter = lead & (0x3FU >> more);
    for (int i = 0; i < more; ++i)
        letter = (letter << 6) | (byte(at++) & 0x3FU);
    return letter;
}

bool is_white_space(char32_t c)
{
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x1680 || c == 0x2028 || c == 0x2029 ||
           (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x205F || c == 0x3000;
}

/// Controls, and letters that only steer how others are drawn.
bool has_no_shape(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE0FFF) || (c & 0xFFFEU) == 0xFFFEU;
}

bool is_latin_letter(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

void append_letters(std::u32string& letters, std::string_view well_formed)
{
    for (std::size_t at = 0; at < well_formed.size();)
    {
        const char32_t letter = next_letter(well_formed, at);
        if (is_white_space(letter))
            letters += U' ';
        else if (letter == 0x2007 || letter == 0x202F)
            letters += no_break_space;
        else if (!has_no_shape(letter))
            letters += letter;
    }
}

Place placed(const Fonts& fonts, char32_t code, const Style& style, std::size_t number)
{
    Glyph glyph = fonts.glyph(style.cut, code == minus_sign ? U'–' : code);
    if (code == box_to_tick)
        glyph = {fonts.glyph(style.cut, U' ').index, box_width};
    return {code, number, glyph, glyph.advance * style.size};
}

/// All letters of a paragraph with their widths; white space is one space, with none at the ends.
class Places
{
public:
    Places(const Fonts& fonts, const std::vector<StyledText>& text, double width) : m_fonts(fonts)
    {
        for (const StyledText& piece : text)
        {
            m_styles.push_back(piece.style);
            if (piece.style.badge)
                add_badge(piece, width);
            else
                add(drawable(piece.text));
        }
        while (!m_places.empty() && m_places.back().code == U' ')
            m_places.pop_back();
    }

    std::vector<Place> m_places;
    std::vector<Style> m_styles;

private:
    void add(const std::u32string& letters)
    {
        for (const char32_t letter : letters)
        {
            if (letter == U' ' && (m_places.empty() || m_places.back().code == U' '))
                continue;
            m_places.push_back(placed(m_fonts, letter, m_styles.back(), m_styles.size() - 1));
        }
    }

    /// A label never breaks; one that is longer than a line is strong text instead.
    void add_badge(const StyledText& piece, double width)
    {
        std::u32string letters = drawable(piece.text);
        double sum = 2 * badge_padding * piece.style.size;
        for (const char32_t letter : letters)
            sum += m_fonts.glyph(piece.style.cut, letter).advance * piece.style.size;
        if (sum > width || letters.find_first_not_of(U' ') == std::u32string::npos)
        {
            m_styles.back().badge = false;
            add(letters);
            return;
        }
        std::replace(letters.begin(), letters.end(), U' ', no_break_space);
        const Place gap{0, m_styles.size() - 1, {}, badge_padding * piece.style.size};
        m_places.push_back(gap);
        add(letters);
        m_places.push_back(gap);
    }

    const Fonts& m_fonts;
};

/// The letters from `begin` to `end` as runs of one style each.
TextLine line_from(const Places& text, std::size_t begin, std::size_t end)
{
    TextLine line;
    double x = 0;
    std::size_t style = text.m_styles.size();
    for (std::size_t i = begin; i < end; ++i)
    {
        const Place& place = text.m_places[i];
        if (place.code != 0)
        {
            if (place.style != style || line.runs.empty())
            {
                style = place.style;
                line.runs.push_back({x, 0, text.m_styles[style], {}, {}, 0});
            }
            Letters& run = line.runs.back();
            run.codes += place.code == no_break_space ? U' ' : place.code;
            run.glyphs.push_back(place.glyph);
            if (place.code != U' ' || i + 1 < end)
                run.width += place.width;
        }
        if (place.code != U' ' || i + 1 < end)
            line.width += place.width;
        x += place.width;
    }
    return line;
}

/// Whether a line may end after this letter, which is not a space.
bool may_break_after(const std::vector<Place>& places, std::size_t i)
{
    const char32_t c = places[i].code;
    return (c == U'-' || c == U'/' || c == 0x2013 || c == 0x2014) && i > 1 && i + 2 < places.size() &&
           is_latin_letter(places[i - 1].code) && is_latin_letter(places[i - 2].code) &&
           is_latin_letter(places[i + 1].code) && is_latin_letter(places[i + 2].code);
}

/// The end of the line that begins at `begin`: past the last letter that fits, and past the space that it breaks at.
std::size_t line_end(const std::vector<Place>& places, std::size_t begin, double width)
{
    double used = 0;
    std::size_t last_break = begin;
    for (std::size_t i = begin; i < places.size(); ++i)
    {
        used += places[i].width;
        if (places[i].code == U' ')
        {
            last_break = i + 1;
            continue;
        }
        if (used > width + 0.001 && i > begin)
            return last_break > begin ? last_break : i;
        if (may_break_after(places, i))
            last_break = i + 1;
    }
    return places.size();
}

} // namespace

std::u32string drawable(std::string_view text)
{
    std::u32string letters;
    while (const auto bad = foundation::first_invalid_utf8(text))
    {
        append_letters(letters, text.substr(0, *bad));
        letters += U'\uFFFD';
        text.remove_prefix(*bad + 1);
    }
    append_letters(letters, text);
    return letters;
}

std::string utf8_of(std::u32string_view letters)
{
    std::string text;
    const auto add = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    for (const char32_t c : letters)
    {
        if (c < 0x80)
            add(c);
        else if (c < 0x800)
            add(0xC0U | (c >> 6));
        else if (c < 0x10000)
            add(0xE0U | (c >> 12)), add(0x80U | ((c >> 6) & 0x3FU));
        else
            add(0xF0U | (c >> 18)), add(0x80U | ((c >> 12) & 0x3FU)), add(0x80U | ((c >> 6) & 0x3FU));
        if (c >= 0x80)
            add(0x80U | (c & 0x3FU));
    }
    return text;
}

std::vector<TextLine> lines_of(const Fonts& fonts, const std::vector<StyledText>& text, double width)
{
    const Places all(fonts, text, width);
    std::vector<TextLine> lines;
    for (std::size_t begin = 0; begin < all.m_places.size();)
    {
        const std::size_t end = line_end(all.m_places, begin, width);
        lines.push_back(line_from(all, begin, end));
        begin = end;
    }
    return lines;
}

Letters one_line(const Fonts& fonts, std::string_view text, const Style& style, double width)
{
    std::vector<TextLine> lines = lines_of(fonts, {{std::string(text), style}}, width);
    if (lines.empty() || lines.front().runs.empty())
        return {0, 0, style, {}, {}, 0};
    Letters letters = lines.front().runs.front();
    if (lines.size() == 1)
        return letters;
    const Glyph dots = fonts.glyph(style.cut, U'…');
    const auto drop = [&]
    {
        letters.width -= letters.glyphs.back().advance * style.size;
        letters.glyphs.pop_back();
        letters.codes.pop_back();
    };
    if (letters.codes.back() == U' ')
    {
        letters.width += letters.glyphs.back().advance * style.size; // it was not counted
        drop();
    }
    while (!letters.codes.empty() && letters.width + dots.advance * style.size > width)
        drop();
    letters.codes += U'…';
    letters.glyphs.push_back(dots);
    letters.width += dots.advance * style.size;
    return letters;
}

double longest_word(const Fonts& fonts, std::string_view text, const Style& style)
{
    double longest = 0, word = 0;
    for (const char32_t letter : drawable(text))
    {
        word = letter == U' ' ? 0 : word + fonts.glyph(style.cut, letter).advance * style.size;
        longest = std::max(longest, word);
    }
    return longest;
}

} // namespace fedadvise::document
