// AlignmentPage: where the practices stand: the sentence and its reasons, and the map of questions beside it.
#pragma once

#include "gui/look.h"
#include "gui/reading_pane.h"
#include "gui/scene_panel.h"
#include "report/alignment_words.h"

#include <wx/dataview.h>
#include <wx/panel.h>

#include <vector>

namespace fedadvise::gui
{

class AlignmentPage : public wxPanel
{
public:
    explicit AlignmentPage(wxWindow* parent);
    void show(const report::AlignmentAdvice& advice);
    /// After the window's size changed.
    void lay_out();

private:
    void fill_list(const report::AlignmentAdvice& advice);

    ReadingPane* m_text = nullptr;
    wxDataViewListCtrl* m_list = nullptr;
    WrappedText* m_map_words = nullptr;
    ScrollPage* m_map_page = nullptr;
    ScenePanel* m_map = nullptr;
};

[[nodiscard]] Paragraphs alignment_paragraphs(const report::AlignmentAdvice& advice);

/// The questions of the map: what practices think, where answers differ, biggest gaps first.
[[nodiscard]] std::vector<report::MapRow> differing_views(const report::AlignmentAdvice& advice);

} // namespace fedadvise::gui
