// Accessibility: what a screen reader is told about a control, where its label alone does not say it.
#pragma once

#include <wx/string.h>
#include <wx/window.h>

namespace fedadvise::gui
{

/// The name a screen reader speaks. On Linux through ATK; elsewhere the label before the control serves.
void set_accessible_name(wxWindow* control, const wxString& name);

/// A picture that we draw: its name and, in words, everything it shows.
void describe_picture(wxWindow* picture, const wxString& name, const wxString& description);

/// Scroll bars that are always visible when there is more, so that nobody misses what lies below.
void keep_scrollbars_visible(wxWindow* scrolled);

/// Lets Alt and a letter lead from anywhere inside the window to those of its own buttons that can be pressed. Windows
/// alone needs it, for buttons outside a page that scrolls; does nothing elsewhere.
void keep_buttons_in_reach(wxWindow& window);

/// Lets Tab leave a text field of several lines.
void let_tab_leave(wxWindow* text_field);

/// A little space between the paragraphs of a text field of several lines, and at its right.
void space_paragraphs(wxWindow* text_field);

/// Size of the letters in percent of the desktop's own size: of all with GTK, else of what is built in the frame from
/// here on. Views must be built anew afterwards.
void set_text_size(wxWindow& frame, int percent);

} // namespace fedadvise::gui
