#include "report/rule_book.h"

#include "golden.h"
#include "report/rule_book_page.h"
#include "report/rule_book_terms.h"
#include "rulebase/loading.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace fedadvise;
using namespace fedadvise::report;

namespace
{

/// What a reader of the page finds: elements with their attributes, read by a parser that forgives nothing.
struct Element
{
    std::string name;
    std::map<std::string, std::string> attributes;
};

struct Page
{
    std::vector<Element> elements;
    std::vector<std::string> faults;
};

Element read_tag(const std::string& tag)
{
    Element element;
    std::size_t at = tag.find_first_of(" \n");
    element.name = tag.substr(0, at);
    while (at != std::string::npos && (at = tag.find_first_not_of(" \n", at)) != std::string::npos)
    {
        const std::size_t equals = tag.find("=\"", at);
        if (equals == std::string::npos)
            break;
        const std::size_t end = tag.find('"', equals + 2);
        element.attributes[tag.substr(at, equals - at)] = tag.substr(equals + 2, end - equals - 2);
        at = end == std::string::npos ? end : end + 1;
    }
    return element;
}

Page parsed(const std::string& html)
{
    const std::set<std::string> voids = {"meta", "br"};
    Page page;
    std::vector<std::string> open;
    std::size_t at = html.find('>') + 1; // after the document type
    while ((at = html.find('<', at)) != std::string::npos)
    {
        const std::size_t end = html.find('>', at);
        if (end == std::string::npos)
        {
            page.faults.push_back("a tag has no end");
            break;
        }
        const std::string tag = html.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with("/"))
        {
            if (open.empty() || open.back() != tag.substr(1))
                page.faults.push_back("</" + tag.substr(1) + "> closes <" + (open.empty() ? "" : open.back()) + ">");
            if (!open.empty())
                open.pop_back();
            continue;
        }
        page.elements.push_back(read_tag(tag));
        const std::string& name = page.elements.back().name;
        if (!voids.contains(name))
            open.push_back(name);
        if (name == "style")
            at = html.find("</style>", at);
    }
    for (const std::string& name : open)
        page.faults.push_back("<" + name + "> is never closed");
    return page;
}

std::map<std::string, int> ids_of(const Page& page)
{
    std::map<std::string, int> ids;
    for (const Element& element : page.elements)
        if (const auto id = element.attributes.find("id"); id != element.attributes.end())
            ++ids[id->second];
    return ids;
}

std::vector<std::string> broken_links(const Page& page)
{
    const auto ids = ids_of(page);
    std::vector<std::string> broken;
    for (const Element& element : page.elements)
        for (const char* attribute : {"href", "aria-labelledby"})
            if (const auto found = element.attributes.find(attribute); found != element.attributes.end())
            {
                const bool inside = found->second.starts_with("#");
                const std::string target = inside ? found->second.substr(1) : found->second;
                if ((inside || attribute != std::string{"href"}) && !ids.contains(target))
                    broken.push_back(found->second);
            }
    return broken;
}

/// Headings that skip a level.
std::vector<std::string> skipped_headings(const Page& page)
{
    std::vector<std::string> skipped;
    int before = 0;
    for (const Element& element : page.elements)
    {
        if (element.name.size() != 2 || element.name[0] != 'h' || element.name[1] < '1' || element.name[1] > '6')
            continue;
        const int level = element.name[1] - '0';
        if (level > before + 1)
            skipped.push_back(element.name + " after h" + std::to_string(before));
        before = level;
    }
    return skipped;
}

void check_sound(const std::string& html)
{
    const Page page = parsed(html);
    CHECK(page.faults == std::vector<std::string>{});
    CHECK(broken_links(page) == std::vector<std::string>{});
    CHECK(skipped_headings(page) == std::vector<std::string>{});
    for (const auto& [id, times] : ids_of(page))
    {
        CAPTURE(id);
        CHECK(times == 1);
    }
    CHECK_FALSE(contains(html, "<script"));
}

rulebase::Condition answer(const std::string& question, std::vector<std::string> values)
{
    rulebase::AnswerTest test;
    test.question = {question};
    test.comparison.values = std::move(values);
    return {test, {}};
}

