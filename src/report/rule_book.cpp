#include "report/rule_book.h"
#include "document/html_page.h"

#include "foundation/number_text.h"
#include "report/rule_book_page.h"

#include <algorithm>
#include <utility>

namespace fedadvise::report
{

using document::close_table;
using document::open_table;

namespace
{

constexpr std::size_t shown_of_digest = 12;

std::string counted_things(std::size_t count)
{
    return foundation::with_thousands(static_cast<std::int64_t>(count));
}

void write_head(Markup& page, const rulebase::RuleBase& rules)
{
    const std::string footer = rules.id + " " + rules.version + ", digest " + rules.sha256.substr(0, shown_of_digest);
    document::open_page(page, "Rule book: " + rules.id + " " + rules.version, book_style_sheet(footer));
    page.element("a", "Skip to the rules", {{"class", "skip"}, {"href", "#main"}});
}

/// A table of two columns without headings in its first row: names and what they are.
void write_particulars(Markup& page, const rulebase::RuleBase& rules)
{
    const std::pair<std::string_view, std::string> rows[] = {
        {"Rule base", rules.id},
        {"Version", rules.version},
        {"Law as at", foundation::date_in_words(rules.as_at)},
        {"Digest (SHA-256)", rules.sha256},
        {"Questions", counted_things(rules.questions.size())},
        {"Rules", counted_things(rules.rules.size())},
        {"Models and vehicles", counted_things(rules.models.size()) + " and " + counted_things(rules.vehicles.size())},
        {"Glossary terms", counted_things(rules.terms.size())},
        {"Set-up guides", counted_things(rules.setups.size())},
        {"Sources", counted_things(rules.sources.size())},
    };
    page.open("table", {{"class", "particulars"}}).element("caption", "This edition").open("tbody");
    for (const auto& [name, value] : rows)
        page.open("tr").element("th", name, {{"scope", "row"}}).element("td", value).close("tr");
    page.close("tbody").close("table");
}

void write_sign_off(Markup& page, const std::vector<BookHeading>& headings)
{
    page.open("section", {{"class", "sign-off"}, {"id", "sign-off"}, {"aria-labelledby", "sign-off-heading"}});
    page.element("h2", "Signed off by", {{"id", "sign-off-heading"}});
    page.element(
        "p", "Each part is signed by who has read it and found it right. A signature holds for this edition alone: the "
             "digest above changes with any change to the rules.");
    open_table(page, "Signatures for each part", {"Part", "Name", "Role", "Date", "Signature"});
    for (const BookHeading& heading : headings)
        if (heading.level == 2)
        {
            page.open("tr").element("th", heading.title, {{"scope", "row"}});
            for (int blank = 0; blank < 4; ++blank)
                page.element("td", "");
            page.close("tr");
        }
    close_table(page);
    page.close("section");
}

void write_contents(Markup& page, const std::vector<BookHeading>& headings)
{
    page.open("nav", {{"class", "contents"}, {"aria-labelledby", "contents-heading"}});
    page.element("h2", "Contents", {{"id", "contents-heading"}}).open("ul");
    for (auto part = headings.begin(); part != headings.end();)
    {
        const auto next = std::find_if(part + 1, headings.end(), [](const BookHeading& h) { return h.level == 2; });
        page.ready("<li>").element("a", part->title, {{"href", "#" + part->id}});
        if (std::any_of(part + 1, next, [](const BookHeading& h) { return h.level == 3; }))
        {
            page.open("ul");
            for (auto heading = part + 1; heading != next; ++heading)
                if (heading->level == 3)
                    page.ready("<li>").element("a", heading->title, {{"href", "#" + heading->id}}).close("li");
            page.close("ul");
        }
        page.close("li");
        part = next;
    }
    page.close("ul").close("nav");
}

void write_title(Markup& page, const rulebase::RuleBase& rules, const std::vector<BookHeading>& headings)
{
    page.open("header", {{"class", "title-page"}});
    page.element("p", "Federation Adviser", {{"class", "kicker"}});
    page.element("h1", "The rule book");
    page.element("p",
                 "Everything that Federation Adviser knows about how GP practices can work together, and in what legal "
                 "form: each "
                 "question, each rule in a sentence, and where it comes from.",
                 {{"class", "lead-in"}});
    write_particulars(page, rules);
    page.element("p", rules.settings.disclaimer, {{"class", "small"}});
    write_sign_off(page, headings);
    page.close("header");
}

} // namespace

void write_how_to_read(BookPage& page)
{
    page.part("reading", "How to read a rule");
    page.paragraph("When and then.",
                   "Every rule says when it holds, and what follows. The sentence is made from the rule itself, in the "
                   "words of the questions, so it says neither more nor less than the rule does. A question in "
                   "quotation marks leads to its full entry.");
    page.paragraph(
        "Not known.",
        "A question that is not answered, or is answered “We do not know”, makes a condition neither true nor "
        "false. The rule then says nothing yet. “Anything but no” needs an answer too.");
    page.paragraph("The group's answer.",
                   "Where each practice answers for itself, the group's answer is worked out from theirs. The entry "
                   "of the question says how: the middle one, the commonest, the total. It may lie between two "
                   "words of a scale; between “important” and “essential” counts as one of both.");
    page.paragraph("Every practice, no practice.",
                   "Such tests look at the practices that have answered, and are settled only when no "
                   "answer that is still missing can change them.");
    page.paragraph("For and against.",
                   "The strengths are: a little (1), plainly (2) and strongly (3), for or against. They are added up. "
                   "They never outweigh a rule that rules something out or makes it wait.");
    page.paragraph(
        "Partners read.",
        "This is the text that a practice reads when the rule holds. Words in [square brackets] are blanks that "
        "the program fills with the group's own answers.");
    page.paragraph(
        "Standing.",
        "Where the rule holds, from when until when, whether it is in force, expected, in consultation or superseded, "
        "and how sure the editors are: verified, known, uncertain or proposal. An uncertain rule may only warn. A "
        "rule that is only expected may warn, or speak a little for or against.");
    page.paragraph("Never with.",
                   "Names rules whose words would contradict this one, so that both must never be shown together.");
    page.paragraph("The gradient.",
                   "The steps of working together run from G0, separate, to G7, one organisation. They are described "
                   "with the models.");
}

std::string rule_book_as_html(const rulebase::RuleBase& rules)
{
    BookPage book(rules);
    write_how_to_read(book);
    write_questions(book);
    write_models(book);
    write_vehicles(book);
    write_compatibility(book);
    write_aspects(book);
    write_rules(book);
    write_relationship(book);
    write_scores(book);
    write_set_up(book);
    write_path(book);
    write_frameworks(book);
    write_glossary(book);
    write_sources(book);
    write_limits(book);
    write_annexes(book);
    book.end_parts();

    Markup page;
    write_head(page, rules);
    write_title(page, rules, book.headings());
    write_contents(page, book.headings());
    page.open("main", {{"id", "main"}}).ready(book.markup().str()).close("main");
    page.close("body").close("html");
    return page.str();
}

} // namespace fedadvise::report
