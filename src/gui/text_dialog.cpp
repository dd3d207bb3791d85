#include "gui/text_dialog.h"

#include <wx/display.h>
#include <wx/sizer.h>

#include <algorithm>

namespace fedadvise::gui
{

TextDialog::TextDialog(wxWindow* parent, const wxString& title, const Paragraphs& paragraphs, const wxString& agree)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
{
    auto* pane = new ReadingPane(this, title);
    pane->show(paragraphs);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(pane, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    column->Add(CreateSeparatedButtonSizer(agree.empty() ? wxCLOSE : wxOK | wxCANCEL),
                wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(column);
    SetEscapeId(agree.empty() ? wxID_CLOSE : wxID_CANCEL);
    if (!agree.empty())
        FindWindow(wxID_OK)->SetLabel(agree);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 80, room.x - FromDIP(40)),
                   std::min(GetCharHeight() * 30, room.y - FromDIP(60))));
    CentreOnParent();
}

} // namespace fedadvise::gui
