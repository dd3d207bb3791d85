// The part of MainFrame that changes the rules, and says what other rules make of a case.

#include "gui/document_words.h"
#include "gui/main_frame.h"
#include "gui/rule_packs_dialog.h"
#include "gui/text.h"
#include "gui/text_dialog.h"
#include "report/recheck.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>

namespace fedadvise::gui
{

void MainFrame::build_rules_menu(wxMenuBar& bar)
{
    auto* menu = new wxMenu;
    const int packs =
        menu->Append(wxID_ANY, _("Rule &packs..."), _("Install new rules, or go back to older ones"))->GetId();
    const int again = menu->Append(wxID_ANY, _("Re-check: what changed and &why..."),
                                   _("What other rules than those that judged this case make of it"))
                          ->GetId();
    bar.Append(menu, _("R&ules"));
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_rule_packs({}); }, packs);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_recheck(); }, again);
}

void MainFrame::show_rule_packs(const std::filesystem::path& install)
{
    if (!m_surroundings.rule_packs)
        return;
    const wxString note =
        m_surroundings.rules_are_named
            ? _("This time the program was started with rules that were named at the start. What you choose "
                "here counts when it is started without.")
            : wxString();
    RulePacksDialog dialog(
        this, rulepack::Store(*m_surroundings.rule_packs),
        [this](wxWindow* parent)
        { return to_path(m_surroundings.ask_path(parent, PathPurpose::OpenRulePack, wxString())); },
        note);
    if (!install.empty())
        dialog.CallAfter([&dialog, install] { dialog.install(install); });
    dialog.ShowModal();
    if (!dialog.changed() || m_surroundings.rules_are_named)
        return;
    if (m_surroundings.use_new_rules && may_leave_case())
        m_surroundings.use_new_rules(m_case_open ? m_path : std::filesystem::path());
    else
        tell(_("The new rules are installed"), _("They are used when you start the program the next time."));
}

foundation::Date MainFrame::day_of_file() const
{
    return engine::day_of_law(m_conversation.file(), std::nullopt, m_today);
}

bool MainFrame::is_judged_by_others() const
{
    const std::optional<casefile::Judged>& judged = m_conversation.file().judged;
    return m_case_open && judged &&
           report::needs_recheck(*judged, m_conversation.engine(), m_conversation.file(), day_of_file());
}

void MainFrame::offer_recheck()
{
    if (!is_judged_by_others())
        return;
    const casefile::Judged& judged = *m_conversation.file().judged;
    const rulebase::RuleBase& rules = m_conversation.engine().rules();
    const bool other_rules = judged.rules_sha256 != rules.sha256;
    wxMessageDialog question(this,
                             other_rules ? _("This case was judged with other rules.")
                                         : _("This case was judged by the law of another day."),
                             _("Re-check"), wxYES_NO | wxICON_INFORMATION);
    question.SetExtendedMessage(
        other_rules
            ? wxString::Format(_("It was judged with version %s. In use is version %s."), to_wx(judged.rules_version),
                               to_wx(rules.version))
            : wxString::Format(_("It was judged by the law of %s, and something stands elsewhere by the law of %s."),
                               to_wx(foundation::date_in_words(judged.as_at)),
                               to_wx(foundation::date_in_words(day_of_file()))));
    question.SetYesNoLabels(_("&Re-check: what changed and why"), _("&Not now"));
    if (question.ShowModal() == wxID_YES)
        show_recheck();
}

void MainFrame::show_recheck()
{
    commit();
    if (!m_case_open)
        return tell(_("No case is open"), _("Open the case that you want to re-check."));
    const casefile::Case& file = m_conversation.file();
    if (!file.judged)
        return tell(_("Nothing to compare with"),
                    _("The case does not say which rules it was judged with. Save it, and it is noted for "
                      "the next time."));
    std::shared_ptr<const rulebase::RuleBase> then;
    if (file.judged->rules_sha256 == m_conversation.engine().rules().sha256)
        then = m_conversation.engine().shared_rules();
    else if (m_surroundings.rule_packs)
        then = rulepack::Store(*m_surroundings.rule_packs).find(file.judged->rules_sha256);
    const foundation::Date day = day_of_file();
    const report::Recheck recheck = report::recheck(m_conversation.engine(), file, day, then);
    const document::Document document = report::recheck_document(
        recheck, file.title.empty() ? to_utf8(_("Untitled group")) : file.title, m_conversation.engine().rules(), day);
    TextDialog(this, _("Re-check: what changed and why"), document_paragraphs(document)).ShowModal();
}

casefile::Case MainFrame::case_to_save()
{
    casefile::Case file = m_conversation.file();
    file.judged = report::judged_now(m_conversation.engine(), file, day_of_file());
    if (m_surroundings.rule_packs) // a later program can then say what changed; without, only where things stood
        static_cast<void>(rulepack::Store(*m_surroundings.rule_packs).keep_shipped());
    return file;
}

} // namespace fedadvise::gui
