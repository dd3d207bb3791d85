#include "document/page_flow.h"

#include "foundation/date.h"

#include <algorithm>

namespace fedadvise::document
{

namespace
{

constexpr Colour notice_ground{0.965, 0.957, 0.925}, warning_ground{0.984, 0.933, 0.925};
constexpr Colour lead_ground{0.925, 0.957, 0.961};
constexpr int deepest_indent = 4;

bool is_empty(const Text& text)
{
    return drawable(letters_of(text)).find_first_not_of(U' ') == std::u32string::npos;
}

/// The text that stands for a picture.
std::string alternative_of(const Scene& scene)
{
    const std::string between = scene.title.empty() || scene.description.empty() ? "" : ": ";
    const std::string text = scene.title + between + scene.description;
    return text.empty() ? "Picture" : text;
}

std::string number_text(std::size_t number)
{
    return std::to_string(number);
}

class BlockSetter
{
public:
    BlockSetter(const Document& document, Typesetter& set) : m_document(document), m_set(set) {}

    Flow all()
    {
        add_title();
        if (m_document.contents)
            add_contents();
        add_blocks(m_document.blocks);
        return std::move(m_flow);
    }

private:
    void add_title()
    {
        Item bar;
        bar.height = scaled(15);
        bar.keep = true;
        bar.marks.emplace_back(Decoration{left(), 0, width(), scaled(4), 0, colours::accent, {}, 0, false});
        add({bar}, 0, 0);
        add_kept(paragraph(m_document.title, "H1", m_set.style(23, true), 1.2), 0, 3);
        add_kept(paragraph(m_document.kind, "P", m_set.style(13, false, colours::accent), 1.3), 0, 2);
        const auto date = foundation::parse_date(m_document.date);
        add_kept(paragraph(date ? foundation::date_in_words(*date) : m_document.date, "P",
                           m_set.style(9.5, false, colours::soft), 1.4),
                 0, 14);
    }

    std::vector<Item> paragraph(const std::string& text, const std::string& type, const Style& style, double leading)
    {
        Typesetter::Lines how{style, left(), width(), leading};
        how.style.node = m_set.structure.add(type, 0);
        return m_set.lines(plain(text), how);
    }

    void add_contents()
    {
        std::vector<const Heading*> entries;
        collect_headings(m_document.blocks, entries);
        if (entries.empty())
            return;
        add_kept(paragraph("Contents", "P", m_set.style(12, true), 1.3), 10, 4);
        const int list = m_set.structure.add("TOC", 0);
        for (std::size_t i = 0; i < entries.size(); ++i)
            if (entries[i]->level <= 2)
                add_entry(entries[i]->text, static_cast<int>(i), list);
        m_after = scaled(16);
    }

    /// A line of the contents; its dots and its number are set when the pages are known.
    void add_entry(const std::string& text, int heading, int list)
    {
        Typesetter::Lines how{m_set.style(10.5), left(), width() - scaled(40), 1.55};
        how.underlined = false;
        how.style.node = m_set.structure.add("TOCI", list);
        Text link = plain(text);
        link.front().link = "#heading " + number_text(static_cast<std::size_t>(heading));
        std::vector<Item> lines = m_set.lines(link, how);
        if (lines.empty())
            return;
        Item& last = lines.back();
        auto number = std::get<Letters>(last.marks.back());
        const double end = number.x + number.width;
        number.codes.clear();
        number.glyphs.clear();
        number.style.cut = Cut::Regular;
        number.x = left() + width(); // its right end
        const double dots = end + scaled(6), dots_end = number.x - scaled(22);
        if (dots_end > dots)
            last.marks.emplace_back(
                Decoration{dots, number.y - 0.5, dots_end - dots, 0, 0, {}, colours::soft, scaled(0.9), true});
        last.page_number = heading;
        last.marks.insert(last.marks.end(), std::move(number));
        add(std::move(lines), 0, 0);
    }

    void collect_headings(const std::vector<Block>& blocks, std::vector<const Heading*>& found) const
    {
        for (const Block& block : blocks)
            if (const auto* heading = std::get_if<Heading>(&block.value))
                found.push_back(heading);
            else if (const auto* fold = std::get_if<Fold>(&block.value))
                collect_headings(fold->blocks, found);
    }

