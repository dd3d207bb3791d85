// VariantBar: says on every page that a variant is worked on, and leads back to the case itself.
#pragma once

#include "gui/commands.h"
#include "gui/look.h"

namespace fedadvise::gui
{

class VariantBar : public wxPanel
{
public:
    VariantBar(wxWindow* parent, const Commands& commands);
    /// Name of the variant; empty hides the bar.
    void show(const std::string& variant);

private:
    WrappedText* m_name = nullptr;
    wxWindow* m_back = nullptr;
};

} // namespace fedadvise::gui
