#include "document/docx_columns.h"
#include "document/docx_text.h"
#include "document/docx_writer.h"
#include "document/xml_writer.h"
#include "docx_samples.h"
#include "read_zip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <stdexcept>

// Whether parts are well formed, ids unique and elements in order is for docx_check.py to find.

using namespace fedadvise::document;

namespace
{

const std::filesystem::path fonts = FEDADVISE_FONTS;

std::string part_of(const Document& document, const std::string& name)
{
    const auto bytes = document_as_docx(document, fonts);
    REQUIRE(bytes);
    for (const ZipEntry& entry : read_zip(bytes.value()))
        if (entry.name == name)
            return entry.bytes;
    return {};
}

std::string text_of(const Document& document)
{
    return part_of(document, "word/document.xml");
}

Document with(std::vector<Block> blocks)
{
    Document document;
    document.title = "T";
    document.blocks = std::move(blocks);
    return document;
}

Paragraph linked(const std::string& link)
{
    Run run;
    run.text = "here";
    run.link = link;
    return {{run}, Tone::Normal, ""};
}

std::size_t count_of(const std::string& text, const std::string& piece)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size()))
        ++count;
    return count;
}

bool has(const std::string& text, const std::string& piece)
{
    return count_of(text, piece) > 0;
}

/// The w:p that has the piece.
std::string paragraph_with(const std::string& text, const std::string& piece)
{
    const std::size_t at = text.find(piece);
    REQUIRE(at != std::string::npos);
    const std::size_t start = std::max(text.rfind("<w:p>", at), text.rfind("<w:p ", at) + 1);
    return text.substr(start, text.find("</w:p>", at) - start);
}

Table table_of(std::size_t columns, std::size_t rows, const std::string& text)
{
    Table table{"Caption", std::vector<Column>(columns, Column{"Head", 1}), {}};
    for (std::size_t i = 0; i < rows; ++i)
        table.rows.push_back({std::vector<Cell>(columns, Cell{{{plain(text), Tone::Normal, ""}}}), ""});
    return table;
}

} // namespace

