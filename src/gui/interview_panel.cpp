#include "gui/interview_panel.h"

#include "gui/accessibility.h"
#include "gui/live_pane.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/statline.h>
#include <wx/wupdlock.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr std::size_t questions_page = 0;
constexpr std::size_t form_page = 1;
constexpr std::size_t check_page = 2;
constexpr std::size_t result_page = 3;

/// Letters that must fit beside each other before the live panel, and before the list of steps, is shown.
constexpr int letters_for_live = 140;
constexpr int letters_for_steps = 100;

std::size_t book_page(const InterviewScreen& screen)
{
    if (screen.form)
        return form_page;
    switch (screen.page.kind)
    {
    case wizard::PageKind::CheckAnswers: return check_page;
    case wizard::PageKind::Result: return result_page;
    case wizard::PageKind::Practices:
    case wizard::PageKind::Questions: break;
    }
    return questions_page;
}

void add_errors(std::vector<wizard::ErrorLine>& errors, const wizard::SectionScreen& section)
{
    for (const wizard::QuestionScreen& question : section.questions)
    {
        if (!question.error.empty())
            errors.push_back({question.id, question.practice, question.error});
    }
}

} // namespace

InterviewPanel::InterviewPanel(wxWindow* parent, const Commands& commands, std::function<void()> refresh_now)
    : wxPanel(parent), m_commands(commands), m_refresh_now(std::move(refresh_now))
{
    auto* whole = new wxBoxSizer(wxVERTICAL);
    m_step_choice = new StepChoice(this, commands);
    m_step_choice->Hide();
    whole->Add(m_step_choice, wxSizerFlags().Expand());
    m_variant_bar = new VariantBar(this, commands);
    whole->Add(m_variant_bar, wxSizerFlags().Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_steps = new StepList(this, commands);
    row->Add(m_steps, wxSizerFlags().Expand());
    m_steps_line = new wxStaticLine(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL);
    row->Add(m_steps_line, wxSizerFlags().Expand());

    auto* centre = new wxBoxSizer(wxVERTICAL);
    m_book = new wxSimplebook(this);
    build_question_page();
    m_form_page = build_page(true);
    m_form = new PracticeFormPage(m_form_page.scroll, commands);
    m_form_page.column->Add(m_form, wxSizerFlags().Expand());
    m_check_page = new wxPanel(m_book);
    auto* check_column = new wxBoxSizer(wxVERTICAL);
    check_column->Add(make_heading(m_check_page, _("Check your answers"), 1.5),
                      wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    m_check = new CheckPage(m_check_page, commands);
    check_column->Add(m_check, wxSizerFlags(1).Expand());
    auto* check_margin = new wxBoxSizer(wxVERTICAL);
    check_margin->Add(check_column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    m_check_page->SetSizer(check_margin);
    m_book->AddPage(m_check_page, wxString());
    auto* result_margin_panel = new wxPanel(m_book);
    m_result = new ResultPage(result_margin_panel, commands);
    auto* result_margin = new wxBoxSizer(wxVERTICAL);
    result_margin->Add(m_result, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    result_margin_panel->SetSizer(result_margin);
    m_book->AddPage(result_margin_panel, wxString());
    centre->Add(m_book, wxSizerFlags(1).Expand());
    centre->Add(new wxStaticLine(this), wxSizerFlags().Expand());
    centre->Add(build_footer(), wxSizerFlags().Expand());
    row->Add(centre, wxSizerFlags(1).Expand());

    m_live_line = new wxStaticLine(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL);
    row->Add(m_live_line, wxSizerFlags().Expand());
    m_live = new ReadingPane(this, _("What your answers point to so far"));
    m_live->SetName(wxS("live"));
    m_live->SetMinSize(wxSize(GetCharWidth() * 37, -1));
    row->Add(m_live, wxSizerFlags().Expand());
    whole->Add(row, wxSizerFlags(1).Expand());
    SetSizer(whole);

    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             fit_to_width();
         });
    Bind(EVT_HEIGHT_CHANGED,
         [this](wxCommandEvent&) { (m_screen.form ? m_form_page : m_questions_page).scroll->lay_out(); });
}

InterviewPanel::Page InterviewPanel::build_page(bool with_errors)
{
    Page page;
    page.scroll = new ScrollPage(m_book);
    page.column = new wxBoxSizer(wxVERTICAL);
    page.title = make_heading(page.scroll, wxString(), 1.5);
    page.introduction = make_soft_text(page.scroll, wxString());
    if (with_errors)
    {
        page.errors = new ErrorSummary(page.scroll, [this](const wizard::ErrorLine& error) { go_to_error(error); });
        page.column->Add(page.errors, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(10)));
    }
    page.column->Add(page.title, wxSizerFlags().Expand());
    page.column->Add(page.introduction, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add(page.column, wxSizerFlags().Expand().Border(wxALL, FromDIP(14)));
    page.scroll->SetSizer(margin);
    m_book->AddPage(page.scroll, wxString());
    return page;
}

void InterviewPanel::build_question_page()
{
    m_questions_page = build_page(true);
    wxWindow* parent = m_questions_page.scroll;
    m_notices = new NoticePanel(parent, m_commands, 8);
    m_questions_page.column->Add(m_notices, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    m_practices = new PracticesPage(parent, m_commands);
    m_questions_page.column->Add(m_practices, wxSizerFlags().Expand());
    m_part = new wxPanel(parent);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticText(m_part, wxID_ANY, _("Part")),
             wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
    m_part_choice = new wxChoice(m_part, wxID_ANY);
    set_accessible_name(m_part_choice, _("Part of this step"));
    m_part_choice->Bind(wxEVT_CHOICE,
                        [this](wxCommandEvent& event)
                        {
                            commit();
                            set_section(static_cast<std::size_t>(event.GetSelection()));
                        });
    row->Add(m_part_choice);
    m_part->SetSizer(row);
    m_questions_page.column->Add(m_part, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    m_sections_view = new SectionsView(parent, m_commands);
    m_questions_page.column->Add(m_sections_view, wxSizerFlags().Expand());
}

wxSizer* InterviewPanel::build_footer()
{
    auto* footer = new wxBoxSizer(wxHORIZONTAL);
    m_back = new wxButton(this, wxID_ANY, _("&Back"));
    m_back->SetName(wxS("back"));
    m_back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go_back(); });
    m_continue = new wxButton(this, wxID_ANY, _("&Continue"));
    m_continue->SetName(wxS("continue"));
    m_continue->SetFont(scaled_font(*this, 1, wxFONTWEIGHT_BOLD));
    m_continue->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go_on(); });
    m_reports = new wxButton(this, wxID_ANY, _("&Reports..."));
    m_reports->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_commands.show_reports(); });
    footer->Add(m_back, wxSizerFlags().Border(wxALL, FromDIP(10)));
    footer->AddStretchSpacer();
    footer->Add(m_reports, wxSizerFlags().Border(wxALL, FromDIP(10)));
    footer->Add(m_continue, wxSizerFlags().Border(wxALL, FromDIP(10)));
    return footer;
}