    void add_blocks(const std::vector<Block>& blocks)
    {
        for (const Block& block : blocks)
        {
            const auto* paragraph = std::get_if<Paragraph>(&block.value);
            m_in_lead = m_in_lead && paragraph != nullptr && paragraph->tone == Tone::Lead;
            std::visit(*this, block.value);
        }
        m_in_lead = false;
    }

public: // for std::visit
    void operator()(const Heading& heading)
    {
        const int level = std::clamp(heading.level, 2, 4);
        const bool is_large = level == 2;
        const double sizes[] = {m_set.measures.large_heading, 12, 10.5};
        static constexpr double before[] = {22, 15, 10}, after[] = {5, 3, 2};
        const auto place = static_cast<std::size_t>(level - 2);
        const Style style = m_set.style(sizes[place], true, level == 3 ? colours::text : colours::accent);
        std::vector<Item> lines =
            paragraph(heading.text, "H" + number_text(static_cast<std::size_t>(level)), style, 1.28);
        m_level = level;
        m_flow.headings.push_back({level, heading.text, {}});
        if (lines.empty())
            return;
        if (is_large)
            put_under_rule(lines.front());
        lines.front().ids.push_back(heading.id);
        lines.front().heading = static_cast<int>(m_flow.headings.size()) - 1;
        add_kept(std::move(lines), before[place], after[place]);
    }

    void operator()(const Paragraph& source)
    {
        const double gap = has_panel(source.tone) ? 7 : source.tone == Tone::Small ? 3 : 5;
        add_paragraph(source, {m_set.style_for(source.tone), left(), width(), m_set.measures.leading}, gap, 0);
        m_in_lead = source.tone == Tone::Lead && (m_in_lead || !is_empty(source.text));
    }

    void operator()(const List& list)
    {
        const int node = m_set.structure.add("L", 0);
        m_set.structure.nodes.back().attributes = list.numbered ? "Decimal" : "Disc";
        const Style style = m_set.style(10.5);
        double indent = scaled(15);
        if (list.numbered)
            indent = std::max(indent, one_line(m_set.fonts, number_text(list.items.size()) + ".", style, 200).width +
                                          scaled(6));
        m_after = std::max(m_after, scaled(4));
        for (std::size_t i = 0; i < list.items.size(); ++i)
            add_list_item(list.items[i], list.numbered ? number_text(i + 1) + "." : "•", indent, node);
        m_after = std::max(m_after, scaled(6));
    }

    void operator()(const Table& table)
    {
        const std::size_t first = m_flow.items.size();
        add_table(table, m_set, m_flow, left(), std::max(m_after, scaled(9)) + m_outside, 0);
        if (m_flow.items.size() == first)
            return;
        m_flow.items[first].new_page = std::exchange(m_new_page, false);
        m_outside = 0;
        m_after = scaled(12);
    }

