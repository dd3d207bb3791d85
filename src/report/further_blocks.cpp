#include "report/document_builders.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_questions = 8;
constexpr std::size_t most_pivotal = 8;
constexpr std::size_t most_shares = 8;

void add_shares(Draft& draft, const Shares& shares, std::string caption)
{
    if (shares.readings == 0)
        return;
    draft.say(shares.words);
    std::vector<document::Row> rows;
    for (const auto* list : {&shares.models, &shares.vehicles})
        for (std::size_t i = 0; i < list->size() && i < most_shares; ++i)
            rows.push_back(row_of({(*list)[i].name, (*list)[i].words}));
    draft.table(std::move(caption), {{"Option", 1}, {"How often it comes first", 1}}, std::move(rows));
}

} // namespace

void add_further(Draft& draft, const Further& further)
{
    if (!further.settled_words.empty())
        draft.say(Text{{further.settled_words, true, false, {}, {}}});
    draft.say(further.without_effect_words);
    std::vector<document::ListItem> items;
    for (const QuestionDecides& question : further.questions)
        if (question.can_change_leaders && items.size() < most_questions)
            items.push_back({document::led_by(question.short_label + ":", question.sentence), {}});
    if (!items.empty())
        draft.heading(3, "What the open questions still decide");
    draft.list(std::move(items));
    draft.heading(3, "Answers on which it hangs");
    draft.say(further.pivotal_words.empty() ? "Nothing is answered yet." : further.pivotal_words);
    items = {};
    for (std::size_t i = 0; i < further.pivotal.size() && i < most_pivotal; ++i)
    {
        const PivotalAnswer& answer = further.pivotal[i];
        document::ListItem item{document::led_by(answer.short_label, "(now: " + answer.now + "):"), {}};
        for (const std::string& sentence : answer.sentences)
            item.more.push_back({document::plain(sentence), Tone::Normal, {}});
        items.push_back(std::move(item));
    }
    draft.list(std::move(items));
    draft.heading(3, "How firm it is");
    draft.say("A reading takes the same answers and makes each rule a point stronger or weaker, or leaves it as it is. "
              "An option that comes first in nearly all readings does not hang on how strong we think a rule is.");
    add_shares(draft, further.as_answered, "Readings of your answers as they are");
    add_shares(draft, further.with_open, "Readings in which every open question is answered one way or another");
}

} // namespace fedadvise::report
