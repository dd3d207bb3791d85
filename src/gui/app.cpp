#include "gui/app.h"

#include "gui/closing_request.h"
#include "gui/text.h"
#include "rulebase/places.h"
#include "rulepack/pack.h"

#include <wx/cmdline.h>
#include <wx/datetime.h>
#include <wx/iconbndl.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <exception>

namespace fedadvise::gui
{
namespace
{

std::string text_from_environment(const wxString& name)
{
    wxString value;
    return wxGetEnv(name, &value) ? to_utf8(value) : std::string();
}

/// What rulebase::user_folder starts from.
std::string home_folder()
{
#ifdef __WXMSW__
    return text_from_environment(wxS("APPDATA"));
#else
    return to_utf8(wxGetHomeDir());
#endif
}

wxString words_of(const std::vector<foundation::Diagnostic>& diagnostics)
{
    constexpr std::size_t longest = 1500; // more would leave the screen
    wxString words;
    for (const foundation::Diagnostic& diagnostic : diagnostics)
        if (words.length() < longest)
            words += to_wx(foundation::diagnostic_text(diagnostic)) + wxS("\n");
    return words;
}

foundation::Date today()
{
    const wxDateTime now = wxDateTime::Today();
    return {now.GetYear(), static_cast<int>(now.GetMonth()) + 1, now.GetDay()};
}

} // namespace

void App::OnInitCmdLine(wxCmdLineParser& parser)
{
    wxApp::OnInitCmdLine(parser);
    parser.AddLongOption(wxS("rules"), _("folder of the rule base, or a rule pack"));
    parser.AddLongSwitch(wxS("version"), _("print the version and end"));
    parser.AddParam(_("case file"), wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL);
}

bool App::OnCmdLineParsed(wxCmdLineParser& parser)
{
    wxString rules;
    if (parser.Found(wxS("rules"), &rules))
        m_named_rules = to_path(rules);
    if (parser.GetParamCount() > 0)
        m_case = to_path(parser.GetParam(0));
    return wxApp::OnCmdLineParsed(parser);
}

bool App::OnInit()
{
    SetAppName(wxS("federation-adviser"));
    SetAppDisplayName(_("Federation Adviser"));
    if (!wxApp::OnInit())
        return false;
    if (m_named_rules.empty())
        m_named_rules = utf8_to_path(text_from_environment(wxS("FEDADVISE_RULES")));
    obey_closing_requests();
    if (!begin())
        return false;
    m_frame->CallAfter(
        [this]
        {
            m_frame->offer_response_recovery();
            if (!m_frame->offer_recovery() && !m_case.empty())
                m_frame->open_file(m_case);
        });
    return true;
}

rulepack::InUse App::load_rules(const rulepack::StorePlaces& packs) const
{
    if (m_named_rules.empty())
        return rulepack::Store(packs).rules_in_use();
    return {rulepack::load_rules(m_named_rules), {}, {}};
}

bool App::begin()
{
    const std::filesystem::path program = to_path(wxStandardPaths::Get().GetExecutablePath());
    Surroundings surroundings;
    surroundings.examples = rulebase::find_examples({}, program);
    surroundings.settings = rulebase::user_folder(text_from_environment(wxS("FEDADVISE_HOME")), home_folder(), program);
    surroundings.recovery = surroundings.settings / "recovery";
    surroundings.fonts = rulebase::find_fonts({}, program);
    surroundings.texts = rulebase::find_texts({}, program);
    surroundings.rule_packs = {surroundings.settings / "rule-packs", rulebase::find_rules({}, program),
                               rulebase::find_publishers(program)};
    surroundings.rules_are_named = !m_named_rules.empty();
    surroundings.use_new_rules = [this](const std::filesystem::path& open) { begin_anew(open); };
    const rulepack::InUse use = load_rules(*surroundings.rule_packs);
    if (!use.loaded.rules)
    {
        wxMessageBox(
            _("The rules cannot be used. Install the program again, or name another folder with --rules.\n\n") +
                words_of(use.loaded.diagnostics),
            _("Federation Adviser"), wxOK | wxICON_ERROR);
        return false;
    }
    m_frame = new MainFrame(engine::Engine(use.loaded.rules), today(), std::move(surroundings));
#ifdef __WXMSW__
    m_frame->SetIcons(wxIconBundle(wxS("appicon"), nullptr)); // from the program's own resources
#endif
    m_frame->Show();
    if (!use.notes.empty())
        m_frame->CallAfter([this, notes = use.notes] { tell_notes(notes); });
    return true;
}

void App::begin_anew(const std::filesystem::path& open)
{
    MainFrame* before = m_frame;
    if (!begin())
        return;
    before->Destroy(); // after the new one is there: without any window the program would end
    if (!open.empty())
        m_frame->CallAfter([this, open] { m_frame->open_file(open); });
}

void App::tell_notes(const std::vector<foundation::Diagnostic>& notes)
{
    wxMessageDialog message(m_frame, _("Please note about the rules."), _("Federation Adviser"),
                            wxOK | wxICON_INFORMATION);
    message.SetExtendedMessage(words_of(notes));
    message.ShowModal();
}

bool App::OnExceptionInMainLoop()
{
    wxString what = _("an unknown fault");
    try
    {
        throw;
    }
    catch (const std::exception& fault)
    {
        what = to_wx(fault.what());
    }
    catch (...)
    {
        what = _("an unknown fault");
    }
    if (m_frame)
        m_frame->write_journal_now();
    wxMessageBox(_("Something went wrong in the program. Your answers are kept: start the program again and choose "
                   "Restore.\n\n") +
                     what,
                 _("Federation Adviser"), wxOK | wxICON_ERROR);
    return false;
}

} // namespace fedadvise::gui
