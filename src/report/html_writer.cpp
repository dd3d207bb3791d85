#include "report/writers.h"

#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/conflicts.h"
#include "report/html_parts.h"
#include "report/presentation.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_on_first_page = 5;
constexpr std::size_t most_open_on_paper = 15;

struct PageSection
{
    std::string_view id;
    std::string_view title;
};
constexpr std::string_view variants_id = "variants";         ///< a section that only cases with variants have
constexpr std::string_view further_id = "firmness";          ///< a section that only advice with more behind it has
constexpr std::string_view alignment_id = "where-you-stand"; ///< a section that only groups of practices have
constexpr PageSection sections[] = {
    {"in-short", "In short"},
    {alignment_id, "Where you stand"},
    {"conflicts", "Aims that pull apart"},
    {"models", "Collaboration models"},
    {"vehicles", "Legal vehicles"},
    {"readiness", "The relationship and the deal"},
    {"gradient", "How closely you could work together"},
    {"lessons", "Ten lessons from earlier federations"},
    {"path", "The path, one step at a time"},
    {"next-steps", "Next steps"},
    {variants_id, "What if"},
    {"open", "What is still open"},
    {further_id, "What could change this, and how firm it is"},
    {"models-in-full", "Every model with all its reasons"},
    {"vehicles-in-full", "Every vehicle with all its reasons"},
    {"answers", "What was answered"},
    {"origin", "Where this comes from"},
};

std::string_view title_of(std::string_view id)
{
    for (const PageSection& section : sections)
        if (section.id == id)
            return section.title;
    return id;
}

void open_section(Markup& page, std::string_view id)
{
    const std::string heading = std::string{id} + "-heading";
    page.open("section", {{"id", id}, {"aria-labelledby", heading}});
    page.element("h2", title_of(id), {{"id", heading}});
}

void link_to(Markup& page, const std::string& target, std::string_view text)
{
    page.element("a", text, {{"href", "#" + target}});
}

void write_header(Markup& page, const Advice& advice, const std::vector<std::string_view>& left_out)
{
    page.element("a", "Skip to the advice", {{"class", "skip"}, {"href", "#main"}});
    page.open("header");
    page.element("p", "Federation Adviser: a brief for discussion", {{"class", "kicker"}});
    page.element("h1", advice.title);
    if (!advice.variant.empty())
        page.open("p").element("strong", variant_note(advice)).close("p");
    page.element("p", "The law as it stands on " + advice.as_at_words + ". " + advice.disclaimer, {{"class", "small"}});
    page.open("nav", {{"aria-label", "Contents"}}).open("ul");
    for (const PageSection& section : sections)
    {
        if (std::find(left_out.begin(), left_out.end(), section.id) != left_out.end())
            continue;
        page.open("li");
        link_to(page, std::string{section.id}, section.title);
        page.close("li");
    }
    page.close("ul").close("nav").close("header");
}

void write_option_line(Markup& page, const OptionAdvice& option, std::string_view words)
{
    page.open("li").open("strong");
    link_to(page, "option-" + option.id, option.name);
    page.close("strong").text(": ").text(words).close("li");
}

/// Options that share a reason share a line, so that a tired reader meets each reason once.
void write_lines_by_reason(Markup& page, const std::vector<const OptionAdvice*>& options)
{
    page.open("ul");
    for (auto option = options.begin(); option != options.end(); ++option)
    {
        const auto same = [&](const OptionAdvice* other) { return other->why_not == (*option)->why_not; };
        if (std::find_if(options.begin(), option, same) != option)
            continue;
        page.open("li").open("strong");
        for (auto other = option; other != options.end(); ++other)
            if (same(*other))
            {
                page.text(other == option ? "" : ", ");
                link_to(page, "option-" + (*other)->id, (*other)->name);
            }
        page.close("strong").text(": ").text((*option)->why_not).close("li");
    }
    page.close("ul");
}

