#include "report/html_parts.h"

#include "foundation/number_text.h"
#include "report/further.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_questions = 8;
constexpr std::size_t most_pivotal = 8;
constexpr std::size_t most_shares = 8;

std::string whole(std::size_t value)
{
    return foundation::fixed_text(foundation::Fixed::from_integer(static_cast<std::int64_t>(value)));
}

/// One bar, as long as the option comes first often; the words stand beside it.
void draw_bar(Markup& page, const LeadShare& share)
{
    page.open("svg", {{"viewBox", "0 0 1000 80"}, {"class", "share"}, {"aria-hidden", "true"}});
    page.single("rect", {{"x", "1"},
                         {"y", "10"},
                         {"width", "998"},
                         {"height", "60"},
                         {"fill", "none"},
                         {"stroke", "currentColor"},
                         {"stroke-width", "4"}});
    const std::string width = whole(std::max<std::size_t>(share.first, 4));
    page.single("rect", {{"x", "1"}, {"y", "10"}, {"width", width}, {"height", "60"}, {"fill", "currentColor"}});
    page.close("svg");
}

void write_shares(Markup& page, const Shares& shares, std::string_view caption)
{
    if (shares.readings == 0)
        return;
    page.element("p", shares.words);
    open_table(page, caption, {"Option", "How often it comes first", "In words"});
    for (const auto* list : {&shares.models, &shares.vehicles})
        for (std::size_t i = 0; i < list->size() && i < most_shares; ++i)
        {
            const LeadShare& share = (*list)[i];
            page.open("tr").element("th", share.name, {{"scope", "row"}});
            page.open("td");
            draw_bar(page, share);
            page.close("td").element("td", share.words).close("tr");
        }
    close_table(page);
}

} // namespace

void write_further(Markup& page, const Further& further)
{
    if (!further.settled_words.empty())
        page.open("p").element("strong", further.settled_words).close("p");
    const bool any = std::any_of(further.questions.begin(), further.questions.end(),
                                 [](const QuestionDecides& question) { return question.can_change_leaders; });
    if (any)
    {
        page.element("h3", "What the open questions still decide").open("ul");
        std::size_t shown = 0;
        for (const QuestionDecides& question : further.questions)
            if (question.can_change_leaders && shown++ < most_questions)
                page.open("li").element("strong", question.short_label + ":").text(" " + question.sentence).close("li");
        page.close("ul");
    }
    if (!further.without_effect_words.empty())
        page.element("p", further.without_effect_words);
    page.element("h3", "Answers on which it hangs");
    page.element("p", further.pivotal_words.empty() ? "Nothing is answered yet." : further.pivotal_words);
    if (!further.pivotal.empty())
        page.open("ul");
    for (std::size_t i = 0; i < further.pivotal.size() && i < most_pivotal; ++i)
    {
        const PivotalAnswer& answer = further.pivotal[i];
        page.open("li").element("strong", answer.short_label).text(" (now: " + answer.now + ")").open("ul");
        for (const std::string& sentence : answer.sentences)
            page.element("li", sentence);
        page.close("ul").close("li");
    }
    if (!further.pivotal.empty())
        page.close("ul");
    page.element("h3", "How firm it is");
    page.element("p", "A reading takes the same answers and makes each rule a point stronger or weaker, or leaves it "
                      "as it is. An option that comes first in nearly all readings does not hang on how strong we "
                      "think a rule is.");
    write_shares(page, further.as_answered, "Readings of your answers as they are");
    write_shares(page, further.with_open, "Readings in which every open question is answered one way or another");
}

} // namespace fedadvise::report
