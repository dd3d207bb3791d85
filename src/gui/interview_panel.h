// InterviewPanel: the interview on screen: the steps at the left, one page in the middle with Back and Continue pinned
// below, and beside the questions what the answers so far point to.
#pragma once

#include "gui/check_page.h"
#include "gui/error_summary.h"
#include "gui/notice_panel.h"
#include "gui/practices_page.h"
#include "gui/result_page.h"
#include "gui/sections_view.h"
#include "gui/step_list.h"
#include "gui/variant_bar.h"

#include <wx/choice.h>
#include <wx/simplebook.h>

#include <map>
#include <optional>

namespace fedadvise::gui
{

/// All that stands on the screen at one moment.
struct InterviewScreen
{
    std::vector<wizard::Step> steps;
    wizard::PageScreen page;
    wizard::LivePanel live;
    std::string group_title;
    std::optional<wizard::PracticeForm> form; ///< the practice that is being edited: its form stands before the page
    std::vector<wizard::CheckLine> check_lines;
    std::optional<report::Advice> advice; ///< on the result page
    WhatIfScreen what_if;                 ///< on the result page
};

class InterviewPanel : public wxPanel
{
public:
    InterviewPanel(wxWindow* parent, const Commands& commands, std::function<void()> refresh_now);

    void show(InterviewScreen screen);
    /// Hands over what is being typed.
    void commit();
    /// After Continue was refused: the focus goes to the error summary.
    void focus_errors();
    void focus_question(const std::string& question, const std::string& practice);
    /// Forgets which part of each step was last seen; for another case.
    void forget_places();
    void focus_page();
    void focus_variants() { m_result->focus_variants(); }
    [[nodiscard]] Paragraphs live_text() const;
    [[nodiscard]] bool live_is_visible() const { return m_live->IsShownOnScreen(); }
    void focus_live() { m_live->SetFocus(); }

private:
    /// A scrolling page: heading, errors, contents.
    struct Page
    {
        ScrollPage* scroll = nullptr;
        WrappedText* title = nullptr;
        WrappedText* introduction = nullptr;
        ErrorSummary* errors = nullptr;
        wxBoxSizer* column = nullptr;
    };
    Page build_page(bool with_errors);
    wxSizer* build_footer();
    void build_question_page();
    bool show_page(bool arrived);
    bool show_form();
    [[nodiscard]] std::size_t section() const;
    [[nodiscard]] std::string place() const;
    [[nodiscard]] std::vector<wizard::ErrorLine> errors_of_form() const;
    [[nodiscard]] std::vector<wizard::ErrorLine> errors_of_section() const;
    void set_section(std::size_t section);
    void go_on();
    void go_back();
    void go_to_error(const wizard::ErrorLine& error);
    void fit_to_width();

    const Commands& m_commands;
    std::function<void()> m_refresh_now;
    InterviewScreen m_screen;
    std::map<std::string, std::size_t> m_sections; ///< the part of each step that was last seen
    std::string m_place;                           ///< what is on screen, to tell arriving from staying
    bool m_arrive_at_first = false;
    bool m_tried_to_go_on = false; ///< errors are summed up only after Continue

    StepList* m_steps = nullptr;
    wxWindow* m_steps_line = nullptr;
    StepChoice* m_step_choice = nullptr;
    VariantBar* m_variant_bar = nullptr;
    wxSimplebook* m_book = nullptr;
    Page m_questions_page, m_form_page;
    NoticePanel* m_notices = nullptr;
    PracticesPage* m_practices = nullptr;
    wxPanel* m_part = nullptr;
    wxChoice* m_part_choice = nullptr;
    SectionsView* m_sections_view = nullptr;
    PracticeFormPage* m_form = nullptr;
    wxPanel* m_check_page = nullptr;
    CheckPage* m_check = nullptr;
    ResultPage* m_result = nullptr;
    wxWindow* m_live_line = nullptr;
    ReadingPane* m_live = nullptr;
    wxButton* m_back = nullptr;
    wxButton* m_continue = nullptr;
    wxButton* m_reports = nullptr;
};

} // namespace fedadvise::gui
