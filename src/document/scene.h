// Scene: a picture as a short list of shapes, drawn once and painted on the screen, into HTML, DOCX and PDF. It must be
// legible in black and white, and it always has a text that says the same.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace fedadvise::document
{

/// What a colour is for. Painters choose the colour; on paper Text is black and Accent a dark blue that prints dark
/// grey.
enum class Ink
{
    None,   ///< nothing is painted
    Text,   ///< letters and what matters most
    Soft,   ///< what matters less: axes, small letters
    Accent, ///< what is pointed to
    Pale,   ///< a light fill behind letters
    Paper,  ///< the background
};

/// Lengths and places are in units of which the whole width of a page holds 720: 0.25 mm on A4 paper, a pixel on
/// screen. x goes right and y goes down, from the upper left corner.
struct Stroke
{
    Ink ink = Ink::None;
    int width = 1;
    bool dashed = false;
};

struct Line
{
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    Stroke stroke;
};

struct Box
{
    int x = 0, y = 0, width = 0, height = 0;
    int radius = 0; ///< of the corners
    Ink fill = Ink::None;
    Stroke stroke;
};

struct Disc
{
    int x = 0, y = 0; ///< of the centre
    int radius = 0;
    Ink fill = Ink::None;
    Stroke stroke;
};

/// A part of a circle's line, from one angle to another in degrees: 0 points right, 90 down, 180 left, 270 up; `to` is
/// larger than `from`, by 360 at most.
struct Arc
{
    int x = 0, y = 0, radius = 0;
    int from = 0, to = 0;
    Stroke stroke;
};

enum class Anchor
{
    Start,
    Middle,
    End,
};

/// One line of letters; `y` is where they stand on.
struct Words
{
    int x = 0, y = 0;
    std::string text;
    int size = 13; ///< of the letters
    bool strong = false;
    Anchor anchor = Anchor::Start;
    Ink ink = Ink::Text;
};

using Shape = std::variant<Line, Box, Disc, Arc, Words>;

struct Scene
{
    std::string id;          ///< unique in its document
    std::string title;       ///< "The collaboration gradient"
    std::string description; ///< what it shows, in sentences
    int width = 720, height = 100;
    std::vector<Shape> shapes; ///< later ones stand over earlier ones
};

/// Width of the letters as a rough guess that is rather too wide than too narrow: the same on every system.
[[nodiscard]] int guessed_width(const std::string& text, int size, bool strong = false);

/// Lines that are at most so wide by that guess, broken between words; a longer word stands alone. The last of `most`
/// lines ends in "…" when something was left out.
[[nodiscard]] std::vector<std::string> lines_within(const std::string& text, int size, int width, std::size_t most = 9);

} // namespace fedadvise::document
