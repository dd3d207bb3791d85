// Page painter: the marks of a page drawn with cairo, on whatever surface.
#pragma once

#include "document/page_layout.h"

#include <functional>

struct _cairo;

namespace fedadvise::document
{

/// Letters are neither hinted nor snapped to pixels, so that they stand where they do in the PDF.
void prepare_for_letters(_cairo* cairo);

/// `before_mark` hears the element of the structure that each mark belongs to (-1: none) before the mark is drawn.
void paint_page(_cairo* cairo, const Fonts& fonts, const Page& page,
                const std::function<void(int)>& before_mark = nullptr);

} // namespace fedadvise::document
