#include "analysis/knobs.h"

#include "foundation/number_text.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <set>

namespace fedadvise::analysis
{

using casefile::Answer;
using casefile::Choice;
using casefile::Choices;
using casefile::Number;
using rulebase::AnswerKind;
using rulebase::Condition;
using rulebase::Question;
using rulebase::QuestionId;
using rulebase::RuleBase;
using rulebase::Statistic;

namespace
{

constexpr std::size_t most_settings = 80;
constexpr std::size_t most_practices = 6;

std::size_t bound_of(const rulebase::Bound& bound)
{
    const auto number = foundation::parse_integer(bound.written);
    return number && *number > 0 ? static_cast<std::size_t>(*number) : 0;
}

bool is_over_practices(const std::string& measure)
{
    return measure.ends_with(".lowest") || measure.ends_with(".range") || measure.ends_with(".consensus");
}

/// What the tests of a condition say about one question.
struct Mentions
{
    std::set<std::int64_t> bounds;
    std::vector<std::string> values;
    bool by_practice = false;
};

class KnobMaker
{
public:
    KnobMaker(const RuleBase& rules, const Condition& condition, std::size_t practices)
        : m_rules(rules), m_condition(condition), m_practices(practices)
    {
        rulebase::for_each_condition(condition, [this](const Condition& part) { note(part); });
    }

    std::vector<Knob> take(bool nations)
    {
        for (const std::string& family : m_families)
            add_family(family);
        for (const std::string& measure : m_measures)
            add_measure(measure);
        std::vector<QuestionId> questions = rulebase::questions_of(m_rules, m_condition);
        if (nations && std::find(questions.begin(), questions.end(), QuestionId{"jurisdiction"}) == questions.end())
            questions.push_back({"jurisdiction"});
        for (const QuestionId& id : questions)
            if (const Question* question = rulebase::find_question(m_rules, id))
                if (!m_only_measured.contains(id) || m_mentions.contains(id))
                    add_question(*question);
        return std::move(m_knobs);
    }

private:
    void note_comparison(const QuestionId& id, const rulebase::Comparison& comparison, bool by_practice)
    {
        Mentions& mentions = m_mentions[id];
        mentions.by_practice = mentions.by_practice || by_practice;
        for (const auto* bound : {&comparison.lower, &comparison.upper})
            if (*bound)
                if (const auto number = foundation::parse_fixed((*bound)->written))
                    mentions.bounds.insert(number->millionths / foundation::Fixed::from_integer(1).millionths);
        for (const std::string& value : comparison.values)
        {
            mentions.values.push_back(value);
            if (const auto number = foundation::parse_integer(value))
                mentions.bounds.insert(*number);
        }
    }
    void note(const Condition& part)
    {
        if (const auto* test = std::get_if<rulebase::AnswerTest>(&part.node))
            note_comparison(test->question, test->comparison, test->of != Statistic::Group);
        else if (const auto* some = std::get_if<rulebase::PracticesTest>(&part.node))
            note_comparison(some->question, some->comparison, true);
        else if (const auto* family = std::get_if<rulebase::FamilyTest>(&part.node))
        {
            m_families.insert(family->family);
            for (const Question* member : rulebase::members_of(m_rules, *family))
                note_comparison(member->id, family->comparison, false);
        }
        else if (const auto* measure = std::get_if<rulebase::MeasureTest>(&part.node))
            note_measure(*measure);
        else if (const auto* gates = std::get_if<rulebase::GatesTest>(&part.node))
            note_gates(*gates);
        else if (const auto* checklist = std::get_if<rulebase::ChecklistTest>(&part.node))
            for (const rulebase::ChecklistItem& item : rulebase::find_checklist(m_rules, checklist->checklist)->items)
                rulebase::for_each_condition(item.when, [this](const Condition& inner) { note(inner); });
    }
    void note_measure(const rulebase::MeasureTest& test)
    {
        m_measures.insert(test.measure);
        for (const auto* bound : {&test.comparison.lower, &test.comparison.upper})
            if (*bound)
                if (const auto number = foundation::parse_fixed((*bound)->written))
                    m_measure_bounds[test.measure].insert(number->millionths);
        for (const Question* question : statements_of(test.measure))
            m_only_measured.insert(question->id);
    }
    void note_gates(const rulebase::GatesTest& test)
    {
        const auto step = rulebase::gradient_index(m_rules, test.step);
        for (const rulebase::ReadinessGate& gate : m_rules.readiness.gates)
            if (rulebase::gradient_index(m_rules, gate.from_step) <= step)
                m_mentions[gate.question].bounds.insert(gate.at_least.millionths /
                                                        foundation::Fixed::from_integer(1).millionths);
    }
    std::vector<const Question*> statements_of(const std::string& measure) const
    {
        std::vector<const Question*> statements;
        const std::string part = measure.substr(measure.find('.') + 1);
        std::string letter;
        for (const rulebase::ReadinessSubscale& subscale : m_rules.readiness.subscales)
            if (subscale.id == part)
                letter = subscale.letter;
        const std::string family = measure.starts_with("motive.") ? "motive" : m_rules.readiness.family;
        for (const Question& question : m_rules.questions)
            if (question.family == family && (letter.empty() || question.subscale == letter))
                statements.push_back(&question);
        return statements;
    }

