#include "document/docx_body.h"

#include "document/docx_columns.h"
#include "document/docx_picture.h"
#include "document/docx_styles.h"
#include "document/docx_text.h"
#include "document/xml_writer.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace fedadvise::document
{

namespace
{

using foundation::Error;
using foundation::Result;

/// Names of bookmarks as Word makes them itself: at most 40 letters, hidden from the list by the underscore.
std::string bookmark_name(std::string_view kind, std::size_t number)
{
    const std::string digits = std::to_string(number);
    return "_" + std::string{kind} + std::string(9 - std::min<std::size_t>(9, digits.size()), '0') + digits;
}

/// Every id that a link may point to, with the name of its bookmark.
class Targets
{
public:
    explicit Targets(const std::vector<Block>& blocks) { collect(blocks); }

    /// Empty when there is no such id.
    [[nodiscard]] std::string bookmark_of(std::string_view id) const
    {
        const auto found = m_bookmarks.find(id);
        return found == m_bookmarks.end() ? std::string{} : found->second;
    }

private:
    void collect(const std::vector<Block>& blocks)
    {
        for (const Block& block : blocks)
            std::visit([this](const auto& value) { collect(value); }, block.value);
    }
    void collect(const Heading& heading) { add(heading.id); }
    void collect(const Paragraph& paragraph) { add(paragraph.id); }
    void collect(const List& list)
    {
        for (const ListItem& item : list.items)
            collect(item.more);
    }
    void collect(const Table& table)
    {
        if (table.columns.empty())
            return;
        for (const Row& row : table.rows)
        {
            add(row.id);
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i)
                collect(row.cells[i].paragraphs);
        }
    }
    void collect(const Figure&) {}
    void collect(const Fold& fold) { collect(fold.blocks); }
    void collect(const PageBreak&) {}
    void collect(const std::vector<Paragraph>& paragraphs)
    {
        for (const Paragraph& paragraph : paragraphs)
            add(paragraph.id);
    }
    void add(const std::string& id)
    {
        if (!id.empty())
            m_bookmarks.try_emplace(id, bookmark_name("Ref", m_bookmarks.size() + 1));
    }

    std::map<std::string, std::string, std::less<>> m_bookmarks;
};

struct Look
{
    std::string_view style = {}; ///< empty: Normal
    bool keep_next = false;
    std::size_t list = 0; ///< number of the list; 0: none
    bool ends_list = false;
};

std::string_view style_of(Tone tone)
{
    switch (tone)
    {
    case Tone::Lead: return "Lead";
    case Tone::Small: return "Small";
    case Tone::Notice: return "Notice";
    case Tone::Warning: return "Warning";
    case Tone::Normal: break;
    }
    return {};
}

/// Of a paragraph under an item of a list.
std::string_view list_style_of(Tone tone)
{
    switch (tone)
    {
    case Tone::Small: return "ListSmall";
    case Tone::Notice:
    case Tone::Warning: return style_of(tone);
    case Tone::Normal:
    case Tone::Lead: break;
    }
    return "ListContinue";
}

class BodyWriter
{
public:
    BodyWriter(const Document& document, const std::filesystem::path& fonts)
        : m_document(document), m_fonts(fonts), m_page(docx_page(document.size)), m_targets(document.blocks)
    {
    }

    Result<DocxBody> whole()
    {
        m_part.open("w:document",
                    {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
                     {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
                     {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}});
        m_part.open("w:body");
        write_title();
        if (m_document.contents)
            write_contents();
        write_blocks(m_document.blocks);
        write_section();
        m_part.close().close();
        if (m_failure)
            return *m_failure;
        m_body.part = m_part.str();
        return std::move(m_body);
    }

private:
    // --- paragraphs ---

    void open_paragraph(const Look& look)
    {
        m_part.open("w:p");
        if (look.style.empty() && !look.keep_next && !m_break && look.list == 0 && !look.ends_list)
            return;
        m_part.open("w:pPr");
        if (!look.style.empty())
            m_part.single("w:pStyle", {{"w:val", look.style}});
        if (look.keep_next)
            m_part.single("w:keepNext");
        if (std::exchange(m_break, false))
            m_part.single("w:pageBreakBefore");
        if (look.list != 0)
            m_part.open("w:numPr")
                .single("w:ilvl", {{"w:val", "0"}})
                .single("w:numId", {{"w:val", std::to_string(look.list)}})
                .close();
        if (look.ends_list) // as far from what follows as any paragraph
            m_part.single("w:spacing", {{"w:after", std::to_string(m_page.paragraph_gap)}});
        m_part.close();
    }

    /// A bookmark without letters, which is what links need.
    void place_bookmark(const std::string& name)
    {
        if (name.empty() || !m_placed.insert(name).second)
            return;
        const std::string number = std::to_string(m_placed.size());
        m_part.single("w:bookmarkStart", {{"w:id", number}, {"w:name", name}});
        m_part.single("w:bookmarkEnd", {{"w:id", number}});
    }

    void write_paragraph(const Look& look, const Text& text, std::string_view id = {}, std::string_view outer_id = {})
    {
        open_paragraph(look);
        place_bookmark(m_targets.bookmark_of(outer_id));
        place_bookmark(m_targets.bookmark_of(id));
        for (const Run& run : text)
            write_linked(run);
        m_part.close();
    }

    void write_linked(const Run& run)
    {
        const std::string bookmark = run.link.starts_with('#') ? m_targets.bookmark_of(run.link.substr(1)) : "";
        const std::string address = web_address(run.link);
        if (!bookmark.empty())
            m_part.open("w:hyperlink", {{"w:anchor", bookmark}, {"w:history", "1"}});
        else if (!address.empty())
            m_part.open("w:hyperlink", {{"r:id", relation_to(address)}, {"w:history", "1"}});
        const bool linked = !bookmark.empty() || !address.empty();
        write_run(m_part, run, linked);
        if (linked)
            m_part.close();
    }

    const std::string& relation_to(const std::string& address)
    {
        const auto [entry, is_new] = m_addresses.try_emplace(address, "link" + std::to_string(m_addresses.size() + 1));
        if (is_new)
            m_body.relations.push_back({entry->second, "hyperlink", address, true});
        return entry->second;
    }

    // --- the start ---

    void write_title()
    {
        const bool untitled = shortened(m_document.title, 2).empty();
        write_paragraph({"Title"}, plain(untitled ? m_document.kind : m_document.title));
        if (!untitled && !m_document.kind.empty())
            write_paragraph({"Subtitle"}, plain(m_document.kind));
    }

    static const Heading* chapter_of(const Block& block)
    {
        const auto* heading = std::get_if<Heading>(&block.value);
        return heading != nullptr && heading->level <= 2 && !heading->text.empty() ? heading : nullptr;
    }

    /// A field that Word can update, filled already: headings without page numbers, so that nothing in it is wrong.
    void write_contents()
    {
        std::vector<const Heading*> chapters;
        for (const Block& block : m_document.blocks)
            if (const Heading* chapter = chapter_of(block))
                chapters.push_back(chapter);
        if (chapters.empty())
            return;
        m_part.open("w:sdt").open("w:sdtPr").open("w:docPartObj");
        m_part.single("w:docPartGallery", {{"w:val", "Table of Contents"}}).single("w:docPartUnique");
        m_part.close().close().open("w:sdtContent");
        write_paragraph({"TOCHeading"}, plain("Contents"));
        for (std::size_t i = 0; i < chapters.size(); ++i)
        {
            open_paragraph({"TOC1", false, 0, i + 1 == chapters.size()});
            if (i == 0)
                start_field(" TOC \\o \"1-1\" \\h \\z ");
            Run run;
            run.text = chapters[i]->text;
            m_part.open("w:hyperlink", {{"w:anchor", bookmark_name("Toc", i + 1)}, {"w:history", "1"}});
            write_run(m_part, run, true);
            m_part.close();
            if (i + 1 == chapters.size())
                write_field_mark("end");
            m_part.close();
        }
        m_part.close().close();
    }

    void write_field_mark(std::string_view mark)
    {
        m_part.open("w:r").single("w:fldChar", {{"w:fldCharType", mark}}).close();
    }

    void start_field(std::string_view instruction)
    {
        write_field_mark("begin");
        m_part.open("w:r").element("w:instrText", instruction, {{"xml:space", "preserve"}}).close();
        write_field_mark("separate");
    }

    // --- blocks ---

    void write_blocks(const std::vector<Block>& blocks)
    {
        for (const Block& block : blocks)
            if (!m_failure)
            {
                m_chapter = &blocks == &m_document.blocks ? chapter_of(block) : nullptr;
                std::visit([this](const auto& value) { write(value); }, block.value);
            }
    }

    void write(const Heading& heading)
    {
        static constexpr std::string_view styles[] = {"Heading1", "Heading2", "Heading3"};
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 2, 4) - 2);
        open_paragraph({styles[level]});
        if (m_document.contents && m_chapter != nullptr)
            place_bookmark(bookmark_name("Toc", ++m_chapters));
        place_bookmark(m_targets.bookmark_of(heading.id));
        Run run;
        run.text = heading.text;
        write_run(m_part, run, false);
        m_part.close();
    }

    void write(const Paragraph& paragraph)
    {
        if (!letters_of(paragraph.text).empty() || !paragraph.id.empty())
            write_paragraph({style_of(paragraph.tone)}, paragraph.text, paragraph.id);
    }

    void write(const List& list)
    {
        if (list.items.empty())
            return;
        const std::size_t number = list.numbered ? first_numbered_list + m_body.numbered_lists++ : bullet_list;
        for (const ListItem& item : list.items)
        {
            const bool last = &item == &list.items.back();
            write_paragraph({list.numbered ? "ListNumber" : "ListBullet", false, number, last && item.more.empty()},
                            item.text);
            for (const Paragraph& paragraph : item.more)
                write_paragraph({list_style_of(paragraph.tone), false, 0, last && &paragraph == &item.more.back()},
                                paragraph.text, paragraph.id);
        }
    }

    void write(const Figure& figure)
    {
        const std::string number = std::to_string(m_body.pictures.size() / 2 + 1);
        Result<std::string> png = docx_png(figure.scene, m_fonts);
        if (!png)
        {
            m_failure = png.error();
            return;
        }
        DocxPicture picture;
        picture.number = m_body.pictures.size() / 2 + 1;
        picture.png = add_picture("picture" + number + ".png", std::move(png).value());
        picture.svg = add_picture("picture" + number + ".svg", docx_svg(figure.scene));
        picture.text_width = m_page.text_width();
        picture.most_height = m_page.text_height() * 4 / 5; // with room for the caption and a heading
        open_paragraph({"Figure", !figure.caption.empty()});
        write_picture(m_part, figure.scene, picture);
        m_part.close();
        if (!figure.caption.empty())
            write_paragraph({"Caption"}, plain(figure.caption));
    }

    std::string add_picture(const std::string& name, std::string bytes)
    {
        std::string id = name;
        m_body.relations.push_back({id, "image", "media/" + name});
        m_body.pictures.push_back({"word/media/" + name, std::move(bytes)});
        return id;
    }

    void write(const Fold& fold)
    {
        if (!fold.label.empty())
            write_paragraph({"FoldLabel"}, plain(fold.label));
        write_blocks(fold.blocks);
    }

    void write(const PageBreak&) { m_break = true; }

    // --- tables ---

    /// Wide tables become several, each with the first column.
    void write(const Table& table)
    {
        if (table.columns.empty() || table.rows.empty())
            return;
        for (const std::vector<std::size_t>& places : docx_parts_of(table.columns.size()))
            write_part_of(table, places);
    }

    void write_part_of(const Table& table, const std::vector<std::size_t>& places)
    {
        const bool continued = places.size() > 1 && places[1] > 1;
        const std::string caption = table.caption + (continued && !table.caption.empty() ? " (continued)" : "");
        if (!caption.empty())
            write_paragraph({"Caption", true}, plain(caption));
        else if (m_break)
            write_paragraph({"TableEnd", true}, {}); // a table cannot begin a page by itself
        std::vector<const Column*> columns;
        for (const std::size_t place : places)
            columns.push_back(&table.columns[place]);
        const std::vector<int> widths = docx_column_widths(table, places, m_page.text_width());

        m_part.open("w:tbl");
        write_table_properties(caption, columns, widths);
        write_heading_row(columns, widths);
        for (const Row& row : table.rows)
            write_row(row, places, widths, continued);
        m_part.close();
        write_paragraph({"TableEnd"}, {}); // else the next table would grow together with this one
    }

    void write_table_properties(const std::string& caption, const std::vector<const Column*>& columns,
                                const std::vector<int>& widths)
    {
        std::vector<std::string> headings;
        for (const Column* column : columns)
            if (!column->heading.empty())
                headings.push_back(column->heading);
        const std::string columns_are = headings.empty() ? "" : "Columns: " + foundation::joined_as_sentence(headings);
        m_part.open("w:tblPr").single("w:tblStyle", {{"w:val", "AdviceTable"}});
        m_part.single("w:tblW", {{"w:w", std::to_string(m_page.text_width())}, {"w:type", "dxa"}});
        m_part.single("w:tblLayout", {{"w:type", "fixed"}});
        m_part.single("w:tblLook", {{"w:val", "06A0"},
                                    {"w:firstRow", "1"},
                                    {"w:lastRow", "0"},
                                    {"w:firstColumn", "1"},
                                    {"w:lastColumn", "0"},
                                    {"w:noHBand", "1"},
                                    {"w:noVBand", "1"}});
        m_part.single("w:tblCaption", {{"w:val", shortened(caption.empty() ? columns_are : caption, 250)}});
        m_part.single("w:tblDescription", {{"w:val", shortened(columns_are, 1000)}}).close();
        m_part.open("w:tblGrid");
        for (const int width : widths)
            m_part.single("w:gridCol", {{"w:w", std::to_string(width)}});
        m_part.close();
    }

    void open_cell(int width)
    {
        m_part.open("w:tc").open("w:tcPr");
        m_part.single("w:tcW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}}).close();
    }

    void write_heading_row(const std::vector<const Column*>& columns, const std::vector<int>& widths)
    {
        bool is_short = true;
        for (std::size_t i = 0; i < columns.size(); ++i)
            is_short = is_short && docx_is_short(columns[i]->heading, widths[i]);
        m_part.open("w:tr");
        if (is_short) // a larger one would leave no room for the rows
            m_part.open("w:trPr").single("w:cantSplit").single("w:tblHeader").close();
        for (std::size_t i = 0; i < columns.size(); ++i)
        {
            open_cell(widths[i]);
            write_paragraph({"TableHeading", true}, plain(columns[i]->heading));
            m_part.close();
        }
        m_part.close();
    }

    void write_row(const Row& row, const std::vector<std::size_t>& places, const std::vector<int>& widths,
                   bool continued)
    {
        m_part.open("w:tr");
        if (docx_is_short(row, places, widths))
            m_part.open("w:trPr").single("w:cantSplit").close();
        for (std::size_t i = 0; i < places.size(); ++i)
        {
            open_cell(widths[i]);
            const bool first = i == 0;
            const std::string_view id = first && !continued ? std::string_view{row.id} : std::string_view{};
            if (places[i] < row.cells.size())
                write_cell(row.cells[places[i]], first, id);
            else
                write_paragraph({"TableText"}, {}, {}, id);
            m_part.close();
        }
        m_part.close();
    }

    void write_cell(const Cell& cell, bool first, std::string_view row_id)
    {
        const std::string_view usual = first ? "TableHeading" : "TableText";
        bool begun = false;
        for (const Paragraph& paragraph : cell.paragraphs)
        {
            const bool plain_tone = paragraph.tone == Tone::Normal || paragraph.tone == Tone::Lead;
            write_paragraph({plain_tone ? usual : style_of(paragraph.tone)}, paragraph.text, paragraph.id,
                            begun ? std::string_view{} : row_id);
            begun = true;
        }
        if (!begun)
            write_paragraph({usual}, {}, {}, row_id); // a cell holds a paragraph at least
    }

    // --- the page ---

    void write_section()
    {
        const std::string margin = std::to_string(m_page.margin), edge = std::to_string(m_page.to_header);
        m_part.open("w:sectPr");
        m_part.single("w:headerReference", {{"w:type", "default"}, {"r:id", docx_header}});
        m_part.single("w:footerReference", {{"w:type", "default"}, {"r:id", docx_footer}});
        m_part.single("w:footerReference", {{"w:type", "first"}, {"r:id", docx_first_footer}});
        m_part.single("w:pgSz", {{"w:w", std::to_string(m_page.width)}, {"w:h", std::to_string(m_page.height)}});
        m_part.single("w:pgMar", {{"w:top", margin},
                                  {"w:right", margin},
                                  {"w:bottom", margin},
                                  {"w:left", margin},
                                  {"w:header", edge},
                                  {"w:footer", edge},
                                  {"w:gutter", "0"}});
        m_part.single("w:titlePg").close(); // the first page has the title itself, and no header
    }

    const Document& m_document;
    const std::filesystem::path& m_fonts;
    const DocxPage m_page;
    const Targets m_targets;

    XmlWriter m_part;
    DocxBody m_body;
    std::optional<Error> m_failure;
    std::map<std::string, std::string> m_addresses; ///< ids of relationships
    std::set<std::string> m_placed;                 ///< names of bookmarks
    std::size_t m_chapters = 0;
    const Heading* m_chapter = nullptr; ///< the block being written, when it is one
    bool m_break = false;
};

} // namespace

Result<DocxBody> docx_body(const Document& document, const std::filesystem::path& fonts)
{
    return BodyWriter(document, fonts).whole();
}

} // namespace fedadvise::document
