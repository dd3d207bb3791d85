#include "gui/alignment_page.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace fedadvise::gui
{
namespace
{

void add_statements(Paragraphs& out, const wxString& heading, const std::vector<report::Statement>& statements)
{
    if (!statements.empty())
        out.push_back({Style::Heading, to_utf8(heading)});
    for (const report::Statement& statement : statements)
        out.push_back({Style::Bullet, statement.text + " [" + statement.rule + "]"});
}

void add_lines(Paragraphs& out, const wxString& heading, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    out.push_back({Style::Strong, to_utf8(heading)});
    for (const std::string& line : lines)
        out.push_back({Style::Bullet, line});
}

void add_practices(Paragraphs& out, const report::AlignmentAdvice& advice)
{
    out.push_back({Style::Heading, to_utf8(_("Practice by practice"))});
    for (const report::PracticeAdvice& practice : advice.practices)
    {
        out.push_back({Style::Strong, practice.name});
        out.push_back({Style::Body, practice.sentence});
        if (!practice.commitment_words.empty())
            out.push_back({Style::Body, to_utf8(_("Commitment: ")) + practice.commitment_words});
        for (const report::Statement& reason : practice.reasons)
            out.push_back({Style::Bullet, reason.text + " [" + reason.rule + "]"});
    }
}

void add_coalitions(Paragraphs& out, const report::AlignmentAdvice& advice)
{
    if (advice.coalition_words.empty())
        return;
    out.push_back({Style::Heading, to_utf8(_("Smaller coalitions"))});
    for (const auto* coalitions : {&advice.coalitions, &advice.camp_coalitions})
        for (const report::CoalitionAdvice& coalition : *coalitions)
        {
            out.push_back({Style::Bullet, coalition.sentence});
            for (const report::Statement& breaker : coalition.deal_breakers)
                out.push_back({Style::Soft, to_utf8(_("Not settled by that: ")) + breaker.text});
        }
    out.push_back({Style::Soft, advice.coalition_words});
}

} // namespace

Paragraphs alignment_paragraphs(const report::AlignmentAdvice& advice)
{
    Paragraphs out;
    out.push_back({Style::Title, to_utf8(_("Where you stand"))});
    out.push_back({Style::Strong, advice.headline});
    for (const std::string& sentence : advice.more)
        out.push_back({Style::Bullet, sentence});
    if (advice.practices.empty())
        return out;
    if (!advice.vetoes.empty())
        out.push_back({Style::Heading, to_utf8(_("Votes"))});
    for (const report::VetoAdvice& veto : advice.vetoes)
        out.push_back({Style::Bullet, veto.sentence});
    add_statements(out, _("What no average may hide"), advice.deal_breakers);
    out.push_back({Style::Heading, to_utf8(_("What all could accept"))});
    out.push_back({Style::Body, advice.common_ground_words});
    add_coalitions(out, advice);
    add_practices(out, advice);
    if (advice.minority)
    {
        out.push_back({Style::Heading, to_utf8(_("Minority report: ")) + advice.minority->practice});
        out.push_back({Style::Body, advice.minority->sentence});
        add_lines(out, _("What it would give up"), advice.minority->gives_up);
        add_lines(out, _("What it would need"), advice.minority->needs);
        add_lines(out, _("How it could leave"), advice.minority->how_to_leave);
    }
    out.push_back({Style::Heading, to_utf8(_("Questions to ask in the room"))});
    for (const std::string& prompt : advice.prompts)
        out.push_back({Style::Bullet, prompt});
    out.push_back({Style::Soft, advice.method});
    return out;
}

std::vector<report::MapRow> differing_views(const report::AlignmentAdvice& advice)
{
    std::vector<report::MapRow> rows;
    std::copy_if(advice.map.begin(), advice.map.end(), std::back_inserter(rows),
                 [](const report::MapRow& row) { return row.view && row.gap > 0; });
    return rows;
}

AlignmentPage::AlignmentPage(wxWindow* parent) : wxPanel(parent)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_text = new ReadingPane(this, _("Where you stand"));
    m_text->SetName(wxS("alignment"));
    row->Add(m_text, wxSizerFlags(10).Expand().Border(wxALL, FromDIP(6)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(this, _("Questions to talk about, biggest gaps first"), 1.05), wxSizerFlags().Expand());
    m_list = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_ROW_LINES);
    m_list->SetName(wxS("alignment-map"));
    set_accessible_name(m_list, _("What each practice said, biggest gaps first"));
    keep_scrollbars_visible(m_list);
    m_list->SetMinSize(wxSize(GetCharWidth() * 24, GetCharHeight() * 7));
    column->Add(m_list, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    m_map_words = make_soft_text(this, _("The same as a picture: each box is filled as far as the answer goes. Columns "
                                         "are the practices in the order of the list."));
    column->Add(m_map_words, wxSizerFlags().Expand());
    m_map_page = new ScrollPage(this);
    set_accessible_name(m_map_page, _("What each practice said, as a picture"));
    m_map = new ScenePanel(m_map_page);
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add(m_map, wxSizerFlags().Expand());
    m_map_page->SetSizer(margin);
    column->Add(m_map_page, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(4)));
    row->Add(column, wxSizerFlags(11).Expand().Border(wxALL, FromDIP(6)));
    SetSizer(row);
}

void AlignmentPage::show(const report::AlignmentAdvice& advice)
{
    m_text->show(alignment_paragraphs(advice));
    fill_list(advice);
    const bool differ = !report::rows_to_show(advice).empty();
    m_map_words->Show(differ);
    m_map_page->Show(differ);
    if (differ)
        m_map->show([kept = std::make_shared<const report::AlignmentAdvice>(advice)](const report::SceneSize& size)
                    { return report::map_scene(*kept, size); });
}

void AlignmentPage::lay_out()
{
    if (m_map_page->IsShownOnScreen())
        m_map_page->lay_out();
}

void AlignmentPage::fill_list(const report::AlignmentAdvice& advice)
{
    m_list->DeleteAllItems();
    m_list->ClearColumns();
    const int letter = GetCharWidth();
    const auto add_column = [&](const wxString& title, int letters) {
        m_list->AppendTextColumn(title, wxDATAVIEW_CELL_INERT, letter * letters, wxALIGN_LEFT,
                                 wxDATAVIEW_COL_RESIZABLE);
    };
    add_column(_("Question"), 26);
    add_column(_("Consensus"), 11);
    int number = 1;
    for (const report::PracticeAdvice& practice : advice.practices)
        add_column(wxString::Format(wxS("%d. "), number++) + to_wx(practice.name), 19);
    for (const report::MapRow& row : differing_views(advice))
    {
        wxVector<wxVariant> cells;
        cells.push_back(wxVariant(to_wx(row.label)));
        cells.push_back(wxVariant(to_wx(report::consensus_in_words(row.consensus_band))));
        for (const report::MapCell& cell : row.cells)
            cells.push_back(wxVariant(to_wx(cell.answer)));
        m_list->AppendItem(cells);
    }
}

} // namespace fedadvise::gui
