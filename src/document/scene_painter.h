// Scene painter: a scene drawn with cairo, as it looks on paper.
#pragma once

#include "document/lettering.h"
#include "document/scene.h"

struct _cairo;

namespace fedadvise::document
{

/// Draws letters where they say they stand.
void paint_letters(_cairo* cairo, const Fonts& fonts, const Letters& letters);

/// The scene's upper left corner comes to (0, 0) and a unit is 1 long: move and scale the surface before.
void paint_scene(_cairo* cairo, const Fonts& fonts, const Scene& scene);

} // namespace fedadvise::document
