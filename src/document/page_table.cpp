#include "document/page_flow.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace fedadvise::document
{

namespace
{

/// Letters and gaps of a table: smaller the more columns it has, since it must not leave the page.
struct TableMeasures
{
    double size = 9.5;
    double gap = 5;       ///< left and right of a cell's text
    double padding = 3.5; ///< above and below
};

TableMeasures measures_for(std::size_t columns)
{
    if (columns > 24)
        return {4.5, 1, 1.5};
    if (columns > 14)
        return {6.5, 2, 2};
    if (columns > 8)
        return {7.5, 3, 2.5};
    if (columns > 5)
        return {8.8, 4, 3};
    return {};
}

class TableSetter
{
public:
    TableSetter(const Table& table, Typesetter& set, Flow& flow, double left, int parent)
        : m_table(table), m_set(set), m_flow(flow), m_left(left)
    {
        m_count = table.columns.size();
        for (const Row& row : table.rows)
            m_count = std::max(m_count, row.cells.size());
        m_measures = measures_for(m_count);
        m_node = set.structure.add("Table", parent);
        m_width = set.measures.margin + set.measures.width() - left;
    }

    void add(double before)
    {
        m_flow.table_headers.emplace_back();
        find_widths();
        const std::size_t first = m_flow.items.size();
        add_caption();
        add_header();
        for (const Row& row : m_table.rows)
            add_row(row);
        if (m_flow.items.size() == first)
            return;
        m_flow.items[first].gap = before;
        if (m_flow.items.back().row)
            m_flow.items.back().row->is_last = true;
    }

private:
    [[nodiscard]] double scaled(double length) const { return m_set.measures.scaled(length); }

    void add_caption()
    {
        if (drawable(m_table.caption).empty())
            return;
        Typesetter::Lines how{m_set.style(10, true), m_left, m_width, 1.35};
        how.style.node = m_set.structure.add("Caption", m_node);
        std::vector<Item> lines = m_set.lines(plain(m_table.caption), how);
        const bool is_short = lines.size() < 6;
        for (Item& line : lines)
        {
            line.keep = line.keep || is_short;
            m_flow.items.push_back(std::move(line));
        }
        m_gap_after_caption = scaled(3);
    }

    /// Shares as the columns ask, but no column is narrower than its longest word as long as others have room.
    void find_widths()
    {
        std::vector<double> least(m_count), widths(m_count);
        double shares = 0, missing = 0, to_spare = 0;
        for (std::size_t i = 0; i < m_count; ++i)
            shares += share(i);
        for (std::size_t i = 0; i < m_count; ++i)
        {
            widths[i] = m_width * share(i) / shares;
            least[i] = std::min(longest_in_column(i) + 2 * scaled(m_measures.gap) + 0.5, m_width / 3);
            missing += std::max(0.0, least[i] - widths[i]);
            to_spare += std::max(0.0, widths[i] - least[i]);
        }
        const double all_least = std::accumulate(least.begin(), least.end(), 0.0);
        m_lefts.push_back(m_left);
        for (std::size_t i = 0; i < m_count; ++i)
        {
            if (all_least >= m_width)
                widths[i] = least[i] * m_width / all_least;
            else if (widths[i] < least[i])
                widths[i] = least[i];
            else if (missing > 0)
                widths[i] -= (widths[i] - least[i]) * missing / to_spare;
            m_lefts.push_back(m_lefts.back() + widths[i]);
        }
    }

    [[nodiscard]] double share(std::size_t column) const
    {
        return column < m_table.columns.size() ? std::clamp(m_table.columns[column].width, 1, 12) : 1;
    }

    [[nodiscard]] double longest_in_column(std::size_t column) const
    {
        const Style strong = m_set.style(m_measures.size, true), normal = m_set.style(m_measures.size);
        double longest = 0;
        if (column < m_table.columns.size())
            longest = longest_word(m_set.fonts, m_table.columns[column].heading, strong);
        for (const Row& row : m_table.rows)
            if (column < row.cells.size())
                for (const Paragraph& paragraph : row.cells[column].paragraphs)
                    for (const Run& run : paragraph.text)
                        longest = std::max(longest, word_width(run, column == 0 || run.strong ? strong : normal));
        return longest;
    }

    [[nodiscard]] double word_width(const Run& run, const Style& style) const
    {
        if (run.badge.empty())
            return longest_word(m_set.fonts, run.text, style);
        // a label does not break
        std::string text = run.text;
        std::replace(text.begin(), text.end(), ' ', '_');
        return longest_word(m_set.fonts, text, style) + style.size;
    }

    [[nodiscard]] Typesetter::Lines lines_in(std::size_t column, bool strong) const
    {
        const double gap = scaled(m_measures.gap);
        Typesetter::Lines how{m_set.style(m_measures.size, strong), m_lefts[column] + gap,
                              m_lefts[column + 1] - m_lefts[column] - 2 * gap, 1.35};
        how.width = std::max(how.width, 1.0);
        return how;
    }

    FlowRow new_row() const
    {
        FlowRow row;
        row.table = m_flow.table_headers.size() - 1;
        row.padding = scaled(m_measures.padding);
        row.left = m_left;
        row.width = m_width;
        return row;
    }

    void add_header()
    {
        const auto has_heading = [](const Column& column) { return !drawable(column.heading).empty(); };
        if (std::none_of(m_table.columns.begin(), m_table.columns.end(), has_heading))
            return;
        const int node = m_set.structure.add("TR", m_node);
        FlowRow row = new_row();
        row.is_header = true;
        for (std::size_t i = 0; i < m_count; ++i)
        {
            Typesetter::Lines how = lines_in(i, true);
            how.style.node = m_set.structure.add("TH", node);
            m_set.structure.nodes.back().attributes = "Column";
            row.cells.push_back(m_set.lines(plain(i < m_table.columns.size() ? m_table.columns[i].heading : ""), how));
        }
        push(std::move(row), {});
        Item header = m_flow.items.back();
        if (header.height > (m_set.measures.bottom - m_set.measures.top) / 3)
            return; // too high to be repeated, or even to stay with the next row
        m_flow.items.back().keep = true;
        header.gap = 0;
        for (std::vector<Item>& cell : header.row->cells)
            for (Item& line : cell)
                make_artifacts(line.marks);
        m_flow.table_headers.back() = std::move(header);
    }

    void add_row(const Row& source)
    {
        const int node = m_set.structure.add("TR", m_node);
        FlowRow row = new_row();
        std::vector<std::string> ids{source.id};
        for (std::size_t i = 0; i < m_count; ++i)
        {
            const int cell = m_set.structure.add(i == 0 ? "TH" : "TD", node);
            if (i == 0)
                m_set.structure.nodes.back().attributes = "Row";
            row.cells.push_back(i < source.cells.size() ? cell_lines(source.cells[i], i, cell, ids)
                                                        : std::vector<Item>{});
        }
        push(std::move(row), std::move(ids));
    }

    std::vector<Item> cell_lines(const Cell& cell, std::size_t column, int node, std::vector<std::string>& ids)
    {
        std::vector<Item> lines;
        for (const Paragraph& paragraph : cell.paragraphs)
        {
            ids.push_back(paragraph.id);
            Typesetter::Lines how = lines_in(column, column == 0);
            if (paragraph.tone == Tone::Small)
            {
                how.style.size *= 0.9;
                how.style.colour = colours::soft;
                how.style.cut = Cut::Regular;
            }
            how.style.node = m_set.structure.add("P", node);
            std::vector<Item> more = set_off(paragraph, how);
            if (!more.empty() && !lines.empty())
                more.front().gap = scaled(m_measures.padding * 0.7);
            lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        return lines;
    }

    /// Notices and warnings have a bar on their left in cells too.
    std::vector<Item> set_off(const Paragraph& paragraph, Typesetter::Lines how)
    {
        const bool is_warning = paragraph.tone == Tone::Warning;
        const double bar = scaled(is_warning ? 3 : 1.2), edge = how.left;
        if ((!is_warning && paragraph.tone != Tone::Notice) || how.width < 10 * bar)
            return m_set.lines(paragraph.text, how);
        how.left += bar + scaled(4);
        how.width -= bar + scaled(4);
        std::vector<Item> lines = m_set.lines(paragraph.text, how);
        for (Item& line : lines)
            line.marks.emplace_back(
                Decoration{edge, 0, bar, line.height, 0, colours::set_off(is_warning), {}, 0, false});
        return lines;
    }

    void push(FlowRow row, std::vector<std::string> ids)
    {
        Item item;
        double highest = m_set.measures.scaled(m_measures.size) * 1.35;
        for (const std::vector<Item>& cell : row.cells)
            highest = std::max(highest, std::accumulate(cell.begin(), cell.end(), 0.0,
                                                        [](double sum, const Item& line)
                                                        { return sum + line.gap + line.height; }));
        item.height = highest + 2 * row.padding;
        item.gap = m_gap_after_caption;
        m_gap_after_caption = 0;
        item.ids = std::move(ids);
        item.row = std::move(row);
        m_flow.items.push_back(std::move(item));
    }

    const Table& m_table;
    Typesetter& m_set;
    Flow& m_flow;
    TableMeasures m_measures;
    std::size_t m_count = 0;
    double m_left = 0, m_width = 0;
    double m_gap_after_caption = 0;
    int m_node = -1;
    std::vector<double> m_lefts; ///< of the columns, and the right edge
};

} // namespace

void add_table(const Table& table, Typesetter& set, Flow& flow, double left, double before, int parent)
{
    TableSetter(table, set, flow, left, parent).add(before);
}

} // namespace fedadvise::document
