#include "gui/rule_packs_dialog.h"

#include "foundation/date.h"
#include "foundation/file.h"
#include "gui/accessibility.h"
#include "gui/text.h"
#include "gui/text_dialog.h"
#include "rulepack/version.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

wxString row_of(const rulepack::Held& rules)
{
    if (!rules.fault.empty())
        return _("A pack that cannot be used");
    wxString row = wxString::Format(_("Version %s, the law as at %s"), to_wx(rules.version),
                                    to_wx(foundation::date_in_words(rules.as_at)));
    row +=
        rules.publisher ? wxString::Format(_(", by %s"), to_wx(rules.publisher->name)) : _(", came with the program");
    return rules.active ? row + _(" (in use)") : row;
}

Paragraphs details_of(const rulepack::Held& rules)
{
    if (!rules.fault.empty())
        return {{Style::Body, rules.fault}};
    Paragraphs paragraphs{{Style::Body, "Fingerprint of the rules (SHA-256): " + rules.sha256}};
    if (rules.publisher)
        paragraphs.push_back({Style::Body, "Signed by " + rules.publisher->name + ". Fingerprint of their key: " +
                                               rulepack::fingerprint(rules.publisher->key)});
    else
        paragraphs.push_back({Style::Body, "These rules came with the program and are always there to go back to."});
    return paragraphs;
}

/// What somebody should read before new rules are used.
Paragraphs about_pack(const rulepack::Inspection& inspection, const std::string& version_in_use)
{
    const rulepack::Manifest& manifest = inspection.pack->manifest;
    Paragraphs paragraphs{
        {Style::Heading, "Rules " + manifest.version + ", the law as at " + foundation::date_in_words(manifest.as_at)}};
    if (inspection.pack->signer)
        paragraphs.push_back({Style::Body, "Signed by " + inspection.pack->signer->name + "."});
    if (inspection.refusal)
    {
        paragraphs.push_back({Style::Strong, inspection.refusal->message});
        paragraphs.push_back({Style::Body, inspection.refusal->advice});
    }
    if (inspection.rules)
        for (const rulebase::Edition& edition : inspection.rules->editions)
            if (rulepack::compare_versions(edition.version, version_in_use) > 0)
                paragraphs.push_back({Style::Bullet, "Version " + edition.version + ", " +
                                                         foundation::date_in_words(edition.date) + ": " +
                                                         edition.text});
    paragraphs.push_back({Style::Soft, "You can go back to the rules you use now at any time."});
    return paragraphs;
}

} // namespace

RulePacksDialog::RulePacksDialog(wxWindow* parent, rulepack::Store store, AskPack ask_pack, const wxString& note)
    : wxDialog(parent, wxID_ANY, _("Rule packs"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_store(std::move(store)),
      m_ask_pack(std::move(ask_pack))
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
    if (!note.empty())
    {
        auto* words = new ReadingPane(this, _("Please note"));
        words->show({{Style::Body, to_utf8(note)}});
        words->SetMinSize(wxSize(-1, GetCharHeight() * 3));
        column->Add(words, border);
    }
    const wxString label = _("&Rules that can be used");
    column->Add(new wxStaticText(this, wxID_ANY, label), border);
    m_rows = new wxListBox(this, wxID_ANY);
    m_rows->SetName(wxS("rule packs"));
    m_rows->SetMinSize(wxSize(GetCharWidth() * 40, GetCharHeight() * 6));
    set_accessible_name(m_rows, wxControl::RemoveMnemonics(label));
    keep_scrollbars_visible(m_rows);
    m_rows->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_details(); });
    column->Add(m_rows, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    m_details = new ReadingPane(this, _("About these rules"));
    m_details->SetName(wxS("rule pack details"));
    column->Add(m_details, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* install_button = new wxButton(this, wxID_ANY, _("&Install a pack..."));
    install_button->SetName(wxS("install pack"));
    install_button->Bind(wxEVT_BUTTON,
                         [this](wxCommandEvent&)
                         {
                             if (const std::filesystem::path pack = m_ask_pack(this); !pack.empty())
                                 install(pack);
                         });
    row->Add(install_button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    m_use = new wxButton(this, wxID_ANY, _("&Use these rules"));
    m_use->SetName(wxS("use rules"));
    m_use->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { use_selected(); });
    row->Add(m_use, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    m_distrust = new wxButton(this, wxID_ANY, _("&Stop trusting its publisher..."));
    m_distrust->SetName(wxS("stop trusting"));
    m_distrust->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { stop_trusting_selected(); });
    row->Add(m_distrust);
    row->AddStretchSpacer();
    row->Add(new wxButton(this, wxID_CLOSE));
    column->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    SetSizer(column);
    SetEscapeId(wxID_CLOSE);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 90, room.x - FromDIP(40)),
                   std::min(GetCharHeight() * 26, room.y - FromDIP(60))));
    CentreOnParent();
    show_rules();
    m_rows->SetFocus();
}

