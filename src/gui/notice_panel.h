// NoticePanel: what people should know before they go on. It holds nobody back.
#pragma once

#include "gui/commands.h"
#include "gui/reading_pane.h"
#include "wizard/conversation.h"

#include <wx/button.h>
#include <wx/panel.h>

#include <vector>

namespace fedadvise::gui
{

/// A frame with the notices to read, and a button to the step where they can be changed.
class NoticePanel : public wxPanel
{
public:
    /// `lines`: height of what is read without scrolling.
    NoticePanel(wxWindow* parent, const Commands& commands, int lines);
    /// Hides itself when there is none. Gives whether anything changed.
    bool show(const std::vector<wizard::Notice>& notices);
    void take_focus() { m_text->SetFocus(); }

private:
    const Commands& m_commands;
    Paragraphs m_paragraphs;
    std::string m_step;
    ReadingPane* m_text = nullptr;
    wxButton* m_change = nullptr;
};

/// The notices as paragraphs: title, sentences, and where they come from.
[[nodiscard]] Paragraphs notice_paragraphs(const std::vector<wizard::Notice>& notices);

} // namespace fedadvise::gui