TEST_SUITE("DOCX writer")
{
TEST_CASE("every kind of text has a style of its own")
{
    const std::string text = text_of(sample_document());
    struct Row
    {
        std::string words, style;
    };
    for (const Row& row :
         {Row{"Five Valleys", "Title"}, Row{"Partners&#39; summary", "Subtitle"}, Row{"Your answers point", "Lead"},
          Row{"What to do next", "Heading2"}, Row{"worked out from", "Notice"}, Row{"One contract ends", "Warning"},
          Row{"Agree who speaks", "ListNumber"}, Row{"Take the brief", "ListContinue"}, Row{"Rule NS04", "ListSmall"},
          Row{"It can hold a contract", "ListBullet"}, Row{"The black dot", "Caption"},
          Row{"All reasons for", "FoldLabel"}, Row{"Rules</w:t>", "Heading3"}, Row{"Legal form</w:t>", "TableHeading"},
          Row{"Company limited", "TableHeading"}, Row{"Profit cannot", "TableText"},
          Row{"Source: the Companies", "Small"}})
    {
        CAPTURE(row.words);
        CHECK(has(paragraph_with(text, row.words), "<w:pStyle w:val=\"" + row.style + "\"/>"));
    }
    CHECK(has(text, "<w:rStyle w:val=\"Badge\"/><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">ruled out</w:t>"));
    CHECK(has(text, "<w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">Strong</w:t>"));
    CHECK(has(text, "<w:i/><w:iCs/></w:rPr><w:t xml:space=\"preserve\"> and slanted</w:t>"));
}

TEST_CASE("headings have levels in the navigation, and stay with what follows")
{
    const std::string styles = part_of(sample_document(), "word/styles.xml");
    for (int level = 1; level <= 4; ++level)
    {
        const std::size_t at = styles.find("w:styleId=\"Heading" + std::to_string(level) + "\"");
        REQUIRE(at != std::string::npos);
        const std::string style = styles.substr(at, styles.find("</w:style>", at) - at);
        CHECK(has(style, "<w:keepNext/>"));
        CHECK(has(style, "<w:outlineLvl w:val=\"" + std::to_string(level - 1) + "\"/>"));
        CHECK(
            has(style, "<w:name w:val=\"heading " + std::to_string(level) + "\"/>")); // the name by which Word knows it
    }
}

TEST_CASE("every numbered list begins with 1")
{
    const Document document = sample_document();
    const std::string text = text_of(document), lists = part_of(document, "word/numbering.xml");
    const auto number_of = [&](const std::string& words)
    {
        const std::string paragraph = paragraph_with(text, words), mark = "<w:numId w:val=\"";
        const std::size_t at = paragraph.find(mark) + mark.size();
        return paragraph.substr(at, paragraph.find('"', at) - at);
    };
    const std::string first = number_of("Agree who speaks"), second = number_of("Look back");
    CHECK(first == number_of("Tell the commissioner"));
    CHECK(first != second);
    for (const std::string& number : {first, second})
        CHECK(has(lists, "<w:num w:numId=\"" + number +
                             "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
                             "<w:startOverride w:val=\"1\"/>"));
}

TEST_CASE("a table repeats its heading, and keeps short rows whole")
{
    const std::string text = text_of(with({table_of(3, 4, "short"), table_of(3, 2, std::string(5'000, 'a'))}));
    CHECK(count_of(text, "<w:tblHeader/>") == 2);
    CHECK(count_of(text, "<w:cantSplit/>") == 2 + 4); // the headings and the short rows
    CHECK(has(text, "<w:tblCaption w:val=\"Caption\"/><w:tblDescription w:val=\"Columns: Head, Head and Head\"/>"));
    CHECK(has(paragraph_with(text, ">Caption</w:t>"), "<w:keepNext/>"));
    CHECK(count_of(text, "</w:tbl><w:p>") == 2);
}

TEST_CASE("columns share the width of the page as they ask for it")
{
    Table table = table_of(3, 1, "a");
    table.columns[0].width = 1;
    table.columns[1].width = 2;
    table.columns[2].width = 900; // 12 at most
    const std::string text = text_of(with({table}));
    CHECK(
        has(text, "<w:tblGrid><w:gridCol w:w=\"657\"/><w:gridCol w:w=\"1316\"/><w:gridCol w:w=\"7893\"/></w:tblGrid>"));
}

TEST_CASE("no column is narrower than its longest word while others have room")
{
    const auto widths_of = [](const std::string& first, const std::string& second)
    {
        Table table{"", {{"", 1}, {"", 12}}, {{{{}, {}}, ""}}};
        table.rows[0].cells[0].paragraphs.push_back({plain(first), Tone::Normal, ""});
        table.rows[0].cells[1].paragraphs.push_back({plain(second), Tone::Normal, ""});
        return docx_column_widths(table, {0, 1}, 9'000);
    };
    CHECK(widths_of("a", "b") == std::vector<int>{692, 8'308});
    CHECK(widths_of("a prescription b", "b") == std::vector<int>{1'550, 7'450});
    Table table{"", {{"", 1}, {"", 12}}, {{{{}, {}}, ""}}};
    Run badge;
    badge.text = "points strongly"; // not only as wide as "strongly"
    badge.badge = "strong";
    table.rows[0].cells[0].paragraphs.push_back({{badge}, Tone::Normal, ""});
    CHECK(docx_column_widths(table, {0, 1}, 9'000) == std::vector<int>{1'895, 7'105});
    CHECK(widths_of(std::string(10'000, 'a'), "b") == std::vector<int>{3'000, 6'000}); // a third at most
    for (const std::size_t columns : {1U, 7U, 9U})
    {
        Table full = table_of(columns, 1, std::string(10'000, 'a'));
        full.columns[0].width = 5;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < columns; ++i)
            places.push_back(i);
        const std::vector<int> widths = docx_column_widths(full, places, 9'001);
        CHECK(std::accumulate(widths.begin(), widths.end(), 0) == 9'001);
        CHECK(*std::min_element(widths.begin(), widths.end()) > 900);
    }
}

TEST_CASE("a table of too many columns becomes several with the first column in each")
{
    Table table = table_of(40, 2, "x");
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        table.columns[i].heading = "H" + std::to_string(i) + ".";
    table.rows[0].id = "row";
    const std::string text = text_of(with({table, linked("#row")}));
    CHECK(count_of(text, "<w:tbl>") == 5); // 8 further columns in each
    CHECK(count_of(text, ">H0.</w:t>") == 5);
    for (std::size_t i = 1; i < 40; ++i)
        CHECK(count_of(text, ">H" + std::to_string(i) + ".</w:t>") == 1);
    CHECK(count_of(text, "Caption (continued)</w:t>") == 4);
    CHECK(count_of(text, "<w:bookmarkStart") == 1);
    for (const std::size_t columns : {1U, 2U, 8U, 9U, 10U, 17U, 18U})
    {
        CAPTURE(columns);
        const std::string other = text_of(with({table_of(columns, 1, "x")}));
        CHECK(count_of(other, "<w:tbl>") == (columns <= 9 ? 1 : columns <= 17 ? 2 : 3));
        CHECK(count_of(other, ">Head</w:t>") == columns + count_of(other, "<w:tbl>") - 1);
    }
}

TEST_CASE("a link leads to a place in the document or to the web, or is plain text")
{
    const std::string text = text_of(with({Heading{2, "Place", "place-1"}, linked("#place-1")}));
    CHECK(has(text, "<w:bookmarkStart w:id=\"1\" w:name=\"_Ref000000001\"/>"));
    CHECK(has(text,
              "<w:hyperlink w:anchor=\"_Ref000000001\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/>"));
    for (const std::string& link : {std::string("#nowhere"), std::string("#"), std::string("javascript:alert(1)"),
                                    std::string("file:///etc"), std::string("https://"), std::string("place-1")})
    {
        CAPTURE(link);
        const std::string other = text_of(with({Heading{2, "Place", "place-1"}, linked(link)}));
        CHECK_FALSE(has(other, "hyperlink"));
        CHECK(has(other, "<w:p><w:r><w:t xml:space=\"preserve\">here</w:t></w:r></w:p>"));
    }
    const Document outside = with({linked("https://a.uk/x"), linked("https://a.uk/x"), linked("https://a.uk/y")});
    CHECK(count_of(text_of(outside), "r:id=\"link1\"") == 2);
    const std::string relations = part_of(outside, "word/_rels/document.xml.rels");
    CHECK(count_of(relations, "Target=\"https://a.uk/x\" TargetMode=\"External\"") == 1);
}

TEST_CASE("an address is made safe for Word, or is none")
{
    struct Row
    {
        std::string link, expected;
    };
    const Row rows[] = {
        {"https://www.england.nhs.uk", "https://www.england.nhs.uk"},
        {"https://a.uk/b?c=d&e=(f)#g", "https://a.uk/b?c=d&e=(f)#g"},
        {"https://a.uk/a b\"<ŵ>|%zz%41", "https://a.uk/a%20b%22%3C%C5%B5%3E%7C%25zz%41"},
        {"https://a.uk/#x#y", "https://a.uk/#x%23y"},
        {"https://a.uk:8080/", "https://a.uk:8080/"},
        {"https://a.uk:/", ""},
        {"https://a.uk:99999/", ""},
        {"https://a.uk:1x/", ""},
        {"https://-a.uk/", ""},
        {"https://a..uk/", ""},
        {"https://[::1]/", ""},
        {"https://user:word@a.uk/", ""},
        {"https:///a", ""},
        {"http://a.uk/", ""},
        {" https://a.uk/", ""},
        {"https://a.uk/" + std::string(2'000, 'a'), ""},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.link);
        CHECK(web_address(row.link) == row.expected);
    }
}

TEST_CASE("the contents are a field that is filled already")
{
    Document document = sample_document();
    const std::string text = text_of(document);
    CHECK(has(text, "<w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-1&quot; \\h \\z </w:instrText>"));
    for (const std::string chapter : {"What is advised", "All legal forms", "Provenance"})
    {
        CAPTURE(chapter);
        CHECK(count_of(text, ">" + chapter + "</w:t>") == 2); // in the contents and where it stands
    }
    CHECK(count_of(text, "w:name=\"_Toc00000000") == 3);
    document.contents = false;
    CHECK_FALSE(has(text_of(document), "_Toc"));
    document.contents = true;
    document.blocks = {Heading{3, "Not a chapter", ""}};
    CHECK_FALSE(has(text_of(document), "TOC"));
}

TEST_CASE("a page break falls on the next paragraph, and none on the last page")
{
    const auto breaks = [](std::vector<Block> blocks)
    { return count_of(text_of(with(std::move(blocks))), "<w:pageBreakBefore/>"); };
    const Paragraph paragraph{plain("after"), Tone::Normal, ""};
    CHECK(has(paragraph_with(text_of(with({PageBreak{}, paragraph})), "after"), "<w:pageBreakBefore/>"));
    CHECK(breaks({paragraph, PageBreak{}, PageBreak{}, paragraph, paragraph}) == 1);
    CHECK(breaks({paragraph, PageBreak{}}) == 0);
    Table table = table_of(2, 2, "x");
    CHECK(breaks({PageBreak{}, table}) == 1);
    table.caption = "";
    CHECK(breaks({PageBreak{}, table}) == 1);
    CHECK(breaks({PageBreak{}, List{}, Table{}, Fold{}, paragraph}) == 1);
}

TEST_CASE("a picture has both forms, its words, and its caption on the same page")
{
    Scene scene;
    scene.title = "Title & more";
    scene.description = "What it \"shows\".";
    scene.width = 360;
    scene.height = 180;
    Document document = with({Figure{scene, "How to read it."}});
    const std::string text = text_of(document);
    CHECK(has(text, "descr=\"What it &quot;shows&quot;.\" title=\"Title &amp; more\""));
    CHECK(has(text, "<wp:extent cx=\"3132455\" cy=\"1566227\"/>")); // half of 174 mm
    CHECK(has(text, "<a:blip r:embed=\"picture1.png\">"));
    CHECK(has(text, "r:embed=\"picture1.svg\"/>"));
    CHECK(has(paragraph_with(text, "<w:drawing>"), "<w:keepNext/>"));
    CHECK(has(part_of(document, "word/media/picture1.svg"), "Title &amp; more"));
    CHECK(part_of(document, "word/media/picture1.png").starts_with("\x89PNG"));

    scene.width = 1'440; // too wide and too high: as large as fits
    scene.height = 14'400;
    scene.description = "";
    document.blocks = {Figure{scene, ""}};
    const std::string large = text_of(document);
    CHECK(has(large, "cy=\"7517130\""));
    CHECK(has(large, "cx=\"751713\""));
    CHECK(has(large, "descr=\"Title &amp; more\"")); // never without words
}

TEST_CASE("header, footer and properties say what it is")
{
    const Document document = sample_document();
    CHECK(has(part_of(document, "word/header1.xml"), "Five Valleys – Partners&#39; summary</w:t>"));
    const std::string footer = part_of(document, "word/footer1.xml");
    CHECK(has(footer, "Not legal, tax or pensions advice.</w:t>"));
    CHECK(has(footer, "<w:fldSimple w:instr=\" PAGE \">"));
    CHECK(has(footer, "<w:fldSimple w:instr=\" NUMPAGES \">"));
    CHECK(part_of(document, "word/footer2.xml") == footer); // of the first page, which has no header
    const std::string properties = part_of(document, "docProps/core.xml");
    CHECK(has(properties, "<dc:title>Five Valleys – Partners&#39; summary</dc:title>"));
    CHECK(has(properties, "<dc:subject>What five practices were advised, and why.</dc:subject>"));
    CHECK(has(properties, "<dc:creator>Federation Adviser</dc:creator>"));
    CHECK(has(properties, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-22T00:00:00Z</dcterms:created>"));
    CHECK_FALSE(has(part_of(hostile_document(), "docProps/core.xml"), "dcterms:created"));
    CHECK(has(part_of(document, "word/styles.xml"), "<w:lang w:val=\"en-GB\""));
    CHECK(has(part_of(document, "word/settings.xml"), "w:name=\"compatibilityMode\""));
}

TEST_CASE("a long title or footer cannot fill the page")
{
    Document document = with({});
    document.title = document.kind = document.footer = std::string(10'000, 'W');
    CHECK(count_of(part_of(document, "word/header1.xml"), "W") <= 90);
    CHECK(count_of(part_of(document, "word/footer1.xml"), "W") <= 85);
    CHECK(has(part_of(document, "word/footer1.xml"), "W…</w:t>"));
    CHECK(count_of(text_of(document), "W") == 20'000); // but nothing is left out in the text
}

TEST_CASE("small documents have smaller letters and margins")
{
    CHECK(has(text_of(sample_document()), "<w:pgMar w:top=\"1020\" w:right=\"1020\""));
    CHECK(has(part_of(sample_document(), "word/styles.xml"), "<w:sz w:val=\"21\"/>"));
    CHECK(has(text_of(sample_document(Size::OnePage)), "<w:pgMar w:top=\"737\" w:right=\"737\""));
    CHECK(has(part_of(sample_document(Size::OnePage), "word/styles.xml"), "<w:sz w:val=\"18\"/>"));
}

TEST_CASE("line breaks and tabs stay, and scripts from right to left say so")
{
    const auto runs = [](const std::string& text)
    {
        XmlWriter part;
        Run run;
        run.text = text;
        write_run(part, run, false);
        return part.str().substr(part.str().find('\n') + 1);
    };
    CHECK(runs("a\r\nb\tc") == "<w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t>"
                               "<w:tab/><w:t xml:space=\"preserve\">c</w:t></w:r>");
    CHECK(runs("") == "");
    CHECK(runs("(Dr) אב גד, 12") == "<w:r><w:t xml:space=\"preserve\">(Dr) </w:t></w:r>"
                                    "<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">אב גד</w:t></w:r>"
                                    "<w:r><w:t xml:space=\"preserve\">, 12</w:t></w:r>");
    CHECK(runs("中ŵ😀") == "<w:r><w:t xml:space=\"preserve\">中ŵ😀</w:t></w:r>");
}

TEST_CASE("a text is shortened between letters")
{
    CHECK(shortened("ŵŷŵŷ", 4) == "ŵŷŵŷ");
    CHECK(shortened("ŵŷŵŷŵ", 4) == "ŵŷŵ…");
    CHECK(shortened(" a\r\n  b\x01\xFF", 9) == "a b\xEF\xBF\xBD");
    CHECK(shortened("", 4) == "");
}

TEST_CASE("the same document gives the same bytes")
{
    for (const auto& [name, document] : docx_samples())
    {
        CAPTURE(name);
        const auto first = document_as_docx(document, fonts), second = document_as_docx(document, fonts);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(first.value() == second.value());
    }
}
} // TEST_SUITE("DOCX writer")

TEST_SUITE("XML writer")
{
TEST_CASE("texts and values cannot leave their place")
{
    XmlWriter part;
    part.open("a", {{"b", "\"><c d='e'"}}).element("f", "</f>&amp;\x01").single("g", {{"h", "1"}}).close();
    CHECK(part.str().ends_with("\n<a b=\"&quot;&gt;&lt;c d=&#39;e&#39;\"><f>&lt;/f&gt;&amp;amp;</f><g h=\"1\"/></a>"));
}

TEST_CASE("what is open must be closed, and only that")
{
    XmlWriter part;
    CHECK_THROWS_AS(part.close(), std::logic_error);
    part.open("a");
    CHECK_THROWS_AS(static_cast<void>(part.str()), std::logic_error);
    part.close();
    CHECK_NOTHROW(static_cast<void>(part.str()));
}
} // TEST_SUITE("XML writer")
