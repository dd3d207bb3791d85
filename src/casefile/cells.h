// Cells: the single things that a case says, each under a name, so that two cases can be laid over one another.
#pragma once

#include "casefile/case.h"

#include <cstddef>
#include <map>
#include <string>
#include <variant>

namespace fedadvise::casefile
{

/// Like Conflict: "answer" with its question; or the name of a key such as "title", "commitment.state" and, for keys of
/// a newer version, "unknown.answers.KEY".
struct CellName
{
    std::string about;
    rulebase::QuestionId question;
    friend auto operator<=>(const CellName&, const CellName&) = default;
};

using CellValue = std::variant<Answer, std::string>;
using Cells = std::map<CellName, CellValue>;

/// What is said of the group or case itself, of the practice itself, and by the respondent at the latest time. Empty
/// texts say nothing. Ids, rounds, times and notes are not among them.
[[nodiscard]] Cells cells_of(const Case& group);
[[nodiscard]] Cells cells_of(const Practice& practice);
[[nodiscard]] Cells cells_of(const Respondent& respondent);
[[nodiscard]] Cells cells_of(const EarlierAnswers& earlier);

/// Puts a value where nothing is said so far.
void set_cell(Case& group, const CellName& name, const CellValue& value);
void set_cell(Practice& practice, const CellName& name, const CellValue& value);
void set_cell(Respondent& respondent, const CellName& name, const CellValue& value);
void set_cell(EarlierAnswers& earlier, const CellName& name, const CellValue& value);

/// A text that is the same for equal values only, and puts them into a fixed order.
[[nodiscard]] std::string order_key(const CellValue& value);

/// Whether the place that the conflict is about says nothing. One that is gone is not open.
[[nodiscard]] bool is_open(const Case& group, const Conflict& conflict);

/// Puts a value of an open conflict, by their numbers, into its place. False, and nothing is changed, when there is no
/// such conflict or value, or it is not open.
bool decide(Case& group, std::size_t conflict, std::size_t value);

} // namespace fedadvise::casefile
