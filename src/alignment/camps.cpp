#include "alignment/camps.h"

#include "alignment/agreement.h"

#include <algorithm>
#include <map>

namespace fedadvise::alignment
{

using rulebase::Question;

namespace
{

/// Below this, practices say nearly the same: one question of a hundred at opposite ends.
constexpr std::int64_t least_distance = 10;

struct Mean
{
    std::int64_t sum = 0, count = 0;
    void add(std::int64_t value)
    {
        sum += value;
        ++count;
    }
    /// At least `times` as much as `other`, and not next to nothing. A mean of nothing is 0.
    [[nodiscard]] bool is_at_least(std::int64_t times, const Mean& other) const
    {
        return sum * std::max<std::int64_t>(other.count, 1) >= times * other.sum * count &&
               sum >= least_distance * count;
    }
};

Mean mean_within(const Distances& distances, const Members& members)
{
    Mean mean;
    for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j)
            mean.add(distances.between(members[i], members[j]));
    return mean;
}

Mean mean_between(const Distances& distances, const Members& one, const Members& other)
{
    Mean mean;
    for (const std::size_t a : one)
        for (const std::size_t b : other)
            mean.add(distances.between(a, b));
    return mean;
}

Members without(const Members& members, std::size_t left_out)
{
    Members rest;
    std::copy_if(members.begin(), members.end(), std::back_inserter(rest),
                 [&](std::size_t member) { return member != left_out; });
    return rest;
}

std::optional<int> mean_place(const Question& question, const std::vector<engine::HeldValue>& said,
                              const Members& members)
{
    std::int64_t sum = 0, count = 0;
    for (const std::size_t member : members)
        if (const auto place = place_on_scale(question, said[member]))
        {
            sum += *place;
            ++count;
        }
    if (count == 0)
        return std::nullopt;
    return static_cast<int>(sum / count);
}

std::uint64_t commonest(const std::vector<engine::HeldValue>& said, const Members& members)
{
    std::map<std::uint64_t, std::size_t> counts;
    for (const std::size_t member : members)
        if (said[member].answered)
            ++counts[said[member].options];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

} // namespace

Distances::Distances(const rulebase::RuleBase& rules, const engine::Heard& own_words)
{
    for (const auto& said : own_words)
        m_spoken.resize(std::max(m_spoken.size(), said.size()), false);
    std::vector<Mean> means(size() * size());
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
    {
        const Question& question = rules.questions[q];
        if (!is_view(question))
            continue;
        for (std::size_t a = 0; a < own_words[q].size(); ++a)
        {
            m_spoken[a] = m_spoken[a] || own_words[q][a].answered;
            for (std::size_t b = 0; b < own_words[q].size(); ++b)
                if (const auto gap = gap_between(question, own_words[q][a], own_words[q][b]))
                    means[a * size() + b].add(std::int64_t{*gap} * *gap / 1'000);
        }
    }
    for (const Mean& mean : means)
        m_between.push_back(mean.count == 0 ? 0 : mean.sum / mean.count);
}

Members Distances::speakers() const
{
    Members speakers;
    for (std::size_t p = 0; p < size(); ++p)
        if (m_spoken[p])
            speakers.push_back(p);
    return speakers;
}

std::optional<std::vector<Members>> one_and_the_rest(const Distances& distances)
{
    const Members speakers = distances.speakers();
    if (speakers.size() < 3)
        return std::nullopt;
    for (const std::size_t one : speakers)
    {
        const Members rest = without(speakers, one);
        const Mean inside = mean_within(distances, rest);
        const bool far = mean_between(distances, {one}, rest).is_at_least(2, inside);
        const bool from_each = std::all_of(rest.begin(), rest.end(),
                                           [&](std::size_t other)
                                           {
                                               // three halves of the mean distance among the rest
                                               Mean twice;
                                               twice.add(2 * distances.between(one, other));
                                               return twice.is_at_least(3, inside);
                                           });
        if (far && from_each)
            return std::vector<Members>{{one}, rest};
    }
    return std::nullopt;
}

std::optional<std::vector<Members>> best_split(const Distances& distances)
{
    const Members speakers = distances.speakers();
    std::optional<std::vector<Members>> best;
    std::int64_t least = 0;
    for (std::size_t i = 0; i < speakers.size(); ++i)
        for (std::size_t j = i + 1; j < speakers.size(); ++j)
        {
            Members one, other;
            std::int64_t sum = 0;
            for (const std::size_t practice : speakers)
            {
                const std::int64_t to_one = distances.between(practice, speakers[i]);
                const std::int64_t to_other = distances.between(practice, speakers[j]);
                const bool with_other = practice == speakers[j] || (practice != speakers[i] && to_other < to_one);
                (with_other ? other : one).push_back(practice);
                sum += std::min(to_one, to_other);
            }
            if (!best || sum < least)
            {
                least = sum;
                best = other.size() > one.size() ? std::vector<Members>{other, one} : std::vector<Members>{one, other};
            }
        }
    return best;
}

std::optional<std::vector<Members>> two_camps(const Distances& distances)
{
    const auto split = best_split(distances);
    if (!split || split->back().size() < 2)
        return std::nullopt;
    Mean inside = mean_within(distances, split->front());
    const Mean inside_other = mean_within(distances, split->back());
    inside.sum += inside_other.sum;
    inside.count += inside_other.count;
    if (!mean_between(distances, split->front(), split->back()).is_at_least(2, inside))
        return std::nullopt;
    return split;
}

std::vector<std::size_t> dividing_questions(const rulebase::RuleBase& rules, const engine::Heard& own_words,
                                            const std::vector<Members>& groups)
{
    std::vector<std::pair<int, std::size_t>> dividing;
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
    {
        const Question& question = rules.questions[q];
        if (!is_view(question) || !is_comparable(question) || own_words[q].empty())
            continue;
        const auto one = mean_place(question, own_words[q], groups.front());
        const auto other = mean_place(question, own_words[q], groups.back());
        int gap = 0;
        if (one && other)
            gap = std::max(*one, *other) - std::min(*one, *other);
        else if (question.kind == rulebase::AnswerKind::Choice && !question.ordered)
        {
            const std::uint64_t a = commonest(own_words[q], groups.front()), b = commonest(own_words[q], groups.back());
            gap = a != 0 && b != 0 && a != b ? 1'000 : 0;
        }
        if (gap >= wide_gap)
            dividing.emplace_back(-gap, q);
    }
    std::sort(dividing.begin(), dividing.end());
    std::vector<std::size_t> questions;
    for (const auto& [gap, question] : dividing)
        questions.push_back(question);
    return questions;
}

} // namespace fedadvise::alignment
