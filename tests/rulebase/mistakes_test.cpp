#include "small_rule_base.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

/// A mistake made in the small rule base: `from` becomes `to`, and the diagnostic stands on the line of `at` (of `to` when
/// that is empty) and says `says`.
struct Mistake
{
    std::string name, from, to, code, at, says;
};

void check_mistakes(const std::vector<Mistake>& rows, foundation::Severity severity = foundation::Severity::Error)
{
    for (const Mistake& row : rows)
    {
        CAPTURE(row.name);
        const std::string xml = replaced(small_rule_base(), row.from, row.to);
        const int line = row.at == "nowhere" ? 0 : line_of(xml, row.at.empty() ? row.to : row.at);
        const auto loaded = load_text(xml);
        CHECK((loaded.rules == nullptr) == (severity == foundation::Severity::Error));
        const std::string all = codes(loaded);
        CAPTURE(all);
        bool found = false;
        for (const foundation::Diagnostic& fault : loaded.diagnostics)
            found = found || (fault.code == "rulebase." + row.code && fault.place.line == line && fault.severity == severity && fault.place.file == (line == 0 ? "rules" : "test.xml") &&
                              (fault.message + " " + fault.advice).find(row.says) != std::string::npos);
        CAPTURE(line);
        CHECK(found);
        CHECK(loaded.diagnostics.size() <= 3);
    }
}

const std::string r1 = "<rule id=\"R1\"";
const std::string r2 = "<rule id=\"R2\"";
const std::string r3 = "<rule id=\"R3\"";

} // namespace

