#include "gui/compare_page.h"

#include "gui/accessibility.h"
#include "gui/result_words.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/stattext.h>
#include <wx/wupdlock.h>

#include <algorithm>

namespace fedadvise::gui
{

ComparePage::ComparePage(wxWindow* parent) : wxPanel(parent)
{
    const auto add_choice = [this](wxSizer* column, wxChoice*& choice, const wxString& label)
    {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
        choice = new wxChoice(this, wxID_ANY);
        set_accessible_name(choice, label);
        row->Add(choice, wxSizerFlags(1));
        column->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    };
    auto* left = new wxBoxSizer(wxVERTICAL);
    add_choice(left, m_kind, _("Compare"));
    m_kind->Append(_("Models"));
    m_kind->Append(_("Legal vehicles"));
    m_kind->SetSelection(0);
    m_kind->SetName(wxS("compare-kind"));
    m_kind->Bind(wxEVT_CHOICE,
                 [this](wxCommandEvent&)
                 {
                     fill_boxes();
                     show_comparison();
                 });
    m_hint = make_soft_text(this, wxString());
    m_hint->SetName(wxS("compare-hint"));
    left->Add(m_hint, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    m_list = new ScrollPage(this);
    m_list->SetName(wxS("compare-options"));
    set_accessible_name(m_list, _("What to compare: choose two to four"));
    m_list->SetSizer(new wxBoxSizer(wxVERTICAL));
    left->Add(m_list, wxSizerFlags(1).Expand());

    auto* right = new wxBoxSizer(wxVERTICAL);
    add_choice(right, m_aspect, _("Show"));
    m_aspect->SetName(wxS("compare-aspect"));
    m_aspect->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_comparison(); });
    m_text = new ReadingPane(this, _("Side by side"));
    m_text->SetName(wxS("comparison"));
    right->Add(m_text, wxSizerFlags(1).Expand());

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(7).Expand().Border(wxALL, FromDIP(6)));
    row->Add(right, wxSizerFlags(13).Expand().Border(wxALL, FromDIP(6)));
    SetSizer(row);
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             lay_out();
         });
}

const std::vector<report::OptionAdvice>& ComparePage::options() const
{
    return m_kind->GetSelection() == 1 ? m_advice.vehicles : m_advice.models;
}

std::vector<std::string>& ComparePage::chosen()
{
    return m_chosen[m_kind->GetSelection() == 1 ? 1 : 0];
}

void ComparePage::show(const report::Advice& advice)
{
    m_advice = advice;
    const std::vector<report::OptionAdvice>* kinds[] = {&m_advice.models, &m_advice.vehicles};
    for (std::size_t i = 0; i < m_chosen.size(); ++i)
    {
        if (m_chosen[i].empty())
            m_chosen[i] = report::options_to_compare_first(*kinds[i]);
    }
    fill_aspects();
    fill_boxes();
    show_comparison();
}

void ComparePage::fill_aspects()
{
    const int before = std::max(0, m_aspect->GetSelection());
    m_aspect->Clear();
    m_aspect->Append(_("Everything, in short"));
    for (const report::AspectAdvice& aspect : m_advice.aspects)
        m_aspect->Append(to_wx(aspect.name));
    m_aspect->SetSelection(std::min(before, static_cast<int>(m_aspect->GetCount()) - 1));
}

void ComparePage::fill_boxes()
{
    const wxWindowUpdateLocker lock(this);
    for (WrappedCheck* box : std::exchange(m_boxes, {}))
        box->Destroy();
    m_list->GetSizer()->Clear(false);
    for (const report::OptionAdvice& option : options())
    {
        auto* box = new WrappedCheck(m_list, to_wx(option.name + " · " + option.band_label));
        box->SetValue(std::find(chosen().begin(), chosen().end(), option.id) != chosen().end());
        box->Bind(wxEVT_CHECKBOX,
                  [this](wxCommandEvent&)
                  {
                      note_boxes();
                      show_comparison();
                  });
        m_list->GetSizer()->Add(box, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(2)));
        m_boxes.push_back(box);
    }
    note_boxes();
    lay_out();
}

void ComparePage::lay_out()
{
    if (!IsShownOnScreen()) // GTK complains about what lies behind another page
        return;
    Layout();
    lay_out_wrapped(*this);
    m_list->lay_out();
}

/// What is chosen, in the order of the advice; a fifth cannot be.
void ComparePage::note_boxes()
{
    std::vector<std::string>& ids = chosen();
    ids.clear();
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
    {
        if (m_boxes[i]->GetValue())
            ids.push_back(options()[i].id);
    }
    const bool full = ids.size() >= report::most_compared;
    for (WrappedCheck* box : m_boxes)
        box->Enable(!full || box->GetValue());
    m_hint->set_text(full ? _("Four are chosen, which is the most. Clear one to choose another.")
                          : _("Choose two to four."));
}

void ComparePage::show_comparison()
{
    if (chosen().size() < report::fewest_compared)
    {
        m_text->show({{Style::Body, to_utf8(_("Choose at least two at the left, and they stand here side by side."))}});
        return;
    }
    const int aspect = m_aspect->GetSelection();
    const report::Comparison comparison = report::compare(m_advice, chosen());
    m_text->show(aspect <= 0 ? comparison_paragraphs(comparison)
                             : comparison_paragraphs(comparison, static_cast<std::size_t>(aspect - 1)));
}

} // namespace fedadvise::gui
