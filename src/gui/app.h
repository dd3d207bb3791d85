// App: the desktop program from its start to its end: command line, rules, first window.
#pragma once

#include "gui/main_frame.h"

#include <wx/app.h>

#include <filesystem>

namespace fedadvise::gui
{

class App : public wxApp
{
public:
    bool OnInit() override;
    void OnInitCmdLine(wxCmdLineParser& parser) override;
    bool OnCmdLineParsed(wxCmdLineParser& parser) override;
    bool OnExceptionInMainLoop() override;

private:
    std::filesystem::path m_rules_option;
    std::filesystem::path m_case;
    MainFrame* m_frame = nullptr;
};

} // namespace fedadvise::gui
