// TextDialog: a window to read in, with one button to close it.
#pragma once

#include "gui/reading_pane.h"

#include <wx/dialog.h>

namespace fedadvise::gui
{

class TextDialog : public wxDialog
{
public:
    TextDialog(wxWindow* parent, const wxString& title, const Paragraphs& paragraphs);
};

} // namespace fedadvise::gui
