// The parts of the text report that stand in a file of their own.
#pragma once

#include "document/text_layout.h"
#include "report/alignment_words.h"
#include "report/variant_words.h"

#include <span>

namespace fedadvise::report
{

using document::TextPage;

/// The path, step by step; nothing when nothing has been answered.
void write_path(TextPage& page, const PathAdvice& path);

/// What would come of each variant, in a few sentences; nothing when there is none.
void write_variants(TextPage& page, std::span<const VariantComparison> variants);

/// The one sentence on where the practices stand, and where the rest is.
void write_alignment(TextPage& page, const AlignmentAdvice& advice);

} // namespace fedadvise::report
