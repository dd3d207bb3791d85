// Joining: what several files say in one place, laid over one another. Every operation is a union, so that neither the
// order of the files nor saying a thing twice makes a difference. Not for use outside casefile.
#pragma once

#include "casefile/cells.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fedadvise::casefile
{

/// What the files say of the group, of one practice, or by one respondent at one time.
struct Said
{
    std::map<CellName, std::map<std::string, ConflictValue>> cells; ///< the values of a cell by their order key
    std::map<rulebase::QuestionId, std::set<std::string>> notes;
};

/// Adds what one file says there. `conflicts` are those of the file about this place: where it says something in spite
/// of a conflict, somebody has decided.
void add(Said& said, const Cells& cells, const Notes& notes, const std::vector<Conflict>& conflicts,
         const std::string& file);

/// The texts of a cell, of which there are several when the files differ.
[[nodiscard]] std::set<std::string> texts_of(const Said& said, const std::string& about);

/// Notes to one question that different files wrote are kept one after the other, with this line between them.
inline constexpr const char* between_notes = "\n* * *\n";
[[nodiscard]] Notes joined_notes(const Said& said);

/// Puts what is undisputed or decided into the holder, and adds the rest to `conflicts`, each a copy of `place` with
/// its values.
template <class Holder>
void settle(const Said& said, const Conflict& place, Holder& holder, std::vector<Conflict>& conflicts);

/// The value that somebody chose when all were weighed; nothing otherwise.
[[nodiscard]] const ConflictValue* decision_of(const std::map<std::string, ConflictValue>& values);
[[nodiscard]] CellValue value_of(const ConflictValue& value);
[[nodiscard]] Conflict conflict_of(const Conflict& place, const CellName& name,
                                   const std::map<std::string, ConflictValue>& values);

template <class Holder>
void settle(const Said& said, const Conflict& place, Holder& holder, std::vector<Conflict>& conflicts)
{
    for (const auto& [name, values] : said.cells)
    {
        const ConflictValue* one = values.size() == 1 ? &values.begin()->second : decision_of(values);
        if (one != nullptr)
            set_cell(holder, name, value_of(*one));
        if (values.size() > 1)
            conflicts.push_back(conflict_of(place, name, values));
    }
    holder.notes = joined_notes(said);
}

} // namespace fedadvise::casefile
