// Lettering: text as rows of glyphs, broken into lines that fit a width. Letters stand side by side by their own
// widths: no ligatures and no kerning, so every glyph is one letter and text can be copied out of a page.
#pragma once

#include "document/fonts.h"

#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::document
{

/// Shares of red, green and blue from 0 to 1.
struct Colour
{
    double red = 0, green = 0, blue = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

struct Style
{
    Cut cut = Cut::Regular;
    double size = 10.5;
    Colour colour;
    int node = -1;      ///< element of the structure that it belongs to; -1: an artifact, such as a page number
    int link = -1;      ///< which link it belongs to; -1: none
    bool badge = false; ///< set off as a rounded label

    friend bool operator==(const Style&, const Style&) = default;
};

/// Letters of one style on one line; `x` and `y` is where the first stands.
struct Letters
{
    double x = 0, y = 0;
    Style style;
    std::u32string codes;
    std::vector<Glyph> glyphs; ///< one for each code
    double width = 0;          ///< without a space at the end
};

/// The font lacks it, so that whoever draws the letters draws a box around its place.
constexpr char32_t box_to_tick = 0x2610;
constexpr double box_width = 0.86; ///< with the gaps beside it, as a share of the size

struct StyledText
{
    std::string text;
    Style style;
};

/// Runs stand side by side from x = 0, on y = 0.
struct TextLine
{
    std::vector<Letters> runs;
    double width = 0;
};

/// What of a text can be drawn: control characters and letters without a shape go, white space becomes a space (a space
/// where no line may break stays U+00A0), and bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::u32string drawable(std::string_view text);
[[nodiscard]] std::string utf8_of(std::u32string_view letters);

/// Broken between words, after a hyphen or a slash between letters, and anywhere in a word that is longer than a line.
/// No lines for an empty text; at least one letter stands on every line, whatever the width.
[[nodiscard]] std::vector<TextLine> lines_of(const Fonts& fonts, const std::vector<StyledText>& text, double width);

/// As one line that is cut with "…" when it is too long.
[[nodiscard]] Letters one_line(const Fonts& fonts, std::string_view text, const Style& style, double width);

/// Width of the longest word.
[[nodiscard]] double longest_word(const Fonts& fonts, std::string_view text, const Style& style);

} // namespace fedadvise::document
