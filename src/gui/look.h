// Look: the few fonts, colours and controls that all views share. Everything follows the system's theme and letter
// size.
#pragma once

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/colour.h>
#include <wx/font.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fedadvise::gui
{

struct Colours
{
    wxColour text, soft, accent, error, line, paper, track;
};

/// For the theme of the moment; all text colours reach a contrast of at least 4.5 to 1.
[[nodiscard]] Colours colours();

/// The window's font at a multiple of its size.
[[nodiscard]] wxFont scaled_font(const wxWindow& window, double factor, wxFontWeight weight = wxFONTWEIGHT_NORMAL);

/// Breaks the text into lines of at most `width` pixels in the window's font. Line breaks of the text stay.
[[nodiscard]] wxString wrap_text(const wxWindow& window, const wxString& text, int width);

/// A control that must be told how wide it is before its height is known.
class Wrapping
{
public:
    virtual ~Wrapping() = default;
    virtual void wrap_to(int width) = 0;
};

/// Text that wraps at the width its sizer gives it; inside a ScrollPage, or wrapped by lay_out_wrapped.
class WrappedText : public wxStaticText, public Wrapping
{
public:
    WrappedText(wxWindow* parent, const wxString& text);
    /// Gives whether the text changed.
    bool set_text(const wxString& text);
    [[nodiscard]] const wxString& text() const { return m_text; }
    void wrap_to(int width) override;
    wxSize DoGetBestSize() const override;

private:
    wxString m_text;
    int m_width = 0;
};

/// A radio button, check box or button whose label wraps.
template <class Control>
class WrappedLabel : public Control, public Wrapping
{
public:
    WrappedLabel(wxWindow* parent, const wxString& label, long style = 0)
        : Control(parent, wxID_ANY, wxControl::EscapeMnemonics(label), wxDefaultPosition, wxDefaultSize, style),
          m_label(label)
    {
    }
    [[nodiscard]] const wxString& whole_label() const { return m_label; }
    /// Width of the label on one line with its box.
    [[nodiscard]] int natural_width() const { return this->GetTextExtent(m_label).x + surround(); }
    /// On one line, as in a row of short options, or wrapped at its width.
    void set_one_line(bool one_line)
    {
        if (one_line && !m_one_line)
            put(m_label);
        m_one_line = one_line;
        m_width = 0;
    }
    void wrap_to(int width) override
    {
        if (width <= 0 || width == m_width || m_one_line)
            return;
        m_width = width;
        put(wrap_text(*this, m_label, width - surround()));
    }

private:
    void put(const wxString& label)
    {
        const wxString escaped = wxControl::EscapeMnemonics(label);
        if (escaped == this->GetLabel())
            return;
        Control::SetLabel(escaped);
        this->InvalidateBestSize();
    }
    [[nodiscard]] int surround() const { return this->FromDIP(34); }
    wxString m_label;
    int m_width = 0;
    bool m_one_line = false;
};

using WrappedRadio = WrappedLabel<wxRadioButton>;
using WrappedCheck = WrappedLabel<wxCheckBox>;
using WrappedButton = WrappedLabel<wxButton>;

/// Lays out the window and all below it for its present width, wrapping what wraps. The window's height does not
/// matter.
void lay_out_wrapped(wxWindow& window);

/// A page that scrolls up and down and whose text wraps at its width.
class ScrollPage : public wxScrolledWindow
{
public:
    explicit ScrollPage(wxWindow* parent);
    /// After the contents changed: new heights, same place on the page.
    void lay_out();
    /// Makes the window visible, with some space around it; the top of what is higher than the page.
    void scroll_to(wxWindow& child);
    wxSize GetBestVirtualSize() const override;

protected:
    bool ShouldScrollToChildOnFocus(wxWindow* child) override;

private:
    void show_focus();
    int m_width = 0;
};

/// Smallest size of a text field for so many letters. GTK's own answer comes before it knows how large letters are.
[[nodiscard]] wxSize field_size(const wxWindow& window, int letters);

[[nodiscard]] WrappedText* make_heading(wxWindow* parent, const wxString& text, double factor);
[[nodiscard]] WrappedText* make_soft_text(wxWindow* parent, const wxString& text);
/// A small button without a frame, for "Why we ask" and the like.
[[nodiscard]] wxButton* make_quiet_button(wxWindow* parent, const wxString& label);
/// A thin line between parts.
[[nodiscard]] wxWindow* make_line(wxWindow* parent);

} // namespace fedadvise::gui