std::string InterviewPanel::place() const
{
    return m_screen.form ? "form " + m_screen.form->id : m_screen.page.id + " " + std::to_string(section());
}

std::size_t InterviewPanel::section() const
{
    const auto found = m_sections.find(m_screen.page.id);
    const std::size_t last = m_screen.page.sections.empty() ? 0 : m_screen.page.sections.size() - 1;
    return found == m_sections.end() ? 0 : std::min(found->second, last);
}

void InterviewPanel::show(InterviewScreen screen)
{
    const bool step_changed = screen.page.id != m_screen.page.id;
    m_screen = std::move(screen);
    if (step_changed && std::exchange(m_arrive_at_first, false))
        m_sections.erase(m_screen.page.id);
    const bool arrived = place() != m_place;
    if (arrived)
        m_tried_to_go_on = false;
    m_place = place();

    m_steps->show(m_screen.steps);
    m_step_choice->show(m_screen.steps);
    m_variant_bar->show(m_screen.page.variant);
    m_live->show(live_paragraphs(m_screen.live));
    const std::size_t page = book_page(m_screen);
    if (page == check_page)
        m_check->show(m_screen.check_lines, m_screen.page.notices);
    else if (page == result_page && m_screen.advice)
        m_result->show(*m_screen.advice, m_screen.what_if);
    bool moved = arrived;
    if (page == form_page)
        moved |= show_form();
    else if (page == questions_page)
        moved |= show_page(arrived);
    if (m_book->GetSelection() != static_cast<int>(page))
        m_book->SetSelection(page);

    const bool more_parts = page == questions_page && m_screen.page.kind == wizard::PageKind::Questions &&
                            section() + 1 < m_screen.page.sections.size();
    m_reports->Show(page == result_page);
    m_back->Show(m_screen.form || section() > 0 || !m_screen.page.back_title.empty());
    m_continue->Show(m_screen.form || more_parts || !m_screen.page.continue_title.empty());
    const wxString label = m_screen.form ? _("&Continue: back to the group")
                           : more_parts  ? _("&Continue")
                                         : wxS("&") + wxControl::EscapeMnemonics(to_wx(m_screen.page.continue_title));
    if (m_continue->IsShown() && m_continue->GetLabel() != label)
        m_continue->SetLabel(label);
    keep_buttons_in_reach(*this);
    fit_to_width();
    if (moved && page <= form_page)
    {
        ScrollPage* scroll = (page == form_page ? m_form_page : m_questions_page).scroll;
        scroll->lay_out();
        if (arrived)
            scroll->Scroll(0, 0);
    }
    if (arrived)
        focus_page();
}

