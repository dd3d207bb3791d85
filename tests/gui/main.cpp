// Runs the tests inside wx, as the program itself would run. Exits with 77 where there is no display.

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "desk.h"

#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/log.h>

int main(int argc, char** argv)
{
    wxApp::SetInstance(new wxApp);
    int no_arguments = 1;
    if (!wxEntryStart(no_arguments, argv))
        return 77;
    wxTheApp->CallOnInit();
    wxTheApp->SetExitOnFrameDelete(false);
    wxSetAssertHandler(
        [](const wxString& file, int line, const wxString&, const wxString& condition, const wxString& message)
        { gui_test::note_assert(file + wxString::Format(wxS(":%d: "), line) + condition + wxS(" ") + message); });
    int failed = 1;
    {
        wxEventLoop loop;
        const wxEventLoopActivator activate(&loop);
        doctest::Context context(argc, argv);
        failed = context.run();
        wxYield();
    }
    wxEntryCleanup();
    return failed;
}
