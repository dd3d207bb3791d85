#include "gui/reading_pane.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/wupdlock.h>

#include <utility>

namespace fedadvise::gui
{
namespace
{

/// Where a paragraph stands in the whole text.
struct Run
{
    long begin, end;
    Style style;
};

bool is_heading(Style style)
{
    return style == Style::Title || style == Style::Heading;
}

wxTextAttr attributes_of(const wxWindow& window, Style style)
{
    constexpr int margin = 30; // tenths of a millimetre
    constexpr int deeper = 60;
    const Colours palette = colours();
    wxTextAttr attributes(palette.text);
    wxFont font = window.GetFont();
    int indent = margin;
    switch (style)
    {
    case Style::Title: font = scaled_font(window, 1.25, wxFONTWEIGHT_BOLD); break;
    case Style::Heading:
        font = scaled_font(window, 1.05, wxFONTWEIGHT_BOLD);
        attributes.SetTextColour(palette.accent);
        break;
    case Style::Strong: font = scaled_font(window, 1, wxFONTWEIGHT_BOLD); break;
    case Style::Body: break;
    case Style::Bullet: indent = deeper; break;
    case Style::Soft:
        attributes.SetTextColour(palette.soft);
        indent = deeper;
        break;
    }
    attributes.SetFont(font);
    attributes.SetLeftIndent(indent);
    return attributes;
}

} // namespace

ReadingPane::ReadingPane(wxWindow* parent, const wxString& accessible_name)
    : wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                 wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_BESTWRAP | wxBORDER_NONE)
{
    set_accessible_name(this, accessible_name);
    keep_scrollbars_visible(this);
    let_tab_leave(this);
    space_paragraphs(this);
    SetMargins(FromDIP(6), FromDIP(6));
    SetMinSize(wxSize(GetCharWidth() * 16, GetCharHeight() * 4));
}

void ReadingPane::show(const Paragraphs& paragraphs)
{
    if (paragraphs == m_shown)
        return;
    const wxWindowUpdateLocker lock(this);
    // Text first, styles after: a style that reached a line break would move on to the next paragraph
    wxString text;
    std::vector<Run> runs;
    for (const Paragraph& paragraph : paragraphs)
    {
        if (!text.empty())
            text += is_heading(paragraph.style) ? wxS("\n\n") : wxS("\n");
        const auto begin = static_cast<long>(text.length());
        text += (paragraph.style == Style::Bullet ? wxString(wxS("•  ")) : wxString()) + to_wx(paragraph.text);
        runs.push_back({begin, static_cast<long>(text.length()), paragraph.style});
    }
    ChangeValue(text);
    for (const Run& run : runs)
    {
        if (run.end > run.begin)
            SetStyle(run.begin, run.end, attributes_of(*this, run.style));
    }
    SetInsertionPoint(0);
    ShowPosition(0);
    m_shown = paragraphs;
}

} // namespace fedadvise::gui
