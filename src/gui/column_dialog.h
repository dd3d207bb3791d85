// ColumnDialog: which column of a CSV file holds what, for files that are of no published form.
#pragma once

#include "directory/practice_list.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>

#include <filesystem>
#include <vector>

namespace fedadvise::gui
{

class ColumnDialog : public wxDialog
{
public:
    /// Begins with what the names of the columns tell. The preview has a row at least.
    ColumnDialog(wxWindow* parent, const std::filesystem::path& path, const directory::ListPreview& preview);

    [[nodiscard]] directory::ColumnMapping mapping() const;

private:
    void refresh();

    struct Row
    {
        directory::Column column;
        wxChoice* choice; ///< first "Not in this file", then the columns in their order
    };
    std::vector<Row> m_rows;
    directory::ColumnMapping m_guess;
    wxCheckBox* m_header = nullptr;
    wxButton* m_ok = nullptr;
};

} // namespace fedadvise::gui
