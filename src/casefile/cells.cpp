#include "casefile/cells.h"

#include "foundation/number_text.h"

#include <algorithm>
#include <utility>

namespace fedadvise::casefile
{

namespace
{

const rulebase::QuestionId date_of_law{"as-at"};

constexpr const char* of_unknown = "unknown.";

void add_text(Cells& cells, const char* about, const std::string& text)
{
    if (!text.empty())
        cells[{about, {}}] = text;
}

void add_date(Cells& cells, const char* about, const std::optional<foundation::Date>& date)
{
    if (date)
        cells[{about, {}}] = foundation::date_text(*date);
}

void add_keys(Cells& cells, const std::string& where, const UnknownKeys& keys)
{
    for (const UnknownKey& key : keys)
        cells[{of_unknown + where + "." + key.key, {}}] = key.json;
}

/// What everybody has who answers.
template <class Holder>
void add_answers(Cells& cells, const Holder& holder)
{
    for (const auto& [question, answer] : holder.answers)
        cells[{"answer", question}] = answer;
    add_keys(cells, "keys", holder.unknown_keys);
    add_keys(cells, "answers", holder.unknown_answers);
    add_keys(cells, "notes", holder.unknown_notes);
}

bool set_unknown(UnknownKeys& keys, const std::string& where, const CellName& name, const CellValue& value)
{
    const std::string start = of_unknown + where + ".";
    if (!name.about.starts_with(start))
        return false;
    keys.push_back({name.about.substr(start.size()), std::get<std::string>(value)});
    return true;
}

/// Whether the cell was one of those that everybody has who answers.
template <class Holder>
bool set_answer(Holder& holder, const CellName& name, const CellValue& value)
{
    if (name.about != "answer")
        return set_unknown(holder.unknown_keys, "keys", name, value) ||
               set_unknown(holder.unknown_answers, "answers", name, value) ||
               set_unknown(holder.unknown_notes, "notes", name, value);
    holder.answers.insert_or_assign(name.question, std::get<Answer>(value));
    return true;
}

void set_commitment(Commitment& commitment, const CellName& name, const CellValue& value)
{
    if (set_unknown(commitment.unknown_keys, "commitment", name, value))
        return;
    const std::string& text = std::get<std::string>(value);
    if (name.about == "commitment.state")
        commitment.state = commitment_of(text);
    else if (name.about == "commitment.condition")
        commitment.condition = text;
    else if (name.about == "commitment.decide-by")
        commitment.decide_by = foundation::parse_date(text);
    else if (name.about == "commitment.decided-on")
        commitment.decided_on = foundation::parse_date(text);
    else if (name.about == "commitment.note")
        commitment.note = text;
}

struct AnswerKey
{
    std::string operator()(const Unknown&) const { return "0"; }
    std::string operator()(const Choice& choice) const { return "1" + choice.option; }
    std::string operator()(const Choices& choices) const
    {
        std::string key = "2";
        for (const std::string& option : choices.options)
            key += option + " ";
        return key;
    }
    std::string operator()(const Number& number) const
    {
        const std::string digits = std::to_string(number.value < 0 ? -number.value : number.value);
        return (number.value < 0 ? "3-" : "3 ") + std::string(digits.size() < 20 ? 20 - digits.size() : 0, '0') +
               digits;
    }
    std::string operator()(const Text& text) const { return "4" + text.value; }
    std::string operator()(const foundation::Date& date) const { return "5" + foundation::date_text(date); }
};

/// Calls `visit` with whoever holds what the conflict is about: the case, a practice, or what somebody said at one
/// time. Gives whether it is there.
template <class AnyCase, class Visit>
bool visit_holder(AnyCase& group, const Conflict& conflict, const Visit& visit)
{
    if (conflict.practice.empty())
        return visit(group), true;
    const auto practice = std::find_if(group.practices.begin(), group.practices.end(),
                                       [&](const Practice& one) { return one.id == conflict.practice; });
    if (practice == group.practices.end())
        return false;
    if (conflict.respondent.empty())
        return visit(*practice), true;
    for (auto& respondent : practice->respondents)
    {
        if (conflict.respondent != (respondent.id.empty() ? respondent.name : respondent.id))
            continue;
        if (respondent.round == conflict.round && respondent.answered == conflict.answered)
            return visit(respondent), true;
        for (auto& earlier : respondent.earlier)
            if (earlier.round == conflict.round && earlier.answered == conflict.answered)
                return visit(earlier), true;
    }
    return false;
}

} // namespace

Cells cells_of(const Case& group)
{
    Cells cells;
    add_answers(cells, group);
    add_keys(cells, "group", group.unknown_group_keys);
    add_text(cells, "title", group.title);
    if (group.as_at)
        cells[{"answer", date_of_law}] = Answer{*group.as_at};
    return cells;
}

Cells cells_of(const Practice& practice)
{
    Cells cells;
    add_answers(cells, practice);
    add_text(cells, "name", practice.name);
    add_text(cells, "ods-code", practice.ods_code);
    add_text(cells, "address", practice.address);
    const Commitment& commitment = practice.commitment;
    if (commitment.state)
        add_text(cells, "commitment.state", commitment_name(*commitment.state));
    add_text(cells, "commitment.condition", commitment.condition);
    add_date(cells, "commitment.decide-by", commitment.decide_by);
    add_date(cells, "commitment.decided-on", commitment.decided_on);
    add_text(cells, "commitment.note", commitment.note);
    add_keys(cells, "commitment", commitment.unknown_keys);
    return cells;
}

Cells cells_of(const Respondent& respondent)
{
    Cells cells;
    add_answers(cells, respondent);
    add_text(cells, "name", respondent.name);
    add_text(cells, "role", respondent.role);
    return cells;
}

Cells cells_of(const EarlierAnswers& earlier)
{
    Cells cells;
    add_answers(cells, earlier);
    return cells;
}

void set_cell(Case& group, const CellName& name, const CellValue& value)
{
    const auto* answer = std::get_if<Answer>(&value);
    const auto* date = answer == nullptr ? nullptr : std::get_if<foundation::Date>(answer);
    if (name.about == "title")
        group.title = std::get<std::string>(value);
    else if (name.question == date_of_law && date != nullptr)
        group.as_at = *date; // cases keep it beside the answers
    else if (!set_unknown(group.unknown_group_keys, "group", name, value))
        set_answer(group, name, value);
}

void set_cell(Practice& practice, const CellName& name, const CellValue& value)
{
    if (name.about == "name")
        practice.name = std::get<std::string>(value);
    else if (name.about == "ods-code")
        practice.ods_code = std::get<std::string>(value);
    else if (name.about == "address")
        practice.address = std::get<std::string>(value);
    else if (!set_answer(practice, name, value))
        set_commitment(practice.commitment, name, value);
}

void set_cell(Respondent& respondent, const CellName& name, const CellValue& value)
{
    if (name.about == "name")
        respondent.name = std::get<std::string>(value);
    else if (name.about == "role")
        respondent.role = std::get<std::string>(value);
    else
        set_answer(respondent, name, value);
}

void set_cell(EarlierAnswers& earlier, const CellName& name, const CellValue& value)
{
    set_answer(earlier, name, value);
}

std::string order_key(const CellValue& value)
{
    if (const auto* answer = std::get_if<Answer>(&value))
        return std::visit(AnswerKey{}, *answer);
    return "t" + std::get<std::string>(value);
}

bool is_open(const Case& group, const Conflict& conflict)
{
    bool is_empty = false;
    visit_holder(group, conflict,
                 [&](const auto& holder) {
                     is_empty = !cells_of(holder).contains({conflict.about, conflict.question});
                 });
    return is_empty;
}

bool decide(Case& group, std::size_t conflict, std::size_t value)
{
    if (conflict >= group.conflicts.size() || value >= group.conflicts[conflict].values.size() ||
        !is_open(group, group.conflicts[conflict]))
        return false;
    const Conflict place = group.conflicts[conflict];
    const ConflictValue& chosen = place.values[value];
    const CellValue said = chosen.answer ? CellValue(*chosen.answer) : CellValue(chosen.text);
    return visit_holder(group, place, [&](auto& holder) { set_cell(holder, {place.about, place.question}, said); });
}

std::size_t open_conflicts(const Case& group)
{
    return static_cast<std::size_t>(std::count_if(group.conflicts.begin(), group.conflicts.end(),
                                                  [&](const Conflict& conflict) { return is_open(group, conflict); }));
}

} // namespace fedadvise::casefile
