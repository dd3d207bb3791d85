// The part of MainFrame that works on variants.

#include "gui/main_frame.h"

#include "gui/change_dialog.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/textdlg.h>

#include <algorithm>

namespace fedadvise::gui
{
namespace
{

constexpr unsigned long longest_name = 200;

/// Empty when cancelled, or nothing was written.
wxString ask_name(wxWindow* parent, const wxString& title, const wxString& name)
{
    wxTextEntryDialog dialog(parent, _("Name of the variant, for example: If we may hold the contract elsewhere"),
                             title, name);
    dialog.SetMaxLength(longest_name);
    return dialog.ShowModal() == wxID_OK ? dialog.GetValue() : wxString();
}

} // namespace

void MainFrame::build_variant_commands()
{
    m_commands.add_variant = [this] { CallAfter(&MainFrame::add_variant); };
    m_commands.add_variant_without = [this](const auto& practice)
    {
        m_variant = m_conversation.add_variant_without(practice);
        changed();
    };
    m_commands.rename_variant = [this](const auto& variant)
    { CallAfter([this, variant] { rename_variant(variant); }); };
    m_commands.remove_variant = [this](const auto& variant)
    { CallAfter([this, variant] { remove_variant(variant); }); };
    m_commands.choose_variant = [this](const auto& variant)
    {
        m_variant = variant;
        refresh_soon();
    };
    m_commands.work_on_variant = [this](const auto& variant)
    { CallAfter([this, variant] { work_on_variant(variant); }); };
    m_commands.look_further = [this] { return m_conversation.further(); };
    m_commands.align = [this] { return m_conversation.alignment(); };
    m_commands.explain_change = [this](const auto& option) { CallAfter([this, option] { explain_change(option); }); };
    m_commands.bring_back_practice = [this](const auto& practice)
    {
        m_conversation.bring_back_practice(practice);
        changed();
    };
}

void MainFrame::build_variant_menu(wxMenuBar& bar)
{
    auto* menu = new wxMenu;
    m_variant_entries = {menu->Append(wxID_ANY, _("&Add a variant...\tCtrl+I"))->GetId(),
                         menu->Append(wxID_ANY, _("&Show the variants\tCtrl+Shift+I"))->GetId(),
                         menu->Append(wxID_ANY, _("&Back to the case itself\tCtrl+B"))->GetId()};
    bar.Append(menu, _("&What if"));
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { add_variant(); }, m_variant_entries[0]);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_variants(); }, m_variant_entries[1]);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { work_on_variant(std::string()); }, m_variant_entries[2]);
}

void MainFrame::refresh_variant_menu()
{
    wxMenuBar& bar = *GetMenuBar();
    bar.Enable(m_variant_entries[0], m_case_open);
    bar.Enable(m_variant_entries[1], m_case_open);
    bar.Enable(m_variant_entries[2], m_case_open && !m_conversation.current_variant().empty());
}

/// The variants with the chosen one beside them; when none is chosen, the one that is worked on, or the first.
WhatIfScreen MainFrame::what_if_screen()
{
    WhatIfScreen screen;
    screen.variants = m_conversation.variants();
    const auto is_chosen = [&](const wizard::VariantLine& line) { return line.id == m_variant; };
    if (std::none_of(screen.variants.begin(), screen.variants.end(), is_chosen))
        m_variant = !m_conversation.current_variant().empty() ? m_conversation.current_variant()
                    : screen.variants.empty()                 ? std::string()
                                                              : screen.variants.front().id;
    screen.chosen = m_variant;
    screen.comparison = m_conversation.comparison(m_variant);
    for (const casefile::Practice& practice : m_conversation.file().practices)
        screen.practices.emplace_back(practice.id,
                                      practice.name.empty() ? to_utf8(_("A practice without a name")) : practice.name);
    return screen;
}

void MainFrame::add_variant()
{
    if (!m_case_open)
        return;
    commit();
    const wxString name = ask_name(this, _("Add a variant"), wxString());
    if (name.empty())
        return;
    m_variant = m_conversation.add_variant(to_utf8(name));
    changed();
    show_variants();
}

void MainFrame::rename_variant(const std::string& variant)
{
    const auto lines = m_conversation.variants();
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& v) { return v.id == variant; });
    if (line == lines.end())
        return;
    const wxString name = ask_name(this, _("Rename the variant"), to_wx(line->name));
    if (name.empty())
        return;
    m_conversation.rename_variant(variant, to_utf8(name));
    changed();
}

void MainFrame::remove_variant(const std::string& variant)
{
    const auto lines = m_conversation.variants();
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& v) { return v.id == variant; });
    if (line == lines.end())
        return;
    wxMessageDialog question(this, wxString::Format(_("Remove the variant \"%s\"?"), to_wx(line->name)),
                             _("Remove a variant"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    question.SetExtendedMessage(_("You can bring it back with Edit, Undo."));
    question.SetYesNoLabels(_("&Remove"), _("&Keep"));
    if (question.ShowModal() != wxID_YES)
        return;
    m_conversation.remove_variant(variant);
    changed();
}

/// Shows what would make an option come first; a change that is tried becomes a variant.
void MainFrame::explain_change(const std::string& option)
{
    if (!m_case_open)
        return;
    commit();
    const auto search = [engine = m_conversation.engine(), group = m_conversation.group(),
                         day = m_conversation.day_of_law(), option](const report::SearchSettings& settings)
    { return report::what_would_change(engine, group, day, option, settings); };
    ChangeDialog dialog(this, to_wx(m_conversation.name_of_option(option)), search);
    if (dialog.ShowModal() != wxID_OK || dialog.chosen() == nullptr)
        return;
    m_variant = m_conversation.add_variant(name_of_change(*dialog.chosen()), dialog.chosen()->after);
    changed();
    show_variants();
}

/// Goes to work on the variant, at the list of all answers; or back to the case itself, at the same step.
void MainFrame::work_on_variant(const std::string& variant)
{
    if (!m_case_open)
        return;
    commit();
    m_practice.clear();
    m_conversation.work_on_variant(variant);
    if (!variant.empty())
    {
        m_variant = variant;
        m_conversation.go_to(wizard::check_step_id);
    }
    refresh_now();
    m_interview->focus_page();
}

void MainFrame::show_variants()
{
    if (!m_case_open)
        return;
    commit();
    m_practice.clear();
    m_conversation.go_to(wizard::result_step_id);
    refresh_now();
    m_interview->focus_variants();
}

} // namespace fedadvise::gui
