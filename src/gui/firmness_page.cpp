#include "gui/firmness_page.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <memory>

namespace fedadvise::gui
{
namespace
{

constexpr std::size_t most_questions = 8;
constexpr std::size_t most_pivotal = 12;
constexpr std::size_t most_bars = 7;
constexpr std::size_t fewest_shown = 50; // in thousandths

/// Models, then vehicles, those that come first often enough to be told.
std::vector<report::LeadShare> shown_shares(const report::Shares& shares)
{
    std::vector<report::LeadShare> shown;
    for (const auto* list : {&shares.models, &shares.vehicles})
        for (std::size_t i = 0; i < list->size() && i < most_bars; ++i)
            if ((*list)[i].first >= fewest_shown)
                shown.push_back((*list)[i]);
    return shown;
}

void add_shares(Paragraphs& out, const report::Shares& shares)
{
    if (shares.readings == 0)
        return;
    out.push_back({Style::Body, shares.words});
    for (const report::LeadShare& share : shown_shares(shares))
        out.push_back({Style::Bullet, share.name + " " + share.words + "."});
}

} // namespace

Paragraphs further_paragraphs(const report::Further& further)
{
    Paragraphs out;
    out.push_back({Style::Title, to_utf8(_("How firm is this?"))});
    if (!further.settled_words.empty())
        out.push_back({Style::Strong, further.settled_words});
    std::size_t shown = 0;
    for (const report::QuestionDecides& question : further.questions)
        if (question.can_change_leaders && shown++ < most_questions)
            out.push_back({Style::Bullet, question.short_label + ": " + question.sentence});
    if (!further.without_effect_words.empty())
        out.push_back({Style::Soft, further.without_effect_words});
    out.push_back({Style::Heading, to_utf8(_("Answers on which it hangs"))});
    out.push_back(
        {Style::Body, further.pivotal_words.empty() ? to_utf8(_("Nothing is answered yet.")) : further.pivotal_words});
    for (std::size_t i = 0; i < further.pivotal.size() && i < most_pivotal; ++i)
    {
        const report::PivotalAnswer& answer = further.pivotal[i];
        out.push_back({Style::Strong, answer.short_label + " (" + to_utf8(_("now: ")) + answer.now + ")"});
        for (const std::string& sentence : answer.sentences)
            out.push_back({Style::Bullet, sentence});
    }
    out.push_back({Style::Heading, to_utf8(_("Other readings"))});
    out.push_back({Style::Soft, to_utf8(_("A reading makes each rule a point stronger or weaker, or leaves it as it "
                                          "is. What comes first in nearly all readings does not hang on how strong "
                                          "we think a rule is."))});
    add_shares(out, further.as_answered);
    add_shares(out, further.with_open);
    return out;
}

ShareBars::ShareBars(wxWindow* parent) : wxPanel(parent)
{
    SetMinSize(wxSize(GetCharWidth() * 24, GetCharHeight() * 6));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             Refresh();
         });
}

void ShareBars::show(const report::Shares& shares)
{
    m_shares = shown_shares(shares);
    const auto is_model = [&](const report::LeadShare& share)
    {
        return std::any_of(shares.models.begin(), shares.models.end(),
                           [&](const report::LeadShare& model) { return model.option == share.option; });
    };
    m_models = static_cast<std::size_t>(std::count_if(m_shares.begin(), m_shares.end(), is_model));
    wxString words;
    for (const report::LeadShare& share : m_shares)
        words += to_wx(share.name + " " + share.words + ". ");
    describe_picture(this, _("How often each option comes first"), words);
    Refresh();
}

void ShareBars::paint()
{
    wxPaintDC dc(this);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context)
        return;
    const Colours palette = colours();
    const double width = GetClientSize().x - FromDIP(4), height = FromDIP(12);
    const double line = GetCharHeight() + height + FromDIP(12);
    double top = FromDIP(2);
    const wxFont plain = scaled_font(*this, 0.95, wxFONTWEIGHT_NORMAL),
                 bold = scaled_font(*this, 0.95, wxFONTWEIGHT_BOLD);
    for (std::size_t i = 0; i < m_shares.size(); ++i)
    {
        const report::LeadShare& share = m_shares[i];
        if (i == 0 || i == m_models)
        {
            context->SetFont(bold, palette.text);
            context->DrawText(i < m_models ? _("Models") : _("Legal vehicles"), FromDIP(2),
                              top + (i == 0 ? 0 : FromDIP(8)));
            top += GetCharHeight() + FromDIP(i == 0 ? 4 : 12);
        }
        context->SetFont(plain, palette.text);
        if (top + line > GetClientSize().y)
            return; // the words beside have the rest
        context->DrawText(to_wx(share.name), FromDIP(2), top);
        context->SetPen(wxPen(palette.soft, 1));
        context->SetBrush(wxBrush(palette.track));
        const double bar = top + GetCharHeight() + FromDIP(2);
        context->DrawRectangle(FromDIP(2), bar, width - FromDIP(2), height);
        context->SetBrush(wxBrush(palette.accent));
        context->DrawRectangle(FromDIP(2), bar, (width - FromDIP(2)) * static_cast<double>(share.first) / 1000.0,
                               height);
        top += line;
    }
}

FirmnessPage::FirmnessPage(wxWindow* parent) : wxPanel(parent)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_text = new ReadingPane(this, _("How firm it is"));
    m_text->SetName(wxS("firmness"));
    row->Add(m_text, wxSizerFlags(12).Expand().Border(wxALL, FromDIP(6)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(this, _("How often each comes first"), 1.05), wxSizerFlags().Expand());
    column->Add(make_soft_text(this, _("Your answers as they are, rules a point stronger or weaker")),
                wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    m_bars = new ShareBars(this);
    column->Add(m_bars, wxSizerFlags(1).Expand());
    row->Add(column, wxSizerFlags(8).Expand().Border(wxALL, FromDIP(6)));
    SetSizer(row);
}

void FirmnessPage::show(const report::Further& further)
{
    m_text->show(further_paragraphs(further));
    m_bars->show(further.as_answered);
}

} // namespace fedadvise::gui
