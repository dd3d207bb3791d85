#include "foundation/utf8.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace fedadvise::foundation;
using namespace std::string_literals;

TEST_SUITE("utf8") {
TEST_CASE("well-formed text has no invalid byte")
{
    const std::vector<std::string> texts = {
        "",
        "plain",
        "nul \0 inside"s,
        "\x7F",
        "\xC2\x80",         // first of two bytes
        "\xDF\xBF",         // last of two bytes
        "\xE0\xA0\x80",     // first of three bytes
        "\xED\x9F\xBF",     // last before the surrogates
        "\xEE\x80\x80",     // first after the surrogates
        "\xEF\xBF\xBF",     // last of three bytes
        "\xF0\x90\x80\x80", // first of four bytes
        "\xF4\x8F\xBF\xBF", // U+10FFFF
        "\xEF\xBB\xBF" "after a byte order mark",
    };
    for (const std::string& text : texts)
    {
        CAPTURE(text);
        CHECK_FALSE(first_invalid_utf8(text).has_value());
    }
}

TEST_CASE("bytes that are not well formed are replaced one by one")
{
    CHECK(well_formed_utf8("") == "");
    CHECK(well_formed_utf8("Tŷ Gŵyn") == "Tŷ Gŵyn");
    CHECK(well_formed_utf8("a\xFF" "b\xC3") == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
    CHECK(well_formed_utf8("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); // a surrogate
}

TEST_CASE("every form of invalid byte is found where it stands")
{
    struct Row
    {
        std::string name, bytes;
    };
    const std::vector<Row> rows = {
        {"a continuation byte on its own", "\x80"},
        {"the last continuation byte on its own", "\xBF"},
        {"overlong form of two bytes, C0", "\xC0\x80"},
        {"overlong form of two bytes, C1", "\xC1\xBF"},
        {"overlong form of three bytes", "\xE0\x9F\xBF"},
        {"overlong form of four bytes", "\xF0\x8F\xBF\xBF"},
        {"first surrogate", "\xED\xA0\x80"},
        {"last surrogate", "\xED\xBF\xBF"},
        {"beyond U+10FFFF", "\xF4\x90\x80\x80"},
        {"lead byte F5", "\xF5\x80\x80\x80"},
        {"form of five bytes", "\xF8\x88\x80\x80\x80"},
        {"form of six bytes", "\xFC\x84\x80\x80\x80\x80"},
        {"byte FE", "\xFE"},
        {"byte FF", "\xFF"},
        {"two bytes cut short", "\xC3"},
        {"three bytes cut after one", "\xE2"},
        {"three bytes cut after two", "\xE2\x82"},
        {"four bytes cut after one", "\xF0"},
        {"four bytes cut after two", "\xF0\x9F"},
        {"four bytes cut after three", "\xF0\x9F\x98"},
        {"a letter where a second byte belongs", "\xC3x"},
        {"a letter where a third byte belongs", "\xE2\x82x"},
        {"a letter where a fourth byte belongs", "\xF0\x9F\x98x"},
        {"Latin-1", "\xE9" "t\xE9"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(first_invalid_utf8(row.bytes) == std::size_t{0});
        CHECK(first_invalid_utf8("caf\xC3\xA9 " + row.bytes) == std::size_t{6});
        CHECK(first_invalid_utf8("ab" + row.bytes + "cd") == std::size_t{2});
    }
}

TEST_CASE("control characters go, tab and line feed stay")
{
    std::string controls;
    for (int c = 0; c < 0x20; ++c)
        controls += static_cast<char>(c);
    CHECK(without_control_characters(controls + "\x7F") == "\t\n");
    CHECK(without_control_characters("Surgery \xC2\xA3" "5\r\n") == "Surgery \xC2\xA3" "5\n");
}

TEST_CASE("code points are counted, not bytes")
{
    CHECK(code_point_count("") == 0);
    CHECK(code_point_count("caf\xC3\xA9") == 4);
    CHECK(code_point_count("\xE2\x82\xAC\xF0\x9F\x98\x80") == 2);
}

TEST_CASE("a path survives the way there and back")
{
    for (const std::string& text : {"plain.fedcase"s, "Meddygfa T\xC5\xB7 D\xC5\xB5r/\xE2\x82\xAC.fedcase"s, ""s})
    {
        CAPTURE(text);
        CHECK(utf8_from_path(path_from_utf8(text)) == text);
    }
}
}
