#include "document/page_flow.h"

#include <algorithm>

namespace fedadvise::document
{

namespace
{

/// A row that is being put on one or more pages: how far each cell has come.
struct OpenRow
{
    Item* item = nullptr;
    std::vector<std::size_t> next; ///< by cell: the first line that is still to come
    bool is_done = false;
};

class Paginator
{
public:
    Paginator(Flow flow, PageLayout& layout) : m_flow(std::move(flow)), m_layout(layout), m_measures(layout.measures)
    {
        m_layout.headings = m_flow.headings;
    }

    void run()
    {
        open_page();
        for (std::size_t i = 0; i < m_flow.items.size();)
        {
            std::size_t end = i + 1;
            while (end < m_flow.items.size() && m_flow.items[end - 1].keep && !m_flow.items[end].new_page)
                ++end;
            if (m_flow.items[i].new_page && !m_is_fresh)
                open_page();
            if (!m_is_fresh && m_y + height_of(i, end, false) > m_measures.bottom)
                open_page_for(m_flow.items[i]);
            for (; i < end; ++i)
                place(m_flow.items[i]);
        }
        close_panel();
        set_page_numbers();
    }

private:
    [[nodiscard]] double room() const { return m_measures.bottom - m_measures.top; }

    /// Of items that are to stand together, with the gap above them; of a row that is divided anyhow, its beginning.
    [[nodiscard]] double height_of(std::size_t begin, std::size_t end, bool on_fresh_page) const
    {
        double height = 0;
        for (std::size_t i = begin; i < end; ++i)
        {
            const Item& item = m_flow.items[i];
            height += (i == begin && on_fresh_page ? 0 : item.gap) +
                      (is_divided(item) ? std::min(item.height, room() / 6) : item.height);
        }
        return height;
    }

    [[nodiscard]] const Item* header_for(const Item& item) const
    {
        if (!item.row || item.row->is_header)
            return nullptr;
        const auto& header = m_flow.table_headers[item.row->table];
        return header ? &*header : nullptr;
    }

    /// Whether a row is higher than a page.
    [[nodiscard]] bool is_divided(const Item& item) const
    {
        const Item* header = header_for(item);
        return item.row && item.height > room() - (header != nullptr ? header->height : 0);
    }

    void open_page()
    {
        close_panel();
        m_layout.pages.emplace_back();
        m_y = m_layout.pages.size() == 1 ? m_measures.first_top : m_measures.top;
        m_is_fresh = true;
    }

    /// Begins a page with the table's header, when it is in a table.
    void open_page_for(const Item& item)
    {
        open_page();
        if (const Item* header = header_for(item))
        {
            Item copy = *header;
            place_row(copy);
        }
    }

    void place(Item& item)
    {
        if (is_divided(item))
            return place_divided(item);
        if (!m_is_fresh && m_y + item.gap + item.height > m_measures.bottom)
            open_page_for(item);
        if (!m_is_fresh)
            m_y += item.gap;
        note(item);
        if (item.row)
            return place_row(item);
        follow_panel(item);
        if (item.page_number >= 0)
            m_numbers.push_back({m_layout.pages.size() - 1, m_layout.pages.back().marks.size() + item.marks.size() - 1,
                                 item.page_number});
        put(item.marks, m_y);
        advance(item.height);
        if (item.panel >= 0)
            m_panel_end = m_y;
    }

    void place_row(Item& item)
    {
        close_panel();
        OpenRow row{&item, std::vector<std::size_t>(item.row->cells.size()), false};
        place_part(row, item.height);
    }

    void place_divided(Item& item)
    {
        OpenRow row{&item, std::vector<std::size_t>(item.row->cells.size()), false};
        if (!m_is_fresh && m_measures.bottom - m_y - item.gap < room() / 6)
            open_page_for(item);
        if (!m_is_fresh)
            m_y += item.gap;
        close_panel();
        note(item);
        while (true)
        {
            place_part(row, m_measures.bottom - m_y);
            if (row.is_done)
                return;
            open_page_for(item);
        }
    }

    /// As many lines of each cell as fit into so much height, but at least one in all; then the line below the row.
    void place_part(OpenRow& row, double height)
    {
        FlowRow& source = *row.item->row;
        Marks marks;
        double used = 0;
        row.is_done = true;
        const double room_for_lines = height - 2 * source.padding + 0.01;
        for (std::size_t cell = 0; cell < source.cells.size(); ++cell)
        {
            double y = 0;
            std::size_t& next = row.next[cell];
            for (const std::size_t first = next; next < source.cells[cell].size(); ++next)
            {
                Item& line = source.cells[cell][next];
                const double gap = next == first ? 0 : line.gap;
                if (y + gap + line.height > room_for_lines && next > first)
                    break;
                shift(line.marks, y + gap + source.padding);
                y += gap + line.height;
                std::move(line.marks.begin(), line.marks.end(), std::back_inserter(marks));
            }
            row.is_done = row.is_done && next == source.cells[cell].size();
            used = std::max(used, y);
        }
        const bool is_whole = row.is_done && height >= row.item->height - 0.01 && !is_divided(*row.item);
        const double total = is_whole ? row.item->height : used + 2 * source.padding;
        draw_row(source, total);
        put(marks, m_y);
        advance(total);
    }

