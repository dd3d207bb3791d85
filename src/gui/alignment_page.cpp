#include "gui/alignment_page.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>
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

AnswerMap::AnswerMap(wxWindow* parent) : wxPanel(parent)
{
    SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * 8));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             Refresh();
         });
}

void AnswerMap::show(const report::AlignmentAdvice& advice)
{
    m_rows = differing_views(advice);
    m_practices.clear();
    wxString words;
    for (const report::PracticeAdvice& practice : advice.practices)
        m_practices.push_back(practice.name);
    for (std::size_t i = 0; i < m_rows.size() && i < 3; ++i)
        words += to_wx(m_rows[i].label + ": " + m_rows[i].sentence + " ");
    describe_picture(this, _("Map of what each practice said"), words);
    Refresh();
}

void AnswerMap::paint()
{
    wxPaintDC dc(this);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context || m_practices.empty())
        return;
    const Colours palette = colours();
    const double line = GetCharHeight() + FromDIP(6), names = GetClientSize().x * 0.4;
    const double column = (GetClientSize().x - names - FromDIP(4)) / static_cast<double>(m_practices.size());
    context->SetFont(scaled_font(*this, 0.9, wxFONTWEIGHT_NORMAL), palette.text);
    // Columns are numbered in the order of the list's columns: names would not fit over thirty of them.
    double widest = 0, ignored = 0;
    context->GetTextExtent(wxString::Format(wxS("%u "), static_cast<unsigned>(m_practices.size())), &widest, &ignored);
    for (std::size_t p = 0; p < m_practices.size(); ++p)
    {
        if (widest > column && p != 0 && (p + 1) % 5 != 0)
            continue; // every fifth tells enough
        const wxString number = wxString::Format(wxS("%u"), static_cast<unsigned>(p + 1));
        double width = 0, height = 0;
        context->GetTextExtent(number, &width, &height);
        context->DrawText(number, names + column * (static_cast<double>(p) + 0.5) - width / 2, 0);
    }
    double top = line;
    for (const report::MapRow& row : m_rows)
    {
        if (top + line > GetClientSize().y)
            return; // the list has the rest
        context->Clip(0, top, names - FromDIP(6), line);
        context->DrawText(to_wx(row.label), FromDIP(2), top);
        context->ResetClip();
        for (std::size_t p = 0; p < row.cells.size(); ++p)
        {
            const double x = names + column * static_cast<double>(p) + 1, width = std::max(column - 3, 2.0);
            const double height = line - FromDIP(6);
            if (!row.cells[p].place)
            {
                const wxString mark = row.cells[p].answered ? to_wx(row.cells[p].answer).Left(1) : wxString(wxS("–"));
                context->DrawText(mark, x + width / 3, top);
                continue;
            }
            context->SetPen(wxPen(palette.soft, 1));
            context->SetBrush(wxBrush(palette.track));
            context->DrawRectangle(x, top, width, height);
            context->SetBrush(wxBrush(palette.accent));
            context->DrawRectangle(x, top, width * static_cast<double>(*row.cells[p].place) / 1000.0, height);
        }
        top += line;
    }
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
    column->Add(make_soft_text(this, _("The same as a picture: each box is filled as far as the answer goes. Columns "
                                       "are the practices in the order of the list.")),
                wxSizerFlags().Expand());
    m_map = new AnswerMap(this);
    column->Add(m_map, wxSizerFlags(1).Expand());
    row->Add(column, wxSizerFlags(11).Expand().Border(wxALL, FromDIP(6)));
    SetSizer(row);
}

void AlignmentPage::show(const report::AlignmentAdvice& advice)
{
    m_text->show(alignment_paragraphs(advice));
    fill_list(advice);
    m_map->show(advice);
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
