#include "analysis/reading_age.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace fedadvise::analysis
{

namespace
{

double age(std::string_view text, const Phrases& familiar = {})
{
    return static_cast<double>(reading_age(text, familiar).millionths) / 1'000'000;
}

} // namespace

TEST_SUITE("reading age")
{
TEST_CASE("syllables are counted as people speak them")
{
    const std::vector<std::vector<std::string>> words = {
        {"the", "staff", "rules", "owned", "shares", "trust", "through", "50,000"},
        {"practice", "people",    "patients", "business", "being",   "paying", "table",
         "tables",   "needed",    "changes",  "value",    "science", "client", "friendly",
         "equal",    "statement", "likely",   "every",    "PCN",     "GP's",   "{a}"},
        {"practices", "partnership", "agreement", "management", "services", "decision", "together", "previous",
         "quality", "financial", "guarantee", "created", "area", "liable", "earlier", "however", "idea"},
        {"society", "federation", "responsible", "independent", "community", "everybody", "variety", "situation",
         "usually"},
        {"liability", "immediately", "university"},
        {"unincorporated"},
    };
    for (std::size_t i = 0; i < words.size(); ++i)
        for (const std::string& word : words[i])
        {
            CAPTURE(word);
            CHECK(syllables(word) == i + 1);
        }
}

TEST_CASE("the age is the grade of Kincaid and others and five years")
{
    // 10 words, 2 sentences and 12 syllables: 0.39 * 5 + 11.8 * 1.2 - 15.59 = 0.52.
    const std::string text = "The group is small. It can share its staff easily.";
    CHECK(age(text) == doctest::Approx(0.52 + 5));
    // One sentence of 10 words: 0.39 * 10 + 11.8 * 1.2 - 15.59 = 2.47.
    CHECK(age("The group is small, it can share its staff easily.") == doctest::Approx(2.47 + 5));
}

TEST_CASE("a text without words or with the easiest of words is for readers of five")
{
    CHECK(age("") == 5);
    CHECK(age(" … £ – ") == 5);
    CHECK(age("Go on.") == 5);
}

TEST_CASE("words that the glossary explains weigh two syllables at most")
{
    Phrases familiar;
    familiar.add("unincorporated association");
    const std::string text = "An unincorporated association may do this work.";
    CHECK(age(text) - age(text, familiar) == doctest::Approx(11.8 * (6 + 5 - 4) / 7));
    CHECK(age("Association and unincorporated work.", familiar) ==
          age("Association and unincorporated work."));
}

TEST_CASE("longer sentences and longer words make a text older")
{
    const double plain = age("You share staff. You share the cost. You share the risk of it.");
    CHECK(age("You share staff, you share the cost and you share the risk of it.") > plain);
    CHECK(age("You share personnel. You share the expenditure. You share the liability of it.") > plain);
}
} // TEST_SUITE("reading age")

TEST_SUITE("words of a text")
{
TEST_CASE("sentences end where a reader would stop")
{
    struct Row
    {
        std::string text;
        std::size_t sentences;
        std::size_t words;
    };
    const Row rows[] = {
        {"One. Two? Three! Four", 4, 4},
        {"A trust, e.g. an NHS trust, pays £1.50 or 50,000 pounds.", 1, 12},
        {"(It is so.) \"Is it?\" He said “no.” Then he left…", 4, 11},
        {"Don't use the GP-led body's room: ask {who.knows}.", 1, 9},
        {"", 0, 0},
        {"...", 0, 0},
        {"An unclosed {brace is two", 1, 5},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.text);
        const std::vector<Word> words = words_of(row.text);
        CHECK(words.size() == row.words);
        CHECK((words.empty() ? 0 : words.back().sentence + 1) == row.sentences);
    }
}

TEST_CASE("any bytes can be read")
{
    const std::string text = "Tŷ Dŵr\u2019s \xff\xc3";
    for (std::size_t length = 0; length <= text.size(); ++length)
        CHECK(words_of(std::string_view(text).substr(0, length)).size() <= 3);
    CHECK(words_of(text).size() >= 2);
    CHECK(words_of("Tŷ Dŵr\u2019s")[1].key == "dŵr");
}

TEST_CASE("acronyms have two capitals and are no Roman numbers")
{
    for (const char* acronym : {"TUPE", "PCNs", "IN01", "SystmOne", "CIC"})
        CHECK(is_acronym(acronym));
    for (const char* word : {"I", "A", "Wales", "IV", "XIX", "plc", "{NHS.GP}"})
        CHECK_FALSE(is_acronym(word));
}

TEST_CASE("phrases are found as whole words of one sentence, in singular and plural")
{
    Phrases phrases;
    phrases.add("asset lock", 1);
    phrases.add("asset", 2);
    phrases.add("body", 3);
    phrases.add("PCN", 4);
    const auto tag_at = [&](std::string_view text, std::size_t at) -> std::size_t
    {
        const std::vector<Word> words = words_of(text);
        const auto matches = phrases.at(words, at);
        return matches.empty() ? 0 : matches.front().tag;
    };
    CHECK(tag_at("Asset locks hold", 0) == 1);
    CHECK(tag_at("asset-lock", 0) == 1);
    CHECK(tag_at("The asset. Lock it", 1) == 2);
    CHECK(tag_at("Two bodies", 1) == 3);
    CHECK(tag_at("The PCNs", 1) == 4);
    CHECK(tag_at("The pcns", 1) == 0);
    CHECK(tag_at("An antibody", 1) == 0);
}
} // TEST_SUITE("words of a text")

} // namespace fedadvise::analysis
