#include "document/page_layout.h"

#include "document/page_flow.h"

namespace fedadvise::document
{

void shift(Marks& marks, double down)
{
    for (Mark& mark : marks)
        std::visit([down](auto& one) { one.y += down; }, mark);
}

void make_artifacts(Marks& marks)
{
    for (Mark& mark : marks)
        if (auto* letters = std::get_if<Letters>(&mark))
            letters->style.node = letters->style.link = -1;
}

int Structure::add(std::string type, int parent)
{
    const int number = static_cast<int>(nodes.size());
    nodes.push_back({std::move(type), parent, "", "", {}});
    if (parent >= 0)
        nodes[static_cast<std::size_t>(parent)].children.push_back(number);
    return number;
}

Measures Measures::normal()
{
    return {};
}

Measures Measures::one_page(double body)
{
    Measures measures;
    measures.body = body;
    measures.margin = 36.85; // 13 mm
    measures.first_top = 36.85;
    measures.top = 48;
    measures.bottom = paper_height - 46;
    measures.longest_line = 75; // on one page, fitting matters more
    measures.air = 0.55;
    measures.leading = 1.3;
    measures.large_heading = 12.5;
    measures.header = 28;
    measures.footer = paper_height - 30;
    return measures;
}

PageLayout laid_out(const Document& document, std::shared_ptr<const Fonts> fonts, const Measures& measures)
{
    PageLayout layout;
    layout.fonts = std::move(fonts);
    layout.measures = measures;
    layout.title = utf8_of(drawable(document.title));
    layout.kind = utf8_of(drawable(document.kind));
    layout.subject = utf8_of(drawable(document.subject));
    layout.date = document.date;
    layout.language = utf8_of(drawable(document.language));
    Typesetter set(document, *layout.fonts, measures, layout.structure);
    put_on_pages(flow_of(document, set), layout);
    add_frames(document, layout);
    return layout;
}

PageLayout laid_out(const Document& document, std::shared_ptr<const Fonts> fonts)
{
    if (document.size == Size::Normal)
        return laid_out(document, std::move(fonts), Measures::normal());
    // The largest letters that need no more pages than the smallest.
    PageLayout best = laid_out(document, fonts, Measures::one_page(8));
    for (const double body : {10.0, 9.5, 9.0, 8.5})
    {
        PageLayout larger = laid_out(document, fonts, Measures::one_page(body));
        if (larger.pages.size() <= best.pages.size())
            return larger;
    }
    return best;
}

} // namespace fedadvise::document