void RulePacksDialog::show_rules()
{
    m_rules = m_store.list();
    wxArrayString lines;
    int active = 0;
    for (std::size_t i = 0; i < m_rules.size(); ++i)
    {
        lines.Add(row_of(m_rules[i]));
        if (m_rules[i].active)
            active = static_cast<int>(i);
    }
    m_rows->Set(lines);
    if (!m_rules.empty())
        m_rows->SetSelection(active);
    show_details();
}

const rulepack::Held* RulePacksDialog::selected() const
{
    const int row = m_rows->GetSelection();
    return row >= 0 && static_cast<std::size_t>(row) < m_rules.size() ? &m_rules[static_cast<std::size_t>(row)]
                                                                      : nullptr;
}

void RulePacksDialog::show_details()
{
    const rulepack::Held* rules = selected();
    if (rules)
        m_details->show(details_of(*rules));
    m_use->Enable(rules && !rules->active && rules->fault.empty());
    m_distrust->Enable(rules && rules->publisher);
}

void RulePacksDialog::use_selected()
{
    if (const rulepack::Held* chosen = selected())
        take_over(m_store.roll_back(chosen->publisher ? chosen->version : std::string("shipped")));
}

void RulePacksDialog::stop_trusting_selected()
{
    const rulepack::Held* chosen = selected();
    if (!chosen || !chosen->publisher)
        return;
    const rulepack::Publisher publisher = *chosen->publisher;
    wxMessageDialog question(
        this, wxString::Format(_("No rules signed with this key of %s will be used any more."), to_wx(publisher.name)),
        _("Stop trusting this publisher?"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    question.SetExtendedMessage(_("Do so when you hear that the key was stolen. The last good rules are used instead. "
                                  "You can trust the key again when you install one of its packs."));
    question.SetYesNoLabels(_("&Stop trusting"), _("&Go on trusting"));
    if (question.ShowModal() != wxID_YES)
        return;
    if (const auto stopped = m_store.stop_trusting(rulepack::fingerprint(publisher.key)); !stopped)
        return tell(_("The publisher is still trusted"), stopped.error());
    m_changed = true;
    show_rules();
}

void RulePacksDialog::take_over(const foundation::Result<rulepack::Held>& result)
{
    if (!result)
        return tell(_("These rules are not used"), result.error());
    m_changed = true;
    show_rules();
}

void RulePacksDialog::install(const std::filesystem::path& pack)
{
    const auto bytes = foundation::read_file(pack, rulepack::largest_pack);
    if (!bytes)
        return tell(_("The pack is not installed"), bytes.error());
    const std::string name = path_to_utf8(pack.filename());
    const rulepack::Inspection inspection = m_store.inspect(bytes.value(), name);
    if (inspection.refusal && !inspection.only_lacks_trust())
        return tell(_("The pack is not installed"), *inspection.refusal);
    const auto active =
        std::find_if(m_rules.begin(), m_rules.end(), [](const rulepack::Held& rules) { return rules.active; });
    TextDialog question(this,
                        inspection.refusal ? _("Is this publisher the one you think?") : _("Install these rules?"),
                        about_pack(inspection, active == m_rules.end() ? std::string() : active->version),
                        inspection.refusal ? _("I compared it: &trust and install") : _("&Install"));
    if (question.ShowModal() != wxID_OK)
        return;
    take_over(m_store.install(
        bytes.value(), name, inspection.refusal ? rulepack::fingerprint(inspection.pack->signer->key) : std::string()));
}

void RulePacksDialog::tell(const wxString& title, const foundation::Error& error)
{
    wxMessageDialog message(this, to_wx(error.message), title, wxOK | wxICON_WARNING);
    message.SetExtendedMessage(to_wx(error.advice));
    message.ShowModal();
}

} // namespace fedadvise::gui
