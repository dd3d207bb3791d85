#include "document/text_layout.h"
#include "document/writers.h"

#include "foundation/number_text.h"

namespace fedadvise::document
{

namespace
{

class TextWriter
{
public:
    explicit TextWriter(const Document& document)
    {
        m_page.heading(document.title + " – " + document.kind, 1);
        write_blocks(document.blocks, 0);
        if (document.contents && !m_lead.empty())
        {
            // A terminal shows the end of a long text: what matters most stands there once more.
            m_page.heading("In short, once more", 2);
            for (const std::string& sentence : m_lead)
                m_page.item(sentence, 0, "*");
        }
        m_page.empty_line();
        m_page.paragraph(document.footer);
    }

    [[nodiscard]] const std::string& text() const { return m_page.text(); }

private:
    void write(const Heading& heading, std::size_t)
    {
        m_headings += heading.level == 2 ? 1 : 0;
        m_page.heading(heading.text, heading.level == 2 ? 2 : 3);
    }

    void write(const Paragraph& paragraph, std::size_t indent)
    {
        if (paragraph.tone == Tone::Lead)
        {
            m_page.item(letters_of(paragraph.text), indent, "*");
            if (m_headings < 2)
                m_lead.push_back(letters_of(paragraph.text));
        }
        else
            m_page.paragraph((paragraph.tone == Tone::Warning ? "! " : "") + letters_of(paragraph.text), indent);
    }

    void write(const List& list, std::size_t indent)
    {
        std::int64_t number = 0;
        for (const ListItem& item : list.items)
        {
            const std::string mark = list.numbered ? foundation::with_thousands(++number) + "." : "-";
            const std::size_t inside = indent + (list.numbered ? 0 : 2);
            m_page.item(letters_of(item.text), inside, mark);
            for (const Paragraph& paragraph : item.more)
                m_page.paragraph(letters_of(paragraph.text), inside + mark.size() + 1);
        }
    }

    void write(const Table& table, std::size_t indent)
    {
        if (table.rows.empty())
            return;
        m_page.paragraph(table.caption + ":", indent);
        for (const Row& row : table.rows)
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i)
                write_cell(table.columns[i].heading, row.cells[i], i == 0, indent);
    }

    void write_cell(const std::string& heading, const Cell& cell, bool first, std::size_t indent)
    {
        bool told = false;
        for (const Paragraph& paragraph : cell.paragraphs)
        {
            const std::string letters = letters_of(paragraph.text);
            if (letters.empty())
                continue;
            if (first && !told)
                m_page.item(letters, indent + 2);
            else
                m_page.paragraph((told || heading.empty() ? "" : heading + ": ") + letters, indent + 4);
            told = true;
        }
    }

    void write(const Figure& figure, std::size_t indent)
    {
        if (!figure.said_beside)
            m_page.paragraph(figure.scene.title + ": " + figure.scene.description, indent);
    }

    void write(const Fold& fold, std::size_t indent) { write_blocks(fold.blocks, indent + 2); }

    void write(const PageBreak&, std::size_t) {}

    void write_blocks(const std::vector<Block>& blocks, std::size_t indent)
    {
        for (const Block& block : blocks)
            std::visit([&](const auto& value) { write(value, indent); }, block.value);
    }

    TextPage m_page;
    int m_headings = 0;              ///< of level 2, so far
    std::vector<std::string> m_lead; ///< the sentences to read first, of the first section
};

} // namespace

std::string document_as_text(const Document& document)
{
    return TextWriter(document).text();
}

} // namespace fedadvise::document
