#include <doctest/doctest.h>

#include "rulebase/places.h"

using namespace fedadvise;

TEST_SUITE("places of what came with the program")
{
TEST_CASE("a folder that is named is taken as it is")
{
    CHECK(rulebase::find_rules("rules of my own", "fedadvise") == "rules of my own");
    CHECK(rulebase::find_fonts("Tŷ/fonts", "fedadvise") == std::filesystem::path(u8"Tŷ/fonts"));
}

TEST_CASE("otherwise rules, fonts and worked cases are found")
{
    CHECK(std::filesystem::exists(rulebase::find_examples("", "nowhere/fedadvise") / "five-valleys.fedcase"));
    CHECK(std::filesystem::exists(rulebase::find_rules("", "nowhere/fedadvise") / "rulebase.xml"));
    for (const char* file :
         {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf"})
        CHECK(std::filesystem::exists(rulebase::find_fonts("", "nowhere/fedadvise") / file));
}

TEST_CASE("what the user makes lies in the folder named, else in one of the program's own")
{
    CHECK(rulebase::user_folder("Tŷ", "home", "fedadvise") == std::filesystem::path(u8"Tŷ"));
    const std::string own = rulebase::user_folder("", "home", "nowhere/fedadvise").generic_string();
    CHECK((own == "home/.federation-adviser" || own == "home/federation-adviser"));
    // Never in whatever folder somebody happens to be
    CHECK(rulebase::user_folder("", "", "nowhere/fedadvise").is_absolute());
}
} // TEST_SUITE("places of what came with the program")
