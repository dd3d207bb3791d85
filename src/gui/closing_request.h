// Closing at the request of the installer, on Windows: it must not replace a program that runs, and nobody may lose
// work by it.
#pragma once

namespace fedadvise::gui
{

/// From here on, a window message named "FederationAdviser.Close" makes the main window that receives it write what is
/// not saved into the recovery file and close without a question; the next start offers it. While a dialog is open the
/// answers are kept but the window stays. Does nothing on other systems.
void obey_closing_requests();

} // namespace fedadvise::gui
