// federation-adviser: the desktop program.

#include "gui/app.h"

#include <cstdio>
#include <cstring>

wxIMPLEMENT_APP_NO_MAIN(fedadvise::gui::App);

#if defined(__WXMSW__)
wxIMPLEMENT_WXWIN_MAIN
#else
int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i)
    {
        if (std::strcmp(argv[i], "--version") == 0)
        { // without a display
            std::printf("Federation Adviser %s\n", FEDADVISE_VERSION);
            return 0;
        }
    }
    return wxEntry(argc, argv);
}
#endif
