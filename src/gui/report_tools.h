// ReportTools: what the windows for reports need from outside, so that tests can stand in for it.
#pragma once

#include "foundation/date.h"

#include <wx/string.h>
#include <wx/window.h>

#include <filesystem>
#include <functional>

namespace fedadvise::gui
{

struct ReportTools
{
    std::filesystem::path fonts;           ///< folder of the documents' fonts
    std::filesystem::path fallback_folder; ///< for files, while none was chosen
    foundation::Date today;
    std::function<wxString(wxWindow* parent, const wxString& suggestion)> ask_folder; ///< empty: cancelled
    std::function<wxString(wxWindow* parent, const wxString& suggestion)> ask_file;   ///< the same
    std::function<bool(const std::filesystem::path& path)> open_outside; ///< a file or folder; gives whether it opened
};

} // namespace fedadvise::gui
