#include "foundation/text_list.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise::foundation;

TEST_SUITE("lists of words") {
TEST_CASE("line breaks of every system become line feeds")
{
    CHECK(with_line_feeds("") == "");
    CHECK(with_line_feeds("a\r\nb\rc\nd\r") == "a\nb\nc\nd\n");
    CHECK(with_line_feeds("\r\r\n\n") == "\n\n\n");
}

TEST_CASE("white space at the ends goes")
{
    CHECK(trimmed(" \t a b \r\n") == "a b");
    CHECK(trimmed(" \n ").empty());
    CHECK(trimmed("").empty());
}

TEST_CASE("words are split at any white space")
{
    CHECK(split_words("england  wales\n\tscotland ") == std::vector<std::string>{"england", "wales", "scotland"});
    CHECK(split_words("").empty());
    CHECK(split_words(" \n").empty());
    CHECK(as_paragraph("\n  Two\n  lines. ") == "Two lines.");
}

TEST_CASE("names are joined as people write lists")
{
    CHECK(joined_as_sentence(std::vector<std::string>{}).empty());
    CHECK(joined_as_sentence(std::vector<std::string>{"A"}) == "A");
    CHECK(joined_as_sentence(std::vector<std::string>{"A", "B"}) == "A and B");
    CHECK(joined_as_sentence(std::vector<std::string>{"A", "B", "C"}, "or") == "A, B or C");
    CHECK(joined(std::vector<std::string>{"a", "a"}, "-") == "a-a");
}

TEST_CASE("only ASCII letters become lower case")
{
    CHECK(lower_case("GP \xC3\x89t\xC3\xA9 Z") == "gp \xC3\x89t\xC3\xA9 z");
}

TEST_CASE("a mistyped word finds the one that was meant")
{
    struct Row
    {
        std::string name, word, meant;
    };
    const std::vector<std::string> ids = {"llp", "plc", "pcn", "federation-company", "company-shares", "scale"};
    const std::vector<Row> rows = {
        {"the word itself", "company-shares", "company-shares"},
        {"two letters swapped", "fedreation-company", "federation-company"},
        {"one left out", "federation-compny", "federation-company"},
        {"two wrong in a long word", "federatiom-compamy", "federation-company"},
        {"three wrong", "fedaratiom-compamy", ""},
        {"one wrong in a short word", "llq", "llp"},
        {"two wrong in a short word", "xxp", ""},
        {"nothing like it", "wigwam", ""},
        {"no word", "", ""},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(nearest_word(row.word, ids) == row.meant);
    }
    CHECK(nearest_word("plcn", std::vector<std::string>{"plc", "pcn"}) == "plc");
    CHECK(nearest_word("word", std::vector<std::string>{}).empty());
    CHECK(nearest_word(std::string(1'000'000, 'a'), ids).empty());
}
}