bool InterviewPanel::show_page(bool arrived)
{
    const wizard::PageScreen& page = m_screen.page;
    const bool in_parts = page.kind == wizard::PageKind::Questions && page.sections.size() > 1;
    bool moved = m_questions_page.title->set_text(to_wx(page.title));
    const std::string introduction = in_parts && section() > 0 ? std::string() : page.introduction;
    moved |= m_questions_page.introduction->set_text(to_wx(introduction));
    m_questions_page.introduction->Show(!introduction.empty());
    // On the first part alone: a notice that has been read is in the way further down
    moved |= m_notices->show(in_parts && section() > 0 ? std::vector<wizard::Notice>() : page.notices);
    moved |= m_practices->Show(page.kind == wizard::PageKind::Practices);
    if (page.kind == wizard::PageKind::Practices)
        moved |= m_practices->show(page, m_screen.group_title);
    moved |= m_part->Show(in_parts);
    if (in_parts && arrived)
    {
        m_part_choice->Clear();
        for (std::size_t i = 0; i < page.sections.size(); ++i)
            m_part_choice->Append(wxString::Format(_("%zu of %zu: "), i + 1, page.sections.size()) +
                                  to_wx(page.sections[i].title));
        m_part_choice->SetSelection(static_cast<int>(section()));
    }
    std::vector<wizard::SectionScreen> sections = page.sections;
    if (in_parts)
        sections = {page.sections[section()]};
    moved |= m_sections_view->show(sections);
    std::vector<wizard::ErrorLine> errors = page.errors;
    if (errors.empty() && m_tried_to_go_on)
        errors = errors_of_section();
    moved |= m_questions_page.errors->show(errors);
    return moved;
}

bool InterviewPanel::show_form()
{
    const wxString title = m_screen.form->name.empty() ? _("A practice") : to_wx(m_screen.form->name);
    bool moved = m_form_page.title->set_text(title);
    m_form_page.introduction->Hide();
    moved |= m_form->show(*m_screen.form);
    moved |= m_form_page.errors->show(m_tried_to_go_on ? errors_of_form() : std::vector<wizard::ErrorLine>());
    return moved;
}

std::vector<wizard::ErrorLine> InterviewPanel::errors_of_form() const
{
    std::vector<wizard::ErrorLine> errors;
    const wizard::PracticeForm& form = *m_screen.form;
    if (!form.name_error.empty())
        errors.push_back({wizard::practice_name_field, form.id, form.name_error});
    if (!form.ods_code_error.empty())
        errors.push_back({wizard::practice_ods_code_field, form.id, form.ods_code_error});
    add_errors(errors, form.questions);
    errors.insert(errors.end(), form.commitment.errors.begin(), form.commitment.errors.end());
    return errors;
}

std::vector<wizard::ErrorLine> InterviewPanel::errors_of_section() const
{
    std::vector<wizard::ErrorLine> errors;
    if (section() < m_screen.page.sections.size())
        add_errors(errors, m_screen.page.sections[section()]);
    return errors;
}

void InterviewPanel::commit()
{
    if (m_screen.form)
        m_form->commit();
    else if (book_page(m_screen) == questions_page)
    {
        if (m_screen.page.kind == wizard::PageKind::Practices)
            m_practices->commit();
        m_sections_view->commit();
    }
}

