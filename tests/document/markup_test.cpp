#include "document/markup.h"

#include <doctest/doctest.h>

using namespace fedadvise::document;

TEST_SUITE("escaping")
{
TEST_CASE("what users write is text and nothing else")
{
    struct Row
    {
        std::string name, text, expected;
    };
    const Row rows[] = {
        {"a script", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"quotes", "\"a\" 'b'", "&quot;a&quot; &#39;b&#39;"},
        {"an ampersand", "Smith & Sons &amp;", "Smith &amp; Sons &amp;amp;"},
        {"Welsh letters", "Tŷ Gŵyn", "Tŷ Gŵyn"},
        {"control characters", std::string("a\0b\x01\x1b[31mc\x7f", 11), "ab[31mc"},
        {"bytes that are no UTF-8", "a\xff\xfe", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"what no XML may hold",
         "a\xEF\xBF\xBE"
         "b\xEF\xBF\xBF\xEF\xBF\xBD",
         "a\xEF\xBF\xBD"
         "b\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"the end of a comment", "--> ]]>", "--&gt; ]]&gt;"},
        {"nothing", "", ""},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(escaped(row.text) == row.expected);
    }
}

TEST_CASE("a long note comes through whole")
{
    const std::string note(10'000, '<');
    CHECK(escaped(note).size() == 40'000);
}

TEST_CASE("values of attributes cannot leave their quotes")
{
    Markup markup;
    markup.element("p", "a<b", {{"title", "\" onclick=\"x"}});
    CHECK(markup.str() == "<p title=\"&quot; onclick=&quot;x\">a&lt;b</p>\n");
}
} // TEST_SUITE("escaping")
