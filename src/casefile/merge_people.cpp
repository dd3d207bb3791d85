#include "casefile/merge_people.h"

#include "casefile/case_file.h"

#include <algorithm>
#include <iterator>

namespace fedadvise::casefile
{

namespace
{

/// A text that is the same for equal respondents only.
std::string content_of(const Respondent& respondent)
{
    Case group;
    group.practices.resize(1);
    group.practices.front().respondents = {respondent};
    return case_text(group);
}

std::vector<Conflict> conflicts_at(const std::vector<Conflict>& conflicts, const RoundAndTime& time)
{
    std::vector<Conflict> at;
    std::copy_if(conflicts.begin(), conflicts.end(), std::back_inserter(at),
                 [&](const Conflict& conflict)
                 { return conflict.round == time.first && conflict.answered == time.second; });
    return at;
}

void add_known(Person& person, const Respondent& respondent, const std::vector<Conflict>& conflicts,
               const std::string& file)
{
    const RoundAndTime latest{respondent.round, respondent.answered};
    add(person.said[latest], cells_of(respondent), respondent.notes, conflicts_at(conflicts, latest), file);
    for (const EarlierAnswers& earlier : respondent.earlier)
    {
        const RoundAndTime time{earlier.round, earlier.answered};
        add(person.said[time], cells_of(earlier), earlier.notes, conflicts_at(conflicts, time), file);
    }
    person.latest_in.emplace_back(file, latest);
}

/// Name and role are kept as they were last.
EarlierAnswers earlier_of(const RoundAndTime& time, Said said, const Conflict& place, std::vector<Conflict>& conflicts)
{
    EarlierAnswers earlier;
    earlier.round = time.first;
    earlier.answered = time.second;
    said.cells.erase({"name", {}});
    said.cells.erase({"role", {}});
    settle(said, place, earlier, conflicts);
    return earlier;
}

Respondent respondent_of(const Person& person, Conflict place, std::vector<Conflict>& conflicts)
{
    Respondent respondent;
    respondent.id = person.id;
    place.respondent = person.id.empty() ? person.name : person.id;
    for (const auto& [time, said] : person.said)
    {
        place.round = time.first;
        place.answered = time.second;
        if (time != person.said.rbegin()->first)
        {
            respondent.earlier.push_back(earlier_of(time, said, place, conflicts));
            continue;
        }
        respondent.round = time.first;
        respondent.answered = time.second;
        settle(said, place, respondent, conflicts);
    }
    return respondent;
}

MergedAnswers line_of(const Practice& practice, const Respondent& respondent)
{
    return {practice.id,         practice.name,    respondent.name,           respondent.role,
            respondent.answered, respondent.round, respondent.answers.size(), respondent.earlier.size()};
}

} // namespace

void add(People& people, const std::vector<Respondent>& respondents, const std::vector<Conflict>& conflicts,
         const std::string& file)
{
    std::map<std::string, std::size_t> times;
    for (const Respondent& respondent : respondents)
    {
        const std::string known_by = respondent.id.empty() ? respondent.name : respondent.id;
        if (known_by.empty())
        {
            const std::string content = content_of(respondent);
            auto& [most, who] = people.nameless[content];
            most = std::max(most, ++times[content]);
            who = respondent;
            continue;
        }
        Person& person = people.known[(respondent.id.empty() ? "name " : "id ") + known_by];
        person.id = respondent.id;
        person.name = respondent.id.empty() ? respondent.name : std::string();
        std::vector<Conflict> own;
        std::copy_if(conflicts.begin(), conflicts.end(), std::back_inserter(own),
                     [&](const Conflict& conflict) { return conflict.respondent == known_by; });
        add_known(person, respondent, own, file);
    }
}

void settle(const People& people, Practice& practice, std::vector<Conflict>& conflicts, MergeReport& report)
{
    Conflict place;
    place.practice = practice.id;
    for (const auto& [key, person] : people.known)
    {
        practice.respondents.push_back(respondent_of(person, place, conflicts));
        const Respondent& now = practice.respondents.back();
        report.answers.push_back(line_of(practice, now));
        for (const auto& [file, time] : person.latest_in)
            if (time != RoundAndTime{now.round, now.answered})
                report.replaced.push_back({file, report.answers.back(), time.second, time.first});
    }
    for (const auto& [content, some] : people.nameless)
        for (std::size_t i = 0; i < some.first; ++i)
        {
            practice.respondents.push_back(some.second);
            report.answers.push_back(line_of(practice, some.second));
        }
}

} // namespace fedadvise::casefile