/// Models and vehicles of one band with their reasons; nothing when there are none.
void write_band_card(Markup& page, const Advice& advice, std::string_view heading, engine::Band band)
{
    page.open("div", {{"class", "card"}}).element("h3", heading);
    bool any = false;
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
    {
        const auto members = options_in_band(*options, engine::band_id(band));
        if (members.empty())
            continue;
        any = true;
        page.element("p", options == &advice.models ? "Models" : "Vehicles", {{"class", "small"}});
        write_lines_by_reason(page, members);
    }
    if (!any)
        page.element("p", "None.");
    page.close("div");
}

void write_first_options(Markup& page, const std::vector<OptionAdvice>& options)
{
    const auto shown = options_to_show_first(options);
    if (shown.empty())
        page.element("p", "None yet.");
    else
        page.open("ul");
    for (const OptionAdvice* option : shown)
        write_option_line(page, *option, option->band_label + ". " + option->why);
    if (!shown.empty())
        page.close("ul");
}

void write_pointed_to(Markup& page, const Advice& advice)
{
    page.open("div", {{"class", "card"}}).element("h3", "What comes first");
    page.element("p", "Models", {{"class", "small"}});
    write_first_options(page, advice.models);
    page.element("p", "Vehicles", {{"class", "small"}});
    if (const std::string words = legal_person_words(advice); !words.empty())
        page.element("p", words);
    write_first_options(page, advice.vehicles);
    page.close("div");
}

void write_open_and_next(Markup& page, const Advice& advice)
{
    page.open("div", {{"class", "card"}}).element("h3", "Still open");
    if (advice.open_questions.empty())
        page.element("p", "Every question that the rules look at has been answered.");
    else
        page.open("ul");
    for (std::size_t i = 0; i < advice.open_questions.size() && i < most_on_first_page; ++i)
        page.element("li", advice.open_questions[i].short_label + ": " + advice.open_questions[i].prompt);
    if (!advice.open_questions.empty())
        page.close("ul");
    if (advice.open_questions.size() > most_on_first_page)
        link_to(page, "open", "All open questions");
    page.close("div");
    page.open("div", {{"class", "card"}}).element("h3", "First next steps");
    if (advice.next_steps.empty())
        page.element("p", "No next step follows from the answers so far.");
    else
        page.open("ol");
    for (std::size_t i = 0; i < advice.next_steps.size() && i < most_on_first_page; ++i)
        page.element("li", advice.next_steps[i].text);
    if (!advice.next_steps.empty())
        page.close("ol");
    if (advice.next_steps.size() > most_on_first_page)
        link_to(page, "next-steps", "All next steps");
    page.close("div");
}

void write_warning(Markup& page, const Statement& warning)
{
    const bool unlawful = warning.level == "unlawful";
    page.open("div", {{"class", unlawful ? "notice unlawful" : "notice"}});
    page.element("h4", (unlawful ? "Unlawful: " : "Caution: ") + warning.title);
    write_statement(page, warning, false);
    page.close("div");
}

void write_in_short(Markup& page, const Advice& advice)
{
    open_section(page, "in-short");
    page.open("div", {{"class", "lead"}});
    for (const std::string& sentence : advice.headline)
        page.element("p", sentence);
    page.close("div");
    if (!advice.review_note.empty())
        page.element("p", advice.review_note, {{"class", "notice"}});
    page.open("div", {{"class", "cards"}});
    write_pointed_to(page, advice);
    write_band_card(page, advice, "Ruled out, and why", engine::Band::RuledOut);
    write_band_card(page, advice, "Not yet, and what is missing", engine::Band::NotYet);
    write_open_and_next(page, advice);
    page.close("div");
    if (!advice.warnings.empty())
        page.element("h3", "Warnings");
    for (const Statement& warning : advice.warnings)
        write_warning(page, warning);
    page.close("section");
}

void write_options_table(Markup& page, const std::vector<OptionAdvice>& options, std::string_view caption)
{
    open_table(page, caption, {"Option", "Where it stands", "Strongest reason for it", "What stands against it"});
    for (const OptionAdvice& option : options)
    {
        page.open("tr").open("th", {{"scope", "row"}});
        link_to(page, "option-" + option.id, option.name);
        page.close("th").open("td");
        write_chip(page, option);
        page.close("td")
            .element("td", option.why)
            .element("td", option.why_not.empty() ? "Nothing in your answers so far." : option.why_not);
        page.close("tr");
    }
    close_table(page);
}

