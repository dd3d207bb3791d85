#include "document/page_flow.h"

namespace fedadvise::document
{

namespace
{

void collect_ids(const std::vector<Block>& blocks, std::set<std::string>& ids);

struct IdCollector
{
    std::set<std::string>& ids;

    void operator()(const Heading& heading) const { ids.insert(heading.id); }
    void operator()(const Paragraph& paragraph) const { ids.insert(paragraph.id); }
    void operator()(const List& list) const
    {
        for (const ListItem& item : list.items)
            for (const Paragraph& paragraph : item.more)
                ids.insert(paragraph.id);
    }
    void operator()(const Table& table) const
    {
        for (const Row& row : table.rows)
        {
            ids.insert(row.id);
            for (const Cell& cell : row.cells)
                for (const Paragraph& paragraph : cell.paragraphs)
                    ids.insert(paragraph.id);
        }
    }
    void operator()(const Fold& fold) const { collect_ids(fold.blocks, ids); }
    void operator()(const Figure&) const {}
    void operator()(const PageBreak&) const {}
};

void collect_ids(const std::vector<Block>& blocks, std::set<std::string>& ids)
{
    for (const Block& block : blocks)
        std::visit(IdCollector{ids}, block.value);
}

/// The rounded label behind letters.
Decoration label_behind(const Letters& letters)
{
    const double size = letters.style.size;
    return {letters.x - 0.55 * size,
            letters.y - 1.0 * size,
            letters.width + 1.1 * size,
            1.34 * size,
            0.55 * size,
            colours::pale,
            colours::accent,
            0.6,
            false};
}

/// The boxes to tick among letters.
void add_boxes(const Letters& letters, Marks& marks)
{
    const double size = letters.style.size;
    double x = letters.x;
    for (std::size_t i = 0; i < letters.codes.size(); ++i)
    {
        if (letters.codes[i] == box_to_tick)
            marks.emplace_back(Decoration{x + 0.06 * size,
                                          letters.y - 0.72 * size,
                                          0.74 * size,
                                          0.74 * size,
                                          0.08 * size,
                                          {},
                                          letters.style.colour,
                                          0.07 * size,
                                          false});
        x += letters.glyphs[i].advance * size;
    }
}

Decoration line_under(const Letters& letters)
{
    const double thickness = letters.style.size * 0.045;
    return {letters.x, letters.y + letters.style.size * 0.14, letters.width, thickness, 0, letters.style.colour, {}, 0,
            false};
}

} // namespace

Typesetter::Typesetter(const Document& document, const Fonts& the_fonts, const Measures& the_measures,
                       Structure& the_structure)
    : fonts(the_fonts), measures(the_measures), structure(the_structure)
{
    collect_ids(document.blocks, m_ids);
    m_ids.erase("");
}

Style Typesetter::style(double size, bool strong, Colour colour) const
{
    Style result;
    result.cut = cut_for(strong, false);
    result.size = measures.scaled(size);
    result.colour = colour;
    return result;
}

Style Typesetter::style_for(Tone tone) const
{
    switch (tone)
    {
    case Tone::Lead: return style(11.5);
    case Tone::Small: return style(8.8, false, colours::soft);
    case Tone::Normal:
    case Tone::Notice:
    case Tone::Warning: break;
    }
    return style(10.5);
}

std::vector<StyledText> Typesetter::styled(const Text& text, const Style& base)
{
    std::vector<StyledText> pieces;
    for (const Run& run : text)
    {
        Style style = base;
        const bool is_strong = base.cut == Cut::Bold || base.cut == Cut::BoldItalic;
        const bool is_emphasis = base.cut == Cut::Italic || base.cut == Cut::BoldItalic;
        style.cut = cut_for(run.strong || is_strong || !run.badge.empty(), run.emphasis || is_emphasis);
        style.badge = !run.badge.empty();
        if (style.badge)
            style.size *= 0.88;
        const bool leads_inside = run.link.starts_with("#") && m_ids.contains(run.link.substr(1));
        if (leads_inside || run.link.starts_with("#heading ") || run.link.starts_with("https://") ||
            run.link.starts_with("http://") || run.link.starts_with("mailto:"))
        {
            const int node = base.node < 0 ? -1 : structure.add("Link", base.node);
            style.link = static_cast<int>(structure.links.size());
            style.node = node;
            style.colour = colours::accent;
            structure.links.push_back({run.link, run.text, node});
        }
        pieces.push_back({run.text, style});
    }
    return pieces;
}

std::vector<Item> Typesetter::lines(const Text& text, const Lines& how)
{
    std::vector<Item> items;
    const double height = how.style.size * how.leading;
    const double letters_height = (Fonts::ascent + Fonts::descent) * how.style.size;
    const double baseline = (height - letters_height) / 2 + Fonts::ascent * how.style.size;
    for (TextLine& line : lines_of(fonts, styled(text, how.style), how.width))
    {
        Item item;
        item.height = height;
        for (Letters& run : line.runs)
        {
            run.x += how.left;
            run.y += baseline;
            if (run.style.badge)
                item.marks.emplace_back(label_behind(run));
            add_boxes(run, item.marks);
            if (run.style.link >= 0 && how.underlined)
                item.marks.emplace_back(line_under(run));
            item.marks.emplace_back(std::move(run));
        }
        items.push_back(std::move(item));
    }
    if (items.size() > 1)
        items.front().keep = items[items.size() - 2].keep = true;
    return items;
}

} // namespace fedadvise::document
