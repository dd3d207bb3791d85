// federation-adviser: the desktop program.

#include "gui/app.h"

#include <cstdio>
#include <string_view>

wxIMPLEMENT_APP_NO_MAIN(fedadvise::gui::App);

namespace
{

/// Without a window: prints the version when an argument asks for it, and gives whether it did.
template <class Letter>
bool print_version(int argc, Letter** argv, std::basic_string_view<Letter> option)
{
    for (int i = 1; i < argc; ++i)
    {
        if (option != argv[i])
            continue;
        std::printf("Federation Adviser %s\n", FEDADVISE_VERSION);
        std::fflush(stdout);
        return true;
    }
    return false;
}

} // namespace

#if defined(__WXMSW__)

#include <wx/msw/wrapwin.h>

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>

extern "C" int WINAPI WinMain(HINSTANCE instance, HINSTANCE previous, LPSTR command_line, int show)
{
    int argc = 0;
    wchar_t** argv = CommandLineToArgvW(GetCommandLineW(), &argc);
    _setmode(_fileno(stdout), _O_BINARY);
    const bool printed = print_version(argc, argv, std::wstring_view(L"--version"));
    LocalFree(argv);
    return printed ? 0 : wxEntry(instance, previous, command_line, show);
}

#else

int main(int argc, char** argv)
{
    return print_version(argc, argv, std::string_view("--version")) ? 0 : wxEntry(argc, argv);
}

#endif