void write_models(Markup& page, const Advice& advice)
{
    open_section(page, "models");
    page.element("p", "Options that are level stand in alphabetical order. No model is better than another in itself: "
                      "each serves some purposes and not others.");
    draw_bands(page, advice, advice.models, "models-picture", "Where each model stands");
    write_options_table(page, advice.models, "Every collaboration model");
    page.close("section");
}

void write_pairs(Markup& page, const Advice& advice)
{
    page.element("h3", "Which vehicle can carry which model");
    page.element("p", "Only options that are not ruled out and do not have to wait are listed. Two arrangements side "
                      "by side are possible, "
                      "such as a company for contracts and an informal network for training.");
    if (advice.pairs.empty())
        return;
    open_table(page, "Vehicles for each model", {"Model", "Usual", "Possible", "Unusual: needs specialist advice"});
    for (const OptionAdvice& model : advice.models)
    {
        const std::string usual = vehicles_of(advice, model.id, "typical");
        const std::string possible = vehicles_of(advice, model.id, "compatible");
        const std::string unusual = vehicles_of(advice, model.id, "weak");
        if (usual.empty() && possible.empty() && unusual.empty())
            continue;
        page.open("tr").element("th", model.name, {{"scope", "row"}});
        for (const std::string& names : {usual, possible, unusual})
            page.element("td", names.empty() ? "None" : names);
        page.close("tr");
    }
    close_table(page);
}

void write_vehicles(Markup& page, const Advice& advice)
{
    open_section(page, "vehicles");
    page.element("p", legal_person_words(advice));
    page.element("p",
                 "The vehicle of the collaboration and the core contract of each practice are separate questions.");
    draw_bands(page, advice, advice.vehicles, "vehicles-picture", "Where each vehicle stands");
    write_options_table(page, advice.vehicles, "Every legal vehicle");
    write_pairs(page, advice);
    page.close("section");
}

void write_conflicts(Markup& page, const Advice& advice)
{
    open_section(page, "conflicts");
    if (advice.conflicts.empty())
        page.element("p", "No two of your aims were found to pull apart.");
    for (const Statement& conflict : advice.conflicts)
    {
        page.element("h3", conflict_headline(conflict));
        write_statement(page, conflict, false);
        page.open("ul");
        for (const AimSide& side : conflict.sides)
            page.element("li", side_words(side) + " (" + foundation::joined(side_rules(side), ", ") + ")");
        page.close("ul");
    }
    page.close("section");
}

void write_gauge_table(Markup& page, const Gauge& gauge, std::string_view caption, std::string_view what)
{
    if (gauge.rows.empty())
        return;
    open_table(page, caption, {what, "State"});
    for (const auto& [name, state] : gauge.rows)
        page.open("tr").element("th", name, {{"scope", "row"}}).element("td", state).close("tr");
    close_table(page);
}

void write_readiness(Markup& page, const Advice& advice)
{
    open_section(page, "readiness");
    page.open("div", {{"class", "gauges"}});
    draw_gauge(page, advice.relationship, "relationship-gauge");
    draw_gauge(page, advice.deal, "deal-gauge");
    page.close("div");
    if (!advice.quadrant_title.empty())
        page.element("h3", advice.quadrant_title).element("p", advice.quadrant_text);
    page.open("div", {{"class", "columns"}});
    write_gauge_table(page, advice.relationship, "The relationship, from 1 to 5", "Part");
    write_gauge_table(page, advice.deal, "The deal, point by point", "Point");
    page.close("div");
    if (!advice.lowest_statements.empty())
    {
        open_table(page, "The statements with the lowest answers", {"Statement", "What to do about it"});
        for (const auto& [statement, what_to_do] : advice.lowest_statements)
            page.open("tr").element("th", statement, {{"scope", "row"}}).element("td", what_to_do).close("tr");
        close_table(page);
    }
    if (!advice.readiness_note.empty())
        page.element("p", advice.readiness_note, {{"class", "small"}});
    page.close("section");
}

