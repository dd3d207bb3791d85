// The comparison as text and as JSON.
#include "document/text_layout.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/compare.h"
#include "report/wording.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fedadvise::report
{

using document::TextPage;

namespace
{

using Json = nlohmann::ordered_json;

constexpr int json_indent = 2;

std::string finding_line(const ComparedFinding& finding)
{
    return finding_title(finding) + " [" + finding_words(finding) + "; rule " + finding.statement.rule + "]";
}

std::string names_of(const Comparison& comparison)
{
    std::vector<std::string> names;
    for (const ComparedOption& option : comparison.options)
        names.push_back(option.name);
    return foundation::joined_as_sentence(names);
}

void write_heads(TextPage& page, const Comparison& comparison)
{
    page.heading("In short", 2);
    for (const ComparedOption& option : comparison.options)
    {
        page.item(option.name + " – " + option.band_label + (option.leading ? " (comes first)" : ""));
        page.paragraph(option.summary, 4);
        page.paragraph("For: " + option.why, 4);
        if (!option.why_not.empty())
            page.paragraph("Against: " + option.why_not, 4);
    }
}

void write_row(TextPage& page, const Comparison& comparison, const ComparisonRow& row)
{
    page.heading(row.aspect.name, 2);
    page.paragraph(row.aspect.text);
    page.paragraph(answers_in_words(row.aspect));
    for (std::size_t i = 0; i < row.cells.size(); ++i)
    {
        const ComparisonCell& cell = row.cells[i];
        page.heading(comparison.options[i].name, 3);
        page.paragraph(cell.text, 2);
        page.paragraph("[sources: " + foundation::joined(cell.sources, ", ") + "]", 2);
        page.paragraph(cell.review_words, 2);
        for (const ComparedFinding& finding : cell.findings)
            page.item(finding_line(finding), 2, "*");
        if (cell.findings.empty() && row.marked)
            page.item("None of your answers here speaks for or against it.", 2, "*");
    }
    if (!row.marked)
    {
        page.empty_line();
        page.paragraph("None of your answers here speaks for or against any of them.");
    }
}

void write_others(TextPage& page, const Comparison& comparison)
{
    page.heading("What else your answers say", 2);
    page.paragraph("Reasons that rest on your purposes, your relationship and other answers. “fedadvise why” has them "
                   "with all their words.");
    for (const ComparedOption& option : comparison.options)
    {
        page.heading(option.name, 3);
        for (const ComparedFinding& finding : option.others)
            page.item(finding_line(finding), 2, "*");
        if (option.others.empty())
            page.item("Nothing else.", 2, "*");
    }
}

Json finding_json(const ComparedFinding& finding)
{
    const Statement& statement = finding.statement;
    Json json = {{"kind", finding.kind},         {"rule", statement.rule}, {"strength", statement.strength},
                 {"title", statement.title},     {"text", statement.text}, {"because", statement.because},
                 {"sources", statement.sources}, {"tag", statement.tag}};
    if (!statement.sentence.empty())
        json["effect"] = statement.sentence;
    if (!statement.law.empty())
        json["law"] = statement.law;
    return json;
}

Json findings_json(const std::vector<ComparedFinding>& findings)
{
    Json json = Json::array();
    for (const ComparedFinding& finding : findings)
        json.push_back(finding_json(finding));
    return json;
}

Json row_json(const ComparisonRow& row)
{
    Json json = {{"aspect", row.aspect.id}, {"name", row.aspect.name}, {"text", row.aspect.text}};
    json["answers"] = Json::array();
    for (const AspectAnswer& answer : row.aspect.answers)
        json["answers"].push_back({{"question", answer.question},
                                   {"label", answer.label},
                                   {"answer", answer.answer},
                                   {"known", answer.known}});
    json["marked"] = row.marked;
    json["cells"] = Json::array();
    for (const ComparisonCell& cell : row.cells)
        json["cells"].push_back({{"option", cell.option},
                                 {"text", cell.text},
                                 {"sources", cell.sources},
                                 {"findings", findings_json(cell.findings)}});
    return json;
}

} // namespace

std::string comparison_as_text(const Comparison& comparison)
{
    TextPage page;
    page.heading("Side by side: " + names_of(comparison), 1);
    page.paragraph("For " + comparison.title + ", by the law as it stands on " + comparison.as_at_words +
                   ". A star marks what your own answers say.");
    write_heads(page, comparison);
    for (const ComparisonRow& row : comparison.rows)
        write_row(page, comparison, row);
    write_others(page, comparison);
    page.empty_line();
    page.paragraph(comparison.disclaimer);
    return page.text();
}

std::string comparison_as_json(const Comparison& comparison)
{
    Json json = {{"format", "federation-adviser comparison"}, {"version", 1}};
    json["rules"] = {{"id", comparison.rules_id},
                     {"version", comparison.rules_version},
                     {"sha256", comparison.rules_sha256},
                     {"as-at", comparison.as_at},
                     {"edition-as-at", comparison.rules_as_at}};
    json["title"] = comparison.title;
    json["kind"] = comparison.kind;
    json["options"] = Json::array();
    for (const ComparedOption& option : comparison.options)
        json["options"].push_back({{"id", option.id},
                                   {"name", option.name},
                                   {"band", option.band},
                                   {"band-label", option.band_label},
                                   {"leading", option.leading},
                                   {"why", option.why},
                                   {"why-not", option.why_not},
                                   {"summary", option.summary},
                                   {"other-findings", findings_json(option.others)}});
    json["rows"] = Json::array();
    for (const ComparisonRow& row : comparison.rows)
        json["rows"].push_back(row_json(row));
    json["disclaimer"] = comparison.disclaimer;
    return json.dump(json_indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace fedadvise::report
