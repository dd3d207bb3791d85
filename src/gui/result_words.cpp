#include "gui/result_words.h"

#include "gui/text.h"
#include "report/conflicts.h"
#include "report/presentation.h"

#include <wx/intl.h>

#include <algorithm>

namespace fedadvise::gui
{
namespace
{

std::string utf8(const wxString& text)
{
    return to_utf8(text);
}

void add(Paragraphs& out, Style style, const std::string& text)
{
    if (!text.empty())
        out.push_back({style, text});
}

std::string joined(const std::vector<std::string>& parts, const std::string& between)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : between) + part;
    return text;
}

/// "Law: …. In force." and the sources, in soft letters below a statement.
void add_evidence(Paragraphs& out, const report::Statement& statement)
{
    if (!statement.because_words.empty())
        add(out, Style::Soft, utf8(_("Because: ")) + joined(statement.because_words, "; ") + ".");
    if (!statement.law.empty())
        add(out, Style::Soft, utf8(_("Law: ")) + statement.law);
    if (!statement.source_titles.empty())
        add(out, Style::Soft,
            utf8(_("Source: ")) + joined(statement.source_titles, "; ") +
                (statement.tag.empty() ? "" : " (" + statement.tag + ")"));
    add(out, Style::Soft, statement.review_words);
}

void add_statements(Paragraphs& out, const wxString& heading, const std::vector<report::Statement>& statements)
{
    if (statements.empty())
        return;
    out.push_back({Style::Heading, utf8(heading)});
    for (const report::Statement& statement : statements)
    {
        std::string text = statement.text;
        if (!statement.sentence.empty() && statement.sentence != text)
            text += (text.empty() ? "" : " ") + statement.sentence;
        if (statement.strength != 0)
            text += " (" + std::string(statement.strength > 0 ? "+" : "−") +
                    std::to_string(std::abs(statement.strength)) + ")";
        add(out, Style::Bullet, text.empty() ? statement.title : text);
        add(out, Style::Soft, statement.reason);
        add_evidence(out, statement);
    }
}

/// "Your answers: Shares reward those who invest (speaks for it; MO34)."
std::string answer_says(const report::ComparedFinding& finding)
{
    std::string title = report::finding_title(finding);
    if (title.ends_with("."))
        title.pop_back();
    return utf8(_("Your answers: ")) + title + " (" + report::finding_words(finding) + "; " + finding.statement.rule +
           ").";
}

bool is_band(const report::OptionAdvice& option, std::initializer_list<const char*> bands)
{
    return std::any_of(bands.begin(), bands.end(), [&](const char* band) { return option.band == band; });
}

void add_leading(Paragraphs& out, const wxString& heading, const std::vector<report::OptionAdvice>& options)
{
    out.push_back({Style::Heading, utf8(heading)});
    std::size_t shown = 0;
    for (const report::OptionAdvice& option : options)
    {
        const bool towards = is_band(option, {"points-strongly-towards", "points-towards"});
        // At least two, so that people can compare; of what points towards, everything
        if (is_band(option, {"not-yet", "ruled-out"}) || (!towards && shown >= 2))
            continue;
        out.push_back({Style::Strong, option.name + " · " + option.band_label});
        add(out, Style::Soft, option.why);
        ++shown;
    }
    if (shown == 0)
        add(out, Style::Body, utf8(_("None is open at present.")));
}

void add_band(Paragraphs& out, const wxString& heading, const std::vector<report::OptionAdvice>& options,
              const char* band)
{
    bool first = true;
    for (const report::OptionAdvice& option : options)
    {
        if (!is_band(option, {band}))
            continue;
        if (std::exchange(first, false))
            out.push_back({Style::Heading, utf8(heading)});
        out.push_back({Style::Strong, option.name});
        add(out, Style::Soft, option.why_not);
    }
}

wxString names_where(const std::vector<report::GradientStop>& stops, bool report::GradientStop::*flag)
{
    wxString names;
    for (const report::GradientStop& stop : stops)
        if (stop.*flag)
            names += (names.empty() ? wxString() : wxS(", ")) + to_wx(stop.name);
    return names;
}

} // namespace

