#include "casefile/same_practice.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace fedadvise::casefile
{

namespace
{

std::string capitals(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// Sets that grow together: each thing points to another of its set, the last to itself.
class Sets
{
public:
    explicit Sets(std::size_t count) : m_next(count) { std::iota(m_next.begin(), m_next.end(), std::size_t{0}); }

    std::size_t find(std::size_t thing)
    {
        while (m_next[thing] != thing)
            thing = m_next[thing] = m_next[m_next[thing]];
        return thing;
    }
    void unite(std::size_t one, std::size_t other)
    {
        const std::size_t first = find(one), second = find(other);
        m_next[std::max(first, second)] = std::min(first, second);
    }

private:
    std::vector<std::size_t> m_next;
};

using IdAndName = std::pair<std::string, std::string>;

std::vector<IdAndName> pairs_of(const KnownPractice& practice)
{
    std::vector<IdAndName> pairs;
    for (const std::string& id : practice.ids)
    {
        for (const std::string& name : practice.names)
            pairs.emplace_back(id, name);
        if (practice.names.empty())
            pairs.emplace_back(id, "");
    }
    return pairs;
}

} // namespace

KnownPractice known_practice(const Case& group, const Practice& practice)
{
    KnownPractice known;
    known.ids.insert(practice.other_ids.begin(), practice.other_ids.end());
    if (known.ids.empty())
        known.ids = {practice.id};
    if (!practice.name.empty())
        known.names.insert(practice.name);
    for (const Conflict& conflict : group.conflicts)
        if (conflict.about == "name" && conflict.practice == practice.id && conflict.respondent.empty())
            for (const ConflictValue& value : conflict.values)
                known.names.insert(value.text);
    known.ods_code = capitals(practice.ods_code);
    return known;
}

std::vector<std::size_t> same_practices(const std::vector<KnownPractice>& practices)
{
    Sets sets(practices.size());
    std::map<std::string, std::size_t> by_code;
    std::map<IdAndName, std::size_t> without_code;
    for (std::size_t i = 0; i < practices.size(); ++i)
        if (!practices[i].ods_code.empty())
            sets.unite(i, by_code.emplace(practices[i].ods_code, i).first->second);
        else
            for (const IdAndName& pair : pairs_of(practices[i]))
                sets.unite(i, without_code.emplace(pair, i).first->second);
    // Those without a code belong to the first code of a practice with the same id and name.
    std::map<std::size_t, std::string> code_of_set;
    for (const KnownPractice& practice : practices)
        for (const IdAndName& pair : practice.ods_code.empty() ? std::vector<IdAndName>{} : pairs_of(practice))
            if (const auto found = without_code.find(pair); found != without_code.end())
            {
                std::string& code = code_of_set.emplace(sets.find(found->second), practice.ods_code).first->second;
                code = std::min(code, practice.ods_code);
            }
    for (const auto& [set, code] : code_of_set)
        sets.unite(set, by_code.at(code));
    std::vector<std::size_t> numbers;
    std::map<std::size_t, std::size_t> number_of;
    for (std::size_t i = 0; i < practices.size(); ++i)
        numbers.push_back(number_of.emplace(sets.find(i), number_of.size()).first->second);
    return numbers;
}

bool is_natural_order(const std::string& one, const std::string& other)
{
    const auto split = [](const std::string& id)
    {
        const std::size_t end = id.find_last_not_of("0123456789");
        const std::size_t digits = end == std::string::npos ? 0 : end + 1;
        const std::size_t value = std::min(id.find_first_not_of('0', digits), id.size());
        return std::make_tuple(id.substr(0, digits), id.size() - value, id.substr(value), id);
    };
    return split(one) < split(other);
}

std::string first_id(const std::set<std::string>& ids)
{
    const auto first = std::min_element(ids.begin(), ids.end(), is_natural_order);
    return first == ids.end() ? std::string() : *first;
}

std::vector<std::string> new_ids(const std::vector<std::set<std::string>>& known, char letter)
{
    std::vector<std::string> ids(known.size());
    std::set<std::string> taken;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (std::string wanted = first_id(known[i]); !wanted.empty() && taken.insert(wanted).second)
            ids[i] = std::move(wanted);
    std::size_t number = 1;
    for (std::string& id : ids)
        while (id.empty())
            if (std::string free = letter + std::to_string(number++); taken.insert(free).second)
                id = std::move(free);
    return ids;
}

std::vector<std::string> other_ids(const std::set<std::string>& ids, const std::string& used)
{
    if (ids == std::set<std::string>{used})
        return {};
    std::vector<std::string> others(ids.begin(), ids.end());
    std::sort(others.begin(), others.end(), is_natural_order);
    return others;
}

} // namespace fedadvise::casefile
