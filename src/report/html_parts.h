// The parts of the HTML report: its style, its pictures, and the sections that are long enough for a file of their own.
#pragma once

#include "document/markup.h"
#include "report/advice.h"
#include "report/alignment_words.h"
#include "report/further.h"
#include "report/variant_words.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

using document::Markup;

/// The start of a page up to the open body: title, style, and no way for anything to load from elsewhere.
void open_document(Markup& page, std::string_view title);

/// Where the practices stand: the map as a picture and as a table, and what follows from it.
void write_alignment(Markup& page, const AlignmentAdvice& advice);

/// The style sheet: light and dark, screen and A4.
[[nodiscard]] std::string_view style_sheet();

/// The gradient as a line of equal stops.
void draw_gradient(Markup& page, const Advice& advice);
/// One gauge; all gauges have the same size.
void draw_gauge(Markup& page, const Gauge& gauge, std::string_view id);
/// For each option the band it is in, and those that the open answers still allow.
void draw_bands(Markup& page, const Advice& advice, const std::vector<OptionAdvice>& options, std::string_view id,
                std::string_view title);

/// Every option with all its reasons, collapsed on screen and open in print.
void write_options_in_full(Markup& page, const std::vector<OptionAdvice>& options);
/// One statement with what is at stake, and where it comes from.
void write_statement(Markup& page, const Statement& statement, bool effect_first);

/// The path, step by step.
void write_path(Markup& page, const PathAdvice& path);

/// Each variant: what is otherwise, and what would come of it.
void write_variants(Markup& page, std::span<const VariantComparison> variants);

/// What the open questions still decide, which answers it hangs on, and how firm it is.
void write_further(Markup& page, const Further& further);

/// A table's start: a scrolling frame that the keyboard reaches, the caption, and column heads.
void open_table(Markup& page, std::string_view caption, std::initializer_list<std::string_view> columns);
void close_table(Markup& page);

/// The band's label as a coloured chip; the words carry the meaning.
void write_chip(Markup& page, const OptionAdvice& option);

} // namespace fedadvise::report
