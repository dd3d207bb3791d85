#include "cli/progress.h"

#include <csignal>
#include <cstdio>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace fedadvise::cli
{

namespace
{

std::atomic<bool> stop_asked{false};

void on_interrupt(int)
{
    stop_asked = true;
    std::signal(SIGINT, SIG_DFL);
}

} // namespace

namespace
{

bool is_terminal(std::FILE* stream)
{
#ifdef _WIN32
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

} // namespace

bool error_is_terminal()
{
    return is_terminal(stderr);
}

bool output_is_terminal()
{
    return is_terminal(stdout);
}

void ProgressLine::show(const std::string& what, std::size_t done, std::size_t total)
{
    if (m_shown)
        std::cerr << "\r\033[KLooking at " << what << ": " << done << " of " << total << std::flush;
}

void ProgressLine::clear()
{
    if (m_shown)
        std::cerr << "\r\033[K" << std::flush;
}

const std::atomic<bool>& interrupted()
{
    std::signal(SIGINT, on_interrupt);
    return stop_asked;
}

} // namespace fedadvise::cli
