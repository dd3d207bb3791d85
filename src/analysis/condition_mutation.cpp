#include "analysis/condition_mutation.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

namespace fedadvise::analysis
{

using foundation::Fixed;
using rulebase::AllOf;
using rulebase::AnswerTest;
using rulebase::AnyOf;
using rulebase::AtLeast;
using rulebase::Bound;
using rulebase::ChecklistTest;
using rulebase::Comparison;
using rulebase::Condition;
using rulebase::FamilyTest;
using rulebase::GatesTest;
using rulebase::MeasureTest;
using rulebase::NoneOf;
using rulebase::PracticesTest;
using rulebase::Question;
using rulebase::RuleBase;

namespace
{

std::string comparison_text(const Comparison& comparison)
{
    std::string text;
    const auto add = [&](const std::string& words) { text += (text.empty() ? "" : " and ") + words; };
    if (comparison.lower)
        add((comparison.lower->inclusive ? "at-least " : "more-than ") + comparison.lower->written);
    if (comparison.upper)
        add((comparison.upper->inclusive ? "at-most " : "less-than ") + comparison.upper->written);
    if (comparison.kind != Comparison::Kind::Range)
    {
        const char* const words[] = {"is ", "is-not ", "includes ", "excludes "};
        add(words[static_cast<int>(comparison.kind)] + foundation::joined(comparison.values, " "));
    }
    return text;
}

struct InBrief
{
    std::string operator()(const AllOf& node) const { return joined_parts("all", node.parts); }
    std::string operator()(const AnyOf& node) const { return joined_parts("any", node.parts); }
    std::string operator()(const NoneOf& node) const { return joined_parts("not", node.parts); }
    std::string operator()(const AtLeast& node) const
    {
        return joined_parts("at least " + std::to_string(node.count), node.parts);
    }
    std::string operator()(const AnswerTest& test) const
    {
        return test.question.value + " " + comparison_text(test.comparison);
    }
    std::string operator()(const PracticesTest& test) const
    {
        return "practices with " + test.question.value + " " + comparison_text(test.comparison);
    }
    std::string operator()(const FamilyTest& test) const
    {
        return "family " + test.family + " " + comparison_text(test.comparison);
    }
    std::string operator()(const MeasureTest& test) const
    {
        return test.measure + " " + comparison_text(test.comparison);
    }
    std::string operator()(const GatesTest& test) const { return "gates of " + test.step; }
    std::string operator()(const ChecklistTest& test) const { return "checklist " + test.checklist; }

    static std::string joined_parts(const std::string& word, const std::vector<Condition>& parts)
    {
        std::vector<std::string> words;
        for (const Condition& part : parts)
            words.push_back(brief(part));
        const std::string text = word + " (" + foundation::joined(words, "; ") + ")";
        return text.size() <= 90 ? text : word + " (" + std::to_string(parts.size()) + " parts)";
    }
};

/// The number moved by one, or by a tenth where numbers have decimals ("2.3").
std::string moved_number(const std::string& written, int by, bool decimals)
{
    const Fixed number = foundation::parse_fixed(written).value_or(Fixed{});
    const std::int64_t step = Fixed::from_integer(1).millionths / (decimals ? 10 : 1);
    return foundation::fixed_text(Fixed{number.millionths + by * step});
}

/// Changes of one condition and, below it, of its parts.
class Mutator
{
public:
    explicit Mutator(const RuleBase& rules) : m_rules(rules) {}

    /// `may_negate` is false below <not>: negating its part is the same as taking the <not> away.
    std::vector<ConditionMutant> of(const Condition& condition, bool may_negate = true)
    {
        Mutator inner(m_rules);
        inner.m_place = condition.place;
        if (may_negate && !std::holds_alternative<NoneOf>(condition.node))
            inner.add("negated", brief(condition) + " is negated", NoneOf{{condition}});
        std::visit([&](const auto& node) { inner.change(node); }, condition.node);
        return std::move(inner.m_found);
    }

private:
    template <class Node>
    void add(const char* operation, std::string what, Node node)
    {
        m_found.push_back({operation, std::move(what), m_place, Condition{std::move(node), m_place}});
    }

