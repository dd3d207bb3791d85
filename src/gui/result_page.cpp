#include "gui/result_page.h"

#include "gui/accessibility.h"
#include "gui/result_words.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/utils.h>

#include <algorithm>

namespace fedadvise::gui
{

OptionsPage::OptionsPage(wxWindow* parent, const wxString& title, const Commands& commands)
    : wxPanel(parent), m_commands(commands)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_list = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_ROW_LINES);
    set_accessible_name(m_list, title);
    keep_scrollbars_visible(m_list);
    const int letter = GetCharWidth();
    m_list->AppendTextColumn(title, wxDATAVIEW_CELL_INERT, letter * 32, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    m_list->AppendTextColumn(_("Advice"), wxDATAVIEW_CELL_INERT, letter * 20, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    m_list->SetMinSize(wxSize(letter * 24, -1));
    m_list->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { choose(m_list->GetSelectedRow()); });
    row->Add(m_list, wxSizerFlags(9).Expand().Border(wxALL, FromDIP(6)));
    m_text = new ReadingPane(this, title + wxS(": ") + _("all about the chosen one"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_text, wxSizerFlags(1).Expand());
    m_change = new wxButton(this, wxID_ANY, _("What would chan&ge this?"));
    m_change->SetName(wxS("what-would-change"));
    m_change->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&)
                   {
                       const int chosen = m_list->GetSelectedRow();
                       if (chosen >= 0 && static_cast<std::size_t>(chosen) < m_options.size())
                           m_commands.explain_change(m_options[static_cast<std::size_t>(chosen)].id);
                   });
    column->Add(m_change, wxSizerFlags().Border(wxTOP, FromDIP(4)));
    row->Add(column, wxSizerFlags(11).Expand().Border(wxALL, FromDIP(6)));
    SetSizer(row);
}

void OptionsPage::show(const std::vector<report::OptionAdvice>& options)
{
    const int before = m_list->GetSelectedRow();
    const std::string chosen = before >= 0 && static_cast<std::size_t>(before) < m_options.size()
                                   ? m_options[static_cast<std::size_t>(before)].id
                                   : "";
    m_options = options;
    m_list->DeleteAllItems();
    int row = 0;
    for (std::size_t i = 0; i < options.size(); ++i)
    {
        wxVector<wxVariant> cells;
        cells.push_back(wxVariant(to_wx(options[i].name)));
        cells.push_back(wxVariant(to_wx(options[i].band_label)));
        m_list->AppendItem(cells);
        if (options[i].id == chosen)
            row = static_cast<int>(i);
    }
    if (!options.empty())
    {
        m_list->SelectRow(static_cast<unsigned>(row));
        choose(row);
    }
}

void OptionsPage::choose(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_options.size())
        m_text->show(option_paragraphs(m_options[static_cast<std::size_t>(row)]));
}

ResultPage::ResultPage(wxWindow* parent, const Commands& commands) : wxPanel(parent), m_commands(commands)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_headline = make_heading(this, wxString(), 1.15);
    m_headline->SetName(wxS("headline"));
    m_more = new WrappedText(this, wxString());
    column->Add(m_headline, wxSizerFlags().Expand());
    column->Add(m_more, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));

    m_tabs = new wxNotebook(this, wxID_ANY);
    m_tabs->SetName(wxS("result-parts"));
    set_accessible_name(m_tabs, _("Parts of the result"));
    m_tabs->AddPage(build_overview(m_tabs), _("Overview"));
    m_tabs->AddPage(m_models = new OptionsPage(m_tabs, _("Models"), commands), _("Models"));
    m_tabs->AddPage(m_vehicles = new OptionsPage(m_tabs, _("Legal vehicles"), commands), _("Legal vehicles"));
    m_tabs->AddPage(m_compare = new ComparePage(m_tabs), _("Compare"));
    m_tabs->AddPage(m_alignment = new AlignmentPage(m_tabs), _("Where you stand"));
    const auto add_text = [this](ReadingPane*& pane, const wxString& title)
    {
        auto* page = new wxPanel(m_tabs);
        pane = new ReadingPane(page, title);
        auto* sizer = new wxBoxSizer(wxVERTICAL);
        sizer->Add(pane, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(8)));
        page->SetSizer(sizer);
        m_tabs->AddPage(page, title);
    };
    m_tabs->AddPage(build_readiness(m_tabs), _("Readiness, lessons"));
    m_tabs->AddPage(build_next_steps(m_tabs), _("Next steps"));
    m_tabs->AddPage(m_what_if = new WhatIfPage(m_tabs, commands), _("What if"));
    m_tabs->AddPage(m_firmness = new FirmnessPage(m_tabs), _("How firm"));
    add_text(m_open, _("Open questions"));
    add_text(m_about, _("About"));
    m_tabs->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED,
                 [this](wxBookCtrlEvent& event)
                 {
                     event.Skip();
                     CallAfter(
                         [this]
                         {
                             m_compare->lay_out();
                             show_firmness();
                             show_alignment();
                         });
                 });
    column->Add(m_tabs, wxSizerFlags(1).Expand());
    SetSizer(column);
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             lay_out_texts();
         });
}

