// WhatIfPage: the variants of the case, and what would be otherwise in the chosen one.
#pragma once

#include "gui/commands.h"
#include "gui/reading_pane.h"
#include "wizard/conversation.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/panel.h>

#include <optional>

namespace fedadvise::gui
{

struct WhatIfScreen
{
    std::vector<wizard::VariantLine> variants;
    std::string chosen;                                         ///< id; empty when there is none
    std::optional<report::VariantComparison> comparison;        ///< of the chosen one
    std::vector<std::pair<std::string, std::string>> practices; ///< ids and names, in order: each can leave
};

class WhatIfPage : public wxPanel
{
public:
    WhatIfPage(wxWindow* parent, const Commands& commands);
    void show(const WhatIfScreen& screen);
    void focus_list() { m_list->SetFocus(); }

private:
    [[nodiscard]] std::string chosen() const;
    wxSizer* build_list();
    wxSizer* build_quick_add();

    const Commands& m_commands;
    std::vector<wizard::VariantLine> m_variants;
    std::vector<std::string> m_practices; ///< ids
    wxListBox* m_list = nullptr;
    wxButton* m_work = nullptr;
    wxButton* m_rename = nullptr;
    wxButton* m_remove = nullptr;
    wxChoice* m_practice = nullptr;
    wxButton* m_leaves = nullptr;
    ReadingPane* m_text = nullptr;
};

/// What would be otherwise, to read.
[[nodiscard]] Paragraphs variant_paragraphs(const report::VariantComparison& variant);

} // namespace fedadvise::gui