    void draw_row(const FlowRow& row, double height)
    {
        Page& page = m_layout.pages.back();
        if (row.is_header)
            page.grounds.emplace_back(Decoration{row.left, m_y, row.width, height, 0, colours::pale, {}, 0, false});
        const bool is_strong = row.is_header || row.is_last;
        const double thickness = is_strong ? 0.9 : 0.45;
        page.grounds.emplace_back(Decoration{row.left,
                                             m_y + height - thickness,
                                             row.width,
                                             thickness,
                                             0,
                                             is_strong ? colours::accent : colours::line,
                                             {},
                                             0,
                                             false});
    }

    void put(Marks& marks, double y)
    {
        shift(marks, y);
        std::move(marks.begin(), marks.end(), std::back_inserter(m_layout.pages.back().marks));
    }

    void advance(double height)
    {
        m_y += height;
        m_is_fresh = false;
    }

    /// Where links and bookmarks lead to.
    void note(const Item& item)
    {
        const Spot spot{m_layout.pages.size() - 1, m_y};
        for (const std::string& id : item.ids)
            if (!id.empty())
                m_layout.targets.emplace(id, spot);
        if (item.heading >= 0)
            m_layout.headings[static_cast<std::size_t>(item.heading)].spot = spot;
    }

    void follow_panel(const Item& item)
    {
        if (item.panel == m_panel)
            return;
        close_panel();
        m_panel = item.panel;
        m_panel_begin = m_y;
    }

    /// Draws the panel that ends here, behind the items that stand on this page.
    void close_panel()
    {
        if (m_panel < 0)
            return;
        const Panel& panel = m_flow.panels[static_cast<std::size_t>(m_panel)];
        const double top = m_panel_begin - panel.padding, height = m_panel_end + panel.padding - top;
        Marks& grounds = m_layout.pages.back().grounds;
        grounds.emplace_back(Decoration{panel.left, top, panel.width, height, 0, panel.ground, {}, 0, false});
        grounds.emplace_back(Decoration{panel.left, top, panel.bar, height, 0, panel.ink, {}, 0, false});
        m_panel = -1;
    }

    struct Number
    {
        std::size_t page = 0, mark = 0;
        int heading = 0;
    };

    void set_page_numbers()
    {
        for (const Number& number : m_numbers)
        {
            auto& letters = std::get<Letters>(m_layout.pages[number.page].marks[number.mark]);
            const Spot& spot = m_layout.headings[static_cast<std::size_t>(number.heading)].spot;
            Letters set = one_line(*m_layout.fonts, std::to_string(spot.page + 1), letters.style, 100);
            set.x = letters.x - set.width;
            set.y = letters.y;
            letters = std::move(set);
        }
    }

    Flow m_flow;
    PageLayout& m_layout;
    const Measures& m_measures;
    double m_y = 0;
    bool m_is_fresh = true; ///< nothing stands on the page yet
    int m_panel = -1;
    double m_panel_begin = 0, m_panel_end = 0;
    std::vector<Number> m_numbers;
};

} // namespace

void put_on_pages(Flow flow, PageLayout& layout)
{
    Paginator(std::move(flow), layout).run();
}

void add_frames(const Document& document, PageLayout& layout)
{
    const Measures& measures = layout.measures;
    Style style;
    style.size = 8;
    style.colour = colours::soft;
    for (std::size_t i = 0; i < layout.pages.size(); ++i)
    {
        Marks& frame = layout.pages[i].frame;
        const auto line = [&](double y) {
            frame.emplace_back(Decoration{measures.margin, y, measures.width(), 0.45, 0, colours::line, {}, 0, false});
        };
        const auto add = [&](Letters letters, double x, double y)
        {
            letters.x = x;
            letters.y = y;
            frame.emplace_back(std::move(letters));
        };
        if (i > 0)
        {
            const std::string between = layout.title.empty() || layout.kind.empty() ? "" : " – ";
            add(one_line(*layout.fonts, layout.title + between + layout.kind, style, measures.width()), measures.margin,
                measures.header);
            line(measures.header + 5);
        }
        const std::string number = "Page " + std::to_string(i + 1) + " of " + std::to_string(layout.pages.size());
        Letters right = one_line(*layout.fonts, number, style, measures.width());
        const double left_of = measures.margin + measures.width() - right.width;
        line(measures.footer - 12);
        add(one_line(*layout.fonts, document.footer, style, measures.width() - right.width - 20), measures.margin,
            measures.footer);
        add(std::move(right), left_of, measures.footer);
    }
}

} // namespace fedadvise::document
