// ErrorSummary: "There is a problem" on top of a page, with a button for each error that leads to its field.
#pragma once

#include "gui/look.h"
#include "wizard/conversation.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

namespace fedadvise::gui
{

class ErrorSummary : public wxPanel
{
public:
    ErrorSummary(wxWindow* parent, std::function<void(const wizard::ErrorLine&)> go_to_error);
    /// Hides itself when there are none. Gives whether the page must be laid out.
    bool show(const std::vector<wizard::ErrorLine>& errors);
    /// Puts the focus on the first error.
    void take_focus();

private:
    std::function<void(const wizard::ErrorLine&)> m_go_to_error;
    std::vector<wizard::ErrorLine> m_errors;
    std::vector<WrappedButton*> m_buttons;
    wxBoxSizer* m_lines = nullptr;
};

} // namespace fedadvise::gui
