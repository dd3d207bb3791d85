// App: the desktop program from its start to its end: command line, rules, first window.
#pragma once

#include "gui/main_frame.h"

#include <wx/app.h>

#include <filesystem>
#include <vector>

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
    /// Loads the rules in use and opens the window with them. Gives whether they could be used.
    bool begin();
    /// The same in place of the window that is open, with this case when it is not empty.
    void begin_anew(const std::filesystem::path& open);
    [[nodiscard]] rulepack::InUse load_rules(const rulepack::StorePlaces& packs) const;
    void tell_notes(const std::vector<foundation::Diagnostic>& notes);

    std::filesystem::path m_named_rules; ///< at the start, or empty
    std::filesystem::path m_case;
    MainFrame* m_frame = nullptr;
};

} // namespace fedadvise::gui
