#include "gui/conflict_dialog.h"

#include "casefile/cells.h"
#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"
#include "report/merge_words.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{

ConflictDialog::ConflictDialog(wxWindow* parent, const rulebase::RuleBase& rules,
                               std::function<const casefile::Case&()> file,
                               std::function<void(std::size_t, std::size_t)> decide)
    : wxDialog(parent, wxID_ANY, _("Decide what differs"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_rules(rules),
      m_file(std::move(file)),
      m_decide(std::move(decide))
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto add_list = [&](const wxString& label, const wxString& name, int share)
    {
        column->Add(new wxStaticText(this, wxID_ANY, label),
                    wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
        auto* list = new wxListBox(this, wxID_ANY);
        list->SetName(name);
        list->SetMinSize(wxSize(GetCharWidth() * 20, GetCharHeight() * 4));
        set_accessible_name(list, label);
        keep_scrollbars_visible(list);
        column->Add(list, wxSizerFlags(share).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
        return list;
    };
    m_places = add_list(_("Here the files say different things, and nothing counts so far:"), wxS("conflicts"), 3);
    m_places->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_values(); });
    m_values = add_list(_("They say:"), wxS("conflict values"), 2);
    m_values->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { take(); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_take = new wxButton(this, wxID_ANY, _("&This one counts"));
    m_take->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(); });
    row->Add(m_take);
    row->AddStretchSpacer();
    row->Add(new wxButton(this, wxID_CLOSE));
    column->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    SetSizer(column);
    SetEscapeId(wxID_CLOSE);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 90, room.x - FromDIP(40)),
                   std::min(GetCharHeight() * 30, room.y - FromDIP(60))));
    CentreOnParent();
    show();
    m_places->SetFocus();
}

void ConflictDialog::show()
{
    const casefile::Case& file = m_file();
    const int before = m_places->GetSelection();
    m_open.clear();
    wxArrayString lines;
    for (std::size_t i = 0; i < file.conflicts.size(); ++i)
        if (casefile::is_open(file, file.conflicts[i]))
        {
            m_open.push_back(i);
            lines.Add(to_wx(report::conflict_place(m_rules, file, file.conflicts[i])));
        }
    m_places->Set(lines);
    if (!m_open.empty())
        m_places->SetSelection(std::clamp(before, 0, static_cast<int>(m_open.size()) - 1));
    show_values();
}

void ConflictDialog::show_values()
{
    wxArrayString lines;
    const int place = m_places->GetSelection();
    if (place >= 0)
        for (const report::ConflictChoice& choice :
             report::conflict_choices(m_rules, m_file().conflicts[m_open[static_cast<std::size_t>(place)]]))
            lines.Add(to_wx("“" + choice.words + "”" + (choice.files.empty() ? "" : ", says " + choice.files)));
    m_values->Set(lines);
    if (!lines.empty())
        m_values->SetSelection(0);
    m_take->Enable(!lines.empty());
}

void ConflictDialog::take()
{
    const int place = m_places->GetSelection();
    const int value = m_values->GetSelection();
    if (place < 0 || value < 0)
        return;
    m_decide(m_open[static_cast<std::size_t>(place)], static_cast<std::size_t>(value));
    show();
    (m_open.empty() ? FindWindow(wxID_CLOSE) : static_cast<wxWindow*>(m_places))->SetFocus();
}

} // namespace fedadvise::gui