rulebase::Framework small_framework()
{
    rulebase::FrameworkItem item;
    item.id = "heard";
    item.title = "The LMC knows";
    item.nations = {"scotland"};
    item.tag = rulebase::Tag::Proposal;
    item.asks = "Does the LMC know?";
    item.when = answer("lmc", {"told"});
    item.ready = "It knows.";
    item.gap = "Tell it.";
    item.bring = "A letter.";
    item.owner = "Chair";
    item.sources = {{"S01"}};
    rulebase::Framework framework;
    framework.id = "asks";
    framework.name = "The list";
    framework.nations = {"england", "scotland"};
    framework.options = {{"llp"}};
    framework.tag = rulebase::Tag::Verified;
    framework.text = "A list of questions.";
    framework.used = "It is used when a body is new.";
    framework.when = answer("lmc", {"told", "not-told"});
    framework.sources = {{"S01"}};
    framework.areas = {{"one", "People", "Who knows.", {item}, {}}};
    return framework;
}

/// The sample's rule base with one of everything that stands beside the rules.
rulebase::RuleBase small_book()
{
    rulebase::RuleBase rules = sample().rules;
    rules.id = "small";
    rules.version = "1.2.3";
    rules.as_at = {2026, 11, 22};
    rules.sha256 = std::string(64, 'a');
    rules.sections = {{"group", "practices", "About the group", "Facts.", {}}};
    for (rulebase::Question& question : rules.questions)
        question.section = "group";
    rules.rules[2].when =
        rulebase::Condition{rulebase::AllOf{{answer("lmc", {"told"}), answer("jurisdiction", {"scotland"})}}, {}};
    for (std::size_t i : {0U, 1U, 3U})
        rules.rules[i].effects[0].on = {{"federation-company"}, {"partnership-merger"}};
    rules.rules[0].effects[0].strength = 3;
    rules.rules[1].effects[0].strength = -1;
    rules.rules[2].effects[0].on = {{"llp"}};
    rules.rules[7].effects[0].on = {{"informal-network"}};
    rules.rules[2].nations = {"scotland"};
    rules.rules[2].from = foundation::Date{2020, 4, 1};
    rules.rules[2].sources = {{"S01"}};
    rules.rules[2].never_with = {{"MO20"}};
    rules.rules[2].reason = "An asset lock holds for good. The Asset lock stays.";
    rules.rules[5].effects[0].between = {{"motive.workforce"}, {"lmc"}};
    rules.rules[6].lesson = 1;
    rules.terms = {{"asset-lock", "asset lock", {"locked assets"}, "Assets that stay.", "By law.", {{"S01"}}, {}},
                   {"lmc", "LMC", {}, "It speaks for local GPs.", "", {}, {}}};
    rules.setups = {{"cic", "Setting up a CIC", {{"cic-guarantee"}}, {}, {}}};
    rules.setups[0].tasks = {{"later",
                              20,
                              "Register",
                              "Board",
                              "CIC36",
                              2,
                              65,
                              foundation::Date{2026, 2, 1},
                              {"scotland"},
                              {"first"},
                              "Send it.",
                              {{"S01"}},
                              {}},
                             {"first", 10, "Agree", "Practices", "", {}, {}, {}, {}, {}, "Say what for.", {}, {}}};
    rules.frameworks = {small_framework()};
    rules.paths = {
        {"two-years", "Two years", {{"federation-company"}}, {{"talk", "Talk", "Chair", 1, 0, 3, "Meet.", "All want it.", {{"S01"}}, {}}}, {}}};
    rules.aspects = {{"time",
                      "Time",
                      "How long it takes.",
                      {{"lmc"}},
                      "practices",
                      "summary",
                      {{{{"llp"}, {"federation-company"}}, "Allow a year.", {{"S01"}}, {}}},
                      {}}};
    rules.candidates = {{"MO20", "Draft rules", rulebase::Candidate::Outcome::Taken, {{"MO20"}}, "", {}},
                        {"MO99", "Draft rules", rulebase::Candidate::Outcome::Dropped, {}, "It said nothing new.", {}}};
    rules.waivers = {{"lint.covered", {"MO20", "lmc", "llp"}, "0", "The text differs.", {}}};
    rules.editions = {{"1.2.3", {2026, 11, 25}, "First edition.", {}}};
    rules.settings.disclaimer = "This is no advice.";
    rules.settings.not_considered = {"The weather."};
    return rules;
}