    template <class Node>
    void change_parts(const Node& node, bool may_negate = true)
    {
        for (std::size_t i = 0; i < node.parts.size(); ++i)
            for (ConditionMutant& mutant : of(node.parts[i], may_negate))
            {
                Node changed = node;
                changed.parts[i] = std::move(mutant.changed);
                mutant.changed = Condition{std::move(changed), m_place};
                m_found.push_back(std::move(mutant));
            }
    }
    template <class Node>
    void drop_parts(const Node& node)
    {
        for (std::size_t i = 0; i < node.parts.size() && node.parts.size() > 1; ++i)
        {
            Node changed = node;
            changed.parts.erase(changed.parts.begin() + static_cast<std::ptrdiff_t>(i));
            m_found.push_back({"part-dropped", "the part " + brief(node.parts[i]) + " is dropped", node.parts[i].place,
                               Condition{std::move(changed), m_place}});
        }
    }

    void change(const AllOf& node)
    {
        if (node.parts.size() > 1)
            add("joined-otherwise", "all becomes any", AnyOf{node.parts});
        drop_parts(node);
        change_parts(node);
    }
    void change(const AnyOf& node)
    {
        if (node.parts.size() > 1)
            add("joined-otherwise", "any becomes all", AllOf{node.parts});
        drop_parts(node);
        change_parts(node);
    }
    void change(const NoneOf& node)
    {
        if (!node.parts.empty())
            m_found.push_back({"negated", "the not before " + brief(node.parts.front()) + " is dropped", m_place,
                               node.parts.front()});
        change_parts(node, false);
    }
    void change(const AtLeast& node)
    {
        for (const int count : {node.count - 1, node.count + 1})
            if (count >= 1 && static_cast<std::size_t>(count) <= node.parts.size())
                add("count",
                    "at least " + std::to_string(node.count) + " parts becomes at least " + std::to_string(count),
                    AtLeast{count, node.parts});
        if (node.count < static_cast<int>(node.parts.size()))
            drop_parts(node);
        change_parts(node);
    }

    void change(const AnswerTest& test)
    {
        const Question* question = rulebase::find_question(m_rules, test.question);
        const bool bounded = question != nullptr && question->aggregate != rulebase::Aggregate::Sum &&
                             (test.of == rulebase::Statistic::Group || test.of == rulebase::Statistic::Lowest ||
                              test.of == rulebase::Statistic::Highest);
        change_comparison(test, question, test.question.value, bounded);
    }
    void change(const PracticesTest& test)
    {
        using rulebase::HowMany;
        const Question* question = rulebase::find_question(m_rules, test.question);
        PracticesTest other = test;
        other.how_many = test.how_many == HowMany::Every ? HowMany::Some : HowMany::Every;
        add("how-many", "how-many becomes " + std::string(other.how_many == HowMany::Every ? "every" : "some"), other);
        change_comparison(test, question, test.question.value, true);
    }
    void change(const FamilyTest& test)
    {
        for (const int count : {test.count - 1, test.count + 1})
            if (count >= 1)
            {
                FamilyTest other = test;
                other.count = count;
                add("count", "count " + std::to_string(test.count) + " becomes " + std::to_string(count), other);
            }
        if (test.flag != '\0')
        {
            FamilyTest other = test;
            other.flag = '\0';
            add("family-member", std::string("the flag ") + test.flag + " is dropped", other);
        }
        change_members(test, &FamilyTest::only);
        change_members(test, &FamilyTest::except);
        const Question* member = nullptr;
        for (const Question& question : m_rules.questions)
            if (question.family == test.family && member == nullptr)
                member = &question;
        change_comparison(test, member, "the family " + test.family, true);
    }
    void change_members(const FamilyTest& test, std::vector<std::string> FamilyTest::*members)
    {
        if (members == &FamilyTest::only && test.only.size() < 2)
            return;
        for (std::size_t i = 0; i < (test.*members).size(); ++i)
        {
            FamilyTest other = test;
            (other.*members).erase((other.*members).begin() + static_cast<std::ptrdiff_t>(i));
            add("family-member", "'" + (test.*members)[i] + "' is taken from the list", other);
        }
    }
    void change(const MeasureTest& test) { change_comparison(test, nullptr, test.measure, false); }
    void change(const GatesTest& test)
    {
        const auto step = rulebase::gradient_index(m_rules, test.step);
        for (const int by : {-1, 1})
        {
            const auto other = static_cast<std::ptrdiff_t>(step.value_or(0)) + by;
            if (other >= 0 && other < static_cast<std::ptrdiff_t>(m_rules.gradient.size()))
            {
                GatesTest changed = test;
                changed.step = m_rules.gradient[static_cast<std::size_t>(other)].id;
                add("bound", "the gates of " + test.step + " become those of " + changed.step, changed);
            }
        }
    }
    void change(const ChecklistTest& test)
    {
        for (const int by : {-1, 1})
            for (auto bound : {&ChecklistTest::at_least, &ChecklistTest::at_most})
                if (test.*bound)
                {
                    ChecklistTest changed = test;
                    changed.*bound = *(test.*bound) + by;
                    add("bound", std::to_string(*(test.*bound)) + " items become " + std::to_string(*(changed.*bound)),
                        changed);
                }
    }

