#include "document/docx_styles.h"

#include "document/xml_writer.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fedadvise::document
{

namespace
{

constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// Arial is on every Windows and Mac, and what the NHS asks for in letters and reports. LibreOffice brings Liberation
// Sans along, whose letters are exactly as wide, so that lines and pages break alike.
constexpr std::string_view font = "Arial";

// Dark enough to be read when printed grey.
constexpr std::string_view accent = "0B5563";
constexpr std::string_view soft = "4A555F";
constexpr std::string_view pale = "E8F1F2";
constexpr std::string_view badge = "D5DFE4"; // its line is of the same colour: room around the letters
constexpr std::string_view rule_grey = "9AA5AD";
constexpr std::string_view urgent = "761919";

enum class Frame
{
    None,
    Line,  ///< at the left
    Panel, ///< pale, with a little room around the letters
    Box,   ///< lines on all sides, the left one thick
    Under, ///< a line under the letters
};

/// Lengths in twentieths of a point, sizes of letters in half points; 0 is what the style is based on.
struct ParagraphStyle
{
    std::string_view id, name;
    std::string_view based_on = "Normal";
    std::string_view next = {}; ///< style of the paragraph that Enter begins; none: the same
    bool keep_next = false;
    std::size_t list = 0;
    Frame frame = Frame::None;
    int before = 0, after = 0;
    int left = 0, right = 0;
    int outline = -1; ///< level in the navigation; -1: none
    bool bold = false;
    std::string_view colour = {};
    int size = 0;
    bool quick = true; ///< in the gallery of styles
    bool right_tab = false;
    std::string_view leader = {};
};

constexpr std::array<ParagraphStyle, 24> paragraph_styles = {{
    {.id = "Title",
     .name = "Title",
     .next = "Subtitle",
     .keep_next = true,
     .after = 40,
     .bold = true,
     .colour = accent,
     .size = 48},
    {.id = "Subtitle",
     .name = "Subtitle",
     .next = "Normal",
     .keep_next = true,
     .after = 240,
     .colour = soft,
     .size = 28},
    {.id = "Heading1",
     .name = "heading 1",
     .next = "Normal",
     .keep_next = true,
     .frame = Frame::Under,
     .before = 360,
     .after = 120,
     .outline = 0,
     .bold = true,
     .colour = accent,
     .size = 32},
    {.id = "Heading2",
     .name = "heading 2",
     .next = "Normal",
     .keep_next = true,
     .before = 280,
     .after = 80,
     .outline = 1,
     .bold = true,
     .colour = accent,
     .size = 26},
    {.id = "Heading3",
     .name = "heading 3",
     .next = "Normal",
     .keep_next = true,
     .before = 220,
     .after = 60,
     .outline = 2,
     .bold = true,
     .size = 23},
    {.id = "Heading4",
     .name = "heading 4",
     .next = "Normal",
     .keep_next = true,
     .before = 180,
     .after = 60,
     .outline = 3,
     .bold = true,
     .colour = soft,
     .size = 21},
    {.id = "FoldLabel",
     .name = "Fold Label",
     .next = "Normal",
     .keep_next = true,
     .before = 180,
     .after = 60,
     .bold = true,
     .colour = soft,
     .size = 21},
    {.id = "Lead", .name = "Lead", .frame = Frame::Panel, .after = 100, .left = 115, .right = 115, .size = 23},
    {.id = "Small", .name = "Small", .after = 80, .colour = soft, .size = 18},
    {.id = "Notice", .name = "Notice", .frame = Frame::Line, .after = 120, .left = 170},
    {.id = "Warning", .name = "Warning", .frame = Frame::Box, .before = 60, .after = 160, .left = 170, .right = 115},
    {.id = "ListBullet", .name = "List Bullet", .list = bullet_list, .after = 60},
    {.id = "ListNumber", .name = "List Number", .list = first_numbered_list - 1, .after = 60},
    {.id = "ListContinue", .name = "List Continue", .after = 60, .left = 360},
    {.id = "ListSmall", .name = "List Small", .based_on = "ListContinue", .colour = soft, .size = 18},
    {.id = "Caption", .name = "caption", .next = "Normal", .before = 100, .after = 160, .colour = soft, .size = 18},
    {.id = "Figure", .name = "Figure", .next = "Caption", .before = 120, .after = 60},
    {.id = "TableText", .name = "Table Text", .after = 40, .size = 19},
    {.id = "TableHeading", .name = "Table Heading", .based_on = "TableText", .bold = true},
    {.id = "TableEnd", .name = "Table End", .next = "Normal", .size = 8, .quick = false},
    {.id = "TOCHeading",
     .name = "TOC Heading",
     .next = "Normal",
     .keep_next = true,
     .before = 120,
     .after = 60,
     .bold = true,
     .colour = accent,
     .size = 26,
     .quick = false},
    {.id = "TOC1", .name = "toc 1", .next = "Normal", .after = 40, .quick = false, .right_tab = true, .leader = "dot"},
    {.id = "Header", .name = "header", .colour = soft, .size = 17, .quick = false},
    {.id = "Footer", .name = "footer", .colour = soft, .size = 17, .quick = false, .right_tab = true},
}};

/// What Size::OnePage makes of it: letters six sevenths as large, half the room between paragraphs.
class Scale
{
public:
    explicit Scale(Size size) : m_small(size == Size::OnePage) {}

    [[nodiscard]] std::string letters(int half_points) const
    {
        constexpr int smallest = 15; // 7.5 points, so that it can still be read
        const int small = half_points < smallest ? half_points : std::max(smallest, half_points * 6 / 7);
        return std::to_string(m_small ? small : half_points);
    }
    [[nodiscard]] std::string room(int length) const { return std::to_string(m_small ? length / 2 : length); }
    [[nodiscard]] std::string line() const { return m_small ? "247" : "264"; } // 240 is a line without air

private:
    bool m_small;
};

void write_edge(XmlWriter& part, std::string_view edge, std::string_view eighths, std::string_view points,
                std::string_view colour)
{
    part.single(edge, {{"w:val", "single"}, {"w:sz", eighths}, {"w:space", points}, {"w:color", colour}});
}

void write_frame(XmlWriter& part, Frame frame)
{
    if (frame == Frame::None)
        return;
    part.open("w:pBdr");
    switch (frame)
    {
    case Frame::Line: write_edge(part, "w:left", "24", "6", accent); break;
    case Frame::Under: write_edge(part, "w:bottom", "6", "3", rule_grey); break;
    case Frame::Panel:
        for (const std::string_view edge : {"w:top", "w:left", "w:bottom", "w:right"})
            write_edge(part, edge, "4", "5", pale);
        break;
    case Frame::Box:
        write_edge(part, "w:top", "6", "5", urgent);
        write_edge(part, "w:left", "48", "5", urgent);
        write_edge(part, "w:bottom", "6", "5", urgent);
        write_edge(part, "w:right", "6", "5", urgent);
        break;
    case Frame::None: break;
    }
    part.close();
    if (frame == Frame::Panel)
        part.single("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", pale}});
}

