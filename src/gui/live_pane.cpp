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

/// Only the beginning of each: the step before the result has them whole.
void add_notices(Paragraphs& out, const std::vector<wizard::Notice>& notices)
{
    constexpr std::size_t most_notices = 2;
    constexpr std::size_t most_lines = 2;
    if (notices.empty())
        return;
    out.push_back({Style::Heading, to_utf8(_("Know this before the result"))});
    for (std::size_t i = 0; i < notices.size() && i < most_notices; ++i)
    {
        out.push_back({Style::Strong, notices[i].title});
        for (std::size_t line = 0; line < notices[i].lines.size() && line < most_lines; ++line)
            out.push_back({Style::Soft, notices[i].lines[line]});
    }
    if (notices.size() > most_notices)
        out.push_back({Style::Body, to_utf8(wxString::Format(_("The step 'Check your answers' has %zu more."),
                                                             notices.size() - most_notices))});
}

} // namespace

Paragraphs live_paragraphs(const wizard::LivePanel& live)
{
    Paragraphs out;
    out.push_back({Style::Title, to_utf8(_("So far"))});
    out.push_back({Style::Body, live.headline});
    add_lines(out, _("What your answers point to"), live.leading);
    add_notices(out, live.notices);
    add_lines(out, _("Ruled out"), live.ruled_out);
    add_lines(out, _("Not yet"), live.waiting);
    if (!live.undecided.empty() || !live.next_question.empty())
        out.push_back({Style::Heading, to_utf8(_("Undecided"))});
    if (!live.undecided.empty())
        out.push_back({Style::Body, live.undecided});
    else if (!live.next_question.empty()) // the sentence names it already
        out.push_back({Style::Body, to_utf8(_("It settles most to answer: ")) + live.next_question});
    if (!live.next_question.empty())
        out.push_back({Style::Soft, to_utf8(_("Ctrl+G takes you to that question."))});
    if (!live.skipped.empty())
        out.push_back({Style::Soft, live.skipped});
    return out;
}

} // namespace fedadvise::gui