void write_gradient(Markup& page, const Advice& advice)
{
    open_section(page, "gradient");
    page.element("p", advice.depth_cap_words);
    if (!advice.gradient.empty())
        draw_gradient(page, advice);
    open_table(page, "The steps of the gradient", {"Step", "What is shared", "Trust it takes", "Autonomy", "For you"});
    for (const GradientStop& stop : advice.gradient)
    {
        page.open("tr").element("th", stop.name, {{"scope", "row"}}).element("td", stop.text).element("td", stop.trust);
        page.element("td", stop.autonomy).element("td", stop_words(stop)).close("tr");
    }
    close_table(page);
    if (!advice.depth_cap_by.empty())
        page.element("h3", "What limits the depth");
    for (const Statement& statement : advice.depth_cap_by)
        write_statement(page, statement, true);
    page.close("section");
}

void write_lessons(Markup& page, const Advice& advice)
{
    open_section(page, "lessons");
    for (const LessonAdvice& lesson : advice.lessons)
    {
        page.element("h3", foundation::with_thousands(lesson.number) + ". " + lesson.name + " – " +
                               lesson_state_words(lesson.state));
        page.element("p", lesson.summary);
        for (const Statement& check : lesson.checks)
            if (lesson.state == "raised")
                write_statement(page, check, false);
            else
                page.element("p", check.text);
    }
    page.close("section");
}

void write_next_steps(Markup& page, const Advice& advice)
{
    open_section(page, "next-steps");
    if (advice.next_steps.empty())
        page.element("p", "No next step follows from the answers so far.");
    else
    {
        open_table(page, "What to do, when, and who", {"Step", "What to do", "When", "Who"});
        for (const NextStep& step : advice.next_steps)
        {
            page.open("tr").element("th", step.title, {{"scope", "row"}}).open("td").text(step.text);
            if (!step.review_words.empty())
                page.element("p", step.review_words, {{"class", "origin"}});
            page.close("td").element("td", step.within).element("td", step.owner).close("tr");
        }
        close_table(page);
    }
    page.close("section");
}

/// A sentence that only stands on paper: what the printout leaves out, and where it is.
void write_paper_note(Markup& page, std::string_view sentence)
{
    page.element("p", sentence, {{"class", "paper-only"}});
}

void write_open_questions(Markup& page, const Advice& advice)
{
    open_section(page, "open");
    if (advice.open_questions.empty())
        page.element("p", "Every question that the rules look at has been answered.");
    else
    {
        if (advice.open_questions.size() > most_open_on_paper)
            write_paper_note(page, "On paper only the first " + std::to_string(most_open_on_paper) + " of " +
                                       std::to_string(advice.open_questions.size()) +
                                       " open questions are shown. The file on screen has them all.");
        open_table(page, "Open questions, those that most rules wait for first",
                   {"Question", "In full", "What it can change"});
        for (std::size_t i = 0; i < advice.open_questions.size(); ++i)
        {
            const OpenQuestionAdvice& question = advice.open_questions[i];
            page.open("tr", {{"class", i < most_open_on_paper ? "first" : "screen-only"}})
                .element("th", question.short_label, {{"scope", "row"}});
            page.element("td", question.prompt + (question.said_unknown ? " You said that you do not know." : ""))
                .element("td", question.why);
            page.close("tr");
        }
        close_table(page);
    }
    page.close("section");
}

void write_full_options(Markup& page, const Advice& advice)
{
    open_section(page, "models-in-full");
    write_paper_note(page, "On paper only the options that come first are shown with all their reasons. The file on "
                           "screen has those of every option.");
    write_options_in_full(page, advice.models);
    page.close("section");
    open_section(page, "vehicles-in-full");
    write_options_in_full(page, advice.vehicles);
    page.close("section");
}

void write_answers(Markup& page, const Advice& advice)
{
    open_section(page, "answers");
    if (advice.answers.empty())
        page.element("p", "Nothing was answered.");
    else
    {
        open_table(page, "Every answer", {"Question", "Who", "Answer", "Note"});
        for (const AnswerLine& line : advice.answers)
        {
            page.open("tr")
                .element("th", line.short_label, {{"scope", "row"}})
                .element("td", line.practice.empty() ? "The group" : line.practice);
            page.element("td", line.answer).element("td", line.note).close("tr");
        }
        close_table(page);
    }
    page.close("section");
}