void write_paragraph_properties(XmlWriter& part, const ParagraphStyle& style, const Scale& scale, const DocxPage& page)
{
    part.open("w:pPr");
    if (style.keep_next)
        part.single("w:keepNext").single("w:keepLines");
    if (style.list != 0)
        part.open("w:numPr").single("w:numId", {{"w:val", std::to_string(style.list)}}).close();
    write_frame(part, style.frame);
    if (style.right_tab)
        part.open("w:tabs")
            .single("w:tab", {{"w:val", "right"},
                              {"w:leader", style.leader.empty() ? "none" : style.leader},
                              {"w:pos", std::to_string(page.text_width())}})
            .close();
    if (style.based_on == "Normal")
        part.single("w:spacing", {{"w:before", scale.room(style.before)}, {"w:after", scale.room(style.after)}});
    if (style.left != 0)
        part.single("w:ind", {{"w:left", std::to_string(style.left)}, {"w:right", std::to_string(style.right)}});
    if (style.outline >= 0)
        part.single("w:outlineLvl", {{"w:val", std::to_string(style.outline)}});
    part.close();
}

void write_letter_properties(XmlWriter& part, const ParagraphStyle& style, const Scale& scale)
{
    if (!style.bold && style.colour.empty() && style.size == 0)
        return;
    part.open("w:rPr");
    if (style.bold)
        part.single("w:b").single("w:bCs");
    if (!style.colour.empty())
        part.single("w:color", {{"w:val", style.colour}});
    if (style.size != 0)
        part.single("w:sz", {{"w:val", scale.letters(style.size)}})
            .single("w:szCs", {{"w:val", scale.letters(style.size)}});
    part.close();
}

