// Pictures: what we draw ourselves, the collaboration gradient and the two gauges. Each tells its content in words too.
#pragma once

#include "gui/look.h"
#include "report/advice.h"

#include <wx/panel.h>

#include <vector>

class wxGraphicsContext;

namespace fedadvise::gui
{

/// The gradient as a line of stops of equal weight.
class GradientLine : public wxPanel, public Wrapping
{
public:
    explicit GradientLine(wxWindow* parent);
    void show(const std::vector<report::GradientStop>& stops);
    /// Where names would touch each other, every other one stands a row lower.
    void wrap_to(int width) override;

private:
    [[nodiscard]] bool is_staggered(int width) const;
    void paint();
    void draw_name(wxGraphicsContext& context, std::size_t stop, double x, double top, double width) const;
    std::vector<report::GradientStop> m_stops;
};

/// Where the group is, what leads, and how far it can go, in sentences.
[[nodiscard]] wxString gradient_in_words(const std::vector<report::GradientStop>& stops, const std::string& cap_words);

/// One bar from nothing to full.
class GaugeBar : public wxPanel
{
public:
    explicit GaugeBar(wxWindow* parent);
    void show(const report::Gauge& gauge);

private:
    void paint();
    report::Gauge m_gauge;
};

} // namespace fedadvise::gui
