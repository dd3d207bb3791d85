// Statements: the findings of an assessment as sentences with their law, reason and sources.
#pragma once

#include "report/advice.h"
#include "report/wording.h"

#include <span>
#include <string>
#include <vector>

namespace fedadvise::report
{

/// The option a finding is about; null pointers for findings about the group.
struct About
{
    const rulebase::Model* model = nullptr;
    const rulebase::Vehicle* vehicle = nullptr;
};

/// One finding in words. A finding that open answers may still bring says that it may, and on what it depends.
[[nodiscard]] Statement statement_of(const Wording& wording, const engine::Finding& finding, const About& about = {});
[[nodiscard]] std::vector<Statement> statements_of(const Wording& wording, std::span<const engine::Finding> findings,
                                                   const About& about = {});

/// "This is a usual vehicle for it."; one sentence for each fit.
[[nodiscard]] std::string fit_words(rulebase::Fit fit);

/// "Title, publisher, year"; parts that are empty are left out.
[[nodiscard]] std::string source_title(const rulebase::Source& source);

/// Ids of sources, and "Title, publisher, year" for each.
struct SourceWords
{
    std::vector<std::string> ids, titles;
    std::string review; ///< says which were due to be checked again; empty when none is
};
[[nodiscard]] SourceWords source_words(const Wording& wording, const std::vector<rulebase::SourceId>& sources);

/// Those of the sources that were due to be checked again before the day whose law was applied, in the order given.
[[nodiscard]] std::vector<std::string> sources_due(const Wording& wording,
                                                   const std::vector<rulebase::SourceId>& sources);

/// "The sources S11 and S36 were due to be checked again on 22 November 2027."; a sentence for each day, the earliest
/// first. Empty for no sources.
[[nodiscard]] std::string review_words(const rulebase::RuleBase& rules, const std::vector<std::string>& due);

/// What the readiness thresholds and gates still miss for a step of the gradient, one clause each, on the scale from 1
/// to 5: "“Open books” is 2.0 and needs to be 3.0". One clause says so when nothing is answered yet; empty when nothing
/// is amiss.
[[nodiscard]] std::vector<std::string> relationship_gaps(const Wording& wording, std::size_t step);

/// The rule's title with the answers behind it, as one sentence.
[[nodiscard]] std::string short_reason(const Statement& statement);

} // namespace fedadvise::report
