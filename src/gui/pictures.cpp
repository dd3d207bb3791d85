#include "gui/pictures.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/intl.h>

#include <algorithm>
#include <memory>

namespace fedadvise::gui
{
namespace
{

wxString names_where(const std::vector<report::GradientStop>& stops, bool report::GradientStop::*flag)
{
    wxString names;
    for (const report::GradientStop& stop : stops)
    {
        if (stop.*flag)
            names += (names.empty() ? wxString() : wxS(", ")) + to_wx(stop.name);
    }
    return names;
}

void redraw_on_resize(wxWindow* window)
{
    window->Bind(wxEVT_SIZE,
                 [window](wxSizeEvent& event)
                 {
                     event.Skip();
                     window->Refresh();
                 });
}

} // namespace

GradientLine::GradientLine(wxWindow* parent) : wxPanel(parent)
{
    redraw_on_resize(this);
    SetMinSize(wxSize(GetCharWidth() * 30, FromDIP(40) + GetCharHeight() * 2));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
}

void GradientLine::show(const std::vector<report::GradientStop>& stops)
{
    m_stops = stops;
    describe_picture(this, _("The collaboration gradient"), gradient_in_words(stops, std::string()));
    Refresh();
}

void GradientLine::paint()
{
    wxPaintDC dc(this);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (m_stops.empty() || !context)
        return;
    const Colours palette = colours();
    const double width = GetClientSize().x;
    const double step = width / static_cast<double>(m_stops.size());
    const double y = FromDIP(22);
    const double radius = FromDIP(9);
    const bool staggered = is_staggered(GetClientSize().x);
    for (std::size_t i = 0; i + 1 < m_stops.size(); ++i)
    {
        const double x = step * (static_cast<double>(i) + 0.5);
        const bool beyond = !m_stops[i + 1].within_cap;
        context->SetPen(
            wxPen(beyond ? palette.line : palette.soft, FromDIP(3), beyond ? wxPENSTYLE_DOT : wxPENSTYLE_SOLID));
        context->StrokeLine(x + radius, y, x + step - radius, y);
    }
    for (std::size_t i = 0; i < m_stops.size(); ++i)
    {
        const report::GradientStop& stop = m_stops[i];
        const double x = step * (static_cast<double>(i) + 0.5);
        context->SetPen(wxPen(stop.leading ? palette.accent : palette.soft, FromDIP(stop.within_cap ? 2 : 1)));
        context->SetBrush(wxBrush(stop.leading ? palette.accent : palette.paper));
        context->DrawEllipse(x - radius, y - radius, 2 * radius, 2 * radius);
        if (stop.current)
        { // a ring around: visible without colour
            context->SetBrush(*wxTRANSPARENT_BRUSH);
            context->SetPen(wxPen(palette.text, FromDIP(2)));
            context->DrawEllipse(x - radius * 1.6, y - radius * 1.6, 3.2 * radius, 3.2 * radius);
        }
        const bool lower = staggered && i % 2 == 1;
        const double top = y + radius * 1.6 + FromDIP(4) + (lower ? GetCharHeight() * 2 : 0);
        draw_name(*context, i, x, top, staggered ? 2 * step : step);
    }
}

bool GradientLine::is_staggered(int width) const
{
    if (m_stops.empty())
        return false;
    const int step = width / static_cast<int>(m_stops.size());
    return std::any_of(m_stops.begin(), m_stops.end(),
                       [&](const report::GradientStop& stop)
                       {
                           const wxArrayString words = wxSplit(to_wx(stop.name), ' ', 0);
                           return std::any_of(words.begin(), words.end(),
                                              [&](const wxString& word)
                                              { return GetTextExtent(word).x + FromDIP(10) > step; });
                       });
}

void GradientLine::wrap_to(int width)
{
    const int step = m_stops.empty() ? width : width / static_cast<int>(m_stops.size());
    const bool long_names =
        std::any_of(m_stops.begin(), m_stops.end(),
                    [&](const report::GradientStop& stop) { return GetTextExtent(to_wx(stop.name)).x > step * 3 / 2; });
    const int rows = is_staggered(width) ? 4 : long_names ? 3 : 2;
    const wxSize wanted(GetCharWidth() * 30, FromDIP(40) + GetCharHeight() * rows);
    if (GetMinSize() != wanted)
        SetMinSize(wanted);
}

void GradientLine::draw_name(wxGraphicsContext& context, std::size_t stop, double x, double top, double width) const
{
    const report::GradientStop& drawn = m_stops[stop];
    const Colours palette = colours();
    context.SetFont(scaled_font(*this, 0.9, drawn.leading || drawn.current ? wxFONTWEIGHT_BOLD : wxFONTWEIGHT_NORMAL),
                    drawn.within_cap ? palette.text : palette.soft);
    const wxString name = wrap_text(*this, to_wx(drawn.name), static_cast<int>(width) - FromDIP(6));
    for (const wxString& line : wxSplit(name, '\n', 0))
    {
        double text_width = 0, text_height = 0;
        context.GetTextExtent(line, &text_width, &text_height);
        context.DrawText(line, std::clamp(x - text_width / 2, 0.0, std::max(0.0, GetClientSize().x - text_width)), top);
        top += text_height;
    }
}

wxString gradient_in_words(const std::vector<report::GradientStop>& stops, const std::string& cap_words)
{
    wxString words;
    if (const wxString now = names_where(stops, &report::GradientStop::current); !now.empty())
        words += _("The group is now at: ") + now + wxS(". ");
    if (const wxString leading = names_where(stops, &report::GradientStop::leading); !leading.empty())
        words += _("The leading models stand at: ") + leading + wxS(". ");
    return words + to_wx(cap_words);
}

GaugeBar::GaugeBar(wxWindow* parent) : wxPanel(parent)
{
    redraw_on_resize(this);
    SetMinSize(wxSize(GetCharWidth() * 16, FromDIP(18)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
}

void GaugeBar::show(const report::Gauge& gauge)
{
    m_gauge = gauge;
    describe_picture(this, to_wx(gauge.title), to_wx(gauge.band + ". " + gauge.in_words));
    Refresh();
}

void GaugeBar::paint()
{
    wxPaintDC dc(this);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context)
        return;
    const Colours palette = colours();
    const wxSize size = GetClientSize();
    const double height = FromDIP(12);
    const double top = (size.y - height) / 2;
    context->SetPen(wxPen(palette.soft, 1));
    context->SetBrush(wxBrush(palette.track));
    context->DrawRoundedRectangle(0.5, top, size.x - 1.0, height, height / 2);
    if (!m_gauge.known)
        return;
    context->SetBrush(wxBrush(palette.accent));
    const double filled = std::clamp(m_gauge.filled, 0.0, 1.0) * (size.x - 1.0);
    if (filled > height)
        context->DrawRoundedRectangle(0.5, top, filled, height, height / 2);
}

} // namespace fedadvise::gui
