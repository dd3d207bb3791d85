#include "foundation/utf8.h"
#include "document/text_layout.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace fedadvise;
using namespace fedadvise::report;
using namespace fedadvise::document;

namespace
{

std::size_t longest_line(const std::string& text)
{
    std::size_t longest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        longest = std::max(longest, foundation::code_point_count(line));
    return longest;
}

} // namespace

TEST_SUITE("text report")
{
TEST_CASE("no line is longer than the page, whatever users write")
{
    Sample s = sample();
    s.group.title = std::string(300, 'x');
    s.group.notes[{"lmc"}] = std::string(10'000, 'y') + " Tŷ Gŵyn";
    const std::string text = text_of(s);
    CHECK(longest_line(text) <= text_columns);
    CHECK(contains(text, "Tŷ Gŵyn"));
}

TEST_CASE("line breaks and escape codes in names cannot forge a line")
{
    Sample s = sample();
    s.group.title = "A\n\nIn short\n\x1b[2J";
    const std::string text = text_of(s);
    CHECK(contains(text, "A In short [2J – Full rationale\n"));
}

TEST_CASE("headings are underlined with their own length")
{
    TextPage page;
    page.heading("Tŷ", 1);
    page.paragraph("Text.");
    CHECK(page.text() == "Tŷ\n==\nText.\n");
}

TEST_CASE("the whole advice is there")
{
    const std::string text = text_of(sample());
    for (const std::string piece :
         {"In short", "Unlawful: Agreeing prices", "Ruled out", "Missing so far: the clear support",
          "Two aims pull apart", "3.7 on a scale from 1 to 5", "1. Motives vary – Raised",
          "Write one sentence of purpose.", "You said that you do not know.", "HC-99: The questions do not ask for it.",
          "SHA-256", "22 November 2026", "This is not legal advice.", "What it does not suit:"})
    {
        CAPTURE(piece);
        CHECK(contains(text, piece));
    }
    CHECK_FALSE(contains(text, "%"));
    const std::string headline = sample().advice().headline.front().substr(0, 40);
    CHECK(occurrences(text, headline) == 2);
    CHECK(text.rfind(headline) > text.rfind("SHA-256")); // where a terminal shows it
}

TEST_CASE("why tells the reasons of one option")
{
    const Advice advice = sample().advice();
    const std::string text = why_text(advice, "llp");
    CHECK(contains(text, "Why not: An LLP cannot hold a core contract."));
    CHECK(contains(text, "law: An Act, section 1"));
    CHECK(contains(why_text(advice, "informal-network"), "This may still speak for it: A body can employ staff."));
}
} // TEST_SUITE("text report")
