#include "small_rule_base.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

const std::string framework =
    "<framework id=\"asks\" name=\"What is asked\" nations=\"england wales\" for=\"contract\" tag=\"verified\">\n"
    "<text>A list.</text><used>It is used when a body is new.</used>\n"
    "<when><test question=\"capital\" includes=\"members\"/></when>\n"
    "<source ref=\"S1\"/>\n"
    "<area id=\"money\" title=\"Money\"><text>Who pays.</text>\n"
    "<item id=\"sound\" title=\"Sound\" tag=\"verified\" owner=\"Accountant\">\n"
    "<asks>Are you sound?</asks><when><test question=\"finances\" is=\"strong\"/></when>\n"
    "<ready>You are.</ready><gap>Somebody is weak.</gap><bring>Accounts.</bring><source ref=\"S1\"/>\n"
    "</item>\n"
    "<item id=\"capital\" title=\"Capital\" nations=\"wales\" tag=\"proposal\" owner=\"All\">\n"
    "<asks>Is there money?</asks><when><test question=\"capital\" includes=\"grants\"/></when>\n"
    "<ready>There is.</ready><gap>There is none.</gap><bring>A forecast.</bring><source ref=\"S1\"/>\n"
    "</item>\n"
    "</area>\n"
    "</framework>\n";

std::string with_framework(const std::string& xml)
{
    return replaced(small_rule_base(), "<unstated ", xml + "<unstated ");
}

/// A next step with these attributes, in a rule that has one effect already.
std::string with_step(const std::string& attributes)
{
    return replaced(small_rule_base(), "<require on=\"network\">Ask a solicitor.</require>",
                    "<require on=\"network\">Ask a solicitor.</require>\n<next-step on=\"network\" order=\"1\" " + attributes + ">Talk.</next-step>");
}

const rulebase::Effect* step_of(const rulebase::RuleBase& rules)
{
    for (const rulebase::Rule& rule : rules.rules)
        for (const rulebase::Effect& effect : rule.effects)
            if (effect.kind == rulebase::EffectKind::NextStep)
                return &effect;
    return nullptr;
}

} // namespace

