#include "rulebase/condition_validator.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <type_traits>

namespace fedadvise::rulebase
{

using foundation::Diagnostic;
using foundation::Severity;

namespace
{

template <class Node>
constexpr bool has_parts = std::is_same_v<Node, AllOf> || std::is_same_v<Node, AnyOf> || std::is_same_v<Node, NoneOf> ||
                           std::is_same_v<Node, AtLeast>;

const std::vector<Condition>* parts_of(const Condition& condition)
{
    return std::visit(
        [](const auto& node) -> const std::vector<Condition>*
        {
            if constexpr (has_parts<std::decay_t<decltype(node)>>)
                return &node.parts;
            else
                return nullptr;
        },
        condition.node);
}

/// Collects the faults of one rule's or question's condition.
class ConditionChecker
{
public:
    ConditionChecker(const RuleBase& rules, const std::string& owner, std::vector<Diagnostic>& faults)
        : m_rules(rules), m_owner(owner), m_faults(faults)
    {
    }

    void check(const Condition& condition)
    {
        m_place = &condition.place;
        std::visit([this](const auto& node) { check_node(node); }, condition.node);
        if (const auto* parts = parts_of(condition))
            for (const Condition& part : *parts)
                check(part);
    }

private:
    void fault(const char* code, const std::string& message, const std::string& advice)
    {
        m_faults.push_back({code, Severity::Error, *m_place, m_owner + ": " + message, advice});
    }
    const Question* question(const QuestionId& id)
    {
        const Question* found = find_question(m_rules, id);
        if (found == nullptr)
        {
            std::vector<std::string> names;
            for (const Question& q : m_rules.questions)
                names.push_back(q.id.value);
            const std::string near = foundation::nearest_word(id.value, names);
            fault("rulebase.dangling-id", "there is no question '" + id.value + "'.",
                  near.empty() ? "Check the id." : "Did you mean '" + near + "'?");
        }
        return found;
    }
    void check_values(const Question& asked, const Comparison& comparison)
    {
        for (const std::string& value : comparison.values)
        {
            if (option_index(asked, value))
                continue;
            std::vector<std::string> names;
            for (const AnswerOption& option : asked.options)
                names.push_back(option.id);
            fault("rulebase.dangling-id", "'" + value + "' is not an answer to '" + asked.id.value + "'.",
                  "Possible answers: " + foundation::joined(names, ", ") + ".");
        }
    }
    void check_bound(const Question* asked, const std::optional<Bound>& bound)
    {
        if (!bound)
            return;
        const bool by_option = asked != nullptr && asked->kind == AnswerKind::Choice;
        if (by_option && !option_index(*asked, bound->written))
            fault("rulebase.dangling-id", "'" + bound->written + "' is not an answer to '" + asked->id.value + "'.",
                  "Name one of its options.");
        if (!by_option && !foundation::parse_fixed(bound->written))
            fault("rulebase.bad-number", "'" + bound->written + "' is not a number.",
                  "Write numbers with a point, for example 3.3.");
    }
    void check_comparison(const Question& asked, const Comparison& comparison, bool as_number)
    {
        const bool set = asked.kind == AnswerKind::Choices;
        const bool numeric = as_number || asked.kind == AnswerKind::Number || asked.kind == AnswerKind::Scale;
        switch (comparison.kind)
        {
        case Comparison::Kind::OneOf:
        case Comparison::Kind::NotOneOf:
            if (set || (as_number && asked.kind != AnswerKind::Scale) || asked.kind == AnswerKind::Number ||
                asked.kind == AnswerKind::Text)
                return fault(
                    "rulebase.bad-comparison", "'" + asked.id.value + "' cannot be compared with is or is-not.",
                    set ? "It is a set: use includes or excludes." : "Use at-least, at-most, more-than or less-than.");
            return check_values(asked, comparison);
        case Comparison::Kind::Includes:
        case Comparison::Kind::Excludes:
            if (!set)
                return fault("rulebase.bad-comparison",
                             "'" + asked.id.value + "' is not a set, so includes and excludes mean nothing.",
                             "Use is or is-not.");
            return check_values(asked, comparison);
        case Comparison::Kind::Range:
            if (!numeric && !(asked.kind == AnswerKind::Choice && asked.ordered))
                return fault("rulebase.bad-comparison",
                             "'" + asked.id.value + "' has no order, so at-least and at-most mean nothing.",
                             "Use is or is-not, or mark the options with ordered=\"yes\" when they have an order.");
            check_bound(numeric ? nullptr : &asked, comparison.lower);
            check_bound(numeric ? nullptr : &asked, comparison.upper);
        }
    }
    void check_node(const AllOf&) {}
    void check_node(const AnyOf&) {}
    void check_node(const NoneOf&) {}
    void check_node(const AtLeast&) {}
    void check_node(const AnswerTest& test)
    {
        const Question* asked = question(test.question);
        if (asked == nullptr)
            return;
        const bool counts = test.of == Statistic::Distinct || test.of == Statistic::Spread;
        if (test.of != Statistic::Group && asked->scope == Scope::Group)
            fault("rulebase.bad-comparison",
                  "'" + asked->id.value + "' is asked once for the group, so of= means nothing.", "Remove of=.");
        check_comparison(*asked, test.comparison, counts);
    }
    void check_node(const PracticesTest& test)
    {
        const Question* asked = question(test.question);
        if (asked == nullptr)
            return;
        if (asked->scope == Scope::Group)
            fault("rulebase.bad-comparison",
                  "'" + asked->id.value + "' is asked once for the group, not of each practice.", "Use <test>.");
        check_comparison(*asked, test.comparison, false);
    }
    void check_node(const FamilyTest& test)
    {
        const auto members = members_of(m_rules, test);
        for (const auto* names : {&test.only, &test.except})
            for (const std::string& name : *names)
                if (find_question(m_rules, {test.family + "." + name}) == nullptr)
                    fault("rulebase.dangling-id", "there is no question '" + test.family + "." + name + "'.",
                          "Name members without the family's prefix.");
        if (members.empty() || static_cast<int>(members.size()) < test.count)
            return fault("rulebase.dangling-id",
                         "only " + std::to_string(members.size()) + " questions are meant, but " +
                             std::to_string(test.count) + " are to meet the condition.",
                         "Check name=, flag=, only= and except=.");
        check_comparison(*members.front(), test.comparison, false);
    }
    void check_node(const MeasureTest& test)
    {
        const auto names = measure_names(m_rules);
        if (std::find(names.begin(), names.end(), test.measure) == names.end())
            fault("rulebase.dangling-id", "there is no measure '" + test.measure + "'.",
                  "Measures are: " + foundation::joined(names, ", ") + ".");
        check_bound(nullptr, test.comparison.lower);
        check_bound(nullptr, test.comparison.upper);
    }
    void check_node(const GatesTest& test)
    {
        if (!gradient_index(m_rules, test.step))
            fault("rulebase.dangling-id", "there is no gradient step '" + test.step + "'.", "Steps are g0 to g7.");
    }
    void check_node(const ChecklistTest& test)
    {
        if (find_checklist(m_rules, test.checklist) == nullptr)
            fault("rulebase.dangling-id", "there is no checklist '" + test.checklist + "'.", "Check the id.");
    }

