// Side by side in the rule book: aspect by aspect, what each model and vehicle gives and costs.
#include "document/html_page.h"
#include "foundation/text_list.h"
#include "report/rule_book_page.h"
#include "rulebase/option_fields.h"

namespace fedadvise::report
{

using document::close_table;
using document::open_table;

namespace
{

void write_sources_in_brackets(BookPage& page, const std::vector<rulebase::SourceId>& sources)
{
    page.markup().text(" (");
    page.source_links(sources);
    page.markup().text(")");
}

/// A row for every option that the aspect or the option's own field speaks about.
template <class Option>
void write_option_row(BookPage& page, const rulebase::Aspect& aspect, const Option& option, const std::string& field)
{
    const rulebase::OptionField own = rulebase::field_of(option, field);
    const rulebase::AspectText* more = rulebase::find_aspect_text(aspect, option.id);
    page.markup().open("tr").ready("<th scope=\"row\">");
    page.option_link(option.id);
    page.markup().close("th").ready("<td>");
    if (own.text != nullptr && !own.text->empty())
    {
        if (!own.sentences)
            page.markup().text(std::string{own.heading} + (own.heading.ends_with("?") ? " " : ": "));
        page.text(*own.text + (own.sentences ? "" : "."));
        page.markup().text(more == nullptr ? "" : " ");
    }
    if (more != nullptr)
    {
        page.text(more->text);
        write_sources_in_brackets(page, more->sources);
    }
    page.markup().close("td").close("tr");
}

void write_aspect(BookPage& page, const rulebase::Aspect& aspect)
{
    page.heading(3, anchor("aspect", aspect.id), aspect.name);
    page.paragraph(aspect.text);
    page.markup().ready("<p>").text("A group cares about it by its answers to: ");
    for (std::size_t i = 0; i < aspect.questions.size(); ++i)
    {
        page.markup().text(i == 0 ? "" : "; ");
        const rulebase::Question* question = rulebase::find_question(page.rules(), aspect.questions[i]);
        page.question_link(aspect.questions[i],
                           question == nullptr ? aspect.questions[i].value : question->short_label);
    }
    page.markup().text(".").close("p");
    open_table(page.markup(), aspect.name, {"Model or vehicle", "What it gives and costs"});
    for (const rulebase::Model& model : page.rules().models)
        write_option_row(page, aspect, model, aspect.model_field);
    for (const rulebase::Vehicle& vehicle : page.rules().vehicles)
        write_option_row(page, aspect, vehicle, aspect.vehicle_field);
    close_table(page.markup());
}

} // namespace

void write_aspects(BookPage& page)
{
    page.part("aspects", "Models and vehicles side by side");
    page.paragraph("What each option gives and costs, subject by subject. A row without a source in it repeats what "
                   "stands on the sheet of the option, with its sources there.");
    if (page.rules().aspects.empty())
        page.paragraph("This rule base has none.");
    for (const rulebase::Aspect& aspect : page.rules().aspects)
        write_aspect(page, aspect);
}

} // namespace fedadvise::report
