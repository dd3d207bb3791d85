// What stands beside the rules: set-up guides, the path, glossary, sources, limits, and the editors' annexes.
#include "document/html_page.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/rule_book_page.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

using document::close_table;
using document::open_table;

namespace
{

void none_yet(BookPage& page, bool empty)
{
    if (empty)
        page.paragraph("This rule base has none.");
}

/// "£50 (on 1 February 2026)".
std::string fee_words(const rulebase::SetupTask& task)
{
    if (!task.fee)
        return {};
    const std::string fee = "£" + foundation::with_thousands(*task.fee);
    return task.fee_as_at ? fee + " (on " + foundation::date_in_words(*task.fee_as_at) + ")" : fee;
}

std::vector<const rulebase::SetupTask*> in_order(const rulebase::SetupGuide& guide)
{
    std::vector<const rulebase::SetupTask*> tasks;
    for (const rulebase::SetupTask& task : guide.tasks)
        tasks.push_back(&task);
    std::stable_sort(tasks.begin(), tasks.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
    return tasks;
}

/// The numbers of the tasks that must be done before, as the table counts them.
std::string numbers_before(const std::vector<const rulebase::SetupTask*>& tasks, const rulebase::SetupTask& task)
{
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        if (std::find(task.after.begin(), task.after.end(), tasks[i]->id) != task.after.end())
            numbers.push_back(foundation::with_thousands(static_cast<std::int64_t>(i + 1)));
    return foundation::joined_as_sentence(numbers);
}

void write_task(BookPage& page, const std::vector<const rulebase::SetupTask*>& tasks, std::size_t at)
{
    const rulebase::SetupTask& task = *tasks[at];
    Markup& markup = page.markup();
    markup.open("tr").element("td", foundation::with_thousands(static_cast<std::int64_t>(at + 1)));
    markup.ready("<th scope=\"row\">").text(task.title).close("th").ready("<td>");
    page.text(task.text);
    if (!task.nations.empty())
        markup.text(" Only in " + nations_in_words(page.rules(), task.nations) + ".");
    if (const std::string before = numbers_before(tasks, task); !before.empty())
        markup.text(" After " + before + ".");
    if (!task.sources.empty())
    {
        markup.text(" (");
        page.source_links(task.sources);
        markup.text(")");
    }
    markup.close("td");
    const std::string cells[] = {task.owner, task.form, task.weeks ? counted(*task.weeks, "weeks") : "",
                                 fee_words(task)};
    for (const std::string& cell : cells)
        markup.element("td", cell.empty() ? "–" : cell);
    markup.close("tr");
}

void write_guide(BookPage& page, const rulebase::SetupGuide& guide)
{
    page.heading(3, anchor("setup", guide.id), guide.title);
    page.markup().ready("<p>").text("For: ");
    page.option_links(guide.options);
    page.markup().text(".").close("p");
    page.markup().open("div", {{"class", "guide"}});
    open_table(page.markup(), guide.title, {"No.", "Task", "What to do", "Who", "Form", "Time", "Fee"});
    const auto tasks = in_order(guide);
    for (std::size_t i = 0; i < tasks.size(); ++i)
        write_task(page, tasks, i);
    close_table(page.markup());
    page.markup().close("div");
}

std::string months_words(const rulebase::PathStage& stage)
{
    return "months " + foundation::with_thousands(stage.from_month) + " to " +
           foundation::with_thousands(stage.to_month);
}

void write_one_path(BookPage& page, const rulebase::Path& path)
{
    page.heading(3, anchor("path", path.id), path.title);
    if (!path.options.empty())
    {
        page.markup().ready("<p>").text("For: ");
        page.option_links(path.options);
        page.markup().text(".").close("p");
    }
    open_table(page.markup(), path.title,
               {"Stage", "When", "What happens", "Who leads", "Before the next stage begins"});
    std::vector<const rulebase::PathStage*> stages;
    for (const rulebase::PathStage& stage : path.stages)
        stages.push_back(&stage);
    std::stable_sort(stages.begin(), stages.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
    for (const rulebase::PathStage* stage : stages)
    {
        page.markup().open("tr").element("th", stage->title, {{"scope", "row"}}).element("td", months_words(*stage));
        page.markup().ready("<td>");
        page.text(stage->text);
        if (!stage->sources.empty())
        {
            page.markup().text(" (");
            page.source_links(stage->sources);
            page.markup().text(")");
        }
        page.markup().close("td").element("td", stage->owner);
        page.cell(stage->gate);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

/// Terms in alphabetical order, capitals or not.
std::vector<const rulebase::Term*> terms_by_name(const rulebase::RuleBase& rules)
{
    std::vector<const rulebase::Term*> terms;
    for (const rulebase::Term& term : rules.terms)
        terms.push_back(&term);
    std::sort(terms.begin(), terms.end(),
              [](const auto* a, const auto* b) {
                  return std::pair(foundation::lower_case(a->name), a->id) <
                         std::pair(foundation::lower_case(b->name), b->id);
              });
    return terms;
}

void write_term(BookPage& page, const rulebase::Term& term)
{
    page.entry(3, "entry term-entry", anchor("term", term.id), term.name, "");
    page.mark_as_seen(term.id);
    page.paragraph(term.plain);
    page.paragraph(term.detail);
    if (!term.also.empty())
        page.markup().element("p", "Also: " + foundation::joined(term.also, ", ") + ".", {{"class", "small"}});
    if (!term.sources.empty())
    {
        page.markup().ready("<p class=\"small\">").text(term.sources.size() == 1 ? "Source: " : "Sources: ");
        page.source_links(term.sources);
        page.markup().text(".").close("p");
    }
    page.end_entry();
}

bool is_web_address(std::string_view url)
{
    return url.starts_with("https://") || url.starts_with("http://");
}

std::string seen_words(const std::string& seen)
{
    if (seen == "seed")
        return "full text";
    if (seen == "abs")
        return "abstract";
    if (seen == "page")
        return "opening of the page";
    if (seen == "extract")
        return "the part that matters";
    return seen == "known" ? "not looked up again" : seen;
}

void write_source(BookPage& page, const rulebase::Source& source)
{
    Markup& markup = page.markup();
    markup.open("tr", {{"id", anchor("source", source.id.value)}})
        .element("th", source.id.value, {{"scope", "row"}, {"class", "day"}});
    markup.ready("<td>").element("strong", source.title);
    std::string where;
    for (const std::string& part : {source.publisher, source.year, source.kind})
        where += part.empty() ? "" : ", " + part;
    markup.text(where.ends_with('.') ? where : where + ".");
    if (is_web_address(source.url))
        markup.text(" ").element("a", source.url, {{"href", source.url}, {"class", "address"}});
    const auto rules = page.rules_that_rest_on(source.id);
    if (!rules.empty())
    {
        markup.ready("<br>").text("Rules: ");
        page.rule_links(rules);
    }
    markup.close("td")
        .element("td", rulebase::tag_name(source.tag) + (source.seen.empty() ? "" : "; " + seen_words(source.seen)))
        .element("td", foundation::date_in_words(source.checked))
        .element("td", foundation::date_in_words(source.review))
        .close("tr");
}

void write_candidates(BookPage& page)
{
    page.part("candidates", "Annex: rules that were proposed");
    page.paragraph("The editors weighed every rule that was proposed, one by one. This log tells what became of each, "
                   "and why where it "
                   "was not taken as it stood.");
    none_yet(page, page.rules().candidates.empty());
    if (page.rules().candidates.empty())
        return;
    open_table(page.markup(), "Proposed rules and what became of them",
               {"Proposal", "List", "Outcome", "Rules now", "Reason"});
    for (const rulebase::Candidate& candidate : page.rules().candidates)
    {
        page.markup()
            .open("tr")
            .element("th", candidate.id, {{"scope", "row"}})
            .element("td", candidate.from)
            .element("td", rulebase::outcome_name(candidate.outcome))
            .ready("<td>");
        page.rule_links(candidate.rules);
        page.markup().close("td");
        page.cell(candidate.reason);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

/// Rules, questions and options are linked; other ids stand as they are.
void write_about(BookPage& page, const std::string& id)
{
    if (rulebase::find_rule(page.rules(), {id}) != nullptr)
        page.rule_links({{id}});
    else if (rulebase::find_question(page.rules(), {id}) != nullptr)
        page.question_link({id}, id);
    else
        page.option_link({id});
}

void write_waivers(BookPage& page)
{
    page.part("waivers", "Annex: findings that were accepted");
    page.paragraph("The checks of the rule base find some things that the editors accept. Each is accepted only for as "
                   "long as what "
                   "it is about does not change.");
    none_yet(page, page.rules().waivers.empty());
    if (page.rules().waivers.empty())
        return;
    open_table(page.markup(), "Accepted findings", {"Finding", "About", "Reason"});
    for (const rulebase::Waiver& waiver : page.rules().waivers)
    {
        page.markup().open("tr").element("th", waiver.finding, {{"scope", "row"}}).ready("<td>");
        for (const std::string& id : waiver.about)
        {
            page.markup().text(&id == waiver.about.data() ? "" : ", ");
            write_about(page, id);
        }
        page.markup().close("td");
        page.cell(waiver.reason);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

void write_editions(BookPage& page)
{
    page.part("editions", "Annex: editions");
    none_yet(page, page.rules().editions.empty());
    if (page.rules().editions.empty())
        return;
    open_table(page.markup(), "Editions of the rule base, and what changed", {"Version", "Date", "What changed"});
    for (const rulebase::Edition& edition : page.rules().editions)
    {
        page.markup()
            .open("tr")
            .element("th", edition.version, {{"scope", "row"}})
            .element("td", foundation::date_in_words(edition.date));
        page.cell(edition.text);
        page.markup().close("tr");
    }
    close_table(page.markup());
}

} // namespace

void write_set_up(BookPage& page)
{
    page.part("set-up", "Setting up");
    page.paragraph(
        "What has to be done to set up a vehicle or model, in order. Times are typical. A fee is what was charged on "
        "the day "
        "beside it: look it up again before you pay. Where no fee is given there is none, or it varies and the text "
        "says so.");
    none_yet(page, page.rules().setups.empty());
    for (const rulebase::SetupGuide& guide : page.rules().setups)
        write_guide(page, guide);
}

void write_path(BookPage& page)
{
    page.part("path", "The path over time");
    none_yet(page, page.rules().paths.empty());
    for (const rulebase::Path& path : page.rules().paths)
        write_one_path(page, path);
}

void write_glossary(BookPage& page)
{
    page.part("glossary", "Glossary");
    page.paragraph("Terms of art, plain words first. In the rules, the first use of a term leads here.");
    none_yet(page, page.rules().terms.empty());
    for (const rulebase::Term* term : terms_by_name(page.rules()))
        write_term(page, *term);
}

void write_sources(BookPage& page)
{
    page.part("sources", "Sources");
    page.paragraph("Every rule names the sources it rests on. “Tag” tells how sure the researchers are of what was "
                   "taken from a source: "
                   "verified (read in the source), known (common professional knowledge, not looked up again), "
                   "uncertain (may warn, "
                   "never more), or proposal (a choice of the editors).");
    page.markup().open("div", {{"class", "register"}});
    open_table(page.markup(), "Register of sources",
               {"Id", "Source and the rules that rest on it", "Tag, and what was seen", "Last check", "Next review"});
    for (const rulebase::Source& source : page.rules().sources)
        write_source(page, source);
    close_table(page.markup());
    page.markup().close("div");
    if (page.rules().inspirations.empty())
        return;
    page.heading(3, "inspirations", "Works that shaped this rule base");
    page.markup().open("ul");
    for (const rulebase::Inspiration& inspiration : page.rules().inspirations)
    {
        page.markup().ready("<li>").element("strong", inspiration.name).text(": ");
        page.text(inspiration.text);
        page.markup().text(" (");
        page.source_links({inspiration.source});
        page.markup().text(")").close("li");
    }
    page.markup().close("ul");
}

void write_limits(BookPage& page)
{
    page.part("limits", "What is not considered");
    page.paragraph(page.rules().settings.disclaimer);
    page.markup().open("ul");
    for (const std::string& sentence : page.rules().settings.not_considered)
    {
        page.markup().ready("<li>");
        page.text(sentence);
        page.markup().close("li");
    }
    page.markup().close("ul");
    if (page.rules().unstated.empty())
        return;
    page.heading(3, "unstated", "Law that the questions cannot express");
    page.markup().open("ul");
    for (const rulebase::UnstatedConstraint& unstated : page.rules().unstated)
    {
        page.markup().ready("<li>").element("strong", unstated.id).text(": ");
        page.text(unstated.reason);
        page.markup().close("li");
    }
    page.markup().close("ul");
}

void write_annexes(BookPage& page)
{
    write_candidates(page);
    write_waivers(page);
    write_editions(page);
}

} // namespace fedadvise::report
