#include "gui/sections_view.h"

#include "gui/text.h"

#include <wx/wupdlock.h>

#include <algorithm>

namespace fedadvise::gui
{

SectionsView::SectionsView(wxWindow* parent, const Commands& commands) : wxPanel(parent), m_commands(commands)
{
    SetSizer(new wxBoxSizer(wxVERTICAL));
}

bool SectionsView::same_questions(const std::vector<wizard::SectionScreen>& sections) const
{
    const auto same_question = [](const auto& a, const auto& b) { return a.id == b.id && a.practice == b.practice; };
    return std::equal(sections.begin(), sections.end(), m_sections.begin(), m_sections.end(),
                      [&](const auto& a, const auto& b)
                      {
                          return a.id == b.id && a.title == b.title && a.help == b.help &&
                                 std::equal(a.questions.begin(), a.questions.end(), b.questions.begin(),
                                            b.questions.end(), same_question);
                      });
}

bool SectionsView::show(const std::vector<wizard::SectionScreen>& sections)
{
    bool moved = !same_questions(sections);
    if (moved)
        rebuild(sections);
    m_sections = sections;
    std::size_t next = 0;
    for (const wizard::SectionScreen& section : sections)
    {
        for (const wizard::QuestionScreen& question : section.questions)
            moved |= m_questions[next++]->show(question);
    }
    return moved;
}

void SectionsView::rebuild(const std::vector<wizard::SectionScreen>& sections)
{
    const wxWindowUpdateLocker lock(this);
    // Questions that stay keep their controls, and so their focus and what is being typed
    std::vector<QuestionPanel*> old = std::exchange(m_questions, {});
    GetSizer()->Clear(false);
    for (wxWindow* window : std::exchange(m_decoration, {}))
        window->Destroy();
    wxWindow* before = nullptr;
    const auto place = [&](wxWindow* window, const wxSizerFlags& flags)
    {
        if (before)
            window->MoveAfterInTabOrder(before);
        before = window;
        GetSizer()->Add(window, flags);
    };
    const auto decorate = [&](wxWindow* window, int space)
    {
        m_decoration.push_back(window);
        place(window, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(space)));
    };
    for (const wizard::SectionScreen& section : sections)
    {
        if (sections.size() > 1 || !section.title.empty())
            decorate(make_heading(this, to_wx(section.title), 1.2), 6);
        if (!section.help.empty())
            decorate(make_soft_text(this, to_wx(section.help)), 2);
        for (const wizard::QuestionScreen& question : section.questions)
        {
            const auto found = std::find_if(old.begin(), old.end(),
                                            [&](const QuestionPanel* panel)
                                            { return panel && panel->is_for(question.id, question.practice); });
            QuestionPanel* panel =
                found != old.end() ? std::exchange(*found, nullptr) : new QuestionPanel(this, m_commands);
            panel->show(question);
            decorate(make_line(this), 7);
            m_questions.push_back(panel);
            place(panel, wxSizerFlags().Expand());
        }
    }
    for (QuestionPanel* panel : old)
    {
        if (panel)
            panel->Destroy();
    }
}

void SectionsView::commit()
{
    for (QuestionPanel* panel : m_questions)
        panel->commit();
}

QuestionPanel* SectionsView::find(const std::string& question, const std::string& practice) const
{
    for (QuestionPanel* panel : m_questions)
    {
        if (panel->is_for(question, practice))
            return panel;
    }
    return nullptr;
}

} // namespace fedadvise::gui
