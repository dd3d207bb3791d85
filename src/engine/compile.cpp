#include "engine/program.h"

#include "rulebase/condition_validator.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace fedadvise::engine
{

using foundation::Fixed;
using rulebase::AnswerKind;
using rulebase::Comparison;
using rulebase::Condition;
using rulebase::Question;

namespace
{

std::int64_t written_number(const rulebase::Bound& bound)
{
    return foundation::parse_fixed(bound.written).value_or(Fixed{}).millionths;
}

class Compiler
{
public:
    explicit Compiler(const rulebase::RuleBase& rules) : m_rules(rules)
    {
        for (std::size_t i = 0; i < rules.questions.size(); ++i)
            m_question_index.emplace(rules.questions[i].id, i);
    }

    Program take(Part part)
    {
        if (part != Part::Frameworks)
            compile_advice();
        if (part != Part::Advice)
            compile_frameworks();
        return std::move(m_program);
    }

private:
    NodeIndex add(Node node)
    {
        const auto [known, fresh] = m_leaves.emplace(node, static_cast<NodeIndex>(m_program.nodes.size()));
        if (fresh)
            m_program.nodes.push_back(node);
        return known->second;
    }
    NodeIndex add(Node::Kind kind, std::vector<NodeIndex> parts, int count = 0)
    {
        if (parts.size() == 1 && (kind == Node::Kind::All || kind == Node::Kind::Any || kind == Node::Kind::AtLeast))
            return parts.front();
        const auto [known, fresh] =
            m_branches.emplace(std::tuple(kind, count, parts), static_cast<NodeIndex>(m_program.nodes.size()));
        if (fresh)
        {
            Node node;
            node.kind = kind;
            node.count = count;
            node.first = static_cast<std::uint32_t>(m_program.parts.size());
            node.parts = static_cast<std::uint32_t>(parts.size());
            m_program.parts.insert(m_program.parts.end(), parts.begin(), parts.end());
            m_program.nodes.push_back(node);
        }
        return known->second;
    }
    NodeIndex negation(NodeIndex node) { return add(Node::Kind::Not, {node}); }

    std::uint32_t fact(FactSource source)
    {
        std::string key = std::to_string(static_cast<int>(source.kind)) + "/" + std::to_string(source.question) + "/" +
                          std::to_string(static_cast<int>(source.statistic)) + "/" + source.measure;
        if (source.kind == FactSource::Kind::Practices)
            key += "/" + std::to_string(m_program.facts.size()); // tests over practices are facts of their own
        const auto [known, fresh] = m_facts.emplace(key, static_cast<std::uint32_t>(m_program.facts.size()));
        if (fresh)
            m_program.facts.push_back(std::move(source));
        return known->second;
    }
    std::uint32_t group_fact_of(const rulebase::QuestionId& id)
    {
        FactSource source;
        source.question = m_question_index.at(id);
        return fact(std::move(source));
    }
    const Question& question(const rulebase::QuestionId& id) const
    {
        return m_rules.questions[m_question_index.at(id)];
    }

    NodeIndex number_between(std::uint32_t of, std::int64_t low, std::int64_t high)
    {
        Node node;
        node.kind = Node::Kind::NumberBetween;
        node.fact = of;
        node.low = low;
        node.high = high;
        return add(node);
    }
    NodeIndex number_test(std::uint32_t of, const Comparison& comparison)
    {
        if (comparison.kind == Comparison::Kind::Range)
        {
            const std::int64_t low = comparison.lower
                                         ? written_number(*comparison.lower) + (comparison.lower->inclusive ? 0 : 1)
                                         : lowest_fixed.millionths;
            const std::int64_t high = comparison.upper
                                          ? written_number(*comparison.upper) - (comparison.upper->inclusive ? 0 : 1)
                                          : highest_fixed.millionths;
            return number_between(of, low, high);
        }
        std::vector<NodeIndex> parts;
        for (const std::string& value : comparison.values)
        {
            const std::int64_t number = foundation::parse_fixed(value).value_or(Fixed{}).millionths;
            parts.push_back(number_between(of, number, number));
        }
        const NodeIndex among = add(Node::Kind::Any, parts);
        return comparison.kind == Comparison::Kind::OneOf ? among : negation(among);
    }
    NodeIndex option_among(std::uint32_t of, std::uint64_t options)
    {
        Node node;
        node.kind = Node::Kind::OptionAmong;
        node.fact = of;
        node.options = options;
        return add(node);
    }
    NodeIndex value_test(const Question& asked, std::uint32_t of, const Comparison& comparison)
    {
        if (asked.kind == AnswerKind::Scale || asked.kind == AnswerKind::Number)
            return number_test(of, comparison);
        if (asked.kind == AnswerKind::Choice)
        {
            std::uint64_t options = 0;
            for (std::size_t i = 0; i < asked.options.size(); ++i)
                if (rulebase::option_meets(asked, comparison, i))
                    options |= std::uint64_t{1} << i;
            return option_among(of, options);
        }
        Node node;
        node.kind = Node::Kind::SetMeets;
        node.fact = of;
        for (const std::string& value : comparison.values)
            node.options |= std::uint64_t{1} << rulebase::option_index(asked, value).value_or(0);
        const NodeIndex meets = add(node);
        return comparison.kind == Comparison::Kind::Excludes ? negation(meets) : meets;
    }

    NodeIndex compile(const Condition& condition)
    {
        return std::visit([this](const auto& node) { return compile_node(node); }, condition.node);
    }
    std::vector<NodeIndex> compile_parts(const std::vector<Condition>& conditions)
    {
        std::vector<NodeIndex> parts;
        for (const Condition& condition : conditions)
            parts.push_back(compile(condition));
        return parts;
    }
    NodeIndex compile_node(const rulebase::AllOf& node) { return add(Node::Kind::All, compile_parts(node.parts)); }
    NodeIndex compile_node(const rulebase::AnyOf& node) { return add(Node::Kind::Any, compile_parts(node.parts)); }
    NodeIndex compile_node(const rulebase::NoneOf& node) { return negation(compile(node.parts.front())); }
    NodeIndex compile_node(const rulebase::AtLeast& node)
    {
        return add(Node::Kind::AtLeast, compile_parts(node.parts), node.count);
    }
    NodeIndex compile_node(const rulebase::AnswerTest& test)
    {
        const Question& asked = question(test.question);
        if (test.of == rulebase::Statistic::Group)
            return value_test(asked, group_fact_of(test.question), test.comparison);
        FactSource source;
        source.kind = FactSource::Kind::Statistic;
        source.question = m_question_index.at(test.question);
        source.statistic = test.of;
        return number_test(fact(std::move(source)), test.comparison);
    }
    NodeIndex compile_node(const rulebase::PracticesTest& test)
    {
        FactSource source;
        source.kind = FactSource::Kind::Practices;
        source.question = m_question_index.at(test.question);
        source.how_many = test.how_many;
        source.comparison = test.comparison;
        Node node;
        node.kind = Node::Kind::TruthOf;
        node.fact = fact(std::move(source));
        return add(node);
    }
    NodeIndex compile_node(const rulebase::FamilyTest& test)
    {
        std::vector<NodeIndex> parts;
        for (const Question* member : rulebase::members_of(m_rules, test))
            parts.push_back(value_test(*member, group_fact_of(member->id), test.comparison));
        return test.count == 1 ? add(Node::Kind::Any, parts) : add(Node::Kind::AtLeast, parts, test.count);
    }
    NodeIndex compile_node(const rulebase::MeasureTest& test)
    {
        return number_test(measure(test.measure), test.comparison);
    }
    NodeIndex compile_node(const rulebase::GatesTest& test)
    {
        const NodeIndex passed = add(Node::Kind::All, gates_up_to(*rulebase::gradient_index(m_rules, test.step)));
        return test.passed ? passed : negation(passed);
    }
    NodeIndex compile_node(const rulebase::ChecklistTest& test)
    {
        const rulebase::Checklist* checklist = rulebase::find_checklist(m_rules, test.checklist);
        std::vector<NodeIndex> items;
        for (const rulebase::ChecklistItem& item : checklist->items)
            items.push_back(compile(item.when));
        if (test.at_least)
            return add(Node::Kind::AtLeast, items, *test.at_least);
        return negation(add(Node::Kind::AtLeast, items, *test.at_most + 1));
    }
    std::uint32_t measure(const std::string& name)
    {
        FactSource source;
        source.kind = FactSource::Kind::Measure;
        source.measure = name;
        return fact(std::move(source));
    }
    std::vector<NodeIndex> gates_up_to(std::size_t step)
    {
        std::vector<NodeIndex> gates;
        for (const rulebase::ReadinessGate& gate : m_rules.readiness.gates)
            if (*rulebase::gradient_index(m_rules, gate.from_step) <= step)
                gates.push_back(
                    number_between(group_fact_of(gate.question), gate.at_least.millionths, highest_fixed.millionths));
        return gates;
    }

    void compile_questions()
    {
        for (const Question& asked : m_rules.questions)
            m_program.ask_nodes.push_back(asked.ask_when ? std::optional(compile(*asked.ask_when)) : std::nullopt);
    }
    void compile_readiness()
    {
        for (std::size_t step = 0; step < m_rules.gradient.size(); ++step)
        {
            std::vector<NodeIndex> parts = gates_up_to(step);
            for (const rulebase::ReadinessThreshold& threshold : m_rules.readiness.thresholds)
            {
                if (threshold.step != m_rules.gradient[step].id)
                    continue;
                parts.push_back(
                    number_between(measure("relationship.mean"), threshold.mean.millionths, highest_fixed.millionths));
                parts.push_back(number_between(measure("relationship.lowest"), threshold.lowest.millionths,
                                               highest_fixed.millionths));
            }
            m_program.step_nodes.push_back(add(Node::Kind::All, parts));
        }
        for (const rulebase::ReadinessExemption& exemption : m_rules.readiness.exemptions)
            m_program.exemption_nodes.push_back(exemption.when ? std::optional(compile(*exemption.when))
                                                               : std::nullopt);
    }
    void compile_advice()
    {
        compile_questions();
        compile_readiness();
        compile_checklists();
        for (const rulebase::Rule& rule : m_rules.rules)
            m_program.rule_nodes.push_back(rule_node(rule));
        compile_options();
        compile_fits();
    }
    void compile_frameworks()
    {
        for (const rulebase::Framework& framework : m_rules.frameworks)
        {
            std::vector<NodeIndex> items;
            for (const rulebase::FrameworkArea& area : framework.areas)
                for (const rulebase::FrameworkItem& item : area.items)
                    items.push_back(compile(item.when));
            m_program.framework_nodes.push_back(std::move(items));
            m_program.framework_use.push_back(framework.when ? std::optional(compile(*framework.when)) : std::nullopt);
        }
    }
    void compile_checklists()
    {
        for (const rulebase::Checklist& checklist : m_rules.checklists)
        {
            std::vector<NodeIndex> items;
            for (const rulebase::ChecklistItem& item : checklist.items)
                items.push_back(compile(item.when));
            m_program.checklist_nodes.push_back(std::move(items));
        }
    }
    NodeIndex rule_node(const rulebase::Rule& rule)
    {
        std::vector<NodeIndex> parts;
        if (!rule.nations.empty())
        {
            Comparison nations;
            nations.values = rule.nations;
            parts.push_back(value_test(question({"jurisdiction"}), group_fact_of({"jurisdiction"}), nations));
        }
        if (rule.when)
            parts.push_back(compile(*rule.when));
        return add(Node::Kind::All, parts);
    }
    void compile_options()
    {
        for (const rulebase::Model& model : m_rules.models)
            m_program.models.push_back({model.id, *rulebase::gradient_index(m_rules, model.lowest_step), {}});
        for (const rulebase::Vehicle& vehicle : m_rules.vehicles)
            m_program.vehicles.push_back({vehicle.id, 0, {}});
        for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
            for (std::size_t e = 0; e < m_rules.rules[r].effects.size(); ++e)
                place_effect({r, e});
        for (auto* options : {&m_program.models, &m_program.vehicles})
            for (OptionProgram& option : *options)
                put_pulls_first(option);
    }
    /// The pulls come first, the strongest first, so that no assessment has to sort them; the rest stays in the order
    /// of the rule base.
    void put_pulls_first(OptionProgram& option) const
    {
        const auto key = [&](const EffectPlace& place)
        {
            const int strength = std::abs(m_rules.rules[place.rule].effects[place.effect].strength);
            return std::tuple(-strength, strength == 0 ? std::string() : m_rules.rules[place.rule].id.value);
        };
        std::stable_sort(option.effects.begin(), option.effects.end(),
                         [&](const EffectPlace& a, const EffectPlace& b) { return key(a) < key(b); });
    }
    void compile_fits()
    {
        std::vector<std::string> nations = {""};
        if (const Question* jurisdiction = rulebase::find_question(m_rules, {"jurisdiction"}))
            for (const rulebase::AnswerOption& option : jurisdiction->options)
                nations.push_back(option.id);
        for (const std::string& nation : nations)
        {
            auto& table = m_program.fits.emplace_back();
            for (const rulebase::Model& model : m_rules.models)
            {
                auto& line = table.emplace_back();
                for (const rulebase::Vehicle& vehicle : m_rules.vehicles)
                    line.push_back(rulebase::fit_of(m_rules, model.id, vehicle.id, nation));
            }
        }
    }
    void place_effect(EffectPlace place)
    {
        const rulebase::Effect& effect = m_rules.rules[place.rule].effects[place.effect];
        using rulebase::EffectKind;
        if (effect.kind == EffectKind::Cap)
            m_program.caps.push_back(place);
        const bool about_group = effect.kind == EffectKind::Forbid || effect.kind == EffectKind::Conflict ||
                                 (effect.kind == EffectKind::Warn && effect.on.empty());
        if (about_group)
            m_program.group_effects.push_back(place);
        for (auto* options : {&m_program.models, &m_program.vehicles})
            for (OptionProgram& option : *options)
                if (std::find(effect.on.begin(), effect.on.end(), option.id) != effect.on.end())
                    option.effects.push_back(place);
    }

    const rulebase::RuleBase& m_rules;
    std::map<rulebase::QuestionId, std::size_t> m_question_index;
    Program m_program;
    std::map<Node, NodeIndex> m_leaves;
    std::map<std::tuple<Node::Kind, int, std::vector<NodeIndex>>, NodeIndex> m_branches;
    std::map<std::string, std::uint32_t> m_facts;
};

} // namespace

Program compile(const rulebase::RuleBase& rules, Part part)
{
    return Compiler(rules).take(part);
}

} // namespace fedadvise::engine
