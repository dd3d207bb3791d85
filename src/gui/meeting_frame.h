// MeetingFrame: one question in letters that a room can read, with the answers as they come in. All of it works by
// keys.
#pragma once

#include "gui/look.h"
#include "wizard/meeting.h"

#include <wx/button.h>
#include <wx/frame.h>

#include <functional>
#include <vector>

namespace fedadvise::gui
{

class MeetingFrame : public wxFrame
{
public:
    /// `conversation` must outlive the frame; `changed` is called after every answer.
    MeetingFrame(wxWindow* parent, wizard::Conversation& conversation, const std::string& question,
                 std::function<void()> changed);

    [[nodiscard]] const wizard::RoomScreen& screen() const { return m_screen; }
    /// Does what a key means. Gives whether it means anything here.
    bool press(int key_code);

private:
    void answer(int key);
    void show_screen();
    void build_options();
    void fit_letters();

    wizard::Conversation& m_conversation;
    std::function<void()> m_changed;
    wizard::Meeting m_meeting;
    wizard::RoomScreen m_screen;
    int m_height = 0; ///< for which the letters were chosen

    ScrollPage* m_page = nullptr;
    WrappedText* m_place = nullptr;
    WrappedText* m_prompt = nullptr;
    WrappedText* m_help = nullptr;
    WrappedText* m_turn = nullptr;
    WrappedText* m_summary = nullptr;
    WrappedText* m_keys = nullptr;
    wxBoxSizer* m_rows = nullptr;
    struct Row
    {
        WrappedButton* button = nullptr;
        WrappedText* words = nullptr;
    };
    std::vector<Row> m_options;
    std::string m_built_for; ///< question whose options are drawn
};

} // namespace fedadvise::gui