Paragraphs leading_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    add_leading(out, _("Models of working together"), advice.models);
    add_leading(out, _("Legal vehicles"), advice.vehicles);
    return out;
}

Paragraphs ruled_out_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    add_band(out, _("Models ruled out"), advice.models, "ruled-out");
    add_band(out, _("Vehicles ruled out"), advice.vehicles, "ruled-out");
    add_band(out, _("Models that have to wait"), advice.models, "not-yet");
    add_band(out, _("Vehicles that have to wait"), advice.vehicles, "not-yet");
    if (out.empty())
        out.push_back({Style::Body, utf8(_("Nothing is ruled out, and nothing has to wait."))});
    return out;
}

Paragraphs option_paragraphs(const report::OptionAdvice& option)
{
    Paragraphs out;
    out.push_back({Style::Title, option.name});
    out.push_back({Style::Strong, option.band_label});
    add(out, Style::Soft, joined({option.depth, option.family_or_law}, option.depth.empty() ? "" : " · "));
    add(out, Style::Body, option.summary);
    add_statements(out, _("Ruled out because"), option.ruled_out_by);
    add_statements(out, _("Not yet: what is missing"), option.not_yet);
    add_statements(out, _("Why: what speaks for it"), option.for_it);
    add_statements(out, _("Why not: what speaks against it"), option.against_it);
    if (option.for_it.empty() && option.against_it.empty() && option.ruled_out_by.empty() && option.not_yet.empty())
        add(out, Style::Body, utf8(_("None of your answers speaks for or against it yet.")));
    add_statements(out, _("What you would have to do"), option.required);
    add_statements(out, _("Take care"), option.warnings);
    add_statements(out, _("What makes it possible"), option.allowed);
    add_statements(out, _("Still open: what your next answers could change"), option.open);
    if (!option.suits.empty())
        out.push_back({Style::Heading, utf8(_("What it suits"))});
    add(out, Style::Body, option.suits);
    if (!option.does_not_suit.empty())
        out.push_back({Style::Heading, utf8(_("What it does not suit"))});
    add(out, Style::Body, option.does_not_suit);
    for (const auto& [heading, text] : option.details)
    {
        if (text.empty())
            continue;
        out.push_back({Style::Heading, heading});
        out.push_back({Style::Body, text});
    }
    out.push_back(
        {Style::Soft, utf8(wxString::Format(_("Points: %d now; between %d and %d when the open answers come in."),
                                            option.score.now, option.score.low, option.score.high))});
    return out;
}

Paragraphs comparison_paragraphs(const report::Comparison& comparison)
{
    Paragraphs out;
    for (const report::ComparedOption& option : comparison.options)
    {
        out.push_back({Style::Strong, option.name + " · " + option.band_label});
        add(out, Style::Soft, utf8(_("For: ")) + option.why);
        if (!option.why_not.empty())
            add(out, Style::Soft, utf8(_("Against: ")) + option.why_not);
    }
    for (const report::ComparisonRow& row : comparison.rows)
    {
        out.push_back({Style::Heading, row.aspect.name});
        for (std::size_t i = 0; i < row.cells.size(); ++i)
        {
            out.push_back({Style::Strong, comparison.options[i].name});
            add(out, Style::Body, row.cells[i].text);
            for (const report::ComparedFinding& finding : row.cells[i].findings)
                add(out, Style::Bullet, answer_says(finding));
        }
        if (!row.marked)
            add(out, Style::Soft, utf8(_("None of your answers on this speaks for or against any of them.")));
    }
    return out;
}

Paragraphs comparison_paragraphs(const report::Comparison& comparison, std::size_t aspect)
{
    Paragraphs out;
    if (aspect >= comparison.rows.size())
        return out;
    const report::ComparisonRow& row = comparison.rows[aspect];
    out.push_back({Style::Title, row.aspect.name});
    add(out, Style::Body, row.aspect.text);
    add(out, Style::Soft, report::answers_in_words(row.aspect));
    for (std::size_t i = 0; i < row.cells.size(); ++i)
    {
        const report::ComparisonCell& cell = row.cells[i];
        out.push_back({Style::Heading, comparison.options[i].name});
        add(out, Style::Body, cell.text);
        add(out, Style::Soft, utf8(_("Source: ")) + joined(cell.source_titles, "; "));
        add(out, Style::Soft, cell.review_words);
        for (const report::ComparedFinding& finding : cell.findings)
        {
            add(out, Style::Bullet, answer_says(finding));
            add(out, Style::Body, finding.statement.text);
            add_evidence(out, finding.statement);
        }
        if (cell.findings.empty())
            add(out, Style::Soft, utf8(_("None of your answers on this speaks for or against it.")));
    }
    return out;
}

