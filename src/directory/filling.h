// Filling practices of a list into a case, without writing over anything that somebody has answered.
#pragma once

#include "casefile/case.h"
#include "directory/practice_list.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fedadvise::directory
{

/// The question that the published numbers of patients answer. The only one that this folder knows.
inline constexpr const char* list_size_question = "list-size";

enum class Field
{
    Name,
    Code,
    Address,
    ListSize,
};

/// One thing that the list says of a practice.
struct FieldValue
{
    Field field = Field::Name;
    std::string label;  ///< "name", "ODS code", "address", "list size"
    std::string before; ///< what stands in the case, in words; empty: nothing
    std::string after;  ///< what the list has, in words, with its day
};

struct PlannedPractice
{
    std::size_t listed = 0;              ///< index into the list
    std::optional<std::size_t> existing; ///< index into the case's practices; none: it joins
    std::string name;                    ///< as it is called in the case, or will be
    std::vector<FieldValue> fills;       ///< where nothing stands yet
    std::vector<FieldValue> differs;     ///< where something else stands
    std::string warning;                 ///< that it is closed, or no GP practice; or empty
};

enum class Existing
{
    Keep,    ///< what differs stays as it stands in the case
    Replace, ///< what differs becomes what the list says
};

/// What filling in would do. A practice is the case's own when its code is the same or, if it has none, its name.
[[nodiscard]] std::vector<PlannedPractice> plan_filling(const casefile::Case& group, const rulebase::RuleBase& rules,
                                                        const PracticeList& list, std::span<const std::size_t> chosen);

/// The case with the plan carried out. A list size gets a note with its source and day; notes of people stay.
[[nodiscard]] casefile::Case fill_in(const casefile::Case& group, const rulebase::RuleBase& rules,
                                     const PracticeList& list, const std::vector<PlannedPractice>& plan,
                                     Existing existing);

/// What a plan does, a sentence for each practice and each difference.
[[nodiscard]] std::vector<std::string> plan_words(const std::vector<PlannedPractice>& plan, Existing existing);

/// "as at 1 October 2026", "from a file saved on 3 October 2026", or empty.
[[nodiscard]] std::string as_at_words(const Origin& origin);

} // namespace fedadvise::directory