/// What lies between two marks.
std::string between(const std::string& text, const std::string& from, const std::string& to)
{
    const std::size_t begin = text.find(from);
    return begin == std::string::npos ? "" : text.substr(begin, text.find(to, begin) - begin);
}

} // namespace

TEST_SUITE("rule book")
{
TEST_CASE("everything in the shipped rule base has one place, and every link leads somewhere")
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    REQUIRE(loaded.rules != nullptr);
    const rulebase::RuleBase& rules = *loaded.rules;
    const std::string html = rule_book_as_html(rules);
    check_sound(html);
    const auto ids = ids_of(parsed(html));
    const auto check = [&](const char* kind, const std::string& id)
    {
        CAPTURE(id);
        CHECK(ids.contains(anchor(kind, id)));
    };
    for (const auto& rule : rules.rules)
        check("rule", rule.id.value);
    for (const auto& question : rules.questions)
        check("question", question.id.value);
    for (const auto& model : rules.models)
        check("option", model.id.value);
    for (const auto& vehicle : rules.vehicles)
        check("option", vehicle.id.value);
    for (const auto& source : rules.sources)
        check("source", source.id.value);
    for (const auto& term : rules.terms)
        check("term", term.id);
    for (const auto& guide : rules.setups)
        check("setup", guide.id);
    for (const auto& lesson : rules.lessons)
        check("lesson", std::to_string(lesson.number));
    for (const auto& aspect : rules.aspects)
        check("aspect", aspect.id);
    for (const auto& framework : rules.frameworks)
        for (const auto& area : framework.areas)
            for (const auto& item : area.items)
                check(("framework-" + framework.id).c_str(), item.id);
    CHECK(html == rule_book_as_html(rules));
    CHECK_FALSE(contains(html, "as the rule asks")); // the words for what is not in the rule base
}

TEST_CASE("a small rule base gives the book that was found good")
{
    const std::string html = rule_book_as_html(small_book());
    check_sound(html);
    std::string without_style = html;
    const std::size_t begin = html.find("<style>"), end = html.find("</style>");
    without_style.erase(begin + 7, end - begin - 7);
    CHECK(difference_from_golden("rule-book.html", without_style) == "");
}

TEST_CASE("an empty rule base gives an empty but sound book")
{
    check_sound(rule_book_as_html(rulebase::RuleBase{}));
}

TEST_CASE("names that look like markup stay text")
{
    const std::string evil = "</style><script>alert('x')</script>\" id=\"main\" <b>&";
    rulebase::RuleBase rules = small_book();
    rules.id = rules.version = rules.settings.disclaimer = evil;
    for (auto& rule : rules.rules)
        rule.title = rule.text = rule.reason = rule.law = evil;
    for (auto& question : rules.questions)
        question.prompt = question.help = question.why = question.short_label = evil;
    for (auto& model : rules.models)
        model.name = model.summary = evil;
    for (auto& vehicle : rules.vehicles)
        vehicle.name = vehicle.law = evil;
    for (auto& source : rules.sources)
        source.title = source.url = source.publisher = evil;
    for (auto& term : rules.terms)
        term.name = term.plain = evil;
    rules.aspects[0].name = rules.aspects[0].texts[0].text = rules.setups[0].title = rules.setups[0].tasks[0].owner =
        rules.paths[0].title = rules.candidates[0].id = evil;
    rules.candidates[1].rules = {{evil}};
    rules.rules[0].id = {evil};
    rules.terms[0].id = evil;
    const std::string html = rule_book_as_html(rules);
    check_sound(html);
    CHECK_FALSE(contains(html, "<b>"));
    CHECK(occurrences(html, "</style>") == 1);
}

