// Page flow: a document as items from top to bottom, most of them one line high, before they are given a page.
#pragma once

#include "document/page_layout.h"

#include <set>
#include <span>

namespace fedadvise::document
{

struct Item;

/// A row of a table. Each cell is a column of items, whose marks have their place from left to right.
struct FlowRow
{
    std::vector<std::vector<Item>> cells;
    std::size_t table = 0;
    double padding = 0; ///< above and below the cells
    double left = 0, width = 0;
    bool is_header = false;
    bool is_last = false;
};

/// Marks have their places from left to right; from top to bottom they count from the item's upper edge.
struct Item
{
    double gap = 0; ///< above it, unless it stands first on a page
    double height = 0;
    bool keep = false;     ///< on the page of the next item
    bool new_page = false; ///< it begins a page
    Marks marks;
    std::vector<std::string> ids;
    int heading = -1;     ///< it begins a heading: which one
    int page_number = -1; ///< its first mark is to show the page of this heading
    int panel = -1;       ///< the panel that it stands in
    std::optional<FlowRow> row;
};

/// A ground behind several items, with a bar on its left.
struct Panel
{
    double left = 0, width = 0, padding = 0;
    double bar = 3;
    Colour ink;
    Colour ground;
};

struct Flow
{
    std::vector<Item> items;
    std::vector<Panel> panels;
    std::vector<std::optional<Item>> table_headers; ///< by table: the row that is repeated on each page
    std::vector<PlacedHeading> headings;
};

/// Makes the lines of paragraphs and builds the structure on the way.
class Typesetter
{
public:
    Typesetter(const Document& document, const Fonts& fonts, const Measures& measures, Structure& structure);

    struct Lines
    {
        Style style;
        double left = 0, width = 0;
        double leading = 1.4;   ///< height of a line, as a share of the size
        bool underlined = true; ///< links, so that they are seen in black and white
    };
    /// One item for each line; they stay together two by two at both ends.
    [[nodiscard]] std::vector<Item> lines(const Text& text, const Lines& how);
    [[nodiscard]] Style style(double size, bool strong = false, Colour colour = colours::text) const;
    [[nodiscard]] Style style_for(Tone tone) const;

    const Fonts& fonts;
    const Measures& measures;
    Structure& structure;

private:
    [[nodiscard]] std::vector<StyledText> styled(const Text& text, const Style& base);

    std::set<std::string> m_ids; ///< that links can lead to
};

[[nodiscard]] Flow flow_of(const Document& document, Typesetter& set);

/// Appends the rows of a table, and its caption; gives the number of items added. `before` is the gap above it.
void add_table(const Table& table, Typesetter& set, Flow& flow, double left, double before, int parent);

/// Gives every item its page.
void put_on_pages(Flow flow, PageLayout& layout);

/// Header and footer of all pages.
void add_frames(const Document& document, PageLayout& layout);

} // namespace fedadvise::document
