#include "casefile/joining.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <string_view>

namespace fedadvise::casefile
{

namespace
{

ConflictValue plain(const CellValue& value)
{
    ConflictValue plain_value;
    if (const auto* answer = std::get_if<Answer>(&value))
        plain_value.answer = *answer;
    else
        plain_value.text = std::get<std::string>(value);
    return plain_value;
}

void add_value(std::map<std::string, ConflictValue>& values, const ConflictValue& value)
{
    auto& there = values.emplace(order_key(value_of(value)), plain(value_of(value))).first->second;
    there.weighed = there.weighed || value.weighed;
    there.chosen = there.chosen || value.chosen;
    std::set<std::string> files(there.files.begin(), there.files.end());
    files.insert(value.files.begin(), value.files.end());
    there.files.assign(files.begin(), files.end());
    for (const UnknownKey& key : value.unknown_keys)
        if (std::find(there.unknown_keys.begin(), there.unknown_keys.end(), key) == there.unknown_keys.end())
            there.unknown_keys.push_back(key);
    std::sort(there.unknown_keys.begin(), there.unknown_keys.end(),
              [](const UnknownKey& one, const UnknownKey& other)
              { return std::tie(one.key, one.json) < std::tie(other.key, other.json); });
}

/// The values of a conflict as the file leaves them: decided by what stands in its place, or not at all.
std::vector<ConflictValue> values_now(const Conflict& conflict, const CellValue* there, const std::string& file)
{
    std::vector<ConflictValue> values = conflict.values;
    if (there != nullptr)
    {
        const std::string key = order_key(*there);
        bool listed = false;
        for (ConflictValue& value : values)
        {
            value.weighed = true;
            value.chosen = order_key(value_of(value)) == key;
            listed = listed || value.chosen;
        }
        if (!listed)
        {
            values.push_back(plain(*there));
            values.back().files = {file};
            values.back().weighed = values.back().chosen = true;
        }
        return values;
    }
    const bool was_decided =
        std::all_of(values.begin(), values.end(), [](const auto& value) { return value.weighed; }) &&
        std::count_if(values.begin(), values.end(), [](const auto& value) { return value.chosen; }) == 1;
    if (was_decided) // and was opened again
        for (ConflictValue& value : values)
            value.weighed = value.chosen = false;
    return values;
}

void add_note(std::set<std::string>& notes, std::string_view text)
{
    const std::string_view line = between_notes;
    for (std::size_t end = text.find(line); end != std::string_view::npos; end = text.find(line))
    {
        notes.emplace(foundation::trimmed(text.substr(0, end)));
        text.remove_prefix(end + line.size());
    }
    notes.emplace(foundation::trimmed(text));
    notes.erase("");
}

} // namespace

CellValue value_of(const ConflictValue& value)
{
    return value.answer ? CellValue(*value.answer) : CellValue(value.text);
}

void add(Said& said, const Cells& cells, const Notes& notes, const std::vector<Conflict>& conflicts,
         const std::string& file)
{
    std::set<CellName> disputed;
    for (const Conflict& conflict : conflicts)
    {
        const CellName name{conflict.about, conflict.question};
        const auto there = cells.find(name);
        disputed.insert(name);
        for (const ConflictValue& value : values_now(conflict, there == cells.end() ? nullptr : &there->second, file))
            add_value(said.cells[name], value);
    }
    for (const auto& [name, value] : cells)
    {
        if (disputed.contains(name))
            continue;
        ConflictValue one = plain(value);
        one.files = {file};
        add_value(said.cells[name], one);
    }
    for (const auto& [question, text] : notes)
        add_note(said.notes[question], text);
}

std::set<std::string> texts_of(const Said& said, const std::string& about)
{
    std::set<std::string> texts;
    const auto found = said.cells.find({about, {}});
    if (found != said.cells.end())
        for (const auto& [key, value] : found->second)
            texts.insert(value.text);
    return texts;
}

Notes joined_notes(const Said& said)
{
    Notes notes;
    for (const auto& [question, texts] : said.notes)
        if (!texts.empty())
            notes[question] = foundation::joined(std::vector<std::string>(texts.begin(), texts.end()), between_notes);
    return notes;
}

const ConflictValue* decision_of(const std::map<std::string, ConflictValue>& values)
{
    const ConflictValue* chosen = nullptr;
    for (const auto& [key, value] : values)
    {
        if (!value.weighed || (value.chosen && chosen != nullptr))
            return nullptr;
        if (value.chosen)
            chosen = &value;
    }
    return chosen;
}

Conflict conflict_of(const Conflict& place, const CellName& name, const std::map<std::string, ConflictValue>& values)
{
    Conflict conflict = place;
    conflict.about = name.about;
    conflict.question = name.question;
    for (const auto& [key, value] : values)
        conflict.values.push_back(value);
    return conflict;
}

} // namespace fedadvise::casefile