wxString gradient_in_words(const report::Advice& advice)
{
    wxString words;
    if (const wxString now = names_where(advice.gradient, &report::GradientStop::current); !now.empty())
        words += _("The group is now at: ") + now + wxS(". ");
    if (const wxString leading = names_where(advice.gradient, &report::GradientStop::leading); !leading.empty())
        words += _("The leading models stand at: ") + leading + wxS(". ");
    return words + to_wx(advice.depth_cap_words);
}

Paragraphs readiness_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    if (!advice.quadrant_title.empty())
    {
        out.push_back({Style::Title, advice.quadrant_title});
        add(out, Style::Body, advice.quadrant_text);
    }
    add(out, Style::Body, advice.readiness_note);
    add_statements(out, _("What limits the depth"), advice.depth_cap_by);
    for (const report::Gauge* gauge : {&advice.relationship, &advice.deal})
    {
        out.push_back({Style::Heading, gauge->title + ": " + gauge->band});
        add(out, Style::Body, gauge->text);
        add(out, Style::Soft, gauge->in_words);
        for (const auto& [name, value] : gauge->rows)
            out.push_back({Style::Bullet, name + ": " + value});
    }
    if (!advice.lowest_statements.empty())
        out.push_back({Style::Heading, utf8(_("Lowest statements, and what to do about them"))});
    for (const auto& [statement, remedy] : advice.lowest_statements)
    {
        out.push_back({Style::Bullet, statement});
        add(out, Style::Soft, remedy);
    }
    out.push_back({Style::Heading, utf8(_("The steps of the gradient"))});
    for (const report::GradientStop& stop : advice.gradient)
    {
        out.push_back({Style::Strong, stop.name});
        add(out, Style::Soft, stop.text);
        add(out, Style::Soft, stop.trust);
        add(out, Style::Soft, stop.autonomy);
    }
    return out;
}

Paragraphs lesson_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    add_statements(out, _("Warnings"), advice.warnings);
    if (!advice.conflicts.empty())
        out.push_back({Style::Heading, utf8(_("Aims that pull apart"))});
    for (const report::Statement& conflict : advice.conflicts)
    {
        add(out, Style::Strong, report::conflict_headline(conflict));
        for (const report::AimSide& side : conflict.sides)
            add(out, Style::Bullet, report::side_words(side) + " (" + joined(report::side_rules(side), ", ") + ")");
        add(out, Style::Body, conflict.text);
        add(out, Style::Soft, conflict.reason);
        add_evidence(out, conflict);
    }
    out.push_back({Style::Title, utf8(_("The ten lessons"))});
    for (const report::LessonAdvice& lesson : advice.lessons)
    {
        const wxString state = lesson.state == "raised"  ? _("look at this")
                               : lesson.state == "clear" ? _("nothing found")
                                                         : _("not answered yet");
        add_statements(out, wxString::Format(wxS("%d. "), lesson.number) + to_wx(lesson.name) + wxS(": ") + state,
                       lesson.checks);
        if (lesson.checks.empty())
            out.push_back({Style::Heading, std::to_string(lesson.number) + ". " + lesson.name + ": " + utf8(state)});
        add(out, Style::Soft, lesson.summary);
    }
    return out;
}

Paragraphs next_step_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    out.push_back({Style::Title, utf8(_("What to do next"))});
    for (const report::NextStep& step : advice.next_steps)
    {
        out.push_back({Style::Heading, step.title});
        add(out, Style::Body, step.text);
        std::vector<std::string> facts;
        if (!step.owner.empty())
            facts.push_back(utf8(_("Who: ")) + step.owner);
        if (!step.within.empty())
            facts.push_back(utf8(_("Within: ")) + step.within);
        add(out, Style::Soft, joined(facts, ". "));
    }
    if (advice.next_steps.empty())
        add(out, Style::Body, utf8(_("No step follows from the answers so far.")));
    return out;
}