void InterviewPanel::set_section(std::size_t section)
{
    m_sections[m_screen.page.id] = section;
    m_refresh_now();
    show(InterviewScreen(m_screen));
}

void InterviewPanel::go_on()
{
    commit();
    if (m_screen.page.kind == wizard::PageKind::Questions)
        m_commands.check_step();
    m_refresh_now();
    m_tried_to_go_on = true;
    if (m_screen.form)
    {
        if (errors_of_form().empty())
            m_commands.close_practice();
        else
            focus_errors();
        return;
    }
    if (m_screen.page.kind == wizard::PageKind::Questions && section() + 1 < m_screen.page.sections.size())
    {
        if (errors_of_section().empty())
            set_section(section() + 1);
        else
            focus_errors();
        return;
    }
    m_arrive_at_first = true;
    m_commands.go_on();
}

void InterviewPanel::go_back()
{
    commit();
    m_refresh_now();
    if (m_screen.form)
        m_commands.close_practice();
    else if (m_screen.page.kind == wizard::PageKind::Questions && section() > 0)
        set_section(section() - 1);
    else
        m_commands.go_back();
}

void InterviewPanel::focus_errors()
{
    m_arrive_at_first = false;
    m_tried_to_go_on = true;
    show(InterviewScreen(m_screen));
    const Page& page = m_screen.form ? m_form_page : m_questions_page;
    page.scroll->Scroll(0, 0);
    page.errors->take_focus();
}

void InterviewPanel::go_to_error(const wizard::ErrorLine& error)
{
    if (!error.practice.empty() && !m_screen.form)
        m_commands.show_question(m_screen.page.id, error.practice, error.question);
    else
        focus_question(error.question, error.practice);
}

void InterviewPanel::focus_question(const std::string& question, const std::string& practice)
{
    if (m_screen.form)
    {
        if (question == wizard::practice_name_field)
            m_form->focus_name();
        else if (question == wizard::practice_ods_code_field)
            m_form->focus_code();
        else if (m_form->commitment().focus(question))
            m_form_page.scroll->scroll_to(m_form->commitment());
        else if (QuestionPanel* panel = m_form->questions().find(question, practice))
        {
            m_form_page.scroll->scroll_to(*panel);
            panel->focus_answer();
        }
        return;
    }
    for (std::size_t i = 0; i < m_screen.page.sections.size(); ++i)
    {
        const auto& questions = m_screen.page.sections[i].questions;
        const auto is_it = [&](const auto& screen) { return screen.id == question && screen.practice == practice; };
        if (std::any_of(questions.begin(), questions.end(), is_it) && i != section() &&
            m_screen.page.kind == wizard::PageKind::Questions)
            set_section(i);
    }
    if (QuestionPanel* panel = m_sections_view->find(question, practice))
    {
        m_questions_page.scroll->scroll_to(*panel);
        panel->focus_answer();
    }
}

void InterviewPanel::forget_places()
{
    m_sections.clear();
    m_place.clear();
    m_tried_to_go_on = false;
}

void InterviewPanel::focus_page()
{
    switch (book_page(m_screen))
    {
    case form_page: m_form->focus_name(); break;
    case check_page: m_check->focus_first(); break;
    case result_page: m_result->focus_first(); break;
    default:
        if (m_notices->IsShown())
            m_notices->take_focus();
        else if (m_screen.page.kind == wizard::PageKind::Practices)
            m_practices->focus_first();
        else if (QuestionPanel* panel = m_sections_view->first())
            panel->focus_answer();
    }
}

Paragraphs InterviewPanel::live_text() const
{
    return live_paragraphs(m_screen.live);
}

void InterviewPanel::fit_to_width()
{
    const int letters = GetClientSize().x / std::max(1, GetCharWidth());
    const bool beside_questions = book_page(m_screen) <= form_page;
    m_live->Show(beside_questions && letters >= letters_for_live);
    m_live_line->Show(m_live->IsShown());
    const bool with_steps = letters >= letters_for_steps;
    m_steps->Show(with_steps);
    m_steps_line->Show(with_steps);
    m_step_choice->Show(!with_steps);
    Layout();
}

} // namespace fedadvise::gui
