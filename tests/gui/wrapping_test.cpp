#include "desk.h"

#include "gui/look.h"
#include "gui/text.h"

#include <doctest/doctest.h>

using namespace fedadvise::gui;

TEST_SUITE("wrapping of text")
{
TEST_CASE("no line is wider than asked, and no word is lost")
{
    gui_test::Desk desk;
    const wxString text =
        wxS("Practices join forces for different reasons, and reasons that differ can pull a group apart later.");
    const int letter = desk.frame().GetCharWidth();
    for (const int width : {letter * 12, letter * 30, letter * 60, letter * 300})
    {
        CAPTURE(width);
        wxString wrapped = wrap_text(desk.frame(), text, width);
        for (const wxString& line : wxSplit(wrapped, '\n', 0))
            CHECK(desk.frame().GetTextExtent(line).x <= width);
        wrapped.Replace(wxS("\n"), wxS(" "));
        CHECK(wrapped == text);
    }
}

TEST_CASE("line breaks of the text stay, and an overlong word stands alone")
{
    gui_test::Desk desk;
    CHECK(wrap_text(desk.frame(), wxS("one\n\ntwo"), 1000) == wxS("one\n\ntwo"));
    const wxString word(wxS('w'), 80);
    CHECK(wrap_text(desk.frame(), wxS("a ") + word + wxS(" b"), desk.frame().GetCharWidth() * 10) ==
          wxS("a\n") + word + wxS("\nb"));
}

TEST_CASE("text crosses the border to wx and back unchanged")
{
    for (const std::string text : {"", "Dŵr tŷ", "<script>", "\xF0\x9F\x8F\xA5"})
        CHECK(to_utf8(to_wx(text)) == text);
    CHECK_FALSE(to_wx("caf\xE9").empty()); // not UTF-8: shown byte by byte rather than not at all
    CHECK(path_to_utf8(utf8_to_path("tŷ/é.fedcase")) == "tŷ/é.fedcase");
}
} // TEST_SUITE("wrapping of text")