Paragraphs path_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    const report::PathAdvice& path = advice.path;
    out.push_back({Style::Title, utf8(_("The path, one step at a time"))});
    out.push_back({Style::Body, path.headline.empty()
                                    ? utf8(_("No question has been answered, so no path can be drawn yet."))
                                    : path.headline});
    for (const report::PathStop& stop : path.stops)
    {
        out.push_back({Style::Heading, stop.name});
        add(out, Style::Soft, stop.text);
        add(out, Style::Body, stop.words);
        for (const report::PathNeed& need : stop.needs)
            out.push_back({Style::Bullet, report::need_words(need)});
        if (!stop.brings.empty())
            out.push_back({Style::Strong, utf8(_("What it brings"))});
        for (const report::PathModel& model : stop.brings)
            out.push_back({Style::Bullet, report::path_model_words(model)});
    }
    add(out, Style::Body, path.closing);
    for (const report::TimePathAdvice& over_time : advice.time_paths)
    {
        out.push_back({Style::Title, utf8(_("Over time: ")) + over_time.title});
        add(out, Style::Soft, utf8(_("To: ")) + joined(over_time.option_names, ", "));
        for (const report::TimeStageAdvice& stage : over_time.stages)
        {
            out.push_back({Style::Heading, utf8(wxString::Format(_("%s, months %d to %d"), to_wx(stage.title),
                                                                 stage.from_month, stage.to_month))});
            add(out, Style::Body, stage.text);
            if (!stage.owner.empty())
                add(out, Style::Soft, utf8(_("Who: ")) + stage.owner);
            if (!stage.gate.empty())
                add(out, Style::Bullet, utf8(_("First: ")) + stage.gate);
        }
    }
    return out;
}

Paragraphs open_question_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    out.push_back({Style::Title, utf8(_("Questions that are still open"))});
    if (advice.open_questions.empty())
        add(out, Style::Body, utf8(_("Every question that matters has an answer.")));
    for (const report::OpenQuestionAdvice& open : advice.open_questions)
    {
        out.push_back({Style::Strong, open.prompt});
        if (open.said_unknown)
            add(out, Style::Soft, utf8(_("You said: We do not know.")));
        add(out, Style::Soft, open.why);
        add(out, Style::Soft,
            utf8(wxString::Format(open.rules == 1 ? _("%zu rule waits for it.") : _("%zu rules wait for it."),
                                  open.rules)));
    }
    return out;
}

Paragraphs about_paragraphs(const report::Advice& advice)
{
    Paragraphs out;
    out.push_back({Style::Title, utf8(_("About this advice"))});
    add(out, Style::Body, advice.disclaimer);
    out.push_back({Style::Body, utf8(_("Judged by the law of ")) + advice.as_at_words + "."});
    out.push_back({Style::Body, utf8(_("Rules: ")) + advice.rules_id + " " + advice.rules_version +
                                    utf8(_(", as at ")) + advice.rules_as_at + "."});
    out.push_back({Style::Heading, utf8(_("What was not considered"))});
    for (const std::string& line : advice.not_considered)
        out.push_back({Style::Bullet, line});
    out.push_back({Style::Heading, utf8(_("Sources"))});
    for (const report::SourceLine& source : advice.sources)
    {
        out.push_back({Style::Bullet, joined({source.id + ": " + source.title, source.publisher, source.year}, ", ")});
        if (source.review_due)
            add(out, Style::Soft, source.review_words);
    }
    if (!advice.inspirations.empty())
        out.push_back({Style::Heading, utf8(_("Where the ideas come from"))});
    for (const auto& [name, taken] : advice.inspirations)
        out.push_back({Style::Bullet, name + ": " + taken});
    out.push_back({Style::Soft, utf8(_("Digest of the rules: ")) + advice.rules_sha256});
    return out;
}

} // namespace fedadvise::gui
