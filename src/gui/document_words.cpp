#include "gui/document_words.h"

#include <string>
#include <variant>

namespace fedadvise::gui
{
namespace
{

Style style_of(document::Tone tone)
{
    switch (tone)
    {
    case document::Tone::Lead:
    case document::Tone::Warning: return Style::Strong;
    case document::Tone::Small: return Style::Soft;
    case document::Tone::Normal:
    case document::Tone::Notice: break;
    }
    return Style::Body;
}

/// Adds the blocks one after the other.
class Reader
{
public:
    explicit Reader(Paragraphs& out) : m_out(out) {}

    void read(const std::vector<document::Block>& blocks)
    {
        for (const document::Block& block : blocks)
            std::visit(*this, block.value);
    }

    void operator()(const document::Heading& heading)
    {
        add(heading.level <= 2 ? Style::Title : heading.level == 3 ? Style::Heading : Style::Strong, heading.text);
    }

    void operator()(const document::Paragraph& paragraph)
    {
        add(style_of(paragraph.tone), document::letters_of(paragraph.text));
    }

    void operator()(const document::List& list)
    {
        int number = 1;
        for (const document::ListItem& item : list.items)
        {
            const std::string before = list.numbered ? std::to_string(number++) + ". " : std::string();
            add(Style::Bullet, before + document::letters_of(item.text));
            for (const document::Paragraph& more : item.more)
                add(Style::Soft, document::letters_of(more.text));
        }
    }

    void operator()(const document::Table& table)
    {
        add(Style::Strong, table.caption);
        for (const document::Row& row : table.rows)
            for (std::size_t i = 0; i < row.cells.size(); ++i)
            {
                std::string words;
                for (const document::Paragraph& paragraph : row.cells[i].paragraphs)
                    if (const std::string more = document::letters_of(paragraph.text); !more.empty())
                        words += (words.empty() ? "" : " ") + more;
                if (i == 0)
                    add(Style::Strong, words);
                else if (!words.empty())
                    add(Style::Bullet, i < table.columns.size() && !table.columns[i].heading.empty()
                                           ? table.columns[i].heading + ": " + words
                                           : words);
            }
    }

    void operator()(const document::Figure& figure)
    {
        add(Style::Strong, figure.scene.title);
        add(Style::Soft, figure.scene.description);
        add(Style::Soft, figure.caption);
    }

    void operator()(const document::Fold& fold)
    {
        add(Style::Heading, fold.label);
        read(fold.blocks);
    }

    void operator()(const document::PageBreak&) {}

private:
    void add(Style style, const std::string& text)
    {
        if (!text.empty())
            m_out.push_back({style, text});
    }

    Paragraphs& m_out;
};

} // namespace

Paragraphs document_paragraphs(const document::Document& document)
{
    Paragraphs out{{Style::Title, document.title + ": " + document.kind}};
    Reader(out).read(document.blocks);
    if (!document.footer.empty())
        out.push_back({Style::Soft, document.footer});
    return out;
}

} // namespace fedadvise::gui
