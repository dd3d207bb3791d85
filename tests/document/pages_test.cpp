#include <doctest/doctest.h>

#include "sample_documents.h"

#include "document/page_layout.h"
#include "document/pages.h"
#include "foundation/file.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace fedadvise;
using namespace fedadvise::document;

namespace
{

const std::filesystem::path fonts_folder = FEDADVISE_TEST_FONTS_DIR;

std::shared_ptr<const Fonts> fonts()
{
    static const std::shared_ptr<const Fonts> loaded = Fonts::load(fonts_folder).value();
    return loaded;
}

std::vector<const Letters*> letters_on(const Marks& marks)
{
    std::vector<const Letters*> found;
    for (const Mark& mark : marks)
        if (const auto* letters = std::get_if<Letters>(&mark))
            found.push_back(letters);
    return found;
}

const Node& node_of(const PageLayout& layout, const Letters& letters)
{
    static const Node none;
    return letters.style.node < 0 ? none : layout.structure.nodes[static_cast<std::size_t>(letters.style.node)];
}

/// What is read on a page, each line with its end.
std::string text_of(const Page& page)
{
    std::string text;
    double y = -1;
    for (const Letters* letters : letters_on(page.marks))
    {
        if (letters->y != y && y >= 0)
            text += '\n';
        y = letters->y;
        text += utf8_of(letters->codes);
    }
    return text;
}

Document of(std::vector<Block> blocks)
{
    Document document;
    document.title = "Title";
    document.blocks = std::move(blocks);
    return document;
}

Paragraph said(std::string text)
{
    return {plain(std::move(text)), Tone::Normal, ""};
}

std::string sentences(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text +=
            "The practices share what they can share and keep what is their own, sentence " + std::to_string(i) + ". ";
    return text;
}

std::vector<TextLine> broken(const std::string& text, double width)
{
    return lines_of(*fonts(), {{text, Style{}}}, width);
}

std::vector<std::string> as_text(const std::vector<TextLine>& lines)
{
    std::vector<std::string> texts;
    for (const TextLine& line : lines)
    {
        texts.emplace_back();
        for (const Letters& run : line.runs)
            texts.back() += utf8_of(run.codes);
    }
    return texts;
}

Table table_of(int rows, const std::string& text)
{
    Table table{"Caption of the table", {{"Column one", 1}, {"Column two", 3}}, {}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({{{{said("row" + std::to_string(i))}}, {{said(text)}}}, "row-" + std::to_string(i)});
    return table;
}

} // namespace

TEST_SUITE("lettering")
{
TEST_CASE("what has no shape goes, and white space is one space")
{
    CHECK(utf8_of(drawable("a\x01\x7F\xC2\x85"
                           "b\xC2\xAD\xE2\x80\x8D\xE2\x80\xAE"
                           "c\tŷ😀")) == "a bc ŷ😀");
    CHECK(as_text(broken("  a \n\t b  ", 500)) == std::vector<std::string>{"a b"});
    CHECK(broken(" \n ", 500).empty());
    CHECK(broken("", 500).empty());
}

TEST_CASE("bytes that are no UTF-8 are shown as such")
{
    CHECK(utf8_of(drawable("a\xFF"
                           "b\xC3")) == "a\xEF\xBF\xBD"
                                        "b\xEF\xBF\xBD");
}

TEST_CASE("lines break between words and fit their width")
{
    const std::string text = sentences(20);
    for (const double width : {60.0, 200.0, 493.0})
    {
        std::string together;
        for (const TextLine& line : broken(text, width))
        {
            CHECK(line.width <= width);
            REQUIRE(line.runs.size() == 1);
            together += utf8_of(line.runs[0].codes);
        }
        CHECK(together == foundation::as_paragraph(text));
    }
}

TEST_CASE("a line is as full as can be")
{
    const std::vector<TextLine> lines = broken(sentences(20), 200);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    {
        const std::string next = foundation::split_words(utf8_of(lines[i + 1].runs[0].codes)).front();
        CHECK(lines[i].width + one_line(*fonts(), " " + next, Style{}, 500).width > 190);
    }
}

TEST_CASE("a word longer than a line is cut, and an accent stays with its letter")
{
    std::string word;
    for (int i = 0; i < 300; ++i)
        word += "w\xCC\x82"; // w and a combining circumflex
    const auto lines = broken(word, 100);
    CHECK(lines.size() > 10);
    std::string together;
    for (const std::string& line : as_text(lines))
    {
        CHECK(line.starts_with("w\xCC\x82"));
        together += line;
    }
    CHECK(together == word);
    CHECK(broken("WWW", 1).size() == 3); // one letter stands on each line, whatever the width
}

TEST_CASE("a line may end after a hyphen between letters, not within a date or at a space that holds")
{
    CHECK(as_text(broken("employing-authority", 70)) == std::vector<std::string>{"employing-", "authority"});
    CHECK(as_text(broken("on 2026-11-22", 60)) == std::vector<std::string>{"on ", "2026-11-22"});
    CHECK(as_text(broken("pays £5\xC2\xA0million", 72)) == std::vector<std::string>{"pays ", "£5 million"});
}

TEST_CASE("a label does not break unless it is longer than a line")
{
    Style badge;
    badge.badge = true;
    const std::vector<StyledText> text{{"It ", Style{}}, {"points strongly towards", badge}, {" this.", Style{}}};
    const auto lines = lines_of(*fonts(), text, 135);
    REQUIRE(lines.size() >= 2);
    CHECK(lines[0].runs.size() == 1);
    CHECK(lines[1].runs[0].style.badge);
    CHECK(utf8_of(lines[1].runs[0].codes) == "points strongly towards");
    const auto narrow = lines_of(*fonts(), text, 60);
    CHECK(narrow.size() > 3);
    for (const TextLine& line : narrow)
        for (const Letters& run : line.runs)
            CHECK_FALSE(run.style.badge);
}

TEST_CASE("one line is cut with dots")
{
    const Letters cut = one_line(*fonts(), sentences(9), Style{}, 100);
    CHECK(utf8_of(cut.codes).ends_with("…"));
    CHECK(cut.width <= 100);
    double width = 0;
    for (const Glyph& glyph : cut.glyphs)
        width += glyph.advance * cut.style.size;
    CHECK(cut.width == doctest::Approx(width));
    CHECK(utf8_of(one_line(*fonts(), "short", Style{}, 100).codes) == "short");
}

TEST_CASE("Welsh letters have a shape, others a box")
{
    for (const char32_t letter : U"ŵŷŴŶâêîôûẁ£–—‘’“”…•")
        if (letter != 0)
            for (const Cut cut : {Cut::Regular, Cut::Bold, Cut::Italic, Cut::BoldItalic})
                CHECK(fonts()->glyph(cut, letter).index != 0);
    CHECK(fonts()->glyph(Cut::Regular, U'日').index == 0);
    CHECK(fonts()->glyph(Cut::Regular, U'日').advance > 0);
}
} // TEST_SUITE("lettering")

TEST_SUITE("pages")
{
TEST_CASE("known documents have their number of pages")
{
    struct Row
    {
        std::string name;
        Document document;
        std::size_t pages;
    };
    const PageBreak page_break;
    const Row rows[] = {
        {"nothing", {}, 1},
        {"a sentence", of({said("One.")}), 1},
        {"three parts", of({said("One."), page_break, said("Two."), page_break, said("Three.")}), 3},
        {"breaks at both ends", of({page_break, said("One."), page_break, page_break, said("Two."), page_break}), 3},
        {"a brief", test::brief(), 4},
        {"a summary", test::summary(3), 1},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(laid_out(row.document, fonts()).pages.size() == row.pages);
        CHECK(Pages::lay_out(row.document, fonts_folder).value().count() == row.pages);
    }
}

TEST_CASE("nothing stands outside the page")
{
    for (const Document& document : {test::brief(), test::summary(90), test::long_report(3), test::hostile()})
    {
        CAPTURE(document.id);
        const PageLayout layout = laid_out(document, fonts());
        const bool is_hostile = document.id == "hostile";
        for (const Page& page : layout.pages)
            for (const Marks* marks : {&page.grounds, &page.marks, &page.frame})
                for (const Mark& mark : *marks)
                {
                    const auto* letters = std::get_if<Letters>(&mark);
                    const auto* drawing = std::get_if<Drawing>(&mark);
                    const auto* box = std::get_if<Decoration>(&mark);
                    const double x = letters ? letters->x : drawing ? drawing->x : box->x;
                    const double y = letters ? letters->y : drawing ? drawing->y : box->y;
                    const double width = letters   ? letters->width
                                         : drawing ? drawing->scale * drawing->scene->width
                                                   : box->width;
                    const double height = letters   ? letters->style.size * Fonts::descent
                                          : drawing ? drawing->scale * drawing->scene->height
                                                    : box->height;
                    // letters that are wider than their column of 40 may stand over the margin, not over the paper
                    const double edge = is_hostile ? 0 : layout.measures.margin - 0.01;
                    const bool is_inside =
                        x >= edge && x + width <= paper_width - edge && y >= 0 && y + height <= paper_height;
                    if (!is_inside)
                        FAIL_CHECK("at ", x, " ", y, " and as wide as ", width);
                }
    }
}

TEST_CASE("every letter of a document is on its pages, in its order")
{
    const PageLayout layout =
        laid_out(of({said(sentences(200)), Heading{2, "Between", ""}, said(sentences(3))}), fonts());
    std::string text;
    for (const Page& page : layout.pages)
        for (const Letters* letters : letters_on(page.marks))
            if (letters->style.node >= 0)
                text += utf8_of(letters->codes);
    CHECK(layout.pages.size() > 3);
    CHECK(text ==
          "Title" + foundation::as_paragraph(sentences(200)) + "Between" + foundation::as_paragraph(sentences(3)));
}

TEST_CASE("a heading never ends a page, and no line of a paragraph stands alone")
{
    for (int i = 0; i < 60; ++i)
    {
        std::vector<Block> blocks;
        blocks.emplace_back(said(sentences(i)));
        for (int j = 0; j < 12; ++j)
        {
            blocks.emplace_back(Heading{2 + j % 3, "Heading", ""});
            blocks.emplace_back(said(sentences(5 + (i + j) % 4)));
        }
        const PageLayout layout = laid_out(of(std::move(blocks)), fonts());
        std::map<int, std::vector<std::set<double>>> lines; // by paragraph, on each page
        for (const Page& page : layout.pages)
        {
            const auto letters = letters_on(page.marks);
            CHECK_FALSE(node_of(layout, *letters.back()).type.starts_with("H"));
            for (auto& [node, on_pages] : lines)
                on_pages.emplace_back();
            for (const Letters* one : letters)
                if (node_of(layout, *one).type == "P")
                {
                    auto& on_pages = lines[one->style.node];
                    on_pages.resize(std::max<std::size_t>(on_pages.size(), 1));
                    on_pages.back().insert(one->y);
                }
        }
        for (const auto& [node, on_pages] : lines)
            for (const auto& on_page : on_pages)
                CHECK((on_page.size() != 1 || on_pages.size() == 1 ||
                       std::count_if(on_pages.begin(), on_pages.end(), [](const auto& p) { return !p.empty(); }) == 1));
    }
}

TEST_CASE("a picture stands on the page of its caption and is never larger than the text is wide")
{
    int at_the_end = 0; // pages that end between other paragraphs because the picture would not fit
    for (int lines = 18; lines < 36; ++lines)
    {
        std::vector<Block> blocks(static_cast<std::size_t>(lines), said("A line."));
        Scene scene = test::gradient();
        scene.width = lines % 2 == 0 ? 720 : 2000;
        blocks.emplace_back(Figure{scene, "Its caption begins, " + sentences(2) + "and ends."});
        const PageLayout layout = laid_out(of(std::move(blocks)), fonts());
        for (const Page& page : layout.pages)
        {
            const auto drawing = std::find_if(page.marks.begin(), page.marks.end(),
                                              [](const Mark& mark) { return std::holds_alternative<Drawing>(mark); });
            const std::string text = text_of(page);
            CHECK((drawing != page.marks.end()) == (text.find("Its caption begins") != std::string::npos));
            CHECK((drawing != page.marks.end()) == (text.find("and ends.") != std::string::npos));
            if (drawing != page.marks.end())
                CHECK(std::get<Drawing>(*drawing).scale * scene.width <= layout.measures.width() + 0.01);
        }
        at_the_end += layout.pages.size() == 2;
    }
    CHECK(at_the_end > 3);
    CHECK(at_the_end < 15);
}

TEST_CASE("a box to tick and a minus sign are drawn, and stay what they are")
{
    const PageLayout layout = laid_out(of({said("☐ done: \u22122")}), fonts());
    const Marks& marks = layout.pages[0].marks;
    const auto* letters = letters_on(marks).back();
    CHECK(utf8_of(letters->codes) == "☐ done: \u22122");
    for (const Glyph& glyph : letters->glyphs)
        CHECK(glyph.index != 0);
    CHECK(std::any_of(marks.begin(), marks.end(),
                      [&](const Mark& mark)
                      {
                          const auto* box = std::get_if<Decoration>(&mark);
                          return box != nullptr && box->line && box->x > letters->x &&
                                 box->x + box->width < letters->x + 10 && box->y < letters->y &&
                                 box->y + box->height > letters->y;
                      }));
}

TEST_CASE("links to what is there lead there; others are plain text")
{
    Paragraph links;
    links.text = {{"one", false, false, "#here", ""},
                  {"two", false, false, "#nowhere", ""},
                  {"three", false, false, "https://example.org/", ""},
                  {"four", false, false, "javascript:alert(1)", ""},
                  {"five", false, false, "#row-1", ""},
                  {"six", false, false, "#", ""}};
    const PageLayout layout = laid_out(of({links, table_of(3, "x"), PageBreak{}, Heading{2, "Here", "here"}}), fonts());
    std::map<std::string, bool> is_link;
    for (const Letters* letters : letters_on(layout.pages[0].marks))
        is_link[utf8_of(letters->codes)] = letters->style.link >= 0;
    CHECK(is_link["one"]);
    CHECK_FALSE(is_link["two"]);
    CHECK(is_link["three"]);
    CHECK_FALSE(is_link["four"]);
    CHECK(is_link["five"]);
    CHECK_FALSE(is_link["six"]);
    CHECK(layout.targets.at("here").page == 1);
    CHECK(layout.targets.at("row-1").page == 0);
}

TEST_CASE("the contents name the page of every heading of level 2")
{
    Document document = test::long_report(5);
    const PageLayout layout = laid_out(document, fonts());
    std::map<std::string, std::string> entries;
    std::string last;
    for (const Letters* letters : letters_on(layout.pages[0].marks))
        if (node_of(layout, *letters).type == "Link" &&
            layout.structure.nodes[static_cast<std::size_t>(node_of(layout, *letters).parent)].type == "TOCI")
        {
            const std::string text = utf8_of(letters->codes);
            if (text.find_first_not_of("0123456789") == std::string::npos)
                entries[last] = text;
            else
                last = text;
        }
    CHECK(entries.size() == 8);
    for (const PlacedHeading& heading : layout.headings)
        if (heading.level == 2)
        {
            CHECK(entries[heading.text] == std::to_string(heading.spot.page + 1));
            const auto letters = letters_on(layout.pages[heading.spot.page].marks);
            CHECK(std::any_of(letters.begin(), letters.end(),
                              [&](const Letters* one)
                              {
                                  return node_of(layout, *one).type == "H2" && utf8_of(one->codes) == heading.text &&
                                         one->y > heading.spot.y && one->y < heading.spot.y + 40;
                              }));
        }
}

TEST_CASE("a summary takes smaller letters until it fits on one page, and no smaller ones than it must")
{
    std::vector<double> sizes;
    for (int reasons = 1; reasons < 40; ++reasons)
    {
        const PageLayout layout = laid_out(test::summary(reasons), fonts());
        sizes.push_back(layout.measures.body);
        if (layout.measures.body < 10 && layout.pages.size() == 1)
            CHECK(laid_out(test::summary(reasons), fonts(), Measures::one_page(layout.measures.body + 0.5))
                      .pages.size() == 2);
        if (layout.pages.size() == 2)
        {
            CHECK(laid_out(test::summary(reasons), fonts(), Measures::one_page(8)).pages.size() == 2);
            break;
        }
    }
    std::vector<double> steps = sizes;
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    CHECK(steps == std::vector<double>{10, 9.5, 9, 8.5, 8, 10});
}

TEST_CASE("fonts that are not there are named, with advice")
{
    const auto missing = Pages::lay_out({}, fonts_folder / "nowhere");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == "document.font-missing");
    CHECK(missing.error().message.find("NotoSans-Regular.ttf") != std::string::npos);
    CHECK_FALSE(missing.error().advice.empty());
    CHECK(scene_as_png(test::gradient(), fonts_folder / "nowhere", 1).error().code == "document.font-missing");

    const std::filesystem::path folder = std::filesystem::path(FEDADVISE_TEST_OUTPUT_DIR) / "broken fonts ŷ";
    std::filesystem::create_directories(folder);
    for (const char* cut : {"Regular", "Bold", "Italic", "BoldItalic"})
        REQUIRE(foundation::save_file(folder / ("NotoSans-" + std::string(cut) + ".ttf"), "no font"));
    CHECK(Pages::lay_out({}, folder).error().code == "document.font-unreadable");
}

TEST_CASE("the same document gives the same bytes")
{
    const auto once = Pages::lay_out(test::brief(), fonts_folder).value();
    const std::string bytes = once.pdf().value();
    CHECK(bytes.starts_with("%PDF-"));
    CHECK(once.pdf().value() == bytes);
    CHECK(Pages::lay_out(test::brief(), fonts_folder).value().pdf().value() == bytes);
    Document other = test::brief();
    other.date = "2026-11-23";
    CHECK(Pages::lay_out(other, fonts_folder).value().pdf().value() != bytes);
}

TEST_CASE("a page is a picture of any size")
{
    const auto pages = Pages::lay_out(test::brief(), fonts_folder).value();
    const Picture screen = pages.picture(0, 96);
    CHECK(screen.width == 794);
    CHECK(screen.height == 1123);
    REQUIRE(screen.pixels.size() == 794U * 1123U * 3U);
    // the bar above the title, in the colour of the accent; and the paper beside it
    const auto pixel = [&](int x, int y)
    {
        const auto at = static_cast<std::size_t>((y * screen.width + x) * 3);
        return std::vector<int>(screen.pixels.begin() + static_cast<std::ptrdiff_t>(at),
                                screen.pixels.begin() + static_cast<std::ptrdiff_t>(at) + 3);
    };
    CHECK(pixel(400, 66) == std::vector<int>{11, 85, 99});
    CHECK(pixel(10, 66) == std::vector<int>{255, 255, 255});
    CHECK(pages.picture(0, 192).width == 1587);
    const Picture blank = pages.picture(99, 96); // there is no such page
    CHECK(std::all_of(blank.pixels.begin(), blank.pixels.end(), [](int byte) { return byte == 255; }));
}

TEST_CASE("a scene is a PNG of its own")
{
    const std::string png = scene_as_png(test::gradient(), fonts_folder, 2).value();
    REQUIRE(png.size() > 1000);
    CHECK(png.starts_with("\x89PNG\r\n"));
    const auto byte = [&](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(png[i])); };
    CHECK(byte(18) * 256 + byte(19) == 1440);
    CHECK(byte(22) * 256 + byte(23) == 240);
    CHECK(scene_as_png(test::gradient(), fonts_folder, 2).value() == png);
    CHECK(scene_as_png(Scene{}, fonts_folder, 1).value().starts_with("\x89PNG"));
}
} // TEST_SUITE("pages")

