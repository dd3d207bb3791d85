#include "report/proof_writer.h"

#include "casefile/case_file.h"
#include "document/text_layout.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/case_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fedadvise::report
{

using document::TextPage;

using analysis::RuleFinding;
using analysis::Verification;
using analysis::VerifiedClaim;
using Json = nlohmann::ordered_json;

namespace
{

constexpr auto replace_bad_utf8 = Json::error_handler_t::replace;

std::string count(std::size_t number, const std::string& one, const std::string& many)
{
    return foundation::with_thousands(static_cast<std::int64_t>(number)) + " " + (number == 1 ? one : many);
}

std::string dump(const Json& json)
{
    return json.dump(2, ' ', false, replace_bad_utf8) + "\n";
}

Json diagnostic_json(const foundation::Diagnostic& d)
{
    return {{"code", d.code},           {"severity", foundation::severity_name(d.severity)},
            {"file", d.place.file},     {"line", d.place.line},
            {"column", d.place.column}, {"element", d.place.element},
            {"message", d.message},     {"advice", d.advice}};
}

std::string contents_of(const rulebase::RuleBase& rules)
{
    return rules.id + " " + rules.version + " with " + count(rules.questions.size(), "question", "questions") + ", " +
           count(rules.rules.size(), "rule", "rules") + ", " + count(rules.models.size(), "model", "models") + ", " +
           count(rules.vehicles.size(), "vehicle", "vehicles") + ", " + count(rules.terms.size(), "term", "terms") +
           " and " + count(rules.sources.size(), "source", "sources");
}

std::string outcome_of(const VerifiedClaim& claim)
{
    std::vector<std::string> parts;
    const auto open = static_cast<std::size_t>(
        std::count_if(claim.findings.begin(), claim.findings.end(), [](const RuleFinding& f) { return !f.waived; }));
    if (claim.proved > 0)
        parts.push_back(count(claim.proved, "proved", "proved"));
    if (claim.shown > 0)
        parts.push_back(count(claim.shown, "shown by a case", "shown by cases"));
    if (open > 0)
        parts.push_back(count(open, "not so", "not so"));
    if (claim.findings.size() > open)
        parts.push_back(count(claim.findings.size() - open, "accepted by the editors", "accepted by the editors"));
    if (claim.undecided > 0)
        parts.push_back(count(claim.undecided, "not decided", "not decided"));
    return parts.empty() ? "nothing to look at" : foundation::joined(parts, ", ");
}

void add_finding(TextPage& page, const rulebase::RuleBase& rules, const RuleFinding& finding)
{
    const std::string place = foundation::place_text(finding.place);
    page.item((place.empty() ? "" : place + ": ") + finding.message + " [" + finding.code + "]");
    if (finding.waived)
        return page.paragraph("Accepted by the editors: " + *finding.waived, 4);
    page.paragraph(analysis::as_diagnostic(rules, finding).advice, 4);
    if (!finding.telling)
        return;
    page.paragraph("For example, by the law of " + foundation::date_in_words(finding.example->as_at) + ":", 4);
    for (const std::string& sentence : case_in_words(rules, *finding.telling))
        page.item(sentence, 8);
}

/// What the proofs cover and what they do not.
std::vector<std::string> scope_sentences(const Verification& result)
{
    std::vector<std::string> sentences;
    if (!result.has_solver)
        sentences.push_back("This build has no solver, so nothing could be proved: only cases were looked at.");
    sentences.push_back("“Proved” and “not so” hold for every complete case: all answers that conditions can tell "
                        "apart (more than 10^" +
                        std::to_string(result.power_of_ten) +
                        " combinations), the questionnaire's own routing, all nations, " +
                        count(result.days, "day", "days") + " on which the law differs, and groups of 0 to " +
                        std::to_string(analysis::largest_group) + " listed practices that may say they are more.");
    if (result.larger_groups_differ.empty())
        sentences.push_back("Groups of up to 6 listed practices can answer no single question in a way that smaller "
                            "groups cannot, as far as conditions can tell.");
    else
    {
        std::vector<std::string> names;
        for (const rulebase::QuestionId& id : result.larger_groups_differ)
            names.push_back(id.value);
        sentences.push_back("Groups of 5 and more practices can answer in further ways, which were only sampled, to " +
                            count(names.size(), "question: ", "questions: ") + foundation::joined_as_sentence(names) +
                            ".");
    }
    sentences.push_back(count(result.cases_judged, "case", "cases") +
                        " were judged by the engine itself; the solver was asked " +
                        count(result.solver_calls, "time", "times") + ".");
    sentences.push_back("Only sampled: " + count(result.sampled, "random group", "random groups") +
                        " of up to 12 practices, of which " + std::to_string(result.sampled_breaking) +
                        " broke a claim about models, vehicles or forbidden pairs.");
    if (result.stopped)
        sentences.push_back("Stopped half-way: what is not decided was not looked at.");
    return sentences;
}

Json finding_json(const rulebase::RuleBase& rules, const RuleFinding& finding)
{
    Json json = diagnostic_json(analysis::as_diagnostic(rules, finding));
    json["about"] = finding.about;
    if (finding.waived)
        json["waived"] = *finding.waived;
    if (finding.telling)
        json["example-in-words"] = case_in_words(rules, *finding.telling);
    if (finding.example)
    {
        json["example-file"] = example_file_name(finding);
        json["example"] = casefile::case_text(finding.example->group);
    }
    return json;
}

} // namespace

std::string check_as_text(const CheckResult& result)
{
    std::string text;
    for (const foundation::Diagnostic& fault : result.faults)
        text += foundation::diagnostic_text(fault) + "\n";
    TextPage page;
    for (const RuleFinding& finding : result.waived)
        page.paragraph("Accepted by the editors: " + finding.message + " [" + finding.code + "] " + *finding.waived);
    if (!result.faults.empty())
        page.paragraph(count(result.faults.size(), "fault.", "faults."));
    if (result.rules == nullptr)
        page.paragraph("Once these are mended, the rules are looked at more closely.");
    else if (result.faults.empty())
        page.paragraph("No faults: " + contents_of(*result.rules) + ".");
    if (!result.proved)
        page.paragraph("This build has no solver, so rules that can never fire and the like were not looked for.");
    return text + page.text();
}

std::string check_as_json(const CheckResult& result)
{
    Json faults = Json::array(), waived = Json::array();
    for (const foundation::Diagnostic& fault : result.faults)
        faults.push_back(diagnostic_json(fault));
    for (const RuleFinding& finding : result.waived)
        waived.push_back({{"code", finding.code},
                          {"about", finding.about},
                          {"message", finding.message},
                          {"reason", *finding.waived}});
    return dump({{"format", "federation-adviser check"},
                 {"version", 1},
                 {"faults", faults},
                 {"waived", waived},
                 {"proved", result.proved},
                 {"undecided", result.undecided}});
}

std::string verification_as_text(const rulebase::RuleBase& rules, const Verification& result)
{
    TextPage page;
    page.heading("What is proved of " + rules.id + " " + rules.version, 1);
    for (const VerifiedClaim& claim : result.claims)
    {
        page.empty_line();
        page.paragraph(claim.statement);
        page.paragraph(outcome_of(claim) + ".", 2);
        for (const RuleFinding& finding : claim.findings)
            add_finding(page, rules, finding);
    }
    page.heading("What this covers", 2);
    for (const std::string& sentence : scope_sentences(result))
        page.paragraph(sentence);
    page.empty_line();
    const std::size_t open = result.open_findings();
    page.paragraph(open == 0 ? "Nothing was found that is not so."
                             : count(open, "thing is not so.", "things are not so."));
    return page.text();
}

std::string verification_as_json(const rulebase::RuleBase& rules, const Verification& result)
{
    Json claims = Json::array();
    for (const VerifiedClaim& claim : result.claims)
    {
        Json findings = Json::array();
        for (const RuleFinding& finding : claim.findings)
            findings.push_back(finding_json(rules, finding));
        claims.push_back({{"id", claim.id},
                          {"statement", claim.statement},
                          {"proved", claim.proved},
                          {"shown-by-cases", claim.shown},
                          {"undecided", claim.undecided},
                          {"findings", findings}});
    }
    std::vector<std::string> larger;
    for (const rulebase::QuestionId& id : result.larger_groups_differ)
        larger.push_back(id.value);
    return dump({{"format", "federation-adviser verification"},
                 {"version", 1},
                 {"rules", {{"id", rules.id}, {"version", rules.version}, {"sha256", rules.sha256}}},
                 {"claims", claims},
                 {"open-findings", result.open_findings()},
                 {"scope",
                  {{"combinations-power-of-ten", result.power_of_ten},
                   {"days", result.days},
                   {"largest-group", analysis::largest_group},
                   {"larger-groups-differ", larger},
                   {"cases-judged", result.cases_judged},
                   {"solver-calls", result.solver_calls},
                   {"sampled", result.sampled},
                   {"sampled-breaking", result.sampled_breaking},
                   {"solver", result.has_solver},
                   {"stopped", result.stopped},
                   {"sentences", scope_sentences(result)}}}});
}

std::string example_file_name(const RuleFinding& finding)
{
    std::string name = finding.code;
    for (const std::string& id : finding.about)
        name += "-" + id;
    std::replace(name.begin(), name.end(), '.', '-');
    return name + ".fedcase";
}

} // namespace fedadvise::report
