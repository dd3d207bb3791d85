// Progress on a terminal, and Ctrl-C that ends long work with what is there so far.
#pragma once

#include <atomic>
#include <cstddef>
#include <string>

namespace fedadvise::cli
{

/// Whether standard error is a terminal.
[[nodiscard]] bool error_is_terminal();
/// Whether standard output is a terminal.
[[nodiscard]] bool output_is_terminal();

/// One line on standard error that is written over and over; nothing when that is no terminal.
class ProgressLine
{
public:
    ProgressLine() : m_shown(error_is_terminal()) {}
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void show(const std::string& what, std::size_t done, std::size_t total);
    void clear();

private:
    bool m_shown;
};

/// Becomes true when the user presses Ctrl-C. The second time ends the program at once.
[[nodiscard]] const std::atomic<bool>& interrupted();

} // namespace fedadvise::cli
