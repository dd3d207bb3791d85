// Further text: what would change the advice, as lines of text. Not for use outside report.
#pragma once

#include "document/text_layout.h"
#include "report/further.h"

#include <span>

namespace fedadvise::report
{

using document::TextPage;

void write_changes(TextPage& page, std::span<const WhatWouldChange> changes);
void write_further(TextPage& page, const Further& further);

} // namespace fedadvise::report
