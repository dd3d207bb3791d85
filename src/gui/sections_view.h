// SectionsView: sections of questions one below the other. After an answer only what changed is drawn anew.
#pragma once

#include "gui/question_panel.h"

#include <memory>

namespace fedadvise::gui
{

class SectionsView : public wxPanel
{
public:
    SectionsView(wxWindow* parent, const Commands& commands);

    /// Gives whether the page must be laid out.
    bool show(const std::vector<wizard::SectionScreen>& sections);
    void commit();
    /// Null when the question is not on this page.
    [[nodiscard]] QuestionPanel* find(const std::string& question, const std::string& practice) const;
    [[nodiscard]] QuestionPanel* first() const { return m_questions.empty() ? nullptr : m_questions.front(); }

private:
    [[nodiscard]] bool same_questions(const std::vector<wizard::SectionScreen>& sections) const;
    void rebuild(const std::vector<wizard::SectionScreen>& sections);

    const Commands& m_commands;
    std::vector<wizard::SectionScreen> m_sections;
    std::vector<QuestionPanel*> m_questions;
    std::vector<wxWindow*> m_decoration; ///< headings, help and lines
};

} // namespace fedadvise::gui