TEST_SUITE("mistakes in a rule base") {
TEST_CASE("what is named twice")
{
    check_mistakes({
        {"scales", "<section id=\"group\"", "<scale id=\"importance\"><point value=\"0\" label=\"No\"/></scale>\n<section id=\"group\"", "duplicate-id", "<scale id=\"importance\"><point", ""},
        {"sections", "<section id=\"motives\"", "<section id=\"group\" page=\"purposes\" title=\"x\"/><section id=\"motives\"", "duplicate-id", "", "test.xml:7:3"},
        {"questions", "<gradient-step id=\"g0\"",
         "<question id=\"capital\" section=\"group\" scope=\"group\" kind=\"text\" aggregate=\"none\" nature=\"plan\" short=\"x\"><prompt>A?</prompt><why>B.</why></question>\n"
         "<gradient-step id=\"g0\"", "duplicate-id", "<question id=\"capital\" section=\"group\" scope=\"group\" kind=\"text\"", "'capital'"},
        {"options of a question", "<option value=\"grants\"", "<option value=\"members\"", "duplicate-id", "<question id=\"capital\"", "'members'"},
        {"points of a scale", "<point value=\"3\"", "<point value=\"0\"", "duplicate-id", "<question id=\"motive.workforce\"", "'0'"},
        {"rules", r2, r1, "duplicate-id", "title=\"Weak finances\"", "'R1'"},
        {"sources", "<lesson ", "<source id=\"S1\" title=\"Again\" publisher=\"A press\" year=\"2015\" kind=\"research\" seen=\"page\" tag=\"verified\" checked=\"2026-11-22\" review=\"2027-11-22\"/><lesson ", "duplicate-id", "", "'S1'"},
        {"gradient steps", "<family id=\"alliance\"", "<gradient-step id=\"g1\" name=\"x\"><text>Y.</text></gradient-step><family id=\"alliance\"", "duplicate-id", "", "'g1'"},
        {"lessons", "<unstated ", "<lesson number=\"1\" id=\"L2\" name=\"x\"><summary>Y.</summary><source ref=\"S1\"/></lesson><unstated ", "duplicate-id", "", "'1'"},
        {"checklists", "<checklist id=\"deal\" title", "<checklist id=\"deal\" title=\"x\"/>\n<checklist id=\"deal\" title", "duplicate-id", "<checklist id=\"deal\" title=\"The deal\"", "'deal'"},
        {"a vehicle named like a model", "<vehicle id=\"contract\"",
         "<vehicle id=\"network\" name=\"x\"><summary>A.</summary><suits>B.</suits><does-not-suit>C.</does-not-suit><source ref=\"S1\"/></vehicle>\n<vehicle id=\"contract\"", "duplicate-id",
         "<vehicle id=\"network\"", "'network'"},
        {"a vehicle twice in a fit", "typical=\"contract\"", "typical=\"contract\" weak=\"contract\"", "duplicate-id", "", "'contract'"},
        {"settings", "</rulebase>", "<settings/></rulebase>", "duplicate-element", "nowhere", "<settings>"},
        {"readiness", "</rulebase>", "<readiness family=\"readiness\"/></rulebase>", "duplicate-element", "nowhere", "<readiness>"},
        {"an attribute", "strength=\"+2\"", "strength=\"+2\" strength=\"+2\"", "duplicate-attribute", "", "'strength'"},
        {"a text", "<reason>Staff are scarce.</reason>", "<text>Again.</text>", "duplicate-element", "", "<text>"},
        {"a condition", "<exclude ", "<when><test question=\"capital\" includes=\"grants\"/></when><exclude ", "duplicate-element", "", "<when>"},
        {"a question's condition", "</ask-when>", "</ask-when><ask-when><test question=\"capital\" includes=\"grants\"/></ask-when>", "duplicate-element", "", "<ask-when>"},
        {"an item's condition", "<help>Agree it.</help>", "<when><test question=\"capital\" includes=\"grants\"/></when>", "duplicate-element", "", "<when>"},
    });
}

TEST_CASE("the id of the whole rule base in two files")
{
    const auto loaded = rulebase::load({{"a.xml", small_rule_base()}, {"b.xml", "<rulebase id=\"x\" version=\"1.0.0\" as-at=\"2026-11-22\"/>"}});
    CHECK(loaded.rules == nullptr);
    bool found = false;
    for (const auto& fault : loaded.diagnostics)
        found = found || (fault.code == "rulebase.two-identities" && fault.place.file == "b.xml" && fault.place.line == 1);
    CHECK(found);
}

TEST_CASE("ids that name nothing, with what was probably meant")
{
    check_mistakes({
        {"a question", "test question=\"motive.workforce\" at-least=\"2\"", "test question=\"motive.workforse\" at-least=\"2\"", "dangling-id", "", "Did you mean 'motive.workforce'?"},
        {"a question of practices", "question=\"finances\" at", "question=\"finance\" at", "dangling-id", "", "Did you mean 'finances'?"},
        {"an answer", "includes=\"members\"/></when>", "includes=\"member\"/></when>", "dangling-id", "", "Possible answers: members, grants"},
        {"an ordered answer", "at-least=\"weak\"", "at-least=\"week\"", "dangling-id", "", "'week'"},
        {"a family of questions", "family name=\"motive\"", "family name=\"motif\"", "dangling-id", "", "only 0 questions"},
        {"a member of a family", "family name=\"motive\"", "family name=\"motive\" except=\"succession\"", "dangling-id", "", "'motive.succession'"},
        {"more members than there are", "count=\"1\"/></not>", "count=\"2\"/></not>", "dangling-id", "", "only 1 questions"},
        {"a measure", "relationship.mean", "relationship.meen", "dangling-id", "", "relationship.mean"},
        {"a gradient step of gates", "gates step=\"g1\"", "gates step=\"g9\"", "dangling-id", "", "'g9'"},
        {"a checklist", "<checklist id=\"deal\" at-least", "<checklist id=\"deel\" at-least", "dangling-id", "", "'deel'"},
        {"a scale", "scale=\"importance\" aggregate=\"median\"", "scale=\"importence\" aggregate=\"median\"", "dangling-id", "", "'importence'"},
        {"an option of a rule", "on=\"network contract\" strength=\"+2\"", "on=\"network contrakt\" strength=\"+2\"", "dangling-id", r1, "Did you mean 'contract'?"},
        {"a source of a rule", "<reason>Staff are scarce.</reason>", "<source ref=\"S2\"/>", "dangling-id", r1, "'S2'"},
        {"a source of a model", "<does-not-suit>Those who employ.</does-not-suit>", "<does-not-suit>Some.</does-not-suit><source ref=\"S2\"/>", "dangling-id", "<model id", "'S2'"},
        {"a source of a lesson", "<summary>Ask why.</summary>", "<summary>Ask why.</summary><source ref=\"S2\"/>", "dangling-id", "", "'S2'"},
        {"a source of an inspiration", "source=\"S1\"", "source=\"S2\"", "dangling-id", "", "'S2'"},
        {"a nation", "nations=\"england\" from", "nations=\"englend\" from", "dangling-id", "", "'englend'"},
        {"a lesson", "lesson=\"1\"", "lesson=\"2\"", "dangling-id", "", "lesson 2"},
        {"a family of models", "family=\"alliance\"", "family=\"aliance\"", "dangling-id", "", "'aliance'"},
        {"a model's step", "highest-step=\"g1\"", "highest-step=\"g8\"", "dangling-id", "", "'g8'"},
        {"a model's steps in the wrong order", "lowest-step=\"g0\" highest-step=\"g1\"", "lowest-step=\"g1\" highest-step=\"g0\"", "dangling-id", "", "the lower one first"},
        {"a vehicle of a fit", "typical=\"contract\"", "typical=\"contrct\"", "dangling-id", "", "'contrct'"},
        {"a step of a cap", "<require on=\"network\">Ask a solicitor.</require>", "<cap step=\"g8\"/>", "dangling-id", r3, "'g8'"},
        {"a question of a conflict", "<require on=\"network\">Ask a solicitor.</require>", "<conflict between=\"capital autonomy\"/>", "dangling-id", r3, "'autonomy'"},
        {"a step of a threshold", "threshold step=\"g1\"", "threshold step=\"g8\"", "dangling-id", "<readiness", "'g8'"},
        {"a statement of a gate", "question=\"readiness.RR01\" at-least", "question=\"readiness.RR99\" at-least", "dangling-id", "<readiness", "'readiness.RR99'"},
        {"a statement of advice", "question=\"readiness.RR01\" at-most", "question=\"capital\" at-most", "dangling-id", "<readiness", "'capital'"},
        {"an exempt model", "exempt models=\"network\"", "exempt models=\"netwrok\"", "dangling-id", "<readiness", "Did you mean 'network'?"},
        {"an exempt rule", "rules=\"R1\"", "rules=\"R9\"", "dangling-id", "<readiness", "'R9'"},
        {"a sum over no question", "minimum=\"1\" maximum=\"99\"", "derived=\"sum-of:list-size\"", "dangling-id", "", "list-size"},
    });
}

TEST_CASE("more models and vehicles than can be judged")
{
    std::string more;
    for (int number = 0; number < 64; ++number)
        more += "<vehicle id=\"form-" + std::to_string(number) + "\" name=\"Form " + std::to_string(number) +
                "\" legal-person=\"yes\"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref=\"S1\"/></vehicle>\n";
    const auto loaded = load_text(replaced(small_rule_base(), "<gradient-step id=\"g0\"", more + "<gradient-step id=\"g0\""));
    CHECK(loaded.rules == nullptr);
    CHECK(codes(loaded).find("rulebase.too-many-options") != std::string::npos);
}

TEST_CASE("a fit of a model that does not exist")
{
    check_mistakes({{"model", "fit model=\"network\"", "fit model=\"netwrok\"", "dangling-id", "", "'netwrok'"},
                    {"model without a fit", "fit model=\"network\"", "fit model=\"netwrok\"", "missing-fit", "<model id", "'network'"}});
}

TEST_CASE("numbers and dates that are written otherwise")
{
    check_mistakes({
        {"a comma in a bound", "less-than=\"2.5\"", "less-than=\"2,5\"", "bad-number", "", "3.3"},
        {"a comma in a test", "at-least=\"2\"/></when>", "at-least=\"2,0\"/></when>", "bad-number", "", "'2,0'"},
        {"a comma in a threshold", "mean=\"2.3\"", "mean=\"2,3\"", "bad-number", "", "'2,3'"},
        {"a comma between thousands", "maximum=\"99\"", "maximum=\"1,000\"", "bad-number", "<question id=\"partner-count\"", "'1,000'"},
        {"a point in a whole number", "points=\"2\"", "points=\"2.0\"", "bad-number", "", "'2.0'"},
        {"a point of a scale in words", "<point value=\"3\"", "<point value=\"three\"", "bad-number", "", "'three'"},
        {"a count below 1", "count=\"1\"/></not>", "count=\"0\"/></not>", "bad-number", "", "at least 1"},
        {"more than there are conditions", "at-least n=\"1\"", "at-least n=\"3\"", "bad-number", "", "Count the conditions"},
        {"maximum below minimum", "minimum=\"1\" maximum=\"99\"", "minimum=\"9\" maximum=\"1\"", "bad-number", "", "Swap them"},
        {"a number too large to be a lesson", "lesson=\"1\"", "lesson=\"4294967297\"", "bad-number", "", "4294967297"},
        {"a strength of 0", "strength=\"+2\"", "strength=\"0\"", "bad-strength", "", "without 0"},
        {"a strength of 4", "strength=\"+2\"", "strength=\"+4\"", "bad-strength", "", "+4"},
        {"a strength in words", "strength=\"+2\"", "strength=\"strong\"", "bad-number", "", "'strong'"},
        {"no strength", " strength=\"+2\"", "", "missing-attribute", "<pull", "'strength'"},
        {"a day that does not exist", "from=\"2019-04-01\"", "from=\"2019-02-30\"", "bad-date", "", "2019-02-30"},
        {"a British date", "until=\"2030-04-01\"", "until=\"01/04/2030\"", "bad-date", "", "2026-11-22"},
        {"an end before the beginning", "until=\"2030-04-01\"", "until=\"2018-04-01\"", "bad-date", "", "later"},
        {"a date of the rule base", "as-at=\"2026-11-22\"", "as-at=\"today\"", "bad-date", "", "'today'"},
        {"the day a source was checked", "checked=\"2026-11-22\"", "checked=\"2026\"", "bad-date", "", "'2026'"},
        {"the day of a source's review", "review=\"2027-11-22\"", "review=\"next year\"", "bad-date", "", "'next year'"},
        {"a review before the check", "review=\"2027-11-22\"", "review=\"2026-11-21\"", "bad-date", "", "2026-11-21"},
        {"a review on the day of the check", "review=\"2027-11-22\"", "review=\"2026-11-22\"", "bad-date", "", "not later"},
        {"a year in words", "year=\"2015\"", "year=\"last year\"", "bad-year", "", "'last year'"},
        {"a year of five digits", "year=\"2015\"", "year=\"20155\"", "bad-year", "", "c. 2019"},
        {"half a span of years", "year=\"2015\"", "year=\"2015-\"", "bad-year", "", "'2015-'"},
    });
}

// members.front() was read when no member was meant and count= was below 1.
TEST_CASE("a count below 1 of a family that does not exist is no crash")
{
    const auto loaded = load_text(replaced(small_rule_base(), "<family name=\"motive\" at-least=\"2\" count=\"1\"/>", "<family name=\"wigwam\" at-least=\"2\" count=\"0\"/>"));
    CHECK(loaded.rules == nullptr);
    CHECK(loaded.diagnostics.size() == 2);
}

TEST_CASE("words that are not possible, with what was probably meant")
{
    check_mistakes({
        {"scope", "scope=\"practice-or-group\"", "scope=\"practice-and-group\"", "bad-value", "<question id=\"motive.workforce\"", "'practice-and-group'"},
        {"kind", "kind=\"number\"", "kind=\"numbr\"", "bad-value", "", "Did you mean 'number'?"},
        {"aggregate", "aggregate=\"lowest\"", "aggregate=\"lowst\"", "bad-value", "", "Did you mean 'lowest'?"},
        {"tag", "tag=\"verified\"", "tag=\"Verified\"", "bad-value", "", "Did you mean 'verified'?"},
        {"status", "tag=\"verified\"", "tag=\"verified\" status=\"in force\"", "bad-value", "", "Did you mean 'in-force'?"},
        {"how-many", "how-many=\"some\"", "how-many=\"most\"", "bad-value", "", "'most'"},
        {"of", "of=\"lowest\"", "of=\"mean\"", "bad-value", "", "lowest"},
        {"yes or no", "legal-person=\"no\"", "legal-person=\"maybe\"", "bad-value", "", "yes"},
        {"legal-person of a model", "legal-person=\"not-needed\"", "legal-person=\"no\"", "bad-value", "", "not-needed"},
        {"two letters as a flag", "family name=\"motive\"", "family name=\"motive\" flag=\"KE\"", "bad-value", "", "'KE'"},
        {"high or low", "relationship=\"high\"", "relationship=\"hihg\"", "bad-value", "", "high"},
        {"a conflict of one", "<require on=\"network\">Ask a solicitor.</require>", "<conflict between=\"capital\"/>", "bad-value", "", "two question ids"},
        {"a cap of two kinds", "<require on=\"network\">Ask a solicitor.</require>", "<cap step=\"g0\" above-current=\"1\"/>", "bad-value", "", "exactly one"},
        {"a derived answer of no known kind", "minimum=\"1\" maximum=\"99\"", "derived=\"sum\"", "bad-value", "", "sum"},
    });
}

TEST_CASE("elements, attributes and text that do not belong")
{
    check_mistakes({
        {"an element of the file", "<unstated ", "<ruel/><unstated ", "unknown-element", "", "<ruel>"},
        {"an element of a rule", "<exclude on=\"contract\"/>", "<exclud on=\"contract\"/><warn/>", "unknown-element", "", "Did you mean 'exclude'?"},
        {"an element of a text", "Money is short.", "Money is <b>short</b>.", "unknown-element", "", "<b>"},
        {"an element of an effect", "Ask a solicitor.", "Ask a <b>solicitor</b>.", "unknown-element", "", "<b>"},
        {"a condition", "<measure id", "<mesure id=\"x\"/><measure id", "unknown-element", "", "Did you mean <measure>?"},
        {"a condition in a test", "includes=\"members\"/></when>", "includes=\"members\"><not/></test></when>", "unknown-element", "", "<not>"},
        {"an attribute of a rule", "title=\"Shares\"", "titel=\"Shares\" title=\"Shares\"", "unknown-attribute", "", "Did you mean 'title'?"},
        {"an attribute of a test", "of=\"lowest\"", "off=\"lowest\"", "unknown-attribute", "", "Did you mean 'of'?"},
        {"an attribute of another effect", "<exclude on=\"contract\"/>", "<exclude on=\"contract\" strength=\"+3\"/>", "unknown-attribute", "", "'strength'"},
        {"an attribute of a condition", "<all>", "<all n=\"2\">", "unknown-attribute", "", "'n'"},
        {"an attribute of <when>", "<when>\n      <all>", "<when n=\"2\">\n      <all>", "unknown-attribute", "<when n", "'n'"},
        {"an attribute of a text", "<text>Money", "<text lang=\"en\">Money", "unknown-attribute", "", "'lang'"},
        {"an attribute of a gate", "<gate from", "<gate form=\"g1\" from", "unknown-attribute", "", "'form'"},
        {"an attribute of a band", "<band below", "<band blow=\"1\" below", "unknown-attribute", "", "Did you mean 'below'?"},
        {"an attribute of a point", "<point value=\"3\"", "<point valeu=\"2\" value=\"3\"", "unknown-attribute", "", "Did you mean 'value'?"},
        {"an attribute of the settings", "<tie points", "<tie pionts=\"3\" points", "unknown-attribute", "", "Did you mean 'points'?"},
        {"text in the file", "<unstated ", "Also:<unstated ", "stray-text", "<rulebase", "Also:"},
        {"text in a rule", "<exclude ", "and <exclude ", "stray-text", r3, "and"},
        {"text in a condition", "<all>", "<all>and", "stray-text", "", "and"},
        {"text in <when>", "<when>\n      <all>", "<when>either\n      <all>", "stray-text", "<when>either", "either"},
    });
}

TEST_CASE("what is missing")
{
    check_mistakes({
        {"a rule's id", r3, "<rule", "missing-attribute", "<rule title=\"Shares\"", "'id'"},
        {"an empty id", r3, "<rule id=\" \"", "missing-attribute", "", "'id'"},
        {"a question's kind", "kind=\"number\" ", "", "missing-attribute", "<question id=\"partner-count\"", "'kind'"},
        {"the options of an effect", "<exclude on=\"contract\"/>", "<exclude/>", "missing-attribute", "", "'on'"},
        {"a rule's text", "<text>Money is short.</text>", "", "missing-wording", r2, "<text>"},
        {"an empty text", "<text>Money is short.</text>", "<text> </text>", "missing-wording", r2, "<text>"},
        {"a question's prompt", "<prompt>How many partners?</prompt>", "", "missing-wording", "<question id=\"partner-count\"", "<prompt>"},
        {"a question's why", "<why>Why we ask: small partnerships are at risk.</why>", "", "missing-wording", "<question id=\"partner-count\"", "<why>"},
        {"the sentence of an effect", "Ask a solicitor.", "", "missing-wording", "<require", "empty"},
        {"a model's summary", "<summary>Practices talk.</summary>", "", "missing-wording", "<model id", "<summary>"},
        {"the text of advice", "Keep one promise.", "", "missing-wording", "<advice", "<advice>"},
        {"a rule's source", "<reason>Staff are scarce.</reason>\n    <source ref=\"S1\"/>", "", "missing-source", r1, "R1"},
        {"a model's source", "<does-not-suit>Those who employ.</does-not-suit>\n    <source ref=\"S1\"/>", "<does-not-suit>Some.</does-not-suit>", "missing-source", "<model id", "'network'"},
        {"a vehicle's source", "<does-not-suit>Employing staff.</does-not-suit>\n    <source ref=\"S1\"/>", "<does-not-suit>Some.</does-not-suit>", "missing-source", "<vehicle id", "'contract'"},
        {"a lesson's source", "<summary>Ask why.</summary><source ref=\"S1\"/>", "<summary>Ask why.</summary>", "missing-source", "", "Lesson 1"},
        {"a term's source", "<unstated ", "<term id=\"tupe\" name=\"TUPE\"><plain>Staff move.</plain></term>\n<unstated ", "missing-source", "<term ", "'tupe'"},
        {"a task's source", "<unstated ",
         "<setup id=\"network-guide\" for=\"network\" title=\"Begin\"><task id=\"talk\" order=\"1\" title=\"Talk\" owner=\"All\"><text>Talk.</text></task></setup>\n<unstated ", "missing-source", "<setup ",
         "'talk'"},
        {"a stage's source", "<unstated ",
         "<path id=\"time\" title=\"Time\"><stage id=\"begin\" order=\"1\" title=\"Begin\" owner=\"All\" from-month=\"0\" to-month=\"3\"><text>Talk.</text></stage></path>\n<unstated ", "missing-source",
         "<path ", "'begin'"},
        {"a source's publisher", "publisher=\"A press\" ", "", "missing-attribute", "<source id", "'publisher'"},
        {"a source's year", "year=\"2015\" ", "", "missing-attribute", "<source id", "'year'"},
        {"a source's tag", "seen=\"page\" tag=\"uncertain\"", "seen=\"page\"", "missing-attribute", "<source id", "'tag'"},
        {"the day a source was checked", "checked=\"2026-11-22\" ", "", "missing-attribute", "<source id", "'checked'"},
        {"the day of a source's review", " review=\"2027-11-22\"", "", "missing-attribute", "<source id", "'review'"},
        {"the law of an exclusion", "<law>An Act of 2006</law>", "", "missing-law", r3, "<law>"},
        {"any effect", "<pull on=\"network contract\" strength=\"-1\"/>", "<!-- no effect -->", "no-effect", r2, "no effect"},
        {"the condition in <when>", "<when><test question=\"capital\" includes=\"members\"/></when>", "<when/>", "bad-condition", "<when/>", "exactly one"},
        {"the condition of an item", "<when><test question=\"capital\" excludes=\"grants\"/></when>", "", "bad-condition", "<item", "<when>"},
        {"the conditions of <any>", "<measure id=\"relationship.mean\" less-than=\"2.5\"/><gates step=\"g1\" passed=\"no\"/>", "", "empty-condition", "<any>", "<any>"},
        {"a comparison", "question=\"capital\" includes=\"members\"/></when>", "question=\"capital\"/></when>", "no-comparison", "", "compare"},
        {"a value", "includes=\"members\"/></when>", "includes=\"\"/></when>", "bad-value", "", "empty"},
        {"answers to choose from", "<option value=\"grants\" label=\"Grants\"/>", "", "bad-options", "<question id=\"capital\"", "fewer than two"},
        {"a band", "<band id=\"possible\" label=\"Possible\" from=\"-2\"/>", "", "bad-bands", "nowhere", "four"},
    });
}

TEST_CASE("what options are compared by")
{
    const std::string whole = R"(<aspect id="risk" name="Risk" questions="capital" model-field="summary" vehicle-field="summary"><text>Who pays.</text>)";
    const std::string unsaid = R"(<aspect id="risk" name="Risk" questions="capital"><text>Who pays.</text>)";
    const std::string text = R"(<compare for="network"><text>Each pays.</text><source ref="S1"/></compare>)";
    const std::string end = "</aspect>\n<unstated ";
    check_mistakes({
        {"an unknown question", "<unstated ", replaced(whole, "\"capital\"", "\"capitol\"") + end, "dangling-id", "<aspect ", "'capitol'"},
        {"no question", "<unstated ", replaced(whole, "questions=\"capital\"", "questions=\"\"") + end, "missing-attribute", "<aspect ", "'questions'"},
        {"a field that models do not have", "<unstated ", replaced(whole, "model-field=\"summary\"", "model-field=\"tax\"") + text + end, "bad-value", "<aspect ", "model-field=\"tax\""},
        {"a field that vehicles do not have", "<unstated ",
         replaced(whole, "vehicle-field=\"summary\"", "vehicle-field=\"months\"") + replaced(text, "\"network\"", "\"contract\"") + end, "bad-value", "<aspect ", "no such field"},
        {"a model of which nothing is said", "<unstated ", unsaid + replaced(text, "\"network\"", "\"contract\"") + end, "missing-aspect", "<model id", "Model 'network' says nothing on 'Risk'"},
        {"a vehicle of which nothing is said", "<unstated ", unsaid + text + end, "missing-aspect", "<vehicle id", "Vehicle 'contract' says nothing on 'Risk'"},
        {"an option that does not exist", "<unstated ", whole + replaced(text, "\"network\"", "\"netwrk\"") + end, "dangling-id", "<compare ", "Did you mean 'network'?"},
        {"two texts on one option", "<unstated ", whole + text + replaced(text, "\"network\"", "\"contract network\"") + end, "duplicate-id", "<compare for=\"contract", "'network' again"},
        {"no source", "<unstated ", whole + replaced(text, "<source ref=\"S1\"/>", "") + end, "missing-source", "<compare ", "'risk'"},
        {"two aspects with one id", "<unstated ", whole + "</aspect>\n" + replaced(whole, "Risk", "Risks") + end, "duplicate-id", "<aspect id=\"risk\" name=\"Risks", "'risk'"},
    });
}

TEST_CASE("what the interview says early")
{
    const std::string pull = "<pull on=\"network contract\" strength=\"+2\"/>";
    check_mistakes({
        {"after a page that is not there", pull, pull + "<warn after-page=\"motivatons\"/>", "dangling-id", r1, "'motivatons', which has no questions"},
        {"about an option", pull, pull + "<warn on=\"network\" after-page=\"motivations\"/>", "bad-value", r1, "both on= and after-page="},
    });
}

TEST_CASE("comparisons that do not suit the question")
{
    check_mistakes({
        {"is of a set", "question=\"capital\" includes=\"members\"/></when>", "question=\"capital\" is=\"members\"/></when>", "bad-comparison", "", "includes or excludes"},
        {"is of a number", "of=\"lowest\" at-most=\"2\"", "is=\"2\"", "bad-comparison", "", "at-least"},
        {"is of a text", "question=\"capital\" includes=\"members\"/></when>", "question=\"group-name\" is=\"x\"/></when>", "bad-comparison", "", "'group-name'"},
        {"includes of a choice", "question=\"capital\" includes=\"members\"/></when>", "question=\"jurisdiction\" includes=\"wales\"/></when>", "bad-comparison", "", "not a set"},
        {"a range without order", "question=\"capital\" includes=\"members\"/></when>", "question=\"jurisdiction\" at-least=\"wales\"/></when>", "bad-comparison", "", "no order"},
        {"of= about the group", "question=\"capital\" includes=\"members\"/></when>", "question=\"capital\" of=\"lowest\" includes=\"members\"/></when>", "bad-comparison", "", "Remove of="},
        {"practices about the group", "question=\"finances\" at-least=\"weak\"", "question=\"jurisdiction\" is=\"wales\"", "bad-comparison", "", "Use <test>"},
        {"two kinds of comparison", "at-least=\"2\"/></when>", "at-least=\"2\" is=\"3\"/></when>", "no-comparison", "", "more than one"},
        {"two lower ends", "at-least=\"2\"/></when>", "at-least=\"2\" more-than=\"1\"/></when>", "two-bounds", "", "lower"},
        {"two conditions in <not>", "<not>", "<not><test question=\"capital\" includes=\"grants\"/>", "bad-condition", "", "more than one"},
        {"two conditions in <when>", "<when><test question=\"capital\"", "<when><test question=\"capital\" excludes=\"grants\"/><test question=\"capital\"", "bad-condition", "", "exactly one"},
        {"both ends of a checklist", "<checklist id=\"deal\" at-least=\"1\"", "<checklist id=\"deal\" at-least=\"1\" at-most=\"1\"", "no-comparison", "", "<checklist>"},
    });
}

TEST_CASE("questions that nobody would be asked")
{
    check_mistakes({
        {"no such section", "id=\"partner-count\" section=\"group\"", "id=\"partner-count\" section=\"groop\"", "unreachable-question", "", "'groop'"},
        {"no such page", "page=\"motivations\"", "page=\"motives\"", "unreachable-question", "", "'motives'"},
        {"tests that exclude each other", "<ask-when><test question=\"capital\" includes=\"members\"/></ask-when>",
         "<ask-when><all><test question=\"jurisdiction\" is=\"wales\"/><test question=\"jurisdiction\" is=\"england\"/></all></ask-when>", "unreachable-question",
         "<question id=\"group-name\"", "cannot be true"},
        {"a scale point that does not exist", "<ask-when><test question=\"capital\" includes=\"members\"/></ask-when>",
         "<ask-when><test question=\"motive.workforce\" at-least=\"4\"/></ask-when>", "unreachable-question", "<question id=\"group-name\"", "cannot be true"},
        {"a question that waits for itself", "<ask-when><test question=\"capital\" includes=\"members\"/></ask-when>",
         "<ask-when><family name=\"readiness\" at-least=\"0\" count=\"1\"/></ask-when></question>"
         "<question id=\"loop\" section=\"group\" scope=\"group\" kind=\"number\" aggregate=\"none\" nature=\"plan\" short=\"x\"><prompt>A?</prompt><why>B.</why>"
         "<ask-when><test question=\"loop\" at-least=\"1\"/></ask-when>", "cycle", "", "loop → loop"},
    });
}

TEST_CASE("questions that wait for one another in a circle are named in order")
{
    std::string xml = small_rule_base();
    for (const char* name : {"a", "b", "c"})
    {
        const std::string next = std::string(name) == "a" ? "b" : std::string(name) == "b" ? "c" : "a";
        xml = replaced(xml, "<gradient-step id=\"g0\"", "<question id=\"" + std::string(name) + "\" section=\"group\" scope=\"group\" kind=\"number\" aggregate=\"none\" nature=\"plan\" short=\"x\">"
                       "<prompt>A?</prompt><why>B.</why><ask-when><test question=\"" + next + "\" at-least=\"1\"/></ask-when></question>\n<gradient-step id=\"g0\"");
    }
    const auto loaded = load_text(xml);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "rulebase.cycle");
    CHECK(loaded.diagnostics[0].message == "Questions wait for one another: a → b → c → a.");
}

