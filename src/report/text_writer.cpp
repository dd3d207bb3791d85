#include "report/writers.h"

#include "document/text_layout.h"
#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/conflicts.h"
#include "report/further_text.h"
#include "report/presentation.h"
#include "report/text_parts.h"

#include <algorithm>

namespace fedadvise::report
{

using document::TextPage;

namespace
{

/// "[MO30; speaks strongly for it; because of: Recruiting staff: A decisive reason; sources S11, S36]"
std::string provenance(const Statement& statement)
{
    std::vector<std::string> parts = {"Rule " + statement.rule};
    if (const std::string strength = strength_words(statement.strength); !strength.empty())
        parts.push_back(strength);
    if (!statement.because_words.empty())
        parts.push_back("because of " + because_in_short(statement));
    if (!statement.law.empty())
        parts.push_back("law: " + statement.law);
    if (!statement.status.empty() && statement.status != "in-force")
        parts.push_back("status: " + statement.status);
    if (!statement.sources.empty())
        parts.push_back("sources: " + foundation::joined(statement.sources, ", "));
    return "[" + foundation::joined(parts, "; ") + "]";
}

void write_statement(TextPage& page, const Statement& statement, std::size_t indent, bool effect_first)
{
    if (effect_first && !statement.sentence.empty())
    {
        page.item(statement.sentence, indent);
        page.paragraph(statement.text, indent + 2);
    }
    else
        page.item(statement.text, indent);
    if (!statement.reason.empty())
        page.paragraph("Why it matters: " + statement.reason, indent + 2);
    page.paragraph(provenance(statement), indent + 2);
    page.paragraph(statement.review_words, indent + 2);
}

/// Only what the statements say: what may still come needs no reasons yet.
void write_texts(TextPage& page, const std::vector<Statement>& statements, std::size_t indent)
{
    for (const Statement& statement : statements)
        page.item(statement.text, indent);
}

/// How to say what open answers may still bring: one by one, or only how much.
enum class OpenReasons
{
    Listed,
    Counted,
};

std::string open_in_short(const std::vector<Statement>& statements)
{
    const auto against =
        std::count_if(statements.begin(), statements.end(), [](const Statement& s) { return s.strength < 0; });
    const auto for_it =
        std::count_if(statements.begin(), statements.end(), [](const Statement& s) { return s.strength > 0; });
    const auto others = static_cast<std::int64_t>(statements.size()) - for_it - against;
    std::vector<std::string> parts;
    if (for_it > 0)
        parts.push_back(foundation::with_thousands(for_it) + " more for it");
    if (against > 0)
        parts.push_back(foundation::with_thousands(against) + " more against it");
    if (others > 0)
        parts.push_back(foundation::with_thousands(others) + " that would limit it or ask for something");
    return "Rules that open answers could still bring: " + foundation::joined_as_sentence(parts) + ".";
}

void write_option_in_full(TextPage& page, const OptionAdvice& option, OpenReasons open_reasons)
{
    page.heading(option.name + " – " + option.band_label, 3);
    page.paragraph(option.summary, 2);
    if (!option.depth.empty())
        page.paragraph("Step on the gradient: " + option.depth + ".", 2);
    if (!option.band_words.empty())
        page.paragraph(option.band_words, 2);
    for (const StatementGroup& group : statement_groups(option))
    {
        page.paragraph(std::string{group.heading} + ":", 2);
        if (group.open && open_reasons == OpenReasons::Counted)
            page.item(open_in_short(*group.statements), 4);
        else if (group.open)
            write_texts(page, *group.statements, 4);
        else
            for (const Statement& statement : *group.statements)
                write_statement(page, statement, 4, group.effect_first);
    }
    page.paragraph("It suits: " + option.suits, 2);
    page.paragraph("It does not suit: " + option.does_not_suit, 2);
    for (const auto& [heading, text] : option.details)
        page.paragraph(heading + (heading.ends_with("?") ? " " : ": ") + text, 2);
}

void write_options_at_a_glance(TextPage& page, const Advice& advice, const std::vector<OptionAdvice>& options)
{
    for (const auto& [band, label] : advice.bands)
    {
        const auto members = options_in_band(options, band);
        if (members.empty())
            continue;
        page.heading(label, 3);
        for (const OptionAdvice* option : members)
        {
            page.item(option->name + (option->leading ? " (comes first)" : ""));
            const bool stopped =
                band == engine::band_id(engine::Band::RuledOut) || band == engine::band_id(engine::Band::NotYet);
            if (!stopped)
                page.paragraph("For: " + option->why, 4);
            if (!option->why_not.empty())
                page.paragraph((stopped ? "" : "Against: ") + option->why_not, 4);
        }
    }
}

void write_pairs(TextPage& page, const Advice& advice)
{
    page.heading("Which vehicle can carry which model", 2);
    page.paragraph("Only options that are not ruled out and do not have to wait are listed.");
    for (const OptionAdvice& model : advice.models)
    {
        std::vector<std::string> parts;
        for (const auto& [fit, words] : {std::pair{"typical", "usual: "}, std::pair{"compatible", "possible: "},
                                         std::pair{"weak", "unusual, needs specialist advice: "}})
            if (const std::string names = vehicles_of(advice, model.id, fit); !names.empty())
                parts.push_back(words + names);
        if (!parts.empty())
            page.item(model.name + " – " + foundation::joined(parts, ". ") + ".");
    }
}

void write_statements(TextPage& page, std::string_view heading, const std::vector<Statement>& statements,
                      std::string_view none)
{
    page.heading(heading, 2);
    if (statements.empty())
        page.paragraph(none);
    for (const Statement& statement : statements)
    {
        page.item((statement.level == "unlawful" ? "UNLAWFUL: " : "") + statement.title + ". " + statement.text);
        page.paragraph(provenance(statement), 4);
        page.paragraph(statement.review_words, 4);
    }
}

/// Both aims of each conflict, with the rules behind them.
void write_conflicts(TextPage& page, const Advice& advice)
{
    page.heading("Aims that pull apart", 2);
    if (advice.conflicts.empty())
        page.paragraph("No two of your aims were found to pull apart.");
    for (const Statement& conflict : advice.conflicts)
    {
        page.item(conflict_headline(conflict) + " " + conflict.text);
        page.paragraph(provenance(conflict), 4);
        for (const AimSide& side : conflict.sides)
        {
            const std::vector<std::string> rules = side_rules(side);
            page.item(side_words(side) + (rules.empty() ? "" : " [Rules " + foundation::joined(rules, ", ") + "]"), 4);
        }
        page.paragraph(conflict.review_words, 4);
    }
}

void write_gauge(TextPage& page, const Gauge& gauge)
{
    page.heading(gauge.title + " – " + gauge.band, 3);
    page.paragraph(gauge.in_words + ".", 2);
    page.paragraph(gauge.text, 2);
    for (const auto& [name, state] : gauge.rows)
        page.item(name + ": " + state, 4);
}

void write_readiness(TextPage& page, const Advice& advice)
{
    page.heading("The relationship and the deal", 2);
    write_gauge(page, advice.relationship);
    write_gauge(page, advice.deal);
    if (!advice.quadrant_title.empty())
    {
        page.heading(advice.quadrant_title, 3);
        page.paragraph(advice.quadrant_text, 2);
    }
    if (!advice.lowest_statements.empty())
        page.heading("The statements with the lowest answers", 3);
    for (const auto& [statement, what_to_do] : advice.lowest_statements)
    {
        page.item(statement);
        page.paragraph(what_to_do, 4);
    }
    page.empty_line();
    page.paragraph(advice.readiness_note);
    page.heading("How closely you could work together", 2);
    page.paragraph(advice.depth_cap_words);
    page.paragraph("The steps are equal stops along a line. No step is a prize.");
    for (const GradientStop& stop : advice.gradient)
    {
        const std::string words = stop_words(stop);
        page.item(stop.name + ". " + stop.text + (words.empty() ? "" : " " + words), 2, stop.current ? ">" : "-");
    }
    if (!advice.depth_cap_by.empty())
        page.heading("What limits the depth", 3);
    for (const Statement& statement : advice.depth_cap_by)
        write_statement(page, statement, 2, true);
}

void write_lessons(TextPage& page, const Advice& advice)
{
    page.heading("Ten lessons from earlier federations", 2);
    for (const LessonAdvice& lesson : advice.lessons)
    {
        page.item(lesson.name + " – " + lesson_state_words(lesson.state) + ". " + lesson.summary, 0,
                  foundation::with_thousands(lesson.number) + ".");
        if (lesson.state != "raised")
            write_texts(page, lesson.checks, 3);
        else
            for (const Statement& check : lesson.checks)
                write_statement(page, check, 3, false);
    }
}

void write_next_steps(TextPage& page, const Advice& advice)
{
    page.heading("Next steps", 2);
    if (advice.next_steps.empty())
        page.paragraph("No next step follows from the answers so far.");
    std::int64_t number = 0;
    for (const NextStep& step : advice.next_steps)
    {
        const std::string when = step.within.empty() ? "" : " When: " + step.within + ".";
        const std::string who = step.owner.empty() ? "" : " Who: " + step.owner + ".";
        page.item(step.title + ". " + step.text + when + who, 0, foundation::with_thousands(++number) + ".");
        page.paragraph(step.review_words, 4);
    }
}

void write_open_questions(TextPage& page, const Advice& advice)
{
    page.heading("What is still open", 2);
    if (advice.open_questions.empty())
        page.paragraph("Every question that the rules look at has been answered.");
    for (const OpenQuestionAdvice& question : advice.open_questions)
        page.item(question.short_label + ": " + question.prompt +
                  (question.said_unknown ? " You said that you do not know." : "") + " " + question.why);
}

void write_answers(TextPage& page, const Advice& advice)
{
    page.heading("What was answered", 2);
    std::string practice = "\n";
    for (const AnswerLine& line : advice.answers)
    {
        if (line.practice != practice)
            page.heading(line.practice.empty() ? "The group" : line.practice, 3);
        practice = line.practice;
        page.item(line.short_label + ": " + line.answer + (line.note.empty() ? "" : " – note: " + line.note));
    }
}

void write_provenance(TextPage& page, const Advice& advice)
{
    page.heading("What was not considered", 2);
    for (const std::string& sentence : advice.not_considered)
        page.item(sentence);
    for (const auto& [id, reason] : advice.unstated)
        page.item(id + ": " + reason);
    page.heading("Where this comes from", 2);
    page.paragraph("Rules: " + advice.rules_id + ", version " + advice.rules_version + ", as at " + advice.rules_as_at +
                   ".");
    page.paragraph("Fingerprint of the rules (SHA-256): " + advice.rules_sha256);
    page.paragraph("The law was applied as it stands on " + advice.as_at_words + ".");
    page.heading("Sources", 3);
    for (const SourceLine& source : advice.sources)
        page.item(source.id + ": " + source.title + ", " + source.publisher + ", " + source.year + ". Checked " +
                  source.checked +
                  (source.review_due ? ". " + source.review_words : ", to be reviewed by " + source.review + "."));
    if (!advice.inspirations.empty())
        page.heading("What shaped this tool", 3);
    for (const auto& [name, text] : advice.inspirations)
        page.item(name + ": " + text);
}

} // namespace

std::string advice_as_text(const Advice& advice, std::span<const VariantComparison> variants, const Further* further,
                           const AlignmentAdvice* alignment)
{
    TextPage page;
    page.heading("Federation Adviser: " + advice.title, 1);
    page.paragraph(variant_note(advice));
    page.paragraph("The law as it stands on " + advice.as_at_words + ". " + advice.disclaimer);
    page.paragraph(advice.review_note);
    page.heading("In short", 2);
    for (const std::string& sentence : advice.headline)
        page.item(sentence, 0, "*");
    if (alignment != nullptr)
        write_alignment(page, *alignment);
    write_statements(page, "Warnings", advice.warnings, "No warning applies to the group as a whole.");
    write_conflicts(page, advice);
    page.heading("Collaboration models", 2);
    write_options_at_a_glance(page, advice, advice.models);
    page.heading("Legal vehicles", 2);
    page.paragraph(legal_person_words(advice));
    write_options_at_a_glance(page, advice, advice.vehicles);
    write_pairs(page, advice);
    write_readiness(page, advice);
    write_lessons(page, advice);
    write_path(page, advice.path);
    write_next_steps(page, advice);
    write_variants(page, variants);
    write_open_questions(page, advice);
    if (further != nullptr)
        write_further(page, *further);
    page.heading("Every model with all its reasons", 2);
    for (const OptionAdvice& option : advice.models)
        write_option_in_full(page, option, OpenReasons::Counted);
    page.heading("Every vehicle with all its reasons", 2);
    for (const OptionAdvice& option : advice.vehicles)
        write_option_in_full(page, option, OpenReasons::Counted);
    write_answers(page, advice);
    write_provenance(page, advice);
    // A terminal shows the end of a long text: what matters most stands there once more.
    page.heading("In short, once more", 2);
    for (const std::string& sentence : advice.headline)
        page.item(sentence, 0, "*");
    page.empty_line();
    page.paragraph(advice.disclaimer);
    return page.text();
}

std::string why_as_text(const Advice& advice, const std::string& option, std::span<const WhatWouldChange> changes)
{
    TextPage page;
    const OptionAdvice* found = find_option(advice, option);
    if (found == nullptr)
        return {};
    page.heading(found->name + ": why, and why not", 1);
    page.paragraph("For " + advice.title + ", by the law as it stands on " + advice.as_at_words + ".");
    page.paragraph(variant_note(advice));
    page.empty_line();
    page.paragraph("Why: " + found->why);
    page.paragraph(found->why_not.empty() ? "Why not: Nothing in your answers speaks against it so far."
                                          : "Why not: " + found->why_not);
    if (!changes.empty())
        write_changes(page, changes);
    write_option_in_full(page, *found, OpenReasons::Listed);
    page.empty_line();
    page.paragraph(advice.disclaimer);
    return page.text();
}

} // namespace fedadvise::report
