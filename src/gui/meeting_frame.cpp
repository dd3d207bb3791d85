#include "gui/meeting_frame.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/wupdlock.h>

#include <algorithm>

namespace fedadvise::gui
{
namespace
{

// Shares of the window's height. On a screen 80 cm high the options are 3 cm high, which is read at five metres with
// ease: letters of 2.5 cm are called for at that distance.
constexpr int prompt_lines = 14;
constexpr int option_lines = 19;
constexpr int note_lines = 28;
constexpr int key_lines = 44;

wxFont letters(const wxWindow& window, int height, int lines, wxFontWeight weight = wxFONTWEIGHT_NORMAL)
{
    wxFont font = window.GetFont();
    font.SetPixelSize(wxSize(0, std::max(height / lines, 12)));
    font.SetWeight(weight);
    return font;
}

} // namespace

MeetingFrame::MeetingFrame(wxWindow* parent, wizard::Conversation& conversation, const std::string& question,
                           std::function<void()> changed)
    : wxFrame(parent, wxID_ANY, _("For the room")), m_conversation(conversation), m_changed(std::move(changed))
{
    m_meeting.go_to(conversation, question);
    m_page = new ScrollPage(this);
    m_page->SetName(wxS("room"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto add = [&](WrappedText*& text)
    {
        text = new WrappedText(m_page, wxString());
        column->Add(text, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    };
    add(m_place);
    add(m_prompt);
    add(m_help);
    add(m_turn);
    m_rows = new wxBoxSizer(wxVERTICAL);
    column->Add(m_rows, wxSizerFlags().Expand());
    add(m_summary);
    add(m_keys);
    m_place->SetForegroundColour(colours().soft);
    m_help->SetForegroundColour(colours().soft);
    m_turn->SetForegroundColour(colours().accent);
    m_keys->SetForegroundColour(colours().soft);
    m_keys->set_text(_("Keys: a digit answers, 0 says that we do not know, Delete takes an answer away. Left and right "
                       "change the question, up and down the practice. N shows or hides names. Esc ends."));
    m_page->SetSizer(column);
    auto* whole = new wxBoxSizer(wxVERTICAL);
    whole->Add(m_page, wxSizerFlags(1).Expand());
    SetSizer(whole);
    SetSize(parent->GetSize());
    Bind(wxEVT_CHAR_HOOK,
         [this](wxKeyEvent& event)
         {
             if (event.HasAnyModifiers() || !press(event.GetKeyCode()))
                 event.Skip();
         });
    Bind(wxEVT_SIZE,
         [this](wxSizeEvent& event)
         {
             event.Skip();
             CallAfter([this] { fit_letters(); });
         });
    show_screen();
}

bool MeetingFrame::press(int key_code)
{
    if (key_code >= WXK_NUMPAD0 && key_code <= WXK_NUMPAD9)
        key_code = '0' + (key_code - WXK_NUMPAD0);
    if (key_code >= '0' && key_code <= '9')
    {
        answer(key_code - '0');
        return true;
    }
    switch (key_code)
    {
    case WXK_RIGHT:
    case WXK_PAGEDOWN: m_meeting.go_on(m_conversation); break;
    case WXK_LEFT:
    case WXK_PAGEUP: m_meeting.go_back(m_conversation); break;
    case WXK_DOWN: m_meeting.next_practice(m_conversation); break;
    case WXK_UP: m_meeting.previous_practice(m_conversation); break;
    case WXK_DELETE:
    case WXK_BACK:
        m_meeting.clear(m_conversation);
        m_changed();
        break;
    case 'N': m_meeting.shows_names = !m_meeting.shows_names; break;
    case WXK_ESCAPE: Close(); return true;
    default: return false;
    }
    show_screen();
    return true;
}

void MeetingFrame::answer(int key)
{
    if (!m_meeting.press(m_conversation, key))
        return wxBell();
    m_changed();
    show_screen();
}

void MeetingFrame::build_options()
{
    m_rows->Clear(true);
    m_options.clear();
    for (const wizard::RoomOption& option : m_screen.options)
    {
        Row row;
        row.button =
            new WrappedButton(m_page, wxString::Format(wxS("%d  "), option.key) + to_wx(option.label), wxBU_LEFT);
        row.button->Bind(wxEVT_BUTTON,
                         [this, key = option.key](wxCommandEvent&) { CallAfter([this, key] { answer(key); }); });
        row.words = new WrappedText(m_page, wxString());
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        line->Add(row.button, wxSizerFlags(1).Border(wxRIGHT, FromDIP(16)));
        line->Add(row.words, wxSizerFlags(1).CentreVertical());
        m_rows->Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
        m_options.push_back(row);
    }
    m_built_for = m_screen.question;
    m_height = 0;
}

void MeetingFrame::show_screen()
{
    const wxWindowUpdateLocker lock(this);
    m_screen = m_meeting.screen(m_conversation);
    if (m_screen.question != m_built_for || m_screen.options.size() != m_options.size())
        build_options();
    m_place->set_text(m_screen.question.empty() ? _("There is no question to ask.") : to_wx(m_screen.place));
    m_prompt->set_text(to_wx(m_screen.prompt));
    m_help->set_text(to_wx(m_screen.help));
    m_turn->set_text(to_wx(m_screen.turn));
    m_summary->set_text(to_wx(m_screen.summary));
    for (std::size_t i = 0; i < m_options.size(); ++i)
    {
        const wizard::RoomOption& option = m_screen.options[i];
        m_options[i].words->set_text(
            to_wx(option.words + (option.chosen ? (option.words.empty() ? "chosen" : " (chosen)") : "")));
        set_accessible_name(m_options[i].button, to_wx(std::to_string(option.key) + ", " + option.label + ", " +
                                                       (option.words.empty() ? "nobody" : option.words)));
    }
    fit_letters();
    if (!m_options.empty() && !FindFocus())
        m_options.front().button->SetFocus();
}

void MeetingFrame::fit_letters()
{
    const int height = GetClientSize().y;
    if (height != m_height)
    {
        m_height = height;
        m_place->SetFont(letters(*this, height, note_lines));
        m_prompt->SetFont(letters(*this, height, prompt_lines, wxFONTWEIGHT_BOLD));
        m_help->SetFont(letters(*this, height, note_lines));
        m_turn->SetFont(letters(*this, height, option_lines, wxFONTWEIGHT_BOLD));
        m_summary->SetFont(letters(*this, height, note_lines));
        m_keys->SetFont(letters(*this, height, key_lines));
        for (Row& row : m_options)
        {
            row.button->SetFont(letters(*this, height, option_lines));
            row.words->SetFont(letters(*this, height, option_lines));
        }
    }
    m_page->lay_out();
}

} // namespace fedadvise::gui