void write_style(XmlWriter& part, const ParagraphStyle& style, const Scale& scale, const DocxPage& page)
{
    part.open("w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
    part.single("w:name", {{"w:val", style.name}}).single("w:basedOn", {{"w:val", style.based_on}});
    if (!style.next.empty())
        part.single("w:next", {{"w:val", style.next}});
    part.single("w:uiPriority", {{"w:val", style.quick ? "9" : "39"}});
    if (style.quick)
        part.single("w:qFormat");
    write_paragraph_properties(part, style, scale, page);
    write_letter_properties(part, style, scale);
    part.close();
}

void write_defaults(XmlWriter& part, const std::string& language, const Scale& scale)
{
    constexpr int letters = 21; // half points
    part.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    part.single("w:rFonts", {{"w:ascii", font}, {"w:hAnsi", font}, {"w:eastAsia", font}, {"w:cs", font}});
    part.single("w:sz", {{"w:val", scale.letters(letters)}}).single("w:szCs", {{"w:val", scale.letters(letters)}});
    part.single("w:lang", {{"w:val", language}, {"w:eastAsia", language}, {"w:bidi", language}});
    part.close().close().open("w:pPrDefault").open("w:pPr");
    part.single("w:spacing", {{"w:after", scale.room(120)}, {"w:line", scale.line()}, {"w:lineRule", "auto"}});
    part.close().close().close();
}

void open_style(XmlWriter& part, std::string_view type, std::string_view id, std::string_view name, bool is_default)
{
    if (is_default)
        part.open("w:style", {{"w:type", type}, {"w:default", "1"}, {"w:styleId", id}});
    else
        part.open("w:style", {{"w:type", type}, {"w:styleId", id}});
    part.single("w:name", {{"w:val", name}});
}

void write_letter_styles(XmlWriter& part)
{
    open_style(part, "character", "DefaultParagraphFont", "Default Paragraph Font", true);
    part.single("w:uiPriority", {{"w:val", "1"}}).single("w:semiHidden").single("w:unhideWhenUsed").close();

    open_style(part, "character", "Hyperlink", "Hyperlink", false);
    part.single("w:basedOn", {{"w:val", "DefaultParagraphFont"}}).single("w:uiPriority", {{"w:val", "99"}});
    part.open("w:rPr").single("w:color", {{"w:val", accent}}).single("w:u", {{"w:val", "single"}}).close().close();

    open_style(part, "character", "Badge", "Badge", false);
    part.single("w:basedOn", {{"w:val", "DefaultParagraphFont"}}).single("w:uiPriority", {{"w:val", "10"}});
    part.single("w:qFormat").open("w:rPr");
    part.single("w:bdr", {{"w:val", "single"}, {"w:sz", "12"}, {"w:space", "0"}, {"w:color", badge}});
    part.single("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", badge}});
    part.close().close();
}

void write_cell_margins(XmlWriter& part, std::string_view above, std::string_view beside)
{
    part.open("w:tblCellMar");
    part.single("w:top", {{"w:w", above}, {"w:type", "dxa"}}).single("w:left", {{"w:w", beside}, {"w:type", "dxa"}});
    part.single("w:bottom", {{"w:w", above}, {"w:type", "dxa"}})
        .single("w:right", {{"w:w", beside}, {"w:type", "dxa"}});
    part.close();
}

