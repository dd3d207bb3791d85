#include "gui/scene_panel.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/control.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/intl.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace fedadvise::gui
{
namespace
{

constexpr int narrowest_letters = 26; ///< a picture is never narrower than so many letters
constexpr int smallest_letters = 8;

/// Size of the window's letters in the measure of scenes: high enough for them, and wide enough by the scenes' guess of
/// a text's width.
int letter_size(const wxWindow& window)
{
    const wxString sample = wxS("Points strongly towards a shared company for contracts and training");
    const int width = window.ToDIP(window.GetTextExtent(sample)).x;
    const int guess = document::guessed_width(to_utf8(sample), 100);
    const int by_width = (width * 100 + guess / 2) / guess;
    const int by_height = window.ToDIP(wxSize(0, window.GetCharHeight())).y * 10 / 14; // a line with its space
    return std::max({smallest_letters, by_width, by_height});
}

/// Puts the shapes of a scene on the screen.
class Painter
{
public:
    Painter(wxGraphicsContext& context, const wxWindow& window, const document::Scene& scene, int letters)
        : m_context(context), m_window(window), m_scene(scene), m_letters(letters), m_palette(colours())
    {
    }

    void operator()(const document::Line& line) const
    {
        use(document::Ink::None, line.stroke);
        m_context.StrokeLine(line.x1, line.y1, line.x2, line.y2);
    }

    void operator()(const document::Box& box) const
    {
        use(box.fill, box.stroke);
        if (box.radius > 0)
            m_context.DrawRoundedRectangle(box.x, box.y, box.width, box.height,
                                           std::min({box.radius, box.width / 2, box.height / 2}));
        else
            m_context.DrawRectangle(box.x, box.y, box.width, box.height);
    }

    void operator()(const document::Disc& disc) const
    {
        use(disc.fill, disc.stroke);
        m_context.DrawEllipse(disc.x - disc.radius, disc.y - disc.radius, 2 * disc.radius, 2 * disc.radius);
    }

    void operator()(const document::Arc& arc) const
    {
        use(document::Ink::None, arc.stroke);
        constexpr double degree = std::numbers::pi / 180;
        const double from = arc.from * degree, sweep = std::min(arc.to - arc.from, 360) * degree;
        // As curves of at most a quarter: not every back end begins AddArc where the arc begins
        const int parts = std::max(1, static_cast<int>(std::ceil(sweep / (std::numbers::pi / 2) - 1e-9)));
        const double step = sweep / parts, handle = arc.radius * 4 / 3.0 * std::tan(step / 4);
        wxGraphicsPath path = m_context.CreatePath();
        path.MoveToPoint(arc.x + arc.radius * std::cos(from), arc.y + arc.radius * std::sin(from));
        for (int part = 0; part < parts; ++part)
        {
            const double begin = from + part * step, end = begin + step;
            const double x1 = arc.x + arc.radius * std::cos(begin), y1 = arc.y + arc.radius * std::sin(begin);
            const double x2 = arc.x + arc.radius * std::cos(end), y2 = arc.y + arc.radius * std::sin(end);
            path.AddCurveToPoint(x1 - handle * std::sin(begin), y1 + handle * std::cos(begin),
                                 x2 + handle * std::sin(end), y2 - handle * std::cos(end), x2, y2);
        }
        m_context.StrokePath(path);
    }

    void operator()(const document::Words& words) const
    {
        const double factor = static_cast<double>(words.size) / m_letters;
        wxFont font = scaled_font(m_window, factor, words.strong ? wxFONTWEIGHT_BOLD : wxFONTWEIGHT_NORMAL);
        if (const double scale = m_window.FromDIP(1000) / 1000.0; scale > 1) // the context is scaled already
            font.SetFractionalPointSize(font.GetFractionalPointSize() / scale);
        m_context.SetFont(font, colour_of(words.ink));
        const wxString text = within(to_wx(words.text), room_of(words));
        double width = 0, height = 0, descent = 0, leading = 0;
        m_context.GetTextExtent(text, &width, &height, &descent, &leading);
        const double before = words.anchor == document::Anchor::Start ? 0
                              : words.anchor == document::Anchor::End ? width
                                                                      : width / 2;
        m_context.DrawText(text, words.x - before, words.y - (height - descent));
    }

private:
    [[nodiscard]] double room_of(const document::Words& words) const
    {
        switch (words.anchor)
        {
        case document::Anchor::Start: return m_scene.width - words.x;
        case document::Anchor::End: return words.x;
        case document::Anchor::Middle: break;
        }
        return 2.0 * std::min(words.x, m_scene.width - words.x);
    }

    /// The text, cut with "…" where it would leave the picture.
    [[nodiscard]] wxString within(wxString text, double room) const
    {
        double width = 0, height = 0;
        m_context.GetTextExtent(text, &width, &height);
        while (width > room + 1 && text.length() > 2)
        {
            text = text.Left(text.length() - 2) + wxS("…");
            m_context.GetTextExtent(text, &width, &height);
        }
        return text;
    }

    void use(document::Ink fill, const document::Stroke& stroke) const
    {
        m_context.SetBrush(fill == document::Ink::None ? *wxTRANSPARENT_BRUSH : wxBrush(colour_of(fill)));
        if (stroke.ink == document::Ink::None || stroke.width <= 0)
        {
            m_context.SetPen(*wxTRANSPARENT_PEN);
            return;
        }
        wxPen pen(colour_of(stroke.ink), stroke.width, stroke.dashed ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID);
        pen.SetCap(wxCAP_BUTT);
        m_context.SetPen(pen);
    }

    [[nodiscard]] wxColour colour_of(document::Ink ink) const
    {
        switch (ink)
        {
        case document::Ink::Text: return m_palette.text;
        case document::Ink::Soft: return m_palette.soft;
        case document::Ink::Accent: return m_palette.accent;
        case document::Ink::Pale: return m_palette.track;
        case document::Ink::None:
        case document::Ink::Paper: break;
        }
        return m_palette.paper;
    }

    wxGraphicsContext& m_context;
    const wxWindow& m_window;
    const document::Scene& m_scene;
    int m_letters;
    Colours m_palette;
};

} // namespace

ScenePanel::ScenePanel(wxWindow* parent) : wxPanel(parent)
{
    SetMinSize(wxSize(GetCharWidth() * narrowest_letters, FromDIP(10)));
    describe_picture(this, _("A picture"), wxString());
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             Refresh();
         });
}

