// ReadingPane: longer text to read, in one native read-only field that screen readers and the keyboard can walk
// through.
#pragma once

#include <wx/textctrl.h>

#include <string>
#include <vector>

namespace fedadvise::gui
{

enum class Style
{
    Title,
    Heading,
    Strong,
    Body,
    Bullet,
    Soft,
};

struct Paragraph
{
    Style style = Style::Body;
    std::string text; ///< UTF-8; drawn as it is
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};
using Paragraphs = std::vector<Paragraph>;

class ReadingPane : public wxTextCtrl
{
public:
    ReadingPane(wxWindow* parent, const wxString& accessible_name);
    /// Nothing happens when the text is what already stands there; otherwise reading begins at the top.
    void show(const Paragraphs& paragraphs);

private:
    Paragraphs m_shown;
};

} // namespace fedadvise::gui
