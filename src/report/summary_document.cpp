// The partners' summary: one page in plain words for people who have ten minutes.
#include "engine/assessment.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/document_builders.h"
#include "report/presentation.h"
#include "report/provenance.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using document::ListItem;

constexpr std::size_t most_questions = 3;

/// "The full rationale has 2 more options."; empty when all are shown.
std::string and_more(std::size_t count, std::size_t shown, const std::string& units)
{
    if (count <= shown)
        return {};
    return "The full rationale has " + counted(static_cast<std::int64_t>(count - shown), units) + " more.";
}

void add_options(Draft& draft, const std::vector<const OptionAdvice*>& shown, const SummaryRoom& room)
{
    std::vector<ListItem> items;
    for (std::size_t i = 0; i < shown.size() && i < room.options; ++i)
    {
        ListItem item;
        item.text = {{shown[i]->name, true, false, {}, {}},
                     {" (" + lower_first(shown[i]->band_label) + "): " + shown[i]->why, false, false, {}, {}}};
        if (room.against && !shown[i]->why_not.empty())
            item.text.push_back({" Against it: " + lower_first(shown[i]->why_not), false, false, {}, {}});
        items.push_back(std::move(item));
    }
    if (items.empty())
        items.push_back({document::plain("None yet."), {}});
    draft.list(std::move(items));
    draft.say(and_more(shown.size(), room.options, "options"), Tone::Small);
}

void add_stopped(Draft& draft, const Advice& advice, const SummaryRoom& room)
{
    std::vector<const OptionAdvice*> stopped;
    for (const engine::Band band : {engine::Band::RuledOut, engine::Band::NotYet})
        for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
            for (const OptionAdvice* option : options_in_band(*options, engine::band_id(band)))
                stopped.push_back(option);
    std::vector<ListItem> items = lines_by_reason(stopped);
    for (ListItem& item : items) // nothing to link to on this page
        for (document::Run& run : item.text)
            run.link.clear();
    if (items.empty())
        items.push_back({document::plain("Nothing."), {}});
    const std::size_t count = items.size();
    if (count > room.stopped)
        items.resize(room.stopped);
    draft.list(std::move(items));
    draft.say(and_more(count, room.stopped, "reasons"), Tone::Small);
}

void add_steps(Draft& draft, const Advice& advice, const SummaryRoom& room)
{
    std::vector<ListItem> items;
    for (const NextStep& step : advice.next_steps)
    {
        if (items.size() == room.steps)
            break;
        items.push_back(
            {document::led_by(step.title + ".",
                              step.text + (step.owner.empty() ? "" : " Who: " + lower_first(step.owner) + ".") +
                                  (step.within.empty() ? "" : " When: " + step.within + ".")),
             {}});
    }
    if (items.empty())
        draft.say("No next step follows from the answers so far.");
    draft.list(std::move(items), true);
}

std::string what_could_change(const Advice& advice)
{
    std::vector<std::string> labels;
    for (const OpenQuestionAdvice& question : advice.open_questions)
        if (labels.size() < most_questions)
            labels.push_back("“" + question.short_label + "”");
    if (labels.empty())
        return "Every question that the rules look at has been answered. A change of an answer, or of the law, could "
               "change this.";
    return "Answer these first, because most rules wait for them: " + foundation::joined_as_sentence(labels) + ".";
}

} // namespace

std::vector<Block> summary_blocks(const ReportInput& input, const SummaryRoom& room)
{
    const Advice& advice = input.advice;
    Draft draft;
    draft.say(variant_note(advice), Tone::Notice);
    draft.say(advice.review_note, Tone::Notice);
    // The last sentence counts what is open, which stands below.
    const std::size_t told = std::clamp<std::size_t>(advice.headline.size(), 2, room.sentences + 1) - 1;
    for (std::size_t i = 0; i < told && i < advice.headline.size(); ++i)
        draft.say(advice.headline[i], Tone::Lead);
    for (const Statement& warning : advice.warnings)
        if (warning.level == "unlawful")
            draft.say(document::led_by("Unlawful: " + warning.title + ".", warning.text), Tone::Warning);
    draft.heading(2, "What comes first, and why", "first");
    add_options(draft, options_to_show_first(advice.models), room);
    add_options(draft, vehicles_to_show_first(advice), room);
    add_gradient(draft, advice);
    if (input.alignment != nullptr)
        draft.say_led("Where the practices stand:", input.alignment->headline);
    draft.heading(2, "What is ruled out or has to wait", "stopped");
    add_stopped(draft, advice, room);
    draft.heading(2, "What to do on Monday", "steps");
    add_steps(draft, advice, room);
    draft.heading(2, "What could change this", "change");
    draft.say(what_could_change(advice));
    std::vector<Block> blocks = draft.take();
    blocks.emplace_back(
        document::Paragraph{document::plain(provenance_in_short(input)), Tone::Small, std::string{words_place}});
    return blocks;
}

} // namespace fedadvise::report
