#include "gui/scene_panel.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/control.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/intl.h>
#include <wx/math.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <variant>

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

wxColour colour_of(document::Ink ink)
{
    const Colours palette = colours();
    switch (ink)
    {
    case document::Ink::Text: return palette.text;
    case document::Ink::Soft: return palette.soft;
    case document::Ink::Accent: return palette.accent;
    case document::Ink::Pale: return palette.track;
    case document::Ink::None:
    case document::Ink::Paper: break;
    }
    return palette.paper;
}

/// Puts the shapes of a scene on the screen, all but its words.
class Painter
{
public:
    explicit Painter(wxGraphicsContext& context) : m_context(context) {}

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

    void operator()(const document::Words&) const {}

private:
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

    wxGraphicsContext& m_context;
};

/// Puts the words of a scene on the screen, by the device itself: GDI+ draws nothing in a font that stands for another.
class WordPainter
{
public:
    /// `scale` is pixels for each unit of the scene, `left` where it begins, in units.
    WordPainter(wxDC& dc, const wxWindow& window, const document::Scene& scene, int letters, double scale, double left)
        : m_dc(dc), m_window(window), m_scene(scene), m_letters(letters), m_scale(scale), m_left(left)
    {
    }

    void draw(const document::Words& words) const
    {
        m_dc.SetFont(scaled_font(m_window, static_cast<double>(words.size) / m_letters,
                                 words.strong ? wxFONTWEIGHT_BOLD : wxFONTWEIGHT_NORMAL));
        m_dc.SetTextForeground(colour_of(words.ink));
        const wxString text = within(to_wx(words.text), room_of(words) * m_scale);
        int width = 0, height = 0, descent = 0;
        m_dc.GetTextExtent(text, &width, &height, &descent);
        const int before = words.anchor == document::Anchor::Start ? 0
                           : words.anchor == document::Anchor::End ? width
                                                                   : width / 2;
        m_dc.DrawText(text, wxRound((m_left + words.x) * m_scale) - before,
                      wxRound(words.y * m_scale) - (height - descent));
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
        while (m_dc.GetTextExtent(text).x > room + 1 && text.length() > 2)
            text = text.Left(text.length() - 2) + wxS("…");
        return text;
    }

    wxDC& m_dc;
    const wxWindow& m_window;
    const document::Scene& m_scene;
    int m_letters;
    double m_scale;
    double m_left;
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
    const double scale = FromDIP(1000) / 1000.0;
    const double left = std::max(m_size.width - m_scene.width, 0) / 2.0; // narrower than its place: in the middle
    if (const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc)); context)
    {
        context->Scale(scale, scale);
        context->Translate(left, 0);
        const Painter painter(*context);
        for (const document::Shape& shape : m_scene.shapes)
            std::visit(painter, shape);
    }
    const WordPainter painter(dc, *this, m_scene, m_size.letters, scale, left);
    for (const document::Shape& shape : m_scene.shapes)
        if (const auto* words = std::get_if<document::Words>(&shape))
            painter.draw(*words);
}

} // namespace fedadvise::gui
