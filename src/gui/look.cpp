#include "gui/look.h"

#include "gui/accessibility.h"

#include <wx/settings.h>
#include <wx/statline.h>
#include <wx/tokenzr.h>
#include <wx/utils.h>

#include <algorithm>
#include <vector>

namespace fedadvise::gui
{
namespace
{

wxColour mixed(const wxColour& one, const wxColour& other, double part)
{
    const auto mix = [part](unsigned char a, unsigned char b)
    { return static_cast<unsigned char>(a * (1 - part) + b * part); };
    return wxColour(mix(one.Red(), other.Red()), mix(one.Green(), other.Green()), mix(one.Blue(), other.Blue()));
}

wxString joined(const std::vector<wxString>& words, std::size_t from, std::size_t count)
{
    wxString line;
    for (std::size_t i = 0; i < count; ++i)
    {
        if (i > 0)
            line += wxS(' ');
        line += words[from + i];
    }
    return line;
}

/// How many of the words fit on a line, at least one. Starts from a guess, since measuring text is slow.
std::size_t words_that_fit(const wxWindow& window, const std::vector<wxString>& words, std::size_t from, int width)
{
    const int letter = std::max(1, window.GetCharWidth());
    std::size_t count = 0;
    for (int used = 0; from + count < words.size(); ++count)
    {
        used += static_cast<int>(words[from + count].length() + 1) * letter;
        if (used > width && count > 0)
            break;
    }
    const auto fits = [&](std::size_t n) { return window.GetTextExtent(joined(words, from, n)).x <= width; };
    if (fits(count))
    {
        while (from + count < words.size() && fits(count + 1))
            ++count;
    }
    else
    {
        while (count > 1 && !fits(count))
            --count;
    }
    return std::max<std::size_t>(count, 1);
}

void wrap_line(const wxWindow& window, const wxString& line, int width, wxString& out)
{
    if (line.length() * static_cast<std::size_t>(window.GetCharWidth()) * 2 < static_cast<std::size_t>(width))
    {
        out += line;
        return;
    }
    std::vector<wxString> words;
    for (wxStringTokenizer tokens(line, wxS(" ")); tokens.HasMoreTokens();)
        words.push_back(tokens.GetNextToken());
    for (std::size_t from = 0; from < words.size();)
    {
        const std::size_t count = words_that_fit(window, words, from, width);
        if (from > 0)
            out += wxS('\n');
        out += joined(words, from, count);
        from += count;
    }
}

void wrap_below(wxWindow& window)
{
    if (auto* wrapping = dynamic_cast<Wrapping*>(&window))
        wrapping->wrap_to(window.GetSize().x);
    if (wxSizer* sizer = window.GetSizer(); sizer && !dynamic_cast<wxScrolledWindow*>(&window))
    {
        // High enough for all, even while the window itself is not: GTK complains about controls without height
        const wxSize size = window.GetClientSize();
        sizer->SetDimension(wxPoint(0, 0), wxSize(size.x, std::max(size.y, sizer->CalcMin().y)));
    }
    for (wxWindow* child : window.GetChildren())
    {
        if (child->IsShown() && !child->IsTopLevel())
            wrap_below(*child);
    }
    if (window.GetSizer())
        window.InvalidateBestSize();
}

} // namespace

Colours colours()
{
    const bool dark = wxSystemSettings::GetAppearance().IsUsingDarkBackground();
    const wxColour text = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    const wxColour paper = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
    return Colours{text,
                   mixed(text, paper, 0.25),
                   dark ? wxColour(0x78, 0xae, 0xed) : wxColour(0x1c, 0x5f, 0xa8),
                   dark ? wxColour(0xff, 0x9a, 0x8f) : wxColour(0xb0, 0x12, 0x1f),
                   mixed(text, paper, 0.75),
                   paper,
                   mixed(text, paper, 0.86)};
}

wxFont scaled_font(const wxWindow& window, double factor, wxFontWeight weight)
{
    wxFont font = window.GetFont();
    font.SetFractionalPointSize(font.GetFractionalPointSize() * factor);
    font.SetWeight(weight);
    return font;
}

wxString wrap_text(const wxWindow& window, const wxString& text, int width)
{
    wxString out;
    bool first = true;
    for (wxStringTokenizer lines(text, wxS("\n"), wxTOKEN_RET_EMPTY_ALL); lines.HasMoreTokens(); first = false)
    {
        if (!first)
            out += wxS('\n');
        wrap_line(window, lines.GetNextToken(), std::max(width, window.GetCharWidth() * 6), out);
    }
    return out;
}

WrappedText::WrappedText(wxWindow* parent, const wxString& text)
    : wxStaticText(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE), m_text(text)
{
    SetLabelText(text);
}

bool WrappedText::set_text(const wxString& text)
{
    if (text == m_text)
        return false;
    m_text = text;
    m_width = 0;
    SetLabelText(text);
    InvalidateBestSize();
    return true;
}

void WrappedText::wrap_to(int width)
{
    if (width <= 0 || width == m_width)
        return;
    m_width = width;
    const wxString wrapped = wrap_text(*this, m_text, width);
    if (wrapped != GetLabelText())
    {
        SetLabelText(wrapped);
        InvalidateBestSize();
    }
}

wxSize WrappedText::DoGetBestSize() const
{
    // Measured here: GTK goes on giving the size for the old font for a while after SetFont. Narrow, since a line that
    // is not wrapped yet must not widen the page.
    const wxString label = GetLabelText();
    const auto lines = static_cast<int>(label.Freq(wxS('\n'))) + 1;
    const wxSize one_line = GetTextExtent(wxS("Xg"));
    return {GetCharWidth() * 12, lines * one_line.y};
}

void lay_out_wrapped(wxWindow& window)
{
    if (window.GetClientSize().x < window.FromDIP(40)) // not on screen yet
        return;
    wrap_below(window);
    window.Layout();
}

ScrollPage::ScrollPage(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL)
{
    SetScrollRate(0, FromDIP(16));
    keep_scrollbars_visible(this);
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             if (GetClientSize().x != m_width)
                 lay_out();
         });
    Bind(wxEVT_CHILD_FOCUS,
         [this](wxChildFocusEvent& event)
         {
             event.Skip();
             CallAfter(&ScrollPage::show_focus);
         });
}

