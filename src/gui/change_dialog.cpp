#include "gui/change_dialog.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"
#include "report/wording.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>

namespace fedadvise::gui
{
namespace
{

constexpr std::size_t first_look = 300'000;     ///< combinations: a third of a second
constexpr std::size_t second_look = 20'000'000; ///< about twenty seconds
constexpr int milliseconds_between_looks = 40;
constexpr int gauge_range = 1000;

bool can_go_on(const std::vector<report::WhatWouldChange>& changes)
{
    return std::any_of(changes.begin(), changes.end(),
                       [](const report::WhatWouldChange& what)
                       { return what.outcome == "too-deep" || what.outcome == "stopped" || !what.all_known; });
}

} // namespace

Paragraphs change_paragraphs(const std::vector<report::WhatWouldChange>& changes)
{
    Paragraphs out;
    for (const report::WhatWouldChange& what : changes)
    {
        if (what.follows)
            continue;
        out.push_back({Style::Strong, what.headline});
        for (const report::ChangeAdvice& change : what.changes)
        {
            if (change.answers.size() == 1)
            {
                out.push_back({Style::Bullet, change.sentence});
                continue;
            }
            out.push_back({Style::Body,
                           to_utf8(change.other_answers ? _("These together, or other answers to the same questions:")
                                                        : _("These together:"))});
            for (const report::ChangedAnswer& answer : change.answers)
                out.push_back({Style::Bullet, report::as_sentence(report::change_in_words(answer))});
        }
        if (what.more > 0)
            out.push_back(
                {Style::Soft, to_utf8(wxString::Format(_("%zu other sets of answers would do it, too."), what.more))});
        for (const report::Statement& obstacle : what.obstacles)
        {
            out.push_back({Style::Bullet, obstacle.text});
            if (!obstacle.law.empty())
                out.push_back({Style::Soft, to_utf8(_("Law: ")) + obstacle.law + "."});
        }
    }
    return out;
}

std::string name_of_change(const report::ChangeAdvice& change)
{
    if (change.answers.size() == 1)
        return to_utf8(wxString::Format(_("If %s were %s"), to_wx("“" + change.answers.front().short_label + "”"),
                                        to_wx(change.answers.front().would_be)));
    wxString labels;
    for (const report::ChangedAnswer& answer : change.answers)
        labels += (labels.empty() ? wxString() : wxString(wxS(", "))) + to_wx(answer.short_label);
    return to_utf8(wxString::Format(_("If these were different: %s"), labels));
}

ChangeDialog::ChangeDialog(wxWindow* parent, const wxString& option, Search search)
    : wxDialog(parent, wxID_ANY, wxString::Format(_("What would change: %s"), option), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_search(std::move(search)),
      m_timer(this)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_text = new ReadingPane(this, GetTitle());
    m_text->SetName(wxS("changes"));
    column->Add(m_text, wxSizerFlags(3).Expand().Border(wxALL, FromDIP(10)));

    auto* searching = new wxBoxSizer(wxHORIZONTAL);
    m_gauge = new wxGauge(this, wxID_ANY, gauge_range);
    set_accessible_name(m_gauge, _("How far the search has come"));
    searching->Add(m_gauge, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(6)));
    m_stop_button = new wxButton(this, wxID_ANY, _("&Stop searching"));
    m_stop_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_stop = true; });
    searching->Add(m_stop_button, wxSizerFlags().CentreVertical());
    column->Add(searching, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));

    column->Add(new wxStaticText(this, wxID_ANY, _("Try one of these changes beside your own answers:")),
                wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    m_list = new wxListBox(this, wxID_ANY);
    m_list->SetName(wxS("changes-to-try"));
    set_accessible_name(m_list, _("Changes to try"));
    keep_scrollbars_visible(m_list);
    m_list->SetMinSize(wxSize(GetCharWidth() * 30, GetCharHeight() * 4));
    m_list->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { m_try->Enable(m_list->GetSelection() != wxNOT_FOUND); });
    column->Add(m_list, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    m_further = new wxButton(this, wxID_ANY, _("Search &further"));
    m_further->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { start(second_look); });
    buttons->Add(m_further, wxSizerFlags());
    buttons->AddStretchSpacer();
    m_try = new wxButton(this, wxID_OK, _("&Try it"));
    buttons->Add(m_try, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    buttons->Add(new wxButton(this, wxID_CLOSE, _("&Close")), wxSizerFlags());
    column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(column);
    SetEscapeId(wxID_CLOSE);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 84, room.x - FromDIP(40)),
                   std::min(GetCharHeight() * 34, room.y - FromDIP(60))));
    CentreOnParent();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
    start(first_look);
}

ChangeDialog::~ChangeDialog()
{
    stop();
}

void ChangeDialog::stop()
{
    m_stop = true;
    m_timer.Stop();
    if (m_thread.joinable())
        m_thread.join();
}

void ChangeDialog::start(std::size_t most_cases)
{
    stop();
    m_stop = false;
    m_ready = false;
    m_cases = 0;
    m_most_cases = most_cases;
    m_rows.clear();
    m_list->Clear();
    m_try->Disable();
    m_further->Disable();
    m_gauge->SetValue(0);
    m_gauge->Show();
    m_stop_button->Show();
    m_text->show({{Style::Body, to_utf8(_("Looking for the smallest change..."))}});
    Layout();
    m_thread = std::thread(
        [this]
        {
            report::SearchSettings settings;
            settings.most_cases = m_most_cases;
            settings.stop = &m_stop;
            settings.progress = [this](std::size_t, std::size_t cases) { m_cases = cases; };
            m_found = m_search(settings);
            m_ready = true;
        });
    m_timer.Start(milliseconds_between_looks);
}

void ChangeDialog::look()
{
    if (!m_ready)
    {
        const std::size_t done = std::min<std::size_t>(m_cases, m_most_cases);
        m_gauge->SetValue(static_cast<int>(done * gauge_range / m_most_cases));
        return;
    }
    m_timer.Stop();
    m_thread.join();
    show_result();
}

void ChangeDialog::show_result()
{
    m_gauge->Hide();
    m_stop_button->Hide();
    Layout();
    m_text->show(change_paragraphs(m_found));
    for (const report::WhatWouldChange& what : m_found)
        for (const report::ChangeAdvice& change : what.changes)
        {
            m_rows.push_back(&change);
            m_list->Append((what.goal == "lead" ? _("To come first: ") : _("To open it: ")) +
                           to_wx(name_of_change(change)));
        }
    m_list->Enable(!m_rows.empty());
    m_further->Enable(can_go_on(m_found) && m_most_cases < second_look);
    m_text->SetFocus();
}

const report::ChangeAdvice* ChangeDialog::chosen() const
{
    const int row = m_list->GetSelection();
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? m_rows[static_cast<std::size_t>(row)] : nullptr;
}

} // namespace fedadvise::gui
