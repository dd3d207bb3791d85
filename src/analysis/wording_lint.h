// Wording lints: texts of a rule base that a tired reader would stumble over, and entries that no text needs.
#pragma once

#include "analysis/phrases.h"
#include "analysis/rule_finding.h"

#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// The codes that lint_wording can give, most important first.
[[nodiscard]] const std::vector<std::string>& wording_codes();

/// What stands out in the wording, most important first, waivers not yet applied.
///
/// - lint.unexplained-term: an acronym, or a word that <jargon> watches, that people read and no <term> explains. One
///   finding per term: about the first text's rule, question or other thing, and the term with hyphens for spaces.
///   Names of forms in form= and what <jargon known="…"> lists need no explanation.
/// - lint.reading-age: a rule (text and reason) or a question (prompt, help and why) asks for an older reader than
///   <reading-age> allows; see reading_age.h. Texts under 20 words are left out: a single long word would decide.
/// - lint.long-sentence: sentences of a thing's texts with more words than <longest-sentence> allows.
/// - lint.unused-term: no text uses a form of the term, its own explanation aside.
/// - lint.unused-source: nothing cites the source.
///
/// Notes of the editors are not judged. Without <reading-age> or <longest-sentence> that lint is silent.
[[nodiscard]] std::vector<RuleFinding> lint_wording(const rulebase::RuleBase& rules);

/// What readers of this rule base know or can look up: terms, models, vehicles and known acronyms.
[[nodiscard]] Phrases familiar_phrases(const rulebase::RuleBase& rules);

} // namespace fedadvise::analysis
