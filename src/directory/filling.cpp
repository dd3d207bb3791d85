#include "directory/filling.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <algorithm>

namespace fedadvise::directory
{

using casefile::Answer;
using casefile::Case;
using casefile::Practice;

namespace
{

/// Our own notes begin so, to be known again.
constexpr const char* note_begin = "Registered patients from ";

std::string same_name(const std::string& name)
{
    std::string plain;
    for (const char c : foundation::lower_case(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            plain += c;
    return plain;
}

std::optional<std::size_t> existing_practice(const Case& group, const ListedPractice& listed)
{
    const auto index_of = [&](const auto& matches) -> std::optional<std::size_t>
    {
        const auto found = std::find_if(group.practices.begin(), group.practices.end(), matches);
        if (found == group.practices.end())
            return std::nullopt;
        return static_cast<std::size_t>(found - group.practices.begin());
    };
    if (!listed.code.empty())
        if (const auto by_code =
                index_of([&](const Practice& practice)
                         { return foundation::lower_case(practice.ods_code) == foundation::lower_case(listed.code); }))
            return by_code;
    return index_of(
        [&](const Practice& practice)
        {
            return (practice.ods_code.empty() || listed.code.empty()) && !practice.name.empty() &&
                   same_name(practice.name) == same_name(listed.name);
        });
}

/// What anybody in the practice has said; null when nobody has.
const Answer* said_by_practice(const Practice& practice, const rulebase::QuestionId& question)
{
    if (const Answer* answer = casefile::find_answer(practice.answers, question))
        return answer;
    for (const casefile::Respondent& respondent : practice.respondents)
        if (const Answer* answer = casefile::find_answer(respondent.answers, question))
            return answer;
    return nullptr;
}

void compare_text(Field field, const char* label, const std::string& before, const std::string& after,
                  PlannedPractice& planned)
{
    if (after.empty() || same_name(before) == same_name(after))
        return;
    (before.empty() ? planned.fills : planned.differs).push_back({field, label, before, after});
}

void compare_list_size(const rulebase::RuleBase& rules, const Practice& practice, const ListedPractice& listed,
                       const Origin& origin, PlannedPractice& planned)
{
    const rulebase::Question* question = rulebase::find_question(rules, {list_size_question});
    if (question == nullptr || !listed.patients)
        return;
    const Answer offered = casefile::Number{*listed.patients};
    const Answer* said = said_by_practice(practice, question->id);
    if (said != nullptr && *said == offered)
        return;
    const std::string day = as_at_words(origin);
    FieldValue value{Field::ListSize, "list size", said == nullptr ? "" : casefile::answer_in_words(*question, *said),
                     casefile::answer_in_words(*question, offered) + (day.empty() ? "" : " " + day)};
    (said == nullptr ? planned.fills : planned.differs).push_back(std::move(value));
}

void set_list_size(const ListedPractice& listed, const Origin& origin, Practice& practice)
{
    const rulebase::QuestionId question{list_size_question};
    practice.answers[question] = casefile::Number{*listed.patients};
    const std::string day = as_at_words(origin);
    const std::string source = note_begin + origin.file + (day.empty() ? "" : ", " + day) + ".";
    std::string& note = practice.notes[question];
    const std::size_t ours = note.find(note_begin);
    if (ours != std::string::npos)
        note.resize(ours);
    note += (note.empty() || note.ends_with(' ') ? "" : " ") + source;
}

std::string joined_fields(const std::vector<FieldValue>& values)
{
    std::vector<std::string> words;
    for (const FieldValue& value : values)
        words.push_back(value.label + " " + value.after);
    return foundation::joined(words, "; ");
}

} // namespace

std::string as_at_words(const Origin& origin)
{
    if (!origin.as_at)
        return {};
    return (origin.by_file_date ? "from a file saved on " : "as at ") + foundation::date_in_words(*origin.as_at);
}

std::vector<PlannedPractice> plan_filling(const Case& group, const rulebase::RuleBase& rules, const PracticeList& list,
                                          std::span<const std::size_t> chosen)
{
    std::vector<PlannedPractice> plan;
    for (const std::size_t index : chosen)
    {
        if (std::any_of(plan.begin(), plan.end(), [&](const PlannedPractice& p) { return p.listed == index; }))
            continue;
        const ListedPractice& listed = list.practices()[index];
        PlannedPractice planned;
        planned.listed = index;
        planned.existing = existing_practice(group, listed);
        const Practice practice = planned.existing ? group.practices[*planned.existing] : Practice{};
        compare_text(Field::Name, "name", practice.name, listed.name, planned);
        compare_text(Field::Code, "ODS code", practice.ods_code, listed.code, planned);
        compare_text(Field::Address, "address", practice.address, address_line(listed), planned);
        if (listed.patients)
            compare_list_size(rules, practice, listed, list.origin(listed.patients_origin), planned);
        planned.name = !practice.name.empty() ? practice.name : !listed.name.empty() ? listed.name : listed.code;
        if (!is_open_practice(listed))
            planned.warning = "The list says of " + planned.name + ": " + status_words(listed) + ".";
        plan.push_back(std::move(planned));
    }
    return plan;
}

Case fill_in(const Case& group, const rulebase::RuleBase& rules, const PracticeList& list,
             const std::vector<PlannedPractice>& plan, Existing existing)
{
    Case filled = group;
    const bool asks_list_size = rulebase::find_question(rules, {list_size_question}) != nullptr;
    for (const PlannedPractice& planned : plan)
    {
        const ListedPractice& listed = list.practices()[planned.listed];
        if (!planned.existing)
        {
            Practice joining;
            joining.id = casefile::free_practice_id(filled);
            filled.practices.push_back(std::move(joining));
        }
        Practice& practice = planned.existing ? filled.practices[*planned.existing] : filled.practices.back();
        std::vector<FieldValue> values = planned.fills;
        if (existing == Existing::Replace)
            values.insert(values.end(), planned.differs.begin(), planned.differs.end());
        for (const FieldValue& value : values)
            switch (value.field)
            {
            case Field::Name: practice.name = listed.name; break;
            case Field::Code: practice.ods_code = listed.code; break;
            case Field::Address: practice.address = address_line(listed); break;
            case Field::ListSize:
                if (asks_list_size)
                    set_list_size(listed, list.origin(listed.patients_origin), practice);
                break;
            }
    }
    return filled;
}

std::vector<std::string> plan_words(const std::vector<PlannedPractice>& plan, Existing existing)
{
    std::vector<std::string> words;
    for (const PlannedPractice& planned : plan)
    {
        if (!planned.warning.empty())
            words.push_back(planned.warning);
        if (!planned.existing)
            words.push_back(planned.name + " joins: " + joined_fields(planned.fills) + ".");
        else if (!planned.fills.empty())
            words.push_back(planned.name + " is in the case already; filled in: " + joined_fields(planned.fills) + ".");
        else if (planned.differs.empty())
            words.push_back(planned.name + " is in the case already, and nothing is new.");
        for (const FieldValue& value : planned.differs)
            words.push_back(planned.name + ": the " + value.label + " in the case is " + value.before +
                            ", the list has " + value.after + ". " +
                            (existing == Existing::Keep ? "The case's is kept." : "The list's is taken."));
    }
    return words;
}

} // namespace fedadvise::directory