void write_table_styles(XmlWriter& part)
{
    open_style(part, "table", "TableNormal", "Normal Table", true);
    part.single("w:uiPriority", {{"w:val", "99"}}).single("w:semiHidden").single("w:unhideWhenUsed");
    part.open("w:tblPr").single("w:tblInd", {{"w:w", "0"}, {"w:type", "dxa"}});
    write_cell_margins(part, "0", "108");
    part.close().close();

    open_style(part, "table", "AdviceTable", "Advice Table", false);
    part.single("w:basedOn", {{"w:val", "TableNormal"}}).single("w:uiPriority", {{"w:val", "40"}});
    part.single("w:qFormat").open("w:tblPr").open("w:tblBorders");
    write_edge(part, "w:top", "8", "0", accent);
    write_edge(part, "w:bottom", "8", "0", accent);
    write_edge(part, "w:insideH", "4", "0", rule_grey);
    part.close();
    write_cell_margins(part, "40", "85");
    part.close().open("w:tblStylePr", {{"w:type", "firstRow"}});
    part.open("w:tblPr").close().open("w:tcPr").open("w:tcBorders");
    write_edge(part, "w:bottom", "8", "0", accent);
    part.close().single("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", pale}});
    part.single("w:vAlign", {{"w:val", "bottom"}}).close().close().close();

    open_style(part, "numbering", "NoList", "No List", true);
    part.single("w:uiPriority", {{"w:val", "99"}}).single("w:semiHidden").single("w:unhideWhenUsed").close();
}

void write_list(XmlWriter& part, std::string_view id, bool numbered)
{
    part.open("w:abstractNum", {{"w:abstractNumId", id}}).single("w:multiLevelType", {{"w:val", "singleLevel"}});
    part.open("w:lvl", {{"w:ilvl", "0"}}).single("w:start", {{"w:val", "1"}});
    part.single("w:numFmt", {{"w:val", numbered ? "decimal" : "bullet"}});
    part.single("w:pStyle", {{"w:val", numbered ? "ListNumber" : "ListBullet"}});
    part.single("w:lvlText", {{"w:val", numbered ? "%1." : "•"}}).single("w:lvlJc", {{"w:val", "left"}});
    part.open("w:pPr").open("w:tabs");
    part.single("w:tab", {{"w:val", "num"}, {"w:pos", "360"}}).close();
    part.single("w:ind", {{"w:left", "360"}, {"w:hanging", "360"}}).close();
    part.close().close();
}

} // namespace

DocxPage docx_page(Size size)
{
    if (size == Size::OnePage)
        return {.margin = 737, .to_header = 397, .paragraph_gap = 60}; // 13 mm
    return {};
}

std::string docx_styles_part(const Document& document)
{
    const Scale scale(document.size);
    XmlWriter part;
    part.open("w:styles", {{"xmlns:w", main_namespace}});
    write_defaults(part, document.language, scale);
    open_style(part, "paragraph", "Normal", "Normal", true);
    part.single("w:qFormat").close();
    for (const ParagraphStyle& style : paragraph_styles)
        write_style(part, style, scale, docx_page(document.size));
    write_letter_styles(part);
    write_table_styles(part);
    return part.close().str();
}

std::string docx_numbering_part(std::size_t numbered_lists)
{
    XmlWriter part;
    part.open("w:numbering", {{"xmlns:w", main_namespace}});
    write_list(part, "0", false);
    write_list(part, "1", true);
    part.open("w:num", {{"w:numId", std::to_string(bullet_list)}}).single("w:abstractNumId", {{"w:val", "0"}}).close();
    // The first is that of the style, for lists that people add; the others begin anew.
    for (std::size_t i = 0; i <= numbered_lists; ++i)
    {
        part.open("w:num", {{"w:numId", std::to_string(first_numbered_list - 1 + i)}});
        part.single("w:abstractNumId", {{"w:val", "1"}});
        if (i > 0)
            part.open("w:lvlOverride", {{"w:ilvl", "0"}}).single("w:startOverride", {{"w:val", "1"}}).close();
        part.close();
    }
    return part.close().str();
}

std::string docx_font_table_part()
{
    XmlWriter part;
    part.open("w:fonts", {{"xmlns:w", main_namespace}}).open("w:font", {{"w:name", font}});
    part.single("w:altName", {{"w:val", "Liberation Sans"}});
    part.single("w:panose1", {{"w:val", "020B0604020202020204"}}).single("w:charset", {{"w:val", "00"}});
    part.single("w:family", {{"w:val", "swiss"}}).single("w:pitch", {{"w:val", "variable"}});
    return part.close().close().str();
}

} // namespace fedadvise::document