    void operator()(const Figure& figure)
    {
        auto scene = std::make_shared<Scene>(figure.scene);
        scene->width = std::clamp(scene->width, 1, 10'000);
        scene->height = std::clamp(scene->height, 1, 10'000);
        const double unit = (paper_width - 2 * m_set.measures.margin) / 720;
        const double room = (m_set.measures.bottom - m_set.measures.top) * 0.8;
        const double scale = std::min({unit, width() / scene->width, room / scene->height});
        Item picture;
        picture.height = scene->height * scale;
        const int node = m_set.structure.add("Figure", 0);
        m_set.structure.nodes.back().alternative = alternative_of(*scene);
        picture.marks.emplace_back(Drawing{left(), 0, scale, std::move(scene), node});

        Typesetter::Lines how{m_set.style(9, false, colours::soft), left(), width(), 1.35};
        how.width = std::min(how.width, longest_line());
        how.style.node = m_set.structure.add("P", 0);
        std::vector<Item> caption = m_set.lines(plain(figure.caption), how);
        picture.keep = !caption.empty();
        add({std::move(picture)}, 10, caption.empty() ? 12 : 4);
        if (caption.size() < 8)
            for (std::size_t i = 0; i + 1 < caption.size(); ++i)
                caption[i].keep = true;
        add(std::move(caption), 4, 12);
    }

    void operator()(const Fold& fold)
    {
        const int level = std::clamp(m_level + 1, 3, 6);
        add_kept(paragraph(fold.label, "H" + number_text(static_cast<std::size_t>(level)), m_set.style(10, true), 1.3),
                 10, 2);
        ++m_indent;
        const int outer = std::exchange(m_level, level);
        add_blocks(fold.blocks);
        m_level = outer;
        --m_indent;
    }

    void operator()(const PageBreak&) { m_new_page = true; }

private:
    /// The rule above a heading of level 2.
    void put_under_rule(Item& line)
    {
        const double room = scaled(9);
        shift(line.marks, room);
        line.height += room;
        line.marks.emplace(line.marks.begin(),
                           Decoration{left(), 0, width(), scaled(1.6), 0, colours::accent, {}, 0, false});
    }

    static bool has_panel(Tone tone) { return tone == Tone::Lead || tone == Tone::Notice || tone == Tone::Warning; }

    void add_paragraph(const Paragraph& source, Typesetter::Lines how, double gap, int parent)
    {
        if (is_empty(source.text))
            return;
        const int panel = has_panel(source.tone) ? panel_for(source.tone, how) : -1;
        if (panel < 0)
            how.width = std::min(how.width, longest_line());
        how.style.node = m_set.structure.add("P", parent);
        std::vector<Item> lines = m_set.lines(source.text, how);
        lines.front().ids.push_back(source.id);
        lines.back().keep = letters_of(source.text).ends_with(":"); // it leads to what follows
        for (Item& line : lines)
            line.panel = panel;
        const double outside = panel < 0 ? 0 : m_flow.panels[static_cast<std::size_t>(panel)].padding;
        if (m_in_lead)
            m_after = m_outside = 0; // the panel goes on
        else
            m_outside += outside;
        add(std::move(lines), m_in_lead ? 5 : gap, gap);
        m_outside = outside;
    }

    /// The panel of a paragraph, whose lines become shorter for it; paragraphs of one lead share theirs.
    int panel_for(Tone tone, Typesetter::Lines& how)
    {
        Panel panel;
        panel.left = how.left;
        panel.width = how.width;
        panel.padding = scaled(tone == Tone::Lead ? 8 : 5.5);
        panel.bar = scaled(tone == Tone::Warning ? 6 : tone == Tone::Lead ? 4 : 2);
        panel.ink = tone == Tone::Lead ? colours::accent : colours::set_off(tone == Tone::Warning);
        panel.ground = tone == Tone::Warning ? warning_ground : tone == Tone::Notice ? notice_ground : lead_ground;
        const double inside = panel.bar + scaled(10);
        how.left += inside;
        how.width -= inside + scaled(10);
        if (!m_in_lead)
            m_flow.panels.push_back(panel);
        return static_cast<int>(m_flow.panels.size()) - 1;
    }

    void add_list_item(const ListItem& item, const std::string& mark, double indent, int list)
    {
        const int node = m_set.structure.add("LI", list);
        Style style = m_set.style(10.5);
        style.node = m_set.structure.add("Lbl", node);
        Letters label = one_line(m_set.fonts, mark, style, 200);
        label.codes += U' ';
        label.glyphs.push_back(m_set.fonts.glyph(style.cut, U' '));
        const int body = m_set.structure.add("LBody", node);

        Typesetter::Lines how{m_set.style(10.5), left() + indent, 0, m_set.measures.leading};
        how.width = std::min(width() - indent, longest_line());
        how.style.node = body;
        std::vector<Item> lines = m_set.lines(item.text, how);
        if (lines.empty())
        {
            lines.emplace_back();
            lines.back().height = how.style.size * how.leading;
        }
        label.x = left() + scaled(mark == "•" ? 3 : 0);
        label.y = how.style.size * ((how.leading - Fonts::ascent - Fonts::descent) / 2 + Fonts::ascent);
        lines.front().marks.emplace(lines.front().marks.begin(), std::move(label));
        lines.back().keep = lines.back().keep || !item.more.empty();
        add(std::move(lines), 2.5, 2.5);
        for (const Paragraph& more : item.more)
            add_paragraph(more, {m_set.style_for(more.tone), left() + indent, width() - indent, m_set.measures.leading},
                          has_panel(more.tone) ? 4 : 1.5, body);
    }

    /// `before` and `after` are sizes of gaps for letters of 10.5 points; of two that meet, the larger one counts.
    void add(std::vector<Item> items, double before, double after)
    {
        if (items.empty())
            return;
        items.front().gap = std::max(m_after, gap_of(before)) + std::exchange(m_outside, 0);
        items.front().new_page = std::exchange(m_new_page, false);
        m_after = gap_of(after);
        std::move(items.begin(), items.end(), std::back_inserter(m_flow.items));
    }

    /// Stays with what follows, unless it is endless.
    void add_kept(std::vector<Item> items, double before, double after)
    {
        if (items.size() < 8)
            for (Item& item : items)
                item.keep = true;
        else
            items.back().keep = true;
        add(std::move(items), before, after);
    }

    [[nodiscard]] double longest_line() const { return scaled(10.5) * m_set.measures.longest_line; }
    [[nodiscard]] double gap_of(double length) const { return scaled(length) * m_set.measures.air; }
    [[nodiscard]] double scaled(double length) const { return m_set.measures.scaled(length); }
    [[nodiscard]] double left() const
    {
        return m_set.measures.margin + scaled(12) * std::min(m_indent, deepest_indent);
    }
    [[nodiscard]] double width() const { return m_set.measures.margin + m_set.measures.width() - left(); }

    const Document& m_document;
    Typesetter& m_set;
    Flow m_flow;
    double m_after = 0;   ///< the gap that the last item asks for
    double m_outside = 0; ///< what panels need above or below their lines, besides
    int m_indent = 0;
    int m_level = 2;
    bool m_new_page = false;
    bool m_in_lead = false;
};

} // namespace

Flow flow_of(const Document& document, Typesetter& set)
{
    return BlockSetter(document, set).all();
}

} // namespace fedadvise::document
