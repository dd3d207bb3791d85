#include "report/readiness_words.h"

#include "engine/group_value.h"
#include "report/leaders.h"
#include "report/statements.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using engine::Truth;
using foundation::Fixed;

constexpr Fixed lowest_point = Fixed::from_integer(1);
constexpr Fixed highest_point = Fixed::from_integer(5);

Figure figure(std::string id, std::string name, const engine::Reading& reading)
{
    return {std::move(id), std::move(name), reading.now.has_value(), reading.now.value_or(Fixed{}),
            reading.low,   reading.high};
}

Figure count_figure(std::string id, std::string name, int count, int most)
{
    return {std::move(id),
            std::move(name),
            true,
            Fixed::from_integer(count),
            Fixed::from_integer(count),
            Fixed::from_integer(most)};
}

std::string statements_answered(const engine::RelationshipReading& reading)
{
    return foundation::with_thousands(static_cast<std::int64_t>(reading.statements_answered)) + " of " +
           counted(static_cast<std::int64_t>(reading.statements), "statements") + " answered";
}

std::string relationship_in_words(const Wording& wording)
{
    const engine::RelationshipReading& reading = wording.assessment.relationship;
    std::string words = reading_text(*reading.mean.now) + " on a scale from 1 to 5";
    if (reading.lowest.now && wording.group.practices.size() > 1)
        words += " (lowest practice " + reading_text(*reading.lowest.now) + ")";
    if (reading.statements_answered < reading.statements)
        words += ", " + statements_answered(reading) + "; the open ones could move it to between " +
                 reading_text(reading.mean.low) + " and " + reading_text(reading.mean.high);
    return words;
}

Gauge relationship_gauge(const Wording& wording)
{
    const engine::RelationshipReading& reading = wording.assessment.relationship;
    const rulebase::Readiness& readiness = wording.rules.readiness;
    Gauge gauge;
    gauge.title = "The relationship";
    gauge.known = reading.mean.now.has_value();
    gauge.figures = {figure("mean", "Average", reading.mean), figure("lowest", "Lowest practice", reading.lowest),
                     figure("range", "Between the practices", reading.range)};
    for (std::size_t i = 0; i < readiness.subscales.size() && i < reading.subscales.size(); ++i)
    {
        const engine::Reading& subscale = reading.subscales[i];
        gauge.figures.push_back(figure(readiness.subscales[i].id, readiness.subscales[i].name, subscale));
        gauge.rows.emplace_back(readiness.subscales[i].name,
                                subscale.now ? reading_text(*subscale.now) + " of 5" : "Not answered");
        gauge.row_ids.push_back(readiness.subscales[i].id);
    }
    if (!gauge.known)
    {
        gauge.band = "Not answered yet";
        gauge.text =
            "The statements about your relationship are not answered yet. They limit how deep the advice goes.";
        gauge.in_words = "Not answered yet, " + statements_answered(reading);
        return gauge;
    }
    if (reading.band && *reading.band < readiness.bands.size())
    {
        gauge.band = readiness.bands[*reading.band].name;
        gauge.text = filled(wording, readiness.bands[*reading.band].text);
    }
    const auto width = static_cast<double>(highest_point.millionths - lowest_point.millionths);
    gauge.filled =
        std::clamp(static_cast<double>(reading.mean.now->millionths - lowest_point.millionths) / width, 0.0, 1.0);
    gauge.in_words = relationship_in_words(wording);
    return gauge;
}

std::string item_state(Truth truth)
{
    return truth == Truth::True ? "Done" : truth == Truth::False ? "Not done" : "Not answered";
}

std::string deal_text(const engine::DealReading& deal)
{
    return deal.done == deal.total ? "Every point of the deal is settled or not needed."
                                   : "The table shows which points are done, not done or not answered.";
}

Gauge deal_gauge(const Wording& wording)
{
    const engine::DealReading& deal = wording.assessment.deal;
    Gauge gauge;
    gauge.title = "The deal";
    gauge.known = deal.total > 0 && deal.open < deal.total;
    gauge.figures = {count_figure("done", "Done", deal.done, deal.done + deal.open),
                     count_figure("open", "Not answered", deal.open, deal.open),
                     count_figure("total", "Points of the deal", deal.total, deal.total)};
    if (const rulebase::Checklist* checklist = rulebase::find_checklist(wording.rules, "deal"))
        for (std::size_t i = 0; i < checklist->items.size(); ++i)
        {
            gauge.rows.emplace_back(checklist->items[i].title,
                                    item_state(i < deal.items.size() ? deal.items[i] : Truth::Unknown));
            gauge.row_ids.push_back(checklist->items[i].id);
        }
    if (!gauge.known)
    {
        gauge.band = "Not answered yet";
        gauge.text = "The points of the deal are not answered yet.";
        gauge.in_words = "Not answered yet";
        return gauge;
    }
    gauge.filled = static_cast<double>(deal.done) / static_cast<double>(deal.total);
    gauge.band = counted(deal.done, "") + " of " + counted(deal.total, "points") + " done";
    gauge.in_words = counted(deal.done, "") + " of " + counted(deal.total, "") + " done";
    if (deal.open > 0)
        gauge.in_words += ", " + counted(deal.open, "") + " not answered";
    gauge.text = deal_text(deal);
    return gauge;
}

