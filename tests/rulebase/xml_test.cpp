#include "small_rule_base.h"

#include "foundation/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using namespace std::string_literals;

TEST_SUITE("rule file as XML") {
TEST_CASE("a file that is no proper XML is refused once, with its code and line")
{
    struct Row
    {
        std::string name, xml, code;
        int line;
    };
    const std::vector<Row> rows = {
        {"empty", "", "rulebase.empty-file", 1},
        {"only white space", "  \n ", "rulebase.empty-file", 1},
        {"only a declaration", "<?xml version=\"1.0\"?>", "rulebase.empty-file", 1},
        {"no XML", "Rules:\n- one", "rulebase.malformed-xml", 1},
        {"not closed", "<rulebase>\n<rule>\n", "rulebase.malformed-xml", 2},
        {"closed by another name", "<rulebase>\n</rules>", "rulebase.malformed-xml", 2},
        {"no quotation marks", "<rulebase>\n<rule id=R1/></rulebase>", "rulebase.malformed-xml", 2},
        {"two roots", "<rulebase/>\n<rulebase/>", "rulebase.second-root", 2},
        {"text before the root", "x<rulebase/>", "rulebase.malformed-xml", 1},
        {"text after the root", "<rulebase/>x", "rulebase.malformed-xml", 1},
        {"a DOCTYPE", "<!DOCTYPE rulebase [<!ENTITY e \"x\">]>\n<rulebase/>", "rulebase.doctype", 1},
        {"another root element", "<rules/>", "rulebase.unknown-element", 1},
        {"Latin-1", "<rulebase>\n<!-- caf\xE9 --></rulebase>", "rulebase.not-utf8", 2},
        {"UTF-16", "\xFF\xFE<\0r\0"s, "rulebase.not-utf8", 1},
        {"a NUL byte after the root", "<rulebase/>\n\0<wigwam/>"s, "rulebase.malformed-xml", 2},
        {"a NUL byte inside", "<rulebase>\n\0</rulebase>"s, "rulebase.malformed-xml", 2},
        {"a control character", "<rulebase>\n<!-- \x01 --></rulebase>", "rulebase.malformed-xml", 2},
        {"an entity that nobody defined", "<rulebase>\n<section id=\"s\" page=\"practices\" title=\"A&nbsp;B\"/></rulebase>", "rulebase.malformed-xml", 2},
        {"a bare ampersand", "<rulebase>\n<section id=\"s\" page=\"practices\" title=\"A & B\"/></rulebase>", "rulebase.malformed-xml", 2},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const auto loaded = rulebase::load({{"a.xml", small_rule_base()}, {"b.xml", row.xml}});
        REQUIRE(loaded.diagnostics.size() == 1);
        CHECK(loaded.rules == nullptr);
        CHECK(loaded.diagnostics[0].code == row.code);
        CHECK(loaded.diagnostics[0].place.file == "b.xml");
        CHECK(loaded.diagnostics[0].place.line == row.line);
        CHECK_FALSE(loaded.diagnostics[0].advice.empty());
    }
}

TEST_CASE("what XML allows is understood")
{
    const std::string small = small_rule_base();
    struct Row
    {
        std::string name, xml;
    };
    const std::vector<Row> rows = {
        {"a byte order mark", "\xEF\xBB\xBF" + small},
        {"Windows line ends", [&] {
             std::string crlf;
             for (const char c : small)
                 crlf += c == '\n' ? "\r\n"s : std::string(1, c);
             return crlf;
         }()},
        {"comments and processing instructions", "<!-- a & b --><?note x?>" + small.substr(small.find('\n')) + "<!-- end -->"},
        {"the five entities and numbers", replaced(small, "Staff are scarce.", "&lt;&gt;&amp;&quot;&apos; &#233; &#xe9; scarce.")},
        {"a CDATA section", replaced(small, "Staff are scarce.", "<![CDATA[Staff & money are scarce.]]>")},
        {"text in other scripts", replaced(small, "Staff are scarce.", "\xC5\xB4y \xE2\x82\xAC \xF0\x9F\x98\x80.")},
        {"single quotation marks", replaced(small, "\"S1\" title=\"A book\"", "'S1' title='A book'")},
        {"a line break in a list", replaced(small, "\"network contract\"", "\"network\n  contract\"")},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const auto loaded = load_text(row.xml);
        CHECK(codes(loaded) == "");
        CHECK(loaded.rules != nullptr);
    }
}

TEST_CASE("entities are resolved and text becomes one paragraph")
{
    const auto loaded = load_text(replaced(small_rule_base(), "Staff are scarce.", "\n   Staff &amp; money\n   are scarce.\n"));
    REQUIRE(loaded.rules != nullptr);
    CHECK(rulebase::find_rule(*loaded.rules, {"R1"})->reason == "Staff & money are scarce.");
}

TEST_CASE("a file cut off at any byte is described, never a crash")
{
    const std::string whole = small_rule_base();
    for (std::size_t length = 0; length < whole.size(); ++length)
    {
        const auto loaded = load_text(whole.substr(0, length));
        if (loaded.rules != nullptr && length + 1 < whole.size())
            FAIL("valid after " << length << " bytes");
        if (loaded.rules == nullptr && !foundation::has_errors(loaded.diagnostics))
            FAIL("no error after " << length << " bytes");
    }
}

TEST_CASE("a file with any one byte spoilt is never a crash")
{
    const std::string whole = small_rule_base();
    for (std::size_t at = 0; at < whole.size(); at += 3)
        for (const char byte : {'\0', '<', '"', '\xFF'})
        {
            std::string spoilt = whole;
            spoilt[at] = byte;
            const auto loaded = load_text(spoilt);
            if ((loaded.rules == nullptr) != foundation::has_errors(loaded.diagnostics))
                FAIL("byte " << at);
        }
}

TEST_CASE("a rule base without one of its elements is described, never a crash")
{
    const std::string whole = small_rule_base();
    for (std::size_t open = whole.find("\n  <"); open != std::string::npos; open = whole.find("\n  <", open + 1))
    {
        const std::size_t next = whole.find("\n  <", open + 1);
        if (next == std::string::npos || whole.compare(open, 5, "\n  </") == 0)
            continue;
        const std::string name = whole.substr(open + 4, whole.find_first_of(" >", open + 4) - open - 4);
        const std::size_t close = whole.find("\n  </" + name + ">", open);
        const bool several_lines = close != std::string::npos && close < whole.find("\n  <" + name, open + 1);
        const std::size_t end = several_lines ? close + 6 + name.size() : next;
        const auto loaded = load_text(whole.substr(0, open) + whole.substr(end));
        CAPTURE(name);
        CHECK((loaded.rules == nullptr) == foundation::has_errors(loaded.diagnostics));
    }
}

TEST_CASE("nesting is limited")
{
    const auto nested = [](int depth) {
        std::string open, close;
        for (int i = 0; i < depth; ++i)
        {
            open += "<not>";
            close += "</not>";
        }
        return load_text(replaced(small_rule_base(), "<when><test question=\"motive.workforce\" at-least=\"2\"/></when>",
                                  "<when>" + open + "<test question=\"motive.workforce\" at-least=\"2\"/>" + close + "</when>"));
    };
    CHECK(nested(20).rules != nullptr);
    for (const int depth : {40, 1000, 200'000})
    {
        CAPTURE(depth);
        const auto loaded = nested(depth);
        CHECK(loaded.rules == nullptr);
        CHECK(codes(loaded).find("rulebase.too-deep:") != std::string::npos);
    }
}
}