// The questions behind a checklist were looked up without end when an item tested its own checklist.
TEST_CASE("a checklist that tests itself is an error, not an endless loop")
{
    std::string xml = replaced(small_rule_base(), "<test question=\"capital\" excludes=\"grants\"/>", "<checklist id=\"deal\" at-least=\"1\"/>");
    xml = replaced(xml, "<ask-when><test question=\"capital\" includes=\"members\"/></ask-when>", "<ask-when><checklist id=\"deal\" at-least=\"1\"/></ask-when>");
    const auto loaded = load_text(xml);
    CHECK(loaded.rules == nullptr);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "rulebase.cycle");
    CHECK(loaded.diagnostics[0].place.line == line_of(xml, "<item id=\"D1\""));
}

TEST_CASE("how practices' answers become the group's")
{
    check_mistakes({
        {"an aggregate of the group", "kind=\"choices\" aggregate=\"none\"", "kind=\"choices\" aggregate=\"union\"", "bad-aggregate", "", "must be none"},
        {"no aggregate of practices", "aggregate=\"lowest\"", "aggregate=\"none\"", "bad-aggregate", "<question id=\"partner-count\"", "needs an aggregate"},
        {"the worst without order", "ordered=\"yes\" aggregate=\"worst\"", "aggregate=\"worst\"", "bad-aggregate", "<question id=\"finances\"", "ordered"},
        {"options of a number", "<why>Why we ask: small partnerships are at risk.</why>", "<why>Why.</why><option value=\"a\" label=\"A\"/>", "bad-options", "<question id=\"partner-count\"", "takes none"},
        {"an option for not knowing", "value=\"grants\"", "value=\"unknown\"", "bad-options", "<question id=\"capital\"", "always offered"},
    });
}