TEST_SUITE("tables on pages")
{
TEST_CASE("every page of a table begins with its header row, which is read once")
{
    const PageLayout layout = laid_out(of({table_of(90, sentences(2))}), fonts());
    REQUIRE(layout.pages.size() > 3);
    int read = 0;
    for (const Page& page : layout.pages)
    {
        const auto letters = letters_on(page.marks);
        const auto header = std::find_if(letters.begin(), letters.end(),
                                         [](const Letters* one) { return utf8_of(one->codes) == "Column two"; });
        REQUIRE(header != letters.end());
        read += (*header)->style.node >= 0;
    }
    CHECK(read == 1);
}

TEST_CASE("a row that fits on a page is not divided")
{
    const PageLayout layout = laid_out(of({table_of(40, sentences(7))}), fonts());
    std::map<int, std::set<std::size_t>> pages_of_row;
    for (std::size_t page = 0; page < layout.pages.size(); ++page)
        for (const Letters* letters : letters_on(layout.pages[page].marks))
        {
            int node = letters->style.node;
            while (node > 0 && layout.structure.nodes[static_cast<std::size_t>(node)].type != "TR")
                node = layout.structure.nodes[static_cast<std::size_t>(node)].parent;
            if (node > 0)
                pages_of_row[node].insert(page);
        }
    CHECK(pages_of_row.size() == 41);
    for (const auto& [row, pages] : pages_of_row)
        CHECK(pages.size() == 1);
}

TEST_CASE("a row higher than a page goes on, and loses nothing")
{
    const std::string text = sentences(300);
    const PageLayout layout = laid_out(of({said(sentences(5)), table_of(2, text)}), fonts());
    std::map<int, std::string> cells;
    for (const Page& page : layout.pages)
        for (const Letters* letters : letters_on(page.marks))
            if (letters->style.node >= 0)
                cells[letters->style.node] += utf8_of(letters->codes);
    const auto whole = std::count_if(cells.begin(), cells.end(),
                                     [&](const auto& cell) { return cell.second == foundation::as_paragraph(text); });
    CHECK(whole == 2);
    CHECK(layout.pages.size() > 6);
    CHECK(text_of(layout.pages[0]).find("row0") != std::string::npos); // it begins where there is room
}

TEST_CASE("columns share the width as they ask, with room for their longest words")
{
    const auto lefts = [](const Table& table)
    {
        std::vector<double> found;
        const PageLayout layout = laid_out(of({table}), fonts());
        for (const Letters* letters : letters_on(layout.pages[0].marks))
            if (node_of(layout, *letters).type == "TH" && utf8_of(letters->codes).starts_with("Column"))
                found.push_back(letters->x);
        return found;
    };
    const auto plain_table = lefts(Table{"", {{"Column", 1}, {"Column", 1}, {"Column", 2}}, {}});
    REQUIRE(plain_table.size() == 3);
    CHECK(plain_table[2] - plain_table[1] == doctest::Approx(plain_table[1] - plain_table[0]));
    CHECK(plain_table[1] - plain_table[0] == doctest::Approx(493.235 / 4).epsilon(0.001));
    const auto long_word = lefts(Table{"", {{"Column", 1}, {"Columnwithaverylongword", 1}, {"Column", 12}}, {}});
    REQUIRE(long_word.size() == 3);
    CHECK(long_word[2] - long_word[1] > 110);
}

TEST_CASE("a table without columns, rows or words breaks nothing")
{
    for (const Table& table : {Table{}, Table{"Caption", {}, {}}, Table{"", {{"", 1}}, {}},
                               Table{"", {}, {{{}, ""}, {{{}, {{said("x")}}}, ""}}}, Table{"", {{"A", 0}}, {{{}, ""}}}})
        CHECK(Pages::lay_out(of({table}), fonts_folder).value().pdf().value().starts_with("%PDF"));
}
} // TEST_SUITE("tables on pages")
