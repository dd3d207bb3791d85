#include "gui/what_if_page.h"

#include "gui/accessibility.h"
#include "gui/look.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/wrapsizer.h>

namespace fedadvise::gui
{
namespace
{

void add_options(Paragraphs& out, const wxString& heading, const std::vector<report::OptionDifference>& options)
{
    const std::vector<report::BandChange> changes = report::band_changes(options);
    const std::string places = report::place_changes(options);
    if (changes.empty() && places.empty())
        return;
    out.push_back({Style::Heading, to_utf8(heading)});
    for (const report::BandChange& change : changes)
    {
        out.push_back({Style::Bullet, change.words});
        for (const std::string& reason : change.reasons)
            out.push_back({Style::Soft, reason});
    }
    if (!places.empty())
        out.push_back({Style::Bullet, places});
}

Paragraphs words_without_variants()
{
    return {
        {Style::Title, to_utf8(_("What if?"))},
        {Style::Body,
         to_utf8(_("A variant is your case with a few things otherwise: a practice leaves, or an answer is "
                   "another one. It is kept in the same file, under a name of its own."))},
        {Style::Bullet, to_utf8(_("Choose a practice at the left to see what would come of it if it left."))},
        {Style::Bullet,
         to_utf8(_("Or add a variant, press \"Work on it\", and answer as it would be. Your own answers stay as they "
                   "are."))},
    };
}

} // namespace

Paragraphs variant_paragraphs(const report::VariantComparison& variant)
{
    Paragraphs out;
    out.push_back({Style::Title, variant.name});
    out.push_back({Style::Strong, variant.headline});
    for (const std::string& sentence : variant.more)
        out.push_back({Style::Bullet, sentence});
    if (!variant.note.empty())
        out.push_back({Style::Soft, variant.note});
    if (variant.inputs.empty())
        out.push_back({Style::Body, to_utf8(_("Press \"Work on it\", and answer as it would be. Your own answers stay "
                                              "as they are."))});
    else
        out.push_back({Style::Heading, to_utf8(_("What is otherwise"))});
    for (const report::InputDifference& input : variant.inputs)
        out.push_back({Style::Bullet,
                       report::who_and_what(input) + ": was “" + input.was + "”, would be “" + input.would_be + "”."});
    add_options(out, _("Models"), variant.models);
    add_options(out, _("Legal vehicles"), variant.vehicles);
    if (!variant.sayings.empty())
        out.push_back({Style::Heading, to_utf8(_("What else would be said"))});
    for (const report::SayingDifference& saying : variant.sayings)
        out.push_back({Style::Bullet, report::saying_words(saying)});
    return out;
}

WhatIfPage::WhatIfPage(wxWindow* parent, const Commands& commands) : wxPanel(parent), m_commands(commands)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(build_list(), wxSizerFlags(8).Expand().Border(wxALL, FromDIP(6)));
    m_text = new ReadingPane(this, _("What would be otherwise in the chosen variant"));
    m_text->SetName(wxS("what-if"));
    row->Add(m_text, wxSizerFlags(12).Expand().Border(wxALL, FromDIP(6)));
    SetSizer(row);
}

wxSizer* WhatIfPage::build_list()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(this, _("Variants"), 1.05), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(2)));
    m_list = new wxListBox(this, wxID_ANY);
    m_list->SetName(wxS("variants"));
    set_accessible_name(m_list, _("Variants"));
    keep_scrollbars_visible(m_list);
    m_list->SetMinSize(wxSize(GetCharWidth() * 20, GetCharHeight() * 5));
    m_list->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { m_commands.choose_variant(chosen()); });
    m_list->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { m_commands.work_on_variant(chosen()); });
    column->Add(m_list, wxSizerFlags(1).Expand());
    auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto add_button = [&](const wxString& label, std::function<void()> pressed)
    {
        auto* button = new wxButton(this, wxID_ANY, label);
        button->Bind(wxEVT_BUTTON, [pressed = std::move(pressed)](wxCommandEvent&) { pressed(); });
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxTOP, FromDIP(4)));
        return button;
    };
    m_work = add_button(_("Work &on it"), [this] { m_commands.work_on_variant(chosen()); });
    add_button(_("&Add a variant..."), [this] { m_commands.add_variant(); });
    m_rename = add_button(_("Re&name..."), [this] { m_commands.rename_variant(chosen()); });
    m_remove = add_button(_("&Remove"), [this] { m_commands.remove_variant(chosen()); });
    column->Add(buttons, wxSizerFlags().Expand());
    column->Add(build_quick_add(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    return column;
}

wxSizer* WhatIfPage::build_quick_add()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(new wxStaticText(this, wxID_ANY, _("What if this practice leaves?")));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_practice = new wxChoice(this, wxID_ANY);
    m_practice->SetName(wxS("leaving-practice"));
    m_practice->SetMinSize(wxSize(GetCharWidth() * 12, -1));
    set_accessible_name(m_practice, _("What if this practice leaves?"));
    row->Add(m_practice, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(4)));
    m_leaves = new wxButton(this, wxID_ANY, _("Show &me"));
    m_leaves->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&)
                   {
                       const int chosen = m_practice->GetSelection();
                       if (chosen >= 0 && static_cast<std::size_t>(chosen) < m_practices.size())
                           m_commands.add_variant_without(m_practices[static_cast<std::size_t>(chosen)]);
                   });
    row->Add(m_leaves, wxSizerFlags().CentreVertical());
    column->Add(row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    return column;
}

std::string WhatIfPage::chosen() const
{
    const int row = m_list->GetSelection();
    return row >= 0 && static_cast<std::size_t>(row) < m_variants.size() ? m_variants[static_cast<std::size_t>(row)].id
                                                                         : std::string();
}

void WhatIfPage::show(const WhatIfScreen& screen)
{
    m_variants = screen.variants;
    wxArrayString lines;
    int selection = wxNOT_FOUND;
    for (const wizard::VariantLine& variant : m_variants)
    {
        if (variant.id == screen.chosen)
            selection = static_cast<int>(lines.size());
        lines.Add(to_wx(variant.name) + (variant.current ? _(" (you are working on it)") : wxString()));
    }
    if (m_list->GetStrings() != lines)
        m_list->Set(lines);
    if (m_list->GetSelection() != selection)
        m_list->SetSelection(selection);
    for (wxButton* button : {m_work, m_rename, m_remove})
        button->Enable(selection != wxNOT_FOUND);
    wxArrayString names;
    m_practices.clear();
    for (const auto& [id, name] : screen.practices)
    {
        m_practices.push_back(id);
        names.Add(to_wx(name));
    }
    if (m_practice->GetStrings() != names)
    {
        m_practice->Set(names);
        if (!names.empty())
            m_practice->SetSelection(0);
    }
    m_practice->Enable(!names.empty());
    m_leaves->Enable(!names.empty());
    m_text->show(screen.comparison ? variant_paragraphs(*screen.comparison) : words_without_variants());
}

} // namespace fedadvise::gui