TEST_CASE("rules that say more than is known")
{
    check_mistakes({
        {"an uncertain rule that excludes", "tag=\"verified\"", "tag=\"uncertain\"", "uncertain-rule", r3, "R3"},
        {"an uncertain rule that pulls", "tag=\"known\"", "tag=\"uncertain\"", "uncertain-rule", r1, "R1"},
        {"an expected rule that pulls by 2", "tag=\"known\"", "tag=\"known\" status=\"expected\"", "not-yet-law", "", "expected"},
        {"a rule in consultation that pulls by 2", "tag=\"known\"", "tag=\"known\" status=\"consultation\"", "not-yet-law", "", "consultation"},
    });
    CHECK(load_text(replaced(small_rule_base(), "tag=\"proposal\"", "tag=\"proposal\" status=\"expected\"")).rules != nullptr);
}

TEST_CASE("placeholders that name nothing")
{
    check_mistakes({
        {"no such question", "{motive.workforce}", "{motive.workfarce}", "bad-placeholder", r1, "{motive.workfarce}"},
        {"no such question over the practices", "{motive.workforce}", "{lowest:list}", "bad-placeholder", r1, "{list}"},
        {"not closed", "{motive.workforce}", "{motive.workforce", "bad-placeholder", r1, "without '}'"},
        {"empty", "{motive.workforce}", "{}", "bad-placeholder", r1, "{}"},
    });
    for (const char* good : {"{as-at}", "{lowest:partner-count}", "{highest:partner-count}", "{relationship.mean}", "{relationship.trust}"})
    {
        CAPTURE(std::string(good));
        CHECK(codes(load_text(replaced(small_rule_base(), "{motive.workforce}", good))) == "");
    }
}