void add_quadrant(const Wording& wording, Advice& advice)
{
    const rulebase::Readiness& readiness = wording.rules.readiness;
    if (!advice.relationship.known || !advice.deal.known)
        return;
    const bool relationship = *wording.assessment.relationship.mean.now >= readiness.relationship_from;
    const bool deal = wording.assessment.deal.done >= readiness.deal_from;
    for (const rulebase::ReadinessQuadrant& quadrant : readiness.quadrants)
        if (quadrant.high_relationship == relationship && quadrant.high_deal == deal)
        {
            advice.quadrant_title = quadrant.title;
            advice.quadrant_text = filled(wording, quadrant.text);
        }
}

void add_lowest_statements(const Wording& wording, Advice& advice)
{
    for (const engine::StatementReading& item : wording.assessment.relationship.lowest_items)
    {
        const rulebase::Question* question = rulebase::find_question(wording.rules, item.question);
        if (question == nullptr)
            continue;
        std::string what_to_do = "No need to act on this one now.";
        for (const rulebase::ReadinessAdvice& piece : wording.rules.readiness.advice)
            if (piece.question == item.question && item.value <= piece.at_most)
                what_to_do = filled(wording, piece.text);
        advice.lowest_statements.emplace_back(question->prompt + " (" + reading_text(item.value) + " of 5)",
                                              what_to_do);
    }
}

bool covers(const Wording& wording, const OptionAdvice& option, std::size_t step)
{
    const rulebase::Model* model = rulebase::find_model(wording.rules, {option.id});
    if (model == nullptr)
        return false;
    const auto low = rulebase::gradient_index(wording.rules, model->lowest_step);
    const auto high = rulebase::gradient_index(wording.rules, model->highest_step);
    return low && high && *low <= step && step <= *high;
}

/// Whether a leading model stands at the step now: its steps beyond the cap are not open, unless it begins beyond the
/// cap because nothing holds it back.
bool stands_at(const Wording& wording, const OptionAdvice& option, std::size_t step)
{
    const std::size_t cap = wording.assessment.depth_cap.step;
    return covers(wording, option, step) && (step <= cap || !covers(wording, option, cap));
}

std::string cap_in_words(const Wording& wording)
{
    const engine::DepthCap& cap = wording.assessment.depth_cap;
    if (wording.rules.gradient.empty())
        return {};
    if (depth_cap_of(wording.rules, wording.assessment).empty())
        return "How deep you could go is not known yet, because no statement about the relationship has been answered.";
    const std::size_t last = wording.rules.gradient.size() - 1;
    std::string words = cap.step >= last
                            ? "Your answers set no limit to how closely you could work together."
                            : "For now your answers carry steps up to " + step_in_words(wording.rules, cap.step) + ".";
    if (cap.step < cap.from_readiness && cap.from_readiness < last)
        words +=
            " The relationship alone would carry steps up to " + step_in_words(wording.rules, cap.from_readiness) + ".";
    if (cap.if_open_go_badly < cap.step)
        words += " The open answers could still bring that down to " +
                 step_in_words(wording.rules, cap.if_open_go_badly) + ".";
    return words;
}

} // namespace

void add_readiness(const Wording& wording, Advice& advice)
{
    advice.relationship = relationship_gauge(wording);
    advice.deal = deal_gauge(wording);
    advice.readiness_note = wording.rules.readiness.note;
    add_quadrant(wording, advice);
    add_lowest_statements(wording, advice);
}

void add_gradient(const Wording& wording, Advice& advice)
{
    const engine::DepthCap& cap = wording.assessment.depth_cap;
    const engine::GroupValue now = engine::group_value(wording.rules, wording.group, {"current-step"});
    for (std::size_t i = 0; i < wording.rules.gradient.size(); ++i)
    {
        const rulebase::GradientStep& step = wording.rules.gradient[i];
        GradientStop stop{step.id, step.name, step.text, step.trust, step.autonomy, false, false, i <= cap.step};
        stop.current = now.known && !now.options.empty() && now.options.front() == step.id;
        stop.leading =
            std::any_of(advice.models.begin(), advice.models.end(),
                        [&](const OptionAdvice& model) { return model.leading && stands_at(wording, model, i); });
        advice.gradient.push_back(std::move(stop));
    }
    advice.depth_cap = depth_cap_of(wording.rules, wording.assessment);
    advice.depth_cap_words = cap_in_words(wording);
    advice.depth_cap_by = statements_of(wording, cap.by);
}

void add_lessons(const Wording& wording, Advice& advice)
{
    for (const engine::LessonResult& result : wording.assessment.lessons)
    {
        LessonAdvice lesson;
        lesson.number = result.number;
        lesson.state = result.raised == Truth::True ? "raised" : result.raised == Truth::False ? "clear" : "unknown";
        for (const rulebase::Lesson& known : wording.rules.lessons)
            if (known.number == result.number)
            {
                lesson.name = known.name;
                lesson.summary = known.summary;
            }
        if (lesson.state != "clear")
            lesson.checks = statements_of(wording, result.checks);
        advice.lessons.push_back(std::move(lesson));
    }
}

} // namespace fedadvise::report
