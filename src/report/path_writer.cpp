// Writes the path as a section of the text and of the HTML report.
#include "report/html_parts.h"
#include "report/presentation.h"
#include "report/text_parts.h"

#include "foundation/text_list.h"

namespace fedadvise::report
{

void write_path(TextPage& page, const PathAdvice& path)
{
    if (path.headline.empty())
        return;
    page.heading("The path, one step at a time", 2);
    page.paragraph(path.headline);
    for (const PathStop& stop : path.stops)
    {
        page.heading(stop.name, 3);
        page.paragraph(stop.text + " " + stop.words, 2);
        for (const PathNeed& need : stop.needs)
            page.item(need_words(need), 4);
        if (!stop.brings.empty())
            page.paragraph("What it brings:", 2);
        for (const PathModel& model : stop.brings)
            page.item(path_model_words(model), 4);
    }
    page.empty_line();
    page.paragraph(path.closing);
}

void write_path(Markup& page, const PathAdvice& path)
{
    page.element("p",
                 path.headline.empty() ? "No question has been answered, so no path can be drawn yet." : path.headline);
    if (path.stops.empty())
        return;
    page.open("ol");
    for (const PathStop& stop : path.stops)
    {
        page.open("li").element("strong", stop.name).text(": " + stop.text + " " + stop.words);
        if (!stop.needs.empty())
        {
            page.open("ul");
            for (const PathNeed& need : stop.needs)
                page.element("li", need_words(need));
            page.close("ul");
        }
        if (!stop.brings.empty())
        {
            page.element("p", "What it brings:").open("ul");
            for (const PathModel& model : stop.brings)
                page.element("li", path_model_words(model));
            page.close("ul");
        }
        page.close("li");
    }
    page.close("ol");
    if (!path.closing.empty())
        page.element("p", path.closing);
}

} // namespace fedadvise::report
