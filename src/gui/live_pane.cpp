#include "gui/live_pane.h"

#include "gui/text.h"

#include <wx/intl.h>

namespace fedadvise::gui
{
namespace
{

void add_lines(Paragraphs& out, const wxString& heading, const std::vector<wizard::LiveLine>& lines)
{
    if (lines.empty())
        return;
    out.push_back({Style::Heading, to_utf8(heading)});
    for (const wizard::LiveLine& line : lines)
    {
        out.push_back({Style::Strong, line.name + (line.band.empty() ? "" : " · " + line.band)});
        if (!line.reason.empty())
            out.push_back({Style::Soft, line.reason});
    }
}

} // namespace

Paragraphs live_paragraphs(const wizard::LivePanel& live)
{
    Paragraphs out;
    out.push_back({Style::Title, to_utf8(_("So far"))});
    out.push_back({Style::Body, live.headline});
    add_lines(out, _("What your answers point to"), live.leading);
    add_lines(out, _("Ruled out"), live.ruled_out);
    add_lines(out, _("Not yet"), live.waiting);
    if (!live.undecided.empty() || !live.next_question.empty())
        out.push_back({Style::Heading, to_utf8(_("Undecided"))});
    if (!live.undecided.empty())
        out.push_back({Style::Body, live.undecided});
    else if (!live.next_question.empty()) // the sentence names it already
        out.push_back({Style::Body, to_utf8(_("Most rules wait for: ")) + live.next_question});
    return out;
}

} // namespace fedadvise::gui
