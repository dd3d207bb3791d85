#include "gui/closing_request.h"

#ifdef __WXMSW__
#include "gui/main_frame.h"

#include <wx/msw/wrapwin.h>
#endif

namespace fedadvise::gui
{

#ifdef __WXMSW__

namespace
{

bool on_request(wxWindowMSW* window, WXUINT, WXWPARAM, WXLPARAM)
{
    auto* frame = dynamic_cast<MainFrame*>(window);
    if (frame == nullptr)
        return false;
    if (::IsWindowEnabled(frame->GetHWND()))
        frame->CallAfter(&MainFrame::close_keeping_work);
    else // a dialog waits for an answer, and only its user can give it
        frame->write_journal_now();
    return true;
}

} // namespace

void obey_closing_requests()
{
    const UINT message = ::RegisterWindowMessageW(L"FederationAdviser.Close");
    if (message != 0)
        wxWindow::MSWRegisterMessageHandler(static_cast<int>(message), on_request);
}

#else

void obey_closing_requests() {}

#endif

} // namespace fedadvise::gui
