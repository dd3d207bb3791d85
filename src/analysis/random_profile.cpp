#include "analysis/random_profile.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fedadvise::analysis
{

using casefile::Answer;
using casefile::Answers;
using casefile::Case;
using rulebase::Aggregate;
using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

namespace
{

/// SplitMix64 (Steele, Lea and Flood 2014): spreads neighbouring numbers over all bits.
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

struct Range
{
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    bool small_ones_commoner = false;
};

Range range_of(const Question& question)
{
    Range range{0, 40, false};
    if (question.unit == "patients")
        range = {2'000, 25'000, true};
    else if (question.unit.starts_with("pounds"))
        range = {20'000, 5'000'000, true};
    else if (question.unit == "partners")
        range = {1, 10, false};
    else if (question.unit == "months")
        range = {0, 36, false};
    range.lowest = std::max(range.lowest, question.minimum.value_or(range.lowest));
    range.highest = std::max(range.lowest, std::min(range.highest, question.maximum.value_or(range.highest)));
    return range;
}

/// The points of a scale are its options.
std::int64_t points_of(const Question& question)
{
    return static_cast<std::int64_t>(question.options.size());
}

Answer point(const Question& question, std::int64_t place)
{
    const auto index = static_cast<std::size_t>(std::clamp<std::int64_t>(place, 0, points_of(question) - 1));
    const std::optional<std::int64_t> value = foundation::parse_integer(question.options[index].id);
    return casefile::Number{value.value_or(place)};
}

bool may_answer_for_group(const Question& question)
{
    return question.scope != Scope::Practice;
}

bool is_for_practices(const Question& question)
{
    return question.scope != Scope::Group;
}

/// How many things stand in the way in this case: options that wait and limits of depth, or options ruled out.
std::size_t obstacles(const engine::Assessment& assessment, bool exclusions)
{
    std::size_t count = exclusions ? 0 : assessment.depth_cap.by.size();
    for (const auto* options : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& option : *options)
            count += exclusions ? option.ruled_out_by.size() : option.not_yet.size();
    return count;
}

/// The options of a choice that by themselves raise the fewest obstacles; all of them when it makes no difference.
std::vector<std::size_t> clearest_options(const engine::Engine& engine, const Question& question, bool exclusions)
{
    std::vector<std::size_t> best;
    std::optional<std::size_t> fewest;
    for (std::size_t i = 0; question.kind == AnswerKind::Choice && i < question.options.size(); ++i)
    {
        Case group;
        group.practices.resize(question.scope == Scope::Practice ? 1 : 0);
        Answers& answers = group.practices.empty() ? group.answers : group.practices.front().answers;
        answers[question.id] = casefile::Choice{question.options[i].id};
        const std::size_t count = obstacles(engine.assess(group, engine.rules().as_at), exclusions);
        if (fewest && count > *fewest)
            continue;
        if (fewest && count < *fewest)
            best.clear();
        fewest = count;
        best.push_back(i);
    }
    return best;
}

/// How well a group is prepared: how many of a hundred draws avoid what stands in the way, and the level of its
/// relationship in tenths of a point.
struct Preparation
{
    std::uint64_t avoids = 0;
    std::int64_t lowest_level = 0;
    std::int64_t highest_level = 0;
};

constexpr std::array<Preparation, 3> preparations = {{{95, 38, 49}, {70, 30, 42}, {0, 15, 38}}};

/// Makes one profile, question by question.
class Composer
{
public:
    Composer(const engine::Engine& engine, const std::vector<ClearOptions>& clear, Dice dice)
        : m_engine(engine), m_rules(engine.rules()), m_clear(clear), m_dice(dice)
    {
    }

    Case compose(const std::string& title)
    {
        m_group.title = title;
        m_group.as_at = m_rules.as_at;
        add_practices();
        choose_strong_members();
        prepare();
        answer_questions();
        return std::move(m_group);
    }

    void leave_out(Case& group)
    {
        const std::uint64_t kept = 10 + m_dice.below(81);
        thin_out(group.answers, kept);
        for (casefile::Practice& practice : group.practices)
            thin_out(practice.answers, kept);
    }

private:
    void add_practices()
    {
        const std::uint64_t size = m_dice.below(100);
        const std::int64_t count = size < 8    ? 1
                                   : size < 36 ? m_dice.between(2, 3)
                                   : size < 72 ? m_dice.between(4, 7)
                                               : m_dice.between(8, 12);
        m_group_level = m_dice.in_hundred(30);
        for (std::int64_t i = 0; i < count; ++i)
        {
            casefile::Practice practice;
            practice.id = casefile::free_practice_id(m_group);
            practice.name = "Practice " + practice.id.substr(1);
            m_group.practices.push_back(std::move(practice));
        }
    }

    /// One to three members of each family of scales are what the group is about.
    void choose_strong_members()
    {
        std::map<std::string, std::vector<const Question*>> families;
        for (const Question& question : m_rules.questions)
            if (question.kind == AnswerKind::Scale && !question.family.empty() &&
                question.family != m_rules.readiness.family)
                families[question.family].push_back(&question);
        for (auto& [family, members] : families)
        {
            const auto wanted = std::min(static_cast<std::size_t>(m_dice.between(1, 3)), members.size());
            for (std::size_t i = 0; i < wanted; ++i)
            {
                const auto other = i + static_cast<std::size_t>(m_dice.below(members.size() - i));
                std::swap(members[i], members[other]);
                m_strong.push_back(members[i]);
            }
        }
    }

    void prepare()
    {
        m_plans_little = m_dice.in_hundred(25);
        m_preparation = preparations.at(m_dice.below(preparations.size()));
        m_group_readiness = m_dice.between(m_preparation.lowest_level, m_preparation.highest_level);
        for (std::size_t i = 0; i < m_group.practices.size(); ++i)
            m_practice_readiness.push_back(m_group_readiness + m_dice.between(-5, 5));
    }

    /// Asks what is asked for certain first, and what cannot be told only when nothing else is left.
    void answer_questions()
    {
        std::vector<bool> done(m_rules.questions.size(), false);
        for (bool more = true; more;)
        {
            more = false;
            const std::vector<engine::Truth> asked = m_engine.asked_questions(m_group);
            std::optional<std::size_t> perhaps;
            for (std::size_t i = 0; i < asked.size(); ++i)
            {
                if (done[i] || asked[i] == engine::Truth::False)
                    continue;
                if (asked[i] == engine::Truth::Unknown)
                {
                    perhaps = perhaps.value_or(i);
                    continue;
                }
                answer(m_rules.questions[i]);
                done[i] = true;
                more = true;
            }
            if (!more && perhaps)
            {
                answer(m_rules.questions[*perhaps]);
                done[*perhaps] = true;
                more = true;
            }
        }
    }

    void answer(const Question& question)
    {
        if (!question.derived.empty() || question.kind == AnswerKind::Date)
            return; // worked out from the practices; the date stands beside the answers
        const bool once = may_answer_for_group(question) && (m_group_level || !is_for_practices(question));
        if (question.family == m_rules.readiness.family && question.kind == AnswerKind::Scale)
            return answer_statement(question, once);
        if (question.kind == AnswerKind::Scale)
            return answer_scale(question, once);
        if (question.kind == AnswerKind::Choice)
            return answer_choice(question, once);
        if (once)
        {
            m_group.answers[question.id] = drawn(question);
            return;
        }
        for (casefile::Practice& practice : m_group.practices)
            practice.answers[question.id] = drawn(question);
    }

    void answer_statement(const Question& question, bool once)
    {
        const auto place = [&](std::int64_t level) { return (level + m_dice.between(-10, 10) + 5) / 10 - 1; };
        if (once)
        {
            m_group.answers[question.id] = point(question, place(m_group_readiness));
            return;
        }
        for (std::size_t i = 0; i < m_group.practices.size(); ++i)
            m_group.practices[i].answers[question.id] = point(question, place(m_practice_readiness[i]));
    }

    void answer_scale(const Question& question, bool once)
    {
        const bool strong = std::find(m_strong.begin(), m_strong.end(), &question) != m_strong.end();
        const bool alone = question.family.empty();
        const std::int64_t place = alone    ? m_dice.between(0, points_of(question) - 1)
                                   : strong ? points_of(question) - 1 - m_dice.between(0, 1)
                                            : (m_dice.in_hundred(60) ? 0 : 1);
        if (once)
        {
            m_group.answers[question.id] = point(question, place);
            return;
        }
        for (casefile::Practice& practice : m_group.practices)
        {
            const std::int64_t shift = m_dice.in_hundred(20) ? (m_dice.in_hundred(50) ? 1 : -1) : 0;
            practice.answers[question.id] = point(question, place + shift);
        }
    }

    void answer_choice(const Question& question, bool once)
    {
        const std::size_t common = choice_of(question);
        const auto chosen = [&](std::size_t place) { return casefile::Choice{question.options[place].id}; };
        if (once)
        {
            m_group.answers[question.id] = chosen(common);
            return;
        }
        const auto one = static_cast<std::size_t>(m_dice.below(m_group.practices.size()));
        for (std::size_t i = 0; i < m_group.practices.size(); ++i)
        {
            std::size_t place = common;
            if (question.aggregate == Aggregate::Worst)
                place = i == one ? common : static_cast<std::size_t>(m_dice.below(common + 1));
            else if (!m_dice.in_hundred(70))
                place = static_cast<std::size_t>(m_dice.below(question.options.size()));
            m_group.practices[i].answers[question.id] = chosen(place);
        }
    }

    std::size_t choice_of(const Question& question)
    {
        if (question.id.value != "jurisdiction")
        {
            const auto place = static_cast<std::size_t>(&question - m_rules.questions.data());
            const auto one_of = [&](const std::vector<std::size_t>& options)
            { return options[static_cast<std::size_t>(m_dice.below(options.size()))]; };
            const ClearOptions& clear = m_clear[place];
            if (clear.of_waits.size() < question.options.size() && m_dice.in_hundred(m_preparation.avoids))
                return one_of(clear.of_waits);
            if (m_plans_little && m_dice.in_hundred(90))
                return one_of(clear.of_exclusions);
            return static_cast<std::size_t>(m_dice.below(question.options.size()));
        }
        if (m_dice.in_hundred(55) || question.options.size() == 1)
            return 0;
        return 1 + static_cast<std::size_t>(m_dice.below(question.options.size() - 1));
    }

    Answer drawn(const Question& question)
    {
        if (question.kind == AnswerKind::Choices)
            return drawn_set(question);
        if (question.kind == AnswerKind::Number)
        {
            const Range range = range_of(question);
            return casefile::Number{range.small_ones_commoner && range.lowest > 0
                                        ? m_dice.by_doublings(range.lowest, range.highest)
                                        : m_dice.between(range.lowest, range.highest)};
        }
        static const std::array<const char*, 3> names = {"North", "South", "West"};
        return casefile::Text{names.at(m_dice.in_hundred(70) ? 0 : m_dice.below(names.size()))};
    }

    Answer drawn_set(const Question& question)
    {
        const auto none = rulebase::option_index(question, "none");
        if (none && m_dice.in_hundred(30))
            return casefile::Choices{{"none"}};
        casefile::Choices chosen;
        const auto sure = static_cast<std::size_t>(m_dice.below(question.options.size()));
        for (std::size_t i = 0; i < question.options.size(); ++i)
            if ((m_dice.in_hundred(35) || i == sure) && i != none.value_or(question.options.size()))
                chosen.options.push_back(question.options[i].id);
        if (chosen.options.empty())
            chosen.options.push_back(question.options[sure].id);
        return chosen;
    }

    void thin_out(Answers& answers, std::uint64_t kept)
    {
        for (auto it = answers.begin(); it != answers.end();)
        {
            if (!m_dice.in_hundred(kept))
            {
                it = answers.erase(it);
                continue;
            }
            if (m_dice.in_hundred(8))
                it->second = casefile::Unknown{};
            ++it;
        }
    }

    const engine::Engine& m_engine;
    const rulebase::RuleBase& m_rules;
    const std::vector<ClearOptions>& m_clear;
    Dice m_dice;
    Case m_group;
    bool m_group_level = false;
    std::vector<const Question*> m_strong;
    Preparation m_preparation;
    bool m_plans_little = false;
    std::int64_t m_group_readiness = 30; ///< in tenths of a point
    std::vector<std::int64_t> m_practice_readiness;
};

} // namespace

Dice::Dice(std::uint64_t seed, std::uint64_t number) : m_generator(mixed(mixed(seed) ^ number)) {}

std::uint64_t Dice::below(std::uint64_t count)
{
    // Numbers beyond the last whole multiple of `count` are thrown again, so that none is favoured.
    const std::uint64_t most = std::mt19937_64::max();
    const std::uint64_t limit = most - most % count;
    std::uint64_t value = m_generator();
    while (value >= limit)
        value = m_generator();
    return value % count;
}

std::int64_t Dice::between(std::int64_t lowest, std::int64_t highest)
{
    return lowest + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(highest - lowest) + 1));
}

std::int64_t Dice::by_doublings(std::int64_t lowest, std::int64_t highest)
{
    std::uint64_t doublings = 1;
    for (std::int64_t size = lowest; size <= highest / 2; size *= 2)
        ++doublings;
    const std::int64_t from = lowest << below(doublings);
    return between(from, std::min(highest, from * 2 - 1));
}

ProfileMaker::ProfileMaker(engine::Engine engine) : m_engine(std::move(engine))
{
    for (const Question& question : m_engine.rules().questions)
        m_clear.push_back({clearest_options(m_engine, question, false), clearest_options(m_engine, question, true)});
}

casefile::Case ProfileMaker::make(std::uint64_t seed, std::uint64_t number, ProfileForm form) const
{
    Composer composer(m_engine, m_clear, Dice(seed, number));
    Case group = composer.compose("Random profile " + std::to_string(number) + " of seed " + std::to_string(seed));
    if (form == ProfileForm::Partial)
        composer.leave_out(group);
    return group;
}

} // namespace fedadvise::analysis
