// ScenePanel: a picture of the report on the screen, in the theme's colours and the window's letters.
#pragma once

#include "document/scene.h"
#include "gui/look.h"
#include "report/scenes.h"

#include <wx/panel.h>

#include <functional>

namespace fedadvise::gui
{

class ScenePanel : public wxPanel, public Wrapping
{
public:
    /// Draws the picture for a width and a size of letters; called anew when either changes.
    using Draw = std::function<document::Scene(const report::SceneSize&)>;

    explicit ScenePanel(wxWindow* parent);
    void show(Draw draw);
    /// As high as the picture is at this width. Without letters there is none, and the panel is as low as it may be.
    void wrap_to(int width) override;
    [[nodiscard]] const document::Scene& scene() const { return m_scene; }

private:
    void draw_for(int width);
    void paint();

    Draw m_draw;
    document::Scene m_scene;
    report::SceneSize m_size = {0, 0}; ///< that the scene was drawn for
};

} // namespace fedadvise::gui