TEST_CASE("faults of substance are warnings")
{
    check_mistakes(
        {
            {"a text without a full stop", "Money is short.", "Money is short", "no-full-stop", r2, "Money is short"},
            {"a reason without a full stop", "Staff are scarce.", "Staff are scarce", "no-full-stop", r1, ""},
            {"a comparison without a full stop", "<unstated ",
             "<aspect id=\"risk\" name=\"Risk\" questions=\"capital\" model-field=\"summary\" vehicle-field=\"summary\"><text>Who pays.</text>"
             "<compare for=\"network\"><text>Each pays</text><source ref=\"S1\"/></compare></aspect>\n<unstated ",
             "no-full-stop", "<compare ", "The comparison of 'network'"},
            {"an effect without a full stop", "Ask a solicitor.", "Ask a solicitor", "no-full-stop", r3, ""},
            {"a prompt without a question mark", "How many partners?", "How many partners", "no-full-stop", "<question id=\"partner-count\"", ""},
            {"a model's wording without a full stop", "Practices talk.", "Practices talk", "no-full-stop", "<model id", ""},
            {"a section's help without a full stop", "About all of you.", "About all of you", "no-full-stop", "<section id=\"group\"", "The help of section 'group'"},
            {"a gradient step's text without a full stop", "News is shared.", "News is shared", "no-full-stop", "<gradient-step id=\"g1\"", "'g1'"},
            {"a vehicle's wording without a full stop", "Small tasks.", "Small tasks", "no-full-stop", "<vehicle id", "The suits of vehicle"},
            {"a lesson without a full stop", "Ask why.", "Ask why", "no-full-stop", "<lesson", "lesson 1"},
            {"an unstated constraint without a full stop", "No question fits.", "No question fits", "no-full-stop", "<unstated", "HC-99"},
            {"an inspiration without a full stop", "Most of it.", "Most of it", "no-full-stop", "<inspiration", ""},
            {"a band of readiness without a full stop", "Mend it.", "Mend it", "no-full-stop", "<readiness", "'Repair'"},
            {"advice without a full stop", "Keep one promise.", "Keep one promise", "no-full-stop", "<readiness", "readiness.RR01"},
            {"a quadrant without a full stop", "Write it down.", "Write it down", "no-full-stop", "<readiness", "'Trust'"},
            {"an exemption without a full stop", "at-least=\"3\"/></when></exempt>", "at-least=\"3\"/></when><text>It is open</text></exempt>", "no-full-stop", "<readiness", "exemption"},
            {"the help of an item without a full stop", "Agree it.", "Agree it", "no-full-stop", "<checklist id=\"deal\" title", "'D1'"},
            {"what is left out, without a full stop", "The people.", "The people", "no-full-stop", "<settings>", "not considered"},
            {"the disclaimer without a full stop", "No legal advice.", "No legal advice", "no-full-stop", "<settings>", "disclaimer"},
            {"a term without a full stop", "<unstated ", "<term id=\"tupe\" name=\"TUPE\"><plain>Staff move</plain><source ref=\"S1\"/></term><unstated ", "no-full-stop", "", "'tupe'"},
            {"a task without a full stop", "<unstated ",
             "<setup id=\"guide\" for=\"network\" title=\"Begin\"><task id=\"talk\" order=\"1\" title=\"Talk\" owner=\"All\"><text>Talk</text><source ref=\"S1\"/></task></setup><unstated ", "no-full-stop", "",
             "'talk'"},
            {"the gate of a stage without a full stop", "<unstated ",
             "<path id=\"time\" title=\"Time\"><stage id=\"begin\" order=\"1\" title=\"Begin\" owner=\"All\" from-month=\"0\" to-month=\"3\"><text>Talk.</text><gate>All agree</gate><source ref=\"S1\"/></stage></path>"
             "<unstated ", "no-full-stop", "", "The gate of stage 'begin'"},
            {"why a candidate was dropped, without a full stop", "<unstated ", "<candidate id=\"C1\" from=\"A list\" outcome=\"dropped\"><reason>Too much</reason></candidate><unstated ", "no-full-stop", "", "'C1'"},
            {"why a finding is waived, without a full stop", "<unstated ", "<waiver finding=\"lint.x\" about=\"R1\" hash=\"0\"><reason>It is so</reason></waiver><unstated ", "no-full-stop", "", "'lint.x'"},
            {"an edition without a full stop", "<unstated ", "<edition version=\"1.0.0\" date=\"2026-11-22\"><text>First</text></edition><unstated ", "no-full-stop", "", "'1.0.0'"},
            {"a long ending, cut between letters", "Money is short.", "Money is short, and Tŷ Mawr keeps its good accounts", "no-full-stop", r2, "'… Mawr keeps its good accounts'"},
            {"nothing speaks for a model", "on=\"network contract\" strength=\"+2\"", "on=\"contract\" strength=\"+2\"", "one-sided-option", "<model id", "speaks for"},
            {"nothing speaks against a vehicle", "on=\"network contract\" strength=\"-1\"", "on=\"network\" strength=\"-1\"", "one-sided-option", "<vehicle id", "speaks against"},
            {"a rule that can never fire", "<when><test question=\"capital\" includes=\"members\"/></when>",
             "<when><all><test question=\"jurisdiction\" is=\"wales\"/><test question=\"jurisdiction\" is-not=\"wales\"/></all></when>", "never-fires", r3, "exclude each other"},
        },
        foundation::Severity::Warning);
}
}
