#include "casefile/variant.h"

#include "casefile/case.h"
#include "foundation/number_text.h"

#include <algorithm>

namespace fedadvise::casefile
{

namespace
{

const rulebase::QuestionId date_of_law{"as-at"};

template <class Group>
auto* find_practice(Group& group, const std::string& id)
{
    const auto found = std::find_if(group.practices.begin(), group.practices.end(),
                                    [&](const Practice& practice) { return practice.id == id; });
    return found == group.practices.end() ? nullptr : &*found;
}

/// Cases keep the date of the law beside the answers.
void apply_to_group(Case& group, const AnswerChange& change)
{
    const bool is_date = change.question == date_of_law;
    if (is_date)
        group.as_at.reset();
    group.answers.erase(change.question);
    if (!change.answer)
        return;
    if (const auto* date = std::get_if<foundation::Date>(&*change.answer); is_date && date != nullptr)
        group.as_at = *date;
    else
        group.answers.emplace(change.question, *change.answer);
}

void add_differences(std::vector<AnswerChange>& changes, const std::string& practice, const Answers& base,
                     const Answers& changed)
{
    auto was = base.begin();
    auto is = changed.begin();
    while (was != base.end() || is != changed.end())
        if (is == changed.end() || (was != base.end() && was->first < is->first))
            changes.push_back({practice, (was++)->first, std::nullopt});
        else if (was == base.end() || is->first < was->first)
        {
            changes.push_back({practice, is->first, is->second});
            ++is;
        }
        else
        {
            if (was->second != is->second)
                changes.push_back({practice, is->first, is->second});
            ++was;
            ++is;
        }
}

} // namespace

Case with_variant(const Case& base, const Variant& variant)
{
    Case group = base;
    group.variants.clear();
    std::erase_if(
        group.practices, [&](const Practice& practice)
        { return std::find(variant.without.begin(), variant.without.end(), practice.id) != variant.without.end(); });
    if (variant.as_at)
    {
        group.as_at = variant.as_at;
        group.answers.erase(date_of_law); // "we do not know"
    }
    for (const AnswerChange& change : variant.changes)
        if (change.practice.empty())
            apply_to_group(group, change);
        else if (Practice* practice = find_practice(group, change.practice))
        {
            practice->answers.erase(change.question);
            if (change.answer)
                practice->answers.emplace(change.question, *change.answer);
        }
    return group;
}

Variant difference(const Case& base, const Case& changed)
{
    Variant variant;
    add_differences(variant.changes, {}, base.answers, changed.answers);
    if (changed.as_at != base.as_at)
    {
        if (changed.as_at)
        {
            variant.as_at = changed.as_at;
            std::erase_if(variant.changes, [](const AnswerChange& change) { return change.question == date_of_law; });
        }
        else if (!changed.answers.contains(date_of_law))
            variant.changes.push_back({{}, date_of_law, std::nullopt});
    }
    for (const Practice& practice : base.practices)
        if (const Practice* now = find_practice(changed, practice.id))
            add_differences(variant.changes, practice.id, practice.answers, now->answers);
        else
            variant.without.push_back(practice.id);
    return variant;
}

Variant with_difference(const Variant& variant, const Case& base, const Case& changed)
{
    Variant anew = difference(base, changed);
    anew.id = variant.id;
    anew.name = variant.name;
    anew.note = variant.note;
    anew.unknown_keys = variant.unknown_keys;
    anew.unknown_changes = variant.unknown_changes;
    anew.other_ids = variant.other_ids;
    for (AnswerChange& change : anew.changes)
        for (const AnswerChange& before : variant.changes)
            if (before.practice == change.practice && before.question == change.question)
                change.unknown_keys = before.unknown_keys;
    return anew;
}

std::vector<std::string> forget_practice(Case& group, const std::string& practice)
{
    std::vector<std::string> names;
    for (Variant& variant : group.variants)
        if (std::erase(variant.without, practice) + std::erase_if(variant.changes, [&](const AnswerChange& change)
                                                                  { return change.practice == practice; }) >
            0)
            names.push_back(variant.name);
    std::erase_if(group.conflicts, [&](const Conflict& conflict) { return conflict.practice == practice; });
    return names;
}

std::string free_variant_id(const Case& group)
{
    for (std::size_t number = 1;; ++number)
    {
        std::string id = "v" + std::to_string(number);
        if (find_variant(group, id) == nullptr)
            return id;
    }
}

const Variant* find_variant(const Case& group, const std::string& id)
{
    const auto found = std::find_if(group.variants.begin(), group.variants.end(),
                                    [&](const Variant& variant) { return variant.id == id; });
    return found == group.variants.end() ? nullptr : &*found;
}

Variant* find_variant(Case& group, const std::string& id)
{
    const auto found = std::find_if(group.variants.begin(), group.variants.end(),
                                    [&](const Variant& variant) { return variant.id == id; });
    return found == group.variants.end() ? nullptr : &*found;
}

} // namespace fedadvise::casefile
