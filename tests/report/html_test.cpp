#include "casefile/case_file.h"
#include "document/writers.h"
#include "engine/engine.h"
#include "report/documents.h"
#include "rulebase/loading.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

/// The page without its style sheet.
std::string body_of(const std::string& html)
{
    return html.substr(html.find("<body>"));
}

std::vector<std::string> matches(const std::string& html, const std::string& pattern)
{
    const std::regex expression(pattern);
    std::vector<std::string> found;
    for (auto match = std::sregex_iterator(html.begin(), html.end(), expression); match != std::sregex_iterator();
         ++match)
        found.push_back((*match)[1]);
    return found;
}

/// Names of elements that were opened and not closed, or closed wrongly; empty when all is well.
std::string nesting_fault(const std::string& html)
{
    static const std::set<std::string> without_end = {"meta", "!DOCTYPE"};
    std::vector<std::string> open;
    const std::regex tag("<(/?)([A-Za-z!][A-Za-z0-9]*)[^>]*>");
    for (auto match = std::sregex_iterator(html.begin(), html.end(), tag); match != std::sregex_iterator(); ++match)
    {
        const std::string name = (*match)[2];
        if (without_end.contains(name))
            continue;
        if ((*match)[1].length() == 0)
            open.push_back(name);
        else if (open.empty() || open.back() != name)
            return "</" + name + "> after <" + (open.empty() ? "" : open.back()) + ">";
        else
            open.pop_back();
    }
    return open.empty() ? "" : "<" + open.back() + "> is never closed";
}

struct Page
{
    std::string name, html;
};

/// The full rationale of the sample, and every document of two worked cases.
const std::vector<Page>& pages()
{
    static const std::vector<Page> all = []
    {
        std::vector<Page> made = {{"sample", html_of(sample())}};
        const auto rules = rulebase::load_folder(FEDADVISE_RULES_DIR).rules;
        REQUIRE(rules);
        const engine::Engine engine(rules);
        constexpr foundation::Date day{2026, 11, 22};
        for (const std::string name : {"two-bridges", "northmoor"})
        {
            const auto loaded = casefile::load_case(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / (name + ".fedcase"), *rules);
            REQUIRE(loaded.group);
            const Advice advice = put_into_words(*rules, *loaded.group, engine.assess(*loaded.group, day));
            const AlignmentAdvice alignment = align_in_words(engine, *loaded.group, day);
            const Further further = look_further(engine, *loaded.group, day);
            for (const DocumentKind& kind : document_kinds())
                made.push_back({name + " " + std::string{kind.id},
                                document::document_as_html(document_of(
                                    kind.id, {*rules, *loaded.group, advice, {}, &further, &alignment, {}}))});
        }
        return made;
    }();
    return all;
}

} // namespace

TEST_SUITE("HTML report")
{
TEST_CASE("it is one self-contained page in British English")
{
    const std::string html = html_of(sample());
    CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    CHECK(contains(html, "default-src &#39;none&#39;"));
    CHECK(occurrences(html, "<script") == 0);
    CHECK(matches(html, "(src|href)=\"http").empty());
    CHECK(occurrences(html, "<h1") == 1);
    CHECK(occurrences(html, "<main") == 1);
    CHECK(contains(html, "<nav aria-label=\"Contents\">"));
    CHECK(contains(html, "class=\"skip\""));
}

TEST_CASE("every element is closed where it was opened")
{
    for (const Page& page : pages())
    {
        CAPTURE(page.name);
        CHECK(nesting_fault(page.html) == "");
    }
}

TEST_CASE("headings never skip a level")
{
    for (const Page& page : pages())
    {
        CAPTURE(page.name);
        int before = 0;
        for (const std::string& digit : matches(page.html, "<h([1-6])"))
        {
            const int level = digit.front() - '0';
            CAPTURE(level);
            CHECK(level <= before + 1);
            before = level;
        }
    }
}

TEST_CASE("every table has a caption and every head a scope")
{
    for (const Page& page : pages())
    {
        CAPTURE(page.name);
        const std::string html = body_of(page.html);
        CHECK(occurrences(html, "<table>") == occurrences(html, "<caption>"));
        CHECK(occurrences(html, "<th ") + occurrences(html, "<th>") == occurrences(html, " scope="));
    }
}

TEST_CASE("every picture has a title, a description and its content in words beside it")
{
    const std::string html = body_of(html_of(sample()));
    CHECK(occurrences(html, "<svg ") == 4);
    CHECK(occurrences(html, "role=\"img\"") == 4);
    CHECK(occurrences(html, "<desc ") == 4);
    CHECK(occurrences(html, "<figcaption") == 4);
    CHECK(contains(html, "3.7 on a scale from 1 to 5 (lowest practice 3.2)"));
}

TEST_CASE("ids are unique and links lead somewhere")
{
    for (const Page& page : pages())
    {
        CAPTURE(page.name);
        const std::string html = body_of(page.html);
        const std::vector<std::string> ids = matches(html, " id=\"([^\"]*)\"");
        const std::set<std::string> unique(ids.begin(), ids.end());
        CHECK(unique.size() == ids.size());
        const std::vector<std::string> targets = matches(html, "href=\"#([^\"]*)\"");
        CHECK_FALSE(targets.empty());
        for (const std::string& target : targets)
        {
            CAPTURE(target);
            CHECK(unique.contains(target));
        }
    }
}

TEST_CASE("names, notes and titles are only text")
{
    Sample s = sample();
    const std::string attack = "<script>alert(1)</script>";
    s.group.title = attack;
    s.group.practices[0].name = attack + "\"'&";
    s.group.notes[{"lmc"}] = attack;
    for (casefile::Practice& practice : s.group.practices)
        practice.answers[{"pcn-name"}] = casefile::Text{attack};
    s.rules.models[0].name = attack; // also drawn in a picture
    s.rules.gradient[1].name = attack;
    const std::string html = html_of(s);
    CHECK(occurrences(html, "<script") == 0);
    CHECK(contains(html, "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
    CHECK(nesting_fault(html) == "");
}

TEST_CASE("no fit is given as a percentage")
{
    CHECK_FALSE(contains(body_of(html_of(sample())), "%"));
}

TEST_CASE("it says which rules, which law and what was left out")
{
    const std::string html = html_of(sample());
    for (const std::string piece : {"version 1.2.3", "abc123", "22 November 2026", "Anything that changed since.",
                                    "HC-99", "This is not legal advice.", "22 November 2027", "It does not fit others."})
    {
        CAPTURE(piece);
        CHECK(contains(html, piece));
    }
}

TEST_CASE("an empty advice is still a whole page")
{
    const std::string html = html_of({}, {}, Advice{});
    CHECK(nesting_fault(html) == "");
    CHECK(occurrences(html, "<h1") == 1);
}
} // TEST_SUITE("HTML report")