void ScenePanel::show(Draw draw)
{
    m_draw = std::move(draw);
    m_size = {};
    draw_for(std::max(GetClientSize().x, GetMinSize().x));
    describe_picture(this, to_wx(m_scene.title), to_wx(m_scene.description));
    Refresh();
}

void ScenePanel::wrap_to(int width)
{
    draw_for(width);
}

void ScenePanel::draw_for(int width)
{
    const report::SceneSize wanted{std::max(ToDIP(width), 1), letter_size(*this)};
    if (!m_draw || (wanted.width == m_size.width && wanted.letters == m_size.letters))
        return;
    m_size = wanted;
    m_scene = m_draw(m_size);
    const wxSize least(GetCharWidth() * narrowest_letters, FromDIP(std::max(m_scene.height, 1)));
    if (GetMinSize() != least)
        SetMinSize(least);
}

void ScenePanel::paint()
{
    wxPaintDC dc(this);
    draw_for(GetClientSize().x);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context || m_scene.shapes.empty())
        return;
    const double scale = FromDIP(1000) / 1000.0;
    context->Scale(scale, scale);
    if (const int spare = m_size.width - m_scene.width; spare > 0)
        context->Translate(spare / 2.0, 0); // narrower than its place: in the middle
    const Painter painter(*context, *this, m_scene, m_size.letters);
    for (const document::Shape& shape : m_scene.shapes)
        std::visit(painter, shape);
}

} // namespace fedadvise::gui
