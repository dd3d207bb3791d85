#include "gui/start_panel.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/intl.h>

namespace fedadvise::gui
{

StartPanel::StartPanel(wxWindow* parent, const Commands& commands) : ScrollPage(parent)
{
    SetName(wxS("start"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(this, _("Federation Adviser"), 1.8), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    column->Add(
        new WrappedText(
            this, _("For GP practices that think of working together. You answer questions about your practices, your "
                    "reasons and what must hold. The program shows how closely you could work together and in what "
                    "legal form, what is ruled out, and why.")),
        wxSizerFlags().Expand());
    column->Add(
        make_soft_text(
            this, _("It informs a decision and never makes it. It gives no legal, tax or pensions advice: take the "
                    "report to your solicitor, your accountant and your LMC. Everything stays on this computer. "
                    "Do not enter anything about patients.")),
        wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    m_new = new wxButton(this, wxID_ANY, _("&New group"));
    m_new->SetFont(scaled_font(*this, 1.1, wxFONTWEIGHT_BOLD));
    m_new->Bind(wxEVT_BUTTON, [&commands](wxCommandEvent&) { commands.new_group(); });
    auto* open = new wxButton(this, wxID_ANY, _("&Open a case..."));
    open->SetFont(scaled_font(*this, 1.1));
    open->Bind(wxEVT_BUTTON, [&commands](wxCommandEvent&) { commands.open_case(); });
    buttons->Add(m_new, wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
    buttons->Add(open);
    column->Add(buttons, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(12)));

    auto* lists = new wxBoxSizer(wxHORIZONTAL);
    build_list(m_examples, *lists, _("Worked examples"), _("Open this e&xample"), commands.open_example);
    build_list(m_recent, *lists, _("Recent cases"), _("Open this &case"), commands.open_file);
    column->Add(lists, wxSizerFlags(1).Expand());
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(28)));
    SetSizer(margin);
}

void StartPanel::build_list(List& list, wxSizer& row, const wxString& title, const wxString& open_label,
                            const Commands::Text& command)
{
    list.column = new wxBoxSizer(wxVERTICAL);
    list.column->Add(make_heading(this, title, 1.2), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    list.box = new wxListBox(this, wxID_ANY);
    list.box->SetMinSize(wxSize(GetCharWidth() * 20, GetCharHeight() * 9));
    set_accessible_name(list.box, title);
    keep_scrollbars_visible(list.box);
    const auto open = [&list, &command]
    {
        const int chosen = list.box->GetSelection();
        if (chosen >= 0 && static_cast<std::size_t>(chosen) < list.offers.size())
            command(list.offers[static_cast<std::size_t>(chosen)].path);
    };
    list.box->Bind(wxEVT_LISTBOX_DCLICK, [open](wxCommandEvent&) { open(); });
    list.column->Add(list.box, wxSizerFlags(1).Expand());
    list.open = new wxButton(this, wxID_ANY, open_label);
    list.open->Bind(wxEVT_BUTTON, [open](wxCommandEvent&) { open(); });
    list.column->Add(list.open, wxSizerFlags().Border(wxTOP, FromDIP(6)));
    row.Add(list.column, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(16)));
}

void StartPanel::fill(List& list, const std::vector<CaseOffer>& offers, bool with_path)
{
    list.offers = offers;
    wxArrayString lines;
    for (const CaseOffer& offer : offers)
        lines.Add(to_wx(offer.title) + (with_path ? wxS(" (") + to_wx(offer.path) + wxS(")") : wxString()));
    list.box->Set(lines);
    if (!lines.empty())
        list.box->SetSelection(0);
    list.open->Enable(!lines.empty());
    list.column->ShowItems(!lines.empty());
}

void StartPanel::show(const std::vector<CaseOffer>& recent, const std::vector<CaseOffer>& examples)
{
    fill(m_examples, examples, false);
    fill(m_recent, recent, true);
    lay_out();
}

} // namespace fedadvise::gui