    const RuleBase& m_rules;
    const std::string& m_owner;
    std::vector<Diagnostic>& m_faults;
    const foundation::Place* m_place = nullptr;
};

void add_once(std::vector<QuestionId>& list, const QuestionId& id)
{
    if (std::find(list.begin(), list.end(), id) == list.end())
        list.push_back(id);
}

void add_family(const RuleBase& rules, const std::string& family, std::vector<QuestionId>& list)
{
    for (const Question& question : rules.questions)
        if (question.family == family)
            add_once(list, question.id);
}

void add_questions(const RuleBase& rules, const Condition& condition, std::vector<QuestionId>& list)
{
    if (const auto* test = std::get_if<AnswerTest>(&condition.node))
        add_once(list, test->question);
    else if (const auto* practices = std::get_if<PracticesTest>(&condition.node))
        add_once(list, practices->question);
    else if (const auto* family = std::get_if<FamilyTest>(&condition.node))
        for (const Question* member : members_of(rules, *family))
            add_once(list, member->id);
    else if (const auto* measure = std::get_if<MeasureTest>(&condition.node))
        add_family(rules, measure->measure.starts_with("motive.") ? "motive" : rules.readiness.family, list);
    else if (const auto* gates = std::get_if<GatesTest>(&condition.node))
    {
        for (const ReadinessGate& gate : rules.readiness.gates)
            if (gradient_index(rules, gate.from_step) <= gradient_index(rules, gates->step))
                add_once(list, gate.question);
    }
    else if (const auto* checklist = std::get_if<ChecklistTest>(&condition.node))
        if (const Checklist* found = find_checklist(rules, checklist->checklist))
            for (const ChecklistItem& item : found->items)
                for_each_condition(item.when,
                                   [&](const Condition& part)
                                   {
                                       if (!std::holds_alternative<ChecklistTest>(
                                               part.node)) // the validator refuses it; here it could go on for ever
                                           add_questions(rules, part, list);
                                   });
}

using OptionSets = std::map<QuestionId, std::uint64_t>;

/// The options of a single-valued question that a test allows, as bits; nothing for tests that are not of this form.
std::optional<std::uint64_t> allowed_options(const RuleBase& rules, const Condition& condition)
{
    const auto* test = std::get_if<AnswerTest>(&condition.node);
    if (test == nullptr || test->of != Statistic::Group)
        return std::nullopt;
    const Question* asked = find_question(rules, test->question);
    if (asked == nullptr || asked->options.empty() || asked->options.size() > 64 || asked->kind == AnswerKind::Choices)
        return std::nullopt;
    std::uint64_t allowed = 0;
    for (std::size_t i = 0; i < asked->options.size(); ++i)
        if (option_meets(*asked, test->comparison, i))
            allowed |= std::uint64_t{1} << i;
    return allowed;
}

bool can_be_true_within(const RuleBase& rules, const Condition& condition, OptionSets& sets)
{
    if (const auto* all = std::get_if<AllOf>(&condition.node))
        return std::all_of(all->parts.begin(), all->parts.end(),
                           [&](const Condition& part) { return can_be_true_within(rules, part, sets); });
    if (const auto* any = std::get_if<AnyOf>(&condition.node))
        return std::any_of(any->parts.begin(), any->parts.end(),
                           [&](const Condition& part)
                           {
                               OptionSets copy = sets;
                               return can_be_true_within(rules, part, copy);
                           });
    if (const auto* at_least = std::get_if<AtLeast>(&condition.node))
        return std::count_if(at_least->parts.begin(), at_least->parts.end(),
                             [&](const Condition& part)
                             {
                                 OptionSets copy = sets;
                                 return can_be_true_within(rules, part, copy);
                             }) >= at_least->count;
    if (const auto allowed = allowed_options(rules, condition))
    {
        auto [entry, fresh] = sets.emplace(std::get<AnswerTest>(condition.node).question, *allowed);
        if (!fresh)
            entry->second &= *allowed;
        return entry->second != 0;
    }
    return true;
}

} // namespace

std::vector<const Question*> members_of(const RuleBase& rules, const FamilyTest& test)
{
    std::vector<const Question*> members;
    const auto named = [](const std::vector<std::string>& names, const std::string& name)
    { return std::find(names.begin(), names.end(), name) != names.end(); };
    for (const Question& question : rules.questions)
    {
        const std::string name = member_name(question);
        if (question.family != test.family || named(test.except, name) ||
            (!test.only.empty() && !named(test.only, name)))
            continue;
        if (test.flag == '\0' || question.flags.find(test.flag) != std::string::npos)
            members.push_back(&question);
    }
    return members;
}

bool option_meets(const Question& question, const Comparison& comparison, std::size_t option)
{
    const auto listed = [&]
    {
        return std::find(comparison.values.begin(), comparison.values.end(), question.options[option].id) !=
               comparison.values.end();
    };
    if (comparison.kind == Comparison::Kind::OneOf || comparison.kind == Comparison::Kind::Includes)
        return listed();
    if (comparison.kind == Comparison::Kind::NotOneOf || comparison.kind == Comparison::Kind::Excludes)
        return !listed();
    const auto place_of = [&](const std::string& written) -> foundation::Fixed
    {
        if (question.kind != AnswerKind::Scale)
            return foundation::Fixed::from_integer(
                static_cast<std::int64_t>(option_index(question, written).value_or(0)));
        return foundation::parse_fixed(written).value_or(foundation::Fixed{});
    };
    const foundation::Fixed here = place_of(question.options[option].id);
    const auto& lower = comparison.lower;
    const auto& upper = comparison.upper;
    const bool above =
        !lower || place_of(lower->written) < here || (lower->inclusive && place_of(lower->written) == here);
    const bool below =
        !upper || here < place_of(upper->written) || (upper->inclusive && place_of(upper->written) == here);
    return above && below;
}

void validate_condition(const RuleBase& rules, const Condition& condition, const std::string& owner,
                        std::vector<Diagnostic>& faults)
{
    ConditionChecker(rules, owner, faults).check(condition);
}

void for_each_condition(const Condition& condition, const std::function<void(const Condition&)>& visit)
{
    visit(condition);
    if (const auto* parts = parts_of(condition))
        for (const Condition& part : *parts)
            for_each_condition(part, visit);
}

std::vector<QuestionId> questions_of(const RuleBase& rules, const Condition& condition)
{
    std::vector<QuestionId> list;
    for_each_condition(condition, [&](const Condition& part) { add_questions(rules, part, list); });
    return list;
}

bool can_be_true(const RuleBase& rules, const Condition& condition)
{
    OptionSets sets;
    return can_be_true_within(rules, condition, sets);
}

} // namespace fedadvise::rulebase
