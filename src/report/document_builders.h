// Document builders: one for each document; documents.cpp finishes what they begin.
#pragma once

#include "report/document_parts.h"

namespace fedadvise::report
{

/// How much of each list the one page holds; the full rationale has the rest.
struct SummaryRoom
{
    std::size_t sentences = 3, options = 3, stopped = 4, steps = 3;
    bool against = true; ///< what speaks against the options, too
};
[[nodiscard]] std::vector<Block> summary_blocks(const ReportInput& input, const SummaryRoom& room);
[[nodiscard]] std::vector<Block> full_blocks(const ReportInput& input);
[[nodiscard]] std::vector<Block> brief_blocks(const ReportInput& input);
[[nodiscard]] std::vector<Block> commissioner_blocks(const ReportInput& input);
[[nodiscard]] std::vector<Block> practices_blocks(const ReportInput& input);
[[nodiscard]] std::vector<Block> plan_blocks(const ReportInput& input);

/// The id of the paragraph in front of which a document of one page explains its words.
constexpr std::string_view words_place = "about-this-page";

/// The parts of "where you stand" from the headline to the minority report; headings from level 3 down.
void add_alignment(Draft& draft, const AlignmentAdvice& advice);

/// What the open questions still decide, which answers it hangs on, and how firm it is.
void add_further(Draft& draft, const Further& further);

} // namespace fedadvise::report