    /// Bounds moved by one, and values taken from or added to a list. `bounded`: the figure never leaves the range of
    /// the question's answers.
    template <class Test>
    void change_comparison(const Test& test, const Question* question, const std::string& name, bool bounded)
    {
        for (auto bound : {&Comparison::lower, &Comparison::upper})
            for (const int by : {-1, 1})
                move_bound(test, bound, by, question, name, bounded);
        const auto& values = test.comparison.values;
        for (std::size_t i = 0; i < values.size() && values.size() > 1; ++i)
        {
            Test changed = test;
            auto& list = changed.comparison.values;
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
            add("value", "'" + values[i] + "' is taken from the answers of " + name, std::move(changed));
        }
        if (question == nullptr || values.empty())
            return;
        for (const rulebase::AnswerOption& option : question->options)
            if (std::find(values.begin(), values.end(), option.id) == values.end())
            {
                Test changed = test;
                changed.comparison.values.push_back(option.id);
                if (changed.comparison.values.size() < question->options.size())
                    add("value", "'" + option.id + "' is added to the answers of " + name, std::move(changed));
                return;
            }
    }
    template <class Test>
    void move_bound(const Test& test, std::optional<Bound> Comparison::*bound, int by, const Question* question,
                    const std::string& name, bool bounded)
    {
        const auto& old = test.comparison.*bound;
        if (!old)
            return;
        const auto option = question == nullptr ? std::nullopt : rulebase::option_index(*question, old->written);
        const bool is_choice = question != nullptr && question->kind == rulebase::AnswerKind::Choice;
        std::string written;
        if (is_choice)
        {
            const auto moved = static_cast<std::ptrdiff_t>(option.value_or(0)) + by;
            if (moved < 0 || moved >= static_cast<std::ptrdiff_t>(question->options.size()))
                return;
            written = question->options[static_cast<std::size_t>(moved)].id;
        }
        else
        {
            const bool decimals = question == nullptr || old->written.find('.') != std::string::npos;
            written = moved_number(old->written, by, decimals);
            if (bounded && question != nullptr && is_outside(*question, *old, written, bound == &Comparison::lower))
                return;
            if (bound == &Comparison::lower && least_figure(test) && is_below(*old, written, *least_figure(test)))
                return;
        }
        Test changed = test;
        (changed.comparison.*bound)->written = written;
        std::string what =
            comparison_text(test.comparison) + " becomes " + comparison_text(changed.comparison) + " for " + name;
        add("bound", std::move(what), std::move(changed));
    }
    /// The smallest figure that there can be of several answers; nothing where that is the question's own matter.
    template <class Test>
    static std::optional<Fixed> least_figure(const Test& test)
    {
        if constexpr (std::is_same_v<Test, AnswerTest>)
        {
            if (test.of == rulebase::Statistic::Distinct)
                return Fixed::from_integer(1);
            if (test.of == rulebase::Statistic::Spread)
                return Fixed{};
        }
        return std::nullopt;
    }
    static bool is_below(const Bound& old, const std::string& written, Fixed least)
    {
        const auto a = foundation::parse_fixed(old.written), b = foundation::parse_fixed(written);
        return old.inclusive && a && b && *a <= least && *b <= least;
    }
    /// Whether both bounds let every possible answer pass.
    static bool is_outside(const Question& question, const Bound& old, const std::string& written, bool lower)
    {
        const auto limit = lower ? question.minimum : question.maximum;
        const auto a = foundation::parse_fixed(old.written), b = foundation::parse_fixed(written);
        if (!limit || !old.inclusive || !a || !b)
            return false;
        const Fixed end = Fixed::from_integer(*limit);
        return lower ? *a <= end && *b <= end : *a >= end && *b >= end;
    }

    const RuleBase& m_rules;
    foundation::Place m_place;
    std::vector<ConditionMutant> m_found;
};

} // namespace

std::string brief(const Condition& condition)
{
    return std::visit(InBrief{}, condition.node);
}

std::vector<ConditionMutant> condition_mutants(const RuleBase& rules, const Condition& condition)
{
    return Mutator(rules).of(condition);
}

} // namespace fedadvise::analysis
