// ComparePage: two to four models, or vehicles, side by side, aspect by aspect, with what the group's own answers say.
#pragma once

#include "gui/look.h"
#include "gui/reading_pane.h"
#include "report/compare.h"

#include <wx/choice.h>

#include <array>
#include <string>
#include <vector>

namespace fedadvise::gui
{

class ComparePage : public wxPanel
{
public:
    explicit ComparePage(wxWindow* parent);
    /// Keeps what people have chosen; at first, what leads is chosen.
    void show(const report::Advice& advice);
    /// Wraps what wraps; for when the page comes to the front.
    void lay_out();

private:
    [[nodiscard]] const std::vector<report::OptionAdvice>& options() const;
    [[nodiscard]] std::vector<std::string>& chosen();
    void fill_boxes();
    void fill_aspects();
    void note_boxes();
    void show_comparison();

    report::Advice m_advice;
    std::array<std::vector<std::string>, 2> m_chosen; ///< ids of models, ids of vehicles
    wxChoice* m_kind = nullptr;
    WrappedText* m_hint = nullptr;
    ScrollPage* m_list = nullptr;
    std::vector<WrappedCheck*> m_boxes;
    wxChoice* m_aspect = nullptr;
    ReadingPane* m_text = nullptr;
};

} // namespace fedadvise::gui
