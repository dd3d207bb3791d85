#include "gui/reading_pane.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/wupdlock.h>

namespace fedadvise::gui
{

ReadingPane::ReadingPane(wxWindow* parent, const wxString& accessible_name)
    : wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                 wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_BESTWRAP | wxBORDER_NONE)
{
    set_accessible_name(this, accessible_name);
    keep_scrollbars_visible(this);
    let_tab_leave(this);
    SetMinSize(wxSize(GetCharWidth() * 16, GetCharHeight() * 4));
}

void ReadingPane::show(const Paragraphs& paragraphs)
{
    if (paragraphs == m_shown)
        return;
    const wxWindowUpdateLocker lock(this);
    Clear();
    bool first = true;
    for (const Paragraph& paragraph : paragraphs) {
        append(paragraph, first);
        first = false;
    }
    SetInsertionPoint(0);
    ShowPosition(0);
    m_shown = paragraphs;
}

void ReadingPane::append(const Paragraph& paragraph, bool first)
{
    const Colours palette = colours();
    wxTextAttr attributes(palette.text);
    wxFont font = GetFont();
    wxString text = to_wx(paragraph.text);
    int indent = 40; // tenths of a millimetre
    bool space_before = false;
    switch (paragraph.style) {
    case Style::Title:
        font = scaled_font(*this, 1.25, wxFONTWEIGHT_BOLD);
        space_before = true;
        break;
    case Style::Heading:
        font = scaled_font(*this, 1.05, wxFONTWEIGHT_BOLD);
        attributes.SetTextColour(palette.accent);
        space_before = true;
        break;
    case Style::Strong: font = scaled_font(*this, 1, wxFONTWEIGHT_BOLD); break;
    case Style::Body: break;
    case Style::Bullet:
        text = wxS("•  ") + text;
        indent = 80;
        break;
    case Style::Soft:
        attributes.SetTextColour(palette.soft);
        indent = paragraph.text.empty() ? 40 : 80;
        break;
    }
    attributes.SetFont(font);
    attributes.SetLeftIndent(indent);
    SetDefaultStyle(attributes);
    AppendText((first ? wxString() : wxString(space_before ? wxS("\n\n") : wxS("\n"))) + text);
}

} // namespace fedadvise::gui
