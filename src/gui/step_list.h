// StepList: where people are in the interview, and a button to every step. In a narrow window a single choice.
#pragma once

#include "gui/commands.h"
#include "wizard/conversation.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>

namespace fedadvise::gui
{

class StepList : public wxScrolledWindow
{
public:
    StepList(wxWindow* parent, const Commands& commands);
    void show(const std::vector<wizard::Step>& steps);

private:
    struct Row
    {
        wxButton* button = nullptr;
        wxStaticText* state = nullptr;
    };
    void build(std::size_t count);
    const Commands& m_commands;
    std::vector<wizard::Step> m_steps;
    std::vector<Row> m_rows;
};

class StepChoice : public wxPanel
{
public:
    StepChoice(wxWindow* parent, const Commands& commands);
    void show(const std::vector<wizard::Step>& steps);

private:
    std::vector<wizard::Step> m_steps;
    wxChoice* m_choice = nullptr;
};

} // namespace fedadvise::gui
