// StartPanel: the first screen: what the program is, and the ways to begin.
#pragma once

#include "gui/commands.h"
#include "gui/look.h"

#include <wx/listbox.h>
#include <wx/panel.h>

namespace fedadvise::gui
{

/// A case file on offer: its path and the title it carries. Both UTF-8.
struct CaseOffer
{
    std::string path;
    std::string title;
};

class StartPanel : public ScrollPage
{
public:
    StartPanel(wxWindow* parent, const Commands& commands);
    void show(const std::vector<CaseOffer>& recent, const std::vector<CaseOffer>& examples);
    void focus_first() { m_new->SetFocus(); }

private:
    struct List
    {
        wxBoxSizer* column = nullptr;
        wxListBox* box = nullptr;
        wxButton* open = nullptr;
        std::vector<CaseOffer> offers;
    };
    void build_list(List& list, wxSizer& row, const wxString& title, const wxString& open_label,
                    const Commands::Text& command);
    void fill(List& list, const std::vector<CaseOffer>& offers, bool with_path);

    wxButton* m_new = nullptr;
    List m_recent, m_examples;
};

} // namespace fedadvise::gui
