#include "report/html_parts.h"

#include "foundation/text_list.h"
#include "report/presentation.h"

namespace fedadvise::report
{

namespace
{

std::string origin_words(const Statement& statement)
{
    std::vector<std::string> parts = {"Rule " + statement.rule};
    if (const std::string strength = strength_words(statement.strength); !strength.empty())
        parts.push_back(strength);
    if (!statement.law.empty())
        parts.push_back("law: " + statement.law);
    if (!statement.status.empty() && statement.status != "in-force")
        parts.push_back("status: " + statement.status);
    parts.push_back("reason " + tag_words(statement.tag));
    return foundation::joined(parts, " · ");
}

void write_origin(Markup& page, const Statement& statement)
{
    page.open("p", {{"class", "origin"}});
    page.text(origin_words(statement));
    if (!statement.because_words.empty())
        page.text(" · because of " + because_in_short(statement));
    for (std::size_t i = 0; i < statement.sources.size(); ++i)
    {
        page.text(i == 0 ? " · sources: " : ", ");
        page.element("a", statement.sources[i],
                     {{"href", "#source-" + statement.sources[i]}, {"title", statement.source_titles[i]}});
    }
    page.close("p");
    if (!statement.review_words.empty())
        page.element("p", statement.review_words, {{"class", "origin"}});
}

void write_details(Markup& page, const OptionAdvice& option)
{
    page.open("dl");
    page.element("dt", "It suits").element("dd", option.suits);
    page.element("dt", "It does not suit").element("dd", option.does_not_suit);
    if (!option.family_or_law.empty())
        page.element("dt", option.depth.empty() ? "Law" : "Family").element("dd", option.family_or_law);
    for (const auto& [heading, text] : option.details)
        page.element("dt", heading).element("dd", text);
    page.close("dl");
}

void write_option(Markup& page, const OptionAdvice& option)
{
    page.open("section", {{"class", option.leading ? "option leading" : "option"},
                          {"id", "option-" + option.id},
                          {"aria-labelledby", "name-" + option.id}});
    page.element("h3", option.name, {{"id", "name-" + option.id}});
    write_chip(page, option);
    page.element("p", option.summary);
    page.element("p", "Why: " + option.why);
    if (!option.why_not.empty())
        page.element("p", "Why not: " + option.why_not);
    if (!option.does_not_suit.empty())
        page.element("p", "What it does not suit: " + option.does_not_suit);
    // The reasons stand beside the disclosure, not in it: no browser can be told to print a closed one.
    page.open("details").element("summary", "All reasons for and against: " + option.name).close("details");
    page.open("div", {{"class", "more"}});
    if (!option.depth.empty())
        page.element("p", "Step on the gradient: " + option.depth + ".");
    if (!option.band_words.empty())
        page.element("p", option.band_words);
    for (const StatementGroup& group : statement_groups(option))
    {
        page.open("div", {{"class", group.open ? "reasons screen-only" : "reasons"}});
        page.element("h4", group.heading);
        page.open("ul");
        for (const Statement& statement : *group.statements)
        {
            page.open("li");
            if (group.open)
                page.text(statement.text);
            else
                write_statement(page, statement, group.effect_first);
            page.close("li");
        }
        page.close("ul").close("div");
    }
    page.element("h4", "About it");
    write_details(page, option);
    page.close("div").close("section");
}

} // namespace

void write_statement(Markup& page, const Statement& statement, bool effect_first)
{
    if (effect_first && !statement.sentence.empty())
        page.open("p").element("strong", statement.sentence).text(" " + statement.text).close("p");
    else
        page.element("p", statement.text);
    if (!statement.reason.empty())
        page.element("p", "Why it matters: " + statement.reason);
    write_origin(page, statement);
}

void write_options_in_full(Markup& page, const std::vector<OptionAdvice>& options)
{
    for (const OptionAdvice& option : options)
        write_option(page, option);
}

void write_chip(Markup& page, const OptionAdvice& option)
{
    page.element("span", option.band_label, {{"class", "chip " + option.band}});
}

void open_table(Markup& page, std::string_view caption, std::initializer_list<std::string_view> columns)
{
    page.open(
        "div",
        {{"class", "frame"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Table: " + std::string{caption}}});
    page.open("table").element("caption", caption).open("thead").open("tr");
    for (const std::string_view column : columns)
        page.element("th", column, {{"scope", "col"}});
    page.close("tr").close("thead").open("tbody");
}

void close_table(Markup& page)
{
    page.close("tbody").close("table").close("div");
}

} // namespace fedadvise::report
