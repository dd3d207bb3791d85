// Page layout: a document as marks at places on pages, with the structure that the marks belong to. Painters put it on
// a picture or into a PDF. Lengths are points, 72 to the inch; y goes down.
#pragma once

#include "document/document.h"
#include "document/lettering.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fedadvise::document
{

constexpr double paper_width = 595.2756, paper_height = 841.8898; // A4

namespace colours
{
constexpr Colour text{0.07, 0.07, 0.07};
constexpr Colour soft{0.34, 0.34, 0.34};
constexpr Colour accent{0.043, 0.333, 0.388}; // #0b5563
constexpr Colour pale{0.902, 0.941, 0.949};
constexpr Colour line{0.72, 0.75, 0.76};
constexpr Colour paper{1, 1, 1};
/// The bar beside a warning, or else beside a notice.
constexpr Colour set_off(bool is_warning)
{
    return is_warning ? Colour{0.55, 0.10, 0.10} : Colour{0.45, 0.40, 0.25};
}
} // namespace colours

/// A rectangle, or with `dotted` a row of dots along its upper side. Not part of the text: decoration.
struct Decoration
{
    double x = 0, y = 0, width = 0, height = 0;
    double radius = 0;
    std::optional<Colour> fill, line;
    double line_width = 0.6;
    bool dotted = false;
};

struct Drawing
{
    double x = 0, y = 0;
    double scale = 1; ///< points for each unit of the scene
    std::shared_ptr<const Scene> scene;
    int node = -1;
};

using Mark = std::variant<Letters, Decoration, Drawing>;
using Marks = std::vector<Mark>;

void shift(Marks& marks, double down);
/// Takes them out of the structure: what is repeated on each page is read once.
void make_artifacts(Marks& marks);

/// An element of the document's structure, as PDF names them: "P", "Table".
struct Node
{
    std::string type;
    int parent = -1;
    std::string alternative; ///< text that stands for a figure
    std::string attributes;  ///< of lists "ListNumbering", of header cells "Scope", with a value
    std::vector<int> children;
};

struct Link
{
    std::string target; ///< "#id", "#heading 3" (made by us), or "https://…"
    std::string words;
    int node = -1;
};

struct Structure
{
    std::vector<Node> nodes{Node{"Document", -1, "", "", {}}};
    std::vector<Link> links;

    int add(std::string type, int parent);
};

/// Where something stands: the upper edge of its line.
struct Spot
{
    std::size_t page = 0;
    double y = 0;
};

struct PlacedHeading
{
    int level = 2;
    std::string text;
    Spot spot;
};

struct Page
{
    Marks grounds; ///< under the rest
    Marks marks;   ///< in the order in which they are read
    Marks frame;   ///< header and footer
};

/// Measures of a page and its letters.
struct Measures
{
    double body = 10.5;    ///< size of the letters
    double margin = 51.02; ///< 18 mm, on the left and on the right
    double first_top = 48, top = 68;
    double bottom = paper_height - 68;
    double longest_line = 45; ///< of running text, in sizes of its letters: longer ones are hard to follow
    double air = 1;           ///< how much of the usual gaps between paragraphs and around headings is left
    double leading = 1.4;     ///< of running text: distance of its lines, in sizes of its letters
    double large_heading = 15.5;
    double header = 36, footer = paper_height - 44; ///< lines on which header and footer stand

    [[nodiscard]] double width() const { return paper_width - 2 * margin; }
    /// Sizes are thought out for letters of 10.5 points.
    [[nodiscard]] double scaled(double length) const { return length * body / 10.5; }

    [[nodiscard]] static Measures normal();
    [[nodiscard]] static Measures one_page(double body);
};

struct PageLayout
{
    std::shared_ptr<const Fonts> fonts;
    Measures measures;
    Structure structure;
    std::vector<Page> pages;
    std::vector<PlacedHeading> headings;
    std::map<std::string, Spot> targets; ///< by id, without "#"
    std::string title, kind, subject, date, language;
};

/// Never fails: what cannot be drawn becomes a box, what is too long is broken.
[[nodiscard]] PageLayout laid_out(const Document& document, std::shared_ptr<const Fonts> fonts);
/// With the letters of one size.
[[nodiscard]] PageLayout laid_out(const Document& document, std::shared_ptr<const Fonts> fonts,
                                  const Measures& measures);

} // namespace fedadvise::document
