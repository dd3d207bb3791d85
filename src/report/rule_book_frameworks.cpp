#include "report/condition_words.h"
#include "report/rule_book_page.h"

namespace fedadvise::report
{

namespace
{

void write_condition(BookPage& page, const rulebase::Condition& condition, std::string_view beginning)
{
    const ConditionWords words = condition_words(page.rules(), condition);
    page.markup().ready("<p class=\"sentence\">").text(beginning);
    page.phrase(words.clause);
    page.markup().text(words.parts.empty() ? "." : ":").close("p");
    page.conditions(words.parts);
}

std::string tag_words(rulebase::Tag tag)
{
    return tag == rulebase::Tag::Proposal ? "proposal: our own reading, which no official paper asks in these words"
                                          : rulebase::tag_name(tag);
}

void write_item(BookPage& page, const rulebase::Framework& framework, const rulebase::FrameworkItem& item)
{
    page.entry(4, "entry", anchor("framework-" + framework.id, item.id), item.title, item.id);
    page.paragraph(item.asks);
    write_condition(page, item.when, "You can show it when ");
    page.open_facts();
    if (!item.nations.empty())
        page.plain_fact("Only in", nations_in_words(page.rules(), item.nations));
    page.fact("You can show this", item.ready);
    page.fact("Gap", item.gap);
    page.fact("Bring", item.bring);
    page.plain_fact("Who prepares it", item.owner);
    page.plain_fact("Tag", tag_words(item.tag));
    page.sources_fact(item.sources);
    page.close_facts();
    page.end_entry();
}

void write_framework(BookPage& page, const rulebase::Framework& framework)
{
    page.heading(3, anchor("framework", framework.id),
                 framework.name + " (" + nations_in_words(page.rules(), framework.nations) + ")");
    page.paragraph(framework.text);
    page.paragraph(framework.used);
    if (framework.when)
        write_condition(page, *framework.when, "A group will meet it when ");
    page.open_facts();
    page.open_fact("Options that bring it");
    page.option_links(framework.options);
    page.close_fact();
    page.plain_fact("Tag", tag_words(framework.tag));
    page.sources_fact(framework.sources);
    page.close_facts();
    for (const rulebase::FrameworkArea& area : framework.areas)
    {
        page.heading(4, anchor("framework-" + framework.id + "-area", area.id), area.title);
        page.paragraph(area.text);
        for (const rulebase::FrameworkItem& item : area.items)
            write_item(page, framework, item);
    }
}

} // namespace

void write_frameworks(BookPage& page)
{
    if (page.rules().frameworks.empty())
        return;
    page.part("frameworks", "What a commissioner will ask");
    page.paragraph(
        "Before a contract moves into a new body, those who commission care ask questions. Each is judged by "
        "the answers: the group can show it, there is a gap, or the answer is still open. There is no score "
        "and no percentage.");
    for (const rulebase::Framework& framework : page.rules().frameworks)
        write_framework(page, framework);
}

} // namespace fedadvise::report
