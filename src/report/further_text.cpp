#include "report/further_text.h"

#include "foundation/number_text.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_questions = 6;
constexpr std::size_t most_pivotal = 6;
constexpr std::size_t fewest_shown = 50; // in thousandths

/// "834 of 1,000, give or take 7": for advisers; the window and the report have words alone.
std::string in_figures(const LeadShare& share)
{
    const std::string figures = foundation::with_thousands(static_cast<std::int64_t>(share.first)) + " of 1,000";
    return share.half_width == 0
               ? figures
               : figures + ", give or take " + foundation::with_thousands(static_cast<std::int64_t>(share.half_width));
}

void write_shares(TextPage& page, const Shares& shares)
{
    if (shares.readings == 0)
        return;
    page.item(shares.words);
    for (const auto* list : {&shares.models, &shares.vehicles})
        for (const LeadShare& share : *list)
            if (share.first >= fewest_shown)
                page.item(share.name + " " + share.words + " (" + in_figures(share) + ").", 6);
}

} // namespace

void write_changes(TextPage& page, std::span<const WhatWouldChange> changes)
{
    page.heading("What would change that", 2);
    for (const WhatWouldChange& what : changes)
    {
        if (what.follows)
            continue;
        page.paragraph(what.headline);
        for (const ChangeAdvice& change : what.changes)
        {
            if (change.answers.size() == 1)
            {
                page.item(change.sentence);
                continue;
            }
            page.item(change.other_answers ? "These together, or other answers to the same questions:"
                                           : "These together:");
            for (const ChangedAnswer& answer : change.answers)
                page.item(as_sentence(change_in_words(answer)), 6);
        }
        if (what.more > 0)
            page.item(std::to_string(what.more) + (what.all_known ? "" : " or more") +
                      " other sets of answers would do it, too.");
        for (const Statement& obstacle : what.obstacles)
        {
            std::string words = obstacle.text;
            if (!obstacle.law.empty())
                words += " Law: " + obstacle.law + ".";
            if (!obstacle.because_words.empty())
                words += " [Rule " + obstacle.rule + "]";
            page.item(words);
        }
    }
}

void write_further(TextPage& page, const Further& further)
{
    page.heading("What could still change this, and how firm it is", 2);
    page.paragraph(further.settled_words);
    std::size_t shown = 0;
    for (const QuestionDecides& question : further.questions)
        if (question.can_change_leaders && shown++ < most_questions)
            page.item(question.short_label + ": " + question.sentence);
    page.paragraph(further.without_effect_words);
    page.paragraph(further.pivotal_words);
    for (std::size_t i = 0; i < further.pivotal.size() && i < most_pivotal; ++i)
    {
        const PivotalAnswer& answer = further.pivotal[i];
        page.item(answer.short_label + " (now: " + answer.now + ")");
        for (const std::string& sentence : answer.sentences)
            page.item(sentence, 6);
    }
    write_shares(page, further.as_answered);
    write_shares(page, further.with_open);
}

} // namespace fedadvise::report
