#include "document/html_page.h"
#include "document/markup.h"
#include "document/writers.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace fedadvise::document
{

namespace
{

void collect_ids(const std::vector<Block>& blocks, std::set<std::string>& ids)
{
    for (const Block& block : blocks)
    {
        if (const auto* heading = std::get_if<Heading>(&block.value))
            ids.insert(heading->id);
        else if (const auto* paragraph = std::get_if<Paragraph>(&block.value))
            ids.insert(paragraph->id);
        else if (const auto* table = std::get_if<Table>(&block.value))
            for (const Row& row : table->rows)
                ids.insert(row.id);
        else if (const auto* fold = std::get_if<Fold>(&block.value))
            collect_ids(fold->blocks, ids);
    }
    ids.erase("");
}

std::string_view class_of(Tone tone)
{
    switch (tone)
    {
    case Tone::Small: return "small";
    case Tone::Notice: return "notice";
    case Tone::Warning: return "notice warning";
    case Tone::Normal:
    case Tone::Lead: break;
    }
    return {};
}

class HtmlWriter
{
public:
    explicit HtmlWriter(const Document& document) : m_document(document) { collect_ids(document.blocks, m_ids); }

    std::string whole()
    {
        open_page(m_page, m_document.title + ": " + m_document.kind, {}, m_document.language);
        write_header();
        m_page.open("main", {{"id", "main"}});
        write_blocks(m_document.blocks);
        close_section();
        m_page.close("main").open("footer").element("p", m_document.footer);
        m_page.close("footer").close("body").close("html");
        return m_page.str();
    }

private:
    void write_header()
    {
        m_page.element("a", "Skip to the text", {{"class", "skip"}, {"href", "#main"}});
        m_page.open("header").element("p", m_document.kind, {{"class", "kicker"}});
        m_page.element("h1", m_document.title);
        if (m_document.contents)
            write_contents();
        m_page.close("header");
    }

    void write_contents()
    {
        m_page.open("nav", {{"aria-label", "Contents"}}).open("ul");
        for (const Block& block : m_document.blocks)
            if (const auto* heading = std::get_if<Heading>(&block.value);
                heading != nullptr && heading->level == 2 && !heading->id.empty())
            {
                m_page.open("li");
                m_page.element("a", heading->text, {{"href", "#" + heading->id}});
                m_page.close("li");
            }
        m_page.close("ul").close("nav");
    }

    void write_runs(const Text& text)
    {
        for (const Run& run : text)
        {
            const bool inside = run.link.starts_with('#');
            const bool linked = inside ? m_ids.contains(run.link.substr(1)) : run.link.starts_with("https://");
            if (run.strong)
                m_page.open("strong");
            if (run.emphasis)
                m_page.open("em");
            if (linked)
                m_page.open("a", {{"href", run.link}});
            if (!run.badge.empty())
                m_page.open("span", {{"class", "chip " + run.badge}});
            m_page.text(run.text);
            if (!run.badge.empty())
                m_page.close("span");
            if (linked)
                m_page.close("a");
            if (run.emphasis)
                m_page.close("em");
            if (run.strong)
                m_page.close("strong");
        }
    }

    void write(const Heading& heading)
    {
        const int level = std::clamp(heading.level, 2, 4);
        if (level == 2)
        {
            close_section();
            m_page.open("section");
            m_in_section = true;
        }
        const std::string element = "h" + std::to_string(level);
        if (heading.id.empty())
            m_page.element(element, heading.text);
        else
            m_page.element(element, heading.text, {{"id", heading.id}});
    }

    void close_section()
    {
        if (m_in_section)
            m_page.close("section");
        m_in_section = false;
    }

    void write(const Paragraph& paragraph)
    {
        const std::string_view kind = class_of(paragraph.tone);
        if (!kind.empty() && !paragraph.id.empty())
            m_page.open("p", {{"class", kind}, {"id", paragraph.id}});
        else if (!kind.empty())
            m_page.open("p", {{"class", kind}});
        else if (!paragraph.id.empty())
            m_page.open("p", {{"id", paragraph.id}});
        else
            m_page.open("p");
        write_runs(paragraph.text);
        m_page.close("p");
    }

    void write(const List& list)
    {
        if (list.items.empty())
            return;
        const std::string_view element = list.numbered ? "ol" : "ul";
        m_page.open(element);
        for (const ListItem& item : list.items)
        {
            m_page.open("li");
            write_runs(item.text);
            for (const Paragraph& paragraph : item.more)
                write(paragraph);
            m_page.close("li");
        }
        m_page.close(element);
    }

    void write_cell(const Cell& cell)
    {
        if (cell.paragraphs.size() == 1 && cell.paragraphs.front().tone == Tone::Normal)
            write_runs(cell.paragraphs.front().text);
        else
            for (const Paragraph& paragraph : cell.paragraphs)
                write(paragraph);
    }

    void write(const Table& table)
    {
        if (table.rows.empty() || table.columns.empty())
            return;
        std::vector<std::string_view> columns;
        for (const Column& column : table.columns)
            columns.push_back(column.heading);
        open_table(m_page, table.caption, columns);
        for (const Row& row : table.rows)
        {
            if (row.id.empty())
                m_page.open("tr");
            else
                m_page.open("tr", {{"id", row.id}});
            for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i)
            {
                const std::string_view element = i == 0 ? "th" : "td";
                if (i == 0)
                    m_page.open("th", {{"scope", "row"}});
                else
                    m_page.open("td");
                write_cell(row.cells[i]);
                m_page.close(element);
            }
            m_page.close("tr");
        }
        close_table(m_page);
    }

    void write(const Figure& figure)
    {
        constexpr int too_wide_for_a_phone = 400;
        const bool wide = figure.scene.width > too_wide_for_a_phone;
        if (wide)
            m_page.open("figure", {{"class", "wide"}})
                .open("div", {{"class", "frame"},
                              {"tabindex", "0"},
                              {"role", "group"},
                              {"aria-label", "Picture: " + figure.scene.title}});
        else
            m_page.open("figure", {{"class", "narrow"}});
        m_page.ready(scene_as_svg(figure.scene));
        if (wide)
            m_page.close("div");
        if (!figure.caption.empty())
            m_page.element("figcaption", figure.caption, {{"class", "small"}});
        m_page.close("figure");
    }

    void write(const Fold& fold)
    {
        // What is folded stands beside the disclosure, not in it: no browser can be told to print a closed one.
        m_page.open("details").element("summary", fold.label).close("details");
        m_page.open("div", {{"class", "more"}});
        write_blocks(fold.blocks);
        m_page.close("div");
    }

    void write(const PageBreak&) { m_break = true; }

    void write_blocks(const std::vector<Block>& blocks)
    {
        // Paragraphs of the lead that follow each other stand in one box.
        bool in_lead = false;
        for (const Block& block : blocks)
        {
            const auto* paragraph = std::get_if<Paragraph>(&block.value);
            const bool lead = paragraph != nullptr && paragraph->tone == Tone::Lead;
            if (lead && !in_lead)
                m_page.open("div", {{"class", "lead"}});
            if (!lead && in_lead)
                m_page.close("div");
            in_lead = lead;
            if (m_break)
                m_page.element("div", "", {{"class", "page-break"}});
            m_break = false;
            std::visit([this](const auto& value) { write(value); }, block.value);
        }
        if (in_lead)
            m_page.close("div");
    }

    const Document& m_document;
    std::set<std::string> m_ids;
    Markup m_page;
    bool m_in_section = false;
    bool m_break = false;
};

} // namespace

std::string document_as_html(const Document& document)
{
    return HtmlWriter(document).whole();
}

} // namespace fedadvise::document
