#include "document/pdf_writer.h"

#include "document/page_painter.h"
#include "foundation/date.h"

#include <cairo-pdf.h>

#include <algorithm>

namespace fedadvise::document
{

namespace
{

constexpr const char* fixed_day = "2000-01-01";

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string whole(double points)
{
    return std::to_string(static_cast<int>(points));
}

class PdfDrawing
{
public:
    explicit PdfDrawing(const PageLayout& layout)
        : m_layout(layout),
          m_surface(cairo_pdf_surface_create_for_stream(append, &m_drawn.bytes, paper_width, paper_height)),
          m_cairo(cairo_create(m_surface))
    {
    }
    PdfDrawing(const PdfDrawing&) = delete;
    PdfDrawing& operator=(const PdfDrawing&) = delete;
    ~PdfDrawing()
    {
        cairo_destroy(m_cairo);
        cairo_surface_destroy(m_surface);
    }

    foundation::Result<DrawnPdf> draw()
    {
        describe();
        prepare_for_letters(m_cairo);
        for (const Page& page : m_layout.pages)
        {
            m_drawn.nodes.emplace_back();
            paint_page(m_cairo, *m_layout.fonts, page, [this](int node) { begin(node); });
            begin(-1);
            cairo_show_page(m_cairo);
        }
        add_bookmarks();
        cairo_surface_finish(m_surface);
        for (const cairo_status_t status : {cairo_status(m_cairo), cairo_surface_status(m_surface)})
            if (status != CAIRO_STATUS_SUCCESS)
                return pdf_failed(cairo_status_to_string(status));
        return std::move(m_drawn);
    }

private:
    void describe()
    {
        const auto set = [this](cairo_pdf_metadata_t what, const std::string& text)
        { cairo_pdf_surface_set_metadata(m_surface, what, text.c_str()); };
        set(CAIRO_PDF_METADATA_TITLE, m_layout.title);
        set(CAIRO_PDF_METADATA_AUTHOR, "Federation Adviser");
        set(CAIRO_PDF_METADATA_SUBJECT, m_layout.subject);
        // written over later; without any, cairo would read the clock
        set(CAIRO_PDF_METADATA_CREATE_DATE, std::string(fixed_day) + "T00:00:00Z");
    }

    /// Every piece is marked as a paragraph here; the structure that is put over it later knows better.
    void begin(int node)
    {
        if (node == m_node)
            return;
        if (m_node >= 0)
            cairo_tag_end(m_cairo, "P");
        m_node = node;
        if (node < 0)
            return;
        cairo_tag_begin(m_cairo, "P", "");
        m_drawn.nodes.back().push_back(node);
    }

    void add_bookmarks()
    {
        int last_of_level_2 = CAIRO_PDF_OUTLINE_ROOT;
        for (const PlacedHeading& heading : m_layout.headings)
        {
            const std::u32string letters = drawable(heading.text);
            if (heading.level > 3 || letters.empty())
                continue;
            const double y = std::max(0.0, heading.spot.y - 6);
            const std::string place = "page=" + std::to_string(heading.spot.page + 1) + " pos=[0 " + whole(y) + "]";
            const int parent = heading.level == 2 ? CAIRO_PDF_OUTLINE_ROOT : last_of_level_2;
            const int number = cairo_pdf_surface_add_outline(m_surface, parent, utf8_of(letters).c_str(), place.c_str(),
                                                             heading.level == 2 ? cairo_pdf_outline_flags_t{}
                                                                                : cairo_pdf_outline_flags_t{});
            if (heading.level == 2)
                last_of_level_2 = number;
        }
    }

    const PageLayout& m_layout;
    DrawnPdf m_drawn;
    cairo_surface_t* m_surface;
    cairo_t* m_cairo;
    int m_node = -1;
};

} // namespace

foundation::Error pdf_failed(const std::string& why)
{
    return {"document.pdf-failed", "The PDF could not be made: " + why + ".",
            "Choose another format, and report this with the case file if you can."};
}

std::string pdf_date(const std::string& date)
{
    std::string digits;
    for (const char c : foundation::parse_date(date) ? date : fixed_day)
        if (c != '-')
            digits += c;
    return "D:" + digits + "000000Z";
}

foundation::Result<DrawnPdf> drawn_pdf(const PageLayout& layout)
{
    return PdfDrawing(layout).draw();
}

} // namespace fedadvise::document