void write_list(Markup& page, std::string_view heading, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    page.element("h3", heading).open("ul");
    for (const std::string& line : lines)
        page.element("li", line);
    page.close("ul");
}

void write_sources(Markup& page, const Advice& advice)
{
    if (advice.sources.empty())
        return;
    open_table(page, "Sources of the statements above",
               {"Source", "Title", "Publisher", "Year", "Checked", "Review by"});
    for (const SourceLine& source : advice.sources)
    {
        page.open("tr")
            .element("th", source.id, {{"scope", "row"}, {"id", "source-" + source.id}})
            .element("td", source.title);
        page.element("td", source.publisher)
            .element("td", source.year)
            .element("td", source.checked)
            .element("td", source.review_due ? source.review_words : source.review)
            .close("tr");
    }
    close_table(page);
}

void write_origin(Markup& page, const Advice& advice)
{
    open_section(page, "origin");
    write_list(page, "What was not considered", advice.not_considered);
    std::vector<std::string> lines;
    for (const auto& [id, reason] : advice.unstated)
        lines.push_back(id + ": " + reason);
    write_list(page, "Points of law that the questions cannot express", lines);
    page.element("h3", "The rules behind this advice").open("dl");
    page.element("dt", "Rules")
        .element("dd", advice.rules_id + ", version " + advice.rules_version + ", as at " + advice.rules_as_at);
    page.element("dt", "Date of the law that was applied").element("dd", advice.as_at_words);
    page.element("dt", "Fingerprint of the rules (SHA-256)")
        .element("dd", advice.rules_sha256, {{"class", "fingerprint"}})
        .close("dl");
    write_sources(page, advice);
    lines.clear();
    for (const auto& [name, text] : advice.inspirations)
        lines.push_back(name + ": " + text);
    write_list(page, "What shaped this tool", lines);
    page.close("section");
}

} // namespace

void open_document(Markup& page, std::string_view title)
{
    page.ready("<!DOCTYPE html>\n").open("html", {{"lang", "en-GB"}}).open("head");
    page.single("meta", {{"charset", "utf-8"}});
    page.single("meta", {{"http-equiv", "Content-Security-Policy"},
                         {"content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:"}});
    page.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    page.element("title", std::string{title} + " – Federation Adviser");
    page.open("style").ready(style_sheet()).close("style").close("head").open("body");
}

std::string advice_as_html(const Advice& advice, std::span<const VariantComparison> variants, const Further* further,
                           const AlignmentAdvice* alignment)
{
    Markup page;
    open_document(page, advice.title);
    std::vector<std::string_view> left_out;
    if (variants.empty())
        left_out.push_back(variants_id);
    if (further == nullptr)
        left_out.push_back(further_id);
    if (alignment == nullptr)
        left_out.push_back(alignment_id);
    write_header(page, advice, left_out);
    page.open("main", {{"id", "main"}});
    write_in_short(page, advice);
    if (alignment != nullptr)
    {
        open_section(page, alignment_id);
        write_alignment(page, *alignment);
        page.close("section");
    }
    write_conflicts(page, advice);
    write_models(page, advice);
    write_vehicles(page, advice);
    write_readiness(page, advice);
    write_gradient(page, advice);
    write_lessons(page, advice);
    open_section(page, "path");
    write_path(page, advice.path);
    page.close("section");
    write_next_steps(page, advice);
    if (!variants.empty())
    {
        open_section(page, variants_id);
        write_variants(page, variants);
        page.close("section");
    }
    write_open_questions(page, advice);
    if (further != nullptr)
    {
        open_section(page, further_id);
        write_further(page, *further);
        page.close("section");
    }
    write_full_options(page, advice);
    write_answers(page, advice);
    write_origin(page, advice);
    page.close("main");
    page.open("footer").element("p", advice.disclaimer);
    page.element("p", "This is not legal, tax or pensions advice. Rules version " + advice.rules_version + ", law of " +
                          advice.as_at_words + ".");
    page.close("footer").close("body").close("html");
    return page.str();
}

} // namespace fedadvise::report