    /// Every member at the same point.
    void add_family(const std::string& family)
    {
        Knob knob{"family " + family, {}, {Setting{}}};
        std::vector<const Question*> members;
        for (const Question& question : m_rules.questions)
            if (question.family == family)
                members.push_back(&question);
        if (members.empty())
            return;
        for (const Question* member : members)
            knob.questions.push_back(member->id);
        for (std::int64_t point = members.front()->minimum.value_or(0); point <= members.front()->maximum.value_or(3);
             ++point)
        {
            Setting setting;
            for (const Question* member : members)
                setting.group[member->id] = Number{point};
            knob.settings.push_back(std::move(setting));
        }
        m_knobs.push_back(std::move(knob));
    }

    /// Answers with this sum, as equal as can be.
    static std::vector<Answer> answers_with_sum(std::size_t count, std::int64_t sum)
    {
        std::vector<Answer> answers;
        const auto n = static_cast<std::int64_t>(count);
        for (std::int64_t i = 0; i < n; ++i)
            answers.emplace_back(Number{sum / n + (i < sum % n ? 1 : 0)});
        return answers;
    }
    void add_measure(const std::string& measure)
    {
        const auto statements = statements_of(measure);
        if (statements.empty())
            return;
        Knob knob{measure, {}, {Setting{}}};
        for (const Question* statement : statements)
            knob.questions.push_back(statement->id);
        if (measure.ends_with(".consensus"))
            add_consensus(statements, knob);
        else if (is_over_practices(measure) && m_practices >= 2)
            add_sums_of_practices(statements, measure, knob);
        else
            for (const std::int64_t sum : sums(statements.size(), m_measure_bounds[measure]))
            {
                Setting setting;
                const auto answers = answers_with_sum(statements.size(), sum);
                for (std::size_t i = 0; i < statements.size(); ++i)
                    setting.group[statements[i]->id] = answers[i];
                knob.settings.push_back(std::move(setting));
            }
        m_knobs.push_back(std::move(knob));
    }
    /// Sums of answers from 1 to 5 whose mean lies near a bound (a mutant moves it by a tenth), and a few others.
    static std::set<std::int64_t> sums(std::size_t statements, const std::set<std::int64_t>& bounds)
    {
        const auto n = static_cast<std::int64_t>(statements);
        std::set<std::int64_t> sums = {n, 2 * n, 3 * n, 4 * n, 5 * n};
        for (const std::int64_t bound : bounds)
            for (std::int64_t sum = n; sum <= 5 * n; ++sum)
                if (std::abs(sum * 1'000'000 - bound * n) <= 150'000 * n)
                    sums.insert(sum);
        return sums;
    }
    void add_sums_of_practices(const std::vector<const Question*>& statements, const std::string& measure, Knob& knob)
    {
        const auto n = static_cast<std::int64_t>(statements.size());
        std::set<std::pair<std::int64_t, std::int64_t>> pairs;
        for (const std::int64_t bound : m_measure_bounds[measure])
            for (std::int64_t sum = n; sum <= 5 * n; ++sum)
            {
                const std::int64_t other = measure.ends_with(".range") ? sum - 3 * n : sum;
                if (std::abs(other * 1'000'000 - bound * n) <= 150'000 * n)
                    pairs.insert({sum, measure.ends_with(".range") ? 3 * n : 4 * n});
            }
        pairs.insert({3 * n, 3 * n});
        pairs.insert({5 * n, n});
        for (const auto& [first, rest] : pairs)
        {
            Setting setting;
            const auto a = answers_with_sum(statements.size(), first), b = answers_with_sum(statements.size(), rest);
            for (std::size_t i = 0; i < statements.size(); ++i)
                for (std::size_t p = 0; p < m_practices; ++p)
                    setting.practices[statements[i]->id].emplace_back(p == 0 ? a[i] : b[i]);
            knob.settings.push_back(std::move(setting));
        }
    }
    /// The practices share their decisive motive, or some, or none.
    void add_consensus(const std::vector<const Question*>& motives, Knob& knob) const
    {
        for (std::size_t together = 1; together <= m_practices; ++together)
        {
            Setting setting;
            for (std::size_t m = 0; m < motives.size(); ++m)
                for (std::size_t p = 0; p < m_practices; ++p)
                {
                    const std::size_t decisive = p < together ? 0 : p - together + 1;
                    setting.practices[motives[m]->id].emplace_back(
                        Number{m == decisive ? motives[m]->maximum.value_or(3) : 0});
                }
            knob.settings.push_back(std::move(setting));
        }
    }

    std::vector<Answer> values_of(const Question& question, const Mentions& mentions) const
    {
        std::vector<Answer> values;
        switch (question.kind)
        {
        case AnswerKind::Choice:
            for (const rulebase::AnswerOption& option : question.options)
                values.emplace_back(Choice{option.id});
            break;
        case AnswerKind::Scale:
            for (const rulebase::AnswerOption& option : question.options)
                values.emplace_back(Number{foundation::parse_integer(option.id).value_or(0)});
            break;
        case AnswerKind::Choices:
            for (const rulebase::AnswerOption& option : question.options)
                values.emplace_back(Choices{{option.id}});
            break;
        case AnswerKind::Number:
        {
            std::set<std::int64_t> numbers;
            for (const std::int64_t bound : mentions.bounds)
                for (std::int64_t number = bound - 2; number <= bound + 2; ++number)
                    if (number >= question.minimum.value_or(0) && number <= question.maximum.value_or(number))
                        numbers.insert(number);
            if (numbers.empty())
                numbers = {question.minimum.value_or(0) + 1, question.minimum.value_or(0) + 2};
            for (const std::int64_t number : numbers)
                values.emplace_back(Number{number});
            break;
        }
        case AnswerKind::Text:
            for (const char* town : {"North", "South", "East", "West", "Hill", "Moor"})
                values.emplace_back(casefile::Text{town});
            break;
        case AnswerKind::Date: break;
        }
        return values;
    }
    void add_question(const Question& question)
    {
        const Mentions& mentions = m_mentions[question.id];
        const std::vector<Answer> values = values_of(question, mentions);
        Knob knob{question.id.value, {question.id}, {Setting{}}};
        const bool own = question.scope == rulebase::Scope::Practice ||
                         (mentions.by_practice && question.scope != rulebase::Scope::Group);
        if (own && m_practices == 0)
            return;
        if (own)
            add_rows(question, values, knob);
        else
            for (const Answer& value : values)
            {
                const auto* number = std::get_if<Number>(&value);
                if (question.derived == "count-of-practices" && number != nullptr &&
                    number->value < static_cast<std::int64_t>(m_practices))
                    continue; // a smaller number than that of the practices listed is a mistake
                Setting setting;
                setting.group[question.id] = value;
                knob.settings.push_back(std::move(setting));
            }
        m_knobs.push_back(std::move(knob));
    }
    /// All practices alike; the first unlike the others; the last silent; all different.
    void add_rows(const Question& question, const std::vector<Answer>& values, Knob& knob) const
    {
        using Row = std::vector<std::optional<Answer>>;
        std::vector<Row> rows;
        for (const Answer& value : values)
            rows.emplace_back(m_practices, value);
        for (const Answer& first : values)
            for (const Answer& rest : values)
                if (m_practices > 1 && first != rest)
                {
                    rows.emplace_back(m_practices, rest);
                    rows.back().front() = first;
                }
        for (const Answer& value : values)
            if (m_practices > 1)
            {
                rows.emplace_back(m_practices, value);
                rows.back().back().reset();
            }
        for (std::size_t different = 2; different <= std::min(m_practices, values.size()); ++different)
        {
            Row row;
            for (std::size_t p = 0; p < m_practices; ++p)
                row.emplace_back(values[std::min(p, different - 1)]);
            rows.insert(rows.begin(), std::move(row));
        }
        if (rows.size() > most_settings) // keep some of each kind
        {
            std::vector<Row> some;
            for (std::size_t i = 0; i < most_settings; ++i)
                some.push_back(rows[i * rows.size() / most_settings]);
            rows = std::move(some);
        }
        for (Row& row : rows)
        {
            Setting setting;
            setting.practices[question.id] = std::move(row);
            knob.settings.push_back(std::move(setting));
        }
    }

    const RuleBase& m_rules;
    const Condition& m_condition;
    std::size_t m_practices;
    std::map<QuestionId, Mentions> m_mentions;
    std::set<std::string> m_families;
    std::set<std::string> m_measures;
    std::map<std::string, std::set<std::int64_t>> m_measure_bounds;
    std::set<QuestionId> m_only_measured; ///< statements behind a measure: they have no knob unless a test names them
    std::vector<Knob> m_knobs;
};

} // namespace

std::vector<Knob> knobs_of(const RuleBase& rules, const Condition& condition, bool nations, std::size_t practices)
{
    return KnobMaker(rules, condition, practices).take(nations);
}

std::vector<std::size_t> sizes_for(const RuleBase& rules, const Condition& condition)
{
    bool needed = false;
    std::size_t different = 0;
    rulebase::for_each_condition(condition,
                                 [&](const Condition& part)
                                 {
                                     if (const auto* measure = std::get_if<rulebase::MeasureTest>(&part.node))
                                         needed = needed || is_over_practices(measure->measure);
                                     if (const auto* test = std::get_if<rulebase::AnswerTest>(&part.node))
                                     {
                                         needed = needed || test->of != Statistic::Group;
                                         if (test->of == Statistic::Distinct && test->comparison.lower)
                                             different = std::max(different, bound_of(*test->comparison.lower));
                                     }
                                     needed = needed || std::holds_alternative<rulebase::PracticesTest>(part.node);
                                 });
    for (const QuestionId& id : rulebase::questions_of(rules, condition))
    {
        const Question* question = rulebase::find_question(rules, id);
        needed = needed || (question != nullptr && question->scope == rulebase::Scope::Practice);
    }
    if (!needed)
        return {0};
    std::vector<std::size_t> sizes = {2, 1, 3};
    if (different >= 3)
        sizes.push_back(std::min(different + 1, most_practices));
    return sizes;
}

casefile::Case case_with(const std::vector<Knob>& knobs, const std::vector<std::size_t>& settings,
                         std::size_t practices)
{
    casefile::Case group;
    for (std::size_t p = 0; p < practices; ++p)
    {
        const std::string number = std::to_string(p + 1);
        group.practices.push_back({"p" + number, "Practice " + number, "", {}, {}, {}, {}, {}, {}});
    }
    for (std::size_t k = 0; k < knobs.size(); ++k)
    {
        const Setting& setting = knobs[k].settings[settings[k]];
        for (const auto& [question, answer] : setting.group)
        {
            group.answers[question] = answer;
            for (casefile::Practice& practice : group.practices)
                practice.answers.erase(question);
        }
        for (const auto& [question, row] : setting.practices)
            for (std::size_t p = 0; p < practices; ++p)
            {
                group.answers.erase(question);
                if (row[p])
                    group.practices[p].answers[question] = *row[p];
                else
                    group.practices[p].answers.erase(question);
            }
    }
    return group;
}

} // namespace fedadvise::analysis
