// TextDialog: a window to read in, with one button to close it, or to agree with what it says.
#pragma once

#include "gui/reading_pane.h"

#include <wx/dialog.h>

namespace fedadvise::gui
{

class TextDialog : public wxDialog
{
public:
    /// With a label for agreeing, there are two buttons, and ShowModal gives wxID_OK for that one.
    TextDialog(wxWindow* parent, const wxString& title, const Paragraphs& paragraphs,
               const wxString& agree = wxString());
};

} // namespace fedadvise::gui
