// LivePane: what the answers so far point to, what is ruled out and why, what waits, and what is undecided.
#pragma once

#include "gui/reading_pane.h"
#include "wizard/conversation.h"

namespace fedadvise::gui
{

[[nodiscard]] Paragraphs live_paragraphs(const wizard::LivePanel& live);

} // namespace fedadvise::gui
