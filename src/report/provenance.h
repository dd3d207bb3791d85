// Provenance: what every document says about where it comes from, the sources it names, and the words it explains.
#pragma once

#include "report/document_parts.h"

namespace fedadvise::report
{

/// What was considered and what was not, by which rules and law, and how to get the same advice again.
void add_provenance(Draft& draft, const ReportInput& input);

/// The same in two or three small sentences, for a document of one page.
[[nodiscard]] std::string provenance_in_short(const ReportInput& input);

/// A table of the sources that the document links to so far ("#source-…"); nothing when there are none.
void add_sources(document::Document& document, const ReportInput& input);

/// Explains each word of the glossary where the document uses it first: in a small paragraph after the block, or, on a
/// document of one page, all together in front of the block with the id `place`. Small print is left as it is.
void explain_words(document::Document& document, const rulebase::RuleBase& rules, std::string_view place = {});

} // namespace fedadvise::report