wxSize ScrollPage::GetBestVirtualSize() const
{
    return {GetClientSize().x, GetSizer() ? GetSizer()->GetMinSize().y : GetClientSize().y};
}

void ScrollPage::lay_out()
{
    m_width = GetClientSize().x;
    if (m_width <= FromDIP(20) || !GetSizer())
        return;
    // Twice: wrapping changes heights, and a panel inside a panel knows its width only after the first pass
    for (int pass = 0; pass < 2; ++pass)
    {
        SetVirtualSize(m_width, std::max(GetSizer()->CalcMin().y, GetClientSize().y));
        Layout();
        wrap_below(*this);
    }
    SetVirtualSize(GetBestVirtualSize());
    Layout();
#ifdef __WXMSW__
    Refresh(); // what was moved is not always drawn where it is now
#endif
}

void ScrollPage::scroll_to(wxWindow& child)
{
    int unit = 0;
    GetScrollPixelsPerUnit(nullptr, &unit);
    if (unit <= 0)
        return;
    const int margin = FromDIP(12);
    const int view = GetClientSize().y;
    const int top = ScreenToClient(child.GetScreenPosition()).y - margin;
    const int bottom = top + child.GetSize().y + 2 * margin;
    int move = 0;
    if (top < 0 || bottom - top > view)
        move = top;
    else if (bottom > view)
        move = bottom - view;
    if (move == 0)
        return;
    // Up to the next unit, so that the last line is whole
    const int units = move > 0 ? (move + unit - 1) / unit : (move - unit + 1) / unit;
    Scroll(-1, std::max(0, GetViewStart().y + units));
}

void ScrollPage::show_focus()
{
    wxWindow* focus = FindFocus();
    // Under a pressed mouse button nothing may move
    if (!focus || focus == this || !IsDescendant(focus) || wxGetMouseState().LeftIsDown())
        return;
    wxWindow* whole = focus->GetParent();
    const bool with_surroundings = whole != this && whole->GetSize().y < GetClientSize().y;
    scroll_to(with_surroundings ? *whole : *focus);
}

bool ScrollPage::ShouldScrollToChildOnFocus(wxWindow*)
{
    return false; // show_focus does it, and shows the question with its answer
}

wxSize field_size(const wxWindow& window, int letters)
{
#ifdef __WXMSW__
    constexpr int room = 8; // as high as it is anywhere there; text would stand at the top of a higher one
#else
    constexpr int room = 14;
#endif
    return {window.GetCharWidth() * letters, window.GetCharHeight() + window.FromDIP(room)};
}

WrappedText* make_heading(wxWindow* parent, const wxString& text, double factor)
{
    auto* heading = new WrappedText(parent, text);
    heading->SetFont(scaled_font(*parent, factor, wxFONTWEIGHT_BOLD));
    return heading;
}

WrappedText* make_soft_text(wxWindow* parent, const wxString& text)
{
    auto* soft = new WrappedText(parent, text);
    soft->SetForegroundColour(colours().soft);
    return soft;
}

wxButton* make_quiet_button(wxWindow* parent, const wxString& label)
{
    auto* button =
        new wxButton(parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_EXACTFIT);
    button->SetForegroundColour(colours().accent);
    return button;
}

wxWindow* make_line(wxWindow* parent)
{
    return new wxStaticLine(parent);
}

} // namespace fedadvise::gui