TEST_SUITE("what a commissioner asks") {
TEST_CASE("a framework is read with its areas and items")
{
    const auto loaded = load_text(with_framework(framework));
    CAPTURE(codes(loaded));
    REQUIRE(loaded.rules != nullptr);
    CHECK(loaded.diagnostics.empty());
    REQUIRE(loaded.rules->frameworks.size() == 1);
    const rulebase::Framework& read = loaded.rules->frameworks[0];
    CHECK(read.id == "asks");
    CHECK(read.name == "What is asked");
    CHECK(read.nations == std::vector<std::string>{"england", "wales"});
    CHECK(read.options == std::vector<rulebase::OptionId>{{"contract"}});
    CHECK(read.tag == rulebase::Tag::Verified);
    CHECK(read.text == "A list.");
    CHECK(read.used == "It is used when a body is new.");
    CHECK(read.when.has_value());
    CHECK(read.sources == std::vector<rulebase::SourceId>{{"S1"}});
    REQUIRE(read.areas.size() == 1);
    CHECK(read.areas[0].title == "Money");
    REQUIRE(read.areas[0].items.size() == 2);
    const rulebase::FrameworkItem& item = read.areas[0].items[1];
    CHECK(item.id == "capital");
    CHECK(item.title == "Capital");
    CHECK(item.nations == std::vector<std::string>{"wales"});
    CHECK(item.tag == rulebase::Tag::Proposal);
    CHECK(item.asks == "Is there money?");
    CHECK(item.ready == "There is.");
    CHECK(item.gap == "There is none.");
    CHECK(item.bring == "A forecast.");
    CHECK(item.owner == "All");
    CHECK(rulebase::find_framework(*loaded.rules, "wales") == &read);
    CHECK(rulebase::find_framework(*loaded.rules, "scotland") == nullptr);
}

TEST_CASE("each mistake is named with its line")
{
    struct Row
    {
        std::string name, from, to, code, at;
    };
    const Row rows[] = {
        {"no condition", "<when><test question=\"finances\" is=\"strong\"/></when>", "", "bad-condition", "<item id=\"sound\""},
        {"two conditions", "<when><test question=\"finances\" is=\"strong\"/></when>",
         "<when><test question=\"finances\" is=\"strong\"/></when><when><test question=\"finances\" is=\"weak\"/></when>", "duplicate-element", "<when><test question=\"finances\" is=\"strong\"/></when><when>"},
        {"two conditions of the framework", "<when><test question=\"capital\" includes=\"members\"/></when>\n<source",
         "<when><test question=\"capital\" includes=\"members\"/></when><when><test question=\"capital\" includes=\"grants\"/></when>\n<source", "duplicate-element",
         "<when><test question=\"capital\" includes=\"members\"/></when><when>"},
        {"an unknown question", "question=\"finances\" is=\"strong\"/></when>\n<ready>", "question=\"fynances\" is=\"strong\"/></when>\n<ready>", "dangling-id", "question=\"fynances\""},
        {"a source that is not there", "<bring>Accounts.</bring><source ref=\"S1\"/>", "<bring>Accounts.</bring><source ref=\"S9\"/>", "dangling-id", "<item id=\"sound\""},
        {"no source", "<bring>Accounts.</bring><source ref=\"S1\"/>", "<bring>Accounts.</bring>", "missing-source", "<item id=\"sound\""},
        {"no source of the framework", "</when>\n<source ref=\"S1\"/>\n<area", "</when>\n<area", "missing-source", "<framework "},
        {"an unknown nation", "nations=\"england wales\" for", "nations=\"england mars\" for", "", "<framework "},
        {"an item elsewhere", "nations=\"wales\" tag", "nations=\"scotland\" tag", "", "<item id=\"capital\""},
        {"an unknown option", "for=\"contract\" tag", "for=\"contrect\" tag", "dangling-id", "<framework "},
        {"no gap", "<gap>Somebody is weak.</gap>", "", "missing-wording", "<item id=\"sound\""},
        {"no papers", "<bring>Accounts.</bring>", "", "missing-wording", "<item id=\"sound\""},
        {"no owner", " owner=\"Accountant\"", "", "missing-attribute", "<item id=\"sound\""},
        {"no tag", " tag=\"verified\" owner=\"Accountant\"", " owner=\"Accountant\"", "", "<item id=\"sound\""},
        {"an item twice", "<item id=\"capital\"", "<item id=\"sound\"", "duplicate-id", "title=\"Capital\""},
        {"nothing for the reader", "<used>It is used when a body is new.</used>", "", "missing-wording", "<framework "},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const std::string xml = replaced(with_framework(framework), row.from, row.to);
        const auto loaded = load_text(xml);
        CAPTURE(codes(loaded));
        CHECK(loaded.rules == nullptr);
        const int line = line_of(xml, row.at);
        bool found = false;
        for (const foundation::Diagnostic& fault : loaded.diagnostics)
            found = found || (fault.place.line == line && (row.code.empty() || fault.code == "rulebase." + row.code) && !fault.advice.empty());
        CAPTURE(line);
        CHECK(found);
    }
}

TEST_CASE("a nation has one framework, and a framework has areas with items")
{
    const std::string second = replaced(replaced(framework, "id=\"asks\"", "id=\"other\""), "nations=\"england wales\"", "nations=\"wales\"");
    const auto twice = load_text(with_framework(framework + replaced(second, "nations=\"wales\" tag=\"proposal\"", "tag=\"proposal\"")));
    CHECK(twice.rules == nullptr);
    CHECK(codes(twice).find("rulebase.duplicate-id") != std::string::npos);
    const std::size_t area = framework.find("<area "), end = framework.find("</framework>");
    CHECK(codes(load_text(with_framework(framework.substr(0, area) + framework.substr(end)))).find("rulebase.incomplete") != std::string::npos);
    CHECK(codes(load_text(with_framework(framework.substr(0, area) + "<area id=\"a\" title=\"A\"><text>B.</text></area>" + framework.substr(end)))).find("rulebase.incomplete") !=
          std::string::npos);
}

TEST_CASE("every sentence of a framework needs a full stop")
{
    for (const std::string text : {"A list.", "It is used when a body is new.", "Who pays.", "Are you sound?", "You are.", "Somebody is weak.", "Accounts."})
    {
        CAPTURE(text);
        const auto loaded = load_text(replaced(with_framework(framework), text + "<", text.substr(0, text.size() - 1) + "<"));
        CHECK(codes(loaded).find("rulebase.no-full-stop") != std::string::npos);
    }
}

TEST_CASE("a path names the models it leads to")
{
    const std::string path = "<path id=\"time\" for=\"network\" title=\"Time\"><stage id=\"begin\" order=\"1\" title=\"Begin\" owner=\"All\" from-month=\"0\" to-month=\"3\"><text>Talk.</text><source ref=\"S1\"/></stage></path>";
    const auto loaded = load_text(with_framework(path));
    REQUIRE(loaded.rules != nullptr);
    CHECK(loaded.rules->paths[0].options == std::vector<rulebase::OptionId>{{"network"}});
    CHECK(codes(load_text(with_framework(replaced(path, "for=\"network\"", "for=\"networc\"")))).find("rulebase.dangling-id") != std::string::npos);
}
}

TEST_SUITE("months of next steps") {
TEST_CASE("the words follow from the months, unless they are given")
{
    struct Row
    {
        std::string attributes, within;
        std::optional<int> from, to;
    };
    const Row rows[] = {
        {"from-month=\"1\" to-month=\"3\"", "months 1 to 3", 1, 3},
        {"from-month=\"0\" to-month=\"0\"", "month 0", 0, 0},
        {"from-month=\"6\"", "from month 6 on", 6, std::nullopt},
        {"within=\"a year after the start\" from-month=\"12\" to-month=\"12\"", "a year after the start", 12, 12},
        {"within=\"when all have voted\"", "when all have voted", std::nullopt, std::nullopt},
        {"", "", std::nullopt, std::nullopt},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.attributes);
        const auto loaded = load_text(with_step(row.attributes));
        CAPTURE(codes(loaded));
        REQUIRE(loaded.rules != nullptr);
        const rulebase::Effect* step = step_of(*loaded.rules);
        REQUIRE(step != nullptr);
        CHECK(step->within == row.within);
        CHECK(step->from_month == row.from);
        CHECK(step->to_month == row.to);
    }
}

TEST_CASE("months that cannot be are faults")
{
    const std::pair<std::string, std::string> rows[] = {
        {"to-month=\"3\"", "rulebase.missing-attribute"},         {"from-month=\"4\" to-month=\"3\"", "rulebase.bad-number"},
        {"from-month=\"soon\"", "rulebase.bad-number"},           {"from-month=\"-1\"", "rulebase.bad-number"},
        {"from-month=\"1\" to-month=\"999999\"", "rulebase.bad-number"},
    };
    for (const auto& [attributes, code] : rows)
    {
        CAPTURE(attributes);
        const auto loaded = load_text(with_step(attributes));
        CHECK(loaded.rules == nullptr);
        CHECK(codes(loaded).find(code) != std::string::npos);
    }
}
}
