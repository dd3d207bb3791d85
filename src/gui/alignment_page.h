// AlignmentPage: where the practices stand: the sentence and its reasons, and the map of questions beside it.
#pragma once

#include "gui/reading_pane.h"
#include "report/alignment_words.h"

#include <wx/dataview.h>
#include <wx/panel.h>

#include <vector>

namespace fedadvise::gui
{

/// Questions against practices: a box for each answer, filled as far as it goes. The list above has the same in words.
class AnswerMap : public wxPanel
{
public:
    explicit AnswerMap(wxWindow* parent);
    void show(const report::AlignmentAdvice& advice);

private:
    void paint();

    std::vector<report::MapRow> m_rows;
    std::vector<std::string> m_practices;
};

class AlignmentPage : public wxPanel
{
public:
    explicit AlignmentPage(wxWindow* parent);
    void show(const report::AlignmentAdvice& advice);

private:
    void fill_list(const report::AlignmentAdvice& advice);

    ReadingPane* m_text = nullptr;
    wxDataViewListCtrl* m_list = nullptr;
    AnswerMap* m_map = nullptr;
};

[[nodiscard]] Paragraphs alignment_paragraphs(const report::AlignmentAdvice& advice);

/// The questions of the map: what practices think, where answers differ, biggest gaps first.
[[nodiscard]] std::vector<report::MapRow> differing_views(const report::AlignmentAdvice& advice);

} // namespace fedadvise::gui
