#include "gui/app.h"

#include "gui/text.h"
#include "rulebase/loading.h"
#include "rulebase/places.h"

#include <wx/cmdline.h>
#include <wx/datetime.h>
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

foundation::Date today()
{
    const wxDateTime now = wxDateTime::Today();
    return {now.GetYear(), static_cast<int>(now.GetMonth()) + 1, now.GetDay()};
}

} // namespace

void App::OnInitCmdLine(wxCmdLineParser& parser)
{
    wxApp::OnInitCmdLine(parser);
    parser.AddLongOption(wxS("rules"), _("folder of the rule base"));
    parser.AddLongSwitch(wxS("version"), _("print the version and end"));
    parser.AddParam(_("case file"), wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL);
}

bool App::OnCmdLineParsed(wxCmdLineParser& parser)
{
    wxString rules;
    if (parser.Found(wxS("rules"), &rules))
        m_rules_option = to_path(rules);
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
    const std::filesystem::path program = to_path(wxStandardPaths::Get().GetExecutablePath());
    const std::filesystem::path rules_folder =
        !m_rules_option.empty() ? m_rules_option
                                : rulebase::find_rules(text_from_environment(wxS("FEDADVISE_RULES")), program);
    const rulebase::LoadedRuleBase loaded = rulebase::load_folder(rules_folder);
    if (!loaded.rules)
    {
        wxString faults;
        for (const auto& diagnostic : loaded.diagnostics)
        {
            if (faults.length() < 1500)
                faults += to_wx(foundation::diagnostic_text(diagnostic)) + wxS("\n");
        }
        wxMessageBox(
            _("The rules cannot be used. Install the program again, or name another folder with --rules.\n\n") + faults,
            _("Federation Adviser"), wxOK | wxICON_ERROR);
        return false;
    }
    Surroundings surroundings;
    surroundings.examples = rulebase::find_examples({}, program);
    surroundings.settings = rulebase::user_folder(text_from_environment(wxS("FEDADVISE_HOME")), home_folder(), program);
    surroundings.recovery = surroundings.settings / "recovery";
    surroundings.fonts = rulebase::find_fonts({}, program);
    surroundings.texts = rulebase::find_texts({}, program);
    m_frame = new MainFrame(engine::Engine(loaded.rules), today(), std::move(surroundings));
    m_frame->Show();
    m_frame->CallAfter(
        [this]
        {
            m_frame->offer_response_recovery();
            if (!m_frame->offer_recovery() && !m_case.empty())
                m_frame->open_file(m_case);
        });
    return true;
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