wxWindow* ResultPage::build_overview(wxWindow* parent)
{
    m_overview = new ScrollPage(parent);
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* panes = new wxBoxSizer(wxHORIZONTAL);
    const auto add_pane = [&](ReadingPane*& pane, const wxString& title)
    {
        auto* half = new wxBoxSizer(wxVERTICAL);
        half->Add(make_heading(m_overview, title, 1.1), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(2)));
        pane = new ReadingPane(m_overview, title);
        pane->SetMinSize(wxSize(GetCharWidth() * 16, GetCharHeight() * 9));
        half->Add(pane, wxSizerFlags(1).Expand());
        panes->Add(half, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(6)));
    };
    add_pane(m_leading, _("What your answers point to"));
    add_pane(m_ruled_out, _("What is ruled out or has to wait"));
    column->Add(panes, wxSizerFlags(1).Expand());

    auto* gauges = new wxBoxSizer(wxHORIZONTAL);
    for (GaugeViews& gauge : m_gauges)
    {
        auto* half = new wxBoxSizer(wxVERTICAL);
        gauge.title = make_heading(m_overview, wxString(), 1.0);
        gauge.bar = new GaugeBar(m_overview);
        gauge.words = make_soft_text(m_overview, wxString());
        half->Add(gauge.title, wxSizerFlags().Expand());
        half->Add(gauge.bar, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(2)));
        half->Add(gauge.words, wxSizerFlags().Expand());
        gauges->Add(half, wxSizerFlags(1).Border(wxALL, FromDIP(6)));
    }
    column->Add(gauges, wxSizerFlags().Expand());
    m_gradient = new GradientLine(m_overview);
    column->Add(m_gradient, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    m_gradient_words = make_soft_text(m_overview, wxString());
    column->Add(m_gradient_words, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    m_overview->SetSizer(column);
    return m_overview;
}

/// What to do next, and beside it the way from where the group stands to where its answers point.
wxWindow* ResultPage::build_next_steps(wxWindow* parent)
{
    auto* page = new wxPanel(parent);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_next_steps = new ReadingPane(page, _("Next steps"));
    row->Add(m_next_steps, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(6)));
    m_path = new ReadingPane(page, _("The path, one step at a time"));
    m_path->SetName(wxS("path"));
    row->Add(m_path, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(6)));
    page->SetSizer(row);
    return page;
}

/// How ready the relationship is, and beside it what earlier federations learned.
wxWindow* ResultPage::build_readiness(wxWindow* parent)
{
    auto* page = new wxPanel(parent);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_readiness = new ReadingPane(page, _("Readiness"));
    row->Add(m_readiness, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(6)));
    m_lessons = new ReadingPane(page, _("Lessons"));
    row->Add(m_lessons, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(6)));
    page->SetSizer(row);
    return page;
}

void ResultPage::lay_out_texts()
{
    if (GetClientSize().x < FromDIP(100)) // not on screen yet
        return;
    Layout();
    lay_out_wrapped(*this);
    m_overview->lay_out();
}

/// Worked out only when somebody looks: it takes longer than the rest.
void ResultPage::show_firmness()
{
    if (!m_firmness_is_old || m_tabs->GetCurrentPage() != m_firmness)
        return;
    const wxBusyCursor waiting;
    m_firmness->show(m_commands.look_further());
    m_firmness_is_old = false;
    lay_out_texts(); // hidden parts have no width to wrap to
}

/// The same for where the practices stand.
void ResultPage::show_alignment()
{
    if (!m_alignment_is_old || m_tabs->GetCurrentPage() != m_alignment)
        return;
    const wxBusyCursor waiting;
    m_alignment->show(m_commands.align());
    m_alignment_is_old = false;
    lay_out_texts();
}

void ResultPage::focus_variants()
{
    m_tabs->SetSelection(static_cast<std::size_t>(m_tabs->FindPage(m_what_if)));
    m_what_if->focus_list();
}

void ResultPage::show(const report::Advice& advice, const WhatIfScreen& what_if)
{
    wxString more;
    for (std::size_t i = 1; i < advice.headline.size(); ++i)
        more += (i > 1 ? wxString(wxS(" ")) : wxString()) + to_wx(advice.headline[i]);
    if (!advice.review_note.empty())
        more += (more.empty() ? wxString() : wxString(wxS(" "))) + to_wx(advice.review_note);
    m_headline->set_text(advice.headline.empty() ? wxString() : to_wx(advice.headline.front()));
    m_more->set_text(more);
    m_leading->show(leading_paragraphs(advice));
    m_ruled_out->show(ruled_out_paragraphs(advice));
    m_gradient->show(advice.gradient);
    m_gradient_words->set_text(gradient_in_words(advice.gradient, advice.depth_cap_words));
    const report::Gauge* gauges[] = {&advice.relationship, &advice.deal};
    for (std::size_t i = 0; i < m_gauges.size(); ++i)
    {
        m_gauges[i].title->set_text(to_wx(gauges[i]->title + ": " + gauges[i]->band));
        m_gauges[i].bar->show(*gauges[i]);
        m_gauges[i].words->set_text(to_wx(gauges[i]->in_words));
    }
    m_models->show(advice.models);
    m_vehicles->show(advice.vehicles);
    m_compare->show(advice);
    m_readiness->show(readiness_paragraphs(advice));
    m_lessons->show(lesson_paragraphs(advice));
    m_next_steps->show(next_step_paragraphs(advice));
    m_path->show(path_paragraphs(advice.path));
    m_what_if->show(what_if);
    m_open->show(open_question_paragraphs(advice));
    m_about->show(about_paragraphs(advice));
    m_firmness_is_old = m_alignment_is_old = true;
    show_firmness();
    show_alignment();
    lay_out_texts();
}

} // namespace fedadvise::gui
