// ResultPage: the advice. Headline and what leads first; every option with its why and why not behind it.
#pragma once

#include "gui/alignment_page.h"
#include "gui/compare_page.h"
#include "gui/firmness_page.h"
#include "gui/look.h"
#include "gui/reading_pane.h"
#include "gui/scene_panel.h"
#include "gui/what_if_page.h"
#include "report/advice.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/notebook.h>
#include <wx/simplebook.h>

#include <array>

namespace fedadvise::gui
{

/// A list of models or vehicles, and all about the chosen one beside it; or all of them as one picture.
class OptionsPage : public wxPanel
{
public:
    OptionsPage(wxWindow* parent, const wxString& title, const Commands& commands);
    /// `picture` draws the bands of all of them.
    void show(const std::vector<report::OptionAdvice>& options, ScenePanel::Draw picture);
    void choose(int row);
    /// Wraps what wraps: after the window's size or the text changed.
    void lay_out();

private:
    wxWindow* build_list(const wxString& title);
    void turn_over();

    const Commands& m_commands;
    std::vector<report::OptionAdvice> m_options;
    wxSimplebook* m_sides = nullptr; ///< the list and the picture
    wxDataViewListCtrl* m_list = nullptr;
    ReadingPane* m_text = nullptr;
    ScrollPage* m_picture_page = nullptr;
    ScenePanel* m_picture = nullptr;
    wxButton* m_change = nullptr;
    wxButton* m_turn = nullptr;
};

class ResultPage : public wxPanel
{
public:
    ResultPage(wxWindow* parent, const Commands& commands);
    void show(const report::Advice& advice, const WhatIfScreen& what_if);
    void focus_first() { m_tabs->SetFocus(); }
    void focus_variants();

private:
    wxWindow* build_overview(wxWindow* parent);
    wxWindow* build_next_steps(wxWindow* parent);
    wxWindow* build_readiness(wxWindow* parent);
    void show_time(const report::Advice& advice);
    void lay_out_texts();
    void lay_out_pictures();
    void show_firmness();
    void show_alignment();

    const Commands& m_commands;
    bool m_firmness_is_old = true;
    bool m_alignment_is_old = true;
    WrappedText* m_headline = nullptr;
    WrappedText* m_more = nullptr;
    wxNotebook* m_tabs = nullptr;
    ScrollPage* m_overview = nullptr;
    ReadingPane* m_leading = nullptr;
    ReadingPane* m_ruled_out = nullptr;
    ScenePanel* m_gradient = nullptr;
    WrappedText* m_gradient_words = nullptr;
    ScenePanel* m_gauges = nullptr;
    std::array<WrappedText*, 2> m_gauge_words = {};
    OptionsPage* m_models = nullptr;
    OptionsPage* m_vehicles = nullptr;
    ComparePage* m_compare = nullptr;
    AlignmentPage* m_alignment = nullptr;
    ReadingPane* m_readiness = nullptr;
    ReadingPane* m_lessons = nullptr;
    ReadingPane* m_next_steps = nullptr;
    ReadingPane* m_path = nullptr;
    ScrollPage* m_time_page = nullptr; ///< hidden when there is no path over time
    ScenePanel* m_time = nullptr;
    WhatIfPage* m_what_if = nullptr;
    FirmnessPage* m_firmness = nullptr;
    ReadingPane* m_open = nullptr;
    ReadingPane* m_about = nullptr;
};

} // namespace fedadvise::gui
