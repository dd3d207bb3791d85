#include "gui/accessibility.h"

#include <wx/accel.h>
#include <wx/button.h>
#include <wx/event.h>
#include <wx/settings.h>

#include <vector>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace fedadvise::gui
{
namespace
{

#ifdef __WXGTK__
/// The part that takes the focus: a text field of several lines or a list stands inside a scrolled window.
GtkWidget* focus_part(wxWindow* control)
{
    GtkWidget* widget = control->GetHandle();
    if (GTK_IS_SCROLLED_WINDOW(widget) && gtk_bin_get_child(GTK_BIN(widget)))
        widget = gtk_bin_get_child(GTK_BIN(widget));
    return widget;
}
#endif

} // namespace

void set_accessible_name([[maybe_unused]] wxWindow* control, [[maybe_unused]] const wxString& name)
{
#ifdef __WXGTK__
    atk_object_set_name(gtk_widget_get_accessible(focus_part(control)), name.utf8_str());
#endif
}

void describe_picture([[maybe_unused]] wxWindow* picture, [[maybe_unused]] const wxString& name,
                      [[maybe_unused]] const wxString& description)
{
#ifdef __WXGTK__
    AtkObject* object = gtk_widget_get_accessible(focus_part(picture));
    atk_object_set_role(object, ATK_ROLE_IMAGE);
    atk_object_set_name(object, name.utf8_str());
    atk_object_set_description(object, description.utf8_str());
#endif
}

void keep_scrollbars_visible([[maybe_unused]] wxWindow* scrolled)
{
#ifdef __WXGTK__
    if (GTK_IS_SCROLLED_WINDOW(scrolled->GetHandle()))
        gtk_scrolled_window_set_overlay_scrolling(GTK_SCROLLED_WINDOW(scrolled->GetHandle()), FALSE);
#endif
}

void keep_buttons_in_reach([[maybe_unused]] wxWindow& window)
{
#ifdef __WXMSW__
    std::vector<wxAcceleratorEntry> entries;
    for (const wxWindow* child : window.GetChildren())
    {
        const auto* button = dynamic_cast<const wxButton*>(child);
        const wxString label = button && button->IsShown() && button->IsThisEnabled() ? button->GetLabel() : wxString();
        const int mark = label.Find('&');
        if (mark != wxNOT_FOUND && static_cast<std::size_t>(mark) + 1 < label.length())
            entries.emplace_back(wxACCEL_ALT, wxToupper(label[static_cast<std::size_t>(mark) + 1]), button->GetId());
    }
    window.SetAcceleratorTable(wxAcceleratorTable(static_cast<int>(entries.size()), entries.data()));
#endif
}

void let_tab_leave(wxWindow* text_field)
{
    text_field->Bind(wxEVT_CHAR_HOOK,
                     [text_field](wxKeyEvent& event)
                     {
                         if (event.GetKeyCode() == WXK_TAB && !event.ControlDown() && !event.AltDown())
                             text_field->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                                                    : wxNavigationKeyEvent::IsForward);
                         else
                             event.Skip();
                     });
}

void space_paragraphs([[maybe_unused]] wxWindow* text_field)
{
#ifdef __WXGTK__
    if (GtkWidget* view = focus_part(text_field); GTK_IS_TEXT_VIEW(view))
    {
        gtk_text_view_set_pixels_above_lines(GTK_TEXT_VIEW(view), text_field->FromDIP(2));
        gtk_text_view_set_right_margin(GTK_TEXT_VIEW(view), text_field->FromDIP(10));
    }
#endif
}

void set_text_size([[maybe_unused]] wxWindow& frame, [[maybe_unused]] int percent)
{
#ifdef __WXGTK__
    GtkSettings* settings = gtk_settings_get_default();
    if (!settings)
        return;
    static const int desktop_dpi = [settings] { // the size before we changed it
        int dpi = 0;
        g_object_get(settings, "gtk-xft-dpi", &dpi, nullptr);
        return dpi > 0 ? dpi : 96 * 1024;
    }();
    int now = 0;
    g_object_get(settings, "gtk-xft-dpi", &now, nullptr);
    const int wanted = desktop_dpi * percent / 100;
    if (now != wanted && (percent != 100 || now > 0))
        g_object_set(settings, "gtk-xft-dpi", wanted, nullptr);
#else
    wxFont font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    font.SetFractionalPointSize(font.GetFractionalPointSize() * percent / 100);
    frame.SetFont(font); // children take it over when they are made
    for (wxWindow* child : frame.GetChildren())
        child->SetFont(font);
#endif
}

} // namespace fedadvise::gui
