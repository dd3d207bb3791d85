// FirmnessPage: what the open questions still decide, on which answers the result hangs, and how firm it is.
#pragma once

#include "gui/reading_pane.h"
#include "report/further.h"

#include <wx/panel.h>

#include <vector>

namespace fedadvise::gui
{

/// How often options come first, as bars. What it shows stands beside it in words.
class ShareBars : public wxPanel
{
public:
    explicit ShareBars(wxWindow* parent);
    void show(const report::Shares& shares);

private:
    void paint();

    std::vector<report::LeadShare> m_shares; ///< models, then vehicles
    std::size_t m_models = 0;
};

class FirmnessPage : public wxPanel
{
public:
    explicit FirmnessPage(wxWindow* parent);
    void show(const report::Further& further);

private:
    ReadingPane* m_text = nullptr;
    ShareBars* m_bars = nullptr;
};

[[nodiscard]] Paragraphs further_paragraphs(const report::Further& further);

} // namespace fedadvise::gui
