#include "analysis/answer_space.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace fedadvise::analysis
{

using casefile::Answer;
using engine::FactSource;
using engine::FactValue;
using engine::Truth;
using foundation::Fixed;
using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

namespace
{

constexpr std::int64_t million = 1'000'000;

std::vector<QuestionSpace> questions_with_leaves(const rulebase::RuleBase& rules, const engine::Program& program)
{
    std::vector<QuestionSpace> questions(rules.questions.size());
    for (std::size_t q = 0; q < questions.size(); ++q)
        questions[q].question = q;
    for (engine::NodeIndex node = 0; node < program.nodes.size(); ++node)
        if (engine::is_leaf(program.nodes[node]))
            if (const FactSource& fact = program.facts[program.nodes[node].fact];
                fact.kind != FactSource::Kind::Measure)
                questions[fact.question].leaves.push_back(node);
    return questions;
}

/// The whole numbers next to every bound that a condition sets on the question.
std::set<std::int64_t> numbers_near_bounds(const rulebase::RuleBase& rules, const engine::Program& program,
                                           const Question& question)
{
    std::set<std::int64_t> numbers;
    const auto add = [&](std::int64_t number)
    {
        for (const std::int64_t near : {number - 1, number, number + 1})
            if (near >= question.minimum.value_or(0) && near <= question.maximum.value_or(near))
                numbers.insert(near);
    };
    const auto add_millionths = [&](std::int64_t bound)
    {
        if (bound > engine::lowest_fixed.millionths && bound < engine::highest_fixed.millionths)
            add(bound / million);
    };
    const auto add_bound = [&](const std::optional<rulebase::Bound>& bound)
    {
        if (bound)
            add_millionths(foundation::parse_fixed(bound->written).value_or(Fixed{}).millionths);
    };
    add(question.minimum.value_or(0));
    for (const engine::Node& node : program.nodes)
    {
        if (!engine::is_leaf(node))
            continue;
        const FactSource& fact = program.facts[node.fact];
        if (fact.kind == FactSource::Kind::Measure || rules.questions[fact.question].id != question.id)
            continue;
        if (node.kind == engine::Node::Kind::NumberBetween)
        {
            add_millionths(node.low);
            add_millionths(node.high);
        }
        add_bound(fact.comparison.lower);
        add_bound(fact.comparison.upper);
        for (const std::string& value : fact.comparison.values)
            add(foundation::parse_integer(value).value_or(0));
    }
    return numbers;
}

std::vector<Answer> sets_of(const Question& question)
{
    std::vector<Answer> sets;
    const std::size_t count = std::min<std::size_t>(question.options.size(), 12);
    for (std::uint64_t bits = 1; bits < (std::uint64_t{1} << count); ++bits)
    {
        casefile::Choices chosen;
        for (std::size_t i = 0; i < count; ++i)
            if ((bits >> i & 1U) != 0)
                chosen.options.push_back(question.options[i].id);
        sets.emplace_back(std::move(chosen));
    }
    return sets;
}

} // namespace

std::vector<Answer> possible_answers(const rulebase::RuleBase& rules, const engine::Program& program,
                                     const Question& question, std::size_t largest)
{
    std::vector<Answer> answers;
    switch (question.kind)
    {
    case AnswerKind::Scale:
        for (std::int64_t point = question.minimum.value_or(0); point <= question.maximum.value_or(0); ++point)
            answers.emplace_back(casefile::Number{point});
        break;
    case AnswerKind::Choice:
        for (const rulebase::AnswerOption& option : question.options)
            answers.emplace_back(casefile::Choice{option.id});
        break;
    case AnswerKind::Choices: return sets_of(question);
    case AnswerKind::Number:
        for (const std::int64_t number : numbers_near_bounds(rules, program, question))
            answers.emplace_back(casefile::Number{number});
        break;
    case AnswerKind::Text:
        for (std::size_t i = 0; i < std::max<std::size_t>(largest, 1); ++i)
            answers.emplace_back(casefile::Text{"Name " + std::string(1, static_cast<char>('A' + i))});
        break;
    case AnswerKind::Date: answers.emplace_back(rules.as_at); break;
    }
    return answers;
}

namespace
{

casefile::Case group_of(std::size_t practices)
{
    casefile::Case group;
    for (std::size_t p = 0; p < practices; ++p)
        group.practices.push_back({"p" + std::to_string(p + 1), "", "", {}, {}, {}, {}, {}, {}});
    return group;
}

/// Judges the leaves of one question over every combination of answers and collects the different outcomes.
class PatternFinder
{
public:
    PatternFinder(const rulebase::RuleBase& rules, const engine::Program& program, QuestionSpace& space,
                  std::size_t largest)
        : m_rules(rules),
          m_program(program),
          m_space(space),
          m_question(rules.questions[space.question]),
          m_largest(largest)
    {
    }

    void find()
    {
        const std::vector<Answer> answers = possible_answers(m_rules, m_program, m_question, m_largest);
        for (std::size_t practices = 0; practices <= m_largest; ++practices)
            add_unanswered(practices);
        for (std::size_t practices = 0; practices <= m_largest; ++practices)
        {
            const std::size_t speakers = speakers_of(practices);
            if (!m_question.derived.empty())
                add_derived(practices, answers);
            else if (speakers > 0)
                add_combinations(practices, speakers, answers);
        }
    }

private:
    /// How many answers a group of this size gives: none to a practices' question when nobody is listed.
    std::size_t speakers_of(std::size_t practices) const
    {
        if (m_question.scope == Scope::Group)
            return 1;
        return practices > 0 ? practices : m_question.scope == Scope::Practice ? 0 : 1;
    }
    void put(casefile::Case& group, const std::vector<const Answer*>& said) const
    {
        const bool by_practices = m_question.scope != Scope::Group && !group.practices.empty();
        for (std::size_t i = 0; i < said.size(); ++i)
            (by_practices ? group.practices[i].answers : group.answers)[m_question.id] = *said[i];
    }
    std::vector<Truth> judge(const casefile::Case& group) const
    {
        const auto said = engine::held_values(group, m_question);
        std::vector<Truth> truths;
        for (const engine::NodeIndex leaf : m_space.leaves)
        {
            const engine::Node& node = m_program.nodes[leaf];
            const FactSource& source = m_program.facts[node.fact];
            FactValue fact;
            if (source.kind == FactSource::Kind::GroupValue)
                fact = engine::group_fact(m_rules, group, m_question, said);
            else if (source.kind == FactSource::Kind::Statistic)
                fact = engine::statistic_fact(said, source.statistic);
            else
                fact.truth = engine::practices_fact(m_question, said, source.how_many, source.comparison);
            truths.push_back(engine::leaf_truth(node, fact));
        }
        return truths;
    }
    void add_unanswered(std::size_t practices)
    {
        if (m_space.patterns.empty())
            m_space.patterns.push_back({judge(group_of(practices)), 0, {}});
        m_space.patterns.front().examples.push_back({practices, {}, 0});
    }
    void add_combinations(std::size_t practices, std::size_t speakers, const std::vector<Answer>& answers)
    {
        std::vector<std::size_t> chosen(speakers, 0); // never falling: the order of practices does not matter
        while (!answers.empty())
        {
            std::vector<const Answer*> said;
            for (const std::size_t index : chosen)
                said.push_back(&answers[index]);
            casefile::Case group = group_of(practices);
            put(group, said);
            add(practices, judge(group), said);
            std::size_t place = speakers;
            while (place > 0 && chosen[place - 1] + 1 == answers.size())
                --place;
            if (place == 0)
                return;
            std::fill(chosen.begin() + static_cast<std::ptrdiff_t>(place) - 1, chosen.end(), chosen[place - 1] + 1);
        }
    }
    /// A number that the program works out: what the practices give, or a larger one that was stated.
    void add_derived(std::size_t practices, const std::vector<Answer>& answers)
    {
        const bool counts = m_question.derived == "count-of-practices";
        for (const Answer& answer : answers)
        {
            const std::int64_t value = std::get<casefile::Number>(answer).value;
            if (counts && value < static_cast<std::int64_t>(practices))
                continue;
            casefile::Case group; // without practices, so that the number stated is the number judged
            put(group, {&answer});
            add(practices, judge(group), {&answer});
        }
    }
    void add(std::size_t practices, std::vector<Truth> truths, const std::vector<const Answer*>& said)
    {
        Pattern::Example example{practices, {}, 0};
        std::size_t decisive = 0;
        for (const Answer* answer : said)
        {
            example.answers.push_back(*answer);
            const auto* number = std::get_if<casefile::Number>(answer);
            example.sum += number == nullptr ? 0 : number->value;
            if (m_question.family == "motive" && number != nullptr && number->value == m_question.maximum.value_or(3))
                ++decisive;
        }
        // The engine itself looks at some of the group's choices (nation, current step), so they stay apart.
        const auto* choice = m_question.scope == Scope::Group ? std::get_if<casefile::Choice>(said.front()) : nullptr;
        const auto [known, fresh] = m_known.emplace(
            std::tuple(truths, decisive, choice == nullptr ? std::string() : choice->option), m_space.patterns.size());
        if (fresh)
            m_space.patterns.push_back({std::move(truths), decisive, {}});
        auto& examples = m_space.patterns[known->second].examples;
        const auto same_size =
            std::find_if(examples.begin(), examples.end(), [&](const auto& e) { return e.practices == practices; });
        if (same_size == examples.end())
            examples.push_back(std::move(example));
        else if (example.sum < same_size->sum)
            *same_size = std::move(example);
    }

    const rulebase::RuleBase& m_rules;
    const engine::Program& m_program;
    QuestionSpace& m_space;
    const Question& m_question;
    const std::size_t m_largest;
    std::map<std::tuple<std::vector<Truth>, std::size_t, std::string>, std::size_t> m_known; ///< answered patterns only
};

void multiply(std::vector<std::size_t>& digits, std::size_t by)
{
    std::size_t carry = 0;
    for (std::size_t& digit : digits)
    {
        carry += digit * by;
        digit = carry % 10;
        carry /= 10;
    }
    for (; carry > 0; carry /= 10)
        digits.push_back(carry % 10);
}

} // namespace

AnswerSpace answer_space(const rulebase::RuleBase& rules, const engine::Program& program, std::size_t largest)
{
    AnswerSpace space;
    std::vector<std::size_t> digits = {1}; // of the number of combinations, the last one first
    space.questions = questions_with_leaves(rules, program);
    for (QuestionSpace& question : space.questions)
    {
        PatternFinder(rules, program, question, largest).find();
        multiply(digits, std::max<std::size_t>(question.patterns.size(), 1));
    }
    space.power_of_ten = digits.size() - 1;
    return space;
}

std::vector<rulebase::QuestionId> questions_with_more_patterns(const rulebase::RuleBase& rules,
                                                               const engine::Program& program, std::size_t largest)
{
    const AnswerSpace usual = answer_space(rules, program), wide = answer_space(rules, program, largest);
    std::vector<rulebase::QuestionId> more;
    for (std::size_t q = 0; q < usual.questions.size(); ++q)
    {
        std::set<std::vector<Truth>> known;
        for (const Pattern& pattern : usual.questions[q].patterns)
            known.insert(pattern.truths);
        const auto& patterns = wide.questions[q].patterns;
        if (std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& p) { return !known.contains(p.truths); }))
            more.push_back(rules.questions[q].id);
    }
    return more;
}

} // namespace fedadvise::analysis
