// Why, and why not: one option with all its reasons, and what would change it.
#include "report/document_builders.h"
#include "report/documents.h"
#include "report/presentation.h"
#include "report/wording.h"

namespace fedadvise::report
{

namespace
{

using document::ListItem;

std::string obstacle_words(const Statement& obstacle)
{
    return obstacle.text + (obstacle.law.empty() ? "" : " Law: " + obstacle.law + ".") +
           (obstacle.because_words.empty() ? "" : " Rule " + obstacle.rule + ".");
}

void add_change(Draft& draft, const WhatWouldChange& what)
{
    draft.say(what.headline);
    std::vector<ListItem> items;
    for (const ChangeAdvice& change : what.changes)
    {
        if (change.answers.size() == 1)
        {
            items.push_back({document::plain(change.sentence), {}});
            continue;
        }
        ListItem item{document::plain(change.other_answers ? "These together, or other answers to the same questions:"
                                                           : "These together:"),
                      {}};
        for (const ChangedAnswer& answer : change.answers)
            item.more.push_back({document::plain(as_sentence(change_in_words(answer))), Tone::Normal, {}});
        items.push_back(std::move(item));
    }
    if (what.more > 0)
        items.push_back({document::plain(std::to_string(what.more) + (what.all_known ? "" : " or more") +
                                         " other sets of answers would do it, too."),
                         {}});
    for (const Statement& obstacle : what.obstacles)
        items.push_back({document::plain(obstacle_words(obstacle)), {}});
    draft.list(std::move(items));
}

} // namespace

document::Document why_document(const Advice& advice, const OptionAdvice& option,
                                std::span<const WhatWouldChange> changes)
{
    Draft draft;
    draft.say("For " + advice.title + ", by the law as it stands on " + advice.as_at_words + ".");
    draft.say(variant_note(advice), Tone::Notice);
    draft.say_led("Why:", option.why);
    draft.say_led("Why not:",
                  option.why_not.empty() ? "Nothing in your answers speaks against it so far." : option.why_not);
    if (!changes.empty())
        draft.heading(2, "What would change that");
    for (const WhatWouldChange& what : changes)
        if (!what.follows)
            add_change(draft, what);
    draft.heading(2, "All its reasons");
    add_option(draft, option, OpenReasons::Listed);
    document::Document whole;
    whole.id = "why-" + option.id;
    whole.title = option.name;
    whole.kind = "why, and why not";
    whole.footer = advice.disclaimer;
    whole.date = advice.as_at;
    whole.blocks = draft.take();
    return whole;
}

} // namespace fedadvise::report