TEST_CASE("a web address is a link only when it is one")
{
    rulebase::RuleBase rules = small_book();
    rules.sources[0].url = "javascript:alert(1)";
    CHECK_FALSE(contains(rule_book_as_html(rules), "javascript:"));
    rules.sources[0].url = "https://example.org/a?b=1&c";
    CHECK(contains(rule_book_as_html(rules), "href=\"https://example.org/a?b=1&amp;c\""));
}

TEST_CASE("hard constraints stand before all other rules")
{
    const std::string html = rule_book_as_html(small_book());
    const std::size_t law = html.find("id=\"rule-HC-01\"");
    REQUIRE(law != std::string::npos);
    for (const char* other : {"MO20", "PC-04", "CF-01", "LE01", "NS-01"})
        CHECK(html.find("id=\"rule-" + std::string{other} + "\"") > law);
}

TEST_CASE("blanks that the program fills are named in brackets")
{
    const std::string html = rule_book_as_html(small_book());
    CHECK(contains(html, "<span class=\"blank\">[answer: recruiting and keeping staff]</span>"));
    CHECK(contains(html, "<span class=\"blank\">[day of the advice]</span>"));
    CHECK_FALSE(contains(html, "{motive.workforce}"));
}

TEST_CASE("the first use of a term in a rule leads to the glossary, and no later one")
{
    const std::string html = rule_book_as_html(small_book());
    const std::string rule = between(html, "id=\"rule-HC-01\"", "</article>");
    CHECK(occurrences(rule, "href=\"#term-asset-lock\"") == 1);
    CHECK(contains(rule, ">asset lock</a> holds for good. The Asset lock stays."));
    CHECK(occurrences(between(html, "id=\"term-asset-lock\"", "</article>"), "href=\"#term-asset-lock\"") == 0);
}

TEST_CASE("tasks stand in order with their number, form, time and dated fee")
{
    const std::string guide = between(rule_book_as_html(small_book()), "id=\"setup-cic\"", "</table>");
    CHECK(guide.find("Agree") < guide.find("Register"));
    CHECK(contains(guide, "Only in Scotland. After 1."));
    CHECK(contains(guide, "<td>CIC36</td>\n<td>2 weeks</td>\n<td>£65 (on 1 February 2026)</td>"));
}

TEST_CASE("there is a line to sign for each part")
{
    const std::string html = rule_book_as_html(small_book());
    const std::string table = between(html, "Signatures for each part", "</table>");
    CHECK(occurrences(table, "<th scope=\"row\">") == occurrences(html, "<section class=\"part\""));
    CHECK(contains(table, "What the law demands"));
}
} // TEST_SUITE("rule book")

TEST_SUITE("terms in running text")
{
TEST_CASE("whole words are found, longest form first, each term once")
{
    const std::vector<rulebase::Term> terms = {{"asset", "asset", {"assets"}, "", "", {}, {}},
                                               {"lock", "asset lock", {"locked assets"}, "", "", {}, {}},
                                               {"gms", "GMS", {}, "", "", {}, {}},
                                               {"ty", "tŷ", {}, "", "", {}, {}}};
    const TermFinder finder(terms);
    struct Row
    {
        std::string text, found;
    };
    const Row rows[] = {
        {"An asset lock on assets.", "asset lock|assets|"},
        {"Asset locks", "Asset|"},
        {"assetless unasset asset-rich", ""},
        {"“asset” (asset)", "asset|"},
        {"gms GMS GMSX", "GMS|"},
        {"Locked assets and an asset lock", "Locked assets|"},
        {"a tŷ, tŷs", "tŷ|"},
        {"", ""},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.text);
        std::set<std::string> seen;
        std::string found;
        for (const TermUse& use : finder.first_uses(row.text, seen))
            found += row.text.substr(use.begin, use.end - use.begin) + "|";
        CHECK(found == row.found);
    }
}

TEST_CASE("what was seen before is not found again")
{
    const std::vector<rulebase::Term> terms = {{"gms", "GMS", {}, "", "", {}, {}}};
    std::set<std::string> seen;
    CHECK(TermFinder(terms).first_uses("GMS", seen).size() == 1);
    CHECK(TermFinder(terms).first_uses("GMS", seen).empty());
}
} // TEST_SUITE("terms in running text")
