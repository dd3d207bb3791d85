// The relationship and the deal in the rule book, and how scores become advice.
#include "document/html_page.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/rule_book_page.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

using document::close_table;
using document::open_table;

namespace
{

std::string step_name(const rulebase::RuleBase& rules, const std::string& id)
{
    const auto step = rulebase::gradient_index(rules, id);
    return step ? step_in_words(rules, *step) : id;
}

void question_cell(BookPage& page, const rulebase::QuestionId& id)
{
    page.markup().ready("<th scope=\"row\">");
    page.question_link(id, short_label(page.rules(), id));
    page.markup().close("th");
}

void write_bands(BookPage& page)
{
    const auto& bands = page.rules().readiness.bands;
    open_table(page.markup(), "What the average over all statements means", {"Average", "Name", "What to do"});
    for (std::size_t i = 0; i < bands.size(); ++i)
    {
        const std::string from =
            i > 0 && bands[i - 1].below ? "from " + reading_text(*bands[i - 1].below) : std::string{};
        const std::string below = bands[i].below ? "below " + reading_text(*bands[i].below) : std::string{};
        page.markup().open("tr").element("th", from + (from.empty() || below.empty() ? "" : ", ") + below,
                                         {{"scope", "row"}});
        page.cell(bands[i].name);
        page.cell(bands[i].text);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

void write_thresholds(BookPage& page)
{
    const rulebase::Readiness& readiness = page.rules().readiness;
    page.paragraph(
        "Statements are answered on a scale from 1 to 5. The advice goes no deeper than the deepest step whose "
        "averages are "
        "reached and whose gates, and those of every step before, are passed. A step without a line here has no "
        "threshold.");
    open_table(page.markup(), "Averages that a step needs", {"Step", "All practices", "The lowest practice"});
    for (const rulebase::ReadinessThreshold& threshold : readiness.thresholds)
        page.markup()
            .open("tr")
            .element("th", step_name(page.rules(), threshold.step), {{"scope", "row"}})
            .element("td", "at least " + reading_text(threshold.mean))
            .element("td", "at least " + reading_text(threshold.lowest))
            .close("tr");
    close_table(page.markup());
    open_table(page.markup(), "Gates: statements that must be high enough",
               {"Statement", "From this step on", "Average answer"});
    for (const rulebase::ReadinessGate& gate : readiness.gates)
    {
        page.markup().open("tr");
        question_cell(page, gate.question);
        page.markup()
            .element("td", step_name(page.rules(), gate.from_step))
            .element("td", "at least " + reading_text(gate.at_least))
            .close("tr");
    }
    close_table(page.markup());
}

void write_exemption(BookPage& page, const rulebase::ReadinessExemption& exemption, int number)
{
    page.entry(4, "entry", anchor("exemption", foundation::with_thousands(number)),
               "Exemption " + foundation::with_thousands(number), "");
    page.markup().ready("<p class=\"sentence\">");
    if (exemption.when)
    {
        const ConditionWords words = condition_words(page.rules(), *exemption.when);
        page.markup().text("When ");
        page.phrase(words.clause);
        page.markup().text(words.parts.empty() ? "," : ":");
        if (!words.parts.empty())
        {
            page.markup().close("p");
            page.conditions(words.parts);
            page.markup().ready("<p class=\"sentence\">");
        }
        page.markup().text(words.parts.empty() ? " the" : "then the");
    }
    else
        page.markup().text("In every case, the");
    page.markup().text(" averages and gates do not hold back ");
    page.phrase(options_in_words(page.rules(), exemption.models, "and"));
    page.markup()
        .text(exemption.mean ? ", if the average is at least " + reading_text(*exemption.mean) + "." : ".")
        .close("p");
    const bool every = exemption.rules.size() == 1 && exemption.rules.front().value == "all";
    if (every)
        page.paragraph("No rule that limits the depth holds them back either.");
    else if (!exemption.rules.empty())
    {
        page.markup().ready("<p>").text("These rules that limit the depth do not hold them back either: ");
        page.rule_links(exemption.rules);
        page.markup().text(".").close("p");
    }
    page.paragraph(exemption.text);
    page.end_entry();
}

void write_subscales(BookPage& page)
{
    page.markup().open("ul");
    for (const rulebase::ReadinessSubscale& subscale : page.rules().readiness.subscales)
    {
        page.markup().ready("<li>").element("strong", subscale.name).text(": ");
        bool first = true;
        for (const rulebase::Question& question : page.rules().questions)
        {
            if (question.family != page.rules().readiness.family || question.subscale != subscale.letter)
                continue;
            page.markup().text(first ? "" : "; ");
            page.question_link(question.id, short_label(page.rules(), question.id));
            first = false;
        }
        page.markup().close("li");
    }
    page.markup().close("ul");
}

void write_advice(BookPage& page)
{
    open_table(page.markup(), "What to do about a low statement", {"Statement", "Average answer", "Advice"});
    for (const rulebase::ReadinessAdvice& advice : page.rules().readiness.advice)
    {
        page.markup().open("tr");
        question_cell(page, advice.question);
        page.markup().element("td", "at most " + reading_text(advice.at_most));
        page.cell(advice.text);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

void write_quadrants(BookPage& page)
{
    const rulebase::Readiness& readiness = page.rules().readiness;
    page.paragraph("The relationship counts as high from an average of " + reading_text(readiness.relationship_from) +
                   ". The deal counts as high from " + foundation::with_thousands(readiness.deal_from) +
                   " points that are met.");
    open_table(page.markup(), "Relationship and deal side by side",
               {"Relationship", "Deal", "What it means", "Advice"});
    for (const rulebase::ReadinessQuadrant& quadrant : readiness.quadrants)
    {
        page.markup()
            .open("tr")
            .element("td", quadrant.high_relationship ? "High" : "Low")
            .element("td", quadrant.high_deal ? "High" : "Low")
            .element("th", quadrant.title, {{"scope", "row"}});
        page.cell(quadrant.text);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

void write_checklist(BookPage& page, const rulebase::Checklist& checklist)
{
    page.heading(3, anchor("checklist", checklist.id), "Checklist: " + checklist.title);
    for (const rulebase::ChecklistItem& item : checklist.items)
    {
        page.entry(4, "entry", anchor("checklist-" + checklist.id, item.id), item.title, item.id);
        page.paragraph(item.help);
        const ConditionWords words = condition_words(page.rules(), item.when);
        page.markup().ready("<p class=\"sentence\">").text("It is met when ");
        page.phrase(words.clause);
        page.markup().text(words.parts.empty() ? "." : ":").close("p");
        page.conditions(words.parts);
        page.end_entry();
    }
}

} // namespace

void write_relationship(BookPage& page)
{
    const rulebase::Readiness& readiness = page.rules().readiness;
    page.part("relationship", "The relationship and the deal");
    page.paragraph(readiness.note);
    page.heading(3, "relationship-statements", "What the statements are about");
    write_subscales(page);
    page.heading(3, "relationship-depth", "How deep the relationship carries");
    write_bands(page);
    write_thresholds(page);
    page.heading(3, "relationship-exemptions", "Models that are not held back");
    int number = 0;
    for (const rulebase::ReadinessExemption& exemption : readiness.exemptions)
        write_exemption(page, exemption, ++number);
    page.heading(3, "relationship-advice", "What to do about low answers");
    write_advice(page);
    page.heading(3, "relationship-quadrants", "Relationship and deal together");
    write_quadrants(page);
    for (const rulebase::Checklist& checklist : page.rules().checklists)
        write_checklist(page, checklist);
}

void write_scores(BookPage& page)
{
    const rulebase::Settings& settings = page.rules().settings;
    page.part("scores", "How scores become advice");
    page.paragraph(
        "The strengths of all rules that hold are added up for each option. Where answers are missing, the lowest and "
        "the "
        "highest sum that the open answers still allow are worked out too. The sum is shown as a band, never as a "
        "percentage. Options whose sums lie within " +
        counted(settings.tie_points, "points") + " of the first of them are level and stand in alphabetical order.");
    open_table(page.markup(), "Bands", {"Band", "Sum"});
    for (std::size_t i = 0; i < settings.bands.size(); ++i)
    {
        const bool last = i + 1 == settings.bands.size();
        const std::string above = i == 0 ? std::string{} : foundation::with_thousands(settings.bands[i - 1].from - 1);
        const std::string from = foundation::with_thousands(settings.bands[i].from);
        page.markup()
            .open("tr")
            .element("th", settings.bands[i].label, {{"scope", "row"}})
            .element("td", last && i > 0 ? above + " or less"
                           : i == 0      ? from + " or more"
                                         : "from " + from + " to " + above)
            .close("tr");
    }
    close_table(page.markup());
    page.paragraph("An option that has to wait is shown as “" + settings.not_yet_label +
                   "”, and one that is ruled out as “" + settings.ruled_out_label + "”, whatever its sum.");
    open_table(page.markup(), "Points for a vehicle by how it carries the models that come first",
               {"How it carries them", "Points"});
    const std::pair<const char*, int> points[] = {{"Typical", settings.fit_typical},
                                                  {"Compatible", settings.fit_compatible},
                                                  {"Weak", settings.fit_weak},
                                                  {"Not at all", settings.fit_impossible}};
    for (const auto& [name, value] : points)
        page.markup()
            .open("tr")
            .element("th", name, {{"scope", "row"}})
            .element("td", foundation::signed_text(value))
            .close("tr");
    close_table(page.markup());
}

} // namespace fedadvise::report
