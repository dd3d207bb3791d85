#include "gui/result_page.h"

#include "gui/accessibility.h"
#include "gui/result_words.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/utils.h>

#include <algorithm>
#include <memory>

namespace fedadvise::gui
{

OptionsPage::OptionsPage(wxWindow* parent, const wxString& title, const Commands& commands)
    : wxPanel(parent), m_commands(commands)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_sides = new wxSimplebook(this);
    m_sides->AddPage(build_list(title), wxString());
    m_picture_page = new ScrollPage(m_sides);
    set_accessible_name(m_picture_page, title + wxS(": ") + _("as a picture"));
    m_picture = new ScenePanel(m_picture_page);
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add(make_soft_text(m_picture_page, _("A dot is where the option stands now; a filled one comes first. A "
                                                 "bar reaches as far as open answers could still move it.")),
                wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    margin->Add(m_picture, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    m_picture_page->SetSizer(margin);
    m_sides->AddPage(m_picture_page, wxString());
    column->Add(m_sides, wxSizerFlags(1).Expand());

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    m_turn = new wxButton(this, wxID_ANY, _("Show as a pict&ure"));
    m_turn->SetName(wxS("show-as-picture"));
    m_turn->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { turn_over(); });
    buttons->Add(m_turn);
    buttons->AddStretchSpacer();
    m_change = new wxButton(this, wxID_ANY, _("What would chan&ge this?"));
    m_change->SetName(wxS("what-would-change"));
    m_change->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&)
                   {
                       const int chosen = m_list->GetSelectedRow();
                       if (chosen >= 0 && static_cast<std::size_t>(chosen) < m_options.size())
                           m_commands.explain_change(m_options[static_cast<std::size_t>(chosen)].id);
                   });
    buttons->Add(m_change);
    column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    SetSizer(column);
}

wxWindow* OptionsPage::build_list(const wxString& title)
{
    auto* side = new wxPanel(m_sides);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_list = new wxDataViewListCtrl(side, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_ROW_LINES);
    set_accessible_name(m_list, title);
    keep_scrollbars_visible(m_list);
    const int letter = GetCharWidth();
    m_list->AppendTextColumn(title, wxDATAVIEW_CELL_INERT, letter * 32, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    m_list->AppendTextColumn(_("Advice"), wxDATAVIEW_CELL_INERT, letter * 20, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    m_list->SetMinSize(wxSize(letter * 24, -1));
    m_list->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { choose(m_list->GetSelectedRow()); });
    row->Add(m_list, wxSizerFlags(9).Expand().Border(wxALL, FromDIP(6)));
    m_text = new ReadingPane(side, title + wxS(": ") + _("all about the chosen one"));
    row->Add(m_text, wxSizerFlags(11).Expand().Border(wxALL, FromDIP(6)));
    side->SetSizer(row);
    return side;
}

void OptionsPage::turn_over()
{
    const bool to_picture = m_sides->GetSelection() == 0;
    m_sides->ChangeSelection(to_picture ? 1 : 0);
    m_turn->SetLabel(to_picture ? _("Show as a &list") : _("Show as a pict&ure"));
    m_change->Show(!to_picture);
    Layout();
    lay_out();
}

void OptionsPage::lay_out()
{
    if (m_picture_page->IsShownOnScreen())
        m_picture_page->lay_out();
}

void OptionsPage::show(const std::vector<report::OptionAdvice>& options, ScenePanel::Draw picture)
{
    m_picture->show(std::move(picture));
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
                             lay_out_pictures();
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
    m_gauges = new ScenePanel(m_overview);
    gauges->Add(m_gauges, wxSizerFlags(6).Border(wxALL, FromDIP(6)));
    auto* words = new wxBoxSizer(wxVERTICAL);
    for (WrappedText*& gauge : m_gauge_words)
    {
        gauge = make_soft_text(m_overview, wxString());
        words->Add(gauge, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    }
    m_gradient_words = make_soft_text(m_overview, wxString());
    words->Add(m_gradient_words, wxSizerFlags().Expand());
    gauges->Add(words, wxSizerFlags(5).CentreVertical().Border(wxALL, FromDIP(6)));
    column->Add(gauges, wxSizerFlags().Expand());
    m_gradient = new ScenePanel(m_overview);
    column->Add(m_gradient, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(6)));
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
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_path, wxSizerFlags(3).Expand());
    m_time_page = new ScrollPage(page);
    set_accessible_name(m_time_page, _("The path over time, as a picture"));
    m_time = new ScenePanel(m_time_page);
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add(m_time, wxSizerFlags().Expand());
    m_time_page->SetSizer(margin);
    column->Add(m_time_page, wxSizerFlags(2).Expand().Border(wxTOP, FromDIP(6)));
    row->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(6)));
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
    lay_out_pictures();
}

/// Those on screen: hidden ones have no width yet.
void ResultPage::lay_out_pictures()
{
    m_models->lay_out();
    m_vehicles->lay_out();
    m_alignment->lay_out();
    if (m_time_page->IsShownOnScreen())
        m_time_page->lay_out();
}

/// The first path over time as a picture; the text above has all of them.
void ResultPage::show_time(const report::Advice& advice)
{
    m_time_page->Show(!advice.time_paths.empty());
    if (advice.time_paths.empty())
        return;
    const report::TimePathAdvice& path = advice.time_paths.front();
    std::vector<report::Stretch> stretches;
    for (const report::TimeStageAdvice& stage : path.stages)
        stretches.push_back({stage.title, stage.from_month, stage.to_month});
    m_time->show([stretches, title = path.title](const report::SceneSize& size)
                 { return report::time_scene(stretches, "time-picture", title, size); });
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
    // The pictures are drawn whenever sizes change: they keep the advice
    const auto kept = std::make_shared<const report::Advice>(advice);
    m_gradient->show([kept](const report::SceneSize& size) { return report::gradient_scene(*kept, size); });
    m_gradient_words->set_text(gradient_in_words(advice));
    m_gauges->show([kept](const report::SceneSize& size) { return report::gauges_scene(*kept, size); });
    const report::Gauge* gauges[] = {&advice.relationship, &advice.deal};
    for (std::size_t i = 0; i < m_gauge_words.size(); ++i)
        m_gauge_words[i]->set_text(to_wx(gauges[i]->title + ": " + gauges[i]->band + ". " + gauges[i]->in_words));
    m_models->show(
        advice.models, [kept](const report::SceneSize& size)
        { return report::bands_scene(*kept, kept->models, "models-picture", "Where each model stands", size); });
    m_vehicles->show(
        advice.vehicles, [kept](const report::SceneSize& size)
        { return report::bands_scene(*kept, kept->vehicles, "vehicles-picture", "Where each vehicle stands", size); });
    m_compare->show(advice);
    m_readiness->show(readiness_paragraphs(advice));
    m_lessons->show(lesson_paragraphs(advice));
    m_next_steps->show(next_step_paragraphs(advice));
    m_path->show(path_paragraphs(advice));
    show_time(advice);
    m_what_if->show(what_if);
    m_open->show(open_question_paragraphs(advice));
    m_about->show(about_paragraphs(advice));
    m_firmness_is_old = m_alignment_is_old = true;
    show_firmness();
    show_alignment();
    lay_out_texts();
}

} // namespace fedadvise::gui
