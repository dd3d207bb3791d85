// Merge words: what became of the files that were merged, in plain words.
#pragma once

#include "casefile/merge.h"
#include "report/lines.h"
#include "rulebase/rule_base.h"

#include <string>
#include <vector>

namespace fedadvise::report
{

/// A value of a conflict, for people to choose from.
struct ConflictChoice
{
    std::string words;
    std::string files; ///< "hill.fedcase and vale.fedcase"
    friend bool operator==(const ConflictChoice&, const ConflictChoice&) = default;
};

/// "Hill Surgery, Registered patients": what a conflict is about.
[[nodiscard]] std::string conflict_place(const rulebase::RuleBase& rules, const casefile::Case& group,
                                         const casefile::Conflict& conflict);
[[nodiscard]] std::vector<ConflictChoice> conflict_choices(const rulebase::RuleBase& rules,
                                                           const casefile::Conflict& conflict);

/// "Ann Ash, partner": who answered; "Somebody" when nobody says.
[[nodiscard]] std::string person_words(const std::string& name, const std::string& role);

/// One sentence: how much came together, and whether anything is left to decide.
[[nodiscard]] std::string merge_headline(const casefile::MergeReport& report);

/// The whole report. `unread` are the files that were left out because they cannot be read.
[[nodiscard]] Lines merge_lines(const rulebase::RuleBase& rules, const casefile::Case& group,
                                const casefile::MergeReport& report, const std::vector<std::string>& unread);
[[nodiscard]] std::string merge_as_text(const rulebase::RuleBase& rules, const casefile::Case& group,
                                        const casefile::MergeReport& report, const std::vector<std::string>& unread);
[[nodiscard]] std::string merge_as_json(const rulebase::RuleBase& rules, const casefile::Case& group,
                                        const casefile::MergeReport& report, const std::vector<std::string>& unread);

} // namespace fedadvise::report
