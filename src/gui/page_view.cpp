#include "gui/page_view.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/printing.h"

#include <wx/dcbuffer.h>
#include <wx/intl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr std::array<int, 9> zoom_steps = {25, 50, 75, 100, 125, 150, 200, 300, 400};
constexpr double paper_width = 210 / 25.4, paper_height = 297 / 25.4; ///< inches
constexpr int usual_dots = 96;
constexpr int smallest_dots = 20, largest_dots = 600;
constexpr std::size_t most_drawn = 6;
constexpr int page_margin = 12;

} // namespace

PageView::PageView(wxWindow* parent, std::function<void()> moved)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxHSCROLL | wxWANTS_CHARS),
      m_moved(std::move(moved))
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(16), FromDIP(16));
    ShowScrollbars(wxSHOW_SB_DEFAULT, wxSHOW_SB_ALWAYS); // else fitting the width would change the width
    keep_scrollbars_visible(this);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             measure();
         });
    Bind(wxEVT_KEY_DOWN, &PageView::press, this);
    Bind(wxEVT_MOUSEWHEEL, &PageView::turn_wheel, this);
    for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
        Bind(type,
             [this](wxFocusEvent& event)
             {
                 event.Skip();
                 Refresh();
             });
}

void PageView::show(std::shared_ptr<const document::Pages> pages, const wxString& name)
{
    m_pages = std::move(pages);
    m_name = name;
    m_page = 0;
    m_drawn.clear();
    Scroll(0, 0);
    measure();
    describe();
}

void PageView::go_to(std::size_t page)
{
    page = count() == 0 ? 0 : std::min(page, count() - 1);
    if (page == m_page)
        return;
    m_page = page;
    Scroll(0, 0);
    describe();
    Refresh();
    m_moved();
}

void PageView::describe()
{
    describe_picture(this,
                     wxString::Format(_("%s, page %zu of %zu"), m_name, m_page + 1, std::max<std::size_t>(count(), 1)),
                     _("A picture of the page. The part \"As text\" has the same in words."));
}

void PageView::fit(PageFit fit, int percent)
{
    m_fit = fit;
    m_percent = std::clamp(percent, zoom_steps.front(), zoom_steps.back());
    measure();
}

int PageView::percent() const
{
    return static_cast<int>(std::lround(m_dots * 100 / (usual_dots * GetDPIScaleFactor())));
}

void PageView::zoom_in()
{
    const int now = percent();
    const auto* const next = std::find_if(zoom_steps.begin(), zoom_steps.end(), [&](int step) { return step > now; });
    fit(PageFit::Percent, next == zoom_steps.end() ? zoom_steps.back() : *next);
}

void PageView::zoom_out()
{
    const int now = percent();
    const auto next = std::find_if(zoom_steps.rbegin(), zoom_steps.rend(), [&](int step) { return step < now; });
    fit(PageFit::Percent, next == zoom_steps.rend() ? zoom_steps.front() : *next);
}

wxSize PageView::page_size() const
{
    const double pixels = m_dots / GetContentScaleFactor();
    return {static_cast<int>(std::lround(paper_width * pixels)), static_cast<int>(std::lround(paper_height * pixels))};
}

void PageView::measure()
{
    const wxSize room = GetClientSize() - FromDIP(wxSize(2 * page_margin, 2 * page_margin));
    const double wide = room.x * GetContentScaleFactor() / paper_width;
    const double high = room.y * GetContentScaleFactor() / paper_height;
    double dots = m_percent * usual_dots * GetDPIScaleFactor() / 100;
    if (m_fit == PageFit::Width)
        dots = wide;
    else if (m_fit == PageFit::Whole)
        dots = std::min(wide, high);
    const int before = std::exchange(m_dots, std::clamp(static_cast<int>(dots), smallest_dots, largest_dots));
    if (before != m_dots)
        m_drawn.clear();
    SetVirtualSize(page_size() + FromDIP(wxSize(2 * page_margin, 2 * page_margin)));
    Refresh();
    m_moved();
}

const wxBitmap& PageView::bitmap()
{
    const auto found = m_drawn.find(m_page);
    if (found != m_drawn.end())
        return found->second;
    if (m_drawn.size() >= most_drawn)
        m_drawn.clear();
    return m_drawn.emplace(m_page, bitmap_of(m_pages->picture(m_page, m_dots), GetContentScaleFactor())).first->second;
}

void PageView::paint()
{
    wxAutoBufferedPaintDC dc(this);
    const Colours palette = colours();
    dc.SetBackground(wxBrush(palette.line));
    dc.Clear();
    if (!m_pages)
        return;
    DoPrepareDC(dc);
    const wxSize size = page_size();
    const int margin = FromDIP(page_margin);
    const int left = std::max(margin, (GetClientSize().x - size.x) / 2);
    dc.DrawBitmap(bitmap(), left, margin);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.SetPen(HasFocus() ? wxPen(palette.accent, FromDIP(3)) : wxPen(palette.soft, 1));
    dc.DrawRectangle(wxRect(wxPoint(left, margin), size).Inflate(FromDIP(2)));
}

void PageView::press(wxKeyEvent& event)
{
    if (event.HasModifiers())
    {
        event.Skip();
        return;
    }
    switch (event.GetKeyCode())
    {
    case WXK_PAGEDOWN:
    case WXK_NUMPAD_PAGEDOWN:
    case WXK_SPACE: go_on(); break;
    case WXK_PAGEUP:
    case WXK_NUMPAD_PAGEUP: go_back(); break;
    case WXK_HOME:
    case WXK_NUMPAD_HOME: go_to(0); break;
    case WXK_END:
    case WXK_NUMPAD_END: go_to(count()); break;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        break;
    default: event.Skip(); // the arrows scroll
    }
}

/// Scrolls, and at the end of the page goes on to the next.
void PageView::turn_wheel(wxMouseEvent& event)
{
    const bool down = event.GetWheelRotation() < 0;
    const int before = GetViewStart().y;
    int unit = 1;
    GetScrollPixelsPerUnit(nullptr, &unit);
    const int last = std::max(0, (GetVirtualSize().y - GetClientSize().y + unit - 1) / std::max(unit, 1));
    if (event.ControlDown())
        down ? zoom_out() : zoom_in();
    else if (down && before >= last && m_page + 1 < count())
        go_on();
    else if (!down && before == 0 && m_page > 0)
    {
        go_back();
        Scroll(0, last);
    }
    else
        event.Skip();
}

} // namespace fedadvise::gui
