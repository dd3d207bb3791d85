#include "report/lines.h"

#include "document/text_layout.h"

namespace fedadvise::report
{

using document::TextPage;

std::string lines_as_text(const Lines& lines)
{
    constexpr std::size_t below_an_item = 4;
    TextPage page;
    for (const Line& line : lines)
        switch (line.kind)
        {
        case LineKind::Title: page.heading(line.text, 1); break;
        case LineKind::Heading: page.heading(line.text, 2); break;
        case LineKind::Subheading: page.heading(line.text, 3); break;
        case LineKind::Body: page.paragraph(line.text); break;
        case LineKind::Item: page.item(line.text); break;
        case LineKind::Detail: page.item(line.text, below_an_item, "*"); break;
        }
    return page.text();
}

} // namespace fedadvise::report
